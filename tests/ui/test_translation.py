import string

from village_desk import i18n
from village_desk.i18n import texts_of


def _blanks(text):
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def test_every_translation_fills_the_same_blanks():
    texts = texts_of("zh_CN")
    assert len(texts) > 500
    differing = {
        source: chinese for (_, source), chinese in texts.items() if _blanks(source) != _blanks(chinese)
    }
    assert differing == {}


def test_chinese_sentences_have_full_width_punctuation():
    half = {
        chinese
        for chinese in texts_of("zh_CN").values()
        if any(
            mark in ",;!?" and place and "\u4e00" <= chinese[place - 1] <= "\u9fff"
            for place, mark in enumerate(chinese)
        )
    }
    assert half == set()


def test_no_sentence_cheers(look):
    assert [text for text in texts_of("zh_CN").values() if "！" in text or "!" in text] == []


def test_an_unknown_language_leaves_texts_english():
    assert texts_of("xx_XX") == {}


def test_core_and_qt_speak_the_language_of_the_window(look):
    from PySide6.QtWidgets import QApplication

    assert i18n.translated("kinds", "Consultation") == "法律咨询"
    assert QApplication.translate("QPlatformTheme", "Cancel") == "取消"
