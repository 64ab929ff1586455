"""A county put back to an earlier day in a generated history."""

import hypothesis.strategies as st
from hypothesis.stateful import rule

from county_server import backup
from county_server.config import Config
from tests.sync.world import open_county


class Restores:
    """Rules of the machine; what is put back was backed up by the county itself."""

    @rule()
    def back_up(self):
        self.place.clock.now += 60_000
        (self.place.folder / "backups").mkdir(exist_ok=True)
        backup.back_up(self.county, self.place.folder / "backups")
        self.backups.append((dict(self.place.reads), dict(self.place.writes)))

    @rule(which=st.integers(0, 3))
    def put_back(self, which):
        made = sorted((self.place.folder / "backups").glob("county-*"))
        if not made or self.place.withdrawn or self.put_back_desks:
            return  # whom the county withdrew or made since, it no longer knows
        folder, clock = self.place.folder, self.place.clock
        self.county.close()
        clock.now += 60_000
        config = Config(database=str(folder / "county.db"), blobs=str(folder / "blobs"))
        backup.restore(config, made[which % len(made)], clock())
        clock.now += 60_000
        self.county = self.place.county = open_county(folder, clock)
        for desk in self.desks.values():
            desk.line.county = self.county
        self.restored = True
        reads, writes = self.backups[which % len(made)]
        self.place.reads, self.place.writes = dict(reads), dict(writes)
