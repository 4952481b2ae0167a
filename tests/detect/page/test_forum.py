"""The user's own page comes out as an editor would make it; nothing of its words is stored here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from brandtool.batch.analysis import analyse
from brandtool.core.article import Edition, propose
from brandtool.core.candidate import Candidate, Part, View
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.detect.page import detect
from brandtool.export import sheet_of
from brandtool.export.rows import article_rows
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor

JOINS = {
    (15, 21), (35, 37), (55, 57), (61, 63), (72, 74), (87, 89), (105, 107), (111, 113), (117, 119),
    (135, 137), (137, 139), (141, 143), (145, 147),
}  # fmt: skip
REMOVED = [97, 123, 125, 127, 129, 155, 157, 159, 161, 163]

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def document(shared: Callable[[str], Path]) -> Document:
    return Document(shared("pages/forum-2024.txt").read_bytes().decode("utf-8"))


@pytest.fixture(scope="module")
def found(document: Document) -> tuple[Candidate, ...]:
    return tuple(one for one in detect(View(document)) if one.score >= 0.5)


@pytest.fixture(scope="module")
def edition(document: Document, found: tuple[Candidate, ...]) -> Edition:
    return propose(document, Ledger(()), found, 0.5)


def rows(document: Document, part: Part | None) -> list[int]:
    assert part is not None
    return [document.line_at(span.start) for span in part.spans]


def of_kind(found: tuple[Candidate, ...], kind: str) -> list[Candidate]:
    return [one for one in found if one.kind == kind]


def test_two_groups_of_copies_are_found_and_the_right_ones_stay(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    groups = of_kind(found, "duplicate")
    told = [[rows(document, part) for part in group.parts] for group in groups]
    assert told == [
        [[95], [97]],
        [[123, 125, 127, 129], [147, 149, 151, 153], [155, 157, 159, 161], [163]],
    ]
    assert [group.keep for group in groups] == [0, 1]


def test_ten_paragraphs_are_removed_and_no_other(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    gone = [
        row
        for group in of_kind(found, "duplicate")
        for at, part in enumerate(group.parts)
        if at != group.keep
        for row in rows(document, part)
    ]
    assert sorted(gone) == REMOVED


def test_thirteen_sentences_go_on_where_they_were_cut(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    told = {
        (rows(document, one.part("left"))[0], rows(document, one.part("right"))[0])
        for one in of_kind(found, "join")
    }
    assert told == JOINS


def test_two_lines_of_a_subhead_are_one_heading(document: Document) -> None:
    record = analyse(document, identifier="forum", quotes=False)
    told = [one for one in record["candidates"] if one["kind"] == "line"]
    ends = [(document.line_at(one["left"] - 1), document.line_at(one["right"])) for one in told]
    assert ends == [(65, 66), (78, 79)]


def test_accepted_subheads_are_one_heading_of_two_lines_each_in_what_is_exported(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    bench = Workbench(document, editor=Editor("e", "E"))
    bench.take(0, found)
    bench.decide([q.id for q in bench.questions if q.kind != "same"], "accept")
    told = [one for row in article_rows(sheet_of(bench.decided)) for one in row.body if one.lines]
    rows = [[document.line_at(document.text.index(line)) for line in one.lines] for one in told]
    assert rows == [[65, 66], [78, 79]]
    assert [one.role for one in told] == ["subhead"] * 2
    assert not bench.decided.conflicts
    bench.undo()
    assert bench.decided.text == document.text


def test_the_caption_is_lifted_out_and_nothing_else(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    lifted = of_kind(found, "interruption")
    assert [rows(document, one.part("aside")) for one in lifted] == [[19]]
    assert lifted[0].value == {"role": "caption"}


def test_the_stray_paragraph_goes_to_the_end_of_its_article(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    moves = of_kind(found, "move")
    told = [(rows(document, one.part("block")), rows(document, one.part("after"))) for one in moves]
    assert told == [([95], [121])]


def test_four_articles_begin_at_their_headlines(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    starts = [rows(document, one.part("start"))[0] for one in of_kind(found, "article")]
    assert starts == [3, 43, 99, 131]


def test_subheads_of_two_lines_stay_lines_of_their_own(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    values = {rows(document, one.part("block"))[0]: one.value for one in of_kind(found, "role")}
    told = {row: v.get("role") if isinstance(v, dict) else v for row, v in values.items()}
    assert [told.get(row) for row in (65, 66, 78, 79)] == ["subhead"] * 4


def test_the_edition_has_four_articles_each_ending_with_its_own_last_words(
    document: Document, edition: Edition
) -> None:
    ends = []
    for article in edition.articles:
        ends.append(document.line_at(article.spans[-1].start))
    assert ends == [41, 93, 95, 153]


def test_what_is_said_twice_and_stays_is_told_and_not_removed(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    told = {tuple(rows(document, part)[0] for part in one.parts) for one in of_kind(found, "same")}
    assert (15, 101) in told
    assert not {row for pair in told for row in pair} & set(REMOVED)


def test_why_names_what_a_copy_continues_and_where_it_stands(document: Document) -> None:
    record = analyse(document, identifier="forum", quotes=False)
    kept = [one["why"] for one in record["candidates"] if one.get("keep")][1]
    clauses = kept.split("; ")
    assert clauses[0] == "4 copies say the same: 555 characters in 4 line(s)"
    left, right = (document.text.split("\n")[row - 1] for row in (145, 147))
    assert f"the one that stays continues “…{left[-6:]}┊{right[:6]}…”" in clauses
    headline = document.text.split("\n")[130]
    assert f"the one that stays stands after its headline, “{headline}”" in clauses


def test_the_answer_is_the_same_every_time(document: Document) -> None:
    assert detect(View(document)) == detect(View(document))
