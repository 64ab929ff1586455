"""A desk in a process of its own, which a test kills: `python driver.py WORK FOLDER`, the key typed in.

It prints a line after each thing that has come back as done, and nothing else; what stands on such a line
must survive whatever happens to the process.
"""

import os
import sys
import time
from datetime import date
from itertools import count
from pathlib import Path

from sync import engine, enrolment
from sync.exchange import HttpExchange
from village_desk import ids, keys, profile
from village_desk.commands import attachments, drafts, records, setup
from village_desk.crashpoints import limit_files
from village_desk.errors import VillageDeskError
from village_desk.keys import DataKey
from village_desk.keys.passwords import Cost
from village_desk.session import Session
from village_desk.store import backup, create_store, open_store

CHEAP = Cost(memory=64, passes=1, lanes=1)
PHOTO = b"a photo of a signed sheet " * 4_000


class Desk:
    """What the child works with."""

    def __init__(self, folder, key, user):
        self.folder, self.key, self.user = folder, key, user
        self.numbers = count(1)
        self.session = None

    def open(self):
        store = open_store(self.folder, self.key)
        self.session = Session(store, setup.actor_of(store, self.user), profile.load())

    def close(self):
        self.session.store.close_connection()

    # ------------------------------------------------------------ one unit of each work

    def save(self):
        number, record_id = next(self.numbers), ids.new_id()
        values = {
            "name": f"张三[练习]{number}",
            "met_on": date(2026, 11, 22),
            "content": "宅基地" * 20,
            "channel": "1",
        }
        say("trying", record_id)
        records.save(self.session, "consultation", record_id, values)
        say("saved", record_id)
        records.save(self.session, "consultation", record_id, {"answer": f"答复{number}"})
        say("edited", record_id, f"答复{number}")
        return record_id

    def draft(self):
        text = f"没写完的{next(self.numbers)}"
        say("drafting", text)
        drafts.keep(self.session, "form", "consultation", bytes(16), {"content": text})
        say("drafted", text)

    def attach(self):
        record_id, attachment_id = self.save(), ids.new_id()
        data = PHOTO + record_id
        about = {"title": "签字页", "media_type": "image/jpeg"}
        attachments.attach(self.session, ("consultation", record_id), attachment_id, data, about)
        say("attached", attachment_id)

    def back_up(self):
        self.save()
        made = backup.back_up(self.folder, self.key, self.folder / "stick")
        say("backed", made.name)

    def keys(self):
        password = f"correct horse battery {next(self.numbers)}"
        keys.set_password(self.folder / keys.KEYS_FILE, self.key, self.user, password, CHEAP)
        say("password", password)

    def restore(self):
        made = backup.backups(self.folder / "stick")[0]
        backup.restore(made, self.folder, self.key)
        say("restored", made.name)

    def create(self):
        (self.folder / "new").mkdir()
        create_store(self.folder / "new", self.key)
        say("created", "new")

    def sync(self):
        self.save()
        store = self.session.store
        exchange = HttpExchange(store.text_state("county_address"), enrolment.identity(store))
        try:
            report = engine.run_round(store, exchange)
        finally:
            exchange.close()
        say("synced", report.pushed)

    def everything(self):
        for work in (self.save, self.draft, self.attach, self.sync, self.back_up):
            work()


def say(*words):
    """Print what happened and let it out of the process at once."""
    print(*(word.hex() if isinstance(word, bytes) else word for word in words), flush=True)


def until_full(desk, work):
    """Work until the disk is full, say what was said of it, make room and work once more."""
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        try:
            work()
        except VillageDeskError as trouble:
            limit_files(None)
            say("full", trouble.code)
            if desk.session:
                work()
            return
        if not desk.session:
            return  # the last write was before the point


def main():
    work, folder = sys.argv[1], Path(sys.argv[2])
    cipher, salt, user = (bytes.fromhex(line) for line in sys.stdin.read().split())
    desk = Desk(folder, DataKey(cipher, salt), user)
    once = work in ("restore", "create")  # done with a closed desk
    if not once:
        desk.open()
    if os.environ.get("VD_DISK_FULL"):
        until_full(desk, getattr(desk, work))
        return
    if once:
        getattr(desk, work)()
        return
    ends = time.monotonic() + 120
    while time.monotonic() < ends:
        getattr(desk, work)()


if __name__ == "__main__":
    main()
