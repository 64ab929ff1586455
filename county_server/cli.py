"""The command line of the county server.

Exit status: 0 done, 1 could not (one plain sentence on standard error says why and what to do), 2 wrong
usage. With --json the answer is one JSON object, errors included.
"""

import argparse
import io
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from county_server import (
    accounts,
    aside_cli,
    audit,
    backup,
    bundle_cli,
    config,
    county,
    doctor,
    enrolment,
    export_cli,
    figures,
    log_lines,
    profiles,
    serving,
    upward,
)
from county_server.config import Config
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.sentences import RESTORED, sentence
from county_server.web import signing_in
from sync import rescue
from village_desk import i18n, rights, times
from village_desk.errors import VillageDeskError
from village_desk.i18n import translated

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2

Answer = tuple[bool, str, dict[str, object]]
"""Whether all is well, the lines to print, and the same for a program."""
Command = Callable[[Config, argparse.Namespace], Answer]


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    i18n.use_language()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal of another encoding must not stop a sentence
            stream.reconfigure(errors="backslashreplace")
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    command: Command = options.command
    try:
        settings = config.load(options.config)
        log_lines.begin(settings.log_level)
        well, text, data = command(settings, options)
    except VillageDeskError as error:
        well, text = False, sentence(error)
        data = {"error": error.code, "sentence": text}
    if text or options.json:
        shown = json.dumps(data, ensure_ascii=False) if options.json else text
        print(shown, file=sys.stdout if well or options.json else sys.stderr)
    return DONE if well else COULD_NOT


def _parser() -> argparse.ArgumentParser:
    keys = "\n".join(f"  {name:16} {doc} [{default}]" for name, default, doc in config.documented())
    parser = argparse.ArgumentParser(
        prog="county-server",
        description="The county server of Village Desk.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=f"Keys of the configuration file (TOML), or COUNTY_<KEY> in the environment:\n{keys}",
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", type=Path, help="configuration file")
    common.add_argument("--json", action="store_true", help="answer in JSON")
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, command: Command, text: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, parents=[common], help=text, description=text)
        added.set_defaults(command=command)
        return added

    made = add("init", _init, "make a new county: tables, keys, incarnation")
    made.add_argument("code", help="division code of the county, six digits")
    made.add_argument("name", help="its name, for example 甘州区")
    add("serve", _serve, "answer desks until stopped")
    invited = add("invite", _invite, "make a one-time code that enrols one desk; it holds 72 hours")
    invited.add_argument("unit", help="division code of the unit the desk stands in")
    invited.add_argument("users", nargs="+", help="ids of the users who will use it")
    invited.add_argument("--name", help="name of the unit, for example 乌江村公共法律服务室")
    _add_users(commands, common)
    begun = add(
        "sign-in", _sign_in, "let a person of the county use the browser, or begin anew; prints a code"
    )
    begun.add_argument("user", type=_id)
    begun.add_argument("login", help="the name to sign in by")
    devices = add("device", _device, "list the desks, or revoke one")
    devices.add_argument("--revoke", metavar="ID", type=_id, help="the desk may only hand over what it has")
    bundle_cli.add(add)
    aside_cli.add(add)
    profiles.add(add)
    upward.add(add)
    backed = add("backup", _backup, "write a checked backup; the server may go on serving")
    backed.add_argument("target", type=Path, help="an existing folder, on an encrypted medium")
    restored = add("restore", _restore, "put a backup in the county's place; the server must be stopped")
    restored.add_argument("backup", type=Path, nargs="?", help="folder that backup wrote")
    restored.add_argument(
        "--recovered-to",
        type=datetime.fromisoformat,
        metavar="TIME",
        help="without a backup: the database was put back by its own tools, as it was at this moment",
    )
    add("verify", _verify, "prove order, chains, receipts and sums from the tables")
    export_cli.add(add)
    rescued = add("rescue", _rescue, "answer a desk whose password and recovery sheet are lost")
    rescued.add_argument("request", type=Path, help="the file the desk wrote with `village-desk rescue ask`")
    rescued.add_argument("answer", type=Path, help="file to write; it must not exist")
    add("doctor", _doctor, "check configuration, database, profile, folders and certificate")
    return parser


def _add_users(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    users = commands.add_parser(
        "user", help="accounts and their grants", description="Accounts and their grants."
    )
    verbs = users.add_subparsers(required=True, metavar="verb")
    listed = verbs.add_parser("list", parents=[common], help="list accounts and grants")
    listed.set_defaults(command=_list_users)
    added = verbs.add_parser("add", parents=[common], help="open an account, with a first grant")
    added.add_argument("name")
    added.add_argument("unit", help="division code of the user's unit")
    granted = verbs.add_parser("grant", parents=[common], help="give an account another grant")
    granted.add_argument("user", type=_id)
    for parser, command in ((added, _add_user), (granted, _grant)):
        parser.add_argument("--role", required=True, choices=rights.ROLES)
        parser.add_argument(
            "--area", required=True, action="append", help="6, 9 or 12 digits; may be repeated"
        )
        parser.add_argument(
            "--from", dest="since", type=date.fromisoformat, help="first day; today when left out"
        )
        parser.add_argument(
            "--to", dest="until", type=date.fromisoformat, help="last day; none when left out"
        )
        parser.set_defaults(command=command)
    revoked = verbs.add_parser("revoke", parents=[common], help="end a grant now")
    revoked.add_argument("grant", type=_id)
    revoked.set_defaults(command=_revoke)


def _id(text: str) -> bytes:
    if len(text) != 32:
        raise argparse.ArgumentTypeError("an id has 32 hexadecimal digits")
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("an id has 32 hexadecimal digits") from error


def _opened(settings: Config, work: Callable[[County], Answer]) -> Answer:
    here = county.open_county(settings)
    try:
        return work(here)
    finally:
        here.close()


def _init(settings: Config, options: argparse.Namespace) -> Answer:
    made = county.create(settings, options.code, options.name)
    try:
        return (
            True,
            f"{made.code} {made.name}: {settings.database}",
            {"county": made.code, "inc": made.incarnation},
        )
    finally:
        made.close()


def _serve(settings: Config, _options: argparse.Namespace) -> Answer:
    serving.serve(settings)
    return True, "", {}


def _invite(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        if options.name:
            accounts.add_unit(here, options.unit, options.name)
        code = enrolment.invite(here, options.unit, [_id_of(user) for user in options.users])
        return True, code, {"code": code, "hours": enrolment.HOURS}

    return _opened(settings, work)


def _sign_in(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        code = signing_in.begin(here, options.user, options.login)
        return True, code, {"code": code}

    return _opened(settings, work)


def _id_of(text: str) -> bytes:
    try:
        return _id(text)
    except argparse.ArgumentTypeError:
        raise CountyTrouble("county.user_missing") from None


def _list_users(settings: Config, _options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        found = accounts.accounts(here)
        lines, data = [], []
        for account in found:
            lines.append(f"{account.user.hex()}  {account.unit}  {account.name}")
            grants = []
            for held in account.grants:
                ended = (
                    "revoked"
                    if held.revoked_at
                    else times.local_text(held.grant.end)
                    if held.grant.end
                    else ""
                )
                since = times.local_text(held.grant.start)
                lines.append(
                    f"    {held.grant.id}  {held.grant.role}  {','.join(held.grant.areas)}  {since} – {ended}"
                )
                grants.append(
                    {
                        "id": held.grant.id,
                        "role": held.grant.role,
                        "areas": held.grant.areas,
                        "revoked": held.revoked_at,
                    }
                )
            data.append(
                {"id": account.user.hex(), "name": account.name, "unit": account.unit, "grants": grants}
            )
        return True, "\n".join(lines), {"users": data}

    return _opened(settings, work)


def _add_user(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        user = accounts.add_user(here, options.name, options.unit)
        grant = accounts.add_grant(here, user, options.role, options.area, (options.since, options.until))
        return True, user.hex(), {"user": user.hex(), "grant": grant.hex()}

    return _opened(settings, work)


def _grant(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        days = (options.since, options.until)
        grant = accounts.add_grant(here, options.user, options.role, options.area, days)
        return True, grant.hex(), {"grant": grant.hex()}

    return _opened(settings, work)


def _revoke(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        accounts.revoke_grant(here, options.grant)
        return True, options.grant.hex(), {"grant": options.grant.hex()}

    return _opened(settings, work)


def _device(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        if options.revoke:
            enrolment.revoke_device(here, options.revoke)
        found = enrolment.devices(here)
        lines = [
            f"{one.device.hex()}  {one.unit}  {one.name}  {one.last}"
            + ("  revoked" if one.revoked_at else "")
            + (f"  continues {one.continues.hex()}" if one.continues else "")
            for one in found
        ]
        data = [
            {
                "id": one.device.hex(),
                "unit": one.unit,
                "name": one.name,
                "last": one.last,
                "revoked": one.revoked_at,
                "continues": one.continues.hex() if one.continues else "",
            }
            for one in found
        ]
        return True, "\n".join(lines), {"devices": data}

    return _opened(settings, work)


def _backup(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        folder, manifest = backup.back_up(here, options.target)
        data = {"folder": str(folder), "changes": manifest.changes, "problems": manifest.problems}
        return not manifest.problems, "\n".join([str(folder), *manifest.problems]), data

    return _opened(settings, work)


def _restore(settings: Config, options: argparse.Namespace) -> Answer:
    if (options.backup is None) == (options.recovered_to is None):
        raise CountyTrouble("county.restore_usage")
    if options.backup is None:
        made_at, aside = times.moment_of(options.recovered_to.astimezone()), None
        backup.begin_anew(settings, made_at)
    else:
        manifest, aside = backup.restore(settings, options.backup)
        made_at = manifest.made_at
    again = translated("county", RESTORED).format(since=times.local_text(made_at))
    text = "\n".join([again, *([str(aside)] if aside else [])])
    return True, text, {"made_at": made_at, "set_aside": str(aside) if aside else ""}


def _verify(settings: Config, _options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        found = audit.verify(here)
        wrong = figures.differing(here)
        if wrong:
            found.problems.append(("figures", str(wrong)))
        counts = {
            "changes": found.changes,
            "devices": found.devices,
            "receipts": found.receipts,
            "records": found.records,
            "attachments": found.blobs,
        }
        problems = [f"{code}: {where}" for code, where in found.problems]
        stated = [f"altered in the file of its desk: {where}" for where in found.altered]
        text = "\n".join([", ".join(f"{name} {count}" for name, count in counts.items()), *problems, *stated])
        data = {"problems": [list(each) for each in found.problems], "altered": found.altered}
        return not problems, text, {**counts, **data}

    return _opened(settings, work)


def _rescue(settings: Config, options: argparse.Namespace) -> Answer:
    def work(here: County) -> Answer:
        rescue.answer(here.bundle_key, options.request, options.answer)
        return True, str(options.answer), {"answer": str(options.answer)}

    return _opened(settings, work)


def _doctor(settings: Config, _options: argparse.Namespace) -> Answer:
    found = doctor.examine(settings)
    text = "\n".join(f"{'ok ' if one.well else 'NOT'} {one.what}: {one.detail}" for one in found)
    return (
        all(one.well for one in found),
        text,
        {"checks": [[one.what, one.well, one.detail] for one in found]},
    )
