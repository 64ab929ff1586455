"""User accounts and their grants.

A grant (授权) says that a user acts in a role, in some areas, from one day to another. The county signs
it, so that a desk verifies it offline before it lets the user in. Revoking one takes effect at the
county at once and at the desk with its next contact; the row stays for ever.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from county_server.county import County
from county_server.errors import CountyTrouble
from sync import messages
from sync.messages import Grant
from village_desk import crypto, ids, rights, times

AREA_DIGITS = (6, 9, 12)
"""County, township, village (统计用区划代码)."""
MOST_AREAS = 50

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Account:
    """A user: the unit they belong to, and their grants, oldest first, revoked ones included."""

    user: bytes
    name: str
    unit: str
    grants: tuple["Held", ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    """A grant as the county signed it, and when it was revoked (UTC ms), if it was."""

    grant: Grant
    revoked_at: int | None

    def valid(self, moment: int) -> bool:
        """Say whether it holds at `moment`."""
        ended = self.grant.end and moment >= self.grant.end
        return self.revoked_at is None and moment >= self.grant.start and not ended


def add_unit(county: County, code: str, name: str) -> None:
    """Name the unit of the division `code` (村室、司法所); a known one is renamed.

    Raises:
        CountyTrouble: "county.area": not an area of this county.
    """
    check_area(county, code)
    with county.database.writing():
        county.database.rows(
            "INSERT INTO unit (code, id, name) VALUES (?, ?, ?)"
            " ON CONFLICT (code) DO UPDATE SET name = excluded.name",
            code,
            ids.new_id(),
            name,
        )


def units(county: County) -> list[tuple[str, str]]:
    """Return code and name of every unit that was named, by code."""
    with county.database.reading():
        return [
            (str(code), str(name))
            for code, name in county.database.rows("SELECT code, name FROM unit ORDER BY code")
        ]


def names(county: County) -> dict[str, str]:
    """Return the names of units by code, and by the 12 digits under which the records of an office lie."""
    named = dict(units(county))
    return {code.ljust(rights.VILLAGE_DIGITS, "0"): name for code, name in named.items()} | named


def unit(county: County, code: str) -> tuple[str, str]:
    """Return id and name of a unit; one nobody named is called by its code. Call inside a transaction."""
    row = county.database.one("SELECT id, name FROM unit WHERE code = ?", code)
    return (bytes(row[0]).hex(), str(row[1])) if row else ("", code)


def check_area(county: County, code: str) -> None:
    """Check that `code` is a village, a township or the whole of this county.

    Raises:
        CountyTrouble: "county.area".
    """
    digits = len(code) in AREA_DIGITS and code.isascii() and code.isdigit()
    if not digits or not code.startswith(county.code):
        raise CountyTrouble("county.area", area=code)


def add_user(county: County, name: str, unit_code: str) -> bytes:
    """Open an account and return its id; it can do nothing until it has a grant.

    Raises:
        CountyTrouble: "county.area", or "county.user_exists": the unit has a user of this name.
    """
    check_area(county, unit_code)
    user = ids.new_id()
    with county.database.writing():
        if county.database.one("SELECT 1 FROM user_account WHERE unit = ? AND name = ?", unit_code, name):
            raise CountyTrouble("county.user_exists")
        county.database.rows(
            "INSERT INTO user_account (id, name, unit, created_at) VALUES (?, ?, ?, ?)",
            user,
            name,
            unit_code,
            county.clock(),
        )
    return user


def add_grant(
    county: County, user: bytes, role: str, areas: Sequence[str], days: Days = (None, None)
) -> bytes:
    """Give `user` a role in `areas`, from now or the first of `days` to the end of the second, if any.

    Returns:
        The id of the grant. The user's devices learn of it with their next request.

    Raises:
        CountyTrouble: "county.role", "county.area", "county.user_missing".
    """
    if role not in rights.ROLES:
        raise CountyTrouble("county.role", role=role)
    if not 0 < len(areas) <= MOST_AREAS:
        raise CountyTrouble("county.area", area="")
    for area in areas:
        check_area(county, area)
    grant = ids.new_id()
    start = _midnight(days[0]) if days[0] else county.clock()
    end = _midnight(days[1] + timedelta(days=1)) if days[1] else 0
    with county.database.writing():
        row = county.database.one("SELECT name FROM user_account WHERE id = ?", user)
        if row is None:
            raise CountyTrouble("county.user_missing")
        unsigned = Grant(
            id=grant.hex(),
            user=user.hex(),
            name=str(row[0]),
            role=role,
            areas=sorted(areas),
            start=start,
            end=end,
        )
        _insert_grant(county, unsigned)
    return grant


def _insert_grant(county: County, unsigned: Grant) -> None:
    signature = crypto.sign(county.key, messages.grant_claim(unsigned))
    signed = msgspec.structs.replace(unsigned, signature=signature)
    user = bytes.fromhex(signed.user)
    county.database.rows(
        "INSERT INTO grant_ (id, user_id, role, areas, since, until, body) VALUES (?, ?, ?, ?, ?, ?, ?)",
        bytes.fromhex(signed.id),
        user,
        signed.role,
        json.dumps(signed.areas),
        signed.start,
        signed.end,
        msgspec.json.encode(signed),
    )
    _raise_epoch(county, user)


def _midnight(day: date) -> int:
    return times.moment_of(datetime.combine(day, time(), times.CHINA))


def _raise_epoch(county: County, user: bytes) -> None:
    """Mark that what the user's devices may see has changed; call inside a transaction."""
    county.database.rows(
        "UPDATE device SET epoch = epoch + 1 WHERE id IN (SELECT device FROM device_user WHERE user_id = ?)",
        user,
    )


def revoke_grant(county: County, grant: bytes) -> None:
    """End a grant now.

    Raises:
        CountyTrouble: "county.grant_missing".
    """
    with county.database.writing():
        row = county.database.one("SELECT user_id FROM grant_ WHERE id = ?", grant)
        if row is None:
            raise CountyTrouble("county.grant_missing")
        county.database.rows(
            "UPDATE grant_ SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", county.clock(), grant
        )
        _raise_epoch(county, bytes(row[0]))


def user_of(county: County, grant: bytes) -> bytes:
    """Return whose a grant is.

    Raises:
        CountyTrouble: "county.grant_missing".
    """
    with county.database.reading():
        row = county.database.one("SELECT user_id FROM grant_ WHERE id = ?", grant)
    if row is None:
        raise CountyTrouble("county.grant_missing")
    return bytes(row[0])


def change_term(county: County, grant: bytes, until: date | None) -> bytes:
    """Let a grant end on another last day, or on none: it is revoked, and the same is given until then.

    A grant is signed and never altered; desks have the new one with their next round.

    Raises:
        CountyTrouble: "county.grant_missing": there is none, or it was revoked; "county.day": it would end
            before it begins.
    """
    with county.database.writing():
        row = county.database.one("SELECT body, revoked_at FROM grant_ WHERE id = ?", grant)
        if row is None or row[1] is not None:
            raise CountyTrouble("county.grant_missing")
        held = msgspec.json.decode(bytes(row[0]), type=Grant)
        end = _midnight(until + timedelta(days=1)) if until else 0
        if end and end <= held.start:
            raise CountyTrouble("county.day")
        made = ids.new_id()
        _insert_grant(county, msgspec.structs.replace(held, id=made.hex(), end=end, signature=b""))
        revoke_grant(county, grant)
    return made


def grants_of(county: County, user: bytes) -> tuple[Held, ...]:
    """Return every grant a user ever had, oldest first; call inside a transaction."""
    rows = county.database.rows("SELECT body, revoked_at FROM grant_ WHERE user_id = ? ORDER BY id", user)
    return tuple(Held(msgspec.json.decode(bytes(body), type=Grant), revoked) for body, revoked in rows)


def accounts(county: County) -> list[Account]:
    """Return all accounts by unit and name."""
    with county.database.reading():
        rows = county.database.rows("SELECT id, name, unit FROM user_account ORDER BY unit, name")
        return [Account(bytes(user), name, code, grants_of(county, bytes(user))) for user, name, code in rows]


def grants_at(county: County, device: bytes) -> list[Held]:
    """Return every grant of the users of a device, oldest first; call inside a transaction."""
    rows = county.database.rows(
        "SELECT g.body, g.revoked_at FROM grant_ g JOIN device_user d ON d.user_id = g.user_id"
        " WHERE d.device = ? ORDER BY g.id",
        device,
    )
    return read_grants(rows)


def read_grants(rows: Iterable[Sequence[Any]]) -> list[Held]:
    """Return the grants in rows that end with `body` and `revoked_at` of one, where they have one."""
    return [Held(msgspec.json.decode(bytes(body), type=Grant), revoked) for *_, body, revoked in rows if body]
