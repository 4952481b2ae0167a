"""Who wrote an article or took its picture: names out of bylines, sign-offs, captions."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TITLE = re.compile(
    r"[\u4e00-\u9fff·/]{0,20}?"
    r"(?:记者站|记者|通讯员|特约撰稿人|撰稿人|撰稿|评论员|观察员|特派员|实习生|作者|编译|编辑|摄影|撰文)"
)
_SLASH = re.compile(
    r"^(?:文|图|文图|图文|摄影|整理|撰文)\s*[/／|:：]\s*|\s*[/／]\s*(?:文|图|文图|图文|摄影|撰文)$"
)
_MARKS = re.compile(r"^[\s■□●○◆◇▲△★☆▪•＊*#—\-]+|[\s—\-]+$")
_BRACKETS = re.compile(r"^[（(【\[]\s*|\s*[）)】\]]$")
_CUTS = re.compile(r"[、，,;；]")
_HANZI = re.compile(r"[\u4e00-\u9fff]")
_DONE = re.compile(r"(?:综合|采写|摄影报道|报道|整理|文并摄|文[/／]图|图[/／]文|文|摄影|摄)$")
_DESK = re.compile(
    r"^(?:据|综合|来源|新华社|中新社|本报|人民网|央视)|(?:电|讯|报道|综合|网|报社|微信公众号)$"
)
_TAKEN = re.compile(
    r"(?:^|[。！？\s（(])([^。！？（()）]{2,24}?)\s*[/／]?\s*(?:摄影|摄)(?:\s*[/／]\s*(?:报道|文))?\s*[。）)]*\s*$"
)


@dataclass(frozen=True, slots=True)
class Authors:
    """Hold names without inner blanks, and what stands with them as printed."""

    names: tuple[str, ...] = ()
    note: str = ""


def authors_of(byline: str) -> Authors:
    """Read a byline such as ■苇川日报记者 柴令仪 岑 霁 通讯员 吕娟."""
    told = _SLASH.sub("", _MARKS.sub("", byline))
    words = [word for word in re.split(r"[\s\u3000]+", _CUTS.sub(" ", told)) if word]
    names: list[str] = []
    notes: list[str] = []
    single = ""
    for word in words:
        word = _SLASH.sub("", word)
        title = _TITLE.match(word)
        if title:
            notes.append(title[0])
            word = word[title.end() :]
        if len(word) == 1 and _HANZI.match(word) and not title:
            single += word
            if len(single) == 2:
                names.append(single)
                single = ""
            continue
        if single:
            names, single = _closed(names, single), ""
        if not word:
            continue
        (names if _is_name(word) else notes).append(word)
    names = _closed(names, single)
    return Authors(tuple(dict.fromkeys(names)), "；".join(dict.fromkeys(notes)))


def author_of_signoff(signoff: str) -> Authors:
    """Read a sign-off such as （本报记者章朔整理）; the note says 整理 where it does."""
    told = _BRACKETS.sub("", _BRACKETS.sub("", signoff.strip()))
    done = _DONE.search(told)
    read = authors_of(told[: done.start()] if done else told)
    names = tuple(name for name in read.names if not _DESK.search(name))
    notes = [read.note] if read.note else []
    if not names:
        return Authors()
    if done:
        notes.append(done[0])
    return Authors(names, "；".join(notes))


def credit_of(caption: str) -> str:
    """Return the photographer that the end of a caption names (... 记者 全亚军摄), or nothing."""
    match = _TAKEN.search(caption)
    if not match:
        return ""
    read = authors_of(match[1])
    return "；".join(read.names) or match[1].strip()


def _is_name(word: str) -> bool:
    if "·" in word or "．" in word:
        return len(word) <= 20
    return bool(re.fullmatch(r"[\u3400-\u9fff]{2,4}|[A-Za-z][A-Za-z.'-]{1,20}", word))


def _closed(names: list[str], single: str) -> list[str]:
    """Give a single hanzi left over to the name before it (a name of three printed apart)."""
    if not single:
        return names
    if names and len(names[-1]) == 2:
        return [*names[:-1], names[-1] + single]
    return [*names, single]
