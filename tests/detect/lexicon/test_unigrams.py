"""The likeliest cut of a run into words, from either end."""

from __future__ import annotations

import math

import pytest

from brandtool.detect.lexicon.unigrams import Unigrams, shipped

WORDS = Unigrams({"老": 10, "船": 20, "船工": 30, "工": 5, "老船": 0}, 100)


def test_a_word_is_as_likely_as_it_was_counted() -> None:
    assert WORDS.log_chance("船工") == pytest.approx(math.log(0.3))


def test_the_beginning_of_a_word_is_no_word() -> None:
    assert WORDS.log_chance("老船") is None


def test_any_character_is_a_word() -> None:
    assert WORDS.log_chance("鑃") == pytest.approx(-math.log(100) - 1)


def test_the_likeliest_cut_is_the_same_from_either_end() -> None:
    onward, backward = WORDS.onward("老船工"), WORDS.backward("老船工")
    assert onward[0] == backward[-1] == 0
    assert onward[-1] == pytest.approx(backward[0]) == pytest.approx(math.log(0.1 * 0.3))
    assert onward[2] == pytest.approx(math.log(0.1 * 0.2))
    assert backward[1] == pytest.approx(math.log(0.3))


def test_nothing_is_cut_into_nothing() -> None:
    assert WORDS.onward("") == WORDS.backward("") == [0.0]


def test_the_dictionary_of_the_segmenter_is_shipped() -> None:
    told = shipped().log_chance("记者")
    assert told is not None and -15 < told < 0
