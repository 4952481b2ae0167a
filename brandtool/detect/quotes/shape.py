"""What the three decisions look at, as named features that are there or not."""

from __future__ import annotations

import re

from brandtool.core.span import Span
from brandtool.detect.quotes.layout import Paragraph
from brandtool.detect.quotes.links import Link
from brandtool.detect.quotes.marks import Stretch
from brandtool.detect.speakers.scene import Scene

_SPOKEN = re.compile(r"我|你|您|咱|俺|吗|吧|呢|啊|嘛|啦")
_VERBAL = re.compile(
    r"是|有|要|会|能|将|让|可以|应|必须|不|没|很|都|了|更|最|就|也|还|想|做|来|去|到"
)
_LETTER = re.compile(r"[^\s，。：；、！？!?…“”‘’「」『』\"'（）()—,.:;-]")
_NAMING = re.compile(
    r"(?:以|为|是|叫|作|名为|题为|称为|所谓|被称|誉为|命名|打造|实现|坚持|推动|推进|实施|开展|这个|一个|种|个|项|的|和|与|成|做好|围绕|弘扬|贯彻|写着|印有|主题|口号|概念|理念|要求|从|向|把|将|到|在)$"
)
_OPENERS = {
    "contrast": [
        "但",
        "但是",
        "不过",
        "然而",
        "而",
        "可",
        "却",
        "同时",
        "此外",
        "另外",
        "其中",
        "因此",
        "所以",
        "因为",
        "由于",
        "如果",
        "比如",
        "例如",
        "尤其",
        "特别",
        "并",
        "也",
        "还",
        "再",
        "首先",
        "其次",
        "第二",
        "第三",
        "一是",
        "二是",
        "三是",
        "一方面",
        "另一方面",
    ],
    "here": ["这", "这些", "这样", "这种", "这是", "那", "该", "此", "其"],
    "person": ["他", "她", "他们", "她们", "它", "它们"],
    "first": ["我们", "我", "咱们", "咱", "你", "你们", "大家"],
    "time": [
        "目前",
        "如今",
        "现在",
        "今年",
        "去年",
        "近年来",
        "近日",
        "当天",
        "当时",
        "当日",
        "随后",
        "之后",
        "昨天",
        "今天",
        "今后",
        "未来",
        "截至",
        "此前",
        "据",
        "从",
    ],
}


def letters(text: str, span: Span) -> int:
    """Count the characters that are no marks and no blanks."""
    return len(_LETTER.findall(text, span.start, span.end))


def verbal(text: str, span: Span) -> bool:
    """Tell whether words hold what only a clause has: a verb, a modal, a negation."""
    return bool(_VERBAL.search(text, span.start, span.end))


def _size(count: int, *steps: int) -> str:
    return str(sum(count >= step for step in steps))


def _side(char: str) -> str:
    if not char or char == "\n":
        return "edge"
    if char in "。！？!?…":
        return "stop"
    if char in "，,；;":
        return "comma"
    if char in "：:":
        return "colon"
    if char == "、":
        return "list"
    if char in '“「『”」』"':
        return "mark"
    if char in "—-（）()":
        return "dash"
    return "word"


def stretch_features(
    text: str,
    paragraph: Paragraph,
    stretch: Stretch,
    *,
    before: Link | None,
    after: Link | None,
    beside: bool | None = None,
) -> list[str]:
    """Describe a marked stretch: its shape, its neighbours, the verbs of speech beside it."""
    inner = stretch.inner
    left = _side(_ink(text, stretch.outer.start - 1, -1, paragraph.span))
    right = _side(_ink(text, stretch.outer.end, 1, paragraph.span))
    last = text[inner.end - 1 : inner.end]
    end = "stop" if last in "。！？!?…" else "comma" if last in "，," else "none"
    body = text[inner.start : inner.end]
    size = _size(letters(text, inner), 4, 6, 8, 11, 16, 25)
    lead = text[max(paragraph.span.start, stretch.outer.start - 6) : stretch.outer.start]
    out = [
        f"left={left}", f"right={right}", f"end={end}", f"size={size}",
        f"left={left}&right={right}", f"left={left}&end={end}", f"right={right}&end={end}",
        f"inside={_size(len(re.findall('[，。！？；]', body[:-1])), 1, 2)}",
    ]  # fmt: skip
    tests = {
        "spoken": bool(_SPOKEN.search(body)),
        "verbal": bool(_VERBAL.search(body)),
        "naming": bool(_NAMING.search(lead)),
        "whole": stretch.outer == paragraph.span,
        "open": not stretch.closed,
        "before": before is not None,
        "after": after is not None,
        "neither": before is None and after is None,
        "beside=speech": beside is True,
        "beside=term": beside is False,
        "title_case": bool(re.search(r"·|《|^[\dA-Za-z·]+$", body)),
    }
    out += [name for name, there in tests.items() if there]
    if before is not None:
        out += [
            f"before={before.tail}",
            f"before={before.cue.kind}",
            f"before&right={right}",
            f"before={before.tail}&{end}",
        ]
    if after is not None:
        out += [
            f"after={after.tail}",
            f"after={after.cue.kind}",
            f"after&left={left}",
            f"after&end={end}",
        ]
    return out


def _ink(text: str, at: int, step: int, bounds: Span) -> str:
    while bounds.start <= at < bounds.end and text[at] in " \u3000":
        at += step
    return text[at] if bounds.start <= at < bounds.end else ""


def cue_features(text: str, scene: Scene, link: Link, content: Span, *, quoted: bool) -> list[str]:
    """Describe a verb of speech with what would be its unmarked content."""
    cue = link.cue
    told = link.subject[-1] if link.subject else None
    who = told.kind if told else "none"
    gap = cue.span.start - told.span.end if told else -1
    before = text[max(link.sentence.start, cue.span.start - 1) : cue.span.start]
    after = text[cue.span.end : cue.span.end + 1]
    words = scene.words_in(Span(content.start, min(content.end, content.start + 30)))
    first = words[0].flag[:1] if words else "-"
    clause = text[link.clause : cue.span.start]
    size = _size(letters(text, content), 4, 8, 12, 20, 35)
    out = [
        f"verb={cue.verb}", f"kind={cue.kind}", f"tail={link.tail}", f"who={who}",
        f"kind={cue.kind}&tail={link.tail}", f"who={who}&tail={link.tail}",
        f"gap={_size(gap, 0, 1, 3, 7, 12)}", f"size={size}", f"first={first}",
        f"kind={cue.kind}&first={first}", f"kind={cue.kind}&who={who}",
        f"{cue.kind}&{who}&{link.tail}",
        f"{cue.kind}&{link.tail}&{'near' if gap in (0, 1) else 'far'}",
        f"clause={_size(len(clause), 1, 3, 8, 16)}", f"kind={cue.kind}&size={size}",
    ]  # fmt: skip
    head = text[content.start : content.end]
    tests = {
        f"after={after}": after in "了过的着出对起到为与和、",
        f"before={before}": before in "的所可不被将要应来述番并也还就曾都会已",
        "spoken": len(cue.verb) > 1 and cue.verb.endswith(("说", "称", "道", "指出", "表示")),
        "according": bool(re.match(r"\s*据", text[link.clause : link.clause + 3])),
        "doc": who in ("doc", "media"),
        "reporter": told is not None and told.text.endswith("记者"),
        "verbal": bool(_VERBAL.search(head)) or any(w.flag in ("v", "d", "c") for w in words),
        "commas": "，" in head,
        "quoted": quoted,
        "subject_far": told is not None and told.span.end < link.clause,
        "starts": link.clause == link.sentence.start,
        "addressee": link.addressee,
        "question": head.endswith(("？", "?")),
        "of": bool(re.search(r"的[^，]{0,3}$", clause)),
        "report": told is not None and told.kind == "name" and gap <= 1,
    }
    return out + [name for name, there in tests.items() if there]


def goes_on_features(
    text: str,
    scene: Scene,
    link: Link,
    core: Span,
    sentence: Span,
    *,
    nth: int,
    last: bool,
    linked: bool,
) -> list[str]:
    """Describe the sentence after reported words: does the speech go on."""
    words = scene.words_in(sentence)
    lead = words[0].word if words else ""
    flag = words[0].flag[:2] if words else "-"
    body = text[sentence.start : sentence.end]
    names = scene.names_in(sentence)
    told = {scene.people.name(m.text) for m in link.subject}
    spoken = text[core.start : core.end]
    shared = {w.word for w in words if len(w.word) > 1} & {
        w.word for w in scene.words_in(core) if len(w.word) > 1
    }
    out = [
        f"lead={lead}", f"flag={flag}", f"nth={min(nth, 3)}", f"kind={link.cue.kind}",
        f"verb={link.cue.verb}",
        f"who={link.subject[-1].kind if link.subject else 'none'}",
        f"shared={_size(len(shared), 1, 2, 3)}", f"size={_size(len(body), 10, 20, 40, 70)}",
        f"tail={link.tail}",
    ]  # fmt: skip
    for group, openers in _OPENERS.items():
        if any(body.startswith(opener) for opener in openers):
            out.append(f"opens={group}")
    speaker_named = any(scene.people.name(m.text) in told for m in names)
    tests = {
        "last": last,
        "linked": linked,
        "names_speaker": speaker_named,
        "starts_name": bool(names) and names[0].span.start - sentence.start <= 1,
        "names_other": bool(names) and not speaker_named,
        "modal": bool(re.search(r"要|应|必须|可以|需要|能够|希望|会|将", body)),
        "first_person": bool(re.search(r"我们|我国|我|咱|自己|大家", body)),
        "numbers": bool(re.search(r"\d|[０-９]", body)),
        "dated": bool(re.search(r"\d+[月日年]|[０-９]+[月日年]|记者|昨天|今天|当天", body)),
        "question": body.rstrip("”").endswith(("？", "?")),
        "marks": "“" in body,
        "past": bool(re.search(r"了|曾|过", body)),
        "core_first_person": bool(re.search(r"我们|我|自己", spoken)),
        "ended_mark": spoken.rstrip("。").endswith("”"),
    }
    return out + [name for name, there in tests.items() if there]


def mixed_features(text: str, stretch: Stretch) -> list[str]:
    """Describe a marked stretch inside reported words: the speaker's own predicate or a term."""
    body = text[stretch.inner.start : stretch.inner.end]
    left = text[stretch.outer.start - 1 : stretch.outer.start]
    right = text[stretch.outer.end : stretch.outer.end + 1]
    return [
        f"size={_size(len(body), 3, 5, 7, 10, 15)}", f"left={_side(left)}", f"right={_side(right)}",
        f"left={left}" if left in "的是在为以从" else "left=-",
        "verbal" if _VERBAL.search(body) else "plain",
        "comma" if "，" in body else "one",
        "right=的" if right == "的" else "right=-",
    ]  # fmt: skip
