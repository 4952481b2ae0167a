"""The Chinese sentence of every evidence, for the column 依据 of exports.

Exports are Chinese whatever the reader's language, and the same from the window and the command
line; so their sentences live here.
"""

from __future__ import annotations

from collections.abc import Mapping

from brandtool.core.candidate import Evidence

REASONS: Mapping[str, str] = {
    "duplicate.exact": "{count}处文字相同（{size}字，{lines}行）。",
    "duplicate.near": "{count}处文字几乎相同（{size}字，{lines}行，{differ}字不同）。",
    "duplicate.part": "其中{size}字另有更完整的一处。",
    "duplicate.loop": "同样的{size}字接连出现两次。",
    "duplicate.short": "同样的短行出现{count}次（{size}字）。",
    "join.next": "上段停在“{left}”，下一行以“{right}”开头，连读通顺。",
    "join.aside": "上段停在“{left}”，隔着{over}行混入的文字，以“{right}”接续。",
    "join.copy": "上段停在“{left}”，隔着重复的文字，以“{right}”接续。",
    "join.far": "上段停在“{left}”，{over}行之后以“{right}”接续。",
    "join.back": "上段停在“{left}”，版面上{over}行之前以“{right}”接续。",
    "join.heading": "“{left}”与“{right}”是同一标题的两行。",
    "aside.caption": "读来是图片说明。",
    "aside.caption.cut": "读来是图片说明，把一句话切成两段。",
    "aside.credit": "写明图片的作者。",
    "aside.furniture": "是报眉版脚，不属于任何一篇。",
    "aside.turn.bare": "提示另有一部分在别处。",
    "aside.turn": "提示读者转到第{page}版。",
    "aside.turn.from": "写明上接第{page}版。",
    "aside.advert": "是广告。",
    "article.headline": "是标题：其中{about}个词在下文再现。",
    "article.first": "是版面的第一行。",
    "article.byline": "是标题：其后是署名。",
    "article.mark": "标题缺失，从其后开始。",
    "move.topic": "说的是“{article}”，与所在之处无关。",
    "move.tail": "与前面转移的一行相连。",
    "move.head": "排在所属稿件“{article}”的标题之前。",
    "role.subhead": "是没有句末标点的短行，其后是正文。",
    "role.item": "以分条的序号开头。",
    "role.signoff": "写明作者或来源。",
    "role.dateline": "写明消息来自何处。",
    "role.byline": "写明作者。",
    "role.note": "是编者的话。",
    "role.summary": "在上方概括全文。",
    "role.furniture": "是版式记号。",
    "same.statement": "同样的{size}字另见于别处的行文之中。",
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
    template = REASONS.get(evidence.code)
    if template is None:
        return evidence.code
    try:
        return template.format_map(evidence.values)
    except (KeyError, ValueError, IndexError):
        return evidence.code
