"""Where lines of Chinese text end."""

from hypothesis import given
from hypothesis import strategies as st

from forms.breaking import NOT_FIRST, NOT_LAST, Room, break_lines, is_word

TEXT = st.text(st.sampled_from("依照法律规定。，；：（《“”》）1234abc \n"), max_size=120)


def lines_of(text: str, width: int, first: int | None = None) -> list[str]:
    widths = [0.0 if character == "\n" else 1.0 for character in text]
    return [text[a:b] for a, b in break_lines(text, widths, Room(first or width, width))]


@given(TEXT, st.integers(1, 30), st.integers(1, 30))
def test_every_character_is_on_one_line_in_order(text, width, first):
    assert "".join(lines_of(text, width, first)) == text.replace("\n", "")


@given(TEXT, st.integers(4, 30))
def test_no_line_is_wider_than_its_room(text, width):
    assert all(len(line) <= width for line in lines_of(text, width))


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    text = "依照《中华人民共和国民法典》第二百九十条，“不动产权利人”应当（为相邻权利人）用水、排水提供便利。"
    for width in range(6, 40):
        lines = lines_of(text, width)
        assert not any(line[0] in NOT_FIRST for line in lines)
        assert not any(line[-1] in NOT_LAST for line in lines[:-1])


def test_numbers_and_words_stay_whole_when_they_fit():
    lines = lines_of("尚欠工资28620.50元，联系电话0936-8612345。", 14)
    assert any("28620.50" in line for line in lines)
    assert any("8612345" in line and "0936" in line for line in lines)
    assert is_word("5")


def test_a_number_stays_with_what_it_counts():
    assert lines_of("期限为2026年12月31日", 13) == ["期限为2026年12月", "31日"]


def test_a_number_longer_than_a_line_is_still_printed():
    assert lines_of("1" * 25, 10) == ["1" * 10, "1" * 10, "1" * 5]


def test_a_line_feed_ends_a_line_and_an_empty_line_stays():
    assert lines_of("一\n\n二", 10) == ["一", "", "二"]
