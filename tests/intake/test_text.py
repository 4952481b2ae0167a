from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandtool import intake
from brandtool.core.errors import BrandtoolError
from brandtool.intake import text as room
from brandtool.plugins import Parts


def refused(path: Path, **options: str) -> str:
    with pytest.raises(BrandtoolError) as caught:
        intake.read(path, **options)
    assert caught.value.values["path"] == str(path)
    return caught.value.code


def test_line_ends_become_one_and_the_bytes_are_kept(tmp_path):
    path = tmp_path / "page.txt"
    raw = "\ufeff甲\r\n乙\r丙\n\r\n".encode()
    path.write_bytes(raw)
    read = intake.read(path)
    assert read.document.text == "甲\n乙\n丙\n\n"
    assert (read.raw, read.document.origin, read.encoding) == (raw, str(path), "utf-8")
    assert read.document.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert (read.notices, read.confidence) == ((), 1.0)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_other_characters_are_never_changed(text):
    if text.strip() and not text.startswith("\ufeff"):
        assert intake.read_bytes(text.encode(), encoding="utf-8").document.text == text


def test_missing_file_and_folder_are_refused(tmp_path):
    assert refused(tmp_path / "none.txt") == "intake.missing"
    (tmp_path / "a.txt").write_text("甲", "utf-8")
    assert refused(tmp_path / "a.txt" / "b.txt") == "intake.missing"
    assert refused(tmp_path) == "intake.directory"


def test_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refused(tmp_path / "pipe") == "intake.special"


def test_file_that_may_not_be_read_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("甲", "utf-8")

    def denied(self):
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert refused(path) == "intake.denied"


def test_name_that_no_system_has_is_refused():
    with pytest.raises(BrandtoolError, match=r"intake\.unreadable"):
        intake.read("a\0b")


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", "\ufeff".encode(), "\u3000\n".encode()])
def test_empty_and_blank_texts_are_refused(tmp_path, raw):
    (tmp_path / "a.txt").write_bytes(raw)
    assert refused(tmp_path / "a.txt") == "intake.empty"


def test_one_byte_is_a_text(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"a")
    assert intake.read(tmp_path / "a.txt").document.text == "a"


def test_binary_and_known_formats_are_refused(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"abc\x01\x02" * 100)
    assert refused(tmp_path / "a.txt") == "intake.binary"
    (tmp_path / "b.txt").write_bytes(("\x01甲" * 100).encode("utf-16"))
    assert refused(tmp_path / "b.txt") == "intake.binary"
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.7\n text text text")
    assert refused(tmp_path / "c.pdf") == "intake.format"


def test_forced_encoding_that_does_not_fit_is_refused(tmp_path):
    (tmp_path / "a.txt").write_bytes("城市".encode("gb18030"))
    assert refused(tmp_path / "a.txt", encoding="utf-8") == "intake.invalid"


def test_too_large_a_text_is_refused_before_it_is_read(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(room.LARGEST + 1)
    assert refused(path) == "intake.large"
    monkeypatch.setattr(room, "LARGEST", 3)
    with pytest.raises(BrandtoolError, match=r"intake\.large"):
        intake.read_bytes(b"abcd")


def test_nul_opens_with_a_notice():
    read = intake.read_bytes(("甲乙丙丁" * 100 + "\n戊\0己").encode())
    assert read.document.text.endswith("\0己")
    assert [(n.code, n.values) for n in read.notices] == [
        ("intake.notice.nul", {"count": 1, "line": 2})
    ]


def test_lone_surrogates_become_replacement_characters_and_are_counted():
    read = intake.read_text("甲\ud800乙\udfff\r\n", origin="p1")
    assert read.document.text == "甲\ufffd乙\ufffd\r\n"
    assert (read.notices[0].code, read.notices[0].values) == (
        "intake.notice.surrogates", {"count": 2}
    )  # fmt: skip
    assert read.document.origin == "p1"


def test_decoded_text_may_be_empty():
    assert intake.read_text("").document.text == ""


def test_very_long_line_opens_with_a_notice():
    read = intake.read_bytes(("短行\n" + "长" * 1_000_000 + "\n" + "短").encode())
    assert [(n.code, n.values) for n in read.notices] == [
        ("intake.notice.line", {"line": 2, "size": 1_000_000})
    ]


def test_many_short_lines_are_no_long_line():
    assert intake.read_bytes(("短行\n" * 400_000).encode()).notices == ()


def test_unsure_encoding_is_told_with_its_confidence():
    read = intake.read_bytes("Männer für Bücher, Mädchen für Türen".encode("latin-1"))
    assert read.notices[0].code == "intake.notice.encoding"
    assert read.confidence < 0.9
    assert read.proposals[0].encoding == read.encoding


def test_proposed_encoding_other_than_utf_8_is_told():
    raw = "城市品牌论坛在京举行。".encode("gb18030")
    (notice,) = intake.read_bytes(raw).notices
    assert notice.values == {"encoding": "gb18030", "confidence": 100}
    assert intake.read_bytes(raw, encoding="gb18030").notices == ()


def test_third_party_importer_is_asked_before_the_text_importer(tmp_path, monkeypatch):
    class Shouting:
        id = "shout/1"
        name = "shout"
        suffixes = (".shout",)

        def accepts(self, path, head):
            return head.startswith(b"!")

        def read(self, path, *, encoding=None):
            return intake.read_text("shouted")

    text = room.TextImporter()
    monkeypatch.setattr(intake, "load", lambda builtin, *, group: Parts((text, Shouting())))
    for name, head in (("a", b"!x"), ("b", b"plain")):
        (tmp_path / name).write_bytes(head)
    assert intake.read(tmp_path / "a").document.text == "shouted"
    assert intake.read(tmp_path / "b").document.text == "plain"


def test_the_text_importer_is_the_one_at_the_door():
    assert [part.id for part in intake.importers().loaded] == ["text/1"]
    assert intake.importers().failed == ()
