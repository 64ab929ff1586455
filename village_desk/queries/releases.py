"""What the county set aside in this township, for those who decide about it; and what they have decided.

The list comes from the county (`village_desk.store.township`), since it stands in no feed; a decision is a
record of the kind `release`, which everybody gets who may read what it is about.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from village_desk import changes, rights
from village_desk.changes import Body
from village_desk.ids import id_from_text
from village_desk.kinds import KINDS
from village_desk.kinds.papers import RELEASE
from village_desk.queries.records import Record, find
from village_desk.queries.visible import above_of
from village_desk.session import Session
from village_desk.store import township


@dataclass(frozen=True, slots=True, repr=False)
class Decision:
    """What was decided about a unit of work: by whom, and why."""

    accepted: bool
    name: str
    reason: str
    at: int


@dataclass(frozen=True, slots=True, repr=False)
class Words:
    """One change of a unit of work, as its author wrote it.

    Attributes:
        kind, record_id: The record it is about; `name` its name, or that of the record it belongs to.
        new: The record is not here.
        values: (field, value written, value now), as used.
    """

    kind: str
    record_id: bytes
    name: str
    new: bool
    values: tuple[tuple[str, object, object], ...]


@dataclass(frozen=True, slots=True, repr=False)
class Waiting:
    """A unit of work of somebody's that waits for a decision.

    Attributes:
        device, first, chain: Name it (`village_desk.kinds.papers.Release`).
        scope: Where its record lies, or was to lie; `class_` and `readers` as of that record.
        author: Who wrote it, or "".
        reason: Code of the reason, of that change which could not be taken.
        at: When the county received it, UTC ms.
        acceptable: It was only a permission that was missing, and somebody else's.
    """

    device: str
    first: int
    chain: str
    scope: str
    class_: str
    readers: tuple[str, ...]
    author: str
    reason: str
    at: int
    acceptable: bool
    parts: tuple[Words, ...]

    @property
    def name(self) -> tuple[str, int, str]:
        """What names the unit of work, whatever else is learnt about it."""
        return self.device, self.first, self.chain


def decisions(session: Session, devices: Iterable[str]) -> dict[tuple[str, int], Decision]:
    """Return what was decided about units of work of `devices`, by device and first change."""
    named = sorted(devices)
    blanks = ", ".join("?" for _ in named)
    rows = session.store.query(
        'SELECT "device", "first", "accepted", "decided_by", "reason", "created_at" FROM "release" '  # noqa: S608 - blanks
        f'WHERE "device" IN ({blanks}) ORDER BY "created_at", "id"',
        tuple(named),
    )
    return {
        (device, first): Decision(bool(accepted), name or "", reason or "", at or 0)
        for device, first, accepted, name, reason, at in rows
    }


def waiting(session: Session) -> list[Waiting]:
    """Return what waits for the actor's decision, newest first."""
    told = msgspec.json.decode(township.units(session.store))
    found = (_waiting(session, one) for one in told)
    return [one for one in found if one is not None]


def count(session: Session) -> int:
    """Return how many units of work wait for the actor's decision."""
    return len(waiting(session))


def _waiting(session: Session, told: dict[str, Any]) -> Waiting | None:
    """Return one unit of work, or None when the actor does not decide about it, or somebody has."""
    bodies = [changes.decode(msgspec.json.encode(body)) for _n, _reason, body in told["changes"]]
    if not all(body.t in KINDS for body in bodies):
        return None
    held = {body.r: find(session, body.t, id_from_text(body.r)) for body in bodies}
    about, first = held[bodies[0].r], bodies[0]
    class_ = about.class_ if about else str(first.f.get("class") or KINDS[first.t].class_)
    scope = about.scope if about else str(told["scope"])
    target = rights.Target(RELEASE, class_, scope, own=True, reader=True)
    unread = (body for body in bodies if held[body.r] is None)
    hidden = any(session.store.row(body.t, id_from_text(body.r)) is not None for body in unread)
    if hidden or session.actor.why_not("write", target):
        return None
    tried = _tried(session, told)
    if tried is None:
        return None
    reasons = [str(reason) for _n, reason, _body in told["changes"]]
    causes = {reason for reason in reasons if reason != "group"}
    return Waiting(
        device=told["device"],
        first=told["first"],
        chain=told["chain"],
        scope=scope,
        class_=class_,
        readers=about.readers if about else (),
        author=told.get("name", ""),
        reason=next((reason for reason in reasons if reason != "group"), "group"),
        at=told["at"],
        acceptable=bool(causes)
        and causes <= rights.PERMISSIONS
        and not (tried or told.get("over"))
        and all(body.op != "move" and body.u != session.actor.user.hex() for body in bodies),
        parts=tuple(_words(session, body, held[body.r]) for body in bodies),
    )


def _tried(session: Session, told: dict[str, Any]) -> bool | None:
    """Say whether it was accepted in vain before; None when it is decided."""
    rows = session.store.query(
        'SELECT "accepted", "pending" FROM "release" WHERE "device" = ? AND "first" = ? AND "chain" = ?',
        (told["device"], told["first"], told["chain"]),
    )
    return None if any(pending or not accepted for accepted, pending in rows) else bool(rows)


def _words(session: Session, body: Body, held: Record | None) -> Words:
    kind = session.profile.kind(body.t)
    sent = kind.from_json_if_fitting(
        {name: each for name, each in body.f.items() if name not in changes.BESIDE}
    )
    now = held.values if held else {}
    above = above_of(body.t, {**sent, **now})
    over = find(session, *above) if above else None
    name = (held.name if held else kind.record_name(sent)) or (over.name if over else "")
    values = tuple((field, value, now.get(field)) for field, value in sent.items())
    return Words(body.t, id_from_text(body.r), name, held is None, values)
