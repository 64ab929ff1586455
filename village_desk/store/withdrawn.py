"""A desk the county has withdrawn: what of it is still to be handed over, and drafts as changes of their own.

Drafts never travel otherwise. One that is handed over leaves the table of drafts in the transaction that logs
it, so none is sent twice, and what is typed afterwards is a draft again.
"""

import json
from collections.abc import Iterator

from village_desk import times
from village_desk.errors import UserError
from village_desk.session import Actor
from village_desk.store import Store, UnitOfWork, county_link, outbox

REVOKED, HANDED_OVER = "sync.revoked", "sync.handed_over"
"""State of the desk file, UTC ms: since when the desk is withdrawn; when the county had all of it."""
_PART = 100_000
"""Characters of one part of a draft that is too large for a change: in UTF-8 and escaped it fits one."""


def since(store: Store) -> times.Moment:
    """Return since when this desk is withdrawn, UTC ms; 0 when it is not."""
    return int(store.text_state(REVOKED, "0"))


def handed_over(store: Store) -> bool:
    """Say whether the county has everything a withdrawn desk has now: its key may be destroyed."""
    said = bool(since(store)) and store.text_state(HANDED_OVER) != ""
    return said and not (outbox.waiting(store) or drafts_left(store))


def drafts_left(store: Store) -> int:
    """Return how many drafts of anybody lie here."""
    return int(store.query('SELECT count(*) FROM "draft"')[0][0])


def finish(store: Store, at: times.Moment, lost: int) -> bool:
    """Note that the county has everything, if it has and a backup of it covers that; say whether it is so.

    `lost` attachments lie nowhere any more, so nobody waits for them. What is saved meanwhile is seen by
    this, or by `handed_over`.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    with store.unit_of_work(None, at) as uow:
        left = outbox.waiting(store) + drafts_left(store) or county_link.blobs_waiting(store) > lost
        covered = int(store.text_state("sync.durable", "0")) >= store.head().n
        over = bool(since(store)) and covered and not left
        uow.set_state(HANDED_OVER, str(at) if over else None)
    return over


def log_drafts(store: Store, at: times.Moment) -> bool:
    """Put what was typed and never saved among the changes to be sent; say whether there was any.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    drafts = store.query('SELECT "user", "key" FROM "draft" ORDER BY "saved_at"')
    for user, key in drafts:
        author = Actor(bytes.fromhex(user), "", "", b"", ())
        with store.unit_of_work(author, at) as uow:
            _log(uow, user, key)
    return bool(drafts)


def _log(uow: UnitOfWork, user: str, key: str) -> None:
    found = uow.execute(
        'DELETE FROM "draft" WHERE "user" = ? AND "key" = ? RETURNING "kind", "record_id", "data"',
        (user, key),
    ).fetchone()
    if found is None:
        return  # saved or thrown away meanwhile
    kind, record_id, data = found[0], bytes(found[1]), json.loads(found[2])
    try:
        uow.hand_over(kind, record_id, data)
    except UserError:  # "record.too_big": a unit of work has room for it in parts
        for part in _parts(data):
            uow.begin_group()
            uow.hand_over(kind, record_id, part)


def _parts(data: dict[str, object]) -> Iterator[dict[str, object]]:
    """Yield the fields one by one, long ones piece by piece, in order."""
    for name, value in data.items():
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        if len(text) <= _PART:
            yield {name: value}
            continue
        for start in range(0, len(text), _PART):
            yield {name: text[start : start + _PART]}
