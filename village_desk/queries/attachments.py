"""Where the bytes of an attachment are: on this PC, or still at the county."""

from collections.abc import Sequence

from village_desk.queries.records import Record
from village_desk.session import Session
from village_desk.store import county_link


def digest_here(session: Session, attachment: Record) -> bytes | None:
    """Return the digest of the original, or else of the sent copy, that lies here; None if neither does."""
    for name in ("digest", "wire_digest"):
        digest = attachment.values.get(name)
        if isinstance(digest, str) and county_link.is_here(session.store, digest):
            return bytes.fromhex(digest)
    return None


def elsewhere(session: Session, attachments: Sequence[Record]) -> frozenset[bytes]:
    """Return the ids of those whose bytes are not on this PC: they came with the records of another desk."""
    return frozenset(one.id for one in attachments if digest_here(session, one) is None)
