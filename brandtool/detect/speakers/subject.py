"""The subject of a verb of speech: which name, pronoun, description or organisation governs it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, words
from brandtool.detect.speakers.describe import leading, media, named, unnamed
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.scene import Scene

_PREPOSITIONS = frozenset(
    [
        "为",
        "对",
        "向",
        "跟",
        "给",
        "就",
        "针对",
        "面对",
        "关于",
        "对于",
        "把",
        "被",
        "以",
        "在",
        "当",
        "谈到",
        "谈及",
        "与",
        "从",
        "于",
        "围绕",
        "随着",
        "根据",
        "按照",
        "经",
        "因",
        "由于",
        "为了",
        "关注",
        "得知",
        "听到",
        "看到",
        "说起",
        "接受",
        "回忆起",
        "谈起",
        "作为",
        "当着",
        "通过",
    ]
)
_CLOSING = frozenset(
    ["时", "中", "上", "后", "之际", "期间", "前", "里", "时候", "下", "表示", "以后", "之后"]
)
REACH = 300
"""Code points before a verb in which its subject is looked for."""

_CUT = re.compile(r"[，,；;：:。！？]")
_ASIDE = re.compile(r"[（(][^）)]*[）)]")
_POSTS = re.compile(r"|[、兼][^，。、；：“]{2,16}(?:[、兼][^，。、；：“]{2,16}){0,3}(?<![和与及])")
_HOME = re.compile(r"家(?![属人长庭的])|家里|家中")
_CALLED = re.compile(r"为[“「‘\"][^”」’\"]{1,20}[”」’\"]的")
_TALKS = re.compile(r"会谈|会见|会晤|通话|电话|交谈|见面|座谈|交流|对话|谈话|举行|一起")


def subject(
    scene: Scene,
    region: Span,
    *,
    opinion: bool = False,
    cued: bool = True,
    first: bool = False,
    lead: bool = False,
) -> tuple[Mention, ...]:
    """Return what governs a verb at the end of a region: a mention, or those of a group.

    The region runs from the begin of the sentence to the verb; the nearest clause with a source
    wins. `opinion`: the verb is that of 在…看来, whose preposition does not part the source from
    the verb. `lead`: a verb that begins its clause may take the noun that leads an earlier one.
    Empty if there is none.
    """
    end = region.end
    start = max(region.start, end - REACH)
    if opinion:
        return _viewer(scene, Span(start, end))
    cuts = [m.end() for m in _CUT.finditer(scene.text, start, end)]
    clauses = [Span(*pair) for pair in pairwise([start, *cuts, end]) if pair[0] < pair[1]]
    for clause in reversed(clauses):
        found = _in_clause(scene, clause, opinion=False, first=first)
        if not found and cued and clause.end == end:
            told = unnamed(scene, clause)
            found = (told,) if told is not None else ()
        if found:
            return found
    begins = cuts[-1] if cuts else start
    if not lead or begins == start or scene.text[begins:end].strip(" 并还也又则"):
        return ()
    earlier = [clause for clause in clauses if clause.end <= begins]
    told = next((m for clause in reversed(earlier) if (m := leading(scene, clause))), None)
    return (told,) if told is not None else ()


def _viewer(scene: Scene, region: Span) -> tuple[Mention, ...]:
    """Return whose view 在…看来 tells: what stands behind the last 在."""
    at = scene.text.rfind("在", region.start, region.end) + 1
    told = scene.text[at : region.end]
    if not at or _CUT.search(told):
        return ()
    found = _in_clause(scene, Span(at, region.end), opinion=True, first=False)
    if found or not 2 <= len(told) <= 12:
        return found
    return (Mention(Span(at, region.end), told, "description"),)


def _in_clause(scene: Scene, clause: Span, *, opinion: bool, first: bool) -> tuple[Mention, ...]:
    tokens = scene.words_in(clause)
    barred = [] if opinion else _barred(scene, clause, tokens)
    barred += [(Span(*match.span()), True) for match in _ASIDE.finditer(scene.text, *clause)]
    names = list(scene.names_in(clause))
    found: list[Mention] = list(names)
    taken = {at for mention in names for at in range(*mention.span)}
    told = [named(scene, clause, token) for token in tokens if token.start not in taken]
    told += [m for m in media(scene, clause) if m.span.start not in taken]
    told += [m for m in _explained(scene, clause) if m.span.start not in taken]
    found += [m for m in told if m is not None and not _told_by_name(scene, m, names)]
    free = [m for m in found if not _kept_out(scene, m, clause, barred)]
    free = [m for m in free if not _part(scene, m, told)]
    free = [m for m in free if not _reports(scene, m)]
    free = [m for m in free if not _possesses(scene, m, free)]
    if not scene.text.startswith("据", clause.start):
        free = [m for m in free if not _suffers(scene, m, free)]
    if len(free) > 1 and any(m.kind == "name" for m in free):
        free = [m for m in free if m.kind != "doc"]
    if not free:
        return ()
    free.sort(key=lambda m: (m.span.end, -m.span.start))
    return (free[0],) if first else _group(scene, free)


def _explained(scene: Scene, clause: Span) -> list[Mention]:
    """Read the short names of organisations that the article explains (以下简称)."""
    out: list[Mention] = []
    for name in scene.short:
        at = scene.text.find(name, clause.start, clause.end)
        if at >= 0:
            out.append(Mention(Span(at, at + len(name)), name, "organisation"))
    return out


def _told_by_name(scene: Scene, mention: Mention, names: Sequence[Mention]) -> bool:
    """Tell whether a description only stands before or behind a name, as its title."""
    for name in names:
        between = scene.text[mention.span.end : name.span.start]
        if mention.span.end <= name.span.start and _POSTS.fullmatch(between):
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
    """Tell whether a mention is the object of a verb whose subject stands before it."""
    if not any(other.span.end <= mention.span.start for other in free):
        return False
    lead = max(other.span.end for other in free if other.span.end <= mention.span.start)
    done = scene.words_in(Span(lead, mention.span.start))
    if mention.kind in ("meeting", "doc") and any(token.flag in ("ul", "ug") for token in done):
        return True
    nth = bisect_left(scene.starts, mention.span.start) - 1
    before = scene.tokens[nth] if nth >= 0 else None
    if before is None or before.end != mention.span.start:
        return False
    if before.word in words("titles"):
        return False
    return before.flag in ("v", "uz", "ul", "ug", "vq") and before.word not in ("任", "是", "兼")


def _barred(scene: Scene, clause: Span, tokens: Sequence[Token]) -> list[tuple[Span, bool]]:
    """Return the adverbials of a clause: from a preposition to its 时 or 上, or to the verb.

    Each comes with whether it is closed before the verb.
    """
    out: list[tuple[Span, bool]] = []
    until = clause.start
    first = True
    names = scene.names_in(clause)
    ends = {m.span.end for m in names}
    inside = {at for m in names for at in range(*m.span)}
    for token in tokens:
        opens = token.word in _PREPOSITIONS and token.start >= until
        opens = opens and token.start not in inside
        if token.word in ("与", "同") and not first:
            opens = opens and (token.start in ends or _timed(scene, token, ends))
            opens = opens and bool(_TALKS.search(scene.text, token.end, clause.end))
        if opens:
            ahead = [t.end for t in tokens if t.start > token.start and _closes(t)]
            close = ahead[0] if ahead else clause.end
            for later in ahead[1:]:
                if any(close <= m.span.start < later for m in names):
                    break
                close = later
            out.append((Span(token.start, close), bool(ahead)))
            until = close
        first = False
    return out


def _timed(scene: Scene, token: Token, ends: Collection[int]) -> bool:
    """Tell whether only a time or an adverb stands between a name and a word (X3月30日与Y通话)."""
    nth = bisect_left(scene.starts, token.start) - 1
    at = token.start
    while nth >= 0 and at - scene.tokens[nth].start <= 12 and scene.tokens[nth].end == at:
        if scene.tokens[nth].flag[:1] not in "tdma":
            return False
        at = scene.tokens[nth].start
        if at in ends:
            return True
        nth -= 1
    return False


def _part(scene: Scene, mention: Mention, told: Sequence[Mention | None]) -> bool:
    """Tell whether a source is only the begin of another one: 村委会 of 村委会主任."""
    if mention.kind == "name":
        return False
    for other in told:
        if other is not None and other.span != mention.span and other.span.covers(mention.span):
            return True
    return any(
        scene.text[mention.span.end : mention.span.end + n] in words("titles") for n in (2, 3)
    )


def _kept_out(
    scene: Scene, mention: Mention, clause: Span, barred: Sequence[tuple[Span, bool]]
) -> bool:
    """Tell whether a mention stands in an adverbial, unless that only belongs to what describes it.

    住在小区的业主 is described by 在; 对于此事她说 has 她 behind what 对于 governs.
    """
    for bar, closed in barred:
        if not bar.covers(mention.span):
            continue
        if _CALLED.fullmatch(scene.text, bar.start, mention.span.start):
            continue
        if closed or mention.span.end + 3 < clause.end:
            return True
        lead = scene.text[bar.start : mention.span.end]
        relative = (lead[0] in "在从于" and "的" in lead) or lead.startswith("接受采访的")
        apart = mention.text in ("他", "她") and mention.span.start > bar.start + 3
        if not (relative or apart):
            return True
    return False


def _closes(token: Token) -> bool:
    return token.word in _CLOSING or (token.flag == "f" and token.word[-1] in "时中上后前里下")


def _possesses(scene: Scene, mention: Mention, free: Sequence[Mention]) -> bool:
    """Tell whether a mention is the owner of what another mention names behind it."""
    after = scene.text[mention.span.end : mention.span.end + 2]
    if mention.kind in ("name", "address") and _HOME.match(after):
        return True
    return after[:1] == "的" and any(m.span.start > mention.span.end for m in free)


def _reports(scene: Scene, mention: Mention) -> bool:
    return mention.kind == "name" and scene.people.name(mention.text) in scene.people.reporters
