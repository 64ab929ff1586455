"""Papers of the desk itself, which no law prescribes: a list of receipts, a text for the township.

They have no form number and no QR code, and are no record. A title, some lines, one table whose heading
stands on every page, page numbers; as a PDF in memory, which preview, file and print share.
"""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from ui.theme import FAMILY
from village_desk.i18n import N_, translated
from village_desk.session import Session
from village_desk.times import local_text

_DPI = 288
"""Resolution of the page, px an inch; text stays text at any."""
_MARGIN, _FOOT = 0.8, 0.35
"""Inches round the text, and for the page number under it."""
_BODY, _SMALL, _TITLE = 11, 9, 18
"""Points."""
_POINTS = 72
_LINE = QColor("#8A8A8A")


@dataclass(frozen=True, slots=True, repr=False)
class DeskPaper:
    """What stands on it.

    Attributes:
        title: Its heading.
        about: Lines under the heading: what it lists, who printed it and when.
        head: Headings of the columns, and `widths` their share of the width.
        rows: The lines of the table; a cell may hold several lines.
        closing: Lines under the table.
        foot: Stands at the bottom of every page before its number.
    """

    title: str
    about: tuple[str, ...]
    head: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    closing: tuple[str, ...] = ()
    foot: str = ""


def about_lines(session: Session) -> tuple[str, ...]:
    """Return whose desk it is, and who prints it when."""
    printed = translated("desk_paper", N_("desk_paper", "Printed by {name}, {when}"))
    line = printed.format(name=session.actor.name, when=local_text(session.now()))
    return tuple(filter(None, (session.store.text_state("unit_name"), line)))


def foot_of(session: Session) -> str:
    """Return the foot of every page: that it is no official paper, and in practice that nothing is real."""
    practice = session.store.text_state("practice") == "1"
    mark = translated("desk_paper", N_("desk_paper", "[Practice] ")) if practice else ""
    return mark + translated("desk_paper", N_("desk_paper", "A paper of the desk, not an official one"))


def pdf_of(paper: DeskPaper) -> bytes:
    """Return a paper as PDF/A-1b on A4; it exists in memory only."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(_DPI)
    writer.setPageLayout(_layout())
    writer.setTitle(paper.title)
    size = QSizeF(writer.width() - 2 * _MARGIN * _DPI, writer.height() - (2 * _MARGIN + _FOOT) * _DPI)
    document = _document(paper, size)
    painter = QPainter(writer)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        _draw(painter, document, page)
        _number(painter, document, f"{paper.foot}   {page + 1} / {document.pageCount()}".strip())
    painter.end()
    buffer.close()
    return bytes(held.data())


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )


def _document(paper: DeskPaper, size: QSizeF) -> QTextDocument:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setDefaultFont(_font(_BODY))
    document.setPageSize(size)
    cursor = QTextCursor(document)
    _write(cursor, paper.title, _TITLE, centred=True, first=True)
    for line in paper.about:
        _write(cursor, line, _SMALL)
    if paper.rows:
        _add_table(cursor, paper)
    for line in paper.closing:
        _write(cursor, line, _BODY)
    return document


def _write(
    cursor: QTextCursor, text: str, points: int, *, centred: bool = False, first: bool = False
) -> None:
    block, characters = QTextBlockFormat(), QTextCharFormat()
    block.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    block.setTopMargin(0 if first else 0.06 * _DPI)
    block.setBottomMargin(0.12 * _DPI if centred else 0)
    characters.setFont(_font(points))
    if first:
        cursor.setBlockFormat(block)
        cursor.setBlockCharFormat(characters)
    else:
        cursor.insertBlock(block, characters)
    cursor.insertText(text, characters)


def _add_table(cursor: QTextCursor, paper: DeskPaper) -> None:
    shape = QTextTableFormat()
    shape.setHeaderRowCount(1)
    shape.setCellPadding(0.05 * _DPI)
    shape.setCellSpacing(0)
    shape.setBorder(0.01 * _DPI)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(_LINE)
    shape.setTopMargin(0.12 * _DPI)
    shape.setBottomMargin(0.08 * _DPI)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    whole = sum(paper.widths)
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * one / whole) for one in paper.widths]
    )
    table = cursor.insertTable(1 + len(paper.rows), len(paper.head), shape)
    for place, line in enumerate((paper.head, *paper.rows)):
        _fill_row(table, place, line)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _fill_row(table: QTextTable, place: int, line: tuple[str, ...]) -> None:
    characters = QTextCharFormat()
    characters.setFont(_font(_SMALL if place == 0 else _BODY))
    for column, text in enumerate(line):
        table.cellAt(place, column).firstCursorPosition().insertText(text, characters)


def _draw(painter: QPainter, document: QTextDocument, page: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(_MARGIN * _DPI, _MARGIN * _DPI - page * size.height())
    document.drawContents(painter, QRectF(QPointF(0, page * size.height()), size))
    painter.restore()


def _number(painter: QPainter, document: QTextDocument, text: str) -> None:
    size = document.pageSize()
    painter.save()
    font = _font(_SMALL)
    painter.setFont(font)
    height = QFontMetricsF(font, painter.device()).height()
    under = QRectF(_MARGIN * _DPI, _MARGIN * _DPI + size.height() + _FOOT * _DPI, size.width(), height)
    painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), text)
    painter.restore()


def _font(points: int) -> QFont:
    """Return the bundled font; pixels, because the page has a resolution of its own."""
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, "Noto Serif SC", "Noto Serif SC Black"])
    font.setPixelSize(round(points / _POINTS * _DPI))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
