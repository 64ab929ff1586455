"""Whatever the cases are: a township is the sum of its villages, a year the sum of its months."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.village_desk.statistics.ledger import FIRST, OFFICE, SECOND, THIRD, TOWNSHIP, enter_case
from village_desk import profile
from village_desk.session import Actor
from village_desk.statistics import TABLES, Asked, Cell, counted, period_of, records_behind

NATIONAL = profile.load()
YEAR = period_of("year", date(2026, 1, 1))


def codes(name):
    return st.sampled_from(["", *(one.code for one in NATIONAL.lists[name])])


def few(most):
    return st.integers(0, most).map(str)


CASES = st.lists(
    st.fixed_dictionaries({
        "no": few(99), "place": st.sampled_from([OFFICE, FIRST, SECOND, THIRD]), "archived": st.just("0"),
        "class": st.sampled_from(["normal", "normal", "restricted"]),
        "accepted": st.dates(date(2025, 12, 1), date(2027, 1, 31)).map(str) | st.just(""),
        "source": codes("mediation_source"), "type": codes("dispute_type"), "difficulty": codes("difficulty"),
        "stake": few(10_000), "parties": few(3), "agents": few(1), "state": codes("mediation_state"),
        "result": codes("mediation_result"), "written": few(1), "oral": few(1), "paid": few(1),
        "unpaid": few(1), "visit": codes("performance_state"), "confirmation": codes("confirmation_outcome"),
        "averted": codes("averted"), "people": few(9), "committee_type": codes("committee_type"),
    }),
    max_size=8,
)  # fmt: skip


def totals(session, table, place=""):
    return counted(session, Asked(TABLES[table], YEAR, place)).totals


@settings(max_examples=20)
@given(cases=CASES)
def test_wholes_are_the_sums_of_their_parts(make_session, cases):
    session = make_session(TOWNSHIP, "station_staff")
    with session.store.unit_of_work(session.actor, 1) as uow:
        for line in cases:
            enter_case(uow, line)
    whole = totals(session, "situation")
    parts = [totals(session, "situation", place) for place in (OFFICE, FIRST, SECOND, THIRD)]
    assert whole == {name: sum(part[name] for part in parts) for name in whole}
    for place, part in zip((FIRST, SECOND), parts[1:3], strict=True):
        clerk = Actor(b"\1" * 16, "[练习]", "village_clerk", b"", (place,))
        assert totals(type(session)(session.store, clerk, NATIONAL), "situation") == part
    for table in TABLES:
        found = counted(session, Asked(TABLES[table], YEAR))
        added = {
            name: sum(found.numbers[place, name] for place in range(len(found.rows))) for name in found.totals
        }
        assert added == found.totals
        assert all(whole[name] == number for name, number in found.totals.items() if name in whole)
    behind = records_behind(session, Asked(TABLES["types"], YEAR), Cell("total"))
    assert behind.readable + behind.kept_back == whole["total"]
