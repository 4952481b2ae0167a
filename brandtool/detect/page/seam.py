"""How well the words after a cut go on from the words before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.ngrams import BEGIN, END, Ngrams, code

REACH = 3


@dataclass(frozen=True)
class Voices:
    """Hold how likely lines begin and end as they do, as log probabilities: (lines,) each.

    `tails` and `heads` are the codes of their last and first characters: (lines, REACH).
    """

    tails: NDArray[np.uint64]
    heads: NDArray[np.uint64]
    fresh: NDArray[np.float64]
    mid: NDArray[np.float64]
    sentence: NDArray[np.float64]
    stop: NDArray[np.float64]
    end: NDArray[np.float64]

    def of(self, spots: Sequence[int]) -> Voices:
        """Return those of some lines, by position."""
        told = np.array(spots, dtype=np.int64)
        return Voices(*(getattr(self, one.name)[told] for one in fields(self)))


def voices_of(texts: Sequence[str], table: Ngrams) -> Voices:
    """Listen to how lines begin and end."""
    tails = as_codes([tail_codes(text) for text in texts])
    heads = as_codes([head_codes(text) for text in texts])
    return Voices(
        tails,
        heads,
        fresh_cost(table, heads),
        mid_cost(table, heads),
        sentence_cost(table, heads),
        stop_cost(table, tails),
        end_cost(table, tails),
    )


def tail_codes(words: str) -> tuple[int, ...]:
    """Return the codes of the last three characters, 0 where there is none."""
    codes = [code(char) for char in words[-REACH * 2 :] if not char.isspace()][-REACH:]
    return (0,) * (REACH - len(codes)) + tuple(codes)


def head_codes(words: str) -> tuple[int, ...]:
    """Return the codes of the first three characters, 0 where there is none."""
    codes = [code(char) for char in words[: REACH * 2] if not char.isspace()][:REACH]
    return tuple(codes) + (0,) * (REACH - len(codes))


def fresh_cost(table: Ngrams, heads: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the log probability of words as the beginning of a paragraph.

    N, 3) codes in, (n,) out.
    """
    begin = np.zeros_like(heads)
    begin[:, -1] = BEGIN
    return _after(table, begin, heads)


def mid_cost(table: Ngrams, heads: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the log probability of words anywhere; (n, 3) codes in, (n,) out."""
    return _after(table, np.zeros_like(heads), heads)


def sentence_cost(table: Ngrams, heads: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the log probability of words as the beginning of a sentence; (n, 3) in, (n,) out."""
    stop = np.zeros_like(heads)
    stop[:, -1] = code("。")
    return _after(table, stop, heads)


def clause_cost(table: Ngrams, heads: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the log probability of words right after a comma; (n, 3) in, (n,) out."""
    comma = np.zeros_like(heads)
    comma[:, -1] = code("，")
    return _after(table, comma, heads)


def stop_cost(table: Ngrams, tails: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the log probability that a sentence ends after words; (n, 3) codes in, (n,) out."""
    return table.log_chances(tails, np.full(len(tails), code("。"), dtype=np.uint64))


def run_on_cost(
    table: Ngrams, tails: NDArray[np.uint64], heads: NDArray[np.uint64]
) -> NDArray[np.float64]:
    """Return the log probability of words right after others; (n, 3) codes each in, (n,) out."""
    return _after(table, tails, heads)


def end_cost(table: Ngrams, tails: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the log probability that a paragraph ends after words; (n, 3) codes in, (n,) out."""
    return table.log_chances(tails, np.full(len(tails), END, dtype=np.uint64))


def as_codes(rows: Sequence[tuple[int, ...]]) -> NDArray[np.uint64]:
    """Stack code rows."""
    return np.array(rows, dtype=np.uint64).reshape(-1, REACH)


def _after(
    table: Ngrams, before: NDArray[np.uint64], heads: NDArray[np.uint64]
) -> NDArray[np.float64]:
    out = np.zeros(len(heads))
    context = before
    for step in range(REACH):
        chars = heads[:, step]
        there = chars != 0
        told = table.log_chances(context, chars)
        out += np.where(there, told, 0.0)
        context = np.concatenate((context[:, 1:], chars[:, None]), axis=1)
    return out
