"""What both sides make from a one-time code (入网码), which itself neither travels nor is stored."""

import hashlib


def code_name(code: str) -> str:
    """Return the name of a one-time code, which may travel and be stored: 16 hexadecimal digits."""
    return hashlib.sha256(b"VD1 code name\n" + _plain(code)).hexdigest()[:16]


def code_key(code: str) -> bytes:
    """Return the key both sides make from a one-time code; the county stores this and not the code."""
    return hashlib.sha256(b"VD1 code key\n" + _plain(code)).digest()


def _plain(code: str) -> bytes:
    return "".join(code.upper().split()).replace("-", "").encode()
