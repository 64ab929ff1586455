"""The list of one kind of record: newest first, what was not finished on top, and a new one a key away."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.looks import LOOKS
from ui.models.record_model import NEVER_SENT, RecordModel, Row
from ui.texts import kind_text, moment_text
from ui.widgets.buttons import Button
from ui.widgets.cards import column, row
from ui.widgets.labels import label
from ui.widgets.panels import Panel
from ui.widgets.record_table import RecordList
from village_desk import rights, times
from village_desk.kinds import KINDS
from village_desk.queries import drafts, lists, records, reviews, search
from village_desk.queries import marks as marking
from village_desk.queries.drafts import SavedDraft
from village_desk.session import Changes, Session

SHOWN_DRAFTS = 4


def rows(session: Session, kind: str, text: str, state: str, offset: int) -> tuple[list[Row], int, int]:
    """Return a page of a list with the standing of each record, how many there are, and how many await words.

    The last are records that a filter by `text` cannot find yet.
    """
    found = lists.page(session, kind, text=text, state=state, offset=offset)
    reviewed = KINDS[kind].reviewed
    marks = marking.marks(session, found)
    made = [
        Row(one, reviews.state_of(session, kind, one.id) if reviewed else NEVER_SENT, marks[one.id])
        for one in found
    ]
    total = lists.count(session, kind, text=text, state=state) if not offset else -1
    return made, total, search.waiting(session) if text else 0


def unfinished(session: Session, kinds: Sequence[str]) -> list[tuple[SavedDraft, str]]:
    """Return drafts of these kinds, each with the name of its record."""
    found = []
    for draft in drafts.open_drafts(session):
        if draft.kind in kinds:
            held = records.find(session, draft.kind, draft.record_id)
            name = KINDS[draft.kind].record_name({**(held.values if held else {}), **draft.values})
            found.append((draft, name))
    return found[:SHOWN_DRAFTS]


class ListPage(QWidget):
    """A title, what was not finished, the list.

    Signals:
        opened: Kind and id.
        began: Begin a new record.
    """

    opened = Signal(str, object)
    began = Signal()

    def __init__(self, desk: Desk, kind: str, titles: tuple[str, str, str], key: str = "Ctrl+N") -> None:
        """Make it; `titles` are those of the page, of the button for a new record, and of the empty list."""
        super().__init__()
        self._desk = desk
        self._kind = kind
        title, new, empty = titles
        profile, declared = desk.session.profile, desk.session.profile.kind(kind)
        specs = [declared.fields[name] for name in LOOKS[kind].columns]
        state = declared.fields.get("state")
        self.new_button = Button(new, self.began.emit, look="main", key=key, icon_name="fa6s.plus")
        actor = desk.session.actor
        self._may_write = any(rights.reach(role, "write", kind) for role in actor.roles)
        if not self._may_write:
            self.new_button.hide()
        self.draft_panel = Panel("attention")
        faces = {
            spec.name: "chip" if spec.name == "state" else spec.face
            for spec in [*specs, *([state] if state else [])]
        }
        codes = profile.codes(state.codes, times.legal_day(desk.session.now())) if state else []
        longest = max(
            (spec for spec in specs if spec.face in ("text", "note")), key=lambda spec: spec.high or 0
        )
        model = RecordModel(specs, profile, reviewed=declared.reviewed, state=state)
        self.list = RecordList(model, faces, longest.name, codes)
        nothing = empty if self._may_write else self.tr("There is nothing here yet.")
        self.list.set_empty(nothing, new if self._may_write else "", self.began)
        layout = column(10)
        layout.setContentsMargins(24, 16, 24, 12)
        self.beside = row()
        top = row(label(title, "title"), None, spacing=8)
        top.addLayout(self.beside)
        top.addWidget(self.new_button)
        layout.addLayout(top)
        layout.addWidget(self.draft_panel)
        self.over = column(10)  # what a page has to say before its list
        layout.addLayout(self.over)
        layout.addWidget(self.list, 1)
        self.setLayout(layout)
        self.sheet_button = Button(self.tr("Save as XLSX"), self._choose_file, icon_name="fa6s.file-excel")
        self.beside.addWidget(self.sheet_button)  # as of `add_button`
        self.sheet_button.setVisible(any(rights.reach(role, "export", kind) for role in actor.roles))
        self.list.asked.connect(self._ask)
        self.list.opened.connect(self.opened)
        desk.changed.connect(self._heard)

    def add_button(self, text: str, press: Callable[[], object], icon_name: str) -> Button:
        """Put a button beside that for a new record; who may not write one does not see it."""
        button = Button(text, press, icon_name=icon_name)
        self.beside.addWidget(button)  # before it is shown: without a parent it would open as a window
        button.setVisible(self._may_write)
        return button

    def _choose_file(self) -> None:
        proposed = f"{kind_text(self._kind)} {times.legal_day(self._desk.session.now())}.xlsx"
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as XLSX"), proposed, "XLSX (*.xlsx)")
        if name:
            self.save_sheet(Path(name))

    def save_sheet(self, path: Path) -> None:
        """Write the list, as it is filtered, as a spreadsheet to `path`; it is not encrypted."""
        wanted = (self._kind, self.list.text(), self.list.state(), path)

        def write(session: Session) -> int:
            from ui.pages import list_file  # noqa: PLC0415 - the library takes its time

            return list_file.write(session, *wanted)

        words = self.tr("{count} records were saved. The file is not encrypted: keep it to yourself.")
        self._desk.ask_slowly(write, lambda count: self._desk.tell(words.format(count=count), "attention"))

    def refresh(self) -> None:
        """Ask anew for the list and for what was not finished."""
        self.list.ask()
        kinds = (self._kind, *_kinds_under(self._kind))
        self._desk.ask(
            lambda session: (unfinished(session, kinds), session.now()),
            lambda found: self._show_drafts(*found),
        )

    def _heard(self, changes: Changes) -> None:
        if self.isVisible() and any(kind in (self._kind, "submission", "review") for kind, _id in changes):
            self.list.ask()

    def _ask(self, text: str, state: str, offset: int) -> None:
        kind = self._kind
        show: Callable[[tuple[list[Row], int, int]], None] = self._show if offset == 0 else self._add
        self._desk.ask(lambda session: rows(session, kind, text, state, offset), show)

    def _show(self, found: tuple[list[Row], int, int]) -> None:
        self.list.show_rows(*found)

    def _add(self, found: tuple[list[Row], int, int]) -> None:
        self.list.model.add(found[0])

    def _show_drafts(self, found: list[tuple[SavedDraft, str]], now: int) -> None:
        words = self.tr("Typed and not finished. Go on writing?") if found else ""
        links = []
        for draft, name in found:
            text = f"{kind_text(draft.kind)}  {name}  {moment_text(draft.saved_at, now)}"
            links.append((text, partial(self.opened.emit, draft.kind, draft.record_id)))
        self.draft_panel.say(words, links=links)


def _kinds_under(kind: str) -> list[str]:
    parts = list(LOOKS[kind].parts)
    return parts + [deeper for part in parts for deeper in LOOKS[part].parts]
