"""The header of a project file, read before SQLite opens it."""

from __future__ import annotations

from dataclasses import dataclass
from os import SEEK_END
from pathlib import Path

from brandtool.core.errors import BrandtoolError
from brandtool.store.connection import told

APPLICATION_ID = 0x42524E44
"""Four letters at byte 68 that say whose file it is."""

_MAGIC = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what the first 100 bytes say: the schema, and whether a -wal belongs to the file.

    `missing` is how many bytes the file is shorter than the pages it says it has.
    """

    schema: int
    wal: bool
    missing: int = 0


def read_header(path: Path) -> Header:
    """Read the header of a project; raises BrandtoolError (`store.missing`, ...)."""
    with told(path):
        try:
            if not path.is_file():
                code = "store.foreign" if path.exists() else "store.missing"
                raise BrandtoolError(code, path=str(path))
            with path.open("rb") as file:
                head = file.read(100)
                size = file.seek(0, SEEK_END)
        except PermissionError as error:
            raise BrandtoolError("store.unreachable", path=str(path)) from error
    ours = head.startswith(_MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID
    schema = int.from_bytes(head[60:64], "big", signed=True)
    if not ours or len(head) < 100 or schema < 1:
        raise BrandtoolError("store.foreign", path=str(path))
    return Header(schema, head[18] == 2 or head[19] == 2, max(0, _said(head) - size))


def _said(head: bytes) -> int:
    """Return how many bytes all pages have, 0 where an old program did not keep count of them.

    See "The Database Header" of https://sqlite.org/fileformat2.html (in-header database size).
    """
    width = int.from_bytes(head[16:18], "big")
    counted = head[24:28] == head[92:96]
    return int.from_bytes(head[28:32], "big") * (1 << 16 if width == 1 else width) * counted
