"""What the single values of a profile may be: unit, limits and what they are for, as data.

The table is `resources/profile/parameters.csv`: `name,face,unit,low,high,empty,label,note`. A face is
whole, yes_no, text (limits in characters), day, choice (one of what the profile itself lists) or kinds (names
of kinds of records). Labels are Chinese: only the county reads them.
"""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from village_desk import paths
from village_desk.errors import StoreTrouble
from village_desk.kinds import KINDS

TABLE = paths.RESOURCES / "profile" / "parameters.csv"
NONE = "—"
"""Stands for no value in a sentence."""


@dataclass(frozen=True, slots=True)
class Declared:
    """One parameter.

    Attributes:
        face: What it holds; see above.
        unit: Unit shown after it.
        low: Smallest number, or shortest text in characters.
        high: Largest number, or longest text in characters.
        empty: It may say nothing.
        label: What it is for, in Chinese.
        note: Where it comes from, or what it does.
    """

    name: str
    face: str
    unit: str
    low: int | None
    high: int | None
    empty: bool
    label: str
    note: str

    @property
    def wanted(self) -> str:
        """What a value has to be, as a sentence may say it."""
        if self.face in ("whole", "text"):
            return f"{self.low}–{self.high} {self.unit}".strip()
        return {"yes_no": "true / false", "day": "2026-11-22", "kinds": "consultation …"}.get(self.face, "…")

    def holds(self, value: object) -> bool:
        """Say whether `value` is one of this parameter's."""
        if value is None or value == "":
            return self.empty
        match self.face:
            case "whole":
                return type(value) is int and self._within(value)
            case "yes_no":
                return isinstance(value, bool)
            case "day":
                return isinstance(value, str) and _is_day(value)
            case "kinds":
                return isinstance(value, str) and set(value.split()) <= KINDS.keys()
            case _:
                return isinstance(value, str) and self._within(len(value))

    def _within(self, number: int) -> bool:
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


@cache
def declared() -> Mapping[str, Declared]:
    """Return every parameter this program knows, by name, in the order of the table."""
    with TABLE.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    return {
        row["name"]: Declared(
            row["name"],
            row["face"],
            row["unit"],
            int(row["low"]) if row["low"] else None,
            int(row["high"]) if row["high"] else None,
            row["empty"] == "yes",
            row["label"],
            row["note"],
        )
        for row in rows
    }


def mistakes(parameters: Mapping[str, object]) -> Iterator[StoreTrouble]:
    """Yield a trouble for each value beyond its limits; one this program does not know may be anything."""
    known = declared()
    for name, value in parameters.items():
        if name in known and not known[name].holds(value):
            yield StoreTrouble(
                "profile.limits",
                file="profile.json",
                place=f"parameters.{name}",
                given=NONE if value in (None, "") else value,
                wanted=known[name].wanted,
            )


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
