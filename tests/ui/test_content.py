"""What the pages mark: information stays quiet, names with titles are no repeated statement."""

from __future__ import annotations

from brandtool.core.article import compose
from brandtool.core.decision import Label, Source
from brandtool.core.document import Document
from brandtool.core.fold import standings_of
from brandtool.ui.content import CleanPage, only_names, source_paragraphs, source_styles
from brandtool.ui.textview.layout import Typography
from brandtool.ui.theme import KINDS
from brandtool.workbench import Workbench
from brandtool.workbench.gate import Editor
from tests.ui.conftest import ask, found

TEXT = "苇江渡运促进会理事长谌汝舟、教授亓望岑到会。\n促进会理事长谌汝舟说,渡口要修,人才肯来。\n"
PEOPLE = frozenset({"谌汝舟"})


def statement(words: str):
    document = Document(TEXT)
    return document, found(document, "same", ("statement", words, 0), ("statement", words, 0))


def test_a_name_with_its_titles_is_but_a_name():
    for words in ("理事长谌汝舟", "苇江渡运促进会", "促进会理事长谌汝舟、"):
        assert only_names(*statement(words), PEOPLE)


def test_a_clause_is_more_than_a_name():
    for words in ("渡口要修,人才肯来。", "教授亓望岑到会"):
        assert not only_names(*statement(words), PEOPLE)


def test_every_place_of_the_clean_page_is_found_though_a_masthead_stands_before_the_articles():
    document = Document(f"苇川日报 第2版\n古渡新航\n{TEXT}图为渡口。\n小码头\n人才来了。\n")

    def made(words: str, kind: str, role: str, value: str | None):
        return found(document, kind, (role, words, 0), value=value)

    claims = [
        made("苇川日报 第2版", "interruption", "aside", "furniture"),
        made("图为渡口。", "interruption", "aside", "caption"),
        made("古渡新航", "article", "start", None),
        made("小码头", "article", "start", None),
    ]
    workbench = Workbench(document, editor=Editor("e", "E"))
    workbench.take(0, claims)
    edition = workbench.proposed
    page = CleanPage.of(edition)
    shown = "\n".join(paragraph.text for paragraph in page.paragraphs)
    assert page.homes[0].start > min(home.start for home in page.homes)
    for home in page.homes:
        for at in (home.start, home.end - 1):
            assert shown[page.shown(at)] == edition.text[at]
            assert page.home(page.shown(at)) == at


def test_information_has_no_tint_no_letter_and_no_place_in_the_strip(opened):
    assert KINDS["same"].tint == 0
    view = opened.pages.source
    assert "same" in {mark.kind for mark in view.marks.marks}
    assert all("same" not in row for row in view.strip.kinds_by_row())
    ask(opened, "same")
    assert opened.evidence.isVisible()


def test_printed_lines_of_a_heading_are_set_close_in_both_pages():
    text = "渡口亮灯\n先问船上的人\n再问岸上的人\n桥修好了。\n"
    document = Document(text)
    labels = [
        Label("role", (Source(text.index(words), text.index(words) + len(words), words),), role)
        for words, role in (
            ("渡口亮灯", "headline"), ("先问船上的人", "subhead"), ("再问岸上的人", "subhead"),
        )
    ]  # fmt: skip
    edition = compose(document, tuple(standings_of(labels, (1, 1, "e"), "e")))
    shown = ["headline", "subhead~", "~subhead", "body"]
    assert [one.style for one in CleanPage.of(edition).paragraphs] == shown
    assert [one.style for one in source_paragraphs(document, source_styles(edition))] == shown
    made = Typography(width=400)
    above, below, alone = (made.setting(style) for style in (shown[1], shown[2], "subhead"))
    assert above.before == alone.before and below.after == alone.after
    assert above.after + below.before < alone.after
