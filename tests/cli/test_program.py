from __future__ import annotations

import subprocess
import sys

import click
import pytest

from brandtool import __main__, __version__, cli, ui
from brandtool.cli import outlet, program
from brandtool.core.errors import BrandtoolError
from brandtool.plugins import Failure


@pytest.fixture
def desk(monkeypatch) -> list[list[str]]:
    """List the paths with which the desk was opened."""
    opened: list[list[str]] = []

    def run(paths=()):
        opened.append([str(path) for path in paths])
        return 0

    monkeypatch.setattr(ui, "run", run)
    return opened


def test_words_of_the_door_are_the_commands():
    assert __main__.WORDS == cli.COMMANDS


def test_help_tells_commands_options_and_exit_codes(run):
    done = run("--help")
    assert done.code == 0
    for word in (*cli.COMMANDS, "--editor", "--version", "Exit codes"):
        assert word in done.out
    for code in ("0", "1", "2", "3", "4", "70", "130"):
        assert f"\n    {code} " in done.out


@pytest.mark.parametrize("command", sorted(cli.COMMANDS))
def test_every_command_and_option_has_help(run, command):
    assert run(command, "--help").code == 0
    for parameter in program.program.commands[command].params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_version(run):
    assert run("--version").out == f"brandtool {__version__}\n"


def test_nothing_and_places_open_the_desk(run, desk, tmp_path):
    (tmp_path / "page").write_text("")
    assert [run().code, run("a.txt").code, run(tmp_path / "page", "b.txt").code] == [0, 0, 0]
    assert desk == [[], ["a.txt"], [str(tmp_path / "page"), "b.txt"]]


def test_open_hands_paths_and_editor_to_the_desk(run, desk, monkeypatch):
    monkeypatch.setenv("BRANDTOOL_EDITOR", "")
    assert run("--editor", "岑霁", "open", "a.txt").code == 0
    from brandtool.settings import Settings

    assert Settings().editor.name == "岑霁"
    assert run("open").code == 0
    assert desk == [["a.txt"], []]


def test_an_editor_may_be_named_before_a_page(run, desk, monkeypatch, tmp_path):
    monkeypatch.setenv("BRANDTOOL_EDITOR", "")
    assert run("--editor", "岑霁", tmp_path / "page", "b.txt").code == 0
    assert run("--editor", "岑霁", "nothing").code == 2
    assert desk == [[str(tmp_path / "page"), "b.txt"]]


def test_desk_script_opens_the_desk(desk, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["brandtool-desk", "page.txt"])
    assert __main__.desk() == 0
    assert desk == [["page.txt"]]


def test_arguments_of_the_process_are_taken(desk, monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["brandtool", "--version"])
    assert __main__.main() == 0
    assert __version__ in capsys.readouterr().out


def test_misspelt_command_is_wrong_usage(run, desk):
    done = run("anaylse")
    assert (done.code, desk) == (2, [])
    assert "anaylse" in done.err


def test_formats_lists_what_can_be_read_and_written(run):
    lines = [line.split("\t") for line in run("formats").out.splitlines()]
    assert ["read", "text", ".txt,.text,.md", "text/1"] in lines
    assert [line[1] for line in lines if line[0] == "write"] == [
        "text",
        "markdown",
        "html",
        "jsonl",
        "csv",
    ]


def test_detectors_lists_what_claims_what(run, detectors):
    assert run("detectors").out == "breaks/1\tjoin,quote\n"


def test_part_that_failed_to_load_is_told(run, detectors):
    detectors(failed=(Failure("lost", "ImportError: gone"),))
    done = run("detectors")
    assert (done.code, done.out) == (0, "")
    assert "The plug-in lost could not be loaded (ImportError: gone)." in done.err


def test_fault_of_the_program_is_told_with_its_trace(run, detectors, monkeypatch):
    from brandtool import detect

    def fault():
        raise RuntimeError("oops")

    monkeypatch.setattr(detect, "detectors", fault)
    done = run("detectors")
    assert done.code == 70
    assert "Traceback" in done.err
    assert "fault of the program (RuntimeError)" in done.err


@pytest.mark.parametrize(
    ("error", "code"),
    [(KeyboardInterrupt(), 130), (BrandtoolError("store.io", path="x"), 1), (BrokenPipeError(), 0)],
)
def test_other_ends(run, detectors, monkeypatch, error, code):
    from brandtool import detect

    def stop():
        raise error

    monkeypatch.setattr(program, "_leave_pipe", lambda: 0)
    monkeypatch.setattr(detect, "detectors", stop)
    assert run("detectors").code == code


def test_reader_that_goes_away_is_no_fault():
    done = subprocess.run(
        f"{sys.executable} -m brandtool --help | head -c 1 > /dev/null; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr


def test_messages_are_chinese_where_the_locale_is(run, monkeypatch, tmp_path):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    done = run("verify", tmp_path / "none.brandtool")
    assert done.err == f"brandtool: {tmp_path}/none.brandtool：没有这个项目文件，请检查文件名。\n"


def test_progress_is_a_live_line_on_a_terminal(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(outlet.Progress(2, what="clean").over("ab")) == ["a", "b"]
    assert "\rclean 0/2\rclean 1/2\rclean 2/2\r" in capsys.readouterr().err


def test_progress_elsewhere_is_told_only_when_it_takes_long(monkeypatch, capsys):
    clock = iter([0.0, 1.0, 12.5, 13.0, 30.0])
    monkeypatch.setattr(outlet.time, "monotonic", lambda: next(clock))
    list(outlet.Progress(0, what="analyse").over("abcd"))
    assert capsys.readouterr().err == "analyse 2\nanalyse 4\n"
