"""Where a caret may stop, what a word-like run is, and what is selected; all in code points."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from brandtool.ui.textview.content import Change
from brandtool.ui.textview.document import Document

__all__ = ["Selection", "clause_stop", "next_stop", "previous_stop", "word_run"]

_CLAUSE = frozenset("，。；：！？、…—,.;:!?“”‘’「」『』（）()《》〈〉\u3000 \t\u2028\xa0")
_FUNCTION = frozenset("的了是在和与及对从以为将把被等也都就而或于之其这那并到由向让使但不")
_LONGEST_RUN = 8


def _extends(char: str) -> bool:
    code = ord(char)
    return (
        0xFE00 <= code <= 0xFE0F
        or 0xE0100 <= code <= 0xE01EF
        or code == 0x200D
        or unicodedata.combining(char) != 0
    )


def next_stop(document: Document, offset: int) -> int:
    """Return the caret place behind the next character, or the start of the next paragraph."""
    if not document.paragraphs:
        return 0
    index = document.paragraph_at(offset)
    paragraph = document.paragraphs[index]
    local = offset - paragraph.start + 1
    if local > len(paragraph.text):
        last = index == len(document.paragraphs) - 1
        return offset if last else document.paragraphs[index + 1].start
    while local < len(paragraph.text) and _extends(paragraph.text[local]):
        local += 1
    return paragraph.start + local


def previous_stop(document: Document, offset: int) -> int:
    """Return the caret place before the previous character, or the end of the paragraph before."""
    if not document.paragraphs:
        return 0
    index = document.paragraph_at(offset)
    paragraph = document.paragraphs[index]
    local = offset - paragraph.start - 1
    if local < 0:
        return offset if index == 0 else document.paragraphs[index - 1].end
    while local > 0 and _extends(paragraph.text[local]):
        local -= 1
    return paragraph.start + local


def clause_stop(document: Document, offset: int, *, backwards: bool = False) -> int:
    """Return the start of the next or previous clause, or the paragraph's end."""
    paragraph = document.paragraphs[document.paragraph_at(offset)] if document.paragraphs else None
    if paragraph is None:
        return 0
    text, local = paragraph.text, offset - paragraph.start
    if backwards:
        if local <= 0:
            return previous_stop(document, offset)
        while local > 0 and text[local - 1] in _CLAUSE:
            local -= 1
        while local > 0 and text[local - 1] not in _CLAUSE:
            local -= 1
        return paragraph.start + local
    if local >= len(text):
        return next_stop(document, offset)
    while local < len(text) and text[local] not in _CLAUSE:
        local += 1
    while local < len(text) and text[local] in _CLAUSE:
        local += 1
    return paragraph.start + local


def _class(char: str) -> str:
    if char in _FUNCTION:
        return "function"
    if char.isspace():
        return "space"
    if char.isalnum() or char == "_":
        return "latin" if ord(char) < 0x2E80 else "hanzi"
    return "latin" if _extends(char) else "mark"


def word_run(text: str, at: int) -> tuple[int, int]:
    """Return the word-like run around a character: never a whole sentence, one mark alone."""
    if not text:
        return 0, 0
    at = min(max(0, at), len(text) - 1)
    kind = _class(text[at])
    if kind in ("mark", "function"):
        return at, at + 1
    low = high = at
    longest = _LONGEST_RUN if kind == "hanzi" else len(text)
    while low > 0 and _class(text[low - 1]) == kind and at - low < longest:
        low -= 1
    while high < len(text) and _class(text[high]) == kind and high - at < longest:
        high += 1
    return low, high


@dataclass(slots=True)
class Selection:
    """Hold the caret, the fixed end of the selection, and the x that up and down keep to.

    `before` says that a caret at a wrap stands at the end of the upper line.
    """

    position: int = 0
    anchor: int = 0
    goal: float | None = None
    before: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Return the selected half-open span, empty at the caret if nothing is selected."""
        return min(self.position, self.anchor), max(self.position, self.anchor)

    @property
    def empty(self) -> bool:
        """Say whether nothing is selected."""
        return self.position == self.anchor

    def carry(self, change: Change) -> None:
        """Move along with a change of the text."""
        self.position, self.anchor = change.carry(self.position), change.carry(self.anchor)
