"""The sums at the end of a round: equal, they prove a desk has all it may read; else the area comes again."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sync import asking, feed, witness
from sync.exchange import Exchange, Request
from sync.messages import Sum, SyncReply
from sync.packing import pack, unpack
from village_desk import times
from village_desk.kinds import KINDS
from village_desk.session import Changes
from village_desk.store import Store, placing, tally


@dataclass(slots=True)
class Repair:
    """The comparing of one round, and what it found.

    Attributes:
        repaired: Areas whose sums did not match and were pulled again.
        mismatched: Areas whose sums still do not match.
        changed: The records that look different now.
    """

    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    stop: Callable[[], bool]
    progress: Callable[[], None]
    want: int
    repaired: tuple[str, ...] = ()
    mismatched: tuple[str, ...] = ()
    changed: Changes = frozenset()

    def compare(self, sums: dict[str, Sum]) -> None:
        """Compare what lies here with the county's sums; pull an area that differs once more, whole.

        An empty answer to an area asked for again leaves the sums of the round to compare with.
        """
        differing = differing_areas(self.store, sums)
        if differing:
            sums = self._of_known_kinds() or sums
            differing = differing_areas(self.store, sums)
        for area in differing:
            sums = self._pull_again(area) or sums
        self.repaired = tuple(differing)
        if differing:
            with self.store.unit_of_work(None, self.clock()) as uow:
                tally.recount(uow)  # of the records themselves: the kept sums may be what was wrong
            self.mismatched = tuple(differing_areas(self.store, sums))
        with self.store.unit_of_work(None, self.clock()) as uow:
            uow.set_state("sync.mismatched", "\n".join(self.mismatched))
            uow.set_state("sync.tallied", str(asking.number(self.store, "sync.cursor")))

    def _of_known_kinds(self) -> dict[str, Sum]:
        """Ask for the sums of the kinds this program knows: those of a newer county may be more."""
        request = asking.request(self.store, [], self.clock(), self.want)
        request.sv, request.tally, request.log = _versions(), True, witness.shown(self.store)
        reply = unpack(self.exchange(Request("POST", "/v1/sync", pack(request))), SyncReply)
        witness.checked(self.store, request, reply, self.clock())
        # With news that came meanwhile they would not fit what is here.
        return {} if reply.rows or reply.more else reply.sums

    def _pull_again(self, area: str) -> dict[str, Sum]:
        """Apply the whole feed of `area` again, up to where this desk is; return the sums that came last."""
        upto = asking.number(self.store, "sync.cursor")
        cursor, more, sums = 0, True, dict[str, Sum]()
        while more and not self.stop():
            request = asking.request(self.store, [], self.clock(), self.want)
            request.village, request.cursor, request.tally, request.sv = area, cursor, True, _versions()
            request.log, request.whole = witness.shown(self.store), True
            reply = unpack(self.exchange(Request("POST", "/v1/sync", pack(request))), SyncReply)
            head = witness.checked(self.store, request, reply, self.clock())
            with self.store.unit_of_work(None, self.clock()) as uow:
                placing.apply_feed(uow, list(feed.feed_rows(self.store, reply.rows, 0, upto)), again=True)
                witness.keep(uow, reply.inc, head)
            self.changed |= uow.touched
            cursor, more, sums = reply.cursor, reply.more and reply.cursor > cursor, reply.sums
            self.progress()
        return sums


def _versions() -> dict[str, int]:
    return {name: kind.sv for name, kind in KINDS.items()}


def differing_areas(store: Store, sums: dict[str, Sum]) -> list[str]:
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
