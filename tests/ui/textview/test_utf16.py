"""Code points and Qt's units agree, and nothing is unseen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from brandtool.ui.textview.utf16 import Shown, units

odd = st.sampled_from("a中𠀀𠮷\x00\r\u2028\u2029\xa0\u200b\u202e\ufeff\x85，😀\u0301")
texts = st.lists(odd, max_size=30).map("".join)


@given(texts)
def test_offsets_come_back_from_units(text: str) -> None:
    shown = Shown(text)
    places = [shown.to16(offset) for offset in range(len(text) + 1)]
    assert [shown.from16(unit) for unit in places] == list(range(len(text) + 1))
    assert places[-1] == units(shown.text) == len(shown.text.encode("utf-16-le")) // 2


@given(texts, st.text("wo𠀀们", min_size=1, max_size=4), st.data())
def test_a_preedit_takes_room_but_no_offset(text: str, preedit: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    plain, shown = Shown(text), Shown(text, at=at, preedit=preedit)
    low, high = shown.preedit_span
    assert high - low == units(preedit)
    for offset in range(len(text) + 1):
        assert shown.from16(shown.to16(offset)) == offset
        wider = units(preedit) if offset > at else 0
        assert shown.to16(offset) == plain.to16(offset) + wider
    assert all(shown.from16(unit) == at for unit in range(low, high + 1))


@given(texts)
def test_every_code_point_is_shown_as_one_code_point(text: str) -> None:
    assert len(Shown(text).text) == len(text)


def test_what_cannot_be_seen_is_shown_as_a_mark() -> None:
    for char in "\x00\x01\r\n\x7f\x9f\u2028\u2029\xa0\xad\u200b\u202e\u2066\ufeff\ud800":
        shown = Shown("中" + char + "文")
        assert shown.text[1] not in (char, " ")
        assert shown.text[1].isprintable()
        assert shown.marks == [1]
    assert Shown("中\t𠀀 文").marks == []


def test_a_unit_inside_a_pair_belongs_to_its_start() -> None:
    shown = Shown("a𠀀b")
    assert [shown.from16(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
