"""The gate: every act through it is one step, saved, undone, redone, found again."""

from __future__ import annotations

import pytest

from brandtool.core.decision import Label, Replace
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.workbench import Change, Workbench
from tests.core.script import claim, event, here
from tests.workbench.desk import LI, WANG, Desk

PAGE = "题\n甲甲\n图\n乙乙\n甲甲二\n"
JOIN = claim(PAGE, "join", ("left", "甲甲\n图"), ("right", "乙乙"))
ASIDE = claim(PAGE, "interruption", ("aside", "图"))
SUSPECT = claim(PAGE, "suspect", ("text", "二"), value={"suggest": ["三", "四"]})
LAST = claim(PAGE, "suspect", ("text", "甲二"), value={"suggest": ["丙"]})
QUOTE = claim(PAGE, "quote", ("content", "乙乙"), value={"kind": "direct", "speaker": None})
ROLE = claim(PAGE, "role", ("block", "题"), value="headline", score=0.4)


def test_what_is_open_and_likely_is_proposed_and_not_decided():
    desk = Desk(PAGE, ASIDE, ROLE)
    assert desk.decided == PAGE
    assert desk.text.split() == ["题", "甲甲", "乙乙", "甲甲二", "图"]
    assert desk.bench.proposed.articles[0].headline == "", "its score is too low"
    assert desk.bench.open_count == 2
    assert desk.bench.candidates == (ASIDE, ROLE)


@pytest.mark.parametrize(
    ("verb", "state", "is_open", "decided"),
    [
        ("accept", "accepted", False, "三"),
        ("keep", "kept", False, "二"),
        ("amend", "amended", False, "三"),
        ("defer", "deferred", True, "二"),
    ],
)
def test_a_question_is_answered(verb, state, is_open, decided):
    desk = Desk(PAGE, SUSPECT)
    change = desk.answer(verb, SUSPECT, note="附注")
    assert (change.action, change.count, change.candidates) == (f"suspect.{verb}", 1, True)
    assert change.text == (decided == "三")
    assert desk.state(SUSPECT) == state
    assert desk.bench.question(SUSPECT.id).is_open == is_open
    assert desk.decided == PAGE.replace("二", decided)
    assert [d.note for d in desk.saved] == ["附注"]
    assert desk.reopened().state(SUSPECT) == state
    desk.bench.undo()
    assert (desk.decided, desk.state(SUSPECT)) == (PAGE, "open")


def test_an_answer_may_choose_or_say_something_else():
    desk = Desk(PAGE, SUSPECT)
    desk.answer("accept", SUSPECT, choice=1)
    assert desk.decided == PAGE.replace("二", "四")
    desk.answer("amend", SUSPECT, effects=(Replace(Span(11, 13), "五"),))
    assert desk.decided == PAGE.replace("甲二", "五")
    desk.answer("keep", SUSPECT)
    assert desk.decided == PAGE
    assert len(desk.bench.effective) == 1
    desk.bench.undo()
    assert desk.decided == PAGE.replace("甲二", "五")


def test_a_quote_is_amended_by_what_the_editor_says_of_it():
    desk = Desk(PAGE, QUOTE)
    assert [q.state for q in desk.bench.proposed.quotes] == ["open"]
    change = desk.answer("amend", QUOTE, value={"speaker": "某人"})
    assert (change.quotes, change.speakers) == (True, True)
    assert [q.speaker for q in desk.bench.decided.quotes] == ["某人"]


def test_a_batch_is_one_act_and_skips_what_is_replaced_already():
    desk = Desk(PAGE, SUSPECT, LAST, ASIDE)
    desk.answer("accept", LAST)
    change = desk.answer("accept", SUSPECT, ASIDE)
    assert (change.count, len(change.events)) == (1, 1)
    assert [desk.state(c) for c in (SUSPECT, LAST, ASIDE)] == ["open", "accepted", "accepted"]
    desk.bench.undo()
    assert [desk.state(c) for c in (LAST, ASIDE)] == ["accepted", "open"]


def test_a_batch_in_which_two_want_the_same_words_takes_the_first():
    desk = Desk(PAGE, SUSPECT, LAST)
    desk.answer("accept", SUSPECT, LAST)
    assert desk.bench.decided.table.dropped == ()
    assert desk.bench.undo().text
    assert desk.decided == PAGE


def test_a_batch_with_nothing_left_is_refused():
    other = claim(PAGE, "suspect", ("text", "甲甲二"), value={"suggest": ["丁"]})
    desk = Desk(PAGE, SUSPECT, LAST, other)
    assert desk.bench.decide([], "accept").notice == "nothing.chosen"
    assert desk.bench.decide(["nobody"], "accept").notice == "nothing.chosen"
    desk.answer("accept", other)
    assert desk.answer("accept", SUSPECT, LAST).notice == "nothing.left"
    assert len(desk.saved) == 1


def test_undo_and_redo_take_one_act_a_step_and_outlive_a_restart():
    desk = Desk(PAGE, ASIDE, SUSPECT)
    texts = [desk.decided]
    desk.answer("accept", ASIDE)
    texts.append(desk.decided)
    desk.edit("乙乙", "丁丁")
    texts.append(desk.decided)
    desk.move("丁丁", -1)
    texts.append(desk.decided)
    for _ in range(2):
        for text in texts[-2::-1]:
            desk.bench.undo()
            assert desk.decided == text
            desk = desk.reopened()
        assert desk.bench.undo() == Change(notice="undo.nothing")
        for text in texts[1:]:
            desk.bench.redo()
            assert desk.decided == text
            desk = desk.reopened()
        assert desk.bench.redo() == Change(notice="redo.nothing")


def test_nothing_is_redone_once_something_new_was_done():
    desk = Desk(PAGE)
    desk.edit("乙乙", "丁")
    desk.bench.undo()
    desk.edit("图", "画")
    assert desk.bench.redo().notice == "redo.nothing"


def test_what_is_undone_is_asked_again_before_the_detectors_have_looked():
    desk = Desk(PAGE, ASIDE, SUSPECT)
    desk.answer("accept", ASIDE)
    desk.bench.take(desk.bench.revision, [SUSPECT])
    assert {q.id for q in desk.bench.questions} == {ASIDE.id, SUSPECT.id}
    desk.bench.undo()
    assert {q.id: q.state for q in desk.bench.questions} == {ASIDE.id: "open", SUSPECT.id: "open"}
    desk.bench.redo()
    assert desk.state(ASIDE) == "accepted"
    desk.bench.take(desk.bench.revision, [SUSPECT])
    desk.bench.undo()
    desk.bench.take(desk.bench.revision, [SUSPECT])
    assert desk.bench.question(ASIDE.id) is None, "the detectors have looked and claim it no more"


def test_only_this_editors_acts_are_undone():
    desk = Desk(PAGE)
    desk.edit("乙乙", "丁")
    other = desk.reopened(editor=WANG)
    assert other.bench.undo().notice == "undo.nothing"
    other.edit("图", "画")
    other.bench.undo()
    assert other.text == PAGE.replace("乙乙", "丁")
    assert other.bench.undo().notice == "undo.nothing"
    assert [a.editor for a in other.bench.history] == ["li", "wang"]


def test_any_act_may_be_taken_back_and_only_once():
    desk = Desk(PAGE)
    desk.edit("乙乙", "丁")
    desk.edit("图", "画")
    first = desk.bench.history[0].id
    assert desk.bench.retract(first).action == "correct.add"
    assert desk.text == PAGE.replace("图", "画")
    assert desk.bench.retract(first).notice == "undo.nothing"


def test_a_later_decision_on_one_place_keeps_what_else_the_earlier_said():
    head = claim(PAGE, "article", ("start", "乙乙"), ("headline", "乙乙"))
    desk = Desk(PAGE, head)
    desk.answer("accept", head)
    desk.mark("article", "乙乙")
    article = desk.bench.decided.articles[0]
    assert len(desk.bench.decided.articles) == 1
    assert article.headline == "乙乙", "the role still stands"
    assert desk.state(head) == "amended"
    desk.bench.undo()
    assert len(desk.bench.decided.articles) == 2
    assert desk.state(head) == "accepted"


def test_what_another_desk_wrote_is_taken_in():
    one = Desk(PAGE)
    other = one.reopened(editor=WANG)
    other.edit("乙乙", "丁")
    change = one.bench.learn(other.saved, {other.bench.replica: WANG.id})
    assert (change.action, change.count, change.text) == ("learn", 1, True)
    assert one.text == other.text
    assert one.bench.learn(other.saved, {}).notice == "nothing.new"
    assert one.bench.undo().notice == "undo.nothing"
    one.edit("丁", "戊")
    assert one.bench.decided.conflicts == ()


def test_stale_claims_are_ignored():
    desk = Desk(PAGE)
    before = desk.bench.revision
    desk.edit("乙乙", "丁")
    assert desk.bench.take(before, [ASIDE]).notice == "analysis.stale"
    assert desk.bench.candidates == ()
    assert desk.bench.take(desk.bench.revision, [ASIDE]).candidates


def test_what_is_not_on_disk_is_known():
    desk = Desk(PAGE)
    change = desk.edit("乙乙", "丁")
    assert list(desk.bench.unsaved) == list(change.events) == [d.event for d in desk.saved]
    desk.bench.acknowledged([*change.events, "other"])
    assert not desk.bench.unsaved
    alone = Workbench(Document(PAGE), editor=LI)
    assert alone.edit(0, 1, "首").text


def test_a_page_open_for_reading_is_not_changed():
    desk = Desk(PAGE, SUSPECT)
    desk.bench.read_only = "project.locked"
    for change in (
        desk.answer("accept", SUSPECT),
        desk.edit("乙乙", "丁"),
        desk.mark("role", "题", "headline"),
        desk.move("题", 1),
        desk.bench.label("facts", {"paper": "报"}),
    ):
        assert (change.notice, change.nothing) == ("project.locked", True)
    assert desk.saved == []


def test_a_final_page_is_read_only_until_reopened():
    desk = Desk(PAGE, SUSPECT)
    assert desk.bench.page_state == "unread"
    for state in ("first", "second", "final"):
        assert desk.bench.label("state", {"state": state, "name": "李"}).states
        assert desk.bench.page_state == state
    assert desk.edit("乙乙", "丁").notice == "page.final"
    assert desk.answer("keep", SUSPECT).notice == "page.final"
    assert desk.bench.label("word", {}, subject="x", project=True).notice == ""
    assert desk.reopened().bench.page_state == "final"
    desk.bench.label("state", {"state": "first"})
    assert desk.edit("乙乙", "丁").text


def test_the_facts_of_a_page_are_told_and_changed():
    desk = Desk(PAGE)
    assert desk.bench.label("facts", {"paper": "河岸晚报", "page": "3", "other": 1}).states
    assert (desk.bench.decided.facts.paper, desk.bench.decided.facts.page) == ("河岸晚报", "3")
    desk.bench.label("facts", {"paper": "晨报"})
    assert (desk.bench.decided.facts.paper, desk.bench.decided.facts.page) == ("晨报", "")
    desk.bench.undo()
    assert desk.bench.decided.facts.paper == "河岸晚报"


def test_a_question_is_flagged_and_the_flag_taken_off():
    desk = Desk(PAGE, SUSPECT)
    desk.bench.label("flag", True, subject=SUSPECT.id)
    assert desk.bench.question(SUSPECT.id).flagged
    assert desk.bench.unlabel("flag", SUSPECT.id).action == "flag.retract"
    assert not desk.bench.question(SUSPECT.id).flagged
    assert desk.bench.unlabel("flag", SUSPECT.id).notice == "label.nothing"


def test_words_are_never_asked_again_in_the_whole_project():
    desk = Desk(PAGE, SUSPECT)
    desk.bench.label("word", {"kind": "suspect", "text": "二"}, subject="二", project=True)
    assert desk.bench.questions == ()
    assert desk.saved[-1].doc is None
    assert desk.bench.view.words == {("suspect", "二")}
    desk.bench.undo()
    assert [q.id for q in desk.bench.questions] == [SUSPECT.id]


def test_persons_of_the_project_are_known_to_detectors():
    desk = Desk(PAGE)
    for kind, value in (("create", None), ("name", "王明"), ("alias", "老王")):
        assert desk.bench.label(f"person.{kind}", value, subject="p", project=True).speakers
    assert [p.name for p in desk.bench.persons] == ["王明"]
    assert desk.bench.view.names == {"王明": "王明", "老王": "王明"}
    assert desk.bench.view.decisions == desk.bench.effective


def test_taking_back_says_what_changed_as_doing_did():
    desk = Desk(PAGE, QUOTE)
    desk.answer("accept", QUOTE)
    assert desk.bench.undo().quotes
    assert desk.bench.redo().quotes
    desk.move("题", 1)
    assert desk.bench.undo().order


def test_a_retraction_of_what_never_came_changes_nothing():
    desk = Desk(PAGE)
    lost = event("r", 1, verb="retract", targets=["nobody"], doc=desk.bench.document.uid)
    other = Desk(PAGE, decisions=[lost], editors={"r": LI.id})
    assert other.bench.undo().notice == "undo.nothing"
    assert other.bench.redo().notice == "redo.nothing"
    done = event("a", 1, Label("flag"), doc=lost.doc)
    back = event("b", 2, verb="retract", targets=["a", "nobody"], doc=lost.doc)
    again = Desk(PAGE, decisions=[done, back], editors={"r": LI.id})
    assert not again.bench.redo().nothing
    assert "flag" in again.bench.decided.labels
    label = event("l", 2, Label("role", (here(PAGE, "题"),), "headline"), doc=lost.doc)
    assert Desk(PAGE, decisions=[lost, label]).bench.decided.articles[0].headline == "题"
