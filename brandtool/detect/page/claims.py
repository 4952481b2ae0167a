"""The solution of a page as candidates: none contradicts another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from math import exp

from brandtool.core.candidate import Candidate, source_part
from brandtool.core.decision import Json
from brandtool.core.document import Document
from brandtool.core.turn import turn_of
from brandtool.detect.page import roles, twins
from brandtool.detect.page.because import why_article, why_aside, why_join, why_move, why_role
from brandtool.detect.page.constraints import FREE
from brandtool.detect.page.outline import ASIDE
from brandtool.detect.page.patience import look_up
from brandtool.detect.page.roles import Role
from brandtool.detect.page.solution import Page, Solution

SURE = 0.5


def claims(solution: Solution) -> tuple[Candidate, ...]:
    """Return all candidates in the order of their first span."""
    page = solution.page
    sure = [(join.left, join.right) for join in solution.joins if join.score >= SURE]
    told = roles.settled(solution.roles, solution.articles, sure)
    decided = solution.constraints.roles
    told.update((k, Role(role, 1.0)) for k, role in decided.items() if k in told)
    out = []
    for one in chain(
        twins.duplicates(solution),
        twins.statements(solution),
        _joins(solution),
        _asides(solution),
        _articles(solution, told),
        _moves(solution, told),
        _roles(solution, told),
    ):
        look_up()
        out.append(one)
    if solution.constraints is not FREE:
        out = [one for one in out if solution.constraints.asks(page.document, one)]
    return tuple(sorted(out, key=lambda one: (one.spans[0], one.kind, one.spans[-1])))


def _joins(solution: Solution) -> Iterator[Candidate]:
    page = solution.page
    for join in solution.joins:
        left, right = page.lines[join.left], page.lines[join.right]
        yield Candidate(
            kind="join",
            text_sha256=page.document.sha256,
            parts=(
                source_part(page.document, "left", (left.start, left.stop)),
                source_part(page.document, "right", (right.start, right.stop)),
            ),
            score=round(join.score, 4),
            evidence=why_join(solution, join),
        )


def _asides(solution: Solution) -> Iterator[Candidate]:
    page, constraints = solution.page, solution.constraints
    spanned = [
        (min(join.left, join.right), max(join.left, join.right))
        for join in solution.joins
        if join.score >= SURE
    ]
    for index in solution.asides:
        if index in constraints.placed:
            continue
        line = page.lines[index]
        read = solution.roles.of[index]
        role, score = (read.name, read.chance) if read.name in ASIDE else ("caption", 0.9)
        role = constraints.roles.get(index) or role
        cut = any(low < index < high for low, high in spanned)
        turn = turn_of(line.text) if role == "turn" else None
        turned = {"page": turn.page, "way": turn.way} if turn else {}
        yield Candidate(
            kind="interruption",
            text_sha256=page.document.sha256,
            parts=(source_part(page.document, "aside", line.block.span),),
            score=round(max(score, 0.98 if cut else SURE), 4),
            evidence=why_aside(solution, index, role),
            value={"role": role} | turned,
        )


def _articles(solution: Solution, told: Mapping[int, Role]) -> Iterator[Candidate]:
    page = solution.page
    heads = _head_lines(solution, told)
    ties = _ties(solution, told)
    for article in solution.articles:
        start = page.lines[article[0]]
        head = [index for index in article if index in heads]
        chance = solution.heads.get(start.index, 0.0)
        first = start.index == next((line.index for line in page.lines if line.text), -1)
        head = [index for index in head if index not in solution.constraints.roles]
        score = round(max(chance, SURE if not first else 0.9), 4)
        tied: list[Json] = [_tie(page, *tie) for tie in ties if tie[1] in head]
        yield Candidate(
            kind="article",
            text_sha256=page.document.sha256,
            parts=(
                source_part(page.document, "start", start.block.span),
                *(source_part(page.document, told[k].name, page.lines[k].block.span) for k in head),
            ),
            score=score,
            evidence=why_article(solution, start.index, told[start.index].name),
            value={"lines": tied} if tied else None,
            scores=(score, *(round(told[index].chance, 4) for index in head)),
        )


def _ties(solution: Solution, told: Mapping[int, Role]) -> list[tuple[int, int, float]]:
    """Return (line, next line, chance) for the lines of one heading, and of one byline."""
    out = roles.headings(solution.roles, told, solution.articles)
    for article in solution.articles:
        for left, right in pairwise(article):
            one, two = told[left], told[right]
            if one.name == two.name == "byline":
                out.append((left, right, min(one.chance, two.chance)))
    return out


def _moves(solution: Solution, told: Mapping[int, Role]) -> Iterator[Candidate]:
    """Claim each run of lines that reads elsewhere than it stands."""
    ties = {(left, right): chance for left, right, chance in _ties(solution, told)}
    constraints = solution.constraints
    bound = constraints.placed | constraints.still
    rank = {index: k for k, index in enumerate(constraints.order)}
    rests = {join.right for join in solution.joins if join.score >= SURE}
    for article in solution.articles:
        run: list[int] = []
        after = -1
        highest = rank.get(article[0], article[0])
        for place, index in enumerate(article[1:], 1):
            before = article[place - 1]
            stray = index in solution.strays or rank.get(index, index) < highest
            if stray and index not in rests and index not in bound:
                if run and before == run[-1]:
                    run.append(index)
                else:
                    if run:
                        yield _move(solution, run, after, article[0], ties)
                    run, after = [index], before
            if not stray and index not in rests:  # a rest goes with its sentence, moving nobody
                highest = max(highest, rank.get(index, index))
        if run:
            yield _move(solution, run, after, article[0], ties)


def _move(
    solution: Solution,
    run: list[int],
    after: int,
    start: int,
    ties: Mapping[tuple[int, int], float],
) -> Candidate:
    page = solution.page
    document: Document = page.document
    clear = max((solution.strays.get(index, 0.0) for index in run), default=0.0)
    tied: list[Json] = [_tie(page, *pair, ties[pair]) for pair in pairwise(run) if pair in ties]
    return Candidate(
        kind="move",
        text_sha256=document.sha256,
        parts=(
            source_part(document, "block", *(page.lines[k].block.span for k in run)),
            source_part(document, "after", page.lines[after].block.span),
        ),
        score=round(min(0.98, 1 / (1 + exp(-clear))), 4),
        evidence=why_move(solution, run, start),
        value={"lines": tied} if tied else None,
    )


def _roles(solution: Solution, told: Mapping[int, Role]) -> Iterator[Candidate]:
    page = solution.page
    heads = _head_lines(solution, told)
    ties = _ties(solution, told)
    above = {tie[1]: _tie(page, *tie) for tie in ties}
    for index, role in sorted(told.items()):
        if role.name == "body" or index in heads:
            continue
        line = page.lines[index]
        yield Candidate(
            kind="role",
            text_sha256=page.document.sha256,
            parts=(source_part(page.document, "block", line.block.span),),
            score=round(max(role.chance, SURE), 4),
            evidence=why_role(solution, index, role.name),
            value={"role": role.name, "lines": [above[index]]} if index in above else role.name,
        )


def _head_lines(solution: Solution, told: Mapping[int, Role]) -> frozenset[int]:
    """Return the lines above the text of every article."""
    out = set()
    for article in solution.articles:
        for index in article:
            if told[index].name not in roles.HEAD:
                break
            out.add(index)
    return frozenset(out)


def _tie(page: Page, left: int, right: int, chance: float) -> Json:
    """Write that a line is the next of the heading or byline whose line stands before it."""
    return [page.lines[left].stop, page.lines[right].start, round(chance, 4)]
