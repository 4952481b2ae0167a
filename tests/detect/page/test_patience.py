"""Work is given up when nobody waits for it any more."""

from __future__ import annotations

import pytest

from brandtool.detect.page.patience import GivenUp, look_up, until


def test_work_goes_on_while_somebody_waits() -> None:
    look_up()
    with until(lambda: False):
        look_up()


def test_work_is_given_up_inside_and_goes_on_outside() -> None:
    with pytest.raises(GivenUp), until(lambda: True):
        look_up()
    look_up()
