"""Sticks from the command line, on both sides."""

import io
import json
import sys

import pytest

from county_server import accounts, bundle_cli, enrolment
from sync.cli import main
from sync.enrolment import enrol
from tests.sync.world import VILLAGE, Line, serving
from village_desk import profile
from village_desk.commands import records, setup
from village_desk.commands.setup import Owner
from village_desk.ids import new_id
from village_desk.keys.passwords import Cost
from village_desk.session import Session

PASSWORD = "correct horse battery staple"


@pytest.fixture
def home(tmp_path, county, clock):
    """A desk with a password, enrolled, with three records of its own."""
    folder = tmp_path / "home"
    owner = Owner(new_id(), "己[练习]", "village_clerk")
    made = setup.create_desk(folder, VILLAGE, owner, PASSWORD, Cost(64, 1, 1))
    user = accounts.add_user(county, "己[练习]", VILLAGE)
    accounts.add_grant(county, user, "village_clerk", [VILLAGE])
    enrol(made.store, Line(county), enrolment.invite(county, VILLAGE, [user]), "", clock)
    setup.link_by_name(made.store, owner.user, "己[练习]")
    account = next(each for each in setup.county_accounts(made.store))
    session = Session(made.store, setup.actor_of(made.store, account[0]), profile.load(), clock)
    for number in range(3):
        records.save(session, "consultation", new_id(), {"name": "[练习]张某", "content": f"问{number}"})
    made.store.close_connection()
    return folder


@pytest.fixture
def desk(home, monkeypatch, capsys):
    """Runs `village-desk bundle …`; returns exit status and what it printed."""

    def run(*arguments):
        monkeypatch.setattr(sys, "stdin", io.StringIO(PASSWORD + "\n"))
        status = main(["bundle", *map(str, arguments), "--home", str(home)])
        said = capsys.readouterr()
        return status, said.out + said.err

    return run


def test_there_and_back_by_three_commands(desk, county, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    status, said = desk("write", stick, "--json")
    assert (status, json.loads(said)["changes"]) == (0, 3)
    well, text, data = bundle_cli.taken_in(county, [stick], stick)
    assert well
    assert data["bundles"][0]["changes"] == 3
    assert data["answers"][0] in text
    status, said = desk("read", stick, "--json")
    assert (status, json.loads(said)["answered"], json.loads(said)["left"]) == (0, 3, 1)
    status, said = desk("read", stick)
    assert status == 0
    well, _, data = bundle_cli.taken_in(county, [stick], stick)
    assert (well, data["bundles"][0]["changes"]) == (True, 0)


def test_each_refusal_is_one_sentence_and_holds_up_no_other(desk, county, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    status, said = desk("read", stick)
    assert (status, said.count("\n")) == (1, 1)
    assert "bundle." not in said
    desk("write", stick)
    (stick / "aa.vdb").write_bytes(b"not one")
    well, text, data = bundle_cli.taken_in(county, [stick], stick)
    assert not well
    assert "bundle." not in text
    assert [each.get("changes") for each in data["bundles"]] == [None, 3]
    status, said = desk("read", stick, "--json")
    assert (status, json.loads(said)["answered"]) == (1, 3)


@pytest.mark.county
def test_any_pc_carries_a_stick_by_one_command(desk, county, tmp_path, capsys):
    stick = tmp_path / "stick"
    stick.mkdir()
    desk("write", stick)
    (stick / "zz.vdb").write_bytes(b"not one")
    with serving(county) as address:
        status = main(["carry", address, str(stick), "--json"])
    said = json.loads(capsys.readouterr().err)
    assert status == 1
    assert [each.get("error") for each in said["files"]].count("bundle.none") == 1
    (stick / "zz.vdb").unlink()
    status, text = desk("read", stick, "--json")
    assert (status, json.loads(text)["answered"]) == (0, 3)
    assert main(["carry", "https://127.0.0.1:1", str(tmp_path / "home")]) == 1
