"""A desk takes in what the county wrote for it onto a stick, as it takes in an answer of the network.

Whatever came in between, by network or another stick, is left out of it; what is older than what is here does
no harm. Nothing is believed before the county's signature over the file, and then its log, are proved.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from sync import areas, asking, blobs, bundle, recovery, witness
from sync.engine import Report, Round
from sync.exchange import Request
from sync.messages import SyncReply, SyncRequest
from sync.repair import differing_areas
from sync.sticks import bundle_header, courier_keys, frames
from sync.sticks.bundle_header import Bundle
from sync.sticks.frames import Earlier, Joined, Piece, Said
from sync.sticks.writing import forget_position
from village_desk import times
from village_desk.errors import SyncTrouble, VillageDeskError
from village_desk.ids import id_text
from village_desk.store import Store, county_link, courier, outbox

TAKEN = "bundle.taken"
"""State of the desk file: ids of the answers taken in last."""
_REMEMBERED = 50


def take_answer(store: Store, found: Bundle, clock: Callable[[], times.Moment] = times.now) -> Report:
    """Take in an answer of the county to this desk.

    Raises:
        SyncTrouble: "bundle.forged", "bundle.damaged": nothing of it is taken in; "bundle.old": it was taken
            in before, or says nothing that is not known; "bundle.gap": the file before this one comes first;
            "bundle.overtaken": the network was quicker; "bundle.restored": the county was set back to a
            backup, and this desk has gone back with it; "sync.revoked": the county has withdrawn this desk;
            and those of `sync.engine.run_round`.
    """
    bundle_header.prove(found, store.state("county_key") or b"")
    taken = store.text_state(TAKEN).split()
    if found.header.bundle in taken:
        raise SyncTrouble("bundle.old")
    started = clock()
    steps = _Taking(store, clock, Round(store, _no_line, clock, lambda: False, lambda *_: None))
    outcome = "stopped"
    try:
        bundle.unseal(found, id_text(store.device_id), courier_keys.secret(store), steps.frame)
        steps.finish(found.header.bundle, taken)
        outcome = "ok"
    except VillageDeskError as trouble:
        outcome = trouble.code
        raise
    finally:
        report = steps.round.report
        with store.unit_of_work(None, clock()) as uow:
            outbox.add_round(uow, outcome, (report.pushed, report.pulled, max(0, clock() - started)))
    return report


def is_taken(store: Store, bundle: str) -> bool:
    """Say whether an answer was taken in lately."""
    return bundle in store.text_state(TAKEN).split()


def _no_line(_request: Request) -> bytes:
    raise SyncTrouble("sync.offline")


@dataclass(slots=True)
class _Taking:
    store: Store
    clock: Callable[[], times.Moment]
    round: Round
    said: Said | None = None
    asked: SyncRequest | None = None
    earlier: list[Earlier] = field(default_factory=list)
    news: bool = False

    def frame(self, letter: str, data: bytes) -> None:
        """Take in one frame."""
        if letter == frames.SAID:
            self.said = frames.message(data, Said)
            self.asked, self.earlier = self.said.ask, self.said.earlier
        elif letter == frames.REPLY:
            self.reply(frames.message(data, SyncReply))
        elif letter == frames.JOINED:
            self.joined(frames.message(data, Joined))
        elif letter == frames.BYTES:
            self.keep(frames.piece(data))

    def joined(self, page: Joined) -> None:
        """Take in a page of an area that was given, if it goes on where this desk is with it."""
        if self.round.report.restored or areas.joining(self.store).get(page.area) != page.cursor:
            return
        request = msgspec.structs.replace(
            asking.request(self.store, [], self.clock(), 0),
            village=page.area,
            cursor=page.cursor,
            log=witness.shown(self.store),
        )
        log = page.reply.log
        if log is not None and request.log is not None and log.size <= request.log.size:
            page.reply.log = None
        joining = areas.Joining(self.store, _no_line, self.clock, 0)
        joining.take(request, page.reply)
        self.round.report.changed |= joining.changed
        self.news = True

    def reply(self, reply: SyncReply) -> None:
        """Take in one page, as if it had just been asked for."""
        if self.asked is None:
            raise SyncTrouble("bundle.damaged")
        if self.round.report.restored:
            return  # the desk has gone back with the county: what follows stands on what it had asked for
        asked, self.asked = self.asked, frames.next_page(self.asked, reply)
        request = self.request(asked, reply)
        if recovery.restored(request, reply):
            self.round.take(request, [], reply)
            return
        fresh = reply.cursor >= request.cursor
        fitted = self.fitted(asked, request, reply)
        sent = courier.changes_between(self.store, request.last + 1, fitted.last)
        self.news = self.news or bool(sent or fitted.rows or fitted.grants or fitted.blocks)
        self.round.take(request, sent, fitted)
        if fresh and not reply.more:
            self.compare(reply)

    def request(self, asked: SyncRequest, reply: SyncReply) -> SyncRequest:
        """Return the request this desk would have made now."""
        inc = self.store.text_state("sync.inc")
        if reply.inc not in (inc, "") and asked.inc == reply.inc:
            raise SyncTrouble("bundle.old")  # from before the county was restored
        if reply.inc == inc and asked.inc not in (inc, ""):
            raise SyncTrouble("bundle.old")  # it only says that the county was restored
        cursor = asking.number(self.store, "sync.cursor")
        if asked.cursor > cursor:
            raise SyncTrouble("bundle.gap")
        return msgspec.structs.replace(
            asked,
            inc=inc,
            epoch=asking.number(self.store, "sync.epoch"),
            cursor=cursor,
            last=courier.acknowledged(self.store),
            log=witness.shown(self.store),
            tally=True,
        )

    def fitted(self, asked: SyncRequest, request: SyncRequest, reply: SyncReply) -> SyncReply:
        """Return the reply without what is known here already."""
        lost = reply.last < asked.last
        regranted = reply.epoch > request.epoch and reply.epoch != asked.epoch  # else it names no grants
        log, proof = self.proof(asked, request, reply)
        return msgspec.structs.replace(
            reply,
            last=reply.last if lost else max(reply.last, request.last),
            verdicts=[one for one in reply.verdicts if one.n > request.last],
            rows=[row for row in reply.rows if row.q > request.cursor],
            cursor=max(reply.cursor, request.cursor),
            more=reply.more and reply.cursor > request.cursor,
            epoch=reply.epoch if regranted else request.epoch,
            grants=reply.grants if regranted else [],
            log=log,
            proof=proof,
            witnessed=reply.witnessed if log else [],
        )

    def proof(self, asked: SyncRequest, request: SyncRequest, reply: SyncReply) -> tuple[object, list[bytes]]:
        """Return the head of the reply and what proves that it continues the one kept here.

        Raises:
            SyncTrouble: "bundle.overtaken": a head the county did not know of is kept here.
        """
        had, shown = request.log, reply.log
        if had is None or shown is None:
            return shown, reply.proof
        if shown.size < had.size:
            return None, []
        if shown.size == had.size or (asked.log is not None and asked.log.size == had.size):
            return shown, reply.proof if shown.size > had.size else []
        for each in self.earlier:
            if each.size == had.size:
                return shown, each.proof
        raise SyncTrouble("bundle.overtaken")

    def compare(self, reply: SyncReply) -> None:
        """Compare the sums; what differs is pulled again by the next round over a network."""
        differing = differing_areas(self.store, reply.sums)
        self.round.report.mismatched = tuple(differing)
        with self.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state("sync.mismatched", "\n".join(differing))
            if not differing:
                uow.set_state("sync.tallied", str(asking.number(self.store, "sync.cursor")))

    def keep(self, piece: Piece) -> None:
        """Keep a piece of an attachment this desk asked for; the last one makes it whole."""
        part = (piece.offset, piece.data)
        self.news |= blobs.keep_piece(self.store, piece.digest, part, piece.size, self.clock())

    def finish(self, name: str, taken: list[str]) -> None:
        """Note what the county has of the attachments, and that this answer is taken in."""
        said = self.said
        if said is None:
            raise SyncTrouble("bundle.damaged")
        for each in said.blobs if not self.round.report.restored else ():
            waits = {blob.digest for blob in county_link.blobs_to_send(self.store)}
            if each.digest not in waits:
                continue
            with self.store.unit_of_work(None, self.clock()) as uow:
                if each.whole:
                    county_link.blob_sent(uow, each.digest)
                    self.round.report.blobs += 1
                else:
                    county_link.blob_moved(uow, each.digest, each.upload, each.offset)
            self.news = True
        with self.store.unit_of_work(None, self.clock()) as uow:
            forget_position(uow)
            uow.set_state(TAKEN, " ".join([*taken, name][-_REMEMBERED:]))
        self.round.report.complete = True
        if self.round.report.restored:
            raise SyncTrouble("bundle.restored")
        if said.revoked:
            raise SyncTrouble("sync.revoked")
        if not self.news and said.ask.cursor < asking.number(self.store, "sync.cursor"):
            raise SyncTrouble("bundle.old")
