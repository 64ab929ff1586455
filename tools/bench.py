"""`make bench`: the figures of speed and size with their peers, all in one run on this machine.

The table is printed, and written to build/bench/report.json. A figure that misses its goal says NOT, and the
exit status stays 0: a slower machine is no mistake of the program. The generated desk is kept for the next
run; `--fresh` makes it anew.

A peer that is not installed (WeasyPrint, LibreOffice: `tools/bench_peers.py`;
Anki, PouchDB, Kinto: `tools/bench_lines.py`) is named as missing.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import bench_binding
import bench_core
import bench_county
import bench_data
import bench_first
import bench_laws
import bench_lines
import bench_paper
import bench_review
import bench_statistics
import bench_sync
import bench_window
from bench_figures import Figure, table
from project import ROOT

HOME = ROOT / "build" / "bench"
REPORT = HOME / "report.json"


def main() -> int:
    """Measure everything, or the parts named, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="only these")
    parser.add_argument("--fresh", action="store_true", help="generate the desk anew")
    chosen = parser.parse_args()
    if chosen.fresh:
        shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True, exist_ok=True)
    figures: list[Figure] = []
    for name, measure in PARTS.items():
        if chosen.parts and name not in chosen.parts:
            continue
        print(f"{name} …", flush=True)
        found = measure()
        print(table(found), flush=True)
        figures += found
    if not chosen.parts:
        rows = {"figures": [figure.row() for figure in figures]}
        REPORT.write_text(json.dumps(rows, ensure_ascii=False, indent=1), "utf-8")
        missed = [figure.name for figure in figures if not figure.met]
        print(f"{len(figures) - len(missed)} of {len(figures)} goals met; report: {REPORT.relative_to(ROOT)}")
    return 0


def _big() -> bench_data.BenchDesk:
    return bench_data.prepared(HOME, bench_data.BIG)


def _start() -> list[Figure]:
    desk = _big()
    desk.session.store.close_connection()
    return bench_window.starting(desk.folder)


def _save() -> list[Figure]:
    desk, peer = bench_data.copied(_big(), "written"), bench_data.copied(_big(), "peer")
    try:
        return bench_core.saving(desk, peer)
    finally:
        for each in (desk, peer):
            each.session.store.close_connection()
            shutil.rmtree(each.folder)


def _lists() -> list[Figure]:
    return bench_core.listing(_big(), bench_data.prepared(HOME, bench_data.SMALL))


PARTS: dict[str, Callable[[], list[Figure]]] = {
    "start": _start,
    "save": _save,
    "lists": _lists,
    "search": lambda: bench_core.searching(_big()),
    "laws": lambda: bench_laws.library_of_laws(HOME),
    "review": bench_review.reviewing,
    "paper": bench_paper.paper,
    "dossier": bench_binding.binding,
    "sync": bench_sync.line,
    "lines": bench_lines.engines,
    "first": lambda: bench_first.first_sync(HOME),
    "county": bench_county.county_under_load,
    "statistics": bench_statistics.pages,
}


if __name__ == "__main__":
    sys.exit(main())
