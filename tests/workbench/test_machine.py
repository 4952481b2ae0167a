"""A state machine over the workbench: whatever an editor does, in whatever order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import note, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from brandtool.core.candidate import Candidate, source_part
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.workbench import Change, Workbench
from brandtool.workbench.gate import Editor
from tests.core.script import EVIDENCE

LINES = st.lists(
    st.text(alphabet="甲乙丙丁戊己。，“”", min_size=1, max_size=8), min_size=1, max_size=6
)
JOINTS = st.lists(st.sampled_from(["\n", "\n\n", "\n　　", " \n\n"]), min_size=7, max_size=7)
EDITOR = Editor("li", "李")
VERBS = ("accept", "keep", "amend", "defer")
MARKS = (
    "delete", "run_on", "lift_out", "quote", "correct", "printed", "role", "article", "split",
)  # fmt: skip
VALUES = {"correct": "改", "printed": "印", "role": "headline"}
SAME_INK = ("run_on", "lift_out", "quote", "printed", "role", "article", "split")


def ink(text: str) -> str:
    return "".join(text.split())


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs without the blanks inside them: seams take those at line ends along."""
    return [ink(line) for line in text.split("\n") if line.strip()]


class Desk(RuleBasedStateMachine):
    @initialize(
        lines=LINES, joints=JOINTS, edges=st.tuples(*[st.sampled_from(["", "\n", " "])] * 2)
    )
    def open_a_page(self, lines, joints, edges):
        text = edges[0] + "".join(line + j for line, j in zip(lines, joints, strict=False))
        self.document = Document(text.rstrip() + edges[1])
        self.bench = Workbench(self.document, editor=EDITOR)
        note(f"source {self.document.text!r}")

    @property
    def text(self) -> str:
        return self.bench.proposed.text

    def range(self, data, *, empty: bool = False) -> tuple[int, int]:
        start = data.draw(st.integers(0, len(self.text)), "start")
        least = start if empty else min(start + 1, len(self.text))
        return start, data.draw(st.integers(least, min(start + 12, len(self.text))), "end")

    @property
    def proposals(self) -> set[str]:
        return {question.id for question in self.bench.questions if question.state == "open"}

    def done(self, before: str, change: Change) -> None:
        """Check that an act is one step: undone it gives the text before it, redone after it."""
        note(f"{change.action or change.notice}: {self.text!r}")
        if change.nothing:
            assert change.notice
            assert self.text == before
            return
        after = self.text
        assert not self.bench.undo().nothing
        assert self.text == before
        assert not self.bench.redo().nothing
        assert self.text == after

    @rule(data=st.data())
    def take_claims(self, data):
        blocks = [block for block in self.document.blocks if block.start < block.stop]
        found: list[Candidate] = []
        for _ in range(data.draw(st.integers(1, 4))):
            one, other = (data.draw(st.sampled_from(blocks)) for _ in range(2))
            score = data.draw(st.sampled_from([0.3, 0.7, 0.95]))
            kind = data.draw(
                st.sampled_from(
                    ["join", "duplicate", "move", "article", "interruption", "role", "quote",
                     "suspect"]
                )
            )  # fmt: skip
            if kind in ("join", "duplicate", "move") and one == other:
                continue
            roles = {
                "join": ("left", "right"),
                "duplicate": ("occurrence", "occurrence"),
                "move": ("block", "after"),
                "article": ("start",),
                "interruption": ("aside",),
                "role": ("block",),
                "quote": ("content",),
                "suspect": ("text",),
            }[kind]
            parts = tuple(
                source_part(self.document, role, block.span)
                for role, block in zip(roles, (one, other), strict=False)
            )
            value = {"role": "headline", "suggest": ["改"], "kind": "direct"}
            found.append(
                Candidate(kind, self.document.sha256, parts, score, EVIDENCE, keep=0, value=value)
            )
        self.bench.take(self.bench.revision, tuple({c.id: c for c in found}.values()))

    @precondition(lambda self: self.bench.questions)
    @rule(data=st.data(), verb=st.sampled_from(VERBS))
    def answer(self, data, verb):
        before = self.text
        asked = data.draw(
            st.lists(st.sampled_from([q.id for q in self.bench.questions]), min_size=1, max_size=3)
        )
        self.done(before, self.bench.decide(asked, verb))

    @rule(data=st.data(), words=st.sampled_from(["", "新", "新\n文", "新\n\n文", "甲"]))
    def type_over(self, data, words):
        before = self.text
        start, end = self.range(data, empty=True)
        proposals = self.proposals
        captions = any(piece.aside for piece in self.bench.proposed.table.pieces)
        note(f"edit {before!r} {start} {end} {words!r}")
        change = self.bench.edit(start, end, words)
        self.done(before, change)
        if change.nothing or self.proposals != proposals:
            return
        expected = before[:start] + words + before[end:]
        assert ink(self.text) == ink(expected)
        if not captions:
            assert paragraphs(self.text) == paragraphs(expected)

    @rule(data=st.data(), kind=st.sampled_from(MARKS))
    def mark(self, data, kind):
        before = self.text
        start, end = self.range(data, empty=kind in ("split", "article"))
        proposals = self.proposals
        captions = any(piece.aside for piece in self.bench.proposed.table.pieces)
        note(f"mark {kind} {before!r} {start} {end}")
        change = self.bench.mark(kind, start, end, VALUES.get(kind))
        self.done(before, change)
        if change.nothing or self.proposals != proposals:
            return
        if kind == "delete":
            assert ink(self.text) == ink(before[:start] + before[end:])
        if kind in SAME_INK:
            assert sorted(ink(self.text)) == sorted(ink(before))
        if kind in ("split", "quote", "printed", "role") or (kind == "run_on" and not captions):
            assert ink(self.text) == ink(before)

    @rule(data=st.data(), by=st.sampled_from([-1, 1]))
    def move(self, data, by):
        before = self.text
        start, _ = self.range(data)
        note(f"move {before!r} {start} {by}")
        self.done(before, self.bench.move(start, by))
        assert sorted(ink(self.text)) == sorted(ink(before))

    @rule()
    def undo(self):
        self.bench.undo()

    @rule()
    def redo(self):
        self.bench.redo()

    @invariant()
    def no_source_character_stands_twice(self):
        spans = sorted(
            Span(s.start, s.start + s.size)
            for s in self.bench.proposed.table.segments
            if s.origin == ""
        )
        assert all(a.end <= b.start for a, b in pairwise(spans))

    @invariant()
    def only_what_was_replaced_is_missing(self):
        table = self.bench.proposed.table
        gone = [s.effect.span for s in table.wording.changes]
        for at, letter in enumerate(self.document.text):
            if not letter.isspace() and not any(g.start <= at < g.end for g in gone):
                home = table.to_text("", at)
                assert home is not None
                assert table.text[home] == letter

    @invariant()
    def the_map_goes_there_and_back(self):
        table = self.bench.proposed.table
        for at in range(len(table.text)):
            point = table.to_source(at)
            assert point is None or table.to_text(*point) == at

    def teardown(self):
        if not hasattr(self, "bench"):
            return
        live = self.bench
        again = Workbench(
            self.document,
            editor=EDITOR,
            decisions=reversed([*live.ledger]),
            editors={live.replica: EDITOR.id},
        )
        again.take(again.revision, live.candidates)
        assert again.proposed.text == live.proposed.text
        assert again.decided == live.decided
        assert again.questions == live.questions
        after = live.decided.text
        steps = 0
        while not again.undo().nothing:
            steps += 1
        assert again.decided.text == self.document.text
        for _ in range(steps):
            assert not again.redo().nothing
        assert again.decided.text == after


TestDesk = Desk.TestCase
TestDesk.settings = settings(stateful_step_count=15, report_multiple_bugs=False)
