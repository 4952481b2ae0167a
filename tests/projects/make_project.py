"""Make the project file of the present schema: `python make_project.py FOLDER`.

Run once for each released schema. The file and its description are then kept for ever: every
later program must open them.
"""

from __future__ import annotations

import json
import secrets
import sys
from dataclasses import asdict, replace
from pathlib import Path

from brandtool.core.decision import Decision, Label, Place, Point, Replace, Source, Typed
from brandtool.core.document import Document
from brandtool.core.span import Span
from brandtool.store import SCHEMA, Project, new_replica

TEXT = """滨海新报
海风吹过新城，渔港的灯亮 了。
记者 林小舟
海风吹过新城，渔港的灯亮了。
“今年的鱼比去年多。”船长说。
"""


def decisions(replica: str, page: Document, other: Document) -> list[list[Decision]]:
    """Return actions with every verb and every effect."""
    made: list[list[Decision]] = []
    prev, n = "", 0

    def decide(*told: dict[str, object]) -> list[Decision]:
        nonlocal prev, n
        action, out = secrets.token_hex(16), []
        for fields in told:
            n += 1
            base = Decision("", replica, n, n, action, "add", "", page.uid, page.sha256)
            out.append(
                replace(base, made_us=1_790_000_000_000_000 + n, prev=prev, **fields).sealed()
            )
            prev = out[-1].event
        made.append(out)
        return out

    copy = Source(29, 43, TEXT[29:43])
    drop = Replace(Span(29, 44), "")
    (first,) = decide(
        {
            "verb": "accept",
            "kind": "duplicate",
            "cand": "0a" * 16,
            "anchor": (copy,),
            "effects": (drop,),
        }
    )
    (typed,) = decide({"kind": "insert", "effects": (Replace(Span(0, 0), "渔港亮灯\n", "after"),)})
    decide(
        {
            "kind": "article",
            "effects": (
                Place(Typed(typed.event, 0, 4, "渔港亮灯"), Point("", 0), "article"),
                Label("role", (Typed(typed.event, 0, 4, "渔港亮灯"),), "headline"),
            ),
        },
        {"kind": "join", "effects": (Place(Source(44, 58, TEXT[44:58]), None, "run_on"),)},
    )
    decide(
        {"verb": "amend", "kind": "duplicate", "cand": "0a" * 16, "parents": (first.event,),
         "anchor": (copy,), "effects": (drop,), "note": "另一处留下"}
    )  # fmt: skip
    decide({"verb": "keep", "kind": "suspect", "cand": "0b" * 16})
    (later,) = decide({"verb": "defer", "kind": "suspect", "cand": "0c" * 16})
    decide({"verb": "retract", "targets": (later.event,)})
    person = {"doc": None, "text_sha256": None, "kind": "person"}
    decide({**person, "effects": (Label("name", (), {"name": "林小舟", "posts": []}),)})
    decide({"kind": "fix", "text_sha256": other.sha256, "effects": (Replace(Span(18, 19), ""),)})
    return made


def main(folder: Path) -> None:
    """Make the file and what is known of it."""
    page = Document(TEXT, "page.txt")
    other = Document(TEXT.replace("亮 了", "亮  了"), "page.txt", "gb18030")
    path = folder / f"schema-{SCHEMA}.brandtool"
    replica = new_replica(editor_id="lin", editor_name="林编辑", app="brandtool 0.1.0")
    made = decisions(replica.replica_id, page, other)
    with Project.create(
        path, page, raw=b"\xef\xbb\xbf" + TEXT.encode(), replica=replica
    ) as project:
        layers = {"boxes": "[[0,0,100,20]]"}
        project.add_source(page.uid, other, other.text.encode("gb18030"), layers=layers)
        for action in made:
            project.append(action, tend=False)
        told = {
            "uid": project.uid,
            "replicas": [asdict(one) for one in project.replicas()],
            "sources": [project.source(page.uid, rev)[0].sha256 for rev in (1, 2)],
            "layers": project.layers(page.uid),
            "events": [[d.event, d.verb, d.kind, d.payload] for _, d in project.all_decisions()],
            "effective": sorted(project.effective(page.uid) | project.effective(None)),
        }
    words = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    path.with_suffix(".json").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
