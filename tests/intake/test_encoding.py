from __future__ import annotations

import codecs
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool.core.errors import BrandtoolError
from brandtool.intake.encoding import ENCODINGS, decode, encoding_named, propose

NEWS = (
    "昨天上午，临河市召开老城改造协调会，听取沿街商户的意见。会议认为，这条街的事情要慢慢商量。"
    "商户代表说：“我们愿意先把门前的台阶修好，再谈招牌的式样。”\n会后，大家在街口合影。\n"
)
TRADITIONAL = (
    "為了慶祝節日，市政府決定在中央公園舉辦燈會，預計將有許多遊客前來參觀。"
    "主辦單位表示：「今年的展品都是學生們親手製作的。」\n"
)
EITHER = st.sampled_from(NEWS + "2024年5月20日 Abc，") | st.sampled_from(NEWS)


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "utf-16-le", "utf-16-be"])
def test_unmarked_simplified_news_is_recognised(name):
    read = decode(NEWS.encode(name))
    assert (read.text, read.encoding) == (NEWS, name)
    assert read.confidence > 0.99


@pytest.mark.parametrize("name", ["utf-8", "gb18030", "big5", "utf-16-le"])
def test_unmarked_traditional_news_is_recognised(name):
    read = decode(TRADITIONAL.encode(ENCODINGS.get(name, name)))
    assert (read.text, read.encoding) == (TRADITIONAL, name)


def test_hong_kong_characters_are_read():
    text = TRADITIONAL + "佢哋喺度睇嘢，啲嘢好靚。"
    assert decode(text.encode("big5hkscs")).text == text


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_first_mark_tells_the_encoding_and_is_dropped_and_others_stay(mark, name):
    text = "甲\ufeff乙\n"
    read = decode(mark + text.encode(name))
    assert (read.text, read.encoding, read.confidence, read.proposals) == (text, name, 1.0, ())


@given(st.text(EITHER, min_size=12, max_size=400))
def test_text_of_news_letters_goes_there_and_back_in_every_encoding(text):
    for name in ("utf-8", "gb18030"):
        assert decode(text.encode(name)).text == text


@given(st.text(min_size=1, max_size=200), st.sampled_from(sorted(set(ENCODINGS) - {"big5"})))
def test_any_text_goes_there_and_back_in_the_encoding_it_was_written_in(text, name):
    try:
        raw = text.encode(ENCODINGS[name])
        exact = raw.decode(ENCODINGS[name]) == text
    except UnicodeError:
        return
    if exact:
        assert decode(raw, encoding=name).text == text.removeprefix("\ufeff")


@given(st.binary(min_size=1, max_size=300))
def test_any_bytes_are_read_exactly_or_refused_with_a_code(raw):
    try:
        read = decode(raw)
    except BrandtoolError as error:
        assert error.code in {"intake.invalid", "intake.binary"}
        return
    assert raw.decode(ENCODINGS[read.encoding]).removeprefix("\ufeff") == read.text
    assert 0 <= read.confidence <= 1


def test_confidences_are_a_distribution_with_the_best_first():
    found = propose(NEWS.encode("gb18030"))
    assert found[0].encoding == "gb18030"
    assert [p.confidence for p in found] == sorted((p.confidence for p in found), reverse=True)
    assert sum(p.confidence for p in found) <= 1.001


def test_letters_of_the_west_in_one_byte_are_read_without_confidence():
    assert propose("café résumé".encode("latin-1"))[0].confidence < 0.5


def test_one_bad_byte_in_utf_8_is_named_and_not_read_as_something_else():
    raw = bytearray((NEWS * 20).encode())
    raw[1001] = 0xFF
    with pytest.raises(BrandtoolError) as caught:
        decode(bytes(raw), origin="a.txt")
    assert caught.value.code == "intake.invalid"
    assert caught.value.values["encoding"] == "utf-8"
    assert abs(int(caught.value.values["offset"]) - 1001) <= 2


def test_forced_encoding_that_does_not_fit_is_refused_with_the_offset():
    with pytest.raises(BrandtoolError) as caught:
        decode(b"abc" + NEWS.encode("gb18030"), encoding="utf-8", origin="a.txt")
    assert caught.value.code == "intake.invalid"
    assert caught.value.values == {
        "path": "a.txt", "encoding": "utf-8", "offset": 3, "bytes": "d7 f2 cc ec"
    }  # fmt: skip


def test_hanzi_far_down_a_long_file_of_ascii_are_found():
    raw = b"a line of letters\n" * 40_000 + NEWS.encode("gb18030") + b"more letters\n" * 40_000
    read = decode(raw)
    assert read.encoding == "gb18030"
    assert NEWS in read.text


def test_long_file_that_breaks_off_in_another_encoding_is_refused():
    raw = (NEWS * 4000).encode() + NEWS.encode("gb18030")
    with pytest.raises(BrandtoolError, match=r"intake\.invalid"):
        decode(raw)


def test_random_bytes_are_binary():
    with pytest.raises(BrandtoolError, match=r"intake\.binary"):
        decode(random.Random(3).randbytes(20_000))


@pytest.mark.parametrize(
    ("told", "name"),
    [("GBK", "gb18030"), ("utf8", "utf-8"), ("UTF_16", "utf-16-le"), ("cp950", "big5")],
)
def test_customary_names_of_encodings_are_known(told, name):
    assert encoding_named(told) == name


def test_utf_16_forced_by_its_family_name_follows_the_mark():
    assert decode("\ufeff甲".encode("utf-16-be"), encoding="utf-16").encoding == "utf-16-be"


def test_unknown_encoding_is_refused_with_the_known_ones():
    with pytest.raises(BrandtoolError) as caught:
        decode(b"a", encoding="klingon")
    assert caught.value.code == "intake.encoding.unknown"
    assert "gb18030" in str(caught.value.values["known"])
