"""A desk and a county over real HTTP: rounds, attachments, cut lines, a desk killed half way."""

import hashlib
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from county_server import accounts, enrolment
from sync import blobs, connect, engine
from sync.cli import main
from sync.connect import remember
from sync.enrolment import enrol, identity
from sync.exchange import HttpExchange, Tls
from tests.sync.world import TOWNSHIP, VILLAGE
from village_desk import profile
from village_desk.commands import attachments, records, setup
from village_desk.errors import SyncTrouble
from village_desk.ids import new_id
from village_desk.keys import Owner, new_data_key
from village_desk.keys.passwords import Cost
from village_desk.session import Session
from village_desk.store import create_store

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))
from netlab import Shaper

pytestmark = pytest.mark.county
KIND = "consultation"
PASSWORD = "绿水青山-清泉石上流-1949"


def over(address, desk):
    return HttpExchange(address, identity(desk.store))


def write(desk, count=1):
    made = [new_id() for _ in range(count)]
    for record_id in made:
        records.save(desk.session, KIND, record_id, {"name": "张某某", "content": "问"})
    return made


@pytest.mark.requirement("R098", "R215")
def test_a_desk_enrols_and_syncs_over_http(county, address, tmp_path, clock, desk_at):
    user = accounts.add_user(county, "戊[练习]", VILLAGE)
    accounts.add_grant(county, user, "adviser", [VILLAGE])
    code = enrolment.invite(county, VILLAGE, [user])
    (tmp_path / "new").mkdir()
    store = create_store(tmp_path / "new", new_data_key())
    reply = enrol(store, HttpExchange(address), code, "办公室电脑", clock)
    assert (reply.unit_code, reply.county_name) == (VILLAGE, "甘州区[练习]")
    with pytest.raises(SyncTrouble, match="sync.code"):
        enrol(create_store(made(tmp_path / "newer"), new_data_key()), HttpExchange(address), code)
    other = desk_at()
    (record_id,) = write(other)
    other.sync()
    remember(store, address, Tls(), clock())
    with_county = connect.connect(store)
    assert engine.run_round(store, with_county, clock).complete
    assert store.row(KIND, record_id)["name"] == "张某某"
    with_county.close()
    store.close_connection()


def made(folder):
    folder.mkdir()
    return folder


@pytest.mark.requirement("R199", "R203")
def test_a_photo_reaches_the_township_and_is_kept_there(address, desk_at, clock):
    clerk = desk_at()
    office = desk_at("丙[练习]", role="station_staff", area=TOWNSHIP, unit=TOWNSHIP)
    (record_id,) = write(clerk)
    photo = random.Random(7).randbytes(900_000)
    digest = hashlib.sha256(photo).hexdigest()
    about = {"title": "签字照片", "media_type": "image/jpeg"}
    attachments.attach(clerk.session, (KIND, record_id), attached := new_id(), photo, about)
    sending, fetching = over(address, clerk), over(address, office)
    assert engine.run_round(clerk.store, sending, clock).blobs == 1
    assert engine.run_round(clerk.store, sending, clock).blobs == 0
    engine.run_round(office.store, fetching, clock)
    assert office.row("attachment", attached)["wire_digest"] == digest
    assert blobs.fetch(office.store, fetching, digest, clock) == photo
    assert office.store.attachments.read(bytes.fromhex(digest)) == photo
    with pytest.raises(SyncTrouble, match="sync.absent"):
        blobs.fetch(office.store, fetching, "0" * 64, clock)


def test_other_bytes_than_those_asked_for_are_refused(desk_at, clock):
    desk = desk_at()
    with pytest.raises(SyncTrouble, match="sync.nonsense"):
        blobs.fetch(desk.store, lambda _request: b"other", "0" * 64, clock)
    assert desk.store.query("SELECT count(*) FROM blob") == [(0,)]


def test_nothing_to_do_is_one_small_request(address, desk_at, clock):
    desk = desk_at()
    write(desk, 3)
    with Shaper(int(address.rpartition(":")[2])) as counting:
        exchange = over(counting.address, desk)
        engine.run_round(desk.store, exchange, clock)
        counting.begin()
        report = engine.run_round(desk.store, exchange, clock)
        carried = counting.counted()
        exchange.close()
    assert report.requests == carried.requests == 1
    assert 0 < carried.up + carried.down <= 600  # with all headers of HTTP


OPENED = """
import sys
from pathlib import Path
from sync import engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from village_desk.store import open_store
from village_desk.keys import DataKey
folder, address = Path(sys.argv[1]), sys.argv[2]
raw = (folder / "key").read_bytes()
store = open_store(folder, DataKey(raw[:32], raw[32:]))
"""
"""A process that has a desk open: its folder and the county's address are its arguments."""
CHILD = OPENED + "engine.run_round(store, HttpExchange(address, identity(store)), ahead=True)\n"


@pytest.mark.parametrize(
    "point", ["sync.before_send", "sync.after_reply", "sync.before_apply_commit", "sync.after_apply_commit"]
)
def test_a_desk_killed_at_any_point_of_a_round_loses_and_doubles_nothing(
    point, address, county, desk_at, tmp_path, clock
):
    desk = desk_at()
    write(desk, 3)
    with desk.store.unit_of_work(None, clock()) as uow:
        uow.set_state("sync.batch", "100")  # one change a request, the next under way with each answer
    child = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "desk0"), address],
        env={**os.environ, "VD_CRASHPOINT": point, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert child.returncode == -9, child.stderr
    assert desk.store.query("SELECT count(*) FROM change") == [(3,)]
    report = engine.run_round(desk.store, over(address, desk), clock)
    assert report.complete
    assert report.repaired == ()
    assert desk.store.query('SELECT "state", count(*) FROM "change" GROUP BY "state"') == [("merged", 3)]
    with county.database.reading():
        assert county.database.rows("SELECT n FROM feed ORDER BY seq") == [(1,), (2,), (3,)]


# ---------------------------------------------------------------- without a window


@pytest.fixture
def home(tmp_path):
    """A desk made by a person of this PC, with a password; not yet enrolled."""
    folder = tmp_path / "home"
    owner = Owner(new_id(), "己[练习]", "village_clerk")
    made = setup.create_desk(folder, VILLAGE, owner, PASSWORD, Cost(64, 1, 1))
    session = Session(made.store, setup.actor_of(made.store, owner.user), profile.load())
    records.save(session, KIND, new_id(), {"name": "早来的人", "content": "入网之前"})
    made.store.close_connection()
    return folder


def run(monkeypatch, lines, *arguments):
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
    return main(list(arguments))


def test_a_desk_joins_and_syncs_from_the_command_line(home, county, address, monkeypatch, capsys, desk_at):
    user = accounts.add_user(county, "己[练习]", VILLAGE)
    accounts.add_grant(county, user, "village_clerk", [VILLAGE])
    code = enrolment.invite(county, VILLAGE, [user])
    assert run(monkeypatch, [PASSWORD, code], "enrol", address, "--home", str(home)) == 0
    assert "甘州区[练习]" in capsys.readouterr().out
    other = desk_at()
    write(other, 2)
    other.sync()
    assert run(monkeypatch, [PASSWORD], "--home", str(home), "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["pushed"], said["pulled"], said["quarantined"]) == (1, 2, 0)  # also what was written before
    assert said["mismatched"] == []
    assert run(monkeypatch, [PASSWORD], "--home", str(home)) == 0


def test_the_command_line_says_in_a_sentence_what_is_wrong(home, monkeypatch, capsys):
    assert run(monkeypatch, [PASSWORD], "--home", str(home)) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "sync." not in said.err
    assert said.err.strip()
    assert run(monkeypatch, [PASSWORD], "--home", str(home), "--json") == 1
    assert '"sync.not_enrolled"' in capsys.readouterr().err
    assert run(monkeypatch, [], "--nonsense") == 2
    assert run(monkeypatch, [], "enrol") == 2
    assert run(monkeypatch, [], "--help") == 0
