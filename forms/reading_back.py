"""Pages that come back from paper (签字件收回): pictures and PDFs, each page straight, with its code.

A page is read when it is asked for and held by nobody: 200 pages take no more memory than two.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import zxingcpp
from PIL import Image, ImageFilter, ImageOps

from forms.rasters import POINTS_PER_INCH, Pdf
from forms.sheet import QrText, read_qr_text
from forms.straightening import Quad, straightened
from village_desk.errors import PrintTrouble, UserError

FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
MEDIA_TYPE = "image/jpeg"
"""What every page becomes."""

DOTS_PER_MM = 8
"""Of a page that is kept: 203 dpi, at which the smallest print of a form is read easily."""
MOST_PIXELS = 64_000_000
"""Of a picture that is opened: more than any phone takes of a sheet, less than an old PC's memory."""
_QR_CODES = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_READ_SIDE = 3_200
"""Longest side in px of the picture in which the code is looked for."""
_PDF_SIDE = 2_480
"""Longest side in px of a page of a PDF: A4 at 212 dpi, whatever size the file says it has."""
_OPEN_FOR = 16
"""Pages read of a PDF until it is opened anew."""
_QUALITY = 82
_DARK = 40
_PAPER = 236
_BRIGHTEST = 3.0
_WORTH_IT = 1.1
"""The brightness paper is given, by at most such a factor, and only where it is darker than that."""
_BLANK_SHARE = 0.0004
"""A page with a smaller share of dark points is the blank back of a sheet."""


@dataclass(frozen=True, slots=True, repr=False)
class ScannedPage:
    """One page of a file.

    Attributes:
        number: In the file, from 1.
        picture: The page as JPEG, made straight if its code was read.
        code: What its code says, or None.
        problem: Why there is no code: "scan.no_code", "scan.two_codes", "scan.blank"; "" if there is one.
    """

    number: int
    picture: bytes
    code: QrText | None = None
    problem: str = ""


class Scan:
    """An open picture or PDF; use it in a `with`. `pages` says how many it has."""

    def __init__(self, source: Path | bytes) -> None:
        """Open a file, or the bytes of one.

        Raises:
            UserError: "attachment.unreadable": the file is not to be had; "scan.unreadable": neither a
                picture nor a PDF; "scan.encrypted"; "scan.enormous".
        """
        self._source = source
        self._drawn = 0
        self._pdf: Pdf | None = None
        self._image: Image.Image | None = None
        with _troubles():
            if _starts(source).startswith(b"%PDF"):
                self._pdf = Pdf(source)
                self.pages = self._pdf.pages
            else:
                held = io.BytesIO(source) if isinstance(source, bytes) else source
                self._image = Image.open(held, formats=FORMATS)
                self.pages = getattr(self._image, "n_frames", 1) if self._image.format == "TIFF" else 1

    def read(self, number: int) -> ScannedPage:
        """Read a page, from 1.

        Raises:
            UserError: "scan.unreadable": the page is damaged; "scan.enormous".
        """
        with _troubles():
            image = self._pdf_page(self._fresh(self._pdf), number) if self._pdf else self._frame(number)
            return _read(image, number)

    def _fresh(self, pdf: Pdf) -> Pdf:
        """Open a PDF anew now and then: pdfium keeps what it has read of the file as long as it is open."""
        self._drawn += 1
        if self._drawn % _OPEN_FOR:
            return pdf
        pdf.close()
        self._pdf = Pdf(self._source)
        return self._pdf

    def _pdf_page(self, pdf: Pdf, number: int) -> Image.Image:
        longest = max(*pdf.size(number), 1.0)
        drawn = pdf.raster(number, _PDF_SIDE / longest * POINTS_PER_INCH)
        size = (drawn.width, drawn.height)
        return Image.frombytes("RGB", size, drawn.pixels, "raw", "RGBX", drawn.stride, 1)

    def _frame(self, number: int) -> Image.Image:
        image = self._image
        if image is None:
            raise UserError("scan.unreadable")
        image.seek(number - 1)
        if image.width * image.height > MOST_PIXELS:
            raise _enormous(image.width * image.height)
        image.draft("RGB", (_READ_SIDE, _READ_SIDE))  # a JPEG is then decoded no larger than needed
        return _plain(ImageOps.exif_transpose(image))

    def close(self) -> None:
        """Let the file go."""
        if self._pdf:
            self._pdf.close()
        if self._image:
            self._image.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def pages(source: Path | bytes) -> Iterator[ScannedPage]:
    """Yield the pages of a file one by one; errors as for `Scan`."""
    with Scan(source) as scan:
        for number in range(1, scan.pages + 1):
            yield scan.read(number)


_DAMAGED = (
    *(PrintTrouble, OSError, EOFError, SyntaxError),
    *(ValueError, TypeError, LookupError, OverflowError, struct.error),
)
"""What Pillow raises at bytes that are no picture or a damaged one."""


@contextmanager
def _troubles() -> Iterator[None]:
    """Turn what goes wrong in a file nobody vouches for into one of four sentences."""
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _enormous(Image.MAX_IMAGE_PIXELS or MOST_PIXELS) from None
    except (FileNotFoundError, PermissionError, IsADirectoryError):
        raise UserError("attachment.unreadable") from None
    except _DAMAGED:
        raise UserError("scan.unreadable") from None


def _enormous(pixels: int) -> UserError:
    return UserError("scan.enormous", megapixels=pixels // 1_000_000)


def _starts(source: Path | bytes) -> bytes:
    """Return the first bytes; a few programs write something before a PDF begins."""
    if isinstance(source, bytes):
        head = source[:1024]
    else:
        with source.open("rb") as file:
            head = file.read(1024)
    return head[head.find(b"%PDF") :] if b"%PDF" in head else head


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture in red, green and blue, on white where it is transparent, no larger than needed."""
    if image.mode.startswith("I;16"):
        image = image.convert("I").point([value >> 8 for value in range(65_536)], "L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        clear = image.convert("RGBA")
        image = Image.new("RGB", clear.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    image = image.convert("RGB")
    image.thumbnail((_READ_SIDE, _READ_SIDE), Image.Resampling.LANCZOS, reducing_gap=3)
    return image


def _read(image: Image.Image, number: int) -> ScannedPage:
    grey = image.convert("L")
    found = _codes(grey)
    if len(found) == 1:
        ((code, corners),) = found.items()
        return ScannedPage(number, _jpeg(_lit(straightened(image, corners, DOTS_PER_MM))), code)
    problem = "scan.two_codes" if found else "scan.blank" if _is_blank(grey) else "scan.no_code"
    most = round(297 * DOTS_PER_MM)
    image.thumbnail((most, most), Image.Resampling.LANCZOS, reducing_gap=3)
    return ScannedPage(number, _jpeg(image), problem=problem)


def _codes(grey: Image.Image) -> dict[QrText, Quad]:
    """Return the codes of sheets on a picture; a dim or blurred one is looked at again, clearer."""
    for attempt in (_as_it_is, _clearer, _larger):
        looked_at, factor = attempt(grey)
        found = {
            code: corners
            for barcode in zxingcpp.read_barcodes(looked_at, formats=_QR_CODES)
            if (code := _sheet_code(barcode.text)) and (corners := _quad(barcode.position, factor))
        }
        if found:
            return found
    return {}


def _as_it_is(grey: Image.Image) -> tuple[Image.Image, float]:
    return grey, 1.0


def _clearer(grey: Image.Image) -> tuple[Image.Image, float]:
    return ImageOps.autocontrast(grey, cutoff=1).filter(ImageFilter.UnsharpMask(3, 200, 2)), 1.0


def _larger(grey: Image.Image) -> tuple[Image.Image, float]:
    factor = min(2.0, 2 * _READ_SIDE / max(grey.size))
    size = (round(grey.width * factor), round(grey.height * factor))
    larger = ImageOps.autocontrast(grey.resize(size, Image.Resampling.BICUBIC), cutoff=1)
    return larger.filter(ImageFilter.UnsharpMask(4, 250, 2)), factor


def _sheet_code(text: str) -> QrText | None:
    """Return what the code of a sheet says; other codes on a page (of a shop, of a chat) are passed over."""
    try:
        return read_qr_text(text)
    except PrintTrouble:
        return None


def _quad(position: zxingcpp.Position, factor: float) -> Quad:
    corners = [
        (point.x / factor, point.y / factor)
        for point in (
            position.top_left,
            position.top_right,
            position.bottom_right,
            position.bottom_left,
        )
    ]
    return (corners[0], corners[1], corners[2], corners[3])


def _is_blank(grey: Image.Image) -> bool:
    """Say whether hardly anything on the page is darker than its paper."""
    small = grey.reduce(max(1, max(grey.size) // 600))
    margin = max(1, min(small.size) // 30)  # shadows along the edges of a scan say nothing
    inner = small.crop((margin, margin, small.width - margin, small.height - margin))
    counts = inner.histogram()
    total = sum(counts)
    return sum(counts[: max(0, _median(inner) - _DARK)]) < _BLANK_SHARE * total


def _lit(image: Image.Image) -> Image.Image:
    """Return a sheet taken in dim light as bright as one from a scanner; its colours stay to each other."""
    paper = _median(image.reduce(max(1, max(image.size) // 600)).convert("L"))
    factor = min(_BRIGHTEST, _PAPER / max(1, paper))
    if factor < _WORTH_IT:
        return image
    return image.point([min(255, round(value * factor)) for value in range(256)] * 3)


def _median(grey: Image.Image) -> int:
    counts = grey.histogram()
    half, so_far = sum(counts) / 2, 0
    for value, count in enumerate(counts):
        so_far += count
        if so_far >= half:
            return value
    return 255


def _jpeg(image: Image.Image) -> bytes:
    held = io.BytesIO()
    image.save(held, "JPEG", quality=_QUALITY, dpi=(round(DOTS_PER_MM * 25.4),) * 2)
    return held.getvalue()
