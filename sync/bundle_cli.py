"""The command `village-desk bundle`: what waits goes onto a stick, and what came on one is taken in."""

import argparse
from pathlib import Path

from sync import courier, stick
from sync.courier import Written
from sync.stick import Read
from village_desk import cli
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
    made.add_argument("--limit", type=int, default=courier.PART_LIMIT, help="bytes of one file, roughly")
    return made


def run(options: argparse.Namespace) -> Answer:
    """Run the command."""
    store, _key, _user = cli.opened(options)
    if options.what == "write":
        return _wrote(courier.write(store, options.folder, limit=options.limit, afresh=options.afresh))
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
    lines = [said.format(answered=done.answered, attachments=done.attachments, pulled=done.pulled)]
    lines += [f"{each.name}: {sentence(each.trouble)}" for each in done.files if each.trouble]
    if done.left:
        lines.append(translated("sync", N_("sync", "{count} files are for others.")).format(count=done.left))
    files = [{"file": each.name, "code": each.code, "trouble": each.trouble} for each in done.files]
    data: dict[str, object] = {
        "files": files,
        "left": done.left,
        "answered": done.answered,
        "pulled": done.pulled,
        "attachments": done.attachments,
    }
    return not done.troubles, "\n".join(lines), data
