"""What detectors claim: candidates, their evidence, and the view they are computed from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from brandtool.core.decision import Anchor, Decision, Json, Source
from brandtool.core.document import Document
from brandtool.core.span import Span

if TYPE_CHECKING:
    from brandtool.core.article import Edition

KINDS = (
    "article", "duplicate", "interruption", "move", "join", "role", "quote", "suspect", "same",
)  # fmt: skip
"""The kinds of the built-in detectors, in the order in which they are asked."""

_ABOUT = {"quote": "content", "article": "start", "move": "block", "role": "block"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Say why, as a code and the values its sentence needs (made in `ui` and `cli`).

    `rest` holds what else speaks for it, the strongest first.
    """

    code: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)
    rest: tuple[Evidence, ...] = ()

    @property
    def all(self) -> tuple[Evidence, ...]:
        """Return what is claimed and everything that speaks for it, each by itself."""
        return (Evidence(self.code, self.values), *self.rest)


@dataclass(frozen=True, slots=True)
class Part:
    """Name one of the places a candidate speaks of, by its role in the claim."""

    role: str
    anchor: Anchor

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return the source ranges."""
        return tuple(part.span for part in self.anchor if isinstance(part, Source))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Claim something of a document; only an editor's decision makes it so.

    Parts by kind: `duplicate`: one `occurrence` each (`keep` is the index of the one that stays).
    `join`: `left` (ends where the sentence breaks off) and `right` (begins where it goes on).
    `interruption`: `aside`. `move`: `block` and `after` (ends where the block is to follow; empty
    anchor: at the start). `article`: `start` (the block that begins it), then its head lines
    (`kicker`, `headline`, `deck`, `byline` ...). `role`: `block`, the role in `value`. `same`: one
    `statement` each. `quote`: `content` (several ranges), `cue`, `mention`, `antecedent` (where
    the one is named who is meant by 他); `value` holds {"kind", "speaker", ...}. `suspect`: `text`;
    `value` holds the suggestions. `score` is 0..1, calibrated. `group` ties candidates that are
    shown together.
    """

    kind: str
    text_sha256: str
    parts: tuple[Part, ...]
    score: float
    evidence: Evidence
    detector: str = ""
    keep: int | None = None
    value: Json = None
    group: str = ""
    scores: tuple[float, ...] = ()
    _id: str = field(default="", init=False, repr=False, compare=False)

    @property
    def id(self) -> str:
        """Hash kind, text and the spans it is about; keeper, wording and score are not in it."""
        if not self._id:
            object.__setattr__(self, "_id", self._hash())
        return self._id

    def _hash(self) -> str:
        role = _ABOUT.get(self.kind)
        parts = [part for part in self.parts if role in (None, part.role)]
        return candidate_id(
            self.kind, self.text_sha256, tuple(span for part in parts for span in part.spans)
        )

    @property
    def spans(self) -> tuple[Span, ...]:
        """Return all source ranges, sorted."""
        return tuple(sorted(span for part in self.parts for span in part.spans))

    def part(self, role: str) -> Part | None:
        """Return the first part with a role."""
        return next((part for part in self.parts if part.role == role), None)


@dataclass(frozen=True)
class View:
    """Give a detector everything it may look at; immutable.

    `decisions` are the effective ones, `edition` the proposed edition (for quotes), `words` the
    project's never-again list as (kind, text), `names` its person register (any name to canonical
    name).
    """

    document: Document
    decisions: tuple[Decision, ...] = ()
    edition: Edition | None = None
    words: frozenset[tuple[str, str]] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)


class Detector(Protocol):
    """Claim candidates from a view: a pure function with an id that carries a version."""

    id: str
    kinds: tuple[str, ...]

    def detect(self, view: View) -> tuple[Candidate, ...]:
        """Return the candidates in the order of their first span."""
        ...


def candidate_id(kind: str, text_sha256: str, spans: tuple[Span, ...]) -> str:
    """Hash what a candidate is about (32 hexadecimal digits)."""
    told = f"{kind}\x00{text_sha256}\x00" + ";".join(f"{s.start}-{s.end}" for s in sorted(spans))
    return hashlib.blake2b(told.encode("utf-8"), digest_size=16).hexdigest()


def source_part(document: Document, role: str, *spans: Span | tuple[int, int]) -> Part:
    """Make a part from source ranges, with the words they have."""
    return Part(role, tuple(Source(s, e, document.text[s:e]) for s, e in spans))
