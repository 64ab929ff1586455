"""What a desk holds against what today's grants let it: areas that are given come, areas taken leave.

A desk compares, user by user, the roles and areas of the grants that hold now with those it went by
before. So a term that begins or ends, a role that changes and an area given or taken are one thing (domain:
sync §2.7). What is taken leaves in the transaction that keeps the grants. What is given is put on a list and
pulled whole, while the cursor for the rest goes on; a cut costs the page under way.
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sync import asking, feed, witness
from sync.exchange import Exchange, Request
from sync.messages import Grant, SyncReply, SyncRequest
from sync.packing import pack, unpack
from village_desk import rights, times
from village_desk.crashpoints import crashpoint
from village_desk.errors import SyncTrouble
from village_desk.rights import Target
from village_desk.session import Changes
from village_desk.store import Store, UnitOfWork, handover, placing, township
from village_desk.store.handover import Place

VIEW, JOINING = "sync.view", "sync.joining"
"""State of the desk file: the grants gone by, as [user, role, area]; areas on their way, with a cursor."""
PIECE = 50
"""Rows applied in one transaction, so that a save comes between."""

View = frozenset[tuple[str, str, str]]


def may_read(grant: Grant, place: Place) -> bool:
    """Say whether a grant lets its user read a record in `place`; the county judges by the same rule."""
    own = place.created_by == grant.user
    target = Target(place.kind, place.class_, place.scope, own=own, reader=own or grant.user in place.readers)
    return rights.allowed(grant.role, tuple(grant.areas), "read", target)


def take(uow: UnitOfWork, grants: Iterable[Grant], now: times.Moment) -> None:
    """Go by `grants`, which are the county's, from `now` (UTC ms, the county's clock) on.

    What no user may read any more leaves; areas that are new are put on the list. A desk that has pulled
    nothing yet gets them all with its first pull.
    """
    holding = [grant for grant in grants if grant.start <= now and not (grant.end and now >= grant.end)]
    before, after = _view(uow.store), _of(holding)
    uow.set_state("sync.areas", "\n".join(sorted({area for _user, _role, area in after})))
    if before == after:
        return
    uow.set_state(VIEW, json.dumps(sorted(after)))
    uow.set_state("sync.tallied", "-1")  # what is held has changed: the next round compares the sums
    if before - after:
        township.forget(uow)
        handover.leave_unreadable(uow, lambda place: any(may_read(grant, place) for grant in holding))
    begun = {area: cursor for area, cursor in joining(uow.store).items() if _inside(area, after)}
    pulled = asking.number(uow.store, "sync.cursor") > 0
    new = _outermost(area for _user, _role, area in after - before) if pulled else []
    _keep_joining(uow, begun | dict.fromkeys(new, 0))


def joining(store: Store) -> dict[str, int]:
    """Return the areas on their way here, each with the row of the feed it has come to."""
    told = json.loads(store.text_state(JOINING, "{}"))
    return {str(area): int(cursor) for area, cursor in told.items()}


def go_back(uow: UnitOfWork, kept: int) -> None:
    """Let no area on its way be further than the rows that a restored county kept."""
    _keep_joining(uow, {area: min(cursor, kept) for area, cursor in joining(uow.store).items()})


def _view(store: Store) -> View:
    return frozenset((user, role, area) for user, role, area in json.loads(store.text_state(VIEW, "[]")))


def _of(holding: Iterable[Grant]) -> View:
    return frozenset((grant.user, grant.role, area) for grant in holding for area in grant.areas)


def _inside(area: str, view: View) -> bool:
    return any(area.startswith(held) for _user, _role, held in view)


def _outermost(areas: Iterable[str]) -> list[str]:
    """Return the areas without those that lie in another of them."""
    every = set(areas)
    return sorted(area for area in every if not any(area != one and area.startswith(one) for one in every))


def _keep_joining(uow: UnitOfWork, areas: dict[str, int]) -> None:
    uow.set_state(JOINING, json.dumps(areas, sort_keys=True) if areas else None)


@dataclass(slots=True)
class Joining:
    """The pulling of areas that were given; `changed` are the records that came."""

    store: Store
    exchange: Exchange
    clock: Callable[[], times.Moment]
    want: int
    changed: Changes = frozenset()

    @property
    def left(self) -> bool:
        """Whether an area is still on its way."""
        return bool(joining(self.store))

    def page(self) -> None:
        """Fetch and apply the next page of the first area on the list, up to where this desk is.

        What comes later than the desk's own cursor is left to the feed.

        Raises:
            SyncTrouble: As of `sync.exchange` and `sync.witness.checked`; "sync.nonsense": the county does
                not go on.
        """
        area, cursor = next(iter(joining(self.store).items()))
        request = asking.request(self.store, [], self.clock(), self.want)
        request.village, request.cursor, request.tally, request.whole = area, cursor, False, True
        request.log = witness.shown(self.store)
        reply = unpack(self.exchange(Request("POST", "/v1/sync", pack(request))), SyncReply)
        self.take(request, reply)

    def take(self, request: SyncRequest, reply: SyncReply) -> None:
        """Apply a page of the area `request` names, however it came.

        Raises:
            SyncTrouble: As of `sync.witness.checked`; "sync.nonsense": the county does not go on.
        """
        area, cursor = request.village, request.cursor
        upto = asking.number(self.store, "sync.cursor")
        head = witness.checked(self.store, request, reply, self.clock())
        if reply.more and reply.cursor <= cursor:
            raise SyncTrouble("sync.nonsense", what="cursor")
        rows = list(feed.feed_rows(self.store, reply.rows, cursor, upto))
        for start in range(0, max(1, len(rows)), PIECE):
            piece, last = rows[start : start + PIECE], start + PIECE >= len(rows)
            with self.store.unit_of_work(None, self.clock()) as uow:
                placing.apply_feed(uow, piece, again=True)  # the feed may have brought what stands on them
                reached = reply.cursor if last else piece[-1].seq
                done = last and (not reply.more or reply.cursor >= upto)
                areas = joining(self.store) | {area: reached}
                _keep_joining(uow, {one: at for one, at in areas.items() if not (done and one == area)})
                witness.keep(uow, reply.inc, head)
                crashpoint("sync.before_join_commit")
            self.changed |= uow.touched
