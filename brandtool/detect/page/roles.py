"""The role of every line: head lines of an article, subheads, items, and what stands aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from brandtool.detect.page import outline, signs
from brandtool.detect.page.chain import Chain, Floats
from brandtool.detect.page.network import chance
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.outline import ASIDE, ROLE, SECOND
from brandtool.detect.page.seam import Voices
from brandtool.detect.page.shape import PLAIN_CAPTION, Line
from brandtool.detect.page.topics import Topics

HEAD = ("kicker", "headline", "deck", "summary", "byline", "dateline", "note")
BESIDE = 0.6
"""From which chance on a line stands aside though its form alone does not say so."""
INSIDE = 0.3
"""Up to which chance a line whose form says so does not stand aside."""
JUDGED = 0.2
"""How much of the chance of a beginning is the judge's of heads."""
UNHEARD = 0.08
"""What the judge says at least against a beginning."""
CLEAR = 0.8
"""From which chance on the judge alone lets an article begin."""
TIED = 0.5
"""From which chance on two lines are claimed to be one heading."""
SURE_TEXT = 0.8
"""From which chance on a line is taken to be running text without a second look."""
OPENERS: Mapping[str, tuple[str, ...]] = {
    "headline": ("headline",), "kicker": ("kicker",), "subhead": ("subhead", "subhead2"),
    "lead": ("lead",),
}  # fmt: skip
"""The states of lines that begin an article or look as if they did."""
FLOWING = frozenset({"body", "item", "summary", "note"})
"""Roles whose sentences may be cut."""


@dataclass(frozen=True)
class Role:
    """Hold the likeliest role of a line and its chance."""

    name: str
    chance: float


class Seen(NamedTuple):
    """Hold the features of a line, its likeliest state, and the likeliest one of another role."""

    row: Floats
    state: str
    rival: str


@dataclass(frozen=True)
class Roles:
    """Hold what is read of the roles of lines, by block index."""

    of: Mapping[int, Role] = field(default_factory=dict)
    starts: Mapping[int, float] = field(default_factory=dict)
    """The chance of each line to begin an article."""
    openers: Mapping[str, Mapping[int, float]] = field(default_factory=dict)
    """The chance of each line to be a headline, a kicker, a subhead, or text that has lost both."""
    set_off: Mapping[int, float] = field(default_factory=dict)
    """The chance of each line to be a heading or a byline, whose words go on nowhere."""
    ties: Mapping[tuple[int, int], float] = field(default_factory=dict)
    """Lines that are the next line of a heading, behind the line before, with the chance."""
    asides: frozenset[int] = frozenset()
    captions: frozenset[int] = frozenset()
    """Lines that read as the words under a picture, those too long to stand aside included."""
    seen: Mapping[int, Seen] = field(default_factory=dict)
    """What the chain saw of lines that are perhaps more than running text."""


def read_roles(
    lines: Sequence[Line],
    heads: Mapping[int, float],
    topics: Topics,
    table: Ngrams,
    chain: Chain,
    voices: Voices,
) -> Roles:
    """Read the roles of the lines with words of a page; `heads`: how likely each is a headline."""
    if not lines:
        return Roles()
    chances = np.array([heads.get(line.index, 0.0) for line in lines])
    told = outline.outline(chain, lines, table, topics, chances, voices)
    beside = told.chance(ASIDE)
    set_off = told.chance(
        ("kicker", "headline", "headline2", "deck", "byline", "dateline", "subhead", "subhead2")
    )
    indexes = [line.index for line in lines]
    pictured = told.chance(("caption", "credit"))
    asides = {
        line.index
        for line, chance, picture in zip(lines, beside.tolist(), pictured.tolist(), strict=True)
        if chance >= (INSIDE if line.apart else BESIDE)
        and (line.size <= PLAIN_CAPTION or picture < chance / 2)
    }
    roles = {line.index: _role(told, k, aside=line.index in asides) for k, line in enumerate(lines)}
    ties = {
        (indexes[k - 1], indexes[k]): _tie(told, lines, k)
        for k in range(1, len(lines))
        if told.path[k] in SECOND and roles[indexes[k]].name == roles[indexes[k - 1]].name
    }
    return Roles(
        roles,
        dict(zip(indexes, told.starts().tolist(), strict=True)),
        {
            name: dict(zip(indexes, told.chance(states).tolist(), strict=True))
            for name, states in OPENERS.items()
        },
        dict(zip(indexes, set_off.tolist(), strict=True)),
        ties,
        frozenset(asides),
        frozenset(i for i, chance in zip(indexes, pictured.tolist(), strict=True) if chance >= 0.5),
        _seen(told, indexes, chances),
    )


def _seen(told: outline.Outline, indexes: Sequence[int], heads: Floats) -> dict[int, Seen]:
    """Keep what was seen of lines that are not clearly running text."""
    body = told.chance(("body",))
    out = {}
    for k in np.flatnonzero((body < SURE_TEXT) | (heads >= 1 - SURE_TEXT)).tolist():
        ranked = [told.states[n] for n in np.argsort(-told.chances[k], kind="stable").tolist()]
        state = ranked[0]
        name = ROLE.get(state, state)
        rival = next(one for one in ranked if ROLE.get(one, one) != name)
        out[indexes[k]] = Seen(told.rows[k].copy(), state, rival)
    return out


def _tie(told: outline.Outline, lines: Sequence[Line], k: int) -> float:
    """Return the chance of a line to be a further line of the heading that the line above begins.

    Two subheads with no text between them are one, unless a mark or a number opens either.
    """
    second = [told.states.index(state) for state in SECOND]
    chance = float(told.chances[k, second].sum())
    if not any(signs.marked(line) or line.ordinal for line in lines[k - 1 : k + 1]):
        at = told.states.index("subhead")
        chance += float(told.pairs[k, at, at])
    return chance


def begun(starts: Floats, heads: Floats) -> Floats:
    """Return the chance of lines to begin an article: by their roles and by the judge of heads.

    The judge knows what the articles speak of; where it is sure, it is believed.
    """

    def odds(chances: Floats) -> Floats:
        kept = np.clip(chances, 1e-4, 1 - 1e-4)
        return np.log(kept / (1 - kept))

    both = (1 - JUDGED) * odds(starts) + JUDGED * odds(np.maximum(heads, UNHEARD))
    told: Floats = np.maximum(chance(both), np.where(heads >= CLEAR, heads, 0.0))
    return told


def _role(told: outline.Outline, k: int, *, aside: bool) -> Role:
    """Return the role of a line: that of the likeliest path, or the best beside or in the text."""
    state = told.path[k]
    if (state in ASIDE) != aside:
        ranked = np.argsort(-told.chances[k], kind="stable")
        state = next(told.states[n] for n in ranked if (told.states[n] in ASIDE) == aside)
    name = ROLE.get(state, state)
    alike = [n for n, one in enumerate(told.states) if ROLE.get(one, one) == name]
    return Role(name, float(told.chances[k, alike].sum()))


def settled(
    roles: Roles, articles: Iterable[Sequence[int]], joins: Iterable[tuple[int, int]]
) -> dict[int, Role]:
    """Return the roles of all lines of articles, none contradicting the articles or the joins.

    A line that goes on the sentence of another has its role; a headline inside an article is a
    subhead, and a subhead that begins one its headline; nothing above the first line of an article
    is its head.
    """
    out = {index: roles.of.get(index, Role("body", 0.5)) for a in articles for index in a}
    for article in articles:
        head = True
        if out[article[0]].name == "subhead":
            out[article[0]] = Role("headline", out[article[0]].chance)
        for index in article:
            name = out[index].name
            head = head and name in HEAD
            if not head and name in ("headline", "kicker"):
                out[index] = Role("subhead", out[index].chance)
            elif not head and name == "deck":
                out[index] = Role("item", out[index].chance)
            elif not head and name == "summary":
                out[index] = Role("body", out[index].chance)
    for left, right in sorted(joins):
        if left in out and right in out:
            first, second = out[left], out[right]
            name = first.name if first.name in FLOWING else "body"
            if first.name not in FLOWING:
                out[left] = Role("body", first.chance)
            if second.name != name:
                out[right] = Role(name, max(first.chance, second.chance))
    return out


def headings(
    roles: Roles, told: Mapping[int, Role], articles: Iterable[Sequence[int]]
) -> list[tuple[int, int, float]]:
    """Return (line, next line, chance) for lines of one heading that stand together."""
    return [
        (left, right, roles.ties[left, right])
        for article in articles
        for left, right in pairwise(article)
        if roles.ties.get((left, right), 0.0) >= TIED and told[left].name == told[right].name
    ]
