"""What the tests of the text model are written in: a source, decisions, the text expected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brandtool.core.article import Edition, render
from brandtool.core.candidate import Candidate, Evidence, Part
from brandtool.core.decision import (
    Anchor,
    Decision,
    Effect,
    Joint,
    Json,
    Label,
    Place,
    Point,
    Replace,
    Source,
    Typed,
    Verb,
)
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.span import Span

EVIDENCE = Evidence("test")


def span(text: str, words: str) -> Span:
    """Find words that stand once in a text."""
    assert text.count(words) == 1, f"{words!r} stands {text.count(words)} times"
    at = text.index(words)
    return Span(at, at + len(words))


def here(text: str, words: str) -> Source:
    """Anchor words that stand once in a source."""
    return Source(*span(text, words), words)


def end(text: str, words: str) -> Point:
    """Name the piece that ends where some words end."""
    return Point("", span(text, words).end)


def fix(text: str, words: str, by: str) -> Replace:
    """Replace words that stand once in a source."""
    return Replace(span(text, words), by)


def drop(text: str, words: str) -> Replace:
    """Remove words that stand once in a source."""
    return fix(text, words, "")


def place(text: str, words: str | Typed, after: str | Point | None, joint: Joint) -> Place:
    """Place words behind others, joined in a way."""
    piece = words if isinstance(words, Typed) else here(text, words)
    return Place(piece, end(text, after) if isinstance(after, str) else after, joint)


def event(
    name: str,
    clock: int,
    *effects: Effect,
    doc: str | None = None,
    verb: Verb = "add",
    cand: str | None = None,
    parents: Sequence[str] = (),
    targets: Sequence[str] = (),
    replica: str = "r",
    action: str = "a",
    kind: str = "test",
    text_sha256: str | None = None,
) -> Decision:
    """Make an event with a name one can read."""
    return Decision(
        name, replica, clock, clock, action, verb, kind, doc, text_sha256, cand, (), effects,
        parents=tuple(parents), targets=tuple(targets),
    )  # fmt: skip


def log(document: Document, *acts: Effect | Iterable[Effect]) -> Ledger:
    """Make a ledger of one event an act, named e1, e2 ... in the order of their clocks."""
    out = Ledger()
    for clock, act in enumerate(acts, 1):
        effects = (act,) if isinstance(act, Replace | Place | Label) else tuple(act)
        out.add(event(f"e{clock}", clock, *effects, doc=document.uid))
    return out


def read(text: str, *acts: Effect | Iterable[Effect]) -> Edition:
    """Render a source under acts."""
    document = Document(text)
    return render(document, log(document, *acts))


def claim(
    text: str,
    kind: str,
    *parts: tuple[str, str | Sequence[str]],
    score: float = 0.9,
    keep: int | None = None,
    value: Json = None,
    scores: tuple[float, ...] = (),
) -> Candidate:
    """Make a candidate of words that stand once in a source."""
    return Candidate(
        kind,
        Document(text).sha256,
        tuple(Part(role, anchor(text, words)) for role, words in parts),
        score,
        EVIDENCE,
        keep=keep,
        value=value,
        scores=scores,
    )


def anchor(text: str, words: str | Sequence[str]) -> Anchor:
    """Anchor one or several runs of words."""
    return tuple(here(text, w) for w in ([words] if isinstance(words, str) else words))
