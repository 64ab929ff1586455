"""Counts a declared table in SQL, and finds the records behind a number of it.

Runs over any set of tables made by `village_desk.tables`: the desk's SQLCipher file, the county's SQLite or
PostgreSQL. One statement a kind of record counts every column of every row; no record is looked at in Python.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import peewee
from peewee import Case, fn

from village_desk.profile import Profile
from village_desk.statistics.declared import Check, Column, Expression, Group, Table, Tables
from village_desk.statistics.periods import Period
from village_desk.tables import Model

Scopes = Callable[[Model], Expression]
"""The condition that a row of a table may be counted by who asks."""

UNDATED = "undated"
"""Name of the check that records which must have a day have one."""
SUMS = "sums"
"""Name of the check that the rows add up to the total, which is counted for itself."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: what stands before it, and the keys of the records it counts."""

    label: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted.

    Attributes:
        table: Which table.
        period: Over which time.
        place: Beginning of the division codes that count, all 12 digits for one unit; "" for all.
    """

    table: Table
    period: Period
    place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table, or what is wrong with it: the records behind it.

    Attributes:
        column: Name of a column, or of a check (the records that fail it).
        row: The row, or None for the total.
    """

    column: str
    row: Row | None = None
    check: bool = False


@dataclass(frozen=True, slots=True)
class Failed:
    """A check that does not hold: the sums of its two sides, and how many records are at odds with it."""

    name: str
    left: int
    right: int
    relation: Literal["=", "<="]
    records: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A table with its numbers.

    Attributes:
        asked: What was asked for.
        groups: Its columns.
        rows: Its rows, in order.
        numbers: By place of the row and name of the column.
        totals: By name of the column.
        failed: What does not hold.
    """

    asked: Asked
    groups: tuple[Group, ...]
    rows: tuple[Row, ...]
    numbers: Mapping[tuple[int, str], int]
    totals: Mapping[str, int]
    failed: tuple[Failed, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns, in order."""
        return tuple(column for group in self.groups for column in group.columns)

    @property
    def empty(self) -> bool:
        """Nothing at all was counted: a zero report (零报告)."""
        return not any(self.totals.values())


@dataclass(frozen=True, slots=True)
class Source:
    """Where is counted, and for whom.

    Attributes:
        tables: Models of all kinds.
        database: The database to run on.
        profile: Code lists.
        scopes: What may be counted.
    """

    tables: Tables
    database: peewee.Database
    profile: Profile
    scopes: Scopes


Rower = Callable[[set[str]], Sequence[Row]]
"""Makes the rows of a table, given the keys under which something was counted."""


def count(source: Source, asked: Asked, rower: Rower) -> Counted:
    """Count a table; the rows are those of `rower`, in its order, with zeros where nothing was found."""
    columns = asked.table.columns(source.profile)
    found: dict[tuple[str, str], int] = {}
    totals: dict[str, int] = {}
    failed: list[Failed] = []
    for kind in dict.fromkeys(column.of for column in columns.values()):
        own = {name: column for name, column in columns.items() if column.of == kind}
        checks = [check for check in asked.table.checks if _kind_of(check, own) == kind]
        for key, *numbers in _sums(source, asked, kind, own, checks):
            by_name = dict(zip(own, map(int, numbers), strict=False))
            if key is not None:
                found |= {(str(key), name): number for name, number in by_name.items()}
                continue
            totals |= by_name
            failed += _failing(checks, numbers[len(own) :])
        failed += _without_day(source, asked, kind)
    rows = tuple(rower({key for (key, _name), number in found.items() if number}))
    numbers_of = {
        (place, name): sum(found.get((key, name), 0) for key in row.keys)
        for place, row in enumerate(rows)
        for name in columns
    }
    failed += _rows_at_odds(totals, numbers_of, len(rows))
    return Counted(asked, asked.table.groups(source.profile), rows, numbers_of, totals, tuple(failed))


def behind(source: Source, asked: Asked, cell: Cell) -> tuple[str, Expression]:
    """Return the kind of the records behind a cell, and the statement that yields their ids."""
    columns = asked.table.columns(source.profile)
    if cell.check and cell.column == UNDATED:
        kind = next(iter(asked.table.dated))
        return kind, source.tables[kind].select(source.tables[kind].id).where(_undated(source, asked, kind))
    if cell.check:
        check = next(one for one in asked.table.checks if one.name == cell.column)
        values = {name: column.value(source.tables) for name, column in columns.items()}
        left, right = (_added(names, values) for names in (check.left, check.right))
        wrong = _differ(check, left, right)
        wrong = check.of(source.tables) & wrong if check.of else wrong
        kind, value = _kind_of(check, columns), Case(None, [(wrong, 1)], 0)
    else:
        column = columns[cell.column]
        kind, value = column.of, column.value(source.tables)
    table = source.tables[kind]
    where = _where(source, asked, kind) & (value > 0)
    if cell.row:
        where &= _key(source, asked, kind).in_(list(cell.row.keys))
    return kind, table.select(table.id).where(where)


def _sums(
    source: Source, asked: Asked, kind: str, columns: Mapping[str, Column], checks: Sequence[Check]
) -> Iterator[tuple[Any, ...]]:
    """Yield the sums of the columns for each key, and with the key None the total with its failing checks.

    What each record counts is worked out once, and added up twice: by key, and as a whole.
    """
    key = _key(source, asked, kind).alias("key")
    values = [column.value(source.tables).alias(f"n{place}") for place, column in enumerate(columns.values())]
    held = [
        Case(None, [(check.of(source.tables), 1)], 0).alias(f"c{place}")
        for place, check in enumerate(checks)
        if check.of
    ]
    records = source.tables[kind].select(key, *values, *held).where(_where(source, asked, kind))
    each = records.cte("each_one", materialized=True)
    named = {name: getattr(each.c, f"n{place}") for place, name in enumerate(columns)}
    sums = [_sum(value) for value in named.values()]
    for place, check in enumerate(checks):
        left, right = (_added(names, named) for names in (check.left, check.right))
        if check.of:
            counted = getattr(each.c, f"c{place}")
            left, right = left * counted, right * counted
        sums += [_sum(left), _sum(right), _sum(Case(None, [(_differ(check, left, right), 1)], 0))]
    by_key = peewee.Select([each], [each.c.key, *sums]).group_by(each.c.key)
    whole = peewee.Select([each], [peewee.SQL("NULL"), *sums])
    query = by_key.union_all(whole).with_cte(each)
    yield from query.tuples().execute(source.database)


def _failing(checks: Sequence[Check], numbers: Sequence[Any]) -> Iterator[Failed]:
    """Yield the checks that do not hold: of each come the sums of its sides, and how many are at odds."""
    for place, check in enumerate(checks):
        left, right, records = map(int, numbers[3 * place : 3 * place + 3])
        if records:
            yield Failed(check.name, left, right, check.relation, records)


def _without_day(source: Source, asked: Asked, kind: str) -> Iterator[Failed]:
    if kind in asked.table.dated:
        table = source.tables[kind]
        query = table.select(fn.COUNT(table.id)).where(_undated(source, asked, kind))
        without = int(next(iter(query.tuples().execute(source.database)))[0])
        if without:
            yield Failed(UNDATED, without, 0, "=", without)


def _rows_at_odds(
    totals: Mapping[str, int], numbers: Mapping[tuple[int, str], int], rows: int
) -> Iterator[Failed]:
    for name, total in totals.items():
        added = sum(numbers[place, name] for place in range(rows))
        if added != total:
            yield Failed(SUMS, added, total, "=", 0)


# ---------------------------------------------------------------- expressions


def _where(source: Source, asked: Asked, kind: str) -> Expression:
    day = asked.table.days[kind](source.tables)
    first, last = asked.period.first.isoformat(), asked.period.last.isoformat()
    return _held(source, asked, kind) & (day >= first) & (day <= last)


def _undated(source: Source, asked: Asked, kind: str) -> Expression:
    day, must = asked.table.days[kind](source.tables), asked.table.dated[kind](source.tables)
    return _held(source, asked, kind) & day.is_null() & must


def _held(source: Source, asked: Asked, kind: str) -> Expression:
    """Return that a row counts at all, lies in the place, and may be counted by who asks."""
    table = source.tables[kind]
    where = (table.archived == 0) & source.scopes(table)
    if asked.place:  # a prefix as a range; ":" follows "9"
        where &= (table.scope >= asked.place) & (table.scope < asked.place + ":")
    counts = asked.table.counts.get(kind)
    return where & counts(source.tables) if counts else where


def _key(source: Source, asked: Asked, kind: str) -> Expression:
    """Return what puts a record into a row."""
    table = source.tables[kind]
    if asked.table.rows == "month":
        return fn.SUBSTR(asked.table.days[kind](source.tables), 1, 7)
    if asked.table.rows == "dispute_type":
        return fn.COALESCE(table.dispute_type, "")
    if asked.table.rows == "topic":
        return fn.COALESCE(table.topic, "")
    return table.scope


def _sum(value: Expression) -> Expression:
    return fn.COALESCE(fn.SUM(value), 0)


def _differ(check: Check, left: Expression, right: Expression) -> Expression:
    return left != right if check.relation == "=" else left > right


def _added(names: Sequence[str], values: Mapping[str, Expression]) -> Expression:
    first, *rest = [values[name] for name in _named(names, values)]
    for value in rest:
        first = first + value
    return first


def _kind_of(check: Check, columns: Mapping[str, Column]) -> str:
    return next((columns[name].of for name in _named(check.left, columns)), "")


def _named(names: Sequence[str], columns: Mapping[str, object]) -> list[str]:
    """Return the names of columns, with those that begin as a name ending in `*` in its place."""
    return [
        name
        for wanted in names
        for name in columns
        if name == wanted or (wanted.endswith("*") and name.startswith(wanted[:-1]))
    ]
