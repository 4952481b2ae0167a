"""Bytes to text: the encoding is forced, told by a mark, or proposed from what the bytes say.

Each encoding reads the bytes as some text, and every text has a likelihood as Chinese news
(`letters`). The posterior of the readings, and of "none of them", is the confidence shown. Reading
itself is strict: nothing is ever replaced.
"""

from __future__ import annotations

import codecs
import math
from collections import Counter
from dataclasses import dataclass

from brandtool.core.errors import BrandtoolError
from brandtool.intake.letters import likelihood

ENCODINGS = {
    "utf-8": "utf-8",
    "gb18030": "gb18030",
    "big5": "cp950",
    "big5-hkscs": "big5hkscs",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "utf-32-le": "utf-32-le",
    "utf-32-be": "utf-32-be",
}
"""The encodings by the name shown, and the codec that reads each."""

_ALIASES = {
    "utf8": "utf-8", "utf-8-sig": "utf-8", "utf-8-bom": "utf-8", "ascii": "utf-8",
    "gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "ms936": "gb18030",
    "gb-18030": "gb18030", "cp950": "big5", "ms950": "big5", "big-5": "big5",
    "hkscs": "big5-hkscs", "big5hkscs": "big5-hkscs",
    "utf16": "utf-16-le", "utf-16": "utf-16-le", "utf16le": "utf-16-le", "utf-16le": "utf-16-le",
    "utf16be": "utf-16-be", "utf-16be": "utf-16-be", "utf-32": "utf-32-le", "utf32": "utf-32-le",
    "utf-32le": "utf-32-le", "utf-32be": "utf-32-be",
}  # fmt: skip
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PRIORS = {
    "utf-8": 0.0, "gb18030": -2.0, "big5": -3.5, "big5-hkscs": -6.0,
    "utf-16-le": -6.0, "utf-16-be": -7.0,
}  # fmt: skip
_NONE_HIGH, _NONE_LOW, _NONE_CONTROL, _NONE_PRIOR, _LOST = -5.6, -4.6, -8.0, -5.0, -12.0
_READS_WELL = -8.8
_HEAD, _WINDOW, _WINDOWS = 1 << 16, 1 << 14, 16
CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f"))
"""The C0 controls that no text holds."""
BINARY_SHARE = 0.01
"""The share of C0 controls above which bytes or a text are no text."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Propose an encoding with a confidence of 0..1."""

    encoding: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """Hold a decoded text (its first mark dropped, line ends as they were) and how it was read.

    `proposals` are the readings considered, the best first; empty if the encoding was forced or
    told by a mark.
    """

    text: str
    encoding: str
    confidence: float
    proposals: tuple[Proposal, ...] = ()


def encoding_named(name: str) -> str:
    """Return the customary name of an encoding.

    Raises BrandtoolError `intake.encoding.unknown` if we do not read it.
    """
    key = name.strip().lower().replace("_", "-")
    told = _ALIASES.get(key, key)
    if told not in ENCODINGS:
        raise BrandtoolError("intake.encoding.unknown", name=name, known=", ".join(ENCODINGS))
    return told


def decode(raw: bytes, *, encoding: str | None = None, origin: str = "") -> Decoded:
    """Read bytes strictly, in the encoding given, or told by their mark, or most likely.

    Raises BrandtoolError `intake.invalid` (`offset` of the first bad byte), `intake.binary`,
    `intake.encoding.unknown`.
    """
    if encoding is not None:
        name = encoding_named(encoding)
        marked = _mark(raw)
        if encoding.strip().lower() in ("utf-16", "utf16", "utf-32", "utf32") and marked:
            name = marked
        return Decoded(_text(raw, name, origin), name, 1.0)
    if told := _mark(raw):
        return Decoded(_text(raw, told, origin), told, 1.0)
    proposals = propose(raw)
    best = proposals[0]
    if not (best.encoding.startswith("utf-16") and _reads_well(raw, best.encoding)):
        refuse_binary(len(raw.translate(None, CONTROLS)), len(raw), origin)
    try:
        return Decoded(_text(raw, best.encoding, origin), best.encoding, best.confidence, proposals)
    except BrandtoolError as error:
        again = _around(raw, int(error.values["offset"]))
        if len(raw) <= _HEAD or again[0].encoding == best.encoding:
            raise
        text = _text(raw, again[0].encoding, origin)
        return Decoded(text, again[0].encoding, again[0].confidence, again)


def propose(raw: bytes) -> tuple[Proposal, ...]:
    """Weigh the encodings by what a sample of the bytes says in each; the best first."""
    return _weigh(_sample(raw))


def refuse_binary(clean: int, whole: int, origin: str) -> None:
    """Refuse what holds too many controls.

    Raises BrandtoolError `intake.binary`.
    """
    if whole and (whole - clean) / whole > BINARY_SHARE:
        share = round(100 * (whole - clean) / whole, 1)
        raise BrandtoolError("intake.binary", path=origin, share=share)


def _mark(raw: bytes) -> str | None:
    return next((name for mark, name in _MARKS if raw.startswith(mark)), None)


def _text(raw: bytes, name: str, origin: str) -> str:
    try:
        text = raw.decode(ENCODINGS[name])
    except UnicodeDecodeError as error:
        bad = raw[error.start : error.start + 4].hex(" ")
        raise BrandtoolError(
            "intake.invalid", path=origin, encoding=name, offset=error.start, bytes=bad
        ) from None
    return text.removeprefix("\ufeff")


def _sample(raw: bytes) -> tuple[bytes, ...]:
    if len(raw) <= _HEAD + _WINDOW * _WINDOWS:
        return (raw,)
    step = (len(raw) - _HEAD) // _WINDOWS & ~3
    starts = range(_HEAD, len(raw) - _WINDOW, step)
    return (raw[:_HEAD], *(raw[start : start + _WINDOW] for start in starts))


def _around(raw: bytes, offset: int) -> tuple[Proposal, ...]:
    start = max(0, offset - _HEAD // 2) & ~3
    return _weigh((raw[start : start + _HEAD],))


def _weigh(sample: tuple[bytes, ...]) -> tuple[Proposal, ...]:
    readings: dict[tuple[tuple[str, ...], float], str] = {}
    scores: dict[str, float] = {}
    for name, prior in _PRIORS.items():
        texts, score = _score(sample, name)
        if readings.setdefault((texts, score), name) == name:
            scores[name] = score + prior
    none = _score_none(sample) + _NONE_PRIOR
    top = max(none, *scores.values())
    whole = math.exp(none - top) + sum(math.exp(score - top) for score in scores.values())
    ordered = sorted(scores, key=lambda name: (-scores[name], name))
    return tuple(Proposal(name, round(math.exp(scores[name] - top) / whole, 4)) for name in ordered)


def _score(sample: tuple[bytes, ...], name: str) -> tuple[tuple[str, ...], float]:
    codec = ENCODINGS[name]
    score = 0.0
    texts = []
    for raw in sample:
        text = raw.decode(codec, "ignore")
        lost = len(raw) - len(text.encode(codec, "ignore"))
        score += _LOST * max(0, lost)
        score += sum(likelihood(letter) * n for letter, n in Counter(text).items())
        texts.append(text)
    return tuple(texts), score


def _reads_well(raw: bytes, name: str) -> bool:
    """Tell whether bytes full of controls are text of two bytes a letter all the same."""
    text = raw[:_HEAD].decode(ENCODINGS[name], "ignore")
    return sum(map(likelihood, text)) > _READS_WELL * len(text)


def _score_none(sample: tuple[bytes, ...]) -> float:
    score = 0.0
    for raw in sample:
        for byte, n in Counter(raw).items():
            cost = _NONE_CONTROL if byte in CONTROLS else _NONE_LOW if byte < 0x80 else _NONE_HIGH
            score += cost * n
    return score
