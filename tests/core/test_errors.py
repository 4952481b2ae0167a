from __future__ import annotations

from brandtool.core.errors import BrandtoolError


def test_an_error_names_its_code_and_its_values_in_order():
    error = BrandtoolError("intake.binary", path="a.txt", at=3)
    assert (error.code, error.values) == ("intake.binary", {"path": "a.txt", "at": 3})
    assert str(error) == "intake.binary (at=3, path='a.txt')"
    assert str(BrandtoolError("store.locked")) == "store.locked"
