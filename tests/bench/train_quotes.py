"""Train the small models of quote finding on labelled articles, cross-validated by article.

usage: python tests/bench/train_quotes.py [--folds 10] [--write] [--gold FILE ...]

Gold files default to dev_a and dev_a2 of the benchmark beside the checkout. Every question the
finder asks is answered by the gold while its features are noted; one logistic regression a
question is fitted to them. `--folds` reports the finder's figures with models that never saw the
article; `--write` fits on all and writes the weights.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from brandtool.core.span import Span
from brandtool.detect.quotes.find import asker, judge
from brandtool.detect.quotes.found import Found
from brandtool.detect.quotes.model import QUESTIONS, Model, Models
from brandtool.detect.quotes.reading import Reading, read

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT.parent / "shared" / "bench"
TARGET = ROOT / "resources" / "models" / "quotes.json"

Case = tuple[str, tuple[str, ...], int]


def scorer() -> ModuleType:
    """Load the scorer of the benchmark."""
    spec = importlib.util.spec_from_file_location("score_quotes", BENCH / "score_quotes.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["score_quotes"] = module
    spec.loader.exec_module(module)
    return module


def plain(found: Iterable[Found]) -> list[dict[str, Any]]:
    """Return quotes as the scorer reads them."""
    return [
        {
            "kind": one.kind,
            "content": [list(span) for span in one.content],
            "cue": list(one.cue) if one.cue else None,
            "mention": list(one.mention) if one.mention else None,
            "speaker": one.speaker,
            "score": one.score,
        }
        for one in found
    ]


class Teacher:
    """Answer the finder's questions by the gold of one article, and keep the cases that teach."""

    def __init__(self, row: dict[str, Any], score: ModuleType) -> None:
        self.text, self.cases, self.score = row["text"], [], score
        told = row["quotes"]
        self.opt = self._area(q for q in told if q.get("opt"))
        self.direct = {
            score.trim(self.text, *sp): q
            for q in told
            if q["kind"] == "direct"
            for sp in q["content"]
        }
        self.marked = self._area(q for q in told if q["kind"] == "direct")
        self.reported = [q for q in told if q["kind"] != "direct"]
        self.cases: list[Case]

    def _area(self, quotes: Iterable[dict[str, Any]]) -> set[int]:
        return self.score.letters(self.text, [sp for q in quotes for sp in q["content"]])

    def ask(self, question: str, span: Span, features: Iterable[str]) -> float:
        """Return 1.0 or 0.0 by the gold."""
        answer, teaches = getattr(self, f"_{question}")(span)
        if teaches:
            self.cases.append((question, tuple(features), int(answer)))
        return float(answer)

    def _stretch(self, span: Span) -> tuple[bool, bool]:
        quote = self.direct.get(self.score.trim(self.text, *span))
        if quote is not None:
            return True, not quote.get("opt")
        area = self.score.letters(self.text, [span])
        fuzzy = len(area & (self.opt | self.marked)) * 2 >= max(1, len(area))
        return False, not fuzzy

    def _cue(self, span: Span) -> tuple[bool, bool]:
        area = self.score.letters(self.text, [span])
        for quote in self.reported:
            start = quote["content"][0][0]
            core = self.score.letters(self.text, quote["content"][:1])
            if abs(start - span.start) <= 6 and len(core & area) * 2 >= len(core):
                return True, not quote.get("opt")
        return False, len(area & self.opt) * 2 < max(1, len(area))

    def _goes_on(self, span: Span) -> tuple[bool, bool]:
        area = self.score.letters(self.text, [span])
        for quote in self.reported:
            if len(area & self.score.letters(self.text, quote["content"])) * 2 > len(area):
                return True, not quote.get("opt")
        return False, len(area & self.opt) * 2 < max(1, len(area))

    def _mixed(self, span: Span) -> tuple[bool, bool]:
        area = self.score.letters(self.text, [span])
        for quote in self.reported:
            if area and area <= self.score.letters(self.text, quote["content"]):
                return quote["kind"] == "mixed", not quote.get("opt")
        return False, False

    def _right(self, span: Span) -> tuple[bool, bool]:
        return True, False


def fit(cases: Sequence[Case], question: str, *, ridge: float = 1.0, least: int = 2) -> Model:
    """Fit one logistic regression by Newton's method with a ridge."""
    own = [(features, label) for asked, features, label in cases if asked == question]
    if not own:
        return Model()
    count = Counter(name for features, _ in own for name in set(features))
    names = sorted(name for name, n in count.items() if n >= least)
    place = {name: nth for nth, name in enumerate(names)}
    x = np.zeros((len(own), len(names) + 1))
    x[:, -1] = 1.0
    y = np.array([label for _, label in own], dtype=float)
    for row, (features, _) in enumerate(own):
        for name in features:
            if name in place:
                x[row, place[name]] = 1.0
    penalty = np.full(len(names) + 1, ridge)
    penalty[-1] = 1e-3
    w = np.zeros(len(names) + 1)
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x.T * (p * (1 - p) + 1e-9)) @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    weights = {name: round(float(w[nth]), 3) for name, nth in place.items() if abs(w[nth]) >= 0.01}
    return Model(round(float(w[-1]), 3), weights)


RIDGES = {"stretch": 0.5, "cue": 1.0, "goes_on": 2.0, "mixed": 1.0, "right": 2.0}


def train(cases: Sequence[Case]) -> dict[str, Model]:
    """Fit every question."""
    return {question: fit(cases, question, ridge=RIDGES[question]) for question in QUESTIONS}


def right_cases(
    row: dict[str, Any], found: Sequence[Found], noted: Sequence[tuple[str, ...]], score: ModuleType
) -> list[Case]:
    """Tell which found quotes are right end to end; what is set aside teaches nothing."""
    out: list[Case] = []
    for one, features in zip(plain(found), noted, strict=True):
        label = judged(row, one, score)
        if label is not None:
            out.append(("right", features, int(label)))
    return out


def judged(row: dict[str, Any], one: dict[str, Any], score: ModuleType) -> bool | None:
    """Tell whether one quote is right in words and speaker; None if the scorer sets it aside."""
    c = score.score_article(row, [one])
    total = c.get("d_tp", 0) + c.get("d_fp", 0) + c.get("i_tp", 0) + c.get("i_fp", 0)
    if not total:
        return None
    good = c.get("e_d_tp", 0) + c.get("e_i_tp", 0)
    return good == total and not c.get("d_fp", 0)


def noting(models: Models, notes: list[tuple[str, ...]]) -> Any:
    """Ask by models, keeping the features of the last question."""
    ask = asker(models)

    def told(question: str, span: Span, features: Iterable[str]) -> float:
        kept = tuple(features)
        if question == "right":
            notes.append(kept)
        return ask(question, span, kept)

    return told


def fold_of(ids: Sequence[str], folds: int) -> dict[str, int]:
    """Deal articles to folds in the order of their ids."""
    return {one: nth % folds for nth, one in enumerate(sorted(ids))}


def cross(
    rows: Sequence[dict[str, Any]],
    readings: dict[str, Reading],
    cases: dict[str, list[Case]],
    folds: int,
    score: ModuleType,
) -> tuple[list[dict[str, Any]], dict[str, list[Case]]]:
    """Find quotes in every article with models that did not see it."""
    dealt = fold_of([row["id"] for row in rows], folds)
    predicted: list[dict[str, Any]] = []
    rights: dict[str, list[Case]] = {}
    for fold in range(folds):
        models = train([c for i, held in cases.items() if dealt[i] != fold for c in held])
        for row in rows:
            if dealt[row["id"]] != fold:
                continue
            notes: list[tuple[str, ...]] = []
            found = judge(readings[row["id"]], noting(models, notes))
            predicted.append({"id": row["id"], "quotes": plain(found)})
            rights[row["id"]] = right_cases(row, found, notes, score)
    return predicted, rights


def calibrate(
    rows: Sequence[dict[str, Any]],
    predicted: list[dict[str, Any]],
    rights: dict[str, list[Case]],
    folds: int,
    score: ModuleType,
) -> list[tuple[float, bool]]:
    """Score every prediction by a model of rightness that did not see its article."""
    dealt = fold_of([row["id"] for row in rows], folds)
    by_id = {row["id"]: row for row in rows}
    out: list[tuple[float, bool]] = []
    for fold in range(folds):
        model = fit(
            [c for i, held in rights.items() if dealt[i] != fold for c in held],
            "right",
            ridge=RIDGES["right"],
        )
        for one in predicted:
            if dealt[one["id"]] == fold:
                for _, features, label in rights[one["id"]]:
                    out.append((model.probability(features), bool(label)))
    del by_id, score
    return out


def report(
    gold: Sequence[dict[str, Any]],
    predicted: Sequence[dict[str, Any]],
    score: ModuleType,
    name: str,
) -> None:
    """Write the figures of one set."""
    ids = {row["id"] for row in gold}
    errors: list[Any] = []
    told = score.score(gold, [p for p in predicted if p["id"] in ids], errors=errors)
    shown = {k: round(v, 3) if v is not None else None for k, v in told["scores"].items()}
    sys.stdout.write(f"== {name} ({len(gold)} articles)\n")
    for key, value in shown.items():
        sys.stdout.write(f"  {key:22} {value}\n")
    for error in errors if "--errors" in sys.argv else ():
        sys.stdout.write("\t".join(map(str, error)) + "\n")


def main() -> None:
    """Train, report, write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--show", nargs="*", default=["dev_a"])
    parser.add_argument("--train", nargs="*", default=["dev_a", "dev_a2"])
    told = parser.parse_args()
    score = scorer()
    sets = {name: score.read(BENCH / "quotes" / f"{name}.jsonl") for name in told.train}
    rows = [row for held in sets.values() for row in held]
    readings = {row["id"]: read(row["text"]) for row in rows}
    cases: dict[str, list[Case]] = {}
    for row in rows:
        teacher = Teacher(row, score)
        judge(readings[row["id"]], teacher.ask)
        cases[row["id"]] = teacher.cases
    count = Counter((q, label) for held in cases.values() for q, _, label in held)
    sys.stdout.write(f"cases {dict(count)}\n")
    predicted, rights = cross(rows, readings, cases, told.folds, score)
    for name in told.show:
        report(sets[name] if name != "all" else rows, predicted, score, name)
    pairs = calibrate(rows, predicted, rights, told.folds, score)
    sure = [good for chance, good in pairs if chance >= 0.9]
    if sure and "all" in told.show:
        sys.stdout.write(
            f"score >= .9: {len(sure)} of {len(pairs)}, right {sum(sure) / len(sure):.3f}\n"
        )
    if told.write:
        models = train(
            [c for held in cases.values() for c in held]
            + [c for held in rights.values() for c in held]
        )
        TARGET.parent.mkdir(parents=True, exist_ok=True)
        plain_models = {
            q: {"bias": m.bias, "weights": dict(sorted(m.weights.items()))}
            for q, m in models.items()
        }
        TARGET.write_text(
            json.dumps(plain_models, ensure_ascii=False, sort_keys=True, indent=0) + "\n",
            encoding="utf-8",
        )
        sys.stdout.write(f"written: {TARGET.name}, {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
