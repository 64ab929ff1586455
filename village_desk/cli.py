"""The desk without a window: check, backup, restore, export, verify, doctor.

Exit status: 0 done, 1 could not (one plain sentence says why and what to do), 2 wrong usage. The password
is asked for, or read from the first line of standard input; it never stands among the arguments, where
every user of the PC could read it.
"""

import argparse
import getpass
import io
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from village_desk import VERSION, i18n, ids, keys, paths, times
from village_desk.commands import profiles, setup
from village_desk.errors import UserError, VillageDeskError
from village_desk.keys import DataKey
from village_desk.queries import integrity
from village_desk.sentences import sentence
from village_desk.session import Session
from village_desk.store import Store, backup, connection, indexing, open_store

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2

Answer = tuple[bool, str, dict[str, object]]
"""Whether all is well, the sentences to print, and the same for a program."""


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    i18n.use_language()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of another encoding must not stop a sentence
            stream.reconfigure(errors="replace" if stream is sys.stdin else "backslashreplace")
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    command: Callable[[argparse.Namespace], Answer] = options.command
    try:
        well, text, data = command(options)
    except VillageDeskError as error:
        well, text = False, sentence(error.code, error.details)
        data = {"error": error.code, "sentence": text}
    except KeyboardInterrupt:
        return COULD_NOT
    print(
        json.dumps(data, ensure_ascii=False) if options.json else text,
        file=sys.stdout if well else sys.stderr,
    )
    return DONE if well else COULD_NOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="village-desk",
        description="The desk of a village legal service room. Without a command it opens the window.",
        epilog="Also: print (an official paper), sync (one round with the county), enrol (join a county), "
        "bundle and carry (by stick), practice (a room of invented people); "
        "each has --help.",
    )
    parser.add_argument("--version", action="version", version=VERSION)
    common = desk_options()
    commands = parser.add_subparsers(required=True, metavar="command")
    for name, command, text in (
        ("check", _check, "read every page, record and attachment"),
        ("verify", _verify, "prove the history and the county's receipts"),
        ("doctor", _doctor, "say what version, file, sync and disk look like; no password, no personal data"),
    ):
        commands.add_parser(name, parents=[common], help=text, description=text).set_defaults(command=command)
    made = commands.add_parser("backup", parents=[common], help="write a checked backup into a folder")
    made.add_argument("folder", type=Path)
    made.set_defaults(command=_backup)
    put_back = commands.add_parser("restore", parents=[common], help="put a backup back; the old set is kept")
    put_back.add_argument("backup", type=Path)
    put_back.set_defaults(command=_restore)
    out = commands.add_parser(
        "export", parents=[common], help="write all records as JSON lines, one a record"
    )
    out.add_argument("file", type=Path)
    out.set_defaults(command=_export)
    return parser


def desk_options() -> argparse.ArgumentParser:
    """Return the options of every command that opens a desk, as a parent of its parser."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", type=Path, default=paths.data_folder(), help="folder of the desk")
    common.add_argument("--user", default="", help="name of the user; needed when the desk has several")
    common.add_argument("--recovery", action="store_true", help="open with the recovery key, not a password")
    common.add_argument("--json", action="store_true", help="answer in JSON")
    return common


# ---------------------------------------------------------------- commands


def _check(options: argparse.Namespace) -> Answer:
    store = _store(options)
    health = integrity.check(store)
    if health.sound and health.unfound:
        wrong = [(ids.id_from_text(record_id), kind) for record_id, kind in health.unfound]
        indexing.mend(store, wrong, times.now())
        indexing.Indexing(store).run()
        data = {"records": health.records, "count": len(wrong)}
        return True, sentence("check.search", data), asdict(health)
    if health.sound:
        return True, sentence("check.sound", {"records": health.records}), asdict(health)
    worst = [*health.pages, *health.attachments, *health.tally, *health.altered][:20]
    return False, "\n".join([sentence("check.damaged", {}), *worst]), asdict(health)


def _verify(options: argparse.Namespace) -> Answer:
    history = integrity.verify(_store(options))
    data: dict[str, object] = asdict(history)
    if history.sound:
        named = {"altered": ", ".join(map(str, history.altered))}
        noted = [sentence("verify.altered", named)] if history.altered else []
        return True, "\n".join([sentence("verify.sound", data), *noted]), data
    if history.broken_at is not None:
        return False, sentence("verify.broken", data), data
    if not history.false_receipts:
        return False, sentence("verify.log", {"faults": ", ".join(history.log_faults)}), data
    return False, sentence("verify.receipt", {"receipts": ", ".join(history.false_receipts)}), data


def _doctor(options: argparse.Namespace) -> Answer:
    """What support may see: nothing of it is about a person."""
    slots = options.home / keys.KEYS_FILE
    data: dict[str, object] = {
        "version": VERSION,
        "file_version": connection.FILE_VERSION,
        "python": sys.version.split()[0],
        "desk": slots.exists(),
        "users": len(keys.users(slots)) if slots.exists() else 0,
    }
    return True, "\n".join(f"{name}: {value}" for name, value in data.items()), data


def _backup(options: argparse.Namespace) -> Answer:
    store, key, _user = opened(options)
    store.close_connection()
    made = backup.back_up(options.home, key, options.folder)
    return True, sentence("backup.done", {"folder": made.name}), {"backup": str(made)}


def _restore(options: argparse.Namespace) -> Answer:
    key, _user = _key(options, options.backup / keys.KEYS_FILE)
    aside = backup.restore(options.backup, options.home, key)
    return True, sentence("restore.done", {"folder": aside.name}), {"aside": str(aside)}


def _export(options: argparse.Namespace) -> Answer:
    """Everything the user may export, in plain text: the file is theirs to guard."""
    from village_desk.commands.exports import export_lines

    store, _data_key, user = opened(options)
    session = Session(store, setup.actor_of(store, user), profiles.current(store, times.now()))
    count = export_lines(session, options.file)
    return True, sentence("export.done", {"count": count}), {"records": count, "file": str(options.file)}


# ---------------------------------------------------------------- opening


def _store(options: argparse.Namespace) -> Store:
    return opened(options)[0]


def opened(options: argparse.Namespace) -> tuple[Store, DataKey, bytes]:
    """Open the desk the options of `desk_options` name; return its store, its key and who opened it.

    Raises:
        StoreTrouble: It cannot be opened.
        UserError: The password or recovery key is wrong, or no single user is named.
    """
    backup.finish_restore(options.home)
    key, user = _key(options, options.home / keys.KEYS_FILE)
    return open_store(options.home, key), key, user


def _key(options: argparse.Namespace, slots: Path) -> tuple[DataKey, bytes]:
    owners = keys.users(slots)
    named = [owner for owner in owners if options.user in ("", owner.name)]
    if len(named) != 1:
        raise UserError("keys.which_user", count=len(owners))
    if options.recovery:
        return keys.recover(slots, _secret("Recovery key: ")), named[0].user
    return keys.unlock(slots, named[0].user, _secret("Password: "), times.now()), named[0].user


def _secret(prompt: str) -> str:
    if sys.stdin is None:  # started without any input
        return ""
    try:
        return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    except EOFError:
        return ""
