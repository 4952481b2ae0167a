"""How well the words after a cut go on from the words before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page.ngrams import BEGIN, END, Ngrams, code

REACH = 3
MOST = 8192
"""How many seams are read at once."""


@dataclass(frozen=True)
class Voices:
    """Hold how likely lines begin and end as they do, as log probabilities: (lines,) each.

    `tails` and `heads` are the codes of their last and first characters: (lines, REACH). They
    begin so at the beginning of a paragraph (`fresh`), anywhere (`mid`), of a sentence, behind a
    comma (`clause`); a sentence ends so (`stop`), and a paragraph (`end`).
    """

    tails: NDArray[np.uint64]
    heads: NDArray[np.uint64]
    fresh: NDArray[np.float64]
    mid: NDArray[np.float64]
    sentence: NDArray[np.float64]
    clause: NDArray[np.float64]
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
    begun = after_costs(table, (BEGIN, 0, code("。"), code("，")), heads)
    ended = before_costs(table, tails, (code("。"), END))
    return Voices(tails, heads, *begun, *ended)


def tail_codes(words: str) -> tuple[int, ...]:
    """Return the codes of the last three characters, 0 where there is none."""
    codes = [code(char) for char in words[-REACH * 2 :] if not char.isspace()][-REACH:]
    return (0,) * (REACH - len(codes)) + tuple(codes)


def head_codes(words: str) -> tuple[int, ...]:
    """Return the codes of the first three characters, 0 where there is none."""
    codes = [code(char) for char in words[: REACH * 2] if not char.isspace()][:REACH]
    return tuple(codes) + (0,) * (REACH - len(codes))


def after_costs(
    table: Ngrams, before: Sequence[int], heads: NDArray[np.uint64]
) -> NDArray[np.float64]:
    """Return the log probability of words right after each of some codes; 0: after anything.

    (m,) codes and (n, REACH) codes in, (m, n) out.
    """
    context = np.zeros((len(before), *heads.shape), dtype=np.uint64)
    context[:, :, -1] = np.array(before, dtype=np.uint64)[:, None]
    every = np.broadcast_to(heads, context.shape).reshape(-1, REACH)
    return run_on_cost(table, context.reshape(-1, REACH), every).reshape(len(before), -1)


def before_costs(
    table: Ngrams, tails: NDArray[np.uint64], after: Sequence[int]
) -> NDArray[np.float64]:
    """Return the log probability of each of some codes right after words.

    (n, REACH) codes and (m,) codes in, (m, n) out.
    """
    chars = np.repeat(np.array(after, dtype=np.uint64), len(tails))
    return table.log_chances(np.tile(tails, (len(after), 1)), chars).reshape(len(after), -1)


def run_on_cost(
    table: Ngrams, tails: NDArray[np.uint64], heads: NDArray[np.uint64]
) -> NDArray[np.float64]:
    """Return the log probability of words right after others; (n, REACH) codes each, (n,) out."""
    if len(heads) > MOST:
        parts = [slice(at, at + MOST) for at in range(0, len(heads), MOST)]
        return np.concatenate([run_on_cost(table, tails[part], heads[part]) for part in parts])
    words = np.concatenate((tails, heads), axis=1)
    context = np.concatenate([words[:, step : step + REACH] for step in range(REACH)])
    chars = heads.T.reshape(-1)
    told = np.where(chars != 0, table.log_chances(context, chars), 0.0)
    out: NDArray[np.float64] = told.reshape(REACH, -1).sum(axis=0)
    return out


def as_codes(rows: Sequence[tuple[int, ...]]) -> NDArray[np.uint64]:
    """Stack code rows."""
    return np.array(rows, dtype=np.uint64).reshape(-1, REACH)
