"""Cut the national list of division codes into the file the program ships.

    python tools/build_divisions.py divisions-2023.csv.xz

The source is a CSV of `code,name` with codes of 2, 4, 6, 9 and 12 digits, as the project china-division
publishes the tables of the National Bureau of Statistics. The result is one zip: `00.csv` holds provinces,
prefectures and counties, `62.csv` the townships and villages of province 62, sorted, one `code,name` a line.
A county is read by unpacking its province only. The same source gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
import lzma
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "divisions" / "divisions.zip"
LENGTHS = (2, 4, 6, 9, 12)
INDEX = "00.csv"


def rows_of(source: Path) -> list[tuple[str, str]]:
    """Read the source, packed or not, without its heading."""
    packed = source.suffix == ".xz"
    with lzma.open(source, "rt", encoding="utf-8") if packed else source.open(encoding="utf-8") as text:
        return [(code, name.strip()) for code, name in csv.reader(text) if code != "code"]


def problems(rows: list[tuple[str, str]]) -> list[str]:
    """What would make the list useless: codes twice, of wrong length, without parent; names with commas."""
    codes = {code for code, _ in rows}
    found = [f"{len(rows) - len(codes)} codes stand twice"] if len(codes) < len(rows) else []
    for code, name in rows:
        parent = next((code[:size] for size in reversed(LENGTHS) if size < len(code)), "")
        if len(code) not in LENGTHS or not code.isdigit():
            found.append(f"{code}: not a code")
        elif parent and parent not in codes:
            found.append(f"{code}: {parent} is missing")
        if not name or "," in name or "\n" in name:
            found.append(f"{code}: its name is empty or holds a comma or a line end")
    return found


def packed(rows: list[tuple[str, str]]) -> bytes:
    """Return the zip; times and system are fixed so that the bytes depend on the rows alone."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for code, name in sorted(rows):
        members[INDEX if len(code) <= 6 else f"{code[:2]}.csv"].append(f"{code},{name}\n")
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for member in sorted(members):
            entry = zipfile.ZipInfo(member, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_LZMA
            archive.writestr(entry, "".join(members[member]).encode())
    return whole.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Build; 1 when the source is not fit to ship."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("source", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    given = parser.parse_args(arguments)
    rows = rows_of(given.source)
    if found := problems(rows):
        print(*found[:20], sep="\n", file=sys.stderr)
        return 1
    given.target.parent.mkdir(parents=True, exist_ok=True)
    given.target.write_bytes(packed(rows))
    print(f"{len(rows)} codes, {given.target.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
