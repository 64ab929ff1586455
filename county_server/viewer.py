"""Whom the county talks to: a device, its users, and what today's grants let them do.

Every record and every change is judged by what stands in the grants now, never by what a desk says it may
have (domain: sync §2.7).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from county_server import accounts
from county_server.county import County
from county_server.database import marks
from county_server.errors import Refused
from county_server.records import Held
from sync.messages import Grant
from village_desk import rights
from village_desk.rights import Target, Verb

_COUNTY_DIGITS, _CODE_DIGITS = 6, 12


_COLUMNS = "id, unit, suite, public_key, last, head, durable, epoch, revoked_at, continues"
_GRANTS = (
    "SELECT u.device, g.body, g.revoked_at FROM device_user u JOIN grant_ g ON g.user_id = u.user_id"
    " WHERE u.device IN ("
)


@dataclass(frozen=True, slots=True)
class Viewer:
    """A device as it stands at one moment.

    Attributes:
        device: Its id.
        last: Highest number of its log the county holds; `head` the hash of its chain there.
        durable: Highest number that a verified backup of the county holds.
        continues: The device it was before, if its file was copied or restored (`county_server.succession`).
        grants: Grants of its users that hold now.
        every: All grants of its users that were not revoked, for the desk to keep.
        epoch: Counts every change of its users' grants, and each beginning or end of a term that has passed:
            a term that ends is noticed with nobody touching the county.
        moment: When this was so, UTC ms.
        restored: The county was put back to an earlier day, and may have lost grants that changes name.
        known: Ids of all grants its users ever had, each with its user.
    """

    device: bytes
    unit: str
    suite: int
    public_key: bytes
    last: int
    head: bytes
    durable: int
    continues: bytes | None
    epoch: int
    revoked: bool
    revoked_at: int
    grants: tuple[Grant, ...]
    every: tuple[Grant, ...]
    moment: int
    restored: bool
    known: frozenset[tuple[str, str]]

    @property
    def areas(self) -> list[str]:
        """Areas of all grants without those that lie in another; with the office of each county.

        What is public to a county lies with its office: that of others there, no grant reads.
        """
        all_areas = {area for grant in self.grants for area in grant.areas}
        counties = {area[:_COUNTY_DIGITS] for area in all_areas if len(area) >= _COUNTY_DIGITS}
        all_areas |= {county.ljust(_CODE_DIGITS, "0") for county in counties}
        return sorted(
            area
            for area in all_areas
            if not any(area != other and area.startswith(other) for other in all_areas)
        )

    def may(self, verb: Verb, kind: str, record: Held | None, scope: str, class_: str) -> bool:
        """Say whether any user of the device may do `verb`."""
        return any(may(grant, verb, kind, record, (scope, class_)) for grant in self.grants)

    def reads(self, held: Held) -> bool:
        """Say whether any user of the device may read the record as it is now."""
        return self.may("read", held.kind.name, held, held.scope, held.class_)


def may(grant: Grant, verb: Verb, kind: str, record: Held | None, place: tuple[str, str]) -> bool:
    """Say whether a grant allows `verb` on a record of `kind` in `place`, which is scope and class."""
    own = record is None or record.created_by == grant.user
    reader = own or (record is not None and grant.user in record.readers)
    target = Target(kind, place[1], place[0], own=own, reader=reader)
    return rights.allowed(grant.role, tuple(grant.areas), verb, target)


def find(county: County, device: bytes, *, lock: bool = False) -> Viewer:
    """Return the device with today's grants; call inside a transaction.

    Raises:
        Refused: "device" (401): no such device.
    """
    return find_all(county, [device], lock=lock)[device]


def find_all(county: County, devices: Sequence[bytes], *, lock: bool = False) -> dict[bytes, Viewer]:
    """Return devices with today's grants, locked in the order of their ids; call inside a transaction.

    Raises:
        Refused: "device" (401): one of them does not exist.
    """
    database, blanks = county.database, marks(len(devices))
    select = f"SELECT {_COLUMNS} FROM device WHERE id IN ({blanks}) ORDER BY id"  # noqa: S608 - constant
    found = database.rows(database.locked(select) if lock else select, *devices)
    rows = {bytes(row[0]): row for row in found}
    if any(device not in rows for device in devices):
        raise Refused("device", 401)
    # The grants are read once the lock is held: one may just have been withdrawn.
    ever: dict[bytes, list[tuple[Any, ...]]] = {}
    for row in database.rows(f"{_GRANTS}{blanks}) ORDER BY g.id", *devices):
        ever.setdefault(bytes(row[0]), []).append(row)
    moment = county.clock()
    return {
        device: _viewer(county, row, accounts.read_grants(ever.get(device, ())), moment)
        for device, row in rows.items()
    }


def _viewer(county: County, row: tuple[Any, ...], ever: list[accounts.Held], moment: int) -> Viewer:
    held = [grant for grant in ever if grant.revoked_at is None]
    passed = sum((one.grant.start <= moment) + (0 < one.grant.end <= moment) for one in ever)
    return Viewer(
        device=bytes(row[0]),
        unit=row[1],
        suite=row[2],
        public_key=bytes(row[3]),
        last=row[4],
        head=bytes(row[5]),
        durable=row[6],
        continues=None if row[9] is None else bytes(row[9]),
        epoch=row[7] + passed,
        revoked=row[8] is not None,
        revoked_at=row[8] or 0,
        grants=tuple(one.grant for one in held if one.valid(moment)),
        every=tuple(one.grant for one in held),
        moment=moment,
        restored=county.generation > 0,
        known=frozenset((one.grant.id, one.grant.user) for one in ever),
    )
