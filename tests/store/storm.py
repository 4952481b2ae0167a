"""Kill a deciding process again and again; say what it acknowledged and what is there.

Run as `python storm.py PROJECT KILLS SEED`; writes one JSON object to its output. With
BRANDTOOL_LIES set the process acknowledges before it stores, which the storm must find out.
"""

from __future__ import annotations

import json
import os
import random
import secrets
import select
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from brandtool.core.decision import Decision, Label, Source
from brandtool.core.document import Document
from brandtool.store import Project, create_project, new_replica, open_project, verify

LIES = bool(os.environ.get("BRANDTOOL_LIES"))
PAGE = Document("潮声日报\n港口昨夜起雾，渡船停航。\n", "page.txt")


def decide_for_ever(path: Path, acknowledge: int, seed: int) -> None:
    """Decide in a loop; after each action is stored, write its event ids in one piece."""
    source = random.Random(seed)
    replica = new_replica(editor_id="storm", editor_name="风暴")
    project = open_project(path, replica=replica)
    known = [decision for _, decision in project.all_decisions()][-20:]
    clock, n, prev = max((d.clock for d in known), default=0), 0, ""
    while True:
        action, made = secrets.token_hex(16), []
        for _ in range(source.choice((1, 1, 3))):
            n, clock = n + 1, clock + 1
            old = source.choice(known).event if known else None
            verb = source.choice(("add", "add", "retract")) if old else "add"
            made.append(
                Decision(
                    event="",
                    replica=replica.replica_id,
                    n=n,
                    clock=clock,
                    action=action,
                    verb=verb,
                    kind=f"action of {clock}",
                    doc=PAGE.uid,
                    text_sha256=PAGE.sha256,
                    effects=(Label("role", (Source(0, 4, "潮声日报"),), clock),),
                    targets=(old,) if old and verb == "retract" else (),
                    parents=(old,) if old and verb == "add" and source.random() < 0.5 else (),
                    prev=prev,
                ).sealed()
            )
            prev = made[-1].event
        told = b"".join(bytes.fromhex(d.event) for d in made)
        if LIES:
            os.write(acknowledge, told)
        project.append(made, tend=source.random() < 0.1)
        if not LIES:
            os.write(acknowledge, told)
        known = (known + made)[-20:]


def one_kill(path: Path, source: random.Random) -> list[str]:
    """Start a process, kill it at a random moment, return what it acknowledged."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        try:
            decide_for_ever(path, theirs, source.randrange(2**30))
        finally:
            os._exit(3)
    os.close(theirs)
    if source.random() < 0.8:
        select.select([ours], [], [], 20.0)
    time.sleep(source.random() * 0.03)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit(f"the deciding process ended by itself: {status}")
    acknowledged = b""
    while piece := os.read(ours, 65536):
        acknowledged += piece
    os.close(ours)
    return [acknowledged[at : at + 16].hex() for at in range(0, len(acknowledged), 16)]


def main(path: Path, kills: int, seed: int) -> dict[str, object]:
    """Run the storm and count."""
    source = random.Random(seed)
    create_project(path, PAGE, raw=PAGE.text.encode()).close()
    acknowledged: set[str] = set()
    lost: set[str] = set()
    journals = unsound = 0
    for number in range(kills):
        acknowledged.update(one_kill(path, source))
        journal = path.with_name(path.name + "-journal")
        journals += journal.exists() and journal.stat().st_size > 0
        if number % 20 == 19 or number == kills - 1:
            unsound += not verify(path).ok
            with Project.open(path, writable=True) as project:
                events = {d.event: d for _, d in project.all_decisions()}
            lost |= acknowledged - set(events)
    sizes = Counter(decision.action for decision in events.values())
    return {
        "kills": kills,
        "acknowledged": len(acknowledged),
        "there": len(events),
        "lost": sorted(lost),
        "unsound": unsound,
        "journals": journals,
        "halves": sum(size not in (1, 3) for size in sizes.values()),
        "ok": verify(path).ok,
    }


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
