"""A ribbon: the characters of an inline text with the width and look of each, to be broken into lines."""

from dataclasses import dataclass, field

from forms.breaking import Room, break_lines
from forms.filters import Option, Options
from forms.fonts import Style, advance
from forms.marks import Mark, Rule, Tick, Writing
from forms.model import Blank, Field, Inline, Words
from forms.values import Scope

MM_PER_POINT = 25.4 / 72

RULED = 1
STRUCK = 2

PAD = "\ufdd0"
STRETCH = "\ufdd1"
BOX = "\ufdd2"
TICKED_BOX = "\ufdd3"
TICK = "\ufdd4"
NOT_TEXT = frozenset({PAD, STRETCH, BOX, TICKED_BOX, TICK})
_SHAPES = {BOX, TICKED_BOX, TICK}
"""Noncharacters of Unicode stand for shapes inside a ribbon; no text holds them: they have no glyph."""

BLANK_PADDING = 0.8
OPTION_GAP = 0.4
STRETCH_LEAST = 12.0
THIN = 0.5
"""Rules of a form, in points."""

BASELINE = 0.36
"""The baseline lies this many ems below the middle of a line."""

RULE_BELOW = 0.24
"""An underline lies this many ems below the baseline."""


@dataclass(slots=True)
class Ribbon:
    """Characters, their widths in millimetres, their looks, and where a line may not end."""

    size: float
    style: Style = "body"
    text: list[str] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    looks: list[int] = field(default_factory=list)
    glued: list[tuple[int, int]] = field(default_factory=list)

    @property
    def em(self) -> float:
        """One full-width character in millimetres."""
        return self.size * MM_PER_POINT

    def add(self, text: str, look: int = 0) -> None:
        """Append characters."""
        em = self.em
        for character in text:
            found = advance(self.style, character)
            self.text.append(character)
            self.widths.append((0.0 if character == "\n" else found[1] if found else 1.0) * em)
            self.looks.append(look)

    def add_shape(self, shape: str, width: float, look: int = 0) -> None:
        """Append a shape or a pad of `width` millimetres."""
        self.text.append(shape)
        self.widths.append(width)
        self.looks.append(look)

    def add_options(self, options: Options) -> None:
        """Append a row of choices; each stays together with its box."""
        for number, option in enumerate(options.options):
            if number and options.style == "list":
                self.add("\n")
            elif number and options.style != "strike":
                self.add_shape(PAD, self.em * OPTION_GAP)
            start = len(self.text)
            self._add_option(options.style, option, any(each.chosen for each in options.options))
            self.glued.append((start, len(self.text)))

    def _add_option(self, style: str, option: Option, anything_chosen: bool) -> None:
        if style in {"box", "list"}:
            self.add_shape(TICKED_BOX if option.chosen else BOX, self.em)
        struck = style == "strike" and anything_chosen and not option.chosen
        self.add(option.label, STRUCK if struck else 0)
        if style == "mark" and option.chosen:
            self.add_shape(TICK, self.em)

    def add_blank(self, text: str, least: float | None) -> None:
        """Append an underlined blank: `least` millimetres wide, or stretching to the end of the line."""
        start = len(self.text)
        self.add_shape(PAD, BLANK_PADDING, RULED)
        self.add(text, RULED)
        used = sum(self.widths[start + 1 :])
        if least is None:
            self.add_shape(STRETCH, BLANK_PADDING if text else STRETCH_LEAST, RULED)
            return
        spare = max(0.0, least - used - 2 * BLANK_PADDING)
        self.widths[start] += spare / 2
        self.add_shape(PAD, spare / 2 + BLANK_PADDING, RULED)

    def lines(self, room: Room) -> list[tuple[int, int]]:
        """Break the ribbon into lines of start and end; stretching blanks then fill their line."""
        widest = max(room.first, room.others)
        spans = [(a, b) for a, b in self.glued if sum(self.widths[a:b]) <= widest]
        lines = break_lines("".join(self.text), self.widths, room, spans)
        for number, (start, end) in enumerate(lines):
            if number and end > start and self.text[start] == PAD and not self.looks[start]:
                self.widths[start] = 0.0
            stretches = [at for at in range(start, end) if self.text[at] == STRETCH]
            spare = (room.others if number else room.first) - sum(self.widths[start:end])
            for at in stretches:
                self.widths[at] += max(0.0, spare) / len(stretches)
        return lines

    def line_width(self, span: tuple[int, int]) -> float:
        """Return the width of one line in millimetres."""
        return sum(self.widths[span[0] : span[1]])

    def marks(self, span: tuple[int, int], x: float, baseline: float) -> list[Mark]:
        """Return what draws one line from `x` on its baseline."""
        marks: list[Mark] = []
        writing: list[str] = []
        written_at = x
        at = x
        for index in range(*span):
            character, wide = self.text[index], self.widths[index]
            if character in _SHAPES or character in (PAD, STRETCH):
                self._flush(marks, writing, written_at, baseline)
                if character in _SHAPES:
                    marks.append(
                        Tick(at, baseline, self.em, boxed=character != TICK, ticked=character != BOX)
                    )
                written_at = at + wide
            else:
                writing.append(character)
            at += wide
        self._flush(marks, writing, written_at, baseline)
        marks += self._rules(span, x, baseline + RULE_BELOW * self.em, RULED)
        marks += self._rules(span, x, baseline - BASELINE * self.em, STRUCK)
        return marks

    def _flush(self, marks: list[Mark], writing: list[str], x: float, baseline: float) -> None:
        if writing:
            marks.append(Writing(x, baseline, "".join(writing), self.style, self.size))
            writing.clear()

    def _rules(self, span: tuple[int, int], x: float, y: float, look: int) -> list[Mark]:
        rules: list[Mark] = []
        at = begin = x
        running = False
        for index in range(*span):
            has = bool(self.looks[index] & look)
            if has and not running:
                begin = at
            if running and not has:
                rules.append(Rule(begin, y, at, y, THIN))
            running = has
            at += self.widths[index]
        if running:
            rules.append(Rule(begin, y, at, y, THIN))
        return rules


def ribbon_of(
    inline: Inline, scope: Scope, size: float, *, together: bool = False, style: Style = "body"
) -> Ribbon:
    """Return the ribbon of `inline`; `together` keeps each label on one line with its blank."""
    ribbon = Ribbon(size, style)
    group = 0
    for piece in inline:
        if isinstance(piece, Blank):
            if not together:
                group = len(ribbon.text)
            ribbon.add_blank("".join(_one_line(part, scope) for part in piece.pieces), piece.width)
            ribbon.glued.append((group, len(ribbon.text)))
            group = len(ribbon.text)
        else:
            _add_piece(ribbon, piece, scope)
    return ribbon


def _add_piece(ribbon: Ribbon, piece: Words | Field, scope: Scope) -> None:
    if isinstance(piece, Words):
        ribbon.add(piece.text)
        return
    value = scope.written(piece)
    if isinstance(value, Options):
        ribbon.add_options(value)
    else:
        ribbon.add(value if isinstance(value, str) else value.text)


def _one_line(piece: Words | Field, scope: Scope) -> str:
    text = piece.text if isinstance(piece, Words) else scope.text(piece)
    return text.replace("\n", " ")


def text_ribbon(text: str, size: float, style: Style = "body") -> Ribbon:
    """Return the ribbon of plain text."""
    ribbon = Ribbon(size, style)
    ribbon.add(text)
    return ribbon
