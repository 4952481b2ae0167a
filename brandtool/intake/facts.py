"""What the file's name and the first lines of a text tell of the printed page."""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import PurePath

from brandtool.core.document import Document
from brandtool.core.facts import PageFacts

_LINES, _LONGEST, _LEFT_OVER = 8, 90, 14
_NUMERALS = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "O": 0}
_HAN = "〇○零一二三四五六七八九十"
_DATE = re.compile(r"((?:19|20)\d\d)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})(?!\d)\s*日?")
_DATE_HAN = re.compile(
    rf"([一二][{_HAN}O]{{3}})\s*年\s*([{_HAN}]{{1,2}})\s*月\s*([{_HAN}]{{1,3}})\s*日"
)
_DATE_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.年]?(0?[1-9]|1[0-2])[-_.月]?(3[01]|[12]\d|0?[1-9])(?!\d)日?"
)
_DATE_SOLID = re.compile(r"(?<!\d)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
_WEEKDAY = re.compile(r"(?:星期|礼拜)[一二三四五六日天]|(?<![\u4e00-\u9fff])周[一二三四五六日]")
_LUNAR = re.compile(
    r"(?:农历|夏历)?\s*[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年"
    r"(?:\s*闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|二十|三十|卅)?[一二三四五六七八九十]?)?"
    r"|农历闰?[正一二三四五六七八九十冬腊]{1,2}月(?:初|十|廿|二十|三十|卅)?[一二三四五六七八九十]?"
)
_ISSUE = re.compile(r"(?:总\s*)?第\s*\d{1,6}\s*期|总\s*\d{2,6}\s*期|(?<!\d)\d{3,6}\s*期")
_PAGES_TODAY = re.compile(r"(?:今日|本期|本报今日|共)[^\s版]{0,4}?\d{1,3}\s*版")
_PAGE = re.compile(
    rf"第\s*([A-Z]{{0,2}}\d{{1,3}}|[{_HAN}]{{1,3}})\s*版|(?<![A-Z\d])([A-Z]{{0,2}}\d{{1,3}})\s*版"
)
_PAGE_BARE = re.compile(r"(?<![A-Za-z\d.])([A-Z]\d{1,3}|\d{1,2})(?![A-Za-z\d.])")
_PAPER = re.compile(
    r"[\u4e00-\u9fff]{1,8}(?:报|周刊|周末|画刊|新闻周刊)(?![\u4e00-\u9fff])|参考消息|(?:南方|经济)周末"
)
_NO_PAPER = re.compile(r"(?:警|捷|喜|情|预|汇|举|海|通|公|电|申|简|回|谎|播|上|填|密|战|快)报$")
_PAPER_FAST = re.compile(r"快报$")
_STAFF = re.compile(
    r"(?:责任编辑|责编|本版编辑|编辑|美术编辑|美编|版式|版面|组版|校对|审校|主编|值班主任|视觉|制图|设计)"
    r"\s*[:/|]?\s*[\u4e00-\u9fff·]{1,4}(?:\s[\u4e00-\u9fff])?"
)
_PRINT = re.compile(
    r"(?:国内统一(?:连续)?(?:出版物号|刊号)|邮发代号|新闻热线|热线|电话|网址|邮箱|E-?mail)\s*[:]?\s*[\w./@:-]*",
    re.IGNORECASE,
)
_TURN = re.compile(r"[转接见]\s*(?:第|[A-Z]?\d)|[转接]\s*[一二三四五六七八九十]+版")
_CLOCK = re.compile(r"\d:\d\d")
_SENTENCE = re.compile(r"[。,;!?、]")
_SEPARATORS = re.compile(r"[\s|/·•■□●◆◇▲△★:()\[\]【】《》<>_—–-]+")
_HANZI = re.compile(r"[\u4e00-\u9fff]{2,8}")
_NAMES = (
    "要闻 头版 综合 综合新闻 新闻 时政 时事 本市 本地 城事 城市 社会 民生 国内 "
    "国际 中国 世界 天下 财经 经济 产经 金融 证券 评论 观点 理论 文化 副刊 "
    "文艺 读书 教育 科技 科教 健康 卫生 体育 文体 娱乐 文娱 生活 旅游 法治 "
    "法制 军事 环境 生态 农业 三农 乡村 乡村振兴 深度 特稿 专题 特刊 专版 "
    "特别报道 广告 公告 公益广告 人物 调查 视觉 图片新闻 视点 焦点 关注 地方 "
    "区域 县域 产业 汽车 房产 地产 消费 数码 通信 周末 周刊 智慧城市 城市品牌 "
    "港澳台 台港澳 两会 党建 政法 企业 品牌 数字"
)
NAMES = frozenset(_NAMES.split())
"""Names that pages customarily bear."""


def facts_of(document: Document) -> PageFacts:
    """Return what is told of the page: by the name of its file first, then by its first lines.

    A folder's name tells paper and date where the file's does not.
    """
    path = PurePath(document.origin.replace("\\", "/"))
    facts = facts_of_name(path.name).filled(facts_of_lines(document))
    for folder in list(path.parents)[:2]:
        told = facts_of_name(folder.name)
        facts = facts.filled(PageFacts(paper=told.paper, date=told.date))
    return facts


def facts_of_name(name: str) -> PageFacts:
    """Return what a file's name tells, such as 河岸晚报_20240520_03.txt or 2024-05-20-A12.txt."""
    told = unicodedata.normalize("NFKC", name[:200])
    stem = re.sub(
        r"(?:\.(?:txt|text|md|pdf|docx?|jpe?g|png|tiff?|ocr|brandtool))+$", "", told, flags=re.I
    )
    match = _DATE_SOLID.search(stem) or _DATE_NAME.search(stem)
    date = _date(*match.groups()) if match else ""
    if not match or not date:
        papers = (part for part in _SEPARATORS.split(stem) if _PAPER.fullmatch(part))
        paper = next((part for part in papers if not _no_paper(part)), "")
        page = re.search(r"第\s*([A-Z]{0,2}\d{1,3})\s*版", stem)
        return PageFacts(paper=paper, page=_page(page[1]) if page else "")
    before, after = stem[: match.start()], stem[match.end() :]
    paper = next(
        (p for p in _SEPARATORS.split(before) if _PAPER.fullmatch(p) and not _no_paper(p)), ""
    )
    issue = _ISSUE.search(after)
    if issue:
        after = after.replace(issue[0], " ")
    number = re.match(r"[\s_.-]*第?\s*([A-Za-z]{0,2}\d{1,3})\s*版?(?![\dA-Za-z])(.*)", after)
    rest = number[2] if number else ""
    words = [part for part in _SEPARATORS.split(rest) if _HANZI.fullmatch(part) and len(part) <= 6]
    return PageFacts(
        paper=paper,
        date=date,
        issue=_count(issue[0]) if issue else "",
        page=_page(number[1].upper()) if number else "",
        page_name=words[0].removesuffix("版") if words else "",
    )


def facts_of_lines(document: Document) -> PageFacts:
    """Return what the folio lines among the first lines of a text tell."""
    lines = [
        document.quote(block.span)
        for block in document.blocks[: _LINES + 1]
        if block.stop > block.start
    ]
    told = [_line(line) for line in lines[:_LINES]]
    for index in range(1, len(told)):
        beside = [*told[index - 1 : index], *told[index + 1 : index + 2]]
        if _is_date(lines[index]) and all(found == PageFacts() for found in beside):
            told[index] = PageFacts()
    facts = PageFacts()
    for found in told:
        facts = facts.filled(found)
    if facts == PageFacts():
        return facts
    for index, line in enumerate(lines[:_LINES]):
        beside = told[max(0, index - 1) : index] + told[index + 1 : index + 2]
        if any(found != PageFacts() for found in beside):
            alone = _alone(line)
            told[index] = told[index].filled(alone)
            facts = facts.filled(alone)
    return facts


def _line(line: str) -> PageFacts:
    """Read one folio line; empty facts if it is none."""
    if len(line) > _LONGEST:
        return PageFacts()
    left = unicodedata.normalize("NFKC", line)
    if (
        _TURN.search(left)
        or _CLOCK.search(left)
        or _SENTENCE.search(_STAFF.sub("", _PRINT.sub("", left)))
    ):
        return PageFacts()
    left, date = _take_date(left)
    left = _PAGES_TODAY.sub(" ", _LUNAR.sub(" ", _WEEKDAY.sub(" ", left)))
    left = _PRINT.sub(" ", _STAFF.sub(" ", left))
    issue = _ISSUE.search(left)
    left = _ISSUE.sub(" ", left)
    pages = [match[1] or match[2] for match in _PAGE.finditer(left)]
    left = _PAGE.sub(" ", left)
    words = [word for word in _SEPARATORS.split(left) if word]
    if not pages and (date or NAMES.intersection(words)):
        pages = [word for word in words if _PAGE_BARE.fullmatch(word)][:1]
        words = [word for word in words if word not in pages]
    if len({_page(page) for page in pages}) > 1 or not (date or pages):
        return PageFacts()
    paper = next((word for word in words if _PAPER.fullmatch(word) and not _no_paper(word)), "")
    words = [word for word in words if word != paper and re.search(r"\w", word)]
    if sum(map(len, words)) > _LEFT_OVER or len(words) > 3:
        return PageFacts()
    names = [word.removesuffix("版") or word for word in words if _HANZI.fullmatch(word)]
    known = [word for word in names if word in NAMES]
    short = [word for word in names if len(word) <= 6]
    return PageFacts(
        paper=paper,
        date=date,
        issue=_count(issue[0]) if issue else "",
        page=_page(pages[0]) if pages else "",
        page_name=(known or (short if pages else []) or [""])[0],
    )


def _is_date(line: str) -> bool:
    """Tell whether a line is a date and nothing else, as notices end with one too."""
    left, date = _take_date(unicodedata.normalize("NFKC", line[:_LONGEST]))
    return bool(date) and not left.strip()


def _alone(line: str) -> PageFacts:
    """Read a line beside a folio line that holds one fact only."""
    told = unicodedata.normalize("NFKC", line[:40]).strip()
    if told in NAMES:
        return PageFacts(page_name=told)
    if _PAPER.fullmatch(told) and not _no_paper(told):
        return PageFacts(paper=told)
    if re.fullmatch(r"[A-Z]?\d{1,2}", told):
        return PageFacts(page=_page(told))
    return PageFacts(issue=_count(told)) if _ISSUE.fullmatch(told) else PageFacts()


def _take_date(line: str) -> tuple[str, str]:
    for pattern in (_DATE, _DATE_HAN):
        match = pattern.search(line)
        if match and (date := _date(*match.groups())):
            return line[: match.start()] + " " + line[match.end() :], date
    return line, ""


def _date(year: str, month: str, day: str) -> str:
    try:
        return datetime.date(_number(year), _number(month), _number(day)).isoformat()
    except ValueError:
        return ""


def _number(told: str) -> int:
    if told.isdigit() and told.isascii():
        return int(told)
    if "十" in told:
        tens, _, ones = told.partition("十")
        return 10 * (_NUMERALS.get(tens, 1) if tens else 1) + (
            _NUMERALS.get(ones, 0) if ones else 0
        )
    return int("".join(str(_NUMERALS.get(letter, 0)) for letter in told) or "0")


def _page(told: str) -> str:
    match = re.fullmatch(r"([A-Za-z]{0,2})0*(\d{1,3})", told)
    if match:
        return told.upper() if match[1] else match[2]
    return str(_number(told))


def _no_paper(word: str) -> bool:
    return bool(_NO_PAPER.search(word)) and not (_PAPER_FAST.search(word) and len(word) >= 4)


def _count(told: str) -> str:
    return "".join(letter for letter in told if letter.isdigit())
