"""The rules of the house that no linter knows, checked on the files themselves."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "brandtool"
MODULES = sorted(PACKAGE.rglob("*.py"))
LIMIT = 450
NO_NAMES = {"utils", "util", "misc", "common", "helpers", "helper", "manager", "base"}
SPEAKING = ("brandtool.cli", "brandtool.__main__")
HEAVY = ("PySide6", "shiboken6", "jieba", "sqlite_utils", "numpy", "rapidfuzz", "pypinyin")
# Written in halves so that this file does not break its own rule.
HOSTS = ("pypi" + ".org", "python" + "hosted", "deb." + "debian", "registry." + "npmjs")
TRACES = ("generated " + "with", "generated " + "by an ai", "co-" + "authored-by", "as an ai" + " ")
MACHINE = re.compile("/(?:" + "wo" + r"rk|ro" + r"ot|home/\w+)/")
TEXT = {".py", ".toml", ".sh", ".md", ".txt", ".json", ".jsonl", ".csv", ".svg", ".ts", ".qss", ""}


def dotted(path: Path) -> str:
    """Return the module's dotted name."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), named(path))


def imported(node: ast.AST, module: str, *, package: bool) -> Iterator[str]:
    """Yield the absolute dotted names that an import statement asks for."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        anchor = module.split(".")
        if node.level:
            anchor = anchor[: len(anchor) - node.level + package]
            stem = ".".join([*anchor, *filter(None, [node.module])])
        else:
            stem = node.module or ""
        yield stem
        yield from (f"{stem}.{alias.name}" for alias in node.names)


def imports(path: Path, *, everywhere: bool = True) -> set[str]:
    """Return what a module imports, at its top level only or everywhere."""
    nodes = ast.walk(tree(path)) if everywhere else iter(tree(path).body)
    package = path.name == "__init__.py"
    return {name for node in nodes for name in imported(node, dotted(path), package=package)}


def within(name: str, *rooms: str) -> bool:
    return any(name == room or name.startswith(room + ".") for room in rooms)


def tracked() -> list[Path]:
    """Return the text files of the checkout, as git knows them."""
    listed = subprocess.run(
        [
            "git",
            "-c",
            "safe.directory=*",
            "ls-files",
            "-z",
            "--cached",
            "--others",
            "--exclude-standard",
        ],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode("utf-8")
    paths = (ROOT / name for name in listed.split("\0") if name)
    return sorted(path for path in paths if path.is_file() and path.suffix in TEXT)


# --- The shape of modules ---------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_says_what_it_is(path):
    assert ast.get_docstring(tree(path)), f"{named(path)} has no docstring"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_is_short_and_named_by_a_noun(path):
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= LIMIT, f"{named(path)} has {lines} lines; split it"
    assert not NO_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)


def test_every_folder_of_the_package_is_a_room_with_a_door():
    folders = {path.parent for path in MODULES}
    assert [named(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_prints_only_on_the_command_line(path):
    if within(dotted(path), *SPEAKING):
        return
    lines = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert lines == [], f"{named(path)} prints in lines {lines}"


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_module_swallows_no_error(path):
    silent = [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in {"Exception", "BaseException"})
        and all(isinstance(line, ast.Pass) for line in node.body)
    ]
    assert silent == [], f"{named(path)} swallows every error in lines {silent}"


# --- Who may know whom (besides the contracts in pyproject.toml) ------------------------------


@pytest.mark.parametrize("path", sorted((PACKAGE / "core").glob("**/*.py")), ids=named)
def test_core_knows_the_standard_library_only(path):
    foreign = {
        name
        for name in imports(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not within(name, "brandtool.core")
    }
    assert foreign == set()


@pytest.mark.parametrize("path", sorted((PACKAGE / "store").glob("migrations*/**/*.py")), ids=named)
def test_migrations_know_nothing_of_ours(path):
    ours = {name for name in imports(path) if within(name, "brandtool")}
    assert {name for name in ours if not within(name, "brandtool.store.migrations")} == set()


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_heavy_libraries_are_not_loaded_with_the_module_except_in_their_room(path):
    module = dotted(path)
    top = imports(path, everywhere=False)
    rooms = {"jieba": "brandtool.detect.lexicon", "PySide6": "brandtool.ui", "sqlite_utils": ""}
    strangers = {
        name
        for name in top
        for library, room in rooms.items()
        if within(name, library) and not within(module, room)
    }
    assert strangers == set()


def parts(door: str) -> set[str]:
    """Return the modules that a door names in its tuple of built-in parts."""
    path = PACKAGE / door / "__init__.py"
    nodes = ast.walk(tree(path)) if path.exists() else iter(())
    words = {node.value for node in nodes if isinstance(node, ast.Constant)}
    named = re.compile(rf"(brandtool\.{door}\.[\w.]+):\w+")
    return {found[1] for word in words if (found := named.fullmatch(str(word)))}


@pytest.mark.parametrize("door", ["detect", "export", "intake"])
def test_parts_behind_a_door_do_not_know_their_siblings(door):
    mine = parts(door)
    assert mine, f"the door {door} names no parts"
    for path in sorted((PACKAGE / door).rglob("*.py")):
        own = {part for part in mine if within(dotted(path), part)}
        others = mine - own if own else set()
        assert {name for name in imports(path) if within(name, *others)} == set(), named(path)


PANELS = sorted((PACKAGE / "ui" / "panels").glob("*.py"))
NOT_FOR_PANELS = ("ui.window", "ui.bridge", "detect", "export", "store", "intake", "batch", "cli")


@pytest.mark.parametrize("path", PANELS, ids=named)
def test_panels_know_neither_siblings_nor_what_lies_behind_the_workbench(path):
    others = [dotted(p) for p in PANELS if p != path and p.name != "__init__.py"]
    if path.name == "__init__.py":
        others = []
    forbidden = (*others, *(f"brandtool.{room}" for room in NOT_FOR_PANELS))
    assert {name for name in imports(path) if within(name, *forbidden)} == set()


def loaded_by(*modules: str) -> set[str]:
    """Return the modules in memory after a fresh process imported these."""
    script = (
        "import importlib, json, sys\n"
        f"for name in {modules!r}: importlib.import_module(name)\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout))


@pytest.mark.parametrize("module", ["brandtool", "brandtool.__main__", "brandtool.cli"])
def test_command_line_starts_without_the_heavy_libraries(module):
    assert loaded_by(module) & set(HEAVY) == set()


def test_window_starts_without_detectors_jieba_and_sqlite_utils():
    rooms = [dotted(path) for path in MODULES if within(dotted(path), "brandtool.ui")]
    loaded = loaded_by("brandtool", *rooms)
    assert loaded & {"jieba", "sqlite_utils"} == set()
    detectors = ("page", "quotes", "speakers", "suspects", "lexicon")
    assert [n for n in loaded if within(n, *(f"brandtool.detect.{d}" for d in detectors))] == []


# --- The words of the tree --------------------------------------------------------------------


def test_no_file_names_a_machine_a_registry_or_how_it_was_made():
    found = []
    for path in tracked():
        text = path.read_text("utf-8")
        lower = text.lower()
        hits = [word for word in (*HOSTS, *TRACES) if word in lower]
        hits += sorted({match.group() for match in MACHINE.finditer(text)})
        hits += [str(ROOT)] if str(ROOT) in text else []
        found += [f"{named(path)}: {hit}" for hit in hits]
    assert found == []


CHINESE = re.compile(r"[㐀-鿿，。、；：？！“”‘’（）《》—…]{24,}")


def windows(text: str, width: int = 24) -> Iterator[str]:
    """Yield every run of so many Chinese characters."""
    for run in CHINESE.findall(text):
        yield from (run[at : at + width] for at in range(len(run) - width + 1))


def plain(path: Path) -> str:
    """Return a file's text, JSON Lines without escapes."""
    text = path.read_text("utf-8")
    if path.suffix == ".jsonl":
        lines = (json.loads(line) for line in text.splitlines() if line.strip())
        return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    return text


@pytest.mark.shared
@pytest.mark.parametrize("name", ["pages", "bench"])
def test_no_text_of_the_shared_pages_is_in_the_tree(shared, name):
    ours = {window for path in tracked() for window in windows(path.read_text("utf-8"))}
    theirs = [p for p in sorted(shared(name).rglob("*")) if p.suffix in {".txt", ".jsonl"}]
    assert theirs, f"nothing to compare with in {name}"
    copied = {window: p.name for p in theirs for window in windows(plain(p)) if window in ours}
    assert copied == {}
