"""Identifiers: UUIDv7 (RFC 9562) as 16 bytes in memory and tables, 32 hexadecimal digits in JSON.

The time inside an id is a hint for ordering on disk and is never trusted: PCs in village rooms have
dead clock batteries.
"""

import uuid_utils

ID_BYTES = 16


def new_id() -> bytes:
    """Return a fresh id; within one process each is greater than the one before."""
    return uuid_utils.uuid7().bytes


def id_text(record_id: bytes) -> str:
    """Return the 32 hexadecimal digits of an id."""
    return record_id.hex()


def id_from_text(text: str) -> bytes:
    """Read 32 hexadecimal digits.

    Raises:
        ValueError: `text` is not an id.
    """
    record_id = bytes.fromhex(text)
    if len(record_id) != ID_BYTES:
        message = "an id has 16 bytes"
        raise ValueError(message)
    return record_id
