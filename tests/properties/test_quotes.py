"""A quote over a damaged page: its source pieces, joined, are its clean text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.article import propose
from brandtool.core.candidate import Candidate, Evidence, View, source_part
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.quote import proposed_quotes
from brandtool.detect.quotes import detect, find_quotes

CLEAN = (
    "局长陈立群说：“大坝已经加固，请大家放心。”他表示，今年的汛期会比往年早半个月，各部门要提前准备。"
    "抢险物资也已备足。“闸门都修好了。”陈立群说，“请村民们早点回家。”"
)
"""One paragraph of invented news."""

cuts = st.lists(st.integers(8, len(CLEAN) - 8), min_size=1, max_size=3, unique=True)


def broken(at: list[int]) -> tuple[Document, list[Candidate]]:
    """Return a page on which the paragraph is cut, and the joins that heal it."""
    edges = [0, *sorted(at), len(CLEAN)]
    bits = [CLEAN[a:b] for a, b in pairwise(edges)]
    document = Document("\n\n".join(bits))
    joins, start = [], 0
    for bit in bits[:-1]:
        end = start + len(bit)
        parts = (
            source_part(document, "left", (end - 1, end)),
            source_part(document, "right", (end + 2, end + 3)),
        )
        joins.append(Candidate("join", document.sha256, parts, 0.99, Evidence("t")))
        start = end + 2
    return document, joins


@given(cuts)
def test_pieces_of_the_source_joined_are_the_clean_words(at: list[int]) -> None:
    document, joins = broken(at)
    edition = propose(document, Ledger(), joins, 0.5)
    assert edition.articles[0].text == CLEAN
    found = detect(View(document, edition=edition))
    clean = ["".join(CLEAN[s:e] for s, e in one.content) for one in find_quotes(CLEAN)]
    pieces = [one.part("content") for one in found]
    assert all(part is not None for part in pieces)
    source = ["".join(document.quote(s) for s in part.spans) for part in pieces if part]
    assert source == clean
    quotes = proposed_quotes(edition.table, found)
    assert [quote.text for quote in quotes] == clean
    assert not any(quote.broken for quote in quotes)


@given(cuts, st.integers(0, len(CLEAN) - 1))
def test_a_correction_inside_a_quote_stands_in_its_clean_words(at: list[int], where: int) -> None:
    document, joins = broken(at)
    start = document.text.index(CLEAN[where : where + 1])
    fix = Candidate(
        "suspect", document.sha256, (source_part(document, "text", (start, start + 1)),),
        0.99, Evidence("t"), value={"suggest": ["们们"]},
    )  # fmt: skip
    before = propose(document, Ledger(), joins, 0.5)
    found = detect(View(document, edition=before))
    after = propose(document, Ledger(), [*joins, fix], 0.5)
    for quote in proposed_quotes(after.table, found):
        homes = after.table.locate(quote.content)
        assert quote.text == "".join(after.text[home.start : home.end] for home in homes)
