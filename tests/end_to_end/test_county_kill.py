"""A county killed, or without room on its disk, at every point where it writes: nothing it said is gone.

`VD_KILLS` says how many hits of each point are tried (`make prove`). The county is the installed program in a
process of its own; the desks are real and speak to it over HTTP.
"""

import os
import random
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from county_server import audit, backup, county
from sync import engine, enrolment
from sync.exchange import HttpExchange
from tests.end_to_end.crashing import ROOT
from tests.end_to_end.driver import CHEAP
from tools.practice_county import VILLAGE, PracticeCounty, enrolled, new_desk
from village_desk import ids
from village_desk.commands import attachments, records
from village_desk.errors import SyncTrouble

KILLS = int(os.environ.get("VD_KILLS", "1"))
pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]
POINTS = (
    "push.before_commit",
    "push.after_commit",
    "upload.after_write",
    "upload.before_rename",
    "upload.after_rename",
    "upload.after_record",
)
KIND = "consultation"
MOST_ROUNDS = 40


class Lab:
    """A county and two desks of one village: one writes, the other reads."""

    def __init__(self, folder):
        self.folder = folder
        self.county = PracticeCounty(folder / "county")
        self.county.create()
        people = [(f"{name}[练习]", "village_clerk") for name in ("王桂兰", "李秀英")]
        with self.served():
            self.desks = [self.desk(folder / f"desk{at}", person) for at, person in enumerate(people)]
        self.saved, self.photos = [], []
        self.random = random.Random(5)

    @contextmanager
    def served(self):
        """Serve the county; whatever comes of it, none is left for the next to fall over."""
        self.county.start()
        try:
            yield
        finally:
            self.county.stop()

    def desk(self, place, person):
        code = self.county.invite(VILLAGE, "乌江村[练习]", [person])
        made = new_desk(place, VILLAGE, person, "correct horse battery 0", CHEAP)
        return enrolled(made, self.county.address, code).session

    def write(self):
        """Two consultations and a photo of several pieces."""
        desk = self.desks[0]
        for _ in range(2):
            record_id = ids.new_id()
            records.save(desk, KIND, record_id, {"name": "张三[练习]", "content": "宅基地" * 20})
            self.saved.append(record_id)
        photo = self.random.randbytes(150_000)
        about = {"title": "签字页", "media_type": "image/jpeg"}
        attachments.attach(desk, (KIND, self.saved[-1]), ids.new_id(), photo, about)
        self.photos.append(photo)

    def round(self, desk):
        exchange = HttpExchange(self.county.address, enrolment.identity(desk.store))
        try:
            return engine.run_round(desk.store, exchange)
        finally:
            exchange.close()

    def until_trouble(self):
        """Write and sync until the county fails; return the code of it."""
        for _ in range(MOST_ROUNDS):
            self.write()
            try:
                self.round(self.desks[0])
            except SyncTrouble as trouble:
                return trouble.code
        raise AssertionError("the point was never reached")

    def all_is_well(self):
        """Sync over a good county and compare everything."""
        for desk in (*self.desks, *self.desks):
            report = self.round(desk)
            while report.blobs_left:
                report = self.round(desk)
            assert report.complete
            assert report.blob_troubles == ()
            assert report.repaired == ()
            rows = [desk.store.row(KIND, record_id) for record_id in self.saved]
            assert all(row["ver"] > 0 and row["pending"] == 0 for row in rows)
        here = county.open_county(self.county.settings())
        try:
            assert audit.verify(here).problems == []
            with here.database.reading():
                sent = here.database.rows("SELECT count(*), count(DISTINCT record_id) FROM feed")
                whole = here.database.rows("SELECT count(*), sum(received = size) FROM upload")
                kept = here.database.rows("SELECT count(*) FROM blob")
            assert sent == [(len(self.saved) + len(self.photos),) * 2]
            assert (whole, kept) == ([(len(self.photos),) * 2], [(len(self.photos),)])
            held = {path.read_bytes() for path in here.blobs.rglob("*") if path.is_file()}
            assert held == set(self.photos)
        finally:
            here.close()


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    made = Lab(tmp_path_factory.mktemp("county-killed"))
    yield made
    for desk in made.desks:
        desk.store.close_connection()


@pytest.mark.parametrize("hit", range(1, KILLS + 1))
@pytest.mark.parametrize("point", POINTS)
def test_a_county_killed_at_a_write_point_loses_and_doubles_nothing(lab, monkeypatch, point, hit):
    monkeypatch.setenv("VD_CRASHPOINT", f"{point}:{hit}")
    with lab.served():
        assert lab.until_trouble() == "sync.offline"
    monkeypatch.delenv("VD_CRASHPOINT")
    with lab.served():
        lab.all_is_well()


@pytest.mark.parametrize("point", POINTS)
def test_a_county_whose_disk_is_full_from_a_write_point_on_says_so_and_loses_nothing(lab, monkeypatch, point):
    monkeypatch.setenv("VD_CRASHPOINT", f"{point}:1")
    monkeypatch.setenv("VD_DISK_FULL", "1")
    with lab.served():
        assert lab.until_trouble() == "sync.busy"
    monkeypatch.delenv("VD_CRASHPOINT")
    with lab.served():
        lab.all_is_well()


BACKUP_POINTS = ("county_backup.before_copy", "county_backup.before_rename", "county_backup.after_rename")


def backed_up(lab, target, **environment):
    """Run the county's own backup; return its exit status and what it printed."""
    command = [sys.executable, "-m", "county_server", "backup", str(target)]
    done = subprocess.run(
        [*command, "--config", str(lab.county.config)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("full", [False, True], ids=["killed", "disk full"])
@pytest.mark.parametrize("point", BACKUP_POINTS)
def test_a_backup_that_breaks_off_leaves_none_that_looks_whole_and_the_next_is(lab, tmp_path, point, full):
    told = {"VD_CRASHPOINT": point} | ({"VD_DISK_FULL": "1"} if full else {})
    status, _, said = backed_up(lab, tmp_path, **told)
    if full and point == BACKUP_POINTS[0]:  # later there may be nothing left to write
        assert status == 1
    assert "Traceback" not in said
    for each in tmp_path.glob("county-*"):
        assert each.name.endswith(backup.PART) or backup.read_manifest(each).problems == []
    status, folder, said = backed_up(lab, tmp_path)
    assert status == 0, said
    assert backup.read_manifest(Path(folder.strip())).problems == []
    lab.write()
    backup.restore(lab.county.settings(), Path(folder.strip()))
    with lab.served():
        lab.all_is_well()
