"""A second start hands its page to the desk that is open; a dead desk stands in nobody's way."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

import pytest

from brandtool.ui.handover import NAME, Handover, hand_over

pytestmark = pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in folders")


@pytest.fixture
def desk(tmp_path):
    one = Handover()
    assert one.listen(tmp_path)
    yield one
    one.close()


def later(folder: Path, paths: list[Path], told: list[bool]) -> threading.Thread:
    thread = threading.Thread(target=lambda: told.append(hand_over(folder, paths)))
    thread.start()
    return thread


def test_a_page_is_handed_to_the_open_desk(qtbot, desk, tmp_path):
    told: list[bool] = []
    with qtbot.waitSignal(desk.received, timeout=5000) as received:
        thread = later(tmp_path, [Path("a 页.txt")], told)
    thread.join()
    assert told == [True]
    assert received.args == [(Path("a 页.txt").absolute(),)]


def test_a_second_desk_leaves_the_first_one_listening(qtbot, desk, tmp_path):
    second = Handover()
    assert not second.listen(tmp_path)
    second.close()
    told: list[bool] = []
    with qtbot.waitSignal(desk.received, timeout=5000) as received:
        thread = later(tmp_path, [], told)
    thread.join()
    assert (told, received.args) == ([True], [()])


def test_where_no_desk_is_open_nothing_is_handed_over(tmp_path, desk):
    assert not hand_over(tmp_path / "other", [Path("a")])
    desk.close()
    assert not (tmp_path / NAME).exists()
    assert not hand_over(tmp_path, [Path("a")])


def test_the_socket_of_a_desk_that_was_killed_is_taken(tmp_path):
    dead = socket.socket(socket.AF_UNIX)
    dead.bind(str(tmp_path / NAME))
    dead.close()
    assert not hand_over(tmp_path, [Path("a")])
    one = Handover()
    assert one.listen(tmp_path)
    one.close()


def test_what_is_no_list_of_pages_is_not_opened(qtbot, desk, tmp_path):
    for told in (b"{}\n", b"[1]\n", b"\xff\n", b""):
        with socket.socket(socket.AF_UNIX) as line:
            line.connect(str(tmp_path / NAME))
            line.sendall(told)
            line.shutdown(socket.SHUT_WR)
            line.setblocking(False)
            with qtbot.assertNotEmitted(desk.received, wait=100):
                pass
            assert line.recv(9) == b""


def test_a_folder_that_cannot_hold_a_socket_does_no_harm(tmp_path):
    assert not Handover().listen(tmp_path / "none")


@pytest.mark.qt_log_ignore(r"does not support raise", extend=True)
def test_the_window_opens_what_it_is_handed(qtbot, opened, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("渡口在，回家的路就在。\n", encoding="utf-8")
    opened.showMinimized()
    with qtbot.waitSignal(opened.desk.opened, timeout=5000):
        opened.openings.take_over((other,))
    assert opened.desk.page.path == other
    assert not opened.isMinimized()
    opened.openings.take_over(())
    assert opened.desk.page.path == other
