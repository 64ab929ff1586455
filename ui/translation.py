"""The translation of everything shown: read from the same file translators edit, so nothing is compiled.

Reading it takes some milliseconds; a compiled copy would be one more thing that can be out of step.
"""

import xml.etree.ElementTree as ET
from functools import cache

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from village_desk import i18n, paths

DEFAULT = "zh_CN"

Texts = dict[tuple[str, str], str]
"""Translations by (context, source text)."""


@cache
def texts_of(language: str) -> Texts:
    """Return the finished translations of a language; of an unknown one, none: texts stay English."""
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


class _Translator(QTranslator):
    """Answers `tr` from the texts of one language."""

    def __init__(self, texts: Texts, parent: QApplication) -> None:
        super().__init__(parent)
        self._texts = texts

    def translate(self, context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        # None becomes a null string: Qt asks the next translator, "" would be shown.
        return self._texts.get((context, source))  # type: ignore[return-value]  # see above

    def isEmpty(self) -> bool:
        return not self._texts


def install(app: QApplication, language: str = DEFAULT) -> None:
    """Show everything in `language` from now on, Qt's own buttons and dialogs included."""
    QLocale.setDefault(QLocale(language))
    texts = texts_of(language)
    i18n.use(lambda context, text: texts.get((context, text), text))
    app.installTranslator(_Translator(texts, app))
    own = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own.load(f"qtbase_{language}", folder):
        app.installTranslator(own)
