"""What the editor decided on quotes, as the detector reads it: per article, in its own offsets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from brandtool.core.claim import claim_of
from brandtool.core.decision import Anchor, Decision, Label
from brandtool.core.span import Span, merge, total

if TYPE_CHECKING:
    from brandtool.core.article import Article
    from brandtool.core.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold one decided quote of an article.

    `kind` is direct, indirect, mixed or none (not speech); `content` what is quoted (empty for
    none), `claimed` what had been proposed (empty for a quote marked by hand), both in code points
    of the article's text. `told` are the first words, for the evidence of what is learned.
    """

    kind: str
    content: tuple[Span, ...]
    speaker: str | None = None
    speaker_kind: str = ""
    claimed: tuple[Span, ...] = ()
    claimed_kind: str = ""
    mention: Span | None = None
    rank: tuple[int, str] = (0, "")

    @property
    def area(self) -> tuple[Span, ...]:
        """Return every range that was decided on."""
        return merge([*self.content, *self.claimed])


def decided(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions on quotes."""
    return tuple(d for d in decisions if d.kind == "quote")


def claims_of(decisions: Iterable[Decision]) -> tuple[Candidate, ...]:
    """Return the claims that decisions on quotes answer, as they were made."""
    found = (claim_of(d) for d in decided(decisions) if d.cand is not None)
    return tuple(claim for claim in found if claim is not None and claim.kind == "quote")


def answers_of(decisions: Iterable[Decision], article: Article) -> tuple[Answer, ...]:
    """Read the decisions on quotes that stand in an article, in the order they were made."""
    out = [answer for d in decided(decisions) if (answer := _answer(d, article)) is not None]
    return tuple(sorted(out, key=lambda answer: answer.rank))


def overlap(one: Iterable[Span], other: Iterable[Span]) -> int:
    """Count the code points that two sets of ranges share."""
    mine, theirs = merge(one), merge(other)
    return total(mine) + total(theirs) - total(merge([*mine, *theirs]))


def _answer(decision: Decision, article: Article) -> Answer | None:
    if decision.verb not in ("accept", "keep", "amend", "add"):
        return None
    claim = claim_of(decision) if decision.cand is not None else None
    part = claim.part("content") if claim is not None else None
    claimed = _here(part.anchor, article) if part is not None else ()
    said: Mapping[str, object] = (
        claim.value if claim is not None and isinstance(claim.value, Mapping) else {}
    )
    mention = claim.part("mention") if claim is not None else None
    label = next(
        (e for e in decision.effects if isinstance(e, Label) and e.kind == "quote"), None
    )  # fmt: skip
    value = label.value if label is not None and isinstance(label.value, Mapping) else {}
    kind = str(value.get("kind", "none")) if decision.verb != "keep" else "none"
    content = _here(label.anchor, article) if label is not None and kind != "none" else ()
    if not content and not claimed:
        return None
    speaker = value.get("speaker")
    where = _here(mention.anchor, article) if mention is not None else ()
    return Answer(
        kind,
        content,
        speaker if isinstance(speaker, str) else None,
        str(value.get("speaker_kind") or ""),
        claimed or (_here(label.anchor, article) if label is not None else ()),
        str(said.get("kind", "")),
        Span(where[0].start, where[-1].end) if where else None,
        decision.rank,
    )


def _here(anchor: Anchor, article: Article) -> tuple[Span, ...]:
    """Return where the words of an anchor stand in an article's text."""
    homes = article.table.locate(anchor) if anchor else ()
    found = (article.here(home) for home in homes)
    return tuple(span for span in found if span is not None)
