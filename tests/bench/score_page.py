"""Score the page detector: `score_page.py SHARED [--records FOLDER]`.

SHARED is the folder with `bench/`. Judges of the shipped model write the analysis records of the
made and of the real pages; the scorers beside the pages read them. Then the claims on clean
articles are counted. The made pages were seen in training: for figures of pages not seen, run
`train_page.py --cross` and `score_pages.py` on what it writes.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from brandtool.batch.analysis import analyse
from brandtool.core.document import Document

ASKED = ("duplicate", "join", "interruption", "move")


def texts(path: Path) -> Iterator[dict[str, Any]]:
    """Read one object a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write(source: Path, target: Path) -> None:
    """Write the records of all texts of a file."""
    with target.open("w", encoding="utf-8") as out:
        for one in texts(source):
            record = analyse(Document(one["text"]), identifier=one["id"], quotes=False)
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def false_claims(folder: Path) -> Counter[str]:
    """Count what is claimed of clean articles with a score of .5 and more."""
    told: Counter[str] = Counter()
    for path in sorted(folder.glob("dev_*.jsonl")):
        for one in texts(path):
            record = analyse(Document(one["text"]), identifier=one["id"], quotes=False)
            told["texts"] += 1
            told["article"] += max(0, len(record["articles"]) - 1)
            for row in record["candidates"]:
                if row["kind"] in ASKED and row["score"] >= 0.5 and not row.get("keep"):
                    told[row["kind"]] += 1
    return told


def main() -> None:
    """Write, score, print."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("shared", type=Path)
    reader.add_argument("--records", type=Path)
    told = reader.parse_args()
    bench = told.shared / "bench"
    with tempfile.TemporaryDirectory() as scratch:
        folder = told.records or Path(scratch)
        for name, scorer in (("pages", "score_pages.py"), ("real", "score_real.py")):
            records = folder / f"{name}.jsonl"
            write(bench / name / "dev.jsonl", records)
            command = [sys.executable, str(bench / scorer), str(bench / name / "dev.jsonl")]
            subprocess.run([*command, str(records)], check=True)
    print(dict(false_claims(bench / "quotes")))


if __name__ == "__main__":
    main()
