"""One page that came back from paper, and what is done with it on a worker."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from ui import scan_folder
from village_desk.commands.filing import Filed
from village_desk.errors import VillageDeskError
from village_desk.queries.filing import name_near
from village_desk.queries.records import find
from village_desk.session import Session

State = Literal["filed", "again", "blank", "asks", "failed", "left", "taken"]
Target = tuple[str, bytes, int]
"""Kind "sheet", its id and a page of it; or the kind and id of a record, and 0."""


@dataclass(slots=True, eq=False, repr=False)
class Source:
    """One file, or a picture that was pasted.

    Attributes:
        name: As people know it.
        content: The file, or its bytes.
        watched: It came from the watched folder and is put away once all of it is filed.
    """

    name: str
    content: Path | bytes
    watched: bool = False


@dataclass(slots=True, eq=False, repr=False)
class Line:
    """What became of one page.

    Attributes:
        number, pages: Page in the file, and how many it has.
        state: filed, again (had been filed before), blank, asks (a person must say where it belongs),
            failed, left (left out by a person), taken (taken back by a person).
        problem: Why it asks or failed.
        form_no: Number of the form, where the code was read.
        filed: Where it went.
        name: What names the record it went to.
        form_version: Of the form it was printed from; 0 where that is not known.
    """

    source: Source
    number: int
    pages: int
    state: State
    problem: VillageDeskError | None = None
    form_no: str = ""
    filed: Filed | None = None
    name: str = ""
    form_version: int = 0


def files_of(data: QMimeData) -> list[Path]:
    """Return the pictures and PDFs that are dragged, or lie on the clipboard."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in scan_folder.SUFFIXES]


def pixels_of(data: QMimeData) -> bytes:
    """Return the picture on a clipboard as a file of it, or nothing."""
    image = data.imageData() if data.hasImage() else None
    if not isinstance(image, QImage) or image.isNull():
        return b""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())


def picture_of(session: Session, line: Line) -> bytes:
    """Return the picture of a page: as it was filed, or read from its file again.

    Raises:
        UserError: The file is no longer there, or cannot be read.
        StoreTrouble: The filed picture is damaged.
    """
    from forms.reading_back import Scan  # noqa: PLC0415 - as above

    if line.filed is not None:
        held = session.store.row("attachment", line.filed.attachment)
        if held is not None and held["digest"]:
            return session.store.attachments.read(bytes.fromhex(held["digest"]))
    with Scan(line.source.content) as scan:
        return scan.read(line.number).picture


def name_line(session: Session, line: Line, filed: Filed) -> None:
    """Note in a line what names the record its page went to, and the form."""
    record = find(session, *filed.record)
    line.name = name_near(session, record) if record else ""
    picture = session.store.row("attachment", filed.attachment)
    sheet = find(session, "sheet", bytes(picture["page_of"])) if picture and picture["page_of"] else None
    if sheet is not None:
        version = sheet.values.get("form_version")
        line.form_no = str(sheet.values.get("form_no") or "")
        line.form_version = version if isinstance(version, int) else 0


def title_of(form_no: str, page: int, pages: int) -> str:
    """Return what a picture is called in its record: the official name of the paper, and its page."""
    import forms  # noqa: PLC0415 - as above

    known = next((one for one in forms.catalogue().values() if one.number == form_no), None)
    name = known.title if known else "签字件"
    return f"{name} {page}/{pages}" if pages > 1 else name
