"""Somebody comes in: who it is, what it is about, how urgent, what becomes of it (前台统一受理)."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.desk import Desk
from ui.looks import LOOKS
from ui.pages import taking_in
from ui.pages.beginning import copied
from ui.pages.taking_in import Taken, Visit, Way
from ui.sight import draft_key
from ui.texts import problem_text
from ui.widgets.buttons import Button, ButtonLook
from ui.widgets.cards import Card, ScrollColumn, column, row
from ui.widgets.editors import Setting
from ui.widgets.flow import WrapRow
from ui.widgets.intake_side import IntakeSide
from ui.widgets.labels import label
from ui.widgets.panels import Panel
from ui.widgets.person_picker import PersonPicker, person_line
from ui.widgets.record_form import Cell, RecordForm, Section
from village_desk import idcards, ids, limits, priority, rights, times
from village_desk.commands import drafts, records
from village_desk.errors import Problem, VillageDeskError
from village_desk.i18n import N_
from village_desk.kinds import KINDS, Values
from village_desk.queries.chain import Story, story_of
from village_desk.queries.records import Record
from village_desk.session import Changes

KIND = "consultation"
DRAFT_MS = 1_500
_SIDE = 320
_LIST = 130
_NARROW = 560
_FIRST = {"referral": "target"}
"""Fields that no visit answers and the next step needs."""
_ = Cell
_LAYOUT = (
    Section(
        N_("layouts", "What is it about?"),
        (
            _("topic", 6),
            _("channel", 3),
            _("companions", 3),
            _("content", 12, 3),
            _("happened_on", 5),
            _("limit_rule", 7),
            _("groups", 12),
            _("agent_name", 6),
        ),
    ),
    Section(
        N_("layouts", "If it is answered at once"),
        (_("answer", 12, 3), _("told_legal_aid", 5), _("outcome", 3), _("limit_on", 4)),
    ),
)


class IntakePage(QWidget):
    """One visitor at a time; F2 begins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._id = ids.new_id()
        self._person: Values = {}
        self._known: Values = {}
        self._visit: bytes | None = None
        self._proposed = ""
        self._busy = False
        setting = Setting(desk.session.profile, times.legal_day(desk.session.now()))
        self.picker = PersonPicker(desk)
        self.picker.list.setMaximumHeight(theme.current().px(_LIST))
        self.who = Card()
        self.who_words = label("", "heading", wrap=True)
        self.other_button = Button(self.tr("Somebody else"), self._ask_who)
        self.form = RecordForm(desk.session.profile.kind(KIND), _LAYOUT, setting)
        self.side = IntakeSide(desk.session.profile)
        self.done = Panel("good")
        self.title = label(self.tr("Somebody comes in"), "title")
        self.buttons = {way: self._button(way) for way in self._ways()}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_draft)
        self._lay_out()
        self._connect()
        self.new_record()

    # ------------------------------------------------------------ making

    def _ways(self) -> list[Way]:
        roles = self._desk.session.actor.roles
        ways: tuple[Way, ...] = ("mediation_case", "legal_aid", "referral", "complaint")
        may = [
            way for way in ways if way in KINDS and any(rights.reach(role, "write", way) for role in roles)
        ]
        return ["spot", "question", *may]

    def _button(self, way: Way) -> Button:
        texts = {
            "spot": self.tr("Answered on the spot"),
            "question": self.tr("Keep as a question"),
            "mediation_case": self.tr("Mediation"),
            "legal_aid": self.tr("Legal aid"),
            "referral": self.tr("Pass on"),
            "complaint": self.tr("Complaint about us"),
        }
        keys = {way: f"Ctrl+{place}" for place, way in enumerate(texts, start=1)}
        look: ButtonLook = "main" if way == "spot" else "plain"
        return Button(texts[way], partial(self.take_in, way), look=look, key=keys[way])

    def _lay_out(self) -> None:
        line = row(spacing=12)
        line.addWidget(self.who_words, 1)
        line.addWidget(self.other_button)
        self.who.body.addLayout(line)
        cards = column(10)
        for card in (self.done, self.picker, self.who, self.form):
            cards.addWidget(card)
        cards.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addLayout(cards, 1)
        self._across.addWidget(self.side)
        area = ScrollColumn()
        area.setFocusPolicy(self.focusPolicy())
        area.body.addLayout(row(self.title, None))
        area.body.addLayout(self._across)
        ways = WrapRow(8, right=True)
        for button in self.buttons.values():
            ways.put(button)
        under = column(0)
        under.setContentsMargins(24, 8, 24, 10)
        under.addLayout(ways)
        layout = column(0)
        layout.addWidget(area, 1)
        layout.addLayout(under)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the form, put what is to be known under it."""
        super().resizeEvent(event)
        px = theme.current().px
        beside = self.width() - px(_SIDE) - 64 >= px(_NARROW)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._across.setDirection(way)
        self.side.setMaximumWidth(px(_SIDE) if beside else self.width())
        self.side.setMinimumWidth(px(_SIDE) if beside else 0)

    def _connect(self) -> None:
        self.picker.taken.connect(self._take)
        self.picker.made.connect(self._make)
        self.picker.named.connect(self._name)
        self.form.edited.connect(self._edited)
        self.form.finished.connect(self.buttons["spot"].setFocus)
        self.form.editors["topic"].edited.connect(self._propose)
        self.side.reported.connect(self.report)
        self.side.wanted.connect(self._desk.open_record)
        self.side.whole.connect(self._show_story)
        self._desk.leaving.connect(self.keep_draft)

    # ------------------------------------------------------------ what the window calls

    def new_record(self) -> None:
        """Begin with the next visitor (F2); one who is half written down stays."""
        if self._typed():
            return
        self._begin({}, {}, None)
        self.done.say("")
        self._ask_who()

    def refresh(self) -> None:
        """The page is shown again."""
        if not self.who.isVisibleTo(self):
            self.picker.begin()

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Everybody who comes in or calls begins here. Type the name first: whoever was here before is "
            "found. Say what it is about in the visitor's words, and since when. Then choose what becomes of "
            "it; nothing has to be typed again. The register of visitors is written from this by itself."
        )

    # ------------------------------------------------------------ who

    def _begin(self, person: Values, known: Values, visit: bytes | None) -> None:
        self._id, self._person, self._known, self._visit = ids.new_id(), person, known, visit
        self._proposed = ""
        self.form.fill(LOOKS[KIND].begins)
        if isinstance(known.get("groups"), tuple):
            self.form.put({"groups": known["groups"]})
        self._look()

    def _ask_who(self) -> None:
        self._person, self._known = {}, {}
        self.who.hide()
        self.picker.show()
        self.picker.clear()
        self.side.show_earlier(())
        self.picker.begin()

    def _take(self, person: Record) -> None:
        known = copied(person, KIND, times.legal_day(self._desk.session.now()))
        self._told_who({}, known, person_line(self._desk.session.profile, person))
        person_id = person.id
        self._desk.ask_quietly(
            lambda session: story_of(session, "person", person_id), self._show_earlier, lambda _error: None
        )

    def _make(self, values: Values) -> None:
        known = {name: value for name, value in values.items() if name in LOOKS[KIND].carries}
        self._told_who(values, known, self.tr("{name}, new here").format(name=values.get("name") or ""))

    def _name(self, values: Values) -> None:
        known = {name: value for name, value in values.items() if name in LOOKS[KIND].carries}
        self._told_who({}, known, str(values.get("name") or self.tr("(no name given)")))

    def _told_who(self, person: Values, known: Values, words: str) -> None:
        known = _with_age(known, times.legal_day(self._desk.session.now()))
        self._person, self._known = person, known
        self.picker.hide()
        self.who.show()
        self.who_words.setText(words)
        if isinstance(known.get("groups"), tuple):
            self.form.put({"groups": known["groups"]})
        self.done.say("")
        self._look()
        self.form.focus_field("topic")

    def _show_earlier(self, story: Story) -> None:
        if self._known.get("person") in [one.id for one in story.persons]:
            self.side.show_earlier(story.links)

    def _show_story(self) -> None:
        person = self._known.get("person")
        if isinstance(person, bytes):
            self._desk.chain_asked.emit("person", person)

    # ------------------------------------------------------------ typing

    def _typed(self) -> Values:
        """Return what somebody typed of this visitor; what every visit begins with does not count."""
        return {**self.form.changed(), **self._known}

    def values(self) -> Values:
        """Return the visit as it stands on the screen."""
        linked: Values = {"visit": self._visit} if self._visit else {}
        held = {name: value for name, value in self.form.draft().items() if value is not None}
        return {**self._known, **held, **linked, "received_by": self._desk.session.actor.name}

    def _edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
        self._look()

    def _look(self) -> None:
        self.side.show_visit(self.values(), times.legal_day(self._desk.session.now()))

    def _propose(self) -> None:
        """Fill in the cause and the usual period of a matter while nobody chose another."""
        profile, draft = self._desk.session.profile, self.form.draft()
        rule = limits.usual_rule(profile, str(draft["topic"] or ""))
        if draft["limit_rule"] in (None, self._proposed or None):
            self.form.put({"limit_rule": rule or None})
            self._proposed = rule
        self._look()

    def keep_draft(self) -> None:
        """Keep what is typed now: it is on Today until the visitor is written down."""
        self._timer.stop()
        if self._busy or not self._typed():
            return
        record_id, values = self._id, self.values()
        key = draft_key(KIND, record_id)
        self._desk.do(lambda session: drafts.keep(session, key, KIND, record_id, values))

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is typed when another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.keep_draft()

    # ------------------------------------------------------------ what becomes of it

    def take_in(self, way: Way, then: Callable[[bytes], object] | None = None) -> None:
        """Write the visitor down, and make what the visit becomes."""
        if self._busy or self.form.composing() or self._lacks(way):
            return
        self._timer.stop()
        self._busy = True
        visit = Visit(self._id, self._with_cause(), self._person, draft_key(KIND, self._id))
        taken = Taken(KIND if way in ("spot", "question") else way, ids.new_id())
        if taken.kind == KIND:
            taken = Taken(KIND, visit.id)
        self._desk.do(
            lambda session: taking_in.take_in(session, visit, way, taken),
            lambda _changes: self._was_taken(visit, taken, then),
            self._refused,
        )

    def _with_cause(self) -> Values:
        values, profile = self.values(), self._desk.session.profile
        cause = profile.maps_to("topic", str(values.get("topic") or ""))
        label_ = profile.label("cause_civil", cause)
        return values | ({"cause": label_} if label_ != cause else {})

    def _lacks(self, way: Way) -> bool:
        if not self._known.get("name"):
            self._desk.tell(self.tr("Who is it? A name or a form of address is needed first."), "attention")
            (self.other_button if self.who.isVisibleTo(self) else self.picker).setFocus()
            if not self.who.isVisibleTo(self):
                self.picker.begin()
            return True
        draft = self.form.draft()
        needed = ("content", "answer") if way == "spot" else ("content",)
        problems = [Problem(name, "missing") for name in needed if draft[name] is None]
        problems += [found for one in self.form.editors.values() if (found := one.problem())]
        self.form.mark_problems(problems)
        if problems:
            words = "；".join(dict.fromkeys(problem_text(one) for one in problems))
            self._desk.tell(words, "attention")
        return bool(problems)

    def _refused(self, error: VillageDeskError) -> None:
        self._busy = False
        self.form.mark(error)

    def _was_taken(self, visit: Visit, taken: Taken, then: Callable[[bytes], object] | None) -> None:
        self._busy = False
        known = self._known
        self._begin({}, {}, None)
        self._ask_who()
        if then:
            then(visit.id)
        elif taken.kind == KIND:
            self._say_done(visit, known)
        else:
            self._desk.open_record(taken.kind, taken.id, _FIRST.get(taken.kind, ""))
            words = self.tr("Written down, and carried over: nothing has to be typed again.")
            self._desk.tell(words, "good")

    def _say_done(self, visit: Visit, known: Values) -> None:
        words = self.tr("{name} is written down.").format(name=known.get("name"))
        self.done.say(
            words,
            [
                (self.tr("Another matter of the same person"), partial(self._again, known, visit)),
                (self.tr("Open the record"), partial(self._desk.open_record, KIND, visit.id)),
            ],
        )

    def _again(self, known: Values, before: Visit) -> None:
        """Begin another matter of somebody who is still here (一次来访多件事)."""
        name, first = str(known.get("name") or ""), before.values.get("visit")
        self._begin({}, known, first if isinstance(first, bytes) else before.id)
        self._told_who({}, known, self.tr("{name}, another matter").format(name=name))

    def report(self, duty: str) -> None:
        """Write the visit down, and begin the report that the law orders."""
        report_id = ids.new_id()

        def begin(visit_id: bytes) -> None:
            session = self._desk.session
            values: Values = {"consultation": visit_id, "duty": duty, "reporter": session.actor.name}
            values["found_on"] = times.legal_day(session.now())
            self._desk.do(
                lambda session: records.save(session, "visit_report", report_id, values), self._reported
            )

        self.take_in("question", begin)

    def _reported(self, changes: Changes) -> None:
        for kind, record_id in changes:
            if kind == "visit_report":
                self._desk.open_record(kind, record_id, "reported_on")


def _with_age(known: Values, today: date) -> Values:
    """Add the groups that follow from the age, which the ID card number tells where nobody said it."""
    told = idcards.person_of_id(str(known.get("id_number") or ""))
    age = known.get("age") or (times.age_on(told[1], today) if told else None)
    held = known.get("groups")
    groups = (*(held if isinstance(held, tuple) else ()), *priority.by_age(age))
    return known | ({"groups": tuple(dict.fromkeys(groups))} if groups else {})
