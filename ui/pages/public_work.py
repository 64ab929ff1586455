"""The registers of the room (登记簿): one entry of the navigation, a list of registers at its left."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from ui import theme
from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.register_pages import (
    BoardsPage,
    CataloguePage,
    ComplaintsPage,
    LawAwarePage,
    OwnRoomPage,
    SatisfactionPage,
    Titles,
    VolunteersPage,
)
from ui.widgets.cards import column, row
from ui.widgets.labels import label
from village_desk import rights
from village_desk.i18n import N_, translated

_WIDTH = 190
_MEDIATORS = "registers"
_TITLES: dict[str, Titles] = {
    "publicity_activity": (
        N_("PublicWork", "Publicity"),
        N_("PublicWork", "New activity"),
        N_("PublicWork", "No activity yet. Press Ctrl+N, and add two photos beside it."),
    ),
    "satisfaction": (
        N_("PublicWork", "Satisfaction"),
        N_("PublicWork", "Type in a paper sheet"),
        N_("PublicWork", "No answers yet."),
    ),
    "needs_survey": (
        N_("PublicWork", "Survey of needs"),
        N_("PublicWork", "New sheet"),
        N_("PublicWork", "No sheet yet. Press Ctrl+N; no name is written down."),
    ),
    "complaint": (
        N_("PublicWork", "Complaints"),
        N_("PublicWork", "New complaint"),
        N_(
            "PublicWork",
            "No complaint of yours. You see those you took down yourself; the station sees its villages'.",
        ),
    ),
    "major_matter": (
        N_("PublicWork", "Major matters"),
        N_("PublicWork", "New report"),
        N_("PublicWork", "No report yet. Ring the station first; then write it here."),
    ),
    "volunteer": (
        N_("PublicWork", "Volunteers"),
        N_("PublicWork", "New volunteer"),
        N_("PublicWork", "No volunteer yet. Press Ctrl+N for the first one."),
    ),
    "volunteer_call": (
        N_("PublicWork", "Volunteers wanted"),
        N_("PublicWork", "New call"),
        N_("PublicWork", "Nobody is wanted yet. Press Ctrl+N to post what volunteers are needed for."),
    ),
    "law_aware_person": (
        N_("PublicWork", "Law-aware persons"),
        N_("PublicWork", "New law-aware person"),
        N_("PublicWork", "Nobody is on the register yet. A village needs at least three."),
    ),
    "resource": (
        N_("PublicWork", "Directory"),
        N_("PublicWork", "New entry"),
        N_(
            "PublicWork",
            "Nobody is in the directory yet: the adviser, the station, legal aid, notaries, experts.",
        ),
    ),
    "notice_board": (
        N_("PublicWork", "Notice board"),
        N_("PublicWork", "New board"),
        N_("PublicWork", "No board yet. Press Ctrl+N; who serves comes from the directory."),
    ),
    "unit_profile": (
        N_("PublicWork", "Room and station"),
        N_("PublicWork", "New profile"),
        N_("PublicWork", "No profile yet. Press Ctrl+N; the name written here stands on every paper."),
    ),
    "wall_text": (
        N_("PublicWork", "Rules on the wall"),
        N_("PublicWork", "New rule"),
        N_("PublicWork", "No rule yet. Press Ctrl+N, type its title and text; F8 prints it to hang up."),
    ),
    "service_entry": (
        N_("PublicWork", "Catalogue of services"),
        N_("PublicWork", "New service"),
        N_("PublicWork", "The county has not published its catalogue of services yet."),
    ),
    "hot_matter": (
        N_("PublicWork", "Hot matters"),
        N_("PublicWork", "New answer"),
        N_("PublicWork", "The county has not published an answer to a matter many ask about yet."),
    ),
    "inspection": (
        N_("PublicWork", "Inspections"),
        N_("PublicWork", "New inspection"),
        N_("PublicWork", "No inspection yet. Press Ctrl+N to plan one."),
    ),
    "responsibility": (
        N_("PublicWork", "Responsibilities"),
        N_("PublicWork", "New responsibility"),
        N_("PublicWork", "Nobody is named yet. Press Ctrl+N: the unit, its duty, its contact and its money."),
    ),
}
_HELP = {
    "publicity_activity": N_(
        "PublicWork",
        "Write down each activity once; two photos beside it are printed on its sheet. F8 prints the "
        "sheet and a list to sign.",
    ),
    "satisfaction": N_(
        "PublicWork",
        "Turn the screen to the villager: the desk locks, and Esc asks for your PIN. No name is kept, only "
        "the day. Nobody sees a single sheet, only counts.",
    ),
    "needs_survey": N_("PublicWork", "Ask what help people need; no name is written down."),
    "complaint": N_(
        "PublicWork",
        "A complaint is taken down here and handled by the station, or by the county when it is about the "
        "station. Nobody reads a complaint about themselves. The complainant is told the result.",
    ),
    "major_matter": N_("PublicWork", "Report at once what may grow: many people, threats, large contracts."),
    "volunteer": N_(
        "PublicWork",
        "Register a volunteer, add the time served each time, and print the certificate with the sum. It is "
        "free of charge.",
    ),
    "volunteer_call": N_(
        "PublicWork",
        "Post what volunteers are wanted for, write down who signs up, and the day it is closed. Nobody is "
        "made to serve.",
    ),
    "law_aware_person": N_(
        "PublicWork",
        "Add each training as a line. When a term ends or somebody leaves, write the day and the reason.",
    ),
    "resource": N_(
        "PublicWork", "Who can be asked for help. What is marked for the board stands on the notice board."
    ),
    "notice_board": N_(
        "PublicWork", "F8 shows the board in A4 and A3. Who stands on it comes from the directory."
    ),
    "unit_profile": N_(
        "PublicWork",
        "One profile a room or station: its name, plates, services, staff, equipment, and who is reached day "
        "and night. Papers bear the name written here, and a new notice board begins with its services.",
    ),
    "wall_text": N_("PublicWork", "F8 prints the rule to hang on the wall, in A4 and A3."),
    "service_entry": N_(
        "PublicWork",
        "What is offered, to whom, what to bring, how long it takes, who does it. The county's office writes "
        "it; every room reads it.",
    ),
    "hot_matter": N_(
        "PublicWork",
        "What many ask, with the answer of the county's office. It reaches every room with the next round, "
        "and is offered beside a consultation that asks the same.",
    ),
    "inspection": N_(
        "PublicWork",
        "Plan an inspection, write down what was found and by when it is put right. What is late stands on "
        "Today until the day it was put right is filled in.",
    ),
    "responsibility": N_(
        "PublicWork",
        "Each unit's duty, its named contact, its money, and what the assessment brought it.",
    ),
}
_MAKE: dict[str, Callable[[Desk, Titles], RecordsPage]] = {
    "satisfaction": SatisfactionPage,
    "complaint": ComplaintsPage,
    "volunteer": VolunteersPage,
    "law_aware_person": LawAwarePage,
    "notice_board": BoardsPage,
    "unit_profile": partial(OwnRoomPage, kind="unit_profile"),
    "wall_text": partial(OwnRoomPage, kind="wall_text"),
    "service_entry": CataloguePage,
}
_UNDER = {"volunteer_service": "volunteer", "training": "law_aware_person"}


class PublicWorkPage(QWidget):
    """Shows one register at a time; the list of registers steps aside while a record is open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._made: dict[str, RecordsPage] = {}
        roles = desk.session.actor.roles
        self.kinds = [kind for kind in _TITLES if any(rights.reach(role, "read", kind) for role in roles)]
        self.names = QListWidget()
        self.names.setAccessibleName(self.tr("Registers"))
        self.names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for kind in self.kinds:
            self.names.addItem(QListWidgetItem(_said(_TITLES[kind][0])))
        if any(rights.reach(role, "read", "register_person") for role in roles):
            self.names.addItem(QListWidgetItem(self.tr("Mediators")))
        self.side = QWidget()
        side = column(8)
        side.setContentsMargins(16, 16, 0, 12)
        side.addWidget(label(self.tr("Registers"), "heading"))
        side.addWidget(self.names, 1)
        self.side.setLayout(side)
        self.side.setFixedWidth(theme.current().px(_WIDTH))
        self.stack = QStackedWidget()
        layout = row(self.side, spacing=0)
        layout.addWidget(self.stack, 1)
        self.setLayout(layout)
        self.setFocusProxy(self.names)
        self.names.setCurrentRow(0)
        self.names.currentRowChanged.connect(self._chosen)
        self._chosen(0)

    # ------------------------------------------------------------ registers

    def register(self, kind: str) -> RecordsPage:
        """Return the register that holds records of `kind`, made now if it was never shown."""
        kind = _UNDER.get(kind, kind)
        if kind not in self._made:
            title, new, empty = (_said(text) for text in _TITLES[kind])
            titles = (title, new, empty)
            make = _MAKE.get(kind)
            page = make(self._desk, titles) if make else RecordsPage(self._desk, kind, titles)
            page.currentChanged.connect(lambda _place: self._make_room())
            self._made[kind] = page
            self.stack.addWidget(page)
        return self._made[kind]

    def show_register(self, kind: str) -> RecordsPage:
        """Show the register of a kind."""
        page = self.register(kind)
        self.names.blockSignals(True)
        self.names.setCurrentRow(self.kinds.index(_UNDER.get(kind, kind)))
        self.names.blockSignals(False)
        self.stack.setCurrentWidget(page)
        self._make_room()
        return page

    def _chosen(self, place: int) -> None:
        if 0 <= place < len(self.kinds):
            self.show_register(self.kinds[place])
        elif place == len(self.kinds):
            self._desk.go(_MEDIATORS)

    def _make_room(self) -> None:
        page = self.stack.currentWidget()
        self.side.setVisible(not isinstance(page, RecordsPage) or page.currentWidget() is page.list)

    # ------------------------------------------------------------ what the window calls

    def open_record(self, kind: str, record_id: bytes, field: str = "") -> None:
        """Show a record in its register."""
        self.show_register(kind).open_record(kind, record_id, field)

    def new_record(self) -> None:
        """Begin a record in the register shown."""
        self._shown().new_record()

    def refresh(self) -> None:
        """The page is shown again."""
        self._shown().refresh()

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of one kind of record."""
        return self.register(kind).record_page(kind)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return _said(_HELP[self.kinds[max(0, min(self.names.currentRow(), len(self.kinds) - 1))]])

    def _shown(self) -> RecordsPage:
        return cast("RecordsPage", self.stack.currentWidget())


def _said(text: str) -> str:
    return translated("PublicWork", text)
