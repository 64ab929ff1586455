"""The tables of mediation, held against sixty cases that were counted without the program.

`third_quarter.csv` was counted from the two ledgers with awk, each number by a question of its own in the
words of the paper, and the columns of one village by hand.
"""

from datetime import date

import pytest

from tests.village_desk.statistics.ledger import FIRST, OFFICE, SECOND, THIRD, TOWNSHIP, enter, lines
from village_desk import ids
from village_desk.session import Actor
from village_desk.statistics import (
    TABLES,
    UNDATED,
    Asked,
    Cell,
    Period,
    counted,
    period_of,
    places,
    records_behind,
)
from village_desk.store import Birth

QUARTER = period_of("quarter", date(2026, 8, 1))
EXPECTED = lines("third_quarter.csv")
PLACES = (OFFICE, FIRST, SECOND, THIRD)


@pytest.fixture
def township(make_session):
    session = make_session(TOWNSHIP, "station_staff", "[练习]孙某")
    names = (("620702101", "上秦镇"), (FIRST, "付家寨村村民委员会"), (SECOND, "王家墩村村民委员会"),
             (THIRD, "安里闸村村民委员会"))  # fmt: skip
    with session.store.unit_of_work(None, 1) as uow:
        for row in names:
            uow.execute('INSERT INTO "division" ("code", "name") VALUES (?, ?)', row)
    return session


@pytest.fixture
def ledger(township):
    enter(township)
    return township


def asked(table="situation", period=QUARTER, place=""):
    return Asked(TABLES[table], period, place)


def test_every_cell_equals_the_hand_count(ledger):
    found = counted(ledger, asked())
    assert [row.label for row in found.rows] == ["上秦镇（本级）", "付家寨村", "王家墩村", "安里闸村"]
    assert [column.name for column in found.columns] == [line["column"] for line in EXPECTED]
    for line in EXPECTED:
        name = line["column"]
        cells = [found.numbers[place, name] for place in range(4)]
        assert (name, cells) == (name, [int(line[code]) for code in PLACES])
        assert (name, found.totals[name]) == (name, int(line["all"]))
    assert found.failed == ()


def test_the_records_behind_a_number_are_as_many_as_the_number_says(ledger):
    """Of people and money the list is of the cases, and what they say adds up to the number."""
    found = counted(ledger, asked())
    for column in found.columns:
        for row in (None, *found.rows):
            number = (
                found.totals[column.name]
                if row is None
                else found.numbers[found.rows.index(row), column.name]
            )
            behind = records_behind(ledger, asked(), Cell(column.name, row), limit=100)
            records, total, kept_back = behind.records, behind.readable, behind.kept_back
            assert len(records) == total
            if column.unit == "万元":
                value = sum(int(one.values.get("at_stake") or 0) for one in records)
                assert value + _stake_of_restricted(row) * (kept_back > 0) == number
            elif column.name.endswith("_people") or column.name in ("parties", "prevented"):
                assert (total + kept_back > 0) == (number > 0)
            else:
                assert (column.name, total + kept_back) == (column.name, number)


def _stake_of_restricted(row):
    """Amounts of the confidential cases of the ledger by place: lines 7, 18, 36 and 52."""
    amounts = {OFFICE: 17_286_979, FIRST: 790_000, SECOND: 0, THIRD: 30_000}
    return sum(amounts.values()) if row is None else amounts[row.keys[0]]


def test_confidential_cases_count_and_open_only_to_their_readers(ledger):
    behind = records_behind(ledger, asked(), Cell("total"), limit=100)
    assert (len(behind.records), behind.readable, behind.kept_back) == (46, 46, 4)
    assert all(one.class_ == "normal" for one in behind.records)


def test_a_village_counts_only_its_own(ledger):
    clerk = ledger.__class__(
        ledger.store, Actor(ids.new_id(), "[练习]王某", "village_clerk", b"", (SECOND,)), ledger.profile
    )
    found = counted(clerk, asked())
    assert [(row.label, row.keys) for row in found.rows] == [("王家墩村", (SECOND,))]
    assert {line["column"]: int(line[SECOND]) for line in EXPECTED} == found.totals
    assert counted(clerk, asked(place=FIRST)).empty
    assert [place.code for place in places(clerk)] == [SECOND]


def test_one_place_of_a_township_can_be_chosen(ledger):
    assert [place.code for place in places(ledger)] == [TOWNSHIP, *PLACES]
    for code in PLACES:
        totals = counted(ledger, asked(place=code)).totals
        assert totals == {line["column"]: int(line[code]) for line in EXPECTED}


@pytest.mark.requirement("R193")
def test_a_month_without_anything_is_a_zero_report(ledger):
    found = counted(ledger, asked(period=period_of("month", date(2026, 11, 21))))
    assert found.empty
    assert len(found.rows) == 4
    assert set(found.numbers.values()) == set(found.totals.values()) == {0}
    assert not counted(ledger, asked()).empty


def test_months_add_up_to_the_quarter_and_types_to_all(ledger):
    months = counted(ledger, asked("months"))
    assert [row.label for row in months.rows] == ["2026年7月", "2026年8月", "2026年9月"]
    assert months.totals == {line["column"]: int(line["all"]) for line in EXPECTED}
    types = counted(ledger, asked("types"))
    totals = [types.numbers[place, "total"] for place in range(len(types.rows))]
    assert totals == [int(line["all"]) for line in EXPECTED if line["column"].startswith("type_")]
    assert (types.totals["failed"], types.totals["withdrawn"], types.totals["under_way"]) == (4, 6, 3)
    assert not months.failed
    assert not types.failed


def plant(session, **values):
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        case_id = ids.new_id()
        usual = {
            "accepted_on": date(2026, 8, 3), "source": "police", "dispute_type": "02", "state": "accepted",
        }  # fmt: skip
        uow.put("mediation_case", case_id, {**usual, **values}, born=Birth(FIRST))
    return case_id


@pytest.mark.parametrize(
    ("values", "check", "sides"),
    [
        ({"dispute_type": None}, "types", (50, 51)),
        ({"source": None}, "sources", (50, 51)),
        ({"result": "success"}, "agreements", (37, 38)),
        ({"committee_type": "guild"}, "committees", (50, 51)),
        ({"accepted_on": None}, UNDATED, (1, 0)),
    ],
)
def test_a_check_that_fails_is_named_with_its_case(ledger, values, check, sides):
    case_id = plant(ledger, **values)
    failed = counted(ledger, asked()).failed
    assert [(one.name, one.left, one.right, one.records) for one in failed] == [(check, *sides, 1)]
    behind = records_behind(ledger, asked(), Cell(check, check=True))
    assert ([one.id for one in behind.records], behind.readable) == ([case_id], 1)


@pytest.mark.parametrize("state", ["archived", "brought_in"])
def test_what_is_at_an_end_counts_as_performed(ledger, state):
    before = counted(ledger, asked()).totals["performed"]
    plant(ledger, result="success", state=state)
    assert counted(ledger, asked()).totals["performed"] == before + 1


def test_an_earlier_ledger_does_not_say_in_what_form_people_agreed(ledger):
    """Its cases fail no check for it, and the sides of a check that fails are those of the others."""
    plant(ledger, result="success", state="brought_in")
    found = counted(ledger, asked())
    assert (found.totals["success"], found.failed) == (38, ())
    here = plant(ledger, result="success")
    (failed,) = counted(ledger, asked()).failed
    assert (failed.name, failed.left, failed.right, failed.records) == ("agreements", 37, 38, 1)
    behind = records_behind(ledger, asked(), Cell("agreements", check=True))
    assert [one.id for one in behind.records] == [here]


def test_two_mistakes_that_cancel_out_are_both_found(ledger):
    """One success without an agreement, one agreement without success: the sums agree, the cases do not."""
    first = plant(ledger, result="success")
    second = plant(ledger, result="failed")
    with ledger.store.unit_of_work(ledger.actor, ledger.now()) as uow:
        uow.put("agreement", ids.new_id(), {"case": second, "terms": "和"}, born=Birth(FIRST))
    (failed,) = counted(ledger, asked()).failed
    assert (failed.name, failed.left, failed.right, failed.records) == ("agreements", 38, 38, 2)
    records = records_behind(ledger, asked(), Cell("agreements", check=True)).records
    assert {one.id for one in records} == {first, second}


def test_a_place_that_is_in_no_list_has_its_row_all_the_same(ledger):
    with ledger.store.unit_of_work(ledger.actor, ledger.now()) as uow:
        uow.put(
            "mediation_case", ids.new_id(), {"accepted_on": date(2026, 7, 1), "dispute_type": "02",
            "source": "police"}, born=Birth("620702101299"),
        )  # fmt: skip
    found = counted(ledger, asked())
    assert found.rows[-1].keys == ("620702101299",)
    assert found.totals["total"] == 51
    assert not found.failed


def test_the_kind_of_committee_follows_the_code_of_the_place(make_session):
    session = make_session("620702", "station_staff")
    scopes = ("620702001000", "620702101000", "620702001005", "620702101201", "620702101520", "620702101410")
    session = session.__class__(
        session.store,
        Actor(ids.new_id(), "[练习]", "station_staff", b"", ("620702001", "620702101")),
        session.profile,
    )
    with session.store.unit_of_work(session.actor, 1) as uow:
        for scope in scopes:
            uow.put("mediation_case", ids.new_id(), {"accepted_on": date(2026, 7, 1)}, born=Birth(scope))
    totals = counted(session, asked()).totals
    found = [totals[f"committee_{name}"] for name in ("street", "township", "residents", "village")]
    assert found == [1, 1, 2, 2]


def test_any_two_days_are_a_period(ledger):
    found = counted(ledger, asked(period=Period(date(2026, 6, 30), date(2026, 6, 30))))
    assert (found.totals["total"], found.totals["sweeps"], found.totals["found"]) == (1, 1, 0)
