"""In which line of a JSON text a value stands: so that a mistake can be named by its line."""

import re
from dataclasses import dataclass, field

_WORD = re.compile(r'"(?:\\.|[^"\\])*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def line_of(text: str, place: str) -> int:
    """Return the line, from 1, of `place` in a JSON text, or of the nearest thing above it that stands there.

    A place is `a.b[0].c`; an object of a list is found by its "name" as well: `deadlines.visit`.
    """
    reading = _Reading()
    for match in _WORD.finditer(text):
        reading.take(match[0], text.count("\n", 0, match.start()) + 1)
    while place and place not in reading.found:
        place = re.sub(r"(?:^|\.)[^.\[\]]*$|\[[^\[\]]*\]?$|\]$", "", place)
    return reading.found[place]


@dataclass(slots=True)
class _Reading:
    """How far the text was read: `above` are the open objects and lists, with the next number of a list."""

    found: dict[str, int] = field(default_factory=lambda: {"": 1})
    above: list[tuple[str, int | None]] = field(default_factory=list)
    key: str = ""

    def take(self, word: str, line: int) -> None:
        if word in ("}", "]"):
            self.above.pop()
            self.key = ""
        elif word == ",":
            self._next()
        elif word != ":":
            self._value(word, line)

    def _next(self) -> None:
        place, number = self.above[-1] if self.above else ("", None)
        if number is not None:
            self.above[-1] = (place, number + 1)
        self.key = ""

    def _value(self, word: str, line: int) -> None:
        place, in_list = self._place(self.key), bool(self.above) and self.above[-1][1] is not None
        if self.above and not in_list and not self.key:
            self.key = word.strip('"')
            self.found.setdefault(self._place(self.key), line)
            return
        self.found.setdefault(place, line)
        if self.key == "name" and "[" in place:
            self.found.setdefault(f"{place.partition('[')[0]}.{word.strip(chr(34))}", line)
        if word in ("{", "["):
            self.above.append((place, 0 if word == "[" else None))
            self.key = ""

    def _place(self, key: str) -> str:
        place, number = self.above[-1] if self.above else ("", None)
        if number is not None:
            return f"{place}[{number}]"
        return f"{place}.{key}".strip(".") if key else place
