"""Who is who in one article: short forms to full names, and the posts that stand before them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, words
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.traits import DOTS, is_foreign, surname_of

_BLANKS = re.compile(r"\s+")
_REPORTER = re.compile(
    r"(?:记者|通讯员|特派员|摄影|(?<!总)编辑|实习生|报道员|文/|图/|摄)[\s:：、]*$"
)
_KIN = re.compile(
    "(?:父亲|母亲|爸爸|妈妈|丈夫|妻子|儿子|女儿|哥哥|弟弟|姐姐|妹妹|爷爷|奶奶|家属|亲属)$"
)
_WRITES = re.compile("记者|通讯员|(?<!总)编辑|摄|电|讯")
_POST_FLAGS = tuple(["n", "a", "b", "j", "m", "q", "l", "i", "s", "eng", "k", "z", "x", "v"])
_POST_WORDS = frozenset({"特约", "名誉", "兼", "兼职", "常务", "首席", *"原前总副"})


@dataclass(frozen=True)
class People:
    """Hold the persons of an article: full names, posts, and who only reports."""

    mentions: tuple[Mention, ...] = ()
    full: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    reporters: frozenset[str] = frozenset()
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sure: frozenset[str] = frozenset()

    def name(self, told: str) -> str:
        """Return the fullest name for a name as it is told."""
        bare = _BLANKS.sub("", told)
        return self.full.get(bare, bare)

    def ranked(self) -> tuple[str, ...]:
        """Return the persons by how often they are named, reporters left out."""
        count: dict[str, int] = {}
        for mention in self.mentions:
            name = self.name(mention.text)
            if name not in self.reporters:
                count[name] = count.get(name, 0) + 1
        return tuple(sorted(count, key=lambda name: -count[name]))


def gather(
    text: str,
    mentions: Sequence[Mention],
    tokens: Sequence[Token],
    *,
    silent: Sequence[Span] = (),
    cues: Collection[int] = (),
    register: Mapping[str, str] | None = None,
    sure: Collection[str] = (),
) -> People:
    """Tie the mentions of an article together.

    `silent` are lines of headings and bylines; `sure` names that are surely persons'.
    """
    names: dict[str, int] = {}
    for mention in mentions:
        if mention.kind == "name":
            names[mention.text] = names.get(mention.text, 0) + 1
    holding: dict[str, list[str]] = {}
    for name in names:
        for pair in {name[at : at + 2] for at in range(len(name) - 1)}:
            holding.setdefault(pair, []).append(name)
    full = {name: _fullest(name, holding) for name in names}
    for mention in mentions:
        if mention.kind == "address" and mention.text not in full:
            kin = _KIN.search(text[max(0, mention.span.start - 4) : mention.span.start])
            full[mention.text] = mention.text if kin else _addressed(mention.text, names)
    full.update((alias, name) for alias, name in (register or {}).items() if alias in full)
    full = {alias: full.get(name, name) for alias, name in full.items()}
    reporters = _reporters(text, mentions, silent)
    posts: dict[str, list[str]] = {}
    called: dict[str, list[str]] = {}
    ends = {token.end: nth for nth, token in enumerate(tokens)}
    for mention in mentions:
        for post in _posts(text, mention.span.start, tokens, ends):
            held = posts.setdefault(full[mention.text], [])
            if post not in held:
                held.append(post)
        behind = _behind(text, mention.span.end)
        if behind:
            called.setdefault(full[mention.text], []).append(behind)
    return People(
        tuple(mentions),
        full,
        {name: _longest(held) for name, held in posts.items()},
        frozenset(full[name] for name in reporters),
        {n: (*posts.get(n, ()), *called.get(n, ())) for n in {*posts, *called}},
        frozenset(
            {*posts, *called, *(full[m.text] for m in mentions if m.span.end in cues)}
            | {full[name] for name in sure if name in full}
        ),
    )


def _fullest(name: str, holding: Mapping[str, Sequence[str]]) -> str:
    """Return the longest name that this one is a part, the begin or the end of."""
    best = name
    for other in holding.get(name[:2], ()):
        if len(other) <= len(best) or name not in other:
            continue
        bits = re.split(f"[{DOTS}]", other)
        dotted = len(bits) > 1 and (name in bits or other.endswith(name))
        ends = other.startswith(name) or other.endswith(name)
        if dotted or (ends and (is_foreign(other) or len(name) >= 2) and len(name) >= 2):
            best = other
    return best


def _addressed(told: str, names: Mapping[str, int]) -> str:
    """Return the one full name a form of address can mean, or the form itself."""
    surname = told[1:] if told[0] in "老小" else surname_of(told)
    fits = [name for name in names if surname and surname_of(name) == surname and len(name) > 1]
    whole = [name for name in fits if len(name) > len(surname)]
    return whole[0] if len(whole) == 1 else told


def _reporters(text: str, mentions: Sequence[Mention], silent: Sequence[Span]) -> set[str]:
    """Return the names that stand only in bylines, credits and datelines."""
    writes: set[str] = set()
    acts: set[str] = set()
    bylines = [s for s in sorted(silent) if _WRITES.search(text, s.start, s.end)]
    begins = [span.start for span in bylines]
    last_end, last_writes = -9, False
    for mention in mentions:
        start = mention.span.start
        before = text[max(0, start - 8) : start]
        told = bool(_REPORTER.search(before))
        listed = (
            last_writes and not text[last_end:start].strip(" \u3000、") and start - last_end <= 3
        )
        nth = bisect_right(begins, start) - 1
        inside = nth >= 0 and bylines[nth].covers(mention.span)
        last_writes = told or listed or inside
        last_end = mention.span.end
        (writes if last_writes else acts).add(mention.text)
    return writes - acts


def _posts(
    text: str, start: int, tokens: Sequence[Token], ends: Mapping[int, int]
) -> tuple[str, ...]:
    """Read the posts directly before a name, parted at marks of enumeration between two of them."""
    titles = words("titles")
    at = ends.get(start)
    if at is None or not _ends_with(tokens[at].word, titles):
        return ()
    out: list[str] = []
    held: list[Token] = []
    begin = start
    while at >= 0 and start - tokens[at].start <= 120:
        token = tokens[at]
        if token.end != begin:
            if text[token.end : begin] != "、" or not _ends_with(token.word, titles):
                break
            out.append(_post(held))
            held = []
        elif not _fits_post(token):
            break
        held.append(token)
        begin = token.start
        at -= 1
    out.append(_post(held))
    return tuple(post for post in reversed(out) if len(post) >= 2)


def _post(held: Sequence[Token]) -> str:
    """Join the words of a post, read backwards; verbs that lead it are not of it."""
    told = list(held)
    while len(told) > 1 and told[-1].flag[:1] in "vmqax" and told[-1].flag != "vn":
        told.pop()
    return "".join(token.word for token in reversed(told))


def _behind(text: str, end: int) -> str:
    """Return the title that stands directly behind a name (习近平总书记)."""
    titles = words("titles")
    return next((text[end : end + n] for n in (4, 3, 2) if text[end : end + n] in titles), "")


def _fits_post(token: Token) -> bool:
    if token.word in _POST_WORDS:
        return True
    if token.flag.startswith("nr") and len(token.word) > 1 and surname_of(token.word):
        return False
    return token.flag.startswith(_POST_FLAGS) and token.word not in ("是", "和", "由", "请", "任")


def _ends_with(word: str, titles: frozenset[str]) -> bool:
    return any(word[-size:] in titles for size in (2, 3, 4, 5))


def _longest(held: Sequence[str]) -> tuple[str, ...]:
    """Drop posts that are the tail of a longer one."""
    return tuple(p for p in held if not any(p != other and other.endswith(p) for other in held))
