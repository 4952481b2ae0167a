"""Score quote finding on the labelled articles beside the checkout, with the shipped models.

usage: python tests/bench/score_quotes_dev.py [--cross 10] [--errors] [SET ...]

`--cross` uses models trained without the article scored (as `train_quotes.py` reports them);
without it the shipped models have seen the articles, and the figures only tell that nothing broke.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from train_quotes import BENCH, Teacher, calibrate, cross, plain, report, scorer

from brandtool.detect.quotes import find_quotes
from brandtool.detect.quotes.find import judge
from brandtool.detect.quotes.reading import read


def main() -> None:
    """Find, score, report."""
    parser = argparse.ArgumentParser()
    parser.add_argument("sets", nargs="*", default=["dev_a", "dev_a2"])
    parser.add_argument("--cross", type=int, default=0)
    parser.add_argument("--errors", action="store_true")
    told = parser.parse_args()
    score = scorer()
    sets = {name: score.read(BENCH / "quotes" / f"{name}.jsonl") for name in told.sets}
    rows = [row for held in sets.values() for row in held]
    if told.cross:
        readings = {row["id"]: read(row["text"]) for row in rows}
        cases = {}
        for row in rows:
            teacher = Teacher(row, score)
            judge(readings[row["id"]], teacher.ask)
            cases[row["id"]] = teacher.cases
        predicted, rights = cross(rows, readings, cases, told.cross, score)
        pairs = calibrate(rows, predicted, rights, told.cross, score)
        sure = [good for chance, good in pairs if chance >= 0.9]
        share = len(sure) / max(1, len(pairs))
        right = sum(sure) / max(1, len(sure))
        sys.stdout.write(f"score >= .9: share {share:.3f}, right {right:.3f}\n")
    else:
        predicted = [{"id": row["id"], "quotes": plain(find_quotes(row["text"]))} for row in rows]
    for name, held in sets.items():
        report(held, predicted, score, name)
    report(rows, predicted, score, "all")


if __name__ == "__main__":
    main()
