"""Photos, scans and files that belong to a record."""

import hashlib

from village_desk import rights, times
from village_desk.commands.beside import beside, put_fitting
from village_desk.errors import NotAllowed, UserError
from village_desk.kinds import KINDS
from village_desk.queries.records import Record, may_read, record_of, target
from village_desk.session import Changes, Session
from village_desk.store import UnitOfWork

LARGEST = 50_000_000
"""Largest attachment in bytes."""
WIRE_LIMIT = 1_000_000
"""Of a photo larger than this a reduced copy is sent, and the original stays here: two minutes at 64 kbit/s
in place of the eight of what a phone takes."""
SMALL = 100_000
"""Bytes up to which an attachment goes before the others: what is small shows soonest at the township."""


def attach(
    session: Session,
    record: tuple[str, bytes],
    attachment_id: bytes,
    data: bytes,
    about: dict[str, object],
    wire: bytes | None = None,
) -> Changes:
    """Keep `data` beside a record.

    The bytes are on disk, encrypted and synced, before the record that names them is written.

    Args:
        session: Who acts.
        record: Kind and id of the record it belongs to.
        attachment_id: Id of the new attachment.
        data: The original, which stays on this PC.
        about: `title`, `media_type`, and `page_of` or `taken_on` if known.
        wire: What goes to the county; None when the original does.

    Raises:
        UserError: "attachment.too_big", "attachment.empty", "record.gone".
        Invalid: The title is too long.
        NotAllowed: The actor may not read the record, or not write attachments of it.
        StoreTrouble: The disk is full; nothing is kept.
    """
    sent = data if wire is None else wire
    if not data:
        raise UserError("attachment.empty")
    if max(len(data), len(sent)) > LARGEST:
        raise UserError("attachment.too_big", megabytes=LARGEST // 1_000_000)
    kind, record_id = record
    held = _open_to(session, kind, record_id)
    digest, size = session.store.attachments.put(data)
    wire_digest = hashlib.sha256(sent).digest()
    if sent is not data:
        session.store.attachments.put(sent)
    values = {
        "taken_on": times.legal_day(session.now()),
        **about,
        "record_kind": kind,
        "record_id": record_id.hex(),
        "digest": digest.hex(),
        "size": size,
        "wire_digest": wire_digest.hex(),
    }
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        put_fitting(uow, "attachment", attachment_id, values, beside(held))
        _note(uow, (wire_digest.hex(), len(sent)), values, held.scope, stays=False)
        if sent is not data:
            _note(uow, (digest.hex(), size), values, held.scope, stays=True)
        uow.touch(kind, record_id)
    return uow.touched


def _open_to(session: Session, kind: str, record_id: bytes) -> Record:
    """Return the record an attachment is put beside, if the actor may."""
    row = session.store.row(kind, record_id)
    if row is None:
        raise UserError("record.gone")
    held = record_of(KINDS[kind], row)
    if not may_read(session, held):
        raise NotAllowed("rights.read")
    beside_it = rights.Target(
        "attachment", held.class_, held.scope, own=True, reader=target(session, held).reader
    )
    session.actor.require("write", beside_it)
    return held


def _note(
    uow: UnitOfWork, blob: tuple[str, int], about: dict[str, object], scope: str, *, stays: bool
) -> None:
    """Note that the bytes of a digest lie here: to be sent to the county, or an original that stays."""
    uow.execute(
        'INSERT INTO "blob" ("digest", "size", "media_type", "scope", "stays", "here", "lane") '
        'VALUES (?, ?, ?, ?, ?, 1, ?) ON CONFLICT ("digest") DO UPDATE SET "here" = 1, '
        '"stays" = min("stays", excluded."stays"), "lane" = min("lane", excluded."lane")',
        (*blob, str(about.get("media_type", "")), scope, int(stays), _lane(blob[1], about)),
    )


def _lane(size: int, about: dict[str, object]) -> int:
    """Return 0 for what is small, 1 for a signed sheet, 2 for all else; lower ones are sent first."""
    return 0 if size <= SMALL else 1 if about.get("page_of") else 2
