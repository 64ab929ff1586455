"""The bound dossier before it is printed or saved: its contents, and the pages of the part chosen."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from PySide6.QtGui import QImage

from forms.dossier import Bound, bind_case
from ui.desk import Desk
from ui.pages.paper_page import PaperPage
from ui.printing import page_images, print_pdf, save_pdf
from ui.texts import sentence_of
from village_desk.commands.dossier import keep_contents
from village_desk.commands.papers import record_sheet
from village_desk.errors import PrintTrouble
from village_desk.i18n import N_, translated
from village_desk.sealed import SealedFile
from village_desk.session import Changes, Session

_DPI = 110
_TOGETHER = 10
"""Pages shown at once: each takes 5 MB."""
_TITLE, _CONTENTS = N_("bound", "Bound dossier"), N_("bound", "Contents")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some pages of one part, shown together."""

    title: str
    first: int
    last: int


class BoundPage(PaperPage):
    """Shows one bound dossier; it is bound anew each time, so that it is never older than its papers."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, (translated("bound", _TITLE), translated("bound", _CONTENTS)))
        self._file: SealedFile | None = None
        self._bound: Bound | None = None
        self._noted: Bound | None = None
        self._stretches: list[_Stretch] = []
        self._wanted = 0
        self.list.currentRowChanged.connect(lambda _row: self._draw())
        self.printed.connect(self._print)
        self.saved.connect(self.save_file)
        self._forget()
        self.back.connect(self._forget)

    # ------------------------------------------------------------ binding

    def bind_case(self, case_id: bytes) -> None:
        """Bind the dossier of a case and show it."""
        self._forget()
        self.words.setText(self.tr("Binding …"))
        self._desk.ask_slowly(
            lambda session: _bound(session, case_id),
            lambda made: self._show(*made),
            lambda error: self.words.setText(sentence_of(error)),
        )

    def _show(self, bound: Bound, file: SealedFile) -> None:
        self._bound, self._file = bound, file
        self._stretches = list(_stretches(bound))
        self.list.blockSignals(True)
        for one in self._stretches:
            self.list.addItem(one.title)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        self.list.setFocus()
        self._say(bound)
        self._draw()
        lines = [line.values() for line in bound.lines]
        self._desk.do(lambda session: keep_contents(session, bound.dossier_id, lines, bound.numbered))

    def _say(self, bound: Bound) -> None:
        words = self.tr("{pages} pages, {numbered} of them numbered.")
        self.words.setText(words.format(pages=bound.pages, numbered=bound.numbered))
        left_out = self.tr("{count} files could not be bound in: no picture or PDF, or not on this PC yet.")
        boxes = self.tr("No font has these characters; a box stands in their place: {characters}")
        said = [left_out.format(count=bound.left_out)] if bound.left_out else []
        said += [boxes.format(characters=bound.missing)] if bound.missing else []
        self.warning.setText(" ".join(said))
        self.warning.setVisible(bool(said))

    def _forget(self) -> None:
        """Close the file: what is shown next is bound anew."""
        file, self._file, self._bound = self._file, None, None
        self._wanted += 1
        if file is not None:
            self._desk.ask_slowly(lambda _session: file.close(), lambda _none: None)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.blockSignals(False)
        self.pages.show_pages([])
        self.warning.hide()
        self.ready(yes=False)

    def _draw(self) -> None:
        place, file = self.list.currentRow(), self._file
        if file is None or not 0 <= place < len(self._stretches):
            return
        self._wanted += 1
        wanted, stretch = self._wanted, self._stretches[place]
        self.ready(yes=False)  # the file is read by one thread at a time

        def draw(_session: Session) -> list[QImage]:
            return list(page_images(cast(BinaryIO, file), _DPI, range(stretch.first, stretch.last)))

        self._desk.ask_slowly(draw, lambda images: self._show_pages(wanted, images))

    def _show_pages(self, wanted: int, images: list[QImage]) -> None:
        if wanted == self._wanted:
            self.pages.show_pages(images)
            self.ready(yes=True)

    # ------------------------------------------------------------ out

    def _print(self) -> None:
        if self._file is None:
            return
        try:
            printed = print_pdf(cast(BinaryIO, self._file), self, self.heading.text())
        except PrintTrouble as error:
            self._desk.tell(sentence_of(error), "attention")
            return
        if printed:
            self.note_printed()

    def note_printed(self) -> None:
        """Keep each paper that was drawn anew as a printed sheet: its signed pages find their way back."""
        self._note(self.tr("Printed. The sheets are kept."))

    def _note(self, words: str) -> None:
        """Keep the sheets once, however often the dossier shown is printed and saved."""
        bound = self._bound
        if bound is None or bound is self._noted:
            self._desk.tell(words, "good")
            return
        self._noted = bound

        def note(session: Session) -> Changes:
            touched: Changes = frozenset()
            for one in bound.fresh:
                touched |= record_sheet(session, (one.kind, one.record_id), one.sheet_id, one.printed)
            return touched

        self._desk.do(note, lambda _changes: self._desk.tell(words, "good"))

    def save_file(self, path: Path) -> None:
        """Write the dossier to `path`; it may be printed elsewhere, so its sheets are kept as printed."""
        file, words = self._file, self.tr("The PDF has been saved.")
        if file is not None:
            self._desk.ask_slowly(
                lambda _session: save_pdf(path, cast(BinaryIO, file)), lambda _none: self._note(words)
            )


def _bound(session: Session, case_id: bytes) -> tuple[Bound, SealedFile]:
    file = SealedFile(session.store.folder)
    try:
        return bind_case(session, case_id, cast(BinaryIO, file)), file
    except BaseException:
        file.close()
        raise


def _stretches(bound: Bound) -> Iterator[_Stretch]:
    """Divide long parts, and name each stretch by the page numbers on its sheets."""
    pages = {line.title: line.page_range for line in bound.lines}
    ends = [first for _title, first in bound.places[1:]] + [bound.pages]
    for (title, first), end in zip(bound.places, ends, strict=True):
        begins = pages.get(title, "").partition("-")[0]
        for at in range(first, end, _TOGETHER):
            last = min(end, at + _TOGETHER)
            if not begins:
                yield _Stretch(title, at, last)
                continue
            number = int(begins) + at - first
            shown = str(number) if last - at == 1 else f"{number}-{number + last - at - 1}"
            yield _Stretch(f"{title}  {shown}", at, last)
