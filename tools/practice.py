"""`make run`: a practice county on this machine, and the desk's window to practise with.

    practice.py run             make the county on first use, serve it, open the village desk
    practice.py run --township  the same, but open the desk of the township
    practice.py make            only make it
    practice.py reset           remove everything that was practised

Everything lies under build/practice; nothing of it is real, and the window says so. The county server is a
process of its own and ends with the window. The password is the same for everybody and printed on the
terminal: it guards nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import make_schema
import practice_records
from practice_county import (
    TOWNSHIP,
    VILLAGE,
    PracticeCounty,
    PracticeDesk,
    enrolled,
    new_desk,
    set_address,
)
from project import ROOT

from sync import engine, enrolment
from sync.exchange import HttpExchange
from village_desk import keys, profile
from village_desk.commands import setup
from village_desk.keys import KEYS_FILE
from village_desk.session import Session
from village_desk.store import open_store

FOLDER = ROOT / "build" / "practice"
PASSWORD = "lian xi mi ma 2026"  # noqa: S105 - shown to everybody who practises
PIN = "2580"
UNITS = {
    "village": (VILLAGE, "乌江村法律服务室[练习]", (practice_records.CLERK, "village_clerk")),
    "township": (TOWNSHIP, "乌江镇司法所[练习]", (practice_records.OFFICER, "station_head")),
}


def main() -> int:
    """Do what was asked; 0 done, 1 could not."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("verb", choices=("run", "make", "reset"))
    parser.add_argument("--township", action="store_true", help="open the desk of the township")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the practice county lies")
    chosen = parser.parse_args()
    if chosen.verb == "reset":
        shutil.rmtree(chosen.folder, ignore_errors=True)
        print("The practice county is gone. 练习数据已清除。")
        return 0
    made(chosen.folder)
    return run(chosen.folder, "township" if chosen.township else "village") if chosen.verb == "run" else 0


def made(folder: Path) -> None:
    """Make the county, its two desks and what lies in them, unless they are there with today's tables."""
    complete, recipe = folder / "complete", make_schema.digest()
    if complete.exists() and complete.read_text("utf-8") == recipe:
        return
    print("Making a practice county; its people are invented. 正在准备练习数据……", flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    served = PracticeCounty(folder / "county")
    served.create()
    served.start()
    try:
        desks = {name: _desk(served, folder / name, name) for name in UNITS}
        _practise(desks["village"], desks["township"], served.address)
        for desk in desks.values():
            desk.session.store.close_connection()
    finally:
        served.stop()
    complete.write_text(recipe, "utf-8")


def _desk(served: PracticeCounty, folder: Path, name: str) -> PracticeDesk:
    unit, unit_name, person = UNITS[name]
    code = served.invite(unit, unit_name, [person])
    return enrolled(new_desk(folder, unit, person, PASSWORD), served.address, code)


def _practise(village: PracticeDesk, township: PracticeDesk, address: str) -> None:
    """Let the village send something and the township send it back: so that Today has something to say."""
    complete = practice_records.fill(village.session)
    submission = practice_records.submit(village.session, complete)
    synced(village.session, address)
    synced(township.session, address)
    practice_records.send_back(township.session, submission)
    synced(township.session, address)
    synced(village.session, address)


def synced(session: Session, address: str) -> engine.Report:
    """Run one round of a desk with the county."""
    exchange = HttpExchange(address, enrolment.identity(session.store))
    try:
        return engine.run_round(session.store, exchange)
    finally:
        exchange.close()


def run(folder: Path, which: str) -> int:
    """Serve the county, open the window of one desk, and end the server with it."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that the server ends also when this is ended
    served = PracticeCounty(folder / "county")
    served.start()
    try:
        for name in UNITS:
            session = opened(folder / name)
            set_address(session, served.address)
            session.store.close_connection()
        person = UNITS[which][2][0]
        print(f"[练习] {person}    密码 password: {PASSWORD}", flush=True)
        environment = os.environ | {"VILLAGE_DESK_HOME": str(folder / which)}
        window = [sys.executable, "-m", "village_desk"]
        return subprocess.run(window, cwd=ROOT, env=environment, check=False).returncode
    finally:
        served.stop()


def opened(folder: Path) -> Session:
    """Open a practice desk with the practice password."""
    slots = folder / KEYS_FILE
    user = keys.users(slots)[0].user
    store = open_store(folder, keys.unlock(slots, user, PASSWORD))
    return Session(store, setup.actor_of(store, user), profile.load())


if __name__ == "__main__":
    sys.exit(main())
