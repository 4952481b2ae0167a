"""The outline of a page: the role of every line, read from all lines together.

One small sign or cost a feature (`OWN` of the line itself, the others of where it stands); the
chain weighs them and the roles of the neighbours. Nothing but the form of lines, the likelihood of
their seams and the chance of being a headline goes in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

import numpy as np
from numpy.typing import NDArray

from brandtool.detect.page import costs, seam, signs, wrapping
from brandtool.detect.page.chain import Chain, Floats
from brandtool.detect.page.ngrams import Ngrams
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.shape import Line
from brandtool.detect.page.topics import Topics

SECOND = {"headline2": "headline", "subhead2": "subhead"}
"""States of the further lines of a heading, and the role they have."""
ROLE = {**SECOND, "lead": "body"}
"""The roles of the states that are no roles; `lead` begins an article whose headline is lost."""
STATES = (
    "lead",
    "kicker", "headline", "headline2", "deck", "summary", "byline", "dateline", "note",
    "subhead", "subhead2", "body", "item", "caption", "credit", "signoff", "turn", "furniture",
    "advert",
)  # fmt: skip
HEAD = frozenset(
    {"kicker", "headline", "headline2", "deck", "summary", "byline", "dateline", "note"}
)
ASIDE = frozenset({"caption", "credit", "turn", "furniture", "advert"})
OPENS: Mapping[str, frozenset[str]] = {
    "lead": frozenset(),
    "headline": frozenset({"kicker", "note"}),
    "kicker": frozenset({"kicker", "note"}),
    "note": HEAD,
    "deck": HEAD,
}
"""States that begin an article unless the line before has one of some states."""

NEEDS: Mapping[str, tuple[str, ...]] = {
    "byline": ("byline", "names", "writer", "reporter", "marked"),
    "dateline": ("dateline", "begins_dateline"),
    "credit": ("credit", "picture", "writer", "names", "reporter"),
    "signoff": ("signed", "signed_end", "bracketed", "names", "byline", "reporter", "writer"),
    "turn": ("turn",),
    "lead": ("begins_dateline", "dateline"),
    "furniture": (
        "furniture", "folio", "staff", "contact", "rubric", "notice", "advert", "turn", "names",
        "digits", "latin", "colon", "size_2", "size_4", "size_8", "size_12",
    ),
}  # fmt: skip
"""States that a line may only have if one of some signs is seen: what they are by definition."""
_TABLE = tuple(state for state in STATES if state not in ("body", "item"))
BARS: Mapping[str, tuple[str, ...]] = {
    "dash": ("headline", "headline2", "kicker", "lead"),
    "table": _TABLE,
    "comma": ("headline", "kicker", "byline", "dateline", "signoff", "turn"),
    "turn": ("caption", "credit", "furniture", "advert"),
    "begins_dateline": ("kicker", "headline", "headline2", "deck", "subhead", "subhead2"),
    "sentence": ("kicker", "headline", "headline2", "deck", "subhead", "subhead2"),
}
"""Signs with which a line may not have some states."""
NEVER = -12.0
"""The weight of a state whose sign is missing, or that is barred."""
AHEAD, BEHIND = 4, 8
"""How many lines after and before a heading its words are looked for in."""

_LATIN = re.compile("[A-Za-z]")
_SIZES = (2, 4, 8, 12, 16, 22, 30, 45, 80)

OWN: Mapping[str, Callable[[Line], float]] = {
    "stop": lambda line: line.ending == "stop",
    "quoted": lambda line: line.ending == "quoted",
    "closed": lambda line: line.ending == "closed",
    "colon": lambda line: line.ending == "colon",
    "comma": lambda line: line.ending == "comma",
    "open": lambda line: line.ending == "open",
    "sentence": lambda line: "。" in line.narrow[:-1] and not line.narrow.startswith(("。", "“")),
    "full_stop": lambda line: line.narrow.rstrip().endswith(("。", "。”")),
    "asks": lambda line: line.narrow.rstrip().endswith("?"),
    "exclaims": lambda line: line.narrow.rstrip().endswith("!"),
    "inner_stop": lambda line: any(char in "。!?;" for char in line.narrow[:-1]),
    "inner_comma": lambda line: "," in line.narrow,
    "blank": lambda line: " " in line.text.strip() or "　" in line.text.strip(),
    "speech": lambda line: "“" in line.text,
    "title": lambda line: "《" in line.text,
    "digits": lambda line: sum(map(str.isdigit, line.text)) > 0.3 * line.size,
    "latin": lambda line: len(_LATIN.findall(line.text)) > 0.3 * line.size,
    "orphan": lambda line: line.balance[0] > 0,
    "left_open": lambda line: line.balance[1] > 0,
    "opener": costs.opener_start,
    "punctuation": costs.punctuation_start,
    "byline": lambda line: line.byline,
    "names": signs.names,
    "marked": signs.marked,
    "marked_names": lambda line: signs.marked(line) and signs.names(line),
    "writer": signs.writer,
    "reporter": signs.reporter,
    "caption": lambda line: line.caption,
    "pointed": signs.pointed,
    "picture": signs.picture,
    "credit": lambda line: line.credit,
    "short_picture": lambda line: signs.picture(line) and line.size <= 16,
    "turn": lambda line: bool(signs.turn(line)),
    "furniture": lambda line: line.furniture,
    "folio": signs.folio,
    "staff": signs.staff,
    "contact": signs.contact,
    "notice": signs.notice,
    "advert": lambda line: line.advert,
    "short_notice": lambda line: signs.notice(line) and line.size <= 12,
    "signed_end": lambda line: line.signoff,
    "signed": signs.signed,
    "bracketed": signs.bracketed,
    "rubric": signs.rubric,
    "begins_dateline": lambda line: line.dateline,
    "dateline": signs.dateline,
    "note": signs.note,
    "summary": signs.summary,
    "item": lambda line: line.item,
    "dash": lambda line: line.text.startswith(("——", "--", "—")),
    "short_dash": lambda line: line.text.startswith(("——", "--", "—")) and line.size <= 32,
    "listed": signs.listed,
    "numbered": signs.numbered,
    "section": signs.section,
    "short_section": lambda line: signs.section(line) and line.size <= 24,
    "topic": lambda line: line.topic,
    "named": signs.named,
    "question": signs.question,
    "answer": signs.answer,
    "hash": lambda line: min(line.heading, 1),
    "table": lambda line: line.table,
}  # fmt: skip
"""What a line says of itself, by name."""

_AROUND = (
    "byline", "reporter", "names", "begins_dateline", "dateline", "stop", "open", "contact",
    "notice", "short_dash", "item", "hash", "signed", "signed_end", "picture", "pointed", "folio",
    "question", "colon", "note", "writer",
)  # fmt: skip
"""Own signs that are also told of the line before and the line after."""

NAMES = (
    "one",
    *(f"size_{size}" for size in _SIZES), "size_more",
    *OWN,
    *(f"before_{name}" for name in _AROUND), *(f"after_{name}" for name in _AROUND),
    "first", "last", "top", "bottom",
    "before_short", "before_long", "after_short", "after_long", "second_long", "second_byline",
    "gap_before", "gap_after", "gap_less_before", "gap_less_after",
    "lift_before", "lift_after", "run_before", "run_after", "end", "fresh",
    "head", "head_likely", "head_before", "head_after",
    "wrapped", "sibling", "numbered_on", "notices_near", "share_short",
    "short_open", "short_between", "under_heading",
    "series", "series_long",
    "about_next", "about_before", "shift", "shift_far", "shift_more", "mixed",
)  # fmt: skip

_TOPICAL = ("about_next", "about_before", "shift", "shift_far", "shift_more", "mixed")


@dataclass(frozen=True)
class Outline:
    """Hold how likely each role is for each line; rows are positions in the lines read."""

    states: tuple[str, ...]
    chances: Floats
    """(lines, states)."""
    pairs: NDArray[np.floating]
    """(lines, states, states): the state of the line before, and of the line."""
    path: tuple[str, ...]
    """The likeliest states of all lines together."""
    rows: Floats = field(default_factory=lambda: np.zeros((0, len(NAMES))), repr=False)
    """The features of the lines."""

    def chance(self, among: Sequence[str] | frozenset[str]) -> Floats:
        """Return the chance of each line to be in one of some states."""
        told: Floats = self.chances[:, [self.states.index(name) for name in among]].sum(axis=1)
        return told

    def starts(self) -> Floats:
        """Return the chance of each line to begin an article."""
        out = np.zeros(len(self.chances))
        for state, behind in OPENS.items():
            at = self.states.index(state)
            before = [self.states.index(one) for one in behind]
            out += self.chances[:, at] - self.pairs[:, before, at].sum(axis=1)
        return np.clip(out, 0.0, 1.0)


def features(
    lines: Sequence[Line],
    table: Ngrams,
    topics: Topics,
    heads: Floats,
    voices: seam.Voices,
) -> Floats:
    """Return (n, len(NAMES)) features of lines in the order of the page.

    `heads` is the chance of each to be a headline, as far as anything but its form tells; `voices`
    are theirs.
    """
    count = len(lines)
    out = np.zeros((count, len(NAMES)))
    if not count:
        return out
    place = {name: k for k, name in enumerate(NAMES)}
    own = np.array([_own(line) for line in lines])
    spot = {name: k for k, name in enumerate(OWN)}
    at = place[next(iter(OWN))]
    out[:, at : at + len(OWN)] = own
    out[:, place["one"]] = 1.0
    sizes = np.array([line.size for line in lines])
    bucket = np.searchsorted(np.array(_SIZES), sizes)
    out[np.arange(count), place[f"size_{_SIZES[0]}"] + bucket] = 1.0
    for name in _AROUND:
        column = own[:, spot[name]]
        out[1:, place[f"before_{name}"]] = column[:-1]
        out[:-1, place[f"after_{name}"]] = column[1:]
    told = {
        **_place(lines, sizes, own, spot),
        **_seams(voices, table),
        **_heads(heads),
        **_topics(lines, topics),
    }
    for name, column in told.items():
        out[:, place[name]] = column
    return out


def _own(line: Line) -> list[float]:
    look_up()
    return [float(sign(line)) for sign in OWN.values()]


def _shift(column: NDArray[np.generic], step: int) -> Floats:
    """Return what a column says of the line `step` lines on, 0 beyond the page."""
    out = np.zeros(len(column))
    if step < 0:
        out[-step:] = column[:step]
    elif step < len(column):
        out[: len(column) - step] = column[step:]
    return out


def _place(
    lines: Sequence[Line], sizes: NDArray[np.int64], own: Floats, spot: Mapping[str, int]
) -> dict[str, Floats]:
    """Say where each line stands: at an end of the page, among short ones, behind a gap."""
    count = len(lines)
    where = np.arange(count)
    form = np.array([costs.heading_form(line) for line in lines])
    long = (sizes > 40).astype(float)
    shut = 1.0 - own[:, spot["open"]]
    gaps = _gaps(lines)
    usual = median(gaps) if count else 1
    byline = np.maximum(own[:, spot["byline"]], own[:, spot["reporter"]])
    wrapped = np.zeros(count)
    for start, stop, _ in wrapping.stretches(lines):
        wrapped[start:stop] = 1.0
    notice = np.maximum(own[:, spot["contact"]], own[:, spot["notice"]])
    near = sum((_shift(notice, step) for step in (-2, -1, 1, 2)), np.zeros(count))
    marks = [line.text[:1] if line.text[:1] in "■□●◆▲【（(“①②③④⑤" else "" for line in lines]
    before_shut = np.maximum(_shift(shut, -1), _shift(form, -1))
    return {
        "first": where == 0, "last": where == count - 1, "top": where < 3,
        "bottom": where >= count - 3,
        "before_short": _shift(form, -1), "before_long": _shift(long, -1),
        "after_short": _shift(form, 1), "after_long": _shift(long, 1),
        "second_long": _shift(long, 2), "second_byline": _shift(byline, 2),
        "gap_before": _shift(gaps > usual, -1), "gap_after": gaps > usual,
        "gap_less_before": _shift(gaps < usual, -1), "gap_less_after": gaps < usual,
        "wrapped": wrapped, "notices_near": np.minimum(near, 2) / 2,
        "share_short": np.full(count, form.mean()),
        "sibling": np.array([float(bool(m) and marks.count(m) > 1) for m in marks]),
        "numbered_on": _numbered(lines),
        "short_open": form * own[:, spot["open"]],
        "short_between": form * _shift(long, -1) * _shift(long, 1) * before_shut,
        "under_heading": _shift(form, -1) * form, **_series(lines, sizes),
    }  # fmt: skip


def _gaps(lines: Sequence[Line]) -> NDArray[np.int64]:
    """Count the line ends behind each line, as far as the next one that is told of."""
    return np.array([min(line.block.end - line.block.stop, 6) for line in lines])


def _numbered(lines: Sequence[Line]) -> Floats:
    """Tell which lines carry a number that goes on, or is gone on with, within a few lines."""
    out = np.zeros(len(lines))
    for k, line in enumerate(lines):
        if not line.ordinal:
            continue
        for other in lines[k + 1 : k + 8]:
            if other.ordinal == line.ordinal + 1:
                out[k] = 1.0
        for other in lines[max(0, k - 7) : k]:
            if other.ordinal == line.ordinal - 1:
                out[k] = 1.0
    return out


def _series(lines: Sequence[Line], sizes: NDArray[np.int64]) -> dict[str, Floats]:
    """Tell which lines open with a mark or a number of the kind that opens a line near them."""
    kinds = [opening(line) for line in lines]
    out = np.zeros(len(lines))
    for k, kind in enumerate(kinds):
        near = kinds[max(0, k - 3) : k] + kinds[k + 1 : k + 4]
        out[k] = float(bool(kind) and kind in near)
    return {"series": out, "series_long": out * (sizes > 18)}


def opening(line: Line) -> str:
    """Name the kind of mark or number that opens a line, empty for none."""
    if signs.listed(line):
        return "listed"
    if signs.section(line):
        return "section"
    if signs.numbered(line):
        return "(" if line.narrow[0] == "(" else "①" if line.narrow[0] > "⑀" else "1"
    if line.item or signs.marked(line):
        return line.text[0]
    return ""


def _topics(lines: Sequence[Line], topics: Topics) -> dict[str, Floats]:
    """Compare the words of short lines with those around them, and these with each other."""
    count = len(lines)
    out = {name: np.zeros(count) for name in _TOPICAL}
    for k, line in enumerate(lines):
        look_up()
        if not 2 <= line.size <= 45 or line.ending in ("stop", "comma"):
            continue
        after = [one.index for one in lines[k + 1 : k + 1 + AHEAD]]
        before = [one.index for one in lines[max(0, k - BEHIND) : k]]
        own = (line.index,)
        on, was = topics.alike(own, after), topics.alike(own, before)
        shift = topics.alike(after, before)
        out["about_next"][k], out["about_before"][k] = min(on, 3.5), min(was, 3.5)
        out["shift"][k] = shift
        out["shift_more"][k] = float(shift > 0.05)
        out["mixed"][k] = min(on, 3.5) - min(was, 3.5)
        early = [one.index for one in lines[max(0, k - 2 * BEHIND) : max(0, k - 4)]]
        out["shift_far"][k] = topics.alike(after, early)
    return out


def _seams(voices: seam.Voices, table: Ngrams) -> dict[str, Floats]:
    """Say how well each line goes on from the one before and is gone on with by the next."""
    tails, heads, fresh, end = voices.tails, voices.heads, voices.fresh, voices.end
    lift = np.zeros(len(fresh))
    lift[1:] = np.clip(seam.run_on_cost(table, tails[:-1], heads[1:]) - fresh[1:], -12, 12)
    on = np.zeros(len(fresh))
    on[:-1] = lift[1:]
    return {
        "lift_before": lift / 5, "lift_after": on / 5,
        "run_before": (lift > 2).astype(float), "run_after": (on > 2).astype(float),
        "end": np.clip(end, -12, 0) / 5, "fresh": np.clip(fresh, -40, 0) / 10,
    }  # fmt: skip


def _heads(heads: Floats) -> dict[str, Floats]:
    chance = np.clip(heads, 1e-3, 1 - 1e-3)
    return {
        "head": np.where(heads > 0, np.log(chance / (1 - chance)) / 3, -2.5),
        "head_likely": (heads >= 0.3).astype(float),
        "head_before": _shift(heads, -1), "head_after": _shift(heads, 1),
    }  # fmt: skip


def barred(rows: Floats) -> Floats:
    """Return what speaks against each state of each line by definition: (n, states), 0 or NEVER."""
    out = np.zeros((len(rows), len(STATES)))
    for state, wanted in NEEDS.items():
        seen = rows[:, [NAMES.index(name) for name in wanted]].any(axis=1)
        out[~seen, STATES.index(state)] = NEVER
    for sign, states in BARS.items():
        seen = rows[:, NAMES.index(sign)] > 0
        for state in states:
            out[seen, STATES.index(state)] = NEVER
    return out


def outline(
    chain: Chain,
    lines: Sequence[Line],
    table: Ngrams,
    topics: Topics,
    heads: Floats,
    voices: seam.Voices,
) -> Outline:
    """Read the roles of the lines of a page."""
    rows = features(lines, table, topics, heads, voices)
    told = rows @ chain.weights + barred(rows)
    chances, pairs = chain.read(told)
    path = tuple(chain.states[k] for k in chain.best(told))
    return Outline(chain.states, chances, pairs, path, rows)
