"""Attachments between desk and county, in pieces that go on where a cut left them (domain: sync §2.10).

Up: tus 1.0.0 with two shortcuts. Asking for an upload twice finds the one begun before and says how far it
is, in place of HEAD; and the offset after a piece is the one before it plus its length, since the county
refuses every other. Down: ranges, kept in the desk file until they are the whole.
"""

import base64
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from sync.exchange import Exchange, Request
from sync.pace import FIRST_CHUNK, Pace
from sync.packing import unpack
from sync.tus import TUS_CHUNK, TUS_VERSION, Upload
from village_desk import times
from village_desk.errors import StoreTrouble, SyncTrouble
from village_desk.store import Store, county_link
from village_desk.store.county_link import Outgoing

UPLOADS = "/v1/uploads"
CHUNK = "sync.chunk"
"""State of the desk file: the size of the next piece, so that a round goes on as the last one ended."""
_TUS = {"Tus-Resumable": TUS_VERSION}
_OF_ONE = ("sync.absent", "sync.too_large", "sync.refused", "store.blob_missing", "store.blob_damaged")
"""Troubles of one attachment, for example when its record was set aside: the others go on."""
_NOT_THERE = ("offset", "checksum", "absent")
"""Refusals after which the county is asked how far it is: it lost the upload, or knows more than we do."""
_MOST_TRIES = 3

Told = Callable[[int], None]
"""Called with the bytes that are over, after each piece."""


@dataclass(slots=True)
class Sending:
    """Sends what waits, the most wanted first, until the round has carried its share.

    Attributes:
        left: Whether some wait for the next round.
        troubles: Codes of what kept single attachments back.
    """

    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    stop: Callable[[], bool]
    left: bool = False
    troubles: list[str] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)

    def run(self) -> Iterator[str]:
        """Yield the digest of each attachment the county now has, verified.

        Raises:
            SyncTrouble: as of `sync.exchange`: the line, or the county as a whole.
            StoreTrouble: The desk file cannot be written.
        """
        self.pace = Pace(int(self.store.text_state(CHUNK, str(FIRST_CHUNK))))
        try:
            for blob in county_link.blobs_to_send(self.store):
                if self.stop():
                    return
                if self.pace.spent:
                    self.left = True
                    return
                if self.tried(blob):
                    yield blob.digest
        finally:
            with self.store.unit_of_work(None, self.clock()) as uow:
                uow.set_state(CHUNK, str(self.pace.chunk))

    def tried(self, blob: Outgoing) -> bool:
        """Send one attachment; say whether the county has it whole now."""
        try:
            return self.send(blob)
        except (SyncTrouble, StoreTrouble) as trouble:
            if trouble.code not in _OF_ONE:
                raise
            self.troubles.append(trouble.code)
            return False

    def send(self, blob: Outgoing) -> bool:
        """Send the pieces the county does not have; say whether it has all."""
        upload = Upload(id=blob.upload, offset=blob.sent) if blob.upload else self.begun(blob)
        tries = 0
        while upload.offset < blob.size:
            if self.stop() or self.pace.spent:
                self.left = self.pace.spent
                return False
            try:
                upload = self.moved(blob, upload)
                tries = 0
            except SyncTrouble as trouble:
                tries += 1
                if trouble.details.get("reason") not in _NOT_THERE or tries == _MOST_TRIES:
                    raise
                upload = self.begun(blob)
        with self.store.unit_of_work(None, self.clock()) as uow:
            county_link.blob_sent(uow, blob.digest)
        return True

    def begun(self, blob: Outgoing) -> Upload:
        """Ask for an upload; the county says how far it is."""
        name = base64.b64encode(blob.digest.encode()).decode()
        headers = {"Upload-Length": str(blob.size), "Upload-Metadata": f"digest {name}"}
        upload = unpack(self.exchange(Request("POST", UPLOADS, headers=_TUS | headers)), Upload)
        if not (upload.id.isalnum() and upload.id.isascii() and 0 <= upload.offset <= blob.size):
            raise SyncTrouble("sync.nonsense", what="upload")
        self.note(blob, upload)
        return upload

    def moved(self, blob: Outgoing, upload: Upload) -> Upload:
        """Send the next piece; return where the upload is then."""
        data = self.store.attachments.piece(bytes.fromhex(blob.digest), upload.offset, self.pace.chunk)
        checksum = base64.b64encode(hashlib.sha256(data).digest()).decode()
        headers = {
            "Content-Type": TUS_CHUNK,
            "Upload-Offset": str(upload.offset),
            "Upload-Checksum": f"sha256 {checksum}",
        }
        begun = self.clock()
        try:
            self.exchange(Request("PATCH", f"{UPLOADS}/{upload.id}", data, headers=_TUS | headers))
        except SyncTrouble as trouble:
            if trouble.code in ("sync.offline", "sync.timeout"):
                self.pace.broke()
                # Whether it arrived is not known: ask before sending a byte of it twice.
                self.note(blob, Upload(id="", offset=upload.offset))
            raise
        self.pace.took(len(data), (self.clock() - begun) / 1000)
        moved = Upload(id=upload.id, offset=upload.offset + len(data))
        self.note(blob, moved)
        return moved

    def note(self, blob: Outgoing, upload: Upload) -> None:
        """Remember how far the upload is."""
        with self.store.unit_of_work(None, self.clock()) as uow:
            county_link.blob_moved(uow, blob.digest, upload.id, upload.offset)


def fetch(
    store: Store,
    exchange: Exchange,
    digest: str,
    clock: Callable[[], times.Moment] = times.now,
    told: Told = lambda _bytes: None,
    stop: Callable[[], bool] = lambda: False,
) -> bytes | None:
    """Return the bytes of `digest` from the county, and keep them here, encrypted; None when stopped.

    What came before a cut or a stop is kept; the next call goes on behind it.

    Raises:
        SyncTrouble: "sync.absent": the county does not have them yet; "sync.nonsense": other bytes came,
            and were dropped; and as of `sync.exchange`.
        StoreTrouble: The disk is full.
    """
    pace = Pace()
    while not _fetched_piece(store, exchange, digest, clock, pace):
        told(county_link.fetched(store, digest))
        if stop():
            return None
    data = kept(store, digest, clock())
    if data is None:
        raise SyncTrouble("sync.nonsense", what="digest")
    return data


def keep_piece(store: Store, digest: str, piece: tuple[int, bytes], size: int, at: times.Moment) -> bool:
    """Keep a piece (offset, bytes) of an attachment that is not here yet; say whether it is whole now.

    Raises:
        StoreTrouble: The disk is full.
    """
    if county_link.is_here(store, digest):
        return False
    with store.unit_of_work(None, at) as uow:
        county_link.add_piece(uow, digest, *piece)
    return county_link.fetched(store, digest) == size and kept(store, digest, at) is not None


def kept(store: Store, digest: str, at: times.Moment) -> bytes | None:
    """Make the pieces that came one attachment and return it; None, and they are dropped, when it is another.

    Raises:
        StoreTrouble: The disk is full.
    """
    data = county_link.pieces(store, digest)
    whole = hashlib.sha256(data).hexdigest() == digest
    if whole:
        store.attachments.put(data)
    with store.unit_of_work(None, at) as uow:
        county_link.drop_pieces(uow, digest)
        if whole:
            county_link.blob_fetched(uow, digest, len(data))
    return data if whole else None


def _fetched_piece(
    store: Store, exchange: Exchange, digest: str, clock: Callable[[], times.Moment], pace: Pace
) -> bool:
    """Fetch and keep the next piece; say whether it was the last."""
    offset, wanted = county_link.fetched(store, digest), pace.chunk
    place = {"Range": f"bytes={offset}-{offset + wanted - 1}"}
    begun = clock()
    try:
        piece = exchange(Request("GET", f"/v1/blob/{digest}", headers=place))
    except SyncTrouble as trouble:
        if trouble.details.get("reason") == "range":
            return True  # the piece before ended where the attachment ends
        raise
    pace.took(len(piece), (clock() - begun) / 1000)
    if len(piece) > wanted:
        raise SyncTrouble("sync.nonsense", what="range")
    with store.unit_of_work(None, clock()) as uow:
        county_link.add_piece(uow, digest, offset, piece)
    return len(piece) < wanted
