"""Changes set aside that the township decides about: told to its desks, and let through when accepted.

A decision is a change of the kind `release`, judged by `resources/rights.csv` like any other. It lies beside
what it is about, so either may arrive first, as after a restore; it takes effect once both are here. Then the
words count as their author's, with the right of whoever accepted them: what was missing was a permission, and
nothing else of the merge is left out (docs/decisions/0024).
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby, takewhile
from typing import Any

import peewee
from msgspec import Raw

from county_server import accounts, batch, records, rejudging, standing, viewer, writing
from county_server.batch import Entry
from county_server.county import County
from county_server.errors import Refused
from county_server.merging import Merging
from county_server.records import Held
from county_server.viewer import Viewer, may
from sync.messages import Grant, Sent, SyncRequest, Verdict
from sync.set_aside import Change, SetAside, Unit
from village_desk import crypto
from village_desk.changes import Body
from village_desk.ids import id_from_text
from village_desk.kinds import KINDS
from village_desk.kinds.papers import RELEASE
from village_desk.rights import PERMISSIONS, TOWNSHIP_DIGITS

Row = tuple[Any, ...]
MOST_UNITS = 100
"""Most units of work told at once; further ones follow as these are decided."""
MOST_BYTES = 500_000
PAGE, MOST_PAGES = 1_000, 40
"""Rows read at once, and pages at most: what nobody here may read or decide is passed over, not counted."""
TRIES = 5


# ---------------------------------------------------------------- what desks are told


def news(county: County, who: Viewer, asked: SyncRequest) -> SetAside | None:
    """Return what was set aside and waits for people of this device; None when it knows. In a transaction."""
    areas = [area for area in who.areas if any(_decides(grant, area) for grant in who.grants)]
    units = _units(county, who, areas) if areas else []
    named = "\n".join(f"{one.device} {one.chain} {one.scope} {one.over}" for one in units)
    mark = hashlib.sha256(named.encode()).hexdigest()[:16] if units else ""
    return None if mark == asked.aside else SetAside(mark=mark, units=units)


def _decides(grant: Grant, area: str) -> bool:
    return may(grant, "write", RELEASE, None, (area.ljust(12, "0"), "normal"))


def _units(county: County, who: Viewer, areas: Sequence[str]) -> list[Unit]:
    units: list[Unit] = []
    size = 0
    for found in _found(county, areas):
        unit = _unit(county, who, found)
        if unit is None:
            continue
        size += sum(len(bytes(row[4])) for row in found)
        if len(units) == MOST_UNITS or (units and size > MOST_BYTES):
            break
        units.append(unit)
    return units


def _found(county: County, areas: Sequence[str]) -> Iterator[list[Row]]:
    """Yield the rows of each unit of work set aside in some areas and not dismissed, newest first."""
    pages = (_page(county, areas, number) for number in range(MOST_PAGES))
    rows = chain.from_iterable(takewhile(bool, pages))
    for _unit_of, some in groupby(rows, key=lambda row: (bytes(row[0]), row[1])):
        yield list(some)


def _page(county: County, areas: Sequence[str], number: int) -> list[Row]:
    """Return some of these rows.

    A dismissal counts for the very words it is about, and where they belong to a township of whoever could
    write it there.
    """
    within = " OR ".join("q.scope >= ? AND q.scope < ?" for _ in areas)
    last = (
        "SELECT l.hash FROM quarantine l WHERE l.device = q.device AND l.g = q.g AND l.kind <> ''"
        " ORDER BY l.n DESC LIMIT 1"
    )
    return county.database.rows(
        "SELECT q.device, q.g, q.n, q.reason, q.body, q.hash, q.scope, q.user_id, q.received_at"  # noqa: S608 - blanks
        f" FROM quarantine q WHERE ({within}) AND q.kind <> '' AND NOT EXISTS (SELECT 1 FROM \"release\" r"
        f' WHERE r."device" = {_hex(county, "q.device")} AND r."first" = q.g AND r."accepted" = 0'
        f' AND substr(r."scope", 1, {TOWNSHIP_DIGITS}) = substr(q.scope, 1, {TOWNSHIP_DIGITS})'
        f' AND r."chain" = {_hex(county, f"({last})")})'
        " ORDER BY q.received_at DESC, q.device, q.g, q.n LIMIT ? OFFSET ?",
        *(bound for area in areas for bound in (area, area + ":")),
        *(PAGE, PAGE * number),
    )


def _hex(county: County, bytes_: str) -> str:
    return f"encode({bytes_}, 'hex')" if county.database.dialect == "postgres" else f"lower(hex({bytes_}))"


def _unit(county: County, who: Viewer, found: list[Row]) -> Unit | None:
    """Return a unit of work as it is told, or None when nobody here may read or decide all of it."""
    bodies = _bodies(bytes(row[4]) for row in found)
    first, last = found[0], found[-1]
    if not bodies or not _open_to(who.grants, _held(county, bodies), bodies, first[6]):
        return None
    return Unit(
        device=bytes(first[0]).hex(),
        first=first[1],
        chain=bytes(last[5]).hex(),
        scope=first[6],
        name=standing.names(county, {first[7]}).get(first[7], ""),
        at=first[8],
        changes=[Change(row[2], row[3], Raw(bytes(row[4]))) for row in found],
        over=rejudging.changed_since(county, bytes(first[0]), last[2], bodies),
    )


def _bodies(raws: Iterable[bytes]) -> list[Body]:
    read = batch.read([Sent(bytes(crypto.SALT_BYTES), Raw(raw)) for raw in raws])
    bodies = [entry.body for entry in read if entry.body and not entry.reason]
    return bodies if len(bodies) == len(read) else []


def _held(county: County, bodies: Iterable[Body]) -> dict[str, Held]:
    found: dict[str, Held] = {}
    for body in bodies:
        loaded = records.load(county.database, body.t, {id_from_text(body.r)})
        found |= {record.hex(): held for record, held in loaded.items()}
    return found


def _open_to(grants: Iterable[Grant], held: dict[str, Held], bodies: list[Body], scope: str) -> bool:
    """Say whether one of `grants` decides about all of `bodies`, and reads the records as they are."""
    return any(all(_one_open(grant, held.get(body.r), body, scope) for body in bodies) for grant in grants)


def _one_open(grant: Grant, held: Held | None, body: Body, scope: str) -> bool:
    class_ = held.class_ if held else str(body.f.get("class") or KINDS[body.t].class_)
    classes = {class_, str(body.f.get("class") or class_)}
    if held is None and "restricted" in classes:
        return False  # its readers are not known yet
    places = [(held.scope if held else scope, one) for one in classes]
    return all(
        may(grant, "write", RELEASE, None, place) and may(grant, "read", body.t, held, place)
        for place in places
    )


# ---------------------------------------------------------------- decisions


def arrived(county: County, device: bytes, entries: Sequence[Entry], aside: Sequence[Verdict]) -> None:
    """Let through what these changes accept, and what of them had been accepted before they came.

    `aside` are those of them that were set aside just now.

    Raises:
        Refused: "busy" (503); what was taken before stays taken.
    """
    named = {
        (str(entry.body.f.get("device")), entry.body.f.get("first"))
        for entry in entries
        if entry.body and entry.body.t == RELEASE and not entry.reason
    }
    if aside:
        mine = {one.n for one in aside}
        with county.database.connected():
            rows = county.database.rows('SELECT "first" FROM "release" WHERE "device" = ?', device.hex())
        named |= {(device.hex(), first) for (first,) in rows if first in mine}
    for author, first in sorted(named, key=str):
        if isinstance(first, int):
            _let_through(county, author, first)


def pending(county: County) -> None:
    """Let through what was accepted just before the server ended."""
    with county.database.connected():
        rows = county.database.rows('SELECT DISTINCT "device", "first" FROM "release" WHERE "accepted" = 1')
    for author, first in sorted(rows):
        _let_through(county, author, first)


def _let_through(county: County, author: str, first: int) -> None:
    for _ in range(TRIES):
        try:
            with county.database.writing():
                taken = _judge(county, author, first)
        except peewee.IntegrityError:
            continue  # the record exists now and will be locked and merged
        if taken:
            rejudging.arrived(county, taken)
        return
    raise Refused("busy", 503)


def _judge(county: County, author: str, first: int) -> list[Entry]:
    """Return the changes that have effect now; none, unless an accepted decision about them holds."""
    try:
        device = id_from_text(author)
        who = viewer.find(county, device, lock=True)
    except (ValueError, Refused):
        return []
    entries, facts = rejudging.waiting(county, device, first)
    decided = county.database.rows(
        'SELECT "created_by" FROM "release" WHERE "device" = ? AND "first" = ? AND "accepted" = 1'
        ' AND "chain" = ?',
        *(author, first, entries[-1].hash.hex() if entries else ""),
    )
    reasons = {fact.reason for fact in facts} - {"group"}
    if not decided or not reasons or not reasons <= PERMISSIONS:
        return []
    bodies = [entry.body for entry in entries if entry.body]
    if rejudging.changed_since(county, device, entries[-1].n, bodies) or any(
        body.op == "move" for body in bodies
    ):
        return []
    held, writers = _held(county, bodies), {body.u for body in bodies}
    for user in {str(row[0]) for row in decided} - writers:  # nobody accepts what they wrote themselves
        if _open_to(_grants(county, user), held, bodies, facts[0].scope):
            merging = Merging(county, who, entries, vouched=_ever(county, device))
            if not merging.quarantined:
                writing.let_through(county, who, merging)
                return entries
    return []


def _grants(county: County, user: str) -> list[Grant]:
    moment = county.clock()
    held = accounts.grants_of(county, id_from_text(user)) if user else ()
    return [one.grant for one in held if one.valid(moment)]


def _ever(county: County, device: bytes) -> tuple[Grant, ...]:
    return tuple(one.grant for one in accounts.grants_at(county, device))
