"""The papers of an intake keep the widths of their grids: read from the lines of the PDF itself."""

import io

import pikepdf
import pytest

import forms
from tests.forms.examples import BLANK_SHEET

POINT = 72 / 25.4
WITHIN = 1.0
"""Millimetres a line may lie off its place."""

# Row by row, as the domain gives them (services F01, F02, F20, F21); rows a sheet adds may stand between.
GRIDS = {
    "consultation": """
        18 62 24 61 | 26 32 14 14 14 16 14 35 | 26 72 24 43 | 26 92 24 23 | 26 139 | 26 92 24 23 | 26 79 16 44
        26 139 | 26 139 | 26 139 | 60 35 22 48 | 26 139""",
    "visitor_register": "10 20 20 10 28 30 22 16 26 36 22 16 6",
    "referral": """
        24 58 16 67 | 24 34 22 30 22 33 | 24 79 28 34 | 24 141 | 24 62 22 57 | 24 58 22 61 | 62 103
        24 58 38 45 | 24 141 | 24 58 24 59""",
    "hotline_order": """
        24 45 16 24 22 34 | 24 30 14 34 28 35 | 24 62 16 63 | 24 141 | 24 58 24 59 | 24 58 28 55 | 24 141
        24 34 24 83 | 24 141 | 24 34 24 41 18 24 | 24 141""",
}


def rows(text):
    lines = text.strip().replace("\n", "|").split("|")
    return [[float(width) for width in line.split()] for line in lines if line.strip()]


def upright(pdf):
    """Return where the lines between the cells of each row of the first page stand, in millimetres."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        operations = pikepdf.parse_content_stream(opened.pages[0])
    start, found = (0.0, 0.0), {}
    for operation in operations:
        numbers = [float(one) for one in operation.operands] if str(operation.operator) in ("m", "l") else []
        if str(operation.operator) == "m":
            start = (numbers[0], numbers[1])
        elif numbers and abs(numbers[0] - start[0]) < 0.01 and abs(numbers[1] - start[1]) > 5:
            low, high = sorted((start[1], numbers[1]))
            found.setdefault((round(high, 1), round(low, 1)), set()).add(round(start[0] / POINT, 2))
    return [sorted(edges) for _row, edges in sorted(found.items(), reverse=True)]


@pytest.mark.parametrize("form", sorted(GRIDS))
def test_every_row_of_the_grid_has_its_widths(form):
    template = forms.load(form)
    drawn = upright(forms.render(template, {}, BLANK_SHEET))
    at = 0
    for widths in rows(GRIDS[form]):
        assert sum(widths) == template.width
        between = [template.margins.left + sum(widths[:count]) for count in range(1, len(widths))]
        while at < len(drawn) and not _lies(drawn[at], between):
            at += 1
        assert at < len(drawn), f"no row {widths}"
        at += 1


def _lies(drawn, wanted):
    return len(drawn) == len(wanted) and all(
        abs(line - place) <= WITHIN for line, place in zip(drawn, wanted, strict=True)
    )
