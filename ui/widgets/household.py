"""Who lives together: the head of the household and its members, on the page of a person (户主、家庭成员)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column
from ui.widgets.flow import WrapRow
from ui.widgets.labels import label
from ui.widgets.panels import Link
from ui.widgets.person_picker import person_line
from village_desk.profile import Profile
from village_desk.queries.records import Record

_RELATION = "relation"


class HouseholdCard(Card):
    """Lines that lead to the members; hidden for a person that is not saved yet.

    Signals:
        wanted: Id of the member to open, and "".
        asked: The head of the household is to be chosen.
        left: The person lives in no household any more.
    """

    wanted = Signal(object, str)
    asked = Signal()
    left = Signal()

    def __init__(self, profile: Profile) -> None:
        super().__init__(self.tr("Household"))
        self._profile = profile
        self.words = label("", "small", wrap=True)
        self._lines = column(2)
        self.ask_button = Button(self.tr("Choose the head of the household"), self.asked.emit)
        self.leave_button = Button(self.tr("Lives on their own"), self.left.emit)
        verbs = WrapRow(8)
        verbs.put(self.ask_button)
        verbs.put(self.leave_button)
        self.body.addWidget(self.words)
        self.body.addLayout(self._lines)
        self.body.addLayout(verbs)
        self.links: list[Link] = []
        self.hide()

    def show_people(self, own: bytes, people: Sequence[Record]) -> None:
        """Show the household of a person, its head first."""
        clear(self._lines)
        self.links = []
        for place, one in enumerate(people):
            code = str(one.values.get("household_relation") or "")
            role = self.tr("Head") if place == 0 else self._profile.label(_RELATION, code) if code else ""
            text = "    ".join(part for part in (role, person_line(self._profile, one)) if part)
            link = Link(text, partial(self.wanted.emit, one.id, ""))
            link.setEnabled(one.id != own)
            self.links.append(link)
            self._lines.addWidget(link)
        self.words.setText("" if people else self.tr("No household is known."))
        self.words.setVisible(not people)
        self.leave_button.setVisible(bool(people) and people[0].id != own)
        self.show()
