"""Pages of a PDF as pixels, for the screen, the printer and the reading of scans.

Only this module knows pdfium, which serves one thread at a time: previews, printing and scans take turns.
"""

import struct
import threading
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Self

import pypdfium2
import pypdfium2.raw

from village_desk.errors import PrintTrouble, UserError

POINTS_PER_INCH = 72
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True, repr=False)
class Raster:
    """One page on white: rows of `stride` bytes, each pixel red, green, blue and a byte without meaning."""

    width: int
    height: int
    stride: int
    pixels: bytes


def png(raster: Raster) -> bytes:
    """Return the page as a PNG picture, for whoever has no other program to look at it: a browser."""
    pixels = bytearray(raster.pixels)
    pixels[3::4] = b"\xff" * (len(pixels) // 4)  # the byte without meaning becomes: opaque
    begins = range(0, raster.height * raster.stride, raster.stride)
    rows = (b"\0" + pixels[at : at + 4 * raster.width] for at in begins)
    head = struct.pack(">IIBBBBB", raster.width, raster.height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )


class Pdf:
    """An open PDF; use it in a `with`."""

    def __init__(self, source: bytes | Path | BinaryIO) -> None:
        """Open it; its pages are read one by one when they are asked for.

        Raises:
            UserError: "scan.encrypted": it opens with a password only.
            PrintTrouble: "print.unreadable": these bytes are no PDF.
        """
        with _ONE_AT_A_TIME:
            try:
                self._document = pypdfium2.PdfDocument(source)
            except pypdfium2.PdfiumError as error:
                if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                    raise UserError("scan.encrypted") from None
                raise PrintTrouble("print.unreadable") from None
            self.pages = len(self._document)

    def size(self, number: int) -> tuple[float, float]:
        """Return width and height in points of a page, from 1.

        Raises:
            PrintTrouble: "print.unreadable": the page is damaged.
        """
        with _ONE_AT_A_TIME:
            page = self._page(number)
            try:
                return float(page.get_width()), float(page.get_height())
            finally:
                page.close()

    def raster(self, number: int, dpi: float) -> Raster:
        """Draw a page, from 1, at `dpi` dots per inch.

        Raises:
            PrintTrouble: "print.unreadable": the page is damaged.
        """
        with _ONE_AT_A_TIME:
            page = self._page(number)
            try:
                scale = dpi / POINTS_PER_INCH
                bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
                held = Raster(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
                bitmap.close()
            except pypdfium2.PdfiumError:
                raise PrintTrouble("print.unreadable") from None
            finally:
                page.close()
        return held

    def _page(self, number: int) -> "pypdfium2.PdfPage":
        try:
            return self._document[number - 1]
        except pypdfium2.PdfiumError:
            raise PrintTrouble("print.unreadable") from None

    def close(self) -> None:
        """Let the file go."""
        with _ONE_AT_A_TIME:
            self._document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
