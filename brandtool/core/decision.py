"""What editors decide: two edits, labels, and the sealed event that carries them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple, TypeAlias

from brandtool.core.span import Span

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
Bind = Literal["before", "after"]
Joint = Literal["run_on", "line", "paragraph", "article", "aside"]
Verb = Literal["accept", "keep", "amend", "defer", "add", "retract"]
JOINTS: tuple[Joint, ...] = ("run_on", "line", "paragraph", "article", "aside")
VERBS: tuple[Verb, ...] = ("accept", "keep", "amend", "defer", "add", "retract")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Anchor a range of the source text together with the words it had."""

    start: int
    end: int
    text: str = ""

    @property
    def origin(self) -> str:
        """Return the empty string: the source."""
        return ""

    @property
    def span(self) -> Span:
        """Return the range."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, order=True)
class Typed:
    """Anchor a range of what an event inserted: its inserted texts, one after another."""

    event: str
    start: int
    end: int
    text: str = ""

    @property
    def origin(self) -> str:
        """Return the event that inserted the words."""
        return self.event

    @property
    def span(self) -> Span:
        """Return the range within the inserted words."""
        return Span(self.start, self.end)


AnchorPart: TypeAlias = Source | Typed
Anchor: TypeAlias = tuple[AnchorPart, ...]


class Point(NamedTuple):
    """Name the piece that ends at an offset of the source ("") or of an event's words."""

    origin: str
    offset: int


START = Point("", 0)
"""The place before everything else."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Change wording: fix, drop (empty text) or insert (empty span).

    `bind` names the neighbour an insertion travels with.
    """

    span: Span
    text: str
    bind: Bind = "before"


@dataclass(frozen=True, slots=True)
class Place:
    """Say where a piece stands and how it follows what stands before it.

    `after` is the piece it follows (named by where that ends), START, or None: it keeps the place
    it has and only its joint is stated. `run_on` needs a named `after`: a sentence goes on from one
    place only.
    """

    piece: AnchorPart
    after: Point | None
    joint: Joint


@dataclass(frozen=True, slots=True)
class Label:
    """Say something of an anchor (of the document or the project if empty) that changes no text.

    `subject` names what is spoken of where the anchor does not: a person, a word.
    """

    kind: str
    anchor: Anchor = ()
    value: Json = None
    subject: str = ""

    def __hash__(self) -> int:
        """Hash what is spoken of; what is said of it may be a list or an object."""
        return hash((self.kind, self.anchor, self.subject))


Effect: TypeAlias = Replace | Place | Label


@dataclass(frozen=True, slots=True)
class Decision:
    """Record who decided what, when and why; appended, never changed.

    Ids are hexadecimal (32 digits). `doc` None: a project decision. `cand` None: the editor's own.
    `parents` are the effective events it replaces; `targets` (verb `retract`) the events it takes
    back. `made_us`: microseconds since 1970, for reading only; nothing is ordered by it.
    """

    event: str
    replica: str
    n: int
    clock: int
    action: str
    verb: Verb
    kind: str
    doc: str | None = None
    text_sha256: str | None = None
    cand: str | None = None
    anchor: Anchor = ()
    effects: tuple[Effect, ...] = ()
    note: str = ""
    parents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    made_us: int = 0
    prev: str = ""

    def __hash__(self) -> int:
        """Hash the id, which stands for everything else."""
        return hash(self.event)

    @property
    def rank(self) -> tuple[int, str]:
        """Return what orders events: clock, then id."""
        return (self.clock, self.event)

    @property
    def payload(self) -> str:
        """Return anchor, effects, targets and note as canonical JSON."""
        return canonical(payload_json(self))

    def sealed(self) -> Decision:
        """Return the decision with its event id, the hash of everything else in it."""
        return replace(self, event=event_id(self))


def event_id(decision: Decision) -> str:
    """Hash every field but the id (BLAKE2b-128): a chain per replica through `prev`."""
    fields: Json = [
        decision.replica,
        decision.n,
        decision.clock,
        decision.action,
        decision.doc,
        decision.text_sha256,
        decision.cand,
        decision.verb,
        decision.kind,
        decision.payload,
        list(decision.parents),
        decision.made_us,
        decision.prev,
    ]
    return hashlib.blake2b(canonical(fields).encode("utf-8"), digest_size=16).hexdigest()


def canonical(value: Json) -> str:
    """Write JSON in its one canonical form: sorted keys, no blanks, no escapes beyond need."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def payload_json(decision: Decision) -> Json:
    """Return what a decision says (anchor, effects, targets, note) as plain JSON, version 1."""
    out: dict[str, Json] = {
        "v": 1,
        "anchor": anchor_json(decision.anchor),
        "effects": [effect_json(effect) for effect in decision.effects],
        "note": decision.note,
    }
    if decision.targets:
        out["targets"] = list(decision.targets)
    return out


def anchor_json(anchor: Anchor) -> Json:
    """Return an anchor as plain JSON."""
    return [_part_json(part) for part in anchor]


def effect_json(effect: Effect) -> Json:
    """Return an effect as plain JSON."""
    match effect:
        case Replace(span, text, bind):
            out: dict[str, Json] = {"do": "replace", "span": list(span), "text": text}
            return {**out, "bind": bind} if span.start == span.end else out
        case Place(piece, after, joint):
            told: Json = None if after is None else list(after)
            return {"do": "place", "piece": _part_json(piece), "after": told, "joint": joint}
    anchor = anchor_json(effect.anchor)
    out = {"do": "label", "kind": effect.kind, "anchor": anchor, "value": effect.value}
    return {**out, "subject": effect.subject} if effect.subject else out


def _part_json(part: AnchorPart) -> Json:
    out: dict[str, Json] = {"start": part.start, "end": part.end, "text": part.text}
    return {**out, "event": part.event} if isinstance(part, Typed) else out


def read_payload(payload: str) -> tuple[Anchor, tuple[Effect, ...], str, tuple[str, ...]]:
    """Read anchor, effects, note and targets back from a payload.

    Raises ValueError if it is not a payload of version 1.
    """
    try:
        told = json.loads(payload)
        if told["v"] != 1:
            raise ValueError(f"payload version {told['v']!r}")
        effects = tuple(_read_effect(effect) for effect in told["effects"])
        return read_anchor(told["anchor"]), effects, told["note"], tuple(told.get("targets", ()))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a payload: {error}") from error


def read_anchor(told: Sequence[Mapping[str, Any]]) -> Anchor:
    """Read an anchor back from plain JSON."""
    return tuple(_read_part(part) for part in told)


def _read_part(told: Mapping[str, Any]) -> AnchorPart:
    if "event" in told:
        return Typed(told["event"], told["start"], told["end"], told["text"])
    return Source(told["start"], told["end"], told["text"])


def _read_effect(told: Mapping[str, Any]) -> Effect:
    match told["do"]:
        case "replace":
            return Replace(Span(*told["span"]), told["text"], told.get("bind", "before"))
        case "place":
            after = None if told["after"] is None else Point(*told["after"])
            return Place(_read_part(told["piece"]), after, told["joint"])
        case "label":
            anchor = read_anchor(told["anchor"])
            return Label(told["kind"], anchor, told["value"], told.get("subject", ""))
        case other:
            raise ValueError(f"unknown effect {other!r}")
