"""Texts for people: marked in English where they are declared, translated where they are shown.

Translations are read from the file translators edit (`resources/i18n/*.ts`), so nothing is compiled and
nothing can be out of step; reading takes some milliseconds. The window and the command line call
`use_language` once at start; until then texts stay English.
"""

import os
import xml.etree.ElementTree as ET
from collections.abc import Callable
from functools import cache

from village_desk import paths

Translate = Callable[[str, str], str]
Texts = dict[tuple[str, str], str]
"""Translations by (context, source text)."""

DEFAULT_LANGUAGE = "zh_CN"
LANGUAGE_VARIABLE = "VILLAGE_DESK_LANGUAGE"

_translate: list[Translate] = [lambda _context, text: text]


def N_(_context: str, text: str) -> str:  # noqa: N802 - the name every extraction tool knows
    """Mark `text` for translation in `context` and return it unchanged."""
    return text


def use(translate: Translate) -> None:
    """Translate through `translate(context, text)` from now on."""
    _translate[0] = translate


def use_language(language: str = "") -> Texts:
    """Show texts in `language` from now on, and return its translations.

    Without one: that of the variable VILLAGE_DESK_LANGUAGE, or zh_CN. An unknown one ("en") leaves the
    English source texts.
    """
    texts = texts_of(language or os.environ.get(LANGUAGE_VARIABLE, DEFAULT_LANGUAGE))
    use(lambda context, text: texts.get((context, text), text))
    return texts


def translated(context: str, text: str) -> str:
    """Return `text` of `context` in the user's language."""
    return _translate[0](context, text)


@cache
def texts_of(language: str) -> Texts:
    """Return the finished translations of a language; of an unknown one, none."""
    path = paths.RESOURCES / "i18n" / f"{language}.ts"
    if not path.exists():
        return {}
    texts: Texts = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.findtext("translation")
            if translation:
                texts[name, message.findtext("source") or ""] = translation
    return texts
