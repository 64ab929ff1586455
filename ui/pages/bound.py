"""The bound dossier before it is printed or saved: its contents, and the pages of the part chosen."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar, cast

from PySide6.QtGui import QHideEvent, QImage, QShowEvent

from ui.desk import Desk
from ui.pages.paper_page import PaperPage
from ui.printing import page_images, print_pdf, save_pdf
from ui.texts import sentence_of
from village_desk.commands.dossier import keep_contents
from village_desk.commands.papers import record_sheet
from village_desk.errors import NotAllowed, PrintTrouble, VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.sealed import SealedFile
from village_desk.session import Changes, Session

if TYPE_CHECKING:
    from forms.dossier import Bound

T = TypeVar("T")

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
        self._case = b""
        self._asked = 0
        self._reading = 0
        self._file: SealedFile | None = None
        self._bound: Bound | None = None
        self._noted: Bound | None = None
        self._stretches: list[_Stretch] = []
        self._wanted = 0
        self.list.currentRowChanged.connect(lambda _row: self._draw())
        self.printed.connect(self._print)
        self.saved.connect(self.save_file)
        self._forget()
        self.back.connect(lambda: self.bind_case(b""))

    # ------------------------------------------------------------ binding

    def bind_case(self, case_id: bytes) -> None:
        """Bind the dossier of a case and show it, as soon as the page is seen; none for an empty id."""
        self._case = case_id
        self._forget()
        if self.isVisible():
            self._bind()

    def _bind(self) -> None:
        if not self._case:
            return
        self._asked += 1
        case_id, asked = self._case, self._asked
        self.words.setText(self.tr("Binding …"))

        def made(answer: "tuple[Bound, SealedFile]") -> None:
            if asked == self._asked:
                self._show(*answer)
            else:
                self._close(answer[1])

        def failed(error: VillageDeskError) -> None:
            if asked == self._asked:
                self.words.setText(sentence_of(error))

        self._desk.ask_slowly(lambda session: _bound(session, case_id), made, failed)

    def showEvent(self, event: QShowEvent) -> None:
        """Bind anew what is looked at again, after a lock or another page."""
        super().showEvent(event)
        if not event.spontaneous() and self._file is None:
            self._bind()

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep nothing of a dossier that nobody looks at."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._forget()

    def _show(self, bound: "Bound", file: SealedFile) -> None:
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

    def _say(self, bound: "Bound") -> None:
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
        self._asked += 1
        self._stretches = []
        if file is not None:
            self._close(file)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.blockSignals(False)
        self.pages.show_pages([])
        self.words.clear()
        self.warning.hide()
        self.ready(yes=False)

    def _close(self, file: SealedFile) -> None:
        """Close a file after what is being read of it, on the same thread."""
        self._desk.ask_slowly(lambda _session: file.close(), lambda _none: None)

    def _draw(self) -> None:
        place, file = self.list.currentRow(), self._file
        if file is None or not 0 <= place < len(self._stretches):
            return
        self._wanted += 1
        wanted, stretch = self._wanted, self._stretches[place]

        def draw() -> list[QImage]:
            return list(page_images(cast(BinaryIO, file), _DPI, range(stretch.first, stretch.last)))

        def drawn(images: list[QImage]) -> None:
            if wanted == self._wanted:
                self.pages.show_pages(images)

        self._read(draw, drawn)

    def _read(self, read: Callable[[], T], done: Callable[[T], None]) -> None:
        """Read the file on the slow thread; nothing goes to a printer meanwhile, which reads it here."""
        self._reading += 1
        self.ready(yes=False)

        def over() -> None:
            self._reading -= 1
            self.ready(yes=self._file is not None and not self._reading)

        def heard(answer: T) -> None:
            over()
            done(answer)

        self._desk.ask_slowly(lambda _session: read(), heard, lambda _error: over(), over)

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
        self._note(self.tr("Printed. The sheets are kept."), self._bound)

    def _note(self, words: str, bound: "Bound | None") -> None:
        """Keep sheets and contents once, however often the dossier shown is printed and saved.

        Contents that lack a file are not kept: the numbers of their pages would be wrong. Nor are they where
        the actor may not write, or the case is approved or signed: what is kept there stands.
        """
        if bound is None or bound is self._noted:
            self._desk.tell(words, "good")
            return
        self._noted = bound
        lines = [line.values() for line in bound.lines]

        def note(session: Session) -> Changes:
            touched: Changes = frozenset()
            for one in bound.fresh:
                touched |= record_sheet(session, (one.kind, one.record_id), one.sheet_id, one.printed)
            if not bound.left_out:
                with suppress(NotAllowed):
                    touched |= keep_contents(session, bound.dossier_id, lines, bound.numbered)
            return touched

        self._desk.do(note, lambda _changes: self._desk.tell(words, "good"))

    def save_file(self, path: Path) -> None:
        """Write the dossier to `path`; it may be printed elsewhere, so its sheets are kept as printed."""
        file, bound, words = self._file, self._bound, self.tr("The PDF has been saved.")
        if file is not None:
            self._read(lambda: save_pdf(path, cast(BinaryIO, file)), lambda _none: self._note(words, bound))


def _bound(session: Session, case_id: bytes) -> "tuple[Bound, SealedFile]":
    from forms.dossier import bind_case  # noqa: PLC0415 - what reads PDF takes 14 MB, and few bind a dossier

    file = SealedFile(session.store.folder)
    try:
        return bind_case(session, case_id, cast(BinaryIO, file)), file
    except BaseException:
        file.close()
        raise


def _stretches(bound: "Bound") -> Iterator[_Stretch]:
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
