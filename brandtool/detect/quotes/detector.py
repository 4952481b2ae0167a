"""The detector: quotes of every article of the proposed edition, anchored to the source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from brandtool.core.candidate import Candidate, Part, View
from brandtool.core.decision import Anchor
from brandtool.core.span import Span
from brandtool.detect.lexicon import available
from brandtool.detect.quotes.answers import Answer, answers_of, claims_of
from brandtool.detect.quotes.attribution import Voice, attribute
from brandtool.detect.quotes.find import Words, asker, judge, quoted, taught
from brandtool.detect.quotes.found import Found
from brandtool.detect.quotes.lessons import Asked, learn
from brandtool.detect.quotes.model import Models, shipped
from brandtool.detect.quotes.reading import Reading, read

if TYPE_CHECKING:
    from brandtool.core.article import Article


def _never() -> bool:
    return False


class QuoteDetector:
    """Claim quotes and who said them.

    `tagged`: let the optional tagger of names help where it is available. The id tells whether it
    does, so that what was kept without it is found anew once it is installed.

    A candidate's parts: `content` (one anchor, as many ranges as it takes), `cue`, `mention`, and
    `antecedent` where the mention is a pronoun, a title or nothing at all: the place where the
    article names who is meant. Its value: `kind` (direct, indirect, mixed), `speaker` (canonical
    name or None), `speaker_kind` (person, organisation, unnamed), `posts` as printed in the
    article, `alternatives` (other sources, likeliest first, at most nine).

    Answers on the page are used at once: a term answered "not speech" is not asked again, a
    corrected speaker, kind or extent changes what stands alike, with an evidence code
    `quote.decided.…`. What is answered is handed on as it was claimed, never anew.
    """

    kinds: tuple[str, ...] = ("quote",)

    def __init__(self, *, tagged: bool = True) -> None:
        self.tagged = tagged and available()
        self.id = "quotes/2+names" if self.tagged else "quotes/2"

    def detect(
        self, view: View, *, cancelled: Callable[[], bool] = _never
    ) -> tuple[Candidate, ...]:
        """Return the quotes of the view's edition in the order of their first words.

        A view without an edition has none. `cancelled` is looked at between articles: what was
        found so far is returned.
        """
        articles = view.edition.articles if view.edition is not None else ()
        names = tuple(sorted(view.names.items()))
        pages: list[_Page] = []
        for article in articles:
            if cancelled():
                break
            roles = tuple(line.role for line in article.lines)
            reading = _read(article.text, roles, names, self.tagged)
            pages.append(_Page(article, reading, answers_of(view.decisions, article)))
        out = [
            candidate
            for page, found in zip(pages, _found(pages, shipped()), strict=True)
            for one in found
            if (candidate := _candidate(view, page.article, one, self.id)).spans
        ]
        kept = claims_of(view.decisions)
        taken = {claim.id for claim in kept}
        every = [*kept, *(one for one in out if one.id not in taken)]
        return tuple(sorted(every, key=_order))


@lru_cache(maxsize=128)
def _read(
    text: str, roles: tuple[str, ...], names: tuple[tuple[str, str], ...], tagged: bool
) -> Reading:
    """Read an article once: answers change what is made of it, not what it says."""
    return read(text, roles=roles, names=dict(names), tagged=tagged)


@dataclass(frozen=True)
class _Page:
    """Hold one article with the answers on its quotes."""

    article: Article
    reading: Reading
    answers: tuple[Answer, ...]


def _found(pages: Sequence[_Page], models: Models) -> list[tuple[Found, ...]]:
    """Find the quotes of every article, each with what the answers on all of them teach."""
    if not any(page.answers for page in pages):
        return [judge(page.reading, asker(models)) for page in pages]
    base: list[Words] = []
    taught_by: list[tuple[Reading, Sequence[Answer], Sequence[Asked]]] = []
    voices: list[tuple[Voice, ...]] = []
    for page in pages:
        noted: list[Asked] = []
        words = quoted(page.reading, asker(models, noted))
        base.append(words)
        taught_by.append((page.reading, page.answers, noted if page.answers else ()))
        held = attribute(page.reading, words.claims, words.hidden, page.answers)
        voices.append(held.voices)
    lessons = learn(taught_by, models)
    return [
        taught(page.reading, words, lessons, page.answers, _others(voices, nth))
        for nth, (page, words) in enumerate(zip(pages, base, strict=True))
    ]


def _others(voices: Sequence[Iterable[Voice]], nth: int) -> tuple[Voice, ...]:
    return tuple(voice for at, held in enumerate(voices) if at != nth for voice in held)


def _order(candidate: Candidate) -> tuple[tuple[Span, ...], str]:
    content = candidate.part("content")
    return (content.spans if content is not None else (), candidate.id)


def _candidate(view: View, article: Article, found: Found, detector: str) -> Candidate:
    """Anchor a quote of an article's text to the source pieces behind it."""
    content: Anchor = tuple(part for span in found.content for part in article.anchor(span))
    parts = [Part("content", content)]
    told: Mapping[str, Span | None] = {
        "cue": found.cue, "mention": found.mention, "antecedent": found.antecedent,
    }  # fmt: skip
    for role, span in told.items():
        anchor = article.anchor(span) if span is not None else ()
        if anchor:
            parts.append(Part(role, anchor))
    return Candidate(
        "quote",
        view.document.sha256,
        tuple(parts),
        found.score,
        found.evidence,
        detector=detector,
        value={
            "kind": found.kind,
            "speaker": found.speaker,
            "speaker_kind": found.speaker_kind,
            "posts": list(found.posts),
            "alternatives": list(found.alternatives),
        },
    )
