"""The store: documents and decisions in one SQLite file that loses nothing acknowledged.

It exists so that every other room may forget about disks: here alone files are opened, locked,
checked, written in one transaction an action, backed up, and found again. Everything it has to say
is a code of CODES with its values.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brandtool.core.document import Document
from brandtool.core.errors import BrandtoolError
from brandtool.store.backup import Backup, backups, restore
from brandtool.store.cache import Cache, CandidatePage, Cursor
from brandtool.store.lock import Holder, holder
from brandtool.store.naming import SUFFIX, Location, away_path, locate
from brandtool.store.notice import Notice
from brandtool.store.project import Project
from brandtool.store.proof import Report, Statistics, verify
from brandtool.store.replica import Replica, new_replica
from brandtool.store.schema import SCHEMA
from brandtool.store.search import Hit
from brandtool.store.sources import DocumentEntry

__all__ = [
    "CODES",
    "SCHEMA",
    "SUFFIX",
    "Backup",
    "Cache",
    "CandidatePage",
    "Cursor",
    "DocumentEntry",
    "Hit",
    "Holder",
    "Location",
    "Notice",
    "Project",
    "Replica",
    "Report",
    "Statistics",
    "backups",
    "create_project",
    "holder",
    "locate",
    "new_replica",
    "open_project",
    "restore",
    "verify",
]

CODES: Mapping[str, tuple[str, ...]] = {
    # errors
    "store.missing": ("path",),
    "store.foreign": ("path",),
    "store.too_new": ("path", "schema"),
    "store.schema": ("path", "backup", "backup_us"),
    "store.damaged": ("path",),
    "store.needs_recovery": ("path",),
    "store.exists": ("path",),
    "store.full": ("path",),
    "store.io": ("path",),
    "store.busy": ("path",),
    "store.unreachable": ("path",),
    "store.too_big": ("path",),
    "store.endless": ("path",),
    "store.moved": ("path",),
    "store.bad_copy": ("path",),
    "store.refused": ("event", "field"),
    "store.chain": ("event", "n"),
    "store.unknown_text": ("event", "doc"),
    "store.no_source": ("doc", "rev"),
    # errors or notices
    "store.read_only": ("path",),
    "store.locked": ("path", "name", "pid", "host"),
    "store.newer": ("path", "schema"),
    # notices
    "store.no_lock": ("path",),
    "store.stray_journal": ("path", "aside"),
    "store.stray_wal": ("path", "aside"),
    "store.recovered": ("path",),
    "store.migrated": ("path", "before", "after"),
    "store.backup_failed": ("path", "why"),
    # what `verify` finds
    "verify.schema": (),
    "verify.short": ("missing",),
    "verify.integrity": ("found",),
    "verify.reference": ("table", "row"),
    "verify.event": ("event", "seq"),
    "verify.chain": ("replica", "n"),
    "verify.source": ("doc", "rev"),
    "verify.sum": ("row",),
    "verify.head": ("event",),
    "verify.unreadable": ("check", "why"),
}
"""Every code this room tells, with its values.

`store.damaged` met at opening has `backup` and `backup_us` too: the newest good backup, else "", 0.
"""


def open_project(path: Path, *, writable: bool = True, replica: Replica | None = None) -> Project:
    """Open a project file; see Project.open."""
    return Project.open(path, writable=writable, replica=replica)


def create_project(
    page: Path,
    document: Document,
    *,
    raw: bytes,
    replica: Replica | None = None,
    layers: Mapping[str, str] | None = None,
) -> Project:
    """Make the project of a text or a folder where `locate` says, or away if its folder refuses.

    The project's `path` says where it came to lie. Raises as Project.create does.
    """
    at = locate(page)
    try:
        return Project.create(at.path, document, raw=raw, replica=replica, layers=layers)
    except BrandtoolError as error:
        if error.code != "store.read_only" or at.away:
            raise
        return Project.create(away_path(page), document, raw=raw, replica=replica, layers=layers)
