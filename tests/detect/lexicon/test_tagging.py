"""Tags of unknown words: what the segmenter reckons, to the last digit."""

from __future__ import annotations

import random
from types import ModuleType

import pytest

from brandtool.detect.lexicon.segment import _posseg
from brandtool.detect.lexicon.tagging import Tagging


@pytest.fixture(scope="module")
def posseg() -> ModuleType:
    return _posseg()


@pytest.fixture(scope="module")
def tagging(posseg: ModuleType) -> Tagging:
    return Tagging(posseg.char_state_tab_P, posseg.start_P, posseg.trans_P, posseg.emit_P)


def test_the_path_is_that_of_the_segmenter(posseg: ModuleType, tagging: Tagging) -> None:
    from jieba.posseg.viterbi import viterbi

    source = random.Random(7)
    common = sorted(posseg.char_state_tab_P)
    rare = [chr(source.randrange(0x4E00, 0x9FA5)) for _ in range(40)]
    tables = (posseg.char_state_tab_P, posseg.start_P, posseg.trans_P, posseg.emit_P)
    for nth in range(300):
        chars = common if nth % 4 else [*common[:20], *rare]
        run = "".join(source.choices(chars, k=source.randint(1, 9)))
        assert tagging.path(run) == viterbi(run, *tables), run


@pytest.mark.parametrize("run", ["陈立群", "邢旭", "伊恩戈尔丁", "的", "䶮", "㛃㛃㛃"])
def test_names_and_unknown_characters_too(posseg: ModuleType, tagging: Tagging, run: str) -> None:
    from jieba.posseg.viterbi import viterbi

    tables = (posseg.char_state_tab_P, posseg.start_P, posseg.trans_P, posseg.emit_P)
    assert tagging.path(run) == viterbi(run, *tables)
