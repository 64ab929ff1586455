"""One round of the desk with its county: push and pull together until both sides have everything.

Nothing here waits or tries twice; `sync.schedule` says when the next round is due. The cursor moves in the
transaction that applies the rows, so a cut at any point costs at most the step under way: what was not
acknowledged is sent again, and the county answers again as it did the first time (domain: sync §2.6).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from msgspec import Raw

from sync import blobs, feed, witness
from sync.enrolment import keep_blocks, keep_grants
from sync.exchange import Exchange, Request
from sync.messages import (
    PROTOCOL,
    Left,
    Receipt,
    Sent,
    Sum,
    SyncReply,
    SyncRequest,
    batch_claim,
    receipt_claim,
)
from sync.packing import pack, unpack
from village_desk import VERSION, crypto, times
from village_desk.changes import FeedRow
from village_desk.crashpoints import crashpoint
from village_desk.errors import SyncTrouble, VillageDeskError
from village_desk.ids import id_text
from village_desk.kinds import KINDS
from village_desk.session import Changes
from village_desk.store import Store, StoredChange, UnitOfWork, applying, county_link, outbox, tally

FIRST_BATCH = 65_536
"""Packed bytes of the first batch; later ones follow the line (domain: sync §2.6)."""
SMALLEST_BATCH, LARGEST_BATCH = 16_384, 1_048_576
PIECE = 50
"""Rows applied in one transaction: it locks the file for some 50 ms, and a save may come between."""
NEXT_YEAR_FROM = 10
"""Month from which a desk asks for the next year's case numbers (design: numbers)."""
GUESSED_RATIO = 4.0
"""How many times smaller zstd makes bodies, until it has been seen."""

Stage = Literal["exchange", "blobs", "repair"]
Progress = Callable[[Stage, int, int], None]
"""Called after each step with its stage, changes sent so far and rows received so far."""


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
    complete: bool = False
    changed: Changes = frozenset()


def run_round(
    store: Store,
    exchange: Exchange,
    clock: Callable[[], times.Moment] = times.now,
    stop: Callable[[], bool] = lambda: False,
    progress: Progress = lambda _stage, _sent, _got: None,
) -> Report:
    """Push, pull, send attachments and compare sums; the round is logged in the desk file either way.

    `stop` is asked between requests; a stopped round leaves nothing half done.

    Raises:
        SyncTrouble: "sync.not_enrolled"; "sync.fork": the county holds other changes under our numbers, as
            after the desk file was copied or an old copy came back; "sync.restored": the county has lost
            what it had acknowledged; "sync.receipt": a receipt is not the county's; and those of
            `sync.exchange` and `sync.witness.checked`. What was done before it happened stays done.
        CryptoTrouble: A body in the feed is none; the county accepts no such body.
        StoreTrouble: The desk file cannot be written.
    """
    if not store.device_id:
        raise SyncTrouble("sync.not_enrolled")
    steps = _Round(store, exchange, clock, stop, progress)
    started = clock()
    outcome = "stopped"
    try:
        steps.run()
        outcome = "ok" if steps.report.complete else "stopped"
    except VillageDeskError as trouble:
        outcome = trouble.code
        if isinstance(trouble, SyncTrouble):
            steps.shrink()
        raise
    finally:
        report = steps.report
        with store.unit_of_work(None, clock()) as uow:
            outbox.add_round(uow, outcome, (report.pushed, report.pulled, max(0, clock() - started)))
    return report


@dataclass(slots=True)
class _Round:
    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    stop: Callable[[], bool]
    progress: Progress
    report: Report = field(default_factory=Report)

    def run(self) -> None:
        more = True
        while more:
            if self.stop():
                return
            asked, reply = self.step()
            # News that came to an idle desk, which did not ask for sums, is proved by one more request.
            more = reply.more or bool(outbox.waiting(self.store)) or bool(reply.rows and not asked.tally)
            self.progress("exchange", self.report.pushed, self.report.pulled)
        if asked.tally:
            self.compare(reply.sums)
        self.send_blobs()
        self.report.complete = not self.stop()

    # ---------------------------------------------------------------- push and pull

    def step(self) -> tuple[SyncRequest, SyncReply]:
        """Make one request and take in its answer, in transactions short enough for a save between."""
        sent = outbox.pending(self.store, int(self.batch() * self.ratio()))
        asked_at = self.clock()
        request = self.request(sent, asked_at)
        packed = pack(request)
        crashpoint("sync.before_send")
        answer = self.exchange(Request("POST", "/v1/sync", packed))
        crashpoint("sync.after_reply")
        reply = unpack(answer, SyncReply) if answer else _nothing_new(request)
        self.report.requests += 1
        head = witness.checked(self.store, request, reply, self.clock())
        _refuse_other_history(self.store, request, sent, reply)
        receipts = _verified(self.store, sent, reply)
        rows = list(feed.feed_rows(self.store, reply.rows, request.cursor, reply.cursor))
        with self.applying() as uow:
            self.settle(uow, sent, receipts, reply)
            witness.keep(uow, reply.inc, head)
            _remember_contact(uow, request, reply)
            if sent:
                self.grow(uow, len(packed), sum(len(change.body) for change in sent))
            self.apply(uow, rows[:PIECE], reply.cursor if len(rows) <= PIECE else None)
            if not (request.tally or reply.rows):
                uow.set_state("sync.tallied", str(reply.cursor))  # nothing of ours among what happened since
        for start in range(PIECE, len(rows), PIECE):
            with self.applying() as uow:
                self.apply(
                    uow, rows[start : start + PIECE], reply.cursor if start + PIECE >= len(rows) else 0
                )
        return request, reply

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
        applying.apply_rows(uow, rows)
        uow.set_state("sync.cursor", str(rows[-1].seq if cursor is None else cursor))
        own = self.store.device_id.hex()
        self.report.pulled += sum(row.device != own for row in rows)
        self.report.conflicts += sum(len(row.opened) for row in rows)

    def request(self, sent: list[StoredChange], now: times.Moment) -> SyncRequest:
        store = self.store
        device = id_text(store.device_id)
        head = sent[-1].hash if sent else b""
        cursor = _number(store, "sync.cursor")
        tally_due = bool(sent) or _number(store, "sync.tallied") != cursor
        return SyncRequest(
            proto=PROTOCOL,
            device=device,
            sv={name: kind.sv for name, kind in KINDS.items() if kind.sv > 1},
            app=VERSION if tally_due else "",  # an idle round says as little as it can
            inc=store.text_state("sync.inc"),
            epoch=_number(store, "sync.epoch"),
            cursor=cursor,
            last=_acknowledged(store, sent),
            changes=[Sent(change.salt, Raw(change.body)) for change in sent],
            head=head,
            signature=_signed(store, batch_claim(crypto.DEFAULT_SUITE, device, sent[-1].n, head))
            if sent
            else b"",
            want=self.batch() * 4,
            tally=tally_due,
            numbers=[Left(*each) for each in county_link.few_numbers(store, _years(now))],
            profile=store.profile_version,
            now=now if tally_due else 0,
            log=witness.shown(store, None if tally_due else cursor),
        )

    def settle(
        self, uow: UnitOfWork, sent: list[StoredChange], receipts: list[Receipt], reply: SyncReply
    ) -> None:
        """Take in what the answer says of what was sent."""
        for receipt in receipts:
            numbers = (receipt.first, receipt.last, receipt.seq, receipt.at)
            name = f"{receipt.first}-{receipt.last}"
            outbox.add_receipt(uow, name, numbers, (receipt_claim(receipt), receipt.signature))
        outbox.acknowledge(uow, reply.last)
        aside = [verdict for verdict in reply.verdicts if verdict.outcome == "quarantined"]
        applying.apply_rows(uow, [feed.quarantined(self.store, verdict) for verdict in aside])
        if reply.grants:
            keep_grants(uow, reply.grants, reply.epoch)
        keep_blocks(uow, reply.blocks)
        self.report.pushed += sum(change.n <= reply.last for change in sent)
        self.report.quarantined += len(aside)

    # ---------------------------------------------------------------- size of a batch

    def batch(self) -> int:
        return _number(self.store, "sync.batch") or FIRST_BATCH

    def ratio(self) -> float:
        return (_number(self.store, "sync.ratio") or GUESSED_RATIO * 100) / 100

    def grow(self, uow: UnitOfWork, packed: int, plain: int) -> None:
        """Let the next batch be half as large again, and remember how well bodies pack."""
        uow.set_state("sync.batch", str(min(LARGEST_BATCH, self.batch() * 3 // 2)))
        if packed > SMALLEST_BATCH:
            uow.set_state("sync.ratio", str(min(2_000, max(100, plain * 100 // packed))))

    def shrink(self) -> None:
        """Let the next batch be half as large: the line may not have carried this one."""
        with self.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state("sync.batch", str(max(SMALLEST_BATCH, self.batch() // 2)))

    # ---------------------------------------------------------------- proof and attachments

    def compare(self, sums: dict[str, Sum]) -> None:
        """Compare what lies here with the county's sums; pull an area that differs once more, whole.

        An empty answer to an area asked for again leaves the sums of the round to compare with.
        """
        differing = _differing(self.store, sums)
        for area in differing:
            sums = self.pull_again(area) or sums
        self.report.repaired = tuple(differing)
        if differing:
            with self.store.unit_of_work(None, self.clock()) as uow:
                tally.recount(uow)  # of the records themselves: the kept sums may be what was wrong
            self.report.mismatched = tuple(_differing(self.store, sums))
        with self.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state("sync.mismatched", "\n".join(self.report.mismatched))
            uow.set_state("sync.tallied", str(_number(self.store, "sync.cursor")))

    def pull_again(self, area: str) -> dict[str, Sum]:
        """Apply the whole feed of `area` again, up to where this desk is; return the sums that came last."""
        upto = _number(self.store, "sync.cursor")
        cursor, more, sums = 0, True, dict[str, Sum]()
        while more and not self.stop():
            request = self.request([], self.clock())
            request.village, request.cursor, request.tally = area, cursor, True
            request.log = witness.shown(self.store)
            reply = unpack(self.exchange(Request("POST", "/v1/sync", pack(request))), SyncReply)
            head = witness.checked(self.store, request, reply, self.clock())
            with self.store.unit_of_work(None, self.clock()) as uow:
                applying.apply_rows(uow, list(feed.feed_rows(self.store, reply.rows, 0, upto)))
                witness.keep(uow, reply.inc, head)
            self.report.changed |= uow.touched
            cursor, more, sums = reply.cursor, reply.more and reply.cursor > cursor, reply.sums
            self.progress("repair", self.report.pushed, self.report.pulled)
        return sums

    def send_blobs(self) -> None:
        sending = blobs.Sending(self.store, self.exchange, self.clock, self.stop)
        for _digest in sending.run():
            self.report.blobs += 1
            self.progress("blobs", self.report.pushed, self.report.pulled)
        self.report.blobs_left, self.report.blob_troubles = sending.left, tuple(sending.troubles)


def _years(now: times.Moment) -> list[int]:
    """Return the years case numbers are needed for: from October also the next, for New Year."""
    today = times.legal_day(now)
    return [today.year, today.year + 1] if today.month >= NEXT_YEAR_FROM else [today.year]


def _number(store: Store, key: str) -> int:
    return int(store.text_state(key, "0"))


def _signed(store: Store, claim: bytes) -> bytes:
    return crypto.sign(store.state("device_key") or b"", claim)


def _acknowledged(store: Store, sent: list[StoredChange]) -> int:
    return (sent[0].n if sent else store.head().n - outbox.waiting(store) + 1) - 1


def _nothing_new(request: SyncRequest) -> SyncReply:
    """Return what an empty answer stands for: the county has all of ours, and nothing for us.

    Raises:
        SyncTrouble: "sync.nonsense": it was asked for more than that.
    """
    if request.changes or request.tally:
        raise SyncTrouble("sync.nonsense", what="empty")
    return SyncReply(inc=request.inc, epoch=request.epoch, last=request.last, cursor=request.cursor)


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


def _remember_contact(uow: UnitOfWork, request: SyncRequest, reply: SyncReply) -> None:
    uow.set_state("sync.inc", reply.inc)
    if request.now and reply.now:
        uow.set_state("clock_offset", str(request.now - reply.now))


def _differing(store: Store, sums: dict[str, Sum]) -> list[str]:
    """Return the scopes where count or sum of this desk and of the county are not the same."""
    here: dict[str, tuple[int, int]] = {}
    for (scope, _class), (count, total) in tally.held(store).items():
        had, had_total = here.get(scope, (0, 0))
        here[scope] = (had + count, (had_total + total) % 2**64)
    there = {scope: (each.count, int(each.total, 16)) for scope, each in sums.items()}
    areas = store.text_state("sync.areas").split("\n")
    return sorted(
        scope
        for scope in {*here, *there}
        if here.get(scope, (0, 0)) != there.get(scope, (0, 0)) and _within(scope, areas)
    )


def _within(scope: str, areas: Iterable[str]) -> bool:
    return any(scope.startswith(area) for area in areas if area)
