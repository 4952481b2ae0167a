"""Arrangements with boxes, comments, teasers, round-ups and the ends of articles over heads."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.pages import forms
from tests.pages.writing import Article, Row, Writer

Layout = Callable[[Writer], Iterator[Article]]


def teasers(w: Writer) -> Article:
    """Set a box that names what stands on other pages: no article at all."""
    out = Article()
    out.beside("furniture", "今日导读" if w.half == "unseen" else "本期要目")
    for _ in range(3):
        story = w.source.choice(w.stories)
        head = w.fill(w.take(story, "briefs") or story["briefs"][0])
        out.beside("turn", w.fill(w.source.choice(forms.TEASERS[w.half]), head=head))
    return out


def box(w: Writer) -> Article:
    """Write a small piece that goes with another, under a rubric."""
    rubric, head = w.source.choice(forms.BOXES[w.half])
    return small(w, rubric, head, w.source.choice(forms.BOX_WORDS[w.half]))


def comment(w: Writer) -> Article:
    """Write a comment under a rubric, signed by name at its end or under its headline."""
    rubric, head = w.source.choice(forms.COMMENTS[w.half])
    words = w.source.sample(forms.COMMENT_WORDS[w.half], 2)
    if w.chance(0.5):
        return small(w, rubric, head, *words, byline=w.name())
    return small(w, rubric, head, *words, signoff=w.fill("（{a}）"))


def small(
    w: Writer, rubric: str, head: str, *words: str, byline: str = "", signoff: str = ""
) -> Article:
    """Write a short piece under a rubric."""
    out = Article()
    w.heading(out, "kicker", rubric)
    w.heading(out, "headline", head)
    if byline:
        out.rows.append(Row("byline", byline))
    out.rows += [Row("body", one) for one in words]
    if signoff:
        out.rows.append(Row("signoff", signoff))
    return out


def roundup(w: Writer) -> Article:
    """Write a round-up of short news under one rubric, each item with its own mark."""
    out = Article()
    w.heading(out, "headline", w.source.choice(forms.ROUNDUPS[w.half]))
    mark = w.source.choice(("●", "■", "◆", "▲"))
    for story in w.source.sample(w.stories, min(4, len(w.stories))):
        words = w.paragraph(story, 1)
        if words:
            out.rows.append(Row("item", mark + words))
    return out


def picture_news(w: Writer) -> Article:
    """Write a picture with its headline and its story."""
    out, story = Article(), w.source.choice(w.stories)
    w.heading(out, "kicker", w.source.choice(forms.PHOTO_RUBRICS[w.half]))
    w.heading(out, "headline", w.take(story, "briefs") or story["briefs"][-1])
    words = w.paragraph(story, 2)
    out.rows.append(Row("body", w.fill("{month}月{day}日，") + words))
    out.rows.append(Row("signoff", w.fill("（本报记者 {a} 摄影报道）")))
    return out


def party_front(w: Writer) -> Iterator[Article]:
    """Teasers, a lead with two decks, a comment, short news without bylines."""
    yield teasers(w)
    out, story = Article(), w.stories.pop()
    w.head(out, story, kicker=0.9, two=0.4, deck=0.9, byline=0.6)
    if w.chance(0.5):
        deck = w.take(story, "decks")
        at = next(k for k, row in enumerate(out.rows) if row.role == "headline")
        while out.rows[at].role in ("headline", "deck"):
            at += 1
            if at == len(out.rows):
                break
        if deck:
            w.headings += 1
            out.rows.insert(at, Row("deck", w.fill(deck), w.headings))
    w.body(out, story, 4, inline=0.7, subhead=0.2, caption=0.3)
    w.close(out, turn=0.7)
    yield out
    yield comment(w)
    yield from short_news(w, 4)


def short_news(w: Writer, count: int) -> Iterator[Article]:
    """Write short articles under one headline of one line; hardly one has a byline."""
    for number in range(count):
        out, story = Article(), w.stories[number % len(w.stories)]
        w.heading(out, "headline", w.take(story, "briefs") or w.take(story, "heads") or "短讯一则")
        w.body(out, story, 1 + w.chance(0.25), inline=0.6)
        if out.rows[-1].role == "body":
            w.close(out, signoff=0.3)
            yield out


def evening(w: Writer) -> Iterator[Article]:
    """A paper of the town: who wrote an article stands at its end, boxes stand beside it."""
    for _ in range(3):
        out, story = Article(), w.stories.pop()
        w.head(out, story, kicker=0.7, two=0.4, deck=0.5)
        w.body(out, story, w.source.randint(2, 4), subhead=0.3, caption=0.4, items=0.2, inline=0.3)
        out.rows.append(Row("signoff", w.fill(w.source.choice(forms.SIGNOFFS[w.half]))))
        yield out
        if w.chance(0.5):
            yield box(w)
    yield picture_news(w)


def abroad(w: Writer) -> Iterator[Article]:
    """News from agencies: no bylines, a source in brackets at the head of the text."""
    for _ in range(3):
        out, story = Article(), w.stories.pop()
        w.head(out, story, kicker=0.2, two=0.5, deck=0.2, summary=0.2)
        source = w.fill(
            w.source.choice(
                ("【{paper}{month}月{day}日文章】题：", "【美联社{city}{month}月{day}日电】题：")
            )
        )
        head = w.take(story, "heads") or "一则外电"
        author = w.fill("（作者 {a}）") if w.chance(0.5) else ""
        out.rows.append(Row("dateline", source + w.fill(head) + author))
        w.body(out, story, 3, subhead=0.25)
        w.close(out, signoff=0.5)
        yield out
    yield roundup(w)


def weekly(w: Writer) -> Iterator[Article]:
    """One long story of a weekly paper with all it may have, a comment and a box."""
    out, story = Article(), w.stories.pop()
    w.head(out, story, kicker=0.4, two=0.4, deck=0.5, summary=0.9, byline=1, note=0.3)
    w.body(out, story, 7, subhead=0.55, sub_two=0.3, items=0.4, caption=0.4)
    w.close(out, signoff=0.2)
    yield out
    yield comment(w)
    yield from torn(w, 2)


def torn(w: Writer, count: int = 3) -> Iterator[Article]:
    """Write articles of which the end may stand at the head of a column, over its headline."""
    for _ in range(count):
        out, story = Article(), w.stories.pop()
        w.head(out, story, kicker=0.3, two=0.4, deck=0.3, byline=0.7)
        w.body(out, story, 4, subhead=0.15, inline=0.3)
        w.close(out, signoff=0.4)
        if w.chance(0.6) and len(out.rows) > 4:
            out.early = 1 if w.chance(0.6) else 2
        yield out


def question_time(w: Writer) -> Iterator[Article]:
    """One conversation under a note, short news, a round-up."""
    out, story = Article(), w.stories.pop()
    w.head(out, story, note=0.6, kicker=0.4, deck=0.6, byline=0.9, summary=0.2)
    w.talk(out, story)
    w.body(out, story, 2, subhead=0.4)
    w.close(out, signoff=0.4)
    yield out
    yield from short_news(w, 3)
    yield roundup(w)


def narrow(w: Writer) -> Iterator[Article]:
    """Write articles set line by line of a narrow column."""
    for out in torn(w, 3):
        out.early, out.wrapped = 0, w.source.randint(11, 19)
        yield out


LAYOUTS: tuple[Layout, ...] = (
    party_front, evening, abroad, weekly, torn, question_time, narrow,
)  # fmt: skip
