"""A county on PostgreSQL put back to last night, by its own backup and by pg_dump; nothing is lost."""

import subprocess

import pytest

from county_server import accounts, audit, backup, county, enrolment
from county_server.config import Config
from sync.enrolment import enrol
from tests.sync.test_areas import same_as_county
from tests.sync.world import COUNTY, OTHER_VILLAGE, VILLAGE, Clock, Line, new_desk, shown, write
from tools.private_postgres import binaries
from village_desk.errors import SyncTrouble
from village_desk.queries.integrity import verify

pytestmark = [pytest.mark.county, pytest.mark.postgres]


class Place:
    """A county on PostgreSQL, its nightly backup by either way, and desks."""

    def __init__(self, server, folder, way):
        self.server, self.folder, self.way, self.clock = server, folder, way, Clock()
        self.url = server.database()
        self.county = county.create(self.config, COUNTY, "甘州区[练习]", self.clock)
        self.desks = []

    @property
    def config(self):
        return Config(database=self.url, blobs=str(self.folder / "blobs"))

    def desk(self, name, **how):
        self.desks.append(new_desk(self.county, self.folder / name, self.clock, name, **how))
        return self.desks[-1]

    def back_up(self):
        self.clock.now += 60_000
        self.made_at = self.clock()
        if self.way == "backup":
            self.made, manifest = backup.back_up(self.county, self.folder)
            assert manifest.problems == []
        else:
            self.made = self.folder / "night.dump"
            _postgres("pg_dump", "--format=custom", f"--file={self.made}", self.url)

    def put_back(self):
        """Into an empty database, as docs/deploy.md says."""
        self.county.close()
        self.clock.now += 3_600_000
        self.url = self.server.database()
        if self.way == "backup":
            backup.restore(self.config, self.made, self.clock())
        else:
            _postgres("pg_restore", "--no-owner", f"--dbname={self.url}", self.made)
            backup.begin_anew(self.config, self.made_at, self.clock())
        self.county = county.open_county(self.config, self.clock)
        for desk in self.desks:
            desk.line = Line(self.county, desk.store.device_id)

    def feed(self):
        with self.county.database.reading():
            return [
                (bytes(device), n) for device, n in self.county.database.rows("SELECT device, n FROM feed")
            ]


def _postgres(program, *arguments):
    subprocess.run([binaries() / program, *arguments], check=True, capture_output=True)


@pytest.fixture(params=["backup", "pg_dump"])
def place(request, postgres_server, tmp_path):
    made = Place(postgres_server, tmp_path, request.param)
    yield made
    for desk in made.desks:
        desk.close()
    made.county.close()


def test_desks_send_again_what_the_county_lost_and_a_new_one_is_known_again(place):
    clerk, neighbour = place.desk("甲[练习]"), place.desk("乙[练习]", area=OTHER_VILLAGE, unit=OTHER_VILLAGE)
    adviser = place.desk("丙[练习]", role="adviser", area=[VILLAGE, OTHER_VILLAGE])
    old = write(clerk, name="旧")
    for desk in place.desks:
        desk.sync()
    place.back_up()
    new = place.desk("丁[练习]")  # enrolled after the backup
    write(clerk, old, cause="邻里")
    made = [write(desk, name=f"新{number}") for number, desk in enumerate((clerk, neighbour, new))]
    for desk in place.desks * 2:
        desk.sync()
    before, sent = sorted(place.feed()), {record: shown(adviser, record) for record in (old, *made)}
    place.put_back()
    with pytest.raises(SyncTrouble, match="sync.unknown"):
        new.sync()
    assert [desk.sync().restored for desk in (clerk, neighbour, adviser)] == [True] * 3
    user = accounts.add_user(place.county, "丁[练习]", VILLAGE)
    accounts.add_grant(place.county, user, "village_clerk", [VILLAGE])
    enrol(new.store, new.line, enrolment.invite(place.county, VILLAGE, [user]), "电脑", place.clock)
    for desk in place.desks * 2:
        report = desk.sync()
    assert (report.complete, report.lost, report.mismatched) == (True, 0, ())
    assert sorted(place.feed()) == before
    assert {record: shown(adviser, record) for record in sent} == sent
    assert audit.verify(place.county).problems == []
    for desk in place.desks:
        desk.line.county = place.county
        assert desk.store.query("SELECT count(*) FROM change WHERE state IN ('new', 'acked')") == [(0,)]
        assert verify(desk.store).sound
        same_as_county(desk)
