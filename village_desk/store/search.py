"""The search text of a record: character pairs, pinyin of names, and numbers, in one FTS5 table.

The text is written by the unit of work beside the record; there are no triggers. Records of a
confidential class stay out, so that nobody finds what they may not read (domain: services §6.3).
"""

from collections.abc import Sequence

from village_desk import pinyin
from village_desk.kinds import Kind, Values
from village_desk.store.connection import DeskDatabase

SEARCHABLE_CLASSES = ("normal", "contact")
NOTE_INDEXED = 4_000
"""Characters of one long text that search covers; the rest is read by opening the record."""


Entry = tuple[bytes, str, str, str]
"""Record, kind, scope, and the words it is found by."""

_KIND_MARK = "\ue000"
"""Begins the word that says of which kind a record is; nobody can type it."""


def within_kind(kind: str, terms: str) -> str:
    """Return the query `terms` (of `pinyin.query_terms`) for records of one kind only."""
    return f'"{_KIND_MARK}{kind.replace("_", "")}" AND {terms}'


def search_text(kind: Kind, values: Values) -> str:
    """Return the words by which a record with `values` is found; empty when its kind is not searched."""
    words: list[str] = []
    for name, spec in kind.fields.items():
        value = values.get(name)
        if not spec.search or not isinstance(value, str):
            continue
        if spec.search == "name":
            words.append(pinyin.name_terms(value))
        elif spec.search == "number":
            words.append(pinyin.number_terms(value))
        else:
            words.append(pinyin.text_terms(value[:NOTE_INDEXED]))
    return " ".join([_KIND_MARK + kind.name.replace("_", ""), *words]) if words else ""


def index(database: DeskDatabase, kind: Kind, record_id: bytes, scope: str, words: str) -> None:
    """Write the search text of a record anew; inside the transaction that writes the record."""
    row = database.execute_sql(
        'INSERT INTO "search_entry" ("record_id", "kind", "scope") VALUES (?, ?, ?) '
        'ON CONFLICT ("record_id") DO UPDATE SET "scope" = excluded."scope" RETURNING "place"',
        (record_id, kind.name, scope),
    ).fetchone()
    database.execute_sql('INSERT OR REPLACE INTO "search" ("rowid", "words") VALUES (?, ?)', (row[0], words))


def index_new(database: DeskDatabase, entries: Sequence[Entry]) -> None:
    """Write the search text of new records; inside the transaction that writes them."""
    if not entries:
        return
    connection = database.connection()
    _forget_left(database, [entry[0] for entry in entries])
    (last,) = connection.execute('SELECT coalesce(max("place"), 0) FROM "search_entry"').fetchone()
    places = range(last + 1, last + 1 + len(entries))
    connection.executemany(
        'INSERT INTO "search_entry" ("place", "record_id", "kind", "scope") VALUES (?, ?, ?, ?)',
        [(place, *entry[:3]) for place, entry in zip(places, entries, strict=True)],
    )
    connection.executemany(
        'INSERT INTO "search" ("rowid", "words") VALUES (?, ?)',
        [(place, entry[3]) for place, entry in zip(places, entries, strict=True)],
    )


def forget(database: DeskDatabase, record_id: bytes) -> None:
    """Take a record out of search."""
    row = database.execute_sql(
        'DELETE FROM "search_entry" WHERE "record_id" = ? RETURNING "place"', (record_id,)
    ).fetchone()
    if row:
        database.execute_sql('DELETE FROM "search" WHERE "rowid" = ?', (row[0],))


def _forget_left(database: DeskDatabase, records: Sequence[bytes]) -> None:
    """Take out what is left of records that got lost here."""
    marks = ", ".join("?" * len(records))
    found = database.execute_sql(
        f'SELECT "record_id" FROM "search_entry" WHERE "record_id" IN ({marks})',  # noqa: S608 - blanks
        tuple(records),
    )
    for (record_id,) in found.fetchall():
        forget(database, bytes(record_id))


# ---------------------------------------------------------------- many at a time

MERGE_PAGES = 200
"""Pages of the index put together in one step: some 20 ms."""
_MERGING = {"automerge": (4, 0), "crisismerge": (16, 1_500)}
"""How many parts of the index FTS5 lets gather before it joins them: usually, and while many records come."""


def gather(database: DeskDatabase, *, loosely: bool) -> None:
    """Let the index grow in parts that are joined later (`join_parts`), or join them as it goes, as usual.

    Joining as it goes writes each word of a hundred thousand records five times.
    """
    for option, (usual, loose) in _MERGING.items():
        database.execute_sql(
            'INSERT INTO "search" ("search", "rank") VALUES (?, ?)', (option, loose if loosely else usual)
        )


def join_parts(database: DeskDatabase, *, first: bool) -> bool:
    """Join some pages of the parts; say whether more are left. `first` takes in all parts there are."""
    before = database.execute_sql("SELECT total_changes()").fetchone()[0]
    pages = -MERGE_PAGES if first else MERGE_PAGES
    database.execute_sql('INSERT INTO "search" ("search", "rank") VALUES (\'merge\', ?)', (pages,))
    changed = database.execute_sql("SELECT total_changes()").fetchone()[0] - before
    return bool(changed > 1)  # the statement itself counts as one
