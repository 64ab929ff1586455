"""Sticks in a generated history: written, lost, carried twice, late and out of order, answered and read."""

import hypothesis.strategies as st
from hypothesis.stateful import precondition, rule

from county_server import bundles
from sync.sticks import reading, writing
from tests.sync.laws.people import PICK
from tests.sync.world import perhaps
from village_desk.store import relog

READERS = st.sampled_from(("clerk", "adviser"))
"""Whose sticks go to the county by themselves; a township's carry what others gave it."""


class Sticks:
    """Rules of the machine; a stick that nobody brings is lost."""

    def folder_for(self, who):
        self.place.count += 1
        made = self.place.folder / f"stick-{who}-{self.place.count}"
        made.mkdir()
        return made

    @rule(who=READERS)
    def write_a_stick(self, who):
        self.renew(who)
        desk = self.desks[who]
        with perhaps("bundle."):
            written = writing.write(desk.store, self.folder_for(who), self.place.clock)
            self.sticks.append((who, [each.path for each in written.bundles]))

    @precondition(lambda self: self.sticks)
    @rule(pick=PICK)
    def bring_a_stick(self, pick):
        who, paths = self.sticks[pick % len(self.sticks)]
        before = self.place.head()
        with perhaps("bundle.", "sync.", "gap"):
            taken = [bundles.take(self.county, path) for path in paths]
            found = bundles.answer(self.county, taken[-1], self.folder_for("county"))
            self.answers += [(who, each) for each in found]
        self.place.check_taken(who, before)

    @precondition(lambda self: self.answers)
    @rule(pick=PICK)
    def read_an_answer(self, pick):
        who, found = self.answers[pick % len(self.answers)]
        store = self.desks[who].store
        # A file put back may lack what the answer says was sent: it has to become another device first.
        forked = ("sync.fork",) if relog.due(store) else ()
        with perhaps("bundle.", "sync.revoked", *forked):
            reading.take_answer(store, found, self.place.clock)
