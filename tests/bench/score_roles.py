"""Score the roles of lines: `python tests/bench/score_roles.py [--half HALF] [--seeds 1 2]`.

Measures on the invented pages of `tests/pages` (half `held_out` is never looked at while roles are
tuned; `--seeds` adds pages, 15 a seed and half) and on the practice page: precision, recall and F1
of each role, headlines taken for subheads and back, how well the lines of two-line headings are
tied, which lines begin an article, and how far the scores of roles are from the share that is
right (expected calibration error, 10 bins). `--confused` lists every line named wrongly, for the
tuned half and the practice page only.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from brandtool import resource
from brandtool.batch.analysis import analyse
from brandtool.core.article import ROLES
from brandtool.core.document import Document
from tests.pages.generate import pages

Page = dict[str, Any]


@dataclass
class Tally:
    """Count what was found, what is true and what is both."""

    found: int = 0
    true: int = 0
    right: int = 0

    def __str__(self) -> str:
        p = self.right / self.found if self.found else 1.0
        r = self.right / self.true if self.true else 1.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return f"P {p:.3f}  R {r:.3f}  F1 {f:.3f}  ({self.true} true)"


@dataclass
class Score:
    """Gather what is measured over pages."""

    roles: Counter[tuple[str, str]] = field(default_factory=Counter)
    sure: list[tuple[float, bool]] = field(default_factory=list)
    headings: Tally = field(default_factory=Tally)
    starts: Tally = field(default_factory=Tally)
    wrong: list[str] = field(default_factory=list)

    def add(self, page: Page) -> None:
        """Analyse a page and compare."""
        record = analyse(Document(page["text"]), identifier=page["id"], quotes=False)
        told = {block["span"][0]: block for block in record["blocks"]}
        blocks = [b for b in page["truth"]["blocks"] if not b.get("copy")]
        for block in blocks:
            one = told[block["span"][0]]
            self.roles[block["role"], one["role"]] += 1
            self.sure.append((one["score"], one["role"] == block["role"]))
            if one["role"] != block["role"]:
                words = page["text"][slice(*block["span"])]
                self.wrong.append(f"{page['id']}  {block['role']} -> {one['role']}  {words[:60]}")
        self._headings(blocks, record, page["text"])
        begun = {b["span"][0] for b in blocks if b["order"] == 0}
        starts = {_line(page["text"], a["spans"][0][0]) for a in record["articles"] if a["spans"]}
        self._tally(self.starts, begun, starts)

    def _headings(self, blocks: list[Page], record: Page, text: str) -> None:
        """Compare the ties between lines of one heading; one by the order of the page counts."""
        true = {
            (a["span"][0], b["span"][0])
            for a, b in pairwise(blocks)
            if a.get("heading") and a.get("heading") == b.get("heading")
        }
        found = {
            (_line(text, one["left"] - 1), _line(text, one["right"]))
            for one in record["candidates"]
            if one["kind"] == "line" and one["score"] >= 0.5
        }
        self._tally(self.headings, true, found)

    @staticmethod
    def _tally(tally: Tally, true: set[Any], found: set[Any]) -> None:
        tally.found += len(found)
        tally.true += len(true)
        tally.right += len(true & found)

    def show(self, name: str) -> None:
        """Print the figures."""
        print(f"\n{name}")
        for role in ROLES:
            told = Tally(
                sum(n for (_, b), n in self.roles.items() if b == role),
                sum(n for (a, _), n in self.roles.items() if a == role),
                self.roles[role, role],
            )
            if told.true or told.found:
                print(f"  {role:10} {told}")
        total, right = sum(self.roles.values()), sum(self.roles[r, r] for r in ROLES)
        mixed = self.roles["headline", "subhead"], self.roles["subhead", "headline"]
        print(f"  all lines  {right / total:.3f} of {total} right, macro F1 {self.macro():.3f}")
        print(f"  headline read as subhead {mixed[0]}, subhead read as headline {mixed[1]}")
        print(f"  lines of one heading  {self.headings}")
        print(f"  article begins        {self.starts}")
        print(f"  calibration error     {error(self.sure):.3f}")

    def macro(self) -> float:
        """Return the mean F1 of the roles that occur."""
        out = []
        for role in ROLES:
            true = sum(n for (a, _), n in self.roles.items() if a == role)
            found = sum(n for (_, b), n in self.roles.items() if b == role)
            if true:
                out.append(2 * self.roles[role, role] / (true + found))
        return sum(out) / len(out) if out else 0.0


def _line(text: str, at: int) -> int:
    """Return where the words of a line begin in which an offset stands."""
    return text.rfind("\n", 0, at + 1) + 1 if text[at] != "\n" else at + 1


def error(told: Iterable[tuple[float, bool]], bins: int = 10) -> float:
    """Return the expected calibration error of (score, right) pairs."""
    rows = list(told)
    out = 0.0
    for number in range(bins):
        mine = [(s, r) for s, r in rows if min(int(s * bins), bins - 1) == number]
        if mine:
            gap = sum(s for s, _ in mine) - sum(r for _, r in mine)
            out += abs(gap) / len(rows)
    return out


def practice() -> Page:
    """Return the practice page with its truth."""
    truth = json.loads(resource("sample/truth.json").read_text(encoding="utf-8"))
    text = resource("sample/page.txt").read_bytes().decode()
    return {"id": "practice page", "text": text, "truth": truth}


def main() -> None:
    """Score and print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--half", choices=("tuned", "held_out", "unseen"), default=None)
    reader.add_argument("--seeds", type=int, nargs="+", default=[1])
    reader.add_argument("--confused", action="store_true")
    told = reader.parse_args()
    for half in (told.half,) if told.half else ("tuned", "held_out"):
        score = Score()
        for seed in told.seeds:
            for page in pages(half, seed=seed):
                score.add(page)
        score.show(f"{half}: {15 * len(told.seeds)} invented pages")
        if told.confused and half == "tuned":
            print("\n".join(score.wrong))
    score = Score()
    score.add(practice())
    score.show("practice page")
    if told.confused:
        print("\n".join(score.wrong))


if __name__ == "__main__":
    main()
