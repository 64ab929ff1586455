"""Write the tables of all kinds into the first migrations of desk and county: `make schema`.

`--check` fails on drift. Until the first release the tables are written anew when a kind changes, and a desk
or county of before is made anew. After it these files never change, and each change is a step by hand. What a
new kind sends, or a kind under a new `sv`, is recorded beside them; what was recorded once stays.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from project import ROOT

sys.path.insert(0, str(ROOT))

import peewee

from county_server import database, schema
from village_desk import tables
from village_desk.kinds import KINDS, Kind

DESK = ROOT / "village_desk" / "store" / "migrations" / "0001_first_release.sql"
WIRE = ROOT / "tests" / "village_desk" / "wire_shapes.json"
MARK = "-- Tables of the kinds, written by tools/make_schema.py from village_desk/kinds.\n"

_ORDER = '"archived", "created_at" DESC, "id" DESC, "class", "scope"'
"""A page of a list is read from its index alone: what hides a record stands behind the order."""
_OWN_INDEXES = {
    "access_of": '("of_id", "created_by")',
    "person_id_number": '("id_number") WHERE "id_number" IS NOT NULL',
    "person_uscc": '("uscc") WHERE "uscc" IS NOT NULL',
    "ledger_row_import": '("import_id")',
    "submission_newest": f'({_ORDER}, "record_id", "round")',
    "submission_record": '("record_id", "round")',
    "review_returned": f"({_ORDER}) WHERE \"outcome\" = 'returned'",
    "release_device": '("device", "first")',
}
"""What the desk finds by other fields than those all kinds are found by."""


def desk_tables() -> Iterator[str]:
    """Yield the lines that make the tables of all kinds at the desk, a blank one before each table."""
    for kind, table in tables.tables_for(peewee.SqliteDatabase(None), tables.DESK_ENVELOPE).items():
        yield f"\n{tables.create_statement(table)};\n"
        for name, columns in _indexes(KINDS[kind]).items():
            yield f'CREATE INDEX "{name}" ON "{kind}" {columns};\n'


def _indexes(kind: Kind) -> dict[str, str]:
    """Return the indexes of a kind at the desk, by name: lists, lists by state, what belongs to a record."""
    found = {f"{kind.name}_newest": f"({_ORDER})"}
    if "state" in kind.fields:
        found[f"{kind.name}_state"] = f'("state", {_ORDER})'
    if "record_id" in kind.fields:
        found[f"{kind.name}_record"] = '("record_id")'
    for spec in kind.fields.values():
        if spec.face == "link":
            found[f"{kind.name}_{spec.name}"] = f'("{spec.name}") WHERE "{spec.name}" IS NOT NULL'
    own = {name: columns for name, columns in _OWN_INDEXES.items() if name.startswith(f"{kind.name}_")}
    return found | own


def files() -> dict[Path, str]:
    """Return the files made from the kinds, and what each should hold."""
    by_hand, _, _ = DESK.read_text("utf-8").partition(MARK)
    wanted = {DESK: by_hand + MARK + "".join(desk_tables())}
    for dialect in ("sqlite", "postgres"):
        statements = "".join(f"{statement};\n" for statement in schema.create_statements(dialect))
        wanted[database.MIGRATIONS / dialect / "0002_kinds.sql"] = MARK + statements
    return wanted | {WIRE: _wire_shapes()}


def _wire_shapes() -> str:
    recorded = json.loads(WIRE.read_text("utf-8"))
    for name, kind in KINDS.items():
        shape = [f"{field} {spec.face}" for field, spec in sorted(kind.fields.items())]
        recorded.setdefault(name, {}).setdefault(str(kind.sv), shape)
    return json.dumps(recorded, indent=1, ensure_ascii=False) + "\n"


def digest() -> str:
    """Return what tells today's tables of a desk and a county of SQLite from those of another day."""
    scripts = (DESK, *database.migration_files("sqlite"))
    return hashlib.sha256(b"".join(path.read_bytes() for path in scripts)).hexdigest()


def main() -> int:
    """Write the files, or 1 when `--check` finds one that differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    check = parser.parse_args().check
    stale = {path: text for path, text in files().items() if path.read_text("utf-8") != text}
    for path, text in stale.items():
        print(f"{path.relative_to(ROOT)}: {'differs: run `make schema`' if check else 'written'}")
        if not check:
            path.write_text(text, "utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    raise SystemExit(main())
