"""Drafts of the user at the desk; nobody sees another's."""

import json
from dataclasses import dataclass
from typing import cast

from village_desk.kinds import Values
from village_desk.session import Session
from village_desk.store import published


@dataclass(frozen=True, slots=True, repr=False)
class SavedDraft:
    """What an editor held when it was last kept; `saved_at` in UTC ms."""

    key: str
    kind: str
    record_id: bytes
    values: Values
    saved_at: int


def open_drafts(session: Session, key: str = "") -> list[SavedDraft]:
    """Return the user's drafts, newest first; only that of `key` when it is given."""
    rows = session.store.query(
        'SELECT "key", "kind", "record_id", "data", "saved_at" FROM "draft" WHERE "user" = ? '
        'AND (? = \'\' OR "key" = ?) ORDER BY "saved_at" DESC',
        (session.actor.user.hex(), key, key),
    )
    return [
        SavedDraft(
            found,
            kind,
            bytes(record_id),
            session.profile.kind(kind).from_json_if_fitting(_held(data)),
            saved_at,
        )
        for found, kind, record_id, data, saved_at in rows
    ]


def gone_labels(session: Session) -> dict[str, str]:
    """Return the labels of fields, by `kind.field`, that a county's profile had once and has no more."""
    return published.gone_labels(session.store)


def _held(data: str) -> dict[str, object]:
    return cast("dict[str, object]", json.loads(data))
