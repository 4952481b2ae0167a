"""Signs of a role in the form of one line: small tests of its words, named by what they tell."""

from __future__ import annotations

import re
from functools import cache

from brandtool.detect.lexicon import words
from brandtool.detect.page import costs
from brandtool.detect.page.shape import Line

ABOUT = 48
"""The longest line that says where the news comes from."""
MARK = r"[■□●◆▲△◎○★☆▶▷◀◁▪·]"
_MARKED = re.compile(rf"^{MARK}")
_NOTE = re.compile(
    r"^[■□◆●【\[（(]*\s*(?:编者按|编者的话|编辑按|编后|编余|开栏的话|开栏语|写在前面|主持人语|编者注)"
    r"\s*(?:$|[】\])）::　 —])"
)
_SUMMARY = re.compile(
    r"^[■□◆●▷▶【\[]*\s*"
    r"(?:核心提示|阅读提示|内容提要|内容提示|提要|导读|新闻提示|摘要|要点提示)\s*(?:$|[】\]::　 —])"
)
_WRITER = re.compile(
    rf"^{MARK}*\s*(?:文字?|图|摄影|撰文|采写|执笔|编译|整理|图文|文图|作者|统筹|策划|口述|撰稿|绘图|供图)"
    r"\s*(?:[/／丨|::]\s*|[ 　]+)[^。,;!?]{2,40}$"
)
_DATELINE = re.compile(
    r"^[【\[（(]?(?:据?(?:新华社|中新社|中新网|人民网|央视网|路透社|法新社|美联社|本报|本刊"
    r"|[一-鿿]{2,6}[报网社])"
    r"[一-鿿]{0,8}?(?:\d{1,2}\s*月)?(?:\d{1,2}\s*日)?\s*(?:消息|专电|电|讯|文章)|本报讯)"
    r"[】\])）]?(?:题?[::])?(?P<about>.*)$"
)
_FOLIO = re.compile(
    r"[12]\d{3}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?|(?:星期|周)[一二三四五六日]|农历"
    r"|第\s*\d+\s*期|总第\s*\d+|\d+\s*版(?:$|\s)|版\s*次|CN\s*\d\d|[A-D]\s?\d{1,2}(?:$|\s|版)"
)
_STAFF = re.compile(
    r"(?:编辑|责编|美编|校对|检校|组版|版式|主编|编委"
    r"|审校|制图|排版|统筹|设计|主任|终审|照排)\s*[/／::　 ]"
)
_CONTACT = re.compile(
    r"(?:电\s*话|手\s*机|热线|传\s*真|咨询|地\s*址|联\s*系\s*人|邮\s*编|微信|网\s*址|订购|报名|邮箱|信箱)"
    r"[^。]{0,8}?[::]|\d{3,4}[-—]\d{7,8}|(?<!\d)1\d{10}(?!\d)|www\.|https?://|@\w+\."
)
_NOTICE = re.compile(
    r"声明|启事|公\s?告|招\s?租|招\s?聘|招\s?生|转让|出租|出售|拍卖|作废|遗失|注销"
    r"|酬宾|优惠|预订|热销|折起|特价|欢迎(?:订阅|光临|选购|垂询|来电)|诚聘|诚招|加盟|(?:^|\s)广\s?告|面议|元起|赠送|开盘|开业|认购|特此"
)
_PICTURE = re.compile(
    r"(?:摄影?|供图|绘|制图|漫画|图片|资料图|图表|影像|发布)[)）]?$|^(?:摄影|图片|制图|漫画|绘图|供图|图表|摄)"
    r"\s*[/／::由]|图片均?由|资料[图片照]|新华社发"
)
_TURN = re.compile(
    r"(?:下转|上接|紧接|转接|[→▶>]\s*转|详见|相关(?:报道|内容|新闻|评论)?\s*(?:见|刊)|^转|^见"
    r"|更多.{0,8}见)\s*第?\s*"
    r"([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*[-—~、]?\s*(?:[A-Z]?\d{0,3})\s*[版页]"
)
_QUESTION = re.compile(r"^(?:记者|问|主持人|提问|[一-鿿]{2,6}记者|[QqＱ])\s*[::]")
_ANSWER = re.compile(r"^(?:答|[一-鿿·]{2,5}|[AaＡ])\s*[::](?!$)")
_SECTION = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}[、.]|[（(][一二三四五六七八九十]{1,2}[)）]"
    r"|[壹贰叁肆伍陆柒捌][、 　.])"
)
_LISTED = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}(?:是|要)|其[一二三四五六]|第[一二三四五六七八九十][,，、])"
)
_NUMBERED = re.compile(r"^(?:\d{1,2}\s*[.、．)）](?!\d)|[（(]\d{1,2}[)）]|[①-⑳])")
_CAPTION = re.compile(
    r"^(?:[△▲▼▽◀▶◁▷]|[上下左右本题附][一-鿿]{0,2}图|图[为①-⑩一二三1-9::]|资料图|[（(](?:资料|上|下|左|右)图"
    r"|\d{1,2}月\d{1,2}日(?:拍摄的)?,)"
)
_SIGNED = re.compile(
    r"^[（(](?:[^（()）。]{0,40}"
    r"(?:整理|采写|报道|供稿|编译|综合|执笔|[文电]|(?:记者|通讯员)[^（()）]{0,16})"
    r"|作者[^（()）]{2,60}|据[^（()）]{2,24}|完"
    r"|[一-鿿]{2,3}(?:[ 　]+[一-鿿]{2,3}){0,3}|[^（()）]{2,14}[报网社刊])[)）]$"
)
_TELLER = re.compile(r"^[□■●—\s]*([一-鿿· 　]{2,20}?)\s*(?:报道|整理|摘编|供稿|采写|编译|综合)$")
_POST = re.compile(r"[（(][^（()）]{4,24}[)）]$")
"""Who somebody is, behind the name."""
_TEASER = re.compile(
    r"[一-鿿][^。]{5,}(?:(?:[（(/／>›→…]|\.{2,}|见)\s*第?\s*([A-Z]?\d{1,2})\s*版[)）]?"
    r"|(?:…|\.{3}|[/／]\s*P)\s*P?\s*([A-Z]?\d{1,2}))$"
)
"""What stands on another page, named with the number of the page."""
_BRACKETED = re.compile(r"^[（(\[【][^（()）\[\]【】]*[)）\]】]$")
_RUBRIC = re.compile(
    r"^(?:[一-鿿](?:[ 　][一-鿿]){1,5}"
    r"|.{2,8}(?:新闻|专版|专刊|副刊|周刊|专题|要闻|资讯|时评|观察|视点))$"
)


@cache
def _surnames() -> frozenset[str]:
    return words("surnames")


def _name(word: str) -> bool:
    """Tell whether a word may be a person's name (with its surname first)."""
    if not 2 <= len(word) <= 4 or not all("一" <= char <= "鿿" for char in word):
        return "·" in word and 3 <= len(word) <= 12
    known = _surnames()
    return (len(word) <= 3 and word[0] in known) or (len(word) >= 3 and word[:2] in known)


def names(line: Line) -> bool:
    """Tell whether it consists of one to four names, a mark before them apart."""
    if line.size > 30:
        return False
    bare = re.sub(rf"^{MARK}+\s*", "", line.text).strip()
    bare = _POST.sub("", bare)
    parts = bare.replace("、", " ").split()
    if len(parts) == 2 and all(len(part) <= 2 for part in parts) and len(parts[0]) == 1:
        return parts[0] in _surnames()
    return 1 <= len(parts) <= 4 and all(_name(part) for part in parts)


def marked(line: Line) -> bool:
    """Tell whether a square, a dot or a triangle opens it."""
    return bool(_MARKED.match(line.text))


def writer(line: Line) -> bool:
    """Tell whether a word for writing or taking pictures and a name are all it says."""
    return line.size <= 40 and bool(_WRITER.match(line.narrow))


def reporter(line: Line) -> bool:
    """Tell whether it is short, names a reporter and holds no sentence."""
    if line.size > 60 or costs.inner_stop(line) or line.ending == "stop":
        return False
    return any(word in line.text for word in ("记者", "通讯员", "评论员", "撰稿人", "实习生"))


def note(line: Line) -> bool:
    """Tell whether it opens as a note of the editors."""
    return bool(_NOTE.match(line.narrow))


def summary(line: Line) -> bool:
    """Tell whether it says that it sums up."""
    return bool(_SUMMARY.match(line.narrow))


def dateline(line: Line) -> bool:
    """Tell whether it says where the news comes from and nothing else but what it is about."""
    match = _DATELINE.match(line.narrow.strip()) if line.size <= ABOUT else None
    if not match:
        return False
    said = match.group(0)[: match.start("about") - match.start()]
    return not match.group("about") or (said.endswith("题:") and line.ending != "stop")


def folio(line: Line) -> bool:
    """Tell whether it is short and holds a date, a weekday, an issue or a page number."""
    return line.size <= 48 and line.ending != "stop" and bool(_FOLIO.search(line.narrow))


def staff(line: Line) -> bool:
    """Tell whether it names who made the page."""
    return line.size <= 48 and bool(_STAFF.search(line.narrow + " "))


def contact(line: Line) -> bool:
    """Tell whether it says how to reach somebody."""
    return line.size <= 120 and bool(_CONTACT.search(line.narrow))


def notice(line: Line) -> bool:
    """Tell whether it holds a word of notices and advertisements."""
    return line.size <= 160 and bool(_NOTICE.search(line.narrow))


def picture(line: Line) -> bool:
    """Tell whether it says who made a picture, or that it is one."""
    return line.size <= 160 and bool(_PICTURE.search(line.narrow))


def pointed(line: Line) -> bool:
    """Tell whether it opens as words under a picture do."""
    return bool(_CAPTION.match(line.narrow))


def turn(line: Line) -> str:
    """Return the page that a line sends to or comes from, "" if it is none such."""
    match = _TURN.search(line.narrow) if line.size <= 26 else None
    if match or line.turn:
        return match.group(1) if match else line.turn
    named = _TEASER.search(line.narrow.strip()) if line.size <= 40 else None
    return (named.group(1) or named.group(2)) if named else ""


def question(line: Line) -> bool:
    """Tell whether somebody asks, named before a colon."""
    return bool(_QUESTION.match(line.narrow))


def answer(line: Line) -> bool:
    """Tell whether a short name and a colon open it."""
    return line.size > 12 and bool(_ANSWER.match(line.narrow))


def named(line: Line) -> bool:
    """Tell whether a person's name and a colon open it as they open a headline."""
    before, colon, after = line.narrow.partition(":")
    return bool(colon and after) and line.size <= 40 and _name(before) and line.ending != "stop"


def section(line: Line) -> bool:
    """Tell whether the number of a section opens it."""
    return bool(_SECTION.match(line.narrow))


def listed(line: Line) -> bool:
    """Tell whether it opens as one of several points made in a sentence."""
    return bool(_LISTED.match(line.narrow))


def numbered(line: Line) -> bool:
    """Tell whether the number of a list opens it."""
    return bool(_NUMBERED.match(line.narrow))


def signed(line: Line) -> bool:
    """Tell whether it says who wrote or sent it, in brackets or by name, and nothing else."""
    told = line.narrow.strip()
    teller = _TELLER.match(told) if line.size <= 24 else None
    if teller and all(_name(part) for part in teller.group(1).split()):
        return True
    return line.size <= 60 and bool(_SIGNED.match(told))


def bracketed(line: Line) -> bool:
    """Tell whether brackets hold all of it."""
    return bool(_BRACKETED.match(line.narrow.strip()))


def rubric(line: Line) -> bool:
    """Tell whether it reads as the name of a page or a rubric."""
    return line.size <= 10 and bool(_RUBRIC.match(line.text))
