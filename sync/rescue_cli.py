"""`village-desk rescue`: password and recovery sheet are lost, and the county or the township helps."""

import argparse
import getpass
import sys
from pathlib import Path

from sync import rescue
from village_desk import cli, keys
from village_desk.errors import UserError
from village_desk.i18n import N_, translated

Answer = tuple[bool, str, dict[str, object]]
_DONE = {
    "ask": N_("rescue", "Bring this file to the county or the township, and bring back its answer: {file}"),
    "answer": N_("rescue", "Answered. The desk that asked opens with it, and no other: {file}"),
    "take": N_("rescue", "The new password is set; the file can be removed: {file}"),
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command."""
    text = (
        "Lost password and lost recovery sheet: `ask` writes a file for the county or the township, `answer` "
        "(by the head of the judicial office, at a township's desk) answers one, `take` sets a new password "
        "with the answer."
    )
    made = argparse.ArgumentParser(prog="village-desk rescue", description=text, parents=[cli.desk_options()])
    made.add_argument("what", choices=("ask", "answer", "take"))
    made.add_argument("file", type=Path, help="the file to write (ask) or to read (answer, take)")
    made.add_argument("reply", type=Path, nargs="?", help="where the answer goes (answer)")
    return made


def run(options: argparse.Namespace) -> Answer:
    """Do one of the three steps.

    Raises:
        UserError: "rescue.none", "rescue.foreign", "rescue.head", "keys.which_user".
        StoreTrouble: A medium is full, or a file cannot be read.
    """
    slots = options.home / keys.KEYS_FILE
    written = options.file
    if options.what == "ask":
        rescue.ask(slots, options.file)
    elif options.what == "answer":
        store, _key, user = cli.opened(options)
        written = options.reply or options.file.with_suffix(rescue.ANSWER)
        rescue.answer(rescue.township_key(store, user), options.file, written)
    else:
        owners = [owner for owner in keys.users(slots) if options.user in ("", owner.name)]
        if len(owners) != 1:
            raise UserError("keys.which_user", count=len(keys.users(slots)))
        rescue.take(slots, options.file, owners[0].user, _new_password())
    return True, translated("rescue", _DONE[options.what]).format(file=written.name), {"file": str(written)}


def _new_password() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("New password: ")
    return sys.stdin.readline().rstrip("\r\n")
