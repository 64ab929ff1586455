"""Photos, scans and files beside a record: added, shown, put away."""

import mimetypes
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter
from PySide6.QtWidgets import QFileDialog, QLabel

from sync import blobs, connect
from ui.desk import Desk
from ui.photos import upright
from ui.printing import page_images
from ui.texts import size_text
from ui.widgets.asking import ask_text
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, clear, column
from ui.widgets.labels import Tone, label, set_tone
from ui.widgets.panels import Link
from village_desk import ids
from village_desk.commands import attachments
from village_desk.errors import UserError
from village_desk.i18n import N_, translated
from village_desk.queries.attachments import Whereabouts, digest_here, whereabouts
from village_desk.queries.records import Record
from village_desk.session import Changes, Session

_WIRE_SIDE = 2_400
"""Longest side in px of the copy of a photo that is sent; text on a photographed A4 sheet stays readable."""
_QUALITIES = (85, 75, 65, 50, 40)
_SCREEN_DPI = 120


class AttachmentsCard(Card):
    """The attachments of one record.

    Signals:
        wanted: Id of the attachment to show.
    """

    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: tuple[str, bytes] | None = None
        self._lines = column(2)
        self.body.addWidget(label(self.tr("Photos and files"), "heading"))
        self.body.addLayout(self._lines)
        self.add_button = Button(self.tr("Add a photo or file"), self._choose, icon_name="fa6s.paperclip")
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons: list[Button] = []
        self.states: list[QLabel] = []
        self._shown: list[Record] = []
        desk.synced.connect(self._ask_where)

    def show_attachments(self, record: tuple[str, bytes], found: Sequence[Record], *, may_add: bool) -> None:
        """Show the attachments of `record`."""
        self._record = record
        clear(self._lines)
        self.buttons, self.states = [], []
        for one in found:
            size = one.values.get("size")
            text = (
                f"{one.values.get('title') or ''}  {size_text(size) if isinstance(size, int) else ''}".strip()
            )
            button = Link(text, partial(self.wanted.emit, one.id), icon_name="fa6s.file-image")
            state = label("", "small")
            self._lines.addWidget(button)
            self._lines.addWidget(state)
            self.buttons.append(button)
            self.states.append(state)
        if not found:
            self._lines.addWidget(
                label(self.tr("None yet. The signed sheet belongs here as a photo."), "small", wrap=True)
            )
        self.add_button.setEnabled(may_add)
        self._shown = list(found)
        self._ask_where()

    def _ask_where(self) -> None:
        """Ask how far the bytes are; again after every round, which sends some of them."""
        found = self._shown
        if found and not self._desk.syncing:
            self._desk.ask_quietly(
                lambda session: whereabouts(session, found),
                lambda where: self._mark(found, where),
                lambda _error: None,
            )

    def _mark(self, found: Sequence[Record], where: Mapping[bytes, Whereabouts]) -> None:
        """Say under each whether it has been sent, or that opening it fetches it."""
        if found is not self._shown:
            return  # another record is shown by now
        for one, state in zip(found, self.states, strict=True):
            text, tone = where_text(where[one.id])
            state.setText(text)
            set_tone(state, tone)

    def _choose(self) -> None:
        kinds = self.tr(
            "Pictures and documents (*.jpg *.jpeg *.png *.bmp *.webp *.pdf *.doc *.docx *.xls *.xlsx)"
        )
        name, _filter = QFileDialog.getOpenFileName(self, self.tr("Which photo or file?"), "", kinds)
        if not name:
            return
        asked = self.tr("What does it show?")
        heading, first = self.add_button.accessibleName(), self.tr("Signed sheet")
        ask_text(self, heading, asked, first, partial(self.add, Path(name)))

    def add(self, path: Path, title: str) -> None:
        """Keep the file at `path` beside the record; of a large photo a smaller copy is sent."""
        record = self._record
        if record is None:
            return
        self._desk.do(
            lambda session: attach_file(session, record, path, title),
            lambda _changes: self._desk.tell(self.tr("The file is kept with the record, encrypted."), "good"),
        )


_WHERE: dict[str, tuple[str, Tone]] = {
    "waiting": (N_("attachments", "waits to be sent; safe on this PC"), "secondary"),
    "sending": (N_("attachments", "being sent: {done} of {size}"), "accent"),
    "sent": (N_("attachments", "the county has it"), "good"),
    "elsewhere": (N_("attachments", "at the county; opening fetches it"), "secondary"),
    "carried": (N_("attachments", "came by stick; not with the county yet"), "accent"),
    "behind": (N_("attachments", "comes with a later stick of the village"), "secondary"),
    "coming": (N_("attachments", "being fetched: {done} so far; opening goes on"), "accent"),
}


def where_text(where: Whereabouts) -> tuple[str, Tone]:
    """Return in words how far the bytes of an attachment are, and the tone."""
    text, tone = _WHERE[where.state]
    filled = translated("attachments", text).format(done=size_text(where.done), size=size_text(where.size))
    return filled, tone


def attach_file(session: Session, record: tuple[str, bytes], path: Path, title: str) -> Changes:
    """Read a file and keep it beside a record.

    Raises:
        UserError: "attachment.unreadable": it cannot be read; "attachment.too_big".
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UserError("attachment.unreadable") from error
    media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    wire = smaller(data) if len(data) > attachments.WIRE_LIMIT and media_type.startswith("image/") else None
    about: dict[str, object] = {"title": title.strip()[:120], "media_type": media_type}
    return attachments.attach(session, record, ids.new_id(), data, about, wire)


def smaller(data: bytes) -> bytes | None:
    """Return a copy of a photo small enough to be sent; None when it is no picture, or would not shrink."""
    image = upright(data)
    if image.isNull():
        return None
    if max(image.width(), image.height()) > _WIRE_SIDE:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_WIRE_SIDE, _WIRE_SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    made = b""
    for quality in _QUALITIES:
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpg"))
        writer.setQuality(quality)
        writer.write(image)
        made = bytes(held.data())
        if len(made) <= attachments.WIRE_LIMIT:
            break
    return made if len(made) < len(data) else None


def pictures(
    session: Session, attachment: Record, told: Callable[[int], None], stop: Callable[[], bool]
) -> list[QImage]:
    """Return the pages or the picture of an attachment, fetched from the county when it is not here.

    None when it cannot be shown, or `stop` said so while it was on its way; `told` hears of the bytes that
    have come.

    Raises:
        StoreTrouble: Its bytes are damaged.
        SyncTrouble: The county cannot be reached, or does not have them yet.
    """
    data = _content(session, attachment, told, stop)
    if data is None:
        return []
    if attachment.values.get("media_type") == "application/pdf":
        return list(page_images(data, _SCREEN_DPI))
    image = upright(data)
    return [] if image.isNull() else [image]


def _content(
    session: Session, attachment: Record, told: Callable[[int], None], stop: Callable[[], bool]
) -> bytes | None:
    here = digest_here(session, attachment)
    if here is not None:
        return session.store.attachments.read(here)
    exchange = connect.connect(session.store)
    try:
        wanted = str(attachment.values.get("wire_digest") or "")
        return blobs.fetch(session.store, exchange, wanted, told=told, stop=stop)
    finally:
        exchange.close()
