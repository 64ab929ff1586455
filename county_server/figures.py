"""The numbers of statistics, kept by unit and month, so that a page adds up and counts nothing.

What they are is declared in `village_desk.statistics`; here they are counted by those declarations, whole
units at once, and kept. Which units are to be counted anew the feed says: every change of a record stands in
it, with its village and kind, and what left a village in `moved`. So no write pays for statistics, a
correction or a move needs no rule of its own, and counting everything anew must give the same (`differing`).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from county_server import schema
from county_server.county import County
from county_server.database import marks
from village_desk import crypto, times
from village_desk.profile import Profile
from village_desk.rights import TOWNSHIP_DIGITS
from village_desk.statistics import TABLES, counting, indicator_parts
from village_desk.statistics.counting import Asked, Figure, Source, Sums
from village_desk.statistics.declared import Table, Tables
from village_desk.statistics.periods import ALL_TIME

AT_ONCE = 50
"""Units that are counted in one transaction."""
ANSWERS = "indicator_answers"
"""Where `indicator_parts.answers_of` is kept."""

_Key = tuple[str, str, str, str]
"""Month, unit, key of the row, name."""


@dataclass(frozen=True, slots=True)
class Head:
    """How far the numbers go: they hold the changes up to `seq` of the feed, counted at `counted_at`.

    `waiting` is how many changes came since.
    """

    seq: int
    version: int
    definition: str
    counted_at: times.Moment
    waiting: int


@cache
def _tables(dialect: str) -> Tables:
    return schema.models(dialect)


def source(county: County, units: Collection[str] = ()) -> Source:
    """Return the county's tables to count on, all units or some."""
    listed = sorted(units)
    return Source(
        _tables(county.database.dialect),
        county.database.peewee,
        county.profile,
        lambda table: table.scope.in_(listed) if listed else table.scope != "",
    )


@cache
def _kept() -> dict[str, Table]:
    """Return the tables whose numbers are kept: those that differ in their rows alone share one."""
    kept: list[Table] = []
    for table in (*TABLES.values(), indicator_parts.PARTS):
        if not any(_same(table, one) for one in kept):
            kept.append(table)
    return {table.name: table for table in kept}


def _same(table: Table, other: Table) -> bool:
    plain = ("place", "month")
    return table.groups is other.groups and (table.rows == other.rows or {table.rows, other.rows} <= {*plain})


def _name_of(table: Table) -> str:
    return next(name for name, one in _kept().items() if _same(table, one))


# ------------------------------------------------------------------ adding up


def head(county: County) -> Head:
    """Return how far the numbers go."""
    with county.database.reading():
        row = county.database.one(
            "SELECT f.seq, f.version, f.definition, f.counted_at, h.head - f.seq"
            " FROM figure_head f, feed_head h"
        )
    if row is None:
        raise LookupError
    return Head(*row)


By = Literal["unit", "township", "month", "row"]
_KEYS: dict[By, str] = {
    "unit": "unit",
    "township": f"substr(unit, 1, {TOWNSHIP_DIGITS})",
    "month": "month",
    "row": "row_key",
}


def summed(county: County, asked: Asked, by: By, column: str = "") -> Sums:
    """Add up a table by what its rows are, or one column of it."""
    first, last = (day.isoformat()[:7] for day in (asked.period.first, asked.period.last))
    tab, place = _name_of(asked.table), (asked.place, asked.place + ":")
    with county.database.reading():
        sql = SUMMED.format(key=_KEYS[by], only="AND name = ?" if column else "")
        found = county.database.rows(sql, tab, first, last, *place, *([column] if column else []))
        undated = county.database.one(_UNDATED, tab, *place)
    return _sums_of(county, asked.table, found, int(undated[0]) if undated else 0)


SUMMED = (
    "SELECT {key}, name, sum(value) FROM figure"
    " WHERE tab = ? AND month BETWEEN ? AND ? AND unit >= ? AND unit < ? {only} GROUP BY 1, 2"
)
_UNDATED = (
    "SELECT COALESCE(sum(value), 0) FROM figure WHERE tab = ? AND month = '' AND unit >= ? AND unit < ?"
)


def _sums_of(county: County, table: Table, rows: Iterable[Sequence[object]], undated: int) -> Sums:
    totals = dict.fromkeys(table.columns(county.profile), 0)
    sides: dict[str, int] = {}
    found = {}
    for key, name, value in rows:
        number = int(str(value))
        if str(name).startswith(":"):
            sides[str(name)] = sides.get(str(name), 0) + number
        elif name in totals:
            found[str(key), str(name)] = number
            totals[str(name)] += number
    checks = [sides.get(f":{check.name}.{side}", 0) for check in table.checks for side in range(3)]
    failed = [*counting.failing(table.checks, checks)]
    if undated:
        failed.append(counting.Failed(counting.UNDATED, undated, 0, "=", undated))
    return Sums(found, totals, tuple(failed))


def answers(county: County, asked: Asked) -> dict[str, int]:
    """Return the totals of `indicator_parts.answers_of`."""
    first, last = (day.isoformat()[:7] for day in (asked.period.first, asked.period.last))
    with county.database.reading():
        rows = county.database.rows(
            "SELECT name, sum(value) FROM figure WHERE tab = ? AND month BETWEEN ? AND ?"
            " AND unit >= ? AND unit < ? GROUP BY name",
            *(ANSWERS, first, last, asked.place, asked.place + ":"),
        )
    return {str(name): int(value) for name, value in rows}


# ------------------------------------------------------------------ counting anew


def refresh(county: County) -> bool:
    """Count the units anew in which something changed; say whether all that had come by now is in.

    Several may do so at once: who comes second leaves it to the first.
    """
    plan, now = _plan(county), head(county)
    stale = _stale(county, now, plan)
    pieces = [*_pieces(sorted(stale))] or [[]]
    for place, units in enumerate(pieces, 1):
        with county.database.reading():
            changed = {kind for unit in units for kind in stale[unit]}
            steps = [*_differences(county, plan, units, changed)]
        last = place == len(pieces)
        reached = (now.seq + now.waiting, plan.definition) if last else (now.seq, now.definition)
        if not _written(county, now.version + place - 1, reached, steps):
            return False
    return True


def due(county: County, rest: times.Moment) -> bool:
    """Say whether there is something to count anew that nobody began within `rest` ms; if so, begin."""
    now = head(county)
    if not now.waiting and now.definition == _plan(county).definition:
        return False
    database, moment = county.database, county.clock()
    with database.writing():
        row = database.one(database.locked("SELECT begun_at FROM figure_head WHERE one = 1"))
        if row is None or row[0] > moment - rest // 2:
            return False
        database.rows("UPDATE figure_head SET begun_at = ? WHERE one = 1", moment)
    return True


def differing(county: County) -> int:
    """Count all that is in anew and return how many numbers are not those kept."""
    plan = _plan(county)
    with county.database.reading():
        waiting = _stale(county, head(county), plan)
        settled = [unit for unit in _units(county) if unit not in waiting]
        return sum(
            sum(1 for _step in _differences(county, plan, units, _tables(county.database.dialect)))
            for units in _pieces(settled)
        )


_Step = tuple[str, str, _Key, int, int]
"""Table, kind that is counted, and the number with its old and its new value, 0 for none."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is counted: the kinds each number is worked out from, by table and kind that is counted.

    `definition` is a digest of all statements; another profile or program may count otherwise.
    """

    reads: Mapping[tuple[str, str], frozenset[str]]
    definition: str


_plans: dict[tuple[str, int], tuple[Profile, _Plan]] = {}
"""By the profile; to write all statements down takes most of a second."""


def _plan(county: County) -> _Plan:
    key = (county.database.dialect, id(county.profile))
    held = _plans.get(key)
    if held is None or held[0] is not county.profile:
        held = _plans[key] = (county.profile, _made(county))
    return held[1]


def _made(county: County) -> _Plan:
    here, tables = source(county), _tables(county.database.dialect)
    reads = {(ANSWERS, ANSWERS): frozenset(indicator_parts.ANSWERS_READ)}
    texts: list[object] = [msgspec.json.encode(county.profile.deadlines).decode()]
    for name, table in _kept().items():
        for of_kind, sql, values in counting.statements(here, table):
            reads[name, of_kind] = frozenset(kind for kind in tables if f'"{kind}"' in sql)
            texts += [sql, [str(value) for value in values]]
    return _Plan(reads, crypto.digest(crypto.canonical(texts)).hex())


def _pieces(units: Sequence[str]) -> Iterator[Sequence[str]]:
    return (units[start : start + AT_ONCE] for start in range(0, len(units), AT_ONCE))


def _stale(county: County, now: Head, plan: _Plan) -> dict[str, set[str]]:
    """Return the units with changes that are not counted yet, and the kinds of the records that changed."""
    with county.database.reading():
        if plan.definition != now.definition:
            return {unit: {*_tables(county.database.dialect)} for unit in _units(county)}
        span = (now.seq, now.seq + now.waiting)
        rows = county.database.rows(
            "SELECT DISTINCT village, kind FROM feed WHERE seq > ? AND seq <= ?"
            " UNION SELECT village, kind FROM moved WHERE seq > ? AND seq <= ?"
            " UNION SELECT f.village, m.kind FROM moved m JOIN feed f ON f.seq = m.seq"
            " WHERE m.seq > ? AND m.seq <= ?",
            *(*span, *span, *span),
        )
    found: dict[str, set[str]] = {}
    for unit, kind in rows:
        found.setdefault(str(unit), set()).add(str(kind))
    return found


def _units(county: County) -> list[str]:
    """Return every unit that has a record or a number."""
    rows = county.database.rows("SELECT village FROM tally UNION SELECT unit FROM figure ORDER BY 1")
    return [str(unit) for (unit,) in rows]


def _differences(
    county: County, plan: _Plan, units: Sequence[str], changed: Collection[str]
) -> Iterator[_Step]:
    """Yield what is to be written for some units after records of some kinds changed."""
    here = source(county, units)
    for (name, of_kind), reads in plan.reads.items() if units else ():
        if reads.isdisjoint(changed):
            continue
        counted = _counted(here, name, of_kind)
        wanted = {(month, unit, key, figure): value for unit, month, key, figure, value in counted}
        rows = county.database.rows(
            "SELECT month, unit, row_key, name, value FROM figure"  # noqa: S608 - blanks
            f" WHERE tab = ? AND of_kind = ? AND unit IN ({marks(len(units))})",
            name,
            of_kind,
            *units,
        )
        kept = {(month, unit, key, figure): value for month, unit, key, figure, value in rows}
        for place in sorted(wanted.keys() | kept.keys()):
            if wanted.get(place) != kept.get(place):
                yield name, of_kind, place, kept.get(place, 0), wanted.get(place, 0)


def _counted(here: Source, name: str, of_kind: str) -> Iterator[Figure]:
    if name == ANSWERS:
        return indicator_parts.answers_of(here, Asked(indicator_parts.PARTS, ALL_TIME))
    return counting.spread(here, _kept()[name], (of_kind,))


def _written(county: County, version: int, reached: tuple[int, str], steps: Sequence[_Step]) -> bool:
    """Write numbers, unless somebody else wrote some since `version`."""
    database = county.database
    where = "tab = ? AND month = ? AND unit = ? AND row_key = ? AND name = ?"
    gone = [(tab, *place) for tab, _of, place, _was, value in steps if not value]
    other = [(value, tab, *place) for tab, _of, place, was, value in steps if was and value]
    new = [(tab, of, *place, value) for tab, of, place, was, value in steps if not was]
    with database.writing():
        row = database.one(database.locked("SELECT version FROM figure_head WHERE one = 1"))
        if row != (version,):
            return False
        delete, update = f"DELETE FROM figure WHERE {where}", f"UPDATE figure SET value = ? WHERE {where}"  # noqa: S608 - ours
        database.write([(delete, gone), (update, other)])
        database.insert("figure", ("tab", "of_kind", "month", "unit", "row_key", "name", "value"), new)
        database.rows(
            "UPDATE figure_head SET version = version + 1, seq = ?, definition = ?, counted_at = ?"
            " WHERE one = 1",
            *reached,
            county.clock(),
        )
    return True
