"""One line of the question list, made from a question of the workbench."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from brandtool.ui.answers import answered
from brandtool.ui.previews import line, value_of

if TYPE_CHECKING:
    from brandtool.core.document import Document
    from brandtool.ui.answers import Draft
    from brandtool.workbench import Question

__all__ = ["QuestionRow", "row_of"]

OPEN = ("open", "reopened", "deferred", "flagged")


@dataclass(frozen=True)
class QuestionRow:
    """Hold what the list shows of one question.

    `article` and `paragraph` count from 1 (0: in no article); `line` is the 1-based source line;
    `text` is what the question is about, in one line; `start` orders questions by the source.
    """

    id: str
    kind: str
    state: str
    article: int
    paragraph: int
    line: int
    start: int
    score: float
    sure: bool
    text: str
    speaker: str = ""
    asked: bool = True
    faint: bool = False
    """Whether it is so doubtful that it is listed on wish only."""

    @property
    def open(self) -> bool:
        """Tell whether it still wants an answer; one put off does."""
        return self.asked and self.state in OPEN

    @cached_property
    def haystack(self) -> str:
        """Return the words a filter searches."""
        return f"{self.text} {self.speaker}".casefold()


def row_of(
    document: Document,
    question: Question,
    *,
    answer: Draft | None = None,
    typed: str | None = None,
    speaker: str | None = None,
) -> QuestionRow:
    """Make the line of a question; of one that is answered it tells the answer.

    `speaker` is the name the speaker of a quote has in the project.
    """
    from brandtool.workbench.question import INFORMATION

    candidate = question.candidate
    if answer is not None:
        candidate = answered(document, candidate, answer)
    if speaker and isinstance(candidate.value, Mapping):
        candidate = replace(candidate, value={**candidate.value, "speaker": speaker})
    spans = candidate.spans
    flagged = question.flagged and question.state in ("open", "deferred")
    return QuestionRow(
        id=question.id,
        kind=question.kind,
        state="flagged" if flagged else question.state,
        article=question.article,
        paragraph=question.paragraph,
        line=question.line,
        start=spans[0].start if spans else 0,
        score=candidate.score,
        sure=question.sure,
        text=line(document, candidate, typed=typed),
        speaker=value_of(candidate, "speaker") if candidate.kind == "quote" else "",
        asked=question.kind not in INFORMATION,
        faint=question.is_open and question.faint and not flagged,
    )
