"""Typical cases: prepared without names, looked through, reviewed by township and county, read by all."""

from functools import partial

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.steps import Step
from ui.sight import Sight
from ui.widgets.looking_through import LookingThroughCard
from village_desk import ids
from village_desk.commands import typical as commands
from village_desk.i18n import N_, translated
from village_desk.queries.typical import CASE, DRAFT, LookedThrough, look
from village_desk.typical_rules import fingerprint

_ENDED = ("closed", "filed", "archived", "performed")
_OFFER = N_("typical", "Make a typical case of it")
_MADE = N_(
    "typical", "Names, numbers and places were replaced. Now look through it: a program misses things."
)


class TypicalDraftsPage(RecordsPage):
    """Typical cases in preparation."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Typical cases in preparation"),
            self.tr("New typical case"),
            self.tr("None yet. Open a closed case or consultation and press “Make a typical case of it”."),
        )
        super().__init__(desk, DRAFT, titles)
        self.card = LookingThroughCard()
        self.published_button = self.list.add_button(
            self.tr("Published cases"), lambda: desk.go("typical"), "fa6s.book-open"
        )
        self.published_button.show()

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a draft; its text stands beside the one it was made out of."""
        fresh = kind not in self._pages
        page = super().record_page(kind)
        if fresh:
            page.add_card(self.card, first=True)
            page.refreshed.connect(partial(self._look_through, page))
            self.card.replace_wanted.connect(partial(self._replace, page))
            self.card.confirmed.connect(partial(self._confirm, page))
        return page

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "A typical case is made out of a case or consultation: names, numbers, places and days of "
            "birth are replaced by neutral words before anything is kept. Read both texts side by side; "
            "a name that is an ordinary word too is asked about. The township and the county review it "
            "before every room can read it."
        )

    def _look_through(self, page: RecordPage) -> None:
        held = page.sight.record if page.sight else None
        if held is None:
            self.card.hide()
            return
        checked = held.values.get("checked_text") == fingerprint(held.values)
        name = str(held.values.get("checked_by") or "") if checked else ""
        may_write = (
            bool(page.sight) and not page.sight.refused and held.state == "draft" if page.sight else False
        )

        def show(found: LookedThrough) -> None:
            if page.sight is not None and page.sight.id == held.id:  # else another is shown by now
                self.card.show_draft(found, checked=name, may_write=may_write)

        self._desk.ask(lambda session: look(session, held), show)

    def _replace(self, page: RecordPage, words: tuple[str, ...]) -> None:
        draft_id = page.record_id()
        page.save(lambda: self._desk.do(lambda session: commands.replace_left(session, draft_id, words)))

    def _confirm(self, page: RecordPage) -> None:
        draft_id = page.record_id()
        page.save(lambda: self._desk.do(lambda session: commands.confirm(session, draft_id)))


class TypicalCasesPage(RecordsPage):
    """The typical cases the county has published."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Typical cases"),
            self.tr("New typical case"),
            self.tr("The county has not published any typical case yet."),
        )
        super().__init__(desk, CASE, titles)
        self.list.new_button.hide()
        self.drafts_button = self.list.add_button(
            self.tr("In preparation"), lambda: desk.go("typical_drafts"), "fa6s.pen"
        )
        self.drafts_button.show()

    def new_record(self) -> None:
        """A typical case is published, never typed: show those in preparation."""
        self._desk.go("typical_drafts")

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Cases of other rooms, without names, for looking up how such a matter was settled. They are "
            "examples and decide nothing."
        )


def offered(desk: Desk, page: RecordPage, sight: Sight) -> list[Step]:
    """Return the step that makes a typical case out of what `page` shows, once that is at its end."""
    if sight.record is None or sight.record.class_ != "normal" or sight.record.state not in _ENDED:
        return []
    return [(translated("typical", _OFFER), lambda: page.save(partial(_make, desk, page)))]


def _make(desk: Desk, page: RecordPage) -> None:
    kind, record_id, draft_id = page.kind.name, page.record_id(), ids.new_id()

    def made(_changes: object) -> None:
        desk.open_record(DRAFT, draft_id)
        desk.tell(translated("typical", _MADE), "attention")

    desk.do(lambda session: commands.begin(session, kind, record_id, draft_id), made)
