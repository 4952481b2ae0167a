"""Write invented articles: rows with their roles, in reading order, from one half of the bank."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.pages import bank, forms, forms_wide, stories_held_out, stories_tuned, stories_unseen

STORIES: dict[str, tuple[dict[str, Any], ...]] = {
    "tuned": stories_tuned.STORIES,
    "held_out": stories_held_out.STORIES,
    "unseen": stories_unseen.STORIES,
    "wide": tuple(
        {**story, "kickers": (*story["kickers"], *forms_wide.KICKERS)}
        for story in stories_tuned.STORIES
    ),
}
STOPPED = "。！？”"


@dataclass(frozen=True)
class Row:
    """Hold one printed line or paragraph; `heading` is one number for the lines of one heading."""

    role: str
    words: str
    heading: int = 0


@dataclass
class Article:
    """Hold an article; `asides` stand on the page behind the row they are keyed by."""

    rows: list[Row] = field(default_factory=list)
    asides: dict[int, list[Row]] = field(default_factory=dict)
    lost: bool = False
    """Whether the head is not on the page."""
    wrapped: int = 0
    early: int = 0
    """How many of its last rows stand over its head."""

    def beside(self, role: str, words: str) -> None:
        """Set something that is no running text behind the last row."""
        self.asides.setdefault(len(self.rows) - 1, []).append(Row(role, words))


class Writer:
    """Write the articles and the furniture of one page; no sentence is used twice."""

    def __init__(self, half: str, source: Random) -> None:
        self.half, self.source = half, source
        self.city = source.choice(bank.CITIES[half])
        self.paper = source.choice(bank.PAPERS[half])
        self.house = source.choice(bank.HOUSES[half]).format(city=self.city)
        self.year, self.month, self.day = 2019 + source.randrange(7), source.randint(1, 12), 0
        self.day = source.randint(1, 28)
        self.headings = 0
        self.stories = source.sample(STORIES[half], len(STORIES[half]))
        self.left: dict[tuple[int, str], list[Any]] = {}

    def take(self, story: dict[str, Any], kind: str) -> Any:
        """Return one of a kind that was not used on this page, None if all were."""
        stock = self.left.get((id(story), kind))
        if stock is None:
            stock = self.source.sample(story[kind], len(story[kind]))
            self.left[id(story), kind] = stock
        return stock.pop() if stock else None

    def name(self) -> str:
        return self.source.choice(bank.SURNAMES[self.half]) + self.source.choice(
            bank.GIVEN[self.half]
        )

    def person(self) -> str:
        return f"{self.house}{self.source.choice(bank.POSTS[self.half])}{self.name()}"

    def form(self, kind: dict[str, tuple[Any, ...]]) -> Any:
        return self.source.choice(kind[self.half])

    def fill(self, form: str, /, **told: object) -> str:
        pick = self.source
        surname = pick.choice([one for one in bank.SURNAMES[self.half] if len(one) == 1])
        given = pick.choice([one for one in bank.GIVEN[self.half] if len(one) == 1])
        values: dict[str, object] = {
            "a": self.name(), "b": self.name(), "c": self.name(), "s": f"{surname} {given}",
            "city": self.city, "paper": self.paper, "house": self.house, "year": self.year,
            "month": self.month, "day": self.day, "page": pick.randint(2, 16),
            "issue": pick.randint(900, 9000), "week": pick.choice(forms.WEEK),
            "han": pick.choice(forms.HAN),
        }  # fmt: skip
        values["n"] = int(str(values["page"])[-1])
        return form.format(**(values | told))

    def heading(self, out: Article, role: str, *lines: str) -> None:
        """Add one heading of one or more lines."""
        self.headings += 1
        out.rows += [Row(role, self.fill(line), self.headings) for line in lines if line]

    def chance(self, share: float) -> bool:
        return self.source.random() < share

    def head(self, out: Article, story: dict[str, Any], **share: float) -> None:
        """Write kicker, headline, deck, summary, note and byline, each with its share."""
        kicker = self.take(story, "kickers") if self.chance(share.get("kicker", 0)) else None
        if self.chance(share.get("note", 0)):
            note = self.form(forms.NOTES).format(words=self.form(forms.NOTE_WORDS))
            out.rows += [Row("note", line) for line in note.split("\n")]
        two = self.take(story, "two") if self.chance(share.get("two", 0)) else None
        lines = list(two or (self.take(story, "heads") or self.take(story, "briefs"),))
        if kicker and self.chance(share.get("same_line", 0.15)):
            lines[0] = f"{kicker} {lines[0]}"
        elif kicker:
            self.heading(out, "kicker", kicker)
        self.heading(out, "headline", *lines)
        if self.chance(share.get("deck", 0)):
            self.heading(out, "deck", self.take(story, "decks") or "")
        below = []
        if self.chance(share.get("summary", 0)):
            words = self.take(story, "summaries")
            if words:
                told = self.fill(self.form(forms.SUMMARY_FORMS), words=words)
                below += [Row("summary", line) for line in told.split("\n")]
        if self.chance(share.get("byline", 0)):
            by = Row("byline", self.fill(self.form(forms.BYLINES)))
            below.insert(0 if self.chance(0.4) else len(below), by)
        out.rows += below
        if self.chance(share.get("dateline", 0)):
            out.rows.append(Row("dateline", self.fill(self.form(forms.DATELINES))))

    def paragraph(self, story: dict[str, Any], sentences: int) -> str:
        """Return a paragraph of sentences not used before, empty if none are left."""
        told = [self.take(story, "body") for _ in range(sentences)]
        words = "".join(self.fill(one) for one in told if one)
        if words and self.chance(0.3):
            quote = self.take(story, "quotes")
            if quote:
                who = self.person() if self.chance(0.5) else self.name()
                words = f"“{quote}。”{who}说，{words}"
        return words

    def body(self, out: Article, story: dict[str, Any], size: int, **share: float) -> None:
        """Write running text of `size` paragraphs with subheads, items and captions."""
        first = True
        form = self.form(forms.SUBHEAD_FORMS)
        for count in range(size):
            if count and self.chance(share.get("subhead", 0)):
                two = self.take(story, "sub2") if self.chance(share.get("sub_two", 0)) else None
                lines = two or (self.take(story, "subs"),)
                if lines[0]:
                    shown = lines if two else (form.format(words=lines[0]),)
                    self.heading(out, "subhead", *shown)
            words = self.paragraph(story, self.source.randint(1, 3))
            if not words:
                break
            if first and out.rows[-1].role != "dateline" and self.chance(share.get("inline", 0)):
                words = self.fill(self.form(forms.INLINE_DATELINES)) + words
            first = False
            out.rows.append(Row("body", words))
            if self.chance(share.get("caption", 0)):
                self.picture(out, story)
            if count == size // 2 and self.chance(share.get("items", 0)):
                self.items(out, story)

    def items(self, out: Article, story: dict[str, Any]) -> None:
        form = self.form(forms.ITEM_FORMS)
        lead = f"{self.name()}介绍，做法主要有三条："
        out.rows.append(Row("body", lead))
        for count in range(3):
            words = self.take(story, "items")
            if words:
                told = {"n": count + 1, "han": forms.HAN[count], "circle": forms.CIRCLES[count]}
                out.rows.append(Row("item", form.format(words=words, **told)))

    def picture(self, out: Article, story: dict[str, Any]) -> None:
        what = self.take(story, "captions")
        if what is None:
            return
        if self.chance(0.25):
            out.beside("caption", self.fill(f"{what}。"))
            out.beside("credit", self.fill(self.form(forms.CREDITS)))
        else:
            out.beside("caption", self.fill(self.form(forms.CAPTIONS), what=what))

    def talk(self, out: Article, story: dict[str, Any]) -> None:
        """Write questions and answers."""
        mark = forms.TOPIC_MARKS[self.half].format(paper=self.paper)
        who = self.name()
        answer = "答：" if mark == "问：" else f"{who}："
        for count in range(2):
            told = self.take(story, "qa")
            if told:
                out.rows.append(Row("body", mark + told[0]))
                out.rows.append(Row("body", answer + told[1]))
            if count == 0 and self.chance(0.6):
                two = self.take(story, "sub2")
                if two:
                    self.heading(out, "subhead", *two)

    def close(self, out: Article, *, signoff: float = 0.0, turn: float = 0.0) -> None:
        """Write what ends an article."""
        if self.chance(signoff):
            sign = self.fill(self.form(forms.SIGNOFFS))
            last = out.rows[-1]
            if sign.startswith("（") and self.chance(0.5):
                out.rows[-1] = Row(last.role, last.words + sign)
            else:
                out.rows.append(Row("signoff", sign))
        if self.chance(turn):
            out.beside("turn", self.fill(self.form(forms.TURNS)))
