"""A claim is filled with one press, says what it left out, and leads to the cases."""

from tests.ui.hands import done, opened
from tests.village_desk import cases
from tests.village_desk.test_subsidies import CLAIM
from village_desk import ids
from village_desk.commands import moves, records


def filled(qtbot, frame, desk):
    made, claim_id = [], ids.new_id()

    def run(session):
        made.append(cases.finished(session))
        moves.make(session, "mediation_case", made[0].case, "file")
        made.append(cases.finished(session))
        return records.save(session, "subsidy_claim", claim_id, CLAIM)

    done(qtbot, desk, run)
    page = opened(qtbot, frame, desk, "subsidy_claim", claim_id, "subsidy")
    button = next(one for one in page.bar.side_buttons if "列入本期案件" in one.text())
    button.click()
    qtbot.waitUntil(lambda: len(page.parts["claimed_case"].line_buttons) == 1, timeout=10_000)
    return made, page, frame.page("subsidy")


def test_one_press_takes_in_the_cases_and_names_what_is_left_out(qtbot, frame, desk):
    made, page, claims = filled(qtbot, frame, desk)
    qtbot.waitUntil(claims.left_out.isVisible, timeout=5_000)
    assert "还没有立卷" in claims.left_out.links[0].toolTip()
    assert page.form.values()["cases"] == 1
    assert not claims.flagged.isVisible()
    went = []
    desk.opened.connect(lambda kind, record_id, _field: went.append((kind, record_id)))
    claims.left_out.links[0].click()
    assert went == [("mediation_case", made[1].case)]


def test_a_case_changed_since_is_named_on_the_claim(qtbot, frame, desk):
    made, page, claims = filled(qtbot, frame, desk)
    done(qtbot, desk, lambda session: records.save(session, "mediation_case", made[0].case, {"at_stake": 5}))
    page.open(page.record_id())
    qtbot.waitUntil(claims.flagged.isVisible, timeout=5_000)
    assert "申报以后又改动过" in claims.flagged.links[0].toolTip()
