"""Invented pages: the same for a seed, with a truth of every line, in parts that share nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest

from brandtool.core.article import ROLES
from brandtool.core.document import Document
from tests.pages import bank, forms
from tests.pages.generate import pages
from tests.pages.writing import STORIES


def strings(told: object) -> Iterator[str]:
    if isinstance(told, str):
        yield told
    elif isinstance(told, dict):
        for value in told.values():
            yield from strings(value)
    elif isinstance(told, tuple):
        for value in told:
            yield from strings(value)


def test_a_seed_gives_the_same_pages() -> None:
    assert pages("tuned", 3, seed=4) == pages("tuned", 3, seed=4)
    assert pages("tuned", 1, seed=4) != pages("tuned", 1, seed=5)


@pytest.mark.parametrize("half", bank.HALVES)
def test_every_line_has_one_truth(half: str) -> None:
    for page in pages(half):
        lines = {b.start: b.stop for b in Document(page["text"]).blocks if b.start < b.stop}
        told = {block["span"][0]: block for block in page["truth"]["blocks"]}
        bare = {start for start, stop in lines.items() if page["text"][start:stop] == "#"}
        assert set(told) == set(lines) - bare
        assert {block["role"] for block in told.values()} <= set(ROLES)


@pytest.mark.parametrize("half", bank.HALVES)
def test_articles_read_as_their_lines_do(half: str) -> None:
    for page in pages(half):
        for start, stop, article, offset, _, _ in page["truth"]["origin"]:
            text = page["truth"]["articles"][article]["text"]
            assert page["text"][start:stop] == text[offset : offset + stop - start]


def test_the_halves_share_no_story_and_no_form() -> None:
    for one, other in combinations(bank.HALVES, 2):
        assert not set(strings(STORIES[one])) & set(strings(STORIES[other]))
        for kind in (
            forms.BYLINES, forms.INLINE_DATELINES, forms.DATELINES, forms.NOTES, forms.NOTE_WORDS,
            forms.ITEM_FORMS, forms.CAPTIONS, forms.CREDITS, forms.SIGNOFFS, forms.TURNS, forms.TOP,
            forms.BOTTOM, forms.ADVERTS, bank.SURNAMES, bank.GIVEN, bank.CITIES, bank.PAPERS,
        ):  # fmt: skip
            assert not set(strings(kind[one])) & set(strings(kind[other]))


def test_the_end_of_an_article_may_stand_over_its_head() -> None:
    early = [
        page
        for page in pages("unseen", 30)
        if any(
            b["order"] > a["order"]
            for b, a in pairwise(page["truth"]["blocks"])
            if b["article"] is not None and b["article"] == a["article"]
        )
    ]
    assert early
