"""Papers of the desk itself, which no law prescribes: a list of receipts, a text for the township.

They have no form number and no QR code, and are no record. A title, some lines, tables whose headings
stand on every page, page numbers; as a PDF in memory, which preview, file and print share.
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
_MARGIN, _WIDE_MARGIN, _FOOT = 0.8, 0.55, 0.35
"""Inches round the text, on a sheet that lies on its long side, and for the page number under it."""
_BODY, _SMALL, _TINY, _TITLE = 11, 9, 8, 18
"""Points."""
_POINTS = 72
_LINE = QColor("#8A8A8A")


@dataclass(frozen=True, slots=True, repr=False)
class DeskTable:
    """One table of a paper.

    Attributes:
        heads: Lines of headings: each its text and the columns it stands over; "" goes on from above.
        widths: Share of the columns in the width.
        rows: The lines; a cell may hold several lines.
        numbers: Small type, everything but the first column in the middle.
        fresh: Begins on a new page.
    """

    heads: tuple[tuple[tuple[str, int], ...], ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: bool = False
    fresh: bool = False


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
        tables: Further tables, under that one.
        wide: The sheet lies on its long side.
    """

    title: str
    about: tuple[str, ...]
    head: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    closing: tuple[str, ...] = ()
    foot: str = ""
    tables: tuple[DeskTable, ...] = ()
    wide: bool = False


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
    writer.setPageLayout(_layout(wide=paper.wide))
    writer.setTitle(paper.title)
    margin = _WIDE_MARGIN if paper.wide else _MARGIN
    size = QSizeF(writer.width() - 2 * margin * _DPI, writer.height() - (2 * margin + _FOOT) * _DPI)
    document = _document(paper, size)
    painter = QPainter(writer)
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(margin * _DPI, margin * _DPI)
        _draw(painter, document, page)
        _number(painter, document, f"{paper.foot}   {page + 1} / {document.pageCount()}".strip())
        painter.restore()
    painter.end()
    buffer.close()
    return bytes(held.data())


def _layout(*, wide: bool) -> QPageLayout:
    side = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    return QPageLayout(QPageSize(QPageSize.PageSizeId.A4), side, QMarginsF(0, 0, 0, 0))


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
        _add_table(cursor, DeskTable((tuple((text, 1) for text in paper.head),), paper.widths, paper.rows))
    for table in paper.tables:
        _add_table(cursor, table)
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


def _add_table(cursor: QTextCursor, table: DeskTable) -> None:
    shape = QTextTableFormat()
    shape.setHeaderRowCount(len(table.heads))
    shape.setCellPadding((0.03 if table.numbers else 0.05) * _DPI)
    shape.setCellSpacing(0)
    shape.setBorder(0.01 * _DPI)
    shape.setBorderCollapse(True)
    shape.setBorderBrush(_LINE)
    shape.setTopMargin(0.12 * _DPI)
    shape.setBottomMargin(0.08 * _DPI)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    if table.fresh:
        shape.setPageBreakPolicy(QTextTableFormat.PageBreakFlag.PageBreak_AlwaysBefore)
    whole = sum(table.widths)
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 100 * one / whole) for one in table.widths]
    )
    made = cursor.insertTable(len(table.heads) + len(table.rows), len(table.widths), shape)
    for line, heads in enumerate(table.heads):
        _fill_heads(made, line, heads, _TINY if table.numbers else _SMALL)
    for line, row in enumerate(table.rows, start=len(table.heads)):
        for column, text in enumerate(row):
            centred = table.numbers and column > 0
            _fill(made, (line, column), text, _SMALL if table.numbers else _BODY, centred=centred)
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _fill_heads(table: QTextTable, line: int, heads: tuple[tuple[str, int], ...], points: int) -> None:
    column = 0
    for text, span in heads:
        if span > 1:
            table.mergeCells(line, column, 1, span)
        if not text and line:
            table.mergeCells(line - 1, column, 2, 1)
            column += span
            continue
        _fill(table, (line, column), text, points, centred=points == _TINY)
        column += span


def _fill(table: QTextTable, place: tuple[int, int], text: str, points: int, *, centred: bool) -> None:
    characters = QTextCharFormat()
    characters.setFont(_font(points))
    cursor = table.cellAt(*place).firstCursorPosition()
    if centred:
        block = QTextBlockFormat()
        block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cursor.setBlockFormat(block)
    cursor.insertText(text, characters)


def _draw(painter: QPainter, document: QTextDocument, page: int) -> None:
    size = document.pageSize()
    painter.save()
    painter.translate(0, -page * size.height())
    document.drawContents(painter, QRectF(QPointF(0, page * size.height()), size))
    painter.restore()


def _number(painter: QPainter, document: QTextDocument, text: str) -> None:
    size = document.pageSize()
    painter.save()
    font = _font(_SMALL)
    painter.setFont(font)
    height = QFontMetricsF(font, painter.device()).height()
    under = QRectF(0, size.height() + _FOOT * _DPI - height / 2, size.width(), height)
    painter.drawText(under, int(Qt.AlignmentFlag.AlignRight), text)
    painter.restore()


def _font(points: int) -> QFont:
    """Return the bundled font; pixels, because the page has a resolution of its own."""
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, "Noto Serif SC", "Noto Serif SC Black"])
    font.setPixelSize(round(points / _POINTS * _DPI))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
