"""Writing the pages of one command, each into its own folder, none over another."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from brandtool.core.errors import BrandtoolError
from brandtool.export import Sheet, export_to, stem


@dataclass
class Writer:
    """Write pages in some formats and remember which folder is whose."""

    folder: Path
    formats: tuple[str, ...]
    encoding: str = "utf-8"
    taken: dict[str, str] = field(default_factory=dict)

    def write(self, sheet: Sheet) -> tuple[Path, ...]:
        """Write a page; return the paths.

        Raises BrandtoolError `export.clash` if another page of this command has the same name, and
        those of `export_to`.
        """
        name = stem(sheet)
        key = name.casefold()
        if key in self.taken:
            raise BrandtoolError(
                "export.clash",
                path=sheet.source,
                other=self.taken[key],
                folder=str(self.folder / name),
            )
        self.taken[key] = sheet.source
        return export_to(self.folder, sheet, formats=self.formats, encoding=self.encoding)
