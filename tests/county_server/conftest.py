"""A county on SQLite and the same on a private PostgreSQL, and desks that speak the protocol by hand."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import dataclass, field
from itertools import count

import pytest
import requests
import uvicorn

from county_server import accounts, app, config, county, enrolment, service
from sync import codes, messages, packing
from sync.messages import EnrolReply, EnrolRequest, Raw, Sent, SyncReply, SyncRequest
from tests.sync.world import loopback
from tools.private_postgres import cluster
from village_desk import changes, crypto, ids
from village_desk.changes import Body

COUNTY = "620702"
TOWNSHIP = "620702103"
VILLAGE = "620702103001"
NEIGHBOUR = "620702103002"
ELSEWHERE = "620702104001"
START = 1_795_300_000_000  # 2026-11-22 in UTC+8


class Clock:
    """A clock that tests move."""

    def __init__(self):
        self.now = START

    def __call__(self):
        return self.now


@pytest.fixture(scope="session")
def postgres_server():
    """A private PostgreSQL."""
    with cluster() as server:
        yield server


@pytest.fixture(scope="session")
def postgres(postgres_server):
    """A function that makes an empty schema in a private PostgreSQL and returns its address."""
    return postgres_server.fresh


# ------------------------------------------------------------------ counties


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database_url(request, tmp_path):
    """Where a new county's database goes, on both systems."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres")()
    return str(tmp_path / "county.db")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def here(database_url, tmp_path, clock):
    """A county with nothing in it."""
    settings = config.Config(database=database_url, blobs=str(tmp_path / "blobs"))
    made = county.create(settings, COUNTY, "甘州区", clock)
    yield made
    made.close()


# ------------------------------------------------------------------ desks


@dataclass
class Desk:
    """A desk without a store: its keys, its log, and what it has seen."""

    county: county.County
    device: str
    key: bytes
    user: str
    grant: str
    unit: str
    reply: EnrolReply
    log: list = field(default_factory=list)
    heads: list = field(default_factory=lambda: [crypto.CHAIN_START])
    cursor: int = 0

    @property
    def id(self):
        return bytes.fromhex(self.device)

    def write(self, fields, *, record=None, kind="consultation", group=None, **parts):
        """Append one change to the log and return the id of its record."""
        n = len(self.log) + 1
        record = record or ids.new_id().hex()
        usual = {"s": self.unit, "op": "put", "b": 0, "p": 0, "u": self.user, "grant": self.grant}
        defaults = {**usual, "sv": 1, "at": START, "clock": None}
        body = Body(n=n, g=group or n, r=record, t=kind, f=fields, **{**defaults, **parts})
        self.append(changes.encode(body))
        return record

    def append(self, raw):
        salt = crypto.new_salt()
        self.heads.append(crypto.chain_step(self.heads[-1], salt, raw))
        self.log.append(Sent(salt, Raw(raw)))

    def request(self, first=1, last=None, said=None, **parts):
        """Return a signed request that sends the changes `first` to `last` of the log; `said` as heard."""
        last = len(self.log) if last is None else last
        sent = self.log[first - 1 : last]
        head = self.heads[last] if sent else b""
        signature = crypto.sign(self.key, messages.batch_claim(1, self.device, last, head)) if sent else b""
        common = {"proto": 1, "device": self.device, "epoch": self.reply.epoch, "cursor": self.cursor}
        common["last"] = first - 1 if said is None else said
        return SyncRequest(**{**common, "changes": sent, "head": head, "signature": signature, **parts})

    def ask(self, request):
        answer = service.answer(self.county, self.id, packing.pack(request))
        known = {"inc": request.inc, "epoch": request.epoch, "last": request.last, "cursor": request.cursor}
        return packing.unpack(answer, SyncReply) if answer else SyncReply(**known)

    def push(self, first=1, last=None, **parts):
        """Send changes, keep the cursor where it is."""
        return self.ask(self.request(first, last, **parts))

    def pull(self, **parts):
        """Fetch until nothing is left; return all rows."""
        rows, more = [], True
        while more:
            reply = self.ask(self.request(first=len(self.log) + 1, **parts))
            rows, more, self.cursor = rows + reply.rows, reply.more, reply.cursor
        return rows

    def sums(self):
        return self.ask(self.request(first=len(self.log) + 1, tally=True)).sums


@pytest.fixture
def new_desk(here):
    """Return a function that opens an account, grants it a role, and enrols a desk for it."""
    names = count(1)

    def make(role="village_clerk", unit=VILLAGE, areas=None):
        return desk_of(here, f"[练习] 用户{next(names)}", role, unit, areas)

    return make


def desk_of(here, name, role="village_clerk", unit=VILLAGE, areas=None):
    """Open an account called `name`, grant it a role, and enrol a desk for it."""
    user = accounts.add_user(here, name, unit)
    grant = accounts.add_grant(here, user, role, areas or [unit if not unit.endswith("000") else unit[:9]])
    reply, key = enrol(here, enrolment.invite(here, unit, [user]))
    return Desk(here, reply.device, key, user.hex(), grant.hex(), unit, reply)


def enrol(here, code, **parts):
    """Enrol with a code; return the answer and the new device's private key."""
    key = crypto.new_signing_key()
    answer = enrolment.enrol(here, enrol_bytes(code, key, **parts))
    return packing.unpack(answer, EnrolReply), key


def enrol_bytes(secret, key, **parts):
    """Return the packed request that makes the holder of `key` a device."""
    public = crypto.public_key(key)
    proof = messages.proof(codes.code_key(secret), messages.enrol_claim(public, 1))
    fields = {"proto": 1, "code": codes.code_name(secret), "public_key": public, "proof": proof}
    return packing.pack(EnrolRequest(**{**fields, **parts}))


# ------------------------------------------------------------------ over HTTP


@pytest.fixture
def address(here):
    """The county over real HTTP on a loopback port; answers its address."""
    with running(app.make(here)) as at:
        yield at


@contextlib.contextmanager
def running(made, **how):
    """Serve an application on a loopback port in a thread of its own; give its address."""
    listening = loopback()
    settings = uvicorn.Config(made, log_config=None, lifespan="off", timeout_keep_alive=1, **how)
    server = uvicorn.Server(settings)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)
    listening.close()


def signed_headers(desk, method, path, nonce, body=b""):
    """Return the headers a desk signs a request with."""
    claim = messages.signed_request(method, path, nonce, body)
    signature = crypto.sign(desk.key, claim).hex()
    return {"VD-Device": desk.device, "VD-Nonce": nonce, "VD-Signature": signature}


@dataclass
class Line:
    """A signed connection of a desk, by hand."""

    address: str
    desk: Desk
    nonce: str = ""

    def send(self, method, path, body=b"", **headers):
        if not self.nonce:
            self.nonce = requests.get(f"{self.address}/v1/hello", timeout=20).headers["VD-Nonce"]
        signed = {
            **signed_headers(self.desk, method, path, self.nonce, body),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        reply = requests.request(method, self.address + path, data=body, headers=signed, timeout=20)
        self.nonce = reply.headers["VD-Nonce"]
        return reply


@pytest.fixture
def line(address):
    """Return a function that gives a desk its line to the county."""
    return lambda desk: Line(address, desk)


@pytest.fixture
def desk_line():
    """Return a function that gives a desk its line to a server of another process."""
    return Line
