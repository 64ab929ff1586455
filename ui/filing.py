"""Signed papers on their way into the records: page by page, behind the window (签字件收回).

Reading a page takes a quarter of a second and more, so it is done on the thread for slow work; what it says
is then filed on the thread of the store, one page after the other. The window never waits, and no more than
one page is in memory.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal

from ui import preferences, scan_folder
from ui.filing_lines import Line, Source, Target, files_of, name_line, picture_of, pixels_of, title_of
from village_desk.commands import filing, records
from village_desk.commands.filing import Code, Filed
from village_desk.errors import UserError, VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.queries.records import find
from village_desk.session import NOTHING, Changes, Session

if TYPE_CHECKING:
    from forms.reading_back import Scan, ScannedPage
    from ui.desk import Desk

_PASTED = N_("filing", "pasted picture")
LOOK_MS = 4_000
"""Between two looks into the watched folder; a file is taken when two looks find it the same."""


@dataclass(slots=True)
class _Work:
    """The file under way; `scan` is used on the slow thread only."""

    source: Source
    scan: "Scan | None" = None
    pages: int = 1
    lines: list[Line] = field(default_factory=list)


class Filing(QObject):
    """Takes files one after the other and files their pages; `lines` hold what became of each.

    Signals:
        told: A line was added or has changed.
        moved: A file begins or ends; `busy` and `waiting` say what is still to be done.
    """

    told = Signal(object)
    moved = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._queue: deque[Source] = deque()
        self._work: _Work | None = None
        self._seen: scan_folder.Seen = {}
        self._taken: scan_folder.Seen = {}
        self._folder = ""
        self.lines: list[Line] = []
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether a file is being read."""
        return self._work is not None

    @property
    def waiting(self) -> int:
        """How many files wait behind it."""
        return len(self._queue)

    def take(self, sources: Sequence[Source]) -> None:
        """File these, after what waits already."""
        self._queue.extend(sources)
        if self._work is None:
            self._begin()

    def takes(self, data: QMimeData | None) -> bool:
        """Say whether there is something to file in what is dragged or lies on the clipboard."""
        return data is not None and (bool(files_of(data)) or data.hasImage())

    def drop(self, data: QMimeData | None) -> bool:
        """File the pictures and PDFs, or the picture without a file, and say whether there was any."""
        files = files_of(data) if data is not None else []
        picture = b"" if files or data is None else pixels_of(data)
        sources = [Source(path.name, path) for path in files]
        if picture:
            sources = [Source(translated("filing", _PASTED), picture)]
        self.take(sources)
        return bool(sources)

    # ------------------------------------------------------------ one file, page by page

    def _begin(self) -> None:
        if not self._queue:
            self._work = None
            self.moved.emit()
            return
        work = self._work = _Work(self._queue.popleft())
        self.moved.emit()
        self._slowly(lambda _session: _opened(work), lambda _none: self._page(work, 1), self._closed_off)

    def _page(self, work: _Work, number: int) -> None:
        if number > work.pages:
            self._end(work)
            return

        def failed(error: VillageDeskError) -> None:
            self._add(work, Line(work.source, number, work.pages, "failed", error))
            self._page(work, number + 1)

        self._slowly(lambda _session: _page_of(work, number), lambda page: self._file(work, page), failed)

    def _file(self, work: _Work, page: "ScannedPage") -> None:
        line = Line(work.source, page.number, work.pages, "asks")
        code = page.code
        if code is None:
            blank = page.problem == "scan.blank"
            line.state = "blank" if blank else "asks"
            line.problem = None if blank else UserError(page.problem)
            self._add(work, line)
            self._page(work, page.number + 1)
            return
        line.form_no = code.form_no
        said = Code(code.sheet_id, code.form_no, code.page, code.pages)

        def file(session: Session) -> Filed:
            return filing.file_by_code(
                session, page.picture, said, title_of(code.form_no, code.page, code.pages)
            )

        def went() -> None:
            self._add(work, line)
            self._page(work, page.number + 1)

        self._do(line, file, went)

    def _do(self, line: Line, file: Callable[[Session], Filed], went: Callable[[], None]) -> None:
        """File a picture on the thread of the store; what is refused is kept in the line."""

        def command(session: Session) -> Changes:
            try:
                filed = file(session)
            except VillageDeskError as error:
                line.state, line.problem = "asks" if isinstance(error, UserError) else "failed", error
                return NOTHING
            line.filed, line.state, line.problem = filed, filed.outcome, None
            name_line(session, line, filed)
            return filed.changes

        def broken() -> None:
            line.state, line.problem = "failed", UserError("scan.fault")
            went()

        self._desk.do(command, lambda _changes: went(), broken=broken)

    def _closed_off(self, error: VillageDeskError) -> None:
        work = self._work
        if work is not None:
            self._add(work, Line(work.source, 1, 1, "failed", error))
            self._end(work)

    def _end(self, work: _Work) -> None:
        def close(_session: Session) -> None:
            if work.scan is not None:
                work.scan.close()
            self._put_away(work.source, work.lines)

        self._slowly(close, lambda _none: self._begin(), lambda _error: self._begin())

    def _add(self, work: _Work, line: Line) -> None:
        work.lines.append(line)
        self.lines.append(line)
        self.told.emit(line)

    def _put_away(self, source: Source, lines: Sequence[Line]) -> None:
        """Put a watched file away once all of it is safe in the store; see docs/decisions/0020.

        A page that a person left out keeps its file where it is. One that seems blank is kept nowhere else:
        its file is moved aside at most, and deleted by a person alone.
        """
        states = {line.state for line in lines}
        kept = states <= {"filed", "again", "blank"} and bool(states - {"blank"})
        if source.watched and kept and isinstance(source.content, Path):
            after = "moved" if "blank" in states else preferences.load(self._desk.account.folder).scan_after
            source.content = scan_folder.put_away(source.content, after) or source.content

    def _slowly(
        self,
        work: "Callable[[Session], object]",
        done: Callable[..., None],
        failed: Callable[[VillageDeskError], None],
    ) -> None:
        """Ask on the slow thread; what goes wrong stands in the table, not in the message bar.

        After a bug the next page is read all the same: one strange file must not stop all that come after it.
        """

        def safely(session: Session) -> object:
            try:
                return work(session)
            except VillageDeskError as error:
                return error

        def heard(answer: object) -> None:
            failed(answer) if isinstance(answer, VillageDeskError) else done(answer)

        self._desk.ask_slowly(safely, heard, broken=lambda: failed(UserError("scan.fault")))

    # ------------------------------------------------------------ what a person decides

    def show(self, line: Line, shown: Callable[[bytes], None]) -> None:
        """Bring the picture of a page, as it is filed or would be; nothing when it is not to be had."""
        self._slowly(lambda session: picture_of(session, line), shown, lambda _error: shown(b""))

    def choose(self, line: Line, target: Target) -> None:
        """File a page where a person says it belongs."""
        kind, record_id, page = target

        def file(session: Session, picture: bytes) -> Filed:
            if kind != "sheet":
                return filing.file_with_record(
                    session, picture, (kind, record_id), title_of(line.form_no, 0, 0)
                )
            sheet = find(session, "sheet", record_id)
            if sheet is None:
                raise UserError("scan.unknown")
            number, pages = str(sheet.values.get("form_no")), sheet.values.get("pages")
            title = title_of(number, page, pages if isinstance(pages, int) else 1)
            return filing.file_with_sheet(session, picture, sheet, page, title)

        self._slowly(
            lambda session: picture_of(session, line),
            lambda picture: self._do(
                line, lambda session: file(session, picture), lambda: self._settled(line)
            ),
            lambda error: self._refused(line, error),
        )

    def leave_out(self, line: Line) -> None:
        """Leave a page out: it is no signed paper."""
        line.state, line.problem = "left", None
        self._settled(line)

    def take_back(self, line: Line) -> None:
        """Take the picture of a page away from the record it was filed with; it stays in the history."""
        filed = line.filed
        if filed is None:
            return

        def back(_changes: Changes) -> None:
            line.state, line.problem = "taken", None
            self.told.emit(line)

        self._desk.do(lambda session: records.archive(session, "attachment", filed.attachment), back)

    def _refused(self, line: Line, error: VillageDeskError) -> None:
        line.problem = error
        self.told.emit(line)

    def _settled(self, line: Line) -> None:
        self.told.emit(line)
        others = [one for one in self.lines if one.source is line.source]
        if not (self._work and self._work.source is line.source):
            self._slowly(lambda _session: self._put_away(line.source, others), _nothing, _nothing)

    # ------------------------------------------------------------ the watched folder

    def watch(self) -> None:
        """Look into the folder of the settings now and then; without one, no more."""
        self._folder = preferences.load(self._desk.account.folder).scan_folder
        self._seen, self._taken = {}, {}
        if self._folder:
            self._timer.start()
            self.look()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look into the folder; a file that is as it was at the last look is whole, and is taken."""
        folder = Path(self._folder)
        if self._folder:
            self._slowly(lambda _session: scan_folder.look(folder), self._looked, _nothing)

    def _looked(self, now: scan_folder.Seen) -> None:
        whole = scan_folder.settled(self._seen, now)
        self._seen = now
        new = [path for path in whole if self._taken.get(path) != now[path]]
        self._taken = {path: state for path, state in self._taken.items() if path in now}
        self._taken |= {path: now[path] for path in new}
        if new:
            self.take([Source(path.name, path, watched=True) for path in new])


# ---------------------------------------------------------------- on a worker


def _opened(work: _Work) -> None:
    from forms.reading_back import Scan  # noqa: PLC0415 - the reader of codes is not waited for at start

    work.scan = Scan(work.source.content)
    work.pages = work.scan.pages


def _page_of(work: _Work, number: int) -> "ScannedPage":
    if work.scan is None:
        raise UserError("scan.unreadable")
    return work.scan.read(number)


def _nothing(_answer: object) -> None:
    """Want no answer."""
