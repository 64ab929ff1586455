"""The translation of everything shown in the window, Qt's own buttons and dialogs included."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from village_desk import i18n
from village_desk.i18n import DEFAULT_LANGUAGE, Texts


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


def install(app: QApplication, language: str = DEFAULT_LANGUAGE) -> None:
    """Show everything in `language` from now on, Qt's own buttons and dialogs included."""
    QLocale.setDefault(QLocale(language))
    app.installTranslator(_Translator(i18n.use_language(language), app))
    own = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own.load(f"qtbase_{language}", folder):
        app.installTranslator(own)
