"""Frozen steps from one shape of the desk file to the next.

Nothing is released yet: until then there is one step, and `make schema` writes the tables of the kinds into
it. A released step is never edited, imports nothing of ours, and says who asked for it. Steps never touch the
body of a change (`docs/versions.md`).
"""

from pathlib import Path

from sqlite_utils import Database, Migrations

from village_desk.crashpoints import crashpoint
from village_desk.store import connection

steps = Migrations("village_desk")


@steps()
def m0001_first_release(db: Database) -> None:
    """All kinds of the first release, the change log, and what sync and search need."""
    _run_file(db, "0001_first_release.sql")


def migrate(db: Database) -> None:
    """Bring the file to today's shape; each step is one transaction with the record that it ran."""
    crashpoint("migrate.before_step")
    steps.apply(db)
    db.execute(f"PRAGMA user_version = {connection.FILE_VERSION}")
    crashpoint("migrate.after_step")


def _run_file(db: Database, name: str) -> None:
    """Run the statements of a file one by one; `executescript` would end the transaction of the step."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    for statement in "\n".join(lines).split(";\n"):
        if statement.strip():
            db.execute(statement)
