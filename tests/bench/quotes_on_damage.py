"""Score quotes on damaged pages: cuts, captions and displaced tails planted in labelled articles.

usage: python tests/bench/quotes_on_damage.py [--seed N] [--only KIND ...] [--errors] [SET ...]

Every article becomes a page of its own with seeded damage: `cut` breaks a paragraph in the middle
of a sentence as the end of a column does, `caption` puts a picture's caption into such a break,
`tail` moves the rest of a broken paragraph down behind later ones. The page is analysed as the
command line does it, and the quotes found are carried back to the clean article by the origin of
every character. Exits with 1 if the end-to-end figure falls below .93 of the clean one.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from train_quotes import BENCH, scorer

from brandtool.batch.analysis import analyse
from brandtool.core.document import Document

KINDS = ("cut", "caption", "tail")
FLOOR = 0.93
_STOPS = '。！？!?；;，,、：:”“」「』『"（）()《》—… \u3000\n'
_CAPTIONS = (
    "{place}湿地公园里，市民正在拍摄刚刚飞来的候鸟。 {who} 摄",
    "图为{place}老街修缮后的夜景。 本报记者 {who} 摄",
    "▲{place}的果农把刚采下的脐橙装车外运。{who}/摄",
    "图为{place}一处工地上，工人在绑扎钢筋。（{who} 供图）",
)
_PLACES = ("霞浦湾", "临溪县", "白石镇", "青禾区", "云台乡")
_NAMES = ("瞿望舒", "车晓岚", "桑立夏", "蔺之恒", "苗春禾")

Char = tuple[str, int]
"""A character of the damaged page and its offset in the clean article, -1 for planted ones."""


def damaged(
    text: str, spoken: Sequence[tuple[int, int]], source: random.Random, kinds: Sequence[str]
) -> tuple[str, list[int]]:
    """Return a page with planted damage and the origin of each of its characters.

    About every second cut falls inside what is quoted (`spoken`).
    """
    lines: list[list[Char]] = []
    at = 0
    for line in text.split("\n"):
        lines.append([(char, at + nth) for nth, char in enumerate(line)])
        at += len(line) + 1
    count = max(1, len(text) // 700)
    for kind in kinds:
        for _ in range(count if kind == "cut" else max(1, count // 2)):
            _plant(lines, spoken, source, kind)
    out: list[Char] = []
    for nth, told in enumerate(lines):
        if nth:
            out.append(("\n", -1))
        out += told
    return "".join(char for char, _ in out), [origin for _, origin in out]


def _plant(
    lines: list[list[Char]], spoken: Sequence[tuple[int, int]], source: random.Random, kind: str
) -> None:
    places = [
        (nth, at) for nth, line in enumerate(lines) if nth and len(line) >= 50
        for at in range(12, len(line) - 12) if _breaks(line, at)
    ]  # fmt: skip
    inside = [p for p in places if any(s < lines[p[0]][p[1]][1] < e for s, e in spoken)]
    if not places:
        return
    nth, at = source.choice(inside if inside and source.random() < 0.5 else places)
    line = lines[nth]
    head, tail = line[:at], line[at:]
    if kind == "cut":
        lines[nth : nth + 1] = [head, tail]
    elif kind == "caption":
        told = source.choice(_CAPTIONS).format(
            place=source.choice(_PLACES), who=source.choice(_NAMES)
        )
        lines[nth : nth + 1] = [head, [(char, -1) for char in told], tail]
    else:
        after = min(len(lines), nth + 1 + source.randint(1, 3))
        lines[nth] = head
        lines.insert(after, tail)


def _breaks(line: Sequence[Char], at: int) -> bool:
    """Tell whether a place is inside a clause of the article, not beside a mark."""
    around = [char for char, _ in line[at - 3 : at + 3]]
    whole = all(b[1] == a[1] + 1 and a[1] >= 0 for a, b in pairwise(line[at - 3 : at + 3]))
    digits = bool(re.match(r"[0-9A-Za-z]{2}", line[at - 1][0] + line[at][0]))
    return whole and not digits and not any(char in _STOPS for char in around)


def carried(quotes: Sequence[dict[str, Any]], origin: Sequence[int]) -> list[dict[str, Any]]:
    """Return quotes of a page in offsets of the clean article; planted characters fall away."""
    out: list[dict[str, Any]] = []
    for quote in quotes:
        spans = _home([tuple(span) for span in quote["content"]], origin)
        if spans:
            one = {"kind": quote["kind"], "content": spans, "speaker": quote["speaker"]}
            for role in ("cue", "mention"):
                told = [quote[role]] if quote[role] else []
                told += quote.get(f"{role}_rest", [])
                held = _home([tuple(span) for span in told], origin)
                one[role] = held[0] if held else None
            out.append(one)
    return out


def _home(spans: Sequence[tuple[int, ...]], origin: Sequence[int]) -> list[list[int]]:
    out: list[list[int]] = []
    for start, end in spans:
        for at in origin[start:end]:
            if at < 0:
                continue
            if out and out[-1][1] == at:
                out[-1][1] = at + 1
            else:
                out.append([at, at + 1])
    return out


def run(
    rows: Sequence[dict[str, Any]], score: Any, seed: int, kinds: Sequence[str]
) -> tuple[dict[str, float | None], list[Any]]:
    """Damage, analyse and score articles; no kinds: as they are."""
    predicted: list[dict[str, Any]] = []
    for row in rows:
        source = random.Random(f"{seed}/{row['id']}")
        spoken = [tuple(span) for quote in row["quotes"] for span in quote["content"]]
        text, origin = damaged(row["text"], spoken, source, kinds)
        if not kinds:
            origin = list(range(len(text)))
        record = analyse(Document(text), identifier=row["id"])
        predicted.append({"id": row["id"], "quotes": carried(record["quotes"], origin)})
    errors: list[Any] = []
    return score.score(rows, predicted, errors=errors)["scores"], errors


def main() -> None:
    """Measure clean and damaged pages and compare."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sets", nargs="*", default=["dev_a", "dev_a2"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=KINDS, default=list(KINDS))
    parser.add_argument("--errors", action="store_true")
    told = parser.parse_args()
    score = scorer()
    rows = [row for name in told.sets for row in score.read(BENCH / "quotes" / f"{name}.jsonl")]
    clean, _ = run(rows, score, told.seed, ())
    worst, errors = run(rows, score, told.seed, told.only)
    shown = ("direct_f1", "indirect_f1", "indirect_chars_f1", "end2end_direct_f1",
             "end2end_indirect_f1", "end2end_f1")  # fmt: skip
    for key in shown:
        before, after = clean[key] or 0.0, worst[key] or 0.0
        ratio = after / before if before else 0.0
        sys.stdout.write(f"{key:20} clean {before:.3f}  damaged {after:.3f}  ratio {ratio:.3f}\n")
    for error in errors if told.errors else ():
        sys.stdout.write("\t".join(map(str, error)) + "\n")
    sys.exit((worst["end2end_f1"] or 0.0) < FLOOR * (clean["end2end_f1"] or 0.0))


if __name__ == "__main__":
    main()
