"""Lays out one row of a grid. What does not fit its cell is handed back for the continuation sheet."""

from dataclasses import dataclass

from forms.breaking import Room, may_break
from forms.filters import TALL_FILTERS, Boxes
from forms.marks import Block, Frame, Mark, Picture, Rule, Writing
from forms.model import Align, Cell, Field, Row, Words
from forms.ribbon import BASELINE, MM_PER_POINT, NOT_TEXT, THIN, Ribbon, ribbon_of, text_ribbon
from forms.values import Scope

PADDING = 1.0
LEADING = 1.28
TALL_LEADING = 1.55
TALL_FROM = 15.0
"""A cell this high is a box of running text: wider leading."""

DIGIT_BOX = 7.0
DIGIT_BOX_LEAST = 5.0
BAR_GREY = 0.93

CONTINUES = "（接续页）"


@dataclass(frozen=True, slots=True)
class Overflow:
    """Text that did not fit: the label of its cell and the rest."""

    label: str
    text: str


@dataclass(slots=True)
class _Laid:
    ribbon: Ribbon
    lines: list[tuple[int, int]]
    leading: float
    tall: bool
    boxes: Boxes | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * self.leading + 2 * PADDING


def row_block(row: Row, scope: Scope, size: float) -> tuple[Block, list[Overflow]]:
    """Return the block of `row` and what did not fit into it."""
    size = row.size or size
    laid = [_lay(cell, scope, size, tall=row.height >= TALL_FROM) for cell in row.cells]
    height = min(max(row.height, *(each.height for each in laid)), row.most)
    marks: list[Mark] = []
    overflow: list[Overflow] = []
    x = 0.0
    for number, (cell, each) in enumerate(zip(row.cells, laid, strict=True)):
        if number:
            marks.append(Rule(x, 0, x, height, THIN))
        rest = _cut(each, cell, height)
        if rest:
            overflow.append(Overflow(_label_of(row, number, scope), rest))
        marks += _cell_marks(cell, each, x, height)
        marks += _pictures(cell, scope, (x, height))
        x += cell.width
    return Block(height, marks, grid=True), overflow


def _lay(cell: Cell, scope: Scope, size: float, *, tall: bool) -> _Laid:
    boxes = _boxes_of(cell, scope)
    if boxes and len(boxes.text) <= boxes.count and boxes.count * DIGIT_BOX_LEAST <= cell.width:
        return _Laid(text_ribbon("", size), [(0, 0)], size * MM_PER_POINT, tall=False, boxes=boxes)
    ribbon = ribbon_of(cell.inline, scope, size, style="title" if cell.heavy else "body")
    width = cell.width - 2 * PADDING
    tall = tall and any(
        each.name in TALL_FILTERS
        for piece in cell.inline
        if isinstance(piece, Field)
        for each in piece.filters
    )
    leading = ribbon.em * (TALL_LEADING if tall else LEADING)
    return _Laid(ribbon, ribbon.lines(Room(width, width)), leading, tall)


def _boxes_of(cell: Cell, scope: Scope) -> Boxes | None:
    if len(cell.inline) == 1 and isinstance(place := cell.inline[0], Field):
        value = scope.written(place) if any(each.name == "boxes" for each in place.filters) else None
        return value if isinstance(value, Boxes) else None
    return None


def _label_of(row: Row, number: int, scope: Scope) -> str:
    own = "".join(piece.text for piece in row.cells[number].inline if isinstance(piece, Words)).strip()
    before = row.cells[number - 1].inline if number else ()
    label = "".join(piece.text for piece in before if isinstance(piece, Words)).strip()
    if label or own:
        return label or own
    places = [piece for piece in row.cells[number].inline if isinstance(piece, Field)]
    spec = scope.spec(places[0].path) if places else None
    return spec.paper if spec else ""


def _cut(laid: _Laid, cell: Cell, height: float) -> str:
    """Shorten `laid` to `height`, ending it with a note that it continues; return the rest."""
    room = int((height - 2 * PADDING + 0.01) / laid.leading)
    if laid.boxes or len(laid.lines) <= room:
        return ""
    ribbon, width = laid.ribbon, cell.width - 2 * PADDING
    note = text_ribbon(CONTINUES, ribbon.size)
    note_width = sum(note.widths)
    if room < 1 or note_width > width:
        laid.ribbon, laid.lines = text_ribbon("", ribbon.size), [(0, 0)]
        return _words(ribbon.text)
    start, end = laid.lines[room - 1]
    used = sum(ribbon.widths[start:end])
    while end > start and used + note_width > width:
        end -= 1
        used -= ribbon.widths[end]
    whole = end
    while end > start and not may_break(ribbon.text[end - 1], ribbon.text[end]):
        end -= 1
    end = end if end > start else whole
    kept = Ribbon(ribbon.size, ribbon.style, ribbon.text[:end], ribbon.widths[:end], ribbon.looks[:end])
    kept.add(CONTINUES)
    laid.ribbon, laid.lines = kept, [*laid.lines[: room - 1], (start, len(kept.text))]
    return _words(ribbon.text[end:]).removeprefix("\n")


def _words(characters: list[str]) -> str:
    return "".join(character for character in characters if character not in NOT_TEXT)


def _cell_marks(cell: Cell, laid: _Laid, x: float, height: float) -> list[Mark]:
    marks: list[Mark] = [Frame(x, 0, cell.width, height, 0, BAR_GREY)] if cell.bar else []
    if laid.boxes:
        return marks + _digit_boxes(laid.boxes, laid.ribbon.size, (x, cell.width, height))
    top = PADDING + 0.5 if laid.tall else (height - len(laid.lines) * laid.leading) / 2
    em = laid.ribbon.em
    for number, span in enumerate(laid.lines):
        spare = cell.width - 2 * PADDING - laid.ribbon.line_width(span)
        shift = {"left": 0.0, "centre": spare / 2, "right": spare}[_align(cell)]
        baseline = top + (number + 0.5) * laid.leading + BASELINE * em
        marks += laid.ribbon.marks(span, x + PADDING + shift, baseline)
    return marks


def _pictures(cell: Cell, scope: Scope, place: tuple[float, float]) -> list[Mark]:
    """Return the picture a cell asks for with `{…|picture}`, fitted into it."""
    x, height = place
    found = [
        scope.value(piece.path)
        for piece in cell.inline
        if isinstance(piece, Field) and any(each.name == "picture" for each in piece.filters)
    ]
    width = cell.width - 2 * PADDING
    return [
        Picture(x + PADDING, PADDING, width, height - 2 * PADDING, image)
        for image in found
        if isinstance(image, bytes) and image
    ]


def _align(cell: Cell) -> Align:
    if cell.align:
        return cell.align
    return "centre" if all(isinstance(piece, Words) for piece in cell.inline) else "left"


def _digit_boxes(boxes: Boxes, size: float, place: tuple[float, float, float]) -> list[Mark]:
    x, width, height = place
    box = min(DIGIT_BOX, width / boxes.count)
    left = x + (width - boxes.count * box) / 2
    marks: list[Mark] = []
    # Neighbouring boxes share their walls; where the boxes fill the cell, the outer ones share the cell's.
    walls = range(1, boxes.count) if boxes.count * box > width - PADDING else range(boxes.count + 1)
    marks += [Rule(left + n * box, 0, left + n * box, height, THIN) for n in walls]
    baseline = height / 2 + BASELINE * size * MM_PER_POINT
    for number, character in enumerate(boxes.text):
        wide = sum(text_ribbon(character, size).widths)
        middle = left + (number + 0.5) * box - wide / 2
        marks.append(Writing(middle, baseline, character, "body", size))
    return marks
