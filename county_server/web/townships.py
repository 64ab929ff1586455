"""The townships beside each other: advisers, hours on site, people served, spread of scores, variety of work.

Counted on the county's tables for one calendar year. Villages are added up; nobody is named or ranked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from county_server import accounts, schema
from county_server.county import County
from village_desk import divisions
from village_desk.rights import TOWNSHIP_DIGITS
from village_desk.statistics import ADVISER_WORK, TABLES, Asked, Counted, Row, counting, period_of

_PEOPLE = 10_000
_MINUTES = 60
_TALKS = "service_talks"
_WORK = 1
"""Which group of the advisers' table holds the kinds of service."""


@dataclass(slots=True)
class Township:
    """One township, added up from its villages.

    Attributes:
        name: It.
        advisers: Who serves one of its villages under a contract in force, each once.
        residents: Of those of its villages whose survey says so, by the newest.
        visits, minutes: On site, as approved.
        known_minutes: Of them, those in villages whose residents are known.
        forms: Kinds of service its advisers gave.
        scores: Scores of the assessments of the year.
        villages, served: Units of villages, and those of them in which there was any of the five services.
        services: Consultations, applications, mediations, visits and notarial matters together.
        talks, solved: Consultations, and those that solved the matter.
        budget: Money on the responsibility lists (责任清单) of the year, in fen.
    """

    name: str
    advisers: set[str] = field(default_factory=set)
    residents: int = 0
    visits: int = 0
    minutes: int = 0
    known_minutes: int = 0
    forms: set[str] = field(default_factory=set)
    scores: list[int] = field(default_factory=list)
    villages: int = 0
    served: int = 0
    services: int = 0
    talks: int = 0
    solved: int = 0
    budget: int = 0

    @property
    def cost(self) -> int | None:
        """Money on the lists for each service, in fen; None where either is missing."""
        return self.budget // self.services if self.budget and self.services else None

    @property
    def hours(self) -> float:
        """Hours on site."""
        return self.minutes / _MINUTES

    @property
    def hours_for_people(self) -> float | None:
        """Hours on site per 10 000 residents, of villages surveyed; None where none is."""
        return self.known_minutes / _MINUTES * _PEOPLE / self.residents if self.residents else None


def compared(county: County, day: date) -> list[Township]:
    """Return every township with a unit or a record, by code, for the calendar year of `day`."""
    with county.database.reading():
        advisers, residents, scores = _advisers(county, day), _residents(county), _scores(county, day.year)
        work, core, talks = (_counted(county, day, name) for name in (ADVISER_WORK, "core_services", _TALKS))
        budgets = _budgets(county, day.year)
        names = dict(accounts.units(county))
    kinds = [one.name for one in work.groups[_WORK].columns if not one.part]
    at = {row.label: place for place, row in enumerate(work.rows)}
    found: dict[str, Township] = {}
    served = _sums(core)
    solved, asked = _sums(talks, ("solved",)), _sums(talks, ("talks",))
    for scope in sorted({*at, *names, *advisers, *residents, *scores, *served, *asked, *budgets}):
        code = scope[:TOWNSHIP_DIGITS]
        if len(code) < TOWNSHIP_DIGITS or code.endswith("000"):
            continue  # the county's own office
        one = found.setdefault(code, Township(_name(names, code)))
        one.advisers |= advisers.get(scope, set())
        one.residents += residents.get(scope, 0)
        one.scores += scores.get(scope, [])
        one.villages += not scope.endswith("000")
        one.served += not scope.endswith("000") and served.get(scope, 0) > 0
        one.services += served.get(scope, 0)
        one.talks += asked.get(scope, 0)
        one.solved += solved.get(scope, 0)
        one.budget += budgets.get(scope, 0)
        if scope in at:
            minutes = work.numbers[at[scope], "minutes"]
            one.visits += work.numbers[at[scope], "visits"]
            one.minutes += minutes
            one.known_minutes += minutes if scope in residents else 0
            one.forms |= {name for name in kinds if work.numbers[at[scope], name]}
    return list(found.values())


def _counted(county: County, day: date, name: str) -> Counted:
    """Return a table with a row a village; call inside a transaction."""
    tables = schema.models(county.database.dialect)
    source = counting.Source(tables, county.database.peewee, county.profile, lambda table: table.scope != "")
    asked = Asked(TABLES[name], period_of("year", day))
    return counting.count(source, asked, lambda scopes: [Row(one, (one,)) for one in sorted(scopes)])


def _sums(found: Counted, names: Sequence[str] = ()) -> dict[str, int]:
    """Return the sum of some columns, or of all, by village."""
    columns = names or [one.name for one in found.columns]
    return {
        row.label: sum(found.numbers[place, name] for name in columns) for place, row in enumerate(found.rows)
    }


def _budgets(county: County, year: int) -> dict[str, int]:
    rows = county.database.rows(
        "SELECT scope, sum(budget) FROM responsibility WHERE archived = 0 AND year = ? AND budget IS NOT NULL"
        " GROUP BY scope",
        year,
    )
    return {str(scope): int(budget) for scope, budget in rows}


def _name(names: dict[str, str], code: str) -> str:
    held = divisions.division(code)
    return held.short_name if held else names.get(code) or names.get(code.ljust(12, "0")) or code


def _advisers(county: County, day: date) -> dict[str, set[str]]:
    """Return who serves under a contract in force on `day`, by licence or else by name."""
    found: dict[str, set[str]] = {}
    for scope, adviser, licence in county.database.rows(
        "SELECT scope, adviser, licence FROM adviser_appointment WHERE archived = 0 AND since <= ?"
        " AND COALESCE(until, '9999') >= ? AND COALESCE(ended_on, '9999') >= ?",
        *(day.isoformat(),) * 3,
    ):
        if adviser or licence:
            found.setdefault(str(scope), set()).add(str(licence or adviser))
    return found


def _residents(county: County) -> dict[str, int]:
    newest: dict[str, int] = {}
    for scope, people in county.database.rows(
        "SELECT scope, people FROM village_survey WHERE archived = 0 AND people IS NOT NULL"
        " ORDER BY COALESCE(surveyed_on, ''), created_at"
    ):
        newest[str(scope)] = int(people)
    return newest


def _scores(county: County, year: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for scope, score in county.database.rows(
        "SELECT scope, score FROM adviser_assessment WHERE archived = 0 AND year = ? AND score IS NOT NULL",
        year,
    ):
        found.setdefault(str(scope), []).append(int(score))
    return found
