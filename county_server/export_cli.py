"""`county-server export`: all records of an area, or a month's figures for the province."""

import argparse
from collections.abc import Callable
from pathlib import Path

from county_server import accounts, audit, county, province
from county_server.config import Config
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.web import journal

Answer = tuple[bool, str, dict[str, object]]
Add = Callable[[str, Callable[[Config, argparse.Namespace], Answer], str], argparse.ArgumentParser]

PROVINCE = "province"


def add(add_command: Add) -> None:
    """Add the command to those of `county_server.cli`."""
    parser = add_command(
        "export",
        _export,
        "write all records of an area as lines of JSON, or figures for the province",
    )
    parser.add_argument("area", help="6, 9 or 12 digits, or: province")
    parser.add_argument("file", type=Path, help="file to write; it must not exist")
    parser.add_argument("--month", default="", help="for the province: one that has ended, such as 2026-10")


def _export(settings: Config, options: argparse.Namespace) -> Answer:
    here = county.open_county(settings)
    try:
        if options.area == PROVINCE:
            made = province.file(here, province.month_of(here, options.month))
            with options.file.open("xb") as opened:
                opened.write(made)
            return True, str(options.file), {"month": options.month, "file": str(options.file)}
        accounts.check_area(here, options.area)
        count = _records(here, options)
        with here.database.writing():
            journal.note(here, b"", "export_by_command", f"{options.area} {count}")
    except OSError as error:
        raise CountyTrouble("county.file", file=str(options.file)) from error
    finally:
        here.close()
    return True, f"{count} → {options.file}", {"records": count, "file": str(options.file)}


def _records(here: County, options: argparse.Namespace) -> int:
    count = 0
    with options.file.open("x", encoding="utf-8") as opened:
        for line in audit.export(here, options.area):
            opened.write(line + "\n")
            count += 1
    return count
