"""The one-page form made by other programs: WeasyPrint from HTML, LibreOffice converting a filled document.

Neither is a dependency. WeasyPrint is looked for in the Python named by BENCH_WEASYPRINT_PYTHON, or in the
one that runs; LibreOffice as `soffice`. One that is not there gives None, and the table says so. Both get the
cells of our own sheet with the same values and font, without QR code and archive profile. Without
`libharfbuzz-subset0` of the system WeasyPrint takes thirty times longer.
"""

from __future__ import annotations

import html
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from village_desk.paths import RESOURCES

FONT = RESOURCES / "fonts" / "NotoSansSC-Regular.ttf"
TIMES = 5
Row = list[tuple[str, int]]
"""Cells of a row: text and width in mm."""

_WEASYPRINT = """
import statistics, sys, time
try:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration
except (ImportError, OSError):  # OSError: a library of the system is missing
    sys.exit(3)
style, page = sys.stdin.read().split("\\f")
fonts = FontConfiguration()
kept = {"stylesheets": [CSS(string=style, font_config=fonts)], "font_config": fonts}
whole = "<style>" + style + "</style>" + page
for work in (lambda: HTML(string=whole).write_pdf(), lambda: HTML(string=page).write_pdf(**kept)):
    taken = []
    for turn in range(int(sys.argv[1]) + 1):
        started = time.perf_counter()
        made = work()
        taken.append(time.perf_counter() - started)
    assert made.startswith(b"%PDF")
    print(statistics.median(taken[1:]) * 1000)
"""
_NOT_THERE = 3


def weasyprint_ms(title: str, rows: list[Row]) -> dict[str, float] | None:
    """Return the milliseconds WeasyPrint takes for the sheet as HTML, its own start not counted.

    `theirs_ms` as its manual shows, a page with its style; `fonts_kept_ms` with the font read once for all.
    """
    python = os.environ.get("BENCH_WEASYPRINT_PYTHON", sys.executable)
    done = subprocess.run(
        [python, "-c", _WEASYPRINT, str(TIMES)],
        input=_page(title, rows),
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode == _NOT_THERE:
        return None
    done.check_returncode()
    whole, kept = map(float, done.stdout.split())
    return {"theirs_ms": whole, "fonts_kept_ms": kept}


def libreoffice_ms(title: str, rows: list[Row]) -> dict[str, float] | None:
    """Return the milliseconds `soffice` takes to convert the sheet, as a filled document: `theirs_ms`."""
    program = shutil.which("soffice")
    if program is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        document = folder / "sheet.fodt"
        document.write_text(_document(title, rows), "utf-8")
        (folder / "fonts.conf").write_text(
            f"<fontconfig><dir>{FONT.parent}</dir><dir>/usr/share/fonts</dir><cachedir>{folder}</cachedir></fontconfig>",
            "utf-8",
        )
        taken = [_converted(program, folder, document) for _ in range(TIMES)]
    return {"theirs_ms": statistics.median(taken[1:])}  # the first makes the user's settings


def _converted(program: str, folder: Path, document: Path) -> float:
    started = time.perf_counter()
    subprocess.run(
        [
            program,
            f"-env:UserInstallation={(folder / 'settings').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(document),
        ],
        env=os.environ | {"FONTCONFIG_FILE": str(folder / "fonts.conf")},
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    taken = (time.perf_counter() - started) * 1000
    made = folder / "sheet.pdf"
    if not made.read_bytes().startswith(b"%PDF"):
        raise ValueError("no PDF was made")
    made.unlink()
    return taken


def _page(title: str, rows: list[Row]) -> str:
    """Return style sheet and page, parted by a form feed."""
    lines = (
        "<table><tr>"
        + "".join(f'<td style="width:{width}mm">{html.escape(text)}</td>' for text, width in row)
        + "</tr></table>"
        for row in rows
    )
    return (
        f"@font-face {{font-family: F; src: url({FONT.as_uri()})}} @page {{size: A4; margin: 25mm 20mm}} "
        "body {font: 11pt F} h1 {font-size: 20pt; margin: 0} "
        "table {border-collapse: collapse; table-layout: fixed; width: 165mm} "
        "td {border: 0.3mm solid; padding: 1mm}"
        f"\f<h1>{html.escape(title)}</h1>{''.join(lines)}"
    )


def _document(title: str, rows: list[Row]) -> str:
    """Return the sheet as a flat OpenDocument text."""
    font = '<style:text-properties style:font-name-asian="S" style:font-name="S" fo:font-size="11pt"/>'
    face = '<style:font-face style:name="S" svg:font-family="Noto Sans SC"/>'
    border = '<style:table-cell-properties fo:border="0.3mm solid #000000"/>'
    names = {
        name: f"urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"
        for name, space in (
            ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"),
            ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"),
        )
    }  # fmt: skip
    tables = (
        "<table:table>"
        + "<table:table-column/>" * len(row)
        + "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="C" office:value-type="string">'
            f'<text:p text:style-name="P">{html.escape(text)}</text:p></table:table-cell>'
            for text, _width in row
        )
        + "</table:table-row></table:table>"
        for row in rows
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text" '
        + " ".join(f'xmlns:{name}="{address}"' for name, address in names.items())
        + f"><office:font-face-decls>{face}</office:font-face-decls><office:automatic-styles>"
        f'<style:style style:name="P" style:family="paragraph">{font}</style:style>'
        '<style:style style:name="C" style:family="table-cell">'
        f"{border}</style:style></office:automatic-styles>"
        f"<office:body><office:text><text:p>{html.escape(title)}</text:p>{''.join(tables)}"
        "</office:text></office:body></office:document>"
    )
