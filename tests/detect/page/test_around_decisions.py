"""The page is solved around what editors decided: nothing contradicts it, nothing else changes."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from brandtool.core.article import Edition, propose
from brandtool.core.candidate import Candidate, View
from brandtool.core.claim import settled
from brandtool.core.decision import Verb
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.pieces import Piece
from brandtool.core.span import Span
from brandtool.detect.page import PageDetector, detect
from brandtool.detect.page.constraints import lines_in
from brandtool.detect.page.decided import constraints_of
from brandtool.detect.page.network import judges
from brandtool.detect.page.ngrams import shipped
from brandtool.detect.page.outlook import look
from brandtool.detect.page.solution import Solution, solve
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor

HARBOUR = (
    "老码头整修工程开工",
    "本报记者 周小棠",
    "临江市昨天开始整修城南的老码头，工程预计明年春天完成。",
    "负责工程的李大河介绍，老码头建于百年之前，台阶多处松动，雨天常有人滑倒。",
    "“修好以后，这里会有新的候船亭。”李大河说，候船亭用旧船木搭建，保留原来的样子。",
    "住在附近的居民希望夜里能有灯，早市能有遮雨的地方，老人能坐着等船。",
)
LIBRARY = (
    "山村小学有了图书室",
    "本报记者 林一苇",
    "白石坡小学的图书室上周开门，三千册图书来自城里读者的捐赠。",
    "校长何秋生说，孩子们课间排着队来借书，最受欢迎的是昆虫和星星的图册。",
    "图书室的书架由村里的木匠用竹子做成，高矮正好合孩子的身量。",
)
CAPTION = "图为整修中的老码头。本报记者 周小棠摄"


def page(seed: int) -> Document:
    """Damage two articles: a sentence cut by a caption, copies, a paragraph in a foreign place."""
    source = random.Random(seed)
    rows = [*HARBOUR, *LIBRARY]
    cut = source.choice((3, 4, 9))
    at = source.randrange(10, len(rows[cut]) - 8)
    rows[cut : cut + 1] = [rows[cut][:at], CAPTION, rows[cut][at:]]
    for _ in range(source.randrange(3)):
        rows.insert(source.randrange(2, len(rows)), source.choice((*HARBOUR[2:], *LIBRARY[2:])))
    if source.random() < 0.5:
        rows.insert(source.randrange(2, len(rows)), rows.pop(source.randrange(2, len(rows))))
    return Document("\n".join(rows))


class Desk:
    """Decide on the claims of a page, and solve it again."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.detector = PageDetector()
        self.base = self.detector.detect(View(document))
        self.bench = Workbench(document, editor=Editor("e", "E"), sink=lambda _: None)
        self.bench.take(0, self.base)

    def decide(self, candidate: Candidate, verb: Verb) -> None:
        self.bench.decide([candidate.id], verb)

    def again(self) -> tuple[Candidate, ...]:
        return self.detector.detect(View(self.document, self.bench.effective))

    def solution(self) -> Solution:
        constraints = constraints_of(View(self.document, self.bench.effective))
        return solve(look(self.document, shipped(), judges()), constraints)


def proposed(document: Document, ledger: Ledger, candidates: Sequence[Candidate]) -> Edition:
    return propose(document, ledger, candidates, 0.0)


def piece_at(edition: Edition, start: int) -> tuple[Piece | None, Piece]:
    """Return the piece that holds a source offset, and the living one before it."""
    before: Piece | None = None
    for piece in edition.table.pieces:
        if not piece.origin and piece.start <= start < piece.end:
            return before, piece
        if piece.span.size and not piece.aside:
            before = piece
    raise AssertionError(start)


def removed(candidates: Sequence[Candidate]) -> set[Span]:
    return {
        span
        for one in candidates
        if one.kind == "duplicate"
        for at, part in enumerate(one.parts)
        if at != one.keep
        for span in part.spans
    }


def contradictions(
    document: Document,
    ledger: Ledger,
    decided: Sequence[tuple[Candidate, Verb]],
    told: Sequence[Candidate],
) -> Iterator[str]:
    """Say what claims contradict decisions, by what they do to the text."""
    edition = proposed(document, ledger, told)
    alone = proposed(document, ledger, ())
    yield from (
        f"overridden: {standing.effect}"
        for standing in edition.table.dropped
        if not standing.proposed and standing not in alone.table.dropped
    )
    gone = removed(told)
    for candidate, verb in decided:
        if any(one.id == candidate.id for one in told):
            yield f"asked again: {candidate.kind}"
        spans = {span for part in candidate.parts for span in part.spans}
        first = candidate.parts[0].spans[0].start
        if candidate.kind == "duplicate":
            stay = spans if verb == "keep" else set(candidate.parts[candidate.keep or 0].spans)
            if gone & stay:
                yield f"removed all the same: {gone & stay}"
        if candidate.kind == "join":
            left, right = (part.spans[0] for part in candidate.parts)
            before, piece = piece_at(edition, right.start)
            runs_on = piece.joint == "run_on" and not piece.unmet and bool(piece.span.size)
            if verb == "keep":
                if runs_on and before is not None and before.stop == left.end:
                    yield f"joined all the same: {document.text[left.end - 6 : left.end]}"
            elif not runs_on and not piece_at(alone, right.start)[1].unmet and piece.span.size:
                yield f"parted: {document.text[left.end - 6 : left.end]}"
        if candidate.kind == "interruption":
            _, piece = piece_at(edition, first)
            if piece.aside != (verb == "accept") and not piece.removed:
                yield f"aside {piece.aside} against the decision"
        if candidate.kind == "article" and first > 0:
            _, piece = piece_at(edition, first)
            if (piece.joint == "article") != (verb == "accept"):
                yield "a boundary against the decision"
        if candidate.kind == "move" and verb == "keep":
            for one in told:
                if one.kind == "move" and {*candidate.parts[0].spans} & {*one.parts[0].spans}:
                    yield "moved all the same"
        if candidate.kind == "role" and verb == "accept":
            at, value = candidate.parts[0].spans[0].start, candidate.value
            role = value["role"] if isinstance(value, dict) else value
            if edition.roles.get(at) != role:
                yield f"another role than {role}"


def unheeded(
    desk: Desk, decided: Sequence[tuple[Candidate, Verb]], solution: Solution
) -> Iterator[str]:
    """Say which decisions the solution itself does not follow."""
    document = desk.document

    def lines(candidate: Candidate, at: int) -> list[int]:
        return lines_in(document, candidate.parts[at].spans)

    joins = {(join.left, join.right) for join in solution.joins}
    starts = {article[0] for article in solution.articles}
    running = [line for article in solution.articles for line in article]
    first = running[0] if running else -1
    out = {*solution.removed, *solution.asides}
    for candidate, verb in decided:
        block = lines(candidate, 0)
        if candidate.kind == "duplicate":
            for at in range(len(candidate.parts)):
                living = verb == "keep" or at == candidate.keep
                whole = [k for k in lines(candidate, at) if k in solution.page.members]
                if any((line in solution.removed) == living for line in whole):
                    yield f"copy {whole} against the decision"
        elif candidate.kind == "join":
            pair = block[-1], lines(candidate, 1)[0]
            if (pair in joins) != (verb == "accept") and not out & set(pair):
                yield f"join {pair} against the decision"
        elif candidate.kind == "interruption":
            if verb == "accept" and not set(block) <= out:
                yield f"{block} not lifted out"
            if verb == "keep" and set(block) & set(solution.asides):
                yield f"{block} lifted out"
        elif candidate.kind == "article":
            if (block[0] in starts) != (verb == "accept") and block[0] not in {*out, first}:
                yield f"boundary at {block[0]} against the decision"
        elif candidate.kind == "move" and not out & set(block):
            after = lines(candidate, 1)[-1]
            if verb == "keep" and solution.strays.keys() & set(block):
                yield f"{block} strays"
            behind = running[running.index(block[0]) - 1]
            if verb == "accept" and after not in out and behind != after:
                yield f"{block} not behind {after}"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
@example(285)
def test_no_claim_contradicts_a_decision_whatever_is_decided_either_way(seed: int) -> None:
    source = random.Random(seed)
    desk = Desk(page(seed))
    decided: list[tuple[Candidate, Verb]] = []
    for candidate in desk.base:
        if candidate.kind != "same" and source.random() < 0.5:
            verb: Verb = "accept" if source.random() < 0.5 else "keep"
            desk.decide(candidate, verb)
            decided.append((candidate, verb))
    told = desk.again()
    assert not list(contradictions(desk.document, desk.bench.ledger, decided, told))
    assert not list(unheeded(desk, decided, desk.solution()))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
@example(219)
@example(1076)
def test_accepting_what_is_proposed_changes_nothing_else(seed: int) -> None:
    source = random.Random(seed)
    desk = Desk(page(seed))
    sure = [one for one in desk.base if one.score >= 0.5 and one.kind != "same"]
    taken = [one for one in sure if source.random() < 0.5]
    for one in taken:
        desk.decide(one, "accept")
    left = [one for one in desk.base if one.score >= 0.5 and not settled(one, taken)]
    assert [one for one in desk.again() if one.score >= 0.5] == left


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_what_is_solved_again_equals_what_is_solved_from_scratch(seed: int) -> None:
    source = random.Random(seed)
    desk = Desk(page(seed))
    for candidate in desk.base:
        if candidate.kind != "same" and source.random() < 0.3:
            desk.decide(candidate, source.choice(("accept", "keep")))
            scratch = detect(View(desk.document, desk.bench.effective))
            assert desk.again() == scratch


def test_the_rest_of_a_head_that_was_refused_begins_no_article(root):
    document = Document((root / "resources" / "sample" / "page.txt").read_text("utf-8"))
    desk = Desk(document)
    heads = [c for c in desk.base if c.kind == "article"]
    refused = next(c for c in heads if document.quote(c.spans[0]).startswith("老码头如何"))
    desk.decide(refused, "keep")
    left = [c for c in desk.again() if c.kind == "article"]
    assert {c.id for c in left} == {c.id for c in heads} - {refused.id}
