"""The Chinese sentence of every evidence, for the column 依据 of exports.

Exports are Chinese whatever the reader's language, and the same from the window and the command
line; so their sentences live here.
"""

from __future__ import annotations

from collections.abc import Mapping

from brandtool.core.candidate import Evidence

REASONS: Mapping[str, str] = {
    "join.next": "接上文“…{left}┊{right}…”，就在下一行。",
    "join.aside": "接上文“…{left}┊{right}…”，中间隔着{over}行混入的文字。",
    "join.copy": "接上文“…{left}┊{right}…”，中间隔着重复的文字。",
    "join.far": "接上文“…{left}┊{right}…”，中间隔着{over}行。",
    "join.above": "接上文“…{left}┊{right}…”，后半在上方{up}行处。",
    "join.open_end": "前段没有句末标点。",
    "join.comma_end": "前段以“{mark}”结尾。",
    "join.marks_meet": "前段有{opened}，后段才有{closed}与之成对。",
    "join.punctuation_start": "没有段落以“{mark}”开头。",
    "join.reads_on": "连读通顺。",
    "join.rest": "“{right}”少见于段首，多见于段中。",
    "join.end": "很少有段落以“{left}”结尾。",
    "join.on_page": "“{words}”在版面别处也连着。",
    "join.word": "断处在“{word}”一词中间。",
    "join.alike": "两段都说到“{words}”。",
    "join.only": "别的行都接不了这么顺。",
    "join.column": "前段是窄栏里排满的一行。",
    "duplicate.exact": "{count}处文字相同（{size}字，{lines}行）。",
    "duplicate.near": "{count}处文字几乎相同（{size}字，{lines}行，{differ}字不同）。",
    "duplicate.loop": "同样的{size}字接连出现两次。",
    "duplicate.loops": "同样的{size}字接连出现{count}次。",
    "duplicate.short": "同样的短行出现{count}次（{size}字）。",
    "copy.run_in": "留用的一处接上文“…{left}┊{right}…”。",
    "copy.run_out": "留用的一处与下文“…{left}┊{right}…”相接。",
    "copy.cuts": "另有一处把“…{left}┊{right}…”切成两段。",
    "copy.headed": "留用的一处在标题“{article}”之后。",
    "copy.counts_in": "留用的一处与上一段序号相接：{before}、{number}。",
    "copy.counts_out": "留用的一处与下一段序号相接：{before}、{number}。",
    "copy.among_rows": "留用的一处前后都是同类的行。",
    "copy.complete": "留用的一处比其他各处多{more}字。",
    "copy.likelier": "不同之处，留用的一处更通顺。",
    "copy.signed": "只有留用的一处带文末署名。",
    "copy.about": "留用的一处与相邻文字都说到“{words}”。",
    "copy.side_by_side": "彼此相邻、文字相同，留哪一处都一样。",
    "copy.within": "留用的一处是较长一段的一部分。",
    "move.to": "属于“{article}”一篇。",
    "move.words": "与该篇都说到“{words}”，所在的一篇没有说到。",
    "move.ahead": "排在该篇标题之前。",
    "move.name": "与该篇标题一样以“{name}”开头。",
    "move.ended": "排在一篇的文末署名之后。",
    "move.signed": "带有文末署名，而该篇没有署名。",
    "article.top": "其上没有别的正文。",
    "article.byline": "其下是署名。",
    "article.dateline": "下一行以电头开头。",
    "article.opens": "以电头开头。",
    "article.deck": "其下是破折号开头的副题。",
    "article.signed": "上一行是文末署名。",
    "article.returns": "其中“{words}”在下文再现。",
    "article.shift": "下文与上文说的不是一回事。",
    "article.speaker": "以人名“{name}”加冒号开头。",
    "article.marked": "版式标作标题。",
    "article.short_line": "是没有句末标点的短行。",
    "article.stopped": "上一行的句子已完。",
    "article.lost": "其上有标题缺失的记号。",
    "article.place": "依前后各行看，最像一篇的开头。",
    "aside.cuts": "把“…{left}┊{right}…”切成两段。",
    "aside.turn": "提示读者转到第{page}版。",
    "aside.turn.from": "写明上接第{page}版。",
    "aside.turn.bare": "提示另有一部分在别处。",
    "form.note": "以编者按的字样开头。",
    "form.summary": "标明是提要。",
    "form.byline": "只写明记者姓名。",
    "form.writer": "写明文图作者。",
    "form.names": "只有人名。",
    "form.signed": "在括号中写明作者或来源。",
    "form.dateline": "写明消息来自何处。",
    "form.pointed": "以图片说明的样式开头。",
    "form.picture": "写明图片作者。",
    "form.staff": "写明版面编辑人员。",
    "form.folio": "含日期、期号或版次。",
    "form.rubric": "读来是版名或栏目。",
    "form.contact": "写明联系方式。",
    "form.notice": "含启事或广告用语。",
    "form.notices_near": "相邻的行是启事或广告。",
    "form.dashed": "以“{mark}”开头。",
    "form.numbered": "以序号“{mark}”开头。",
    "form.counts_on": "序号与邻近的行相接。",
    "form.alike": "邻近的行开头相同。",
    "form.short_line": "是没有句末标点的短行。",
    "form.text_below": "其后是正文段落。",
    "form.sentence_above": "上一行的句子已完。",
    "form.heading_above": "其上是没有句末标点的短行。",
    "form.top": "排在版面最上方。",
    "form.bottom": "排在版面最下方。",
    "form.place": "依前后各行看，最合适。",
    "same.statement": "同样的{size}字另见于别处的行文之中。",
    "same.articles": "分别见于“{one}”和“{other}”。",
    "same.article": "都在“{article}”一篇。",
    "same.numbers": "数字相同：{numbers}。",
    "quote.before": "“{cue}”引出引号内的话，{mention}是其主语。",
    "quote.after": "“{cue}”跟在引号内的话之后，{mention}是其主语。",
    "quote.sentence": "引号内的话接着同句“{cue}”所述，{mention}是其主语。",
    "quote.held": "引号内的话紧接“{cue}”所述，{mention}是其主语。",
    "quote.action": "没有引述词，引号旁边的动作出自{mention}。",
    "quote.none": "引号内是说话的语气，旁边没有写明是谁。",
    "quote.turn": "问答中标明“{mention}”的一段。",
    "quote.reported": "“{cue}”转述其后的话，{mention}是其主语。",
    "quote.decided.speaker": "依您刚才的处理：“{like}……”的说话人是{speaker}。",
    "quote.decided.words": "依您刚才的处理：“{like}……”与此同类。",
    "quote.decided.extent": "依您刚才的处理：“{like}……”的起止。",
}
"""Templates over the values of each evidence."""


def reason(evidence: Evidence) -> str:
    """Return the sentence of an evidence; its code where a plug-in brought one unknown here."""
    if not evidence.rest:
        return _clause(evidence)
    return "；".join(_clause(one).rstrip("。") for one in evidence.all) + "。"


def _clause(evidence: Evidence) -> str:
    template = REASONS.get(evidence.code)
    if template is None:
        return evidence.code
    try:
        return template.format_map(evidence.values)
    except (KeyError, ValueError, IndexError):
        return evidence.code
