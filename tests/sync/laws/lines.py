"""What the line does in a generated history: it loses, doubles, delays, cuts and halves."""

from contextlib import nullcontext

import hypothesis.strategies as st
import pytest
from hypothesis.stateful import precondition, rule

from tests.sync.laws.people import PICK, WHO
from tests.sync.laws.place import PIECE
from tests.sync.world import perhaps
from village_desk.errors import SyncTrouble

LINES = ["ok", "ok", "ok", "lost request", "lost answer", "twice", "late request"]


class Lines:
    """Rules of the machine; `self.desks` are joined to the county by lines that do as they are told."""

    def small_pieces(self, desk, batch=""):
        with desk.store.unit_of_work(None, self.place.clock()) as uow:
            uow.set_state("sync.chunk", str(PIECE))
            if batch:
                uow.set_state("sync.batch", batch)

    @rule(who=WHO, line=st.sampled_from(LINES))
    def sync(self, who, line):
        broken = pytest.raises(SyncTrouble, match="sync.(offline|timeout)")
        with nullcontext() if line in ("ok", "twice") else broken:
            self.round(who, line)

    def round(self, who, line="ok", **how):
        """Run a round; a desk that must become another device does, and runs it again."""
        self.renew(who)
        try:
            return self.desks[who].sync(line, **how)
        except SyncTrouble as trouble:
            if trouble.code != "sync.fork" or not self.renew(who):
                raise
        return self.desks[who].sync(line, **how)

    @rule(who=WHO, requests=st.integers(1, 2))
    def sync_in_small_pieces_and_stop(self, who, requests):
        desk = self.desks[who]
        self.small_pieces(desk, "1000")
        last = desk.line.requests + requests
        self.round(who, stop=lambda: desk.line.requests >= last)

    @rule(who=WHO, cuts=st.lists(st.sampled_from(["", "request", "answer"]), min_size=1, max_size=5))
    def sync_with_cuts_among_attachments(self, who, cuts):
        self.renew(who)
        desk = self.desks[who]
        self.small_pieces(desk)
        desk.line.cuts = list(cuts)
        with perhaps("sync.offline", "sync.timeout"):
            self.round(who)
        desk.line.cuts = []

    @precondition(lambda self: any(desk.line.kept for desk in self.desks.values()))
    @rule(who=WHO, pick=PICK)
    def deliver_late(self, who, pick):
        line = self.desks[who].line
        if line.kept:
            self.place.deliver(who, line.kept.pop(pick % len(line.kept)))
