"""The tables of the kinds at the county, and the SQL that makes them.

Migrations are plain SQL files and are what runs; `tools/make_schema.py` writes one of them
from here, and a test holds all of them together to what the kinds declare.
"""

import peewee

from village_desk import tables
from village_desk.kinds import Kind
from village_desk.tables import Column, Model

ENVELOPE: dict[str, Column] = {
    **tables.COMMON_ENVELOPE,
    "sum": lambda: peewee.BigIntegerField(default=0),
}
"""What a record has at the county; `sum` is what it adds to the tally of its village, signed 64 bits."""

_EXTRA_INDEXES = {
    "attachment": (("wire_digest",),),
    "release": (("device", "first"),),
    # Statistics ask for these of one record after the other.
    "agency_decision": (("application",),),
    "case_party": (("case",),),
    "submission": (("record_id", "round"),),
}


def models(dialect: str) -> dict[str, Model]:
    """Return the model of every kind, bound to `dialect` and to no connection."""
    database = peewee.PostgresqlDatabase("") if dialect == "postgres" else peewee.SqliteDatabase(None)
    return tables.tables_for(database, ENVELOPE)


def columns(kind: Kind) -> tuple[str, ...]:
    """Return the columns of a kind's table, in order."""
    envelope = ("class" if name == "class_" else name for name in ENVELOPE)
    return (*envelope, *kind.fields)


def create_statements(dialect: str) -> list[str]:
    """Return the CREATE statements of all kinds in `dialect`, one column a line."""
    statements = []
    for kind, model in models(dialect).items():
        statements.append(tables.create_statement(model))
        # Unique, because replication upward knows a row by it (`county_server.upward`).
        statements.append(f'CREATE UNIQUE INDEX "{kind}_scope" ON "{kind}" ("scope", "id", "class")')
        statements += [
            f'CREATE INDEX "{kind}_{indexed[0]}" ON "{kind}" ('
            + ", ".join(f'"{each}"' for each in indexed)
            + ")"
            for indexed in _EXTRA_INDEXES.get(kind, ())
        ]
    return statements
