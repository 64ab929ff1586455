"""Photos: upright as they were taken, and as they are put on the paper of a record."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from village_desk.queries.attachments import digest_here
from village_desk.queries.records import about
from village_desk.session import Session

ACTIVITY = "publicity_activity"
_PLACES = ("first", "second")
_SIDE, _QUALITY = 1_000, 80
"""Longest side in px and quality of a photo on paper: 70 mm at 360 dots an inch."""


def activity_photos(session: Session, kind: str, record_id: bytes) -> dict[str, bytes]:
    """Return the first photos of a record that lie on this PC, as JPEG, by their place on the paper.

    Raises:
        StoreTrouble: The bytes of one are damaged.
    """
    found: list[bytes] = []
    for one in about(session, "attachment", kind, record_id):
        here = digest_here(session, one)
        picture = str(one.values.get("media_type") or "").startswith("image/")
        # A scan of the signed sheet is no photo of the activity.
        if here is None or not picture or one.values.get("page_of") is not None:
            continue
        made = _jpeg(session.store.attachments.read(here))
        found += [made] if made else []
        if len(found) == len(_PLACES):
            break
    return dict(zip(_PLACES, found, strict=False))


def upright(data: bytes) -> QImage:
    """Return a picture as it was seen: a phone held upright says in the file how to turn it. Null if none."""
    held = QByteArray(data)
    source = QBuffer(held)
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(source)
    reader.setAutoTransform(True)
    return reader.read()


def _jpeg(data: bytes) -> bytes:
    """Return a picture upright, opaque and no larger than paper needs; b"" when it is none."""
    image = upright(data)
    if image.isNull():
        return b""
    if max(image.width(), image.height()) > _SIDE:
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_SIDE, _SIDE, Qt.AspectRatioMode.KeepAspectRatio, smooth)
    made = QByteArray()
    out = QBuffer(made)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(out, QByteArray(b"jpg"))
    writer.setQuality(_QUALITY)
    writer.write(image.convertToFormat(QImage.Format.Format_RGB888))
    return bytes(made.data())
