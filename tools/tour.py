"""`make tour`: the real program, driven through the work of a village and its township against a real county.

    tour.py            the whole tour; leaves build/tour with papers, pictures and report.json
    tour.py --short    without the pictures of every page, for the tests
    tour.py --folder F somewhere else

Every step goes through the widgets, by keys and buttons; the county server is a process of its own, spoken to
over HTTP. At the end papers, sums, receipts and histories are checked. The exit status is 1, with a sentence,
when anything is not as it must be; the report then says so too.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.*=false")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tour_adviser
import tour_cadre
import tour_casework
import tour_county
import tour_gates
import tour_intake
import tour_legal_aid
import tour_papers
import tour_public_work
import tour_registers
import tour_scans
import tour_statistics
import tour_township
from practice_county import TOWNSHIP, VILLAGE, PracticeCounty
from project import ROOT
from tour_gallery import Gallery
from tour_hand import Hand, TourFailed

from county_server import aside, county
from tests.forms.examples import LABELS
from village_desk import VERSION
from village_desk.queries import integrity
from village_desk.store import tally

CLERK, OFFICER = "王桂兰[练习]", "李建国[练习]"
Report = dict[str, object]


class Tour:
    """Runs the steps, takes their times, and keeps what was checked."""

    def __init__(self, folder: Path, *, short: bool) -> None:
        self.folder = folder
        self.short = short
        self.timings: dict[str, float] = {}
        self.checks: list[dict[str, object]] = []
        self.counts: dict[str, object] = {}
        self.pages: dict[str, int] = {}
        self.made = tour_cadre.Made()
        self.gallery = Gallery(folder / "screens")
        for name in ("forms", "screens"):
            (folder / name).mkdir(parents=True)
        self.desks = Path(tempfile.mkdtemp(prefix="tour-"))
        self.county = PracticeCounty(self.desks / "county")

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time a step, and say that it was taken."""
        started = time.monotonic()
        print(f"{name} …", end=" ", flush=True)
        yield
        self.timings[name] = round(time.monotonic() - started, 2)
        print(f"{self.timings[name]:.1f} s", flush=True)

    def check(self, name: str, *, well: bool, detail: object = "") -> None:
        """Keep what was checked; the tour goes on, and fails at its end."""
        self.checks.append({"name": name, "ok": well, "detail": detail})

    # ---------------------------------------------------------------- the journey

    def run(self) -> None:
        """Take every step."""
        self.county.create()
        self.county.start()
        try:
            self._village_works()
            self._adviser_works()
            self._township_answers()
            self._village_hears()
            self._county_looks()
            self._look_at_everything()
            self._check_papers()
            self._check_histories()
        finally:
            self.county.stop()
            shutil.rmtree(self.desks, ignore_errors=True)

    def _look(self, hand: Hand) -> Callable[[str], None]:
        where = hand.program.folder.name
        return lambda name: self.gallery.look(hand, f"journey-{where}-{name}")

    def _start(self, name: str, unit: tuple[str, str, str], person: tuple[str, str]) -> Hand:
        code, unit_name, pinyin = unit
        letter = (self.county.address, self.county.invite(code, unit_name, [person]))
        hand = Hand(self.desks / name)
        township, _, village = pinyin.partition(" ")
        tour_gates.first_start(hand, self._look(hand), (township, village), person[0], letter)
        return hand

    def _village_works(self) -> None:
        unit = (VILLAGE, "乌江村法律服务室[练习]", "wujiang wujiang")
        with self.step("a fresh PC joins the county"):
            hand = self._start("village", unit, (CLERK, "village_clerk"))
        cadre, casework, registers, made = tour_cadre, tour_casework, tour_registers, self.made
        works: dict[str, Callable[[], object]] = {
            "a person is entered": lambda: cadre.person(hand, made),
            "a consultation, its visitor found before it is created": lambda: cadre.consultation(hand, made),
            "a case with two parties, a session, an agreement": lambda: cadre.case(hand, made),
            "what else a case is made of, and its dossier": lambda: casework.casework(hand, made),
            "a sweep for disputes": lambda: casework.sweep(hand, made),
            "a mediator on the register": lambda: registers.mediator(hand, made),
            "a claim for the subsidy": lambda: registers.claim(hand, made),
            "an earlier ledger, taken in and undone": lambda: registers.ledger(
                hand, self.folder, self._look(hand)
            ),
            "every register of the room, and its board": lambda: tour_public_work.registers(hand, made),
            "somebody comes in, is passed on, and has a story": lambda: tour_intake.intake(
                hand, made, self._look(hand)
            ),
            "an application for legal aid with its statement": lambda: cadre.legal_aid(hand, made),
            "what follows the application": lambda: tour_legal_aid.course(hand, made),
            "every form, filled and blank": lambda: self._print(hand),
            "a photo of the signed sheet": lambda: cadre.photo(hand, made, self.folder),
            "signed papers come back by their codes": lambda: self._signed(hand),
            "the dossier is bound": lambda: self._bind(hand),
            "the round with the county": hand.sync,
        }
        for name, work in works.items():
            with self.step(name):
                work()
        self.counts["sent"] = tour_township.counted(hand)
        self._remember_sums("village", hand)
        hand.close()

    def _print(self, hand: Hand) -> None:
        pages = tour_cadre.papers(hand, self.made, self.folder / "forms")
        pages |= tour_legal_aid.receipt(hand, self.made, self.folder / "forms")
        pages |= tour_statistics.register(hand, self.made, self.folder / "forms")
        pages |= tour_intake.register(hand, self.made, self.folder / "forms")
        self.pages |= pages

    def _signed(self, hand: Hand) -> None:
        self.counts["filed"] = tour_scans.signed_papers(hand, self.made, self.folder)
        self._look(hand)("filing")

    def _bind(self, hand: Hand) -> None:
        found = tour_casework.bind(hand, self.made, self.folder, self._look(hand))
        self.counts["dossier"] = {"pages": found["pages"], "papers": found["order"]}
        self.check("the bound dossier", well=not found["faults"], detail=found["faults"])

    def _adviser_works(self) -> None:
        unit = (VILLAGE, "乌江村法律服务室[练习]", "wujiang wujiang")
        with self.step("the adviser's own desk"):
            hand = self._start("adviser", unit, (tour_adviser.ADVISER, "adviser"))
            self.pages |= tour_adviser.works(hand, self.made, self.folder / "forms")
            self._look(hand)("adviser")
            hand.close()

    def _township_answers(self) -> None:
        unit = (TOWNSHIP, "乌江镇司法所[练习]", "wujiang ")
        with self.step("the township joins and receives"):
            hand = self._start("township", unit, (OFFICER, "station_head"))
            hand.sync()
        sent = self.counts["sent"]
        expected = {kind: int(number) for kind, number in sent.items()} if isinstance(sent, dict) else {}
        with self.step("the township looks at all of it"):
            tour_township.sees_everything(hand, self.made, expected)
            named = tour_township.has_the_photo(hand, self.made)
            self.check("the photo is named at the township", well=named)
        with self.step("the township sends the consultation back"):
            tour_township.sends_back(hand)
            self._look(hand)("review")
            tour_township.answers(hand)
            hand.sync()
        with self.step("the township appoints and assesses the adviser"):
            self.pages |= tour_adviser.appoints(hand, self.made, self.folder / "forms")
            hand.sync()
            self._all_taken()
        self._remember_sums("township", hand)
        hand.close()

    def _all_taken(self) -> None:
        here = county.open_county(self.county.settings())
        try:
            refused = [(one.kind, one.reason) for one in aside.listed(here, here.code)]
        finally:
            here.close()
        self.check("the county has set nothing aside", well=not refused, detail=refused)

    def _village_hears(self) -> None:
        with self.step("the village finds it on Today, mends it and sends it again"):
            hand = Hand(self.desks / "village")
            tour_gates.unlock(hand, self._look(hand))
            hand.sync()
            shown = tour_cadre.sees_the_return(hand)
            self._look(hand)("today")
            self.check("the remark stands on Today", well=tour_cadre.REMARK in shown, detail=shown)
            tour_cadre.mends(hand, self.made)
            hand.sync()
            tour_gates.lock_and_open(hand, self._look(hand))
            self._remember_sums("village", hand)
            hand.close()

    def _look_at_everything(self) -> None:
        if self.short:
            return
        with self.step("a picture of every page in three text sizes"):
            self.gallery.first_start(self.desks)
            self.gallery.village(self.desks / "village", self.made)
            self.gallery.township(self.desks / "township")
            self.counts["pictures"] = len(self.gallery.names)

    # ---------------------------------------------------------------- what is checked

    def _remember_sums(self, name: str, hand: Hand) -> None:
        store = hand.working.desk.session.store
        held, counted = tally.held(store), tally.counted(store)
        self.check(f"the sums of the {name} are those of its records", well=held == counted)
        history = integrity.verify(store)
        self.check(f"the history of the {name}", well=history.sound, detail=f"{history.changes} changes")
        self.check(f"the {name} holds receipts", well=history.receipts > 0, detail=history.receipts)

    def _county_looks(self) -> None:
        if self.short:
            return
        with self.step("the county's pages in a browser"):
            home = self.desks / "chromium"
            home.mkdir()
            self.counts["county_pictures"] = tour_county.look(self.county, self.folder / "county", home)

    def _check_papers(self) -> None:
        self.counts["pages"] = self.pages
        self.check("every form was printed", well=set(self.pages) == set(LABELS), detail=sorted(self.pages))
        with self.step("the papers are checked"):
            found = list(tour_papers.faults(self.folder / "forms", LABELS, self.made.typed))
            self.check("labels, values, fonts, qpdf, PDF/A-2b of all papers", well=not found, detail=found)
            self.counts["pictures of papers"] = tour_papers.pictures(self.folder / "forms")

    def _check_histories(self) -> None:
        with self.step("histories are verified without a window"):
            for name in ("village", "township"):
                arguments = ["village_desk", "verify", "--home", str(self.desks / name)]
                self._verify(f"village-desk verify: {name}", arguments, tour_gates.PASSWORD)
            arguments = ["county_server", "verify", "--config", str(self.county.config)]
            self._verify("county-server verify", arguments)

    def _verify(self, name: str, arguments: list[str], typed: str = "") -> None:
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=ROOT, input=typed + "\n", capture_output=True, text=True, check=False,
        )  # fmt: skip
        self.check(name, well=not done.returncode, detail=(done.stdout + done.stderr).strip())

    def report(self, failure: str) -> Report:
        """Return what the report says."""
        return {
            "version": VERSION,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "ok": not failure and all(check["ok"] for check in self.checks),
            "failure": failure,
            "counts": self.counts,
            "timings": self.timings,
            "checks": self.checks,
            "screens": self.gallery.names,
        }


def main() -> int:
    """Take the tour; 0 when everything was as it must be."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--short", action="store_true", help="without the pictures of every page")
    parser.add_argument("--folder", type=Path, default=ROOT / "build" / "tour")
    chosen = parser.parse_args()
    shutil.rmtree(chosen.folder, ignore_errors=True)
    tour, failure = Tour(chosen.folder, short=chosen.short), ""
    try:
        tour.run()
    except TourFailed as failed:
        failure = str(failed)
    finally:
        sys.excepthook = sys.__excepthook__  # a mistake of the tour itself is shown as it is
    report = tour.report(failure)
    text = json.dumps(report, ensure_ascii=False, indent=1)
    (chosen.folder / "report.json").write_text(text, "utf-8")
    wrong = [f"{check['name']}: {check['detail']}" for check in tour.checks if not check["ok"]]
    for line in filter(None, (failure, *wrong)):
        print(line, file=sys.stderr)
    if report["ok"]:
        counts = f"{len(tour.checks)} checks, {len(tour.gallery.names)} pictures"
        print(f"The tour is complete: {counts}; see {chosen.folder}")
    return 0 if report["ok"] else 1


if __name__ == "__main__":
    sys.exit(main())
