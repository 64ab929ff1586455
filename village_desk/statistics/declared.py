"""What a table is: declared once; numbers, the records behind them and the cross-checks come from it.

A column says how much one record of its kind counts: 1 or 0 for a predicate, or an amount. A cell is the
sum over the records of its row; the records behind it are those that count more than nothing. A check
compares sums of columns record by record, so that a mistake up and one down do not hide each other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from village_desk.profile import Profile
from village_desk.tables import Model

Expression = Any
"""A peewee expression; neutral of dialect."""
Tables = Mapping[str, Model]
Unit = Literal["件", "份", "场", "人", "次", "人次", "小时", "万元"]
Rows = Literal["place", "month", "dispute_type", "topic"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: Stable name.
        label: As it stands on the paper.
        value: How much one record counts, from the tables.
        of: Kind of the records it counts.
        unit: What the number is of; 万元 are kept in fen and 小时 in minutes.
        part: It is one of those counted in the column before that is not a part (其中).
    """

    name: str
    label: str
    value: Callable[[Tables], Expression]
    of: str = "mediation_case"
    unit: Unit = "件"
    part: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Columns under one heading."""

    label: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule between columns of one kind of record (核对关系).

    Attributes:
        name: Stable name; its sentence stands in `ui.pages.statistics_texts`.
        left, right: Names of columns, `type_*` for all that begin so; each side is their sum.
        relation: Of every single record.
        of: Which records it is a rule for; None for all.
    """

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    relation: Literal["=", "<="] = "="
    of: Callable[[Tables], Expression] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One table.

    Attributes:
        name: Stable name.
        title: Its official Chinese title, or a plain one where there is none.
        rows: What its rows are.
        groups: Its columns under a profile, whose code lists make some of them.
        days: The day that puts a record of a kind into a period, from the tables.
        counts: Which records of a kind count at all.
        dated: Which records of a kind must have that day; without it they stand in no period.
        checks: What must hold between its columns.
    """

    name: str
    title: str
    rows: Rows
    groups: Callable[[Profile], tuple[Group, ...]]
    days: Mapping[str, Callable[[Tables], Expression]]
    counts: Mapping[str, Callable[[Tables], Expression]] = field(default_factory=dict)
    dated: Mapping[str, Callable[[Tables], Expression]] = field(default_factory=dict)
    checks: tuple[Check, ...] = ()

    def columns(self, profile: Profile) -> dict[str, Column]:
        """Return all columns by name, in their order."""
        return {column.name: column for group in self.groups(profile) for column in group.columns}
