"""The paper as it will be printed: small and live beside the form, and large before printing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import theme
from ui.desk import Desk
from ui.paper import Drawn, Paper, draw
from ui.widgets.cards import Card, clear, column
from ui.widgets.editors import title_of
from ui.widgets.labels import label
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.kinds import KINDS, Values

AT_MOST_EVERY_MS = 1_000
_A4 = 297 / 210
_LIVE_DPI = 110


class PageImage(QWidget):
    """One page, drawn as wide as there is room."""

    pressed = Signal()

    def __init__(self, image: QImage | None = None) -> None:
        super().__init__()
        self._image = image
        self._scaled = QPixmap()
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        """Show another page."""
        self._image = image
        self._scaled = QPixmap()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the page at this width."""
        if self._image is None or not self._image.width():
            return round(width * _A4)
        return round(width * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:
        """Return a small page."""
        width = theme.current().px(200)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page with a thin edge; never stretched."""
        painter = QPainter(self)
        if self._image is None:
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
        else:
            ratio = self.devicePixelRatioF()
            wanted = QSize(round(self.width() * ratio), round(self.height() * ratio))
            if self._scaled.size() != wanted:
                smooth = Qt.TransformationMode.SmoothTransformation
                self._scaled = QPixmap.fromImage(
                    self._image.scaled(wanted, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
                )
            painter.drawPixmap(self.rect(), self._scaled)
        painter.setPen(theme.current().colour("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say that it was pressed."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit()


class LivePaper(Card):
    """The paper beside the form; it follows what is typed, at most once a second.

    Signals:
        pressed: The paper was pressed: show it large.
    """

    pressed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.body.addWidget(label(self.tr("As on paper"), "heading"))
        self.page = PageImage()
        self.page.setAccessibleName(self.tr("The paper as it will be printed"))
        self.page.pressed.connect(self.pressed)
        self.about = label("", "small", wrap=True)
        self.warning = label("", "small", "attention", wrap=True)
        self.warning.hide()
        self.body.addWidget(self.page)
        self.body.addWidget(self.warning)
        self.body.addWidget(self.about)
        self._wanted: tuple[Paper, Values] | None = None
        self._busy = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AT_MOST_EVERY_MS)
        self._timer.timeout.connect(self._next)

    def want(self, paper: Paper, values: Values, *, at_once: bool = False) -> None:
        """Show `paper` with these values soon."""
        self._wanted = (paper, values)
        if at_once and not self._busy:
            self._timer.stop()
            self._next()
        elif not self._timer.isActive():
            self._timer.start()

    def _next(self) -> None:
        if self._wanted is None or self._busy:
            return
        (paper, values), self._wanted = self._wanted, None
        self._busy = True
        self._desk.ask_slowly(
            lambda session: draw(session, paper, values, dpi=_LIVE_DPI, most=1),
            lambda drawn: self._show(paper, drawn),
            self._failed,
        )

    def _show(self, paper: Paper, drawn: Drawn) -> None:
        self._settle()
        if drawn.pages:
            self.page.show_image(drawn.pages[0])
        self.about.setText(self.tr("A4 · black and white · press F8 to see all pages"))
        self.warning.setText(missing_text(paper.kind, drawn.missing))
        self.warning.setVisible(bool(drawn.missing))

    def _failed(self, _error: VillageDeskError) -> None:
        self._settle()

    def _settle(self) -> None:
        self._busy = False
        if self._wanted is not None:
            self._timer.start()


def missing_text(kind: str, missing: Sequence[tuple[str, str]]) -> str:
    """Return in words which characters no font has and where they stand; "" when all are there."""
    if not missing:
        return ""
    specs = KINDS[kind].fields
    places: dict[str, str] = {}
    for path, character in missing:
        name = path.rpartition(".")[2]
        where = title_of(specs[name]) if name in specs else ""
        places[where] = places.get(where, "") + character
    named = "；".join(f"{where} {characters}".strip() for where, characters in places.items())
    words = N_(
        "paper",
        "No font has these characters; a box is printed in their place, to be filled in by hand: {named}",
    )
    return translated("paper", words).format(named=named)


class PagesView(QScrollArea):
    """All pages of a paper, one below the other, at a size that can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages = column(12, 4)
        inner = QWidget()
        inner.setLayout(self._pages)
        self._inner = inner
        self.setWidget(inner)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_pages(self, images: Sequence[QImage]) -> None:
        """Show these pages from the top."""
        clear(self._pages)
        for image in images:
            self._pages.addWidget(PageImage(image))
        self._pages.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def changeEvent(self, event: QEvent) -> None:
        """Lay out anew at another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._inner.updateGeometry()
