from __future__ import annotations

import ast
import re
import string
from functools import cache
from pathlib import Path

import pytest

import brandtool
from brandtool import settings, store
from brandtool.cli import messages
from brandtool.cli.messages import SENTENCES, locale_language, preferred, say, sentence
from brandtool.cli.outlet import Outlet
from brandtool.core.errors import BrandtoolError

PACKAGE = Path(brandtool.__file__).parent
MAKERS = {"BrandtoolError", "Notice", "notice", "warn", "tell"}
CODE = re.compile(r"[a-z]+(?:\.[a-z_]+)+")


@cache
def told_in_sources() -> dict[str, set[str]]:
    """Return the codes that errors and notices are made with, and the values named with them."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        if path.is_relative_to(PACKAGE / "ui"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            code = first.value if isinstance(first, ast.Constant) else None
            if name in MAKERS and isinstance(code, str) and CODE.fullmatch(code):
                values = {keyword.arg for keyword in node.keywords if keyword.arg}
                for other in node.args[1:]:
                    if isinstance(other, ast.Dict):
                        values |= {key.value for key in other.keys}
                found.setdefault(code, set()).update(values)
    return found


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_sources_raise_codes():
    assert {"intake.binary", "export.full", "store.foreign", "cli.json"} <= set(told_in_sources())


def test_every_code_has_a_sentence_in_both_languages():
    codes = set(told_in_sources()) | set(store.CODES)
    assert codes - set(SENTENCES) == set()
    assert all(english and chinese for english, chinese in SENTENCES.values())


def test_every_sentence_is_told_by_something():
    told = {code.removesuffix(".backup") for code in SENTENCES}
    assert told - set(told_in_sources()) - set(store.CODES) == set()


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_both_sentences_use_only_values_that_are_told(code):
    english, chinese = SENTENCES[code]
    assert fields(english) == fields(chinese)
    known = told_in_sources().get(code, set()) | set(store.CODES.get(code, ()))
    if known:
        assert fields(english) <= known


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentences_end_like_sentences(code):
    english, chinese = SENTENCES[code]
    assert english.endswith(".")
    assert chinese.endswith("。")
    assert not re.search(r"[\u4e00-\u9fff]", english)
    assert re.search(r"[\u4e00-\u9fff]", chinese)


def test_error_becomes_its_sentence():
    error = BrandtoolError("intake.missing", path="甲.txt")
    assert sentence(error, tongue="en") == "甲.txt: there is no such file; check the name."
    assert sentence(error, tongue="zh") == "甲.txt：没有这个文件，请检查文件名。"


def test_unknown_code_and_missing_value_are_told_as_they_are():
    assert say("later.code", {}, tongue="en") == "later.code"
    assert say("later.code", {"a": 1}, tongue="en") == "later.code {'a': 1}"
    assert say("verify.integrity", {}, tongue="en") == "Its pages are damaged: ?."


def test_damaged_project_names_its_newest_good_backup():
    known = {"path": "a", "backup": "b", "backup_us": 1}
    assert say("store.damaged", known, tongue="en").endswith("its newest good backup is b.")
    assert say("store.damaged", {**known, "backup": ""}, tongue="en").endswith("is known.")


def test_names_that_are_no_text_are_spelt_out():
    assert "\\udcff" in say("intake.empty", {"path": "a\udcff"}, tongue="en")


@pytest.mark.parametrize(
    ("variables", "tongue"),
    [
        ({"LC_ALL": "zh_CN.UTF-8"}, "zh"),
        ({"LC_MESSAGES": "zh_TW", "LANG": "en_US"}, "zh"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_locale_decides_the_language(monkeypatch, variables, tongue):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == tongue


def test_without_variables_the_system_is_asked(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(messages.locale, "getlocale", lambda: ("Chinese_China", "936"))
    assert locale_language() == "zh"
    monkeypatch.setattr(messages.locale, "getlocale", lambda: (None, None))
    assert locale_language() == "en"


def test_setting_wins_over_the_locale(monkeypatch):
    monkeypatch.setattr(settings, "load", lambda: settings.Settings(language="zh"))
    assert preferred() == ("zh", None)


def test_settings_that_cannot_be_read_are_told(monkeypatch, capsys):
    def broken():
        raise BrandtoolError("settings.unreadable", path="x", reason="y")

    monkeypatch.setattr(settings, "load", broken)
    assert Outlet().tongue == "en"
    assert "The settings in x cannot be read (y)" in capsys.readouterr().err
    monkeypatch.setattr(settings, "load", lambda: settings.Settings(damaged="z"))
    Outlet()
    assert "they were put aside as z" in capsys.readouterr().err
