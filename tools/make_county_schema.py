"""Write the county's migration that makes the tables of all kinds, from their declarations.

Until the first release the file is written anew when a kind changes. After it, files never change and a
new number is written by hand; the test of the county's schema says what is missing.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from county_server import database, schema


def main() -> int:
    """Write `0002_kinds.sql` of both dialects."""
    for dialect in ("sqlite", "postgres"):
        text = "-- Written by tools/make_county_schema.py from village_desk/kinds.\n"
        text += "".join(f"{statement};\n" for statement in schema.create_statements(dialect))
        (database.MIGRATIONS / dialect / "0002_kinds.sql").write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
