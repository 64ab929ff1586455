"""`make prove`: the proofs that take longer than a test run may; their figures go to docs/proof.md.

Each part is a test run with larger numbers. What a part has shown for the present commit is kept under
build/prove, so that an interrupted run goes on where it stopped; `--fresh` begins anew, and naming parts runs
only those.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from project import ROOT

HOME = ROOT / "build" / "prove"
PAGE = ROOT / "docs" / "proof.md"
SEEDS, EXAMPLES, KILLS, CUTS, FAILOVERS = 200, 100, 20, 50, 5
HISTORIES = SEEDS * EXAMPLES
VILLAGES = 300
FIRST = 100_000
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-o", "junit_family=xunit1", "-o", "faulthandler_timeout=0")
"""With the report that takes figures, too; a test may take as long as it needs."""


@dataclass(frozen=True)
class Part:
    """One proof: the tests that make it, and the numbers that make them long."""

    name: str
    says: str
    tests: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Shown:
    """What a part has shown."""

    name: str
    says: str
    commit: str
    day: str
    tests: int
    failed: int
    seconds: float
    figures: dict[str, str] = field(default_factory=dict)


PARTS = (
    Part(
        "kills",
        "kill −9 at every write point of saving, drafts, attachments, keys, backup, restore, migration and "
        f"sync, {KILLS} times each where a point comes again, and {KILLS} pairs of kills at random moments: "
        "the file opens, check and history are sound, nothing acknowledged is gone, the draft is offered, "
        "the next round brings everything to the county once; and of a county killed at every write point of "
        "taking changes and attachments and of its backup; and of both when nothing can be written from "
        "such a point on",
        ("tests/end_to_end/test_kill.py", "tests/end_to_end/test_county_kill.py"),
        ("-n", "2", "--dist=load"),
        (("VD_KILLS", str(KILLS)),),
    ),
    Part(
        "power",
        f"{2 * CUTS} power cuts, half beneath a desk and half beneath a county, on a disk that loses or "
        "tears what was not synced: the file opens, nothing acknowledged is gone, nothing is there twice",
        ("tests/end_to_end/power_cuts.py",),
        (),
        (("VD_POWER_CUTS", str(CUTS)),),
    ),
    Part(
        "bytes",
        "requests and replies cut at every single byte, doubled, late and slow: nothing lost, nothing twice; "
        "every face of a bad county has its sentence",
        ("tests/sync/test_faults.py", "tests/sync/test_bad_county.py"),
        ("-n", "2", "--dist=load"),
        (("VD_BYTES", "1"),),
    ),
    Part(
        "mutants",
        "mistakes planted one at a time into the real code, those of the protocol's model among them: each "
        "is noticed by a history of a few lines or a test",
        ("tests/sync/test_mutants.py",),
    ),
    Part(
        "disk",
        "no plain text on the disk; wrong passwords, recovery key and PIN; an altered history is named",
        ("tests/end_to_end/test_on_disk.py",),
    ),
    Part(
        "laws",
        f"{HISTORIES:,} generated histories of three desks of different rights and a county, over lines that "
        "lose, double, delay and cut, with attachments, sticks, restores, changes nobody may make, grants "
        "that change, records that move, desks withdrawn or put back, programs of any age: the laws hold",
        ("tests/sync/test_laws.py",),
        ("-n", "2", "--dist=load"),
        (("VD_LAWS", f"1:{SEEDS}:{EXAMPLES}"),),
    ),
    Part(
        "order",
        "eight desks write a million rows at once on PostgreSQL while a reader follows: it misses none and "
        "sees each once, in their order",
        ("tests/county_server/test_gap.py",),
        (),
        (("VD_GAP_ROWS", "1000000"),),
    ),
    Part(
        "interface",
        "50,000 generated requests, signed by a device of each role and unsigned, for every route as the "
        "county describes it, and 3,125 forms to its pages by people of its roles: no answer is undescribed "
        "or 500 and above, and nothing in its database changed; who sees and changes what, by role, place "
        "and route; what strangers and bad desks send",
        (
            "tests/county_server/test_openapi.py",
            "tests/county_server/test_authorisation.py",
            "tests/county_server/test_malice.py",
            "tests/county_server/web/test_generated_forms.py",
            "tests/county_server/web/test_rights_of_pages.py",
        ),
        ("-n", "2", "--dist=worksteal"),
        (("VD_CASES", "50000"),),
    ),
    Part(
        "sticks",
        "a village without a network for a year: 5,000 changes and 200 photos through three USB sticks, one "
        "lost, one cut and one read twice, end the same on both sides, with a receipt for each change and "
        "nothing twice",
        ("tests/sync/test_year_by_stick.py",),
        (),
        (("VD_YEAR", "5000:200"),),
    ),
    Part(
        "first",
        f"the first sync of a desk with {FIRST:,} records over HTTP, killed ten times and its line cut ten "
        "times in the middle of what comes: it goes on where it stopped, an interruption costs the piece "
        "under way at most, and it ends equal to the county",
        ("tests/end_to_end/first_sync.py",),
        (),
        (("VD_FIRST", str(FIRST)),),
    ),
    Part(
        "photos",
        "20 photos of 1 MB sent, and fetched, over 64 kbit/s and 600 ms with connections that break every "
        "minute, in the middle of what they carry: they arrive equal, and a cut costs one piece at most",
        ("tests/sync/test_photos.py",),
        ("-n", "2", "--dist=load"),
        (("VD_PHOTOS", "20:1000000:1"),),
    ),
    Part(
        "sums",
        f"a year of {VILLAGES} villages at their own desks, written, sent for review, answered, corrected: "
        "on SQLite and on PostgreSQL every table of the county is the sum of the desks' own, and counting "
        "anew changes no number",
        ("tests/county_server/test_figures.py",),
        (),
        (("VD_COUNTY_YEAR", f"{VILLAGES}:60"),),
    ),
    Part(
        "failover",
        f"the primary of a county's three PostgreSQL under Patroni is killed {FAILOVERS} times, and hangs "
        "once, while desks send through nginx with TLS: each change a desk holds a receipt for is in the "
        "county once, desks go on by themselves, and all hold the same",
        ("tests/end_to_end/failover.py",),
        (),
        (("VD_FAILOVERS", str(FAILOVERS)),),
    ),
    Part(
        "province",
        "two counties hand their counts upward by way of a store of their own; the province is killed while "
        "they take changes, comes back and holds what they hold, to the last column that leaves them; a "
        "county put back from its backup is copied anew",
        ("tests/end_to_end/province.py",),
        ("-p", "no:randomly"),
        (("VD_UPWARD_RECORDS", "20000"),),
    ),
)


def main() -> int:
    """Run what is asked for and write the page; 1 when anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(part.name for part in PARTS))
    parser.add_argument("--fresh", action="store_true", help="run also what this commit has shown already")
    chosen = parser.parse_args()
    if unknown := set(chosen.parts) - {part.name for part in PARTS}:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if chosen.fresh:
        shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True, exist_ok=True)
    commit = _commit()
    for part in PARTS:
        if chosen.parts and part.name not in chosen.parts:
            continue
        held = _held(part)
        if held is None or held.commit != commit or held.failed or not held.tests:
            held = _run(part, commit)
        passed = held.tests - held.failed
        print(f"{part.name}: {passed} of {held.tests} tests, {held.seconds:.0f} s", flush=True)
    shown = [held for part in PARTS if (held := _held(part)) is not None]
    PAGE.write_text(page(shown), "utf-8")
    return 1 if any(held.failed or not held.tests for held in shown) else 0


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() or "unknown"


def _held(part: Part) -> Shown | None:
    path = HOME / f"{part.name}.json"
    return Shown(**json.loads(path.read_text("utf-8"))) if path.exists() else None


def _run(part: Part, commit: str) -> Shown:
    report = HOME / f"{part.name}.xml"
    report.unlink(missing_ok=True)
    started = time.monotonic()
    subprocess.run(
        [*_PYTEST, f"--junitxml={report}", *part.arguments, *part.tests],
        cwd=ROOT,
        env=os.environ | dict(part.environment) | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    tests, failed = _counts(report)
    day = datetime.now(UTC).date().isoformat()
    took = round(time.monotonic() - started, 1)
    shown = Shown(part.name, part.says, commit, day, tests, failed, took, _figures(report))
    (HOME / f"{part.name}.json").write_text(json.dumps(asdict(shown), ensure_ascii=False), "utf-8")
    return shown


def _counts(report: Path) -> tuple[int, int]:
    """Return how many tests ran and how many of them failed; a run that broke off counts none."""
    if not report.exists():
        return 0, 0
    suites = list(ET.parse(report).iter("testsuite"))  # noqa: S314 - written by our own pytest just now
    failed = sum(int(suite.get(kind, "0")) for suite in suites for kind in ("failures", "errors", "skipped"))
    return sum(int(suite.get("tests", "0")) for suite in suites), failed


def _figures(report: Path) -> dict[str, str]:
    """Return what the tests themselves measured, by `record_property`."""
    if not report.exists():
        return {}
    found = ET.parse(report).iter("property")  # noqa: S314 - as above
    return {each.get("name", ""): each.get("value", "") for each in found}


def page(shown: list[Shown]) -> str:
    """Return the page of the proofs; parts that never ran to their end are named as such."""
    ran = {one.name for one in shown}
    missing = [f"`{part.name}`" for part in PARTS if part.name not in ran]
    lines = [
        "# What was proved at length",
        "",
        f"Written by `make prove` on {os.cpu_count()} cores, {platform.system()} {platform.machine()},",
        f"Python {platform.python_version()}. A skipped test counts as failed. `make test` runs them",
        "with smaller numbers. A line stands for the commit it names; older ones were not run again since.",
        "",
        f"Not proved yet: {', '.join(missing) or 'nothing'} (`tools/prove.py` says what each part is).",
        "",
        "| what | tests passed | took | day | commit |",
        "|---|---|---|---|---|",
    ]
    for one in shown:
        passed = f"{one.tests - one.failed} of {one.tests}"
        measured = "".join(f"; {name}: {value}" for name, value in one.figures.items())
        lines.append(f"| {one.says}{measured} | {passed} | {one.seconds:.0f} s | {one.day} | {one.commit} |")
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    sys.exit(main())
