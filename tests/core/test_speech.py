from __future__ import annotations

from brandtool.core.article import propose, render
from brandtool.core.candidate import Candidate, Evidence, source_part
from brandtool.core.decision import Label, Source
from brandtool.core.document import Document
from brandtool.core.fold import Ledger
from brandtool.core.quote import Quote
from brandtool.core.speech import shares
from tests.core.script import event

PAGE = Document("田禾：灯是爷爷挂上去的\n灯没有灭。田禾说，灯是爷爷挂上去的。\n")


def claim(words: str, nth: int = 0) -> Candidate:
    at = PAGE.text.index(words)
    for _ in range(nth):
        at = PAGE.text.index(words, at + 1)
    part = source_part(PAGE, "content", (at, at + len(words)))
    return Candidate(
        "quote", PAGE.sha256, (part,), 0.9, Evidence("test"),
        value={"kind": "indirect", "speaker": "田禾"},
    )  # fmt: skip


def role(name: str):
    head = Source(0, PAGE.text.index("\n"), PAGE.text[: PAGE.text.index("\n")])
    return event("e1", 1, Label("role", (head,), name), doc=PAGE.uid, text_sha256=PAGE.sha256)


def test_a_headline_that_names_its_speaker_is_never_proposed_as_a_quote():
    claims = [claim("灯是爷爷挂上去的"), claim("灯是爷爷挂上去的", 1)]
    assert len(propose(PAGE, Ledger(), claims, 0.5).quotes) == 2
    for name in ("headline", "kicker", "deck"):
        (quote,) = propose(PAGE, Ledger([role(name)]), claims, 0.5).quotes
        assert quote.content[0].start == PAGE.text.index("，灯是爷爷") + 1


def test_a_quote_the_editor_decided_stays_wherever_it_stands():
    words = claim("灯是爷爷挂上去的").parts[0].anchor
    label = Label("quote", words, {"kind": "direct", "speaker": "田禾"})
    mine = event("e2", 2, label, doc=PAGE.uid, text_sha256=PAGE.sha256)
    assert len(render(PAGE, Ledger([role("headline"), mine])).quotes) == 1


def test_a_quote_that_was_put_off_is_still_proposed():
    one = claim("灯是爷爷挂上去的", 1)
    put_off = event(
        "e3", 3, verb="defer", kind="quote", cand=one.id, doc=PAGE.uid, text_sha256=PAGE.sha256
    )
    (quote,) = propose(PAGE, Ledger([put_off]), [one], 0.5).quotes
    assert quote.state == "open"
    kept = event(
        "e4", 4, verb="keep", kind="quote", cand=one.id, doc=PAGE.uid, text_sha256=PAGE.sha256
    )
    assert propose(PAGE, Ledger([kept]), [one], 0.5).quotes == ()


def test_shares_say_who_speaks_how_much():
    def said(speaker: str | None, text: str, *posts: str) -> Quote:
        return Quote(text, "direct", (), text, speaker=speaker, posts=posts)

    told = shares(
        [said("甲", "一二。"), said(None, "长长长长长长。"), said("乙", "一二 三\n四。", "站长"),
         said("甲", "三。", "船长"), said("乙", "五。", "站长")]
    )  # fmt: skip
    assert [(one.speaker, one.characters, len(one.quotes)) for one in told] == [
        ("乙", 7, 2), ("甲", 5, 2), ("", 7, 1)
    ]  # fmt: skip
    assert told[0].posts == ("站长",)
    assert shares([]) == ()


def test_two_of_one_name_have_a_share_each():
    quotes = [Quote(p, "direct", (), "话。", speaker="王明", person=p) for p in ("p1", "p2", "p1")]
    assert [(one.person, one.characters) for one in shares(quotes)] == [("p1", 4), ("p2", 2)]
