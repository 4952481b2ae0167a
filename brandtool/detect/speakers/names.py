"""Personal names: the segmenter's, those beside titles and verbs of speech, repaired."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, known, words

DOTS = "·•・‧∙⋅．"
"""What stands between the parts of a foreign or minority name."""

_DOT = re.compile(rf"(?<=[一-鿿])[{DOTS}](?=[一-鿿])")
_HAN = re.compile(r"[一-鿿]+")
_BLANK_NAME = re.compile(r"(?<![一-鿿])?([一-鿿])[ \u3000]+([一-鿿])(?![一-鿿][ \u3000][一-鿿])")
_SELDOM_GIVEN = frozenset("于上下中前后里外时日月年长有和")
_NO_GIVEN = _SELDOM_GIVEN - {"长", "有"} | frozenset(
    "的了在是与对向就将也还都已曾正又则却只便仍姓说称问答讲及或等从到把被让给为以者们"
)
_NO_NEXT = _NO_GIVEN | frozenset(
    "一不这那其他她它则便却才再并而但先今昨当有没要能会可总本该各每某主副介强指告表认宣提透"
)
_LATE = re.compile(
    r"(?:(?:当日|当天|日前|近日|昨日|昨天|今日|今天|明日|随即|随后|再次|多次|同时|曾经|此前|早前|还|也|曾|则|又|就|都)+)$"
)
_DATELINE = re.compile(r"(?:本报|新华社|中新社|中新网|人民网)([一-鿿]{2,6}?)[\d０-９]+月")
_AFTER_NAME = re.compile(r"当地|当天|当日|日前|近日|昨|今天|今日|明天|于|因|代表")
_LIFE = re.compile(r"(?<![一-鿿])([一-鿿]{2,4})[，,]\s?(?:男|女|[一-鿿]{1,4}族)[，,。]")
_WORK = re.compile(r"《[^》\n]{1,30}》")
_TITLE_ENDS = frozenset("员长师者家手士官任理授席事")
LONGEST = 12
"""Code points of the longest name looked for."""


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
) -> tuple[Mention, ...]:
    """Return every occurrence of a personal name, in order and not overlapping.

    `cues` are the offsets at which verbs of speech begin: what stands between a clause's begin and
    such a verb may be a name no list knows. Linear in the text times the number of different
    names' first characters.
    """
    starts = {token.start for token in tokens}
    ends = {token.end for token in tokens}
    found: set[str] = {name for name in known_names if 2 <= len(name) <= LONGEST}
    found |= _dotted(text, tokens)
    found |= _tagged(text, tokens)
    found |= _by_title(text, starts, ends, frozenset(cues))
    found |= _by_cue(text, frozenset(cues))
    found |= {match.group(1) for match in _LIFE.finditer(text) if surname_of(match.group(1))}
    places = {match.group(1) for match in _DATELINE.finditer(text)}
    found = {name for name in found if _plausible(name) and name not in places}
    found = _repaired(text, found, frozenset(cues))
    works = [Span(*match.span()) for match in _WORK.finditer(text)]
    mentions = _outside(_occurrences(text, found | _parts(found), starts), works)
    return _with_blanks(text, mentions, frozenset(cues))


def is_foreign(name: str) -> bool:
    """Tell whether a name is written with the characters of transliteration alone."""
    letters = [char for char in name if char not in DOTS]
    return bool(letters) and all(char in _translit() for char in letters)


def surname_of(name: str) -> str:
    """Return the Chinese surname a name begins with, or an empty string."""
    if name[:3] in _surnames() and len(name) > 3:
        return name[:3]
    if name[:2] in _surnames() and len(name) > 2:
        return name[:2]
    return name[0] if name and name[0] in _surnames() else ""


@cache
def _surnames() -> frozenset[str]:
    return words("surnames")


@cache
def _translit() -> frozenset[str]:
    return words("translit")


@cache
def _no_names() -> frozenset[str]:
    return words("not_names") | words("titles") | words("people")


@cache
def _title_ends() -> frozenset[str]:
    return words("titles")


def _plausible(name: str) -> bool:
    if len(name) < 2 or len(name) > LONGEST or name in _no_names():
        return False
    if any(name[-n:] in words("names_after") and len(name) - n <= 2 for n in (2, 3)):
        return False
    return not name.endswith(("说", "表示", "记者"))


def _dotted(text: str, tokens: Sequence[Token]) -> set[str]:
    """Find names with a dot, as far as the characters of transliteration go on either side."""
    places = {token.end: token for token in tokens}
    heads = {token.start: token for token in tokens}
    translit, titles = _translit(), _title_ends()
    out: set[str] = set()
    done = 0
    for match in _DOT.finditer(text):
        dot = match.start()
        if dot < done:
            continue
        start = dot
        while start > max(done, dot - 8):
            token = places.get(start)
            if text[start - 1] not in translit and not (token and token.flag.startswith("nr")):
                break
            if token and len(token.word) > 1 and (start < dot and _is_word(token, titles)):
                break
            start -= 1
        for cut in range(start + 1, dot):
            if any(text[cut - n : cut] in titles for n in (2, 3, 4)):
                start = cut
        end = dot
        while end < len(text) and end < dot + 24 and (text[end] in translit or text[end] in DOTS):
            end += 1
        end = _whole_words(text, dot, end, heads)
        end -= next((n for n in (3, 2) if text[end - n : end] in titles), 0)
        while end > dot and text[end - 1] in DOTS + "于当因都":
            end -= 1
        if start < dot and end > dot + 1:
            out.add(text[start:end])
            done = end
    return out


def _whole_words(text: str, dot: int, end: int, heads: Mapping[int, Token]) -> int:
    """Draw back from a known word that begins inside a name and goes on behind it."""
    for at in range(end - 1, max(dot + 1, end - 3), -1):
        token = heads.get(at)
        if (
            token is not None
            and token.end > end
            and not token.flag.startswith("nr")
            and known(token.word)
        ):
            return at
    return end


def _is_word(token: Token, titles: frozenset[str]) -> bool:
    return token.word in titles or (token.flag in ("ns", "nt", "n") and known(token.word))


def _tagged(text: str, tokens: Sequence[Token]) -> set[str]:
    """Take what the segmenter calls a person, joined where it cut a name in two."""
    out: set[str] = set()
    nth = 0
    while nth < len(tokens):
        token = tokens[nth]
        nth += 1
        if not token.flag.startswith("nr") or token.word in _no_names():
            continue
        name, end = token.word, token.end
        while nth < len(tokens) and tokens[nth].start == end and len(name) < LONGEST:
            more = tokens[nth]
            joins = more.flag.startswith("nr") or (
                more.flag in ("ns", "x", "zg") and not known(more.word)
            )
            if not joins or more.word in _no_names():
                break
            both = name + more.word
            chinese = len(name) == 1 and surname_of(name) != "" and len(both) <= 3
            if not chinese and not is_foreign(both):
                break
            name, end = both, more.end
            nth += 1
        if len(name) < 2:
            continue
        if (is_foreign(name) and len(name) >= 2) or (
            surname_of(name)
            and len(name) <= 2 + len(surname_of(name))
            and name[-1] not in _NO_GIVEN
        ):
            out.add(name)
    return out


def _by_title(text: str, starts: set[int], ends: set[int], cues: frozenset[int]) -> set[str]:
    """Take the characters behind a title that end with a word or before a verb of speech."""
    out: set[str] = set()
    for match in _titles_pattern().finditer(text):
        name = _name_at(text, match.end(), starts, ends, cues)
        if name:
            out.add(name)
    return out


@cache
def _titles_pattern() -> re.Pattern[str]:
    titles = sorted(
        words("titles") | {w for w in words("people") if len(w) > 1},
        key=lambda word: (-len(word), word),
    )
    return re.compile("|".join(map(re.escape, titles)))


def _name_at(text: str, at: int, starts: set[int], ends: set[int], cues: frozenset[int]) -> str:
    match = _HAN.match(text, at, min(len(text), at + 8))
    if not match:
        return ""
    run = match.group()
    stop = next((n for n in range(2, len(run) + 1) if at + n in cues), 0)
    if stop and stop <= 6:
        run = _LATE.sub("", run[:stop])
        if (surname_of(run) and len(run) <= 2 + len(surname_of(run))) or is_foreign(run):
            return "" if run in _no_names() else run
    surname = surname_of(run)
    if surname:
        for size in (len(surname) + 2, len(surname) + 1):
            name = run[:size]
            bounded = at + size in ends or at + size in cues or size == len(run)
            given = set(name[len(surname) :])
            whole = at in starts or size == len(surname) + 2
            bounded = bounded or (at in starts and run[size : size + 1] in _NO_GIVEN)
            if (
                len(name) == size
                and bounded
                and whole
                and not _common(name)
                and not given & _NO_GIVEN
            ):
                return name
    return _foreign_at(text, at)


def _foreign_at(text: str, at: int) -> str:
    """Read a transliterated name behind a title, up to a word of time or place."""
    end = at
    while end < len(text) and end - at < 7 and text[end] in _translit():
        end += 1
    run = text[at:end]
    late = _AFTER_NAME.search(text, at + 2, end + 2)
    if late is not None:
        run = run[: late.start() - at]
    ends = text[at + len(run) : at + len(run) + 1]
    if (
        len(run) < 3
        or known(run)
        or run in _no_names()
        or not (ends in _NO_NEXT or not ends.isalpha())
    ):
        return ""
    return run


def _common(name: str) -> bool:
    return name in _no_names() or (known(name) and len(name) == 2)


def _by_cue(text: str, cues: frozenset[int]) -> set[str]:
    """Take what stands alone between a clause's begin and a verb of speech, if it can be a name."""
    out: set[str] = set()
    seldom: Counter[str] = Counter()
    for cue in cues:
        start = cue
        while start > max(0, cue - 6) and "一" <= text[start - 1] <= "鿿":
            start -= 1
        if start > 0 and text[start - 1] not in '，。！？；：”」』\n、…,.!?;:"':
            continue
        run = _LATE.sub("", text[start:cue])
        surname = surname_of(run)
        given = run[len(surname) :]
        if surname and 0 < len(given) <= 2 and not known(run):
            if not _NO_GIVEN & set(given):
                out.add(run)
            elif not (_NO_GIVEN - _SELDOM_GIVEN) & set(given):
                seldom[run] += 1
        elif 2 <= len(run) <= 6 and is_foreign(run) and not known(run):
            out.add(run)
    out |= {name for cue in cues if (name := _titled_before(text, cue))}
    return out | {run for run, count in seldom.items() if count > 1}


def _titled_before(text: str, cue: int) -> str:
    """Read a name between the last character of a title no list knows and a verb of speech."""
    for size in (3, 2):
        run = text[max(0, cue - size) : cue]
        before = text[max(0, cue - size - 1) : max(0, cue - size)]
        surname = surname_of(run)
        given = run[len(surname) :]
        titled = (
            before != ""
            and run.isalpha()
            and before in _TITLE_ENDS
            and surname
            and len(given) in (1, 2)
        )
        if titled and not known(run) and not _NO_GIVEN & set(given):
            return run
    return ""


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
        fits = len(after) == 1 and bool(_HAN.fullmatch(char)) and char not in _NO_NEXT
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
        cut = len(name) == 2 and led and char not in _NO_NEXT
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


def _occurrences(text: str, names: set[str], starts: set[int]) -> list[Mention]:
    """Mark names, 老X and 小X of their surnames, and surnames with an address."""
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
        if not name and text[at] in "老小" and text[at + 1] in own:
            name, kind = text[at : at + 2], "address"
        if not name and text[at] in _surnames() and at in starts:
            size = 2 if text[at : at + 2] in _surnames() else 1
            word = next((w for w in addresses if text.startswith(w, at + size)), "")
            name, kind = text[at : at + size + len(word)] if word else "", "address"
        if name:
            out.append(Mention(Span(at, at + len(name)), name, kind))
            at += len(name)
        else:
            at += 1
    return out


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
        if match.group(1) not in _surnames() or taken & set(range(*match.span())):
            continue
        before = text[max(0, match.start() - 4) : match.start()].rstrip()
        titled = any(before[-n:] in _title_ends() for n in (2, 3, 4))
        if titled or match.end() in cues:
            mentions.append(Mention(Span(*match.span()), name, "name"))
    return tuple(sorted(mentions, key=lambda mention: mention.span))
