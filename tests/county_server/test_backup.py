"""Backups of a county: read back, proved, put back on either database as a new incarnation."""

import json

import pytest

from county_server import audit, backup, cli, county, numbers, viewer
from county_server.config import Config
from county_server.errors import CountyTrouble
from tests.county_server.conftest import COUNTY, VILLAGE

CONSULTATION = {"name": "[练习]甲", "content": "问宅基地"}


@pytest.fixture
def target(tmp_path):
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def empty_url(request, database_url, tmp_path):
    """Another place for the same county, on the same system."""
    if "://" in database_url:
        return request.getfixturevalue("postgres")()
    return str(tmp_path / "second" / "county.db")


def settings(url, tmp_path):
    return Config(database=url, blobs=str(tmp_path / "second-blobs"))


def test_a_backup_put_back_elsewhere_is_the_same_county_in_a_new_incarnation(
    here, new_desk, target, empty_url, tmp_path, clock
):
    desk = new_desk()
    desk.write(CONSULTATION)
    desk.push()
    digest = "ab" * 32
    (here.blobs / "ab").mkdir(parents=True)
    (here.blobs / "ab" / digest).write_bytes(b"damaged")
    made, manifest = backup.back_up(here, target)
    assert (manifest.changes, manifest.problems) == (1, [])
    assert (made / backup.DATABASE_FILE).stat().st_mode & 0o77 == 0
    told, aside = backup.restore(settings(empty_url, tmp_path), made, clock())
    assert (told, aside) == (manifest, None)
    there = county.open_county(settings(empty_url, tmp_path), clock)
    assert audit.verify(there).problems == []
    assert there.incarnation != here.incarnation
    assert (there.generation, there.key, there.code) == (1, here.key, COUNTY)
    assert not list(there.blobs.glob("*/*"))  # what was damaged is not carried over
    there.close()


def test_devices_are_told_how_far_a_verified_backup_covers_them(here, new_desk, target):
    desk = new_desk()
    desk.write(CONSULTATION)
    assert desk.push().durable == 0
    backup.back_up(here, target)
    desk.write(CONSULTATION)
    assert desk.push(2).durable == 1


def test_a_county_that_does_not_verify_is_kept_but_covers_nobody(here, new_desk, target):
    desk = new_desk()
    desk.write(CONSULTATION)
    desk.push()
    with here.database.writing():
        here.database.rows("UPDATE feed SET hash = ?", bytes(32))
    made, manifest = backup.back_up(here, target)
    assert made.is_dir()
    assert manifest.problems
    with here.database.reading():
        assert viewer.find(here, desk.id).durable == 0


def test_no_case_number_is_given_twice_after_a_restore(here, new_desk, target, empty_url, tmp_path, clock):
    desk = new_desk()
    made, _ = backup.back_up(here, target)
    register = min(here.profile.numbers)
    later = [block for block in desk.reply.blocks if block.register == register]
    with here.database.writing():
        for _ in range(5):  # given after the backup
            later.append(numbers.give(here, (register, VILLAGE, later[0].year), desk.id))
        later.append(numbers.give(here, (register, "620702103009", later[0].year), desk.id))
    backup.restore(settings(empty_url, tmp_path), made, clock())
    there = county.open_county(settings(empty_url, tmp_path), clock)
    with there.database.writing():
        fresh = [
            numbers.give(there, (register, unit, later[0].year), desk.id)
            for unit in (VILLAGE, "620702103009")
        ]
    assert all(new.first > old.last for new in fresh for old in later)
    assert fresh[0].last - fresh[0].first == 49
    there.close()


def test_a_desk_of_the_old_incarnation_is_told_how_much_still_stands(
    here, new_desk, target, empty_url, tmp_path, clock
):
    desk = new_desk()
    desk.write(CONSULTATION)
    desk.push()
    made, _ = backup.back_up(here, target)
    desk.write(CONSULTATION)
    desk.push(2)
    backup.restore(settings(empty_url, tmp_path), made, clock())
    desk.county = there = county.open_county(settings(empty_url, tmp_path), clock)
    reply = desk.push(3, inc=here.incarnation)
    assert (reply.inc, reply.last, reply.kept, reply.rows) == (there.incarnation, 1, 1, [])
    assert desk.push(3, inc="f" * 32).kept == 0
    record = desk.write(CONSULTATION, record=None)
    assert desk.push(2, inc=there.incarnation).last == 3
    rows = desk.pull(inc=there.incarnation, records=[record])
    assert [row.n for row in rows] == [3]
    assert rows[0].v == 2**20 + 1
    there.close()


@pytest.mark.parametrize("bend", ["database", "manifest", "missing"])
def test_a_backup_that_was_altered_is_not_put_back(here, target, tmp_path, bend):
    made, _ = backup.back_up(here, target)
    if bend == "missing":
        (made / backup.DATABASE_FILE).unlink()
    else:
        path = made / (backup.DATABASE_FILE if bend == "database" else backup.MANIFEST_FILE)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)
    with pytest.raises(CountyTrouble, match="county.backup_damaged"):
        backup.restore(settings(str(tmp_path / "second.db"), tmp_path), made)
    assert not (tmp_path / "second.db").exists()


def test_a_county_in_use_is_not_replaced_and_one_at_rest_is_set_aside(tmp_path, target, clock):
    config = Config(database=str(tmp_path / "own.db"), blobs=str(tmp_path / "blobs"))
    running = county.create(config, COUNTY, "甘州区", clock)
    made, _ = backup.back_up(running, target)
    with running.database.reading(), pytest.raises(CountyTrouble, match="county.running"):
        backup.restore(config, made, clock())
    assert not list(tmp_path.glob("own.db.before-*"))
    running.close()
    _, aside = backup.restore(config, made, clock())
    assert aside.is_file()
    again = county.open_county(config, clock)
    assert again.generation == 1
    again.close()


def test_a_postgres_database_that_holds_a_county_is_not_overwritten(postgres, target, tmp_path, clock):
    config = settings(postgres(), tmp_path)
    full = county.create(config, COUNTY, "甘州区", clock)
    made, _ = backup.back_up(full, target)
    with pytest.raises(CountyTrouble, match="county.exists"):
        backup.restore(config, made, clock())
    with full.database.reading():
        assert full.database.one("SELECT v FROM meta WHERE k = 'incarnation'") == (full.incarnation,)
    full.close()


def test_a_folder_that_cannot_be_written_leaves_nothing_behind(here, tmp_path):
    with pytest.raises(CountyTrouble, match="county.file"):
        backup.back_up(here, tmp_path / "not there")


def test_both_commands_work_from_the_command_line(tmp_path, target, capsys, monkeypatch):
    monkeypatch.setenv("COUNTY_DATABASE", str(tmp_path / "own.db"))
    monkeypatch.setenv("COUNTY_BLOBS", str(tmp_path / "blobs"))

    def run(*arguments):
        status = cli.main([*arguments, "--json"])
        return status, json.loads(capsys.readouterr().out)

    assert run("init", COUNTY, "甘州区")[0] == 0
    status, data = run("backup", str(target))
    assert (status, data["changes"], data["problems"]) == (0, 0, [])
    status, data = run("restore", data["folder"])
    assert status == 0
    assert data["set_aside"]
    assert run("restore", "--recovered-to", "2026-11-22T08:00:00+08:00")[0] == 0
    status, data = run("restore")
    assert (status, data["error"]) == (1, "county.restore_usage")
    assert run("verify")[0] == 0
