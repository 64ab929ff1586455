"""Drafts: what is typed and not yet saved. Local, per user, in the encrypted file, never synced."""

import json
from collections.abc import Mapping

from village_desk.crashpoints import crashpoint
from village_desk.session import NOTHING, Changes, Session
from village_desk.store import UnitOfWork


def keep(session: Session, key: str, kind: str, record_id: bytes, values: Mapping[str, object]) -> Changes:
    """Keep what an editor holds now, under the editor's `key`; the next call replaces it.

    Nothing is checked: a draft may be wrong. Values of the wrong shape are kept as the text they were typed.
    """
    sent = session.profile.kind(kind).to_json(values)
    data = json.dumps(sent, default=str)  # in ASCII: half a character, as an input method may leave, is kept
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.execute(
            'INSERT OR REPLACE INTO "draft" ("user", "key", "kind", "record_id", "data", "saved_at") '
            "VALUES (?, ?, ?, ?, ?, ?)",
            (session.actor.user.hex(), key, kind, record_id, data, session.now()),
        )
        crashpoint("draft.before_commit")
    crashpoint("draft.after_commit")
    return NOTHING


def drop(session: Session, key: str) -> Changes:
    """Forget a draft: it was saved, or its user threw it away."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        drop_in(session, uow, key)
    return NOTHING


def drop_in(session: Session, uow: UnitOfWork, key: str) -> None:
    """Forget a draft together with what made it needless."""
    uow.execute('DELETE FROM "draft" WHERE "user" = ? AND "key" = ?', (session.actor.user.hex(), key))
