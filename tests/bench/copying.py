"""Put other copies into a made page: blocks said again elsewhere, cut or misread, truth beside.

Made pages copy blocks where a maker thought of it. Here the copies of a page are taken out, and
others put in at places of our own, so that the judge of copies learns from more than one maker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Source = np.random.Generator
Origin = tuple[int, int, int, int] | None
"""Article, offset, number of the copy (0: genuine), whether it may be the one kept."""
Char = tuple[str, Origin]
Line = list[Char]
SHORTEST = 12
"""The fewest characters of a copy."""
FORMS = ("full", "full", "full", "full", "full", "tail", "tail", "head", "part")
PLACES = ("after", "before", "start", "end", "headline", "headline", "closing", "line", "line")
NOISE = (0.0, 0.0, 0.0, 0.01, 0.02, 0.04)


@dataclass(frozen=True)
class Block:
    """Name lines to copy, by position."""

    first: int
    stop: int


def copied(name: str, record: dict[str, Any], source: Source) -> dict[str, Any]:
    """Return a page like `record` with other copies; its truth tells origins and articles only."""
    lines = genuine(record)
    number = 0
    for _ in range(int(source.integers(1, 5))):
        block = _chosen(lines, source)
        if block is None:
            break
        times = int(source.choice([1, 1, 1, 2, 3]))
        place = PLACES[int(source.integers(len(PLACES)))]
        for _ in range(times):
            number += 1
            words = [list(line) for line in lines[block.first : block.stop]]
            form = FORMS[int(source.integers(len(FORMS)))]
            told, at = _cut(words, form, source), _spot(lines, block, place, source)
            told, altered = _misread(told, NOISE[int(source.integers(len(NOISE)))], source)
            near = at in (block.first, block.stop)
            fit = near and form == "full" and not altered
            lines[at:at] = [[_as_copy(one, number, fit) for one in line] for line in told]
            if at <= block.first:
                block = Block(block.first + len(told), block.stop + len(told))
    return _written(name, lines, record["truth"]["articles"])


def genuine(record: dict[str, Any]) -> list[Line]:
    """Return the lines of a page without its copies."""
    text = record["text"]
    origin: list[Origin] = [None] * len(text)
    for start, stop, article, offset, copy, ok in record["truth"]["origin"]:
        for k in range(start, stop):
            origin[k] = (article, offset + k - start, copy, ok)
    out: list[Line] = []
    at = 0
    for words in text.split("\n"):
        line = list(zip(words, origin[at : at + len(words)], strict=True))
        at += len(words) + 1
        told = [one for _, one in line if one]
        if sum(1 for one in told if one[2]) > len(told) / 2:
            continue
        out.append([char for char in line if not (char[1] and char[1][2])])
    return out


def _chosen(lines: Sequence[Line], source: Source) -> Block | None:
    """Choose some lines of one article that follow each other."""
    fit = [k for k, line in enumerate(lines) if line and _article(line) is not None]
    for _ in range(20):
        if not fit:
            break
        first = fit[int(source.integers(len(fit)))]
        stop, count = first + 1, int(source.choice([1, 1, 1, 2, 3, 4]))
        while stop < len(lines) and count > 1:
            if lines[stop] and _article(lines[stop]) != _article(lines[first]):
                break
            count -= bool(lines[stop])
            stop += 1
        while not lines[stop - 1]:
            stop -= 1
        whole = [one[1] for line in lines[first:stop] for one in line]
        if len(whole) >= SHORTEST and not any(one and one[2] for one in whole):
            return Block(first, stop)
    return None


def _article(line: Line) -> int | None:
    told = {one[1][0] for one in line if one[1]}
    return told.pop() if len(told) == 1 else None


def _cut(words: list[Line], form: str, source: Source) -> list[Line]:
    """Take the head, the tail or both off a block."""
    whole = [line for line in words if line]
    size = sum(len(line) for line in whole)
    most = max(1, size - SHORTEST)
    lost = int(source.integers(1, max(2, most // 2)))
    if form == "tail":
        return _ended(words, size - lost)
    if form == "head":
        return _ended([line[::-1] for line in words[::-1]], size - lost, turned=True)
    if form == "part" and most > 4:
        other = int(source.integers(1, max(2, (most - lost) // 2)))
        told = _ended([line[::-1] for line in words[::-1]], size - lost, turned=True)
        return _ended(told, size - lost - other)
    return words


def _ended(words: Sequence[Line], size: int, *, turned: bool = False) -> list[Line]:
    """Keep the first `size` characters, or the last if lines and words stand backwards."""
    out: list[Line] = []
    for line in words:
        if size <= 0:
            break
        out.append(line[:size])
        size -= len(line)
    return [line[::-1] for line in out[::-1]] if turned else out


def _spot(lines: Sequence[Line], block: Block, place: str, source: Source) -> int:
    """Return before which line a copy goes."""
    articles = [_article(line) for line in lines]
    starts = [
        k
        for k, line in enumerate(lines)
        if any(one[1] and one[1][1] == 0 and not one[1][2] for one in line)
    ]
    own = articles[block.first]
    if place == "after":
        return block.stop
    if place == "before":
        return block.first
    if place == "start":
        return 0
    if place == "end":
        return len(lines)
    if place == "headline" and starts:
        mine = [k for k in starts if articles[k] == own]
        near = mine if mine and source.random() < 0.6 else starts
        return near[int(source.integers(len(near)))]
    if place == "closing":
        return max(k for k, told in enumerate(articles) if told == own) + 1
    free = [k for k in range(len(lines)) if not block.first < k < block.stop]
    return free[int(source.integers(len(free)))]


def _misread(words: Sequence[Line], share: float, source: Source) -> tuple[list[Line], bool]:
    """Misread some characters: another one, none, one twice."""
    pool = [one for line in words for one in line if one[0].isalpha()]
    out: list[Line] = []
    altered = False
    for line in words:
        told: Line = []
        for char in line:
            if char[1] is None or source.random() >= share:
                told.append(char)
                continue
            altered = True
            way = source.random()
            if way < 0.6 and pool:
                told.append((pool[int(source.integers(len(pool)))][0], char[1]))
            elif way < 0.7:
                told += [char, (char[0], None)]
        out.append(told)
    return out, altered


def _as_copy(char: Char, number: int, fit: bool) -> Char:
    words, origin = char
    return words, origin and (origin[0], origin[1], number, int(fit))


def _written(name: str, lines: Sequence[Line], articles: list[dict[str, Any]]) -> dict[str, Any]:
    text, origin, blocks = "", [], []
    for line in lines:
        for char, told in line:
            if told:
                origin.append([len(text), len(text) + 1, *told])
            text += char
        if line:
            first = next((one[1] for one in line if one[1]), None)
            head = bool(first and first[1] == 0 and not first[2])
            blocks.append({"span": [len(text) - len(line), len(text)], "order": int(not head)})
        text += "\n"
    return {
        "id": name,
        "text": text,
        "truth": {"origin": origin, "blocks": blocks, "articles": articles},
    }
