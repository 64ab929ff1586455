"""Reads the inline part of a template: words, {placeholders} and [underlined blanks:width]."""

import re
from collections.abc import Iterator

from forms.mistakes import mistake
from forms.model import Blank, Condition, Field, Filter, Inline, Words

_TOKEN = re.compile(
    r"\{(?P<field>[^{}]*)\}|\[(?P<blank>(?:[^\[\]{}]|\{[^{}]*\})*)\]|(?P<words>(?:\\[\[\]{}n]|[^\[\]{}\\])+)|(?P<bad>.)"
)
_ESCAPE = re.compile(r"\\(.)")
_PATH = re.compile(r"(?:[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)?)?")


def read_inline(text: str, line: int) -> Inline:
    """Read `text` of template line `line`.

    Raises:
        PrintTrouble: `template.bracket`, `template.width` or `template.placeholder`.
    """
    return tuple(_pieces(text, line))


def _pieces(text: str, line: int) -> Iterator[Words | Field | Blank]:
    for match in _TOKEN.finditer(text):
        if match["bad"]:
            raise mistake("template.bracket", line, what=match["bad"])
        if match["field"] is not None:
            yield read_field(match["field"], line)
        elif match["blank"] is not None:
            yield _blank(match["blank"], line)
        else:
            yield Words(unescaped(match["words"]))


def _blank(text: str, line: int) -> Blank:
    content, colon, wide = text.rpartition(":")
    if not colon:
        raise mistake("template.width", line, what=text)
    pieces = tuple(piece for piece in _pieces(content, line) if not isinstance(piece, Blank))
    return Blank(pieces, None if wide == "*" else number(wide, line))


def read_field(text: str, line: int) -> Field:
    """Read a placeholder without its braces: `path|filter argument argument|filter`."""
    path, *filters = (part.strip(" \t") for part in text.split("|"))
    if not _PATH.fullmatch(path):
        raise mistake("template.placeholder", line, what=path)
    read = []
    for each in filters:
        name, *arguments = re.split(r"[ \t]+", each)
        read.append(Filter(name, tuple(unescaped(argument) for argument in arguments)))
    return Field(path, tuple(read), line)


def unescaped(text: str) -> str:
    """Return `text` with line ends for backslash-n, and brackets without their backslash."""
    return _ESCAPE.sub(lambda match: "\n" if match[1] == "n" else match[1], text)


def read_condition(text: str, line: int) -> Condition:
    """Read `field`, `not field`, `field=code,code` or `field!=code,code`."""
    negated = text.startswith("not ")
    path, equals, codes = text.removeprefix("not ").partition("=")
    if path.endswith("!"):
        negated, path = True, path[:-1]
    names = tuple(code for code in codes.split(",") if code)
    if equals and not names:
        raise mistake("template.condition", line, what=text)
    return Condition(read_field(path.strip(" \t"), line), names, negated)


def number(text: str, line: int) -> float:
    """Read a positive number.

    Raises:
        PrintTrouble: `template.width`.
    """
    try:
        value = float(text)
    except ValueError:
        raise mistake("template.width", line, what=text) from None
    if not 0 < value < 1000:
        raise mistake("template.width", line, what=text)
    return value
