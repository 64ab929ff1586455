"""Preview and print: the pages of a PDF drawn by pdfium, at screen or printer resolution.

Preview, file and print are the same bytes. No paper ever goes through a temporary file.
"""

import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from forms.rasters import POINTS_PER_INCH, Pdf, Raster
from ui.theme import FAMILY
from village_desk.durable import write_all, writing
from village_desk.errors import PrintTrouble

_PIECE = 1 << 20
_LONGER_THAN_A4 = 900
"""Points; A4 is 842 long, A3 1191."""
_MOST_DPI = 600
"""Enough for any office printer; a page at 600 dpi takes 100 MB, one at a time."""


def page_images(pdf: bytes | BinaryIO, dpi: float, pages: Sequence[int] | None = None) -> Iterator[QImage]:
    """Draw the pages one after the other, each white, at `dpi` dots per inch; only `pages`, from 0, if given.

    Raises:
        PrintTrouble: "print.unreadable": these bytes are no PDF.
    """
    with Pdf(pdf) as document:
        for number in range(document.pages) if pages is None else pages:
            yield _image(document.raster(number + 1, dpi), dpi)


def _image(drawn: Raster, dpi: float) -> QImage:
    kind = QImage.Format.Format_RGBX8888
    image = QImage(drawn.pixels, drawn.width, drawn.height, drawn.stride, kind).copy()  # owns its pixels
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    return image


def save_pdf(path: Path, pdf: bytes | BinaryIO) -> None:
    """Write a PDF to a place a person has chosen, whole or not at all; from there on it lies in the open.

    Raises:
        PrintTrouble: "print.file": the drive is full, read-only or gone; what stood there before still does.
    """
    source = io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    source.seek(0)
    try:
        with writing(path) as handle:
            while piece := source.read(_PIECE):
                write_all(handle, piece)
    except OSError as error:
        raise PrintTrouble("print.file") from error


def print_pdf(pdf: bytes | BinaryIO, parent: QWidget, title: str) -> bool:
    """Ask for a printer and print; say whether anything was printed.

    Args:
        pdf: The paper.
        parent: The window the printer dialog belongs to.
        title: Shown in the printer's queue; holds no personal data.

    Raises:
        PrintTrouble: "print.unreadable", "print.printer": the printer does not take the pages.
    """
    size, wide = _sheet(pdf)
    printer = _asked_printer(parent, title, size, wide=wide)
    if printer is None:
        return False
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintTrouble("print.printer")
    try:
        dpi = min(printer.resolution(), _MOST_DPI)
        for number, image in enumerate(page_images(pdf, dpi)):
            if number:
                printer.newPage()
            painter.drawImage(QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)), image)
    finally:
        painter.end()
    return True


def sheet_name(pdf: bytes | BinaryIO) -> str:
    """Return the size of paper it is for, "A4" or "A3"."""
    return "A3" if _sheet(pdf)[0] == QPageSize.PageSizeId.A3 else "A4"


def _sheet(pdf: bytes | BinaryIO) -> tuple[QPageSize.PageSizeId, bool]:
    """Return the size of the first page and whether it lies on its long side; all of a paper are alike."""
    with Pdf(pdf) as document:
        width, height = document.size(1)
    size = QPageSize.PageSizeId.A3 if max(width, height) > _LONGER_THAN_A4 else QPageSize.PageSizeId.A4
    return size, width > height


def _asked_printer(
    parent: QWidget, title: str, size: QPageSize.PageSizeId = QPageSize.PageSizeId.A4, *, wide: bool = False
) -> QPrinter | None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(size))
    if wide:
        printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    return printer if dialog.exec() == QPrintDialog.DialogCode.Accepted else None


# ---------------------------------------------------------------- the recovery sheet, which no form describes


def print_lines(lines: Sequence[str], parent: QWidget) -> bool:
    """Ask for a printer and print a heading and paragraphs on one page of A4."""
    printer = _asked_printer(parent, "Village Desk")
    if printer is None:
        return False
    _draw(lines, printer, printer.resolution())
    return True


def save_lines(lines: Sequence[str], path: str) -> None:
    """Write a heading and paragraphs as one page of A4.

    Raises:
        PrintTrouble: "print.file": nothing can be written there.
    """
    try:
        Path(path).touch()
    except OSError:
        raise PrintTrouble("print.file") from None
    writer = QPdfWriter(path)
    writer.setPageLayout(_layout())
    writer.setResolution(POINTS_PER_INCH * 4)
    _draw(lines, writer, writer.resolution())


def _layout() -> QPageLayout:
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)
    )


def _draw(lines: Sequence[str], device: QPrinter | QPdfWriter, dpi: int) -> None:
    painter = QPainter()
    if not painter.begin(device):
        raise PrintTrouble("print.file")
    inch = float(dpi)
    top = inch
    width, height = 6.3 * inch, 9.5 * inch
    for number, line in enumerate(lines):
        font = QFont(FAMILY)
        font.setPixelSize(round((22 if number == 0 else 14) / POINTS_PER_INCH * dpi))
        painter.setFont(font)
        flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
        place = painter.boundingRect(QRectF(inch, top, width, height), int(flags), line)
        painter.drawText(place, int(flags), line)
        top = place.bottom() + 0.3 * inch
    painter.end()
