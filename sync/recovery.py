"""A county that was restored from a backup: the desk goes back with it, and what was lost is sent again."""

from collections.abc import Callable
from dataclasses import dataclass

from sync import areas, asking, feed, witness
from sync.exchange import Exchange, Request
from sync.messages import MOST_RECORDS, SyncReply, SyncRequest
from sync.packing import pack, unpack
from village_desk import times
from village_desk.changes import FeedRow
from village_desk.crashpoints import crashpoint
from village_desk.errors import SyncTrouble
from village_desk.ids import id_text
from village_desk.session import Changes
from village_desk.store import Store, altered, published, rewind
from village_desk.store.rewind import Lost

PART = 25
"""Records laid anew in one transaction; a save may come between."""


def restored(request: SyncRequest, reply: SyncReply) -> bool:
    """Say whether the county is another incarnation than this desk knows."""
    return bool(request.inc) and reply.inc != request.inc


def go_back(store: Store, request: SyncRequest, reply: SyncReply, at: times.Moment) -> Lost:
    """Go back to where this desk and a county that was restored hold the same, in one transaction.

    Raises:
        SyncTrouble: "sync.nonsense": it names numbers that cannot be; and those of `witness.checked_anew`.
        StoreTrouble: The desk file cannot be written.
    """
    head = witness.checked_anew(store, request, reply, at)
    if reply.kept < 0 or reply.last < 0:
        raise SyncTrouble("sync.nonsense", what="kept")
    with store.unit_of_work(None, at) as uow:
        lost = rewind.go_back(uow, reply.inc, reply.last, reply.kept)
        areas.go_back(uow, reply.kept)
        published.ask_anew(uow)
        witness.keep(uow, reply.inc, head)
        crashpoint("recovery.before_commit")
    crashpoint("recovery.after_commit")
    altered.state_found(store, at)
    return lost


def still_lost(store: Store, at: times.Moment) -> int:
    """Return how many changes of others a restored county still lacks; those that came again are let go.

    Raises:
        StoreTrouble: The desk file cannot be written.
    """
    if rewind.lost(store):
        with store.unit_of_work(None, at) as uow:
            rewind.settle_lost(uow)
    return rewind.lost(store)


@dataclass(slots=True)
class Rebuild:
    """Lays anew the records that lost changes had touched; goes on where a stopped round left it."""

    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    stop: Callable[[], bool]
    want: int

    def run(self) -> Changes:
        """Fetch and lay all that is left, usually nothing; return the records that may look different now.

        Raises:
            SyncTrouble: as of `sync.exchange` and `witness.checked`; the next round goes on.
        """
        changed: Changes = frozenset()
        rewind.learn(self.store, self.clock())
        while (records := rewind.to_rebuild(self.store, MOST_RECORDS)) and not self.stop():
            rows = self._rows([id_text(record_id) for _, record_id in records])
            if rows is None:
                break
            for start in range(0, len(records), PART):
                part = records[start : start + PART]
                named = {id_text(record_id) for _, record_id in part}
                with self.store.unit_of_work(None, self.clock()) as uow:
                    rewind.rebuild(uow, part, [row for row in rows if rewind.brought_by(row) & named])
                changed |= uow.touched
        return changed

    def _rows(self, named: list[str]) -> list[FeedRow] | None:
        """Return all rows of the records named up to where this desk is.

        None of a county that was restored once more: the step that follows goes back with it first.
        """
        upto = asking.number(self.store, "sync.cursor")
        rows: list[FeedRow] = []
        cursor, more = 0, True
        while more:
            request = asking.request(self.store, [], self.clock(), self.want)
            request.records, request.cursor, request.tally = named, cursor, False
            request.log, request.whole = witness.shown(self.store), True
            reply = unpack(self.exchange(Request("POST", "/v1/sync", pack(request))), SyncReply)
            if restored(request, reply):
                return None
            head = witness.checked(self.store, request, reply, self.clock())
            with self.store.unit_of_work(None, self.clock()) as uow:
                witness.keep(uow, reply.inc, head)
            rows += feed.feed_rows(self.store, reply.rows, cursor, upto)
            more = reply.more and cursor < reply.cursor < upto
            cursor = reply.cursor
        return rows
