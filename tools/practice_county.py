"""A county server of its own process on loopback, and desks enrolled with it: for practice, tour and proofs.

The county is administered through the same functions its command line uses; it is served by that command
line, so that what people practise with is what is installed.
"""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from county_server import accounts, county, enrolment
from county_server.config import Config, load
from sync import enrolment as desk_enrolment
from sync.exchange import HttpExchange
from village_desk import ids, paths, profile, times
from village_desk.commands import setup
from village_desk.keys import DataKey, Owner
from village_desk.keys.passwords import Cost
from village_desk.session import Session

COUNTY = "620702"
COUNTY_NAME = "甘州区[练习]"
TOWNSHIP = "620702104"
"""乌江镇"""
VILLAGE = "620702104204"
"""乌江村"""
START_SECONDS = 30
STOP_SECONDS = 10
_CONFIG = 'database = "county.db"\nblobs = "blobs"\nport = {port}\n'


@dataclass
class PracticeCounty:
    """One county in a folder; `start` serves it until `stop`."""

    folder: Path
    address: str = ""
    _process: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def config(self) -> Path:
        """Its configuration file."""
        return self.folder / "county.toml"

    def create(self) -> None:
        """Make an empty county."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._configure(0)
        county.create(load(self.config), COUNTY, COUNTY_NAME).close()

    def _configure(self, port: int) -> None:
        self.config.write_text(_CONFIG.format(port=port), "utf-8")

    def settings(self) -> Config:
        """What the server is told."""
        return load(self.config)

    @property
    def process(self) -> int:
        """The number of its server's process, 0 when it is not served."""
        return self._process.pid if self._process else 0

    def start(self) -> None:
        """Serve it on a free port of this machine; `address` says where."""
        process = subprocess.Popen(
            [sys.executable, "-m", "county_server", "serve", "--config", str(self.config)],
            cwd=paths.ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._process = process
        self.address = process.stdout.readline().strip() if process.stdout else ""
        if not self.address:
            raise RuntimeError("the county server did not start; what it printed stands above")

    def stop(self) -> None:
        """End the server."""
        if self._process is None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._process = None

    def invite(self, unit: str, unit_name: str, people: list[tuple[str, str]]) -> str:
        """Open accounts of (name, role) in a unit and return the one-time code of a desk for them."""
        here = county.open_county(self.settings())
        try:
            accounts.add_unit(here, unit, unit_name)
            users = []
            for name, role in people:
                user = accounts.add_user(here, name, unit)
                accounts.add_grant(here, user, role, [unit])
                users.append(user)
            return enrolment.invite(here, unit, users)
        finally:
            here.close()


@dataclass(frozen=True, repr=False)
class PracticeDesk:
    """A desk that was made and enrolled here; its key never leaves the process."""

    folder: Path
    session: Session
    key: DataKey
    user: bytes
    recovery: str


def new_desk(
    folder: Path, unit: str, person: tuple[str, str], password: str, cost: Cost | None = None
) -> PracticeDesk:
    """Make a desk for `person` (name, role) that says in its window that it is practice."""
    name, role = person
    owner = Owner(ids.new_id(), name, role)
    made = setup.create_desk(folder, unit, owner, password, cost)
    with made.store.unit_of_work(None, times.now()) as uow:
        uow.set_state("practice", "1")
    session = Session(made.store, setup.actor_of(made.store, owner.user), profile.load())
    return PracticeDesk(folder, session, made.key, owner.user, made.recovery)


def enrolled(desk: PracticeDesk, address: str, code: str) -> PracticeDesk:
    """Make the desk a device of the county at `address`, and let its user act by the county's grant."""
    store = desk.session.store
    exchange = HttpExchange(address)
    try:
        desk_enrolment.enrol(store, exchange, code)
    finally:
        exchange.close()
    set_address(desk.session, address)
    setup.link_by_name(store, desk.user, desk.session.actor.name)
    session = Session(store, setup.actor_of(store, desk.user), desk.session.profile)
    return PracticeDesk(desk.folder, session, desk.key, desk.user, desk.recovery)


def set_address(session: Session, address: str) -> None:
    """Tell a desk where its county is now: a practice county takes a free port each time."""
    with session.store.unit_of_work(None, times.now()) as uow:
        uow.set_state("county_address", address)
