"""Why the page detector claims what it claims.

One code per rule, with the values its sentence needs.
"""

from __future__ import annotations

from collections.abc import Mapping

SENTENCES: Mapping[str, str] = {
    "duplicate.exact": "{count} copies say the same ({size} characters, {lines} lines)",
    "duplicate.near": (
        "{count} copies say nearly the same ({size} characters, {lines} lines, {differ} differ)"
    ),
    "duplicate.part": "{size} characters of this also stand in a fuller copy",
    "duplicate.loop": "the same {size} characters stand twice in a row",
    "duplicate.short": "the same short line stands {count} times ({size} characters)",
    "join.next": "breaks off at “{left}”, goes on with “{right}” in the next line",
    "join.aside": "breaks off at “{left}”, goes on with “{right}” behind {over} line(s) lifted out",
    "join.copy": "breaks off at “{left}”, goes on with “{right}” behind a copy",
    "join.far": "breaks off at “{left}”, goes on with “{right}” {over} line(s) away",
    "join.back": "breaks off at “{left}”, goes on with “{right}” {over} line(s) earlier",
    "join.heading": "“{left}” and “{right}” are two lines of one heading",
    "aside.caption": "reads as the words under a picture",
    "aside.caption.cut": "reads as the words under a picture and cuts a sentence in two",
    "aside.credit": "names who took or drew a picture",
    "aside.furniture": "is a line of the page and belongs to no article",
    "aside.turn.bare": "says that this goes on elsewhere",
    "aside.turn": "sends the reader to page {page}",
    "aside.turn.from": "says that this goes on from page {page}",
    "aside.advert": "advertises",
    "article.headline": "is a headline: {about} of its pairs of characters return below it",
    "article.first": "is the first line of the page",
    "article.byline": "is a headline: a byline stands under it",
    "article.mark": "begins behind a lost headline",
    "move.topic": "speaks of “{article}” and not of what it stands in",
    "move.tail": "goes with the line moved before it",
    "move.head": "stands before the headline of its own article, “{article}”",
    "role.subhead": "is a short line without a stop, followed by text",
    "role.item": "begins as an item of a list",
    "role.signoff": "says who wrote or sent it",
    "role.dateline": "says where the news comes from",
    "role.byline": "names who wrote it",
    "role.note": "is a note of the editors",
    "role.summary": "sums the article up above it",
    "role.furniture": "is a mark of the layout",
    "same.statement": "the same {size} characters also stand elsewhere, within other words",
}
"""The English sentence of every code, as a `str.format` template over the values."""


def sentence(code: str, values: Mapping[str, object]) -> str:
    """Return the English sentence of a piece of evidence."""
    return SENTENCES[code].format_map(values)
