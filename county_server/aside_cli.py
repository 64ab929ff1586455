"""`county-server aside`: what was set aside in an area, and one of it word for word."""

import argparse
import json
from collections.abc import Callable
from dataclasses import asdict

from county_server import accounts, aside, county
from county_server.config import Config
from village_desk import times

Answer = tuple[bool, str, dict[str, object]]
Add = Callable[[str, Callable[[Config, argparse.Namespace], Answer], str], argparse.ArgumentParser]


def add(add_command: Add) -> None:
    """Add the command to those of `county_server.cli`."""
    parser = add_command("aside", _aside, "list the changes that were set aside in an area, or show one")
    parser.add_argument("area", help="6, 9 or 12 digits")
    parser.add_argument("--show", metavar="DEVICE/N", help="show this one as its desk wrote it")


def _aside(settings: Config, options: argparse.Namespace) -> Answer:
    here = county.open_county(settings)
    try:
        accounts.check_area(here, options.area)
        found = aside.listed(here, options.area)
        if options.show:
            device, _, n = str(options.show).partition("/")
            named = [one for one in found if (one.device, str(one.n)) == (device, n)]
            body = (
                aside.shown(here, bytes.fromhex(device), named[0].n) if named else aside.shown(here, b"", 0)
            )
            return True, json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True), {"body": body}
    finally:
        here.close()
    lines = [
        f"{one.device}/{one.n}  {times.local_text(one.received_at)}  {one.scope}  {one.kind}  {one.reason}"
        f"  {one.name}"
        for one in found
    ]
    return True, "\n".join(lines), {"aside": [asdict(one) for one in found]}
