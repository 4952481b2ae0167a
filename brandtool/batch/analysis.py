"""The analysis record: everything the detectors claim about a text, and the proposed edition.

The format is `brandtool-analysis/1`: plain JSON values, offsets half-open in code points of the
text, scores with four decimals, candidates by (first start, kind, last end). The same text gives
the same record everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from brandtool.core.article import Article, Edition, propose
from brandtool.core.candidate import Candidate, Evidence, Part, View
from brandtool.core.decision import Json
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from brandtool.core.turn import turn_of
from brandtool.detect import detectors
from brandtool.detect import page as page_room
from brandtool.detect.page import PageDetector
from brandtool.detect.page.chain import Chain
from brandtool.detect.page.evidence import SENTENCES as PAGE_SENTENCES
from brandtool.detect.page.network import Network
from brandtool.detect.quotes.evidence import SENTENCES as QUOTE_SENTENCES

__all__ = ["FORMAT", "Record", "analyse", "record_of", "why"]

FORMAT = "brandtool-analysis/1"
TEXT = 0.97
"""How many of the lines that nothing else is claimed of are running text."""
Record: TypeAlias = dict[str, Any]
_SENTENCES = {**PAGE_SENTENCES, **QUOTE_SENTENCES}


def analyse(
    document: Document,
    *,
    accept: float = 0.5,
    identifier: str,
    quotes: bool = True,
    judged_by: Mapping[str, Network] | None = None,
    roles_by: Chain | None = None,
) -> Record:
    """Run the detectors over a document and return its record.

    `accept` is the score from which claims take part in the articles. `judged_by` and
    `roles_by` put other judges in the place of the page detector's own (for cross-validation).
    """
    view = View(document)
    found: list[Candidate] = []
    late = []
    for detector in detectors().loaded:
        if "quote" in detector.kinds:
            late.append(detector)
        elif judged_by is not None and isinstance(detector, PageDetector):
            found += page_room.detect(view, judged_by=judged_by, roles_by=roles_by)
        else:
            found += detector.detect(view)
    edition = propose(document, Ledger(()), found, accept)
    spoken: list[Candidate] = []
    for detector in late if quotes else ():
        spoken += detector.detect(View(document, edition=edition))
    return record_of(edition, found, spoken, identifier=identifier, accept=accept)


def record_of(
    edition: Edition,
    candidates: Sequence[Candidate],
    quotes: Sequence[Candidate],
    *,
    identifier: str,
    accept: float,
) -> Record:
    """Write an edition and the claims behind it as a record."""
    document = edition.document
    scores = _article_scores(candidates)
    articles = [article for article in edition.articles if article.lines]
    return {
        "format": FORMAT,
        "id": identifier,
        "sha256": document.sha256,
        "length": len(document.text),
        "candidates": _candidates(candidates),
        "articles": [_article(article, scores) for article in articles],
        "blocks": _blocks(document, articles, candidates, accept),
        "quotes": [_quote(quote) for quote in quotes],
    }


def why(evidence: Evidence) -> str:
    """Return the English sentence of evidence, what speaks for a claim behind what is claimed.

    The bare code stands for what a third party made.
    """
    return "; ".join(map(_clause, evidence.all))


def _clause(evidence: Evidence) -> str:
    template = _SENTENCES.get(evidence.code)
    if template is None:
        return evidence.code
    try:
        return template.format_map(evidence.values)
    except (KeyError, IndexError, ValueError):
        return evidence.code


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _candidates(candidates: Sequence[Candidate]) -> list[Record]:
    rows: list[Record] = []
    ordered = sorted(candidates, key=lambda one: (one.spans[0], one.kind, one.spans[-1].end))
    group = 0
    for one in ordered:
        if one.kind == "duplicate":
            group += 1
            rows += _occurrences(one, f"g{group}")
        else:
            rows += _row(one)
    return sorted(rows, key=_place)


def _place(row: Record) -> tuple[int, str, int]:
    if row["kind"] in ("join", "line"):
        return min(row["left"], row["right"]), row["kind"], max(row["left"], row["right"])
    return row["spans"][0][0], row["kind"], row["spans"][-1][1]


def _occurrences(one: Candidate, group: str) -> Iterator[Record]:
    for at, part in enumerate(one.parts):
        score = one.scores[at] if one.scores else one.score
        yield {
            "kind": "duplicate", "group": group, "spans": _pairs(part.spans),
            "keep": at == one.keep, "score": round(score, 4), "why": why(one.evidence),
        }  # fmt: skip


def _row(one: Candidate) -> Iterator[Record]:
    told: Record = {"score": round(one.score, 4), "why": why(one.evidence)}
    match one.kind:
        case "join":
            left, right = one.part("left"), one.part("right")
            if left and right:
                yield {
                    "kind": "join", "left": left.spans[-1].end, "right": right.spans[0].start,
                    **told,
                }  # fmt: skip
        case "move":
            block, after = one.part("block"), one.part("after")
            if block:
                end = after.spans[-1].end if after and after.spans else 0
                yield {"kind": "move", "spans": _pairs(block.spans), "after": end, **told}
        case "interruption":
            yield {"kind": one.kind, "spans": _pairs(one.spans), **told, **_turned(one.value)}
        case "same":
            yield {"kind": one.kind, "spans": _pairs(one.spans), **told}
        case "suspect":
            offered = one.value.get("suggest") if isinstance(one.value, Mapping) else one.value
            yield {"kind": "suspect", "spans": _pairs(one.spans), "suggest": offered, **told}
        case "article" | "role":
            yield from _ties(one)
        case _:
            return


def _turned(value: Json) -> Record:
    """Tell which page a turn line names, and whether the article goes on to or from it."""
    if not isinstance(value, Mapping) or not value.get("page"):
        return {}
    return {"page": value["page"], "way": value["way"]}


def _named_page(words: str) -> Record:
    """Tell the page a turn line names, whoever gave it that role."""
    turn = turn_of(words)
    return {"page": turn.page, "way": turn.way} if turn and turn.page else {}


def _ties(one: Candidate) -> Iterator[Record]:
    """Tell which lines a claim ties to the line before them: of one heading, or of one byline."""
    value = one.value if isinstance(one.value, Mapping) else {}
    lines = value.get("lines")
    bylines = [part.spans for part in one.parts if "byline" in (part.role, value.get("role"))]
    for tie in lines if isinstance(lines, Sequence) and not isinstance(lines, str) else ():
        if isinstance(tie, Sequence) and len(tie) == 3:
            here = [span.start for spans in bylines for span in spans]
            what = "byline" if tie[1] in here else "heading"
            yield {
                "kind": "line", "left": tie[0], "right": tie[1],
                "score": tie[2], "why": f"two lines of one {what}",
            }  # fmt: skip


def _article_scores(candidates: Sequence[Candidate]) -> dict[int, float]:
    out = {}
    for one in candidates:
        start = one.part("start")
        if one.kind == "article" and start:
            out[start.spans[0].start] = one.score
    return out


def _article(article: Article, scores: Mapping[int, float]) -> Record:
    return {
        "headline": article.headline,
        "byline": article.byline,
        "text": article.text,
        "spans": _pairs(article.spans),
        "asides": _pairs(
            span for line in article.asides for span in article.table.source_spans(line.home)
        ),
        "score": round(scores.get(article.key.offset, article.score), 4),
        **({"continued_from": article.continued_from} if article.continued_from else {}),
        **({"continues_on": article.continues_on} if article.continues_on else {}),
    }


def _blocks(
    document: Document,
    articles: Sequence[Article],
    candidates: Sequence[Candidate],
    accept: float,
) -> list[Record]:
    roles: dict[int, tuple[str, float]] = {}
    homes: dict[int, int] = {}
    for number, article in enumerate(articles):
        for line in (*article.lines, *article.asides):
            for span in article.table.source_spans(line.home):
                home = document.block_at(span.start).start
                homes.setdefault(home, number)
                roles.setdefault(home, (line.role, TEXT))
    for one in candidates:
        if one.kind in ("role", "interruption") and one.score >= accept:
            role = one.value.get("role") if isinstance(one.value, Mapping) else one.value
            for span in one.spans:
                roles[span.start] = (str(role), one.score)
        if one.kind == "article" and one.score >= accept:
            head = [part for part in one.parts if part.role not in ("start", "after")]
            sure = one.scores[1:] if len(one.scores) == len(head) + 1 else (one.score,) * len(head)
            for part, score in zip(head, sure, strict=True):
                for span in part.spans:
                    roles[span.start] = (part.role, score)
    out = []
    for block in document.blocks:
        if block.start == block.stop:
            continue
        role, score = roles.get(block.start, ("body", TEXT))
        out.append(
            {
                "span": [block.start, block.stop], "role": role,
                "article": homes.get(block.start), "score": round(score, 4),
                **(_named_page(document.quote(block.span)) if role == "turn" else {}),
            }
        )  # fmt: skip
    return out


def _quote(one: Candidate) -> Record:
    told = one.value if isinstance(one.value, Mapping) else {}
    content = one.part("content")
    out: Record = {
        "kind": told.get("kind", "direct"),
        "content": _pairs(content.spans) if content else [],
        "cue": None,
        "mention": None,
        "speaker": told.get("speaker"),
        "score": round(one.score, 4),
        "why": why(one.evidence),
    }
    for role in ("cue", "mention"):
        part: Part | None = one.part(role)
        spans = _pairs(part.spans) if part else []
        if spans:
            out[role] = spans[0]
        if len(spans) > 1:
            out[f"{role}_rest"] = spans[1:]
    return out
