"""The card of a quote and its extent: what is in doubt is shown, and moved along the clean text."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from brandtool.core.candidate import source_part
from brandtool.core.document import Document
from brandtool.ui.answers import Draft, moved
from brandtool.ui.cards.frame import ChoiceRow
from brandtool.ui.cards.quote import speakers
from brandtool.ui.standing import quote_label
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor
from tests.ui.conftest import found, open_page, saved, tell

KEY = Qt.Key

CUT = """渡口新事

李强昨天来到渡口。他表示,渡口要修好,船也要修好,路要一直通到

图为渡口新貌。

山里去,人才肯来。大家都说好。

王明说,水很深,鱼很多。
"""


def claims(document):
    left, right = "渡口要修好,船也要修好,路要一直通到", "山里去,人才肯来。"
    at = [document.text.index(words) for words in (left, right)]
    content = source_part(
        document, "content", (at[0], at[0] + len(left)), (at[1], at[1] + len(right))
    )
    quote = found(
        document, "quote", ("mention", "他", 0), ("antecedent", "李强", 0), ("cue", "表示", 0),
        value={"kind": "indirect", "speaker": "李强", "alternatives": ["王明", "小李"]},
    )  # fmt: skip
    quote = type(quote)(
        "quote", document.sha256, (content, *quote.parts), 0.95, quote.evidence, value=quote.value
    )
    return [
        found(document, "join", ("left", left, 0), ("right", right, 0)),
        found(document, "interruption", ("aside", "图为渡口新貌。", 0), value={"role": "caption"}),
        quote,
        found(
            document, "quote", ("content", "水很深,鱼很多。", 0), ("mention", "王明", 0),
            value={"kind": "indirect", "speaker": "王明"},
        ),
    ]  # fmt: skip


@pytest.fixture
def window(qtbot, make, tmp_path):
    path = tmp_path / "cut.txt"
    path.write_text(CUT, encoding="utf-8")
    one = make()
    open_page(qtbot, one, path)
    tell(one, claims(one.desk.workbench.document))
    key = next(row.id for row in one.desk.rows if row.kind == "quote")
    one.desk.ask(key)
    one.questions.list.setFocus()
    return one


def card(window) -> list[str]:
    """Return what the card says, in plain words."""
    return [
        re.sub(r"<[^>]+>|&nbsp;", "", label.text())
        for label in window.evidence.findChildren(QLabel)
        if label.isVisibleTo(window.evidence) and label.text()
    ]


def words(window) -> str:
    """Return the words of the quote as the draft has them."""
    desk = window.desk
    content = desk.draft.content or desk.question.candidate.part("content").anchor
    table = desk.workbench.proposed.table
    return "|".join(table.text[h.start : h.end] for h in table.locate(content))


def test_reported_speech_is_shown_by_its_ends_and_its_length(window):
    told = card(window)
    assert any(
        text.startswith("来到渡口。他表示,"[-8:]) and text.endswith("里去,人才肯来。大家都说好。")
        and "渡口要修好,船也" in text and "27 characters" in text
        for text in told
    ), told  # fmt: skip


def test_the_one_meant_by_a_pronoun_is_shown_and_underlined_while_asked(window):
    assert any("“他” means" in text and "李强" in text for text in card(window))
    at = window.desk.workbench.document.text.index("李强")

    def marked() -> bool:
        found_ = window.pages.source.marks.touching(at, at + 2)
        return any(mark.kind == "speaker" for mark in found_)

    assert marked()
    window.desk.ask(next(row.id for row in window.desk.rows if row.kind == "join"))
    assert not marked()


def press(qtbot, window, *keys, held=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        qtbot.keyClick(window.questions.list, key, held)


def test_the_extent_is_moved_along_the_clean_text_over_what_parts_the_pieces(qtbot, window):
    press(qtbot, window, KEY.Key_BraceRight)
    assert words(window).endswith("人才肯来。大")
    press(qtbot, window, KEY.Key_BraceLeft)
    assert window.desk.draft.content is None
    control = Qt.KeyboardModifier.ControlModifier
    press(qtbot, window, KEY.Key_BraceLeft, KEY.Key_BraceLeft, held=control)
    assert words(window).replace("|", "").endswith("船也要修好,")
    press(qtbot, window, KEY.Key_BraceRight, held=control)
    press(qtbot, window, KEY.Key_BracketRight, held=control)
    assert words(window).replace("|", "") == "船也要修好,路要一直通到山里去,"
    press(qtbot, window, KEY.Key_A)
    bench = window.desk.workbench
    label = quote_label(bench, next(q for q in bench.questions if q.kind == "quote" and q.decision))
    assert "".join(part.text for part in label.anchor) == "船也要修好,路要一直通到山里去,"
    assert len(label.anchor) == 2
    (quote,) = bench.decided.quotes
    assert not bench.question(window.desk.current) or quote.state in ("accepted", "reopened")
    saved(qtbot, window)


def test_a_decided_extent_is_shown_when_the_quote_is_asked_again(qtbot, window):
    key = window.desk.current
    press(qtbot, window, KEY.Key_BraceLeft, KEY.Key_A)
    window.desk.ask(key)
    assert words(window).replace("|", "").endswith("人才肯来")
    press(qtbot, window, KEY.Key_BraceRight, KEY.Key_A)
    assert not window.desk.draft.resized
    saved(qtbot, window)


def bench_of(text: str) -> Workbench:
    return Workbench(Document(text), editor=Editor("e", "e"))


def test_an_end_goes_nowhere_beyond_the_page_or_the_other_end():
    bench = bench_of("一二三")
    whole = found(bench.document, "quote", ("content", "一二三", 0))
    one = found(bench.document, "quote", ("content", "二", 0))
    edition = bench.proposed
    assert moved(edition, whole, Draft(), "start-1") is None
    assert moved(edition, whole, Draft(), "end+1") is None
    assert moved(edition, one, Draft(), "start+1") is None
    assert moved(edition, one, Draft(), "end-1") is None
    gone = found(bench.document, "quote", ("cue", "二", 0))
    assert moved(edition, gone, Draft(), "end+1") is None


def test_a_piece_that_is_passed_is_let_go():
    bench = bench_of("“甲乙。”李强说,“丙丁。”")
    quote = found(bench.document, "quote", ("content", "甲乙。", 0))
    parts = (source_part(bench.document, "content", (1, 4), (10, 13)),)
    quote = type(quote)("quote", quote.text_sha256, parts, 0.9, quote.evidence)
    draft = Draft()
    for _ in range(3):
        draft = moved(bench.proposed, quote, draft, "end-1")
    assert [part.text for part in draft.content] == ["甲乙。"] or draft.content[-1].end == 10
    draft = Draft()
    for _ in range(3):
        draft = moved(bench.proposed, quote, draft, "start+1")
    assert draft.content[0].start >= 4


def test_digits_mean_what_the_card_shows_though_two_names_are_one_person(qtbot, window):
    bench = window.desk.workbench
    window.desk.act(bench.person("alias", "李强", "小李"))
    assert speakers(window.desk.question.candidate, bench.register.canonical) == ("李强", "王明")
    shown = [row for row in window.evidence.findChildren(ChoiceRow) if row.isVisibleTo(window)]
    assert [row.number for row in shown] == [1, 2]
    press(qtbot, window, KEY.Key_2)
    assert window.desk.draft.speaker == "王明"
    press(qtbot, window, KEY.Key_3)
    assert "no choice 3" in window.foot.told.text()
    saved(qtbot, window)


def test_a_typed_name_leaves_the_digits_of_the_others_as_they_are(qtbot, window):
    window.perform_id("quote.speaker")
    field = window.palette_card.focusProxy()
    field.setText("赵行")
    qtbot.keyClick(field, KEY.Key_Return)
    shown = [row for row in window.evidence.findChildren(ChoiceRow) if row.isVisibleTo(window)]
    assert [row.number for row in shown] == [10, 1, 2, 3]
    press(qtbot, window, KEY.Key_2)
    assert window.desk.draft.speaker == "王明"
    saved(qtbot, window)


def test_the_picker_lists_those_offered_then_the_nearest(window):
    window.desk.ask([row.id for row in window.desk.rows if row.kind == "quote"][1])
    window.perform_id("quote.speaker")
    assert window.palette_card.shown == ("王明", "李强")
    window.palette_card.leave()


def test_who_is_meant_is_shown_where_no_word_names_them(window):
    document = window.desk.workbench.document
    tell(window, [found(
        document, "quote", ("content", "水很深,鱼很多。", 0), ("antecedent", "王明", 0),
        value={"kind": "indirect", "speaker": "王明"},
    )])  # fmt: skip
    window.desk.ask(window.desk.rows[0].id)
    assert any(text.startswith("Meant is") and "王明" in text for text in card(window))
