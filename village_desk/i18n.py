"""Texts for people: marked in English where they are declared, translated where they are shown.

`ui` and the command line call `use` once at start; until then texts stay English, so that the core
never depends on a translation being loaded.
"""

from collections.abc import Callable

Translate = Callable[[str, str], str]

_translate: list[Translate] = [lambda _context, text: text]


def N_(_context: str, text: str) -> str:  # noqa: N802 - the name every extraction tool knows
    """Mark `text` for translation in `context` and return it unchanged."""
    return text


def use(translate: Translate) -> None:
    """Translate through `translate(context, text)` from now on."""
    _translate[0] = translate


def translated(context: str, text: str) -> str:
    """Return `text` of `context` in the user's language."""
    return _translate[0](context, text)
