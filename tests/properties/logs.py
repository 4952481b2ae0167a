"""Documents, effects and logs of events to fold, drawn from a seed.

Hypothesis draws (and shrinks) the sizes; what fills them comes from the seed, which keeps
thousands of cases a matter of seconds.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from brandtool.core.decision import (
    JOINTS,
    Decision,
    Effect,
    Label,
    Place,
    Point,
    Replace,
    Source,
    Typed,
)
from brandtool.core.document import Document
from brandtool.core.span import Span

LETTERS = "甲乙丙丁，。“” a"
WAYS = ("drop", "fix", "insert", "block", "place", "typed", "twin", "role")


@dataclass(frozen=True)
class Case:
    """A document and a log of events on it, with a source of further chance."""

    document: Document
    log: list[Decision]
    rng: random.Random

    def span(self) -> Span:
        return span(self.rng, self.document)

    def effects(self, most: int = 3) -> tuple[Effect, ...]:
        return tuple(effect(self.rng, self.document, []) for _ in range(self.rng.randint(1, most)))

    def some(self, most: int = 2) -> tuple[str, ...]:
        """Name a few events of the log that are no retractions."""
        known = [d.event for d in self.log if d.verb != "retract"]
        return tuple(self.rng.sample(known, min(len(known), self.rng.randint(0, most))))

    def event(self, name: str, after: int, **told: object) -> Decision:
        """Make an event later than the whole log."""
        clock = after + max((d.clock for d in self.log), default=0)
        blank = Decision(name, "r9", 1, clock, name, "add", "test", doc=self.document.uid)
        return replace(blank, **told)  # type: ignore[arg-type]


@st.composite
def cases(draw: st.DrawFn, most: int = 9) -> Case:
    lines = draw(st.integers(1, 7))
    events = draw(st.integers(0, most))
    rng = random.Random(draw(st.integers(0, 2**40)))
    document = a_document(rng, lines)
    return Case(document, a_log(rng, document, events), rng)


def a_document(rng: random.Random, lines: int) -> Document:
    text = "\n".join("".join(rng.choices(LETTERS, k=rng.randint(0, 7))) for _ in range(lines))
    return Document(text or "甲")


def span(rng: random.Random, document: Document) -> Span:
    size = len(document.text)
    start = rng.randrange(size)
    return Span(start, rng.randint(start + 1, min(size, start + 12)))


def effect(rng: random.Random, document: Document, events: Sequence[str]) -> Effect:
    """Draw a change of wording, a placing (of source or of inserted words) or a label."""
    way = rng.choice(WAYS)
    size = len(document.text)
    match way:
        case "drop":
            return Replace(span(rng, document), "")
        case "fix":
            return Replace(span(rng, document), "".join(rng.choices("XYZ\n", k=rng.randint(1, 3))))
        case "insert":
            at = rng.randint(0, size)
            bind = rng.choice(("before", "after"))
            return Replace(Span(at, at), "".join(rng.choices("UVW", k=rng.randint(1, 3))), bind)
        case "role":
            return Label("role", (Source(*span(rng, document)),), rng.choice(("headline", "body")))
        case "twin":
            gone = span(rng, document)
            kept = rng.randint(0, size - gone.size)
            return Label("twin", (Source(*gone),), {"map": [[gone.start, gone.end, kept]]})
    return _place(rng, document, events, way)


def _place(rng: random.Random, document: Document, events: Sequence[str], way: str) -> Place:
    size = len(document.text)
    after = Point("", rng.randint(0, size)) if rng.random() < 0.8 else None
    if events and rng.random() < 0.3:
        after = Point(rng.choice(events), 1)
    joint = rng.choice(JOINTS)
    if way == "typed" and events:
        return Place(Typed(rng.choice(events), 0, 1), after or Point("", 0), joint)
    block = rng.choice(document.blocks).span
    if way == "block" and block.size:
        return Place(Source(*block), after, joint)
    return Place(Source(*span(rng, document)), after, joint)


def a_log(rng: random.Random, document: Document, events: int) -> list[Decision]:
    """Draw events of three desks that saw each other's work only in part."""
    out: list[Decision] = []
    for at in range(events):
        seen = rng.sample(out, min(len(out), rng.randint(0, 4)))
        base = Decision(
            event=f"{at:02d}{rng.randint(0, 9)}",
            replica=f"r{rng.randint(0, 2)}",
            n=at,
            clock=1 + max((d.clock for d in seen), default=0),
            action=f"a{at}",
            verb="add",
            kind="test",
            doc=document.uid,
            text_sha256=document.sha256,
        )
        if seen and rng.random() < 0.25:
            named = rng.sample(seen, min(len(seen), rng.randint(1, 2)))
            out.append(replace(base, verb="retract", targets=tuple(d.event for d in named)))
            continue
        told = [effect(rng, document, [d.event for d in out]) for _ in range(rng.randint(1, 3))]
        parents = rng.sample(seen, min(len(seen), rng.randint(0, 2)))
        accepted = rng.random() < 0.25
        out.append(
            replace(
                base,
                verb="accept" if accepted else "add",
                cand=rng.choice(("c1", "c2")) if accepted else None,
                effects=tuple(told),
                parents=tuple(d.event for d in parents),
            )
        )
    return out
