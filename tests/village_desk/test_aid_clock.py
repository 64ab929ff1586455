"""The periods of legal aid against days counted by hand, and when none runs (domain services §3.2)."""

import csv
from datetime import date
from pathlib import Path

import pytest

from village_desk import ids, profile
from village_desk.commands import moves, records
from village_desk.errors import Invalid, NotAllowed
from village_desk.kinds import KINDS
from village_desk.queries import clock
from village_desk.queries.records import find

with (Path(__file__).parent / "aid_periods.csv").open(encoding="utf-8", newline="") as opened:
    BY_HAND = list(csv.DictReader(opened))
"""Last days counted on a calendar by hand, with the State Council's holidays of 2024 to 2026."""


def read(kind, pairs):
    values = {}
    for pair in pairs:
        name, _is, value = pair.partition("=")
        face = KINDS[kind].fields[name].face
        values[name] = (
            date.fromisoformat(value) if face == "day" else int(value) if face == "whole" else value
        )
    return values


def put(session, kind, values, aid=None):
    made = aid if kind == "legal_aid" and aid else ids.new_id()
    parent = {KINDS[kind].parent: aid} if KINDS[kind].parent else {}
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.put(kind, made, values | parent)
    return made


def period_of(session, row):
    kind = row["kind"]
    aid = put(session, "legal_aid", {"name": "[练习]吴䶮"})
    for fact in row["beside"].split("|") if row["beside"] else ():
        other, _dot, said = fact.partition(".")
        put(session, other, read(other, said.split(";")), aid)
    held = put(session, kind, read(kind, row["values"].split()), aid)
    found = clock.of_record(session, find(session, kind, held))
    return next((one for one in found if one.deadline.name == row["period"]), None)


def test_every_period_ends_on_the_day_that_was_counted_by_hand(session):
    wrong = []
    for place, row in enumerate(BY_HAND, 2):
        period = period_of(session, row)
        assert period is not None, (place, row["why"])
        assert period.deadline.article
        if str(period.last_day or "") != row["last_day"]:
            wrong.append((place, row["period"], row["why"], row["last_day"], str(period.last_day)))
    assert wrong == []


def test_the_table_speaks_of_every_period_of_legal_aid():
    named = {one.name for one in profile.load().deadlines if one.name.startswith("aid_")}
    assert {row["period"] for row in BY_HAND} == named


@pytest.mark.parametrize(
    ("kind", "period", "values", "beside"),
    [
        ("legal_aid", "aid_decision", "handed_over_on=2026-03-02 state=handed_over", ""),
        ("legal_aid", "aid_decision", "received_by_agency_on=2026-03-02 state=granted", ""),
        (
            "agency_decision",
            "aid_designation",
            "decided_on=2026-03-02 decision=refuse",
            "legal_aid.state=received",
        ),
        (
            "agency_decision",
            "aid_designation",
            "decided_on=2026-03-02 decision=give",
            "legal_aid.state=granted|aid_designation.designated_on=2026-03-03",
        ),
        ("supplement_notice", "aid_supplement", "received_on=2026-03-02 days=5 supplied_on=2026-03-03", ""),
        ("aid_closing", "aid_callback", "ended_on=2026-03-02", "aid_callback.asked_on=2026-03-09"),
    ],
)
def test_no_period_runs_before_it_begins_or_after_what_ends_it(session, kind, period, values, beside):
    row = {"kind": kind, "period": period, "values": values, "beside": beside}
    assert period_of(session, row) is None


def test_the_room_never_takes_the_step_that_is_the_agencys(session):
    aid = put(session, "legal_aid", {"name": "[练习]吴䶮", "state": "received"})
    with pytest.raises(NotAllowed) as refused:
        moves.make(session, "legal_aid", aid, "grant")
    assert refused.value.code == "move.role"
    with pytest.raises(NotAllowed) as refused:
        records.save(session, "agency_decision", ids.new_id(), {"application": aid, "decision": "give"})
    assert refused.value.code == "rights.no_write"


def test_the_agency_cannot_have_received_what_was_not_yet_handed_over(session):
    days = {"handed_over_on": date(2026, 3, 4), "received_by_agency_on": date(2026, 3, 3)}
    aid = put(session, "legal_aid", {"name": "[练习]吴䶮", "state": "handed_over", **days})
    with pytest.raises(Invalid) as refused:
        moves.make(session, "legal_aid", aid, "receive")
    assert [one.code for one in refused.value.problems] == ["case.received_before_sent"]
