"""The user's own page: who says what; only line numbers, counts and lengths are stored here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from brandtool.core.article import Edition, propose
from brandtool.core.candidate import Candidate, View
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.quote import proposed_quotes
from brandtool.detect.page import detect as detect_page
from brandtool.detect.quotes import detect

DIRECT = [[15, 15, 21], [53], [55, 57], [59], [76], [91], [93], [117, 119], [133], [141]]
"""The lines of the ranges of each quotation in marks, in the order of the page."""

REPORTED = [
    [13, 13], [15], [21, 21], [23, 23], [29, 29], [33], [39], [59], [63, 63], [72, 72, 74],
    [81, 83, 85, 87, 89], [91], [95], [95], [101], [105, 107, 107, 109, 111, 113, 115],
    [119, 119], [133], [135, 137, 137, 139], [141, 141, 143, 145, 147, 149, 151, 153],
]  # fmt: skip

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def document(shared: Callable[[str], Path]) -> Document:
    return Document(shared("pages/forum-2024.txt").read_bytes().decode("utf-8"))


@pytest.fixture(scope="module")
def edition(document: Document) -> Edition:
    page = [one for one in detect_page(View(document)) if one.score >= 0.5]
    return propose(document, Ledger(()), page, 0.5)


@pytest.fixture(scope="module")
def found(document: Document, edition: Edition) -> tuple[Candidate, ...]:
    return detect(View(document, edition=edition))


def said(one: Candidate) -> dict[str, object]:
    assert isinstance(one.value, dict)
    return one.value


def of_kind(found: tuple[Candidate, ...], *kinds: str) -> list[Candidate]:
    return [one for one in found if said(one)["kind"] in kinds]


def rows(document: Document, one: Candidate, role: str = "content") -> list[int]:
    part = one.part(role)
    assert part is not None
    return [document.line_at(span.start) for span in part.spans]


def test_ten_quotations_in_marks_are_said_by_three(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    direct = of_kind(found, "direct")
    assert [rows(document, one) for one in direct] == DIRECT
    assert sorted(Counter(said(one)["speaker"] for one in direct).values()) == [2, 2, 6]
    assert all(one.score >= 0.9 for one in direct)


def test_no_other_pair_of_marks_is_taken_for_speech(
    edition: Edition, found: tuple[Candidate, ...]
) -> None:
    pairs = re.findall("“[^“”]+”", "\n".join(article.text for article in edition.articles))
    quotes = proposed_quotes(edition.table, of_kind(found, "direct"))
    inside = "\n".join(quote.text for quote in quotes)
    spoken = [pair for pair in pairs if any(bit in inside for bit in [pair[1:-1]] if len(bit) > 9)]
    assert len(spoken) == 11


def test_reported_words_go_as_far_as_they_go(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    assert [rows(document, one) for one in of_kind(found, "indirect", "mixed")] == REPORTED


def test_whom_a_pronoun_means_is_shown_two_lines_before(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    (one,) = [one for one in found if rows(document, one) == [33]]
    mention, meant = one.part("mention"), one.part("antecedent")
    assert mention is not None and meant is not None
    assert [span.size for span in mention.spans] == [1]
    assert rows(document, one, "antecedent") == [31]
    assert document.quote(meant.spans[0]) == said(one)["speaker"]


def test_headlines_that_begin_with_a_name_are_no_quotes(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    lines = {row for one in found for row in rows(document, one)}
    assert not lines & {99, 131}


def test_two_posts_of_one_person_are_two_posts(
    document: Document, found: tuple[Candidate, ...]
) -> None:
    last = [said(one) for one in found if rows(document, one)[0] in (133, 135, 141)]
    assert len({str(value["speaker"]) for value in last}) == 1
    posts = [value["posts"] for value in last]
    assert all(isinstance(told, list) and len(told) == 2 for told in posts)
