"""The Chinese words of exports: one word an idea, as the window says them."""

from __future__ import annotations

from pathlib import PurePath

from brandtool.core.facts import PageFacts
from brandtool.export.sheet import Sheet

PAGE_STATES = {
    "unread": "未开始", "work": "校对中", "first": "一校完", "second": "二校完", "final": "已定稿",
}  # fmt: skip
QUOTE_KINDS = {"direct": "直接引语", "indirect": "间接引语", "mixed": "部分引语"}
SPEAKER_KINDS = {
    "person": "个人", "organisation": "机构", "unnamed": "不具名",
}  # fmt: skip
QUOTE_STATES = {
    "open": "未处理", "deferred": "待定", "accepted": "已采纳", "amended": "改后采纳",
    "reopened": "需重核", "kept": "维持原样",
}  # fmt: skip


def state_line(sheet: Sheet, count: int) -> str:
    """Write the state of the page, and how many items are open in what the header speaks of."""
    if sheet.draft:
        rest = "" if count == sheet.open_total else f"，全版{sheet.open_total}项"
        return f"未定稿（未处理{count}项{rest}）"
    reading = sheet.readings.get(sheet.state)
    told = PAGE_STATES[sheet.state]
    if reading is None:
        return told
    return f"{told}（{' '.join(filter(None, (reading.editor, reading.time)))}）"


def source_line(sheet: Sheet) -> str:
    """Write the source's name and the first twelve digits of its SHA-256."""
    return f"{source_name(sheet)} {sheet.sha256[:12]}".strip()


def source_name(sheet: Sheet) -> str:
    """Return the name of the source file, without the folders it lies in."""
    return PurePath(sheet.source.replace("\\", "/")).name


def page_number(facts: PageFacts) -> str:
    """Write the page number with the page's name, where there is one."""
    if facts.page and facts.page_name:
        return f"{facts.page}（{facts.page_name}）"
    return facts.page or facts.page_name
