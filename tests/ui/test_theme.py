import re

import pytest

from ui import theme
from ui.theme import TABLES, TEXT_SIZES, Theme

# Text on ground, as the style sheet puts them together.
PAIRS = [
    ("ink", "page"), ("ink", "card"), ("secondary", "page"), ("secondary", "card"), ("chip_ink", "chip"),
    ("accent", "card"), ("accent", "accent_soft"), ("accent", "page"), ("on_accent", "accent"),
    ("on_accent", "accent_deep"), ("good", "card"), ("good", "good_soft"), ("good", "page"),
    ("attention", "card"), ("attention", "attention_soft"), ("attention", "page"), ("danger", "card"),
    ("danger", "danger_soft"), ("danger", "page"), ("ink", "good_soft"), ("ink", "attention_soft"),
    ("ink", "danger_soft"), ("ink", "accent_soft"),
]  # fmt: skip


def _luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("table", TABLES)
def test_every_text_stands_out_from_its_ground(table):
    colours = TABLES[table]
    weak = {
        (text, ground): round(_contrast(getattr(colours, text), getattr(colours, ground)), 2)
        for text, ground in PAIRS
        if _contrast(getattr(colours, text), getattr(colours, ground)) < 4.5
    }
    assert weak == {}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_every_blank_of_the_style_sheet_is_filled(table, size):
    sheet = theme.style_sheet(Theme(table, size))
    assert re.findall(r"@\w+|\d+u\b", sheet) == []
    assert f"font-size: {size}px" in sheet


def test_everything_grows_with_the_text():
    assert [Theme("light", size).px(212) for size in TEXT_SIZES] == [212, 252, 305]
