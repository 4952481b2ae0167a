"""Who said what: the quote table, the people and their cards, by keys."""

from __future__ import annotations

import csv
import io
import subprocess
import sys

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from brandtool.core.decision import Label
from brandtool.export import sheet_of
from brandtool.export.table import quote_table, unguarded
from brandtool.ui.actions import by_key
from brandtool.ui.analyst import Analyst
from brandtool.ui.models.person import card_rows, mentions
from brandtool.ui.models.quote import QuoteFilter
from tests.ui.conftest import found, open_page, saved, tell

KEY = Qt.Key

TALK = """渡口新事

站长王明说,渡口修好了。老王说,船也修好了。

“路通了。”李强说。他认为,日子会好。业内人士表示,前景很好。

王明走了。会上宣读了“三个转变”。大家说起“三个转变”。
"""


def claims(document):
    def quote(words, speaker, kind="indirect", nth=0, cue="", mention="", **value):
        parts = [("content", words, nth)]
        if mention:
            parts.append(("mention", mention, 0))
        told = {"kind": kind, "speaker": speaker, **value}
        return found(document, "quote", *parts, value=told)

    return [
        quote(
            "渡口修好了。", "王明", posts=["站长"], mention="王明", alternatives=["老王", "李强"]
        ),
        quote("船也修好了。", "老王", mention="老王"),
        quote("路通了。", "李强", "direct", mention="李强"),
        quote("日子会好。", "李强", mention="他"),
        quote("前景很好。", "业内人士", speaker_kind="unnamed"),
        quote("三个转变", None, "direct"),
        quote("三个转变", None, "direct", nth=1),
    ]


@pytest.fixture
def window(qtbot, make, tmp_path):
    path = tmp_path / "talk.txt"
    path.write_text(TALK, encoding="utf-8")
    one = make()
    open_page(qtbot, one, path)
    tell(one, claims(one.desk.workbench.document))
    return one


@pytest.fixture
def table(window):
    window.perform_id("go.quotes")
    return window.parts.quotes


def rows_of(window, *, proposed: bool) -> list[list[str]]:
    """Read the rows of the quote table that an export writes at the same acceptance."""
    bench = window.desk.workbench
    edition = bench.proposed if proposed else bench.decided
    told = quote_table(sheet_of(edition, ledger=bench.ledger)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(told)))[1:]


def press(qtbot, window, *keys):
    for key in keys:
        qtbot.keyClick(window.parts.quotes.list, key)


def test_the_table_has_the_rows_of_the_exported_table_and_says_how_many_are_decided(
    qtbot, window, table
):
    assert len(table.shown) == len(rows_of(window, proposed=True)) == 7
    assert "7 quotes: 0 decided, 7 proposed" in table.foot
    press(qtbot, window, KEY.Key_A, KEY.Key_A, KEY.Key_S, KEY.Key_X)
    assert len(table.shown) == len(rows_of(window, proposed=True)) == 6
    assert sum(row.decided for row in table.shown) == len(rows_of(window, proposed=False)) == 2
    assert "6 quotes: 2 decided, 4 proposed" in table.foot
    saved(qtbot, window)


def test_the_rows_say_what_the_exported_rows_say(qtbot, window, table):
    press(qtbot, window, KEY.Key_A)
    window.desk.act(window.desk.workbench.person("rename", "王明", "王小明"))
    exported = rows_of(window, proposed=True)
    for row, cells in zip(table.shown, exported, strict=True):
        assert row.quote.text == unguarded(cells[7])
        assert (row.quote.speaker or "") == cells[8]
    assert exported[0][8] == "王小明"
    saved(qtbot, window)


def test_the_table_is_sorted_by_any_column(window, table):
    model = table.model
    for column in range(model.columnCount()):
        table.list.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        up = [row.key for row in table.shown]
        table.list.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert sorted(up) == sorted(row.key for row in table.shown)
    table.list.sortByColumn(5, Qt.SortOrder.AscendingOrder)
    sizes = [int(model.data(model.index(n, 5))) for n in range(model.rowCount())]
    assert sizes == sorted(sizes)


def test_the_table_is_narrowed_by_words_pinyin_and_facets(qtbot, window, table):
    for words, count in (("修好", 2), ("lq", 2), ("liqiang", 2), ("站长", 1), ("无", 0), ("", 7)):
        table.words.setText(words)
        qtbot.waitUntil(lambda n=count: len(table.shown) == n)
    table.set_filter(QuoteFilter().choose("speaker", "李强"))
    assert [row.quote.text for row in table.shown] == ["路通了。", "日子会好。"]
    table.set_filter(table.filter.choose("kind", "direct"))
    assert [row.quote.text for row in table.shown] == ["路通了。"]
    assert "1 shown of" in table.foot
    window.perform_id("edit.find")
    assert table.words.hasFocus() or not window.isActiveWindow()


def test_keys_decide_in_the_table_and_go_on_along_it(qtbot, window, table):
    bench = window.desk.workbench
    table.list.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    first, second = (row.key for row in table.shown[:2])
    table.list.setCurrentIndex(table.model.index(0, 0))
    assert window.desk.current == first
    press(qtbot, window, KEY.Key_D, KEY.Key_A)
    assert bench.quote_of(first).kind == "direct"
    assert window.desk.current == second == table.current.key
    press(qtbot, window, KEY.Key_X)
    assert window.desk.current == table.shown[1].key
    press(qtbot, window, KEY.Key_U)
    assert window.desk.current == second
    press(qtbot, window, KEY.Key_J)
    assert window.desk.current == table.shown[2].key
    press(qtbot, window, KEY.Key_K, KEY.Key_U)
    assert bench.question(first).state == "open"
    press(qtbot, window, KEY.Key_Down)
    saved(qtbot, window)


def test_enter_goes_from_the_table_to_the_words(qtbot, window, table):
    table.list.setCurrentIndex(table.model.index(3, 0))
    wanted = table.current.key
    press(qtbot, window, KEY.Key_Return)
    assert not window.showing_quotes
    assert window.desk.current == wanted


def test_a_quote_marked_by_hand_is_in_the_table_and_nothing_else_is_decided_by_its_keys(
    qtbot, window, table
):
    bench = window.desk.workbench
    at = bench.proposed.text.index("王明走了")
    window.desk.act(bench.mark("quote", at, at + 4, {"speaker": "李强"}))
    assert len(table.shown) == len(rows_of(window, proposed=True)) == 8
    mine = next(n for n, row in enumerate(table.shown) if not row.asked)
    table.list.setCurrentIndex(table.model.index(mine, 0))
    assert window.desk.current == ""
    before = len(bench.ledger)
    press(qtbot, window, KEY.Key_A, KEY.Key_X)
    assert len(bench.ledger) == before
    assert table.current.quote.text == "王明走了"
    press(qtbot, window, KEY.Key_Return)
    assert not window.showing_quotes
    assert window.pages.source.caret == bench.document.text.index("王明走了")
    saved(qtbot, window)


def test_a_term_that_is_no_speech_leaves_the_table_wherever_it_stands(qtbot, window, table):
    term = next(row for row in table.shown if row.quote.text == "三个转变")
    window.desk.ask(term.key)
    press(qtbot, window, KEY.Key_0)
    assert [row for row in table.shown if row.quote.text == "三个转变"] == []
    assert window.desk.workbench.open_count == 5
    assert "1" in window.foot.told.text()
    saved(qtbot, window)


# -- people -------------------------------------------------------------------------------------


@pytest.fixture
def people(window):
    window.perform_id("go.people")
    return window.parts.people


def pick(window, typed: str, qtbot) -> None:
    field = window.palette_card.focusProxy()
    field.setText(typed)
    qtbot.keyClick(field, KEY.Key_Return)


def choose(people, name: str) -> None:
    assert people.select(next(row.key for row in people.model.rows if row.name == name))


def test_people_are_listed_by_how_much_they_say_with_bars(window, people):
    rows = people.model.rows
    assert [row.name for row in rows] == ["李强", "王明", "老王", "业内人士", ""]
    assert [(len(row.quotes), row.characters) for row in rows[:2]] == [(2, 9), (1, 6)]
    assert rows[0].most == rows[0].share
    assert sum(row.share for row in rows) == pytest.approx(1)
    assert rows[1].posts == ("站长",)
    window.grab()


def test_the_card_of_the_speaker_is_reached_from_the_quote(qtbot, window):
    window.desk.ask(next(row.id for row in window.desk.rows if "渡口" in row.text))
    window.questions.list.setFocus()
    qtbot.keyClick(window.questions.list, KEY.Key_P, Qt.KeyboardModifier.ShiftModifier)
    people = window.parts.people
    assert people.current.name == "王明"
    kinds = [row.kind for row in people.cards.rows]
    assert kinds == ["head", "post", "head", "quote", "head", "mention", "mention"]


def test_the_card_leads_to_every_quote_and_mention(window, people):
    choose(people, "李强")
    people.enter()
    assert people.line.kind == "quote"
    bench = window.desk.workbench
    spans = mentions(bench.proposed, ("李强",), people.current.quotes)
    assert [bench.proposed.text[s.start : s.end] for s in spans] == ["李强", "他"]
    for number, line in enumerate(people.cards.rows):
        if line.home is None:
            continue
        people.card.choose(number)
        people.enter()
        point = bench.proposed.table.to_source(line.home)
        assert window.pages.source.caret == point.offset
        if line.kind == "quote":
            assert bench.quote_of(window.desk.current).id == line.value


def test_a_person_is_renamed_by_keys_and_everything_follows(qtbot, window, people):
    choose(people, "王明")
    qtbot.keyClick(people.list, KEY.Key_E)
    assert window.palette_card.focusProxy().text() == "王明"
    pick(window, "王明远", qtbot)
    bench = window.desk.workbench
    assert bench.proposed.quotes[0].speaker == "王明远"
    assert any(row.text.startswith("王明远：") for row in window.desk.rows)
    assert people.current.name == "王明远"
    assert people.current.aliases == ("王明",)
    qtbot.keyClick(people.list, KEY.Key_U)
    assert bench.proposed.quotes[0].speaker == "王明"
    assert people.current.name == "王明"
    saved(qtbot, window)


def test_two_are_merged_by_pinyin_and_parted_again(qtbot, window, people):
    choose(people, "老王")
    qtbot.keyClick(people.list, KEY.Key_M)
    pick(window, "wm", qtbot)
    assert people.current.name == "王明"
    assert len(people.current.quotes) == 2
    window.perform_id("person.part")
    assert "not merged" in window.foot.told.text()
    for name, other in (("李强", "强子"), ("业内人士", "老业")):
        choose(people, name)
        window.perform_id("person.alias")
        pick(window, other, qtbot)
    choose(people, "业内人士")
    window.perform_id("person.merge")
    pick(window, "李强", qtbot)
    assert len(people.current.quotes) == 3
    window.perform_id("person.part")
    assert {row.name for row in people.model.rows} >= {"李强", "业内人士", "王明"}
    saved(qtbot, window)


def test_quotes_chosen_on_the_card_go_to_another(qtbot, window, people):
    choose(people, "李强")
    window.perform_id("person.split")
    assert "Choose the quotes" in window.foot.told.text()
    number = next(n for n, row in enumerate(people.cards.rows) if "日子会好" in row.text)
    people.card.selectionModel().select(
        people.cards.index(number, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    qtbot.keyClick(people.card, KEY.Key_V)
    pick(window, "赵行", qtbot)
    assert [q.speaker for q in window.desk.workbench.proposed.quotes[2:4]] == ["李强", "赵行"]
    saved(qtbot, window)


def test_names_and_posts_are_noted_and_taken_off(qtbot, window, people):
    choose(people, "李强")
    qtbot.keyClick(people.list, KEY.Key_T)
    pick(window, "渡口管理处主任", qtbot)
    qtbot.keyClick(people.list, KEY.Key_L)
    pick(window, "强子", qtbot)
    assert (people.current.posts, people.current.aliases) == (("渡口管理处主任",), ("强子",))
    for kind in ("alias", "post"):
        number = next(n for n, row in enumerate(people.cards.rows) if row.kind == kind)
        people.card.choose(number)
        qtbot.keyClick(people.card, KEY.Key_Delete)
    assert (people.current.posts, people.current.aliases) == ((), ())
    window.perform_id("person.take_off")
    assert "Choose another name" in window.foot.told.text()
    saved(qtbot, window)


def test_a_printed_post_stays(qtbot, window, people):
    choose(people, "王明")
    number = next(n for n, row in enumerate(people.cards.rows) if row.kind == "post")
    people.card.choose(number)
    window.perform_id("person.take_off")
    assert "printed" in window.foot.told.text()
    assert people.current.posts == ("站长",)


def test_the_history_tells_acts_on_people_in_words(qtbot, window, people):
    window.perform_id("go.history")
    bench = window.desk.workbench
    for act, who, value in (
        ("rename", "王明", "王明远"), ("merge", "老王", "王明远"),
        ("post", "李强", {"text": "船长"}),
        ("alias", "李强", "强子"), ("rename", "业内人士", "赵行"),
    ):  # fmt: skip
        window.desk.act(bench.person(act, who, value))
    told = [(row.done, row.text) for row in window.parts.history.model.rows]
    assert told == [
        ("Renamed", "quotes: 1 → 赵行"), ("Another name noted", "强子 → 李强"),
        ("Post noted", "船长 → 李强"), ("Made one person", "老王 → 王明远"),
        ("Renamed", "王明 → 王明远"),
    ]  # fmt: skip
    oldest = window.parts.history.model.rows[-1]
    window.parts.history.retracted.emit(oldest.id)
    assert bench.proposed.quotes[0].speaker == "王明"
    saved(qtbot, window)


def test_the_quotes_of_a_person_are_shown_in_the_table(qtbot, window, people):
    choose(people, "李强")
    qtbot.keyClick(people.list, KEY.Key_Q)
    assert window.showing_quotes
    assert {row.quote.speaker for row in window.parts.quotes.shown} == {"李强"}
    assert window.desk.current == window.parts.quotes.shown[0].key


def test_nobody_has_no_card_and_people_without_quotes_are_in_the_register(qtbot, window, people):
    bench = window.desk.workbench
    bench.label("person.create", True, subject="p1", project=True)
    window.desk.act(bench.label("person.name", "周舟", subject="p1", project=True))
    assert people.model.rows[-1].name == "周舟"
    rows = card_rows(bench.proposed, people.model.rows[-1], lambda _home: "")
    assert rows == ()
    window.desk.ask(next(row.id for row in window.desk.rows if "三个" in row.text))
    window.perform_id("person.show")
    assert "does not say" in window.foot.told.text()
    saved(qtbot, window)


def test_a_key_of_one_sort_of_pane_goes_before_those_of_all():
    assert by_key("E", {"panes", "people"}).id == "person.rename"
    assert by_key("Return", {"panes", "table"}).id == "go.quote"
    assert by_key("A", {"panes", "people"}).id == "question.accept"
    assert by_key("M", {"panes", "table"}).id == "quote.mixed"


def test_a_person_may_be_anybody_typed_though_another_is_found_by_it(qtbot, window):
    key = next(row.id for row in window.desk.rows if "前景" in row.text)
    window.desk.ask(key)
    window.perform_id("quote.speaker")
    field = window.palette_card.focusProxy()
    field.setText("李")
    assert window.palette_card.shown == ("李强", "李")
    field.setText("lpj")
    assert window.palette_card.shown == ("lpj",)
    field.setText("liq")
    qtbot.keyClick(field, KEY.Key_Return)
    assert window.desk.draft.speaker == "李强"
    window.perform_id("question.accept")
    (label,) = [
        effect
        for decision in window.desk.workbench.effective
        for effect in decision.effects
        if isinstance(effect, Label) and effect.kind == "quote"
    ]
    assert label.value["speaker"] == "李强"
    saved(qtbot, window)


def marked_by_hand(window, qtbot, words: str, typed: str) -> None:
    view = window.pages.source
    window.pages.set_mode("before")
    at = window.desk.workbench.document.text.index(words)
    view.select(at, at + len(words))
    window.perform_id("mark.quote")
    pick(window, typed, qtbot)


def test_a_quote_marked_by_hand_stands_at_once_and_asks_who_speaks(qtbot, window):
    bench = window.desk.workbench
    marked_by_hand(window, qtbot, "会上宣读了", "wm")
    quote = bench.decided.quotes[0]
    assert (quote.speaker, quote.kind, quote.posts) == ("王明", "indirect", ("站长",))
    window.perform_id("edit.undo")
    assert bench.decided.quotes[0].speaker is None
    window.perform_id("edit.undo")
    assert bench.decided.quotes == ()
    marked_by_hand(window, qtbot, "三个转变", "新人")
    assert [(q.speaker, q.kind) for q in bench.decided.quotes] == [("新人", "direct")]
    saved(qtbot, window)


def test_a_quote_marked_by_hand_is_changed_in_the_table(qtbot, window, table):
    bench = window.desk.workbench
    at = bench.proposed.text.index("王明走了")
    window.desk.act(bench.mark("quote", at, at + 4, {"speaker": None}))
    mine = next(n for n, row in enumerate(table.shown) if not row.asked)
    table.list.setCurrentIndex(table.model.index(mine, 0))
    press(qtbot, window, KEY.Key_P)
    pick(window, "李强", qtbot)
    press(qtbot, window, KEY.Key_M)
    (quote,) = bench.decided.quotes
    assert (quote.speaker, quote.kind) == ("李强", "mixed")
    press(qtbot, window, KEY.Key_0)
    assert bench.decided.quotes == ()
    window.perform_id("edit.undo")
    assert bench.decided.quotes == (quote,)
    saved(qtbot, window)


def test_headings_of_the_card_are_passed_over(qtbot, window, people):
    choose(people, "李强")
    people.enter()
    seen = []
    for _ in range(len(people.cards.rows)):
        seen.append(people.line.kind)
        qtbot.keyClick(people.card, KEY.Key_Down)
    assert set(seen) == {"quote", "mention"}


def test_what_is_out_of_sight_is_up_to_date_when_it_is_seen(qtbot, window, people):
    window.perform_id("go.quotes")
    window.perform_id("go.quotes")
    window.perform_id("go.list")
    window.desk.act(window.desk.workbench.person("rename", "李强", "李强东"))
    window.perform_id("go.quotes")
    assert "李强东" in {row.quote.speaker for row in window.parts.quotes.shown}
    window.perform_id("go.people")
    assert "李强东" in {row.name for row in people.model.rows}
    saved(qtbot, window)


def test_a_rename_outlives_a_new_analysis_and_its_undoing_too(qtbot, make, sample, monkeypatch):
    monkeypatch.setattr(Analyst, "ARGUMENTS", ("-m", "brandtool.workbench.analysis"))
    window = make()
    open_page(qtbot, window, sample)
    desk = window.desk

    def settled() -> None:
        qtbot.waitUntil(
            lambda: desk.analysed and not desk.analyst.busy and not desk.waiting, timeout=30_000
        )

    def speakers() -> list[str | None]:
        return [quote.speaker for quote in desk.workbench.proposed.quotes]

    settled()
    before = speakers()
    name = next(quote.speaker for quote in desk.workbench.proposed.quotes if quote.speaker)
    renamed = [f"{name}甫" if one == name else one for one in before]
    desk.act(desk.workbench.person("rename", name, f"{name}甫"))
    assert speakers() == renamed
    settled()
    assert speakers() == renamed
    window.perform_id("edit.undo")
    settled()
    assert speakers() == before
    saved(qtbot, window)


def test_the_window_is_made_before_anything_of_quotes_and_persons_is_loaded():
    told = subprocess.run(
        [sys.executable, "-c", "import sys, brandtool.ui.window; print(*sys.modules)"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    late = (
        "ui.speech",
        "core.person",
        "core.speech",
        "core.pieces",
        "ui.models.person",
        "ui.models.quote",
    )
    assert [name for name in late if f"brandtool.{name}" in told] == []


def test_the_table_is_narrowed_on_each_page_as_it_was_left(qtbot, window, table, page):
    first = window.desk.page.path
    press(qtbot, window, KEY.Key_A)
    saved(qtbot, window)
    table.set_filter(QuoteFilter((("speaker", "李强"),), "路"))
    assert len(table.shown) == 1
    open_page(qtbot, window, page)
    assert not table.filter.narrow
    open_page(qtbot, window, first)
    assert table.filter == QuoteFilter((("speaker", "李强"),), "路")
    assert table.words.text() == "路"


@pytest.mark.parametrize(
    "told", [None, 7, {"chosen": 3}, {"chosen": [["state"], ["mood", "x"], 4]}]
)
def test_a_filter_that_cannot_be_read_is_none(told):
    assert QuoteFilter.read(told) == QuoteFilter()


def test_the_table_keeps_to_a_speaker_whose_name_is_changed(qtbot, window, table):
    table.set_filter(QuoteFilter().choose("speaker", "李强"))
    bench = window.desk.workbench
    window.desk.act(bench.person("rename", "李强", "李强东"))
    assert {row.quote.speaker for row in table.shown} == {"李强东"}
    window.desk.act(bench.person("merge", "王明", "李强东"))
    assert len(table.shown) == 3
    window.perform_id("edit.undo")
    window.perform_id("edit.undo")
    assert {row.quote.speaker for row in table.shown} == {"李强"}
    saved(qtbot, window)


def test_a_narrow_table_leaves_its_room_to_the_words(qtbot, window, table):
    window.resize(1600, 800)
    qtbot.waitUntil(lambda: table.width() >= 680 and not table.list.isColumnHidden(3))
    table.resize(500, 400)
    assert table.list.isColumnHidden(3)
    assert table.list.columnWidth(4) > 90
