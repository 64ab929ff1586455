"""The command `county-server bundle`: sticks brought to the county, and the answers they go back with."""

import argparse
from collections.abc import Callable
from pathlib import Path

from county_server import bundles, county
from county_server.bundles import Taken
from county_server.config import Config
from county_server.county import County
from county_server.errors import Refused
from county_server.sentences import sentence
from sync.sticks import bundle_header
from village_desk.errors import SyncTrouble

Answer = tuple[bool, str, dict[str, object]]
Add = Callable[[str, Callable[[Config, argparse.Namespace], Answer], str], argparse.ArgumentParser]


def add(add_command: Add) -> None:
    """Add the command to those of `county_server.cli`."""
    parser = add_command("bundle", _bundle, "take in bundles from a stick and write the answers onto it")
    parser.add_argument("files", nargs="+", type=Path, help="bundles (.vdb), or folders of them")
    parser.add_argument(
        "--answer", type=Path, required=True, help="folder for the answers, as the stick itself"
    )


def _bundle(settings: Config, options: argparse.Namespace) -> Answer:
    here = county.open_county(settings)
    try:
        return taken_in(here, options.files, options.answer)
    finally:
        here.close()


def taken_in(here: County, files: list[Path], folder: Path) -> Answer:
    """Take in bundles in the order their devices wrote them, and answer each device once.

    A bundle that is refused is named and does not hold up the others; answers to others are left alone.
    """
    lines: list[str] = []
    data: list[dict[str, object]] = []
    well = True
    latest: dict[str, Taken] = {}
    for path in _in_order(files):
        try:
            taken = bundles.take(here, path)
        except (SyncTrouble, Refused) as error:
            if error.code == "bundle.answer":
                continue
            well = False
            lines.append(f"{path.name}: {sentence(error)}")
            data.append({"file": path.name, "error": error.code})
            continue
        latest[taken.header.device] = _latest(latest.get(taken.header.device), taken)
        lines.append(
            f"{path.name}  {taken.code}: {taken.changes} / {taken.header.count}  {taken.problem}".rstrip()
        )
        data.append(
            {"file": path.name, "changes": taken.changes, "pieces": taken.pieces, "problem": taken.problem}
        )
    written = []
    for taken in latest.values():
        written += [each.name for each in bundles.answer(here, taken, folder)]
    lines += [f"→ {name}" for name in written]
    return well, "\n".join(lines), {"bundles": data, "answers": written}


def _in_order(files: list[Path]) -> list[Path]:
    found = []
    for path in files:
        inside = (
            sorted(each for each in path.iterdir() if bundle_header.is_bundle(each))
            if path.is_dir()
            else [path]
        )
        found += inside
    return sorted(found, key=_place)


def _place(path: Path) -> tuple[str, int, int, str]:
    try:
        header = bundle_header.read(path).header
    except SyncTrouble:
        return ("", 0, 0, path.name)
    return (header.device, header.first, header.part[0], path.name)


def _latest(before: Taken | None, now: Taken) -> Taken:
    """Return the one that asks from further on: its answer does for both."""
    if before is None or before.ask is None:
        return now
    if now.ask is None:
        return before
    known = (before.ask.request.cursor, before.ask.request.last)
    chosen = now if (now.ask.request.cursor, now.ask.request.last) >= known else before
    chosen.problem = now.problem
    chosen.bundles = [*before.bundles, *now.bundles]
    return chosen
