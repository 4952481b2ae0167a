"""Make the fallback font of the desk from Debian's fonts-noto-cjk and unicode-data.

The window uses it only where the system has no Chinese font. Run it once after a new release of
the face; the result is kept in the repository:

    apt-get install fonts-noto-cjk unicode-data
    .venv/bin/python packaging/make_font.py
"""

from __future__ import annotations

import argparse
import bz2
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

FACES = Path("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts" / "BrandtoolSansSC.otf"
SOURCE_NAME = "Noto Sans CJK SC"
FAMILY = "Brandtool Sans SC"
POSTSCRIPT = "BrandtoolSansSC-Regular"
LIMIT = 9_000_000
BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and the letters of pinyin and of foreign names
    (0x01CD, 0x01DC),  # pinyin vowels with the third tone
    (0x2000, 0x206F),  # general punctuation
    (0x20A0, 0x20BF),  # currency signs
    (0x2100, 0x218F),  # letter-like signs, number forms
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2460, 0x24FF),  # enclosed numbers and letters
    (0x2500, 0x27BF),  # lines, boxes, shapes, signs
    (0x2E80, 0x2FDF),  # radicals
    (0x3000, 0x30FF),  # Chinese punctuation, kana
    (0x3100, 0x312F),  # bopomofo
    (0x3200, 0x33FF),  # enclosed and squared signs
    (0xFE10, 0xFE6F),  # vertical and small forms
    (0xFF00, 0xFFEF),  # full-width forms
)


def coded(encoding: str) -> set[int]:
    """Return the code points that a two-byte encoding of Python can write."""
    found = set()
    for lead in range(0xA1, 0xFF):
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF)):
            try:
                found.update(map(ord, bytes((lead, trail)).decode(encoding)))
            except UnicodeDecodeError:
                continue
    return found


def general_standard(unihan: Path) -> set[int]:
    """Return the 8,105 characters of the Table of General Standard Characters (2013)."""
    found = set()
    with bz2.open(unihan, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line:
                found.add(int(line.split("\t")[0][2:], 16))
    if len(found) != 8105:
        raise ValueError(f"{unihan}: {len(found)} characters of the table instead of 8105")
    return found


def wanted(unihan: Path) -> set[int]:
    """Return every code point that the font should show."""
    ranges = {point for first, last in BLOCKS for point in range(first, last + 1)}
    return ranges | coded("gb2312") | coded("big5") | general_standard(unihan)


def face(collection: Path, name: str) -> TTFont:
    """Return the face of a collection that has this full name."""
    for font in TTCollection(collection, lazy=True).fonts:
        if font["name"].getDebugName(4) == name:
            return font
    raise ValueError(f"{collection} has no face named {name!r}")


def shrink(font: TTFont, points: Iterable[int]) -> None:
    """Keep only these code points, without hints and without layout features."""
    options = Options()
    options.layout_features = []
    options.hinting = False
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)


def rename(font: TTFont) -> None:
    """Give the font our own name, so that it can't be taken for the face it came from."""
    names = {1: FAMILY, 3: f"{FAMILY} 1.0", 4: FAMILY, 6: POSTSCRIPT}
    table = font["name"]
    table.names = [n for n in table.names if n.langID == 0x409 and n.nameID not in (7, 16, 17)]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    table.setName(f"A subset of {SOURCE_NAME}, made for brandtool.", 10, 3, 1, 0x409)
    cff = font["CFF "].cff
    cff.fontNames = [POSTSCRIPT]
    cff[0].FullName = cff[0].FamilyName = FAMILY
    cff[0].Notice = table.getDebugName(0)


def make(faces: Path, unihan: Path, target: Path) -> str:
    """Write the font and return a sentence about it."""
    points = wanted(unihan)
    font = face(faces, SOURCE_NAME)
    font.recalcTimestamp = False
    shrink(font, points)
    rename(font)
    font.save(target)
    shown = set(TTFont(target, lazy=True).getBestCmap())
    han = {point for point in points if chr(point).isalpha() and point >= 0x3400}
    size = target.stat().st_size
    if size > LIMIT:
        raise ValueError(f"{target.name} has {size} bytes, more than {LIMIT}")
    return (
        f"{target.name}: {size} bytes, {len(shown)} characters, {len(han - shown)} letters missing"
    )


def main() -> int:
    """Make the font that the arguments describe."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--faces", type=Path, default=FACES, help="the collection of Noto faces")
    parser.add_argument("--unihan", type=Path, default=UNIHAN, help="Unihan_OtherMappings.txt.bz2")
    parser.add_argument("-o", "--output", type=Path, default=TARGET)
    options = parser.parse_args()
    for path in (options.faces, options.unihan):
        if not path.exists():
            print(f"{path} is missing: apt-get install fonts-noto-cjk unicode-data")
            return 2
    print(make(options.faces, options.unihan, options.output))
    return 0


if __name__ == "__main__":
    sys.exit(main())
