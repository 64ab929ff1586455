"""Where the bytes of an attachment are: on this PC, or still at the county."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from village_desk.queries.records import Record
from village_desk.session import Session
from village_desk.store import carried as carrying
from village_desk.store import county_link


def digest_here(session: Session, attachment: Record) -> bytes | None:
    """Return the digest of the original, or else of the sent copy, that lies here; None if neither does."""
    return _here(session, attachment, ("digest", "wire_digest"))


def sent_here(session: Session, attachment: Record) -> bytes | None:
    """Return the digest of the copy that travels, the same on every desk, or else of the original here."""
    return _here(session, attachment, ("wire_digest", "digest"))


def _here(session: Session, attachment: Record, names: Sequence[str]) -> bytes | None:
    for name in names:
        digest = attachment.values.get(name)
        if isinstance(digest, str) and county_link.is_here(session.store, digest):
            return bytes.fromhex(digest)
    return None


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """How far the bytes of an attachment are.

    Attributes:
        state: "waiting" to be sent, "sending", "sent" (the county has them), "elsewhere" (at the county, not
            fetched), "coming" (part of them is here); of a village's stick that the county does not have yet
            (未到县): "carried" (they are here), "behind" (they come on a later stick).
        done, size: Bytes that have gone or come, and how many there are; 0 where that is not known.
    """

    state: Literal["waiting", "sending", "sent", "elsewhere", "coming", "carried", "behind"]
    done: int = 0
    size: int = 0


def whereabouts(session: Session, attachments: Sequence[Record]) -> dict[bytes, Whereabouts]:
    """Return where the bytes of each attachment are, by its id."""
    carried = carrying.not_at_county(session.store, [one.id for one in attachments])
    return {one.id: _whereabouts(session, one, carried=one.id in carried) for one in attachments}


def _whereabouts(session: Session, attachment: Record, *, carried: bool) -> Whereabouts:
    digest = str(attachment.values.get("wire_digest") or attachment.values.get("digest") or "")
    if carried:
        return Whereabouts("carried" if digest_here(session, attachment) else "behind")
    if digest_here(session, attachment) is None:
        come = county_link.fetched(session.store, digest)
        return Whereabouts("coming" if come else "elsewhere", come, wire_size(attachment))
    rows = session.store.query('SELECT "at_county", "sent", "size" FROM "blob" WHERE "digest" = ?', (digest,))
    at_county, sent, size = rows[0] if rows else (0, 0, 0)
    if at_county:
        return Whereabouts("sent", size, size)
    return Whereabouts("sending" if sent else "waiting", sent, size)


def wire_size(attachment: Record) -> int:
    """Return how many bytes travel, or 0 where a reduced copy does and its size is not known here."""
    size = attachment.values.get("size")
    same = attachment.values.get("wire_digest") == attachment.values.get("digest")
    return size if isinstance(size, int) and same else 0
