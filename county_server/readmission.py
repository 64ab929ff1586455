"""A desk enrolled after the backup the county was put back to: with a new code it is the same device again.

The county knows neither the desk nor, perhaps, its users. The desk keeps its id and its key, so its log is
chained and numbered as it was; its users keep their ids, so what they wrote is theirs. That they were users
of this county is proved by the grants it signed; what they may do today, only the administrator says.
"""

from collections.abc import Iterable, Sequence

import msgspec

from county_server import viewer
from county_server.county import County
from county_server.errors import Refused
from sync.messages import EnrolRequest, Grant, grant_claim
from village_desk import crypto, ids

MOST_USERS = 100


def device_of(county: County, asked: EnrolRequest) -> tuple[bytes, bool]:
    """Return the id of the device that asks, and whether the county knows it; call inside a transaction.

    Raises:
        Refused: "nonsense" (400): no id; "code" (403): another desk has this id; "revoked" (403).
    """
    if not asked.device:
        return ids.new_id(), False
    try:
        device = ids.id_from_text(asked.device)
    except ValueError:
        raise Refused("nonsense") from None
    if county.database.one("SELECT 1 FROM device WHERE id = ?", device) is None:
        return device, False
    who = viewer.find(county, device)
    if who.public_key != asked.public_key:
        raise Refused("code", 403)
    if who.revoked:
        raise Refused("revoked", 403)
    return device, True


def users(county: County, shown: Sequence[Grant], invited: Sequence[str]) -> list[str]:
    """Return the users of the device, who keep the ids of the grants `shown`; call inside a transaction.

    An account that was made anew for one of them, has their name and was on no desk yet is theirs, with its
    grants. Somebody for whom none was made is no user of the desk until the administrator says so.
    """
    found = list(invited)
    for grant in shown[:MOST_USERS]:
        signed = crypto.verify(county.public_key, grant.signature, grant_claim(grant), grant.suite)
        if signed and not _known(county, bytes.fromhex(grant.user)):
            found = [grant.user if _anew(county, user, grant.name) else user for user in found]
            _renumber(county, set(invited) - set(found), bytes.fromhex(grant.user))
            invited = found
    return found


def _known(county: County, user: bytes) -> bool:
    return county.database.one("SELECT 1 FROM user_account WHERE id = ?", user) is not None


def _anew(county: County, user: str, name: str) -> bool:
    row = county.database.one(
        "SELECT 1 FROM user_account u WHERE id = ? AND name = ?"
        " AND NOT EXISTS (SELECT 1 FROM device_user d WHERE d.user_id = u.id)",
        bytes.fromhex(user),
        name,
    )
    return row is not None


def _renumber(county: County, made: Iterable[str], known: bytes) -> None:
    """Give the accounts `made`, one or none, the id `known`."""
    database = county.database
    for user in made:
        was = bytes.fromhex(user)
        name, unit, created_at = database.rows(
            "SELECT name, unit, created_at FROM user_account WHERE id = ?", was
        )[0]
        database.rows(
            "UPDATE user_account SET name = ? WHERE id = ?", user, was
        )  # names are unique in a unit
        database.rows(
            "INSERT INTO user_account (id, name, unit, created_at) VALUES (?, ?, ?, ?)",
            *(known, name, unit, created_at),
        )
        for grant, raw in database.rows("SELECT id, body FROM grant_ WHERE user_id = ?", was):
            held = msgspec.structs.replace(msgspec.json.decode(bytes(raw), type=Grant), user=known.hex())
            signed = msgspec.structs.replace(held, signature=crypto.sign(county.key, grant_claim(held)))
            database.rows(
                "UPDATE grant_ SET user_id = ?, body = ? WHERE id = ?",
                *(known, msgspec.json.encode(signed), grant),
            )
        database.rows("UPDATE enrolment SET users = replace(users, ?, ?)", user, known.hex())
        database.rows("DELETE FROM user_account WHERE id = ?", was)
