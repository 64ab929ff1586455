"""A month of services in two villages, counted by hand below: what puts it into a desk."""

from datetime import date

from tests.village_desk.statistics.ledger import FIRST, SECOND
from village_desk import ids
from village_desk.store import Birth


def day(number):
    return date(2026, 10, number)


RECORDS = (
    (
        FIRST,
        "consultation",
        {
            "met_on": day(8),
            "channel": "1",
            "topic": "T05",
            "groups": ("G02",),
            "answered_on": day(8),
            "on_the_spot": True,
            "handling": ("1",),
            "outcome": "yes",
            "fed_back_on": day(8),
            "followed_up_on": day(20),
        },
    ),
    (
        FIRST,
        "consultation",
        {
            "met_on": day(9),
            "channel": "6",
            "topic": "T05",
            "answered_on": day(12),
            "handling": ("213",),
            "outcome": "partly",
            "groups": ("G05", "G21"),
        },
    ),
    (
        FIRST,
        "consultation",
        {
            "met_on": day(10),
            "channel": "3",
            "topic": "T08",
            "answered_on": day(30),
            "handling": ("211",),
            "fed_back_on": day(30),
        },
    ),
    (FIRST, "consultation", {"met_on": day(11), "channel": "5", "topic": "T01", "groups": ("G03", "G01")}),
    (
        FIRST,
        "consultation",
        {"met_on": date(2026, 9, 30), "channel": "1", "topic": "T05", "groups": ("G01",)},
    ),
    (
        SECOND,
        "consultation",
        {"met_on": day(31), "channel": "2", "topic": None, "handling": ("3",), "urgent": True},
    ),
    (FIRST, "legal_aid", {"applied_on": day(12), "received_by_agency_on": day(13)}),
    (SECOND, "legal_aid", {"applied_on": day(14), "received_by_agency_on": day(15)}),
    (
        FIRST,
        "referral",
        {
            "received_on": day(15),
            "state": "fed_back",
            "fed_back_on": day(18),
            "followed_up_on": day(19),
            "outcome": "yes",
        },
    ),
    (FIRST, "referral", {"received_on": day(16), "state": "sent", "target": "notary"}),
    (SECOND, "hotline_order", {"called_on": day(17), "due_on": day(20), "fed_back_on": day(19)}),
    (SECOND, "hotline_order", {"called_on": day(17), "due_on": day(20), "fed_back_on": day(21)}),
    (FIRST, "publicity_activity", {"held_on": day(18), "way": ("05",), "people": 42, "leaflets": 60}),
    (FIRST, "publicity_activity", {"held_on": day(19), "way": ("09",), "leaflets": 5}),
    (
        FIRST,
        "satisfaction",
        {"rated_on": day(20), "attitude": "1", "skill": "2", "solved": "4", "knew": True, "first": "room"},
    ),
    (FIRST, "satisfaction", {"rated_on": day(21), "attitude": "3", "knew": False, "first": "court"}),
    (SECOND, "needs_survey", {"asked_on": day(22), "knows_room": True, "first": "room"}),
    (FIRST, "law_aware_person", {"name": "[练习]甲"}),
    (FIRST, "law_aware_person", {"name": "[练习]乙"}),
    (FIRST, "law_aware_person", {"name": "[练习]丙"}),
    (SECOND, "law_aware_person", {"name": "[练习]丁"}),
    (SECOND, "law_aware_person", {"name": "[练习]戊"}),
    (SECOND, "law_aware_person", {"name": "[练习]己", "left_on": day(1)}),
    (
        FIRST,
        "adviser_appointment",
        {"adviser": "[练习]孙律师", "since": date(2026, 1, 1), "until": date(2026, 12, 31)},
    ),
    (
        SECOND,
        "adviser_appointment",
        {"adviser": "[练习]孙律师", "since": date(2025, 1, 1), "until": date(2025, 12, 31)},
    ),
)

REPORT = {
    "visit": (1, 0), "call": (1, 0), "net": (1, 0), "home": (1, 0), "talks": (4, 1), "aid": (1, 1),
    "referrals": (2, 0), "mediated": (0, 0), "visits": (0, 0), "hours": (0, 0), "lectures": (1, 0),
    "audience": (42, 0), "leaflets": (65, 0), "priority": (2, 0), "answers": (4, 0), "satisfied": (2, 0),
}  # fmt: skip
SERIES = {
    "talks": 5, "way_1": 2, "way_2": 1, "way_3": 1, "way_4": 1, "type_labour": 2, "type_contract": 1,
    "type_family": 1, "type_other": 1, "drawn_up": 1, "applied": 1, "granted": 1, "led": 1,
}  # fmt: skip
INDICATORS = {
    "K01": (2, 3), "K02": (2, 3), "K03": (2, 4), "K04": (100 + 80 + 30 + 60, 4), "K05": (1, 2), "K06": None,
    "K07": None, "K08": (1, 2), "K09": (2, 5), "K10": (0 + 3 + 20, 3), "K11": (1, 2), "K12": (1, 2),
    "K13": (2, 5), "K14": (2, 2), "K15": (1, 2), "K16": None, "K17": (2, 5), "K19": None, "K20": (0, 0),
    "K21": (1, 2), "K22": None,
}  # fmt: skip


def enter(session):
    """Enter the month; the first application was decided on the sixth day after it was received."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for place, kind, values in RECORDS:
            record = ids.new_id()
            uow.put(kind, record, {name: value for name, value in values.items() if value is not None},
                    born=Birth(place, "normal"))  # fmt: skip
            if kind == "legal_aid" and place == FIRST:
                decision = {"application": record, "decided_on": day(19), "decision": "granted"}
                uow.put("agency_decision", ids.new_id(), decision, born=Birth(place, "normal"))
