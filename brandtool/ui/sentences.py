"""The sentences of codes, English sources: evidence of detectors, and labels of what was done."""

from __future__ import annotations

from collections.abc import Mapping

from brandtool.ui.noop import N

__all__ = ["DONE", "EVIDENCE"]

EVIDENCE: Mapping[str, str] = {
    "duplicate.exact": N(
        "Evidence",
        "{count} copies say the same: {size} characters in {lines} line(s)",
    ),
    "duplicate.near": N(
        "Evidence",
        "{count} copies say nearly the same: {size} characters in {lines} line(s), {differ} differ",
    ),
    "duplicate.part": N("Evidence", "{size} characters of this also stand in a fuller copy"),
    "duplicate.loop": N("Evidence", "the same {size} characters stand twice in a row"),
    "duplicate.short": N(
        "Evidence",
        "the same short line stands {count} times ({size} characters)",
    ),
    "join.next": N("Evidence", "breaks off at “{left}”, goes on with “{right}” in the next line"),
    "join.aside": N(
        "Evidence",
        "breaks off at “{left}”, goes on with “{right}” behind {over} line(s) lifted out",
    ),
    "join.copy": N("Evidence", "breaks off at “{left}”, goes on with “{right}” behind a copy"),
    "join.far": N("Evidence", "breaks off at “{left}”, goes on with “{right}” {over} line(s) away"),
    "join.back": N(
        "Evidence",
        "breaks off at “{left}”, goes on with “{right}” {over} line(s) earlier",
    ),
    "join.heading": N("Evidence", "“{left}” and “{right}” are two lines of one heading"),
    "aside.caption": N("Evidence", "reads as the words under a picture"),
    "aside.caption.cut": N(
        "Evidence",
        "reads as the words under a picture and cuts a sentence in two",
    ),
    "aside.credit": N("Evidence", "names who took or drew a picture"),
    "aside.furniture": N("Evidence", "is a line of the page and belongs to no article"),
    "aside.turn.bare": N("Evidence", "says that this goes on elsewhere"),
    "aside.turn": N("Evidence", "sends the reader to page {page}"),
    "aside.turn.from": N("Evidence", "says that this goes on from page {page}"),
    "aside.advert": N("Evidence", "advertises"),
    "article.headline": N("Evidence", "is a headline: {about} words of it return in what follows"),
    "article.first": N("Evidence", "is the first line of the page"),
    "article.byline": N("Evidence", "is a headline: a byline follows"),
    "article.mark": N("Evidence", "begins behind a lost headline"),
    "move.topic": N("Evidence", "speaks of “{article}” and not of what it stands in"),
    "move.tail": N("Evidence", "goes with the line moved before it"),
    "move.head": N("Evidence", "stands before the headline of its own article, “{article}”"),
    "role.subhead": N("Evidence", "is a short line without a stop, followed by text"),
    "role.item": N("Evidence", "begins as an item of a list"),
    "role.signoff": N("Evidence", "says who wrote or sent it"),
    "role.dateline": N("Evidence", "says where the news comes from"),
    "role.byline": N("Evidence", "names who wrote it"),
    "role.note": N("Evidence", "is a note of the editors"),
    "role.summary": N("Evidence", "sums the article up above it"),
    "role.furniture": N("Evidence", "is a mark of the layout"),
    "same.statement": N(
        "Evidence",
        "the same {size} characters also stand elsewhere, within other words",
    ),
    "quote.before": N("Evidence", "“{cue}” leads to the marked words; {mention} is its subject."),
    "quote.after": N("Evidence", "“{cue}” follows the marked words; {mention} is its subject."),
    "quote.sentence": N(
        "Evidence",
        "The marked words go on after “{cue}”; {mention} is its subject.",
    ),
    "quote.held": N(
        "Evidence",
        "The marked words follow what “{cue}” reports; {mention} is its subject.",
    ),
    "quote.action": N("Evidence", "No verb of speech; {mention} acts beside the marked words."),
    "quote.none": N(
        "Evidence",
        "The marked words have the shape of speech; nobody is named beside them.",
    ),
    "quote.turn": N("Evidence", "An interview turn labelled {mention}."),
    "quote.reported": N(
        "Evidence",
        "“{cue}” reports the words after it; {mention} is its subject.",
    ),
    "quote.decided.speaker": N(
        "Evidence",
        "Because you decided who says “{like}…”: {speaker}.",
    ),
    "quote.decided.words": N(
        "Evidence",
        "Because you decided on “{like}…”, which stands alike.",
    ),
    "quote.decided.extent": N(
        "Evidence",
        "Because you decided where “{like}…” begins and ends.",
    ),
}
"""By the code a detector gives; the values stand in braces."""

DONE: Mapping[str, str] = {
    "delete.add": N("Done", "Deleted"),
    "join.add": N("Done", "Run on"),
    "run_on.add": N("Done", "Run on"),
    "lift_out.add": N("Done", "Lifted out"),
    "interruption.add": N("Done", "Lifted out"),
    "quote.add": N("Done", "Marked as quote"),
    "correct.add": N("Done", "Corrected"),
    "printed.add": N("Done", "Noted as a printed error"),
    "role.add": N("Done", "Role set"),
    "article.add": N("Done", "Boundary set or removed"),
    "split.add": N("Done", "Split"),
    "move.add": N("Done", "Moved"),
    "flag.add": N("Done", "Flagged"),
    "flag.retract": N("Done", "Flag taken off"),
    "word.add": N("Done", "Never again"),
    "state.add": N("Done", "State of the page"),
    "facts.add": N("Done", "Page facts"),
    "revision.add": N("Done", "Taken over to the new text"),
    "person.rename.add": N("Done", "Renamed"),
    "person.merge.add": N("Done", "Made one person"),
    "person.split.add": N("Done", "Quotes given to another"),
    "person.part.add": N("Done", "Parted again"),
    "person.alias.add": N("Done", "Another name noted"),
    "person.unalias.add": N("Done", "Name taken off"),
    "person.post.add": N("Done", "Post noted"),
    "person.unpost.add": N("Done", "Post taken off"),
    "learn": N("Done", "Taken in from another desk"),
    "duplicate.accept": N("Done", "Duplicates deleted"),
    "duplicate.keep": N("Done", "Both kept"),
    "join.accept": N("Done", "Run on"),
    "join.keep": N("Done", "Kept apart"),
    "interruption.accept": N("Done", "Lifted out"),
    "interruption.keep": N("Done", "Left in place"),
    "move.accept": N("Done", "Moved"),
    "move.keep": N("Done", "Left in place"),
    "suspect.accept": N("Done", "Corrected"),
    "suspect.keep": N("Done", "Left as it is"),
    "suspect.amend": N("Done", "Corrected"),
    "quote.accept": N("Done", "Taken as quote"),
    "quote.keep": N("Done", "Not a quote"),
    "article.accept": N("Done", "Article starts here"),
    "article.keep": N("Done", "Joined to the one above"),
    "role.accept": N("Done", "Role accepted"),
    "role.keep": N("Done", "Kept as it is"),
}
"""By the label of an act: kind and verb."""
