"""The village legal adviser's visits, and the way to everything else the adviser does."""

from functools import partial

from ui.desk import Desk
from ui.pages.advising import AdvisingPage
from ui.pages.record_page import RecordPage
from ui.pages.steps import Step
from ui.sight import Sight
from ui.widgets.buttons import Button
from ui.widgets.visit_cards import ClockingCard, ConfirmCard, FlagsCard
from village_desk import ids
from village_desk.commands import visits as commands
from village_desk.kinds import Values
from village_desk.queries import visits
from village_desk.queries.visits import Flag
from village_desk.visits import ITEM, VISIT

_BESIDE = ("adviser_plans", "legal_opinions", "checkups", "adviser_reports", "adviser_contracts")
_REVIEWERS = frozenset({"station_staff", "station_head", "county_pls"})


class VisitsPage(AdvisingPage):
    """The visits with their logs."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Visits of the adviser"),
            self.tr("New visit"),
            self.tr("No visit yet. The adviser plans one with Ctrl+N, or begins it in the village."),
        )
        super().__init__(desk, VISIT, titles)
        self.ways = {name: self._way_to(name) for name in _BESIDE}
        self.clocking = ClockingCard()
        self.confirming = ConfirmCard(desk.session.profile, desk.session.actor.name)
        self.flagged = FlagsCard(lambda visit_id: desk.open_record(VISIT, visit_id))

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Check in when you arrive and check out when you leave: the hours come from these two times. "
            "Write a line for each person or matter. When the log is done, the village confirms it, the "
            "township reviews it, and it counts in the monthly report."
        )

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; that of a visit has the big buttons and the village's word."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh and kind == VISIT:
            for card in (self.confirming, self.clocking, self.flagged):
                page.add_card(card, first=True)
            self.clocking.pressed.connect(page.take_step)
            self.confirming.confirmed.connect(partial(self._confirm, page))
            page.refreshed.connect(partial(self._look, page))
        if fresh and kind == ITEM:
            page.add_steps(self._turns)
        return page

    def _way_to(self, name: str) -> Button:
        words = {
            "adviser_plans": self.tr("Yearly plan"),
            "legal_opinions": self.tr("Legal opinions"),
            "checkups": self.tr("Check-ups"),
            "adviser_reports": self.tr("Monthly report"),
            "adviser_contracts": self.tr("Contract and village"),
        }
        button = Button(words[name], lambda: self._desk.go(name))
        self.list.beside.addWidget(button)
        return button

    # ------------------------------------------------------------ a visit

    def _look(self, page: RecordPage) -> None:
        sight = page.sight
        if sight is None:
            return
        moves = [move.name for move in sight.moves]
        new = sight.record is None
        self.clocking.show_visit(sight.values, [] if sight.stuck else moves, new=new)
        self.confirming.setVisible("confirm" in moves and not new)
        if new or _REVIEWERS.isdisjoint(self._desk.session.actor.roles):
            self.flagged.hide()
            return
        visit_id = sight.id

        def show(found: list[Flag]) -> None:
            if page.sight is not None and page.sight.id == visit_id:  # else another is shown by now
                self.flagged.show_flags(found)

        self._desk.ask(lambda session: visits.flags(session, visit_id), show)

    def _confirm(self, page: RecordPage, said: Values) -> None:
        visit_id, new_ids = page.record_id(), (ids.new_id(), ids.new_id())
        words = self.tr("Confirmed and sent to the township for review.")
        self._desk.do(
            lambda session: commands.confirm(session, visit_id, new_ids, said),
            lambda _changes: self._desk.tell(words, "good"),
        )

    # ------------------------------------------------------------ a matter

    def _turns(self, page: RecordPage, sight: Sight) -> list[Step]:
        values = sight.values
        if sight.record is None:
            return []
        lecture = values.get("service") == "lecture"
        turns = (
            ("consultation", "consultation", self.tr("Make a consultation of it"), not lecture),
            ("opinion", "legal_opinion", self.tr("Write an opinion on it"), not lecture),
            ("activity", "publicity_activity", self.tr("Write it down as an activity"), lecture),
        )
        return [
            (words, partial(self._turn, page, kind))
            for link, kind, words, fits in turns
            if fits and not values.get(link)
        ]

    def _turn(self, page: RecordPage, kind: str) -> None:
        page.save(lambda: self._become(page.record_id(), kind))

    def _become(self, item_id: bytes, kind: str) -> None:
        new_id = ids.new_id()
        self._desk.do(
            lambda session: commands.become(session, item_id, kind, new_id),
            lambda _changes: self._desk.open_record(kind, new_id),
        )
