"""Checks a template when it is loaded: placeholders exist, rows add up, nothing lies outside."""

from collections.abc import Iterator

from forms import filters
from forms.breaking import Room
from forms.cells import LEADING, PADDING
from forms.fonts import Style
from forms.mistakes import mistake
from forms.model import (
    Blank,
    Cell,
    Condition,
    Element,
    Field,
    Filter,
    Head,
    If,
    Inline,
    Keep,
    Line,
    Photo,
    Prose,
    Repeat,
    Row,
    Seal,
    Space,
    Template,
    Title,
    Words,
)
from forms.ribbon import Ribbon, text_ribbon
from village_desk.fields import Spec
from village_desk.kinds import KINDS, extra
from village_desk.profile import Profile

SHEET_VALUES = frozenset({"number", "version", "printed_by", "printed_at"})
UNIT_VALUES = frozenset(
    {
        "name",
        "village",
        "township",
        "county",
        "committee",
        "address",
        "phone",
        "room",
        "promise_title",
        "aid_phone",
    }
)

LIST_VALUES = frozenset({"period", "note", "total", "calls", "priority", "day"})
"""What a paper of many records says of itself: over which time, what is left out, the sums."""
OWN_VALUES = {
    "sheet": SHEET_VALUES,
    "unit": UNIT_VALUES,
    "list": LIST_VALUES,
    "row": frozenset({"number"}),
    "photo": frozenset({"first", "second"}),
}
"""Placeholders that name no field of a kind, by what stands before the full stop."""

_TOLERANCE = 0.05


class Checker:
    """Checks one template against the kinds and code lists of a profile."""

    def __init__(self, template: Template, profile: Profile) -> None:
        self.template = template
        self.profile = profile
        self.kinds = profile.kinds

    def check(self) -> None:
        """Check the whole template.

        Raises:
            PrintTrouble: `template.…`, with the line.
        """
        template = self.template
        if template.kind not in self.kinds:
            raise mistake("template.kind", 1, what=template.kind)
        if template.day and template.day not in self.kinds[template.kind].fields:
            raise mistake("template.field", 1, what=f"{template.kind}.{template.day}")
        if template.width <= 0 or template.bottom <= template.margins.top:
            raise mistake("template.outside", 1, what="margins")
        self._elements(template.elements, template.kind)

    def _elements(self, elements: tuple[Element, ...], kind: str) -> None:
        for element in elements:
            for place in _places(element):
                self._place(place, kind)
            self._geometry(element)
            if isinstance(element, (If, Keep, Head)):
                self._elements(element.body, kind)
            elif isinstance(element, Repeat):
                self._repeat(element)

    def _repeat(self, element: Repeat) -> None:
        if element.kind not in self.kinds:
            raise mistake("template.kind", element.line, what=element.kind)
        for condition in element.where:
            self._place(condition.field, element.kind)
            self._codes(condition, element.kind)
        self._elements(element.body, element.kind)

    def _codes(self, condition: Condition, kind: str) -> None:
        spec = self._spec(condition.field, kind)
        known = self._known_codes(spec)
        for code in condition.codes:
            if code not in known:
                raise mistake("template.code", condition.field.line, what=code)

    def _place(self, place: Field, kind: str) -> None:
        if not place.path:
            return
        spec = self._spec(place, kind)
        for each in place.filters:
            if not self._suits(each, spec, place, kind):
                raise mistake("template.filter", place.line, what=f"{place.path}|{each.name}")

    def _spec(self, place: Field, kind: str) -> Spec | None:
        head, dot, tail = place.path.partition(".")
        if head in OWN_VALUES and dot:
            if tail not in OWN_VALUES[head]:
                raise mistake("template.field", place.line, what=place.path)
            return None
        owner, name = (head, tail) if dot else (kind, head)
        if owner not in self.kinds:
            raise mistake("template.kind", place.line, what=owner)
        spec = self.kinds[owner].fields.get(name)
        if spec is None and not extra(name):
            raise mistake("template.field", place.line, what=f"{owner}.{name}")
        return spec

    def _suits(self, each: Filter, spec: Spec | None, place: Field, kind: str) -> bool:
        face = spec.face if spec else ""
        wanted = next((wanted for names, wanted in filters.FACES.items() if each.name in names), "")
        if wanted:
            return face == wanted
        if each.name in filters.OPTION_FILTERS:
            return face in {"choice", "choices", "yes_no"} and self._options_suit(each, spec, place)
        if each.name == "or":
            return len(each.arguments) == 1 and self._exists(each.arguments[0], place, kind)
        if each.name == "boxes":
            return len(each.arguments) == 1 and each.arguments[0].isdigit()
        return each.name in filters.SIMPLE or each.name in filters.OTHER_FILTERS

    def _exists(self, path: str, place: Field, kind: str) -> bool:
        self._spec(Field(path, (), place.line), kind)
        return True

    def _options_suit(self, each: Filter, spec: Spec | None, place: Field) -> bool:
        if each.name == "box":
            return len(each.arguments) == 1 and each.arguments[0] in self._known_codes(spec)
        try:
            pairs = filters.read_options(each.arguments)
        except ValueError:
            return False
        known = self._known_codes(spec)
        for code in [code for codes, _ in pairs for code in codes if code != "*"]:
            if code not in known:
                raise mistake("template.code", place.line, what=code)
        return True

    def _known_codes(self, spec: Spec | None) -> set[str]:
        if spec and spec.face == "yes_no":
            return {"true", "false"}
        return {one.code for one in self.profile.lists.get(spec.codes, ())} if spec else set()

    def _geometry(self, element: Element) -> None:
        template = self.template
        room = template.bottom - template.margins.top
        match element:
            case Row():
                self._row(element, room)
            case Title(size=size):
                words = "".join(piece.text for piece in element.text if isinstance(piece, Words))
                self._fits(element.line, words, sum(text_ribbon(words, size, "title").widths))
            case Line():
                widest = max(
                    (piece.width or 0.0 for piece in element.inline if isinstance(piece, Blank)), default=0.0
                )
                self._fits(element.line, f"{widest:g} mm", widest)
            case Prose(lines=lines) if lines * template.pitch > room:
                raise mistake("template.outside", element.line, what=element.label)
            case Space(height=height) | Seal(height=height) | Photo(height=height) if height > room:
                raise mistake("template.outside", element.line, what=f"{height} mm")

    def _fits(self, line: int, what: str, width: float) -> None:
        if width > self.template.width + _TOLERANCE:
            raise mistake("template.outside", line, what=what)

    def _row(self, row: Row, room: float) -> None:
        total = sum(cell.width for cell in row.cells)
        if abs(total - self.template.width) > _TOLERANCE:
            raise mistake("template.sum", row.line, sum=f"{total:g}", width=f"{self.template.width:g}")
        if not row.height <= row.most <= room:
            raise mistake("template.outside", row.line, what=f"h{row.most:g}")
        for cell in row.cells:
            words = "".join(piece.text for piece in cell.inline if isinstance(piece, Words))
            if words and all(isinstance(piece, Words) for piece in cell.inline):
                self._label(row, cell, words)

    def _label(self, row: Row, cell: Cell, words: str) -> None:
        style: Style = "title" if cell.heavy else "body"
        ribbon: Ribbon = text_ribbon(words, row.size or self.template.size, style)
        width = cell.width - 2 * PADDING
        lines = ribbon.lines(Room(width, width))
        high = len(lines) * ribbon.em * LEADING + 2 * PADDING
        if max(ribbon.widths) > width or high > row.most + _TOLERANCE:
            raise mistake("template.label", row.line, what=words)


def placeholders(elements: tuple[Element, ...], kind: str) -> Iterator[tuple[str, Field]]:
    """Yield every placeholder of `elements` with the kind whose field a plain path names there."""
    for element in elements:
        yield from ((kind, place) for place in _places(element))
        if isinstance(element, (If, Keep, Head)):
            yield from placeholders(element.body, kind)
        elif isinstance(element, Repeat):
            yield from placeholders(element.body, element.kind)


def _places(element: Element) -> Iterator[Field]:
    match element:
        case Title(text=inline) | Line(inline=inline):
            yield from _fields(inline)
        case Row():
            for cell in element.cells:
                yield from _fields(cell.inline)
        case Prose(field=place) | Photo(field=place):
            yield place
        case Seal():
            yield from _fields(element.text)
            yield element.date
        case If(condition=condition) if condition.field.path not in KINDS:  # else: whether there is any
            yield condition.field
        case _:
            return


def _fields(inline: Inline) -> Iterator[Field]:
    for piece in inline:
        if isinstance(piece, Field):
            yield piece
        elif isinstance(piece, Blank):
            yield from (part for part in piece.pieces if isinstance(part, Field))
