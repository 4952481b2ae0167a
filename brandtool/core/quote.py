"""Quotes: attributed words of the page, decided or proposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from brandtool.core.candidate import Candidate, Evidence
from brandtool.core.decision import (
    Anchor,
    AnchorPart,
    Json,
    Label,
    Source,
    anchor_json,
    read_anchor,
)
from brandtool.core.pieces import PieceTable
from brandtool.core.span import Span

QUOTE_KINDS = ("direct", "indirect", "mixed")
"""What a quote can be; `none` on a label says that the words are no speech."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Hold one quote: its words in the edition and the ranges they come from.

    `id` is the candidate's, or the anchor's for one marked by hand. `content`, `cue` and `mention`
    are source and inserted ranges (those of the kept copy where a copy was removed); `text` is the
    clean text, its pieces joined. `speaker` None: the page does not say. `article` is the number of
    the article that holds it, 0 for none. `state`: open | accepted | amended | reopened. `person`
    is the id of the speaker in the project's register, "" for one it does not know.
    """

    id: str
    kind: str
    content: Anchor
    text: str
    cue: Anchor = ()
    mention: Anchor = ()
    speaker: str | None = None
    speaker_kind: str = ""
    posts: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    score: float = 1.0
    evidence: Evidence | None = None
    article: int = 0
    state: str = "open"
    person: str = ""

    @property
    def broken(self) -> bool:
        """Tell whether a part of the quoted words is no longer in the edition."""
        return self.state == "reopened"


def quote_value(candidate: Candidate) -> dict[str, Json]:
    """Return what a quote candidate says, as the value of a `quote` label."""
    told = dict(candidate.value) if isinstance(candidate.value, Mapping) else {}
    for role in ("cue", "mention"):
        part = candidate.part(role)
        if part:
            told[role] = anchor_json(part.anchor)
    return told


def decided_quotes(table: PieceTable, labels: Iterable[Label]) -> tuple[Quote, ...]:
    """Read the quotes that `quote` labels in force speak of, with the words they have now."""
    out: list[Quote] = []
    for label in labels:
        value = label.value
        if isinstance(value, Mapping) and value.get("kind") in QUOTE_KINDS:
            out.append(_quote(table, label.anchor, value, state="accepted"))
    return tuple(out)


def proposed_quotes(table: PieceTable, candidates: Iterable[Candidate]) -> tuple[Quote, ...]:
    """Read the quotes that open candidates claim of words that are there."""
    out: list[Quote] = []
    for candidate in candidates:
        content = candidate.part("content")
        if content:
            out.append(_quote(table, content.anchor, quote_value(candidate), candidate=candidate))
    return tuple(quote for quote in out if table.locate(quote.content))


def _quote(
    table: PieceTable,
    content: Anchor,
    value: Mapping[str, Json],
    *,
    candidate: Candidate | None = None,
    state: str = "open",
) -> Quote:
    here = [_carried(table, part) for part in content]
    homes = table.locate(tuple(part for part in here if part is not None))
    speaker = value.get("speaker")
    return Quote(
        id=candidate.id if candidate else content_id(content),
        kind=str(value.get("kind", "direct")),
        content=tuple(
            told if carried is None else carried
            for told, carried in zip(content, here, strict=True)
        ),
        text="".join(table.text[home.start : home.end] for home in homes),
        cue=_anchor(value.get("cue")),
        mention=_anchor(value.get("mention")),
        speaker=speaker if isinstance(speaker, str) else None,
        speaker_kind=str(value.get("speaker_kind") or ""),
        posts=_strings(value.get("posts")),
        alternatives=_strings(value.get("alternatives")),
        score=candidate.score if candidate else 1.0,
        evidence=candidate.evidence if candidate else None,
        state=state if None not in here and contiguous(homes) else "reopened",
    )


def _carried(table: PieceTable, part: AnchorPart) -> AnchorPart | None:
    """Return a range, or that of the kept copy if it was removed; None if its words are gone."""
    if table.locate((part,)):
        return part
    start, last = table.twins.offset(part.start), table.twins.offset(part.end - 1)
    if part.origin or start is None or last is None:
        return None
    twin = Source(start, last + 1, part.text)
    return twin if table.locate((twin,)) else None


def contiguous(homes: Sequence[Span]) -> bool:
    """Tell whether nothing but cue clauses and marks of the same paragraphs parts the pieces.

    Pieces stand in reading order; what parts two of them may be 80 code points at most.
    """
    if not homes:
        return False
    return all(0 <= right.start - left.end <= 80 for left, right in pairwise(homes))


def content_id(content: Anchor) -> str:
    """Name a quote by the ranges it was decided on."""
    return ";".join(f"{part.origin}{part.start}-{part.end}" for part in content)


def _anchor(told: Json) -> Anchor:
    return read_anchor(told) if isinstance(told, list) else ()


def _strings(told: Json) -> tuple[str, ...]:
    if isinstance(told, Sequence) and not isinstance(told, str):
        return tuple(str(value) for value in told)
    return ()
