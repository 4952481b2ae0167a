"""Repeats, and the lines they cover."""

from __future__ import annotations

import pytest

from brandtool.core.document import Document
from brandtool.detect.page import copies
from brandtool.detect.page.fold import fold
from brandtool.detect.page.patience import GivenUp, until
from brandtool.detect.page.repeats import find
from brandtool.detect.page.shape import lines_of

ONE = "青石桥建于两百年前，桥身用本地石料砌成，桥栏上刻着十二生肖，今天仍有行人和车马从桥上经过。"
TWO = "镇上的老人说，每逢汛期水位会漫过第三级台阶，那时渡船停航，赶集的人只能绕远路去对岸。"
ROW = "东湖街道完成投资{}亿元，同比增长{}%；"


def copied(text: str) -> list[list[int]]:
    document = Document(text)
    stream = fold(document)
    lines = lines_of(document)
    links = copies.by_line(copies.links_of(stream, find(stream)))
    members = copies.copyable(lines, stream, links)
    return [list(one.lines) for one in copies.passes_of(lines, members, links)]


def test_width_punctuation_and_blanks_do_not_hide_a_copy() -> None:
    other = ONE.replace("，", ", ").replace("。", ".")
    assert copied(f"{ONE}\n{TWO}\n{other}") == [[0], [2]]


def test_a_misread_character_does_not_hide_a_copy() -> None:
    assert copied(f"{ONE}\n{TWO}\n{ONE.replace('石料', '右料')}") == [[0], [2]]


def test_neighbours_copied_together_are_one_pass_cut_where_they_begin_again() -> None:
    assert copied(f"{ONE}\n{TWO}\n{ONE}\n{TWO}\n{ONE}") == [[0, 1], [2, 3], [4]]


def test_copies_that_only_stand_side_by_side_are_two_passes() -> None:
    apart = "隔着河的另外一段话，说的是别的事。"
    assert copied(f"{ONE}\n{TWO}\n{apart}\n{ONE}\n{apart[::-1]}\n{TWO}") == [[0], [1], [3], [5]]


def test_lines_of_a_paragraph_copied_whole_are_one_pass() -> None:
    assert copied(f"{ONE}\n{TWO[:20]}\n{TWO[20:]}\n{ONE}{TWO}") == [[0, 1, 2], [3]]


def test_the_beginning_of_a_line_is_a_copy_and_the_whole_line_is_none() -> None:
    assert copied(f"{ONE}\n{TWO}\n{ONE[:24]}") == [[2]]


def test_a_sentence_within_other_words_is_no_copy() -> None:
    text = f"{TWO}{ONE}{TWO[:20]}\n去年冬天，记者来到这里。{ONE}当地人都这么说。"
    assert copied(text) == []


def test_rows_that_differ_in_a_number_are_no_copies() -> None:
    assert copied("\n".join((ROW.format(18, 34), ROW.format(24, 11), ROW.format(18, 36)))) == []


def test_a_line_that_says_more_than_its_twin_is_no_copy_of_it() -> None:
    assert copied(f"{TWO}\n{ONE}\n县里的档案还写着另外一件事，{TWO}") == [[0]]


def test_a_short_piece_broken_out_of_a_line_is_a_copy() -> None:
    assert copied(f"{TWO}\n{ONE}\n水位会漫过第三级台阶，那时渡船停") == [[2]]


def test_a_short_piece_that_begins_amid_a_clause_is_a_copy() -> None:
    assert copied(f"{TWO}\n{ONE}\n过第三级台阶，那时渡船停航，") == [[2]]


def test_a_short_piece_that_begins_with_a_stop_is_a_copy() -> None:
    assert copied(f"石桥修好了。{TWO}{TWO[::-1]}\n{ONE}\n。{TWO[:20]}") == [[2]]


def test_a_whole_clause_of_a_text_is_no_copy_of_it() -> None:
    assert copied(f"{ONE}{TWO}\n隔着很远的另外一段话。\n每逢汛期水位会漫过第三级台阶") == []


def test_a_patchwork_of_two_lines_is_no_copy() -> None:
    apart = "隔着很远的另外一段话，" * 20
    text = f"记者获悉，{ONE}不少人说\n{apart}\n当天下午，{TWO}如此等等\n{ONE}{TWO}"
    assert [3] not in copied(text)


def test_a_page_of_one_character_is_read_in_little_time() -> None:
    stream = fold(Document("水" * 50_000))
    assert all(repeat.left[1] <= repeat.right[0] for repeat in find(stream))


def test_cancelling_ends_the_search() -> None:
    stream = fold(Document(f"{ONE}\n{ONE}"))
    with pytest.raises(GivenUp), until(lambda: True):
        find(stream)


def test_a_long_run_of_one_character_hides_no_copy_around_it() -> None:
    row = f"{ONE[:20]}{'〇' * 90}{ONE[20:40]}"
    size = len(fold(Document(row)))
    found = find(fold(Document(f"{row}\n{row}")))
    assert any(one.left[0] == 0 and one.right[0] == size for one in found)
    assert any(one.left[1] == size and one.right[1] == 2 * size for one in found)
