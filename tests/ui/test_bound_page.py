"""The bound dossier on its page: one case at a time, nothing left lying about, nothing written by looking."""

import threading

import pytest

from tests.ui.conftest import PIN
from tests.ui.hands import asked
from tests.ui.test_dossier_card import made_by
from tests.village_desk import cases
from ui.pages import bound as bound_page
from ui.printing import save_pdf
from village_desk import ids
from village_desk.commands import reviews
from village_desk.kinds import KINDS
from village_desk.queries import records
from village_desk.session import Actor, Session


@pytest.fixture
def case(qtbot, desk):
    """A finished case."""
    return made_by(qtbot, desk, cases.finished)


@pytest.fixture
def page(qtbot, frame):
    """The page, seen and empty."""
    frame.show_page("mediation")
    stack = frame.page("mediation")
    stack.setCurrentWidget(stack.bound)
    return stack.bound


@pytest.fixture
def files(monkeypatch):
    """All files that were bound."""
    made, bind = [], bound_page._bound

    def kept(session, case_id):
        made.append(bind(session, case_id))
        return made[-1]

    monkeypatch.setattr(bound_page, "_bound", kept)
    return made


def ready(qtbot, page):
    qtbot.waitUntil(page.print_button.isEnabled, timeout=20_000)


def closed(qtbot, files):
    qtbot.waitUntil(lambda: all(file.closed for _bound, file in files), timeout=10_000)


def contents(qtbot, desk, case):
    kind = KINDS["dossier_paper"]
    return asked(qtbot, desk, lambda session: records.linked(session, kind, case.one("dossier")))


def sheets(qtbot, desk, page):
    wanted = [one.sheet_id for one in page._bound.fresh]
    return asked(qtbot, desk, lambda session: [session.store.row("sheet", one) is not None for one in wanted])


def test_two_dossiers_asked_for_at_once_never_mix(qtbot, desk, page, case, files):
    other = made_by(qtbot, desk, cases.begun)
    made_by(qtbot, desk, lambda session: _with_dossier(session, other))
    page.bind_case(case.case)
    page.bind_case(other.case)
    ready(qtbot, page)
    assert page._bound.dossier_id == other.one("dossier")
    assert page.list.count() == len(page._stretches)
    assert [file.closed for _bound, file in files] == [True, False]


def _with_dossier(session, made):
    cases.add(session, made, "dossier", cases.DOSSIER)
    return made


def test_nothing_is_held_of_a_dossier_nobody_looks_at_and_it_is_bound_anew_when_seen_again(
    at_work, qtbot, desk, page, case, files
):
    page.bind_case(case.case)
    ready(qtbot, page)
    at_work.lock()
    assert page.list.count() == 0
    closed(qtbot, files)
    at_work.gate.tried.emit(PIN)
    qtbot.waitUntil(lambda: at_work.gate is None, timeout=10_000)
    ready(qtbot, page)
    assert page.list.count() > 0
    page.back.emit()
    closed(qtbot, files)
    assert len(files) == 2


def test_looking_writes_nothing_and_what_goes_out_keeps_its_contents(qtbot, desk, page, case, tmp_path):
    page.bind_case(case.case)
    ready(qtbot, page)
    assert contents(qtbot, desk, case) == []
    page.note_printed()
    qtbot.waitUntil(lambda: bool(contents(qtbot, desk, case)), timeout=5_000)
    assert contents(qtbot, desk, case)[0].values["title"] == "人民调解申请书"


def test_contents_that_lack_a_file_are_not_kept(qtbot, desk, page, case):
    agreement = case.one("agreement")
    made_by(qtbot, desk, lambda s: _also(case, cases.picture(s, "agreement", agreement, b"no picture")))
    page.bind_case(case.case)
    ready(qtbot, page)
    assert page._bound.left_out == 1
    page.note_printed()
    qtbot.waitUntil(lambda: all(sheets(qtbot, desk, page)), timeout=5_000)
    assert contents(qtbot, desk, case) == []


def _also(case, _made):
    return case


def test_an_approved_case_is_printed_and_stands_as_it_was_approved(qtbot, desk, page, case):
    made_by(qtbot, desk, lambda session: _approved(session, case))
    told = []
    desk.told.connect(told.append)
    page.bind_case(case.case)
    ready(qtbot, page)
    page.note_printed()
    qtbot.waitUntil(lambda: bool(told), timeout=5_000)
    assert [one.level for one in told] == ["good"]
    assert all(sheets(qtbot, desk, page))
    assert contents(qtbot, desk, case) == []


def _approved(session, case):
    submission = ids.new_id()
    reviews.submit(session, "mediation_case", case.case, submission)
    head = Actor(ids.new_id(), "[练习]李建国", "station_head", b"", ("620702101",))
    other = Session(session.store, head, session.profile, session.clock)
    reviews.review(other, submission, ids.new_id(), "approved", [])
    return case


def test_nothing_is_printed_while_it_is_saved(qtbot, page, case, tmp_path, monkeypatch):
    page.bind_case(case.case)
    ready(qtbot, page)
    go_on = threading.Event()

    def slow(path, pdf):
        go_on.wait(10)
        save_pdf(path, pdf)

    monkeypatch.setattr(bound_page, "save_pdf", slow)
    page.save_file(tmp_path / "dossier.pdf")
    page.list.setCurrentRow(1)
    assert not page.print_button.isEnabled()
    go_on.set()
    ready(qtbot, page)
    assert (tmp_path / "dossier.pdf").exists()
    page.save_file(tmp_path)  # a folder: cannot be written
    assert not page.print_button.isEnabled()
    ready(qtbot, page)
