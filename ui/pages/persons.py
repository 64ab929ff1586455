"""The people and organisations the room deals with; likely doubles are shown before they are made."""

from functools import partial

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.widgets.person_picker import person_line
from village_desk.queries import persons
from village_desk.queries.records import Record


class PersonsPage(RecordsPage):
    """The register of persons."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Persons"),
            self.tr("New person"),
            self.tr("Nobody is entered yet. A new visit enters people by itself."),
        )
        super().__init__(desk, "person", titles)

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Everybody the room deals with is here once. Sex, birth date and age come from the ID "
            "card number. Papers keep "
            "the copy that was on them: changing somebody here changes no paper."
        )

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; that of a person also looks for likely doubles."""
        known = kind in self._pages
        page = super().record_page(kind)
        if kind == "person" and not known:
            page.refreshed.connect(lambda: self._look_for_doubles(page))
            for name in ("name", "id_number", "phone"):
                page.form.editors[name].left.connect(lambda: self._look_for_doubles(page))
        return page

    def _look_for_doubles(self, page: RecordPage) -> None:
        values = page.form.values()
        name, number, phone = (str(values.get(key) or "") for key in ("name", "id_number", "phone"))
        own = page.record_id()
        if not (name or number):
            page.notices.other.say("")
            return
        self._desk.ask(
            lambda session: [one for one in persons.likely(session, name, number, phone) if one.id != own],
            lambda found: self._show_doubles(page, [one for one in found if _same(one, name, number)]),
        )

    def _show_doubles(self, page: RecordPage, found: list[Record]) -> None:
        words = self.tr("This person may be entered already. Open the other one instead?") if found else ""
        profile = self._desk.session.profile
        links = [
            (person_line(profile, one), partial(page.opened.emit, "person", one.id, "")) for one in found
        ]
        page.notices.other.say(words, links=links)


def _same(one: Record, name: str, number: str) -> bool:
    return one.values.get("name") == name or (bool(number) and one.values.get("id_number") == number.upper())
