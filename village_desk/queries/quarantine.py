"""Own changes the county set aside: what each says, why, and what its author can do about it.

The county sets a unit of work aside whole, so one entry here is one unit of work: what was saved by one
press. Its text stays in the log whatever is decided; a decision is noted beside it (domain: sync §2.4).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

from village_desk import changes, fields, rights, workflow
from village_desk.changes import Body
from village_desk.ids import id_from_text
from village_desk.kinds import KINDS, Kind, Values
from village_desk.queries.records import Record, find, may_read, target
from village_desk.queries.releases import Decision, decisions
from village_desk.queries.visible import above_of
from village_desk.session import Session
from village_desk.store import altered

Way = Literal["again", "county", "kept", "noted"]
"""What can be done about it: send it again as a change of today; let what the county has stand; keep it on
this PC only, of a record the county never had; nothing, because the county has these very words by now."""

FAMILY = "aside"
"""Family of the sentences for reasons: the sentence of the reason "grant" is that of "aside.grant"."""
MAY_CHANGE = frozenset(
    {"grant", "rights", "kind", "schema", "state.illegal", "field.immutable", "revoked", "altered"}
)
"""Reasons that time or a look can remove: a right is given, a program is renewed, a field is freed, a PC is
admitted again, a person has seen what was altered."""

_OPEN = '"state" = \'quarantined\' AND "body" IS NOT NULL AND "n" NOT IN (SELECT "n" FROM "mending")'
_SELECT = f'SELECT "g", "n", "kind", "record_id", "body", "reason", "at" FROM "change" WHERE {_OPEN}'  # noqa: S608 - constant


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """One change of the unit of work.

    Attributes:
        n: Its number in this desk's log.
        kind, record_id: The record it is about; `name` its name, or that of the record it belongs to.
        op: put, archive, resolve, attach, move.
        new: The county never had the record.
        values: (field, value as sent, value now), as used, without what is masked for the actor.
        found: Of one that was altered in the file: (field, value) as found there, where it differs.
        here: The record can be opened: it did not leave this desk with its area.
    """

    n: int
    kind: str
    record_id: bytes
    name: str
    op: str
    new: bool
    values: tuple[tuple[str, object, object], ...]
    found: tuple[tuple[str, object], ...] = ()
    here: bool = True


@dataclass(frozen=True, slots=True, repr=False)
class SetAside:
    """A unit of work the county did not take.

    Attributes:
        first: Number of its first change; names it.
        parts: What it changed.
        reason: Code of the reason, of that change which could not be taken.
        at: When it was saved, UTC ms, by this PC's clock.
        received_at: When the county received it, UTC ms; 0 when no receipt is here.
        receipt: Number of the receipt that covers it, or "".
        ways: What can be done now, best first.
        why_not: Code of what still keeps it from being sent again, or "".
        answer: What the township decided about it, if it has.
    """

    first: int
    parts: tuple[Part, ...]
    reason: str
    at: int
    received_at: int
    receipt: str
    ways: tuple[Way, ...]
    why_not: str
    answer: Decision | None = None


def count(session: Session) -> int:
    """Return how many units of work wait for a person; all of this PC, whoever wrote them.

    One whose text was erased after its retention waits for nobody.
    """
    found = session.store.query(f'SELECT count(DISTINCT "g") FROM "change" WHERE {_OPEN}')  # noqa: S608 - constant
    return int(found[0][0])


def records(session: Session) -> frozenset[bytes]:
    """Return the ids of the records with a change that waits for a person."""
    found = session.store.query(f'SELECT DISTINCT "record_id" FROM "change" WHERE {_OPEN}')  # noqa: S608 - constant
    return frozenset(bytes(record_id) for (record_id,) in found)


def set_aside(session: Session, limit: int = 100) -> list[SetAside]:
    """Return units of work that wait for a decision, newest first: those whose records the actor may read."""
    firsts = session.store.query(
        f'SELECT DISTINCT "g" FROM "change" WHERE {_OPEN} ORDER BY "g" DESC LIMIT ?',  # noqa: S608 - constant
        (limit,),
    )
    if not firsts:
        return []
    rows = session.store.query(f'{_SELECT} AND "g" >= ? ORDER BY "g" DESC, "n"', (firsts[-1][0],))
    own = session.store.device_id.hex()
    decided = decisions(session, {own})
    found = (_unit(session, first, list(unit)) for first, unit in groupby(rows, key=lambda row: row[0]))
    return [_answered(one, decided.get((own, one.first))) for one in found if one is not None]


def _answered(one: SetAside, answer: Decision | None) -> SetAside:
    """Return it with what the township decided: then it may simply be taken off the list."""
    if answer is None or answer.accepted:
        return one
    rest = tuple(way for way in one.ways if way != "noted")
    return replace(one, answer=answer, ways=("noted", *rest))


def unit(session: Session, first: int) -> list[Body]:
    """Return the open changes of the unit of work that begins with change `first`, in order."""
    rows = session.store.query(f'{_SELECT} AND "g" = ? ORDER BY "n"', (first,))
    return changes.readable([(row[4],) for row in rows])


def numbers(session: Session, first: int) -> list[int]:
    """Return the numbers of the open changes of a unit of work."""
    rows = session.store.query(f'SELECT "n" FROM "change" WHERE {_OPEN} AND "g" = ?', (first,))  # noqa: S608 - constant
    return [n for (n,) in rows]


def sent_values(kind: Kind, body: Body) -> Values:
    """Return the fields of a change as used, without what travels in the envelope."""
    return kind.from_json_if_fitting(
        {name: each for name, each in body.f.items() if name not in changes.BESIDE}
    )


def _unit(session: Session, first: int, rows: list[tuple[object, ...]]) -> SetAside | None:
    """Return one unit of work, or None when the actor may not read a record of it."""
    parts: list[Part] = []
    refusals: list[str] = []
    for _g, n, kind, record_id, raw, _reason, _at in rows:
        if kind not in KINDS or not isinstance(raw, bytes) or not isinstance(n, int):
            return None
        body = changes.read(raw)
        if body is None:
            return None  # altered in the file after the county had it; nobody can send it again
        held = find(session, str(kind), bytes(record_id)) or left_behind(session, body)  # type: ignore[call-overload]  # a column of ids
        if held is None:
            return None
        parts.append(_part(session, n, held, body))
        refusals.append(_refusal(session, held, body))
    said = [str(row[5] or "") for row in rows]
    reason = next((code for code in said if code and code != "group"), "group")
    received_at, receipt = _receipt(session, first)
    why_not = next(filter(None, refusals), "")
    return SetAside(
        first=first,
        parts=tuple(parts),
        reason=reason,
        at=int(str(rows[0][6])),
        received_at=received_at,
        receipt=receipt,
        ways=_ways(reason, parts, why_not),
        why_not=why_not if reason in MAY_CHANGE else "",
    )


def left_behind(session: Session, body: Body) -> Record | None:
    """Return a record the county never had and that left with its area, from the log; None if it is here.

    Who wrote it sees it again once the area is theirs again; nobody else does, and not before.
    """
    kind, record_id = session.profile.kind(body.t), id_from_text(body.r)
    if body.b or body.u != session.actor.user.hex() or session.store.row(body.t, record_id) is not None:
        return None
    raws = session.store.query(
        'SELECT "body" FROM "change" WHERE "record_id" = ? AND "body" IS NOT NULL ORDER BY "n"', (record_id,)
    )
    bodies = changes.readable(raws)
    first, last = bodies[0], bodies[-1]
    readers = first.f.get("readers")
    held = Record(
        kind=body.t,
        id=record_id,
        values=kind.from_json_if_fitting(changes.replayed({}, bodies)),
        scope=first.s,
        ver=0,
        pending=0,
        conflicts=0,
        archived=False,
        class_=str(first.f.get("class") or kind.class_),
        created_at=first.at,
        created_by=first.u,
        changed_at=last.at,
        changed_by=last.u,
        readers=tuple(map(str, readers)) if isinstance(readers, list) else (),
        versions={},
    )
    return held if may_read(session, held) else None


def _ways(reason: str, parts: Iterable[Part], why_not: str) -> tuple[Way, ...]:
    all_new = all(part.new for part in parts)
    if not all_new and all(not part.new and all(v == now for _, v, now in part.values) for part in parts):
        return ("noted",)
    rest: tuple[Way, ...] = ("kept",) if all_new else ("county",)
    return ("again", *rest) if reason in MAY_CHANGE and not why_not else rest


def _part(session: Session, n: int, held: Record, body: Body) -> Part:
    sent = sent_values(session.profile.kind(held.kind), body)
    shown = {name: value for name, value in sent.items() if name not in held.hidden}
    above = above_of(held.kind, held.values)
    named = held.name or (_name_of(session, above) if above else "")
    values = tuple((name, value, held.values.get(name)) for name, value in shown.items())
    found = tuple(
        (name, value) for name, value in _found(session, body) if name in shown and value != shown[name]
    )
    here = held.ver > 0 or session.store.row(held.kind, held.id) is not None
    return Part(n, held.kind, held.id, named, body.op, held.ver == 0, values, found, here)


def _found(session: Session, body: Body) -> Iterable[tuple[str, object]]:
    """Yield the fields of a change as they were found in the file, when it had been altered there."""
    there = changes.read(altered.as_found(session.store, body)) if body.was else None
    return sent_values(KINDS[body.t], there).items() if there and body.t in KINDS else ()


def _name_of(session: Session, above: tuple[str, bytes]) -> str:
    held = find(session, *above)
    return held.name if held else ""


def _refusal(session: Session, held: Record, body: Body) -> str:
    """Return the code of what still keeps the actor from making this change today, or ""."""
    if body.op == "move":
        return "aside.move"
    verb: rights.Verb = "move" if body.f.keys() == {"state"} else "write"
    code = session.actor.why_not(verb, target(session, held))
    if code or held.ver == 0 or body.op not in ("put", "attach", "altered"):
        return code
    for name, value in sent_values(KINDS[held.kind], body).items():
        code = code or _stuck(session, held, name, value)
    return code


def _stuck(session: Session, held: Record, name: str, value: object) -> str:
    """Return why one field of a record the county has cannot become `value`, or ""."""
    spec, now = KINDS[held.kind].fields.get(name), held.values.get(name)
    if spec is None or value == now:
        return ""
    if spec.merge == "immutable" and not fields.is_empty(now):
        return "record.immutable"
    moves = workflow.moves_from(held.kind, held.state, *session.actor.roles)
    return "move.state" if name == "state" and all(move.to != value for move in moves) else ""


def _receipt(session: Session, n: int) -> tuple[int, str]:
    rows = session.store.query(
        'SELECT "received_at", "id" FROM "receipt" WHERE "first_n" <= ? AND "last_n" >= ? LIMIT 1', (n, n)
    )
    return (rows[0][0], rows[0][1]) if rows else (0, "")
