"""Where a generated history happens: a real county and three real desks, put back to their start in no time.

All of it lies in memory where the machine has a place for that; what is opened once stays open as an object,
and only the files beneath are laid back. So a history costs what the protocol costs, not what opening does.
"""

import atexit
import base64
import functools
import re
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from county_server import blobs, uploads
from county_server.errors import Refused
from sync import packing, tus
from sync.exchange import trouble_of
from sync.messages import SyncReply
from tests.sync.world import (
    OTHER_VILLAGE,
    TOWNSHIP,
    VILLAGE,
    Clock,
    Line,
    new_county,
    new_desk,
)
from village_desk import changes
from village_desk.errors import SyncTrouble
from village_desk.store import Birth

KIND = "consultation"
NAMES = ("clerk", "adviser", "office")
ROLES = {"clerk": "village_clerk", "adviser": "adviser", "office": "station_staff"}
UNITS = {"clerk": VILLAGE, "adviser": VILLAGE, "office": TOWNSHIP}
READS = {"clerk": (VILLAGE,), "adviser": (VILLAGE, OTHER_VILLAGE), "office": (TOWNSHIP,)}
"""Whose records a desk may see; the township's are the whole of it."""
WRITES = {"clerk": (VILLAGE,), "adviser": (VILLAGE, OTHER_VILLAGE), "office": (TOWNSHIP.ljust(12, "0"),)}
"""Where a desk may write: a township office its own records, and no village's."""
SEEDED = {bytes([7, number] * 8): scope for number, scope in enumerate((VILLAGE, VILLAGE, OTHER_VILLAGE))}
"""Records that stand when a history begins, so that it begins where it gets hard."""
PIECE = 16_384
TOKEN = re.compile("⟦\\d+⟧".encode())
MEMORY = Path("/dev/shm")
ATTACHMENTS = ("/v1/uploads", "/v1/blob")


def attachment_answer(there, device, request):
    """What the county answers about attachments, without HTTP around it."""
    *_, what = request.path.split("/")
    if request.method == "POST":
        digest = base64.b64decode(request.headers["Upload-Metadata"].split()[1]).decode()
        begun = uploads.create(there, device, digest, int(request.headers["Upload-Length"]))
        return packing.pack(tus.Upload(id=begun.id, offset=begun.offset))
    if request.method == "PATCH":
        upload = uploads.find(there, device, what)
        offset, checksum = int(request.headers["Upload-Offset"]), request.headers["Upload-Checksum"]
        uploads.append(there, upload, offset, request.body, checksum)
        return b""
    first, last = map(int, request.headers["Range"].removeprefix("bytes=").split("-"))
    if first >= blobs.length(there, device, what):
        raise Refused("range", 416)
    return blobs.read(there, what, first, last)


@dataclass
class WatchedLine(Line):
    """A line that fails on attachments by itself, and looks at every answer for what nobody there may see.

    Attributes:
        name: Of the desk.
        place: For what belongs where.
        cuts: What happens to the next requests about attachments: "", "request" or "answer".
        patched: Bytes of attachments given to the line, and `lost` those whose request was cut.
    """

    name: str = ""
    place: "Place | None" = None
    cuts: list = field(default_factory=list)
    patched: int = 0
    lost: int = 0

    def __call__(self, request):
        if not request.path.startswith(ATTACHMENTS):
            return super().__call__(request)
        cut = self.cuts.pop(0) if self.cuts else ""
        self.requests += 1
        self.patched += len(request.body)
        if cut == "request":
            self.lost += len(request.body)
            raise SyncTrouble("sync.offline")
        answer = self.answer(request)
        if cut == "answer":
            raise SyncTrouble("sync.timeout")
        return answer

    def answer(self, request):
        before = self.place.head()
        if request.path.startswith(ATTACHMENTS):
            try:
                return attachment_answer(self.county, self.device, request)
            except Refused as refused:
                raise trouble_of(refused.status, refused.code) from None
        answer = super().answer(request)
        if request.path != "/v1/sync":
            return answer
        self.place.check_answer(self.name, answer)
        self.place.check_taken(self.name, before)
        return answer


@dataclass
class Place:
    """A county, its desks by name, and what was written where.

    `reads` and `writes` are the areas of each desk at this moment; `persons` says who works at a device.
    """

    folder: Path
    clock: Clock
    county: object
    desks: dict
    files: dict
    first: object
    owners: dict = field(default_factory=dict)
    count: int = 0
    reads: dict = field(default_factory=dict)
    writes: dict = field(default_factory=dict)
    withdrawn: set = field(default_factory=set)
    persons: dict = field(default_factory=dict)

    def begin(self):
        """Lay everything back to the start."""
        self.end()
        self.county = self.first
        for path in [path for path in self.folder.rglob("*") if path.is_file()]:
            if str(path) not in self.files:
                path.unlink()
        for path in [path for name in ("stick-*", "copy-*", "backups") for path in self.folder.glob(name)]:
            shutil.rmtree(path)
        for path, content in self.files.items():
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(content)
        self.clock.now = Clock().now + 3_600_000
        self.owners, self.count = {}, 0
        self.reads, self.writes, self.withdrawn = dict(READS), dict(WRITES), set()
        for name, desk in self.desks.items():
            desk.line = WatchedLine(self.county, desk.store.device_id, name=name, place=self)
        self.persons = {desk.line.device: name for name, desk in self.desks.items()}

    def end(self):
        """Let go of all files; the objects stay."""
        for desk in self.desks.values():
            desk.close()
        self.county.close()

    # ------------------------------------------------------------ what is written, and where it may be seen

    def fresh(self, record_id):
        """A text that stands nowhere else, written to one record."""
        self.count += 1
        token = f"⟦{self.count}⟧"
        self.owners[token.encode()] = record_id
        return token

    def scopes(self):
        """Where each record and each attachment stands at the county now."""
        with self.county.database.reading():
            rows = self.county.database.rows(
                f'SELECT "id", "scope" FROM "{KIND}" UNION ALL SELECT "id", "scope" FROM "attachment"'
            )
        return {bytes(record_id): scope for record_id, scope in rows}

    def sees(self, name, scope):
        return scope.startswith(self.reads[name])

    def head(self):
        with self.county.database.reading():
            return self.county.database.one("SELECT head FROM feed_head WHERE one = 1")[0]

    def check_answer(self, name, answer):
        """No text of a record outside today's grants is in an answer (domain: sync §3.1, I6).

        Of a record that was never accepted those are told who decide about what was set aside, where it was.
        """
        found = set(TOKEN.findall(packing.unpacked(answer))) if answer else set()
        if found:
            scopes, aside = self.scopes(), packing.unpack(answer, SyncReply).aside
            waiting = {
                token: unit.scope
                for unit in (aside.units if aside else ())
                for change in unit.changes
                for token in TOKEN.findall(bytes(change.body))
            }
            for token in found:
                scope = scopes.get(self.owners[token]) or waiting.get(token, "")
                assert self.sees(name, scope), f"{name} was told of a record of {scope or 'nowhere'}"

    def check_taken(self, name, before):
        """What was just accepted stands where its author may write (I9)."""
        with self.county.database.reading():
            taken = self.county.database.rows(
                "SELECT village, body FROM feed WHERE seq > ? AND device = ?",
                before,
                self.desks[name].line.device,
            )
        for scope, body in taken:
            moves = changes.decode(bytes(body)).op == "move"
            assert scope in self.writes[name] or moves, f"{name} wrote to {scope}"

    def deliver(self, name, request):
        """Bring a request late; nobody hears the answer."""
        try:
            said = self.desks[name].line.answer(request)
        except SyncTrouble:
            assert request.path != "/v1/sync"  # a piece of an attachment may have come another way
            return
        if said and request.path == "/v1/sync":
            assert packing.unpack(said, SyncReply).problem in ("", "gap")  # of a county put back meanwhile


@functools.cache
def place():
    """The one place of this process, made on first use."""
    folder = Path(tempfile.mkdtemp(prefix="laws-", dir=MEMORY if MEMORY.is_dir() else None))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    clock = Clock()
    there = new_county(folder, clock)
    made = {}
    for name in NAMES:
        made[name] = new_desk(
            there, folder / name, clock, f"{name}[练习]", ROLES[name], READS[name], UNITS[name]
        )
    for record_id, scope in SEEDED.items():
        write(made["adviser"], record_id, scope)
    for desk in (*made.values(), *made.values()):
        desk.sync()
    for desk in made.values():
        desk.store.query("PRAGMA wal_checkpoint(TRUNCATE)")
        desk.close()
    there.close()
    files = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return Place(folder, clock, there, made, files, there)


def write(desk, record_id, scope):
    """Make a record with a few paragraphs and ticks in a village of the desk's."""
    with desk.store.unit_of_work(desk.session.actor, desk.session.now()) as uow:
        values = {"name": "甲", "content": "一\n二\n三", "handling": ("1", "2")}
        uow.put(KIND, record_id, values, born=Birth(scope))
