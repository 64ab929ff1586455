"""The fonts of paper: which face draws which character, how wide it is, and what no face has.

Two styles: body text in 仿宋, titles in a heavy 宋 that stands in for 小标宋. A character the first face of
a style lacks (喆 and 堃 are not in 仿宋) is drawn by the next; one that no face has is reported before
anything is printed. Faces are read once a process and only when a character needs them.
"""

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Literal

from reportlab.pdfbase import pdfmetrics, ttfonts

from village_desk.paths import RESOURCES

Style = Literal["body", "title"]

FOLDER = RESOURCES / "fonts"
FACES: dict[Style, tuple[str, ...]] = {
    "body": ("FandolFang-Regular", "NotoSerifSC-Regular"),
    "title": ("NotoSerifSC-Black-8105", "NotoSerifSC-Regular"),
}

_CMAP_BLOCK = 100
"""A PDF reader may refuse more entries than this in one block of a ToUnicode map."""

_ADVANCES: dict[tuple[Style, str], tuple[str, float] | None] = {}


def _to_unicode_map(name: str, subset: list[int]) -> str:
    """Return the ToUnicode map of one font subset, with UTF-16 surrogates beyond U+FFFF.

    reportlab writes U+2CB4E as five digits, which readers take for another character: the page would look
    right while copying, searching and `pdftotext` gave a wrong name.
    """
    entries = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in enumerate(subset)
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), _CMAP_BLOCK):
        block = entries[start : start + _CMAP_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


# reportlab looks the function up in its own module whenever it writes a font; there is no other hook.
ttfonts.makeToUnicodeCMap = _to_unicode_map


@cache
def face(name: str) -> ttfonts.TTFontFace:
    """Return the face of the font file `name`, registered for drawing under that name."""
    # Without asciiReadable only the characters in use are embedded.
    font = ttfonts.TTFont(name, str(FOLDER / f"{name}.ttf"), asciiReadable=0)
    pdfmetrics.registerFont(font)
    return font.face


def advance(style: Style, character: str) -> tuple[str, float] | None:
    """Return the face that draws `character` and its width in ems, or None when no face has it."""
    key = (style, character)
    if key not in _ADVANCES:
        _ADVANCES[key] = _find(style, character)
    return _ADVANCES[key]


def _find(style: Style, character: str) -> tuple[str, float] | None:
    code = ord(character)
    if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"}:
        return None
    for name in FACES[style]:
        if face(name).charToGlyph.get(code):
            return name, face(name).charWidths[code] / 1000
    return None


def runs(style: Style, text: str) -> Iterator[tuple[str, str]]:
    """Split `text` into runs of one face, as pairs of face name and text, without what has no glyph."""
    drawable = [(found[0], character) for character in text if (found := advance(style, character))]
    for name, group in groupby(drawable, key=lambda pair: pair[0]):
        yield name, "".join(character for _, character in group)
