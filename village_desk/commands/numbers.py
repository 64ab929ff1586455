"""Case numbers that are unique without a network: each desk draws from a block the county gave it.

A block of 50 belongs to one unit, register, year and device; it is never refilled by counting. Without a
block the paper shows 临-device-n; the official number of a case is added beside it after a round that brought
some (`official_numbers`), never in its place. A consultation keeps the provisional one, which is as unique.
"""

from village_desk.session import Session
from village_desk.store import Store, UnitOfWork

PROVISIONAL = "临-{device}-{n}"
DEVICE_DIGITS = 6


def take(session: Session, uow: UnitOfWork, register: str, year: int) -> str:
    """Return the next number of `register` in `year`, inside the transaction that uses it."""
    block = uow.execute(
        'UPDATE "number_block" SET "next" = "next" + 1 WHERE ("register", "unit", "year", "first") = ('
        'SELECT "register", "unit", "year", "first" FROM "number_block" '
        'WHERE "register" = ? AND "year" = ? AND "next" <= "last" ORDER BY "first" LIMIT 1) '
        'RETURNING "next" - 1, "unit"',
        (register, year),
    ).fetchone()
    if block is None:
        return provisional(uow)
    return session.profile.number(register, _unit_short_name(session), year, block[0])


def left(session: Session, register: str, year: int) -> int:
    """Return how many numbers of `register` this desk may still give out in `year`."""
    rows = session.store.query(
        'SELECT sum("last" - "next" + 1) FROM "number_block" '
        'WHERE "register" = ? AND "year" = ? AND "next" <= "last"',
        (register, year),
    )
    return int(rows[0][0] or 0)


def provisional(uow: UnitOfWork) -> str:
    """Return the next number of this desk's own making, until an official one is added beside it."""
    n = int(uow.store.text_state("provisional_numbers", "0")) + 1
    uow.set_state("provisional_numbers", str(n))
    return PROVISIONAL.format(device=devices(uow.store)[0], n=n)


def devices(store: Store) -> list[str]:
    """Return by what names this desk file calls itself in provisional numbers: as it is now, and as before.

    Before it is enrolled it has a number of its own, and a file that was copied goes on as another device.
    """
    former = store.query('SELECT DISTINCT "device" FROM "former_change"')
    ids = [store.device_id.hex(), (store.state("desk_id") or b"").hex(), *(str(row[0]) for row in former)]
    return list(dict.fromkeys(one[-DEVICE_DIGITS:].upper() for one in ids if one)) or [""]


def _unit_short_name(session: Session) -> str:
    return session.store.text_state("unit_short_name") or session.store.unit_code
