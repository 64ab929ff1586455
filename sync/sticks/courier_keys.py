"""The keys a desk keeps for bundles: its own, and the directory the county signed."""

import msgspec

from sync import bundle
from sync.sticks.couriers import Directory, directory_claim
from village_desk import crypto, times
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.rights import TOWNSHIP_DIGITS
from village_desk.store import Store, UnitOfWork

KEPT = "bundle.directory"
SECRET = "bundle.key"  # noqa: S105 - the name of the state that holds it
"""State of the desk file: the directory as the county signed it; this desk's private key for bundles."""


def made(store: Store, at: times.Moment) -> str:
    """Return this desk's private key, made now if there is none; it goes into the file before it is used."""
    held = store.text_state(SECRET)
    if not held:
        held = bundle.new_key()
        with store.unit_of_work(None, at) as uow:
            uow.set_state(SECRET, held)
    return held


def keep(uow: UnitOfWork, directory: Directory | None) -> None:
    """Keep a directory the county sent, unless a newer one is kept.

    Raises:
        SyncTrouble: "sync.grant": the county did not sign it.
    """
    if directory is None:
        return
    key = uow.store.state("county_key") or b""
    if not crypto.verify(key, directory.signature, directory_claim(directory), directory.suite):
        raise SyncTrouble("sync.grant")
    if directory.at >= known(uow.store).at:
        uow.set_state(KEPT, msgspec.json.encode(directory))


def known(store: Store) -> Directory:
    """Return the directory kept last; an empty one before the first."""
    held = store.state(KEPT)
    if held is None:
        return Directory(county=store.text_state("county_code"), at=0)
    return msgspec.json.decode(held, type=Directory)


def secret(store: Store) -> str:
    """Return this desk's private key for bundles.

    Raises:
        SyncTrouble: "sync.not_enrolled".
    """
    found = store.text_state(SECRET)
    if not found or not store.device_id:
        raise SyncTrouble("sync.not_enrolled")
    return found


def readers(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    """Return to whom this desk seals: what the township may read too, and what only the county may.

    Raises:
        SyncTrouble: "bundle.keys": the county has not handed out its key yet.
    """
    directory, own = known(store), id_text(store.device_id)
    county = directory.find(directory.county)
    if county is None:
        raise SyncTrouble("bundle.keys")
    alone = {county.device: county.seal}
    offices = {
        each.device: each.seal
        for each in directory.couriers
        if len(each.unit) == TOWNSHIP_DIGITS and store.unit_code.startswith(each.unit) and each.device != own
    }
    return alone | offices, alone
