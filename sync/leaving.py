"""A desk the county has withdrawn: it hands over everything it has, and only then is its key destroyed.

The county's word is signed, so that nobody else can make a desk destroy itself. What the desk sends is set
aside there and answered with receipts like all else: it may be evidence (domain: sync §2.7). Drafts, which
never travel otherwise, go along.
"""

import json

from sync.revocation import Revoked, revoked_claim
from village_desk import crypto, times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.kinds import KINDS
from village_desk.session import Actor
from village_desk.store import Store, UnitOfWork, county_link, outbox

REVOKED, HANDED_OVER = "sync.revoked", "sync.handed_over"
"""State of the desk file, UTC ms: since when the desk is withdrawn; when the county had all of it."""
_DRAFTS = "sync.drafts_sent"
_CANNOT = ("store.blob_missing", "store.blob_damaged")
"""Troubles of attachments that lie nowhere any more, so nobody waits for them."""


def check(store: Store, word: Revoked | None) -> None:
    """Pass when the county says nothing of the kind, or says it with its signature.

    Raises:
        SyncTrouble: "sync.receipt": somebody else says so.
    """
    if word is None:
        return
    claim = revoked_claim(id_text(store.device_id), word.at)
    if not crypto.verify(store.state("county_key") or b"", word.signature, claim, word.suite):
        raise SyncTrouble("sync.receipt")


def take(uow: UnitOfWork, word: Revoked | None) -> None:
    """Remember that the county has withdrawn this desk."""
    if word is not None:
        uow.set_state(REVOKED, str(word.at))


def since(store: Store) -> times.Moment:
    """Return since when this desk is withdrawn, UTC ms; 0 when it is not."""
    return int(store.text_state(REVOKED, "0"))


def handed_over(store: Store) -> bool:
    """Say whether the county has everything a withdrawn desk had: its key may be destroyed."""
    return bool(since(store)) and store.text_state(HANDED_OVER) != ""


def log_drafts(store: Store, at: times.Moment) -> bool:
    """Put what was typed and never saved among the changes to be sent, once; say whether there was any."""
    if store.text_state(_DRAFTS):
        return False
    drafts = store.query('SELECT "user", "kind", "record_id", "data" FROM "draft" ORDER BY "saved_at"')
    for user, kind, record_id, data in drafts:
        if kind in KINDS:
            author = Actor(bytes.fromhex(user), "", "", b"", ())
            with store.unit_of_work(author, at) as uow:
                uow.hand_over(kind, bytes(record_id), json.loads(data))
    with store.unit_of_work(None, at) as uow:
        uow.set_state(_DRAFTS, "1")
    return bool(drafts)


def finish(store: Store, at: times.Moment, troubles: tuple[str, ...]) -> bool:
    """Note that all was handed over, if it was; `troubles` are those of attachments. Say whether it was."""
    waiting = outbox.waiting(store) or county_link.blobs_waiting(store) > sum(
        one in _CANNOT for one in troubles
    )
    if waiting or not since(store):
        return False
    with store.unit_of_work(None, at) as uow:
        uow.set_state(HANDED_OVER, str(at))
    return True
