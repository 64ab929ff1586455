"""Reads a template file into a `Template`. The language is described in docs/forms.md."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from forms.inline_text import number, read_condition, read_field, read_inline
from forms.mistakes import mistake
from forms.model import (
    Align,
    Cell,
    Element,
    Head,
    If,
    Keep,
    Line,
    Margins,
    Photo,
    Prose,
    Repeat,
    Row,
    Seal,
    Space,
    Template,
    Title,
)
from village_desk.errors import PrintTrouble

HEADER = ("form", "number", "title", "version", "kind", "day", "margins", "text")
SHEET, SIGNERS = "sheet", "each page signed by"
"""Lines of the heading that may be missing; `sheet: wide` lies on its long side, `sheet: a3` is larger."""
WIDE = "wide"
_SHEETS = {"": ("a4", False), WIDE: ("a4", True), "a3": ("a3", False), f"a3 {WIDE}": ("a3", True)}

BLANKS = " \t"
"""What separates words here; the full-width space belongs to the labels."""

_HEIGHT = re.compile(r"h(?P<height>\d+(?:\.\d+)?)(?:\+(?P<most>\d+)?)?(?:\s+s(?P<size>\d+(?:\.\d+)?))?")
_CELL_BAR = re.compile(r"[ \t]+\|[ \t]+")
_ALIGN: dict[str, Align] = {"<": "left", ">": "right", "^": "centre"}

GROWTH = 45.0
"""A growing row may become this much higher, in millimetres, unless the template says how high."""


def read_template(path: Path) -> Template:
    """Read the template file `path`.

    Raises:
        PrintTrouble: `template.…` with file and line, when the file is not a template.
    """
    return read_text(path.read_text(encoding="utf-8"), path.name)


def read_text(text: str, file: str) -> Template:
    """Read a template given as the text of a file called `file`.

    Raises:
        PrintTrouble: As `read_template`.
    """
    try:
        return _read(text, file)
    except PrintTrouble as error:
        error.details.setdefault("file", file)
        raise


def _read(text: str, file: str) -> Template:
    lines = [
        (at, line.strip(BLANKS))
        for at, line in enumerate(text.splitlines(), start=1)
        if line.strip(BLANKS) and not line.lstrip(BLANKS).startswith("#")
    ]
    header: dict[str, tuple[int, str]] = {}
    while lines and (key := lines[0][1].partition(":"))[0] in (*HEADER, SHEET, SIGNERS) and key[1]:
        header[key[0]] = (lines[0][0], key[2].strip(BLANKS))
        lines.pop(0)
    body = _Body(lines)
    elements = body.read(until_end=False)
    return _with_header(header, elements, file)


def _with_header(header: dict[str, tuple[int, str]], elements: tuple[Element, ...], file: str) -> Template:
    for name in HEADER:
        if name not in header:
            raise mistake("template.header", 1, what=name)
    line, margins = header["margins"]
    sides = [number(part, line) for part in margins.split()]
    type_line, type_text = header["text"]
    type_size = [number(part, type_line) for part in type_text.split()]
    if len(sides) != 4 or len(type_size) != 2:
        raise mistake("template.header", line, what=margins)
    sheet = header.get(SHEET, (0, ""))
    if sheet[1] not in _SHEETS:
        raise mistake("template.header", header[SHEET][0], what=SHEET)
    if not re.fullmatch(r"\d{3}", header["number"][1]):
        raise mistake("template.header", header["number"][0], what="number")
    return Template(
        form_id=header["form"][1],
        number=header["number"][1],
        title=header["title"][1],
        version=int(number(header["version"][1], header["version"][0])),
        kind=header["kind"][1],
        day=header["day"][1],
        margins=Margins(*sides),
        size=type_size[0],
        pitch=type_size[1],
        elements=elements,
        file=file,
        wide=_SHEETS[sheet[1]][1],
        paper=_SHEETS[sheet[1]][0],
        signers=header.get(SIGNERS, (0, ""))[1],
    )


@dataclass
class _Body:
    """The lines after the heading, read one by one."""

    lines: list[tuple[int, str]]
    opened: list[int] = field(default_factory=list)

    def read(self, *, until_end: bool) -> tuple[Element, ...]:
        elements: list[Element] = []
        while self.lines:
            line, text = self.lines.pop(0)
            if text == "end":
                if not until_end:
                    raise mistake("template.end", line, what=text)
                self.opened.pop()
                return tuple(elements)
            elements.append(self._element(line, text))
        if until_end:
            raise mistake("template.end", self.opened[-1], what="…")
        return tuple(elements)

    def _element(self, line: int, text: str) -> Element:
        word, _, rest = text.partition(" ")
        if _HEIGHT.match(word):
            return _row(line, text)
        if word in _BLOCKS:
            self.opened.append(line)
            return _BLOCKS[word](line, rest.strip(BLANKS), self.read(until_end=True))
        if word not in _SIMPLE:
            raise mistake("template.element", line, what=word)
        return _SIMPLE[word](line, rest.strip(BLANKS))


def _title(line: int, text: str) -> Title:
    size, _, words = text.partition(" ")
    return Title(line, number(size, line), read_inline(words.strip(BLANKS), line))


def _space(line: int, text: str) -> Space:
    return Space(line, number(text, line))


def _line(line: int, text: str) -> Line:
    return _any_line(line, text, running=False)


def _sentence(line: int, text: str) -> Line:
    return _any_line(line, text, running=True)


def _any_line(line: int, text: str, *, running: bool) -> Line:
    align: Align = "left"
    indent, pitch, size = (2.0 if running else 0.0), None, None
    words = text.split(" ", maxsplit=1)
    while words and (option := words[0]) in {"left", "right", "centre"} | {"indent", "high", "size"}:
        rest = words[1] if len(words) > 1 else ""
        if option in {"indent", "high", "size"}:
            value, _, rest = rest.partition(" ")
            amount = 0.0 if value == "0" else number(value, line)
            indent = amount if option == "indent" else indent
            pitch = amount if option == "high" else pitch
            size = amount if option == "size" else size
        else:
            align = option  # type: ignore[assignment]  # the set above holds the three of Align
        text = rest.strip(BLANKS)
        words = text.split(" ", maxsplit=1)
    return Line(line, read_inline(text, line), align, running, indent, pitch, size)


def _prose(line: int, text: str) -> Prose:
    return _any_prose(line, text, numbered=False)


def _items(line: int, text: str) -> Prose:
    return _any_prose(line, text, numbered=True)


def _any_prose(line: int, text: str, *, numbered: bool) -> Prose:
    lines, _, rest = text.partition(" ")
    label, brace, placeholder = rest.strip(BLANKS).partition("{")
    if not brace or not placeholder.endswith("}"):
        raise mistake("template.placeholder", line, what=rest)
    return Prose(line, int(number(lines, line)), label, read_field(placeholder[:-1], line), numbered)


def _seal(line: int, text: str) -> Seal:
    height, _, rest = text.partition(" ")
    label, _, date = rest.rpartition("{")
    return Seal(
        line, number(height, line), read_inline(label.strip(BLANKS), line), read_field(date.rstrip("}"), line)
    )


def _photo(line: int, text: str) -> Photo:
    parts = text.split(maxsplit=3)
    if len(parts) != 4:
        raise mistake("template.element", line, what=text)
    field_ = read_field(parts[3].strip("{}"), line)
    return Photo(line, number(parts[0], line), number(parts[1], line), parts[2], field_)


def _row(line: int, text: str) -> Row:
    head, *cells = _CELL_BAR.split(text)
    match = _HEIGHT.fullmatch(head)
    if not match or not cells:
        raise mistake("template.element", line, what=head)
    height = number(match["height"], line)
    most = height
    if "+" in head:
        most = number(match["most"], line) if match["most"] else height + GROWTH
    size = number(match["size"], line) if match["size"] else None
    return Row(line, height, most, tuple(_cells(cells, line)), size)


def _cells(cells: list[str], line: int) -> Iterator[Cell]:
    for text in cells:
        content, colon, wide = text.rpartition(":")
        if not colon:
            raise mistake("template.width", line, what=text)
        bar = content.startswith("=")
        content = content[bar:]
        align = _ALIGN.get(content[:1])
        content = content[1:] if align else content
        heavy = content.startswith("!")
        yield Cell(read_inline(content[heavy:], line), number(wide, line), align, bar, heavy)


def _repeat(line: int, text: str, body: tuple[Element, ...]) -> Repeat:
    match = re.fullmatch(
        r"(?P<kind>[a-z_]+)(?:\s+where\s+(?P<where>\S+(?:\s+and\s+\S+)*))?(?:\s+skip\s+(?P<skip>\d+))?(?:\s+least\s+(?P<least>\d+))?",
        text,
    )
    if not match:
        raise mistake("template.element", line, what=text)
    where = tuple(read_condition(part, line) for part in re.split(r"\s+and\s+", match["where"] or "") if part)
    return Repeat(line, match["kind"], where, int(match["skip"] or 0), int(match["least"] or 0), body)


def _if(line: int, text: str, body: tuple[Element, ...]) -> If:
    return If(line, read_condition(text, line), body)


def _keep(line: int, text: str, body: tuple[Element, ...]) -> Keep:
    if text:
        raise mistake("template.element", line, what=text)
    return Keep(line, body)


def _head(line: int, text: str, body: tuple[Element, ...]) -> Head:
    if text or not body or not all(isinstance(element, Row) for element in body):
        raise mistake("template.element", line, what=text or "head")
    return Head(line, body)


_SIMPLE: dict[str, Callable[[int, str], Element]] = {
    "title": _title,
    "space": _space,
    "line": _line,
    "sentence": _sentence,
    "prose": _prose,
    "items": _items,
    "seal": _seal,
    "photo": _photo,
}
_BLOCKS: dict[str, Callable[[int, str, tuple[Element, ...]], Element]] = {
    "repeat": _repeat,
    "if": _if,
    "keep": _keep,
    "head": _head,
}
