"""Icons: the characters of an icon font that qtawesome brings, drawn here.

Importing qtawesome takes longer than showing the window (docs/decisions/0009), because it loads
twelve fonts; only its files of the one we use are read.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPixmap,
    QPixmapCache,
)

_PREFIX = "fa6s."
_FONT = "fontawesome6-solid-webfont"
_PART = 0.82
"""Height of the glyph in its square."""


def pixmap(name: str, colour: str, side: int) -> QPixmap:
    """Return the icon `name` ("fa6s.lock") in a colour (#RRGGBB), `side` px wide and high."""
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    kept, known = QPixmap(), f"{name} {colour} {side} {ratio}"
    if not QPixmapCache.find(known, kept):
        kept = _drawn(name, colour, side, ratio)
        QPixmapCache.insert(known, kept)
    return kept


def _drawn(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    font = QFont(_family())
    font.setPixelSize(max(1, round(side * _PART)))
    painter = QPainter(drawn)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRectF(0, 0, side, side), Qt.AlignmentFlag.AlignCenter, _characters()[name])
    painter.end()
    return drawn


def icon(name: str, colour: str, side: int) -> QIcon:
    """Return the same as an icon for a button or an action; it looks alike when disabled."""
    made = QIcon(pixmap(name, colour, side))
    made.addPixmap(pixmap(name, colour, side), QIcon.Mode.Disabled)
    return made


@cache
def _folder() -> Path:
    spec = find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise RuntimeError("qtawesome is not installed")
    return Path(spec.origin).parent / "fonts"


@cache
def _family() -> str:
    (path,) = _folder().glob(f"{_FONT}-[0-9]*.ttf")
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))[0]


@cache
def _characters() -> dict[str, str]:
    (path,) = _folder().glob(f"{_FONT}-charmap-*.json")
    codes: dict[str, str] = json.loads(path.read_text("utf-8"))
    return {_PREFIX + name: chr(int(code, 16)) for name, code in codes.items()}
