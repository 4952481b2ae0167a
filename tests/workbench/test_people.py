from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.decision import Label, Source
from brandtool.core.document import Document
from brandtool.workbench.people import PERSON_ACTS
from tests.workbench.desk import Desk

PAGE = """渡口新事
站长王明说，渡口修好了。老王说，船也修好了。
李强说，路通了。业内人士说，前景很好。业内人士表示，还要等等。
"""
DOCUMENT = Document(PAGE)
TOLD = (
    ("渡口修好了。", "王明", "person"),
    ("船也修好了。", "老王", "person"),
    ("路通了。", "李强", "person"),
    ("前景很好。", "业内人士", "unnamed"),
    ("还要等等。", "业内人士", "unnamed"),
)


def claim(words: str, speaker: str, kind: str) -> Candidate:
    start = PAGE.index(words)
    part = source_part(DOCUMENT, "content", (start, start + len(words)))
    value = {"kind": "indirect", "speaker": speaker, "speaker_kind": kind}
    return Candidate("quote", DOCUMENT.sha256, (part,), 0.9, Evidence("test"), value=value)


CLAIMS = tuple(claim(*told) for told in TOLD)


@pytest.fixture
def desk() -> Desk:
    return Desk(PAGE, *CLAIMS)


def speakers(desk: Desk) -> list[str]:
    return [quote.speaker or "" for quote in desk.bench.proposed.quotes]


RAW = ["王明", "老王", "李强", "业内人士", "业内人士"]


def undone(desk: Desk) -> None:
    """Hold that the act before was one step, and say nothing of it is left."""
    assert not desk.bench.undo().nothing
    assert speakers(desk) == RAW
    assert desk.bench.persons == ()


def test_a_rename_changes_every_quote_at_once_and_is_one_step(desk):
    change = desk.bench.person("rename", "李强", "李 强东")
    assert (change.action, change.speakers, change.count) == ("person.rename.add", True, 1)
    assert speakers(desk) == ["王明", "老王", "李强东", "业内人士", "业内人士"]
    (person,) = desk.bench.persons
    assert (person.name, person.aliases) == ("李强东", ("李强",))
    undone(desk)


def test_a_rename_survives_detection_a_restart_and_another_rename(desk):
    desk.bench.person("rename", "李强", "李强东")
    desk.bench.person("rename", "李强东", "李国强")
    desk.answer("accept", CLAIMS[2])
    assert desk.bench.decided.quotes[0].speaker == "李国强"
    again = desk.reopened()
    assert speakers(again)[2] == "李国强"
    assert again.bench.persons[0].aliases == ("李强", "李强东")
    again.bench.take(again.bench.revision, CLAIMS)
    assert speakers(again)[2] == "李国强"


def test_a_description_means_somebody_on_this_page_only(desk):
    desk.bench.person("rename", "业内人士", "赵行")
    assert speakers(desk)[3:] == ["赵行", "赵行"]
    assert desk.bench.persons[0].aliases == ()
    assert [quote.speaker_kind for quote in desk.bench.proposed.quotes][3:] == ["person", "person"]
    undone(desk)


def test_a_rename_to_the_name_of_another_makes_them_one(desk):
    desk.bench.person("rename", "老王", "王明")
    assert speakers(desk)[:2] == ["王明", "王明"]
    (person,) = desk.bench.persons
    assert (person.name, person.aliases) == ("王明", ("老王",))
    undone(desk)


def test_two_persons_are_merged_and_parted_again(desk):
    desk.bench.person("alias", "王明", "王站长")
    desk.bench.person("alias", "老王", "王叔")
    kept = desk.bench.register.named("王明").id
    assert desk.bench.person("merge", "老王", kept).action == "person.merge.add"
    (person,) = desk.bench.persons
    assert (person.name, len(person.members)) == ("王明", 2)
    assert set(person.aliases) == {"老王", "王叔", "王站长"}
    assert speakers(desk)[:2] == ["王明", "王明"]
    assert desk.bench.person("part", person.id).action == "person.part.add"
    assert speakers(desk) == RAW
    assert len(desk.bench.persons) == 2
    desk.bench.undo()
    assert speakers(desk)[:2] == ["王明", "王明"]


def test_the_name_of_the_one_merged_into_stands_whichever_was_given_last(desk):
    desk.bench.person("alias", "王明", "王站长")
    desk.bench.person("rename", "老王", "王阿公")
    desk.bench.person("merge", "王阿公", "王明")
    assert [person.name for person in desk.bench.persons] == ["王明"]


def test_a_description_is_merged_by_its_quotes(desk):
    desk.bench.person("merge", "业内人士", "李强")
    assert speakers(desk)[2:] == ["李强"] * 3
    assert desk.bench.persons[0].aliases == ()
    undone(desk)


def test_quotes_are_split_off_to_a_new_person_and_to_a_known_one(desk):
    quotes = desk.bench.proposed.quotes
    desk.bench.person("split", "业内人士", "赵行", [quotes[4].id])
    assert speakers(desk)[3:] == ["业内人士", "赵行"]
    undone(desk)
    desk.bench.person("alias", "李强", "强子")
    desk.bench.person("split", "业内人士", "强子", [quotes[3].id])
    assert speakers(desk)[3:] == ["李强", "业内人士"]


def test_two_of_one_name_are_told_apart(desk):
    desk.bench.person("merge", "老王", "王明")
    quotes = desk.bench.proposed.quotes
    desk.bench.person("split", "王明", "王明", [quotes[1].id])
    one, other = desk.bench.persons
    assert one.name == other.name == "王明"
    find = desk.bench.register.speaker
    told = [find(DOCUMENT.uid, quote) for quote in desk.bench.proposed.quotes[:2]]
    assert told == [one, other]
    desk.bench.person("rename", other.id, "王小明")
    assert speakers(desk)[:2] == ["王明", "王小明"]


def test_the_first_of_two_of_one_name_is_made_with_the_second(desk):
    first = desk.bench.proposed.quotes[0]
    desk.bench.person("split", "王明", "王明", [first.id])
    assert len(desk.bench.persons) == 2
    undone(desk)


def test_other_names_come_and_go(desk):
    desk.bench.person("alias", "王明", "老王")
    assert speakers(desk)[:2] == ["王明", "王明"]
    person = desk.bench.persons[0].id
    assert desk.bench.person("unalias", person, "老王").action == "person.unalias.add"
    assert speakers(desk) == RAW
    assert desk.bench.person("unalias", person, "老王").notice == "person.nothing"


def test_another_name_that_is_a_person_makes_them_one(desk):
    desk.bench.person("alias", "老王", "王叔")
    desk.bench.person("alias", "王明", "老王")
    assert speakers(desk)[:2] == ["王明", "王明"]
    assert len(desk.bench.persons) == 1


def test_posts_come_and_go_and_stand_where_none_is_printed(desk):
    desk.bench.person("post", "李强", {"text": "船长", "institution": "渡口", "date": "2025-09-16"})
    desk.bench.person("post", "李强", {"text": "代表", "institution": "", "date": ""})
    assert desk.bench.proposed.quotes[2].posts == ("渡口船长", "代表")
    desk.bench.person("unpost", "李强", {"text": "代表"})
    assert desk.bench.proposed.quotes[2].posts == ("渡口船长",)
    assert desk.bench.person("unpost", "李强", {"text": "代表"}).nothing
    desk.bench.undo()
    assert desk.bench.proposed.quotes[2].posts == ("渡口船长", "代表")


def test_acts_that_change_nothing_say_so(desk):
    for act, who, value in (
        ("rename", "王明", "王明"), ("rename", "王明", " "), ("rename", "", "王明"),
        ("merge", "王明", "王明"), ("merge", "王明", None), ("split", "王明", "赵行"),
        ("split", "王明", ""), ("part", "王明", None), ("alias", "王明", "王明"),
        ("alias", "王明", ""), ("unalias", "王明", "老王"), ("post", "王明", {"text": " "}),
        ("post", "王明", "站长"), ("unpost", "王明", None), ("dance", "王明", "王明"),
    ):  # fmt: skip
        assert desk.bench.person(act, who, value).notice == "person.nothing", (act, value)
    desk.bench.person("alias", "王明", "老王")
    assert desk.bench.person("merge", "老王", "王明").notice == "person.nothing"
    assert desk.bench.person("alias", "王明", "老王").notice == "person.nothing"
    assert set(PERSON_ACTS) == {
        "rename", "merge", "split", "part", "alias", "unalias", "post", "unpost"
    }  # fmt: skip


def test_a_person_without_a_name_can_be_named(desk):
    desk.bench.label("person.create", True, subject="p1", project=True)
    desk.bench.person("rename", "p1", "赵行")
    assert [(p.name, p.aliases) for p in desk.bench.persons] == [("赵行", ())]


def test_persons_are_decided_on_a_final_page_too(desk):
    desk.bench.label("state", {"state": "final"})
    assert not desk.bench.person("rename", "李强", "李强东").nothing


TERMS = "“三个转变”要牢记。落实“三个转变”要求。他说，“三个转变”。"


def test_a_term_that_is_no_speech_is_not_asked_again_on_the_page():
    page = Document(TERMS)
    made = []
    at = -1
    for _ in range(3):
        at = TERMS.index("三个转变", at + 1)
        part = source_part(page, "content", (at, at + 4))
        made.append(
            Candidate(
                "quote", page.sha256, (part,), 0.9, Evidence("test"), value={"kind": "direct"}
            )
        )
    desk = Desk(TERMS, *made)
    assert desk.bench.open_count == 3
    desk.answer("keep", made[1])
    assert (desk.bench.open_count, desk.bench.proposed.quotes) == (0, ())
    desk.bench.undo()
    assert desk.bench.open_count == 3
    desk.mark("quote", "”要牢记", {"kind": "none"})
    assert desk.bench.open_count == 3
    desk.bench.mark("quote", 1, 5, {"kind": "none"})
    assert desk.bench.open_count == 0


def test_long_words_with_a_cue_are_asked_again():
    words = "渡口一定要在今年冬天以前修好"
    text = f"他说，“{words}。”她也说，“{words}。”“{words}。”"
    page = Document(text)
    made = []
    at = -1
    for cue in ("说", "说", ""):
        at = text.index(words, at + 1)
        parts = [source_part(page, "content", (at, at + len(words)))]
        if cue:
            said = text.rindex(cue, 0, at)
            parts.append(source_part(page, "cue", (said, said + 1)))
        made.append(Candidate("quote", page.sha256, tuple(parts), 0.9, Evidence("test")))
    desk = Desk(text, *made)
    desk.answer("keep", made[0])
    assert [desk.state(one) for one in made] == ["kept", "open", ""]


def test_a_question_tells_its_quote_as_it_stands(desk):
    one = CLAIMS[2]
    assert desk.bench.quote_of(one.id).speaker == "李强"
    desk.bench.person("rename", "李强", "李强东")
    desk.answer("accept", one)
    assert desk.bench.quote_of(one.id).speaker == "李强东"
    desk.answer("defer", CLAIMS[0])
    assert desk.bench.quote_of(CLAIMS[0].id).speaker == "王明"
    desk.answer("keep", CLAIMS[1])
    assert desk.bench.quote_of(CLAIMS[1].id) is None
    assert desk.bench.quote_of("nobody") is None


def test_a_quote_given_to_somebody_stays_theirs_when_its_ends_are_moved(desk):
    quote = desk.bench.proposed.quotes[3]
    desk.bench.person("split", "业内人士", "赵行", [quote.id])
    part = quote.content[0]
    shorter = Label("quote", (Source(part.start + 1, part.end, part.text[1:]),), CLAIMS[3].value)
    desk.answer("amend", CLAIMS[3], effects=(shorter,))
    told = next(q for q in desk.bench.decided.quotes if q.text == "景很好。")
    assert (told.speaker, told.state) == ("赵行", "accepted")


def test_names_hold_on_every_page_of_the_project_and_descriptions_on_their_own(desk):
    desk.bench.person("rename", "李强", "李强东")
    desk.bench.person("rename", "业内人士", "赵行")
    common = [decision for decision in desk.bench.ledger if decision.doc is None]
    other = Desk("另一版。\n" + PAGE, decisions=common, editors=desk.editors)
    made = []
    for words, speaker, kind in TOLD:
        start = other.text.index(words)
        part = source_part(other.bench.document, "content", (start, start + len(words)))
        value = {"kind": "indirect", "speaker": speaker, "speaker_kind": kind}
        made.append(
            Candidate(
                "quote", other.bench.document.sha256, (part,), 0.9, Evidence("test"), value=value
            )
        )
    other.bench.take(other.bench.revision, made)
    assert speakers(other) == ["王明", "老王", "李强东", "业内人士", "业内人士"]


NAMES = ("王明", "老王", "李强", "业内人士", "赵行", "王小明")
ACTS = st.tuples(
    st.sampled_from(PERSON_ACTS), st.sampled_from(NAMES), st.sampled_from(NAMES),
    st.lists(st.integers(0, 4), max_size=2),
)  # fmt: skip


@given(st.lists(ACTS, max_size=6), st.randoms())
def test_acts_on_persons_are_one_step_each_and_fold_in_any_order(acts, random):
    desk = Desk(PAGE, *CLAIMS)
    seen = [(speakers(desk), desk.bench.persons)]
    for act, who, value, picked in acts:
        quotes = [desk.bench.proposed.quotes[n].id for n in picked]
        told = {"text": value} if "post" in act else value
        if not desk.bench.person(act, who, told, quotes).nothing:
            seen.append((speakers(desk), desk.bench.persons))
    events = list(desk.bench.ledger)
    random.shuffle(events)
    again = Desk(PAGE, *CLAIMS, decisions=events, editors=desk.editors)
    assert (speakers(again), again.bench.persons) == seen[-1]
    while seen:
        assert (speakers(desk), desk.bench.persons) == seen.pop()
        assert desk.bench.undo().nothing == (not seen)
    assert speakers(desk) == RAW
