"""The commands `village-desk sync`, `enrol`, `bundle`, `carry`: rounds with the county, joining, sticks."""

import argparse
import getpass
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from sync import connect, enrolment, renewing, rescue, rescue_cli, witness
from sync.engine import Report
from sync.exchange import HttpExchange, Tls
from sync.sticks import bundle_cli
from village_desk import cli, i18n, keys, times
from village_desk.cli import COULD_NOT, DONE, WRONG_USAGE
from village_desk.commands import setup
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated
from village_desk.sentences import sentence
from village_desk.store import withdrawn
from village_desk.store.indexing import Indexing

Answer = tuple[bool, str, dict[str, object]]
"""Whether all is well, the sentence to print, and the same for a program."""
T = TypeVar("T")


def main(arguments: Sequence[str]) -> int:
    """Run `enrol …`, `bundle …`, `carry …` or, with other arguments, one round; return 0, 1 or 2."""
    i18n.use_language()
    named = bool(arguments) and arguments[0] in _COMMANDS
    parser, command = _COMMANDS[arguments[0] if named else "sync"]
    try:
        options = parser().parse_args(arguments[1:] if named else arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    try:
        well, text, data = command(options)
    except VillageDeskError as error:
        well, text = False, sentence(error.code, error.details)
        data = {"error": error.code, "sentence": text}
    answer = json.dumps(data, ensure_ascii=False) if options.json else text
    print(answer, file=sys.stdout if well else sys.stderr)
    return DONE if well else COULD_NOT


def _sync_parser() -> argparse.ArgumentParser:
    text = "One round with the county: send what waits, fetch what is new, compare the sums."
    parser = argparse.ArgumentParser(prog="village-desk sync", description=text, parents=[cli.desk_options()])
    parser.add_argument("--prove", type=int, metavar="N", help="then have change N of this PC proved")
    return parser


def _enrol_parser() -> argparse.ArgumentParser:
    text = (
        "Join a county with a one-time code. Password and code are asked for, or read from the first two "
        "lines of standard input."
    )
    parser = argparse.ArgumentParser(
        prog="village-desk enrol", description=text, parents=[cli.desk_options()]
    )
    parser.add_argument("address", help="https://… of the county server")
    parser.add_argument("--name", default="", help="what the county calls this PC in its list of devices")
    parser.add_argument("--ca", type=Path, help="PEM file of the certificates to trust")
    parser.add_argument("--pin", action="append", default=[], help="SHA-256 of a public key of the county")
    return parser


def _sync(options: argparse.Namespace) -> Answer:
    store, _key, _user = cli.opened(options)
    report, proof = renewing.run(store), None
    Indexing(store).run()
    if options.prove is not None:
        with_county = connect.connect(store)
        proof = _closing(with_county, lambda: witness.prove(store, with_county, options.prove))
    if withdrawn.handed_over(store):
        keys.destroy_slots(options.home / keys.KEYS_FILE)
    data: dict[str, object] = {
        name: getattr(report, name)
        for name in (
            "pushed",
            "pulled",
            "requests",
            "quarantined",
            "conflicts",
            "blobs",
            "blobs_left",
            "complete",
        )
    }
    if proof is not None:
        data["proof"] = proof
    text = "\n".join(filter(None, (_said(report), _proved(options.prove, proof))))
    return not report.mismatched, text, data | {"mismatched": list(report.mismatched)}


def _proved(change: int | None, proof: str | None) -> str:
    texts = {
        "proved": N_("sync", "Change no. {change} stands in the county's log; the proof fits."),
        "waits": N_("sync", "Change no. {change} has not come back from the county yet."),
        "aside": N_("sync", "The county set change no. {change} aside; its receipt alone speaks for it."),
    }
    return translated("sync", texts[proof]).format(change=change) if proof else ""


def _enrol(options: argparse.Namespace) -> Answer:
    store, key, user = cli.opened(options)
    tls = Tls(options.ca, frozenset(options.pin))
    to_county = HttpExchange(options.address, None, tls)
    reply = _closing(to_county, lambda: enrolment.enrol(store, to_county, _code(), options.name))
    connect.remember(store, options.address, tls, times.now())
    owners = {owner.user: owner.name for owner in keys.users(options.home / keys.KEYS_FILE)}
    rescue.keep(store, options.home / keys.KEYS_FILE, key)
    setup.link_by_name(store, user, owners.get(user, ""))
    text = translated("sync", N_("sync", "This PC now belongs to {unit}, {county}."))
    said = text.format(unit=reply.unit_name, county=reply.county_name)
    return True, said, {"device": reply.device, "unit": reply.unit_code, "county": reply.county}


_COMMANDS: dict[str, tuple[Callable[[], argparse.ArgumentParser], Callable[[argparse.Namespace], Answer]]] = {
    "sync": (_sync_parser, _sync),
    "enrol": (_enrol_parser, _enrol),
    "bundle": (bundle_cli.parser, bundle_cli.run),
    "rescue": (rescue_cli.parser, rescue_cli.run),
    "carry": (bundle_cli.carry_parser, bundle_cli.carry),
}


def _closing(exchange: HttpExchange, work: Callable[[], T]) -> T:
    try:
        return work()
    finally:
        exchange.close()


def _code() -> str:
    if sys.stdin.isatty():
        return getpass.getpass("Enrolment code: ")
    return sys.stdin.readline().strip()


def _said(report: Report) -> str:
    done = translated("sync", N_("sync", "Sent {pushed} changes and {blobs} attachments, received {pulled}."))
    said = [done.format(pushed=report.pushed, blobs=report.blobs, pulled=report.pulled)]
    if report.revoked:
        said.append(sentence("gate.handed_over" if report.complete else "gate.revoked"))
    if report.conflicts:
        text = translated("sync", N_("sync", "{count} conflicts wait for a decision."))
        said.append(text.format(count=report.conflicts))
    if report.quarantined:
        text = translated("sync", N_("sync", "The county set {count} changes aside; look at the sync page."))
        said.append(text.format(count=report.quarantined))
    if report.blob_troubles:
        text = translated("sync", N_("sync", "{count} attachments could not be sent; the others were."))
        said.append(text.format(count=len(report.blob_troubles)))
    if report.mismatched:
        text = translated("sync", N_("sync", "This PC and the county do not hold the same: {areas}."))
        said.append(text.format(areas=", ".join(report.mismatched)))
    return "\n".join(said)
