"""Records: a decision as a row of the table and back, and the hashes that prove rows."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any, NoReturn, TypeAlias, cast

from brandtool.core.decision import VERBS, Decision, Verb, canonical, event_id, read_payload
from brandtool.core.errors import BrandtoolError
from brandtool.store.connection import DamagedError

Row: TypeAlias = tuple[Any, ...]

COLUMNS = (
    "event, replica_id, n, clock, action, doc_uid, text_sha256, cand, verb, kind, payload,"
    " parents, made_us, prev"
)
"""The columns of a decision's row, in the order of the rows here."""

INSERT = f"INSERT INTO decision ({COLUMNS}) VALUES ({', '.join('?' * 14)})"

_ID = re.compile(r"[0-9a-f]{32}")
_SHA = re.compile(r"[0-9a-f]{64}")
_INT = range(-(2**63), 2**63)


def row_of(decision: Decision) -> Row:
    """Return the row of a decision."""
    return (
        bytes.fromhex(decision.event),
        bytes.fromhex(decision.replica),
        decision.n,
        decision.clock,
        bytes.fromhex(decision.action),
        _blob(decision.doc),
        _blob(decision.text_sha256),
        _blob(decision.cand),
        decision.verb,
        decision.kind,
        decision.payload,
        bytes.fromhex("".join(decision.parents)),
        decision.made_us,
        _blob(decision.prev or None),
    )


def decision_of(row: Row) -> Decision:
    """Return the decision of a row; raises DamagedError if it cannot be one."""
    try:
        return _decision_of(row)
    except (ValueError, TypeError, AttributeError) as error:
        raise DamagedError(str(error)) from error


def _decision_of(row: Row) -> Decision:
    event, replica, n, clock, action, doc, text, cand, verb, kind, payload, parents, made, prev = (
        row
    )
    anchor, effects, note, targets = read_payload(payload)
    return Decision(
        event=event.hex(),
        replica=replica.hex(),
        n=n,
        clock=clock,
        action=action.hex(),
        verb=cast(Verb, verb),
        kind=kind,
        doc=_hex(doc),
        text_sha256=_hex(text),
        cand=_hex(cand),
        anchor=anchor,
        effects=effects,
        note=note,
        parents=ids_of(parents),
        targets=targets,
        made_us=made,
        prev=_hex(prev) or "",
    )


def event_of(row: Row) -> bytes:
    """Hash a row as the event's id is made, from what is stored and not from what it means."""
    _, replica, n, clock, action, doc, text, cand, verb, kind, payload, parents, made, prev = row
    told = canonical(
        [
            replica.hex(),
            n,
            clock,
            action.hex(),
            _hex(doc),
            _hex(text),
            _hex(cand),
            verb,
            kind,
            payload,
            list(ids_of(parents)),
            made,
            _hex(prev) or "",
        ]
    )
    return hashlib.blake2b(told.encode("utf-8"), digest_size=16).digest()


def ids_of(blob: bytes) -> tuple[str, ...]:
    """Return the ids that stand one after another in a blob."""
    return tuple(blob[at : at + 16].hex() for at in range(0, len(blob), 16))


def check(decision: Decision) -> None:
    """Refuse a decision that is not whole: `store.refused` names the first bad field."""
    ids = {"event": decision.event, "replica": decision.replica, "action": decision.action}
    ids.update({f"parents {at}": parent for at, parent in enumerate(decision.parents)})
    ids.update({f"targets {at}": target for at, target in enumerate(decision.targets)})
    maybe = {"doc": decision.doc, "cand": decision.cand, "prev": decision.prev or None}
    ids.update({field: told for field, told in maybe.items() if told is not None})
    for field, told in ids.items():
        if not _ID.fullmatch(told):
            _refuse(decision, field.split()[0])
    if decision.text_sha256 is not None and not _SHA.fullmatch(decision.text_sha256):
        _refuse(decision, "text_sha256")
    if decision.verb not in VERBS:
        _refuse(decision, "verb")
    if len(decision.kind) > 40 or "\x00" in decision.kind:
        _refuse(decision, "kind")
    for field, number, least in (
        ("n", decision.n, 1),
        ("clock", decision.clock, 1),
        ("made_us", decision.made_us, _INT.start),
    ):
        if number not in _INT or number < least:
            _refuse(decision, field)
    _check_payload(decision)
    if event_id(decision) != decision.event:
        _refuse(decision, "event")


def _check_payload(decision: Decision) -> None:
    """Refuse what JSON cannot carry there and back: NaN, lone surrogates, unknown effects."""
    try:
        payload = decision.payload
        payload.encode("utf-8")
        json.loads(payload, parse_constant=_not_json)
        read_payload(payload)
    except (ValueError, TypeError, RecursionError) as error:
        raise BrandtoolError("store.refused", event=decision.event, field="payload") from error


def _not_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _refuse(decision: Decision, field: str) -> NoReturn:
    raise BrandtoolError("store.refused", event=decision.event, field=field)


def row_sum(*values: str | int | bytes) -> str:
    """Hash the values of a row that no event covers (who, where from, how read)."""
    told = canonical([value.hex() if isinstance(value, bytes) else value for value in values])
    return hashlib.blake2b(told.encode("utf-8"), digest_size=16).hexdigest()


def _blob(told: str | None) -> bytes | None:
    return None if told is None else bytes.fromhex(told)


def _hex(told: bytes | None) -> str | None:
    return None if told is None else told.hex()
