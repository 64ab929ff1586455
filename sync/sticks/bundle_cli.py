"""`village-desk bundle`: what waits goes onto a stick, and what came on one comes in; and `carry`."""

import argparse
from pathlib import Path

from sync.exchange import HttpExchange, Tls
from sync.sticks import carrier, stick
from sync.sticks.stick import Read
from sync.sticks.writing import Written
from village_desk import cli
from village_desk.errors import SyncTrouble
from village_desk.i18n import N_, translated
from village_desk.sentences import sentence

Answer = tuple[bool, str, dict[str, object]]


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    text = "Carry by stick what the network does not: write what waits, or read what came."
    made = argparse.ArgumentParser(prog="village-desk bundle", description=text, parents=[cli.desk_options()])
    made.add_argument("what", choices=("write", "read"))
    made.add_argument("folder", type=Path, help="the stick, or a folder on it")
    made.add_argument(
        "--afresh", action="store_true", help="write everything again, also what is on other sticks"
    )
    return made


def carry_parser() -> argparse.ArgumentParser:
    """Return the parser of `carry`, which needs no desk."""
    text = (
        "Bring bundles to the county over this PC's network and its answers back onto the stick. "
        "Neither can be read here."
    )
    made = argparse.ArgumentParser(prog="village-desk carry", description=text)
    made.add_argument("address", help="https://… of the county server")
    made.add_argument("files", nargs="+", type=Path, help="bundles (.vdb), or folders of them")
    made.add_argument("--ca", type=Path, help="PEM file of the certificates to trust")
    made.add_argument("--pin", action="append", default=[], help="SHA-256 of a public key of the county")
    made.add_argument("--json", action="store_true", help="answer in JSON")
    return made


def carry(options: argparse.Namespace) -> Answer:
    """Carry; a bundle that is refused is named and does not hold up the others."""
    line = HttpExchange(options.address, None, Tls(options.ca, frozenset(options.pin)))
    lines: list[str] = []
    files: list[dict[str, object]] = []
    well = True
    try:
        for path in stick.pushes(options.files):
            try:
                answers = carrier.carry(line, path, path.parent)
            except SyncTrouble as trouble:
                well = False
                lines.append(f"{path.name}: {sentence(trouble.code, trouble.details)}")
                files.append({"file": path.name, "error": trouble.code})
                continue
            lines.append(f"{path.name} → {', '.join(each.name for each in answers)}")
            files.append({"file": path.name, "answers": [each.name for each in answers]})
    finally:
        line.close()
    if not files:
        raise SyncTrouble("bundle.empty")
    return well, "\n".join(lines), {"files": files}


def run(options: argparse.Namespace) -> Answer:
    """Run the command."""
    store, _key, _user = cli.opened(options)
    if options.what == "write":
        return _wrote(stick.write(store, options.folder, afresh=options.afresh))
    return _read(stick.read(store, options.folder))


def _wrote(done: Written) -> Answer:
    text = N_("sync", "{changes} changes and {attachments} attachments are on the stick.")
    lines = [translated("sync", text).format(changes=done.changes, attachments=done.attachments)]
    lines += [f"{each.path.name}  {each.code}" for each in done.bundles]
    if not done.complete:
        lines.append(translated("sync", N_("sync", "Not all has room on this stick: write another one.")))
    files = [
        {"file": each.path.name, "code": each.code, "changes": each.header.count} for each in done.bundles
    ]
    data: dict[str, object] = {
        "files": files,
        "changes": done.changes,
        "attachments": done.attachments,
        "complete": done.complete,
    }
    return True, "\n".join(lines), data


def _read(done: Read) -> Answer:
    text = N_(
        "sync", "The county has received {answered} changes and {attachments} attachments; {pulled} came in."
    )
    said = translated("sync", text)
    lines = [
        said.format(answered=done.came.answered, attachments=done.came.attachments, pulled=done.came.pulled)
    ]
    lines += [f"{each.name}: {sentence(each.trouble)}" for each in done.files if each.trouble]
    if done.left:
        lines.append(translated("sync", N_("sync", "{count} files are for others.")).format(count=done.left))
    files = [{"file": each.name, "code": each.code, "trouble": each.trouble} for each in done.files]
    data: dict[str, object] = {
        "files": files,
        "left": done.left,
        "answered": done.came.answered,
        "pulled": done.came.pulled,
        "attachments": done.came.attachments,
        "carried": done.came.carried,
    }
    return not done.troubles, "\n".join(lines), data
