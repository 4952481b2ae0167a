"""The plan of a page: what stays, goes, moves and is lifted out, proposed or decided."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.article import compose
from brandtool.core.decision import Place, Point, Source
from brandtool.core.document import Document
from brandtool.core.fold import standings_of
from brandtool.core.span import Span
from brandtool.core.turn import Turn
from brandtool.ui.plan.blocks import Copies, plan_of, steady
from brandtool.ui.plan.rows import lay_out
from brandtool.ui.plan.sentence import sentence
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor
from tests.ui.conftest import PAGE, candidates, found


def bench(text: str = PAGE, made=candidates) -> Workbench:
    document = Document(text)
    out = Workbench(document, editor=Editor("e", "Editor"))
    out.take(out.revision, made(document) if made else [])
    return out


def plan(of: Workbench, copies=()):
    return plan_of(of.proposed, of.decided, copies)


def block(told, words: str, nth: int = 0):
    return [one for one in told.blocks if one.text.startswith(words)][nth]


def test_a_page_nobody_looked_at_reads_as_it_stands():
    told = plan(bench(made=None))
    assert told.source == told.reading == tuple(range(len(told.blocks)))
    assert {one.standing for one in told.blocks} == {"stays"}
    assert [one.line for one in told.blocks][:3] == [1, 3, 5]
    assert block(told, "古渡新航").size == 8


def test_what_is_proposed_is_open_and_what_is_decided_is_not():
    held = bench()
    told = plan(held)
    copy, caption = block(told, "渡口在", 1), block(told, "图为渡口")
    assert (copy.standing, caption.standing) == ("removed", "aside")
    assert "standing" in copy.open and "standing" in caption.open
    assert copy.home is None and caption.home is not None
    assert block(told, "说完。").runs_on and "runs_on" in block(told, "说完。").open
    assert block(told, "小码头").begins and "begins" in block(told, "小码头").open
    assert block(told, "古渡").role == "headline" and "role" in block(told, "古渡").open
    for kind in ("duplicate", "interruption", "join", "article", "role"):
        held.decide([next(q.id for q in held.questions if q.kind == kind)], "accept")
    told = plan(held)
    assert [one.text for one in told.blocks if one.open] == []
    assert (told.count("removed"), told.count("aside"), told.count("moved")) == (1, 1, 0)


def test_a_turn_line_says_its_page(qapp):
    held = bench("灯亮了。\n（下转第四版）\n小桥修好。\n（上接）\n", made=None)
    for words in ("（下转第四版）", "（上接）"):
        at = held.proposed.text.index(words)
        held.mark("role", at, at + len(words), "turn")
    named, bare = [one for one in plan(held).blocks if one.role == "turn"]
    assert named.turn == Turn("to", "4")
    assert "continues on page 4" in sentence(named)
    assert bare.turn == Turn("from", "")
    assert sentence(bare).count("page") == 0
    assert block(plan(held), "灯亮").turn is None


def test_a_moved_block_is_the_one_that_was_placed():
    held = bench(made=None)
    home = held.proposed.text.index("图为渡口")
    held.move(home, -1)
    told = plan(held)
    assert [one.text for one in told.blocks if one.standing == "moved"] == ["图为渡口新貌。"]
    assert block(told, "图为").open == frozenset()
    order = [told.blocks[n].text for n in told.reading]
    assert order.index("图为渡口新貌。") < len(order) - 3
    assert [told.blocks[n].start for n in told.source] == sorted(b.start for b in told.blocks)


def test_a_proposed_move_is_open():
    def moves(document: Document):
        parts = ("block", "图为渡口新貌。", 0), ("after", "古渡新航一江共兴", 0)
        return [found(document, "move", *parts)]

    told = plan(bench(made=moves))
    (moved,) = [one for one in told.blocks if one.standing == "moved"]
    assert moved.text == "图为渡口新貌。" and "standing" in moved.open
    assert told.reading[1] == told.blocks.index(moved)


def test_a_split_block_is_two_blocks_and_typed_words_stand_in_the_reading_only():
    held = bench(made=None)
    at = held.proposed.text.index("这是第二行")
    held.mark("split", at, at)
    told = plan(held)
    assert block(told, "这是第二行").line == block(told, "说完。").line
    end = held.proposed.text.index("李四表示")
    held.edit(end, end, "添一段。\n\n")
    held.mark("lift_out", end, end + 4)
    typed = [one for one in plan(held).blocks if one.origin]
    assert all(one.line == 0 for one in typed)


def test_copies_are_named_by_their_blocks():
    held = bench()
    text = held.document.text
    first, second = text.index("渡口在"), text.rindex("渡口在,")
    spans = ((Span(first, first + 11),), ((Span(second, second + 11),),))
    told = plan(held, [Copies(spans[0], spans[1], True)])
    ((kept, gone, doubtful),) = told.copies
    assert doubtful and told.blocks[kept[0]].start == first
    assert told.blocks[gone[0]].start == second
    assert plan(held, [Copies((), spans[1], True)]).copies == ()


def test_blocks_under_ranges_are_found():
    told = plan(bench(made=None))
    text = PAGE
    at = text.index("说完。")
    assert [told.blocks[n].text for n in told.under([Span(at, at)])] == ["说完。这是第二行的后文。"]
    assert len(told.under([Span(0, len(text))])) == len(told.blocks)
    assert plan(bench("", made=None)).under([Span(0, 1)]) == ()


@given(st.permutations(list(range(9))))
def test_what_is_steady_rises_and_a_firm_one_counts_for_two(order):
    kept = [n for n in order if n in steady(order, lambda _n: True)]
    assert kept == sorted(kept)
    assert steady([1, 0], lambda n: n == 0) == {0}
    assert steady([1, 0], lambda n: n == 1) == {1}


@given(st.permutations(list(range(7))))
def test_rows_keep_both_orders_and_do_not_overlap(order):
    text = "\n".join(f"第{n}段的话说到这里。" for n in range(7))
    held = bench(text, made=None)
    starts = [piece.start for piece in held.proposed.table.pieces]
    pieces = {n: Source(starts[n], ([*starts, len(text)])[n + 1]) for n in range(7)}
    after = Point("", 0)
    places = []
    for n in order:
        places.append(Place(pieces[n], after, "paragraph"))
        after = Point("", pieces[n].end)
    edition = compose(held.document, standings_of(tuple(places), (1, 1, "e"), "e"))
    told = plan_of(edition, held.decided)
    rows = lay_out(told, 100)
    assert [row.source for row in rows.rows if row.source >= 0] == list(told.source)
    assert [row.reading for row in rows.rows if row.reading >= 0] == list(told.reading)
    tops = [(row.top, row.top + row.height) for row in rows.rows]
    assert all(a[1] <= b[0] for a, b in pairwise(tops))
    moved = {n for n, one in enumerate(told.blocks) if one.standing == "moved"}
    assert {arc.start[0] for arc in rows.arcs} == moved


@pytest.mark.parametrize("room", [80, 4000])
def test_rows_fit_into_the_room_as_far_as_they_can(room):
    told = plan(bench())
    rows = lay_out(told, room)
    assert rows.height <= max(room, lay_out(told, 1).height)
    assert lay_out(told, 400).height <= 400
    seen = rows.between(0, 30)
    assert seen and all(row.top < 30 for row in seen)
    assert rows.near(rows.rows[2].top + 1, "source") == rows.rows[2].source
    assert rows.near(-50, "source") == -1
    assert {arc.kind for arc in rows.arcs_of(rows.rows)} == {"aside"}
