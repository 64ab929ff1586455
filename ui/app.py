"""Where the program is put together: fonts, language, theme, window, desk; and the ways between them.

One rule makes the start quick (docs/decisions/0009): the window comes first, then the page that asks for the
password; what needs no key is done while somebody types and the key is computed, by `_without_key`. So the
top of this module imports only what stands before the password.
"""

import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from ui import crash, owners, preferences, theme, translation
from ui.garbage import Collector
from ui.gates.unlock import UnlockPage
from ui.main_window import MainWindow
from ui.runner import Runner
from village_desk import paths
from village_desk.errors import VillageDeskError

if TYPE_CHECKING:
    from ui.closed import Apart
    from ui.gates.first_start import FirstAnswers, FirstStartPage
    from ui.gates.lock import LockPage
    from ui.opening import Closed, Opened
    from ui.working import Working
    from village_desk.keys import DataKey, Owner
    from village_desk.store import Store

_LOOK_AT_CLOCKS_MS = 20_000
_COLLECT_AFTER_MS = 10_000
"""After the start, until garbage is collected (see `village_desk.__main__.begin`)."""
SLEPT_SECONDS = 60
"""A jump of the clock against the time this program has lived: the PC was asleep, its memory on the disk."""
LONGEST_LOCK_HOURS = 4
"""After so long under lock the key is dropped and the password is asked again (design §7)."""


class Program(QObject):
    """The one window and what it shows: first start, unlock, work, lock. Owns the worker."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.window = MainWindow()
        self.runner = Runner()
        self.working: Working | None = None
        self.gate: QWidget | None = None
        self._apart: Apart | None = None
        self._advice = ""
        self._readying = _without_key()
        self._lock_timer = QTimer(self)
        self._lock_timer.setSingleShot(True)
        self._lock_timer.timeout.connect(self.drop_key)
        self._clocks = (time.time(), time.monotonic())
        self._sleep_timer = QTimer(self)
        self._sleep_timer.timeout.connect(lambda: self.look_at_clocks(time.time(), time.monotonic()))
        self._sleep_timer.start(_LOOK_AT_CLOCKS_MS)
        self.window.idle.connect(self.lock)
        self.window.closing.connect(self.close)
        crash.install(self._tell, self._crashed)

    def start(self, opener: "tuple[DataKey, bytes] | None" = None) -> None:
        """Show the window: the unlock page, or on a fresh PC the first start.

        With an `opener`, the key of the file and the user, nobody is asked: a practice room was just made.
        """
        self.window.show()
        QTimer.singleShot(_COLLECT_AFTER_MS, self, lambda: Collector(self))
        if opener:
            self._open_at_once(*opener)
            return
        self.runner.run(lambda: owners.owners(self.folder), self._show_gate, self._could_not_start)

    def _open_at_once(self, key: "DataKey", user: bytes) -> None:
        from ui import opening  # noqa: PLC0415 - see the top

        while next(self._readying, False):
            pass
        self.runner.run(lambda: opening.opened(self.folder, key, user), self._work, self._could_not_start)

    # ------------------------------------------------------------ gates

    def _show_gate(self, found: "list[Owner]") -> None:
        self._show_unlock(found) if found else self._show_first_start()
        QTimer.singleShot(0, self, self._get_ready)

    def _get_ready(self) -> None:
        """Do the next thing that needs no key; keys and mouse are heard after each."""
        if next(self._readying, False):
            QTimer.singleShot(0, self, self._get_ready)

    def _show_first_start(self) -> None:
        from ui.gates.first_start import FirstStartPage  # noqa: PLC0415 - see the top

        page = FirstStartPage()
        page.answered.connect(lambda answers: self._create(page, answers))
        self._show(page)

    def _create(self, page: "FirstStartPage", answers: "FirstAnswers") -> None:
        from ui import opening  # noqa: PLC0415 - see the top

        def made(result: "tuple[Opened, str]") -> None:
            opened, recovery = result
            page.finished.connect(lambda: self._begin(opened, answers))
            page.show_recovery(recovery)

        self.runner.run(lambda: opening.create(self.folder, answers), made, self._to(page.show_error))

    def _begin(self, opened: "Opened", answers: "FirstAnswers") -> None:
        self._work(opened)
        if answers.code and self.working:
            self.working.enrol(answers.county_address, answers.code)

    def _show_unlock(self, found: "list[Owner]") -> None:
        page = UnlockPage("", found)
        failed = self._to(page.show_error)

        def unlock(user: bytes, password: str) -> None:
            self.runner.run(
                lambda: owners.unlock(self.folder, user, password), lambda key: open_file(key, user), failed
            )

        def recover(typed: str, user: bytes, password: str) -> None:
            self.runner.run(
                lambda: owners.recover(self.folder, typed, user, password),
                lambda key: open_file(key, user),
                failed,
            )

        def open_file(key: "DataKey", user: bytes) -> None:
            from ui import opening  # noqa: PLC0415 - see the top

            while next(self._readying, False):
                pass
            self.runner.run(lambda: opening.opened(self.folder, key, user), self._work, failed)

        def ask_help(path: Path) -> None:
            self.runner.run(
                lambda: owners.ask_help(self.folder, path),
                lambda _none: page.help_card.saved() if page.help_card else None,
                failed,
            )

        def take_help(path: Path, user: bytes, password: str) -> None:
            def helped(key: "DataKey") -> None:
                self._advice = page.help_card.advice() if page.help_card else ""
                open_file(key, user)

            self.runner.run(lambda: owners.take_help(self.folder, path, user, password), helped, failed)

        page.unlock_asked.connect(unlock)
        page.recover_asked.connect(recover)
        page.help_asked.connect(ask_help)
        page.help_answered.connect(take_help)
        self._show(page)

    def _could_not_start(self, error: Exception) -> None:
        if not isinstance(error, VillageDeskError):
            raise error
        self._show_notice(error)

    def _show_notice(self, error: VillageDeskError) -> None:
        from ui.gates.notice import NoticePage  # noqa: PLC0415 - see the top
        from ui.texts import sentence_of  # noqa: PLC0415 - as above

        self._show(NoticePage(sentence_of(error), self.start, self.window.close))

    def _to(self, show: Callable[[VillageDeskError], None]) -> Callable[[Exception], None]:
        """Return what hands errors made for people to `show`, and bugs to the exception hook."""

        def failed(error: Exception) -> None:
            if not isinstance(error, VillageDeskError):
                raise error
            show(error)

        return failed

    def _show(self, gate: QWidget) -> None:
        self.gate = gate
        self.window.show_widget(gate, drop_others=True)

    # ------------------------------------------------------------ work, lock, switch

    def _work(self, opened: "Opened | Closed") -> None:
        from ui.opening import Closed  # noqa: PLC0415 - see the top

        self._end_apart()
        if isinstance(opened, Closed):
            self._show_closed(opened)
            return
        from ui.working import Working  # noqa: PLC0415 - see the top

        self.working = Working(opened, self.runner)
        self.working.frame.lock_asked.connect(self.lock)
        self.working.shut.connect(self._shut)
        self.window.show_practice(practice=self.working.practice)
        self.window.show_widget(self.working.frame, drop_others=True)
        self.gate = None
        self.window.watch_idle(preferences.load(self.folder).idle_minutes)
        self.working.start()
        if self._advice:
            self.working.desk.tell(self._advice, "attention")
            self._advice = ""

    def _shut(self, closed: "Closed") -> None:
        """Close the desk under whoever works: what is typed is kept, and the sync goes on."""
        if self.gate is not None:  # locked: perhaps nobody is there, and the password is asked first
            self.drop_key()
            return
        if self.working is not None:
            working, self.working = self.working, None
            working.close()
        self.window.put_aside()
        self.window.watch_idle(0)
        self._show_closed(closed)

    def _show_closed(self, closed: "Closed") -> None:
        from ui.closed import Apart  # noqa: PLC0415 - see the top

        self._apart = Apart(closed, self.runner)
        self._apart.opened.connect(self._work)
        self._apart.reopened.connect(self.drop_key)
        self._apart.page.switch_asked.connect(self.drop_key)
        self._show(self._apart.page)
        self._apart.start()

    def _end_apart(self) -> "Store | None":
        apart, self._apart = self._apart, None
        return apart.close() if apart else None

    def lock(self) -> None:
        """Cover the work; drafts are kept, sync goes on (F12, or after the idle time)."""
        if self.working is None or self.gate is not None:
            return
        self.working.keep_drafts()
        from ui.gates.lock import LockPage  # noqa: PLC0415 - see the top

        page = LockPage(self.working.desk.session.actor.name, pin=self.working.has_pin)
        page.tried.connect(lambda secret: self._try_unlock(page, secret))
        page.switch_asked.connect(self.drop_key)
        self.gate = page
        self.window.put_aside()
        self.window.show_widget(page)
        self.window.watch_idle(0)
        self._lock_timer.start(LONGEST_LOCK_HOURS * 3_600_000)

    def _try_unlock(self, page: "LockPage", secret: str) -> None:
        working = self.working
        if working is None:
            return

        def tried(words: str) -> None:
            if not words:
                self._uncover(page)
            elif working.spent:
                self.drop_key()
            else:
                page.refused(words)

        working.try_unlock(secret, tried)

    def _uncover(self, page: "LockPage") -> None:
        if self.working is None:
            return
        self._lock_timer.stop()
        self.gate = None
        self.window.show_widget(self.working.frame)
        self.window.drop(page)
        self.window.bring_back()
        self.window.watch_idle(preferences.load(self.folder).idle_minutes)

    def drop_key(self) -> None:
        """Close the file and ask who is working; drafts were kept, each user finds their own again."""
        self._lock_timer.stop()
        self.window.watch_idle(0)
        self._end_work()
        if left := self._end_apart():
            self.runner.run(left.close_connection)
        self.runner.run(lambda: owners.owners(self.folder), self._show_gate, self._could_not_start)

    def look_at_clocks(self, wall: float, lived: float) -> None:
        """Drop the key when the PC slept since the last look; both clocks in seconds."""
        before, self._clocks = self._clocks, (wall, lived)
        slept = (wall - before[0]) - (lived - before[1])
        if slept > SLEPT_SECONDS and self.working is not None:
            self.drop_key()

    def _end_work(self) -> None:
        self.window.put_aside()
        if self.working is not None:
            working, self.working = self.working, None
            working.close()
            self.runner.run(working.desk.session.store.close_connection)

    def close(self) -> None:
        """Keep what is typed, end sync, close the file."""
        working, self.working = self.working, None
        if working is not None:
            working.close()
        left = working.desk.session.store if working else self._end_apart()
        self.runner.close(left.close_connection if left else None)

    # ------------------------------------------------------------ errors nobody else hears of

    def _tell(self, error: VillageDeskError) -> None:
        if self.working is not None:
            self.working.tell(error)
        else:
            self._show_notice(error)

    def _crashed(self, report: str) -> None:
        if self.working is not None:
            self.working.keep_drafts()
        before = self.window.stack.currentWidget()
        if isinstance(before, crash.CrashPage):
            return  # one fault often brings others; the first report is the one that helps

        def go_on() -> None:
            self.window.show_widget(before)
            self.window.drop(page)

        page = crash.CrashPage(report, go_on, self.window.close)
        self.window.show_widget(page)


def _without_key() -> Iterator[bool]:
    """Do all that needs no key and that the first page needs; yield True after each piece of some ten ms."""
    theme.load_more_fonts()
    yield True
    QApplication.style()  # PySide learns the style when it is first asked for, which any change of look does
    yield True
    from ui import opening  # noqa: PLC0415 - see the top

    yield True
    from ui import working  # noqa: F401, PLC0415 - as above

    yield True
    from ui.pages import today  # noqa: F401, PLC0415 - as above

    yield True
    opening.get_ready()
    yield True


def main(folder: Path | None = None, opener: "tuple[DataKey, bytes] | None" = None) -> int:
    """Open the window and return the exit status when it is closed.

    `folder` is that of the desk file; without it the user's data folder. For an `opener` see `Program.start`.
    """
    application = prepared(folder or paths.data_folder())
    program = Program(folder or paths.data_folder())
    QShortcut(QKeySequence("Ctrl+Q"), program.window).activated.connect(program.window.close)
    told = _close_on_signal(program.window)
    program.start(opener)
    status = application.exec()
    signal.set_wakeup_fd(-1)
    told.close()
    return status


def _close_on_signal(window: MainWindow) -> "socket.socket":
    """Close the window properly when the session ends; Python alone would not notice while Qt waits.

    Returns:
        The end that signals write to. Who drops it closes the window: the other end hears that too.
    """
    heard, told = socket.socketpair()
    told.setblocking(False)
    signal.set_wakeup_fd(told.fileno())
    notifier = QSocketNotifier(heard.fileno(), QSocketNotifier.Type.Read, window)

    def close() -> None:
        heard.recv(1)
        window.close()

    notifier.activated.connect(close)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: None)
    return told


def prepared(folder: Path) -> QApplication:
    """Return the application with fonts, language and theme, made if there is none yet."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        # Given here, the style is not handed to Python, which would first learn all of QStyle.
        application = QApplication([*sys.argv[:1], "-style", "Fusion"])
    application.setApplicationName("Village Desk")
    theme.load_font()
    translation.install(application)
    theme.apply(application, preferences.load(folder).theme())
    return application
