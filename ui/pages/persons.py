"""The people and organisations the room deals with: likely doubles, entries made one, households."""

from dataclasses import dataclass
from datetime import date
from functools import partial

from ui.desk import Desk
from ui.pages.record_page import RecordPage
from ui.pages.records import RecordsPage
from ui.pages.steps import Step
from ui.sight import Sight
from ui.widgets.household import HouseholdCard
from ui.widgets.panels import Verb
from ui.widgets.person_picker import person_line, why_text
from village_desk.commands import persons as commands
from village_desk.kinds import Values
from village_desk.queries import persons
from village_desk.queries.persons import Described, Likeness
from village_desk.queries.records import Record, find
from village_desk.session import Session

_SURE = ("number", "name_and_birth", "name_and_phone")


@dataclass(frozen=True, slots=True, repr=False)
class _Around:
    """What stands around a person: into whom they were merged, who was merged into them, who lives there."""

    standing: Record | None = None
    merged: tuple[Record, ...] = ()
    household: tuple[Record, ...] = ()


class PersonsPage(RecordsPage):
    """The register of persons."""

    def __init__(self, desk: Desk) -> None:
        titles = (
            self.tr("Persons"),
            self.tr("New person"),
            self.tr("Nobody is entered yet. A new visit enters people by itself."),
        )
        super().__init__(desk, "person", titles, self._turns)
        self.household = HouseholdCard(desk.session.profile)
        self._choosing = b""

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Everybody the room deals with is here once. Sex, birth date and age come from the ID "
            "card number. Papers keep "
            "the copy that was on them: changing somebody here changes no paper. Somebody entered twice "
            "is merged, and that can be undone."
        )

    def record_page(self, kind: str) -> RecordPage:
        """Return the page of a kind; that of a person also looks for likely doubles."""
        known = kind in self._pages
        page = super().record_page(kind)
        if kind == "person" and not known:
            page.refreshed.connect(lambda: self._look_around(page))
            for name in ("name", "id_number", "phone", "born_on"):
                page.form.editors[name].left.connect(lambda: self._look_for_doubles(page))
            page.add_card(self.household)
            self.household.wanted.connect(partial(page.opened.emit, "person"))
            self.household.asked.connect(lambda: self._choose_head(page))
            self.household.left.connect(lambda: self._join(page.record_id(), None))
        return page

    def _turns(self, page: RecordPage, _sight: Sight) -> list[Step]:
        return [(self.tr("The whole story"), lambda: self.show_story(page))]

    # ------------------------------------------------------------ likely doubles, merged entries

    def _look_around(self, page: RecordPage) -> None:
        person_id = page.record_id()
        if page.sight is None or page.sight.record is None:
            self.household.hide()
            self._look_for_doubles(page)
            return
        self._desk.ask(
            lambda session: _around(session, person_id), partial(self._show_around, page, person_id)
        )

    def _show_around(self, page: RecordPage, person_id: bytes, around: _Around) -> None:
        if page.record_id() != person_id:
            return
        self.household.show_people(person_id, around.household)
        if around.standing is not None:
            self._show_merged_away(page, around.standing)
        elif around.merged:
            words = self.tr("Entered more than once; these entries are one person now.")
            page.notices.other.say(words, links=[self._link(page, one) for one in around.merged])
        else:
            self._look_for_doubles(page)

    def _show_merged_away(self, page: RecordPage, standing: Record) -> None:
        words = self.tr("This entry was merged into another one. Records and papers keep what they say.")
        verbs: list[Verb] = [
            (self.tr("Open the other one"), partial(page.opened.emit, "person", standing.id, "")),
            (self.tr("Undo the merge"), partial(self._unmerge, page.record_id())),
        ]
        page.notices.other.say(words, verbs, [self._link(page, standing)])

    def _look_for_doubles(self, page: RecordPage) -> None:
        values = page.form.values()
        name, number, phone = (str(values.get(key) or "") for key in ("name", "id_number", "phone"))
        born = values.get("born_on")
        born_on = born if isinstance(born, date) else None
        if not (name or number or phone):
            page.notices.other.say("")
            return
        wanted = Described(name, number, phone, born_on)
        own = page.record_id()
        self._desk.ask(
            lambda session: [one for one in persons.likenesses(session, wanted) if one.person.id != own],
            lambda found: self._show_doubles(page, [one for one in found if one.why != "like"]),
        )

    def _show_doubles(self, page: RecordPage, found: list[Likeness]) -> None:
        words = self.tr("This person may be entered already. Open the other one instead?") if found else ""
        profile = self._desk.session.profile
        links: list[Verb] = [
            (
                f"{person_line(profile, one.person)}    {why_text(one.why)}",
                partial(page.opened.emit, "person", one.person.id, ""),
            )
            for one in found
        ]
        sure = next((one for one in found if one.why in _SURE or one.why == "name"), None)
        saved = page.sight is not None and page.sight.record is not None and not page.sight.refused
        verbs: list[Verb] = []
        if sure and saved:
            text = self.tr("It is the same person: merge into {name}").format(name=sure.person.name)
            verbs.append((text, partial(self._merge, page, sure.person)))
        page.notices.other.say(words, verbs, links)

    def _link(self, page: RecordPage, person: Record) -> Verb:
        line = person_line(self._desk.session.profile, person)
        return line, partial(page.opened.emit, "person", person.id, "")

    def _merge(self, page: RecordPage, into: Record) -> None:
        own = page.record_id()
        page.save(
            lambda: self._desk.do(
                lambda session: commands.merge(session, own, into.id), lambda _changes: self._merged(into)
            )
        )

    def _merged(self, into: Record) -> None:
        self._desk.open_record("person", into.id)
        self._desk.tell(self.tr("Merged. Nothing is lost, and it can be undone on the merged entry."), "good")

    def _unmerge(self, person_id: bytes) -> None:
        self._desk.do(
            lambda session: commands.unmerge(session, person_id),
            lambda _changes: self._desk.tell(self.tr("They are two entries again."), "good"),
        )

    # ------------------------------------------------------------ the household

    def _choose_head(self, page: RecordPage) -> None:
        page.save(partial(self._ask_head, page.record_id()))

    def _ask_head(self, person_id: bytes) -> None:
        self._choosing = person_id
        self.picker.clear()
        self.picker_title.setText(self.tr("Who is the head of the household?"))
        self.setCurrentWidget(self.picker_page)
        self.picker.begin()

    def _begin_with_person(self, person: Record) -> None:
        if self._choosing:
            self._join(self._choosing, person.id)
        else:
            super()._begin_with_person(person)

    def _begin_with_name(self, values: Values) -> None:
        if not self._choosing:
            super()._begin_with_name(values)

    def _join(self, person_id: bytes, head: bytes | None) -> None:
        self._choosing = b""
        self._desk.do(
            lambda session: commands.join_household(session, person_id, head),
            lambda _changes: self._desk.open_record("person", person_id),
        )

    def _back_to_record(self) -> None:
        self._choosing = b""
        super()._back_to_record()


def _around(session: Session, person_id: bytes) -> _Around:
    held = find(session, "person", person_id)
    if held is None:
        return _Around()
    standing = persons.resolved(session, held)
    return _Around(
        standing if standing.id != person_id else None,
        tuple(persons.merged_entries(session, person_id)) if standing.id == person_id else (),
        tuple(persons.household(session, standing)),
    )
