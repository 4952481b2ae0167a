"""Each kind of decision holds in the solution, and the rest of the page is solved around it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from brandtool.core.candidate import Candidate, View
from brandtool.core.decision import Decision, Label, Place, Point, Replace, Source
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.detect.page import PageDetector
from brandtool.detect.page.constraints import FREE, START, Constraints, uncircled
from brandtool.detect.page.decided import constraints_of
from brandtool.detect.page.network import judges
from brandtool.detect.page.ngrams import shipped
from brandtool.detect.page.outlook import look
from brandtool.detect.page.solution import Solution, solve
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor

HEAD, BYLINE = "老码头整修工程开工", "本报记者 周小棠"
ONE = "临江市昨天开始整修城南的老码头，工程预计明年春天完成。"
TWO = "负责工程的李大河介绍，老码头建于百年之前，台阶多处松动，雨天常有人滑倒。"
THREE = "“修好以后，这里会有新的候船亭。”李大河说，候船亭用旧船木搭建，保留原来的样子。"
FOUR = "住在附近的居民希望夜里能有灯，早市能有遮雨的地方，老人能坐着等船。"
CAPTION = "图为整修中的老码头。本报记者 周小棠摄"
SCHOOL = "山村小学有了图书室"
FIVE = "白石坡小学的图书室上周开门，三千册图书来自城里读者的捐赠。"
SIX = "校长何秋生说，孩子们课间排着队来借书，最受欢迎的是昆虫和星星的图册。"
CUT = (TWO[:24], CAPTION, TWO[24:])


class Desk:
    """A page, acts on it, and what is told of it afterwards."""

    def __init__(self, *rows: str) -> None:
        self.rows = rows
        self.document = Document("\n".join(rows))
        self.detector = PageDetector()
        self.bench = Workbench(self.document, editor=Editor("e", "E"), sink=lambda _: None)
        self.told = self.again()

    def again(self) -> tuple[Candidate, ...]:
        self.told = self.detector.detect(View(self.document, self.bench.effective))
        self.bench.take(self.bench.revision, self.told)
        return self.told

    def the(self, kind: str) -> Candidate:
        (found,) = [one for one in self.told if one.kind == kind and one.score >= 0.5]
        return found

    def answer(self, kind: str, verb: str, **how: int) -> None:
        self.bench.decide([self.the(kind).id], verb, **how)  # type: ignore[arg-type]
        self.again()

    def mark(self, kind: str, words: str, value: str | None = None) -> None:
        start = self.bench.proposed.text.index(words)
        assert self.bench.mark(kind, start, start + len(words), value).events
        self.again()

    def decided(self, *effects: Replace | Place | Label, kind: str = "move") -> None:
        """Take in what another hand decided."""
        clock = self.bench.ledger.clock + 1
        self.bench.learn(
            [
                Decision(
                    f"{clock:032x}", "r", clock, clock, "a", "add", kind, self.document.uid,
                    self.document.sha256, effects=effects,
                )
            ],
            {},
        )  # fmt: skip
        self.again()

    def span(self, row: int) -> Span:
        return self.document.blocks[row].span

    def source(self, row: int) -> Source:
        return Source(*self.span(row), self.rows[row])

    def end(self, row: int) -> Point:
        return Point("", self.document.blocks[row].end)

    @property
    def constraints(self) -> Constraints:
        return constraints_of(View(self.document, self.bench.effective))

    @property
    def solution(self) -> Solution:
        return solve(look(self.document, shipped(), judges()), self.constraints)

    @property
    def articles(self) -> list[list[str]]:
        return [[self.rows[line] for line in one] for one in self.solution.articles]

    def kinds(self) -> set[str]:
        return {one.kind for one in self.told if one.score >= 0.5} - {"same", "article", "role"}


def test_nothing_decided_is_no_constraint() -> None:
    assert constraints_of(View(Document("水\n火"))) is FREE


def test_a_deferred_question_is_none_either_and_stays_open() -> None:
    desk = Desk(HEAD, BYLINE, ONE, *CUT, THREE)
    claim = desk.the("join")
    desk.answer("join", "defer")
    assert claim in desk.told


def test_a_decision_on_another_document_is_none() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE)
    desk.decided(Place(desk.source(3), None, "article"))
    assert constraints_of(View(Document("别的\n文字"), desk.bench.effective)) is FREE


def test_both_copies_stay_if_both_are_to_stay() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE, ONE)
    assert desk.the("duplicate").keep is not None
    desk.answer("duplicate", "keep")
    assert "duplicate" not in desk.kinds()
    assert desk.articles[0].count(ONE) == 2


@pytest.mark.parametrize("choice", [0, 1])
def test_the_copy_that_was_chosen_stays_and_the_other_is_no_context(choice: int) -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE, ONE)
    desk.answer("duplicate", "accept", choice=choice)
    assert list(desk.solution.removed) == [[5, 2][choice]]
    assert "duplicate" not in desk.kinds()
    assert desk.articles == [[HEAD, BYLINE, *([TWO, THREE, ONE] if choice else [ONE, TWO, THREE])]]


def test_what_was_deleted_by_hand_is_gone_and_its_last_twin_stays() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE, ONE)
    desk.decided(Replace(desk.span(2), ""), kind="delete")
    assert "duplicate" not in desk.kinds()
    assert desk.articles == [[HEAD, BYLINE, TWO, THREE, ONE]]


def test_a_sentence_said_twice_in_a_row_is_not_asked_for_once_one_is_gone() -> None:
    again = "台阶多处松动雨天常有人滑倒"
    desk = Desk(HEAD, BYLINE, ONE, f"李大河介绍，{again}，{again}，所以要修。", THREE)
    loop = desk.the("duplicate")
    desk.decided(Replace(loop.parts[1].spans[0], ""), kind="delete")
    assert "duplicate" not in desk.kinds()


def test_a_refused_join_is_not_proposed_again_from_an_equal_line_either() -> None:
    desk = Desk(HEAD, BYLINE, ONE, CUT[0], CUT[2], THREE)
    desk.answer("join", "keep")
    assert "join" not in desk.kinds()
    assert desk.constraints.parted == {(3, 4)}


def test_a_refused_join_is_refused_between_lines_of_the_same_words_too() -> None:
    desk = Desk(HEAD, BYLINE, ONE, CUT[0], CUT[2], THREE, CUT[0], CUT[2])
    (claim,) = [one for one in desk.told if one.kind == "join"]
    desk.bench.decide([claim.id], "keep")
    desk.again()
    assert desk.constraints.parted == {(3, 4), (3, 7), (6, 4), (6, 7)}
    assert not [one for one in desk.told if one.kind == "join"]


def test_a_decided_join_holds_though_a_likelier_one_was_found() -> None:
    desk = Desk(HEAD, BYLINE, ONE, CUT[0], CUT[2], THREE, FOUR)
    assert desk.the("join").parts[1].spans[0] == desk.span(4)
    desk.decided(Place(desk.source(6), desk.end(3), "run_on"), kind="join")
    joins = {(join.left, join.right) for join in desk.solution.joins}
    assert (3, 6) in joins
    assert (3, 4) not in joins
    assert "join" not in desk.kinds()


def test_no_sentence_goes_on_behind_a_block_that_was_put_there() -> None:
    desk = Desk(HEAD, BYLINE, ONE, CUT[0], CUT[2], THREE, FOUR)
    desk.decided(Place(desk.source(6), desk.end(3), "paragraph"))
    assert "join" not in desk.kinds()
    assert desk.articles == [[HEAD, BYLINE, ONE, CUT[0], FOUR, CUT[2], THREE]]


def test_a_block_placed_by_hand_stays_there_in_the_article_of_that_place() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE, SCHOOL, BYLINE, FIVE, SIX)
    desk.decided(Place(desk.source(3), desk.end(7), "paragraph"))
    moved = [span for one in desk.told if one.kind == "move" for span in one.parts[0].spans]
    assert desk.span(3) not in moved
    school = desk.articles[-1]
    assert school[0] == SCHOOL
    assert school[school.index(FIVE) + 1] == TWO


def test_a_run_placed_by_hand_stays_together_and_comes_first_at_the_start() -> None:
    desk = Desk(SCHOOL, BYLINE, FIVE, SIX, HEAD, BYLINE, ONE, TWO)
    run = Source(desk.span(4).start, desk.span(7).end)
    desk.decided(Place(run, Point("", 0), "article"))
    assert desk.constraints.behind == {4: START, 5: 4, 6: 5, 7: 6}
    assert desk.articles[0] == [HEAD, BYLINE, ONE, TWO]


def test_a_block_behind_removed_words_stands_behind_what_stands_before_these() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE, FOUR)
    desk.decided(Place(desk.source(5), desk.end(3), "paragraph"))
    desk.decided(Replace(desk.span(3), ""), kind="delete")
    assert desk.articles == [[HEAD, BYLINE, ONE, FOUR, THREE]]


def test_a_block_behind_typed_words_stands_behind_the_line_these_stand_in() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE, FOUR)
    at = desk.span(2).end
    desk.decided(Replace(Span(at, at), "补写的一句。"), kind="correct")
    event = desk.bench.effective[-1].event
    desk.decided(Place(desk.source(5), Point(event, 6), "paragraph"))
    assert desk.constraints.behind == {5: 2}


def test_the_rest_of_a_split_block_binds_no_line() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, THREE)
    middle = desk.span(3).start + 11
    desk.decided(
        Place(Source(middle, desk.span(3).end), Point("", middle), "paragraph"), kind="split"
    )
    assert desk.constraints.behind == {}
    assert desk.articles == [[HEAD, BYLINE, ONE, TWO, THREE]]


def test_a_boundary_that_was_set_begins_an_article_and_a_sentence_does_not_cross_it() -> None:
    desk = Desk(HEAD, BYLINE, ONE, CUT[0], CUT[2], THREE)
    desk.decided(Place(desk.source(4), None, "article"), kind="article")
    assert desk.articles == [[HEAD, BYLINE, ONE, CUT[0]], [CUT[2], THREE]]
    assert "join" not in desk.kinds()
    assert not [
        one for one in desk.told if one.kind == "article" and one.parts[0].spans[0] == desk.span(4)
    ]


def test_a_boundary_that_was_refused_is_none() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, SCHOOL, BYLINE, FIVE, SIX)
    (claim,) = [one for one in desk.told if one.kind == "article" and one.spans[0].start]
    desk.bench.decide([claim.id], "keep")
    desk.again()
    assert desk.articles == [[HEAD, BYLINE, ONE, TWO, SCHOOL, BYLINE, FIVE, SIX]]


def test_a_boundary_that_was_taken_away_by_hand_is_none() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, SCHOOL, BYLINE, FIVE, SIX)
    desk.decided(Place(desk.source(4), None, "paragraph"), kind="article")
    assert len(desk.articles) == 1
    assert desk.constraints.running == {4}


def test_a_refused_interruption_stays_in_the_running_text() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, CAPTION, THREE)
    desk.answer("interruption", "keep")
    assert "interruption" not in desk.kinds()
    assert desk.articles == [[HEAD, BYLINE, ONE, TWO, CAPTION, THREE]]


def test_lines_lifted_out_by_hand_are_no_context() -> None:
    desk = Desk(HEAD, BYLINE, ONE, CUT[0], FOUR, CUT[2], THREE)
    desk.decided(
        Place(desk.source(4), None, "aside"), Label("role", (desk.source(4),), "caption"),
        kind="interruption",
    )  # fmt: skip
    assert desk.articles == [[HEAD, BYLINE, ONE, CUT[0], CUT[2], THREE]]
    assert desk.kinds() == {"join"}
    assert 4 in desk.solution.asides


def test_a_line_called_a_caption_is_proposed_to_be_lifted_out_as_that() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, FOUR, THREE)
    desk.decided(Label("role", (desk.source(4),), "caption"), kind="role")
    claim = desk.the("interruption")
    assert claim.spans == (desk.span(4),)
    assert claim.value == {"role": "caption"}


def test_a_caption_called_text_stays_in_it() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, CAPTION, THREE)
    desk.decided(Label("role", (desk.source(4),), "body"), kind="role")
    assert desk.articles == [[HEAD, BYLINE, ONE, TWO, CAPTION, THREE]]
    assert "interruption" not in desk.kinds()


def test_a_line_called_a_headline_begins_an_article_and_its_second_line_does_not() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, "江边的早市", "天亮以前开张", THREE, FOUR)
    desk.decided(Label("role", (desk.source(4),), "headline"), kind="role")
    desk.decided(Label("role", (desk.source(5),), "headline"), kind="role")
    assert [article[0] for article in desk.articles] == [HEAD, "江边的早市"]
    (claim,) = [one for one in desk.told if one.kind == "article" and one.spans[0].start]
    assert claim.score >= 0.9
    assert [part.role for part in claim.parts] == ["start"]


def test_a_headline_called_a_subhead_begins_none_and_goes_on_from_nothing() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, SCHOOL, BYLINE, FIVE, SIX)
    desk.decided(Label("role", (desk.source(4),), "subhead"), kind="role")
    assert len(desk.articles) == 1
    assert {4} <= desk.constraints.fresh & desk.constraints.closed


def test_a_role_that_was_given_is_not_asked_for_again() -> None:
    desk = Desk(HEAD, BYLINE, ONE, TWO, "码头的灯", THREE, FOUR)
    (claim,) = [one for one in desk.told if one.kind == "role"]
    desk.decided(Label("role", claim.parts[0].anchor, "item"), kind="role")
    assert not [one for one in desk.told if one.kind == "role"]


@pytest.mark.parametrize(
    ("edges", "kept"),
    [
        ([(1, 2), (2, 3)], {1: 2, 2: 3}),
        ([(1, 2), (2, 1)], {1: 2}),
        ([(1, 1), (2, 1)], {2: 1}),
        ([(1, 2), (1, 3)], {1: 2}),
        ([(1, 2), (2, 3), (3, 1), (4, 1)], {1: 2, 2: 3, 4: 1}),
    ],
)
def test_edges_that_close_a_circle_are_left_out(
    edges: Sequence[tuple[int, int]], kept: dict[int, int]
) -> None:
    assert uncircled(edges) == kept
