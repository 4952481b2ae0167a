"""Both languages are complete, up to date, and fit."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Formatter

import PySide6
import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabBar

from brandtool.core.article import ROLES
from brandtool.core.candidate import KINDS
from brandtool.detect.page.evidence import SENTENCES as PAGE
from brandtool.detect.quotes.evidence import SENTENCES as QUOTES
from brandtool.ui import language, words
from brandtool.ui.panels.keys import key_rows
from brandtool.ui.sentences import EVIDENCE
from tests.ui.conftest import ask, open_page, tell

TS = "resources/i18n/brandtool_zh_CN.ts"
TOOLS = Path(PySide6.__file__).parent
ALIASES = ("translate+=say", "QT_TRANSLATE_NOOP+=N")


def entries(path: Path) -> dict[tuple[str, str], ET.Element]:
    tree = ET.parse(path)
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in tree.getroot().findall("context")
        for message in context.findall("message")
    }


def tool(name: str) -> str:
    found = next((p for p in (TOOLS / name, TOOLS / f"{name}.exe") if p.exists()), None)
    if found is None:
        pytest.skip(f"{name} is not part of this PySide6")
    return str(found)


@pytest.fixture
def fresh(root, tmp_path):
    """Gather the texts of the program anew into a copy of the translation."""
    copy = Path(shutil.copy(root / TS, tmp_path / "copy.ts"))
    sources = sorted(str(p) for p in (root / "brandtool" / "ui").rglob("*.py"))
    aliases = [part for alias in ALIASES for part in ("-tr-function-alias", alias)]
    subprocess.run(
        [
            tool("lupdate"),
            *aliases,
            "-extensions",
            "py",
            *sources,
            "-ts",
            str(copy),
            "-source-language",
            "en",
            "-target-language",
            "zh_CN",
            "-locations",
            "none",
            "-no-obsolete",
        ],
        check=True,
        capture_output=True,
    )
    return copy


def test_no_text_is_missing_from_the_translation_and_none_is_left_over(root, fresh):
    assert set(entries(fresh)) == set(entries(root / TS))


def test_every_text_is_translated(fresh):
    told = {key: message.find("translation") for key, message in entries(fresh).items()}
    assert [
        k for k, t in told.items() if t is None or t.get("type") or not (t.text or "").strip()
    ] == []


def test_the_compiled_translation_is_that_of_the_source(root, tmp_path):
    compiled = tmp_path / "fresh.qm"
    command = [tool("lrelease"), str(root / TS), "-qm", str(compiled)]
    subprocess.run(command, check=True, capture_output=True)
    assert compiled.read_bytes() == (root / TS).with_suffix(".qm").read_bytes()


def test_translations_ask_for_the_values_of_their_source(root):
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for (_context, source), message in entries(root / TS).items():
        translation = message.findtext("translation", "")
        if _context != "Evidence":
            assert names(source) == names(translation), source
        else:
            assert names(translation) <= names(source), source


FORBIDDEN = re.compile(
    r"候选|决策|断裂|拼接|置信度|图注|发言人|保留|拒绝|忽略|清洗|净文本|工程|数据库|页面|文章"
)


def test_no_text_hides_where_the_translators_do_not_look(root):
    hidden = []
    for path in sorted((root / "brandtool" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for told in ast.walk(node) if isinstance(node, ast.JoinedStr) else ():
                called = isinstance(told, ast.Call) and ast.unparse(told.func) == "say"
                if called and all(isinstance(one, ast.Constant) for one in told.args):
                    hidden.append((path.name, ast.unparse(told)))
    assert hidden == []


def test_words_the_glossary_forbids_are_not_used(root):
    found = [
        (source, hit.group())
        for (_, source), message in entries(root / TS).items()
        if (hit := FORBIDDEN.search(message.findtext("translation", "")))
    ]
    assert found == []


def test_every_evidence_of_a_detector_has_its_sentence_here():
    told = {**PAGE, **QUOTES}
    assert [code for code in told if code not in EVIDENCE] == []
    for code, sentence in told.items():
        asked = {name for _, name, _, _ in Formatter().parse(EVIDENCE[code]) if name}
        given = {name for _, name, _, _ in Formatter().parse(sentence) if name}
        assert asked <= given, code


def test_every_kind_role_and_verb_has_a_word(qapp):
    assert [kind for kind in KINDS if kind not in words.KINDS] == []
    assert [role for role in ROLES if role not in words.ROLES] == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_label_is_cut_off(qtbot, make, page, language):
    window = make(language)
    open_page(qtbot, window, page)
    tell(window)
    for kind in ("article", "duplicate", "join", "quote", "suspect"):
        ask(window, kind)
        settle(qtbot, window)
    for name in (
        "help.keys",
        "page.facts",
        "page.export",
        "help.palette",
        "go.history",
        "go.quotes",
    ):
        window.perform_id(name)
        settle(qtbot, window)


def settle(qtbot, window) -> None:
    """Wait for the layout to have done its work, then look."""
    try:
        qtbot.waitUntil(lambda: clipped(window) == [], timeout=1000)
    except qtbot.TimeoutError:
        assert clipped(window) == []


def clipped(window) -> list[str]:
    """Return the texts of visible widgets that are narrower than they ask for."""
    out = []
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton):
        if not widget.isVisible() or not widget.text() or widget.objectName() in ("title", "told"):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            if widget.heightForWidth(widget.width()) > widget.height() + 1:
                out.append(widget.text())
        elif widget.sizeHint().width() > widget.width() + 1:
            out.append(widget.text())
    for tabs in window.findChildren(QTabBar):
        if tabs.isVisible() and tabs.sizeHint().width() > tabs.width():
            out.append(tabs.accessibleName())
    return out


def test_the_space_bar_has_its_name_in_chinese(make):
    window = make("zh")
    told = {row: keys for rows in key_rows().values() for row, _, keys in rows}
    assert told["view.toggle"] == "空格"
    assert window.menus.actions["view.toggle"].text().endswith("\t空格")


def test_a_translation_that_is_written_anew_under_an_open_window_does_no_harm(
    root, tmp_path, monkeypatch, qapp
):
    copy = Path(shutil.copy((root / TS).with_suffix(".qm"), tmp_path / "brandtool_zh_CN.qm"))
    monkeypatch.setattr(language, "resource", lambda _name: tmp_path)
    shown = language.Language(qapp)
    shown.choose("zh_CN")
    copy.write_bytes(b"")
    assert words.kind("join") == "接排"
    shown.choose("en")
    copy.unlink()
    assert shown.choose("zh_CN") == "zh_CN"
    shown.choose("en")


def test_the_language_changes_while_the_window_is_open(qtbot, opened):
    ask(opened, "join")
    assert any(told.startswith("Run on") for told in opened.evidence.verbs)
    opened.perform_id("view.chinese")
    qtbot.waitUntil(lambda: any("接排（A）" in told for told in opened.evidence.verbs))
    assert opened.menuBar().actions()[0].text() == "版面(&P)"
    assert "第2篇" in opened.questions.list.model().data(opened.questions.list.model().index(0, 0))
    opened.perform_id("view.english")
    qtbot.waitUntil(lambda: any(told.startswith("Run on") for told in opened.evidence.verbs))
