"""Words for people: every code of the model as a word or sentence in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import reduce
from string import Formatter
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from brandtool.ui.noop import N

if TYPE_CHECKING:
    from brandtool.core.candidate import Evidence
    from brandtool.core.errors import BrandtoolError
    from brandtool.core.turn import Turn

__all__ = [
    "CERTAINTIES", "KINDS", "QUOTE_KINDS", "ROLES", "STATES", "certainty", "count", "done", "error",
    "evidence", "key", "kind", "place", "quote_kind", "reasons", "role", "say", "state", "title",
    "turn", "verb",
]  # fmt: skip

KINDS: Mapping[str, str] = {
    "article": N("Kinds", "article boundary"),
    "duplicate": N("Kinds", "duplicate"),
    "interruption": N("Kinds", "interruption"),
    "move": N("Kinds", "displaced"),
    "join": N("Kinds", "run on"),
    "role": N("Kinds", "role"),
    "quote": N("Kinds", "quote"),
    "suspect": N("Kinds", "suspect"),
    "same": N("Kinds", "same statement"),
    "edit": N("Kinds", "edit"),
    "flag": N("Kinds", "flag"),
    "speaker": N("Kinds", "speaker"),
    "correct": N("Kinds", "correction"),
    "delete": N("Kinds", "deletion"),
    "run_on": N("Kinds", "run on"),
    "lift_out": N("Kinds", "interruption"),
    "split": N("Kinds", "split"),
    "printed": N("Kinds", "printed error"),
    "state": N("Kinds", "state of the page"),
    "facts": N("Kinds", "page facts"),
    "word": N("Kinds", "never again"),
}

VERBS: Mapping[str, tuple[str, str]] = {
    "article": (N("Verbs", "Start article here"), N("Verbs", "Join above")),
    "duplicate": (N("Verbs", "Delete copies"), N("Verbs", "Keep all")),
    "interruption": (N("Verbs", "Lift out"), N("Verbs", "Leave in place")),
    "move": (N("Verbs", "Move"), N("Verbs", "Leave in place")),
    "join": (N("Verbs", "Run on"), N("Verbs", "Keep apart")),
    "quote": (N("Verbs", "Take as quote"), N("Verbs", "Not a quote")),
    "suspect": (N("Verbs", "Correct"), N("Verbs", "Leave as it is")),
    "": (N("Verbs", "Accept"), N("Verbs", "Keep as it is")),
}

STATES: Mapping[str, str] = {
    "open": N("States", "open"),
    "accepted": N("States", "accepted"),
    "kept": N("States", "kept"),
    "amended": N("States", "amended"),
    "deferred": N("States", "later"),
    "flagged": N("States", "flagged"),
    "reopened": N("States", "reopened"),
    "overridden": N("States", "overridden"),
}

ROLES: Mapping[str, str] = {
    "kicker": N("Roles", "kicker"),
    "headline": N("Roles", "headline"),
    "deck": N("Roles", "deck"),
    "summary": N("Roles", "summary deck"),
    "byline": N("Roles", "byline"),
    "dateline": N("Roles", "dateline"),
    "note": N("Roles", "editor's note"),
    "subhead": N("Roles", "subhead"),
    "body": N("Roles", "body"),
    "item": N("Roles", "list item"),
    "caption": N("Roles", "caption"),
    "credit": N("Roles", "photo credit"),
    "signoff": N("Roles", "sign-off"),
    "pullquote": N("Roles", "pull quote"),
    "turn": N("Roles", "turn line"),
    "furniture": N("Roles", "page furniture"),
    "advert": N("Roles", "advertisement"),
}

QUOTE_KINDS: Mapping[str, str] = {
    "direct": N("Quotes", "direct quote"),
    "indirect": N("Quotes", "indirect quote"),
    "mixed": N("Quotes", "mixed quote"),
    "none": N("Quotes", "not speech"),
}

CERTAINTIES = (N("Certainty", "high"), N("Certainty", "middle"), N("Certainty", "low"))
PAGE_STATES: Mapping[str, str] = {
    "unread": N("PageStates", "not begun"),
    "work": N("PageStates", "in work"),
    "first": N("PageStates", "first reading done"),
    "second": N("PageStates", "second reading done"),
    "final": N("PageStates", "final"),
}


_STOPS = "。.！!？?"


def say(context: str, text: str) -> str:
    """Translate an English source of a context; its values are filled in by `format`."""
    return QCoreApplication.translate(context, text)


def title(text: str) -> str:
    """Begin with a capital, as labels that stand alone do."""
    return text[:1].upper() + text[1:]


def key(told: str) -> str:
    """Write a key as the editor's language names it."""
    return told.replace("Space", say("Keys", "Space"))


def kind(name: str) -> str:
    """Name a kind of question; a kind of a plug-in keeps its own name."""
    return say("Kinds", KINDS.get(name, name))


def verb(name: str, *, keep: bool = False) -> str:
    """Return the verb on the button that accepts (or keeps) a question of a kind."""
    return say("Verbs", VERBS.get(name, VERBS[""])[int(keep)])


def state(name: str) -> str:
    """Name the state of a question."""
    return say("States", STATES.get(name, name))


def role(name: str) -> str:
    """Name the role of a block."""
    return say("Roles", ROLES.get(name, name))


def turn(told: Turn) -> str:
    """Say which page an article goes on to or from; empty where the page is unread."""
    if not told.page:
        return ""
    if told.way == "from":
        return say("Places", "continued from page {page}").format(page=told.page)
    return say("Places", "continues on page {page}").format(page=told.page)


def quote_kind(name: str) -> str:
    """Name a kind of quote."""
    return say("Quotes", QUOTE_KINDS.get(name, name))


def page_state(name: str) -> str:
    """Name the state of a page."""
    return say("PageStates", PAGE_STATES.get(name, name))


def certainty_level(score: float) -> int:
    """Return 0 for high, 1 for middle, 2 for low certainty of a score."""
    return 0 if score >= 0.85 else 1 if score >= 0.6 else 2


def level(number: int) -> str:
    """Name a level of certainty: 0 for high, 1 for middle, 2 for low."""
    return say("Certainty", CERTAINTIES[number])


def certainty(score: float) -> str:
    """Name the certainty of a score."""
    return level(certainty_level(score))


def place(article: int, paragraph: int, line: int | None = None) -> str:
    """Write a place for people: article and paragraph from 1 (0: in none), line of the source."""
    if article < 1:
        told = say("Places", "off the articles")
    else:
        told = say("Places", "art. {article}, par. {paragraph}").format(
            article=article, paragraph=paragraph
        )
    if line is None:
        return told
    return say("Places", "{place} (source line {line})").format(place=told, line=line)


def article_number(article: int) -> str:
    """Name an article by its number from 1, 0 for what belongs to none."""
    if article < 1:
        return say("Places", "off the articles")
    return say("Places", "article {article}").format(article=article)


def chinese() -> bool:
    """Tell whether the window speaks Chinese now."""
    return say("Language", "en") == "zh"


def count(number: int) -> str:
    """Write a number of characters."""
    return say("Counts", "{number} characters").format(number=f"{number:,}")


def evidence(told: Evidence) -> str:
    """Write evidence as one sentence, what speaks for it behind what is claimed."""
    clauses = [_clause(one).rstrip(_STOPS) for one in told.all]
    joint = say("Evidence pane", "{one}; {other}")
    sentence = title(reduce(lambda one, other: joint.format(one=one, other=other), clauses))
    last = _clause(told.all[-1])[-1:]
    return sentence + (last if last in _STOPS else say("Evidence pane", "."))


def reasons(told: Evidence) -> tuple[str, ...]:
    """Write evidence as lines: what is claimed as a sentence, then what speaks for it."""
    first, *rest = told.all
    clauses = (title(_clause(one).rstrip(_STOPS)) for one in rest)
    return (evidence(first), *clauses)


def _clause(told: Evidence) -> str:
    """Write one piece of evidence; an unknown code shows itself and its values."""
    from brandtool.ui.sentences import EVIDENCE, FORMER

    source = EVIDENCE.get(told.code) or FORMER.get(told.code)
    values = dict(told.values)
    if source is None:
        rest = ", ".join(f"{name}: {value}" for name, value in values.items())
        return f"{told.code} ({rest})" if rest else told.code
    return _fill(QCoreApplication.translate("Evidence", source), values)


def error(told: BrandtoolError) -> str:
    """Write a known error as one sentence: what happened, where, what to do."""
    from brandtool.ui.faults import ERRORS

    source = ERRORS.get(told.code)
    if told.values.get("backup"):
        source = ERRORS.get(f"{told.code}.backup", source)
    if source is None:
        return say("Errors", "This could not be done ({code}).").format(code=told.code)
    return _fill(QCoreApplication.translate("Errors", source), dict(told.values))


def notice(code: str, values: Mapping[str, object] | None = None) -> str:
    """Write a notice, or why an act did nothing, as one sentence."""
    from brandtool.ui.faults import ERRORS, NOTICES

    source = NOTICES.get(code) or ERRORS.get(code)
    if source is None:
        return say("Errors", "This could not be done ({code}).").format(code=code) if code else ""
    context = "Notices" if code in NOTICES else "Errors"
    return _fill(QCoreApplication.translate(context, source), dict(values or {}))


def done(code: str) -> str:
    """Say what an act did by its label, kind and verb."""
    from brandtool.ui.sentences import DONE

    if code in DONE:
        return QCoreApplication.translate("Done", DONE[code])
    name, _, verb_name = code.rpartition(".")
    state_name = {"accept": "accepted", "keep": "kept", "amend": "amended", "defer": "deferred"}
    told = state(state_name.get(verb_name, verb_name))
    return say("Done", "{kind}: {state}").format(kind=title(kind(name)), state=told)


def _fill(text: str, values: Mapping[str, object]) -> str:
    """Fill in the values a sentence asks for; one that is missing shows as …."""
    names = {name for _, name, _, _ in Formatter().parse(text) if name}
    known = {name: values.get(name, "…") for name in names}
    for name, value in known.items():
        if name in ("role",) and isinstance(value, str):
            known[name] = role(value)
    return text.format(**known)
