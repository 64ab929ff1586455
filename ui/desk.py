"""What a page may use: commands, queries, and news of what changed; it sees nothing else of the program."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.account import Account
from ui.runner import Runner
from ui.texts import sentence_of
from village_desk.errors import Invalid, VillageDeskError
from village_desk.session import Changes, Session

if TYPE_CHECKING:
    from ui.filing import Filing
    from village_desk.store import Store

T = TypeVar("T")

Level = Literal["good", "plain", "attention", "danger"]
Failed = Callable[[VillageDeskError], None]
StickWork = Callable[["Store", Callable[[], bool]], T]
"""Writes or reads a stick; the second argument says whether to stop."""
ByStick = Callable[["StickWork[Any]", Callable[[Any], None], Callable[[Exception], None]], None]
Enrol = Callable[[str, str, Callable[[], None], Callable[[Exception], None]], None]


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence for the message bar. Good and plain ones leave by themselves, the others stay."""

    text: str
    level: Level = "plain"


class Desk(QObject):
    """Runs commands and queries of one signed-in user, and tells every page what they changed.

    Signals:
        changed: The `Changes` of a command or of a sync round, once each, on the GUI thread.
        told: A `Message` for the bar.
        opened: Kind, record id (bytes) and field name ("" for none): show this record, and lead to the field.
        went: Name of the page to show.
        receipts_asked: Kind and id of the record whose receipts are to be shown.
        chain_asked: Kind and id of the record whose whole story is to be shown.
        sync_asked: Send and receive now (F5).
        lock_asked: Cover the desk until the PIN is typed.
        linked: Id of the county's account that whoever is signed in works as from now on.
        synced: A sync round began, ended or failed; `syncing` says whether one runs.
        sync_moved: The round under way went on; `moved` are the changes sent and the rows received by it,
            `first` the records of a first sync that have come and those there are.
        stop_asked: End the round under way after its present step.
        pin_changed: The user has set another PIN.
        leaving: The program is about to close, lock or change user: keep what is typed now, with `do`.
    """

    changed = Signal(object)
    told = Signal(object)
    opened = Signal(str, object, str)
    went = Signal(str)
    receipts_asked = Signal(str, object)
    chain_asked = Signal(str, object)
    sync_asked = Signal()
    lock_asked = Signal()
    linked = Signal(object)
    synced = Signal()
    sync_moved = Signal()
    stop_asked = Signal()
    pin_changed = Signal()
    leaving = Signal()

    def __init__(self, session: Session, account: Account, runner: Runner, slow: Runner) -> None:
        """Make it from the session, who is signed in, the worker, and the worker for what takes long."""
        super().__init__()
        self.session = session
        self.account = account
        self._runner = runner
        self._slow = slow
        self.syncing = False
        self.moved = (0, 0)
        self.first = (0, 0)
        self._enrol: Enrol | None = None
        self._by_stick: ByStick | None = None
        self._far: Runner | None = None
        self._filing: Filing | None = None
        self._closed = False

    def filing(self) -> "Filing":
        """Return what files signed papers behind the window, made when it is first wanted."""
        if self._filing is None:
            from ui.filing import Filing  # noqa: PLC0415 - few starts need it

            self._filing = Filing(self)
        return self._filing

    def close(self) -> None:
        """Answer nobody any more: the pages that asked are gone. What was asked for is still done."""
        self._closed = True

    def _heard(self, done: Callable[[T], None]) -> Callable[[T], None]:
        return lambda answer: None if self._closed else done(answer)

    def do(
        self,
        command: Callable[[Session], Changes],
        done: Callable[[Changes], None] | None = None,
        failed: Failed | None = None,
        broken: Callable[[], None] | None = None,
    ) -> None:
        """Run a command on the worker; announce what it changed, then call `done`.

        `failed` hears of every refusal; one that is not `Invalid`, or that nobody else hears of, is told in
        the message bar as well. Bugs go to the exception hook; `broken` is called before it, for what must
        go on.
        """

        def announce(changes: Changes) -> None:
            if changes:
                self.changed.emit(changes)
            if done:
                done(changes)

        self._runner.run(
            lambda: command(self.session),
            self._heard(announce),
            lambda error: self._refused(error, failed, broken),
        )

    def ask(
        self, query: Callable[[Session], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Run a query on the worker and hand its answer to `done` on the GUI thread."""
        self._ask_on(self._runner, query, done, failed)

    def ask_slowly(
        self,
        query: Callable[[Session], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        broken: Callable[[], None] | None = None,
    ) -> None:
        """Ask as `ask` does, on another thread: for papers and backups, while saving goes on.

        `broken` is called before a bug goes to the exception hook, for what must go on.
        """
        self._ask_on(self._slow, query, done, failed, broken)

    def ask_far(
        self, query: Callable[[Session], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Ask as `ask` does, on the thread for what waits for the county: papers do not wait for it."""
        self._ask_on(self._far or self._slow, query, done, failed)

    def _ask_on(
        self,
        runner: Runner,
        query: Callable[[Session], T],
        done: Callable[[T], None],
        failed: Failed | None,
        broken: Callable[[], None] | None = None,
    ) -> None:
        runner.run(
            lambda: query(self.session),
            self._heard(done),
            lambda error: self._refused(error, failed, broken),
        )

    def ask_quietly(self, query: Callable[[Session], T], done: Callable[[T], None], failed: Failed) -> None:
        """Ask as `ask` does; a refusal is heard by `failed` alone."""

        def refused(error: Exception) -> None:
            if not isinstance(error, VillageDeskError):
                raise error
            self._heard(failed)(error)

        self._runner.run(lambda: query(self.session), self._heard(done), refused)

    def use_network(self, far: Runner) -> None:
        """Let `ask_far` run on `far`."""
        self._far = far

    def use_sticks(self, by_stick: ByStick) -> None:
        """Let `by_stick` be done by what syncs in the background: a round and a stick never meet."""
        self._by_stick = by_stick

    def by_stick(self, work: StickWork[T], done: Callable[[T], None], failed: Failed) -> None:
        """Write or read a stick between two rounds; `failed` hears of every refusal."""

        def refused(error: Exception) -> None:
            if not isinstance(error, VillageDeskError):
                raise error
            failed(error)

        if self._by_stick:
            self._by_stick(work, done, refused)

    def use_enrolment(self, enrol: Enrol) -> None:
        """Let `enrol` be done by what syncs in the background."""
        self._enrol = enrol

    def enrol(self, address: str, code: str, done: Callable[[], None], failed: Failed) -> None:
        """Make this desk a device of the county at `address` with its one-time code."""
        if self._enrol:
            self._enrol(address, code, done, lambda error: self._refused(error, failed))

    def tell(self, text: str, level: Level = "plain") -> None:
        """Show a sentence in the message bar."""
        self.told.emit(Message(text, level))

    def open_record(self, kind: str, record_id: bytes, field: str = "") -> None:
        """Show a record on its page, with the cursor in `field` if one is named."""
        self.opened.emit(kind, record_id, field)

    def go(self, page: str) -> None:
        """Show the page of this name."""
        self.went.emit(page)

    def _refused(
        self, error: Exception, failed: Failed | None, broken: Callable[[], None] | None = None
    ) -> None:
        if not isinstance(error, VillageDeskError):
            if broken and not self._closed:
                broken()
            raise error
        if self._closed:
            return
        if failed:
            failed(error)
        if not failed or not isinstance(error, Invalid):
            self.tell(sentence_of(error), "attention")
