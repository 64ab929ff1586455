"""What is drawn on a page: plain values in millimetres from the top left, sizes and strokes in points."""

from dataclasses import dataclass, replace

from forms.fonts import Style


@dataclass(frozen=True, slots=True)
class Writing:
    """A run of text from `x` on the baseline `y`."""

    x: float
    y: float
    text: str
    style: Style
    size: float
    grey: float = 0.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    stroke: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle, with a stroke (0 for none) and a grey to fill it with (1.0 for none)."""

    x: float
    y: float
    width: float
    height: float
    stroke: float
    grey: float = 1.0


@dataclass(frozen=True, slots=True)
class Tick:
    """A tick box on the baseline `y` inside a square of `size` millimetres, or a bare tick."""

    x: float
    y: float
    size: float
    boxed: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """An image (JPEG or PNG bytes) fitted into a rectangle."""

    x: float
    y: float
    width: float
    height: float
    image: bytes


Mark = Writing | Rule | Frame | Tick | Picture


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return `mark` moved right by `x` and down by `y` millimetres."""
    if isinstance(mark, Rule):
        return replace(mark, x=mark.x + x, y=mark.y + y, to_x=mark.to_x + x, to_y=mark.to_y + y)
    return replace(mark, x=mark.x + x, y=mark.y + y)


@dataclass(slots=True)
class Block:
    """A piece of a page that is never divided: its height and what is drawn in it.

    Attributes:
        height: Millimetres.
        marks: Drawn from the block's own top left corner.
        grid: A row of a grid; neighbours share one outer frame.
        with_next: Stays on one page with the block after it.
        heading: May stand beside the QR code, being centred.
        new_page: Begins a continuation sheet.
        head: A grid row that stands again above the grid on every page it goes on to.
    """

    height: float
    marks: list[Mark]
    grid: bool = False
    with_next: bool = False
    heading: bool = False
    new_page: bool = False
    head: bool = False
