"""Claims of duplicates, each with the copy that stays, and of what is said twice and stays."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from brandtool.core.candidate import Candidate, Evidence, Part, source_part
from brandtool.core.span import Span, merge
from brandtool.detect.page.because import why_duplicate, why_same
from brandtool.detect.page.copies import Link, broken
from brandtool.detect.page.solution import Page, Solution

SHORT = 16
"""Shorter lines are only suggested for removal, unless broken off or surely doubled."""
STATEMENT = 16
"""The shortest statement worth showing as said twice."""
MOST_SAME = 60
WHOLE = 0.9
"""The share of a line that stays from which on the line is told to stay."""
LOOP = 0.93
"""The chance that words said twice in a row in a line are a slip."""


def duplicates(solution: Solution) -> Iterator[Candidate]:
    """Claim one duplicate per cluster and one per loop."""
    page = solution.page
    gone = solution.removed.keys() - solution.constraints.gone
    for cluster in page.clusters:
        removed = [
            tuple(line for line in page.passes[one].lines if line in gone) for one in cluster
        ]
        if any(removed):
            claim = _cluster(solution, cluster, [lines for lines in removed if lines])
            if claim:
                yield claim
    yield from _loops(page)


def _cluster(
    solution: Solution, cluster: Sequence[int], removed: Sequence[tuple[int, ...]]
) -> Candidate | None:
    page, document = solution.page, solution.page.document
    stays, kept = _kept(solution, removed)
    if not kept:
        return None
    parts = [(kept, -1.0)]
    best = max((solution.fits[one] for one in cluster), default=0.5)
    for lines in removed:
        spans = tuple(page.lines[line].block.span for line in lines)
        fit = max(solution.removed[line] for line in lines)
        parts.append((spans, _score(solution, lines, max(best, fit))))
    parts.sort(key=lambda part: part[0][0].start)
    keep = next(k for k, part in enumerate(parts) if part[1] < 0)
    top = max(score for _, score in parts)
    scores = tuple(top if score < 0 else score for _, score in parts)
    return Candidate(
        kind="duplicate",
        text_sha256=document.sha256,
        parts=tuple(source_part(document, "occurrence", *spans) for spans, _ in parts),
        score=top,
        evidence=why_duplicate(
            solution,
            _evidence(solution, removed, len(parts)),
            stays,
            removed,
            whole=_whole(page, stays, kept),
        ),
        keep=keep,
        scores=scores,
    )


def _score(solution: Solution, lines: Sequence[int], right: float) -> float:
    """Return the chance that removing these lines is right."""
    page = solution.page
    size = sum(page.lines[line].size for line in lines)
    sure = any(
        line in page.doubled or broken(page.lines, line, page.links, page.stream) for line in lines
    )
    if size < SHORT and not sure:
        return round(0.3 + 0.15 * right, 4)
    return round(0.5 + 0.49 * right, 4)


def _kept(
    solution: Solution, removed: Sequence[Sequence[int]]
) -> tuple[tuple[int, ...], tuple[Span, ...]]:
    """Return the lines and the living words in them that say what the removed lines say."""
    page = solution.page
    found: dict[int, list[Link]] = defaultdict(list)
    for lines in removed:
        for line in lines:
            living = [
                link
                for link in page.links[line]
                if link.alike and link.other not in solution.removed
            ]
            for link in _best(living):
                found[link.other].append(link)
    spans: list[Span] = []
    for other, links in sorted(found.items()):
        if other in page.members:
            spans.append(page.lines[other].block.span)
        else:
            spans += merge(
                (_words(page, link.other_start, link.other_stop) for link in links), gap=2
            )
    return tuple(sorted(found)), tuple(spans)


def _whole(page: Page, lines: Sequence[int], spans: Sequence[Span]) -> bool:
    """Tell whether the words that stay are about all of their lines."""
    told = sum(len("".join(page.document.quote(span).split())) for span in spans)
    return told >= WHOLE * sum(page.lines[line].size for line in lines)


def _best(links: Sequence[Link]) -> Sequence[Link]:
    """Keep the links of the one place that covers most."""
    if len({link.other for link in links}) < 2:
        return links
    by_place: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        by_place[round((link.other_start - link.start) / 120)].append(link)
    return max(
        by_place.values(), key=lambda told: (sum(link.same for link in told), -told[0].other)
    )


def _words(page: Page, start: int, stop: int) -> Span:
    """Return the source range of a stretch, with the marks that close it."""
    text = page.document.text
    first, last = int(page.stream.offsets[start]), int(page.stream.offsets[stop - 1]) + 1
    while last < len(text) and text[last] in "。！？；，、,;!?”’」』）)》" and text[last] != "\n":
        last += 1
    while first > 0 and text[first - 1] in "“‘「『（(《":
        first -= 1
    return Span(first, last)


def _evidence(solution: Solution, removed: Sequence[Sequence[int]], count: int) -> Evidence:
    page = solution.page
    lines = max(removed, key=len)
    size = sum(page.lines[line].size for line in lines)
    same = sum(
        max((link.same for link in page.links[line] if link.alike), default=0) for line in lines
    )
    whole = sum(int(page.stream.starts[line + 1] - page.stream.starts[line]) for line in lines)
    values = {"count": count, "size": size, "lines": len(lines), "differ": max(0, whole - same)}
    if size < SHORT:
        return Evidence("duplicate.short", values)
    return Evidence("duplicate.exact" if same >= whole else "duplicate.near", values)


def _loops(page: Page) -> Iterator[Candidate]:
    document = page.document
    for loop in page.loops:
        spans = [_words(page, *turn) for turn in loop.turns]
        for k in range(1, len(spans)):
            if spans[k - 1].overlaps(spans[k]):
                spans[k] = Span(spans[k - 1].end, spans[k].end)
        yield Candidate(
            kind="duplicate",
            text_sha256=document.sha256,
            parts=tuple(source_part(document, "occurrence", span) for span in spans),
            score=LOOP,
            evidence=_turns(loop.same, len(spans)),
            keep=loop.keep,
            scores=(LOOP,) * len(spans),
        )


def _turns(size: int, count: int) -> Evidence:
    if count > 2:
        return Evidence("duplicate.loops", {"size": size, "count": count})
    return Evidence("duplicate.loop", {"size": size})


def statements(solution: Solution) -> Iterator[Candidate]:
    """Claim what is said twice and stays: information only."""
    page, document = solution.page, solution.page.document
    seen = 0
    for line, links in sorted(page.links.items()):
        if line in solution.removed or page.lines[line].apart or page.lines[line].byline:
            continue
        for link in sorted(links, key=lambda link: (link.other, link.start)):
            if link.other <= line or link.other in solution.removed or link.same < STATEMENT:
                continue
            if page.lines[link.other].apart or seen >= MOST_SAME:
                continue
            seen += 1
            ends = (link.start, link.stop), (link.other_start, link.other_stop)
            yield Candidate(
                kind="same",
                text_sha256=document.sha256,
                parts=tuple(_statement(page, *one) for one in ends),
                score=round(min(0.99, link.same / (link.stop - link.start)), 4),
                evidence=why_same(
                    solution, link.same, (line, link.other), [_said(page, one) for one in ends]
                ),
            )


def _statement(page: Page, start: int, stop: int) -> Part:
    return source_part(page.document, "statement", _words(page, start, stop))


def _said(page: Page, ends: tuple[int, int]) -> str:
    """Return the words of a stretch."""
    return page.document.quote(_words(page, *ends))
