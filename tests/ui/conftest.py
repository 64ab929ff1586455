"""Real desks on real files for the windows; only the cost of a guess is lowered, nothing is mocked."""

import gc

import pytest

from tools.practice_county import PracticeCounty
from village_desk import i18n

PASSWORD = "wu jiang zhen 77"
PIN = "2580"
VILLAGE = "620702101201"
CHEAP = (8 * 1024, 1, 1)


@pytest.fixture(autouse=True)
def _texts_are_chinese_here():
    i18n.use_language()


@pytest.fixture(autouse=True)
def _garbage_is_collected_here():
    """As in the program: a Qt object that a worker collects stops both threads for ever (`ui.garbage`)."""
    gc.disable()
    yield
    gc.collect()


@pytest.fixture
def qtbot(qtbot):
    """Qt's robot, which lets a window go only when its test is over.

    In the program a page lies in a window, which owns it. Without one it belongs to Python, and what holds it
    last may be a connection of a card on it: when the card ends, the page is destroyed inside the destructor
    of its own child, and then a second time.
    """
    kept, add = [], qtbot.addWidget

    def keep(widget, **more):
        kept.append(widget)
        add(widget, **more)

    qtbot.addWidget = keep
    return qtbot


@pytest.fixture(scope="session")
def look(qapp, tmp_path_factory):
    """The application as the program prepares it: bundled fonts, Chinese, light, 16 px."""
    from ui.app import prepared

    return prepared(tmp_path_factory.mktemp("look"))


@pytest.fixture
def home(tmp_path):
    """A folder with a desk of one village clerk, PIN set, closed."""
    from ui.account import Account
    from ui.opening import opened
    from village_desk import ids
    from village_desk.commands import setup
    from village_desk.keys import Owner
    from village_desk.keys.passwords import Cost

    folder = tmp_path / "home"
    owner = Owner(ids.new_id(), "[练习]王桂兰", "village_clerk")
    made = setup.create_desk(folder, VILLAGE, owner, PASSWORD, Cost(*CHEAP))
    desk = opened(folder, made.key, owner.user)
    Account(folder, made.key, owner.user).set_pin(desk.session, PIN)
    desk.session.store.close_connection()
    made.store.close_connection()
    (tmp_path / "recovery.txt").write_text(made.recovery)
    return folder


@pytest.fixture
def program(look, qtbot, home):
    """The program, started on `home`, showing the unlock page."""
    yield from _running(qtbot, home)


@pytest.fixture
def fresh_program(look, qtbot, tmp_path):
    """The program, started where no desk is yet."""
    yield from _running(qtbot, tmp_path / "nothing here")


@pytest.fixture
def at_work(program, qtbot):
    """The program with the clerk signed in, on the first page."""
    program.gate.password.edit.setText(PASSWORD)
    program.gate.open_button.click()
    qtbot.waitUntil(lambda: program.working is not None, timeout=10_000)
    return program


@pytest.fixture
def frame(qtbot, at_work):
    """The frame of its window, which has the keyboard."""
    at_work.window.activateWindow()
    qtbot.waitUntil(at_work.window.isActiveWindow, timeout=5_000)
    return at_work.working.frame


@pytest.fixture
def desk(at_work):
    """The desk of the clerk."""
    return at_work.working.desk


def _running(qtbot, folder):
    import sys

    from ui.app import Program

    hook = sys.excepthook
    program = Program(folder)
    sys.excepthook = hook  # bugs fail the test instead of showing the crash page
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.gate is not None, timeout=10_000)
    yield program
    program.window.close()


@pytest.fixture
def county(tmp_path):
    """A practice county in a process of its own, with nothing in it."""
    made = PracticeCounty(tmp_path / "county")
    made.create()
    made.start()
    yield made
    made.stop()


@pytest.fixture
def room(look, qtbot, tmp_path):
    """A room's desk with a clerk at it, enrolled with a county that only a test speaks for."""
    from tests.ui.rooms import room

    made, close = room(tmp_path)
    yield made
    close()
