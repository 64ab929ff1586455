"""Records as they stand, with their open conflicts, as a desk takes them in."""

from collections.abc import Sequence
from typing import Any

import msgspec

from county_server.county import County
from county_server.database import marks
from county_server.records import Held
from sync.states import RecordState, Standing
from village_desk import crypto
from village_desk.changes import ARCHIVED, MOVES_TO, TRAVELLING


def names(county: County, users: set[str]) -> dict[str, str]:
    """Return the names of users, given and named by 32 hexadecimal digits."""
    ids = [bytes.fromhex(user) for user in users if user]
    if not ids:
        return {}
    rows = county.database.rows(f"SELECT id, name FROM user_account WHERE id IN ({marks(len(ids))})", *ids)  # noqa: S608 - marks
    return {bytes(user).hex(): name for user, name in rows}


def states(county: County, held: Sequence[Held]) -> list[RecordState]:
    """Return records the county holds as desks take them in; call inside a transaction, with one at least."""
    ids = [each.id for each in held]
    listed = marks(len(ids))
    last = county.database.rows(
        "SELECT f.record_id, f.seq, f.device, f.n, f.received_at, f.user_id FROM feed f JOIN "  # noqa: S608 - blanks
        f"(SELECT max(seq) AS seq FROM feed WHERE record_id IN ({listed}) GROUP BY record_id) l"
        " ON f.seq = l.seq",
        *ids,
    )
    disputes = county.database.rows(
        "SELECT c.record_id, c.id, c.field, c.value, c.seq, f.device, f.n, f.user_id, f.received_at,"  # noqa: S608 - blanks
        " f.disputes FROM conflict c JOIN feed f ON f.seq = c.seq WHERE c.open = 1"
        f" AND c.record_id IN ({listed})",
        *ids,
    )
    known = names(county, {row[5] for row in last} | {row[7] for row in disputes})
    rows = {bytes(row[0]): row for row in last}
    open_: dict[bytes, list[Standing]] = {}
    for row in disputes:
        open_.setdefault(bytes(row[0]), []).append(_standing(row, known))
    return [_state(each, rows[each.id], open_.get(each.id, []), known) for each in held]


def _standing(row: tuple[Any, ...], known: dict[str, str]) -> Standing:
    return Standing(
        bytes(row[1]).hex(),
        row[2],
        msgspec.json.decode(row[3]),
        row[4],
        bytes(row[5]).hex(),
        row[6],
        known.get(row[7], ""),
        row[8],
        next((why for id_, *_, why in msgspec.json.decode(row[9]) if id_ == bytes(row[1]).hex()), "value"),
    )


def _state(held: Held, last: tuple[Any, ...], disputes: list[Standing], known: dict[str, str]) -> RecordState:
    data = {name: value for name, value in held.data().items() if value not in (None, "", [])}
    ver, profile = held.state.ver, held.state.values.get("profile")
    return RecordState(
        r=held.id.hex(),
        k=held.kind.name,
        s=held.scope,
        q=last[1],
        d=bytes(last[2]).hex(),
        n=last[3],
        v=ver,
        t=last[4],
        w=known.get(last[5], ""),
        f=msgspec.Raw(crypto.canonical(data)),
        o={
            name: set_in
            for name, (set_in, _device) in held.state.fver.items()
            if (set_in != ver or name not in data) and name not in (*TRAVELLING, ARCHIVED, MOVES_TO)
        },
        a=held.state.archived,
        l=held.class_,
        e=list(held.readers),
        p=profile if isinstance(profile, int) else 0,
        m=(held.created_by, held.created_at, held.changed_by, held.changed_at),
        c=disputes,
    )
