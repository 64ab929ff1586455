"""Counts a declared table in SQL, and finds the records behind a number of it.

Runs over any set of tables made by `village_desk.tables`: the desk's SQLCipher file, the county's SQLite or
PostgreSQL. One statement a kind of record counts every column of every row; no record is looked at in Python.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import peewee
from peewee import Case, Value, fn

from village_desk.profile import Profile
from village_desk.statistics.declared import Check, Column, Expression, Group, Table, Tables
from village_desk.statistics.periods import ALL_TIME, Period
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


@dataclass(frozen=True, slots=True)
class Sums:
    """What was found for a table, before it has rows.

    Attributes:
        found: By the key of a row and the name of a column.
        totals: By the name of a column.
        failed: Checks that do not hold.
    """

    found: Mapping[tuple[str, str], int]
    totals: Mapping[str, int]
    failed: tuple[Failed, ...] = ()


Rower = Callable[[set[str]], Sequence[Row]]
"""Makes the rows of a table, given the keys under which something was counted."""


def count(source: Source, asked: Asked, rower: Rower) -> Counted:
    """Count a table; the rows are those of `rower`, in its order, with zeros where nothing was found."""
    return tabled(source.profile, asked, summed(source, asked), rower)


def tabled(profile: Profile, asked: Asked, sums: Sums, rower: Rower) -> Counted:
    """Put sums into the rows of `rower`."""
    columns = asked.table.columns(profile)
    rows = tuple(rower({key for (key, _name), number in sums.found.items() if number}))
    numbers_of = {
        (place, name): sum(sums.found.get((key, name), 0) for key in row.keys)
        for place, row in enumerate(rows)
        for name in columns
    }
    failed = (*sums.failed, *_rows_at_odds(sums.totals, numbers_of, len(rows)))
    return Counted(asked, asked.table.groups(profile), rows, numbers_of, sums.totals, failed)


def summed(source: Source, asked: Asked) -> Sums:
    """Count every column of a table."""
    found: dict[tuple[str, str], int] = {}
    totals: dict[str, int] = {}
    failed: list[Failed] = []
    for kind, own, checks in _by_kind(source, asked.table):
        for key, *numbers in _sums(source, asked, (kind, own, checks)).execute(source.database):
            by_name = dict(zip(own, map(int, numbers), strict=False))
            if key is not None:
                found |= {(str(key), name): number for name, number in by_name.items()}
                continue
            totals |= by_name
            failed += failing(checks, [*map(int, numbers[len(own) :])])
        failed += _without_day(source, asked, kind)
    return Sums(found, totals, tuple(failed))


Figure = tuple[str, str, str, str, int]
"""Unit, month as `2026-10`, key of the row, name, and how much: what a table is added up from.

The name is a column's, or that of a check with its side: `:agreements.0`; a record without the day it must
have stands in the month "" under `:undated`.
"""


def spread(source: Source, table: Table, kinds: Collection[str]) -> Iterator[Figure]:
    """Count the columns of `kinds` by unit and month, so that any months and places can be added up later."""
    asked = Asked(table, ALL_TIME)
    for kind, own, checks in _by_kind(source, table):
        if kind not in kinds:
            continue
        names = [*own, *(f":{check.name}.{side}" for check in checks for side in range(3))]
        for unit, month, key, *numbers in _by_month(source, asked, (kind, own, checks)):
            for name, number in zip(names, numbers, strict=True):
                if number:
                    yield str(unit), str(month), str(key), name, int(number)
        for unit, without in _undated_by_unit(source, asked, kind):
            yield str(unit), "", "", f":{UNDATED}", int(without)


def statements(source: Source, table: Table) -> Iterator[tuple[str, str, Sequence[object]]]:
    """Yield each kind of record a table counts, with the statement that does so and its values.

    Which kinds a number is worked out from can be read off it.
    """
    asked = Asked(table, ALL_TIME)
    for counted in _by_kind(source, table):
        sql, values = _sums(source, asked, counted).sql()
        yield counted[0], str(sql), values


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


_OfKind = tuple[str, Mapping[str, Column], Sequence[Check]]
"""A kind of record, and the columns and checks that count it."""


def _by_kind(source: Source, table: Table) -> Iterator[_OfKind]:
    columns = table.columns(source.profile)
    for kind in dict.fromkeys(column.of for column in columns.values()):
        own = {name: column for name, column in columns.items() if column.of == kind}
        yield kind, own, [check for check in table.checks if _kind_of(check, own) == kind]


def _each(source: Source, asked: Asked, counted: _OfKind, *keys: Expression) -> tuple[Any, list[Expression]]:
    """Return what each record counts, worked out once, and the sums over it of all columns and checks."""
    kind, columns, checks = counted
    values = [column.value(source.tables).alias(f"n{place}") for place, column in enumerate(columns.values())]
    held = [
        Case(None, [(check.of(source.tables), 1)], 0).alias(f"c{place}")
        for place, check in enumerate(checks)
        if check.of
    ]
    records = source.tables[kind].select(*keys, *values, *held).where(_where(source, asked, kind))
    each = records.cte("each_one", materialized=True)
    named = {name: getattr(each.c, f"n{place}") for place, name in enumerate(columns)}
    sums = [_sum(value) for value in named.values()]
    for place, check in enumerate(checks):
        left, right = (_added(names, named) for names in (check.left, check.right))
        if check.of:
            taken = getattr(each.c, f"c{place}")
            left, right = left * taken, right * taken
        sums += [_sum(left), _sum(right), _sum(Case(None, [(_differ(check, left, right), 1)], 0))]
    return each, sums


def _sums(source: Source, asked: Asked, counted: _OfKind) -> Any:  # noqa: ANN401 - peewee's own
    """Return the sums of the columns for each key, and with the key None the total with its failing checks.

    What each record counts is worked out once, and added up twice: by key, and as a whole.
    """
    each, sums = _each(source, asked, counted, _key(source, asked, counted[0]).alias("key"))
    by_key = peewee.Select([each], [each.c.key, *sums]).group_by(each.c.key)
    whole = peewee.Select([each], [peewee.SQL("NULL"), *sums])
    return by_key.union_all(whole).with_cte(each).tuples()


def _by_month(source: Source, asked: Asked, counted: _OfKind) -> Iterator[tuple[Any, ...]]:
    kind = counted[0]
    month = fn.SUBSTR(asked.table.days[kind](source.tables), 1, 7).alias("month")
    by_unit = asked.table.rows in ("place", "month")  # unit and month stand beside it anyway
    key = (Value("") if by_unit else _key(source, asked, kind)).alias("key")
    each, sums = _each(source, asked, counted, source.tables[kind].scope.alias("unit"), month, key)
    keys = (each.c.unit, each.c.month, each.c.key)
    query = peewee.Select([each], [*keys, *sums]).group_by(*keys).with_cte(each)
    yield from query.tuples().execute(source.database)


def _undated_by_unit(source: Source, asked: Asked, kind: str) -> Iterator[tuple[Any, ...]]:
    if kind in asked.table.dated:
        table = source.tables[kind]
        query = table.select(table.scope, fn.COUNT(table.id)).where(_undated(source, asked, kind))
        yield from query.group_by(table.scope).tuples().execute(source.database)


def failing(checks: Sequence[Check], numbers: Sequence[int]) -> Iterator[Failed]:
    """Yield the checks that do not hold: of each come the sums of its sides, and how many are at odds."""
    for place, check in enumerate(checks):
        left, right, records = numbers[3 * place : 3 * place + 3]
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
    return held(source, asked, kind) & (day >= first) & (day <= last)


def _undated(source: Source, asked: Asked, kind: str) -> Expression:
    day, must = asked.table.days[kind](source.tables), asked.table.dated[kind](source.tables)
    return held(source, asked, kind) & day.is_null() & must


def held(source: Source, asked: Asked, kind: str) -> Expression:
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
