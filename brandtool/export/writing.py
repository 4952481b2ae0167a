"""Writing files so that each appears whole or not at all, and all of one export or none.

Every file is written under another name in the same folder and synced; only when all are there do
they take their names, and if that breaks off the files before are put back.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from brandtool.core.errors import BrandtoolError

_FLAGS = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


@dataclass(frozen=True, slots=True)
class Output:
    """Hold the bytes of one file and its name within the export's folder."""

    name: str
    data: bytes


def write(outputs: Iterable[Output], folder: Path) -> tuple[Path, ...]:
    """Write files into a folder, which is made if it is missing; return their paths.

    Raises BrandtoolError `export.folder`, `export.denied`, `export.full`, `export.failed`; the
    folder is then as it was.
    """
    wanted = [(output, folder / output.name) for output in outputs]
    made: list[Path] = []
    staged: list[tuple[Path, Path]] = []
    here = folder
    try:
        made = _make(folder)
        for output, here in wanted:
            staged.append((_stage(output.data, here), here))
        _take_names(staged)
        _sync(folder)
    except OSError as error:
        for temporary, _ in staged:
            temporary.unlink(missing_ok=True)
        _unmake(made)
        raise _known(error, here, folder) from error
    return tuple(path for _, path in wanted)


def _make(folder: Path) -> list[Path]:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing


def _unmake(folders: list[Path]) -> None:
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


def _stage(data: bytes, path: Path) -> Path:
    temporary = path.with_name(f".brandtool-{secrets.token_hex(8)}.part")
    handle = os.open(temporary, _FLAGS, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _take_names(staged: list[tuple[Path, Path]]) -> None:
    """Rename all; on a failure put back what stood there before."""
    before = {path: _kept(path) for _, path in staged}
    done: list[Path] = []
    try:
        for temporary, path in staged:
            os.replace(temporary, path)
            done.append(path)
    except OSError:
        for path in done:
            old = before.pop(path)
            if old:
                os.replace(old, path)
            else:
                path.unlink()
        raise
    finally:
        for old in before.values():
            if old:
                old.unlink(missing_ok=True)


def _kept(path: Path) -> Path | None:
    """Give the file that stands at a path a second name, where the file system can."""
    kept = path.with_name(f".brandtool-{secrets.token_hex(8)}.kept")
    try:
        os.link(path, kept, follow_symlinks=False)
    except OSError:
        return None
    return kept


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _known(error: OSError, path: Path, folder: Path) -> BrandtoolError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return BrandtoolError("export.full", path=str(folder))
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return BrandtoolError("export.denied", path=str(folder))
    if error.errno in (errno.ENOTDIR, errno.EEXIST) and path == folder:
        return BrandtoolError("export.folder", path=str(folder))
    return BrandtoolError("export.failed", path=str(path), reason=error.strerror or str(error))
