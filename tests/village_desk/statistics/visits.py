"""Seven visits, two opinions and three lectures, counted by hand, and what enters them at a desk.

For November 2026: of `visits.csv` the waiting and the returned one do not count, one is of October. Village
1: two on site (2 h and 2 h 45, 285 minutes), one remote; village 2: one on site (50 minutes). Of the lectures
one was another's and one waits for approval.
"""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.village_desk.advising import ADVISER, FIRST, SECOND, TOWNSHIP, approve, confirm, person, visit
from village_desk.commands import moves, records, reviews
from village_desk.ids import new_id
from village_desk.queries.reviews import Remark
from village_desk.statistics import period_of

NOVEMBER = period_of("month", date(2026, 11, 1))
BY_HAND = {
    "visits": (2, 1),
    "minutes": (285, 50),
    "remote": (1, 0),
    "consultations": (3, 0),
    "lectures": (1, 0),
    "audience": (46, 0),
    "mediations": (1, 0),
    "opinions": (0, 1),
    "contracts": (1, 0),
    "rules": (0, 1),
    "documents": (2, 0),
    "guidance": (0, 1),
    "materials": (120, 0),
    "written_contracts": (1, 0),
    "written_opinions": (0, 1),
    "held_lectures": (1, 0),
    "held_audience": (60, 0),
    "rated": (3, 1),
    "satisfied": (2, 0),
}


def enter(session):
    """Enter the visits of the file, each confirmed and answered as it says."""
    lines = csv.DictReader(Path(__file__).with_name("visits.csv").read_text("utf-8").splitlines())
    adviser = person(session, "adviser", FIRST, SECOND, name=ADVISER)
    head = person(session, "station_head", TOWNSHIP)
    for line in lines:
        scope = {"1": FIRST, "2": SECOND}[line["village"]]
        items = [read(item) for item in line["items"].split(";")]
        times = {"since": line["since"], "until": line["until"], "mode": line["mode"]}
        made = visit(adviser, date.fromisoformat(line["day"]), scope, items=items, **times)
        submission = confirm(person(session, "village_clerk", scope), made, line["rating"])
        if line["standing"] != "waiting":
            remarks = [Remark("", "重写")] if line["standing"] == "returned" else []
            approve(head, submission, line["standing"], remarks)
    for scope, matter, firm in ((FIRST, "contract", "[练习]甲律所"), (SECOND, "decision", "[练习]乙律所")):
        give_opinion(replace(adviser, place=scope), matter)
        agreed = {"adviser": ADVISER, "firm": firm, "since": date(2026, 1, 1), "hours": 4}
        records.save(replace(head, place=scope), "adviser_appointment", new_id(), agreed)
    for scope, speaker, approved in ((FIRST, ADVISER, 1), (FIRST, "[练习]别人", 1), (SECOND, ADVISER, 0)):
        hold_lecture(replace(adviser, place=scope), speaker, head if approved else None)


def hold_lecture(adviser, speaker, head):
    activity, submission = new_id(), new_id()
    told = {"organiser": "[练习]村委会", "place": "广场", "topic": "民法典", "way": ("05",), "people": 60}
    day = date(2026, 11, 15)
    records.save(adviser, "publicity_activity", activity, {**told, "speaker": speaker, "held_on": day})
    reviews.submit(adviser, "publicity_activity", activity, submission)
    if head:
        approve(head, submission)


def read(item):
    service, quantity, *people = item.split()
    found = {"service": service, "quantity": int(quantity[1:])}
    return found | ({"people": int(people[0][1:])} if people else {})


def give_opinion(adviser, matter):
    opinion = new_id()
    told = {"subject": "[练习]机动地承包", "matter": matter, "conclusion": "lawful", "reviewer": ADVISER}
    records.save(adviser, "legal_opinion", opinion, {**told, "given_on": date(2026, 11, 12)})
    moves.make(adviser, "legal_opinion", opinion, "give")
