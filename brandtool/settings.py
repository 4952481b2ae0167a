"""The user's preferences: typed, in one readable file, safe against damage and newer programs.

A file that cannot be read is set aside under another name and named in `damaged`; keys and values
this program does not know stay in the file when it is written.
"""

from __future__ import annotations

import getpass
import itertools
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from brandtool.core.decision import Json
from brandtool.core.errors import BrandtoolError

LANGUAGES = ("", "zh", "en")
"""The languages of the program; empty: as the system says."""
APPEARANCES = ("", "light", "dark")
"""The appearances of the window; empty: as the system says."""
EDITOR_VARIABLE = "BRANDTOOL_EDITOR"
"""The environment variable that names the editor of one run (`--editor` sets it)."""
MOST_RECENT = 20
"""How many recent files are remembered."""

_CHOICES = {"language": LANGUAGES, "appearance": APPEARANCES}


@dataclass(frozen=True)
class Settings:
    """Hold the preferences; what is not set has its default.

    `editor_id` and `editor_name` are empty until the editor changes them: `editor` then answers
    from the system account. `recent` lists paths, the latest first. `unknown` holds what a newer
    program or a plug-in wrote; `damaged` is the path of a file set aside when these were read.
    """

    language: str = ""
    appearance: str = ""
    text_size: int = 0
    editor_id: str = ""
    editor_name: str = ""
    export_folder: str = ""
    recent: tuple[str, ...] = ()
    window: Mapping[str, Json] = field(default_factory=dict)
    unknown: Mapping[str, Json] = field(default_factory=dict)
    damaged: str = ""

    @property
    def editor(self) -> Editor:
        """Return who decides: the one named for this run, or here, else the system account."""
        if named := os.environ.get(EDITOR_VARIABLE, "").strip():
            return Editor(named, named)
        account = system_editor()
        return Editor(self.editor_id or account.id, self.editor_name or account.name)

    def opened(self, path: str | Path) -> Settings:
        """Return the settings with a file at the head of the recent ones."""
        told = str(path)
        others = tuple(other for other in self.recent if other != told)
        return replace(self, recent=(told, *others)[:MOST_RECENT])


@dataclass(frozen=True, slots=True)
class Editor:
    """Name who decides: a stable id, and the name shown."""

    id: str
    name: str


_OURS = {told.name: told for told in fields(Settings) if told.name not in ("unknown", "damaged")}


def settings_path() -> Path:
    """Return where the preferences lie on this system."""
    import platformdirs

    return Path(platformdirs.user_config_dir("brandtool", appauthor=False)) / "settings.json"


def load(path: Path | None = None) -> Settings:
    """Read the preferences; a missing file means the defaults, a damaged one is set aside.

    Raises BrandtoolError `settings.unreadable` if the system refuses to read it.
    """
    path = path or settings_path()
    try:
        told = json.loads(path.read_bytes().decode("utf-8"))
        if not isinstance(told, dict):
            raise ValueError("no object")
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        raise BrandtoolError("settings.unreadable", path=str(path), reason=str(error)) from error
    except (ValueError, RecursionError):
        return Settings(damaged=str(_set_aside(path)))
    ours: dict[str, Any] = {}
    unknown: dict[str, Json] = {}
    for key, value in told.items():
        read = _read(key, value) if key in _OURS else None
        if read is None:
            unknown[key] = value
        else:
            ours[key] = read
    return Settings(**ours, unknown=unknown)


def save(settings: Settings, path: Path | None = None) -> None:
    """Write the preferences that differ from the defaults, all of them or none.

    Raises BrandtoolError `settings.unwritable`.
    """
    path = path or settings_path()
    told = dict(settings.unknown)
    for name, known in _OURS.items():
        value = getattr(settings, name)
        if value not in (known.default, {}):
            told[name] = list(value) if isinstance(value, tuple) else value
    text = json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text.encode("utf-8"))
    except OSError as error:
        raise BrandtoolError("settings.unwritable", path=str(path), reason=str(error)) from error


def system_editor() -> Editor:
    """Return the system account: its name as the id, with the person's name if it is known."""
    try:
        account = getpass.getuser()
    except (OSError, KeyError, ImportError):
        account = "editor"
    return Editor(account, _full_name(account) or account)


def _full_name(account: str) -> str:
    if sys.platform == "win32":
        return ""
    import pwd

    try:
        return pwd.getpwnam(account).pw_gecos.split(",")[0].strip()
    except KeyError:
        return ""


def _read(key: str, value: Json) -> object:
    """Return a value of the right type, or None if it is not one this program understands."""
    match value:
        case bool():
            return None
        case int() if key == "text_size":
            return value
        case str() if isinstance(_OURS[key].default, str):
            return value if value in _CHOICES.get(key, (value,)) else None
        case list() if key == "recent" and all(isinstance(path, str) for path in value):
            return tuple(value)
        case dict() if key == "window":
            return value
    return None


def _set_aside(path: Path) -> Path:
    names = (path.with_name(f"{path.name}.damaged-{n}") for n in itertools.count(1))
    aside = next(name for name in names if not name.exists())
    try:
        os.replace(path, aside)
    except OSError:
        return path
    return aside


def _replace(path: Path, data: bytes) -> None:
    import tempfile  # heavy, and only for writing

    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
