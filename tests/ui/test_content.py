"""What the pages mark: information stays quiet, names with titles are no repeated statement."""

from __future__ import annotations

from brandtool.core.document import Document
from brandtool.ui.content import only_names
from brandtool.ui.theme import KINDS
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


def test_information_has_no_tint_no_letter_and_no_place_in_the_strip(opened):
    assert KINDS["same"].tint == 0
    view = opened.pages.source
    assert "same" in {mark.kind for mark in view.marks.marks}
    assert all("same" not in row for row in view.strip.kinds_by_row())
    ask(opened, "same")
    assert opened.evidence.isVisible()
