"""What is kept when something breaks: enough to mend it, and no word of any page."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import qWarning

from brandtool.ui.diagnostics import LOG_BYTES, LOGS, Diagnostics, describe, log

SECRET = "渡口在,回家的路就在"


@pytest.fixture
def diagnostics(tmp_path):
    made = Diagnostics(tmp_path)
    made.start()
    yield made
    made.stop()


def broken() -> BaseException:
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        return error


def test_a_report_names_versions_frames_and_the_last_fifty_actions_but_no_text(diagnostics):
    for number in range(60):
        diagnostics.note(f"question.accept.{number}")
    error = broken()
    sys.excepthook(type(error), error, error.__traceback__)
    report = diagnostics.pending()
    told = report.read_text(encoding="utf-8")
    assert "ValueError" in told and "in broken" in told
    assert "question.accept.59" in told and "question.accept.10" in told
    assert "question.accept.9\n" not in told
    for name in ("brandtool ", "python ", "qt ", "pyside ", "system "):
        assert f"\n{name}" in f"\n{told}"
    assert SECRET not in told


def test_the_log_holds_no_text_either(diagnostics, tmp_path):
    try:
        raise KeyError(SECRET)
    except KeyError:
        log.exception("a thing failed")
    told = (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert "KeyError" in told
    assert SECRET not in told


@pytest.mark.qt_log_ignore("careful")
def test_what_qt_says_goes_into_the_log(diagnostics, tmp_path):
    qWarning(f"careful {SECRET}")
    told = (tmp_path / "desk.log").read_text(encoding="utf-8")
    assert "qt: careful" in told
    assert SECRET not in told


def test_an_error_in_a_thread_is_kept_too(diagnostics):
    def fail():
        raise RuntimeError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert "RuntimeError" in diagnostics.pending().read_text(encoding="utf-8")


def test_messages_that_speak_of_code_are_kept_without_what_is_no_ascii():
    try:
        object().colour  # noqa: B018
    except AttributeError as error:
        assert "colour" in describe(error)
    assert "·" in describe(OSError(SECRET)) and SECRET not in describe(OSError(SECRET))


def test_reports_that_were_seen_are_not_offered_again_and_ten_are_kept(diagnostics, tmp_path):
    for _ in range(12):
        diagnostics.report("told")
    assert diagnostics.pending() is not None
    diagnostics.settle()
    assert diagnostics.pending() is None
    assert len(list(tmp_path.glob("*.seen"))) == 10


def test_a_process_that_was_torn_down_is_reported_at_the_next_start(tmp_path):
    script = (
        "import sys, faulthandler; from pathlib import Path\n"
        "from brandtool.ui.diagnostics import Diagnostics\n"
        "d = Diagnostics(Path(sys.argv[1])); d.start(); d.note('question.keep')\n"
        "faulthandler._sigabrt()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], check=False, capture_output=True, timeout=60
    )
    assert done.returncode != 0
    again = Diagnostics(tmp_path)
    again.start()
    told = again.pending().read_text(encoding="utf-8")
    again.stop()
    assert "Fatal Python error" in told
    assert "question.keep" in told


def test_a_long_log_begins_anew_and_old_ones_are_kept(diagnostics, tmp_path):
    line = "x" * 1000
    for _ in range(LOG_BYTES // 1000 * (LOGS + 2)):
        log.info(line)
    assert (tmp_path / "desk.log").stat().st_size <= LOG_BYTES + 2000
    assert sorted(p.name for p in tmp_path.glob("desk.log.*")) == [
        f"desk.log.{number}" for number in range(1, LOGS + 1)
    ]


def test_everything_is_given_back(tmp_path):
    before = (sys.excepthook, threading.excepthook, list(log.handlers))
    made = Diagnostics(tmp_path)
    made.start()
    made.stop()
    made.stop()
    assert (sys.excepthook, threading.excepthook, list(log.handlers)) == before
    assert logging.getLogger("brandtool") is log


def test_the_report_is_offered_by_a_calm_bar(qtbot, make, tmp_path):
    window = make()
    window.diagnostics = Diagnostics(tmp_path)
    window.diagnostics.report("told")
    window.openings.after_paint()
    assert "unexpectedly" in window.notices.text("crash")
    window.notices.press("crash", 1)
    assert window.diagnostics.pending() is None
    assert "crash" not in window.notices.names
