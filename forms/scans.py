"""Pictures and PDFs of signed sheets as pages of a dossier, read only while they are written.

A dossier may hold hundreds of photos. They are put behind a PDF as objects of a file that is not in memory:
its parts are loaded when they are read, one picture at a time, and let go with the next.
"""

import io
import re
import struct
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import BinaryIO

import pikepdf
import pikepdf.pdfa
from PIL import Image, ImageOps

from forms.rasters import Pdf
from village_desk.errors import PrintTrouble, UserError

Load = Callable[[], bytes]
"""Gives the bytes of an attachment; called again each time they are needed."""

LARGEST_SIDE = 3_508
"""Longest side in px of a picture that is drawn anew: A4 at 300 dots an inch."""
LARGEST_BYTES = 6_000_000
"""A photo of more bytes is reduced; any other JPEG or PNG goes in as it is."""
_QUALITY = 85
_DPI = 200
"""Of the pictures of a PDF's pages."""
_ORIENTATION = 0x0112
_PNG_GREY, _PNG_RGB, _PNG_INDEXED = 0, 2, 3
_TURNED = (5, 6, 7, 8)
"""EXIF orientations with width and height exchanged."""
MATRICES = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""How the unit square is turned for each EXIF orientation (TIFF 6.0, tag 274), as a PDF matrix."""


@dataclass(frozen=True, slots=True, repr=False)
class Picture:
    """One picture that fills a page.

    Attributes:
        about: The entries of its dictionary, but for the length.
        read: Gives its compressed bytes, as they stand in the PDF.
        length: How many there are.
        width, height: Pixels, upright.
        orientation: EXIF orientation the picture has to be drawn with.
    """

    about: str
    read: Load
    length: int
    width: int
    height: int
    orientation: int


@dataclass(frozen=True, slots=True, repr=False)
class Taken:
    """One page of a PDF, taken over as it is; the file is kept, because the page is read from it later."""

    page: pikepdf.Page
    file: pikepdf.Pdf


Scan = Picture | Taken


def scans_of(load: Load, media_type: str) -> list[Scan]:
    """Return the pages of an attachment; none when it is neither a picture nor a PDF, or damaged."""
    if media_type == "application/pdf":
        return _pdf_pages(load)
    picture = _picture(load)
    return [picture] if picture else []


def _pdf_pages(load: Load) -> list[Scan]:
    data = load()
    try:
        source = pikepdf.open(io.BytesIO(data))
        pikepdf.pdfa.prepare(source, "2b")
        if _is_archive(source):
            return [Taken(page, source) for page in source.pages]
        pictures = [_picture(partial(bytes, picture)) for picture in _drawn_pages(data)]
    except (pikepdf.PdfError, PrintTrouble, UserError):
        return []
    return [picture for picture in pictures if picture]


def _drawn_pages(data: bytes) -> Iterator[bytes]:
    """Return the pages of a PDF that no archive file may take over as it is, each as a JPEG."""
    with Pdf(data) as source:
        for number in range(1, source.pages + 1):
            page = source.raster(number, _DPI)
            image = Image.frombuffer(
                "RGB", (page.width, page.height), page.pixels, "raw", "RGBX", page.stride, 1
            )
            out = io.BytesIO()
            image.save(out, "JPEG", quality=_QUALITY)
            yield out.getvalue()


def _is_archive(source: pikepdf.Pdf) -> bool:
    """Say whether a prepared PDF may go into an archive file as it is (PDF/A-2b, ISO 19005-2)."""
    out = io.BytesIO()
    source.save(out, **pikepdf.pdfa.resolve_save_kwargs("2b"))
    return pikepdf.pdfa.validate_written(out, "2b").passed


# ---------------------------------------------------------------- pictures


def _picture(load: Load) -> Picture | None:
    data = load()
    try:
        with Image.open(io.BytesIO(data)) as image:
            size, orientation = image.size, int(image.getexif().get(_ORIENTATION, 1) or 1)
            found = _as_it_is(image, data)
            anew = _painted_anew(image) if found is None else b""
        if found is None:
            with Image.open(io.BytesIO(anew)) as image:
                size, orientation = image.size, 1
                load, found = partial(bytes, anew), (_jpeg_entries(image), bytes, len(anew))
    except (OSError, ValueError, KeyError, struct.error, Image.DecompressionBombError):
        return None
    about, body, length = found
    width, height = size[::-1] if orientation in _TURNED else size
    known = orientation if orientation in MATRICES else 1
    return Picture(about, _chained(load, body), length, width, height, known)


Body = Callable[[bytes], bytes]
"""Takes what goes into the PDF out of a file."""


def _chained(load: Load, body: Body) -> Load:
    return lambda: body(load())


def _as_it_is(image: Image.Image, data: bytes) -> tuple[str, Body, int] | None:
    """Return how the picture goes into a PDF as it is, or None when it has to be drawn anew."""
    if len(data) > LARGEST_BYTES:
        return None
    if image.format == "JPEG" and image.mode in ("L", "RGB"):
        return _jpeg_entries(image), bytes, len(data)
    entries = _png_entries(data) if image.format == "PNG" else ""
    return (entries, _png_rows, len(_png_rows(data))) if entries else None


def _jpeg_entries(image: Image.Image) -> str:
    space = "/DeviceGray" if image.mode == "L" else "/DeviceRGB"
    return f"{_size(*image.size)}/ColorSpace {space}/BitsPerComponent 8/Filter/DCTDecode"


def _png_entries(data: bytes) -> str:
    """Describe a PNG whose own compressed rows can stand in a PDF: neither interlaced nor transparent."""
    chunks = dict(_chunks(data))
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"][:13])
    spaces = {_PNG_GREY: ("/DeviceGray", 1), _PNG_RGB: ("/DeviceRGB", 3), _PNG_INDEXED: ("", 1)}
    if interlaced or bits == 16 or b"tRNS" in chunks or colour not in spaces:
        return ""
    space, parts = spaces[colour]
    if colour == _PNG_INDEXED:
        palette = chunks[b"PLTE"]
        space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
    rows = f"/Predictor 15/Colors {parts}/BitsPerComponent {bits}/Columns {width}"
    return (
        f"{_size(width, height)}/ColorSpace {space}/BitsPerComponent {bits}"
        f"/Filter/FlateDecode/DecodeParms<<{rows}>>"
    )


def _png_rows(data: bytes) -> bytes:
    return b"".join(body for name, body in _chunks(data) if name == b"IDAT")


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def _painted_anew(image: Image.Image) -> bytes:
    """Return any other picture as a JPEG, upright, no larger than paper shows."""
    image.draft("RGB", (LARGEST_SIDE, LARGEST_SIDE))
    image.thumbnail((LARGEST_SIDE, LARGEST_SIDE), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(image).convert("RGBA")
    paper = Image.new("RGB", upright.size, "white")
    paper.paste(upright, mask=upright.getchannel("A"))
    out = io.BytesIO()
    paper.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _size(width: int, height: int) -> str:
    return f"/Width {width}/Height {height}"


# ---------------------------------------------------------------- a file that is read while it is written


class _Joined(io.RawIOBase):
    """A file of several parts, of which only the one read last is in memory."""

    def __init__(self, parts: Sequence[tuple[int, Load]]) -> None:
        super().__init__()
        self._parts = parts
        self._begins = [0, *accumulate(length for length, _load in parts)]
        self._at = 0
        self._held: tuple[int, bytes] = (-1, b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say that it can be read from anywhere."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        self._at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._begins[-1]}[whence]
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer
        """Fill `buffer` as far as one part goes."""
        if self._at >= self._begins[-1]:
            return 0
        number = bisect_right(self._begins, self._at) - 1
        if self._held[0] != number:
            self._held = (number, self._parts[number][1]())
        begins = self._at - self._begins[number]
        piece = self._held[1][begins : begins + len(buffer)]
        buffer[: len(piece)] = piece
        self._at += len(piece)
        return len(piece)


def with_pictures(drawn: bytes, pictures: Sequence[Picture]) -> tuple[BinaryIO, list[int]]:
    """Return a file of the PDF `drawn` with pictures behind it, and the object number of each.

    They are added as an incremental update (ISO 32000-1, 7.5.6), so that nothing of them has to be read.
    """
    end = drawn[-_TRAILER:]
    first = int(_found(rb"/Size (\d+)", end))
    parts: list[tuple[int, Load]] = [(len(drawn), partial(bytes, drawn))]
    places, at = [], len(drawn)
    for number, picture in enumerate(pictures, first):
        head = (
            f"\n{number} 0 obj<</Type/XObject/Subtype/Image{picture.about}/Length {picture.length}>>stream\n"
        )
        places.append(at + 1)
        for length, load in (
            (len(head), partial(bytes, head.encode())),
            (picture.length, picture.read),
            (len(_OBJECT_END), partial(bytes, _OBJECT_END)),
        ):
            parts.append((length, load))
            at += length
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    root, before = _found(rb"/Root (\d+ \d+ R)", end), _found(rb"startxref\s+(\d+)", end)
    trailer = b"xref\n%d %d\n%btrailer<</Size %d/Root %b/Info %b/Prev %b>>\nstartxref\n%d\n%%%%EOF\n" % (
        first, len(places), table, first + len(places), root, _found(rb"/Info (\d+ \d+ R)", end), before, at,
    )  # fmt: skip
    parts.append((len(trailer), partial(bytes, trailer)))
    joined = io.BufferedReader(_Joined(parts), _BUFFER)
    return joined, list(range(first, first + len(places)))


_OBJECT_END = b"\nendstream endobj\n"
_TRAILER = 2_000
"""Bytes at the end of a file in which its trailer stands."""
_BUFFER = 64 * 1024


def _found(pattern: bytes, text: bytes) -> bytes:
    return next(re.finditer(pattern, text))[1]
