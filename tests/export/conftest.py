"""A small page of our own invention, and what an editor decided on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from brandtool.core.article import render
from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.claim import about
from brandtool.core.decision import (
    Decision,
    Effect,
    Label,
    Place,
    Point,
    Replace,
    Source,
    Verb,
    anchor_json,
)
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.span import Span
from brandtool.export import Sheet, sheet_of

TEXT = """河岸晚报 2025年9月16日 第3版 要闻

老街添新灯

临河老街昨晚亮灯

■河岸晚报记者 柴令 岑 霁

本报讯 昨晚，临河老街的灯亮了。“这盏灯是我

9月15日，老街亮灯。河岸晚报记者 全小满摄

爷爷挂上去的。”店主田禾说，“它一直没有灭。”

＝灯亮着＝

街坊说，路好走了。街坊说，路好走了。

小桥修好了

小桥的桥板换成了青石扳。

（河岸晚报记者章朔整理）
"""


@dataclass
class Page:
    """Make decisions on the page, as the workbench would."""

    document: Document
    ledger: Ledger
    clock: int = 0

    def at(self, words: str, nth: int = 0) -> Source:
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Source(start, start + len(words), words)

    def decide(
        self, *effects: Effect, verb: Verb = "add", replica: str = "r1", **more: object
    ) -> Decision:
        self.clock += 1
        decision = Decision(
            "", replica, self.clock, self.clock, "a" * 32, verb, "test", self.document.uid,
            self.document.sha256, effects=effects, made_us=1_758_000_000_000_000 + self.clock,
        )  # fmt: skip
        sealed = replace(decision, **more).sealed()
        self.ledger.add(sealed)
        return sealed

    def role(self, words: str, role: str) -> None:
        self.decide(Label("role", (self.at(words),), role))

    def sheet(self, **options: object) -> Sheet:
        told = {"source": "in/page.txt", "editors": {"r1": "裴砚", "r2": "岑霁"}, **options}
        return sheet_of(render(self.document, self.ledger), ledger=self.ledger, **told)


@pytest.fixture
def raw() -> Page:
    """The page before any decision."""
    return Page(Document(TEXT, "in/page.txt", raw_sha256="ab" * 32), Ledger())


@pytest.fixture
def claim(raw: Page) -> Candidate:
    """A claim that the first words in marks are a quote."""
    content = source_part(
        raw.document, "content", raw.at("这盏灯是我").span, raw.at("爷爷挂上去的。").span
    )
    cue = source_part(raw.document, "cue", raw.at("说", 0).span)
    evidence = Evidence("quote.after", {"cue": "说", "mention": "店主田禾"})
    return Candidate("quote", raw.document.sha256, (content, cue), 0.9312, evidence)


@pytest.fixture
def page(raw: Page, claim: Candidate) -> Page:
    """The page with everything decided."""
    facts = {
        "paper": "河岸晚报",
        "date": "2025-09-16",
        "issue": "",
        "page": "3",
        "page_name": "要闻",
    }
    raw.decide(Label("facts", (), facts))
    for words, role in (
        ("河岸晚报 2025", "furniture"), ("老街添新灯", "kicker"), ("临河老街昨晚亮灯", "headline"),
        ("■河岸晚报记者", "byline"), ("9月15日，老街亮灯。", "caption"), ("＝灯亮着＝", "subhead"),
        ("小桥修好了", "headline"), ("（河岸晚报记者章朔", "signoff"),
    ):  # fmt: skip
        raw.role(words, role)
    folio, caption = (
        raw.at("河岸晚报 2025年9月16日 第3版 要闻"),
        raw.at("9月15日，老街亮灯。河岸晚报记者 全小满摄"),
    )
    raw.decide(Place(folio, None, "aside"))
    raw.decide(Place(caption, None, "aside"))
    left = raw.at("这盏灯是我")
    raw.decide(Place(raw.at("爷爷挂上去的"), Point("", left.end), "run_on"))
    raw.decide(Place(raw.at("小桥修好了"), None, "article"))
    raw.decide(Replace(raw.at("街坊说，路好走了。", 1).span, ""))
    raw.decide(Label("printed", (raw.at("扳"),), {"text": "板"}))
    told = {
        "kind": "direct", "speaker": "田禾", "speaker_kind": "person", "posts": ["店主"],
        "mention": anchor_json((raw.at("店主田禾"),)),
        "cue": anchor_json((Source(said := raw.at("说，“它").start, said + 1, "说"),)),
    }  # fmt: skip
    content = (left, raw.at("爷爷挂上去的。"))
    raw.decide(
        Label("quote", content, told), about(claim), verb="accept", cand=claim.id,
        replica="r2", note="听过录音",
    )  # fmt: skip
    return raw


@pytest.fixture
def text_span(raw: Page) -> Callable[[str], Span]:
    """Return a function from words to their range."""
    return lambda words: raw.at(words).span


@pytest.fixture
def turned(page: Page) -> Page:
    """The page with a turn line behind its subhead."""
    document = Document(
        TEXT.replace("＝灯亮着＝", "＝灯亮着＝\n\n(下转第十二版)"),
        "in/page.txt",
        raw_sha256="ab" * 32,
    )
    out = Page(document, Ledger())
    for words, role in (("临河老街昨晚亮灯", "headline"), ("(下转第十二版)", "turn")):
        out.role(words, role)
    out.decide(Place(out.at("(下转第十二版)"), None, "aside"))
    out.decide(Place(out.at("小桥修好了"), None, "article"))
    return out
