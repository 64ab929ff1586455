"""Five hundred cases of all eighteen types go random ways: what the law forbids never happens, the rest does.

What is legal is said here a second time, by hand from the text (domain mediation §2, §3.1), and compared
with what the commands do on a real file: they must refuse exactly what this model refuses, and say why.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from tests.village_desk import cases
from village_desk import ids, times
from village_desk.commands import moves, records, reviews
from village_desk.errors import Invalid, NotAllowed
from village_desk.queries import clock
from village_desk.queries.dossier import gaps_of
from village_desk.queries.records import children, find
from village_desk.session import Actor, Session

CASES = 500
STEPS = 9
NEXT = {
    "applied": {"accept": "accepted", "refuse": "refused", "withdraw": "withdrawn"},
    "accepted": {"agree": "agreed", "fail": "failed", "withdraw": "withdrawn"},
    "agreed": {"start_performing": "performing", "perform": "performed", "close": "closed", "fail": "failed"},
    "performing": {"perform": "performed", "close": "closed"},
    "performed": {"close": "closed"},
    "refused": {"close": "closed"},
    "failed": {"close": "closed"},
    "withdrawn": {"close": "closed"},
    "closed": {"file": "filed", "reopen": "accepted"},
    "filed": {"archive": "archived"},
    "archived": {},
}
MOVES = sorted({move for ways in NEXT.values() for move in ways})
RESULT = {"refused": "refused", "failed": "failed", "withdrawn": "withdrawn"}
FIRST = date(2024, 1, 2)


@dataclass
class Case:
    """What the model knows of one case."""

    id: bytes
    values: dict[str, object]
    state: str = "applied"
    parties: list[dict[str, object]] = field(default_factory=list)
    sessions: int = 0
    written: dict[str, object] | None = None
    oral: dict[str, object] | None = None
    powers: set[str] = field(default_factory=set)
    unpaid: list[bytes] = field(default_factory=list)
    duties: list[bytes] = field(default_factory=list)
    approved: bool = False


def binds(case):
    """第二十九条: all have signed, the mediator has, the seal is on it; 第三十条: an oral one at once."""
    written = case.written is not None and case.written.keys() >= {"signed_on", "sealed_on"}
    return written or case.oral is not None


def minors_alone(case):
    day = case.values.get("accepted_on") or case.values["applied_on"]
    young = {
        one["side"]
        for one in case.parties
        if one["role"] == "party" and one["born_on"] > day.replace(year=day.year - 18, day=min(day.day, 28))
    }
    return bool(young - {one["side"] for one in case.parties if one["role"] == "guardian"})


def forbidden(case, move, values):
    """Say why the law does not let a case take a step now; "" when it does."""
    if move not in NEXT[case.state]:
        return "state"
    if case.duties:
        return "a report comes first"
    held = {**case.values, **values}
    agents = {one["name"] for one in case.parties if one["role"] == "entrusted_agent"}
    reasons = {
        "accept": held.get("consented") is False or minors_alone(case),
        "refuse": not {"refusal_ground", "refusal_reason"} <= held.keys(),
        "agree": not (case.written or case.oral)
        or bool(case.written is not None and not case.sessions)
        or bool(agents - case.powers)
        or minors_alone(case),
        "fail": held.get("told_remedies") is not True
        or "end_reason" not in held
        or (case.state == "agreed" and binds(case)),
        "start_performing": not binds(case),
        "perform": not binds(case) or bool(case.unpaid),
        "close": not {"result", "closed_on"} <= held.keys()
        or held["result"] != RESULT.get(case.state, "success")
        or (case.state in ("agreed", "performing", "performed") and not binds(case)),
        "reopen": held.get("result") == "refused" or "accepted_on" not in held,
        "archive": not case.approved,
    }
    return move if reasons.get(move) else ""


class Life:
    """One case on its random way."""

    def __init__(self, session, rng, dispute_type):
        self.session, self.rng, self.head = session, rng, head_of(session)
        applied = FIRST + timedelta(days=rng.randrange(900))
        values = {
            "title": "[练习]纠纷",
            "source": rng.choice(["application", "ex_officio", "police", "court_before", "village_sweep"]),
            "dispute_type": dispute_type,
            "facts": "争",
            "mediator": "[练习]王桂兰",
            "applied_on": applied,
        }
        if rng.random() < 0.1:
            values["consented"] = False
        self.case = Case(ids.new_id(), values)
        entries = [("mediation_case", self.case.id, values), *self._parties()]
        records.save_all(session, entries)

    def _parties(self):
        sides = ["applicant", "respondent", *self.rng.choices(["applicant", "respondent"], k=self.rng.choice(
            [0, 0, 0, 1, 3, 10]
        ))]  # fmt: skip
        for place, side in enumerate(sides):
            born = date(2014, 5, 6) if self.rng.random() < 0.06 else date(1970, 5, 6)
            yield self._party(side, "party", born, place)
            if born.year == 2014 and self.rng.random() < 0.7:
                yield self._party(side, "guardian", date(1985, 5, 6), place)
        if self.rng.random() < 0.1:
            yield self._party("applicant", "entrusted_agent", date(1980, 5, 6), 50)

    def _party(self, side, role, born, place):
        kind = "legal" if role == "party" and born.year == 1970 and place % 5 == 4 else "natural"
        values = {
            "side": side,
            "role": role,
            "name": f"[练习]{role}{place}",
            "born_on": born,
            "party_type": kind,
        }
        self.case.parties.append(values)
        return ("case_party", ids.new_id(), values | {"case": self.case.id})

    # ------------------------------------------------------------ what happens in a case

    def happen(self):
        ways = (
            self._meet, self._write, self._sign, self._agree_orally, self._empower,
            self._promise, self._pay, self._see, self._report,
        )  # fmt: skip
        self.rng.choice(ways)(self.case, self.case.values["applied_on"] + timedelta(days=5))

    def _meet(self, case, day):
        case.sessions += 1
        self._save("mediation_session", {"held_on": day, "place": "村委会", "record": "笔录"})

    def _write(self, case, _day):
        if case.written is None:
            terms = {"facts": "争", "terms": "和", "performance": "当日"}
            case.written = {"id": self._save("agreement", terms)}

    def _sign(self, case, day):
        if case.written is not None:
            name = self.rng.choice(["signed_on", "sealed_on"])
            case.written[name] = day
            records.save(self.session, "agreement", case.written["id"], {name: day})

    def _agree_orally(self, case, day):
        if case.oral is None and self.rng.random() < 0.4:
            terms = {"facts": "争", "terms": "和", "performance": "当日", "reached_on": day}
            case.oral = {"id": self._save("oral_agreement", terms)}

    def _empower(self, case, _day):
        for one in case.parties:
            if one["role"] == "entrusted_agent":
                case.powers.add(one["name"])
                self._save("power_of_attorney", {"agent": one["name"], "principal": "[练习]"})

    def _promise(self, case, day):
        if self.rng.random() < 0.4:
            case.unpaid.append(self._save("instalment", {"what": "付款", "due_on": day}))

    def _pay(self, case, day):
        for one in case.unpaid:
            records.save(self.session, "instalment", one, {"done_on": day})
        case.unpaid.clear()

    def _see(self, case, _day):
        if self.rng.random() < 0.2:
            case.duties.append(self._save("duty_report", {"duty": self.rng.choice(["minor", "crime"])}))

    def _report(self, case, day):
        for one in case.duties:
            told = {"reported_on": day, "reported_to": ("police",)}
            answer = self.rng.choice([told, {"unfounded": "已核实"}])
            records.save(self.session, "duty_report", one, answer)
        case.duties.clear()

    def _save(self, kind, values):
        made = ids.new_id()
        records.save(self.session, kind, made, values | {"case": self.case.id})
        return made

    # ------------------------------------------------------------ steps

    def step(self):
        case, rng = self.case, self.rng
        ways = sorted(NEXT[case.state])
        move = rng.choice(ways) if ways and rng.random() < 0.75 else rng.choice(MOVES)
        values = self._filled(move) if rng.random() < 0.85 and case.state not in ("filed", "archived") else {}
        reason = forbidden(case, move, values)
        if not reason and move == "accept" and "accepted_on" not in {**case.values, **values}:
            reason = "accepted_on"
        if not reason and move == "file" and gaps_of(self.session, "mediation_case", case.id, "file"):
            reason = "papers"
        refused = None
        try:
            moves.make(self.session, "mediation_case", case.id, move, values)
        except (Invalid, NotAllowed) as error:
            refused = error
        assert bool(refused) == bool(reason), (case, move, values, reason, refused and refused.details)
        if refused:
            self._says_why(refused, move)
        else:
            case.values.update(values)
            case.state = NEXT[case.state][move]
        return move, not reason

    def _filled(self, move):
        case = self.case
        later = case.values["applied_on"] + timedelta(days=self.rng.randrange(3, 40))
        fitting = RESULT.get(case.state, "success")
        filled = {
            "accept": {"accepted_on": later},
            "refuse": {"refusal_ground": "elsewhere", "refusal_reason": "已由法院受理"},
            "fail": {"end_reason": "apart", "told_remedies": self.rng.random() < 0.8},
            "close": {
                "closed_on": later,
                "result": fitting if self.rng.random() < 0.9 else self.rng.choice(["success", "failed"]),
            },
        }
        return filled.get(move, {})

    def _says_why(self, refused, move):
        if isinstance(refused, NotAllowed):
            assert refused.code in ("move.state", "case.not_checked")
            assert refused.details["article"], move
            return
        for problem in refused.problems:
            named = problem.code in ("missing", "dossier.lacks") or problem.code.startswith("needs.")
            assert named or problem.details["article"], problem

    def approve(self):
        """Let the township approve a filed case, sometimes."""
        if self.case.state != "filed" or self.case.approved or self.rng.random() < 0.3:
            return
        submission = ids.new_id()
        reviews.submit(self.session, "mediation_case", self.case.id, submission)
        reviews.review(self.head, submission, ids.new_id(), "approved", [])
        self.case.approved = True


def head_of(session):
    actor = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", ("620702101",))
    return Session(session.store, actor, session.profile, session.clock)


def the_law_holds(session, case):
    """What must be true of a stored case whatever way it went."""
    held = find(session, "mediation_case", case.id)
    assert held.state == case.state
    running = {one.deadline.name for one in clock.of_case(session, held)}
    assert ("mediation_period" in running) == (case.state == "accepted")
    assert ("mediation_acceptance" in running) == (case.state == "applied")
    assert ("filing" in running) == (case.state == "closed")
    if case.written is not None:
        assert ("joint_confirmation" in running) == (case.written.keys() >= {"signed_on", "sealed_on"})


def test_no_case_of_five_hundred_comes_into_a_state_the_law_does_not_know(session):
    rng = random.Random(20101)
    types = [one.code for one in session.profile.codes("dispute_type", times.legal_day(session.now()))]
    assert len(types) == 18
    taken, refused, ends = {}, 0, set()
    for number in range(CASES):
        life = Life(session, rng, types[number % len(types)])
        for _step in range(STEPS):
            if life.case.state not in ("closed", "filed", "archived"):
                life.happen()
            life.approve()
            move, done = life.step()
            taken[move] = taken.get(move, 0) + done
            refused += not done
        the_law_holds(session, life.case)
        ends.add(life.case.state)
    assert set(taken) == set(MOVES)
    assert min(taken.values()) >= 1, taken
    assert refused > CASES
    assert ends >= NEXT.keys() - {"performing", "performed"}, ends


def test_a_party_is_a_copy_and_a_later_change_of_the_person_changes_no_paper(session):
    made = cases.finished(session)
    person, party = ids.new_id(), made.ids["case_party"][0]
    records.save(session, "person", person, {"name": "陈大山[练习]", "address": "乌江村三社17号"})
    sheet = find(session, "sheet", made.sheets["mediation_agreement"])
    before = find(session, "case_party", party).values
    records.save(session, "person", person, {"name": "陈大川[练习]", "address": "县城"})
    assert find(session, "case_party", party).values == before
    assert find(session, "sheet", sheet.id).values == sheet.values


def test_a_group_of_any_number_of_parties_is_one_case(session):
    case = ids.new_id()
    values = {"title": "[练习]", "source": "application", "dispute_type": "10.1", "facts": "欠薪"}
    values |= {"applied_on": FIRST, "accepted_on": FIRST, "mediator": "[练习]王桂兰"}
    entries = [("mediation_case", case, values)]
    for place in range(60):
        side = "respondent" if place == 0 else "applicant"
        party = {"case": case, "side": side, "name": f"[练习]{place}", "order": place + 1}
        entries.append(("case_party", ids.new_id(), party))
    records.save_all(session, entries)
    moves.make(session, "mediation_case", case, "accept")
    assert len(children(session, "mediation_case", case)["case_party"]) == 60
