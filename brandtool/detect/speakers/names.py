"""Personal names of one article: what is seen as one, repaired, and every place it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, known, pairs, words
from brandtool.detect.speakers.clues import (
    addressed,
    by_cue,
    by_title,
    dotted,
    leading,
    parted,
    placed,
    segmented,
    tagged,
)
from brandtool.detect.speakers.traits import (
    DOTS,
    LONGEST,
    NO_NEXT,
    is_foreign,
    no_names,
    surname_of,
)

_HAN = re.compile(r"[一-鿿]+")
_BLANK_NAME = re.compile(r"(?<![一-鿿])?([一-鿿])[ \u3000]+([一-鿿])(?![一-鿿][ \u3000][一-鿿])")
_DATELINE = re.compile(r"(?:本报|新华社|中新社|中新网|人民网)([一-鿿]{2,6}?)[\d０-９]+月")
_LIFE = re.compile(r"(?<![一-鿿])([一-鿿]{2,4})[，,]\s?(?:男|女|[一-鿿]{1,4}族)[，,。]")
_ASSUMED = re.compile(r"[（(](?:均?为?化名|网名|艺名|笔名|小名|昵称|音译?)[）)]")
_HOUSE = re.compile(
    r"[州省市县郡国岛河湖海湾港镇城]|地区|盆地|雨林|半岛|群岛|新闻|公司|集团|银行|大学|学院|基金|电视|电台|报(?!告|道)"
    r"|医院|研究所|研究院|实验室|武装|组织|运动|人民|族|语"
)
_WORK = re.compile(r"《[^》\n]{1,30}》")


@dataclass(frozen=True, slots=True)
class Mention:
    """Name one place where a source is named, and how (name, address, pronoun ...)."""

    span: Span
    text: str
    kind: str


def find_names(
    text: str,
    tokens: Sequence[Token],
    *,
    cues: Collection[int] = (),
    known_names: Iterable[str] = (),
    persons: Iterable[Span] = (),
) -> tuple[Mention, ...]:
    """Return every occurrence of a personal name, in order and not overlapping.

    `cues` are the offsets at which verbs of speech begin: what stands between a clause's begin and
    such a verb may be a name no list knows. `persons` are the places the optional tagger calls a
    person. Linear in the text times the number of different names' first characters.
    """
    starts = {token.start for token in tokens}
    ends = {token.end for token in tokens}
    found: set[str] = {name for name in known_names if 2 <= len(name) <= LONGEST}
    found |= dotted(text, tokens)
    found |= segmented(text, tokens)
    found |= tagged(text, persons)
    found |= by_title(text, starts, ends | _loose(tokens), frozenset(cues))
    found |= by_cue(text, starts, frozenset(cues))
    found |= leading(text) | parted(text, tokens) | placed(text, tokens) | addressed(text, tokens)
    found |= {match.group(1) for match in _LIFE.finditer(text) if surname_of(match.group(1))}
    found |= _assumed(text, tokens)
    places = {match.group(1) for match in _DATELINE.finditer(text)}
    found = {name for name in found if _plausible(name) and name not in places}
    found -= _of_places(text, found, frozenset(cues)) | _led(text, found)
    found = _repaired(text, found, frozenset(cues))
    works = [Span(*match.span()) for match in _WORK.finditer(text)]
    mentions = _outside(_occurrences(text, found | _parts(found), tokens), works)
    return _with_blanks(text, mentions, frozenset(cues))


def _loose(tokens: Sequence[Token]) -> set[int]:
    """Return the offsets inside words that only the segmenter's guess holds together."""
    guessed = [t for t in tokens if len(t.word) == 2 and t.flag[:1] in "vnx" and t.word.isalpha()]
    return {token.start + 1 for token in guessed if not known(token.word)}


def _assumed(text: str, tokens: Sequence[Token]) -> set[str]:
    """Take the words before (化名), (网名) and the like: whatever they are, they name a person."""
    ends = {token.end: nth for nth, token in enumerate(tokens)}
    out: set[str] = set()
    for match in _ASSUMED.finditer(text):
        start, nth = match.start(), ends.get(match.start(), -1)
        while nth >= 0 and tokens[nth].end == start and match.start() - tokens[nth].start <= 4:
            other = start < match.start() and tokens[nth].flag in ("m", "v", "p", "c", "uj")
            if other or tokens[nth].word in no_names():
                break
            start = tokens[nth].start
            nth -= 1
        if match.start() - start >= 2:
            out.add(text[start : match.start()])
    return out


def _plausible(name: str) -> bool:
    if len(name) < 2 or len(name) > LONGEST or name in no_names():
        return False
    if any(name[-n:] in words("names_after") and len(name) - n <= 2 for n in (2, 3)):
        return False
    if len(name) > 2 and name[-2:] in pairs("organisations"):
        return False
    if len(name) > 2 and name[-1] in "村镇乡县街":
        return False
    return not name.endswith(("说", "表示", "记者"))


def _led(text: str, names: Iterable[str]) -> set[str]:
    """Return what only looks like a name because 向 or 于 stands before one (王某向李某转达)."""
    told = [name for name in names if name[0] in "向于从" and len(name) <= 3]
    titles = words("titles")
    return {
        name
        for name, places in _places(text, told).items()
        if all(
            _HAN.match(text[at - 1 : at])
            and not any(text[at - n : at] in titles for n in (2, 3, 4))
            for at in places
        )
    }


def _of_places(text: str, names: Iterable[str], cues: frozenset[int]) -> set[str]:
    """Return the transliterated names of places and houses: 亚马孙河, 福克斯新闻."""
    plain = [n for n in names if is_foreign(n) and not any(dot in n for dot in DOTS)]
    return {
        name
        for name, places in _places(text, plain).items()
        if any(_HOUSE.match(text, at + len(name)) for at in places)
        and not any(at + len(name) in cues for at in places)
    }


def _places(text: str, names: Iterable[str]) -> dict[str, list[int]]:
    """Return where each name stands, in one pass over the text."""
    index: dict[str, list[str]] = {}
    out: dict[str, list[int]] = {}
    for name in names:
        index.setdefault(name[:2], []).append(name)
        out[name] = []
    for at in range(len(text) - 1):
        for name in index.get(text[at : at + 2], ()):
            if text.startswith(name, at):
                out[name].append(at)
    return out


def _repaired(text: str, names: set[str], cues: frozenset[int]) -> set[str]:
    """Lengthen the names whose every occurrence has the same neighbour; drop overlong ones."""
    places = _places(text, names)
    cut = {name for name in names if len(name) > 2 and _overlong(name, places)}
    return {_extended(text, name, at, cues) for name, at in places.items() if name not in cut}


def _overlong(name: str, places: Mapping[str, list[int]]) -> bool:
    """Tell whether a name stands once, and without its last character oftener."""
    return len(places[name]) == 1 and len(places.get(name[:-1], ())) > 1


def _extended(text: str, name: str, places: list[int], cues: frozenset[int]) -> str:
    end = len(name)
    while len(places) >= 2 and len(name) < LONGEST:
        after = {text[at + end : at + end + 1] for at in places}
        char = next(iter(after))
        fits = len(after) == 1 and bool(_HAN.fullmatch(char)) and char not in NO_NEXT
        if not fits or any(at + end in cues for at in places):
            break
        chinese = bool(surname_of(name)) and len(name) == 2 and len(places) >= 3
        if not (is_foreign(name + char) or chinese):
            break
        name += char
        end += 1
    back = 0
    while len(places) >= 2 and len(name) < LONGEST:
        before = {text[at - back - 1 : at - back] for at in places}
        char = next(iter(before))
        if len(before) != 1 or not _HAN.fullmatch(char):
            break
        foreign = len(places) >= 3 and is_foreign(char + name)
        led = any(not text[at - back - 2 : at - back - 1].isalnum() for at in places)
        cut = len(name) == 2 and led and char not in NO_NEXT
        if not (foreign or cut):
            break
        name = char + name
        back += 1
    return name


def _parts(names: set[str]) -> set[str]:
    """Return the short forms by which dotted names go on being called."""
    out: set[str] = set()
    for name in names:
        bits = re.split(f"[{DOTS}]", name)
        if len(bits) > 1:
            out.update(bit for bit in (bits[0], bits[-1]) if len(bit) >= 2)
            out.add("·".join(bits[-2:]))
    return out


def _occurrences(text: str, names: set[str], tokens: Sequence[Token]) -> list[Mention]:
    """Mark names, 老X and 小X of their surnames, and surnames with an address."""
    starts = {token.start for token in tokens}
    barred = _inner(tokens)
    index: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        index.setdefault(name[:2], []).append(name)
    own = {surname_of(name) for name in names} - {""}
    addresses = sorted(words("names_after"), key=lambda word: (-len(word), word))
    out: list[Mention] = []
    at = 0
    while at < len(text) - 1:
        name = next((n for n in index.get(text[at : at + 2], ()) if text.startswith(n, at)), "")
        kind = "name"
        if len(name) == 2 and at in barred:
            name = ""
        if not name and text[at] in "老小" and text[at + 1] in own:
            name, kind = text[at : at + 2], "address"
        if not name and text[at] in words("surnames") and at in starts:
            size = 2 if text[at : at + 2] in words("surnames") else 1
            word = next((w for w in addresses if text.startswith(w, at + size)), "")
            if len(word) == 1 and at + size + 1 in barred:
                word = ""
            name, kind = text[at : at + size + len(word)] if word else "", "address"
        if name:
            out.append(Mention(Span(at, at + len(name)), name, kind))
            at += len(name)
        else:
            at += 1
    return out


def _inner(tokens: Sequence[Token]) -> frozenset[int]:
    """Return the offsets inside words of the dictionary: no name of two begins there."""
    return frozenset(
        at
        for token in tokens
        if len(token.word) > 1 and not token.flag.startswith("nr") and known(token.word)
        for at in range(token.start + 1, token.end)
    )


def _outside(mentions: list[Mention], works: Sequence[Span]) -> list[Mention]:
    """Drop what stands in the title of a work."""
    begins = [work.start for work in works]
    out: list[Mention] = []
    for mention in mentions:
        nth = bisect_right(begins, mention.span.start) - 1
        if nth < 0 or not works[nth].covers(mention.span):
            out.append(mention)
    return out


def _with_blanks(text: str, mentions: list[Mention], cues: frozenset[int]) -> tuple[Mention, ...]:
    """Add names of two characters set apart by a blank, as columns of equal width print them."""
    taken = {at for mention in mentions for at in range(*mention.span)}
    for match in _BLANK_NAME.finditer(text):
        name = match.group(1) + match.group(2)
        if match.group(1) not in words("surnames") or taken & set(range(*match.span())):
            continue
        before = text[max(0, match.start() - 4) : match.start()].rstrip()
        titled = any(before[-n:] in words("titles") for n in (2, 3, 4))
        if titled or match.end() in cues:
            mentions.append(Mention(Span(*match.span()), name, "name"))
    return tuple(sorted(mentions, key=lambda mention: mention.span))
