"""A page whose text changed: decisions go over where their words are found without doubt."""

from __future__ import annotations

from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.claim import candidate_json, read_candidate
from brandtool.core.decision import Decision, Label, Place, Point, Replace, Source, Typed
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor
from brandtool.workbench.revision import carry

BODY = "第一段话说到一\n\n半才接上,中国人选二十七个品牌。\n\n第二段。\n\n第二段。\n"
OLD = "渡口的早晨\n\n本报记者 甲\n\n" + BODY
NEW = "渡口的早晨\n\n本报记者 甲乙\n\n新加的一段在这里。\n\n" + BODY


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(w), text.index(w) + len(w)) for w in words]


def desk(document: Document, decisions: tuple[Decision, ...] = ()) -> Workbench:
    return Workbench(document, editor=Editor("e", "E"), decisions=decisions)


def decided() -> Workbench:
    document = Document(OLD)
    bench = desk(document)
    left, right = spans(OLD, "第一段话说到一", "半才接上,中国人选二十七个品牌。")
    copies = [
        Span(OLD.index("第二段。"), OLD.index("第二段。") + 4),
        Span(len(OLD) - 5, len(OLD) - 1),
    ]
    claims = (
        Candidate(
            "join",
            document.sha256,
            (source_part(document, "left", left), source_part(document, "right", right)),
            0.9,
            Evidence("t"),
        ),
        Candidate(
            "duplicate",
            document.sha256,
            tuple(source_part(document, "occurrence", copy) for copy in copies),
            0.9,
            Evidence("t"),
            keep=0,
        ),
    )
    bench.take(bench.revision, claims)
    for question in list(bench.questions):
        bench.decide([question.id], "accept")
    at = bench.proposed.text.index("人选")
    bench.edit(at, at + 2, "入选")
    bench.mark("role", 0, 1, "headline")
    return bench


def test_what_stands_goes_over_to_the_new_text_in_one_act() -> None:
    old = decided()
    new = Document(NEW, first=old.document.uid)
    bench = desk(new, tuple(old.ledger))
    assert bench.decided.text == NEW
    change, lost = bench.carry(old.document)
    assert change.count == 4 and lost == ()
    assert "第一段话说到一半才接上,中国入选二十七个品牌。" in bench.decided.text
    assert bench.decided.text.count("第二段。") == 1
    assert bench.decided.articles[0].headline == "渡口的早晨"
    assert [q.state for q in bench.questions] == ["accepted", "accepted"]
    bench.undo()
    assert bench.decided.text == NEW


def test_it_goes_over_once() -> None:
    old = decided()
    bench = desk(Document(NEW, first=old.document.uid), tuple(old.ledger))
    bench.carry(old.document)
    assert bench.carry(old.document)[0].notice == "carry.done"


def test_the_old_text_keeps_its_decisions() -> None:
    old = decided()
    before = old.decided.text
    bench = desk(Document(NEW, first=old.document.uid), tuple(old.ledger))
    bench.carry(old.document)
    bench.mark("role", 0, 1, "deck")
    assert desk(old.document, tuple(bench.ledger)).decided.text == before
    assert desk(old.document, tuple(bench.ledger)).decided.articles[0].headline == "渡口的早晨"


def test_what_is_in_doubt_is_listed_and_not_guessed() -> None:
    old = decided()
    new = Document(OLD.replace("半才接上,中国人选二十七个品牌", "半才接上,中国人进二十七个品牌"))
    carried = carry(old.document, new, old.ledger)
    assert sorted(d.kind for d in carried.lost) == ["correct", "join"]
    assert sorted(d.kind for d in carried.drafts) == ["duplicate", "role"]


def test_an_insertion_travels_with_its_neighbour() -> None:
    old, new = Document("前甲后"), Document("新前甲后")
    events = [
        Decision("1", "r", 1, 1, "a", "add", "correct", effects=(Replace(Span(2, 2), "乙", bind),))
        for bind in ("before", "after")
    ]
    assert [d.effects[0] for d in carry(old, new, events).drafts] == [
        Replace(Span(3, 3), "乙", "before"),
        Replace(Span(3, 3), "乙", "after"),
    ]
    edge = Decision("1", "r", 1, 1, "a", "add", "correct", effects=(Replace(Span(0, 0), "乙"),))
    gone = Decision(
        "2", "r", 1, 1, "a", "add", "correct", effects=(Replace(Span(3, 3), "乙", "after"),)
    )
    assert carry(old, new, [edge, gone]).lost == (edge, gone)


def test_what_was_typed_and_placed_by_itself_does_not_go_over() -> None:
    old, new = Document("甲\n乙"), Document("甲\n乙\n丙")
    typed = Decision(
        "1", "r", 1, 1, "a", "add", "t", effects=(Place(Typed("x", 0, 1), Point("", 0), "line"),)
    )
    behind = Decision(
        "2", "r", 1, 1, "a", "add", "t", effects=(Place(Source(2, 3), Point("x", 1), "line"),)
    )
    label = Decision("3", "r", 1, 1, "a", "add", "t", effects=(Label("l", (Typed("x", 0, 1),)),))
    here = Decision(
        "4", "r", 1, 1, "a", "add", "t", effects=(Place(Source(2, 3), None, "article"),)
    )
    first = Decision(
        "5", "r", 1, 1, "a", "add", "t", effects=(Place(Source(2, 3), Point("", 0), "article"),)
    )
    carried = carry(old, new, [typed, behind, label, here, first])
    assert carried.lost == (typed, behind, label)
    assert [d.effects[0] for d in carried.drafts] == [
        Place(Source(2, 3, "乙"), None, "article"),
        Place(Source(2, 3, "乙"), Point("", 0), "article"),
    ]


def test_a_flag_goes_over_with_the_answer_to_its_question() -> None:
    old = decided()
    join, copies = (q for q in old.questions if q.kind in ("join", "duplicate"))
    for question in (join, copies):
        old.label("flag", {"question": question.id}, subject=question.id)
    bench = desk(Document(NEW, first=old.document.uid), tuple(old.ledger))
    assert bench.carry(old.document)[1] == ()
    assert [q.flagged for q in bench.questions] == [True, True]
    lone = Label("flag", (), {"question": "none"}, "none")
    told = Decision("1", "r", 1, 1, "a", "add", "flag", effects=(lone,))
    assert carry(old.document, Document(NEW), [told]).lost == (told,)


def test_a_flag_on_an_open_question_goes_over_to_the_same_one() -> None:
    old = decided()
    claim = next(q.candidate for q in old.questions if q.kind == "join")
    document = old.document
    bench = desk(document)
    bench.take(bench.revision, [claim])
    bench.label("flag", {"question": claim.id, "claim": candidate_json(claim)}, subject=claim.id)
    new = desk(Document(NEW, first=document.uid), tuple(bench.ledger))
    assert new.carry(document)[1] == ()
    (label,) = new.decided.labels["flag"]
    there = read_candidate(label.value["claim"])
    new.take(new.revision, [there])
    assert [(q.id, q.flagged) for q in new.questions] == [(label.subject, True)]
    assert there.text_sha256 == new.document.sha256
    lost = Document("另有一句", first=document.uid)
    assert [d.kind for d in carry(document, lost, bench.ledger).lost] == ["flag"]


def test_how_far_the_old_text_was_read_is_not_said_of_the_new_one() -> None:
    old = decided()
    old.label("state", {"state": "final"})
    bench = desk(Document(NEW, first=old.document.uid), tuple(old.ledger))
    change, lost = bench.carry(old.document)
    assert change.count == 4
    assert [d.kind for d in lost] == ["state"]
    assert bench.page_state == "unread"


def test_a_question_kept_as_it_is_goes_over_only_if_its_words_are_there() -> None:
    document = Document(OLD)
    bench = desk(document)
    old = decided()
    bench.take(bench.revision, [q.candidate for q in old.questions])
    bench.decide([q.id for q in bench.questions], "keep")
    new = Document(OLD.replace("半才接上,中国人选二十七个品牌", "另有一句"))
    carried = carry(document, new, bench.ledger)
    assert [d.kind for d in carried.lost] == ["join"]
    assert [(d.kind, d.verb) for d in carried.drafts] == [("duplicate", "keep")]


def test_of_two_copies_only_the_runs_that_are_found_stay_twins() -> None:
    value = {"map": [[0, 3, 4], [3, 4, 7]]}
    old, new = Document("甲乙丙丁甲乙丙丁"), Document("甲乙丙丁甲乙丙戊")
    twin = Label("twin", (Source(0, 3, "甲乙丙"),), value)
    told = Decision("1", "r", 1, 1, "a", "add", "delete", effects=(twin,))
    (draft,) = carry(old, new, [told]).drafts
    (kept,) = draft.effects
    assert isinstance(kept, Label) and kept.value == {"map": [[0, 3, 4]]}
