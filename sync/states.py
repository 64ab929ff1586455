"""Records as they stand, in place of the history that made them: what a first sync reads, piece by piece.

| request | sent | answered |
|---|---|---|
| `POST /v1/states` | `StatesRequest` | `StatesReply` |
| `GET /v1/history/{kind}/{record}` | nothing | `HistoryReply` |

A piece is the same over a network and on a stick: it depends on who asks and on the place it goes on from,
and on nothing the county keeps about the asking.
"""

import hashlib
import json
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Raw, Struct, field

from sync.messages import PROTOCOL, Row
from village_desk import crypto
from village_desk.changes import FeedRow, StandingConflict, StateRow
from village_desk.errors import SyncTrouble
from village_desk.ids import id_from_text


class StatesRequest(Struct, omit_defaults=True, kw_only=True):
    """A desk asks for the next records as they stand.

    Attributes:
        after: Where the last piece ended (`place_of`); "" for the first.
        want: Most bytes of the reply, packed, roughly.
    """

    proto: int = PROTOCOL
    device: str
    after: str = ""
    want: int = 262_144


class Standing(Struct, array_like=True, frozen=True):
    """One open conflict: its id, field and value; the change it came with; by whom, when, why."""

    id: str
    field: str
    value: Any
    q: int
    d: str
    n: int
    w: str
    t: int
    why: str = "value"


class RecordState(Struct, omit_defaults=True, kw_only=True):
    """One record; what belongs to the row of the feed that touched it last is named as in `Row`.

    Attributes:
        r, k, s: Record, kind, scope.
        f: Canonical JSON of its fields as sent, empty ones left out.
        o: Versions of the fields that another version than `v` set last, or that are empty now.
        a: It is out of sight.
        l: Its class, with the readers `e`, on version `p` of the profile.
        m: Made by (user) and at; changed by and at.
        c: Its open conflicts.
    """

    r: str
    k: str
    s: str
    q: int
    d: str
    n: int
    v: int
    t: int
    w: str = ""
    f: Raw
    o: dict[str, int] = field(default_factory=dict)
    a: bool = False
    l: str = "normal"  # noqa: E741 - a key of one letter, as the others
    e: list[str] = field(default_factory=list)
    p: int = 0
    m: tuple[str, int, str, int]
    c: list[Standing] = field(default_factory=list)


class StatesReply(Struct, omit_defaults=True, kw_only=True):
    """One piece of a first sync.

    Attributes:
        inc: Incarnation of the county's database.
        states: The records, newest first within a kind and village.
        upto: Where the next piece goes on.
        more: Whether there is a next piece.
    """

    inc: str
    states: list[RecordState] = field(default_factory=list)
    upto: str = ""
    more: bool = False


class HistoryReply(Struct):
    """Rows of one record, in their order, with their bodies: what a state leaves out."""

    rows: list[Row]


def place_of(kind: str, scope: str, record_id: str) -> str:
    """Return the place of a record in the order of pieces."""
    return f"{kind}/{scope}/{record_id}"


def state_row(state: RecordState) -> StateRow:
    """Return a state as a desk takes it in.

    Raises:
        SyncTrouble: "sync.nonsense": its fields are not canonical JSON, or an id is none.
    """
    raw = bytes(state.f)
    try:
        data = _plain_fields(raw) or _fields(raw)
        record_id = id_from_text(state.r)
    except (msgspec.MsgspecError, UnicodeError, ValueError, TypeError, RecursionError):
        raise SyncTrouble("sync.nonsense", what="state") from None
    versions = dict.fromkeys(data, state.v)
    versions.update(state.o)
    made_by, made_at, changed_by, changed_at = state.m
    return StateRow(
        last=_last(state),
        kind=state.k,
        record_id=record_id,
        scope=state.s,
        archived=state.a,
        class_=state.l,
        readers=json.dumps(state.e) if state.e else None,
        profile=state.p,
        created_by=made_by,
        created_at=made_at,
        changed_by=changed_by,
        changed_at=changed_at,
        data=data,
        weight=_weight(record_id, state.v, raw),
        versions=versions,
        open=tuple(map(_conflict, state.c)),
    )


_Plain = (
    Annotated[str, Meta(min_length=1)]
    | Annotated[int, Meta(ge=-(2**63), le=2**63 - 1)]
    | bool
    | Annotated[list[str], Meta(min_length=1)]
)
_PLAIN_FIELDS = msgspec.json.Decoder(dict[str, _Plain])


def _plain_fields(raw: bytes) -> dict[str, Any] | None:
    """Read fields as nearly all are, or None: for `_fields`, which takes four times as long, to judge.

    What this writer writes of such values is what `crypto.canonical` writes, and a test holds it to that.
    """
    try:
        data: dict[str, Any] = _PLAIN_FIELDS.decode(raw)
    except (msgspec.MsgspecError, UnicodeError):
        return None
    return data if msgspec.json.encode(data, order="sorted") == raw else None


def _fields(raw: bytes) -> dict[str, Any]:
    data = msgspec.json.decode(raw)
    filled = isinstance(data, dict) and all(value not in (None, "", []) for value in data.values())
    if not filled or crypto.canonical(data) != raw:
        raise SyncTrouble("sync.nonsense", what="state")
    return dict(data)


def _weight(record_id: bytes, ver: int, raw: bytes) -> int:
    """Return `village_desk.changes.state_sum` of canonical bytes."""
    hashed = hashlib.sha256(record_id + ver.to_bytes(8, "big") + raw).digest()
    return int.from_bytes(hashed[:8], "big")


def _last(state: RecordState) -> FeedRow:
    return FeedRow(
        seq=state.q,
        device=state.d,
        n=state.n,
        body=b"",
        ver=state.v,
        outcome="ok",
        received_at=state.t,
        user_name=state.w,
    )


def _conflict(one: Standing) -> StandingConflict:
    return StandingConflict(
        id=one.id,
        field=one.field,
        value=one.value,
        seq=one.q,
        device=one.d,
        n=one.n,
        user_name=one.w,
        received_at=one.t,
        why=one.why,
    )
