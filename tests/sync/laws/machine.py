"""The state machine, and one of its histories played again."""

import json

from hypothesis.stateful import RuleBasedStateMachine

from tests.sync.laws.changing import Changing
from tests.sync.laws.lines import Lines
from tests.sync.laws.oracle import Invariants, Oracle, shown
from tests.sync.laws.people import People
from tests.sync.laws.place import KIND, NAMES, SEEDED, place
from tests.sync.laws.restores import Restores
from tests.sync.laws.sticks import Sticks
from village_desk.kinds import KINDS


class Laws(People, Lines, Sticks, Restores, Changing, Invariants, Oracle, RuleBasedStateMachine):
    """Three desks of different rights write and sync over bad lines; then all is compared."""

    def __init__(self):
        super().__init__()
        self.place = place()
        self.place.begin()
        self.county, self.desks = self.place.county, self.place.desks
        self.ids = list(SEEDED)
        self.attached = []
        self.forbidden = set()
        self.sticks, self.answers = [], []
        self.restored = False
        self.moved, self.regranted = set(), False
        self.copies, self.put_back_desks = {}, set()
        self.backups, self.looked_at = [], {}
        self.aside = set()
        self.cursors, self.incs = dict.fromkeys(NAMES, 0), dict.fromkeys(NAMES, "")

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
            if not self.restored:  # versions are given anew then; tests/sync/test_restores.py compares texts
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
