"""The recovery key on paper: 160 random bits in nine groups of four characters.

The letters are Crockford's, which no eye confuses (no I, L, O, U). The last group is a check, so that a
slip of the pen is told apart from the key of another desk.
"""

import base64
import secrets
import unicodedata

from village_desk import crypto
from village_desk.errors import UserError

RECOVERY_BYTES = 20
_GROUP = 4
_LENGTH = 36
_STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_PAPER = str.maketrans(_STANDARD, _CROCKFORD)
_FROM_PAPER = str.maketrans(_CROCKFORD, _STANDARD)
_LOOK_ALIKES = str.maketrans("OIL", "011", "- –—\t\n\r.")


def new_recovery() -> bytes:
    """Return a fresh recovery key; 160 bits need no slow hash."""
    return secrets.token_bytes(RECOVERY_BYTES)


def recovery_text(recovery: bytes) -> str:
    """Return the nine groups to print, such as 4T7B-….

    Nothing keeps this text: it is shown once and printed.
    """
    letters = base64.b32encode(recovery).decode() + _check(recovery)
    printed = letters.translate(_TO_PAPER)
    return "-".join(printed[at : at + _GROUP] for at in range(0, _LENGTH, _GROUP))


def recovery_from_text(text: str) -> bytes:
    """Read the nine groups as a person types them: any case, with or without dashes, O for 0, I or L for 1.

    Raises:
        UserError: "keys.recovery_typo": a character is wrong, missing or too many.
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES)
    if len(plain) != _LENGTH or not set(plain) <= set(_CROCKFORD):
        raise UserError("keys.recovery_typo", characters=_LENGTH, typed=len(plain))
    letters = plain.translate(_FROM_PAPER)
    recovery = base64.b32decode(letters[:-_GROUP])
    if _check(recovery) != letters[-_GROUP:]:
        raise UserError("keys.recovery_typo", characters=_LENGTH, typed=len(plain))
    return recovery


def _check(recovery: bytes) -> str:
    return base64.b32encode(crypto.digest(b"village-desk recovery check" + recovery)).decode()[:_GROUP]
