"""Text files to documents: what is refused, what is opened with a notice, line ends made one."""

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.intake.encoding import CONTROLS, Proposal, decode, refuse_binary

LARGEST = 256 * 1024 * 1024
"""The most bytes a text may have."""
LONG_LINE = 1_000_000
"""The number of characters from which a line is told to be long."""
UNSURE = 0.9
"""The confidence below which UTF-8, too, is told to be a proposal only."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_DROP_CONTROLS = dict.fromkeys(CONTROLS)
_KINDS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "Word / zip"),
    (b"\xd0\xcf\x11\xe0", "Word (doc)"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"SQLite format 3\x00", "SQLite"),
)


@dataclass(frozen=True, slots=True)
class Notice:
    """Tell the editor something of a text that was opened all the same, as a code and values."""

    code: str
    values: Mapping[str, str | float] = field(default_factory=dict)


@dataclass(frozen=True)
class Intake:
    """Hold a document with the bytes it came from and how they were read.

    `proposals` are the encodings considered, the best first (for "read as ..."); empty when there
    was no doubt.
    """

    document: Document
    raw: bytes
    encoding: str
    confidence: float
    notices: tuple[Notice, ...] = ()
    proposals: tuple[Proposal, ...] = ()


class TextImporter:
    """Read plain text files."""

    id = "text/1"
    name = "text"
    suffixes = (".txt", ".text", ".md", "")

    def accepts(self, path: Path, head: bytes) -> bool:
        """Take every file: it is the importer of last resort."""
        return True

    def read(self, path: Path, *, encoding: str | None = None) -> Intake:
        """Read a text file; see `read_file`."""
        return read_file(path, encoding=encoding)


def read_file(path: Path, *, encoding: str | None = None) -> Intake:
    """Read a text file.

    Raises BrandtoolError `intake.missing`, `.directory`, `.special`, `.denied`, `.unreadable`,
    `.large`, and those of `read_bytes`.
    """
    return read_bytes(file_bytes(path), origin=str(path), encoding=encoding)


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a regular file that is not too large; raises as `read_file` does."""
    with readable(path) as size:
        if size > LARGEST:
            raise BrandtoolError("intake.large", path=str(path), size=size, most=LARGEST)
        return path.read_bytes()


@contextmanager
def readable(path: Path) -> Iterator[int]:
    """Yield the size of a regular file; what the system refuses meanwhile is a known error.

    Raises BrandtoolError `intake.missing`, `.directory`, `.special`, `.denied`, `.unreadable`.
    """
    told = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise BrandtoolError("intake.directory", path=told)
        if not stat.S_ISREG(status.st_mode):
            raise BrandtoolError("intake.special", path=told)
        yield status.st_size
    except (FileNotFoundError, NotADirectoryError):
        raise BrandtoolError("intake.missing", path=told) from None
    except PermissionError:
        raise BrandtoolError("intake.denied", path=told) from None
    except UnicodeError:
        raise
    except (OSError, ValueError) as error:
        raise BrandtoolError("intake.unreadable", path=told, reason=str(error)) from error


def read_bytes(raw: bytes, *, origin: str = "", encoding: str | None = None) -> Intake:
    """Read the bytes of a text.

    Raises BrandtoolError `intake.empty`, `.binary`, `.format`, `.large`, `.invalid`,
    `.encoding.unknown`.
    """
    if len(raw) > LARGEST:
        raise BrandtoolError("intake.large", path=origin, size=len(raw), most=LARGEST)
    kind = next((kind for magic, kind in _KINDS if raw.startswith(magic)), None)
    if kind:
        raise BrandtoolError("intake.format", path=origin, kind=kind)
    if not raw.strip():
        raise BrandtoolError("intake.empty", path=origin)
    read = decode(raw, encoding=encoding, origin=origin)
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise BrandtoolError("intake.empty", path=origin)
    refuse_binary(len(text.translate(_DROP_CONTROLS)), len(text), origin)
    document = Document(text, origin, read.encoding, hashlib.sha256(raw).hexdigest())
    notices = notices_of(text)
    if read.proposals and (read.encoding != "utf-8" or read.confidence < UNSURE):
        unsure: dict[str, str | float] = {
            "encoding": read.encoding,
            "confidence": round(100 * read.confidence),
        }
        notices = (Notice("intake.notice.encoding", unsure), *notices)
    return Intake(document, raw, read.encoding, read.confidence, notices, read.proposals)


def read_text(text: str, *, origin: str = "") -> Intake:
    """Take a text that is decoded already, such as a string of JSON, exactly as it is.

    Lone surrogates, which no encoding can write, become U+FFFD and are counted in a notice; no
    offset moves. An empty text is taken too.
    """
    clean, lone = _SURROGATE.subn("\ufffd", text)
    notices = notices_of(clean)
    if lone:
        notices = (Notice("intake.notice.surrogates", {"count": lone}), *notices)
    raw = clean.encode("utf-8")
    document = Document(clean, origin, "utf-8", hashlib.sha256(raw).hexdigest())
    return Intake(document, raw, "utf-8", 1.0, notices)


def notices_of(text: str) -> tuple[Notice, ...]:
    """Tell what is odd about a text: NULs, a very long line."""
    out: list[Notice] = []
    if nuls := text.count("\0"):
        line = text.count("\n", 0, text.index("\0")) + 1
        out.append(Notice("intake.notice.nul", {"count": nuls, "line": line}))
    if len(text) >= LONG_LINE:
        longest, line = max((len(told), -n) for n, told in enumerate(text.split("\n"), 1))
        if longest >= LONG_LINE:
            out.append(Notice("intake.notice.line", {"line": -line, "size": longest}))
    return tuple(out)
