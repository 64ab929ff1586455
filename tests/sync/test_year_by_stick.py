"""A village without a network for a year, through sticks of which one is lost, one read twice and one cut."""

import os
import random

import pytest

from county_server import blobs, bundle_cli
from sync.sticks import stick
from tests.sync.test_bundles import KIND, county_rows, photo, put_on, write
from tests.sync.world import TOWNSHIP
from village_desk.commands import records
from village_desk.store import county_link, outbox

pytestmark = pytest.mark.county
CHANGES, PHOTOS = (int(each) for each in os.environ.get("VD_YEAR", "300:12").split(":"))
"""Of the year; `tools/prove.py` takes 5,000 and 200."""


def year(desk, changes, photos, seed):
    """Work a year at one desk: new records, edits of older ones, photos; yields once a third of it."""
    chance = random.Random(seed)
    made, digests = [], []
    for part in range(3):
        for number in range(changes // 3):
            if made and chance.random() < 0.3:
                values = {"content": f"补记{part}-{number}"}
                records.save(desk.session, KIND, chance.choice(made), values)
            else:
                made += write(desk, 1, f"第{part}季{number}-")
        digests += [
            photo(desk, chance.randrange(20_000, 60_000), part * 1_000 + n) for n in range(photos // 3)
        ]
        yield made, digests


def at_county(county, folder):
    return bundle_cli.taken_in(county, [folder], folder)


def cut(folder):
    """Cut the files of a stick as if it had been pulled out while they were copied."""
    for path in folder.iterdir():
        path.write_bytes(path.read_bytes()[: path.stat().st_size * 2 // 3])


def through_three_sticks(county, desk, folder, year_of_work):
    """The year: the first stick is lost, the second cut, the third read twice."""
    work = ([], [])
    for number, work in enumerate(year_of_work):  # noqa: B007 - the last is returned
        here = folder / str(number)
        put_on(desk, here, limit=400_000)
        if number == 1:
            cut(here)
            assert not at_county(county, here)[0]
        if number == 2:
            assert at_county(county, here)[0]
            before = county_rows(county)
            assert at_county(county, here)[0]
            assert county_rows(county) == before
            read = stick.read(desk.store, here, desk.session.clock)
            assert read.troubles == []
    return work


def assert_equal(county, desk, made, digests):
    """The county holds every change once, every photo, and the desk a receipt for each change."""
    rows = county_rows(county)
    assert len(rows) == len({(row[1], row[2]) for row in rows}) == desk.store.head().n
    assert outbox.waiting(desk.store) == 0
    assert county_link.blobs_waiting(desk.store) == 0
    assert all(blobs.path_of(county, digest).exists() for digest in digests)
    covered = desk.store.query('SELECT "first_n", "last_n" FROM "receipt"')
    assert {n for first, last in covered for n in range(first, last + 1)} == set(
        range(1, desk.store.head().n + 1)
    )
    assert desk.store.query('SELECT count(*) FROM "change" WHERE "state" NOT IN (\'merged\')') == [(0,)]
    report = desk.sync()
    assert (report.repaired, report.mismatched, report.pushed) == ((), (), 0)
    assert all(desk.row(KIND, record_id)["pending"] == 0 for record_id in made)


@pytest.mark.requirement("R012", "R021", "R191")
def test_a_year_without_a_network_ends_with_the_same_on_both_sides(county, desk_at, tmp_path):
    office = desk_at("所[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    desk = desk_at("村[练习]")
    made, digests = through_three_sticks(county, desk, tmp_path, year(desk, CHANGES, PHOTOS, seed=7))
    assert_equal(county, desk, made, digests)
    office.sync()
    assert office.sync().mismatched == ()
