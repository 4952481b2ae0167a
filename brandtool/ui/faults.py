"""The sentences of known errors and notices, English sources: what happened, where, what to do."""

# ruff: noqa: E501 - a sentence stands in one piece, so that it can be found

from __future__ import annotations

from collections.abc import Mapping

from brandtool.ui.noop import N

__all__ = ["ERRORS", "NOTICES"]

ERRORS: Mapping[str, str] = {
    "intake.missing": N("Errors", "{path}: there is no such file; check the name."),
    "intake.directory": N("Errors", "{path} is a folder; open a text file in it."),
    "intake.special": N(
        "Errors",
        "{path} is no ordinary file; copy its contents into a file first.",
    ),
    "intake.denied": N("Errors", "{path} may not be read by you; ask for the right to read it."),
    "intake.unreadable": N(
        "Errors",
        "{path} cannot be read ({reason}); check the disk or the connection.",
    ),
    "intake.large": N("Errors", "{path} is larger than 256 MB; split it into pages first."),
    "intake.format": N("Errors", "{path} is a {kind} file, not text; export its text first."),
    "intake.binary": N(
        "Errors",
        "{path} is not text ({share} % of it are control characters); choose another file.",
    ),
    "intake.empty": N("Errors", "{path} holds no text; choose another file."),
    "intake.invalid": N(
        "Errors",
        "{path} is not valid {encoding}: byte {offset} cannot be read; choose another encoding in the menu Page.",
    ),
    "intake.encoding.unknown": N("Errors", "{name} is no encoding known here; use one of {known}."),
    "intake.notice.encoding": N(
        "Errors",
        "It was read as {encoding}, with {confidence} % confidence; if the words look wrong, choose another encoding in the menu Page.",
    ),
    "intake.notice.nul": N(
        "Errors",
        "It holds {count} NUL characters, the first in line {line}; they stay as they are.",
    ),
    "intake.notice.surrogates": N(
        "Errors",
        "{count} lone surrogates that stand for no character were read as U+FFFD.",
    ),
    "intake.notice.line": N(
        "Errors",
        "Line {line} has {size} characters; working on it takes long.",
    ),
    "export.folder": N(
        "Errors",
        "{path} is no folder and cannot be made into one; choose another.",
    ),
    "export.denied": N("Errors", "{path} may not be written by you; choose another folder."),
    "export.full": N(
        "Errors",
        "The disk of {path} is full; nothing was written: make room or choose another folder.",
    ),
    "export.failed": N(
        "Errors",
        "{path} could not be written ({reason}); the files there are as they were.",
    ),
    "export.format.unknown": N("Errors", "{name} is no format known here; use one of {known}."),
    "export.encoding": N(
        "Errors",
        "{path}, line {line}: {encoding} cannot write {character} ({point}); use utf-8 or gb18030.",
    ),
    "export.encoding.unknown": N(
        "Errors",
        "Texts cannot be written in {name}; use one of {known}.",
    ),
    "settings.unreadable": N(
        "Errors",
        "The settings in {path} cannot be read ({reason}); the defaults hold.",
    ),
    "settings.unwritable": N(
        "Errors",
        "The settings cannot be saved in {path} ({reason}); free the place and change them again.",
    ),
    "settings.damaged": N(
        "Errors",
        "The settings were damaged; they were put aside as {path}, and the defaults hold.",
    ),
    "store.missing": N("Errors", "{path}: there is no such project; check the name."),
    "store.foreign": N(
        "Errors",
        "{path} is no brandtool project; nothing of it was changed: choose another file.",
    ),
    "store.too_new": N(
        "Errors",
        "{path} was made by a newer program (schema {schema}); update brandtool to open it.",
    ),
    "store.newer": N(
        "Errors",
        "{path} was written by a newer program (schema {schema}) and is read only here.",
    ),
    "store.schema": N(
        "Errors",
        "{path} has tables that are not ours and was left untouched; no backup of it is known.",
    ),
    "store.schema.backup": N(
        "Errors",
        "{path} has tables that are not ours and was left untouched; its newest good backup is {backup}.",
    ),
    "store.damaged": N(
        "Errors",
        "{path} is damaged and was left untouched; no backup of it is known.",
    ),
    "store.damaged.backup": N(
        "Errors",
        "{path} is damaged and was left untouched; its newest good backup is {backup}.",
    ),
    "store.needs_recovery": N(
        "Errors",
        "{path} was being written when the program stopped; open it once where it may be written.",
    ),
    "store.exists": N("Errors", "{path} exists already; open it instead."),
    "store.full": N("Errors", "The disk of {path} is full; make room, then go on."),
    "store.io": N(
        "Errors",
        "{path} cannot be reached on its disk; check the disk or the connection.",
    ),
    "store.busy": N("Errors", "{path} is being used by another program; try again shortly."),
    "store.unreachable": N("Errors", "{path} cannot be reached; check the disk or the connection."),
    "store.too_big": N("Errors", "{path} holds a record too big to read; restore a backup of it."),
    "store.endless": N(
        "Errors",
        "{path} takes too long to check; it may be damaged or not ours: restore a backup of it.",
    ),
    "store.moved": N("Errors", "{path} was moved or replaced while it was open; open it again."),
    "store.bad_copy": N("Errors", "The backup in {path} is not whole; choose an older one."),
    "store.refused": N(
        "Errors",
        "The decision {event} cannot be stored (its {field} is not sound); report this as a fault.",
    ),
    "store.chain": N(
        "Errors",
        "The decision {event} (number {n}) does not follow the one before; report this as a fault.",
    ),
    "store.unknown_text": N(
        "Errors",
        "The decision {event} speaks of a text that is not in the project; report this as a fault.",
    ),
    "store.no_source": N(
        "Errors",
        "The project holds no revision {rev} of the text {doc}; open its newest one.",
    ),
    "store.read_only": N("Errors", "{path} may not be written and is open for reading only."),
    "store.locked": N(
        "Errors",
        "{name} is working on this page (on {host}); you can only read it now.",
    ),
    "store.no_lock": N(
        "Errors",
        "{path} cannot be locked on its disk and is open for reading only.",
    ),
    "store.stray_journal": N("Errors", "A foreign journal beside {path} was put aside as {aside}."),
    "store.stray_wal": N(
        "Errors",
        "A foreign write-ahead log beside {path} was put aside as {aside}.",
    ),
    "store.recovered": N(
        "Errors",
        "{path} was being written when the program stopped; it has been put in order.",
    ),
    "store.migrated": N(
        "Errors",
        "{path} was brought from schema {before} to {after}; a backup was made before.",
    ),
    "store.backup_failed": N(
        "Errors",
        "No backup of {path} could be made ({why}); check the disk.",
    ),
    "store.fault": N("Errors", "The program made a mistake ({name}); a report was kept."),
}
"""By the code of a BrandtoolError, or of a notice of intake and store."""

NOTICES: Mapping[str, str] = {
    "analysis.stale": N("Notices", "The page has changed meanwhile."),
    "nothing.chosen": N("Notices", "No question is chosen."),
    "nothing.left": N(
        "Notices",
        "There is nothing left to decide there; what overlaps is decided already.",
    ),
    "person.nothing": N("Notices", "Nothing about this person was changed."),
    "nothing.new": N("Notices", "There is nothing new."),
    "edit.nothing": N("Notices", "Nothing was changed."),
    "move.nothing": N("Notices", "The block cannot be moved further."),
    "label.nothing": N("Notices", "There is nothing to take back."),
    "undo.nothing": N("Notices", "There is nothing to undo."),
    "redo.nothing": N("Notices", "There is nothing to redo."),
    "page.final": N("Notices", "The page is final; reopen it to change it."),
    "page.read_only": N("Notices", "The page can only be read now."),
    "mark.delete.nothing": N("Notices", "There is nothing to delete there."),
    "mark.run_on.nothing": N("Notices", "There is nothing to run on there."),
    "mark.lift_out.nothing": N("Notices", "There is nothing to lift out there."),
    "mark.quote.nothing": N("Notices", "This cannot be a quote."),
    "mark.correct.nothing": N("Notices", "Nothing was changed."),
    "mark.printed.nothing": N("Notices", "There is nothing to note there."),
    "mark.role.nothing": N("Notices", "This block cannot have another role."),
    "mark.article.nothing": N("Notices", "No article can start here."),
    "mark.split.nothing": N("Notices", "The block cannot be split here."),
}
"""By the code with which the workbench says why it did nothing."""
