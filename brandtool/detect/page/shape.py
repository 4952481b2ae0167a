"""What one line looks like by itself: how it begins and ends, and which role its form suggests."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from brandtool.core.document import Block, Document

LONGEST_CAPTION = 160
PLAIN_CAPTION = 60
"""A longer one tells its own news, unless it cuts a sentence in two."""
STOPS = "。！？!?…；;"
CLOSERS = "”’」』）)】》〉]"
OPENERS = "“‘「『（(【《〈["
_PAIRS = dict(zip("”’」』）】》〉", "“‘「『（【《〈", strict=True)) | {")": "(", "]": "["}
_MARK = re.compile(r"[“‘「『（【《〈(\[”’」』）】》〉)\]]")
_WIDE = {
    ord(wide): narrow for wide, narrow in zip("，：；！？（）．％～", ",:;!?().%~", strict=True)
}
_WIDE |= {point: chr(point - 0xFEE0) for point in range(0xFF10, 0xFF5B) if point not in _WIDE}

_PAPER = (
    r"(?:本报|本刊|本社|新华社|中新社|人民网"
    r"|[一-鿿]{2,8}?(?:日报|晚报|早报|时报|商报|青年报|城市报|周报|周刊|报社|[报网社]))"
)
_NAMES = r"(?:[一-鿿·]{1,5}(?:[ 　、]+[一-鿿·]{1,5})*)"
_POST = r"(?:见习|实习|特约|特派|驻[一-鿿]{2,6}|首席|全媒体|融媒体)"
_BYLINE = re.compile(
    r"^[■□●◆▲◎○★☆\s]*(?:文/|文丨|文\||作者[::]?|撰文[::]?)?\s*"
    rf"(?:{_PAPER}?\s*(?:驻[一-鿿]{{2,8}})?{_POST}*\s*(?:记者|通讯员|评论员|编辑|特约撰稿|记\s+者))"
    r"(?!了解|注意|从|在|获悉|看到|采访|来到|走进|[:,])[^。!?;,:]{0,60}$"
)
_SIGNED = re.compile(
    r"(?:摄|摄影|摄影报道|供图|绘|制图|(?<![（(])(?<![（(][组多附动])图|文/图|图/文|资料图片?|资料照片"
    r"|影像中国|人民视觉|视觉中国|CFP|IC photo)[)）]?$",
    re.I,
)
_CAPTION = re.compile(
    r"^(?:[△▲▼▽◀▶]|[上下左右本题附][一-鿿]{0,2}图[::为,，①-⑩]?|图[为①-⑩一二三1-9]?[::①-⑩]|图为|图[①-⑩]|图\d|题图|资料图|[（(](?:资料|上|下|左|右)图)"
)
_CREDIT = re.compile(
    r"^[（(]?(?:本报记者|本报|新华社记者|新华社|通讯员|[一-鿿]{2,8}记者)?\s*"
    r"[一-鿿·]{2,4}(?:[ 　、]+[一-鿿·]{2,4}){0,3}\s*(?:摄|摄影|摄影报道|供图|绘|制图|漫画)[)）]?$"
)
_TURN = re.compile(
    r"[（(]?\s*(?:下转|上接|紧接|转接|接)\s*第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*[版页]|[（(](?:下转|上接)"
)
_FURNITURE = re.compile(
    r"^(?:(?:责任?编辑?|责编|美编|编辑|版式|校对|检校|值班|主编|组版|审读|制版|设计|本版)"
    r"[^。]{0,4}[::/丨 　]"
    r"|本版(?:责编|编辑|主编|稿件|图片|内容)"
    r"|本栏(?:稿件|目)"
    r"|第?\s*(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:$|\s)"
    r"|[A-Z]\s?\d{1,2}\s*[一-鿿·]{0,6}$"
    r"|\d{1,3}$"
    r"|[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:星期|周|第|农历|$)"
    r"|(?:网址|邮箱|电子信箱|E-?mail|热线|电话|传真|投稿|地\s*址|厂\s*址|邮编|社址|国内统一|邮发代号|广告)[^。]{0,20}[::]"
    r"|https?://|www\."
    r"|[（(]第\s*\d+\s*期[)）]$"
    r"|[^。,;!?]{0,24}[12]\d{3}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。,;!?]{0,8}"
    r"(?:星期|周)[一二三四五六日]"
    r"|广告(?:$|[\s::]))",
    re.I,
)
_ADVERT = re.compile(
    r"(?:订购|咨询|招商|加盟|服务|销售|订阅|售后|报名|联系)[一-鿿]{0,4}(?:热线|电话)|(?:联\s*系\s*人|电\s*话|手\s*机|邮\s*编|传\s*真|网\s*址|地\s*址|厂\s*址)\s*[::]|广告|欢迎(?:订阅|光临|选购|垂询)|优惠价|公告$|遗失(?:声明|启事)|声明作废"
)
_MARKUP = re.compile(
    r"^(?:#+|!\[[^\]]*\]\([^)]*\)|[-*_=]{3,}|```.*|</?\w[^>]*>"
    r"|\\(?:begin|end|hline)\b.*|\$\$|\|[-:| ]+\|)$"
)
_TABLE = re.compile(r"(?:&.*\\\\|^\|.*\|$|^<t[rdh]\b|\\hline)")
_SIGNOFF = re.compile(
    r"[（(](?:[^（()）]{0,24}(?:整理|采写|报道|供稿|编译|综合|执笔|文|据[^（()）]{2,20})|(?:本报|新华社|据)?[^（()）]{0,10}\d*月?\d*日?电|[^（()）]{2,12}(?:日报|晚报|时报|网|社|报)|作者[^（()）]{2,60}|完)[)）]$"
)
_NAMED = re.compile(
    r"(?:^|(?<=[。！？”!?])\s*)[一-鿿]{2,3}(?:[ 　]+[一-鿿]{2,3}){1,4}$"
    r"|(?<=[。！？”!?])[ 　]+[一-鿿]{2,3}$"
    r"|(?:摄|供图)[)）]?$"
)
"""Names of those who wrote or took it, at the end of a paragraph or alone."""
_DATELINE = re.compile(
    rf"^(?:本报讯|本报电|{_PAPER}[^。,，]{{0,16}}(?:电|讯)(?:[（(\s]|$)"
    rf"|[【\[]?{_PAPER}[^。,，]{{0,12}}\d{{1,2}}月\d{{1,2}}日(?:专?电|讯)|电\s*[（(]|[一-鿿]{{2,6}}(?:讯|电)\s*[（(]记者)"
)
_ORDINAL = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}(?:是|、|[)）]|要|[问看评论说变][:、])|第[一二三四五六七八九十]{1,3}[,，、是个条类方]|首先|其次|再次|最后|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳])"
)
_NUMERAL = {char: count for count, char in enumerate("一二三四五六七八九十", 1)}
_ITEM = re.compile(r"^(?:——|--|—|●|◆|■|•|·|○|★|[-*]\s)")
_TOPIC = re.compile(r"^[^。！？!?]{2,24}[::](?!$)")


@dataclass(frozen=True)
class Line:
    """Describe one block by its own words (without layout marks at either end)."""

    block: Block
    text: str
    start: int
    """The source offset of the first real character (after `#`)."""
    heading: int = 0
    """How many `#` stood before it."""

    @property
    def index(self) -> int:
        """Return the number of the block."""
        return self.block.index

    @property
    def stop(self) -> int:
        """Return the source offset after the last character."""
        return self.block.stop

    @cached_property
    def narrow(self) -> str:
        """Return the words with widths of punctuation and digits folded."""
        return self.text.translate(_WIDE)

    @cached_property
    def size(self) -> int:
        """Count the inked characters."""
        return len("".join(self.text.split()))

    @cached_property
    def markup(self) -> bool:
        """Tell whether it is a layout mark and not words (`#`.

        An image, a rule, a table's frame).
        """
        return not self.text or bool(_MARKUP.match(self.text))

    @cached_property
    def table(self) -> bool:
        """Tell whether it is a row of a table."""
        return bool(_TABLE.search(self.text))

    @cached_property
    def byline(self) -> bool:
        """Tell whether it names reporters and says nothing else."""
        return self.size <= 60 and bool(_BYLINE.match(self.narrow))

    @cached_property
    def caption(self) -> bool:
        """Tell whether it reads as the words under a picture."""
        if self.size > LONGEST_CAPTION or (self.byline and "摄" not in self.text[-8:]):
            return False
        return bool(_CAPTION.match(self.narrow) or _SIGNED.search(self.narrow)) and not self.signoff

    @cached_property
    def credit(self) -> bool:
        """Tell whether it only names who took or drew a picture."""
        return self.size <= 30 and bool(_CREDIT.match(self.narrow))

    @cached_property
    def turn(self) -> str:
        """Return the page named by a "turn to page" line ("?" if unread), else the empty string."""
        match = _TURN.search(self.narrow) if self.size <= 24 else None
        return (match.group(1) or "?") if match else ""

    @cached_property
    def furniture(self) -> bool:
        """Tell whether it is a line of the page and of no article."""
        return self.size <= 60 and bool(_FURNITURE.match(self.narrow))

    @cached_property
    def advert(self) -> bool:
        """Tell whether it advertises."""
        return bool(_ADVERT.search(self.narrow)) and not self.text.endswith("。")

    @cached_property
    def signoff(self) -> bool:
        """Tell whether it ends with who wrote or sent it, in brackets."""
        return bool(_SIGNOFF.search(self.narrow))

    @cached_property
    def named(self) -> bool:
        """Tell whether bare names of writers end it."""
        return bool(_NAMED.search(self.narrow))

    @cached_property
    def dateline(self) -> bool:
        """Tell whether it begins with where the news comes from."""
        return bool(_DATELINE.match(self.narrow))

    @cached_property
    def ordinal(self) -> int:
        """Return the number it begins with (一是, 第二, 3.), 0 if none."""
        match = _ORDINAL.match(self.narrow)
        if not match:
            return 0
        digits = re.search(r"\d+", match.group())
        if digits:
            return int(digits.group())
        named = {"首先": 1, "其次": 2, "再次": 3, "最后": 99}.get(match.group())
        return named or next((_NUMERAL[c] for c in match.group() if c in _NUMERAL), 0)

    @cached_property
    def item(self) -> bool:
        """Tell whether it begins with a dash or a dot of a list."""
        return bool(_ITEM.match(self.text))

    @cached_property
    def topic(self) -> bool:
        """Tell whether a short name and a colon open it."""
        return bool(_TOPIC.match(self.narrow))

    @cached_property
    def ending(self) -> str:
        """Return how it ends: stop, quoted (a stop inside a closing mark).

        Closed, colon, comma or open.
        """
        words = self.narrow.rstrip()
        if self.named:
            return "stop"
        bare = words.rstrip(CLOSERS + "\"'")
        if not bare:
            return "closed"
        last = bare[-1]
        if last in STOPS:
            return "stop" if bare == words else "quoted"
        if last == ":":
            return "colon"
        if last in ",、":
            return "comma"
        return "closed" if bare != words else "open"

    @cached_property
    def balance(self) -> tuple[int, int]:
        """Return (closing marks without an opening one, opening marks left open)."""
        stack: list[str] = []
        orphans = 0
        for char in _MARK.findall(self.text):
            if char in "“‘「『（【《〈([":
                stack.append(char)
            else:
                wanted = {_PAIRS[char], {"(": "（", "[": "【"}.get(_PAIRS[char], "")}
                if char == "）":
                    wanted.add("(")
                if stack and stack[-1] in wanted:
                    stack.pop()
                else:
                    orphans += 1
        return orphans, len(stack)

    @property
    def apart(self) -> bool:
        """Tell whether its form says that it belongs to no running text."""
        return (
            self.markup
            or (self.caption and self.size <= PLAIN_CAPTION)
            or self.credit
            or bool(self.turn)
            or self.furniture
        )


def lines_of(document: Document) -> tuple[Line, ...]:
    """Describe every block of a document, textless ones included."""
    out = []
    for block in document.blocks:
        words = document.text[block.start : block.stop]
        bare = words.lstrip("# 　\t") if words.startswith("#") else words
        hashes = len(words) - len(words.lstrip("#"))
        out.append(Line(block, bare, block.stop - len(bare), hashes))
    return tuple(out)
