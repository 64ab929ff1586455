"""Binds papers and scans into one PDF/A-2b file: page numbers, bookmarks, one set of fonts (装订成卷).

All pages that are drawn, numbers included, are drawn as one file; scans are then put under the numbers of
their pages. Nothing is written to disk, and no picture is in memory but the one that is being written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

import pikepdf
import pikepdf.pdfa

from forms.drawing import POINT, pdf
from forms.marks import Frame, Mark, Writing
from forms.model import PAGE_HEIGHT, PAGE_WIDTH
from forms.pages import QR_RIGHT, QR_SIDE, Page
from forms.ribbon import text_ribbon
from forms.scans import MATRICES, Picture, Scan, Taken, with_pictures
from village_desk.errors import PrintTrouble

NUMBER_SIZE = 12.0
NUMBER_LINE = 12.0
"""Baseline of the page number, mm from the top."""
NUMBER_RIGHT = QR_RIGHT + QR_SIDE + 5.0
"""From the right edge to the end of a number: beside the QR code and its quiet zone, which stay free."""
NUMBER_LEFT = 25.0
_ALMOST_WHITE = 0.999
_A4 = PAGE_HEIGHT / PAGE_WIDTH
_LIKE_A4 = 0.06
"""A picture whose sides differ from A4 by less fills the page; others keep free what follows."""
_MARGINS = (18.0, 15.0, 15.0, 25.0)
"""Top, right, bottom and left of a copy that is no whole sheet, mm; the left is for binding."""


@dataclass(frozen=True, slots=True, repr=False)
class Drawn:
    """A page drawn from a form: its marks and the text of its QR code."""

    page: Page
    code: str


Leaf = Drawn | Scan


@dataclass(frozen=True, slots=True, repr=False)
class Part:
    """What one bookmark leads to.

    Attributes:
        title: The bookmark.
        leaves: Its pages.
        numbered: Its pages count and carry numbers.
        inside: Bookmarks below this one: title and the place of its first page among `leaves`.
    """

    title: str
    leaves: tuple[Leaf, ...]
    numbered: bool = True
    inside: tuple[tuple[str, int], ...] = ()


def numbered_from(parts: Sequence[Part]) -> list[int]:
    """Return the page number each part begins with; 0 for one that carries none."""
    at, found = 1, []
    for part in parts:
        found.append(at if part.numbered and part.leaves else 0)
        at += len(part.leaves) if part.numbered else 0
    return found


def bind(
    parts: Sequence[Part], title: str, out: BinaryIO, *, both_sides: bool = True, practice: bool = False
) -> int:
    """Write the parts as one archive file to `out`, which can be read too; return how many pages it has.

    With `both_sides` numbers stand at the right on odd pages and at the left on even ones, the outer edge of
    a sheet printed on both sides; page 1 is then always a front.

    Raises:
        PrintTrouble: "print.archive": what was put together is no archive file.
    """
    leaves = _placed(parts, both_sides=both_sides)
    marked = [_marked(leaf, number, both_sides=both_sides) for leaf, number in leaves]
    drawn = pdf([page for page, _ in marked], [code for _, code in marked], title, practice=practice)
    file, numbers = with_pictures(drawn, [leaf for leaf, _ in leaves if isinstance(leaf, Picture)])
    objects = iter(numbers)
    with pikepdf.open(file, access_mode=pikepdf.AccessMode.stream) as bound:
        for (leaf, _number), page in zip(leaves, bound.pages, strict=True):
            if isinstance(leaf, Picture):
                _put_picture(page, leaf, bound.get_object(next(objects), 0))
            elif isinstance(leaf, Taken):
                page.add_underlay(leaf.page, pikepdf.Rectangle(*page.mediabox))
        _mark(bound, parts, [leaf for leaf, _number in leaves])
        bound.save(out, **pikepdf.pdfa.resolve_save_kwargs("2b", deterministic_id=True))
    out.seek(0)
    if not pikepdf.pdfa.validate_written(out, "2b").passed:
        raise PrintTrouble("print.archive")
    return len(leaves)


_EMPTY = Drawn(Page([]), "")


def _placed(parts: Sequence[Part], *, both_sides: bool) -> list[tuple[Leaf, int]]:
    """Return all pages with their numbers, 0 for none; a blank one where page 1 would be a back."""
    found: list[tuple[Leaf, int]] = []
    number = 0
    for part in parts:
        if part.numbered and not number and both_sides and len(found) % 2:
            found.append((_EMPTY, 0))
        for leaf in part.leaves:
            number += part.numbered
            found.append((leaf, number if part.numbered else 0))
    return found


def _marked(leaf: Leaf, number: int, *, both_sides: bool) -> tuple[Page, str]:
    marks: list[Mark] = list(leaf.page.marks) if isinstance(leaf, Drawn) else []
    if number:
        ribbon = text_ribbon(str(number), NUMBER_SIZE)
        width = sum(ribbon.widths)
        left = both_sides and number % 2 == 0
        x = NUMBER_LEFT if left else PAGE_WIDTH - NUMBER_RIGHT - width
        if not isinstance(leaf, Drawn):
            marks.append(Frame(x - 1.5, NUMBER_LINE - 5, width + 3, 6.5, 0, _ALMOST_WHITE))
        marks.append(Writing(x, NUMBER_LINE, str(number), "body", NUMBER_SIZE))
    return Page(marks), leaf.code if isinstance(leaf, Drawn) else ""


def _put_picture(page: pikepdf.Page, picture: Picture, image: pikepdf.Object) -> None:
    """Draw a picture under what stands on the page, upright and as large as there is room."""
    name = page.add_resource(image, pikepdf.Name.XObject)
    top, right, bottom, left = (0.0, 0.0, 0.0, 0.0) if _fills(picture) else _MARGINS
    room = (PAGE_WIDTH - left - right, PAGE_HEIGHT - top - bottom)
    scale = min(room[0] / picture.width, room[1] / picture.height)
    width, height = picture.width * scale * POINT, picture.height * scale * POINT
    x = left * POINT + (room[0] * POINT - width) / 2
    y = bottom * POINT + room[1] * POINT - height
    turned = " ".join(str(each) for each in MATRICES[picture.orientation])
    content = f"q {width:.3f} 0 0 {height:.3f} {x:.3f} {y:.3f} cm {turned} cm {name} Do Q\n"
    page.contents_add(content.encode(), prepend=True)


def _fills(picture: Picture) -> bool:
    return abs(picture.height / picture.width / _A4 - 1) < _LIKE_A4


def _mark(bound: pikepdf.Pdf, parts: Sequence[Part], leaves: Sequence[Leaf]) -> None:
    """Add the bookmarks."""
    at = {id(leaf): place for place, leaf in enumerate(leaves)}
    with bound.open_outline() as outline:
        for part in parts:
            if not part.leaves:
                continue
            item = pikepdf.OutlineItem(part.title, at[id(part.leaves[0])])
            for title, place in part.inside:
                item.children.append(pikepdf.OutlineItem(title, at[id(part.leaves[place])]))
            outline.root.append(item)
