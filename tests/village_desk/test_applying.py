"""The county's feed moves what lies under a desk's own edits, and never takes one off the screen."""

from dataclasses import replace

import pytest

from village_desk import changes, ids
from village_desk.changes import Body, FeedConflict, FeedRow
from village_desk.commands import conflicts, papers, records
from village_desk.commands.papers import Printed
from village_desk.errors import NotAllowed, UserError
from village_desk.queries import history, integrity, lists, search
from village_desk.queries import records as records_query
from village_desk.queries.conflicts import open_conflicts
from village_desk.queries.quarantine import set_aside
from village_desk.session import Session
from village_desk.store import outbox, tally
from village_desk.store.applying import apply_rows

OTHER = "ab" * 16
DEVICE = ids.new_id()


@pytest.fixture
def desk(session):
    with session.store.unit_of_work(None, 1) as uow:
        uow.set_state("device_id", DEVICE)
    return session


def foreign(record_id, seq, ver, fields, **more):
    body = Body(
        n=seq, g=seq, r=record_id.hex(), t=more.pop("kind", "consultation"),
        s=more.pop("scope", "620702101201"),
        op=more.pop("op", "put"),
        b=ver - 1, p=0, u="cd" * 16, grant="", sv=1, at=5, clock=None, f=fields,
    )  # fmt: skip
    return FeedRow(
        seq=seq,
        device=OTHER,
        n=seq,
        body=changes.encode(body),
        ver=ver,
        outcome=more.pop("outcome", "ok"),
        **more,
    )


def own(desk, n, seq, ver, **more):
    (body,) = desk.store.query('SELECT "body" FROM "change" WHERE "n" = ?', (n,))[0]
    return FeedRow(
        seq=seq,
        device=DEVICE.hex(),
        n=n,
        body=bytes(body),
        ver=ver,
        outcome=more.pop("outcome", "ok"),
        **more,
    )


def apply(desk, *rows):
    with desk.store.unit_of_work(None, 9) as uow:
        apply_rows(uow, rows)
    return uow.touched


def shown(desk, record_id):
    return records_query.record(desk, "consultation", record_id)


def test_a_record_of_another_desk_appears_with_its_search_text_and_history(desk):
    record_id = ids.new_id()
    touched = apply(desk, foreign(record_id, 1, 1, {"name": "[练习]李犇"}, user_name="[练习]孙律师"))
    assert touched == {("consultation", record_id)}
    assert shown(desk, record_id).values["name"] == "[练习]李犇"
    assert [event.user_name for event in history.of(desk, "consultation", record_id)] == ["[练习]孙律师"]


def test_an_own_edit_stays_on_top_until_a_pull_shows_it(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲", "address": "一组"}))
    records.save(desk, "consultation", record_id, {"address": "二组"})
    apply(desk, foreign(record_id, 2, 2, {"address": "三组", "content": "地界"}))
    assert shown(desk, record_id).values["address"] == "二组"
    assert shown(desk, record_id).values["content"] == "地界"
    with desk.store.unit_of_work(None, 9) as uow:
        outbox.acknowledge(uow, 1)
    assert shown(desk, record_id).pending == 1
    opened = (FeedConflict(id="ee" * 16, field="address", value="二组"),)
    apply(desk, own(desk, 1, 3, 3, outcome="conflict", set_={"address": "三组"}, opened=opened))
    held = shown(desk, record_id)
    assert (held.values["address"], held.pending, held.conflicts) == ("三组", 0, 1)
    assert [one.value for one in open_conflicts(desk)] == ["二组"]


def test_deciding_a_conflict_is_a_change_that_names_both_values(desk):
    record_id = ids.new_id()
    opened = (FeedConflict(id="ee" * 16, field="address", value="二组"),)
    apply(
        desk,
        foreign(record_id, 1, 1, {"address": "三组"}),
        foreign(
            record_id, 2, 2, {"address": "二组"}, outcome="conflict", set_={"address": "三组"}, opened=opened
        ),
    )
    conflicts.resolve(desk, "ee" * 16, "二组")
    (body,) = desk.store.query('SELECT "body" FROM "change"')[0]
    decided = changes.decode(bytes(body))
    assert (decided.op, decided.f) == ("resolve", {"address": "二组", "conflicts": ["ee" * 16]})
    assert shown(desk, record_id).conflicts == 0
    assert open_conflicts(desk) == []


def test_a_change_the_county_set_aside_is_shown_and_blocks_nothing(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"address": "一组"}))
    records.save(desk, "consultation", record_id, {"address": "二组"})
    apply(desk, own(desk, 1, 2, 0, outcome="quarantined", reason="rights.no_write"))
    assert shown(desk, record_id).values["address"] == "一组"
    assert [(one.first, one.reason) for one in set_aside(desk)] == [(1, "rights.no_write")]


def test_a_new_record_the_county_set_aside_stays_on_the_desk(desk):
    record_id = ids.new_id()
    records.save(desk, "consultation", record_id, {"name": "[练习]甲"})
    apply(desk, own(desk, 1, 1, 0, outcome="quarantined", reason="rights.area"))
    assert shown(desk, record_id).values["name"] == "[练习]甲"
    assert shown(desk, record_id).pending == 0


def test_an_archived_record_comes_back_when_somebody_edited_it_meanwhile(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲"}), foreign(record_id, 2, 2, {}, op="archive"))
    assert shown(desk, record_id).archived
    apply(desk, foreign(record_id, 3, 3, {"content": "又来了"}, restored=True))
    assert not shown(desk, record_id).archived


def test_the_sums_follow_every_row_and_equal_a_recount(desk):
    first, second = ids.new_id(), ids.new_id()
    apply(desk, foreign(first, 1, 1, {"name": "[练习]甲"}), foreign(second, 2, 1, {"name": "[练习]乙"}))
    apply(desk, foreign(first, 3, 2, {"name": None, "content": "地界"}))
    records.save(desk, "consultation", first, {"content": "地界不清"})
    held = tally.held(desk.store)
    assert held == tally.counted(desk.store)
    assert held["620702101201", "normal"][0] == 2
    expected = changes.state_sum(first, 2, {"content": "地界"}) + changes.state_sum(
        second, 1, {"name": "[练习]乙"}
    )
    assert held["620702101201", "normal"][1] == expected % 2**64
    assert integrity.check(desk.store).sound


def test_a_record_altered_behind_the_programs_back_is_seen(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲"}))
    desk.store.database.execute_sql('UPDATE "consultation" SET "name" = \'[练习]乙\'')
    assert integrity.check(desk.store).tally == ("620702101201 normal",)


def test_fields_of_a_newer_program_are_kept_and_shown_back_untouched(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲", "x_grid": "A3", "future": 5}))
    records.save(desk, "consultation", record_id, {"content": "地界"})
    values = shown(desk, record_id).values
    assert (values["x_grid"], values["future"]) == ("A3", 5)


def test_a_record_whose_making_was_set_aside_is_sent_whole_with_the_next_edit(desk):
    record_id = ids.new_id()
    records.save(desk, "consultation", record_id, {"name": "[练习]甲", "content": "地界"})
    apply(desk, own(desk, 1, 0, 0, outcome="quarantined", reason="rights"))
    records.save(desk, "consultation", record_id, {"content": "地界不清"})
    apply(desk, own(desk, 2, 1, 1))
    values = shown(desk, record_id).values
    assert (values["name"], values["content"], values["state"]) == ("[练习]甲", "地界不清", "registered")


def test_a_decision_the_county_set_aside_puts_both_values_before_people_again(desk):
    record_id = ids.new_id()
    opened = (FeedConflict(id="ee" * 16, field="address", value="二组"),)
    apply(
        desk,
        foreign(record_id, 1, 1, {"address": "三组"}),
        foreign(
            record_id, 2, 2, {"address": "二组"}, outcome="conflict", set_={"address": "三组"}, opened=opened
        ),
    )
    conflicts.resolve(desk, "ee" * 16, "二组")
    apply(desk, own(desk, 1, 0, 0, outcome="quarantined", reason="rights"))
    assert [one.value for one in open_conflicts(desk)] == ["二组"]
    assert (shown(desk, record_id).values["address"], shown(desk, record_id).conflicts) == ("三组", 1)


def test_a_decision_others_made_meanwhile_stays_made(desk):
    record_id = ids.new_id()
    opened = (FeedConflict(id="ee" * 16, field="address", value="二组"),)
    apply(
        desk,
        foreign(record_id, 1, 1, {"address": "三组"}),
        foreign(
            record_id, 2, 2, {"address": "二组"}, outcome="conflict", set_={"address": "三组"}, opened=opened
        ),
    )
    conflicts.resolve(desk, "ee" * 16, "二组")
    decided = {"address": "三组", "conflicts": ["ee" * 16]}
    apply(desk, foreign(record_id, 3, 3, decided, op="resolve", closed=("ee" * 16,)))
    apply(desk, own(desk, 1, 0, 0, outcome="quarantined", reason="rights"))
    assert open_conflicts(desk) == []


def test_a_record_whose_archiving_was_set_aside_is_in_sight_again(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲"}))
    records.archive(desk, "consultation", record_id)
    apply(desk, own(desk, 1, 0, 0, outcome="quarantined", reason="rights"))
    assert not shown(desk, record_id).archived
    apply(desk, foreign(record_id, 2, 2, {}, op="archive"))
    records.save(desk, "consultation", record_id, {"content": "又来了"})
    apply(desk, own(desk, 2, 0, 0, outcome="quarantined", reason="rights"))
    assert shown(desk, record_id).archived


def test_a_value_whose_shape_only_a_newer_program_knows_blocks_nothing_and_is_not_lost(desk):
    record_id = ids.new_id()
    apply(
        desk, foreign(record_id, 1, 1, {"met_on": "明天", "handling": "1", "age": "七十", "content": "地界"})
    )
    values = shown(desk, record_id).values
    assert (values["met_on"], values["handling"], values["age"]) == ("明天", "1", "七十")
    records.save(desk, "consultation", record_id, {"content": "地界不清"})
    assert shown(desk, record_id).values["handling"] == "1"
    assert tally.held(desk.store) == tally.counted(desk.store)
    records.save(desk, "consultation", record_id, {"handling": ("2",)})
    assert shown(desk, record_id).values["handling"] == ("2",)


def test_empty_columns_of_the_envelope_are_taken_as_none(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲", "readers": None, "profile": None}))
    assert shown(desk, record_id).readers == ()


def test_a_record_stays_where_it_lies_whatever_a_later_edit_says(desk):
    record_id = ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲"}))
    apply(desk, foreign(record_id, 2, 2, {"content": "地界"}, scope="620702101202"))
    assert shown(desk, record_id).scope == "620702101201"
    assert tally.held(desk.store) == tally.counted(desk.store)


def test_making_a_record_confidential_takes_it_and_all_that_hangs_on_it_out_of_sight(desk):
    record_id, sheet_id = ids.new_id(), ids.new_id()
    apply(desk, foreign(record_id, 1, 1, {"name": "[练习]甲", "content": "土地承包"}))
    papers.record_sheet(desk, ("consultation", record_id), sheet_id, Printed("legal_advice", "F01", 1, 1))
    apply(desk, foreign(record_id, 2, 2, {"class": "restricted", "readers": ["cd" * 16]}))
    assert search.find_all(desk, "承包") == []
    assert (lists.page(desk, "consultation"), lists.count(desk, "consultation")) == ([], 0)
    assert records_query.find(desk, "sheet", sheet_id) is None
    assert lists.page(desk, "sheet") == []
    with pytest.raises(NotAllowed):
        history.of(desk, "consultation", record_id)
    reader = Session(desk.store, replace(desk.actor, user=bytes.fromhex("cd" * 16)), desk.profile, desk.clock)
    assert lists.count(reader, "consultation") == 1
    assert [one.id for one in records_query.about(reader, "sheet", "consultation", record_id)] == [sheet_id]


def in_conflict(desk, record_id, field="address", first="三组", second="二组"):
    opened = (FeedConflict(id="ee" * 16, field=field, value=second),)
    stays = None if field in changes.TRAVELLING else {field: first}
    apply(desk, foreign(record_id, 11, 11, {field: first}))
    apply(desk, foreign(record_id, 12, 12, {field: second}, outcome="conflict", set_=stays, opened=opened))


def test_a_conflict_is_decided_over_own_changes_that_still_wait(desk):
    record_id = ids.new_id()
    in_conflict(desk, record_id)
    records.save(desk, "consultation", record_id, {"address": "四组", "content": "地界"})
    conflicts.resolve(desk, "ee" * 16, "二组")
    first, second = (changes.decode(bytes(raw)) for (raw,) in desk.store.query('SELECT "body" FROM "change"'))
    assert (first.f, second.op, second.p) == ({"address": "四组", "content": "地界"}, "resolve", 1)
    apply(desk, own(desk, 1, 13, 13))
    assert (shown(desk, record_id).values["address"], shown(desk, record_id).pending) == ("二组", 1)
    apply(desk, own(desk, 2, 14, 14))
    assert (shown(desk, record_id).values["content"], shown(desk, record_id).pending) == ("地界", 0)


def test_a_second_conflict_on_the_field_stays_open_when_it_came_after_the_decision(desk):
    record_id = ids.new_id()
    in_conflict(desk, record_id)
    conflicts.resolve(desk, "ee" * 16, "二组")
    opened = (FeedConflict(id="dd" * 16, field="address", value="五组"),)
    late = foreign(
        record_id, 13, 13, {"address": "五组"}, outcome="conflict", set_={"address": "三组"}, opened=opened
    )
    apply(desk, late, own(desk, 1, 14, 14, closed=("ee" * 16,)))
    assert [one.value for one in open_conflicts(desk)] == ["五组"]
    assert (shown(desk, record_id).values["address"], shown(desk, record_id).conflicts) == ("二组", 1)


def test_a_conflict_about_readers_is_sent_and_leaves_the_record_to_the_county(desk):
    record_id = ids.new_id()
    in_conflict(desk, record_id, "class", "contact", "normal")
    assert shown(desk, record_id).class_ == "contact"
    conflicts.resolve(desk, "ee" * 16, "normal")
    assert shown(desk, record_id).class_ == "contact"
    assert "class" not in shown(desk, record_id).values
    (raw,) = desk.store.query('SELECT "body" FROM "change"')[0]
    assert changes.decode(bytes(raw)).f["class"] == "normal"
    assert tally.held(desk.store) == tally.counted(desk.store)


def test_nothing_is_written_below_a_case_that_was_put_away(desk):
    case = ids.new_id()
    records.save(desk, "mediation_case", case, {"title": "地界"})
    records.archive(desk, "mediation_case", case)
    with pytest.raises(UserError, match=r"^record.archived$"):
        records.save(desk, "case_party", ids.new_id(), {"case": case, "name": "[练习]甲"})


def test_a_hardship_statement_whose_author_named_no_class_is_confidential_all_the_same(desk):
    statement = ids.new_id()
    apply(desk, foreign(statement, 1, 1, {"name": "[练习]甲"}, kind="hardship_statement"))
    assert desk.store.row("hardship_statement", statement)["class_"] == "hardship"
