"""The QR text, fixed for ever."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import forms
from village_desk.errors import PrintTrouble

GOLDEN = "VD1.AAAQEAYEAUDAOCAJBIFQYDIOB4.024.1-3.CCKE"


@given(st.binary(min_size=16, max_size=16), st.integers(0, 999), st.integers(1, 9999), st.integers(1, 9999))
def test_what_is_printed_is_read(sheet_id, form, page, pages):
    text = forms.qr_text(sheet_id, f"{form:03}", page, pages)
    assert forms.read_qr_text(f" {text.lower()}\n") == forms.QrText(sheet_id, f"{form:03}", page, pages)


def test_the_text_of_a_code_never_changes():
    assert forms.qr_text(bytes(range(16)), "024", 1, 3) == GOLDEN


@given(st.integers(4, len(GOLDEN) - 1), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567.-"))
def test_a_misread_character_is_noticed(at, character):
    wrong = GOLDEN[:at] + character + GOLDEN[at + 1 :]
    if wrong != GOLDEN:
        with pytest.raises(PrintTrouble, match=r"print\.qr"):
            forms.read_qr_text(wrong)


@pytest.mark.parametrize("text", ["", "https://example.org", "VD2" + GOLDEN[3:], GOLDEN + "A"])
def test_a_foreign_code_is_refused(text):
    with pytest.raises(PrintTrouble):
        forms.read_qr_text(text)
