"""Two villages, an adviser, a township and a county work with each other, and every step is proved.

Desks do what their pages ask of the commands; the agency decides in its pages, signed in with the digits of a
telephone.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest

from county_server import accounts, audit, enrolment
from sync import engine
from sync.enrolment import enrol, identity
from sync.exchange import HttpExchange
from tests.county_server.conftest import NEIGHBOUR, TOWNSHIP, VILLAGE
from village_desk import profile, times
from village_desk.commands import attachments, moves, records, reviews, serving, setup, visits
from village_desk.errors import Invalid, NotAllowed, UserError
from village_desk.ids import new_id
from village_desk.keys import new_data_key
from village_desk.queries import answers, history, integrity, review_queue
from village_desk.queries.records import about as beside
from village_desk.queries.records import children, record
from village_desk.queries.reviews import Remark, is_locked, state_of
from village_desk.queries.today import tasks
from village_desk.session import Session
from village_desk.store import Store, create_store

pytestmark = pytest.mark.county
ADVISER, APPLICANT = "[练习]赵律师", "[练习]吴某"
REMARKS = (Remark("answer", "请写明依据的条款"), Remark("channel", "是否上门核实过？"))
MENDED = {"answer": "不动产相邻权利人应当提供通行的便利（民法典 第二百九十一条）。"}
VISITED_AT_HOME = "没有上门：来访人腿脚不便，由儿子带照片来说明。"
ASKED = {
    "name": APPLICANT,
    "sex": "1",
    "born_on": date(1949, 12, 31),
    "id_number": "11010519491231002X",
    "address": "敬依村三组[练习]",
    "phone": "13912346021",
    "facts": "老板欠了28620元工资",
    "matter": "A31-5",
    "agency": "甘州区法律援助中心",
}


@dataclass
class Desk:
    """An enrolled desk with somebody at it, and its line to the county."""

    store: Store
    session: Session
    exchange: HttpExchange

    def round(self):
        """One round over HTTP; everything is taken."""
        report = engine.run_round(self.store, self.exchange, self.session.clock)
        assert report.complete
        assert report.quarantined == 0


@pytest.fixture
def desk(here, address, clock, tmp_path):
    """Return a function that enrols a desk by a one-time code, over HTTP."""
    made = []

    def enrolled(name, role, *areas):
        user = accounts.add_user(here, name, areas[0])
        for area in areas:
            accounts.add_grant(here, user, role, [area])
        folder = tmp_path / f"desk{len(made)}"
        folder.mkdir()
        store = create_store(folder, new_data_key())
        code = enrolment.invite(here, areas[0], [user])
        enrol(store, HttpExchange(address), code, name, clock)
        session = Session(store, setup.actor_of(store, user, clock()), profile.load(), clock)
        made.append(Desk(store, session, HttpExchange(address, identity(store))))
        return made[-1]

    yield enrolled
    for one in made:
        one.exchange.close()
        one.store.close_connection()


@dataclass
class People:
    """Everybody at their desks; `sign_in` gives a browser at the county, which forgets who is idle."""

    village: Desk
    neighbour: Desk
    adviser: Desk
    office: Desk
    sign_in: Callable[..., object]
    clock: object

    def meet(self, *desks):
        """Rounds until everything has gone from each of these desks to each; a minute passes."""
        self.clock.now += 60_000
        for one in (*desks, *desks):
            one.round()


@pytest.fixture
def people(desk, signed_in, clock):
    clock.now += 3_600_000
    return People(
        desk("[练习]王桂兰", "village_clerk", VILLAGE),
        desk("[练习]吴文书", "village_clerk", NEIGHBOUR),
        desk(ADVISER, "adviser", VILLAGE, NEIGHBOUR),
        desk("[练习]李建国", "station_head", TOWNSHIP),
        signed_in,
        clock,
    )


def sent(desk, name, **values):
    """A consultation that was saved and sent to the township."""
    record_id = new_id()
    asked = {
        "name": name,
        "met_on": times.legal_day(desk.session.now()),
        "channel": "1",
        "content": "邻居修墙占了两家共用的通道",
        "answer": "可以",
        "handling": ("1",),
    }
    records.save(desk.session, "consultation", record_id, asked | values)
    reviews.submit(desk.session, "consultation", record_id, new_id())
    return record_id


def standing(desk, kind, record_id):
    return state_of(desk.session, kind, record_id).standing


def reviewed(people):
    """Sent, back with two remarks, each answered without a network, sent again, approved, supplemented."""
    village, office = people.village, people.office
    mine = sent(village, "[练习]马秀英")
    sent(people.neighbour, "[练习]赵龘")
    people.meet(village, people.neighbour, office)
    assert review_queue.queue(office.session).villages == {VILLAGE: 1, NEIGHBOUR: 1}
    first = state_of(office.session, "consultation", mine).submission
    reviews.review(office.session, first, new_id(), "returned", REMARKS)
    people.meet(office, village)

    (task,) = [one for one in tasks(village.session) if one.urgency == "returned"]
    assert (task.record_id, len(task.remarks)) == (mine, 2)
    records.save(village.session, "consultation", mine, MENDED)  # from here no round: a village offline
    with pytest.raises(Invalid) as missing:
        reviews.submit(village.session, "consultation", mine, new_id())
    assert [(one.field, one.code) for one in missing.value.problems] == [("channel", "review.unanswered")]
    reviews.keep_answers(village.session, first, {"channel": VISITED_AT_HOME})
    reviews.submit(village.session, "consultation", mine, second := new_id())
    people.meet(village, office)

    held = record(office.session, "submission", second)
    assert held.values["round"] == 2
    said = answers.said(held.values["answers"])
    assert (said["answer"].mended, said["answer"].words) == (True, "")
    assert (said["channel"].mended, said["channel"].words) == (False, VISITED_AT_HOME)
    reviews.review(office.session, second, new_id(), "approved")
    people.meet(office, village)
    assert is_locked(village.session, "consultation", mine)
    with pytest.raises(NotAllowed, match=r"^record\.locked$"):
        records.save(village.session, "consultation", mine, {"content": "邻居修墙占了通道约两米"})
    why = "当事人补充了照片，量得约两米"
    records.save(village.session, "consultation", mine, {"content": "邻居修墙占了通道约两米"}, why)
    people.meet(village, office)
    assert is_locked(office.session, "consultation", mine)
    assert record(office.session, "consultation", mine).values["content"] == "邻居修墙占了通道约两米"
    (supplement,) = office.store.query('SELECT "reason", "submission" FROM "supplement"')
    assert supplement == (why, second)
    assert people.neighbour.store.row("consultation", mine) is None
    return [("consultation", mine)]


def reopened(people, mine):
    """The head opens it again with a reason; nobody else does; the village mends and sends it once more."""
    village, office = people.village, people.office
    with pytest.raises(NotAllowed, match=r"^review\.head$"):
        reviews.reopen(village.session, "consultation", mine, new_id(), "请重看")
    reviews.reopen(office.session, "consultation", mine, new_id(), "与走访记录不符，请核对")
    people.meet(office, village)
    assert standing(village, "consultation", mine) == "returned"
    records.save(village.session, "consultation", mine, {"content": "邻居修墙占了通道约一米八"})
    reviews.submit(village.session, "consultation", mine, third := new_id())
    people.meet(village, office)
    assert record(office.session, "submission", third).values["round"] == 3
    reviews.review(office.session, third, new_id(), "approved")
    people.meet(office, village)


def visited(people):
    """The adviser's visit with a photo, confirmed by the village and reviewed by the township."""
    adviser, village, office = people.adviser, people.village, people.office
    serving.choose(adviser.session, VILLAGE)
    visit_id = new_id()
    records.save(adviser.session, "adviser_visit", visit_id, {"adviser": ADVISER, "mode": "on_site"})
    moves.make(adviser.session, "adviser_visit", visit_id, "check_in")
    people.clock.now += 2 * 3_600_000
    item = {"visit": visit_id, "order": 1, "service": "consultation", "client": APPLICANT, "matter": "欠薪"}
    records.save(adviser.session, "served_item", new_id(), {**item, "quantity": 1})
    for move in ("check_out", "log"):
        moves.make(adviser.session, "adviser_visit", visit_id, move)
    photo = random.Random(7).randbytes(20_000)
    about = {"title": "现场照片", "media_type": "image/jpeg"}
    attachments.attach(adviser.session, ("adviser_visit", visit_id), new_id(), photo, about)
    people.meet(adviser, village, office)
    with pytest.raises(UserError, match=r"visit\.not_confirmed"):
        reviews.submit(adviser.session, "adviser_visit", visit_id, new_id())
    words = {"rating": "1", "confirmed_by": "[练习]王主任"}
    visits.confirm(village.session, visit_id, (new_id(), submission := new_id()), words)
    people.meet(village, office)
    reviews.review(office.session, submission, new_id(), "approved")
    people.meet(office, village, adviser)
    assert {standing(one, "adviser_visit", visit_id) for one in (adviser, village, office)} == {"approved"}
    assert people.neighbour.store.row("adviser_visit", visit_id) is None
    return [("adviser_visit", visit_id)]


def decided(people):
    """An application from the village; the agency receives it, decides and designates in its pages."""
    village, aid_id = people.village, new_id()
    day = times.legal_day(village.session.now())
    records.save(village.session, "legal_aid", aid_id, ASKED | {"applied_on": day})
    moves.make(village.session, "legal_aid", aid_id, "sign")
    moves.make(village.session, "legal_aid", aid_id, "hand_over", {"handed_over_on": day})
    people.meet(village, people.office)
    agency = people.sign_in("county_legal_aid", "yuanzhu", "[练习]孙某")
    page = f"/web/aid/{aid_id.hex()}"
    assert APPLICANT in agency.get("/web/aid").text
    agency.get(page)
    for step in (
        {"move": "receive", "received_by_agency_on": "2026-11-22"},
        {"move": "grant", "decision": "give", "decided_on": "2026-11-22", "number": "[练习]援决1号"},
        {
            "move": "designate",
            "designated_on": "2026-11-22",
            "firm": "[练习]甲律师事务所",
            "lawyer": "[练习]周某",
        },
    ):
        reply = agency.send(f"{page}/step", **step)
        assert reply.url.endswith(page), step
    people.meet(village, people.office)
    held = record(village.session, "legal_aid", aid_id)
    below = children(village.session, "legal_aid", aid_id)
    assert held.state == "designated"
    assert [one.values["number"] for one in below["agency_decision"]] == ["[练习]援决1号"]
    assert [one.values["lawyer"] for one in below["aid_designation"]] == ["[练习]周某"]
    return [("legal_aid", aid_id)]


CLERK, HEAD, OFFICER = "[练习]王桂兰", "[练习]李建国", "[练习]孙某"
STEPS = {
    ("consultation", "consultation"): [CLERK] * 4,
    ("consultation", "submission"): [CLERK] * 3,
    ("consultation", "review"): [HEAD] * 4,
    ("consultation", "supplement"): [CLERK],
    ("adviser_visit", "adviser_visit"): [ADVISER] * 4 + [CLERK],
    ("adviser_visit", "served_item"): [ADVISER],
    ("adviser_visit", "visit_confirmation"): [CLERK],
    ("adviser_visit", "attachment"): [ADVISER],
    ("adviser_visit", "submission"): [CLERK],
    ("adviser_visit", "review"): [HEAD],
    ("legal_aid", "legal_aid"): [CLERK] * 3 + [OFFICER] * 3,
    ("legal_aid", "agency_decision"): [OFFICER],
    ("legal_aid", "aid_designation"): [OFFICER],
}
"""Who took each step, in order, by the record they belong to and the kind they were written in."""


def steps(desk, kind, record_id):
    """Return who wrote what about a record and when the county had it, from the histories at a desk."""
    session = desk.session
    about = [(kind, record_id)]
    about += [(of, one.id) for of, found in children(session, kind, record_id).items() for one in found]
    for of in ("submission", "review", "supplement", "attachment"):
        about += [(of, one.id) for one in beside(session, of, kind, record_id)]
    found = {}
    for of, held in about:
        found.setdefault((kind, of), []).extend(history.of(session, of, held))
    return found


def proved(people, here, held):
    """Every step stands in the history, at the village as at its township, and none can be rewritten."""
    for kind, record_id in held:
        for desk in (people.village, people.office):
            taken = steps(desk, kind, record_id)
            names = {of: [one.user_name for one in events] for of, events in taken.items() if events}
            assert names == {of: who for of, who in STEPS.items() if of[0] == kind}
            assert all(one.received_at for events in taken.values() for one in events)
    for one in (people.village, people.neighbour, people.adviser, people.office):
        found = integrity.verify(one.store)
        assert found.sound
        assert found.receipts
        assert found.log
        assert integrity.check(one.store).sound
    found = audit.verify(here)
    assert (found.problems, found.altered) == ([], [])
    assert found.devices == 5  # four desks, and the county's own browser


@pytest.mark.requirement("R189", "R222")
def test_the_work_of_a_county_goes_round_and_every_step_is_proved(people, here):
    consultations = reviewed(people)
    reopened(people, consultations[0][1])
    held = consultations + visited(people) + decided(people)
    people.meet(people.village, people.neighbour, people.adviser, people.office)
    proved(people, here, held)
