"""Where a page without a readable code belongs: the likely sheets first, then any record by name."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

import forms
from ui.desk import Desk
from ui.filing_lines import Line, Target
from ui.filing_words import form_title, source_text
from ui.texts import kind_text, moment_text, record_line
from ui.widgets.cards import column
from ui.widgets.labels import label
from ui.widgets.picker import Line as Choice
from ui.widgets.picker import Picker
from village_desk.errors import PrintTrouble
from village_desk.kinds import KINDS
from village_desk.queries import filing, search
from village_desk.queries.filing import Candidate
from village_desk.queries.search import Hit
from village_desk.session import Session
from village_desk.times import legal_day

_LIMIT = 40
_HITS = 20
_NO_PAPER = ("attachment", "sheet", "submission", "review", "supplement")


class WhichPaper(QDialog):
    """Asks for the printed sheet and page, or the record, that a page belongs to.

    Signals:
        answered: A `Target`.
    """

    answered = Signal(object)

    def __init__(self, parent: QWidget, desk: Desk, line: Line) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Which paper is this?"))
        self._desk = desk
        self._likely: list[Candidate] = []
        self._hits: list[Hit] = []
        self.picker = Picker(self.tr("Name, pinyin, number, or the code under the QR code"), self._choices)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText(self.tr("File it there"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Not now"))
        self.buttons.accepted.connect(lambda: self._take(self.picker.value()))
        self.buttons.rejected.connect(self.reject)
        self.picker.taken.connect(self._take)
        self.picker.edit.textChanged.connect(self._search)
        words = self.tr(
            "{source}: printed sheets without a signed page come first, those of today before the others. "
            "Typing finds any record."
        )
        layout = column(12, 16)
        layout.addWidget(label(words.format(source=source_text(line)), "small", wrap=True))
        layout.addWidget(self.picker, 1)
        layout.addWidget(self.buttons)
        self.setLayout(layout)
        self.resize(680, 460)
        form_no = line.form_no
        desk.ask(lambda session: _likely(session, form_no), self._show_likely)

    def _show_likely(self, found: list[Candidate]) -> None:
        self._likely = found
        self.picker.refill()

    def _search(self, typed: str) -> None:
        """Ask for records by what was typed; the answer to an earlier key comes too late and is dropped."""

        def show(found: list[Hit]) -> None:
            if self.picker.edit.text() == typed:
                self._hits = [one for one in found if one.kind in KINDS and one.kind not in _NO_PAPER]
                self.picker.refill()

        if typed.strip():
            self._desk.ask(lambda session: search.hits(session, typed, _HITS), show)
        else:
            self._hits = []

    def _choices(self, typed: str) -> list[Choice]:
        known = _typed_code(typed)
        if known:
            return [(known, self.tr("The sheet with this code"))]
        wanted = typed.strip().lower()
        sheets = [
            choice
            for candidate in self._likely
            for choice in self._pages(candidate)
            if not wanted or wanted in choice[1].lower()
        ]
        hits = [(f"{hit.kind}:{hit.id.hex()}:0", record_line(hit)) for hit in self._hits if wanted]
        return sheets + hits

    def _pages(self, candidate: Candidate) -> Iterator[Choice]:
        values = candidate.sheet.values
        printed, pages = values.get("printed_at"), values.get("pages")
        now = self._desk.session.now()
        when = moment_text(printed, now) if isinstance(printed, int) else ""
        name = candidate.name or kind_text(candidate.record.kind)
        title = form_title(str(values.get("form_no")))
        for page in candidate.pages:
            which = f"{page}/{pages}" if isinstance(pages, int) and pages > 1 else ""
            printed_words = self.tr("printed {when}").format(when=when)
            line = "    ".join(filter(None, (name, title, which, printed_words)))
            yield f"sheet:{candidate.sheet.id.hex()}:{page}", line

    def _take(self, value: str) -> None:
        if not value:
            return
        kind, record_id, page = value.split(":")
        target: Target = (kind, bytes.fromhex(record_id), int(page))
        self.accept()
        self.answered.emit(target)


def _likely(session: Session, form_no: str) -> list[Candidate]:
    return filing.candidates(session, form_no, legal_day(session.now()), _LIMIT)


def _typed_code(typed: str) -> str:
    """Return the sheet and page whose code was typed in by hand, or ""."""
    try:
        code = forms.read_qr_text(typed)
    except PrintTrouble:
        return ""
    return f"sheet:{code.sheet_id.hex()}:{code.page}"
