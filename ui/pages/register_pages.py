"""The registers of the room that have more than a list: satisfaction, complaints, volunteers, the board."""

from functools import partial

from PySide6.QtGui import QShowEvent

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.satisfaction_counts import CountsCard
from ui.satisfaction_screen import SatisfactionScreen
from ui.widgets.cards import Card, clear, column
from ui.widgets.labels import label
from ui.widgets.panels import Link
from village_desk import ids
from village_desk.commands import catalogue
from village_desk.commands import satisfaction as answering
from village_desk.kinds import Values
from village_desk.queries import boards, units, volunteers
from village_desk.queries import satisfaction as counting
from village_desk.queries.records import Record
from village_desk.session import Changes

Titles = tuple[str, str, str]


class SatisfactionPage(RecordsPage):
    """Answers of villagers: given on the screen or typed from paper; what is shown of them is counts."""

    def __init__(self, desk: Desk, titles: Titles) -> None:
        super().__init__(desk, counting.KIND, titles)
        self.turned: SatisfactionScreen | None = None
        self.counts = CountsCard(desk.session.profile)
        self.list.list.hide()
        self.list.new_button.show_text(self.tr("Type in a paper sheet"))
        self.turn_button = self.list.add_button(
            self.tr("Turn the screen to the villager"), self.ask_villager, "fa6s.face-smile"
        )
        self.blank_button = self.list.add_button(
            self.tr("Print blank sheets"), self._print_blank, "fa6s.print"
        )
        layout = self.list.layout()
        if layout is not None:
            layout.addWidget(self.counts)
        desk.changed.connect(self._heard)

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew: while the villager's screen was up nobody saw this page."""
        super().showEvent(event)
        self._count()

    def _heard(self, changes: Changes) -> None:
        if self.isVisible() and any(kind == counting.KIND for kind, _id in changes):
            self._count()

    def _count(self) -> None:
        self._desk.ask(counting.summary, self.counts.show_summary)

    def _print_blank(self) -> None:
        self.preview.blank_button.setChecked(True)
        self.preview.open_papers(counting.KIND, ids.new_id())
        self.setCurrentWidget(self.preview)

    def ask_villager(self) -> SatisfactionScreen:
        """Show the villager's screen on the whole of it, lock the desk behind, and return that screen."""
        session = self._desk.session
        room = session.store.text_state("unit_name")
        screen = self.turned = SatisfactionScreen(session.profile, room, self)
        screen.answered.connect(self._keep)
        screen.closed.connect(self._closed)
        screen.showFullScreen()
        self._desk.lock_asked.emit()
        return screen

    def _keep(self, values: Values) -> None:
        self._desk.do(lambda session: answering.answer(session, values))

    def _closed(self) -> None:
        if self.turned is not None:
            self.turned.deleteLater()
            self.turned = None


class ComplaintsPage(RecordsPage):
    """Complaints; whom one is about is asked first, because it decides who reads it."""

    def __init__(self, desk: Desk, titles: Titles) -> None:
        super().__init__(desk, "complaint", titles)
        self.above_button = self.list.add_button(
            self.tr("Complaint about the station"), self._begin_above, "fa6s.user-shield"
        )
        self.above_button.setToolTip(
            self.tr("It goes to the county; the station never reads it, nor its papers and pictures.")
        )

    def _begin_above(self) -> None:
        self.begin("complaint", {"about": "station"})


class CataloguePage(RecordsPage):
    """The catalogue of services; whoever writes it may begin with the services every county has."""

    def __init__(self, desk: Desk, titles: Titles) -> None:
        super().__init__(desk, catalogue.ENTRY, titles)
        self.begin_button = self.list.add_button(
            self.tr("Enter the usual services"), lambda: desk.do(catalogue.begin), "fa6s.list-check"
        )
        self.begin_button.setVisible(not self.list.new_button.isHidden())


class VolunteersPage(RecordsPage):
    """Volunteers, with the time each has served added up."""

    def __init__(self, desk: Desk, titles: Titles) -> None:
        super().__init__(desk, volunteers.VOLUNTEER, titles)
        self.sum_card = Card()
        self.sum_words = label("", wrap=True)
        self.sum_card.body.addWidget(self.sum_words)

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; that of a volunteer says how long they have served."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == volunteers.VOLUNTEER:
            page.add_card(self.sum_card)
            page.refreshed.connect(partial(self._add_up, page))
        return page

    def _add_up(self, page: RecordPage) -> None:
        found = page.sight.children.get(volunteers.SERVICE, []) if page.sight else []
        services = [one.values for one in found]
        hours = volunteers.hours_text(volunteers.minutes(services))
        words = self.tr("Served {count} times, {hours} hours in all. The certificate says so (F8).")
        text = words.format(count=len(services), hours=hours)
        long_days = volunteers.long_days(services)
        if long_days:
            days = "、".join(day.isoformat() for day in long_days)
            more = self.tr("More than eight hours on one day: {days}. Please look again.")
            text = f"{text}\n{more.format(days=days)}"
        self.sum_words.setText(text)
        self.sum_card.setVisible(bool(services))


_TOLD = ("adviser", "name", "firm", "unit", "phone")
"""What tells who somebody on the board is: of a contract, or of an entry."""


class BoardsPage(RecordsPage):
    """The notice board: what the room says of itself, and who stands on it."""

    def __init__(self, desk: Desk, titles: Titles) -> None:
        super().__init__(desk, boards.BOARD, titles)
        self.card = Card(self.tr("Who stands on the board"))
        self.links: list[Link] = []
        self.words = label("", "small", wrap=True)
        self._lines = column(2)
        self.card.body.addWidget(self.words)
        self.card.body.addLayout(self._lines)

    def begin(self, kind: str, values: Values) -> None:
        """Begin a board with what the desk knows of its room."""
        known = units.board(self._desk.session) if kind == boards.BOARD else {}
        super().begin(kind, {**known, **values})

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; that of a board shows who stands on it."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == boards.BOARD:
            page.add_card(self.card)
            page.refreshed.connect(partial(self._look, page))
        return page

    def _look(self, page: RecordPage) -> None:
        board = page.sight.record if page.sight else None

        def show(found: tuple[dict[str, list[Record]], list[Record]]) -> None:
            serving, changed = found
            self._show([one for kind in boards.LISTED for one in serving[kind]], bool(changed))

        self._desk.ask(
            lambda session: (
                boards.serving(session),
                boards.changed_since_posted(session, board) if board else [],
            ),
            show,
        )

    def _show(self, serving: list[Record], changed: bool) -> None:
        clear(self._lines)
        self.links = []
        for one in serving:
            text = "　".join(str(one.values[name]) for name in _TOLD if one.values.get(name))
            self.links.append(Link(text, partial(self._desk.open_record, one.kind, one.id)))
            self._lines.addWidget(self.links[-1])
        words = self.tr(
            "They come from the advisers' contracts, the directory (entries marked for the board) and the "
            "register of mediators; mend them there."
        )
        stale = self.tr(
            "Somebody was changed after the board was put up. Print it anew and write the new day."
        )
        self.words.setText(f"{stale}\n{words}" if changed else words)


class OwnRoomPage(RecordsPage):
    """Profiles of units, or rules on the wall: a new one begins with the name of the room."""

    def __init__(self, desk: Desk, titles: Titles, kind: str) -> None:
        super().__init__(desk, kind, titles)

    def begin(self, kind: str, values: Values) -> None:
        """Begin with the name of the room, as papers have it."""
        session = self._desk.session
        room = units.name(session, session.store.unit_scope)
        super().begin(kind, {units.NAMED[kind]: room, **values} if room and kind in units.NAMED else values)


_ENOUGH = 3


class LawAwarePage(RecordsPage):
    """Law-aware persons, with how many are in office."""

    def __init__(self, desk: Desk, titles: Titles) -> None:
        super().__init__(desk, "law_aware_person", titles)
        self.in_office = label("", "small")
        self.list.beside.addWidget(self.in_office)
        self._count()

    def refresh(self) -> None:
        """Ask anew."""
        super().refresh()
        self._count()

    def go_back(self) -> None:
        """Go back, and count anew."""
        super().go_back()
        self._count()

    def _count(self) -> None:
        def show(count: int) -> None:
            words = self.tr("{count} in office; a village needs at least {enough}")
            self.in_office.setText(words.format(count=count, enough=_ENOUGH))

        self._desk.ask(lambda session: len(boards.in_office(session, "law_aware_person")), show)
