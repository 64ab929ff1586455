"""Which passwords and PINs are good enough, and what is derived from them.

A password has ten characters, or four different words; what a thief tries first is refused. Full-width
letters from an input method count as their plain ones (NFKC), so that a password typed in one mode
opens in the other.
"""

import re
import secrets
import unicodedata
from dataclasses import dataclass

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from village_desk import crypto
from village_desk.errors import Invalid, Problem, StoreTrouble

LEAST_CHARACTERS = 10
LEAST_WORDS = 4
PIN_DIGITS = range(4, 13)
PIN_TRIES = 5
_LEAST_DIFFERENT = 5
_RUNS = (
    "01234567890123456789",
    "98765432109876543210",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "q1w2e3r4t5y6u7i8o9p0",
)
_COMMON = (
    "password", "passw0rd", "p@ssw0rd", "admin", "administrator", "letmein", "welcome", "iloveyou",
    "woaini", "woaini1314", "5201314", "88888888", "66666666", "11223344", "112233", "123123", "123456",
    "12345678", "qwerty", "qwer1234", "asdf1234", "zxcvbnm", "abc123", "abcd1234", "a123456", "aa123456",
    "wang1234", "villagedesk", "village-desk", "sifasuo", "tiaojie", "cunweihui", "falvyuanzhu", "sifa",
    "12348", "密码", "司法所", "村委会", "人民调解", "法律援助", "公共法律服务",
)  # fmt: skip
_ID_CARD = re.compile(r"\d{17}[\dx]")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes and lanes of Argon2id (RFC 9106)."""

    memory: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


PIN_COST = Cost(memory=19 * 1024, passes=2, lanes=1)
"""A PIN guards a running program for five tries; it need not hold a stolen disk (OWASP's least)."""


def derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    """Return the key of 32 bytes that `secret` gives; with the default cost about 150 ms.

    Raises:
        StoreTrouble: "store.memory": this PC has not enough free memory just now.
    """
    try:
        return hash_secret_raw(
            _plain(secret).encode("utf-8", "surrogatepass"),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory,
            parallelism=cost.lanes,
            hash_len=crypto.KEY_BYTES,
            type=Type.ID,
        )
    except HashingError:
        raise StoreTrouble("store.memory", needed=cost.memory // 1024) from None


def _plain(secret: str) -> str:
    return unicodedata.normalize("NFKC", secret)


def check_password(password: str, name: str = "") -> None:
    """Refuse what is too short or what everybody would try; `name` is the user's own.

    Raises:
        Invalid: of the field "password": "password.short", "password.common".
    """
    plain = _plain(password).casefold()
    words = set(plain.split())
    enough_words = len(words) >= LEAST_WORDS and all(len(word) > 1 for word in words)
    if len(plain) < LEAST_CHARACTERS and not enough_words:
        raise Invalid(
            [Problem("password", "password.short", {"low": LEAST_CHARACTERS, "count": LEAST_WORDS})]
        )
    if _common("".join(plain.split()), _plain(name).casefold()):
        raise Invalid([Problem("password", "password.common")])


def _common(plain: str, name: str) -> bool:
    """Say whether a thief who knows the village would try it early."""
    if len(set(plain)) < _LEAST_DIFFERENT or _ID_CARD.fullmatch(plain):
        return True
    if any(plain in run or plain[::-1] in run for run in _RUNS):
        return True
    # A common word is not made better by the digits and signs people hang on it (password2026!), and
    # digits alone are a telephone number or a birthday.
    core = plain.strip("0123456789!@#$%^&*.?+-_")
    return plain in _COMMON or core in ("", name, *_COMMON) or _repeats(plain)


def _repeats(text: str) -> bool:
    """Say whether the text is one piece over and over: 2026020260."""
    return text in (text + text)[1:-1]


def check_pin(pin: str) -> None:
    """Refuse a PIN that is not 4 to 12 digits, or one digit over and over, or a run.

    Raises:
        Invalid: of the field "pin": "pin.digits", "pin.easy".
    """
    plain = _plain(pin)
    if not (plain.isascii() and plain.isdigit() and len(plain) in PIN_DIGITS):
        raise Invalid([Problem("pin", "pin.digits", {"low": PIN_DIGITS[0], "high": PIN_DIGITS[-1]})])
    if len(set(plain)) == 1 or any(plain in run for run in _RUNS):
        raise Invalid([Problem("pin", "pin.easy")])


class PinLock:
    """Opens a locked screen again while the program runs; five wrong PINs spend it.

    Only a hash is held, in memory; nothing is written. When it is spent the caller drops the data key
    and asks for the password.
    """

    def __init__(self, pin: str, cost: Cost = PIN_COST) -> None:
        check_pin(pin)
        self._cost = cost
        self._salt = secrets.token_bytes(crypto.SALT_BYTES)
        self._hash = derived(pin, self._salt, cost)
        self._tries_left = PIN_TRIES

    @property
    def tries_left(self) -> int:
        """How many wrong PINs it still takes."""
        return self._tries_left

    @property
    def spent(self) -> bool:
        """Whether only the password helps now."""
        return self._tries_left == 0

    def opens(self, pin: str) -> bool:
        """Try a PIN; the right one gives back all tries, none opens a spent lock."""
        if self._tries_left == 0:
            return False
        self._tries_left -= 1  # counted before it is tried
        if not crypto.same(derived(pin, self._salt, self._cost), self._hash):
            if self._tries_left == 0:
                self._hash = b""
            return False
        self._tries_left = PIN_TRIES
        return True
