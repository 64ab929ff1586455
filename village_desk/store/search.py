"""The search text of a record: character pairs, pinyin of names, and numbers, in one FTS5 table.

The text is written by the unit of work beside the record; there are no triggers. Only of records that come
by the ten thousand, in a first sync, it is put off (`put_off`) and written by `village_desk.store.indexing`.
Records of a confidential class stay out, so that nobody finds what they may not read (domain: services §6.3).

Of two records, the newer has the higher `place`: answers are read in that order.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from village_desk import pinyin
from village_desk.kinds import Kind, Values, extra
from village_desk.store.connection import DeskDatabase

if TYPE_CHECKING:
    from village_desk.store.unit_of_work import UnitOfWork

SEARCHABLE_CLASSES = ("normal", "contact")
NOTE_INDEXED = 4_000
"""Characters of one long text that search covers; the rest is read by opening the record."""


Entry = tuple[bytes, str, str, str]
"""Record, kind, scope, and the words it is found by."""

_KIND_MARK = "\ue000"
"""Begins the word that says of which kind a record is; nobody can type it."""
_FIRST_PLACE = 2**20
"""Of the first record: what came before a desk was made finds places below, in numbers as short."""


def within_kind(kind: str, terms: str) -> str:
    """Return the query `terms` (of `pinyin.query_terms`) for records of one kind only."""
    return f'"{_KIND_MARK}{kind.replace("_", "")}" AND {terms}'


def within_kinds(kinds: Sequence[str], terms: str) -> str:
    """Return the query `terms` for records of any of several kinds."""
    marks = " OR ".join(f'"{_KIND_MARK}{kind.replace("_", "")}"' for kind in kinds)
    return f"({marks}) AND {terms}"


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
    if any(spec.search for spec in kind.fields.values()):  # what a county added to it is found by its text
        added = [value for name, value in values.items() if extra(name) and isinstance(value, str)]
        words += [pinyin.text_terms(value[:NOTE_INDEXED]) for value in added]
    return " ".join([_KIND_MARK + kind.name.replace("_", ""), *words]) if words else ""


def searched(kind: Kind, archived: object, class_: object) -> bool:
    """Say whether a record of such an envelope may be found by its words at all."""
    return not archived and class_ in SEARCHABLE_CLASSES and any(each.search for each in kind.fields.values())


def index(database: DeskDatabase, kind: Kind, record_id: bytes, scope: str, words: str) -> None:
    """Write the search text of a record anew; inside the transaction that writes the record."""
    row = database.execute_sql(
        'INSERT INTO "search_entry" ("place", "record_id", "kind", "scope") '
        'SELECT coalesce(max("place") + 1, ?), ?, ?, ? FROM "search_entry" WHERE true '
        'ON CONFLICT ("record_id") DO UPDATE SET "scope" = excluded."scope" RETURNING "place"',
        (_FIRST_PLACE, record_id, kind.name, scope),
    ).fetchone()
    database.execute_sql('INSERT OR REPLACE INTO "search" ("rowid", "words") VALUES (?, ?)', (row[0], words))
    _wait_no_more(database, [record_id])


def index_new(database: DeskDatabase, entries: Sequence[Entry], *, older: bool = False) -> None:
    """Write the search text of records that have none; inside the transaction that writes them.

    Each is newer than the one before it. All are newer than what is here, or `older` than that.
    """
    if not entries:
        return
    connection = database.connection()
    _forget_left(database, [entry[0] for entry in entries])
    low, high = connection.execute(
        'SELECT coalesce(min("place"), ?1), coalesce(max("place") + 1, ?1) FROM "search_entry"',
        (_FIRST_PLACE,),
    ).fetchone()
    first = low - len(entries) if older else high
    places = range(first, first + len(entries))
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
    _wait_no_more(database, [record_id])


def _forget_left(database: DeskDatabase, records: Sequence[bytes]) -> None:
    """Take out what is left of records that got lost here."""
    marks = ", ".join("?" * len(records))
    found = database.execute_sql(
        f'SELECT "record_id" FROM "search_entry" WHERE "record_id" IN ({marks})',  # noqa: S608 - blanks
        tuple(records),
    )
    for (record_id,) in found.fetchall():
        forget(database, bytes(record_id))
    _wait_no_more(database, records)


# ---------------------------------------------------------------- put off


LOOSE = "search.loose"
"""State of the desk file: how many parts of the index lie loose, "" when they are joined as usual."""


def put_off(uow: "UnitOfWork", records: Sequence[tuple[bytes, str]]) -> None:
    """Note records (id, kind) whose search text is written later; inside the transaction that writes them."""
    if not records:
        return
    database = uow.store.database
    if not uow.store.text_state(LOOSE):
        gather(database, loosely=True)
        uow.set_state(LOOSE, "0")
    database.connection().executemany(
        'INSERT OR IGNORE INTO "search_waiting" ("record_id", "kind") VALUES (?, ?)', records
    )


def waiting(database: DeskDatabase) -> int:
    """Return of how many records the search text is still to be written."""
    return int(database.execute_sql('SELECT count(*) FROM "search_waiting"').fetchone()[0])


def newest_waiting(database: DeskDatabase, limit: int) -> list[tuple[bytes, str]]:
    """Return id and kind of records whose search text is still to be written, the newest first."""
    found = database.execute_sql(
        'SELECT "record_id", "kind" FROM "search_waiting" ORDER BY "record_id" DESC LIMIT ?', (limit,)
    )
    return [(bytes(record_id), kind) for record_id, kind in found.fetchall()]


def still_waiting(database: DeskDatabase, records: Sequence[bytes]) -> set[bytes]:
    """Return those of some records whose search text is still to be written."""
    marks = ", ".join("?" * len(records))
    found = database.execute_sql(
        f'SELECT "record_id" FROM "search_waiting" WHERE "record_id" IN ({marks})',  # noqa: S608 - blanks
        tuple(records),
    )
    return {bytes(record_id) for (record_id,) in found.fetchall()}


def _wait_no_more(database: DeskDatabase, records: Sequence[bytes]) -> None:
    database.connection().executemany(
        'DELETE FROM "search_waiting" WHERE "record_id" = ?', [(record_id,) for record_id in records]
    )


# ---------------------------------------------------------------- many at a time

_MERGING = {"automerge": (4, 0), "crisismerge": (16, 1_500), "usermerge": (4, 16)}
"""How many parts of the index FTS5 lets gather before it joins them: usually, and while many records come."""


def gather(database: DeskDatabase, *, loosely: bool) -> None:
    """Let the index grow in parts that are joined later (`join_parts`), or join them as it goes, as usual.

    Joining as it goes writes each word of a hundred thousand records five times.
    """
    for option, (usual, loose) in _MERGING.items():
        database.execute_sql(
            'INSERT INTO "search" ("search", "rank") VALUES (?, ?)', (option, loose if loosely else usual)
        )


def join_parts(database: DeskDatabase, pages: int, *, whole: bool = False) -> bool:
    """Join some pages of parts of the index; say whether more are left to join.

    Parts of about one size are joined; or, with `whole`, all there are, which the next calls go on with.
    """
    before = database.execute_sql("SELECT total_changes()").fetchone()[0]
    database.execute_sql(
        'INSERT INTO "search" ("search", "rank") VALUES (\'merge\', ?)', (-pages if whole else pages,)
    )
    changed = database.execute_sql("SELECT total_changes()").fetchone()[0] - before
    return bool(changed > 1)  # the statement itself counts as one
