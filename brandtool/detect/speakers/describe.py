"""Sources without a personal name: pronouns, descriptions, organisations, media."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from brandtool.core.span import Span
from brandtool.detect.lexicon import Token, pairs, words
from brandtool.detect.speakers.names import Mention
from brandtool.detect.speakers.scene import Scene

PRONOUNS = frozenset([
    "他们", "她们", "它们", "他", "她", "它", "其", "对方", "双方", "两人", "二人", "后者",
    "前者", "本人", "自己",
])  # fmt: skip
"""Words that stand for a source named elsewhere."""

_NOUNS = tuple(
    ["n", "vn", "an", "a", "b", "j", "m", "q", "r", "l", "eng", "z", "s", "f", "i", "ng", "x", "k"]
)
_ISSUES = frozenset([
    "发布", "发表", "发出", "下发", "作出", "做出", "刊登", "公布", "出具", "提交", "递交",
    "撰写", "转发", "签署", "通过",
])  # fmt: skip
_ISSUING = tuple(_ISSUES)
_KEEPS = frozenset(["的", "相关", "有关", "一位", "一名", "该", "这位", "驻", "等"])
_SOME = frozenset([
    "不少", "很多", "许多", "有", "另有", "有些", "一些", "多数", "大多数", "所有", "几个",
    "几位", "更多", "的",
])  # fmt: skip
_ACTS = frozenset([
    "援引", "引述", "引用", "询问", "采访", "看到", "得知", "听到", "邀请", "组织", "经过",
    "通过", "根据", "按照", "关于", "对于", "告诉", "没有", "成为", "作为", "担任", "带领",
    "陪同", "会见", "会晤", "致电", "访问", "面对", "感谢", "希望", "要求", "建议", "接受",
    "发现", "看望", "慰问", "记者", "随后", "结束", "提醒", "呼吁", "请教", "联系",
])  # fmt: skip
_OPENERS = frozenset(
    {"有", "另有", "还有", "也有", "但", "而", "对此"}
    | {"据", "仍有", "同时", "不过", "此外", "另外"}
)
_MANY = re.compile(r"许多|不少|很多|多数|大多数|部分|有些|一些|余下|其余|这些|那些|当地|现场")
_MANNERS = frozenset(
    {"高度", "充分", "普遍", "明确", "一致", "共同", "结果", "最后", "事实", "实际", "其实"}
    | {"现场", "会上", "当场", "日前", "近日", "均", "都", "多次", "再次", "此前", "随后"}
)
_VAGUE = frozenset(["分析", "观点", "评论", "消息", "说法", "声音", "意见", "报道", "看法"])
_OFFICES = frozenset(["办公室", "中心", "委员会", "部门", "小组", "机构", "组织", "局", "处", "署"])
_HELD = frozenset(["召开", "举行", "举办", "闭幕", "结束", "成立"])
_SIDES_OF = frozenset(["一方面", "另一方面", "各方面", "多方面", "两方面", "其他方面", "这方面"])
_CITES = frozenset(["援引", "引述", "引用", "转引"])
_SIDE = re.compile(
    r"[一-鿿]{1,3}(?:军方|军|方)(?=(?:还|也|则|又|均|都|再次|随后|此前|当天|当日|同日|同一天|今天|昨天"
    r"|近日|日前|[\d０-９]{1,2}[日月时]|上午|下午|凌晨|晚|夜)*$)"
)
_WHO_DO = frozenset([
    "人士", "人员", "机构", "组", "小组", "部门", "团队", "专家", "中心", "员", "师", "家", "的",
    "单位", "人",
])  # fmt: skip
"""What makes an attribute of a verb of speech before it: 分析人士, 评论员."""

_JOINED = frozenset("部委厅局")
"""What ends the names of offices that hold an 和 (文化和旅游部)."""

_QUANTITY = re.compile(r"(?:另|又|第)?(?:[一二三两几多数]|十余|数十|十多)(?:位|名|个)|这位|那位|该")
_BREAK = re.compile(r"[，。：；、“”（）()]|在|对|向|被|把")
FIRST = frozenset(["我", "我们", "咱", "咱们", "笔者"])
"""Words by which the writer speaks: what they report is no quotation."""

_LONG = {"org": "organisation", "meet": "meeting"}
_WORK = re.compile(r"《[^》\n]{1,20}》(?!记者|主编|编辑|作者|[、，的])")
_LATIN = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ][A-Za-zＡ-Ｚａ-ｚ0-9&＆.·' -]*[A-Za-zＡ-Ｚａ-ｚ0-9]")
_ENDINGS = tuple([
    "人士", "人员", "者", "们", "家", "员", "师", "长", "人", "生", "手", "友", "民", "客", "妇",
    "婆", "嫂", "娘", "脚", "迷", "工",
])  # fmt: skip
_THINGS = frozenset(
    [
        "国家",
        "大家",
        "专家",
        "人家",
        "一生",
        "学生",
        "医生",
        "卫生",
        "民生",
        "再生",
        "成长",
        "增长",
        "市长",
        "个人",
        "本人",
        "别人",
        "他人",
        "客人",
        "手工",
        "分工",
        "施工",
        "竣工",
        "复工",
        "化工",
        "职工",
        "开工",
        "加工",
        "双手",
        "对手",
        "一手",
        "右手",
        "左手",
        "联手",
        "携手",
        "公民",
        "人民",
        "国民",
        "移民",
        "国人",
        "世人",
        "人人",
        "机器人",
        "动员",
        "成员",
        "复员",
        "伤员",
        "党员",
        "大师",
        "出师",
        "校长",
        "特长",
        "专长",
        "家长",
        "延长",
        "消费者",
    ]
)  # fmt: skip - {"专家", "学生", "医生", "市长", "职工", "校长", "家长", "对手", "客人", "消费者"}


def start_of(scene: Scene, start: int, end: int) -> int:
    """Return where the description begins whose last word ends at an offset."""
    nth = bisect_left(scene.starts, end) - 1
    if nth < 0 or scene.tokens[nth].end != end:
        return start
    line = scene.text.rfind("\n", 0, start) + 1
    return _left_of(scene, Span(line, end), scene.tokens[nth])


def organisations(scene: Scene) -> tuple[str, ...]:
    """Return the names of organisations that stand anywhere in an article, each once."""
    out: dict[str, None] = {}
    for token in scene.tokens:
        if _kind(token.word, token.flag.startswith("n")) == "organisation":
            out[scene.text[start_of(scene, token.start, token.end) : token.end]] = None
    return tuple(out)


def named(scene: Scene, clause: Span, token: Token) -> Mention | None:
    """Read the pronoun, description or organisation that ends with a word of a clause."""
    if token.word in FIRST:
        return Mention(Span(token.start, token.end), token.word, "first")
    if token.word in PRONOUNS:
        return Mention(Span(token.start, token.end), token.word, "pronoun")
    kind = _kind(token.word, token.flag.startswith("n"))
    if token.word == "书" and _left_of(scene, clause, token) < token.start:
        kind = "doc"
    if not kind and token.word == "人" and _some(scene, token):
        kind = "description"
    if not kind and len(token.word) == 1 and token.flag.startswith("n"):
        office = token.word in pairs("organisations")
        kind = "organisation" if office and _left_of(scene, clause, token) < token.start else ""
    if token.word.startswith(_ISSUING) and len(token.word) > 2:
        return None
    if token.word in _SIDES_OF:
        return None
    if not kind or (kind == "doc" and _issued(scene, clause, token)):
        return None
    start = _left_of(scene, clause, token)
    span = Span(start, token.end)
    told = scene.text[span.start : span.end]
    return Mention(span, told, kind)


def _issued(scene: Scene, clause: Span, token: Token) -> bool:
    """Tell whether a paper is what somebody issues (发布公告), not what speaks."""
    before = scene.words_in(Span(clause.start, token.start))
    return any(t.word in _ISSUES for t in before)


def _some(scene: Scene, token: Token) -> bool:
    nth = bisect_left(scene.starts, token.start) - 1
    before = scene.tokens[nth] if nth >= 0 else None
    return before is not None and before.end == token.start and before.word in _SOME


@cache
def _kind(word: str, noun: bool) -> str:
    people = words("people")
    if word in people or any(word[-n:] in people for n in (4, 3, 2) if len(word) > n):
        return "description"
    if noun and len(word) >= 2 and word.endswith(_ENDINGS) and word not in _THINGS:
        return "description"
    kinds = pairs("organisations")
    for size in (4, 3, 2):
        kind = kinds.get(word[-size:]) if len(word) >= size else None
        if kind:
            return _LONG.get(kind, kind)
    return "organisation" if noun and len(word) >= 3 and word[-1] in kinds else ""


def _left_of(scene: Scene, clause: Span, token: Token) -> int:
    """Return where a description begins: over words that describe, not over verbs and adverbs."""
    nth = bisect_left(scene.starts, token.start)
    start = token.start
    while nth > 0:
        before = scene.tokens[nth - 1]
        if before.start < clause.start or before.end != start or token.end - before.start > 24:
            break
        if not _describes(scene, clause, nth - 1) and not _joins(scene, token, nth - 1):
            break
        start = before.start
        nth -= 1
    while start < token.start and scene.text[start] == "的":
        start += 1
    return _counted(scene, clause, start)


def _joins(scene: Scene, token: Token, nth: int) -> bool:
    """Tell whether an 和 belongs to the name of an office: 文化和旅游部."""
    if scene.tokens[nth].word not in ("和", "与") or nth < 1:
        return False
    before = scene.tokens[nth - 1]
    if token.word == "方面" and before.flag == "ns":
        return before.end == scene.tokens[nth].start
    if token.word[-1] not in _JOINED:
        return False
    return before.end == scene.tokens[nth].start and before.flag in ("n", "vn", "nz")


def _counted(scene: Scene, clause: Span, start: int) -> int:
    """Return where 一名, 多位 or 该 begins a description a little before what was read of it."""
    counted = list(_QUANTITY.finditer(scene.text, max(clause.start, start - 12), start))
    if not counted:
        return start
    between = scene.words_in(Span(counted[-1].end(), start))
    if _BREAK.search(scene.text, counted[-1].start(), start):
        return start
    if any(t.flag in ("m", "t", "p") or _kind(t.word, True) == "description" for t in between):
        return start
    return counted[-1].start()


def _describes(scene: Scene, clause: Span, nth: int) -> bool:
    token = scene.tokens[nth]
    if token.word == "的":
        before = scene.tokens[nth - 1] if nth else None
        return before is not None and before.end == token.start and before.start >= clause.start
    if token.word in _KEEPS or token.word in _SOME or token.word in words("attributive"):
        return True
    if token.word == "接受":
        return scene.text.startswith("采访的", token.end)
    if (
        token.word in PRONOUNS
        or token.word in ("其中", "当中", "例如", "比如", "譬如")
        or token.flag in ("p", "c", "t", "y")
        or token.word in _ISSUES
        or token.word in _CITES
    ):
        return False
    follows = scene.tokens[nth + 1] if nth + 1 < len(scene.tokens) else None
    if token.word in words("cues") and (follows is None or follows.word not in _WHO_DO):
        return False
    if token.word in ("年", "月", "日"):
        return False
    if token.word in _HELD and follows is not None and follows.word == "的":
        return False
    relative = follows is not None and follows.start == token.end and follows.word == "的"
    if token.flag == "tg":
        return True
    if token.flag == "v" and follows is not None and follows.word in _OFFICES:
        return follows.start == token.end and nth > 0 and scene.tokens[nth - 1].flag[:1] in "nv"
    if token.flag in ("v", "d", "ad"):
        alone = token.start == clause.start and token.flag == "v" and len(token.word) == 2
        return relative or (alone and token.word not in _ACTS)
    return token.flag.startswith(_NOUNS)


def media(scene: Scene, clause: Span) -> list[Mention]:
    """Read the works named in a clause (《泰晤士报》) and its Latin names (FDA, BBC)."""
    out: list[Mention] = []
    for match in _WORK.finditer(scene.text, *clause):
        before = scene.words_in(Span(clause.start, match.start()))
        if all(token.flag[:1] in "nrcdjtabmq" or token.word == "据" for token in before):
            out.append(Mention(Span(*match.span()), match.group(), "media"))
    for match in _LATIN.finditer(scene.text, *clause):
        name = match.group().strip()
        person = scene.text[max(0, match.start() - 2) : match.start()] in words("titles")
        out.append(Mention(Span(*match.span()), name, "name" if person else "organisation"))
    return out


def _adverbial(token: Token) -> bool:
    return token.flag in ("t", "d", "ad", "m", "f", "q") or token.word in _MANNERS


def unnamed(scene: Scene, clause: Span) -> Mention | None:
    """Read what begins a clause as its source though no list knows it, up to the first adverbial.

    有分析 and the like are nobody: a description of the bare noun.
    """
    tokens = scene.words_in(clause)
    while tokens and (tokens[0].flag in ("t", "c") or tokens[0].word in _OPENERS):
        tokens = tokens[1:]
    end = tokens[0].start if tokens else clause.start
    side = _SIDE.match(scene.text, end, clause.end)
    if side:
        return Mention(Span(*side.span()), side.group(), "organisation")
    counted = _QUANTITY.match(scene.text, end) or _MANY.match(scene.text, end)
    start, noun, verb = end, False, False
    for token in tokens:
        if token.start > end or token.flag in ("p", "c"):
            break
        if _adverbial(token) and not (counted and token.start == start):
            break
        end = token.end
        noun = noun or token.flag.startswith(("n", "j", "s", "eng", "vn"))
        verb = verb or token.flag in ("v", "ul", "uz", "y", "r", "u", "zg")
    told = scene.text[start:end]
    if told.startswith(_ISSUING):
        return None
    if told[-2:] in _VAGUE and len(told) >= 2:
        return Mention(Span(start, end), told, "vague")
    if counted is not None and noun and 3 <= len(told) <= 16:
        return Mention(Span(start, end), told, "description")
    late = any(token.start >= end and not _adverbial(token) for token in tokens)
    if late or verb or not noun or not 2 <= len(told) <= 10 or told in _MANNERS:
        return None
    if tokens[0].flag.startswith("a") or told[-1] in "的地了着过时后中上":
        return None
    return Mention(Span(start, end), told, "description")


def leading(scene: Scene, clause: Span) -> Mention | None:
    """Read the noun that leads a clause up to its first verb or adverb, though no list knows it.

    It is the subject of a verb of speech that begins the next clause without one of its own.
    """
    tokens = [t for t in scene.words_in(clause) if t.flag not in ("t", "c")]
    start = end = tokens[0].start if tokens else clause.start
    noun = goes_on = False
    for nth, token in enumerate(tokens):
        if token.start != end or not token.flag.startswith(("n", "j", "s", "f", "b", "eng")):
            break
        noun = noun or token.flag.startswith(("n", "j", "eng"))
        end = token.end
        goes_on = nth + 1 < len(tokens)
    told = scene.text[start:end]
    if not noun or not goes_on or not 2 <= len(told) <= 12 or told in _MANNERS:
        return None
    return Mention(Span(start, end), told, "description")
