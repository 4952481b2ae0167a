"""One article read once: layout, words, names, verbs of speech and what they are tied to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from brandtool.core.span import Span
from brandtool.detect.lexicon import persons, tag
from brandtool.detect.quotes.cues import find_cues
from brandtool.detect.quotes.layout import Layout, Paragraph, lay_out
from brandtool.detect.quotes.links import Link, link
from brandtool.detect.quotes.marks import Stretch
from brandtool.detect.speakers.names import find_names
from brandtool.detect.speakers.people import gather
from brandtool.detect.speakers.scene import Scene
from brandtool.detect.speakers.subject import REACH


@dataclass(frozen=True)
class Reading:
    """Hold what every decision looks at; nothing in it is a decision yet."""

    text: str
    layout: Layout
    scene: Scene
    links: tuple[Link, ...]
    places: tuple[int, ...]
    by_content: Mapping[int, Link]

    def links_in(self, span: Span) -> tuple[Link, ...]:
        """Return the links whose verb begins in a span."""
        first, last = bisect_left(self.places, span.start), bisect_left(self.places, span.end)
        return self.links[first:last]

    def before(self, stretch: Stretch) -> Link | None:
        """Return the verb that leads directly to a marked stretch."""
        return self.by_content.get(stretch.outer.start)

    def after(self, paragraph: Paragraph, stretch: Stretch) -> Link | None:
        """Return the verb that follows a stretch within its sentence, before the next stretch."""
        end = paragraph.sentence_at(stretch.outer.end - 1).end
        beyond = paragraph.stretch_after(stretch.outer.end)
        while beyond is not None and _term(self.text, beyond):
            beyond = paragraph.stretch_after(beyond.outer.end)
        end = min(end, beyond.outer.start if beyond else end, stretch.outer.end + 2 * REACH)
        found = self.links_in(Span(stretch.outer.end, end))
        return next((held for held in found if held.tail != "clause"), None)


_NARROW = re.compile(r"(?<![0-9])[,:](?![0-9])|(?<=[0-9])[,:](?![0-9])|(?<![0-9])[,:]|[;!?()]")
_WIDE = str.maketrans(",:;!?()", "，：；！？（）")


def widened(text: str) -> str:
    """Return the text with half-width punctuation written full-width, figures (1,000, 9:30) left.

    Every offset stays.
    """
    return _NARROW.sub(lambda match: match.group().translate(_WIDE), text)


def _term(text: str, stretch: Stretch) -> bool:
    """Tell whether a stretch stands inside a clause as a term does."""
    before = text[stretch.outer.start - 1 : stretch.outer.start]
    after = text[stretch.outer.end : stretch.outer.end + 1]
    last = text[stretch.inner.end - 1 : stretch.inner.end]
    return before.isalnum() and after.isalnum() and last.isalnum()


def read(
    text: str,
    *,
    roles: Sequence[str] | None = None,
    names: Mapping[str, str] | None = None,
    tagged: bool = True,
) -> Reading:
    """Read a clean article; `names` are those the project knows, any name to its canonical name.

    `tagged`: let the optional tagger of names help where it is available.
    """
    text = widened(text)
    layout = lay_out(text, roles)
    cues = tuple(
        cue for cue in find_cues(layout) if cue.span.end > layout.paragraphs[cue.paragraph].head
    )
    begins = {cue.span.start for cue in cues}
    tokens = tag(text, begins | {cue.span.end for cue in cues})
    register = dict(names or {})
    tagger = persons(text) if tagged else ()
    told = find_names(text, tokens, cues=begins, known_names=register, persons=tagger)
    silent = [paragraph.span for paragraph in layout.paragraphs if paragraph.silent]
    heads = [Span(p.span.start, p.head) for p in layout.paragraphs if p.head > p.span.start]
    people = gather(
        text, told, tokens, silent=[*silent, *heads], cues=begins, register=register,
        sure=[text[span.start : span.end] for span in tagger],
    )  # fmt: skip
    scene = Scene.of(text, tokens, people)
    links = link(layout, cues, scene)
    by_content = {held.content: held for held in links if held.tail in ("mark", "comma", "colon")}
    return Reading(
        text, layout, scene, links, tuple(held.cue.span.start for held in links), by_content
    )
