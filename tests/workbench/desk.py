"""What the tests of the workbench are written in: a page, acts on its words, the text expected."""

from __future__ import annotations

from collections.abc import Iterable

from brandtool.core.candidate import Candidate
from brandtool.core.decision import Decision, Json
from brandtool.core.document import Document
from brandtool.workbench import Change, Workbench
from brandtool.workbench.gate import Editor

LI = Editor("li", "李")
WANG = Editor("wang", "王")


class Desk:
    """Hold a workbench whose acts name the words they touch, each standing once in the text."""

    def __init__(
        self,
        source: str,
        *candidates: Candidate,
        editor: Editor = LI,
        decisions: Iterable[Decision] = (),
        editors: dict[str, str] | None = None,
    ) -> None:
        self.saved: list[Decision] = []
        self.editors = dict(editors or {})
        self.bench = Workbench(
            Document(source),
            editor=editor,
            decisions=decisions,
            editors=editors,
            sink=self.saved.extend,
        )
        self.editors[self.bench.replica] = editor.id
        if candidates:
            self.bench.take(self.bench.revision, candidates)

    @property
    def text(self) -> str:
        return self.bench.proposed.text

    @property
    def decided(self) -> str:
        return self.bench.decided.text

    def at(self, words: str) -> tuple[int, int]:
        assert self.text.count(words) == 1, f"{words!r} stands {self.text.count(words)} times"
        start = self.text.index(words)
        return start, start + len(words)

    def mark(self, kind: str, words: str, value: Json = None) -> Change:
        return self.bench.mark(kind, *self.at(words), value)

    def caret(self, kind: str, behind: str, value: Json = None) -> Change:
        _, at = self.at(behind)
        return self.bench.mark(kind, at, at, value)

    def edit(self, words: str, by: str) -> Change:
        return self.bench.edit(*self.at(words), by)

    def type(self, behind: str, words: str) -> Change:
        _, at = self.at(behind)
        return self.bench.edit(at, at, words)

    def move(self, words: str, by: int) -> Change:
        return self.bench.move(self.at(words)[0], by)

    def answer(self, verb: str, *candidates: Candidate, **told: object) -> Change:
        return self.bench.decide([c.id for c in candidates], verb, **told)

    def state(self, candidate: Candidate) -> str:
        question = self.bench.question(candidate.id)
        return question.state if question else ""

    def reopened(self, editor: Editor = LI) -> Desk:
        """Open the same decisions again, as after a restart."""
        return Desk(
            self.bench.document.text,
            *self.bench.candidates,
            editor=editor,
            decisions=[*self.bench.ledger],
            editors=self.editors,
        )
