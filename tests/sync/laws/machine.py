"""The state machine, and one of its histories played again."""

import json

from hypothesis.stateful import RuleBasedStateMachine

from tests.sync.laws.lines import Lines
from tests.sync.laws.oracle import Invariants, Oracle, shown
from tests.sync.laws.people import People
from tests.sync.laws.place import KIND, NAMES, SEEDED, place
from village_desk.kinds import KINDS


class Laws(People, Lines, Invariants, Oracle, RuleBasedStateMachine):
    """Three desks of different rights write and sync over bad lines; then all is compared."""

    def __init__(self):
        super().__init__()
        self.place = place()
        self.place.begin()
        self.county, self.desks = self.place.county, self.place.desks
        self.ids = list(SEEDED)
        self.attached = []
        self.forbidden = set()
        self.cursors = dict.fromkeys(NAMES, 0)

    def chosen(self, desk, field, value, record_id, keep):
        """What somebody decides: the value that stands, or the one beside it."""
        if field == "archived":
            return keep
        sent = shown(desk, KIND, bytes(record_id)).get(field) if keep else json.loads(value)
        return KINDS[KIND].from_json({field: sent})[field]

    def teardown(self):
        try:
            self.settle()
            self.everybody_sees_what_the_county_has()
            self.kept_sums_are_the_counted_ones()
            self.each_change_once()
            self.nothing_overwritten()
            self.nothing_hidden()
            self.attachments_are_whole()
        finally:
            self.place.end()


def replay(history):
    """Play a history as it was printed: names of rules with what they were given."""
    state = Laws()
    ended = False
    try:
        for name, given in history:
            getattr(state, name)(**given)
            for each in state.invariants:
                each.function(state)
        ended = True
    finally:
        if ended:
            state.teardown()
        else:
            state.place.end()
