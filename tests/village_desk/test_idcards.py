"""Numbers of people and organisations. All numbers are invented or taken from the standards' own examples."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import idcards

RIGHT = "11010519491231002X"  # the example printed in GB 11643-1999


def numbered(first17: str) -> str:
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    rest = sum(int(digit) * weight for digit, weight in zip(first17, weights, strict=True)) % 11
    return first17 + "10X98765432"[rest]


def test_the_standards_own_example_is_right_and_tells_sex_and_birth() -> None:
    assert idcards.check_id_card(RIGHT) is None
    assert idcards.person_of_id(RIGHT) == (idcards.FEMALE, date(1949, 12, 31))


@pytest.mark.parametrize(
    "typed", ["11010519491231002x", " 110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_a_small_x_spaces_and_full_width_digits_are_forgiven(typed: str) -> None:
    assert idcards.check_id_card(typed) is None
    assert idcards.normal_number(typed) == RIGHT


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("110105194912310021", "id_card.check_digit"),
        ("11010519490231002X", "id_card.date"),
        (numbered("62070219991331001"), "id_card.date"),
        ("110105491231002", "id_card.old_number"),
        ("11010519491231002", "id_card.length"),
        ("1101051949123100XX", "id_card.characters"),
        ("X1010519491231002X", "id_card.characters"),
        ("", "id_card.length"),
    ],
)
def test_each_fault_of_an_id_number_has_its_own_code(typed: str, code: str) -> None:
    assert idcards.check_id_card(typed) == code
    assert idcards.person_of_id(typed) is None


@given(st.dates(date(1900, 1, 1), date(2030, 12, 31)), st.integers(0, 999), st.integers(110000, 659999))
def test_every_number_made_by_the_rule_is_right_and_one_wrong_digit_is_noticed(
    born: date, serial: int, place: int
) -> None:
    number = numbered(f"{place}{born:%Y%m%d}{serial:03}")
    assert idcards.check_id_card(number) is None
    assert idcards.person_of_id(number) == (idcards.MALE if serial % 2 else idcards.FEMALE, born)
    wrong = number[:16] + str((int(number[16]) + 1) % 10) + number[17]
    assert idcards.check_id_card(wrong) == "id_card.check_digit"


@given(st.text())
def test_no_text_makes_a_check_fail_to_answer(text: str) -> None:
    for check in (idcards.check_id_card, idcards.check_uscc, idcards.check_phone):
        assert check(text) is None or "." in str(check(text))
    idcards.mask_id(text)
    idcards.mask_phone(text)


@pytest.mark.parametrize("typed", ["91110000600037341L", "91110000600037341l", "9111 0000 6000 3734 1L"])
def test_a_right_credit_code_passes(typed: str) -> None:
    assert idcards.check_uscc(typed) is None


def test_the_letter_of_rural_collectives_is_allowed() -> None:
    body = "N2620702MF1234567"
    right = [body + last for last in "0123456789ABCDEFGHJKLMNPQRTUWXY" if not idcards.check_uscc(body + last)]
    assert len(right) == 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("911100006000373412", "uscc.check_digit"),
        ("91110000600O37341L", "uscc.characters"),
        ("9111000060003734", "uscc.length"),
        ("110000600037341", "uscc.old_number"),
    ],
)
def test_each_fault_of_a_credit_code_has_its_own_code(typed: str, code: str) -> None:
    assert idcards.check_uscc(typed) == code


@pytest.mark.parametrize(
    "typed",
    ["13800000000", "138 0000 0000", "+86 138-0000-0000", "0936-8200000", "(0936) 8200000", "8200000",
     "12348",     "0936-8200000转805", "400-000-0000", "１３８００００００００", "15123456"],
)  # fmt: skip
def test_numbers_people_really_write_pass(typed: str) -> None:
    assert idcards.check_phone(typed) is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [("1380000000", "phone.length"), ("138000000001", "phone.length"), ("123", "phone.length"),
     ("没有", "phone.characters"), ("1" * 17, "phone.length")],
)  # fmt: skip
def test_impossible_telephone_numbers_are_refused(typed: str, code: str) -> None:
    assert idcards.check_phone(typed) == code


def test_masks_hide_the_birth_date_and_the_middle_of_the_telephone() -> None:
    assert idcards.mask_id(RIGHT) == "110105********002X"
    assert idcards.mask_id("E12345678") == "*****5678"
    assert idcards.mask_id("1234") == "****"
    assert idcards.mask_phone("13812345678") == "138****5678"
    assert idcards.mask_phone("8200000") == "*****00"
    assert idcards.mask_phone("") == ""
