"""Desks that are killed, and what is looked at afterwards."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.end_to_end.driver import CHEAP, Desk
from tools.practice_county import TOWNSHIP, VILLAGE, PracticeCounty, enrolled, new_desk
from village_desk import keys
from village_desk.errors import UserError
from village_desk.keys import DataKey
from village_desk.kinds import KINDS
from village_desk.queries import drafts, integrity
from village_desk.store import backup
from village_desk.tables import row_values

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery 0"
__all__ = ["PASSWORD", "TOWNSHIP", "VILLAGE", "PracticeCounty", "World"]


@dataclass
class World:
    """A county that is served, and a desk enrolled with it whose folder is copied for every kill."""

    folder: Path
    county: PracticeCounty
    key: DataKey
    user: bytes
    count: int = 0

    @classmethod
    def made(cls, folder):
        served = PracticeCounty(folder / "county")
        served.create()
        served.start()
        return cls.with_desk(folder, served)

    @classmethod
    def with_desk(cls, folder, served):
        place = Path(tempfile.mkdtemp(dir=folder, prefix="desk-"))
        name = f"王桂兰[练习]{place.name}"
        code = served.invite(VILLAGE, "乌江村[练习]", [(name, "village_clerk")])
        made = enrolled(
            new_desk(place, VILLAGE, (name, "village_clerk"), PASSWORD, CHEAP), served.address, code
        )
        made.session.store.close_connection()
        (place / "stick").mkdir()
        backup.back_up(place, made.key, place / "stick")
        return cls(place, served, made.key, made.user)

    def copy(self):
        """A desk of its own for one kill; each is enrolled anew, because a copied device forks its chain."""
        return World.with_desk(self.folder.parent, self.county)

    def run(self, work, crash="", after=None):
        """Let a child work until it is killed, by a crash point or after some seconds; return its lines."""
        child = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("driver.py")), work, str(self.folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env=os.environ | {"PYTHONPATH": str(ROOT), "VD_CRASHPOINT": crash},
        )  # fmt: skip
        key = "\n".join(part.hex() for part in (self.key.cipher, self.key.salt, self.user))
        if after is None:
            out, err = child.communicate(key, timeout=150)
        else:
            child.stdin.write(key)
            child.stdin.close()
            child.stdin = None
            time.sleep(after)  # how long is drawn by the caller: the kill may fall anywhere
            child.send_signal(signal.SIGKILL)
            out, err = child.communicate(timeout=30)
        assert child.returncode == -signal.SIGKILL, f"{work} {crash} ended with {child.returncode}: {err}"
        return Told.of(out)

    def run_until_full(self, work, point):
        """Let a child work until its disk is full at a point, and go on when there is room again."""
        key = "\n".join(part.hex() for part in (self.key.cipher, self.key.salt, self.user))
        child = subprocess.run(
            [sys.executable, str(Path(__file__).with_name("driver.py")), work, str(self.folder)],
            input=key,
            env=os.environ | {"PYTHONPATH": str(ROOT), "VD_CRASHPOINT": point, "VD_DISK_FULL": "1"},
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        assert child.returncode == 0, f"{work} {point} ended with {child.returncode}: {child.stderr}"
        return Told.of(child.stdout)

    def open(self):
        """The desk as the next start finds it."""
        backup.finish_restore(self.folder)
        desk = Desk(self.folder, self.key, self.user)
        desk.open()
        return desk

    def remove(self):
        shutil.rmtree(self.folder)


@dataclass
class Told:
    """What the child said was done before it was killed."""

    saved: list = field(default_factory=list)
    tried: list = field(default_factory=list)
    answers: dict = field(default_factory=dict)
    draft: str = ""
    drafting: str = ""
    attached: list = field(default_factory=list)
    backups: list = field(default_factory=list)
    passwords: list = field(default_factory=list)
    full: list = field(default_factory=list)
    done: int = 0

    @classmethod
    def of(cls, out):
        told = cls()
        for line in out.splitlines():
            word, *rest = line.split(" ", 1)
            told.take(word, rest[0])
        return told

    def take(self, word, rest):
        self.done += 1
        first, _, text = rest.partition(" ")
        if word == "trying":
            self.tried.append(bytes.fromhex(first))
        elif word == "saved":
            self.saved.append(bytes.fromhex(first))
        elif word == "edited":
            self.answers[bytes.fromhex(first)] = text
        elif word == "attached":
            self.attached.append(bytes.fromhex(first))
        elif word == "full":
            self.full.append(rest)
        elif word in ("drafting", "drafted", "backed", "password"):
            self.take_text(word, rest)

    def take_text(self, word, text):
        if word == "drafting":
            self.drafting = text
        elif word == "drafted":
            self.draft = text
        else:
            (self.backups if word == "backed" else self.passwords).append(text)


def faults(world, told):
    """Open a desk after a kill and say everything that is wrong with it: nothing, one hopes."""
    desk = world.open()
    try:
        return [
            *_file_faults(desk),
            *_record_faults(desk, told),
            *_draft_faults(desk, told),
            *_copies(world, told),
        ]
    finally:
        desk.close()


def _file_faults(desk):
    health, history = integrity.check(desk.session.store), integrity.verify(desk.session.store)
    if not health.sound:
        yield f"check: {health}"
    if not history.sound:
        yield f"verify: {history}"


def _record_faults(desk, told):
    store = desk.session.store
    for record_id in told.saved:
        row = store.row("consultation", record_id)
        if row is None:
            yield f"{record_id.hex()} was saved and is gone"
        elif told.answers.get(record_id) not in (None, row_values(KINDS["consultation"], row).get("answer")):
            yield f"{record_id.hex()} has lost an edit"
    logged = {bytes(each) for (each,) in store.query('SELECT DISTINCT "record_id" FROM "change"')}
    for record_id in set(told.tried) - set(told.saved):
        if (store.row("consultation", record_id) is not None) != (record_id in logged):
            yield f"{record_id.hex()} is half there"
    for attachment_id in told.attached:
        row = store.row("attachment", attachment_id)
        data = store.attachments.read(bytes.fromhex(row["digest"])) if row else b""
        if not row or data[-16:].hex() != row["record_id"]:
            yield f"attachment {attachment_id.hex()} is gone"


def _draft_faults(desk, told):
    kept = {draft.key: draft.values.get("content") for draft in drafts.open_drafts(desk.session)}
    if told.draft and kept.get("form") not in (told.draft, told.drafting):
        yield f"the draft {told.draft} is not offered, but {kept.get('form')}"


def _copies(world, told):
    for name in told.backups:
        if not backup.check_backup(world.folder / "stick" / name, world.key):
            yield f"backup {name} is not whole"
    for found in backup.backups(world.folder / "stick"):
        backup.check_backup(found, world.key)
    if told.passwords:
        yield from _password_faults(world, told.passwords)


def _password_faults(world, passwords):
    """The password of the last change opens, or the one that was being set."""
    number = int(passwords[-1].rsplit(" ", 1)[1])
    slots = world.folder / keys.KEYS_FILE
    moment = 10**13
    for wanted in (number, number + 1):
        try:
            keys.unlock(slots, world.user, f"correct horse battery {wanted}", moment)
        except UserError:
            moment += 10**6
        else:
            return
    yield "neither the old password nor the new one opens"
