"""One sentence a code, in English and Chinese: what happened, where, what to do."""

from __future__ import annotations

import locale
import os
import string
from collections.abc import Mapping

from brandtool.core.errors import BrandtoolError

SENTENCES: Mapping[str, tuple[str, str]] = {
    # intake
    "intake.missing": (
        "{path}: there is no such file; check the name.",
        "{path}：没有这个文件，请检查文件名。",
    ),
    "intake.directory": (
        "{path} is a folder; name the text files in it.",
        "{path} 是文件夹，请指定其中的文本文件。",
    ),
    "intake.special": (
        "{path} is no ordinary file; copy its contents into a file or give - for standard input.",
        "{path} 不是普通文件，请先存成文件，或用 - 从标准输入读取。",
    ),
    "intake.denied": (
        "{path} may not be read by you; ask for the right to read it.",
        "{path}：您无权读取，请先取得读取权限。",
    ),
    "intake.unreadable": (
        "{path} cannot be read ({reason}); check the disk or the connection.",
        "{path} 无法读取（{reason}），请检查磁盘或网络连接。",
    ),
    "intake.large": (
        "{path} is larger than 256 MB; split it into pages first.",
        "{path} 超过256 MB，请先按版面拆开。",
    ),
    "intake.format": (
        "{path} is a {kind} file, not text; export its text first.",
        "{path} 是 {kind} 文件，不是文本，请先导出其中的文字。",
    ),
    "intake.binary": (
        "{path} is not text ({share} % of it are control characters); choose another file.",
        "{path} 不是文本（控制字符占{share}%），请另选文件。",
    ),
    "intake.empty": (
        "{path} holds no text; choose another file.",
        "{path} 里没有文字，请另选文件。",
    ),
    "intake.invalid": (
        "{path} is not valid {encoding}: byte {offset} ({bytes}) cannot be read; "
        "give the right encoding with --encoding.",
        "{path} 不是有效的 {encoding}：第{offset}字节（{bytes}）无法解读，"
        "请用 --encoding 指定正确的编码。",
    ),
    "intake.encoding.unknown": (
        "{name} is no encoding known here; use one of {known}.",
        "不认识编码 {name}，可用的有：{known}。",
    ),
    "intake.notice.encoding": (
        "it was read as {encoding}, with {confidence} % confidence; "
        "if the words look wrong, give --encoding.",
        "按 {encoding} 读取，把握{confidence}%；如果文字不对，请用 --encoding 指定编码。",
    ),
    "intake.notice.nul": (
        "it holds {count} NUL character(s), the first in line {line}; they stay as they are.",
        "含有{count}个NUL字符，第一个在第{line}行，保持原样。",
    ),
    "intake.notice.surrogates": (
        "{count} lone surrogate(s) that stand for no character were read as U+FFFD.",
        "有{count}个不成对的代理码，已读作 U+FFFD。",
    ),
    "intake.notice.line": (
        "line {line} has {size} characters; working on it takes long.",
        "第{line}行有{size}个字符，处理会较慢。",
    ),
    # export
    "export.folder": (
        "{path} is no folder and cannot be made into one; choose another with -o.",
        "{path} 不是文件夹，也无法建立，请用 -o 另选。",
    ),
    "export.denied": (
        "{path} may not be written by you; choose another folder with -o.",
        "{path}：您无权写入，请用 -o 另选文件夹。",
    ),
    "export.full": (
        "The disk of {path} is full; nothing was written: make room or choose another folder.",
        "{path} 所在的磁盘已满，没有写入任何文件，请腾出空间或另选文件夹。",
    ),
    "export.failed": (
        "{path} could not be written ({reason}); the files there are as they were.",
        "{path} 未能写入（{reason}），原有文件未动。",
    ),
    "export.format.unknown": (
        "{name} is no format known here; use one of {known}.",
        "不认识导出格式 {name}，可用的有：{known}。",
    ),
    "export.encoding": (
        "{path}, line {line}: {encoding} cannot write {character} ({point}); use utf-8 or gb18030.",
        "{path} 第{line}行：{encoding} 无法写出“{character}”（{point}），请改用 utf-8 或 gb18030。",
    ),
    "export.encoding.unknown": (
        "Texts cannot be written in {name}; use one of {known}.",
        "无法以 {name} 写出文本，可用的有：{known}。",
    ),
    "export.lines": (
        "{path}, line {line}: this is no line of a brandtool export; export the page again.",
        "{path} 第{line}行不是 brandtool 导出的数据，请重新导出。",
    ),
    "export.clash": (
        "{path} would overwrite the files of {other} in {folder}; give it another folder with -o.",
        "{path} 会覆盖 {other} 在 {folder} 中的文件，请用 -o 另选文件夹。",
    ),
    # settings
    "settings.unreadable": (
        "The settings in {path} cannot be read ({reason}); the defaults hold.",
        "设置文件 {path} 无法读取（{reason}），现用默认设置。",
    ),
    "settings.unwritable": (
        "The settings cannot be saved in {path} ({reason}); free the place and change them again.",
        "设置无法存入 {path}（{reason}），请处理后重新设置。",
    ),
    "settings.damaged": (
        "The settings were damaged; they were put aside as {path}, and the defaults hold.",
        "设置文件已损坏，已移到 {path}，现用默认设置。",
    ),
    # store
    "store.missing": (
        "{path}: there is no such project; check the name.",
        "{path}：没有这个项目文件，请检查文件名。",
    ),
    "store.foreign": (
        "{path} is no brandtool project; nothing of it was changed: choose another file.",
        "{path} 不是 brandtool 项目文件，未作改动，请另选文件。",
    ),
    "store.too_new": (
        "{path} was made by a newer program (schema {schema}); update brandtool to open it.",
        "{path} 由更新的程序建立（格式{schema}），请升级 brandtool 后再打开。",
    ),
    "store.newer": (
        "{path} was written by a newer program (schema {schema}) and is read only here.",
        "{path} 由更新的程序写过（格式{schema}），这里只读。",
    ),
    "store.schema": (
        "{path} has tables that are not ours and was left untouched; no backup of it is known.",
        "{path} 的结构已被改动，文件未动，没有找到备份。",
    ),
    "store.schema.backup": (
        "{path} has tables that are not ours and was left untouched; "
        "its newest good backup is {backup}.",
        "{path} 的结构已被改动，文件未动；最近的完好备份是 {backup}。",
    ),
    "store.damaged": (
        "{path} is damaged and was left untouched; no backup of it is known.",
        "{path} 已损坏，文件未动，没有找到备份。",
    ),
    "store.damaged.backup": (
        "{path} is damaged and was left untouched; its newest good backup is {backup}.",
        "{path} 已损坏，文件未动；最近的完好备份是 {backup}。",
    ),
    "store.needs_recovery": (
        "{path} was being written when the program stopped; open it once where it may be written.",
        "{path} 在写入时中断，请在可写的位置打开一次。",
    ),
    "store.exists": (
        "{path} exists already; open it instead.",
        "{path} 已经存在，请直接打开。",
    ),
    "store.full": (
        "The disk of {path} is full; make room, then go on.",
        "{path} 所在的磁盘已满，请腾出空间后继续。",
    ),
    "store.io": (
        "{path} cannot be reached on its disk; check the disk or the connection.",
        "{path} 读写失败，请检查磁盘或网络连接。",
    ),
    "store.busy": (
        "{path} is being used by another program; try again shortly.",
        "{path} 正被其他程序占用，请稍后再试。",
    ),
    "store.unreachable": (
        "{path} cannot be reached; check the disk or the connection.",
        "{path} 无法访问，请检查磁盘或网络连接。",
    ),
    "store.too_big": (
        "{path} holds a record too big to read; restore a backup of it.",
        "{path} 中有过大的记录，无法读取，请从备份恢复。",
    ),
    "store.endless": (
        "{path} takes too long to check; it may be damaged or not ours: restore a backup of it.",
        "{path} 检查超时，可能已损坏或并非本程序的文件，请从备份恢复。",
    ),
    "store.moved": (
        "{path} was moved or replaced while it was open; open it again.",
        "{path} 在打开期间被移动或替换，请重新打开。",
    ),
    "store.bad_copy": (
        "The backup in {path} is not whole; choose an older one.",
        "备份 {path} 不完整，请选更早的备份。",
    ),
    "store.refused": (
        "The decision {event} cannot be stored (its {field} is not sound); report this as a fault.",
        "处理 {event} 无法保存（{field} 有误），请报告此问题。",
    ),
    "store.chain": (
        "The decision {event} (number {n}) does not follow the one before; report this as a fault.",
        "处理 {event}（第{n}条）与前一条不相接，请报告此问题。",
    ),
    "store.unknown_text": (
        "The decision {event} speaks of a text that is not in the project; report this as a fault.",
        "处理 {event} 所指的文本不在项目中，请报告此问题。",
    ),
    "store.no_source": (
        "The project holds no revision {rev} of the text {doc}; open its newest one.",
        "项目中没有文本 {doc} 的第{rev}个版本，请打开最新版本。",
    ),
    "store.read_only": (
        "{path} may not be written and is open for reading only.",
        "{path} 不可写入，现为只读。",
    ),
    "store.locked": (
        "{name} is working on {path} (on {host}); it is read only until they close it.",
        "{name}正在处理 {path}（{host}），您现在只能查看。",
    ),
    "store.no_lock": (
        "{path} cannot be locked on its disk and is open for reading only.",
        "{path} 所在的磁盘不支持加锁，现为只读。",
    ),
    "store.stray_journal": (
        "A foreign journal beside {path} was put aside as {aside}.",
        "{path} 旁有不属于它的日志，已移到 {aside}。",
    ),
    "store.stray_wal": (
        "A foreign write-ahead log beside {path} was put aside as {aside}.",
        "{path} 旁有不属于它的预写日志，已移到 {aside}。",
    ),
    "store.recovered": (
        "{path} was being written when the program stopped; it has been put in order.",
        "{path} 在写入时中断，现已恢复。",
    ),
    "store.migrated": (
        "{path} was brought from schema {before} to {after}; a backup was made before.",
        "{path} 已从格式{before}升级到{after}，升级前已备份。",
    ),
    "store.backup_failed": (
        "No backup of {path} could be made ({why}); check the disk.",
        "{path} 未能备份（{why}），请检查磁盘。",
    ),
    # verify
    "verify.schema": (
        "Its tables are not those of a project.",
        "表的结构不是项目文件的结构。",
    ),
    "verify.short": (
        "It ends too early: {missing} byte(s) are missing.",
        "文件不完整：末尾缺{missing}字节。",
    ),
    "verify.integrity": ("Its pages are damaged: {found}.", "文件页已损坏：{found}。"),
    "verify.reference": (
        "Row {row} of table {table} points to nothing.",
        "表 {table} 的第{row}行所指不存在。",
    ),
    "verify.event": (
        "The decision {event} (row {seq}) is not what was stored.",
        "处理 {event}（第{seq}行）与存入时不符。",
    ),
    "verify.chain": (
        "The chain of {replica} breaks at its number {n}.",
        "{replica} 的处理记录在第{n}条处中断。",
    ),
    "verify.source": (
        "The text {doc}, revision {rev}, is not what was stored.",
        "文本 {doc} 的第{rev}个版本与存入时不符。",
    ),
    "verify.sum": ("The record {row} is not what was stored.", "记录 {row} 与存入时不符。"),
    "verify.head": (
        "The stored state of the decision {event} is not what the decisions give.",
        "处理 {event} 的存储状态与处理记录不符。",
    ),
    "verify.unreadable": ("{check} cannot be checked ({why}).", "{check} 无法核验（{why}）。"),
    # the command line's own
    "cli.json": (
        "{path}, line {line}: this is no object with an id and a text; it was passed over.",
        "{path} 第{line}行不是含 id 和 text 的对象，已跳过。",
    ),
    "cli.detector": (
        "The detector {name} failed on {path} ({error}); what it would claim is missing.",
        "检测器 {name} 在 {path} 上出错（{error}），缺少它的结果。",
    ),
    "cli.part": (
        "The plug-in {name} could not be loaded ({reason}).",
        "插件 {name} 未能载入（{reason}）。",
    ),
    "cli.no_project": (
        "{path} has no project yet; decide something in the desk first, or use clean.",
        "{path} 还没有项目文件，请先在窗口中处理，或改用 clean。",
    ),
    "cli.revision": (
        "{path}: the decisions belong to an earlier revision of the text, which is exported.",
        "{path}：处理记录属于较早的文本版本，导出的是该版本。",
    ),
    "cli.changed": (
        "{path} has changed since; the stored text is exported: take the new one in at the desk.",
        "{path} 此后有改动，导出的是已存的原文；如需采用新版原文，请在窗口中导入。",
    ),
    "cli.bug": (
        "This is a fault of the program ({error}); please report it with the lines above.",
        "程序出错（{error}），请连同上面的内容一并报告。",
    ),
    "verify.ok": ("{path} is whole.", "{path} 完好。"),
    "verify.bad": ("{path} is not whole ({count} finding(s)).", "{path} 有问题（{count}处）。"),
}
"""The English and the Chinese sentence of every code."""


def preferred() -> tuple[str, BrandtoolError | None]:
    """Return the language of messages (`zh` or `en`) and what is wrong with the settings.

    The settings decide, else the locale.
    """
    from brandtool import settings

    try:
        told = settings.load()
    except BrandtoolError as error:
        return locale_language(), error
    wrong = BrandtoolError("settings.damaged", path=told.damaged) if told.damaged else None
    return told.language or locale_language(), wrong


def locale_language() -> str:
    """Return the language that the locale asks for; English unless that is Chinese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if told := os.environ.get(name):
            return "zh" if told.lower().startswith("zh") else "en"
    return "zh" if (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese")) else "en"


def say(code: str, values: Mapping[str, object], *, tongue: str) -> str:
    """Return the sentence of a code; the bare code and values where there is none."""
    found = SENTENCES.get(code)
    if values.get("backup"):
        found = SENTENCES.get(f"{code}.backup", found)
    if found is None:
        return f"{code} {dict(values)}" if values else code
    return _Lenient().vformat(found[tongue == "zh"], (), _shown(values))


def sentence(error: BrandtoolError, *, tongue: str) -> str:
    """Return the sentence of a known error."""
    return say(error.code, error.values, tongue=tongue)


def _shown(values: Mapping[str, object]) -> dict[str, object]:
    return {
        name: value.encode("utf-8", "backslashreplace").decode("utf-8")
        if isinstance(value, str)
        else value
        for name, value in values.items()
    }


class _Lenient(string.Formatter):
    """Fill a template, leaving a question mark for a value that was not told."""

    def get_value(self, key: int | str, args: object, kwargs: Mapping[str, object]) -> object:
        return kwargs.get(str(key), "?")
