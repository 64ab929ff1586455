"""Numbers of people and organisations: checked, read and masked.

A check returns None when the text is right and otherwise a stable problem code; an empty text is the
business of the field, not of the check. Spaces, hyphens and full-width digits are forgiven, because that
is how numbers are copied from paper; `normal_number` gives the form to store and to compare.
"""

import re
import unicodedata
from datetime import date

ID_LENGTH = 18
OLD_ID_LENGTH = 15
MALE, FEMALE = "1", "2"
"""Codes of sex (性别) of GB/T 2261.1."""

_ID = re.compile(r"[1-9][0-9]{16}[0-9X]")
_USCC = re.compile(r"[0-9A-HJ-NP-RTUWXY]{2}[0-9]{6}[0-9A-HJ-NP-RTUWXY]{10}")
_PHONE_MARKS = re.compile(r"[\s()（）\-+—－]|转|ext\.?", re.IGNORECASE)
_LIKE_A_MOBILE = re.compile(r"1[3-9]")
_MOBILE = re.compile(r"(?:(?:00)?86)?1[3-9][0-9]{9}")


def normal_number(text: str) -> str:
    """Return `text` as it is stored: half-width, capital letters, no spaces or hyphens."""
    return re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()


def check_id_card(text: str) -> str | None:
    """Say what is wrong with a citizen identity number (公民身份号码), or None.

    Codes: `id_card.old_number` (15 digits, no longer valid since 2013-01-01, 居民身份证法
    第二十三条), `id_card.length`, `id_card.characters`, `id_card.date` (no such day),
    `id_card.check_digit`. The first six digits are not looked up: numbers keep the codes of counties long
    abolished, and a right number must never be refused.

    Source: GB 11643-1999; foreigners' permanent residence cards (first digit 9) follow the same layout.
    """
    number = normal_number(text)
    if len(number) == OLD_ID_LENGTH and number.isdigit():
        return "id_card.old_number"
    if len(number) != ID_LENGTH:
        return "id_card.length"
    if not _ID.fullmatch(number):
        return "id_card.characters"
    if _born(number) is None:
        return "id_card.date"
    from stdnum.cn import ric  # noqa: PLC0415 - 10 ms that only a typed number costs, not every start

    return None if number[-1] == ric.calc_check_digit(number) else "id_card.check_digit"


def person_of_id(text: str) -> tuple[str, date] | None:
    """Return sex (code of GB/T 2261.1) and birth date from a right identity number, otherwise None."""
    number = normal_number(text)
    born = _born(number) if check_id_card(number) is None else None
    return (MALE if int(number[16]) % 2 else FEMALE, born) if born else None


def check_uscc(text: str) -> str | None:
    """Say what is wrong with a unified social credit code (统一社会信用代码), or None.

    Codes: `uscc.old_number` (15 digits of the business licences before 2015), `uscc.length`,
    `uscc.characters`, `uscc.check_digit`. The two leading letters of rural collectives (N2) are allowed.

    Source: GB 32100-2015.
    """
    number = normal_number(text)
    if len(number) == OLD_ID_LENGTH and number.isdigit():
        return "uscc.old_number"
    if len(number) != ID_LENGTH:
        return "uscc.length"
    if not _USCC.fullmatch(number):
        return "uscc.characters"
    from stdnum.cn import uscc  # noqa: PLC0415 - as above

    return None if number[-1] == uscc.calc_check_digit(number) else "uscc.check_digit"


def check_phone(text: str) -> str | None:
    """Say what is wrong with a telephone number, or None. Mobiles, landlines and hotlines pass.

    Lenient, because a village still has numbers no rule foresees: only letters (`phone.characters`) and
    impossible lengths (`phone.length`) are refused. A number that begins like a mobile must be one.
    """
    digits = _PHONE_MARKS.sub("", unicodedata.normalize("NFKC", text))
    if not (digits.isascii() and digits.isdecimal()):
        return "phone.characters"
    if _LIKE_A_MOBILE.match(digits) and len(digits) > 8:  # shorter ones are landlines typed without area code
        return None if _MOBILE.fullmatch(digits) else "phone.length"
    return None if 5 <= len(digits) <= 16 else "phone.length"


def mask_id(text: str) -> str:
    """Return an identity number as lists and exports show it: 620702********1234.

    The birth date and serial are hidden; of other long papers (passports) only the last four characters
    stay, of short ones nothing.
    """
    number = normal_number(text)
    if len(number) == ID_LENGTH:
        return number[:6] + "*" * 8 + number[-4:]
    return "*" * (len(number) - 4) + number[-4:] if len(number) >= 8 else "*" * len(number)


def mask_phone(text: str) -> str:
    """Return a telephone number as 138****5678; short ones keep their last two digits."""
    number = normal_number(text)
    if len(number) >= 11:
        return number[:3] + "*" * (len(number) - 7) + number[-4:]
    return "*" * (len(number) - 2) + number[-2:] if len(number) >= 5 else "*" * len(number)


def _born(number: str) -> date | None:
    from stdnum.cn import ric  # noqa: PLC0415 - as above
    from stdnum.exceptions import InvalidComponent  # noqa: PLC0415 - as above

    try:
        return ric.get_birth_date(number)
    except (InvalidComponent, ValueError):
        return None
