"""A table as a file from a browser: a spreadsheet, or text with commas; no text becomes a formula."""

import csv
import io
from collections.abc import Sequence
from urllib.parse import quote

from litestar import Response

from county_server.answers import Asked
from county_server.web import pages
from village_desk import exports

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTH = 22

Rows = Sequence[Sequence[str | int]]


def file(request: Asked, title: str, heads: Sequence[str], rows: Rows, *, plain: bool) -> Response[bytes]:
    """Return a table as a file the browser saves; `plain` as text with commas (CSV), else XLSX."""
    if plain:
        data, kind, ending = _csv(heads, rows), "text/csv; charset=utf-8", "csv"
    else:
        columns = (tuple((head, 1) for head in heads),)
        lines = tuple(tuple(row) for row in rows)
        sheet = exports.Sheet(title, (), columns, lines, (_WIDTH,) * len(heads))
        data, kind, ending = exports.workbook(sheet), XLSX, "xlsx"
    named = f"attachment; filename*=UTF-8''{quote(f'{title}.{ending}')}"
    return Response(data, media_type=kind, headers={**pages.headers(request), "Content-Disposition": named})


def _csv(heads: Sequence[str], rows: Rows) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(heads)
    for row in rows:
        writer.writerow(f"'{cell}" if str(cell).startswith(_FORMULA) else cell for cell in row)
    return held.getvalue().encode("utf-8-sig")  # without the mark, spreadsheets take it for another encoding
