"""Records of a desk put into a county's tables as they are, and the sums that say where they lie."""

from county_server import schema
from village_desk.kinds import KINDS


def copy(here, session, kinds):
    """Give the county all records of `kinds` that a desk holds."""
    with here.database.writing():
        for kind in sorted(kinds):
            names = schema.columns(KINDS[kind])
            listed = ", ".join("0" if name == "sum" else f'"{name}"' for name in names)
            rows = session.store.query(f'SELECT {listed} FROM "{kind}"')
            here.database.insert(kind, names, rows)
            for scope in {row[1] for row in rows}:
                here.database.rows("INSERT INTO tally VALUES (?, ?, 'normal', 1, 0)", scope, kind)
