"""The program as it is delivered: the wheel, the scripts, the fallback font, the papers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONT = ROOT / "resources" / "fonts" / "BrandtoolSansSC.otf"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SCRIPTS = sorted((ROOT / "packaging").glob("*.sh"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel with what is installed, nothing downloaded."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    command += ["--no-build-isolation", "--disable-pip-version-check", "-w", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def content(wheel):
    """Return the names of the files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def unpacked(wheel, tmp_path_factory):
    """Return a folder that holds the wheel's content and nothing else."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def python(unpacked: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run Python far from the checkout, on the unpacked wheel."""
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *words],
        cwd=unpacked,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_wheel_carries_every_module_and_every_resource(content):
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "brandtool").rglob("*.py")}
    resources = {
        f"brandtool/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and not path.name.startswith(".") and ".brandtool" not in path.name
    }
    assert modules - content == set()
    assert resources - content == set()


def test_wheel_carries_nothing_else(content):
    roots = {name.split("/")[0] for name in content}
    assert {re.sub(r"-[\d.]+(\w*)\.dist-info$", "-dist-info", name) for name in roots} == {
        "brandtool",
        "brandtool-dist-info",
    }


def test_installed_program_finds_its_own_resources(unpacked):
    script = "import brandtool; print(brandtool.resource('fonts/OFL.txt'))"
    done = python(unpacked, "-c", script)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == unpacked / "brandtool" / "resources" / "fonts" / "OFL.txt"


def test_missing_resource_is_named(unpacked):
    done = python(unpacked, "-c", "import brandtool; brandtool.resource('fonts/none.otf')")
    assert done.returncode == 1
    assert "FileNotFoundError: no resource named 'fonts/none.otf'" in done.stderr


def test_installed_program_starts(unpacked):
    done = python(unpacked, "-m", "brandtool", "--help")
    assert done.returncode == 0, done.stderr
    assert "analyse" in done.stdout


def test_every_dependency_has_its_reason_beside_it():
    lines = (ROOT / "pyproject.toml").read_text("utf-8").splitlines()
    start = lines.index("dependencies = [")
    listed = lines[start + 1 : lines.index("]", start)]
    assert len(listed) == len(PROJECT["dependencies"])
    assert [line for line in listed if not re.search(r'",\s+# \w', line)] == []


# --- Scripts ----------------------------------------------------------------------------------


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script_is_sound_bash(path):
    done = subprocess.run(["bash", "-n", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_setup_refuses_an_unknown_option():
    script = str(ROOT / "packaging" / "setup.sh")
    done = subprocess.run(
        ["bash", script, "--fast"], capture_output=True, text=True, check=False, cwd="/"
    )
    assert done.returncode == 2
    assert "--fast" in done.stderr


def test_setup_has_nothing_to_say_the_second_time(tmp_path):
    command = ["bash", str(ROOT / "packaging" / "setup.sh")]
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_run_without_a_display_says_so_and_names_what_it_wrote(tmp_path):
    hidden = {"DISPLAY", "WAYLAND_DISPLAY"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        ["bash", str(ROOT / "packaging" / "run.sh")],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    written = {path for path in tmp_path.rglob("*") if path.is_file()}
    named = done.stdout.partition("run: written:")[2].splitlines()
    assert {Path(line.strip()) for line in named if line.strip()} == written
    assert {path.name for path in written} >= {"quotes.csv"}
    assert len(written) > 5  # the articles, the page, the tables
    assert all(path.stat().st_size > 0 for path in written)


def test_readme_names_the_commands_that_are_there():
    readme = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"packaging/\w+\.sh", readme)
    assert {"packaging/run.sh", "packaging/test.sh"} <= set(named)
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_readme_shows_the_pictures_that_are_there():
    readme = (ROOT / "README.md").read_text("utf-8")
    shown = set(re.findall(r"!\[[^\]]+\]\((resources/guide/\w+\.png)\)", readme))
    assert shown == {
        f"resources/guide/{path.name}" for path in (ROOT / "resources/guide").iterdir()
    }


# --- The fallback font ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shown():
    with TTFont(FONT, lazy=True) as font:
        return set(font.getBestCmap())


def hanzi(encoding: str, leads: range) -> set[int]:
    """Return the ideographs that a two-byte encoding can write."""
    found = set()
    for lead in leads:
        for trail in range(0x40, 0xFF):
            text = bytes((lead, trail)).decode(encoding, "ignore")
            found.update(ord(c) for c in text if len(text) == 1 and "㐀" <= c <= "鿿")
    return found


@pytest.mark.parametrize(
    ("encoding", "leads", "count"),
    [("gb2312", range(0xB0, 0xF8), 6763), ("big5", range(0xA4, 0xFA), 13053)],
)
def test_font_shows_every_hanzi_of(shown, encoding, leads, count):
    wanted = hanzi(encoding, leads)
    assert len(wanted) >= count - 2  # Big5 has two of its characters twice
    assert wanted - shown == set()


def test_font_shows_the_rarest_standard_characters(shown):
    beyond_gb2312_and_big5 = "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘𠅤𠙶𠳐𡎚𫭟𬇕𬣞𬬭𬭚鿍鿎鿏"
    assert [c for c in beyond_gb2312_and_big5 if ord(c) not in shown] == []


def test_font_shows_the_signs_of_a_newspaper_page(shown):
    signs = "■●▲◆□○△◇★☆①⑳㈠—…·“”‘’《》〈〉「」『』【】〔〕，。、；：？！（）"
    signs += "０９ＡＺａｚ％～　℃㎡×÷±→←↑↓"
    assert [c for c in signs if ord(c) not in shown] == []


def test_font_is_small_named_as_ours_and_has_its_licence_beside_it():
    assert FONT.stat().st_size <= 9_000_000
    with TTFont(FONT, lazy=True) as font:
        names = {font["name"].getDebugName(number) for number in (1, 4)}
    assert names == {"Brandtool Sans SC"}
    assert "SIL OPEN FONT LICENSE Version 1.1" in FONT.with_name("OFL.txt").read_text("utf-8")
