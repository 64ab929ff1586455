"""Turns a template and its content into blocks, in the order of the paper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from forms.breaking import Room, break_lines
from forms.cells import Overflow, row_block
from forms.marks import Block, Frame, Mark, Picture, Rule, Writing
from forms.model import (
    Element,
    Head,
    If,
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
)
from forms.ribbon import BASELINE, MM_PER_POINT, RULE_BELOW, THIN, Ribbon, ribbon_of, text_ribbon
from forms.values import Scope

TITLE_LEADING = 1.9
NUMBER_COLUMN = 6.0
ITEM_INDENT = 7.0
SEAL_WIDTH = 62.0
"""A round seal has 42 mm; the place for it is wider than its label."""

CONTINUED = "（接上页）"


@dataclass(slots=True)
class Layout:
    """Lays out one paper; `blocks` gives the form, `continuation` what did not fit, after it."""

    template: Template
    overflow: list[Overflow] = field(default_factory=list)

    def blocks(self, scope: Scope) -> list[Block]:
        """Return the blocks of the form."""
        return list(self._elements(self.template.elements, scope))

    def continuation(self) -> list[Block]:
        """Return the blocks of the continuation sheet (续页), if there is anything for it."""
        blocks: list[Block] = []
        for part in self.overflow:
            label = f"{part.label}{CONTINUED}："
            blocks += self._ruled(label, part.text, least=1)
        if blocks:
            blocks[0].new_page = True
        return blocks

    def _elements(self, elements: tuple[Element, ...], scope: Scope) -> Iterator[Block]:
        previous: Block | None = None
        for element in elements:
            blocks = list(self._element(element, scope))
            if isinstance(element, Keep) and previous:
                previous.with_next = True
            yield from blocks
            previous = blocks[-1] if blocks else previous

    def _element(self, element: Element, scope: Scope) -> Iterator[Block]:
        match element:
            case Repeat():
                for number, record in enumerate(_records(element, scope), start=1):
                    yield from self._elements(element.body, scope.within(element.kind, record, number))
            case If():
                if scope.holds(element.condition):
                    yield from self._elements(element.body, scope)
            case Keep() | Head():
                yield from self._together(element, scope)
            case _:
                yield from self._leaf(element, scope)

    def _together(self, element: Keep | Head, scope: Scope) -> list[Block]:
        blocks = list(self._elements(element.body, scope))
        head = isinstance(element, Head)  # it stays with the first row under it
        for place, block in enumerate(blocks, start=1):
            block.head = head
            block.with_next |= head or place < len(blocks)
        return blocks

    def _leaf(
        self, element: Title | Space | Line | Prose | Row | Seal | Photo, scope: Scope
    ) -> Iterable[Block]:
        match element:
            case Line():
                return self._line(element, scope)
            case Prose():
                return self._prose(element, scope)
            case Row():
                block, overflow = row_block(element, scope, self.template.size)
                self.overflow += overflow
                return [block]
            case Title():
                return [self._title(element, scope)]
            case Space():
                return [Block(element.height, [])]
            case _:
                return [
                    self._seal(element, scope) if isinstance(element, Seal) else self._photo(element, scope)
                ]

    def _title(self, element: Title, scope: Scope) -> Block:
        words = ribbon_of(element.text, scope, element.size)
        ribbon = text_ribbon("".join(words.text), element.size, "title")
        wide = sum(ribbon.widths)
        height = ribbon.em * TITLE_LEADING
        baseline = height / 2 + BASELINE * ribbon.em
        marks = ribbon.marks((0, len(ribbon.text)), (self.template.width - wide) / 2, baseline)
        return Block(height, marks, heading=True, with_next=True)

    def _line(self, element: Line, scope: Scope) -> Iterator[Block]:
        size = element.size or self.template.size
        pitch = element.pitch or (self.template.pitch if size == self.template.size else size * 0.6)
        ribbon = ribbon_of(element.inline, scope, size, together=not element.running)
        indent = element.indent * ribbon.em
        width = self.template.width
        # A label begins the group that a first-line indent shortens.
        lines = ribbon.lines(Room(width - indent, width))
        for number, span in enumerate(lines):
            left = indent if not number else 0.0
            spare = width - left - ribbon.line_width(span)
            shift = {"left": 0.0, "centre": spare / 2, "right": spare}[element.align]
            baseline = pitch / 2 + BASELINE * ribbon.em
            if element.pitch:
                # A line higher than usual gives room above it to sign.
                baseline = pitch - self.template.pitch / 2 + BASELINE * ribbon.em
            yield Block(pitch, ribbon.marks(span, left + shift, baseline), with_next=number < len(lines) - 1)

    def _prose(self, element: Prose, scope: Scope) -> Iterator[Block]:
        text = scope.text(element.field)
        if element.numbered:
            yield from self._items(element, text)
        else:
            yield from self._ruled(element.label, text, element.lines)

    def _ruled(self, label: str, text: str, least: int) -> list[Block]:
        """Return ruled lines with `label` before the first and `text` on them."""
        head = text_ribbon(label, self.template.size)
        body = text_ribbon(text, self.template.size)
        start = sum(head.widths)
        width = self.template.width
        if start > width / 2:
            blocks = [Block(self.template.pitch, self._words(head, (0, len(head.text)), 0.0), with_next=True)]
            return blocks + self._ruled("", text, least)
        lines = break_lines("".join(body.text), body.widths, Room(width - start, width)) if text else []
        blocks = []
        for number in range(max(least, len(lines))):
            left = start if not number else 0.0
            marks = self._words(head, (0, len(head.text)), 0.0) if not number else []
            if number < len(lines):
                marks += self._words(body, lines[number], left)
            marks.append(Rule(left, self._rule_y(body), width, self._rule_y(body), THIN))
            blocks.append(Block(self.template.pitch, marks))
        return blocks

    def _items(self, element: Prose, text: str) -> Iterator[Block]:
        head = text_ribbon(element.label, self.template.size)
        yield Block(self.template.pitch, self._words(head, (0, len(head.text)), 0.0), with_next=True)
        items = [item for item in text.split("\n") if item.strip()]
        items += [""] * (element.lines - len(items))
        for number, item in enumerate(items, start=1):
            yield from self._item(number, item)

    def _item(self, number: int, item: str) -> Iterator[Block]:
        left = ITEM_INDENT + NUMBER_COLUMN
        width = self.template.width
        body = text_ribbon(item, self.template.size)
        figure = text_ribbon(f"{number}．", self.template.size)
        lines = break_lines(item, body.widths, Room(width - left, width - left))
        for row, span in enumerate(lines):
            marks = [] if row or _numbered(item) else self._words(figure, (0, len(figure.text)), ITEM_INDENT)
            marks += self._words(body, span, left)
            marks.append(Rule(left, self._rule_y(body), width, self._rule_y(body), THIN))
            yield Block(self.template.pitch, marks)

    def _words(self, ribbon: Ribbon, span: tuple[int, int], x: float) -> list[Mark]:
        return ribbon.marks(span, x, self._baseline(ribbon))

    def _baseline(self, ribbon: Ribbon) -> float:
        return self.template.pitch / 2 + BASELINE * ribbon.em

    def _rule_y(self, ribbon: Ribbon) -> float:
        return self._baseline(ribbon) + RULE_BELOW * ribbon.em

    def _seal(self, element: Seal, scope: Scope) -> Block:
        label = ribbon_of(element.text, scope, self.template.size)
        date = text_ribbon(scope.text(element.date), self.template.size)
        middle = self.template.width - SEAL_WIDTH / 2
        marks: list[Mark] = []
        for ribbon, at in ((label, 0.38), (date, 0.38 + self.template.pitch / element.height)):
            x = middle - sum(ribbon.widths) / 2
            marks += ribbon.marks((0, len(ribbon.text)), x, element.height * at)
        return Block(element.height, marks)

    def _photo(self, element: Photo, scope: Scope) -> Block:
        x = self.template.width - element.width
        marks: list[Mark] = [Frame(x, 0, element.width, element.height, THIN)]
        image = scope.value(element.field.path)
        if isinstance(image, bytes) and image:
            marks.append(Picture(x, 0, element.width, element.height, image))
        else:
            label = text_ribbon(element.label, self.template.size)
            middle = x + (element.width - sum(label.widths)) / 2
            baseline = element.height / 2 + BASELINE * label.size * MM_PER_POINT
            marks.append(Writing(middle, baseline, element.label, "body", self.template.size))
        return Block(element.height, marks)


def _records(element: Repeat, scope: Scope) -> list[dict[str, object]]:
    found = [
        dict(record)
        for record in scope.linked(element.kind)
        if all(scope.within(element.kind, record, 0).holds(condition) for condition in element.where)
    ][element.skip :]
    return found + [{} for _ in range(element.least - len(found))]


def _numbered(item: str) -> bool:
    """Say whether a request already carries its own number (1. or 一、)."""
    head = item.lstrip()[:3]
    return any(mark in head[1:] for mark in "．.、)）") and head[:1] in "0123456789一二三四五六七八九十（("
