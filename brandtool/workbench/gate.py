"""The workbench: one open page, and the only gate through which it changes."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from brandtool.core.article import Edition, propose, render
from brandtool.core.candidate import Candidate, View
from brandtool.core.claim import about, claim_of
from brandtool.core.decision import Decision, Effect, Json, Label, Place, Replace, Verb
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.person import Person, Register, persons_of
from brandtool.core.proposal import effects_of
from brandtool.core.quote import Quote
from brandtool.core.span import Span
from brandtool.workbench import edits, marks, shifting
from brandtool.workbench.change import Change, refused
from brandtool.workbench.history import Action, actions_of, label_of, next_redo, next_undo
from brandtool.workbench.people import People, draft_of
from brandtool.workbench.question import (
    Question,
    asked,
    deferred_quotes,
    questions_of,
    spoken_of,
    words_of,
)
from brandtool.workbench.revision import carry
from brandtool.workbench.sealing import Draft, Seal

ACCEPT = 0.5
"""Open candidates scored at least this much take part in the proposed edition."""


@dataclass(frozen=True, slots=True)
class Editor:
    """Name who decides: the id stored with every decision, and the name people read."""

    id: str
    name: str


class Workbench:
    """Hold one open page: its events, what detectors claim of it, and both editions.

    `sink` is handed the sealed events of each act, in order; `acknowledged` says that they are on
    disk. `editors` gives the editor of each replica known to the project.
    """

    def __init__(
        self,
        document: Document,
        *,
        editor: Editor,
        decisions: Iterable[Decision] = (),
        editors: Mapping[str, str] | None = None,
        sink: Callable[[tuple[Decision, ...]], None] | None = None,
        replica: str = "",
        accept: float = ACCEPT,
    ) -> None:
        self.document = document
        self.editor = editor
        self.accept = accept
        self.ledger = Ledger(decisions)
        self.revision = len(self.ledger)
        self.read_only = ""
        self.unsaved: dict[str, None] = {}
        self._sink = sink
        self._seal = Seal(replica or secrets.token_hex(16), document)
        self._editors = {**(editors or {}), self._seal.replica: editor.id}
        self._candidates: tuple[Candidate, ...] = ()
        self._refresh()

    @property
    def replica(self) -> str:
        """Return the id of this opening; the store registers it before its first event."""
        return self._seal.replica

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Return what detectors claim."""
        return self._candidates

    @property
    def effective(self) -> tuple[Decision, ...]:
        """Return what stands on this page and in the project."""
        return self._effective

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return what is asked and what was answered, by kind as asked, then by place."""
        return self._questions

    @property
    def open_count(self) -> int:
        """Count the questions that still want an answer."""
        return sum(question.is_open for question in self._questions)

    @property
    def history(self) -> tuple[Action, ...]:
        """Return the acts on this page and in the project, oldest first."""
        return actions_of(self.ledger, self._editors)

    @property
    def persons(self) -> tuple[Person, ...]:
        """Return the project's register of persons."""
        return persons_of(self._effective)

    @property
    def register(self) -> Register:
        """Return the register of persons, to find them by their names."""
        return Register(self.persons)

    def quote_of(self, question: str) -> Quote | None:
        """Return the quote a question asks for, as it stands in the proposed edition."""
        return self._spoken.get(question)

    @property
    def page_state(self) -> str:
        """Return the state of the page: unread | first | second | final."""
        return marks.page_state(self.decided)

    @property
    def view(self) -> View:
        """Return what a detector may look at now."""
        return View(
            document=self.document,
            decisions=self._effective,
            edition=self.proposed,
            words=words_of(self._effective),
            names={a: p.name for p in self.persons for a in (p.name, *p.aliases) if a},
        )

    def question(self, question_id: str) -> Question | None:
        """Return a question by its id."""
        return self._by_id.get(question_id)

    def take(self, revision: int, candidates: Sequence[Candidate]) -> Change:
        """Take in what detectors claim of a revision of this page; what is stale is ignored."""
        if revision != self.revision:
            return refused("analysis.stale")
        self._candidates = tuple(candidates)
        self._refresh()
        return Change(text=True, candidates=True, quotes=True, speakers=True, order=True)

    def decide(
        self,
        questions: Sequence[str],
        verb: Verb,
        *,
        choice: int | None = None,
        effects: tuple[Effect, ...] | None = None,
        value: Json = None,
        note: str = "",
    ) -> Change:
        """Answer questions in one act: accept, keep, amend or defer.

        `choice` picks among what a question offers, `value` amends what a quote says, `effects`
        replace what the candidate would do. In a batch a removal or fix that something already
        decided, or earlier in the batch, overlaps is skipped.
        """
        found = [self._by_id[q] for q in dict.fromkeys(questions) if q in self._by_id]
        if not found:
            return refused("nothing.chosen")
        drafts: list[Draft] = []
        taken: list[Effect] = []
        for question in found:
            told = self._effects(question.candidate, verb, choice, effects, value)
            if len(found) > 1 and self._overlaps(told, question.id, taken):
                continue
            taken += told
            kept = (*told, about(question.candidate))
            drafts.append(Draft(verb, question.kind, kept, question.id, note))
        return self._act(f"{found[0].kind}.{verb}", drafts)

    def _effects(
        self,
        candidate: Candidate,
        verb: Verb,
        choice: int | None,
        effects: tuple[Effect, ...] | None,
        value: Json,
    ) -> tuple[Effect, ...]:
        if verb not in ("accept", "amend"):
            return ()
        if effects is not None:
            return effects
        told = effects_of(self.document, candidate, choice=choice)
        if isinstance(value, Mapping):
            told = tuple(marks.with_value(effect, value) for effect in told)
        return told

    def _overlaps(self, effects: Iterable[Effect], question: str, taken: Iterable[Effect]) -> bool:
        """Tell whether words that effects change are changed by others already, or by `taken`."""
        spans = [effect.span for effect in effects if isinstance(effect, Replace)]
        others = (d.effects for d in self._effective if d.cand != question)
        return any(
            isinstance(held, Replace) and held.span.overlaps(span)
            for held in chain(taken, *others)
            for span in spans
        )

    def mark(self, kind: str, start: int, end: int, value: Json = None) -> Change:
        """Mark a range of the proposed text by hand, as no detector proposed it.

        `kind`: delete | run_on | lift_out | quote | correct | printed | role | article | split;
        `value` is the new text, the role or what is said of the quote.
        """
        drafts = marks.drafts_of(self.proposed, kind, Span(start, end), value)
        if not drafts:
            return refused(f"mark.{kind}.nothing")
        return self._act(label_of(drafts[0]), drafts, place=start)

    def edit(self, start: int, end: int, text: str, *, kind: str = "correct") -> Change:
        """Replace a range of the proposed text by other words: one undo step."""
        made = edits.edit(self.proposed.table, Span(start, end), text)
        if made is None or (not made.effects and not made.replaces):
            return refused("edit.nothing")
        known = tuple(event for event in made.replaces if event in self.ledger)
        return self._act(
            f"{kind}.add", [Draft("add", kind, made.effects, replaces=known)], place=start
        )

    def move(self, offset: int, by: int) -> Change:
        """Move the paragraph at an offset of the proposed text one place up (-1) or down (+1)."""
        draft = shifting.move(self.proposed, offset, by)
        if draft is None:
            return refused("move.nothing")
        return self._act("move.add", [draft], place=offset)

    def label(self, kind: str, value: Json, *, subject: str = "", project: bool = False) -> Change:
        """Say something of the page or the project: facts, state, flag, word, person."""
        if kind == "state" and self.page_state == "final":
            return self._act(
                "state.add", [Draft("add", kind, (Label(kind, (), value),))], over=True
            )
        draft = Draft("add", kind, (Label(kind, (), value, subject),), project=project)
        return self._act(f"{kind}.add", [draft])

    def unlabel(self, kind: str, subject: str = "") -> Change:
        """Take back what stands under a kind and subject."""
        events = tuple(
            d.event
            for d in self._effective
            if d.verb == "add"
            and any(
                isinstance(e, Label) and e.kind == kind and e.subject == subject for e in d.effects
            )
        )
        if not events:
            return refused("label.nothing")
        return self._act(f"{kind}.retract", [Draft("retract", kind, targets=events)])

    def person(self, act: str, who: str, value: Json = None, quotes: Sequence[str] = ()) -> Change:
        """Decide something of a person, in the project: see `brandtool.workbench.people`.

        `who` is a person's id or a speaker's name; one act, on the quotes of every page.
        """
        people = People(
            self.document.uid, self.register, self.proposed.quotes, effective=self._effective
        )
        draft = draft_of(people, act, who, value, quotes)
        if draft is None:
            return refused("person.nothing")
        return self._act(f"person.{act}.add", [draft])

    def undo(self) -> Change:
        """Take back this editor's latest act; `place` of the change says where."""
        action = next_undo(self.history, self.editor.id)
        if action is None:
            return refused("undo.nothing")
        return self._act(action.label, [self._retract(action.label, action.events, action.doc)])

    def redo(self) -> Change:
        """Take back this editor's latest undoing, if nothing was done since."""
        retract = next_redo(self.ledger, self.history, self._editors, self.editor.id)
        if retract is None:
            return refused("redo.nothing")
        name = label_of(self.ledger[retract.targets[0]])
        return self._act(name, [self._retract(name, (retract.event,), retract.doc)])

    def retract(self, action: str) -> Change:
        """Take back one act, whatever came after it."""
        found = next((a for a in self.history if a.id == action and not a.undone), None)
        if found is None:
            return refused("undo.nothing")
        return self._act(found.label, [self._retract(found.label, found.events, found.doc)])

    def _retract(self, label: str, events: tuple[str, ...], doc: str | None) -> Draft:
        kind = label.rsplit(".", 1)[0]
        return Draft("retract", kind, targets=events, project=doc is None)

    def acknowledged(self, events: Iterable[str]) -> None:
        """Note that events are on disk."""
        for event in events:
            self.unsaved.pop(event, None)

    def learn(self, decisions: Iterable[Decision], editors: Mapping[str, str]) -> Change:
        """Take in events another desk wrote to the same project."""
        self._editors.update(editors)
        new = [decision for decision in decisions if self.ledger.add(decision)]
        if not new:
            return refused("nothing.new")
        self.revision += len(new)
        self._reopen(new)
        self._refresh()
        return Change("learn", len(new), True, True, True, True, True, True)

    def carry(self, old: Document) -> tuple[Change, tuple[Decision, ...]]:
        """Take over what stands on an older revision of the page; return what did not go over.

        One act. What was carried once is not carried again.
        """
        here = self.ledger.effective
        if any(d.doc == self.document.uid and d.text_sha256 == self.document.sha256 for d in here):
            return refused("carry.done"), ()
        carried = carry(old, self.document, (d for d in here if d.text_sha256 == old.sha256))
        return self._act("revision.add", carried.drafts), carried.lost

    def _act(
        self, action: str, drafts: Sequence[Draft], *, place: int | None = None, over: bool = False
    ) -> Change:
        """Seal the drafts of one act, fold them, hand them to the sink, and say what changed."""
        if self.read_only:
            return refused(self.read_only)
        if self.page_state == "final" and not over and any(not d.project for d in drafts):
            return refused("page.final")
        if not drafts:
            return refused("nothing.left")
        sealed = self._seal.seal(drafts, self.ledger)
        before = self.proposed
        for decision in sealed:
            self.ledger.add(decision)
            self.unsaved[decision.event] = None
        self.revision += len(sealed)
        self._reopen(sealed)
        self._refresh()
        if self._sink is not None:
            self._sink(sealed)
        told = [effect for decision in sealed for effect in decision.effects]
        told += [e for d in sealed for t in d.targets for e in self._said(t)]
        quotes = any(isinstance(e, Label) and e.kind == "quote" for e in told)
        text = self.proposed.text != before.text
        return Change(
            action=action,
            count=len(drafts),
            text=text or any(isinstance(e, Label) and e.kind == "role" for e in told),
            candidates=True,
            quotes=quotes or text,
            speakers=quotes or any(isinstance(e, Label) and "person" in e.kind for e in told),
            order=any(isinstance(e, Place) for e in told),
            states=any(isinstance(e, Label) and e.kind in ("state", "facts") for e in told),
            place=place,
            events=tuple(decision.event for decision in sealed),
        )

    def _reopen(self, decisions: Iterable[Decision]) -> None:
        """Claim again what answers that are taken back were about, until the detectors have looked.

        They no longer claim what is decided.
        """
        known = {candidate.id for candidate in self._candidates}
        events = (target for decision in decisions for target in decision.targets)
        claims = (claim_of(self.ledger[event]) for event in events if event in self.ledger)
        for claim in claims:
            if claim and claim.text_sha256 == self.document.sha256 and claim.id not in known:
                known.add(claim.id)
                self._candidates = (*self._candidates, claim)

    def _said(self, event: str) -> tuple[Effect, ...]:
        if event not in self.ledger:
            return ()
        decision = self.ledger[event]
        deeper = tuple(e for target in decision.targets for e in self._said(target))
        return (*decision.effects, *deeper)

    def _refresh(self) -> None:
        self._effective = tuple(
            decision
            for decision in self.ledger.effective
            if decision.doc is None
            or (decision.doc, decision.text_sha256) == (self.document.uid, self.document.sha256)
        )
        self.decided: Edition = render(self.document, self.ledger)
        live = asked(self._candidates, self._effective, self.decided, words_of(self._effective))
        claims = (*live, *deferred_quotes(self._effective))
        self.proposed: Edition = propose(self.document, self.ledger, claims, self.accept)
        overridden = frozenset(standing.event for standing in self.decided.table.dropped)
        self._questions = questions_of(live, self._effective, overridden, self.proposed)
        self._by_id = {question.id: question for question in self._questions}
        self._spoken = spoken_of(self._questions, self.ledger, self.proposed)
