"""The detector: quotes of every article of the proposed edition, anchored to the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from brandtool.core.candidate import Candidate, Part, View
from brandtool.detect.lexicon import available
from brandtool.detect.quotes.find import find_quotes
from brandtool.detect.quotes.found import Found

if TYPE_CHECKING:
    from brandtool.core.article import Article


def _never() -> bool:
    return False


class QuoteDetector:
    """Claim quotes and who said them.

    `tagged`: let the optional tagger of names help where it is available. The id tells whether it
    does, so that what was kept without it is found anew once it is installed.
    """

    kinds: tuple[str, ...] = ("quote",)

    def __init__(self, *, tagged: bool = True) -> None:
        self.tagged = tagged and available()
        self.id = "quotes/1+names" if self.tagged else "quotes/1"

    def detect(
        self, view: View, *, cancelled: Callable[[], bool] = _never
    ) -> tuple[Candidate, ...]:
        """Return the quotes of the view's edition in the order of their first span.

        A view without an edition has none. `cancelled` is looked at between articles: what was
        found so far is returned.
        """
        out: list[Candidate] = []
        for article in view.edition.articles if view.edition is not None else ():
            if cancelled():
                break
            roles = [line.role for line in article.lines]
            told = find_quotes(article.text, roles=roles, names=view.names, tagged=self.tagged)
            for found in told:
                candidate = _candidate(view, article, found, self.id)
                if candidate.spans:
                    out.append(candidate)
        return tuple(sorted(out, key=lambda candidate: (candidate.spans, candidate.id)))


def _candidate(view: View, article: Article, found: Found, detector: str) -> Candidate:
    """Anchor a quote of an article's text to the source pieces behind it."""
    content = tuple(part for span in found.content for part in article.anchor(span))
    parts = [Part("content", content)]
    for role, span in (("cue", found.cue), ("mention", found.mention)):
        if span is not None:
            parts.append(Part(role, article.anchor(span)))
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
