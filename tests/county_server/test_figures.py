"""The county's figures are the sums of its desks', whatever was corrected, and what counting anew gives."""

import os
import random
from dataclasses import replace
from datetime import date

import pytest

from county_server import accounts, audit, figures
from tests.sync.world import new_desk
from tests.village_desk.statistics import year
from village_desk import profile
from village_desk.rights import Hold
from village_desk.statistics import TABLES, Asked, Row, counted, counting, indicator_parts, period_of
from village_desk.statistics.desk import source_of

pytestmark = pytest.mark.county
VILLAGES, RECORDS = (int(each) for each in os.environ.get("VD_COUNTY_YEAR", "12:20").split(":"))
"""Villages, and records of each; `tools/prove.py` takes 300."""
A_TOWNSHIP = 4
BY = {"place": "unit", "month": "month"}
YEAR = period_of("year", date(2026, 1, 1))
QUARTER = period_of("quarter", date(2026, 5, 1))
ASKED = [*(Asked(table, YEAR) for table in TABLES.values()), Asked(TABLES["situation"], QUARTER)]


def rows_of(keys):
    return [Row(one, (one,)) for one in sorted(keys)]


def test_the_county_counts_what_its_desks_count_together(here, tmp_path, clock):
    draw = random.Random(9)
    sums = [{} for _asked in ASKED]
    parts = dict.fromkeys(("talks", "timely", "days", "answered", "handed"), 0)
    for start in range(0, VILLAGES, A_TOWNSHIP):
        township = f"620702{101 + start // A_TOWNSHIP}"
        office = new_desk(here, tmp_path / township, clock, f"所{township}[练习]", "station_head", township,
                          township + "000")  # fmt: skip
        villages = [f"{township}{201 + place}" for place in range(min(A_TOWNSHIP, VILLAGES - start))]
        desks = [a_village(here, tmp_path, clock, code, draw) for code in villages]
        office.sync()
        year.review(office.session, draw)
        for code in villages:
            year.enter(office.session, code, draw, year.BY_TOWNSHIP, 2)
        office.sync()
        figures.refresh(here)
        for desk in desks:
            desk.sync()
            year.correct(desk.session, draw, 3)
            desk.sync()
            assert not desk.sync().pulled
            for asked, found in zip(ASKED, sums, strict=True):
                for column, number in counted(desk.session, asked).totals.items():
                    found[column] = found.get(column, 0) + number
            source = source_of(desk.session)
            for *_at, name, number in indicator_parts.answers_of(source, Asked(indicator_parts.PARTS, YEAR)):
                parts[name] = parts.get(name, 0) + number
            desk.close()
        office.close()
    assert figures.refresh(here)
    for asked, found in zip(ASKED, sums, strict=True):
        at_county = counting.tabled(
            profile.load(), asked, figures.summed(here, asked, BY.get(asked.table.rows, "row")), rows_of
        )
        assert (asked.table.name, dict(at_county.totals)) == (asked.table.name, found)
        assert sum(at_county.totals.values()) > 0
        assert [one for one in at_county.failed if one.name == "sums"] == []
    assert {
        name: figures.answers(here, Asked(indicator_parts.PARTS, YEAR)).get(name, 0) for name in parts
    } == parts
    assert figures.differing(here) == 0
    assert audit.verify(here).problems == []


def a_village(here, folder, clock, code, draw):
    """A village that worked a year: its clerk and its adviser at one desk."""
    desk = new_desk(here, folder / code, clock, f"村{code}[练习]", "village_clerk", code, code)
    clerk = desk.session.actor
    grant = accounts.add_grant(here, clerk.user, "adviser", [code])
    desk.sync()
    desk.session = replace(desk.session, actor=replace(clerk, others=(Hold("adviser", (code,), grant),)))
    year.enter(desk.session, code, draw, year.BY_CLERK, RECORDS)
    year.enter(desk.session, code, draw, year.BY_ADVISER, RECORDS // 6)
    assert not desk.sync().quarantined
    return desk
