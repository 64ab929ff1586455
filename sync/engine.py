"""One round of the desk with its county: push and pull together until both sides have everything.

Nothing here waits or tries twice; `sync.schedule` says when the next round is due. The cursor moves in the
transaction that applies the rows, so a cut at any point costs at most the step under way: what was not
acknowledged is sent again, and the county answers again as it did the first time (domain: sync §2.6).
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Literal

from msgspec import structs

from sync import answers, asking, blobs, leaving, recovery, snapshot
from sync.answers import Answer
from sync.areas import Joining
from sync.asking import Asked
from sync.batches import Batches, Ready
from sync.exchange import Exchange, Request
from sync.messages import Sum, SyncReply, SyncRequest
from sync.packing import pack, unpack
from sync.repair import Repair
from sync.snapshot import FirstSync
from sync.sticks import carrying
from village_desk import times
from village_desk.changes import FeedRow
from village_desk.crashpoints import crashpoint
from village_desk.errors import SyncTrouble, VillageDeskError
from village_desk.session import Changes
from village_desk.store import (
    Store,
    StoredChange,
    UnitOfWork,
    altered,
    handover,
    outbox,
    placing,
    relog,
    withdrawn,
)

PIECE = 50
"""Rows applied in one transaction: it locks the file for some 50 ms, and a save may come between."""
OWN_ROWS = 10
"""Rows of own changes that come back, most as they were sent, take the time of one that brings something."""
Stage = Literal["first", "exchange", "blobs", "repair"]
Progress = Callable[[Stage, int, int], None]
"""Called after each step with its stage, changes sent so far and rows received so far; while a first sync is
under way, with the records it has received and those there are about."""


@dataclass(slots=True)
class Report:
    """What a round did.

    Attributes:
        pushed: Changes the county has now acknowledged.
        pulled: Changes of other desks applied; own ones that came back are not news.
        requests: Requests of the exchange stage.
        quarantined: Own changes the county set aside.
        conflicts: Conflicts it opened.
        blobs: Attachments it received.
        blobs_left: Whether some wait for the next round, because this one had sent enough of them.
        blob_troubles: Codes of what kept single attachments back; they did not hold up the others.
        repaired: Areas whose sums did not match and were pulled again.
        mismatched: Areas whose sums still do not match: reported, never hidden.
        restored: Whether the county was found to have been restored from a backup.
        lost: Changes of others it lost then that their own desks have not sent again.
        revoked: The county has withdrawn this desk; `complete` then says that it has all this desk had.
        complete: Whether both sides had nothing left when it ended.
        changed: The records that look different now.
    """

    pushed: int = 0
    pulled: int = 0
    requests: int = 0
    quarantined: int = 0
    conflicts: int = 0
    blobs: int = 0
    blobs_left: bool = False
    blob_troubles: tuple[str, ...] = ()
    repaired: tuple[str, ...] = ()
    mismatched: tuple[str, ...] = ()
    restored: bool = False
    lost: int = 0
    complete: bool = False
    revoked: bool = False
    changed: Changes = frozenset()


def run_round(
    store: Store,
    exchange: Exchange,
    clock: Callable[[], times.Moment] = times.now,
    stop: Callable[[], bool] = lambda: False,
    progress: Progress = lambda _stage, _sent, _got: None,
    *,
    ahead: bool = False,
) -> Report:
    """Push, pull, send attachments and compare sums; the round is logged in the desk file either way.

    `stop` is asked between requests; a stopped round leaves nothing half done. With `ahead` the next batch is
    on its way, in a thread of its own, while the answer to the last one is taken in.

    Raises:
        SyncTrouble: "sync.not_enrolled"; "sync.fork": the county holds other changes under our numbers, as
            after the desk file was copied or an old copy came back; "sync.restored": the county has lost
            what it had acknowledged and does not say so, or was restored twice in one round;
            "sync.unknown": it was put back to before this desk was enrolled (`enrolment.enrol_again`);
            "sync.receipt": a receipt is not the county's; and those of `sync.exchange` and
            `sync.witness.checked`. What was done before it happened stays done.
        CryptoTrouble: A body in the feed is none; the county accepts no such body.
        StoreTrouble: The desk file cannot be written.
    """
    if not store.device_id:
        raise SyncTrouble("sync.not_enrolled")
    if relog.due(store):
        raise SyncTrouble("sync.fork")
    threads = ThreadPoolExecutor(1, "sync") if ahead else None
    steps = Round(store, exchange, clock, stop, progress, threads=threads)
    started = clock()
    outcome = "stopped"
    try:
        steps.run()
        outcome = "ok" if steps.report.complete else "stopped"
    except VillageDeskError as trouble:
        outcome = trouble.code
        if isinstance(trouble, SyncTrouble):
            with store.unit_of_work(None, clock()) as uow:
                steps.batches.shrink(uow)
        raise
    finally:
        if threads:
            threads.shutdown()  # what a broken round has under way comes to its end, and counts as lost
        report = steps.report
        with store.unit_of_work(None, clock()) as uow:
            outbox.add_round(uow, outcome, (report.pushed, report.pulled, max(0, clock() - started)))
            if outcome in ("ok", outbox.UNKNOWN):
                uow.set_state(outbox.UNKNOWN, None if outcome == "ok" else "1")
    return report


@dataclass(slots=True)
class Round:
    """The steps of one round; `take` also takes in answers that came another way, as on a stick.

    Attributes:
        took: Milliseconds from the last request to its answer.
        threads: Where a request goes ahead, one at a time; None where each waits for the one before.
        begun: The request that has gone ahead. What it says of this desk was known once the answer before it
            was proved; if the file does not take that answer in, the next one is dropped, as if it were lost.
        ready: The batch behind `begun`.
    """

    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    stop: Callable[[], bool]
    progress: Progress
    report: Report = field(default_factory=Report)
    took: times.Moment = 0
    threads: ThreadPoolExecutor | None = None
    begun: Asked | None = None
    ready: Ready | None = None
    batches: Batches = field(init=False)

    def __post_init__(self) -> None:
        self.batches = Batches(self.store)

    def run(self) -> None:
        """Go on until both sides have everything; then compare sums and send attachments."""
        carrying.forward(self.store, self.exchange, self.clock, self.stop)
        agreed = self.agree()
        joining = Joining(self.store, self.exchange, self.clock, self.batches.want)
        while agreed and joining.left and not self.stop():
            joining.page()
            self.report.changed |= joining.changed
            self.tell("exchange")
            if not joining.left or outbox.waiting(self.store):
                agreed = self.agree()
        if agreed is None or joining.left:
            return
        asked, reply = agreed
        if reply.revoked:
            self._leave()
            return
        if asked.tally:
            self.compare(reply.sums)
        self.report.lost = recovery.still_lost(self.store, self.clock())
        self.report.changed |= carrying.settle(self.store, self.clock())
        self.send_blobs()
        if handover.leftovers(self.store):
            handover.clear(self.store, self.clock())
        self.report.complete = not self.stop()

    def _leave(self) -> None:
        """Hand over what a withdrawn desk still has: drafts and attachments, too.

        What a backup of the county covers is asked once more after attachments have gone.
        """
        self.report.revoked = True
        if withdrawn.log_drafts(self.store, self.clock()):
            self.agree()
        self.send_blobs()
        if self.report.blobs and self.agree() is None:
            return
        self.report.complete = leaving.finish(self.store, self.clock(), self.report.blob_troubles)

    def agree(self) -> tuple[SyncRequest, SyncReply] | None:
        """Push and pull until neither side has more; return the last exchange, None if stopped."""
        more = True
        while more:
            work = recovery.Rebuild(self.store, self.exchange, self.clock, self.stop, self.batches.want)
            self.report.changed |= work.run()
            if self.stop() and not self.begun:
                return None
            if self.first_piece() and not outbox.waiting(self.store):
                continue  # what is typed meanwhile is sent meanwhile; news from others can wait
            asked, reply = self.step()
            # News that came to an idle desk, which did not ask for sums, is proved by one more request.
            news = (reply.rows or reply.epoch != asked.epoch) and not asked.tally
            more = reply.more or bool(outbox.waiting(self.store)) or bool(news)
            more = more or snapshot.reached(self.store) is not None
            more = more or recovery.restored(asked, reply)
            self.tell("exchange")
        return asked, reply

    def first_piece(self) -> bool:
        """Take in a piece of a first sync under way; say whether more of it is to come."""
        at = snapshot.reached(self.store)
        if at is None:
            return False
        first = FirstSync(self.store, self.exchange, self.clock, self.stop)
        try:
            now_at = first.piece(at)
        finally:
            self.report.pulled += first.got
            self.report.changed |= first.changed
        self.progress("first", (now_at or at).got, at.total)
        return now_at is not None

    # ---------------------------------------------------------------- push and pull

    def step(self) -> tuple[SyncRequest, SyncReply]:
        """Make one request, unless it has gone ahead, and take in its answer."""
        asked = self.begun or self.ask(self.next_batch())
        self.ready = None
        if self.threads and asked.sent:
            asked = self.begun or _begun(asked, self.threads)
            self.ready = self.batches.prepare(asked.sent[-1].n, self.clock())
        self.begun = None
        said, self.took = asked.wait()
        crashpoint("sync.after_reply")
        reply = unpack(said, SyncReply) if said else answers.nothing_new(asked.request)
        self.report.requests += 1
        self.take(asked.request, asked.sent, reply, asked.size)
        return asked.request, reply

    def next_batch(self, after: int = 0) -> list[StoredChange]:
        """Return the changes behind change `after` that go next, with what was altered stated."""
        return altered.to_send(self.store, self.clock(), self.batches.room, after)

    def ask(self, sent: list[StoredChange], after: Answer | None = None, ready: Ready | None = None) -> Asked:
        """Return the request that sends `sent`; `after` is the last answer if the file lacks it."""
        request = asking.request(self.store, sent, self.clock(), self.batches.want)
        if after:
            request.cursor, request.log = after.reply.cursor, after.head
        else:
            request.states = snapshot.wanted(self.store)
        if ready:
            packed = ready.pack(structs.replace(request, changes=[]))
        else:
            packed = pack(request, self.batches.level)
        self.batches.begun(len(packed), sum(len(change.body) for change in sent))
        crashpoint("sync.before_send")
        return Asked(request, sent, len(packed), partial(self.send, packed))

    def send(self, packed: bytes) -> tuple[bytes, times.Moment]:
        """Return the answer to a packed request, and how many milliseconds it took."""
        asked_at = self.clock()
        said = self.exchange(Request("POST", "/v1/sync", packed))
        return said, self.clock() - asked_at

    def go_ahead(self, last: Answer) -> None:
        """Send the next batch, if there is one, before the last answer is taken in."""
        if self.threads is None or not last.plain or self.stop() or snapshot.reached(self.store):
            return
        ready = self.ready if self.ready and self.ready.after == last.reply.last else None
        sent = ready.sent if ready else self.next_batch(last.reply.last)
        if sent:
            self.begun = _begun(self.ask(sent, last, ready), self.threads)

    def take(self, request: SyncRequest, sent: list[StoredChange], reply: SyncReply, packed: int = 0) -> None:
        """Prove an answer and take it in, in transactions short enough for a save between.

        `packed` are the bytes of the request, if it went over a line. Of a county that was restored nothing
        else is taken in: the desk goes back with it, and asks again.
        """
        if recovery.restored(request, reply):
            if self.report.restored:
                raise SyncTrouble("sync.restored")
            recovery.go_back(self.store, request, reply, self.clock())
            self.report.restored = True
            if relog.due(self.store):  # it asks again for what was erased here
                raise SyncTrouble("sync.fork")
            return
        answer = Answer.proved(self.store, request, sent, reply, self.clock())
        if sent and packed:
            self.batches.learn(packed, self.took)
            self.go_ahead(answer)
        first, *more = pieces(answer.rows(self.store), self.store.device_id.hex())
        with self.applying() as uow:
            self.settle(uow, answer)
            self.batches.keep(uow)
            self.apply(uow, first, None if more else reply.cursor)
            if reply.states:
                snapshot.begin(uow, reply.states)
            elif not (request.tally or reply.rows or answer.regranted):
                uow.set_state("sync.tallied", str(reply.cursor))  # nothing of ours among what happened since
        for number, piece in enumerate(more, 1):
            with self.applying() as uow:
                self.apply(uow, piece, reply.cursor if number == len(more) else None)

    @contextmanager
    def applying(self) -> Iterator[UnitOfWork]:
        """Open a transaction of the round; what it touched is reported."""
        with self.store.unit_of_work(None, self.clock()) as uow:
            yield uow
            crashpoint("sync.before_apply_commit")
        crashpoint("sync.after_apply_commit")
        self.report.changed |= uow.touched

    def apply(self, uow: UnitOfWork, rows: list[FeedRow], cursor: int | None) -> None:
        """Apply some rows and move the cursor with them; to `cursor` if they are the last of the reply."""
        placing.apply_feed(uow, rows, walking=snapshot.reached(self.store) is not None)
        uow.set_state("sync.cursor", str(rows[-1].seq if cursor is None else cursor))
        own = self.store.device_id.hex()
        self.report.pulled += sum(row.device != own for row in rows)
        self.report.conflicts += sum(len(row.opened) for row in rows)

    def settle(self, uow: UnitOfWork, answer: Answer) -> None:
        """Take in what the answer says of what was sent, and count it."""
        self.report.quarantined += len(answer.settle(uow))
        self.report.pushed += sum(change.n <= answer.reply.last for change in answer.sent)

    # ---------------------------------------------------------------- proof and attachments

    def compare(self, sums: dict[str, Sum]) -> None:
        """Compare the sums; what differs is pulled again and reported."""
        repair = Repair(
            self.store,
            self.exchange,
            self.clock,
            self.stop,
            partial(self.tell, "repair"),
            self.batches.want,
        )
        repair.compare(sums)
        self.report.repaired, self.report.mismatched = repair.repaired, repair.mismatched
        self.report.changed |= repair.changed

    def tell(self, stage: Stage) -> None:
        """Say how far the round is."""
        self.progress(stage, self.report.pushed, self.report.pulled)

    def send_blobs(self) -> None:
        """Send attachments, as many as a round carries."""
        sending = blobs.Sending(self.store, self.exchange, self.clock, self.stop)
        for _digest in sending.run():
            self.report.blobs += 1
            self.tell("blobs")
        self.report.blobs_left, self.report.blob_troubles = sending.left, tuple(sending.troubles)


def _begun(asked: Asked, threads: ThreadPoolExecutor) -> Asked:
    """Send a request in another thread, and return it as one that is under way."""
    return replace(asked, wait=threads.submit(asked.wait).result)


def pieces(rows: Sequence[FeedRow], own: str) -> list[list[FeedRow]]:
    """Cut rows into what is applied in one transaction each, one at least; `own` is this device."""
    found: list[list[FeedRow]] = [[]]
    room = PIECE * OWN_ROWS
    for row in rows:
        if room <= 0:
            found.append([])
            room = PIECE * OWN_ROWS
        found[-1].append(row)
        room -= 1 if row.device == own else OWN_ROWS
    return found
