"""Where personal names are seen: dots, the segmenter, the tagger, titles and verbs of speech."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, known, words
from brandtool.detect.speakers.traits import (
    DOTS,
    LONGEST,
    NO_GIVEN,
    NO_NEXT,
    SELDOM_GIVEN,
    is_foreign,
    no_names,
    surname_of,
)

_DOT = re.compile(rf"(?<=[一-鿿])[{DOTS}](?=[一-鿿])")
_BLANK = re.compile(r"\s")
_HAN = re.compile(r"[一-鿿]+")
_ADDRESSED = re.compile(r"([一-鿿]{2,3})(?=(?:先生|女士|小姐|同志|教授|院士|博士|律师|医生))")
_AHEAD = re.compile(
    r"(?:^|[。！？；，”\n]\s*)([一-鿿]{3})(?=在|对|就|向|还|则|今天|昨天|当天|近日|日前|此前|随后|\d{1,2}日)"
)
_LATER = re.compile(r"当[天日地时晚年场]")
_TIED = re.compile(r"[和与]([一-鿿]{2,3})$")
_LATE = re.compile(
    r"(?:(?:当日|当天|同一天|同日|同天|日前|近日|最近|昨日|昨天|今日|今天|明日|随即|随后|再次|多次|同时|曾经"
    r"|前一天|此前|早前|周[一二三四五六日末]|星期[一二三四五六日]|还|也|曾|则|又|就|都|如是|如此)+)$"
)
_AFTER_NAME = re.compile(r"当地|当天|当日|日前|近日|昨|今天|今日|明天|于|因|代表")
_TITLE_ENDS = frozenset("员长师者家手士官任理授席事会局院部厅司处队社校")


def dotted(text: str, tokens: Sequence[Token]) -> set[str]:
    """Find names with a dot, as far as the characters of transliteration go on either side."""
    places = {token.end: token for token in tokens}
    heads = {token.start: token for token in tokens}
    translit, titles = words("translit"), words("titles")
    begins = [token.start for token in tokens]

    def tokens_at(at: int) -> Token | None:
        nth = bisect_right(begins, at) - 1
        return tokens[nth] if nth >= 0 and tokens[nth].end > at else None

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
        start = _behind_words(text, start, dot, tokens_at)
        end = dot
        while end < len(text) and end < dot + 24 and (text[end] in translit or text[end] in DOTS):
            end += 1
        end = _whole_words(text, dot, end, heads)
        end -= next((n for n in (3, 2) if text[end - n : end] in titles), 0)
        while end > dot and (text[end - 1] in DOTS + "于因都曾" or _LATER.match(text, end - 1)):
            end -= 1
        if start < dot and end > dot + 1:
            out.add(text[start:end])
            done = end
    return out


def _behind_words(text: str, start: int, dot: int, token_at: Callable[[int], Token | None]) -> int:
    """Leave out the end of a known word before a name (副督察科里·…), keep its own begin."""
    titles = words("titles")
    if any(text[start - 1 - n : start - 1] in titles for n in (2, 3, 4)):
        return start - 1
    token = token_at(start)
    if token is None or token.start >= start or token.end >= dot or not known(token.word):
        return start
    return start if token.flag.startswith("nr") else token.end


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


def segmented(text: str, tokens: Sequence[Token]) -> set[str]:
    """Take what the segmenter calls a person, joined where it cut a name in two."""
    out: set[str] = set()
    nth = 0
    while nth < len(tokens):
        token = tokens[nth]
        nth += 1
        if not token.flag.startswith("nr") or token.word in no_names():
            continue
        name, end = token.word, token.end
        while nth < len(tokens) and tokens[nth].start == end and len(name) < LONGEST:
            more = tokens[nth]
            joins = more.flag.startswith("nr") or (
                more.flag in ("ns", "x", "zg") and not known(more.word)
            )
            if not joins or more.word in no_names():
                break
            both = name + more.word
            chinese = len(name) == 1 and surname_of(name) != "" and len(both) <= 3
            if not chinese and not is_foreign(both):
                break
            name, end = both, more.end
            nth += 1
        if len(name) == 3 and text[end : end + 1] in ("了", "着", "过") and not known(name):
            name = name[:2]
        if len(name) < 2 or name in (2 * name[0], 2 * name[:2]):
            continue
        if (is_foreign(name) and len(name) >= 2) or (
            surname_of(name) and len(name) <= 2 + len(surname_of(name)) and name[-1] not in NO_GIVEN
        ):
            out.add(name)
    return out


def tagged(text: str, persons: Iterable[Span]) -> set[str]:
    """Take what the optional tagger calls a person, where it has the shape of a name."""
    titles = words("titles")
    out: set[str] = set()
    for span in persons:
        name = text[span.start : span.end].strip(DOTS)
        if _BLANK.search(name):
            continue
        name = name[: len(name) - next((n for n in (3, 2) if name[-n:] in titles), 0)]
        surname = surname_of(name)
        chinese = surname and 0 < len(name) - len(surname) <= 2
        if chinese or (len(name) >= 2 and is_foreign(name)) or (_DOT.search(name)):
            out.add(name)
    return out


def by_title(text: str, starts: set[int], ends: set[int], cues: frozenset[int]) -> set[str]:
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
    led = _LATE.sub("", run[:stop])
    if stop and len(led) <= 6:
        run = led
        if (surname_of(run) and len(run) <= 2 + len(surname_of(run))) or is_foreign(run):
            return "" if run in no_names() else run
    surname = surname_of(run)
    if surname:
        for size in (len(surname) + 2, len(surname) + 1):
            name = run[:size]
            bounded = at + size in ends or at + size in cues or size == len(run)
            given = set(name[len(surname) :])
            whole = at in starts or size == len(surname) + 2
            if size == len(surname) + 2 and run[size : size + 1] in ("了", "着", "过"):
                continue
            bounded = bounded or (at in starts and run[size : size + 1] in NO_GIVEN)
            if (
                len(name) == size
                and bounded
                and whole
                and not _common(name)
                and not given & NO_GIVEN
            ):
                return name
    return _foreign_at(text, at)


def _foreign_at(text: str, at: int) -> str:
    """Read a transliterated name behind a title, up to a word of time or place."""
    end = at
    while end < len(text) and end - at < 7 and text[end] in words("translit"):
        end += 1
    run = text[at:end]
    late = _AFTER_NAME.search(text, at + 2, end + 2)
    if late is not None:
        run = run[: late.start() - at]
    ends = text[at + len(run) : at + len(run) + 1]
    if (
        len(run) < 3
        or known(run)
        or run in no_names()
        or not (ends in NO_NEXT or not ends.isalpha())
    ):
        return ""
    return run


def leading(text: str) -> set[str]:
    """Take a transliterated run at the begin of a clause, up to what may follow a name there."""
    out: set[str] = set()
    for match in _clause_pattern().finditer(text):
        run = match.group(1)
        if not known(run) and run not in no_names():
            out.add(run)
    return out


@cache
def _clause_pattern() -> re.Pattern[str]:
    letters = "".join(sorted(words("translit")))
    return re.compile(
        rf"(?:^|[。！？；，”\n]\s*)([{letters}]{{3,6}}?)"
        r"(?=总统|总理|首相|主席|部长|外长|元首|最高元首|国王|议长|大使|先生|女士|教授|博士"
        r"|在|对|就|向|还|则|今天|昨天|当天|同一天|同日|近日|日前|此前|随后|周[一二三四五六日]|\d{1,2}日|[（(][A-Z])"
    )


def placed(text: str, tokens: Sequence[Token]) -> set[str]:
    """Take a surname and what follows it at the begin of a clause before 在, 对 or a day."""
    heads = {token.start: token for token in tokens}
    ends = {token.end for token in tokens}
    out: set[str] = set()
    for match in _AHEAD.finditer(text):
        run, start = match.group(1), match.start(1)
        surname = surname_of(run)
        head = heads.get(start)
        own = head is not None and (head.word == run or head.word == surname)
        fits = surname and 1 <= len(run) - len(surname) <= 2 and own and match.end(1) in ends
        rest = heads.get(start + len(surname))
        flags = [token.flag for token in (head, rest) if token is not None]
        named = fits and any(flag.startswith("nr") for flag in flags)
        if named and not known(run) and not NO_GIVEN & set(run[len(surname) :]):
            out.add(run)
    return out


def addressed(text: str, tokens: Sequence[Token]) -> set[str]:
    """Take a full name before 先生, 女士 and the like, if it begins with a word."""
    starts = {token.start for token in tokens}
    out: set[str] = set()
    for match in _ADDRESSED.finditer(text):
        for size in (3, 2):
            run = match.group(1)[-size:]
            surname = surname_of(run)
            given = run[len(surname) :]
            fits = len(run) == size and surname and len(given) in (1, 2)
            begins = match.end(1) - size in starts
            if fits and begins and not known(run) and not NO_GIVEN & set(given):
                out.add(run)
                break
    return out


def parted(text: str, tokens: Sequence[Token]) -> set[str]:
    """Take a surname and a word of two behind it that begin a clause before an adverb or a verb."""
    out: set[str] = set()
    for nth in range(len(tokens) - 2):
        first, given, after = tokens[nth : nth + 3]
        if len(first.word) != 1 or not first.flag.startswith("nr") or len(given.word) != 2:
            continue
        begins = first.start == 0 or text[first.start - 1] in "。！？；，”\n"
        tied = first.end == given.start and given.end == after.start
        fits = after.flag.startswith(("t", "d", "p")) and not NO_GIVEN & set(given.word)
        if begins and tied and fits and surname_of(first.word) and given.flag[0] in "nasvzbi":
            out.add(first.word + given.word)
    return out


def _common(name: str) -> bool:
    return name in no_names() or (known(name) and len(name) == 2)


def by_cue(text: str, starts: set[int], cues: frozenset[int]) -> set[str]:
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
            if not NO_GIVEN & set(given) or (given[-1] == "为" and not NO_GIVEN & set(given[:-1])):
                out.add(run)
            elif not (NO_GIVEN - SELDOM_GIVEN) & set(given):
                seldom[run] += 1
        elif 2 <= len(run) <= 6 and is_foreign(run) and not known(run):
            out.add(run)
    out |= {name for cue in cues if (name := _titled_before(text, cue))}
    out |= {name for cue in cues if (name := _tied_before(text, starts, cue))}
    return out | {run for run, count in seldom.items() if count > 1}


def _tied_before(text: str, starts: set[int], cue: int) -> str:
    """Read the second name of a group before a verb of speech (李秀兰和王大海说)."""
    match = _TIED.search(text, max(0, cue - 4), cue)
    whole = match is not None and {match.start(), match.start() + 1} <= starts
    run = match.group(1) if match and whole else ""
    given = run[len(surname_of(run)) :]
    fits = surname_of(run) and len(given) in (1, 2) and not NO_GIVEN & set(given)
    return run if fits and not known(run) and run not in no_names() else ""


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
        if titled and not known(run) and not NO_GIVEN & set(given):
            return run
    return ""
