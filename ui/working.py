"""One user at work: the desk, the frame and the sync behind it, from unlocking to closing the file."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui import opening, preferences
from ui.background import Background
from ui.catching_up import CatchingUp
from ui.desk import Desk
from ui.opening import Closed, Opened
from ui.pages import pages_for
from ui.runner import Runner
from ui.status import status_text
from ui.texts import kind_text, sentence_of
from ui.widgets.frame import Frame
from village_desk.commands import official_numbers
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.profile import Profile, renewal
from village_desk.queries import closed, outbox
from village_desk.queries.outbox import Outbox
from village_desk.roles import role_text
from village_desk.sentences import sentence
from village_desk.session import Changes, Session
from village_desk.store import indexing

_ADDED = N_("working", "New fields: {fields}.")
_GONE = N_("working", "Fields no longer used: {fields}; what stands in them stays with the record.")
_SHEETS = N_("working", "Other sheets: {fields}.")
_TRIES_LEFT = N_("lock", "That is not the PIN; {count} tries left.")
PRACTICE = "practice"
"""State of the desk file that says its people are invented."""


class Working(QObject):
    """What lives while a user is signed in; `close` ends it in the right order.

    Signals:
        shut: The desk may not be worked at any more: an `opening.Closed`.
    """

    shut = Signal(object)

    def __init__(self, opened: Opened, runner: Runner) -> None:
        super().__init__()
        session = opened.session
        self._pin = opened.pin
        self._held: Outbox | None = None
        self._slow = Runner(name="slow")
        self.desk = Desk(session, opened.account, runner, self._slow)
        self._far = Runner(name="far")
        self.desk.use_network(self._far)
        self.background = Background(session.store)
        self.catching_up = CatchingUp(session.store)
        self.practice = session.store.text_state(PRACTICE) == "1"
        unit = opening.unit_lines(session.store)
        self.frame = Frame(self.desk, unit, _person(session), pages_for(*session.actor.roles))
        self._connect()

    def _connect(self) -> None:
        desk, background = self.desk, self.background
        desk.changed.connect(self._changed)
        desk.sync_asked.connect(background.sync_now)
        self.frame.sync_asked.connect(background.sync_now)
        desk.use_enrolment(self._enrol)
        desk.use_sticks(background.by_stick)
        desk.linked.connect(self._link)
        desk.pin_changed.connect(self.refresh_pin)
        background.changed.connect(desk.changed)
        background.moved.connect(self._sync_moved)
        background.went_on.connect(self._sync_went_on)
        background.first_went_on.connect(self._first_went_on)
        desk.stop_asked.connect(background.stop)

    def start(self) -> None:
        """Show the first page, count, and begin to sync; warn before the desk closes for want of contact."""
        self.frame.show_page("today")
        self.background.start()
        self.desk.ask(lambda session: indexing.unfinished(session.store), self._catch_up)
        self.refresh_status()
        self.frame.count_soon()
        if preferences.load(self.desk.account.folder).scan_folder:
            self.desk.filing().watch()
        self.desk.ask(
            lambda session: closed.days_left(session.store, session.profile, session.now()), self._warn
        )

    def _catch_up(self, unfinished: bool) -> None:
        if unfinished:
            self.catching_up.look()

    def _warn(self, days: int | None) -> None:
        if days is not None and days <= closed.WARN_DAYS:
            self.desk.tell(sentence("gate.lapsing", {"days": days}), "attention")

    # ------------------------------------------------------------ sync and its line

    def _changed(self, _changes: Changes) -> None:
        self.background.soon()
        self.refresh_status()

    def _first_went_on(self, got: int, total: int) -> None:
        self.desk.first = (got, total)
        self.catching_up.look()
        self._sync_went_on(*self.desk.moved)

    def _sync_went_on(self, sent: int, received: int) -> None:
        self.desk.moved = (sent, received)
        self.desk.sync_moved.emit()
        if self._held is not None and self.desk.syncing:
            self._show_status((self._held, self.desk.session.now()))

    def _look_again(self) -> None:
        """After a round: what this person may do here may have changed, or the desk be closed to them."""
        account = self.desk.account

        def look(session: Session) -> Opened | Closed:
            account.keep_rescue(session.store)
            return opening.looked_at(session.store, account, at_work=True)

        self.desk.ask(look, self._looked)

    def _looked(self, found: Opened | Closed) -> None:
        if isinstance(found, Closed):
            self.shut.emit(found)
            return
        mine, now = self.desk.session, found.session
        renewed = (now.profile.id, now.profile.version) != (mine.profile.id, mine.profile.version)
        if renewed or now.actor != mine.actor:
            self.desk.session = now
        if renewed:
            self.frame.renew_pages()
            words = self.tr(
                "The county has published new lists and rules (version {version}); what you open from now on "
                "goes by them."
            )
            said = [words.format(version=now.profile.version), *_differences(mine.profile, now.profile)]
            if now.profile.notes:
                said.append(self.tr("The county says: {notes}").format(notes=now.profile.notes))
            self.desk.tell(" ".join(said))
        if now.actor != mine.actor:
            self.frame.nav.show_person(_person(now))
            self.desk.synced.emit()

    def _sync_moved(self) -> None:
        if self.background.state == "idle" and self.background.heard:
            self._look_again()
            self.desk.do(official_numbers.add)
        self.desk.syncing = self.background.state == "busy"
        self.desk.moved = self.desk.first = (0, 0)
        self.desk.synced.emit()
        self.refresh_status()
        self.frame.refresh_counts()

    def refresh_status(self) -> None:
        """Ask where the desk stands and say so in the bottom line."""
        self.desk.ask(lambda session: (outbox.status(session), session.now()), self._show_status)

    def _show_status(self, answer: tuple[Outbox, int]) -> None:
        held, now = answer
        self._held = held
        words = status_text(held, now, busy=self.desk.syncing, moved=self.desk.moved, first=self.desk.first)
        self.frame.status.show_state(*words)

    def enrol(self, address: str, code: str) -> None:
        """Connect with the county in the background; whether it worked is told in the message bar."""
        self.desk.enrol(address, code, self.refresh_status, lambda _error: None)

    def _enrol(
        self, address: str, code: str, done: Callable[[], None], failed: Callable[[Exception], None]
    ) -> None:
        def enrolled() -> None:
            done()
            self._link(b"")

        self.background.enrol(address, code, enrolled, failed)

    def _link(self, county_user: bytes) -> None:
        """Work as the county's account from now on: the one named, or that of the same name."""
        account = self.desk.account

        def linked(session: Session) -> None:
            self.desk.session = session
            self.frame.nav.show_person(_person(session))
            self.refresh_status()
            self.desk.synced.emit()

        self.desk.ask(lambda session: opening.link(session, account, county_user), linked)

    def tell(self, error: VillageDeskError) -> None:
        """Show an error made for people in the message bar."""
        self.desk.tell(sentence_of(error), "attention")

    # ------------------------------------------------------------ lock

    @property
    def has_pin(self) -> bool:
        """Whether a PIN re-opens the locked screen."""
        return self._pin is not None and not self._pin.spent

    @property
    def spent(self) -> bool:
        """Whether the five tries are used up: only the password helps now."""
        return self._pin is not None and self._pin.spent

    def keep_drafts(self) -> None:
        """Let every editor hand over what is typed; the worker keeps it before anything else runs."""
        self.desk.leaving.emit()

    def try_unlock(self, secret: str, tried: Callable[[str], None]) -> None:
        """Try the PIN, or without one the password; `tried` gets "" or why it was refused."""
        account = self.desk.account

        def work(_session: Session) -> str:
            pin = self._pin  # looked at here, after a change of it that is still on its way
            if pin is None:
                account.check_password(secret)
                return ""
            if pin.opens(secret):
                return ""
            return translated("lock", _TRIES_LEFT).format(count=pin.tries_left)

        def refused(error: VillageDeskError) -> None:
            tried(sentence_of(error))

        self.desk.ask_quietly(work, tried, refused)

    def refresh_pin(self) -> None:
        """Take the PIN the user has just set."""
        account = self.desk.account

        def take(session: Session) -> None:
            self._pin = account.pin_lock(session)

        self.desk.ask(take, lambda _none: None)

    def close(self) -> None:
        """Keep drafts, end sync, close the connections but the worker's, which its runner closes."""
        self.keep_drafts()
        self.background.close()
        self.catching_up.close()
        self._far.close(self.desk.session.store.close_connection, wait=False)  # it may hang on a network
        self._slow.close(self.desk.session.store.close_connection)
        self.desk.close()


def _differences(before: Profile, after: Profile) -> list[str]:
    """Return in sentences what whoever types will find different."""
    import forms  # noqa: PLC0415 - few starts meet a new profile

    renewed = renewal(before, after)
    of_kinds = {
        text: "、".join(f"{kind_text(kind)}·{name}" for kind, name in found)
        for text, found in ((_ADDED, renewed.added), (_GONE, renewed.gone))
    }
    titles = (forms.load(form, profile=after).title for form in renewed.sheets)
    said = of_kinds | {_SHEETS: "、".join(titles)}
    return [translated("working", text).format(fields=names) for text, names in said.items() if names]


def _person(session: Session) -> str:
    return " · ".join((session.actor.name, *map(role_text, session.actor.roles)))
