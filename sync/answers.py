"""Taking in what a county answers, by whatever way it came: proved first, then kept in one transaction."""

from dataclasses import dataclass
from typing import Self

import msgspec

from sync import asking, feed, leaving, publishing, witness
from sync.enrolment import keep_blocks, keep_grants
from sync.log import TreeHead
from sync.messages import Receipt, SyncReply, SyncRequest, receipt_claim
from sync.sticks import courier_keys
from village_desk import crypto, times
from village_desk.changes import FeedRow
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.store import (
    Store,
    StoredChange,
    UnitOfWork,
    applying,
    county_link,
    handover,
    outbox,
    township,
)


def nothing_new(request: SyncRequest) -> SyncReply:
    """Return what an empty answer stands for: the county has all of ours, and nothing for us.

    Raises:
        SyncTrouble: "sync.nonsense": it was asked for more than that.
    """
    if request.changes or request.tally:
        raise SyncTrouble("sync.nonsense", what="empty")
    return SyncReply(inc=request.inc, epoch=request.epoch, last=request.last, cursor=request.cursor)


@dataclass(frozen=True, slots=True)
class Answer:
    """A reply that was proved to be the county's and to fit what was asked; `sent` are its changes."""

    request: SyncRequest
    sent: list[StoredChange]
    reply: SyncReply
    head: TreeHead | None
    receipts: list[Receipt]

    @classmethod
    def proved(
        cls,
        store: Store,
        request: SyncRequest,
        sent: list[StoredChange],
        reply: SyncReply,
        now: times.Moment,
    ) -> Self:
        """Prove a reply before anything of it is taken in.

        Raises:
            SyncTrouble: see `sync.engine.run_round`.
        """
        head = witness.checked(store, request, reply, now)
        _refuse_other_history(store, request, sent, reply)
        leaving.check(store, reply.revoked)
        receipts = _verified(store, sent, reply)
        return cls(request, sent, reply, head, receipts)

    def rows(self, store: Store) -> list[FeedRow]:
        """Return the rows of the feed it brings, in their order.

        Raises:
            SyncTrouble: "sync.nonsense".
            CryptoTrouble: A body in the feed is none; the county accepts no such body.
        """
        # What this very request carried is at hand; what went by stick may have been altered here since.
        sent = self.sent if self.request.changes else ()
        own = {change.n: change.body for change in sent if change.n <= self.reply.last}
        return list(feed.feed_rows(store, self.reply.rows, self.request.cursor, self.reply.cursor, own))

    @property
    def regranted(self) -> bool:
        """Whether other grants hold now than at the last answer; none may be left of them."""
        return bool(self.reply.grants) or self.reply.epoch > self.request.epoch

    @property
    def plain(self) -> bool:
        """Whether of what it says only cursor, last change and head matter to the next request."""
        says = self.reply
        more = says.states or says.blocks or says.published or says.aside or says.revoked
        return says.inc == self.request.inc and not (more or self.regranted)

    def settle(self, uow: UnitOfWork) -> list[FeedRow]:
        """Keep what the answer says of what was sent; return the changes the county set aside.

        Raises:
            SyncTrouble: "sync.grant".
        """
        for receipt in self.receipts:
            numbers = (receipt.first, receipt.last, receipt.seq, receipt.at)
            name = f"{receipt.first}-{receipt.last}"
            outbox.add_receipt(uow, name, numbers, (receipt_claim(receipt), receipt.signature))
        outbox.acknowledge(uow, self.reply.last)
        verdicts = [verdict for verdict in self.reply.verdicts if verdict.outcome == "quarantined"]
        aside = [feed.quarantined(uow.store, verdict) for verdict in verdicts]
        applying.apply_rows(uow, aside)
        if self.regranted:
            keep_grants(uow, self.reply.grants, self.reply.epoch, self.reply.now)
        courier_keys.keep(uow, self.reply.couriers)
        if self.reply.durable or self.reply.revoked:
            uow.set_state("sync.durable", str(self.reply.durable))
        leaving.take(uow, self.reply.revoked)
        handover.settle(uow, asking.number(uow.store, "sync.durable"))
        keep_blocks(uow, self.reply.blocks)
        publishing.take(uow, self.reply.published)
        if self.reply.aside:
            township.keep(uow, self.reply.aside.mark, msgspec.json.encode(self.reply.aside.units))
        witness.keep(uow, self.reply.inc, self.head)
        self._remember_contact(uow)
        return aside

    def _remember_contact(self, uow: UnitOfWork) -> None:
        uow.set_state("sync.inc", self.reply.inc)
        county_link.heard(uow, self.reply.now)
        uow.set_state("sync.contact", str(county_link.county_time(uow.store, uow.at)))
        if self.request.now and self.reply.now:
            uow.set_state("clock_offset", str(self.request.now - self.reply.now))


def _refuse_other_history(
    store: Store, request: SyncRequest, sent: list[StoredChange], reply: SyncReply
) -> None:
    """Stop before anything is taken in when the county and this desk do not share one history.

    Raises:
        SyncTrouble: see `run_round`.
    """
    if reply.problem == "fork" or reply.last > store.head().n:
        raise SyncTrouble("sync.fork")
    lost = reply.last < request.last or reply.problem == "gap"
    if lost or (request.inc and reply.inc != request.inc):
        raise SyncTrouble("sync.restored")
    if reply.problem:
        raise SyncTrouble("sync.refused", reason=reply.problem)
    if sent and reply.last < sent[-1].n:
        raise SyncTrouble("sync.nonsense", what="last")  # a county takes the whole batch or says why not
    if reply.cursor < request.cursor or (reply.more and reply.cursor == request.cursor):
        raise SyncTrouble("sync.nonsense", what="cursor")


def _verified(store: Store, sent: list[StoredChange], reply: SyncReply) -> list[Receipt]:
    """Return the receipts, once they are the county's and cover every change of `sent` it says it has.

    Raises:
        SyncTrouble: "sync.receipt".
    """
    key = store.state("county_key") or b""
    hashes = {change.n: change.hash for change in sent}
    covered: set[int] = set()
    for receipt in reply.receipts:
        signed = crypto.verify(key, receipt.signature, receipt_claim(receipt), receipt.suite)
        ours = receipt.device == id_text(store.device_id) and receipt.last - receipt.first < 1_000_000
        if not (signed and ours and hashes.get(receipt.last, receipt.head) == receipt.head):
            raise SyncTrouble("sync.receipt")
        covered.update(range(receipt.first, receipt.last + 1))
    if not covered.issuperset(n for n in hashes if n <= reply.last):
        raise SyncTrouble("sync.receipt")
    return reply.receipts
