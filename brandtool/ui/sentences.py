"""The sentences of codes, English sources: evidence of detectors, and labels of what was done."""

from __future__ import annotations

from collections.abc import Mapping

from brandtool.ui.noop import N

__all__ = ["DONE", "EVIDENCE"]

EVIDENCE: Mapping[str, str] = {
    "join.next": N("Evidence", "continues “…{left}┊{right}…” in the next line"),
    "join.aside": N("Evidence", "continues “…{left}┊{right}…” behind {over} line(s) lifted out"),
    "join.copy": N("Evidence", "continues “…{left}┊{right}…” behind a copy"),
    "join.far": N("Evidence", "continues “…{left}┊{right}…” with {over} line(s) between"),
    "join.above": N("Evidence", "continues “…{left}┊{right}…”, which stands {up} line(s) above"),
    "join.open_end": N("Evidence", "no mark ends the words before it"),
    "join.comma_end": N("Evidence", "the words before it end with “{mark}”"),
    "join.marks_meet": N(
        "Evidence", "the {opened} opened before it is closed by {closed} behind it"
    ),
    "join.punctuation_start": N("Evidence", "no paragraph begins with “{mark}”"),
    "join.reads_on": N("Evidence", "the words read on"),
    "join.rest": N("Evidence", "“{right}” begins a paragraph less often than it stands within one"),
    "join.end": N("Evidence", "a paragraph hardly ever ends with “{left}”"),
    "join.on_page": N("Evidence", "“{words}” stands elsewhere on the page too"),
    "join.word": N("Evidence", "the break stands within the word “{word}”"),
    "join.alike": N("Evidence", "both speak of “{words}”"),
    "join.only": N("Evidence", "no other line reads on so well"),
    "join.column": N("Evidence", "it is a full line of a narrow column"),
    "duplicate.exact": N(
        "Evidence", "{count} copies say the same: {size} characters in {lines} line(s)"
    ),
    "duplicate.near": N(
        "Evidence",
        "{count} copies say nearly the same: {size} characters in {lines} line(s), {differ} differ",
    ),
    "duplicate.loop": N("Evidence", "the same {size} characters stand twice in a row"),
    "duplicate.loops": N("Evidence", "the same {size} characters stand {count} times in a row"),
    "duplicate.short": N(
        "Evidence", "the same short line stands {count} times ({size} characters)"
    ),
    "copy.run_in": N("Evidence", "the one that stays continues “…{left}┊{right}…”"),
    "copy.run_out": N("Evidence", "the one that stays goes on in “…{left}┊{right}…”"),
    "copy.cuts": N("Evidence", "another one cuts “…{left}┊{right}…” in two"),
    "copy.headed": N("Evidence", "the one that stays stands after its headline, “{article}”"),
    "copy.counts_in": N(
        "Evidence", "the one that stays counts on from the line above: {before}, {number}"
    ),
    "copy.counts_out": N(
        "Evidence", "the line below the one that stays counts on: {before}, {number}"
    ),
    "copy.among_rows": N("Evidence", "the one that stays stands among rows of its form"),
    "copy.complete": N("Evidence", "the one that stays says {more} characters more than any other"),
    "copy.likelier": N("Evidence", "the one that stays reads likelier where they differ"),
    "copy.signed": N("Evidence", "only the one that stays ends with who wrote it"),
    "copy.about": N(
        "Evidence", "the one that stays speaks of “{words}”, as the text beside it does"
    ),
    "copy.side_by_side": N(
        "Evidence", "they stand side by side and say the same, so either may stay"
    ),
    "copy.within": N("Evidence", "what stays is part of a longer paragraph"),
    "move.to": N("Evidence", "belongs to “{article}”"),
    "move.words": N(
        "Evidence", "shares “{words}” with that article and not with what it stands in"
    ),
    "move.ahead": N("Evidence", "stands before the headline of that article"),
    "move.name": N("Evidence", "begins with “{name}”, as that headline does"),
    "move.ended": N("Evidence", "stands behind the sign-off of an article"),
    "move.signed": N("Evidence", "is signed off, and that article has no byline"),
    "article.top": N("Evidence", "no text stands above it"),
    "article.byline": N("Evidence", "a byline stands under it"),
    "article.dateline": N("Evidence", "the line below begins with where the news comes from"),
    "article.opens": N("Evidence", "begins with where the news comes from"),
    "article.deck": N("Evidence", "a second headline begun with a dash stands under it"),
    "article.signed": N("Evidence", "the line above signs an article off"),
    "article.returns": N("Evidence", "what follows comes back to “{words}”"),
    "article.shift": N("Evidence", "what follows speaks of other things than what stands above"),
    "article.speaker": N("Evidence", "the name “{name}” and a colon open it"),
    "article.marked": N("Evidence", "the layout marks it as a heading"),
    "article.short_line": N("Evidence", "is a short line without a stop"),
    "article.stopped": N("Evidence", "the line above ends its sentence"),
    "article.lost": N("Evidence", "the mark of a lost headline stands above it"),
    "article.place": N("Evidence", "the lines around it fit a beginning best"),
    "aside.cuts": N("Evidence", "cuts “…{left}┊{right}…” in two"),
    "aside.turn": N("Evidence", "sends the reader to page {page}"),
    "aside.turn.from": N("Evidence", "says that this goes on from page {page}"),
    "aside.turn.bare": N("Evidence", "says that this goes on elsewhere"),
    "form.note": N("Evidence", "opens as a note of the editors does"),
    "form.summary": N("Evidence", "says that it sums up"),
    "form.byline": N("Evidence", "names reporters and says nothing else"),
    "form.writer": N("Evidence", "tells who wrote it or made its pictures"),
    "form.names": N("Evidence", "consists of names"),
    "form.signed": N("Evidence", "tells in brackets who wrote or sent it"),
    "form.dateline": N("Evidence", "tells where the news comes from"),
    "form.pointed": N("Evidence", "opens as words under a picture do"),
    "form.picture": N("Evidence", "tells who made a picture"),
    "form.staff": N("Evidence", "names who made the page"),
    "form.folio": N("Evidence", "holds a date, an issue or a page number"),
    "form.rubric": N("Evidence", "reads as the name of a page or a rubric"),
    "form.contact": N("Evidence", "tells how to reach somebody"),
    "form.notice": N("Evidence", "holds a word of notices or advertisements"),
    "form.notices_near": N("Evidence", "a notice stands beside it"),
    "form.dashed": N("Evidence", "begins with “{mark}”"),
    "form.numbered": N("Evidence", "begins with the number “{mark}”"),
    "form.counts_on": N("Evidence", "its number goes on from, or to, that of a line near it"),
    "form.alike": N("Evidence", "a line near it begins alike"),
    "form.short_line": N("Evidence", "is a short line without a stop"),
    "form.text_below": N("Evidence", "a paragraph follows it"),
    "form.sentence_above": N("Evidence", "the line above ends its sentence"),
    "form.heading_above": N("Evidence", "a short line without a stop stands above it"),
    "form.top": N("Evidence", "stands at the top of the page"),
    "form.bottom": N("Evidence", "stands at the bottom of the page"),
    "form.place": N("Evidence", "fits best between the lines around it"),
    "same.statement": N(
        "Evidence", "the same {size} characters also stand elsewhere, within other words"
    ),
    "same.articles": N("Evidence", "once in “{one}” and once in “{other}”"),
    "same.article": N("Evidence", "both times in “{article}”"),
    "same.numbers": N("Evidence", "with the same numbers: {numbers}"),
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

FORMER: Mapping[str, str] = {
    "join.back": N("Evidence", "continues “…{left}┊{right}…”, which stands earlier"),
    "aside.caption": N("Evidence", "reads as the words under a picture"),
    "aside.caption.cut": N(
        "Evidence", "reads as the words under a picture and cuts a sentence in two"
    ),
    "aside.credit": N("Evidence", "names who took or drew a picture"),
    "aside.furniture": N("Evidence", "is a line of the page and belongs to no article"),
    "aside.advert": N("Evidence", "advertises"),
    "article.headline": N("Evidence", "is a headline: {about} words of it return in what follows"),
    "article.first": N("Evidence", "is the first line of the page"),
    "article.mark": N("Evidence", "begins behind a lost headline"),
    "move.topic": N("Evidence", "speaks of “{article}” and not of what it stands in"),
    "move.head": N("Evidence", "stands before the headline of its own article, “{article}”"),
    "role.subhead": N("Evidence", "is a short line without a stop, followed by text"),
    "role.item": N("Evidence", "begins as an item of a list"),
    "role.signoff": N("Evidence", "says who wrote or sent it"),
    "role.dateline": N("Evidence", "says where the news comes from"),
    "role.byline": N("Evidence", "names who wrote it"),
    "role.note": N("Evidence", "is a note of the editors"),
    "role.summary": N("Evidence", "sums the article up above it"),
    "role.furniture": N("Evidence", "is a mark of the layout"),
}
"""What claims of older projects say; no detector gives these codes any more."""

DONE: Mapping[str, str] = {
    "delete.add": N("Done", "Deleted"),
    "join.add": N("Done", "Run on"),
    "interruption.add": N("Done", "Lifted out"),
    "quote.add": N("Done", "Marked as quote"),
    "correct.add": N("Done", "Corrected"),
    "printed.add": N("Done", "Noted as a printed error"),
    "role.add": N("Done", "Role set"),
    "article.add": N("Done", "Boundary set"),
    "article.remove": N("Done", "Boundary removed"),
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
