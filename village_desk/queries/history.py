"""Who changed what and when: the changes of one record, own and others', in order."""

from dataclasses import dataclass

from village_desk import changes
from village_desk.queries.records import record
from village_desk.queries.releases import Decision, decisions
from village_desk.session import Session
from village_desk.store.applying import WAS_ARCHIVED

_CARRIED = 2**62
_AT_THE_END = _CARRIED + 1
"""Carried changes lie over what the county has numbered, the own ones over both."""


@dataclass(frozen=True, slots=True, repr=False)
class Event:
    """One change of a record.

    Attributes:
        at: The clock of the desk that made it, UTC ms; shown, never used for order.
        user_name: Who; "" when the name is not known here.
        device: The desk, 32 hexadecimal digits; "" for this one before enrolment.
        op: put, archive, move, resolve, attach.
        fields: (name, value before, value after) as used; what was not there before is None.
        received_at: When the county received it, UTC ms, or 0 when it has not.
        outcome: "", "ok", "conflict" or "quarantined"; "carried" when a village's stick brought it and the
            county does not have it yet (未到县).
        reason: Of an own change that was set aside, the code of the reason; `mended` what was done about it.
        decided: What the township decided about it when it had been set aside.
    """

    at: int
    user_name: str
    device: str
    op: str
    fields: tuple[tuple[str, object, object], ...]
    received_at: int
    outcome: str
    reason: str = ""
    mended: str = ""
    decided: Decision | None = None


def of(session: Session, kind: str, record_id: bytes) -> list[Event]:
    """Return the changes of a record in the county's order, those it has not numbered last.

    Values of fields that are masked for the actor are left out: such a field has changed, from None to None.

    Raises:
        UserError: "record.gone".
        NotAllowed: "rights.read": the actor may not read the record.
    """
    declared = session.profile.kind(kind)
    hidden = record(session, kind, record_id).hidden
    names = dict(session.store.query('SELECT "user", "name" FROM "account"'))
    view: dict[str, object] = {}
    events = []
    rows = _rows(session, record_id)
    decided = decisions(session, {row.device for row in rows})
    for row in rows:
        body = changes.read(row.body)
        if body is None:
            continue  # altered in this file; `integrity.verify` names it
        sent = {name: value for name, value in body.f.items() if name not in changes.BESIDE}
        try:
            after = declared.from_json(sent)
        except ValueError:
            after = sent
        events.append(
            Event(
                at=body.at,
                user_name=row.user_name or names.get(body.u, ""),
                device=row.device,
                op=body.op,
                fields=tuple(
                    (name, None, None) if name in hidden else (name, view.get(name), value)
                    for name, value in after.items()
                ),
                received_at=row.received_at,
                outcome=row.outcome,
                reason=row.reason,
                mended=row.mended,
                decided=decided.get((row.device, body.g)),
            )
        )
        if row.outcome != "quarantined":
            view |= after
    return events


def begins_at_county(session: Session, record_id: bytes) -> bool:
    """Say whether changes of a record are only at the county: it came here as it stood."""
    return bool(
        session.store.query(
            'SELECT 1 FROM "remote_change" WHERE "record_id" = ? AND "body" IS NULL LIMIT 1', (record_id,)
        )
    )


@dataclass(frozen=True, slots=True, repr=False)
class _Row:
    order: int
    body: object
    device: str
    user_name: str
    received_at: int
    outcome: str
    reason: str = ""
    mended: str = ""


def _rows(session: Session, record_id: bytes) -> list[_Row]:
    own_device = session.store.device_id.hex()
    own = session.store.query(
        'SELECT c."seq", c."n", c."body", c."state", (SELECT r."received_at" FROM "receipt" r '
        'WHERE r."last_n" >= c."n" ORDER BY r."last_n" LIMIT 1), c."reason", m."how" '
        'FROM "change" c LEFT JOIN "mending" m ON m."n" = c."n" '
        'WHERE c."record_id" = ? AND c."body" IS NOT NULL ORDER BY c."n"',
        (record_id,),
    )
    outcomes = {"merged": "ok", "conflict": "conflict", "quarantined": "quarantined"}
    rows = [
        _Row(
            order=seq or _AT_THE_END + n,
            body=body,
            device=own_device,
            user_name="",
            received_at=received or 0,
            outcome=outcomes.get(state, ""),
            reason=reason or "",
            mended=how or "",
        )
        for seq, n, body, state, received, reason, how in own
    ]
    others = session.store.query(
        'SELECT "seq", "body", "device", "user_name", "received_at", "outcome" FROM "remote_change" '
        'WHERE "record_id" = ? AND "body" IS NOT NULL ORDER BY "seq"',
        (record_id,),
    )
    rows += [
        _Row(seq, body, device, user_name or "", received or 0, "ok" if outcome == WAS_ARCHIVED else outcome)
        for seq, body, device, user_name, received, outcome in others
    ]
    carried = session.store.query(
        'SELECT "body", "device" FROM "carried_change" WHERE "record_id" = ? ORDER BY "id"', (record_id,)
    )
    rows += [_Row(_CARRIED, body, device, "", 0, "carried") for body, device in carried]
    return sorted(rows, key=lambda row: row.order)
