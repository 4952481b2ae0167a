"""The practice page is what its script writes, and its truth is exact."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import subprocess
import sys
from typing import Any

import pytest

Record = dict[str, Any]

# First 12 digits of the SHA-256 of every person and institution of the user's own page.
# fmt: off
FORBIDDEN = {
    "f833bbc5a7d6", "7a1d9735e49f", "57d16e2947f7", "3dac3a21482a", "d33f242c7f75",
    "db8e68bfdfad", "d37b1517e9bd", "649d23aed431", "3bf7d3fce7d2", "909079271202",
    "238ce1e75351", "dddde3dbc2e6", "f6c0da3c5ea7", "108c7588f79e", "9b74a85a8be8",
    "babcb9b09b01", "d4648612aa70", "c60164acb989", "922d0c960d80", "38ccc93cf148",
    "12abdc6419ea", "206d02ac436b", "6f9d134abdb2", "7c4301842c8d", "92a054e84d6e",
    "19b651f582c5", "fe8de3e35af6", "19b9bcc04be7", "9822a7f518ac", "e509d2d478c0",
}
# fmt: on
PASSES = 3


@pytest.fixture(scope="module")
def gold(truth: Record) -> list[Record]:
    return [
        {"id": str(a["id"]), "text": a["clean"], "quotes": a["quotes"]} for a in truth["articles"]
    ]


def words(text: str, spans: list[list[int]]) -> str:
    return "".join(text[start:end] for start, end in spans)


# --- the files


def test_the_script_writes_these_files_byte_for_byte(root):
    command = [sys.executable, str(root / "packaging" / "make_sample.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "up to date", "")


def test_page_is_long_and_its_checksum_is_in_the_truth(text, truth):
    assert len(text) == truth["length"] >= 6500
    assert hashlib.sha256(text.encode()).hexdigest() == truth["text_sha256"]
    assert "\r" not in text and text.endswith("\n")
    assert len(truth["articles"]) == 5


def test_folio_line_carries_the_page_facts(text, truth):
    year, month, day = truth["facts"]["date"].split("-")
    folio = text.split("\n", 1)[0]
    for part in (
        truth["facts"]["paper"],
        f"{year}年{int(month)}月{int(day)}日",
        f"第{truth['facts']['issue']}期",
        f"第{truth['facts']['page']}版 {truth['facts']['page_name']}",
    ):
        assert part in folio
    assert truth["blocks"][0]["role"] == "furniture"


def test_nobody_of_the_users_page_is_on_it(text):
    bare = re.sub(r"\s", "", text)
    runs = {bare[i : i + n] for n in range(2, 6) for i in range(len(bare))}
    assert not {r for r in runs if hashlib.sha256(r.encode()).hexdigest()[:12] in FORBIDDEN}


def test_no_passage_is_taken_from_the_users_page(text, shared):
    theirs = shared("pages/forum-2024.txt").read_text(encoding="utf-8")
    runs = {theirs[i : i + 14] for i in range(len(theirs) - 13)}
    assert not [text[i : i + 14] for i in range(len(text) - 13) if text[i : i + 14] in runs]


def test_commas_are_half_width_and_full_stops_full_width(text):
    assert not {char for char in text if "\uff01" <= char <= "\uff5e"}
    assert text.count(",") > 200 and text.count("。") > 100


# --- the truth


def test_every_character_of_an_article_has_one_genuine_place(text, truth):
    for article in truth["articles"]:
        built = ["\n"] * len(article["text"])
        seen: set[int] = set()
        for start, end, owner, offset, copy, _ok in truth["origin"]:
            if owner == article["id"] and not copy:
                places = range(offset, offset + end - start)
                assert not seen & set(places)
                seen |= set(places)
                built[offset : offset + end - start] = text[start:end]
        assert "".join(built) == article["text"]


def test_every_character_of_the_page_is_accounted_for(text, truth):
    spans = [o[:2] for o in truth["origin"]] + [i["span"] for i in truth["interruptions"]]
    known = {at for start, end in spans for at in range(start, end)}
    assert all(at in known for at, char in enumerate(text) if char != "\n")


def test_copies_differ_from_the_article_only_in_their_slips(text, truth):
    slips = {at for slip in truth["slips"] for at in range(*slip["span"])}
    for start, end, article, offset, _copy, _ok in truth["origin"]:
        original = truth["articles"][article]["text"]
        for at in range(start, end):
            assert at in slips or text[at] == original[offset + at - start]


def test_blocks_are_the_lines_of_the_page(text, truth):
    lines = [[m.start(), m.end()] for m in re.finditer(r"[^\n]+", text)]
    assert [block["span"] for block in truth["blocks"]] == lines


def test_correcting_the_recognition_errors_gives_the_clean_text(truth, text):
    for article in truth["articles"]:
        places = {
            start + k: offset + k
            for start, end, owner, offset, copy, _ok in truth["origin"]
            if owner == article["id"] and not copy
            for k in range(end - start)
        }
        built = article["text"]
        for error in reversed(truth["suspects"]):
            start, end = error["span"]
            if error["kind"] == "recognition" and error["article"] == article["id"]:
                at = places[start]
                built = built[:at] + error["right"] + built[at + end - start :]
        assert built == article["clean"]


def test_quotes_read_the_same_on_the_page_and_in_the_clean_text(text, truth):
    errors = {tuple(e["span"]): e["right"] for e in truth["suspects"] if e["kind"] != "printed"}

    def corrected(spans: list[list[int]]) -> str:
        out = ""
        for start, end in spans:
            inside = [s for s in errors if start <= s[0] and s[1] <= end and errors[s] != "。”"]
            piece = text[start:end]
            for s in sorted(inside, reverse=True):
                piece = piece[: s[0] - start] + errors[s] + piece[s[1] - start :]
            out += piece
        return out

    for article in truth["articles"]:
        mine = {
            (q["kind"], corrected(q["content"]))
            for q in truth["quotes"]
            if q["article"] == article["id"]
        }
        clean = {(q["kind"], words(article["clean"], q["content"])) for q in article["quotes"]}
        assert mine == clean


def test_paragraph_ends_and_joins_exclude_each_other(truth):
    joined = {(join["left"], join["right"]) for join in truth["joins"]}
    assert not joined & {tuple(end) for end in truth["paragraph_ends"]}


def test_statement_and_posts_repeat_legitimately(text, truth):
    for repeat in truth["legit"]:
        assert len(repeat["spans"]) >= 2
        assert len({text[start:end] for start, end in repeat["spans"]}) == 1


# --- the quotes


def test_every_manner_of_quoting_occurs(truth):
    seen: set[str] = set()
    for article in truth["articles"]:
        for quote in article["quotes"]:
            kind, cue, first = quote["kind"], quote["cue"], quote["content"][0]
            seen.add(kind)
            mention = article["clean"][slice(*quote["mention"])]
            seen.add({"他": "pronoun", "她": "pronoun"}.get(mention, mention))
            if kind == "direct" and cue:
                inside = any(a[1] < cue[0] < b[0] for a, b in itertools.pairwise(quote["content"]))
                seen.add("inside" if inside else "before" if cue[0] < first[0] else "behind")
            if kind == "direct" and not cue:
                seen.add("no cue")
            if kind == "indirect" and len(quote["content"]) > 1:
                seen.add("goes on")
            seen |= {"optional"} if quote.get("opt") else set()
    assert seen >= {"direct", "indirect", "mixed", "inside", "before", "behind", "no cue"}
    assert seen >= {"goes on", "pronoun", "该负责人", "对话会", "与会专家", "optional"}


def test_direct_quotes_stand_between_marks_or_behind_a_label(truth):
    for article in truth["articles"]:
        clean, label = article["clean"], re.compile(r"^(记者|瞿敬渚|谌汝舟|亓望岑):$")
        for quote in article["quotes"]:
            for start, end in quote["content"] if quote["kind"] == "direct" else ():
                line = clean.rfind("\n", 0, start) + 1
                between = clean[start - 1] == "“" and clean[end] == "”"
                assert between or label.match(clean[line:start]) or start == line


def test_announced_points_belong_to_the_cue_that_announces_them(truth):
    article = truth["articles"][PASSES]
    points = max(article["quotes"], key=lambda quote: len(quote["content"]))
    said = words(article["clean"], points["content"])
    assert [f"{n}是把好" in said for n in "一二三四五"] == [True] * 5


# --- the scorers


def scored(script: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, script, *arguments], capture_output=True, text=True, check=True
    )
    return json.loads(done.stdout)


def test_the_truth_scores_full_marks_as_a_page(text, truth, shared, tmp_path):
    record = tmp_path / "truth.jsonl"
    page = {"id": "sample", "text": text, "truth": truth}
    record.write_text(json.dumps(page, ensure_ascii=False), encoding="utf-8")
    script = str(shared("bench/score_pages.py"))
    figures = scored(script, str(record), "--baseline", "truth", "--json")
    for name in ("dup_char", "dup_span", "dup_pair", "removal", "join_wrapped", "interruption"):
        assert figures[name]["f1"] == 1.0, name
    for name in ("keeper_of_all", "assign", "order", "exact_pages", "exact_articles"):
        assert figures[name] == 1.0, name
    assert (figures["cer"], figures["legit_hurt"]) == (0.0, 0.0)


def test_the_quotes_are_valid_gold_and_score_full_marks(gold, shared, tmp_path):
    record, result = tmp_path / "gold.jsonl", tmp_path / "result.json"
    lines = [json.dumps(article, ensure_ascii=False) for article in gold]
    record.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, str(shared("bench/score_quotes.py"))]
    subprocess.run([*command, "--validate", str(record)], check=True, capture_output=True)
    subprocess.run(
        [*command, str(record), str(record), "--json", str(result)], check=True, capture_output=True
    )
    scores = json.loads(result.read_text())["scores"]
    for name in ("direct_f1", "direct_whole_f1", "indirect_f1", "indirect_chars_f1", "end2end_f1"):
        assert scores[name] == 1.0, name
    assert scores["nonspeech_left_alone"] == 1.0
