"""A year of a village by chance: records of every kind that statistics count, each field filled in or not.

All people are invented. Nothing checks that it makes sense: figures must add up whatever people write.
"""

from datetime import date, timedelta

from village_desk import ids, workflow
from village_desk.kinds import KINDS
from village_desk.store import Birth

NEW_YEAR = date(2026, 1, 1)
BY_CLERK = ("consultation", "consultation", "consultation", "mediation_case", "mediation_case", "legal_aid",
            "dispute_sweep", "publicity_activity", "referral", "satisfaction", "needs_survey",
            "law_aware_person", "volunteer", "volunteer_service", "hotline_order")  # fmt: skip
BY_ADVISER = ("adviser_visit", "adviser_visit", "legal_opinion", "publicity_activity")
BY_TOWNSHIP = ("adviser_appointment",)
HANGING = {
    "mediation_case": ("case_party", "agreement", "oral_agreement", "instalment", "follow_up",
                       "court_confirmation"),
    "dispute_sweep": ("found_dispute",),
    "adviser_visit": ("served_item", "served_item"),
}  # fmt: skip
SENT = ("adviser_visit", "publicity_activity")


def enter(session, scope, draw, kinds, many):
    """Enter some records, each with what hangs on it; visits and activities are sent for review."""
    for kind in draw.choices(kinds, k=many):
        with session.store.unit_of_work(session.actor, session.now()) as uow:
            made = _put(session, uow, draw, kind, scope)
            for child in HANGING.get(kind, ()):
                if draw.random() < 0.5:
                    _put(session, uow, draw, child, scope, {KINDS[child].parent: made})
            if kind in SENT and draw.random() < 0.8:
                sent = {"record_kind": kind, "record_id": made.hex(), "round": 1}
                uow.put("submission", ids.new_id(), sent, born=Birth(scope))


def correct(session, draw, many):
    """Change, archive or confirm some of the records of a desk."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for kind in ("consultation", "mediation_case", "agreement"):
            for (record,) in session.store.query(f'SELECT "id" FROM "{kind}" ORDER BY "id" LIMIT ?', (many,)):
                if draw.random() < 0.2:
                    uow.archive(kind, record)
                else:
                    uow.put(kind, record, _values(session.profile, draw, kind))
        for record, scope in session.store.query(
            'SELECT "id", "scope" FROM "adviser_visit" LIMIT ?', (many,)
        ):
            word = {"visit": record, **_values(session.profile, draw, "visit_confirmation")}
            uow.put("visit_confirmation", ids.new_id(), word, born=Birth(scope))


def review(session, draw):
    """Answer what the villages sent, mostly with approval."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        for sent, kind, record, scope in session.store.query(
            'SELECT "id", "record_kind", "record_id", "scope" FROM "submission"'
        ):
            outcome = "approved" if draw.random() < 0.8 else "returned"
            told = {"submission": sent, "record_kind": kind, "record_id": record, "outcome": outcome}
            uow.put("review", ids.new_id(), told, born=Birth(scope))


def _put(session, uow, draw, kind, scope, more=None):
    record = ids.new_id()
    uow.put(kind, record, {**_values(session.profile, draw, kind), **(more or {})}, born=Birth(scope))
    state = ""
    while draw.random() < 0.6:
        moves = workflow.moves_from(kind, state, *session.actor.roles)
        if not moves:
            break
        state = draw.choice(moves).to
        uow.put(kind, record, {"state": state})
    return record


def _values(profile, draw, kind):
    specs = [one for one in KINDS[kind].fields.values() if one.name != "state" and draw.random() < 0.7]
    values = {one.name: _value(profile, draw, one) for one in specs}
    return {name: value for name, value in values.items() if value is not None}


def _value(profile, draw, spec):
    codes = [one.code for one in profile.lists[spec.codes]] if spec.codes else []
    match spec.face:
        case "day":
            return NEW_YEAR + timedelta(draw.randrange(-20, 385))
        case "choice" | "choices" if codes:
            found = tuple(sorted(set(draw.choices(codes, k=2))))
            return found if spec.face == "choices" else found[0]
        case "yes_no":
            return draw.random() < 0.5
        case "whole" | "amount":
            low = spec.low or 0
            return draw.randrange(low, min(spec.high or 400, low + 400))
        case "moment":
            return 1_780_000_000_000 + draw.randrange(20_000_000)
