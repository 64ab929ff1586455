"""A county and its desks, all real, joined by a line that loses what it is told to lose."""

import socket
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn

from county_server import accounts, app, backup, county, enrolment, service, snapshots, succession
from county_server.config import Config
from county_server.errors import Refused
from sync import engine, packing
from sync.enrolment import enrol
from sync.exchange import trouble_of
from village_desk import profile
from village_desk.commands import records, setup
from village_desk.errors import SyncTrouble, Trouble
from village_desk.ids import new_id
from village_desk.keys import DataKey, new_data_key
from village_desk.kinds import KINDS
from village_desk.session import Session
from village_desk.store import Store, create_store, open_store
from village_desk.tables import row_values

VILLAGE = "620702101201"
OTHER_VILLAGE = "620702101202"
TOWNSHIP = "620702101"
COUNTY = "620702"


class Clock:
    """Counts a second at every look: nothing in a test depends on the time of day."""

    def __init__(self):
        self.now = 1_790_000_000_000

    def __call__(self):
        self.now += 1_000
        return self.now


@dataclass
class Line:
    """The way to the county: it can lose a request, lose an answer, deliver twice, or keep for later."""

    county: county.County
    device: bytes = b""
    mode: str = "ok"
    kept: list = field(default_factory=list)
    requests: int = 0

    def __call__(self, request):
        self.requests += 1
        if self.mode == "lost request":
            raise SyncTrouble("sync.offline")
        if self.mode == "late request":
            self.kept.append(request)
            raise SyncTrouble("sync.timeout")
        answer = self.answer(request)
        if self.mode == "twice":
            answer = self.answer(request)
        if self.mode == "lost answer":
            raise SyncTrouble("sync.timeout")
        return answer

    def answer(self, request):
        try:
            if request.path == "/v1/enrol":
                return enrolment.enrol(self.county, request.body)
            if request.path == "/v1/succeed":
                return succession.succeed(self.county, self.device, request.body)
            if request.path == "/v1/states":
                return snapshots.answer(self.county, self.device, request.body)
            if request.path.startswith("/v1/history/"):
                kind, record = request.path.split("/")[3:]
                return packing.pack(snapshots.history(self.county, self.device, kind, bytes.fromhex(record)))
            return service.answer(self.county, self.device, request.body)
        except Refused as refused:
            raise trouble_of(refused.status, refused.code) from None


@dataclass
class Desk:
    """One enrolled desk with one user."""

    store: Store
    session: Session
    line: Line

    def sync(self, mode="ok", **how):
        """Run a round over a line in the given mode."""
        self.line.mode = mode
        try:
            return engine.run_round(self.store, self.line, self.session.clock, **how)
        finally:
            self.line.mode = "ok"

    def row(self, kind, record_id):
        return self.store.row(kind, record_id)

    def close(self):
        self.store.close_connection()


def new_county(folder: Path, clock) -> county.County:
    config = Config(database=str(folder / "county.db"), blobs=str(folder / "blobs"))
    return county.create(config, COUNTY, "甘州区[练习]", clock)


def open_county(folder: Path, clock) -> county.County:
    return county.open_county(Config(database=str(folder / "county.db"), blobs=str(folder / "blobs")), clock)


def new_desk(
    there, folder: Path, clock, name, role="village_clerk", area=VILLAGE, unit=VILLAGE, exchange=None
) -> Desk:
    """Set up a desk, give its user a grant, and enrol it with a one-time code."""
    user = accounts.add_user(there, name, unit)
    accounts.add_grant(there, user, role, [area] if isinstance(area, str) else area)
    code = enrolment.invite(there, unit, [user])
    folder.mkdir(parents=True, exist_ok=True)
    key = new_data_key()
    (folder / "key").write_bytes(key.cipher + key.salt)
    store = create_store(folder, key)
    enrol(store, exchange or Line(there), code, name, clock)
    return _desk(store, there, clock)


def open_desk(there, folder: Path, clock) -> Desk:
    return _desk(_opened(folder), there, clock)


def desk_of_file(folder: Path, clock) -> Desk:
    """Open a desk in a process that has no county: its line leads nowhere."""
    return _desk(_opened(folder), None, clock)


def _opened(folder: Path) -> Store:
    raw = (folder / "key").read_bytes()
    return open_store(folder, DataKey(raw[:32], raw[32:]))


def _desk(store, there, clock) -> Desk:
    (user,) = store.query('SELECT "user" FROM "account" WHERE "grant_id" <> \'\'')[0]
    actor = setup.actor_of(store, bytes.fromhex(user), clock())
    return Desk(store, Session(store, actor, profile.load(), clock), Line(there, store.device_id))


@contextmanager
def perhaps(*codes):
    """Let trouble pass whose code begins with one of these; any other fails the test."""
    try:
        yield
    except Trouble as trouble:
        if not trouble.code.startswith(codes):
            raise


def loopback():
    """Listen on a loopback port; named as TCP, or each answer takes 40 ms (see `county_server.serving`)."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    return listening


@contextmanager
def serving(there, **tls):
    """Run the county over real HTTP on a loopback port; give its address."""
    listening = loopback()
    settings = uvicorn.Config(app.make(there), log_config=None, lifespan="off", server_header=False, **tls)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        scheme = "https" if tls else "http"
        yield f"{scheme}://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(20)
        listening.close()


def write(desk, record_id=None, **values):
    """Save a consultation, a new one unless its id is given; return the id."""
    record_id = record_id or new_id()
    records.save(desk.session, "consultation", record_id, values)
    return record_id


def shown(desk, record_id):
    """A consultation as a desk holds it."""
    kind = KINDS["consultation"]
    return kind.to_json(row_values(kind, desk.row(kind.name, record_id)))


def back_up(there):
    """The county makes a backup and tells its desks how far it covers them."""
    folder = there.blobs.parent / "backups"
    folder.mkdir(exist_ok=True)
    backup.back_up(there, folder)


def leave(there, desk):
    """A withdrawn desk hands over all it has, and a backup of the county covers it; the last report."""
    desk.sync()
    back_up(there)
    return desk.sync()


def withdraw(county, desk):
    """The county takes the permission to write back; as a mediator the person still reads."""
    accounts.add_grant(county, desk.session.actor.user, "mediator", [VILLAGE])
    accounts.revoke_grant(county, desk.session.actor.grant)
