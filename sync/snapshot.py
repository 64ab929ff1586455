"""The first sync of a desk: records as they stand, piece by piece, and then the feed from where it began.

The desk keeps the place it has reached in the transaction that applies what came before it, so a first sync
goes on where it stopped, whatever ended it. The cursor was set by the reply that began it, before the first
piece was read: what happens at the county meanwhile comes by the feed, and the sums prove the end.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from sync import feed
from sync.exchange import Exchange, Request
from sync.pace import Pace
from sync.packing import pack, unpack
from sync.states import HistoryReply, RecordState, StatesReply, StatesRequest, place_of, state_row
from village_desk import changes, times
from village_desk.crashpoints import crashpoint
from village_desk.errors import SyncTrouble
from village_desk.ids import id_from_text, id_text
from village_desk.session import Changes
from village_desk.store import Store, UnitOfWork, applying, county_link, states
from village_desk.store.pacing import Pacing

PART, LEAST_PART, MOST_PART = 100, 25, 500
"""States applied in one transaction, at first, at least, at most: as many as this PC does in a moment."""
FIRST_PIECE = 262_144
"""Packed bytes of the first piece; later ones follow the line."""


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a first sync is.

    Attributes:
        after: Place of the last record applied.
        got: Records applied.
        total: Records there are about.
        chunk: Packed bytes the next piece may have.
        part: States the next transaction may apply.
    """

    after: str = ""
    got: int = 0
    total: int = 0
    chunk: int = 0
    part: int = PART


def wanted(store: Store) -> bool:
    """Say whether this desk has nothing of the county yet, and has not begun to read it."""
    return store.state(county_link.FIRST_SYNC) is None and store.text_state("sync.cursor", "0") == "0"


def reached(store: Store) -> Reached | None:
    """Return how far the first sync under way is, or None."""
    held = store.text_state(county_link.FIRST_SYNC)
    return Reached(**json.loads(held)) if held else None


def begin(uow: UnitOfWork, total: int) -> None:
    """Begin a first sync of about `total` records, in the transaction that keeps its cursor."""
    _keep(uow, Reached(total=total, chunk=FIRST_PIECE))


def _keep(uow: UnitOfWork, at: Reached | None) -> None:
    uow.set_state(county_link.FIRST_SYNC, json.dumps(asdict(at)) if at else "")


@dataclass(slots=True)
class FirstSync:
    """One piece of a first sync.

    Attributes:
        changed: One record of each kind that came, for pages to look again.
        got: States applied.
    """

    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    stop: Callable[[], bool]
    changed: Changes = frozenset()
    got: int = 0

    def piece(self, at: Reached) -> Reached | None:
        """Fetch the next piece and apply it; return how far the first sync is then, None when it is over.

        Raises:
            SyncTrouble: "sync.nonsense", and those of the exchange. What was applied stays.
        """
        request = StatesRequest(device=id_text(self.store.device_id), after=at.after, want=at.chunk)
        pace = Pace(at.chunk)
        started = time.monotonic()
        try:
            answer = self.exchange(Request("POST", "/v1/states", pack(request)))
        except SyncTrouble as trouble:
            if trouble.code in ("sync.offline", "sync.timeout"):
                pace.broke()
                with self.store.unit_of_work(None, self.clock()) as uow:
                    _keep(uow, replace(at, chunk=pace.chunk))
            raise
        crashpoint("sync.after_reply")
        pace.took(at.chunk, time.monotonic() - started)
        reply = unpack(answer, StatesReply)
        if reply.inc != self.store.text_state("sync.inc"):
            return None  # a restored county: the round finds out, and says so
        if reply.more and not reply.states:
            raise SyncTrouble("sync.nonsense", what="states")
        return self._apply(replace(at, chunk=pace.chunk), reply)

    def _apply(self, at: Reached, reply: StatesReply) -> Reached | None:
        """Apply a piece in transactions short enough for a save between; each keeps the place it reached.

        Search text comes after the records (`village_desk.store.indexing`): it takes longer than they do.
        """
        pacing = Pacing(self.store, at.part, LEAST_PART, MOST_PART)
        left, over = reply.states, False
        with pacing.checkpointing():
            while True:
                now, left = left[: pacing.size], left[pacing.size :]
                rows = [state_row(state) for state in now]
                over = not (left or reply.more)
                at = _after(at, now, pacing.size)
                with pacing.unit_of_work(self.clock(), len(now)) as uow:
                    states.apply_states(uow, rows, words_later=True)
                    _keep(uow, None if over else at)
                    crashpoint("sync.before_apply_commit")
                crashpoint("sync.after_apply_commit")
                self.got += len(now)
                self.changed |= frozenset(
                    {state.k: (state.k, id_from_text(state.r)) for state in now}.values()
                )
                if over or not left or self.stop():
                    break
        return None if over else at


def _after(at: Reached, states_now: list[RecordState], part: int) -> Reached:
    """Return how far a first sync is after these states."""
    got = at.got + len(states_now)
    after = place_of(states_now[-1].k, states_now[-1].s, states_now[-1].r) if states_now else at.after
    return replace(at, after=after, got=got, total=max(at.total, got), part=part)


def fetch_history(store: Store, exchange: Exchange, kind: str, record_id: bytes, at: times.Moment) -> None:
    """Fetch who changed what of a record that came as a state, and keep it beside what is here.

    Raises:
        SyncTrouble: "sync.absent": the county has no such record for this desk; "sync.nonsense"; and those of
            `exchange`.
        CryptoTrouble: A body is none; the county accepts no such body.
    """
    answer = exchange(Request("GET", f"/v1/history/{kind}/{id_text(record_id)}"))
    own = id_text(store.device_id)
    others = [row for row in unpack(answer, HistoryReply).rows if row.d != own]
    rows = list(feed.feed_rows(store, others, 0, int(store.text_state("sync.cursor", "0"))))
    read = [(row, changes.decode(row.body)) for row in rows]
    if any((body.t, body.r) != (kind, id_text(record_id)) for _row, body in read):
        raise SyncTrouble("sync.nonsense", what="history")
    with store.unit_of_work(None, at) as uow:
        applying.remember_rows(uow, read)
