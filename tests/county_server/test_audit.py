"""`verify` finds what was altered by hand, and names the first broken entry."""

import json

import pytest

from county_server import audit


@pytest.fixture
def desk(new_desk):
    made = new_desk()
    for number in range(5):
        made.write({"name": f"[练习] {number}"})
    made.write({"name": "x"}, kind="unknown_kind")
    made.push(1, 3)
    made.push(4, 6)
    return made


def test_an_untouched_county_verifies(here, desk):
    found = audit.verify(here)
    assert found.problems == []
    assert (found.changes, found.devices, found.receipts, found.records) == (5, 1, 2, 5)


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("UPDATE feed SET body = salt WHERE seq = 3", {"chain"}),
        ("UPDATE feed SET salt = hash WHERE seq = 3", {"chain"}),
        ("DELETE FROM feed WHERE seq = 5", {"feed.gap", "chain"}),
        ("DELETE FROM feed WHERE seq = 2", {"feed.gap", "chain"}),
        ("DELETE FROM quarantine", {"device.head", "receipt", "receipt.missing"}),
        ("DELETE FROM receipt WHERE last_n = 6", {"receipt.missing"}),
        ("UPDATE feed SET outcome = 'conflict' WHERE seq = 2", {"log"}),
        ("UPDATE feed SET received_at = received_at + 1 WHERE seq = 5", {"log"}),
        ("UPDATE feed_head SET peaks = NULL", {"log"}),
        ("UPDATE device SET last = 4", {"device.head"}),
        ("UPDATE consultation SET name = 'other'", {"tally"}),
        ("DELETE FROM consultation", {"tally"}),
    ],
)
def test_what_was_altered_by_hand_is_found(here, desk, statement, codes):
    with here.database.writing():
        here.database.rows(statement)
    assert {code for code, _ in audit.verify(here).problems} >= codes


def test_a_forged_receipt_is_found(here, desk):
    with here.database.writing():
        row = here.database.one("SELECT body FROM receipt WHERE last_n = 3")
        forged = json.loads(bytes(row[0])) | {"at": 1}
        here.database.rows("UPDATE receipt SET body = ? WHERE last_n = 3", json.dumps(forged).encode())
    assert audit.verify(here).problems == [("receipt", f"{desk.device}/3")]


def test_the_first_broken_entry_is_named_once(here, desk):
    with here.database.writing():
        here.database.rows("UPDATE feed SET body = salt WHERE seq >= 2")
    assert [where for code, where in audit.verify(here).problems if code == "chain"] == [f"{desk.device}/2"]


def test_the_export_holds_the_records_of_an_area_and_no_other(here, desk, new_desk):
    other = new_desk(unit="620702104001")
    other.write({"name": "[练习] elsewhere", "groups": ["G01"]})
    other.push()
    assert len(list(audit.export(here, "620702103"))) == 5
    (line,) = audit.export(here, "620702104001")
    assert json.loads(line)["fields"] == {"name": "[练习] elsewhere", "groups": ["G01"]}
    assert len(list(audit.export(here, "620702"))) == 6
