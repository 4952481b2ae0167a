"""Why a quote was claimed: codes, and their sentences in English."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "quote.before": "“{cue}” leads to the marked words; {mention} is its subject.",
    "quote.after": "“{cue}” follows the marked words; {mention} is its subject.",
    "quote.sentence": "The marked words go on after “{cue}”; {mention} is its subject.",
    "quote.held": "The marked words follow what “{cue}” reports; {mention} is its subject.",
    "quote.action": "No verb of speech; {mention} acts beside the marked words.",
    "quote.none": "The marked words have the shape of speech; nobody is named beside them.",
    "quote.turn": "An interview turn labelled {mention}.",
    "quote.reported": "“{cue}” reports the words after it; {mention} is its subject.",
    "quote.decided.speaker": "Because you decided who says “{like}…”: {speaker}.",
    "quote.decided.words": "Because you decided on “{like}…”, which stands alike.",
    "quote.decided.extent": "Because you decided where “{like}…” begins and ends.",
}
"""Sentences by code; values: cue, mention, speaker (— where there is none), chance, who (name,
pronoun, title, back, description, dropped, none: how the speaker was found); behind
`quote.decided` also like, the first words of the quote whose answer taught it."""
