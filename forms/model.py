"""What a template consists of, once read. All lengths are millimetres, all type sizes points."""

from dataclasses import dataclass
from typing import Literal

PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0
"""A4 portrait; a wide form lies on its long side."""
SIZES = {"a4": (PAGE_WIDTH, PAGE_HEIGHT), "a3": (297.0, 420.0)}
"""Sheets a form may be printed on; A3 is for what hangs on a wall."""

Align = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Words:
    """Printed text of the form itself (标签)."""

    text: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A named way to write a value, with its arguments."""

    name: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Field:
    """A placeholder; an empty path is a place to be filled in by hand."""

    path: str
    filters: tuple[Filter, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Blank:
    """An underlined place of a line, `width` wide at least, or to the end of the line when None."""

    pieces: tuple[Words | Field, ...]
    width: float | None


Inline = tuple[Words | Field | Blank, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """The name of the form, centred."""

    line: int
    size: float
    text: Inline


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height."""

    line: int
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """Labels with underlined blanks, or a running sentence.

    Attributes:
        running: The text wraps anywhere; otherwise a label stays with its blank.
        indent: First-line indent in full-width characters.
        pitch: Height of one line, or None for the pitch of the form.
        size: Type size, or None for the size of the form.
    """

    line: int
    inline: Inline
    align: Align = "left"
    running: bool = False
    indent: float = 0.0
    pitch: float | None = None
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Prose:
    """A long answer on ruled lines behind its label, at least `lines` of them; it flows over pages."""

    line: int
    lines: int
    label: str
    field: Field
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a grid row; a bar is grey, a heavy one is in the type of titles."""

    inline: Inline
    width: float
    align: Align | None = None
    bar: bool = False
    heavy: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A grid row `height` high; it may grow to `most`. What does not fit goes to the continuation sheet."""

    line: int
    height: float
    most: float
    cells: tuple[Cell, ...]
    size: float | None = None


@dataclass(frozen=True, slots=True)
class Seal:
    """A clear place for a round seal, with its label and the date under it."""

    line: int
    height: float
    text: Inline
    date: Field


@dataclass(frozen=True, slots=True)
class Photo:
    """A framed place for a picture at the right margin."""

    line: int
    width: float
    height: float
    label: str
    field: Field


@dataclass(frozen=True, slots=True)
class Condition:
    """A placeholder is filled (no codes), or holds one of the codes; `negated` turns it round."""

    field: Field
    codes: tuple[str, ...] = ()
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Repeat:
    """The body once for each linked record after the first `skip`; empty ones fill up to `least`."""

    line: int
    kind: str
    where: tuple[Condition, ...]
    skip: int
    least: int
    body: "tuple[Element, ...]"


@dataclass(frozen=True, slots=True)
class If:
    """The body only when the condition holds."""

    line: int
    condition: Condition
    body: "tuple[Element, ...]"


@dataclass(frozen=True, slots=True)
class Keep:
    """The body on one page, together with the line above it."""

    line: int
    body: "tuple[Element, ...]"


@dataclass(frozen=True, slots=True)
class Head:
    """Grid rows that stand again above the grid on every page it goes on to."""

    line: int
    body: "tuple[Element, ...]"


Element = Title | Space | Line | Prose | Row | Seal | Photo | Repeat | If | Keep | Head


@dataclass(frozen=True, slots=True)
class Margins:
    """Millimetres from the edges of the sheet."""

    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Template:
    """One paper form.

    Attributes:
        form_id: Its stable name; also the file name.
        number: Its three-digit number in the QR code, never reused.
        title: Its official Chinese title.
        version: Rises whenever the printed sheet changes.
        kind: The record kind whose fields the placeholders name.
        day: The field with the day of the document, for ages; "" for the day of printing.
        size: Type size of body text in points.
        pitch: Height of a line of body text in millimetres.
        file: File name for messages.
        wide: The sheet lies on its long side.
        paper: Its size, of `SIZES`.
        signers: Who signs each page that another follows; "" for nobody.
    """

    form_id: str
    number: str
    title: str
    version: int
    kind: str
    day: str
    margins: Margins
    size: float
    pitch: float
    elements: tuple[Element, ...]
    file: str
    wide: bool = False
    signers: str = ""
    paper: str = "a4"

    @property
    def page_width(self) -> float:
        """Width of the sheet in millimetres."""
        return SIZES[self.paper][1 if self.wide else 0]

    @property
    def page_height(self) -> float:
        """Height of the sheet in millimetres."""
        return SIZES[self.paper][0 if self.wide else 1]

    @property
    def width(self) -> float:
        """Width of the text in millimetres."""
        return self.page_width - self.margins.left - self.margins.right

    @property
    def bottom(self) -> float:
        """Where the body ends, in millimetres from the top of the sheet."""
        return self.page_height - self.margins.bottom
