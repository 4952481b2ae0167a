"""The subject of a verb of speech: which name, pronoun, description or organisation governs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, pairs, words
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.people import People

PRONOUNS = (
    "他们",
    "她们",
    "它们",
    "他",
    "她",
    "它",
    "其",
    "对方",
    "双方",
    "两人",
    "二人",
    "后者",
    "前者",
    "本人",
    "自己",
)
_PREPOSITIONS = frozenset(
    ["对", "向", "跟", "给", "就", "针对", "面对", "关于", "对于", "把", "被", "为", "以", "在", "当", "谈到", "谈及", "与", "从", "于", "围绕", "随着", "根据", "按照", "经", "因", "由于", "为了", "关注", "得知", "听到", "看到", "说起", "接受", "回忆起", "谈起", "作为", "当着"]
)
_CLOSERS = re.compile(
    r"(?:时|中|上|后|之际|期间|前|里|下|之后|之前|的时候)(?=[，,]|$|[^，]{0,12}$)"
)
_MEET = re.compile(r"时|中|上|后|之际|期间|前|里")
_NOUNS = (
    "n",
    "vn",
    "an",
    "a",
    "b",
    "j",
    "m",
    "q",
    "r",
    "l",
    "eng",
    "z",
    "s",
    "f",
    "i",
    "ng",
    "x",
    "k",
)
_SOME = frozenset(["不少", "很多", "许多", "有", "另有", "有些", "一些", "多数", "大多数", "所有", "几个", "几位", "更多", "的"])
_QUANTITY = re.compile(
    r"(?:另|又|第)?[一两三几多数]?(?:一|二|三|两|几|多|数)(?:位|名|个)|这位|那位|该"
)
_ENDINGS = ("人士", "人员", "负责人", "发言人", "者", "们", "家", "员", "师", "长", "人")


@dataclass(frozen=True, slots=True)
class Scene:
    """Hold what subjects are looked for in: text, words, personal names."""

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    places: tuple[int, ...]
    people: People

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], people: People) -> Scene:
        """Index an article's words and names."""
        return cls(
            text,
            tuple(tokens),
            tuple(token.start for token in tokens),
            people.mentions,
            tuple(mention.span.start for mention in people.mentions),
            people,
        )

    def words_in(self, span: Span) -> tuple[Token, ...]:
        """Return the words that begin in a span."""
        return self.tokens[
            bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)
        ]

    def names_in(self, span: Span) -> tuple[Mention, ...]:
        """Return the personal names that stand in a span."""
        first, last = bisect_left(self.places, span.start), bisect_left(self.places, span.end)
        return tuple(m for m in self.mentions[first:last] if m.span.end <= span.end)

    def start_of(self, start: int, end: int) -> int:
        """Return where the description begins whose last word is the one that ends at an offset."""
        nth = bisect_left(self.starts, start)
        while nth < len(self.tokens) and self.tokens[nth].end < end:
            nth += 1
        if nth >= len(self.tokens) or self.tokens[nth].end != end:
            return start
        line = self.text.rfind("\n", 0, start) + 1
        return _left_of(self, Span(line, end), self.tokens[nth])


def subject(scene: Scene, region: Span, *, opinion: bool = False) -> tuple[Mention, ...]:
    """Return what governs a verb that stands at the end of a region, one mention or the members of a group.

    The region runs from the begin of the sentence to the verb; the nearest clause with a source wins. `opinion`: the
    verb is that of 在…看来, whose preposition does not part the source from the verb. Empty if there is none.
    """
    text = scene.text
    start, end = region
    cuts = [m.end() for m in re.finditer(r"[，,；;：:。！？）)”]", text[start:end])]
    bounds = [start, *(start + cut for cut in cuts), end]
    for first, last in reversed(list(zip(bounds, bounds[1:], strict=False))):
        if last - first < 1:
            continue
        found = _in_clause(scene, Span(first, last), opinion=opinion)
        if found:
            return found
    return ()


def _in_clause(scene: Scene, clause: Span, *, opinion: bool) -> tuple[Mention, ...]:
    tokens = scene.words_in(clause)
    barred = () if opinion else _barred(scene, clause, tokens)
    names = list(scene.names_in(clause))
    found: list[Mention] = list(names)
    taken = {at for mention in names for at in range(*mention.span)}
    for token in tokens:
        if token.start in taken:
            continue
        mention = _named(scene, clause, token)
        if mention is not None and not _told_by_name(scene, mention, names):
            found.append(mention)
    free = [m for m in found if not any(bar.covers(m.span) for bar in barred)]
    free = [m for m in free if not _reports(scene, m)]
    free = [m for m in free if not (_possesses(scene, m) and len(free) > 1)] or free
    free = [m for m in free if not _suffers(scene, m, free)]
    if not free:
        return ()
    free.sort(key=lambda m: (m.span.end, -m.span.start))
    return _group(scene, free)


def _told_by_name(scene: Scene, mention: Mention, names: Sequence[Mention]) -> bool:
    """Tell whether a description only stands beside a name: before it (总书记习近平) or behind it (习近平总书记)."""
    for name in names:
        if mention.span.end == name.span.start:
            return True
        between = scene.text[name.span.end : mention.span.end]
        if name.span.start >= mention.span.start and name.span.end <= mention.span.end:
            behind = (
                between in words("titles")
                or between in words("names_after")
                or between in words("people")
            )
            return behind or not between
    return False


def _group(scene: Scene, free: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the last mention, with those that 和 or 、 ties to it."""
    last = free[-1]
    group = [last]
    for mention in reversed(free[:-1]):
        between = scene.text[mention.span.end : group[0].span.start]
        tied = re.fullmatch(r"(?:和|与|及|、|以及)[^，。的]{0,12}", between)
        alike = mention.kind == last.kind or {mention.kind, last.kind} <= {"name", "address"}
        if not (tied and alike and last.kind != "pronoun"):
            break
        group.insert(0, mention)
    return tuple(group)


def _suffers(scene: Scene, mention: Mention, free: Sequence[Mention]) -> bool:
    """Tell whether a mention is the object of a verb whose subject stands before it in the clause."""
    if not any(other.span.end <= mention.span.start for other in free):
        return False
    nth = bisect_left(scene.starts, mention.span.start) - 1
    before = scene.tokens[nth] if nth >= 0 else None
    if before is None or before.end != mention.span.start:
        return False
    return before.flag in ("v", "uz", "ul", "ug", "vq") and before.word not in ("任", "是", "兼")


def _barred(scene: Scene, clause: Span, tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Return the adverbials of a clause: what a preposition opens, up to its 时 or 上 or to the verb."""
    out: list[Span] = []
    until = clause.start
    first = True
    for token in tokens:
        opens = token.word in _PREPOSITIONS and token.start >= until
        if token.word == "与" and not first:
            opens = opens and bool(_MEET.search(scene.text, token.end, clause.end))
        if opens:
            close = clause.end
            for later in tokens:
                if later.start > token.start and (
                    later.word
                    in (
                        "时",
                        "中",
                        "上",
                        "后",
                        "之际",
                        "期间",
                        "前",
                        "里",
                        "时候",
                        "下",
                        "表示",
                        "以后",
                        "之后",
                        "期间",
                    )
                    or (later.flag in ("f",) and later.word[-1] in "时中上后前里下")
                ):
                    close = later.end
                    break
            out.append(Span(token.start, close))
            until = close
        first = False
    return tuple(out)


def _possesses(scene: Scene, mention: Mention) -> bool:
    return scene.text[mention.span.end : mention.span.end + 1] == "的"


def _reports(scene: Scene, mention: Mention) -> bool:
    return mention.kind == "name" and scene.people.name(mention.text) in scene.people.reporters


def _named(scene: Scene, clause: Span, token: Token) -> Mention | None:
    """Read a pronoun, a description or an organisation that ends with a word."""
    if token.word in PRONOUNS:
        return Mention(Span(token.start, token.end), token.word, "pronoun")
    kind = _head(token)
    if not kind and token.word == "人" and _some(scene, token):
        kind = "description"
    if not kind:
        return None
    start = _left_of(scene, clause, token)
    span = Span(start, token.end)
    told = scene.text[span.start : span.end]
    return Mention(span, told, kind)


def _some(scene: Scene, token: Token) -> bool:
    nth = bisect_left(scene.starts, token.start) - 1
    before = scene.tokens[nth] if nth >= 0 else None
    return before is not None and before.end == token.start and before.word in _SOME


@cache
def _head(token: Token) -> str:
    word = token.word
    if word in words("people") or any(
        word[-size:] in words("people") for size in (4, 3, 2) if len(word) > size
    ):
        return "description"
    if len(word) >= 3 and word.endswith(_ENDINGS) and token.flag.startswith("n"):
        return "description"
    kinds = pairs("organisations")
    for size in (4, 3, 2):
        if word[-size:] in kinds and len(word) >= size:
            return {"org": "organisation", "meet": "meeting"}.get(
                kinds[word[-size:]], kinds[word[-size:]]
            )
    if word[-1:] in kinds and len(word) >= 3 and token.flag.startswith("n"):
        return "organisation"
    return ""


def _left_of(scene: Scene, clause: Span, token: Token) -> int:
    """Return where a description begins: over the words that can describe, not over verbs and prepositions."""
    nth = bisect_left(scene.starts, token.start)
    start = token.start
    while nth > 0:
        before = scene.tokens[nth - 1]
        if before.start < clause.start or before.end != start or start - before.start > 12:
            break
        if token.end - before.start > 24:
            break
        keeps = before.flag.startswith(_NOUNS) or before.word in (
            "的",
            "相关",
            "有关",
            "一位",
            "一名",
            "该",
            "这位",
        )
        if before.word == "的":
            keeps = (
                nth > 1
                and scene.tokens[nth - 2].end == before.start
                and scene.tokens[nth - 2].start >= clause.start
            )
        if before.word in PRONOUNS or before.flag in ("p", "c", "d", "t", "y"):
            keeps = before.word in ("其",) and False
        if before.flag == "v" and not keeps:
            keeps = _attributive(scene, clause, nth - 1)
        if not keeps:
            break
        start = before.start
        nth -= 1
    window = Span(max(clause.start, start - 14), start)
    counted = list(_QUANTITY.finditer(scene.text, *window))
    if counted and not re.search(
        r"[，。：；、“”（）]|在|对|向|被|把", scene.text[counted[-1].start() : start]
    ):
        return counted[-1].start()
    return start


def _attributive(scene: Scene, clause: Span, nth: int) -> bool:
    """Tell whether a verb stands before its noun as 参会嘉宾 has it: at the begin of the clause, two characters."""
    token = scene.tokens[nth]
    return token.start == clause.start and len(token.word) == 2
