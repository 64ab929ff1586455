"""The body of a change: one entry of a device's log, in the exact bytes that are hashed and sent.

A change says which fields of one record got which values, based on which version. Its keys are short
because it travels over thin links; they are fixed for ever, and migrations never touch a body:

| key     | holds |
|---------|-------|
| `n`     | number of the change in its device's log, dense from 1 |
| `g`     | `n` of the first change of the same unit of work; a batch never splits a group |
| `r`, `t`, `s` | record, kind, scope (12-digit division code) |
| `op`    | put, archive, move, resolve, attach, altered |
| `b`     | version of the record the change is based on; 0 for a record the county has not numbered |
| `p`     | own earlier change of the same record that was not yet seen back, or 0 |
| `u`, `grant` | user, and the county-signed grant under which they acted; "" before enrolment |
| `sv`    | schema version of the kind |
| `at`    | wall clock of the desk, UTC ms |
| `clock` | offset of that clock at the last contact, ms, or null when never measured |
| `f`     | fields and their new values as sent; also `class`, `readers`, `profile` of the envelope |
| `origin` | only of a change logged again: device, number and chain (hexadecimal) it had before |
| `was` | only of a statement: chain and salt (hexadecimal) and the text of what was found altered |

A `resolve` names the conflicts it decides in `f` under `conflicts` (a list of ids), beside the field. A
`move` has nothing in `f` but the division code the record goes to, under `scope`; its parts go along. An
`altered` states that the change of this number was altered in the file of its desk before it was sent
(`village_desk.store.altered`); `f` says what the record showed, and no county lets it have any effect.
"""

import contextlib
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal, cast, get_args

import msgspec
from msgspec import Meta, Struct

from village_desk import crypto

Op = Literal["put", "archive", "move", "resolve", "attach", "altered"]
OPS = get_args(Op)

TRAVELLING = ("class", "readers", "profile")
"""Columns of the envelope that a change may set beside fields."""
DECIDES = "conflicts"
"""Key in `f` of a resolve change: the conflicts it decides."""
MOVES_TO = "scope"
"""Key in `f` of a move change: the division code the record lies in from now on."""
BESIDE = (*TRAVELLING, DECIDES, MOVES_TO)
"""Keys in `f` that are no fields."""
ARCHIVED = "archived"
"""The name under which a conflict about archiving stands; no field may have it."""
BODY_LIMIT = 1_048_576
"""Largest body in bytes; anything bigger is an attachment."""
GENERATION = 2**20
"""A county restored from a backup numbers versions anew above the next multiple of this: those its desks saw
before stay apart from those it gives now, so that an edit based on a lost one overwrites nobody unseen."""


_Whole = Annotated[int, Meta(ge=-crypto.WHOLE_LIMIT, le=crypto.WHOLE_LIMIT - 1)]


class Body(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One change, as its device wrote it; see the table above."""

    n: _Whole
    g: _Whole
    r: str
    t: str
    s: str
    op: Op
    b: _Whole
    p: _Whole
    u: str
    grant: str
    sv: _Whole
    at: _Whole
    clock: _Whole | None
    f: dict[str, object]
    origin: tuple[str, int, str] | None = None
    was: tuple[str, str, str] | None = None


_ORIGIN, _WAS = "origin", "was"
_KEYS = frozenset(Body.__struct_fields__) - {_ORIGIN, _WAS}
_WHOLE = ("n", "g", "b", "p", "sv", "at")
_TEXT = ("r", "t", "s", "u", "grant")


def encode(body: Body) -> bytes:
    """Return the exact bytes of `body`: canonical JSON, written once and never again."""
    more: dict[str, object] = {_ORIGIN: list(body.origin)} if body.origin else {}
    more |= {_WAS: list(body.was)} if body.was else {}
    return crypto.canonical({name: getattr(body, name) for name in _KEYS} | more)


def decode(raw: bytes) -> Body:
    """Read the bytes of a change.

    Raises:
        CryptoTrouble: "crypto.json_invalid": not a body; nothing of its content is in the error.
    """
    with contextlib.suppress(ValueError, TypeError, RecursionError):
        body = _READER.decode(raw)
        if _is_plain(body) and crypto.is_canonical(raw, body, body.f):
            return body  # nearly all are written in the one way
    data = crypto.read_json(raw)
    if not isinstance(data, dict) or not data.keys() >= _KEYS or not _shaped(data):
        raise crypto.CryptoTrouble("crypto.json_invalid")
    read = {name: data[name] for name in _KEYS} | {_ORIGIN: _origin(data.get(_ORIGIN)), _WAS: _was(data)}
    return Body(**cast("dict[str, object]", read))  # type: ignore[arg-type]  # shapes are checked above


_READER = msgspec.json.Decoder(Body)


def _is_plain(body: Body) -> bool:
    """Say whether a change carries nothing whose meaning is looked at beyond its shape."""
    return body.op != "altered" and body.origin is None and body.was is None


def read(raw: object) -> Body | None:
    """Read the bytes of a change out of the own file, where somebody may have altered them; None then."""
    try:
        return decode(raw if isinstance(raw, bytes) else str(raw).encode())
    except crypto.CryptoTrouble:
        return None


def readable(rows: Iterable[Sequence[object]]) -> list[Body]:
    """Read changes of the own file, each first in its row, but those altered since the county had them."""
    read_ = (read(row[0]) for row in rows)
    return [body for body in read_ if body is not None]


def _origin(told: object) -> tuple[str, int, str] | None:
    """Read where a change stood before it was logged again.

    Raises:
        CryptoTrouble: "crypto.json_invalid".
    """
    match told:
        case None:
            return None
        case [str(device), int(n), str(chain)] if (
            _IDS.fullmatch(device) and _HASHES.fullmatch(chain) and n > 0
        ):
            return device, n, chain
        case _:
            raise crypto.CryptoTrouble("crypto.json_invalid")


def _was(data: Mapping[str, object]) -> tuple[str, str, str] | None:
    match data["op"], data.get(_WAS):
        case "altered", [str(chain), str(salt), str(text)]:
            return chain, salt, text
        case "altered", _:
            raise crypto.CryptoTrouble("crypto.json_invalid")
        case _:
            return None


_IDS, _HASHES = re.compile("[0-9a-f]{32}"), re.compile("[0-9a-f]{64}")


def _shaped(data: Mapping[str, object]) -> bool:
    whole = all(isinstance(data[key], int) and not isinstance(data[key], bool) for key in _WHOLE)
    text = all(isinstance(data[key], str) for key in _TEXT)
    clock = data["clock"] is None or isinstance(data["clock"], int)
    return whole and text and clock and isinstance(data["f"], dict) and data["op"] in OPS


def is_first(ver: int) -> bool:
    """Say whether a record began with this version."""
    return ver % GENERATION == 1


def replayed(base: Mapping[str, object], bodies: Iterable[Body]) -> dict[str, object]:
    """Return what a desk shows: `base` as sent by the county, and its own `bodies` laid over it in order."""
    view = dict(base)
    for body in bodies:
        if body.op in ("put", "attach", "resolve", "altered"):
            view.update({name: value for name, value in body.f.items() if name not in BESIDE})
    return view


def accepted(body: Body, differs: Mapping[str, object], disputed: Iterable[str] = ()) -> dict[str, object]:
    """Return what stands after an accepted change in the fields it named; "archived" is among them.

    `differs` are the values that stand in place of the sent ones; `disputed` fields count as not sent.
    """
    left = {DECIDES, MOVES_TO, *disputed}
    sent = {name: value for name, value in body.f.items() if name not in left}
    if body.op == "archive" and ARCHIVED not in left:
        sent.setdefault(ARCHIVED, True)
    return {**sent, **differs}


def state_sum(record_id: bytes, ver: int, data: Mapping[str, object]) -> int:
    """Return what one record adds to the sum of its village: 64 bits of SHA-256(id ‖ ver ‖ data).

    `data` are the fields as sent, without empty ones, so that a desk that never knew a field and a county
    where it is null agree. The sum of a village is the sum of these modulo 2⁶⁴ (domain: sync §2.6).
    """
    filled = {name: value for name, value in data.items() if value or value not in (None, "", [])}
    hashed = hashlib.sha256(record_id + ver.to_bytes(8, "big") + crypto.canonical(filled)).digest()
    return int.from_bytes(hashed[:8], "big")


Outcome = Literal["ok", "conflict", "quarantined"]


class FeedConflict(Struct, frozen=True, kw_only=True):
    """A value the county could not make current: kept beside the record until a person decides.

    `why` is "value", "joined" (the county joined two texts, a person is to read the result) or "archived".
    """

    id: str
    field: str
    value: object
    why: str = "value"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StandingConflict:
    """An open conflict of a `StateRow`: a value beside the record, and the change it came with."""

    id: str
    field: str
    value: object
    seq: int
    device: str
    n: int
    user_name: str = ""
    received_at: int = 0
    why: str = "value"


class FeedRow(Struct, frozen=True, kw_only=True):
    """One entry of the county's feed as a desk applies it; ids are 32 hexadecimal digits, times UTC ms.

    Attributes:
        seq: Place in the county's one dense order.
        device: The desk that made the change; `n` its number there.
        body: The exact bytes of the change, or b"" where they are withheld; then nothing is applied.
        ver: Version of the record after it; 0 when quarantined.
        outcome: What the county made of it; `reason` says why it is quarantined.
        set_: Fields that became current with another value than the body's, or did not become current
            (then with the value that stays); None when all of the body's fields stand as sent.
        opened: Conflicts this change opened.
        closed: Ids of conflicts it decided.
        restored: The record was archived and an edit brought it back (edit beats archive).
        left: Records (kind, id) that the users of this desk may no longer read since this row.
        states: Records as they stand, which they may read since this row, or which it put elsewhere.
    """

    seq: int
    device: str
    n: int
    body: bytes
    ver: int
    outcome: Outcome
    reason: str = ""
    set_: dict[str, object] | None = None
    opened: tuple[FeedConflict, ...] = ()
    closed: tuple[str, ...] = ()
    restored: bool = False
    received_at: int = 0
    user_name: str = ""
    left: tuple[tuple[str, bytes], ...] = ()
    states: "tuple[StateRow, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class StateRow:
    """A record as it stands at the county, in place of all its rows of the feed up to `last`.

    Attributes:
        last: The row that touched it last, its body withheld; `ver` is the version of the record.
        readers: JSON of the users a restricted record is open to, or None.
        data: Its fields as sent, without empty ones.
        weight: Its `state_sum`.
        versions: For each field ever set the version that set it last.
        open: Its conflicts that nobody has decided.
    """

    last: FeedRow
    kind: str
    record_id: bytes
    scope: str
    archived: bool
    class_: str
    readers: str | None
    profile: int
    created_by: str
    created_at: int
    changed_by: str
    changed_at: int
    data: dict[str, object]
    weight: int
    versions: dict[str, int]
    open: tuple[StandingConflict, ...] = ()
