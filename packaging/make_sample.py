"""Make the practice page and its truth from the manuscript beside this script.

The page is set as a newspaper page comes out of recognition: copies, column cuts, a displaced
paragraph, look-alike slips. Every offset of the truth is computed while the page is set.

    python packaging/make_sample.py            writes resources/sample/page.txt and truth.json
    python packaging/make_sample.py --check    says whether the files there are up to date
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import sys
from pathlib import Path

from sample_manuscript import Article, read_manuscript
from sample_page import Page, Record, interrupt, lay, repeat

HERE = Path(__file__).resolve().parent
MANUSCRIPT = HERE / "sample_manuscript.txt"
TARGET = HERE.parent / "resources" / "sample"

FACTS = {
    "paper": "苇川日报",
    "date": "2025-09-16",
    "issue": "9127",
    "page": "2",
    "page_name": "专题",
}
FOLIO = "苇川日报 2025年9月16日 星期二 第9127期 第2版 专题"
STAFF = "责任编辑:裴砚清 版式:庄未迟 校对:鲍立舟"

# What the copies before the headline of article 3 were read as; each pair has one length.
COPY_SLIPS = (("检验", "捡验"), ("开闸", "开闹"), ("老板娘", "老扳娘"))
SIGNOFF = "(苇川日报记者柴令仪整理)"
STUB_END = "加快“船改电”的同时"
# Repeats that belong where they stand: (kind, words, whether they are a statement).
LEGITIMATE = (
    (
        "sentence",
        "目前,苇江流域已经颁布渡运地方标准18项、团体标准23项,从建渡、用渡到护渡,基本有章可循。",
        True,
    ),
    ("title", "苇江渡运发展促进会理事长、内河小型船舶标准化工作组组长谌汝舟", False),
    ("title", "苇川理工学院船舶与岸线工程学院教授、苇江水情联合实验室主任亓望岑", False),
    ("slogan", "古渡新航 一江共兴", False),
)

COPIES = {
    "1": {"op": "copy", "place": "before_headline", "form": "tail_missing", "noise": "0"},
    "2": {"op": "copy", "place": "before_headline", "form": "full", "noise": "1-2%"},
    "3": {"op": "copy", "place": "after", "form": "full", "noise": "0"},
    "4": {"op": "copy", "place": "article_end", "form": "tail_missing", "noise": "0"},
}
SETTINGS = {
    "column_break": 4,
    "caption_mid": 1,
    "advert_mid": 1,
    "wrapped_article": 1,
    "turn": 1,
    "furniture": 2,
    "tail_before_headline": 1,
    "dup_before_headline": 2,
    "dup_after": 2,
    "legit_sentence": 1,
    "legit_title": 2,
    "legit_slogan": 1,
    "half_width": 1,
}


def compose(articles: list[Article]) -> Page:
    """Set the whole page; the order of these lines is the order on the page."""
    news, talk, notes, passes, brief = articles
    page = Page()
    interrupt(page, "furniture", FOLIO)
    interrupt(page, "furniture", STAFF)
    lay(page, news)
    lay(page, talk)
    repeat(page, notes, 1, first=-1, without=SIGNOFF)
    lay(page, notes, first=-1)
    lay(page, notes, last=-1)
    repeat(page, passes, 2, first=-3, slips=COPY_SLIPS)
    lay(page, passes)
    repeat(page, passes, 3, first=-3, good=True)
    repeat(page, passes, 4, first=-3, last=-2, until=STUB_END)
    lay(page, brief)
    page.text += "\n"
    return page


def put_in_order(page: Page, articles: list[Article]) -> list[list[int]]:
    """Give the genuine blocks their order; return the true paragraph ends between them."""
    joined = {(join["left"], join["right"]) for join in page.joins}
    ends: list[list[int]] = []
    for article in articles:
        mine = [b for b in page.blocks if b["article"] == article.id and b["order"] is not None]
        mine.sort(key=lambda block: block["order"])
        for number, block in enumerate(mine):
            block["order"] = number
        for left, right in itertools.pairwise(mine):
            pair = (left["span"][1], right["span"][0])
            between = page.text[pair[0] : pair[1]] if pair[0] < pair[1] else "displaced"
            if pair not in joined and not between.strip():
                ends.append([*pair])
    return ends


def duplicates(page: Page, articles: list[Article]) -> list[Record]:
    """Group the occurrences of every block that stands more than once, without what does not."""
    groups: list[Record] = []
    for article in articles:
        for block in article.blocks:
            edges = range(block.offset, block.offset + len(block.printed))
            here = [o for o in page.origin if o[2] == article.id and o[3] in edges]
            twice = max((o[3] + o[1] - o[0] for o in here if o[4]), default=0)
            if not twice:
                continue
            occurrences: list[Record] = []
            for copy in sorted({o[4] for o in here}):
                parts = [o for o in here if o[4] == copy]
                occurrences.append(
                    {
                        "spans": [[o[0], min(o[1], o[0] + twice - o[3])] for o in parts],
                        "copy": copy,
                        "keep": copy == 0,
                        "ok": bool(parts[0][5]),
                    }
                )
            cluster = f"c{len(groups)}"
            groups.append({"cluster": cluster, "article": article.id, "occurrences": occurrences})
    return groups


def source_map(page: Page, article: Article) -> list[int]:
    """Return for every printed character of an article where it stands on the page, or -1."""
    places = [-1] * len(article.printed)
    for start, end, owner, offset, copy, _ in page.origin:
        if owner == article.id and not copy:
            places[offset : offset + end - start] = range(start, end)
    return places


def on_page(places: list[int], start: int, end: int) -> list[list[int]]:
    """Return the spans of the page that hold printed characters of an article."""
    spans: list[list[int]] = []
    for place in places[start:end]:
        if spans and spans[-1][1] == place:
            spans[-1][1] = place + 1
        else:
            spans.append([place, place + 1])
    return spans


def gold_quotes(page: Page, article: Article) -> tuple[list[Record], list[Record]]:
    """Return the quotes of an article, once over the page and once over its clean text."""
    places = source_map(page, article)
    over_page: list[Record] = []
    over_clean: list[Record] = []
    for number, (kind, speaker, optional) in article.quotes.items():
        record: Record = {"kind": kind, "content": [], "cue": None, "mention": None}
        clean: Record = {"kind": kind, "content": [], "cue": None, "mention": None}
        for block in article.blocks:
            for part, owner, start, end in block.tags:
                if owner != number:
                    continue
                ranges = block.to_printed[start:end]
                first, last = block.offset + ranges[0][0], block.offset + ranges[-1][1]
                spans = on_page(places, first, last)
                inside = [block.clean_offset + start, block.clean_offset + end]
                if part == "content":
                    record["content"] += spans
                    clean["content"].append(inside)
                else:
                    record[part], *rest = spans
                    record |= {part + "_rest": rest} if rest else {}
                    clean[part] = inside
        extra = {"speaker": speaker} | ({"opt": True} if optional else {})
        over_page.append(record | extra | {"article": article.id})
        over_clean.append(clean | extra)
    for quotes in (over_page, over_clean):
        quotes.sort(key=lambda quote: quote["content"][0])
    return over_page, over_clean


def suspects(page: Page, articles: list[Article]) -> list[Record]:
    """Return the errors that stand in genuine text, with what should stand there."""
    found: list[Record] = []
    for article in articles:
        places = source_map(page, article)
        for block in article.blocks:
            for start, end, right, kind in block.errors:
                (span,) = on_page(places, block.offset + start, block.offset + end)
                found.append({"span": span, "right": right, "kind": kind, "article": article.id})
    return found


def moves(page: Page, article: Article) -> list[Record]:
    """Return the displaced last block of an article and the end of the piece it follows."""
    places = source_map(page, article)
    last, before = article.blocks[-1], article.blocks[-2]
    span = on_page(places, last.offset, last.offset + len(last.printed))
    after = places[before.offset + len(before.printed) - 1] + 1
    return [{"span": span[0], "after": after}]


def repeats(text: str) -> list[Record]:
    """Return the legitimate repeats with every place where they stand."""
    found: list[Record] = []
    for kind, words, statement in LEGITIMATE:
        spans = [[m.start(), m.end()] for m in re.finditer(re.escape(words), text)]
        found.append({"kind": kind, "spans": spans, "statement": statement})
    return found


def describe(article: Article, quotes: list[Record]) -> Record:
    """Return an article of the truth with its fields, both texts and its quotes."""
    bylines = [block.clean for block in article.blocks if block.role == "byline"]
    return {
        "id": article.id,
        "title": article.blocks[0].printed,
        "headline": article.fields["headline"],
        "kicker": article.fields.get("kicker", ""),
        "deck": article.fields.get("deck", ""),
        "byline": bylines[0] if bylines else "",
        "text": article.printed,
        "clean": article.clean,
        "alt": [article.clean],
        "quotes": quotes,
    }


def build() -> tuple[str, Record]:
    """Set the page and return its text and its truth."""
    articles = read_manuscript(MANUSCRIPT.read_text(encoding="utf-8"))
    page = compose(articles)
    ends = put_in_order(page, articles)
    quotes = [gold_quotes(page, article) for article in articles]
    legit = repeats(page.text)
    truth: Record = {
        "text_sha256": hashlib.sha256(page.text.encode()).hexdigest(),
        "length": len(page.text),
        "facts": FACTS,
        "articles": [describe(a, q[1]) for a, q in zip(articles, quotes, strict=True)],
        "origin": page.origin,
        "copies": COPIES,
        "junk": [],
        "duplicates": duplicates(page, articles),
        "joins": page.joins,
        "paragraph_ends": ends,
        "interruptions": page.interruptions,
        "blocks": page.blocks,
        "moves": moves(page, articles[2]),
        "legit": [{"kind": r["kind"], "spans": r["spans"]} for r in legit],
        "same": [{"spans": r["spans"]} for r in legit if r["statement"]],
        "suspects": suspects(page, articles),
        "slips": page.slips,
        "quotes": [quote for over_page, _ in quotes for quote in over_page],
        "settings": SETTINGS,
    }
    return page.text, truth


def as_json(truth: Record) -> str:
    """Write the truth with one record a line, so that a change can be read as one."""

    def dump(value: object) -> str:
        return json.dumps(value, ensure_ascii=False)

    lines: list[str] = []
    for key, value in truth.items():
        rows = [dump(row) for row in value] if isinstance(value, list) else []
        body = "[\n  " + ",\n  ".join(rows) + "\n ]" if rows else dump(value)
        lines.append(f" {dump(key)}: {body}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: list[str]) -> int:
    """Write both files, or with --check return 1 if they are not what would be written."""
    text, truth = build()
    files = {"page.txt": text.encode(), "truth.json": as_json(truth).encode()}
    if "--check" in arguments:
        stale = [name for name, data in files.items() if (TARGET / name).read_bytes() != data]
        print("stale: " + ", ".join(stale) if stale else "up to date")
        return int(bool(stale))
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (TARGET / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
