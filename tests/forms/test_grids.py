"""Every grid stands where its form says, read from the lines of the PDF itself.

grids.csv holds the widths the domain gives (services §2, F01 to F28, in millimetres, row by row). Where the
given row cannot hold what is written into it, `printed` says what is drawn instead and `reason` why.
"""

import csv
import io
from itertools import accumulate
from pathlib import Path

import pikepdf
import pytest

import forms
from forms.model import If, Repeat, Row
from tests.forms.examples import BLANK_SHEET

POINT = 72 / 25.4
WITHIN = 1.0
"""Millimetres a line may lie off the place the domain gives it."""
EXACTLY = 0.05
"""Millimetres a line may lie off the place its own form gives it."""
SIDES = {165.0: (25.0, 20.0), 262.0: (20.0, 15.0)}
"""Margins left and right of a grid of tables and of one of ledgers (services §2.0, T1 and T3)."""


def given():
    """Return the rows of each form, in order: label, widths the domain gives, widths that are printed."""
    found = {}
    for row in csv.DictReader(Path(__file__).with_name("grids.csv").read_text("utf-8").splitlines()):
        wanted, printed = ([float(one) for one in row[name].split()] for name in ("widths", "printed"))
        found.setdefault(row["form"], []).append((row["row"], wanted, printed, row["reason"]))
    return found


GIVEN = given()
FORMS = tuple(forms.catalogue())


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


def between(left, widths):
    return [left + edge for edge in accumulate(widths)][:-1]


def lie(drawn, wanted, within):
    return len(drawn) == len(wanted) and all(
        abs(line - place) <= within for line, place in zip(drawn, wanted, strict=True)
    )


def widths_of(row):
    """Return the widths of the cells of a row; a number in boxes is as many cells."""
    widths = []
    for cell in row.cells:
        filters = [each for piece in cell.inline for each in getattr(piece, "filters", ())]
        boxes = next((int(each.arguments[0]) for each in filters if each.name == "boxes"), 1)
        widths += [cell.width / boxes] * boxes
    return widths


def blank_rows(elements):
    """Yield the rows of a form nothing is written into."""
    for element in elements:
        if isinstance(element, Row):
            yield element
        elif isinstance(element, Repeat):
            yield from list(blank_rows(element.body)) * element.least
        elif not isinstance(element, If) or element.condition.negated:
            yield from blank_rows(getattr(element, "body", ()))


@pytest.mark.parametrize("form", sorted(GIVEN))
def test_every_row_the_domain_gives_is_drawn_with_its_widths(form):
    template = forms.load(form)
    drawn = upright(forms.render(template, {}, BLANK_SHEET))
    at = 0
    for label, widths, printed, reason in GIVEN[form]:
        assert sum(widths) == template.width
        assert bool(printed) == bool(reason)
        wanted = between(template.margins.left, printed or widths)
        while at < len(drawn) and not lie(drawn[at], wanted, WITHIN):
            at += 1
        assert at < len(drawn), f"no row {label} {printed or widths}"
        at += 1


@pytest.mark.parametrize("form", sorted(GIVEN))
def test_a_grid_stands_between_the_margins_of_its_kind_of_sheet(form):
    template = forms.load(form)
    assert (template.margins.left, template.margins.right) == SIDES[template.width]


@pytest.mark.parametrize("form", FORMS)
def test_every_grid_is_drawn_as_its_form_declares_it(form):
    template = forms.load(form)
    widths = [widths_of(row) for row in blank_rows(template.elements)]
    wanted = [between(template.margins.left, row) for row in widths if len(row) > 1]
    drawn = upright(forms.render(template, {}, BLANK_SHEET))
    assert len(drawn) == len(wanted)
    assert all(lie(lines, places, EXACTLY) for lines, places in zip(drawn, wanted, strict=True))
