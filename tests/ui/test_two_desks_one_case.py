"""Two PCs work on one case without a connection; the window shows what they could not both mean."""

from datetime import date

import pytest

from sync import connect, engine
from tests.ui.conftest import CHEAP, PASSWORD, VILLAGE
from tests.ui.hands import done, opened
from tests.ui.test_fetching import _joined
from tools.practice_county import enrolled, new_desk, set_address
from ui.widgets.difference import DifferenceLabel
from village_desk import ids
from village_desk.commands import records
from village_desk.keys.passwords import Cost
from village_desk.queries import conflicts
from village_desk.queries.records import children, record

pytestmark = [pytest.mark.county, pytest.mark.gui]

COLLEAGUE = "[练习]李小梅"
OURS, THEIRS = "13912346021", "13800000002"
TERMS = "一、拆除墙体。\n二、恢复通道。"


@pytest.fixture
def colleague(tmp_path, county):
    """Another PC of the room, and its rounds with the county."""
    code = county.invite(VILLAGE, "[练习]村", [(COLLEAGUE, "village_clerk")])
    made = new_desk(tmp_path / "other", VILLAGE, (COLLEAGUE, "village_clerk"), PASSWORD, Cost(*CHEAP))
    session = enrolled(made, county.address, code).session
    yield session
    session.store.close_connection()


def sent_by(session):
    exchange = connect.connect(session.store)
    engine.run_round(session.store, exchange)
    exchange.close()


def case_of(session, case, party, agreement):
    changes = records.save(session, "mediation_case", case, {"title": "[练习]相邻通行", "facts": "砌墙占路"})
    first = {"case": case, "side": "applicant", "name": "[练习]赵龘", "phone": "13700000000"}
    changes |= records.save(session, "case_party", party, first)
    terms = {"case": case, "terms": TERMS, "performance": "十日内"}
    return changes | records.save(session, "agreement", agreement, terms)


def work_apart(qtbot, desk, colleague, made):
    """One adds a session, the other changes the agreement and adds one too; both change a phone."""
    case, party, agreement = made
    ours, theirs = ids.new_id(), ids.new_id()
    meeting = {"case": case, "held_on": date(2026, 11, 20), "place": "村委会", "record": "第一次调解"}
    done(qtbot, desk, lambda session: records.save(session, "mediation_session", ours, meeting))
    done(qtbot, desk, lambda session: records.save(session, "case_party", party, {"phone": OURS}))
    again = meeting | {"held_on": date(2026, 11, 21), "record": "第二次调解"}
    records.save(colleague, "mediation_session", theirs, again)
    records.save(colleague, "agreement", agreement, {"terms": f"{TERMS}\n三、互不追究。"})
    records.save(colleague, "case_party", party, {"phone": THEIRS})


def shows_both(page):
    """The clash stands in plain words, with both texts and who wrote the other."""
    (block,) = page.blocks
    assert block.title == "联系方式"
    texts = {"".join(piece for piece, _differs in one.pieces) for one in block.findChildren(DifferenceLabel)}
    assert texts == {OURS, THEIRS}
    words = " ".join(one.text() for one in page.findChildren(type(page.empty)))
    assert COLLEAGUE in words
    assert "两个人在各自电脑上改了同一项，两份都留着" in words


def test_sessions_merge_and_the_clash_is_shown_in_plain_words_with_both_texts(
    at_work, qtbot, county, colleague
):
    frame, desk = _joined(at_work, qtbot, county), at_work.working.desk
    case, party, agreement = ids.new_id(), ids.new_id(), ids.new_id()
    done(qtbot, desk, lambda session: case_of(session, case, party, agreement))
    desk.sync_asked.emit()
    qtbot.waitUntil(lambda: "县里已收到" in frame.status.sentence.text(), timeout=15_000)
    sent_by(colleague)
    assert record(colleague, "mediation_case", case).name == "[练习]相邻通行"

    county.stop()  # neither PC reaches it now
    work_apart(qtbot, desk, colleague, (case, party, agreement))

    county.start()
    set_address(colleague, county.address)
    sent_by(colleague)
    done(qtbot, desk, lambda session: set_address(session, county.address) or {})
    desk.sync_asked.emit()
    frame.show_page("conflicts")
    page = frame.page("conflicts")
    qtbot.waitUntil(lambda: len(page.blocks) == 1, timeout=15_000)

    shows_both(page)
    case_page = opened(qtbot, frame, desk, "mediation_case", case, "mediation")
    meetings = {one.values["record"] for one in case_page.sight.children["mediation_session"]}
    assert meetings == {"第一次调解", "第二次调解"}
    assert case_page.sight.children["agreement"][0].values["terms"].endswith("三、互不追究。")

    sent_by(colleague)
    assert len(children(colleague, "mediation_case", case)["mediation_session"]) == 2
    (disputed,) = conflicts.records(colleague)
    (phone,) = disputed.fields
    assert {phone.current, *(other.value for other in phone.others)} == {OURS, THEIRS}

    frame.show_page("conflicts")
    qtbot.waitUntil(lambda: len(page.blocks) == 1, timeout=5_000)
    page.blocks[0].buttons[1].click()
    qtbot.waitUntil(lambda: page.empty.isVisibleTo(page), timeout=10_000)
    desk.sync_asked.emit()
    qtbot.waitUntil(lambda: "县里已收到" in frame.status.sentence.text(), timeout=15_000)
    sent_by(colleague)
    assert conflicts.records(colleague) == []
