"""Rows of the county's feed, from the wire to what a desk applies."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import msgspec
from msgspec import Raw

from sync.messages import WITHHELD, Row, Verdict
from sync.states import RecordState, state_row
from village_desk import changes
from village_desk.changes import ARCHIVED, FeedConflict, FeedRow, StateRow
from village_desk.errors import SyncTrouble
from village_desk.ids import id_from_text, id_text
from village_desk.kinds import KINDS
from village_desk.store import Store, county_link

_DECIDING = f'"{changes.DECIDES}"'.encode()
"""Stands in the body of every change that decides a conflict: the others need not be read for it twice."""


def feed_rows(
    store: Store, rows: Iterable[Row], after: int, upto: int, sent: Mapping[int, bytes] = MappingProxyType({})
) -> Iterator[FeedRow]:
    """Yield the rows numbered above `after` and not above `upto`, in their order.

    `sent` are bodies of own changes by number that a receipt of the county has just proved to be what it got.

    Raises:
        SyncTrouble: "sync.nonsense": they are out of order, or an own change is not in the own log.
        CryptoTrouble: "crypto.json_invalid": a body is none.
    """
    reached, own = 0, id_text(store.device_id)
    rows = list(rows)
    looked_up = {row.n: _told(row) for row in rows if row.d == own and row.n not in sent}
    bodies = {**sent, **county_link.proved_bodies(store, looked_up)}
    for row in rows:
        if row.q <= reached:
            raise SyncTrouble("sync.nonsense", what="order")
        reached = row.q
        if not after < row.q <= upto:
            continue
        # None of one that was altered here: then the sums differ, and a repair asks for the county's.
        body = bodies.get(row.n) if row.d == own else _told(row)
        if body is None:
            raise SyncTrouble("sync.nonsense", what="own")
        yield _feed_row(row, body)


def quarantined(store: Store, verdict: Verdict) -> FeedRow:
    """Return an own change the county set aside as if a row had shown it; no feed does."""
    body = county_link.own_body(store, verdict.n) or b""
    return FeedRow(
        seq=0,
        device=id_text(store.device_id),
        n=verdict.n,
        body=body,
        ver=0,
        outcome="quarantined",
        reason=verdict.reason,
    )


def _told(row: Row) -> bytes:
    body = bytes(row.b)
    return b"" if body == bytes(WITHHELD) else body


def _feed_row(row: Row, body: bytes) -> FeedRow:
    # Columns of the envelope are set by the body alone; whether the record came back stands by itself.
    stands = {name: value for name, value in row.x.items() if name not in (ARCHIVED, *changes.TRAVELLING)}
    closed = changes.decode(body).f.get(changes.DECIDES) if _DECIDING in body else None
    return FeedRow(
        seq=row.q,
        device=row.d,
        n=row.n,
        body=body,
        ver=row.v,
        outcome=row.o,
        set_=stands or None,
        opened=tuple(
            FeedConflict(id=each.id, field=each.field, value=each.value, why=each.why) for each in row.c
        ),
        closed=tuple(str(each) for each in closed) if isinstance(closed, list) else (),
        restored=row.x.get(ARCHIVED) is False,
        received_at=row.t,
        user_name=row.w,
        left=tuple((kind, id_from_text(record_id)) for kind, record_id in row.l if kind in KINDS),
        states=tuple(map(_state, row.m)),
    )


def _state(raw: Raw) -> StateRow:
    try:
        return state_row(msgspec.json.decode(bytes(raw), type=RecordState))
    except (msgspec.MsgspecError, UnicodeError):
        raise SyncTrouble("sync.nonsense", what="state") from None
