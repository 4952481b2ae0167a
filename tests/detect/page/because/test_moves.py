"""Why lines belong elsewhere: each cost by itself."""

from __future__ import annotations

from dataclasses import replace

from brandtool.detect.page.because import moves
from brandtool.detect.page.because.moves import Stray
from tests.detect.page.because.lines import line, lines

PAGE = lines(
    "田禾说，渡口的灯是他爷爷挂上去的。",
    "小桥修好了",
    "小桥的桥板换成了青石。",
    "田禾：渡口的灯要一直亮",
    "渡口的灯是老人挂上去的。",
)
STRAY = Stray(PAGE[:1], PAGE[3:], PAGE[1:3], None, bylined=False)


def test_they_share_words_with_that_article_and_not_with_this() -> None:
    told = moves.words(STRAY)
    assert told is not None and "挂上去" in str(told["words"])
    assert moves.words(replace(STRAY, place=PAGE)) is None
    assert moves.words(replace(STRAY, article=PAGE[1:3])) is None


def test_they_stand_before_the_headline_of_their_article() -> None:
    assert moves.ahead(STRAY) == {}
    assert moves.ahead(replace(STRAY, lines=PAGE[4:])) is None


def test_they_begin_with_the_name_the_headline_begins_with() -> None:
    assert moves.name(STRAY) == {"name": "田禾"}
    assert moves.name(replace(STRAY, lines=PAGE[2:3])) is None
    assert moves.name(replace(STRAY, article=PAGE[1:3])) is None


def test_the_article_above_is_signed_off() -> None:
    assert moves.ended(replace(STRAY, above=line("灯亮了。（本报记者柴令整理）"))) == {}
    assert moves.ended(replace(STRAY, above=PAGE[2])) is moves.ended(STRAY) is None


def test_they_are_signed_off_and_their_article_has_no_byline() -> None:
    signed = replace(STRAY, lines=[line("灯亮了。（本报记者柴令整理）")])
    assert moves.signed(signed) == {}
    assert moves.signed(replace(signed, bylined=True)) is moves.signed(STRAY) is None
