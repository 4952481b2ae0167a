from __future__ import annotations

import hashlib

import pytest

from brandtool.core.document import Document, blocks_of, ink_before, next_ink
from brandtool.core.span import Span


def cut(text: str) -> list[str]:
    return [text[block.start : block.end] for block in blocks_of(text)]


def test_a_block_is_a_line_with_the_blanks_after_it():
    assert cut("甲 \n\n　　乙\n丙") == ["甲 \n\n　　", "乙\n", "丙"]
    first = blocks_of("甲 \n\n　　乙")[0]
    assert (first.span, first.whole) == (Span(0, 1), Span(0, 6))


def test_leading_blanks_belong_to_a_block_without_text():
    assert cut("\n 甲") == ["\n ", "甲"]
    assert blocks_of("\n 甲")[0].span == Span(0, 0)
    assert cut(" \n") == [" \n"]
    assert blocks_of("") == ()


def test_ids_come_from_the_text_alone():
    one, other = Document("甲", origin="a.txt"), Document("甲", encoding="gb18030")
    assert one.sha256 == hashlib.sha256("甲".encode()).hexdigest()
    assert one.uid == other.uid
    assert one.uid != Document("乙").uid
    assert len(one.uid) == 32


def test_an_offset_knows_its_block_and_line():
    document = Document("甲\n乙丙\n")
    assert [document.block_at(at).index for at in range(6)] == [0, 0, 1, 1, 1, 1]
    assert [document.line_at(at) for at in range(6)] == [1, 1, 2, 2, 2, 3]
    assert document.quote(Span(2, 4)) == "乙丙"
    with pytest.raises(IndexError):
        document.block_at(-1)
    with pytest.raises(IndexError):
        Document("").block_at(0)


def test_ink_is_found_forward_and_backward():
    assert next_ink(" \n甲 ", 0) == 2
    assert next_ink("甲 ", 1) == 2
    assert ink_before("甲 \n", 3) == 1
    assert ink_before(" ", 1) == 0
