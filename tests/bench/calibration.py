"""How far scores are to be believed: `python tests/bench/calibration.py PAGES.jsonl RECORDS.jsonl`.

PAGES are made pages with their truth, RECORDS the analysis records of `train_page.py --cross` (of
pages not seen) or of `score_page.py --records` (of the shipped models). Prints for duplicates,
joins and interruptions the expected calibration error over 10 bins and the share of the true ones
scored .9 and more, and paints the reliability of each into build/reliability.png (--plot PATH).
Right is a removed occurrence of which 80 % is removable while an acceptable one stays, a true
join, an interruption of which at least half of either is shared.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

BINS = 10
SURE = 0.9
KINDS = ("duplicate", "join", "interruption")
PLOT = Path(__file__).resolve().parents[2] / "build" / "reliability.png"
Row = dict[str, Any]


@dataclass
class Kind:
    """Gather (score, right) of the claims of a kind, and how many true ones there are."""

    told: list[tuple[float, bool]] = field(default_factory=list)
    true: int = 0

    def bins(self) -> list[tuple[float, float, int]]:
        """Return the mean score, the share that is right and the count of each filled bin."""
        out = []
        for number in range(BINS):
            mine = [one for one in self.told if min(int(one[0] * BINS), BINS - 1) == number]
            if mine:
                scores, rights = zip(*mine, strict=True)
                out.append((sum(scores) / len(mine), sum(rights) / len(mine), len(mine)))
        return out

    def error(self) -> float:
        """Return the expected calibration error."""
        whole = max(1, len(self.told))
        return sum(abs(score - right) * count for score, right, count in self.bins()) / whole

    def sure(self) -> float:
        """Return the share of the true ones that are scored .9 and more."""
        return sum(right for score, right in self.told if score >= SURE) / max(1, self.true)


def duplicates(page: Row, record: Row) -> Iterator[tuple[float, bool]]:
    """Tell of each removed occurrence whether it may go while an acceptable one stays."""
    source: dict[int, tuple[int, int]] = {}
    places: dict[tuple[int, int], list[int]] = defaultdict(list)
    for start, stop, article, offset, _, ok in page["truth"]["origin"]:
        for k in range(start, stop):
            source[k] = (article, offset + k - start)
            if ok:
                places[source[k]].append(k)
    claims = [c for c in record["candidates"] if c["kind"] == "duplicate" and not c["keep"]]
    gone = {k for c in claims if c["score"] >= 0.5 for s, e in c["spans"] for k in range(s, e)}
    for claim in claims:
        own = {k for s, e in claim["spans"] for k in range(s, e)}
        mine = [k for k in own if k in source]
        free = sum(any(at not in gone and at not in own for at in places[source[k]]) for k in mine)
        yield claim["score"], bool(mine) and free >= 0.8 * len(mine)


def joins(page: Row, record: Row) -> Iterator[tuple[float, bool]]:
    """Tell of each join whether it is a true one."""
    text = page["text"]
    true = {(j["left"], j["right"]) for j in page["truth"]["joins"]}
    for claim in record["candidates"]:
        if claim["kind"] == "join":
            left, right = claim["left"], claim["right"]
            left -= len(text[:left]) - len(text[:left].rstrip())
            right += len(text[right:]) - len(text[right:].lstrip())
            yield claim["score"], (left, right) in true


def interruptions(page: Row, record: Row) -> Iterator[tuple[float, bool]]:
    """Tell of each interruption whether it is one."""
    spans = [one["span"] for one in page["truth"]["interruptions"]]
    for claim in record["candidates"]:
        if claim["kind"] == "interruption":
            (start, stop), *_ = claim["spans"]
            shared = max((min(stop, e) - max(start, s) for s, e in spans), default=0)
            whole = next((e - s for s, e in spans if min(stop, e) - max(start, s) == shared), 1)
            yield claim["score"], shared >= 0.5 * max(stop - start, whole)


def gather(pages: list[Row], records: dict[str, Row]) -> dict[str, Kind]:
    """Compare all records with the truth of their pages."""
    out = {kind: Kind() for kind in KINDS}
    for page in pages:
        record = records[page["id"]]
        removed = list(duplicates(page, record))
        out["duplicate"].told += removed
        out["duplicate"].true += sum(right for _, right in removed)
        out["join"].told += joins(page, record)
        out["join"].true += len(page["truth"]["joins"])
        out["interruption"].told += interruptions(page, record)
        out["interruption"].true += len(page["truth"]["interruptions"])
    return out


def paint(told: dict[str, Kind], path: Path) -> None:
    """Paint one diagram a kind: score across, share that is right upwards, size by count."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPen

    app = QGuiApplication.instance() or QGuiApplication([])
    side, edge = 320, 44
    image = QImage(len(told) * (side + edge) + edge, side + 2 * edge, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, (name, kind) in enumerate(told.items()):
        left, top = edge + number * (side + edge), edge
        painter.setPen(QPen(QColor("#999999"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, top, side, side))
        painter.drawLine(QPointF(left, top + side), QPointF(left + side, top))
        painter.setPen(QColor("#222222"))
        title = f"{name}  ECE {kind.error():.3f}  >= .9: {kind.sure():.2f}"
        painter.drawText(QPointF(left, top - 12), title)
        spots = [(left + s * side, top + (1 - r) * side, n) for s, r, n in kind.bins()]
        painter.setPen(QPen(QColor("#1f6fb2"), 2))
        for (x, y, _), (u, v, _) in pairwise(spots):
            painter.drawLine(QPointF(x, y), QPointF(u, v))
        painter.setBrush(QColor("#1f6fb2"))
        for x, y, count in spots:
            size = 3 + 7 * (count / max(1, len(kind.told))) ** 0.5
            painter.drawEllipse(QPointF(x, y), size, size)
    painter.end()
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(str(path))
    del app


def read(path: Path) -> list[Row]:
    """Read one object a line."""
    return [json.loads(line) for line in path.open(encoding="utf-8") if line.strip()]


def main() -> None:
    """Compare, print, paint."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("pages", type=Path)
    reader.add_argument("records", type=Path)
    reader.add_argument("--plot", type=Path, default=PLOT)
    asked = reader.parse_args()
    records = {record["id"]: record for record in read(asked.records)}
    told = gather([page for page in read(asked.pages) if page["id"] in records], records)
    for name, kind in told.items():
        print(
            f"{name:13} ECE {kind.error():.4f}  true ones scored >= .9: {kind.sure():.3f}", end=""
        )
        print(f"  ({len(kind.told)} claims, {kind.true} true)")
        for score, right, count in kind.bins():
            print(f"    {score:.3f} scored  {right:.3f} right  {count}")
    paint(told, asked.plot)


if __name__ == "__main__":
    main()
