"""What a push brings back as it was sent leaves the very file that laying it field by field leaves."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.village_desk.test_bulk import DEVICE, desk_with, file_of
from village_desk import ids
from village_desk.changes import FeedConflict, FeedRow
from village_desk.store import tally
from village_desk.store.applying import apply_rows
from village_desk.store.unit_of_work import Birth

KIND = "consultation"
RECORDS = [ids.new_id() for _ in range(6)]
ODD = ids.new_id()
BORN = [Birth(), Birth(class_="restricted", readers=("cd" * 16,)), Birth(class_="contact")]
LATER = ["nothing", "nothing", "edited", "archived", "moved", "altered", "disputed"]
SAYS = ["as sent", "as sent", "as sent", "other value", "disputed", "aside", "second version"]


def made(session, births, later):
    """A desk that has made the records, and what was done to each since; `ODD` is not as it was made."""
    store = desk_with(session, [])
    with store.unit_of_work(None, 1) as uow:
        uow.set_state("profile_version", "2")
    for record_id, born in zip((*RECORDS, ODD), (*births, BORN[0]), strict=True):
        with store.unit_of_work(None, 1) as uow:
            uow.put(KIND, record_id, {"name": "[练习]甲", "content": "宅基地\n界址", "phone": ""}, born=born)
    with store.unit_of_work(None, 1) as uow:
        for record_id, what in zip(RECORDS, later, strict=True):
            uow.begin_group()
            match what:
                case "edited":
                    uow.put(KIND, record_id, {"content": "改了"})
                case "archived":
                    uow.archive(KIND, record_id)
                case "moved":
                    uow.move(KIND, record_id, "620702101202")
                case "altered":
                    uow.execute(
                        'UPDATE "consultation" SET "class" = ? WHERE "id" = ?', ("hardship", record_id)
                    )
                case "disputed":
                    uow.execute('UPDATE "consultation" SET "conflicts" = 1 WHERE "id" = ?', (record_id,))
        uow.execute('UPDATE "consultation" SET "changed_at" = 77 WHERE "id" = ?', (ODD,))
    return store


def shown(store, says):
    """The rows of the feed that show the making of each record, of the odd one, and what came later."""
    bodies = [bytes(body) for (body,) in store.query('SELECT "body" FROM "change" ORDER BY "n"')]
    rows = []
    for n, body in enumerate(bodies, 1):
        ver = 1 if n <= len(says) + 1 else 2
        row = FeedRow(seq=n, device=DEVICE.hex(), n=n, body=body, ver=ver, outcome="ok", received_at=n)
        match says[n - 1] if n <= len(says) else "as sent":
            case "other value":
                row = replace(row, set_={"content": "县里的"})
            case "disputed":
                row = replace(row, opened=(FeedConflict(id=f"{n:032x}", field="name", value="x"),))
            case "aside":
                row = replace(row, outcome="quarantined", ver=0, seq=0, reason="rights")
            case "second version":
                row = replace(row, ver=2)
        rows.append(row)
    return rows[: len(says)], rows[len(says)], rows[len(says) + 1 :]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    births=st.lists(st.sampled_from(BORN), min_size=6, max_size=6),
    later=st.lists(st.sampled_from(LATER), min_size=6, max_size=6),
    says=st.lists(st.sampled_from(SAYS), min_size=6, max_size=6),
    together=st.booleans(),
)
def test_what_is_confirmed_leaves_what_laying_it_leaves(make_session, births, later, says, together):
    fast, slow = (made(make_session(), births, later) for _ in range(2))
    first, odd, rest = shown(fast, says)
    rows = [*first, *(rest if together else ())]
    with fast.unit_of_work(None, 9) as uow:
        apply_rows(uow, rows)
    for row in (*rows, odd):
        with slow.unit_of_work(None, 9) as uow:
            apply_rows(uow, [row, odd])  # beside one that is not as it was made all are laid
    with fast.unit_of_work(None, 9) as uow:
        apply_rows(uow, [odd])
    assert file_of(fast) == file_of(slow)


@pytest.mark.parametrize("later", ["nothing", "edited"])
def test_a_record_that_comes_back_as_it_was_sent_is_not_read_again(make_session, later):
    store = made(make_session(), [BORN[0]] * 6, [later] * 6)
    rows, _odd, _rest = shown(store, ["as sent"] * 6)
    said = []
    store.database.connection().set_trace_callback(said.append)
    with store.unit_of_work(None, 9) as uow:
        apply_rows(uow, rows)
    store.database.connection().set_trace_callback(None)
    assert uow.touched == {(KIND, record_id) for record_id in RECORDS}
    reading = [statement for statement in said if f'FROM "{KIND}"' in statement]
    assert bool(reading) == (later == "edited")
    assert all(row["ver"] == 1 and row["fver"] for row in (store.row(KIND, one) for one in RECORDS))
    assert tally.held(store) == tally.counted(store)
