"""Advisers, clerks and townships at one desk file, and visits with their matters; all people are invented."""

from dataclasses import replace
from datetime import date, datetime

from village_desk import times
from village_desk.commands import moves, records, reviews, visits
from village_desk.ids import new_id
from village_desk.session import Actor

FIRST, SECOND = "620702101201", "620702101202"
TOWNSHIP = "620702101"
ADVISER = "[练习]赵律师"


def person(session, role, *areas, name=None):
    """The same desk with somebody else at it."""
    return replace(session, actor=Actor(new_id(), name or f"[练习]{role}", role, b"", areas))


def moment(day, clock):
    """A moment of a day, from 9:30."""
    hour, minute = clock.split(":")
    return times.moment_of(datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=times.CHINA))


def visit(adviser, day=date(2026, 11, 3), scope=FIRST, since="9:30", until="11:00", items=(), **values):
    """A visit of an adviser whose log is done."""
    session = replace(adviser, place=scope)
    visit_id = new_id()
    given = {
        "adviser": adviser.actor.name,
        "visited_on": day,
        "arrived_at": moment(day, since),
        "left_at": moment(day, until),
        "mode": "on_site",
        **values,
    }
    records.save(session, "adviser_visit", visit_id, given)
    for order, item in enumerate(items or ({"service": "consultation"},), start=1):
        told = {"visit": visit_id, "order": order, "matter": f"事项{order}", "quantity": 1, **item}
        records.save(session, "served_item", new_id(), told)
    for move in ("check_in", "check_out", "log"):
        moves.make(session, "adviser_visit", visit_id, move)
    return visit_id


def confirm(clerk, visit_id, rating="1"):
    """The village's word; returns the submission."""
    submission = new_id()
    visits.confirm(
        clerk, visit_id, (new_id(), submission), {"rating": rating, "confirmed_by": "[练习]王主任"}
    )
    return submission


def approve(township, submission, outcome="approved", remarks=()):
    """The township's answer."""
    reviews.review(township, submission, new_id(), outcome, remarks)
