"""The page of one record: the form in the order of the paper, the paper beside it, and what can be done."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut

from ui.desk import Desk
from ui.pages import steps, supplementing
from ui.pages.answering import Answering
from ui.pages.beginning import unseen
from ui.pages.record_view import RecordView
from ui.pages.typing_help import TypingHelp
from ui.sight import Sight, draft_key, look_at
from ui.texts import moment_text
from village_desk import times
from village_desk.commands import drafts, records
from village_desk.errors import Invalid, VillageDeskError
from village_desk.kinds import Values
from village_desk.session import Changes

DRAFT_MS = 1_500
"""After a key, until what is typed is kept."""


class RecordPage(RecordView):
    """Shows, edits, moves and prints one record of a kind.

    Signals:
        back: The record is saved; show where one came from.
        opened: Kind, id, field: open another record.
        began: Kind and first values: begin another record.
        previewed: Kind and id: show the papers.
        looked: Id of the attachment to show.
        refreshed: The record was read anew; `sight` holds it.
    """

    back = Signal()
    opened = Signal(str, object, str)
    began = Signal(str, dict)
    previewed = Signal(str, object)
    looked = Signal(object)
    refreshed = Signal()

    def __init__(self, desk: Desk, kind: str) -> None:
        super().__init__(desk, kind)
        self._id = b""
        self._begins: Values = {}
        self._stepping = False
        self._again = ""
        self._extra: steps.ExtraSteps | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self.keep_draft)
        self._connect()
        self.answering = Answering(self.notices.review, desk)
        self.typing_help = TypingHelp(self, desk, self.form, self._typed, self._edited)

    # ------------------------------------------------------------ making

    def _connect(self) -> None:
        self.header.back.connect(self.leave)
        self.notices.draft_taken.connect(self._take_draft)
        self.notices.draft_dropped.connect(self.drop_draft)
        self.notices.led.connect(self.lead_to)
        self.notices.compared.connect(lambda: self._desk.go("conflicts"))
        self.notices.asked_why.connect(lambda: self._desk.go("quarantine"))
        self.side.history.receipts_wanted.connect(
            lambda: self._desk.receipts_asked.emit(self.kind.name, self._id)
        )
        self.form.edited.connect(self._edited)
        self.form.finished.connect(self.bar.main_button.setFocus)
        self.bar.led.connect(self._lead)
        self.bar.printed.connect(lambda: self.save(lambda: self.previewed.emit(self.kind.name, self._id)))
        self.bar.submitted.connect(self.submit)
        self.bar.finished.connect(self.finish)
        self.side.paper.pressed.connect(self.bar.printed)
        self.side.attachments.wanted.connect(self.looked)
        self.side.related.wanted.connect(self._open_other)
        if "id_number" in self.form.editors:
            self.form.editors["id_number"].left.connect(self._fill_from_number)
        for part in self.parts.values():
            part.wanted.connect(self._open_other)
            part.summed.connect(self._take_sum)
            part.added.connect(self._begin)
        for adding in (self.rare, self.clock, self.notices):
            adding.added.connect(self._begin)
        self._desk.changed.connect(self._heard)
        self._desk.leaving.connect(self.keep_draft)
        for key, action in self._keys().items():
            here = Qt.ShortcutContext.WidgetWithChildrenShortcut
            shortcut = QShortcut(QKeySequence(key), self, context=here)
            shortcut.activated.connect(lambda do=action: do())

    def _keys(self) -> dict[str, Callable[[], object]]:
        return {"Esc": self.leave, "F6": self.toggle_history, "Ctrl+S": self._keep_it, "F9": self._lead}

    def _keep_it(self) -> None:
        """Save because somebody says so: a new record that holds only what it begins with, too."""
        self.save((lambda: None) if self.form.changed() else None)

    def _begin(self, kind: str, values: Values) -> None:
        self.save(lambda: self.began.emit(kind, values))

    def add_steps(self, extra: "steps.ExtraSteps") -> None:
        """Offer more than the workflow does: what a consultation may be turned into."""
        self._extra = extra

    # ------------------------------------------------------------ showing

    def open(self, record_id: bytes, field: str = "", begins: Values | None = None) -> None:
        """Show a record, or with `begins` one that is not saved yet and begins with these values."""
        self._timer.stop()
        self._id, self._begins = record_id, dict(begins or {})
        self.sight, self.correcting = None, False
        if self.side.history.isVisibleTo(self.side):
            self.side.toggle_history()
        self._desk.ask(
            lambda session: look_at(session, self.kind.name, record_id),
            lambda sight: self._show_first(sight, field),
            lambda _error: self.back.emit(),
        )

    def _show_first(self, sight: Sight, field: str) -> None:
        if sight.id != self._id:
            return
        self.sight = sight
        self.form.fill(sight.values)
        if sight.record is None:
            self.form.put(self._begins)
        self.notices.offer_draft(None if sight.record is None and self._begins else sight.draft, sight.now)
        self._show_around(sight)
        self.header.show_saved("" if sight.record is None else self._saved_words(sight))
        self.area.verticalScrollBar().setValue(0)
        if field in self.form.editors:
            QTimer.singleShot(0, self.form, lambda: self.form.focus_field(field))
        elif self.isVisible():
            self.form.focus_first(empty=sight.record is None)
            QTimer.singleShot(0, self, lambda: self.area.verticalScrollBar().setValue(0))

    def _show_again(self, sight: Sight) -> None:
        if sight.id != self._id or self.sight is None:
            return
        self.sight = sight
        self.form.refill(sight.values)
        self._show_around(sight)

    def _show_around(self, sight: Sight) -> None:
        self.show_sight(sight)
        self._show_steps(sight)
        self.refreshed.emit()

    def _saved_words(self, sight: Sight) -> str:
        when = sight.record.changed_at if sight.record else sight.now
        return self.tr("Saved {when}").format(when=moment_text(when, sight.now))

    def _take_draft(self, values: Values) -> None:
        self._begins |= {name: value for name, value in values.items() if name not in self.form.editors}
        self.form.put(values)
        for name in self.form.editors.keys() & values.keys():
            self.form.editors[name].check()
        self._edited()

    def drop_draft(self) -> None:
        """Forget what was typed and never saved."""
        key = draft_key(self.kind.name, self._id)
        self._desk.do(lambda session: drafts.drop(session, key))

    # ------------------------------------------------------------ typing, drafts, saving

    def _edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()
        self.header.show_saved("")
        self._show_missing()
        if self.sight is not None:
            self.want_paper(self.sight)

    def _fill_from_number(self) -> None:
        """Fill sex, birth date and age from the ID card number, where they are empty."""
        typed = self.form.draft()
        known = records.completed(
            self.kind, {"id_number": typed["id_number"], "met_on": typed.get("met_on")}, typed
        )
        found: Values = {
            name: known[name]
            for name in ("sex", "born_on", "age")
            if name in known and typed.get(name) is None
        }
        if found:
            self.form.put(found)
            self._edited()

    def record_id(self) -> bytes:
        """Return the id of the record shown."""
        return self._id

    def unsaved(self) -> bool:
        """Say whether something was typed that is not saved: what a new record begins with does not count."""
        typed = self.form.changed()
        if self.sight is not None and self.sight.record is None:
            return any(self._begins.get(name) != value for name, value in typed.items())
        return bool(typed)

    def _typed(self) -> tuple[str, bytes, Values]:
        saved = self.sight.values if self.sight else {}
        return self.kind.name, self._id, {**self._begins, **saved, **self.form.draft()}

    def keep_draft(self) -> None:
        """Keep what is typed now as a draft; nothing is checked."""
        self._timer.stop()
        if self.sight is None or not self.unsaved():
            return
        values = {**self._hidden_values(), **self.form.changed()}
        kind, record_id, key = self.kind.name, self._id, draft_key(self.kind.name, self._id)
        self._desk.do(
            lambda session: drafts.keep(session, key, kind, record_id, values),
            lambda _changes: self._draft_kept(),
        )

    def _draft_kept(self) -> None:
        clock = times.local_text(self._desk.session.now())[-5:]
        self.header.show_saved(self.tr("Kept by itself {clock}").format(clock=clock))

    def _hidden_values(self) -> Values:
        """What no editor shows: links of a new record; of a draft, fields the county has given up."""
        saved = self.sight is None or self.sight.record is not None
        return unseen(self._begins, self.form.editors, saved=saved)

    def save(self, then: Callable[[], object] | None = None, reason: str = "") -> None:
        """Save what fits its fields, then do what comes next; what does not stays marked, and a draft."""
        self._timer.stop()
        if self.sight is None:
            return
        new = self.sight.record is None
        if not self.unsaved() and not (new and then):
            if then:
                then()
            return
        typed = self.form.changed()
        wrong = {name: typed[name] for name in typed if self.form.editors[name].problem()}
        values = {**self._hidden_values(), **{name: typed[name] for name in typed if name not in wrong}}
        for name in wrong:
            self.form.editors[name].check()
        kind, record_id = self.kind.name, self._id
        self._desk.do(
            lambda session: steps.save(session, kind, record_id, values, wrong, reason),
            lambda _changes: self._was_saved(then, wrong=bool(wrong)),
            lambda error: self._not_saved(error, record_id, values | wrong),
        )

    def _was_saved(self, then: Callable[[], object] | None, *, wrong: bool) -> None:
        self.correcting = False
        clock = times.local_text(self._desk.session.now())[-5:]
        words = self.tr("Saved {when}").format(when=clock)
        self.header.show_saved(self.tr("Kept by itself; one value needs another look") if wrong else words)
        self._look_again()
        if then:
            then()

    def _not_saved(self, error: VillageDeskError, record_id: bytes, values: Values) -> None:
        kind, key = self.kind.name, draft_key(self.kind.name, record_id)
        self._desk.do(lambda session: drafts.keep(session, key, kind, record_id, values))
        self._stepping, self._again = False, ""
        if record_id == self._id:
            self.form.mark(error)
            if error.code in supplementing.CODES and self.isVisible():
                supplementing.ask(self._desk, self, error)

    def _look_again(self) -> None:
        record_id = self._id
        self._desk.ask(lambda session: look_at(session, self.kind.name, record_id), self._show_again)

    def _heard(self, changes: Changes) -> None:
        if self.sight is None:
            return
        about = {self._id} | {one.id for found in self.sight.children.values() for one in found}
        if self.isVisible() and any(record_id in about or kind in self.parts for kind, record_id in changes):
            self._look_again()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save when another page is shown."""
        super().hideEvent(event)
        if not event.spontaneous() and self.unsaved():
            self.save()

    def leave(self) -> None:
        """Save and go back; a new record nobody wrote into leaves no trace."""
        if self.form.composing():
            return
        if self.sight is None or not self.unsaved():
            self.back.emit()
            return
        self.save(self.back.emit)

    # ------------------------------------------------------------ steps

    def _show_steps(self, sight: Sight) -> None:
        main, sides, more = steps.arrange(self, sight, self._extra, self._desk.session.actor.roles)
        self.bar.print_button.setVisible(bool(self.look.papers) and not sight.hidden)
        may_submit = steps.may_submit(self.kind, sight)
        self.bar.submit_button.setVisible(may_submit)
        self.bar.show_steps(main, sides, more)
        self.form.show_needed(self._main_move())
        self._show_missing()

    def _main_move(self) -> str:
        return steps.main_move(self.kind.name, self.sight) if self.sight else ""

    def _show_missing(self) -> None:
        if self.sight is None:
            return
        text, hint = steps.missing_words(self.kind, self.sight, self._main_move(), self.form.values())
        self.bar.show_missing(text, hint)

    def _lead(self) -> None:
        if self.sight is not None:
            problems = steps.missing(self.kind, self.sight, self._main_move(), self.form.values())
            if problems:
                self.lead_to(problems[0].field)

    def lead_to(self, place: str) -> None:
        """Put the cursor into a field, open the linked record `kind:id:field`, or begin a missing one."""
        if place in self.leads:
            self.leads[place]()
        elif place in self.form.editors:
            self.form.focus_field(place)
        elif place in self.parts:
            self.parts[place].focus_add()
        elif place.count(":") == 2:
            kind, record_id, field = place.split(":")
            self.save(lambda: self.opened.emit(kind, bytes.fromhex(record_id), field))

    def finish(self) -> None:
        """Take the main step; a record without steps is saved and left."""
        if self.form.composing() or self.sight is None:
            return
        move = self._main_move()
        if move:
            self.take_step(move)
        else:
            self.save(self.back.emit)

    def take_step(self, name: str) -> None:
        """Save, then take a workflow step."""
        problems = [found for one in self.form.editors.values() if (found := one.problem())]
        if problems:
            self.save()
            self.form.mark_problems(problems)
            return
        kind, record_id = self.kind.name, self._id
        if self._stepping:
            self._again = name
            return
        self._stepping = True
        self.save(
            lambda: self._desk.do(
                lambda session: steps.move(session, kind, record_id, name),
                lambda _changes: self._stepped(steps.done_words(kind, name)),
                self._refused,
            )
        )

    def _stepped(self, words: str) -> None:
        self._stepping, self._again = False, ""
        self._desk.tell(words, "good")

    def submit(self) -> None:
        """Save, then send the record to the township for review."""
        kind, record_id = self.kind.name, self._id
        self.answering.keep()
        words = self.tr("Handed in. It goes to the township with the next round; until then it is safe here.")
        self.save(
            lambda: self._desk.do(
                lambda session: steps.submit(session, kind, record_id),
                lambda _changes: self._desk.tell(words, "good"),
                self._refused,
            )
        )

    def begin(self, ask: "steps.Asking") -> None:
        """Open a small window over the page: where the record belongs, why it is corrected or reopened."""
        ask(self._desk, self)

    def _refused(self, error: VillageDeskError) -> None:
        again, self._stepping, self._again = self._again, False, ""
        self.form.mark(error)
        if again:  # quick hands filled in what was missing and asked once more before the answer came
            self.take_step(again)
        elif isinstance(error, Invalid):
            self._desk.tell(steps.refused_words(self.kind, error), "attention")

    def _open_other(self, kind: str, record_id: bytes) -> None:
        self.save(lambda: self.opened.emit(kind, record_id, ""))

    def _take_sum(self, total: object) -> None:
        self.form.put({"total_income": total})
        self._edited()
