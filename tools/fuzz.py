"""`make fuzz`: generated histories of desks and a county, one seed after the other, until it is stopped.

Each seed makes the same histories every time, on every machine with the same versions of the packages. One
that breaks a law is printed with its seed, shrunk to its shortest form; `make fuzz SEED=n` plays it again.
A seed under which something was found belongs in `KNOWN` of tests/sync/test_laws.py, the shortest history in
tests/sync/laws/histories.py.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import time
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from project import ROOT

SEEDS, HISTORIES = 10, 50
"""Seeds in one run of the tests, and histories each makes: some minutes of one core."""
_HOW = ("-q", "-x", "-p", "no:randomly", "-o", "faulthandler_timeout=0")
LAWS = "tests/sync/test_laws.py::test_the_laws_hold_in_generated_histories"


def main() -> int:
    """0 when every seed held until it was stopped, 1 when one did not."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, help="play the histories of this seed and stop")
    parser.add_argument("--minutes", type=float, default=0.0, help="stop after so long; 0: when interrupted")
    chosen = parser.parse_args()
    if chosen.seed is not None:
        held, said = _run(chosen.seed, 1)
        print(said if not held else f"seed {chosen.seed}: {HISTORIES} histories, every law held")
        return 0 if held else 1
    first = int(time.time()) % 100_000_000
    until = time.monotonic() + chosen.minutes * 60 if chosen.minutes else float("inf")
    try:
        return 0 if _endless(first, until) else 1
    except KeyboardInterrupt:
        return 0


def _endless(first: int, until: float) -> bool:
    """Run seed after seed on every core; False at the first that breaks a law."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        running: dict[Future[tuple[bool, str]], int] = {}
        while running or time.monotonic() < until:
            while len(running) < (os.cpu_count() or 1) and time.monotonic() < until:
                running[workers.submit(_run, first, SEEDS)] = first
                first += SEEDS
            for done in wait(running, return_when=FIRST_COMPLETED).done:
                seed = running.pop(done)
                held, said = done.result()
                if not held:
                    print(f"{said}\nplay it again: make fuzz SEED={_broken(said) or seed}")
                    return False
                print(f"seeds {seed} to {seed + SEEDS - 1}: {SEEDS * HISTORIES} histories held", flush=True)
    return True


def _broken(said: str) -> str:
    """Return the seed under which a law was broken, as the tests name it."""
    found = re.search(r"^FAILED .*\[(\d+)\]", said, re.MULTILINE)
    return found[1] if found else ""


def _run(seed: int, count: int) -> tuple[bool, str]:
    """Play the histories of so many seeds; whether all held, and what the tests said."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *_HOW, LAWS],
        cwd=ROOT,
        env=os.environ | {"VD_LAWS": f"{seed}:{count}:{HISTORIES}", "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode == 0, done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main())
