"""What was done in a browser, entry after entry, each hashed over the one before.

An entry names acts and ids, never a person's data. Whoever alters one or takes it out breaks the chain from
there on.
"""

from dataclasses import dataclass

from county_server.county import County
from village_desk import crypto, times


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: `about` is what it was done to, an id or a division code; `name` who did it."""

    n: int
    at: times.Moment
    name: str
    act: str
    about: str


def note(county: County, user: bytes, act: str, about: str = "") -> None:
    """Write one entry; call inside the transaction that does what it tells of."""
    database = county.database
    if database.postgres:
        database.rows("LOCK TABLE web_log IN EXCLUSIVE MODE")  # one after the other, as their numbers say
    row = database.one("SELECT n, hash FROM web_log ORDER BY n DESC LIMIT 1")
    n, previous = (int(row[0]), bytes(row[1])) if row else (0, crypto.CHAIN_START)
    entry = (n + 1, county.clock(), user.hex(), act, about)
    sql = "INSERT INTO web_log (n, at, user_id, act, about, hash) VALUES (?, ?, ?, ?, ?, ?)"
    database.rows(sql, *entry, _hash(previous, entry))


def _hash(previous: bytes, entry: tuple[object, ...]) -> bytes:
    return crypto.chain_over(previous, crypto.digest(crypto.canonical(list(entry))))


def newest(county: County, limit: int = 200, before: int = 0) -> list[Entry]:
    """Return entries, newest first; with `before`, those of smaller numbers."""
    where, values = ("WHERE n < ?", [before]) if before else ("", [])
    with county.database.reading():
        names = {
            bytes(user).hex(): str(name)
            for user, name in county.database.rows("SELECT id, name FROM user_account")
        }
        rows = county.database.rows(
            f"SELECT n, at, user_id, act, about FROM web_log {where} ORDER BY n DESC LIMIT ?",  # noqa: S608 - ours
            *values,
            limit,
        )
    return [Entry(n, at, names.get(user, ""), act, about) for n, at, user, act, about in rows]


def broken(county: County) -> int:
    """Return the number of the first entry that does not follow from those before, or 0.

    Call inside a transaction.
    """
    previous = crypto.CHAIN_START
    rows = county.database.rows("SELECT n, at, user_id, act, about, hash FROM web_log ORDER BY n")
    for place, (*entry, kept) in enumerate(rows, 1):
        previous = _hash(previous, tuple(entry))
        if entry[0] != place or previous != bytes(kept):
            return place
    return 0
