"""A desk the county has withdrawn: it hands over everything it has, and only then is its key destroyed.

The county's word is signed, so that nobody else can make a desk destroy itself. What the desk sends is set
aside there and answered with receipts like all else: it may be evidence (domain: sync §2.7). Drafts, which
never travel otherwise, go along (`village_desk.store.withdrawn`). The key may go when a backup of the county
holds all of it, so that no county put back to an earlier day can lack what exists nowhere else.
"""

from sync.revocation import Revoked, revoked_claim
from village_desk import crypto, times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.store import Store, UnitOfWork, withdrawn

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
        uow.set_state(withdrawn.REVOKED, str(word.at))


def finish(store: Store, at: times.Moment, troubles: tuple[str, ...]) -> bool:
    """Note that all was handed over, if it was; `troubles` are those of attachments. Say whether it was."""
    return withdrawn.finish(store, at, sum(one in _CANNOT for one in troubles))
