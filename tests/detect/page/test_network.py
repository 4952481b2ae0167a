"""The small learned judges."""

from __future__ import annotations

import numpy as np
import pytest

from brandtool.detect.page.network import PART, chance, judges
from brandtool.detect.page.patience import GivenUp, until


def test_many_rows_are_judged_as_few_are() -> None:
    judge = judges()["join"]
    rows = np.random.default_rng(1).normal(size=(PART + 5, len(judge.names)))
    assert np.allclose(judge.judge(rows), chance(judge.logits(rows)))


def test_judging_many_rows_is_given_up_when_it_is_cancelled() -> None:
    judge = judges()["join"]
    with until(lambda: True), pytest.raises(GivenUp):
        judge.judge(np.zeros((PART + 1, len(judge.names))))
