"""Case numbers: blocks per unit, register, year and device, handed out before a desk runs out.

So that offline desks never give the same number twice, a number belongs to exactly one block and a block
to exactly one device. The profile says how many numbers a block has (50) and from which month on next
year's are given (October).
"""

from datetime import date

from county_server.county import County
from county_server.database import Database
from county_server.errors import CountyTrouble
from county_server.viewer import Viewer
from sync.messages import Block, Left
from village_desk import times

LOW = 15
"""A desk that has fewer left gets its next block."""
AGAIN_MS = 15 * 60_000
"""A block given this recently is sent again, because the reply that carried it may have been lost."""

LEAST_LEFT_OUT, LEFT_OUT_AN_HOUR = 1_000, 20
"""Numbers of each series left out after a restore: far more than a unit's desks are given in that time."""
NOBODY = bytes(16)
"""Stands for the device of a block that is left out."""
HOUR_MS = 3_600_000
_BEGINS = "numbers_begin_after."


def first_blocks(county: County, unit: str, device: bytes) -> None:
    """Give a new device a block of every register; call inside a writing transaction."""
    for register in sorted(county.profile.numbers):
        for year in _years(county, times.legal_day(county.clock())):
            give(county, (register, unit, year), device)


def blocks_of(county: County, device: bytes) -> list[Block]:
    """Return all blocks a device was given, oldest first; call inside a transaction."""
    rows = county.database.rows(
        "SELECT register, year, first, last FROM number_block WHERE device = ?"
        " ORDER BY register, year, first",
        device,
    )
    return [Block(*row) for row in rows]


def refill(county: County, who: Viewer, left: list[Left]) -> list[Block]:
    """Give blocks where `left` says that few numbers are left; call inside a writing transaction."""
    years = _years(county, times.legal_day(county.clock()))
    blocks = []
    for one in left[: 2 * len(county.profile.numbers)]:
        if one.left >= LOW or one.register not in county.profile.numbers or one.year not in years:
            continue
        blocks.append(
            _recent(county, who, one) or give(county, (one.register, who.unit, one.year), who.device)
        )
    return blocks


def wants(left: list[Left]) -> bool:
    """Say whether a request reports a register that runs low."""
    return any(one.left < LOW for one in left)


def _years(county: County, today: date) -> list[int]:
    early = today.month >= _whole(county, "next_year_numbers_from_month")
    return [today.year] + ([today.year + 1] if early else [])


def _whole(county: County, name: str) -> int:
    value = county.profile.parameter(name)
    if not isinstance(value, int):
        raise CountyTrouble("county.profile", name=name)
    return value


def _recent(county: County, who: Viewer, one: Left) -> Block | None:
    row = county.database.one(
        "SELECT first, last FROM number_block WHERE device = ? AND register = ? AND year = ? AND given_at > ?"
        " ORDER BY first DESC",
        who.device,
        one.register,
        one.year,
        county.clock() - AGAIN_MS,
    )
    return Block(one.register, one.year, row[0], row[1]) if row else None


def give(county: County, place: tuple[str, str, int], device: bytes) -> Block:
    """Give the next block of a register, unit and year to a device; call inside a writing transaction."""
    register, _, year = place
    row = county.database.one(
        "SELECT MAX(last) FROM number_block WHERE register = ? AND unit = ? AND year = ?", *place
    )
    after = row[0] if row and row[0] is not None else _left_out(county.database, year)
    block = Block(register, year, after + 1, after + _whole(county, "number_block_size"))
    _insert(county.database, place, (block.first, block.last), (device, county.clock()))
    return block


def leave_out(database: Database, made_at: times.Moment, now: times.Moment) -> None:
    """Leave out of every series the numbers that may have been given after the backup of `made_at`.

    Nobody knows how many: a thousand, and more for each hour since, so that a second restore from the same
    backup leaves out what was given after the first. A series that began after the backup begins above as
    many. Call inside a writing transaction.
    """
    count = LEAST_LEFT_OUT + LEFT_OUT_AN_HOUR * (max(0, now - made_at) // HOUR_MS)
    years = {times.legal_day(moment).year for moment in (made_at, now)}
    until = max(years) + 1  # the next year's numbers are given from October on
    rows = database.rows(
        "SELECT register, unit, year, MAX(last) FROM number_block WHERE year >= ?"
        " GROUP BY register, unit, year",
        min(years),
    )
    for register, unit, year, last in rows:
        _insert(database, (register, unit, year), (last + 1, last + count), (NOBODY, now))
    database.rows("DELETE FROM meta WHERE k LIKE ?", f"{_BEGINS}%")
    for year in range(min(years), until + 1):
        database.rows("INSERT INTO meta (k, v) VALUES (?, ?)", f"{_BEGINS}{year}", str(count))


def _left_out(database: Database, year: int) -> int:
    row = database.one("SELECT v FROM meta WHERE k = ?", f"{_BEGINS}{year}")
    return int(row[0]) if row else 0


def _insert(
    database: Database, place: tuple[str, str, int], span: tuple[int, int], given: tuple[bytes, int]
) -> None:
    database.rows(
        "INSERT INTO number_block (register, unit, year, first, last, device, given_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        *(*place, *span, *given),
    )
