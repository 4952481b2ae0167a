"""Answering questions: accept, keep, put off, flag, pick, in a batch, and taking back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from brandtool.core.claim import candidate_json
from brandtool.core.decision import Json, Replace, Verb
from brandtool.ui import previews, words
from brandtool.ui.answers import moved, shifted
from brandtool.ui.cards.quote import speakers
from brandtool.ui.models.filters import Filter
from brandtool.ui.standing import person_of, quote_value
from brandtool.ui.words import say

if TYPE_CHECKING:
    from brandtool.ui.window import Window
    from brandtool.workbench import Change, Workbench

__all__ = [
    "accept", "batch", "choose_speaker", "defer", "edit_text", "flag", "keep", "move_extent",
    "never_again", "pick", "redo", "retract", "set_quote_kind", "show_deferred", "show_why", "undo",
]  # fmt: skip


def accept(window: Window, _argument: object = None) -> None:
    """Accept the question as it is proposed, or as the editor changed it; in a batch tick it."""
    desk = window.desk
    if window.questions.ticked is not None:
        if desk.current not in window.questions.ticked:
            window.questions.toggle(desk.current)
        window.go_row(1)
        return
    question, workbench, draft = desk.question, desk.workbench, desk.draft
    assert question is not None and workbench is not None
    if not _asked(window):
        return
    if question.state in ("accepted", "amended") and not desk.drafted:
        window.say(say("Status", "This is answered so already; U or Retract takes it back."))
        return
    effects = draft.effects(workbench.document, question.candidate)
    if question.kind == "suspect" and not previews.suggestions(question.candidate):
        window.say(
            say("Status", "There is no suggestion to take: press E and write what is right.")
        )
        return
    verb: Verb = "amend" if draft.amends else "accept"
    change = workbench.decide(
        [question.id], verb, choice=draft.choice, effects=effects, value=draft.value
    )
    _answered(window, question.id, desk.act(change))


def keep(window: Window, _argument: object = None) -> None:
    """Keep what the question speaks of as it is; in a batch untick it."""
    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    if window.questions.ticked is not None:
        if question.id in window.questions.ticked:
            window.questions.toggle(question.id)
        window.go_row(1)
        return
    if _asked(window):
        before = workbench.open_count
        change = desk.act(workbench.decide([question.id], "keep"))
        _answered(window, question.id, change)
        more = before - workbench.open_count - question.is_open
        if more > 0 and question.kind == "quote":
            what = say("Status", "Not a quote; {more} more of the same words are not asked again.")
            window.say(what.format(more=more), undo=True)


def defer(window: Window, _argument: object = None) -> None:
    """Put the question off; it comes back with Shift+S."""
    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    if _asked(window):
        _answered(window, question.id, desk.act(workbench.decide([question.id], "defer")))


def show_deferred(window: Window, _argument: object = None) -> None:
    """List what was put off, or everything again."""
    panel = window.questions
    if panel.filter.value("state") == "deferred":
        panel.set_filter(panel.filter.choose("state", None))
        return
    if not any(row.state == "deferred" for row in window.desk.rows):
        window.say(say("Status", "Nothing was put off."))
        return
    panel.set_filter(Filter().choose("state", "deferred"))
    window.desk.ask(panel.shown[0].id)


def flag(window: Window, _argument: object = None) -> None:
    """Flag the question for a second look, or take the flag off."""
    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    if question.flagged:
        change = workbench.unlabel("flag", question.id)
    else:
        told: Json = {"question": question.id, "claim": candidate_json(question.candidate)}
        change = workbench.label("flag", told, subject=question.id)
    window.told(desk.act(change))


def never_again(window: Window, _argument: object = None) -> None:
    """Put the words of the question on the never-again list of the project.

    One that was put off is answered with it: it stays as it is.
    """
    from brandtool.workbench.question import words_of

    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    if not question.candidate.parts:
        return
    text = previews.part_text(workbench.document, question.candidate.parts[0])
    after = desk.next_open(question.id)
    if (question.kind, text) in words_of(workbench.effective):
        window.say(say("Status", "It is on the never-again list already."))
        return
    change = workbench.label(
        "word",
        {"kind": question.kind, "text": text},
        subject=f"{question.kind}:{text}",
        project=True,
    )
    if not window.told(desk.act(change)):
        return
    if question.decision and question.is_open:
        desk.act(workbench.decide([question.id], "keep"))
    desk.ask(after)


def show_why(window: Window, _argument: object = None) -> None:
    """Show or hide the numbers behind the evidence."""
    window.evidence.toggle_details()


def pick(window: Window, number: int) -> None:
    """Take a choice by its digit: the copy that stays, a suggestion, a speaker."""
    desk = window.desk
    question = desk.question
    assert question is not None
    candidate = question.candidate
    match question.kind:
        case "duplicate":
            offered = len(candidate.parts)
        case "suspect":
            offered = len(previews.suggestions(candidate))
        case "quote":
            offered = len(_offered(window))
        case _:
            offered = 0
    if number > offered:
        window.say(say("Status", "There is no choice {number} here.").format(number=number))
    elif question.kind == "quote":
        set_speaker(window, _offered(window)[number - 1])
    else:
        desk.set_draft(replace(desk.draft, choice=number - 1))


def set_quote_kind(window: Window, kind: str) -> None:
    """Say what kind of quote it is; `none` says it is no speech."""
    desk = window.desk
    if window.speech.by_hand is not None:
        amend_quote(window, window.speech.by_hand.speaker or "", kind=kind)
    elif kind == "none":
        keep(window)
    else:
        desk.set_draft(replace(desk.draft, kind=kind))
        window.say(
            say("Status", "{kind}: press A to take it so.").format(
                kind=words.title(words.quote_kind(kind))
            )
        )


def choose_speaker(window: Window, _argument: object = None) -> None:
    """Choose the speaker from the people of the page, those offered and the nearest first.

    Hanzi, pinyin and its initials find a person; what is typed is a name of its own as well.
    """
    if window.speech.by_hand is not None:
        window.speech.ask_speaker(window.speech.home, (), lambda name: amend_quote(window, name))
        return
    question, workbench = window.desk.question, window.desk.workbench
    assert question is not None and workbench is not None
    window.speech.ask_speaker(
        question.home or 0, _offered(window), lambda name: set_speaker(window, name)
    )


def amend_quote(window: Window, speaker: str, *, kind: str = "") -> None:
    """Say something else of the quote marked by hand that is chosen in the table."""
    quote, workbench = window.speech.by_hand, window.desk.workbench
    assert quote is not None and workbench is not None
    homes = workbench.proposed.table.locate(quote.content)
    if homes:
        value = quote_value(workbench, speaker, kind or quote.kind)
        span = (homes[0].start, homes[-1].end)
        window.told(window.desk.act(workbench.mark("quote", *span, value)))


def _offered(window: Window) -> tuple[str, ...]:
    """Return the speakers that have a digit, as the card shows them."""
    question, workbench = window.desk.question, window.desk.workbench
    assert question is not None and workbench is not None
    return speakers(question.candidate, workbench.register.canonical)


def set_speaker(window: Window, name: str) -> None:
    """Say who speaks; the posts go with the person, never with the one named before."""
    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    if name == previews.value_of(question.candidate, "speaker"):
        draft = replace(desk.draft, speaker=None, posts=(), speaker_kind="")
    else:
        posts, kind = person_of(workbench, name)
        draft = replace(desk.draft, speaker=name, posts=posts, speaker_kind=kind)
    desk.set_draft(draft)


def move_extent(window: Window, step: str) -> None:
    """Move the start or the end of what the question speaks of."""
    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    if question.kind == "quote":
        draft = moved(workbench.proposed, question.candidate, desk.draft, step)
    else:
        draft = shifted(workbench.document, question.candidate, desk.draft, step)
    if draft is None:
        window.say(say("Status", "It cannot go further there."))
    else:
        desk.set_draft(draft)


def edit_text(window: Window, _argument: object = None) -> None:
    """Type into the clean page, at the words the question speaks of."""
    workbench, question = window.desk.workbench, window.desk.question
    assert workbench is not None
    start, end = window.pages.selection() or (None, None)
    if start is None and question is not None and not window.pages.view.hasFocus():
        spans = question.candidate.parts[0].anchor if question.candidate.parts else ()
        homes = workbench.proposed.table.locate(spans)
        if homes and question.kind == "suspect":
            start, end = homes[0].start, homes[-1].end
    if start is None:
        start = end = window.pages.caret_home() or 0
    window.pages.edit_at(start, end if end is not None else start)
    window.say(say("Status", "Type to change the clean text; Esc when done."))


def amended_suspect(window: Window, start: int, end: int, text: str) -> Change | None:
    """Answer a suspect with what was typed over it; None if the typing is about something else."""
    question, workbench = window.desk.question, window.desk.workbench
    if question is None or workbench is None or question.kind != "suspect" or not question.is_open:
        return None
    part = question.candidate.part("text")
    homes = workbench.proposed.table.locate(part.anchor) if part is not None else ()
    if not homes or start < homes[0].start or end > homes[-1].end:
        return None
    told = workbench.proposed.text
    new = told[homes[0].start : start] + text + told[end : homes[-1].end]
    assert part is not None
    return workbench.decide([question.id], "amend", effects=(Replace(part.spans[0], new),))


def batch(window: Window, _argument: object = None) -> None:
    """Tick the whole shown list; Enter accepts what is ticked."""
    panel = window.questions
    if panel.ticked is not None:
        window.finish_batch(True)
        return
    window.show_side("questions")
    count = panel.begin_batch()
    if not count:
        panel.end_batch()
        window.say(say("Status", "Nothing in the list is open."))
        return
    if {row.kind for row in panel.shown} == {"join"}:
        window.batch.show_joints()
        return
    told = say(
        "Status", "{count} ticked: X takes one out, Enter accepts the rest, Esc goes back."
    ).format(count=count)
    window.say(told)
    window.questions.list.setFocus()


def undo(window: Window, _argument: object = None) -> None:
    """Undo this editor's latest act and ask again what it had answered."""
    take_back(window, lambda workbench: workbench.undo())


def redo(window: Window, _argument: object = None) -> None:
    """Do again what was undone last, and show it."""
    take_back(window, lambda workbench: workbench.redo(), undone=False)


def retract(window: Window, _argument: object = None) -> None:
    """Take back the decision on this question, whatever came after it."""
    desk = window.desk
    question, workbench = desk.question, desk.workbench
    assert question is not None and workbench is not None
    action = next((a.id for a in workbench.history if question.decision in a.events), "")
    take_back(window, lambda held: held.retract(action))


def take_back(window: Window, act: Callable[[Workbench], Change], *, undone: bool = True) -> None:
    """Undo or do again, and ask the first question whose state that changed."""
    desk = window.desk
    assert desk.workbench is not None
    before = {row.id: row.state for row in desk.rows}
    if not window.told(desk.act(act(desk.workbench)), undone=undone):
        return
    turned = [row.id for row in desk.rows if before.get(row.id, row.state) != row.state]
    if turned and desk.current not in turned:
        window.ask_shown(turned[0])


def _asked(window: Window) -> bool:
    question = window.desk.question
    if question is not None and question.kind == "same":
        window.say(say("Status", "This is for information; there is nothing to decide."))
        return False
    return True


def _answered(window: Window, key: str, change: Change) -> None:
    """Go on to the next open question and say what was done."""
    if not window.told(change):
        return
    window.desk.drop_draft(key)
    following = window.desk.next_open(key)
    if following:
        window.desk.ask(following)
    else:
        window.desk.ask("" if window.desk.finished else key)
        window.show_current()
