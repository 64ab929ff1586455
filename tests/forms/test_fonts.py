"""Every character of a name is there, and is the same when it is read back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import forms
from forms.fonts import advance, runs
from tests.forms.examples import BLANK_SHEET, squeezed
from village_desk.errors import PrintTrouble

RARE = "𬭎㛃䶮喆龘堃啰瞭"


def test_rare_characters_of_names_are_read_back_exactly(pdf_text):
    pdf = forms.render(forms.load("consultation"), {"name": RARE}, BLANK_SHEET)
    assert RARE in squeezed(pdf_text(pdf, "-raw"))


def test_a_page_with_hundreds_of_different_characters_is_read_back_exactly(pdf_text):
    text = "".join(chr(code) for code in range(0x4E00, 0x4E00 + 400)) + RARE
    pdf = forms.render(forms.load("legal_aid_application"), {"facts": text}, BLANK_SHEET)
    assert text in squeezed(pdf_text(pdf, "-raw"))


def test_a_character_in_no_font_is_named_before_anything_is_printed():
    template = forms.load("consultation")
    content = {"name": "王😀喆", "content": "请求\u200b处理😀"}
    assert forms.missing_characters(template, content) == [
        ("name", "😀"),
        ("content", "\u200b"),
        ("content", "😀"),
    ]
    with pytest.raises(PrintTrouble) as caught:
        forms.render(template, content, BLANK_SHEET)
    assert caught.value.code == "print.no_glyph"
    assert caught.value.details["characters"] == "😀\u200b"
    assert caught.value.details["fields"] == ["content", "name"]


def test_a_name_in_the_margin_that_no_font_has_is_named_too():
    with pytest.raises(PrintTrouble):
        forms.render(forms.load("consultation"), {}, forms.Sheet(id=bytes(16), printed_by="😀"))


def test_nothing_is_missing_from_common_text():
    assert (
        forms.missing_characters(
            forms.load("consultation"), {"content": "依照《民法典》第1043条，\r\n\t每月1,200元（约）。"}
        )
        == []
    )


@given(
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=("Cs",)), max_size=60)
)
def test_runs_of_faces_keep_every_character_that_has_a_glyph(text):
    drawable = "".join(character for character in text if advance("body", character))
    assert "".join(part for _, part in runs("body", text)) == drawable
