"""Attachments on the wire: whole, at most 4 MB, named by the digest of their bytes."""

import hashlib

from sync.exchange import Exchange, Request
from village_desk import times
from village_desk.errors import SyncTrouble
from village_desk.store import Store, county_link


def send(store: Store, exchange: Exchange, digest: str, at: times.Moment) -> None:
    """Send the bytes of `digest` (hexadecimal); the county has verified them when this returns.

    Raises:
        SyncTrouble: as of `sync.exchange`.
        StoreTrouble: "store.blob_missing", "store.blob_damaged".
    """
    exchange(Request("PUT", f"/v1/blob/{digest}", store.attachments.read(bytes.fromhex(digest))))
    with store.unit_of_work(None, at) as uow:
        county_link.blob_sent(uow, digest)


def fetch(store: Store, exchange: Exchange, digest: str, at: times.Moment) -> bytes:
    """Return the bytes of `digest` from the county, and keep them here, encrypted.

    Raises:
        SyncTrouble: "sync.absent": the county does not have them yet; "sync.nonsense": other bytes came.
        StoreTrouble: The disk is full.
    """
    data = exchange(Request("GET", f"/v1/blob/{digest}"))
    if hashlib.sha256(data).hexdigest() != digest:
        raise SyncTrouble("sync.nonsense", what="digest")
    store.attachments.put(data)
    with store.unit_of_work(None, at) as uow:
        county_link.blob_fetched(uow, digest, len(data))
    return data
