"""Draws pages with reportlab and makes the file PDF/A-2b: fonts embedded, colour profile, metadata, no clock.

The archive format is written directly instead of by a second pass over the file, which would double the
time of a page; the tests hold every form against the validator.
"""

import io
from collections.abc import Callable
from functools import cache
from threading import Lock
from xml.sax.saxutils import escape

import segno
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import FILL_NON_ZERO, Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from forms.fonts import FACES, FOLDER, face, runs
from forms.marks import Frame, Mark, Picture, Rule, Tick, Writing
from forms.model import PAGE_HEIGHT
from forms.pages import QR_RIGHT, QR_SIDE, QR_TOP, Page
from village_desk.paths import RESOURCES

POINT = 72 / 25.4
"""Points in a millimetre."""

WATERMARK = "[练习]"
WATERMARK_SIZE = 110.0
WATERMARK_GREY = 0.9
WATERMARK_ANGLE = 52.0

PRODUCER = "Village Desk"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
"""Metadata of the file (ISO 19005-2, 6.6.2 to 6.6.4)."""

_DRAWING = Lock()
"""reportlab keeps reading positions in the shared faces, so one paper is drawn at a time."""


def pdf(pages: list[Page], codes: list[str], title: str, *, practice: bool) -> bytes:
    """Return the PDF/A-2b file of `pages` with a QR code of `codes` on each; no clock, no chance.

    A page without a code has no watermark either: something else is put under its marks.
    """
    out = io.BytesIO()
    with _DRAWING:
        body = FACES["body"][0]
        face(body)
        canvas = Canvas(
            out,
            pagesize=_size(pages[0]),
            initialFontName=body,
            lang="zh-CN",
            invariant=1,
            pageCompression=1,
            pdfVersion=(1, 7),
        )
        for page, code in zip(pages, codes, strict=True):
            if page.height != PAGE_HEIGHT:
                # Marks lie from the top of an A4 sheet that stands: this one ends so much sooner or later.
                canvas.translate(0, (page.height - PAGE_HEIGHT) * POINT)
            if practice and code:
                _watermark(canvas, page)
            if code:
                _qr(canvas, code, page)
            for mark in page.marks:
                _draw(canvas, mark)
            canvas.showPage()
        _archive(canvas, title)
        canvas.save()
    return out.getvalue()


def _size(page: Page) -> tuple[float, float]:
    return page.width * POINT, page.height * POINT


def _y(millimetres: float) -> float:
    return (PAGE_HEIGHT - millimetres) * POINT


def _draw(canvas: Canvas, mark: Mark) -> None:
    match mark:
        case Writing():
            _write(canvas, mark)
        case Rule():
            canvas.setLineWidth(mark.stroke)
            canvas.line(mark.x * POINT, _y(mark.y), mark.to_x * POINT, _y(mark.to_y))
        case Frame():
            _frame(canvas, mark)
        case Tick():
            _tick(canvas, mark)
        case Picture():
            image = ImageReader(io.BytesIO(mark.image))
            place = (mark.x * POINT, _y(mark.y + mark.height), mark.width * POINT, mark.height * POINT)
            canvas.drawImage(image, *place, preserveAspectRatio=True, anchor="c")


def _write(canvas: Canvas, mark: Writing) -> None:
    x = mark.x * POINT
    if mark.grey:
        canvas.setFillGray(mark.grey)
    for name, text in runs(mark.style, mark.text):
        canvas.setFont(name, mark.size)
        canvas.drawString(x, _y(mark.y), text)
        widths = face(name).charWidths
        x += sum(widths[ord(character)] for character in text) * mark.size / 1000
    if mark.grey:
        canvas.setFillGray(0)


def _frame(canvas: Canvas, mark: Frame) -> None:
    place = (mark.x * POINT, _y(mark.y + mark.height), mark.width * POINT, mark.height * POINT)
    if mark.grey < 1:
        canvas.setFillGray(mark.grey)
        canvas.rect(*place, stroke=0, fill=1)
        canvas.setFillGray(0)
    if mark.stroke:
        canvas.setLineWidth(mark.stroke)
        canvas.rect(*place)


def _tick(canvas: Canvas, mark: Tick) -> None:
    """Draw a tick box, a ticked one (☑ is in no font), or a bare tick."""
    side = mark.size * 0.72 * POINT
    left = mark.x * POINT + (mark.size * POINT - side) / 2
    bottom = _y(mark.y) - 0.06 * mark.size * POINT
    if mark.boxed:
        canvas.setLineWidth(0.7)
        canvas.rect(left, bottom, side, side)
    if mark.ticked:
        canvas.setLineWidth(1.4)
        canvas.setLineCap(1)
        path = canvas.beginPath()
        path.moveTo(left + 0.16 * side, bottom + 0.52 * side)
        path.lineTo(left + 0.42 * side, bottom + 0.2 * side)
        path.lineTo(left + 0.92 * side, bottom + 0.92 * side)
        canvas.drawPath(path)
        canvas.setLineCap(0)


def _qr(canvas: Canvas, code: str, page: Page) -> None:
    """Draw the code as one path, `QR_SIDE` millimetres wide without its quiet zone."""
    matrix = segno.make_qr(code, error="m", boost_error=False).matrix
    module = QR_SIDE * POINT / len(matrix)
    left = _size(page)[0] - (QR_RIGHT + QR_SIDE) * POINT
    path = canvas.beginPath()
    for number, row in enumerate(matrix):
        bottom = _y(QR_TOP) - (number + 1) * module
        start = 0
        while start < len(row):
            if not row[start]:
                start += 1
                continue
            stop = start
            while stop < len(row) and row[stop]:
                stop += 1
            path.rect(left + start * module, bottom, (stop - start) * module, module)
            start = stop
    canvas.drawPath(path, stroke=0, fill=1)


@cache
def _watermark_outlines() -> tuple[tuple[float, RecordingPen], ...]:
    """Return the outlines of the watermark in thousandths of an em, each with its place.

    As outlines, not text: the watermark must not mix with the words of the form when text is read out.
    """
    outlines = []
    at = 0.0
    with TTFont(FOLDER / "NotoSerifSC-Regular.ttf", lazy=True) as font:
        glyphs = font.getGlyphSet()
        names = font.getBestCmap()
        for character in WATERMARK:
            glyph = glyphs[names[ord(character)]]
            pen = RecordingPen()
            glyph.draw(Qu2CuPen(pen, max_err=1.0, all_cubic=True))
            outlines.append((at, pen))
            at += glyph.width
    return tuple(outlines)


def _watermark(canvas: Canvas, page: Page) -> None:
    """Draw [练习] across the page in light grey: no transparency, which an archive need not render."""
    scale = WATERMARK_SIZE / 1000
    canvas.saveState()
    canvas.setFillGray(WATERMARK_GREY)
    width, height = _size(page)
    canvas.translate(width / 2, height / 2 - (page.height - PAGE_HEIGHT) * POINT)
    canvas.rotate(WATERMARK_ANGLE)
    outlines = _watermark_outlines()
    canvas.translate(-(outlines[-1][0] + 400) * scale / 2, -0.36 * WATERMARK_SIZE)
    path = canvas.beginPath()
    for at, pen in outlines:
        for step, points in pen.value:
            flat = [value for x, y in points for value in ((x + at) * scale, y * scale)]
            _STEPS[step](path, flat)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=FILL_NON_ZERO)
    canvas.restoreState()


_STEPS: dict[str, Callable[[PDFPathObject, list[float]], None]] = {
    "moveTo": lambda path, flat: path.moveTo(*flat),
    "lineTo": lambda path, flat: path.lineTo(*flat),
    "curveTo": lambda path, flat: path.curveTo(*flat),
    "closePath": lambda path, _flat: path.close(),
    "endPath": lambda _path, _flat: None,
}


@cache
def _colour_profile() -> bytes:
    """Return the sRGB profile (made with Little CMS) that every archive file carries."""
    return (RESOURCES / "forms" / "sRGB.icc").read_bytes()


class _Info(pdfdoc.PDFInfo):  # type: ignore[misc]  # reportlab has no types
    """The document information without dates: the same paper gives the same bytes."""

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the dictionary in PDF syntax."""
        entries = {"Title": pdfdoc.PDFString(self.title), "Producer": pdfdoc.PDFString(PRODUCER)}
        return bytes(pdfdoc.PDFDictionary(entries).format(document))


def _archive(canvas: Canvas, title: str) -> None:
    """Add what PDF/A-2b asks of the catalogue (ISO 19005-2, 6.2.3 and 6.6)."""
    document = canvas._doc  # noqa: SLF001 - reportlab offers no other way to its catalogue
    document.info = _Info()
    document.info.title = title
    for number in range(len(document.Pages.pages)):
        # reportlab writes an empty /Trans into every page, which the archive format forbids.
        document.Pages.pages[number].Trans = None
    profile = _stream(_colour_profile(), {"N": 3}, compress=True)
    intent = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": pdfdoc.PDFString("sRGB"),
            "Info": pdfdoc.PDFString("sRGB"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    metadata = _stream(
        XMP.format(title=escape(title), producer=PRODUCER).encode(),
        {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")},
        compress=False,
    )
    catalogue = document.Catalog
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents", "Metadata"]
    catalogue.OutputIntents = pdfdoc.PDFArray([intent])
    catalogue.Metadata = document.Reference(metadata)


def _stream(content: bytes, entries: dict[str, object], *, compress: bool) -> pdfdoc.PDFStream:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress] if compress else [])
    for name, value in entries.items():
        stream.dictionary[name] = value
    return stream
