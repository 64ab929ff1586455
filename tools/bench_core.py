"""Saving, lists and search on the generated desk, beside the bare statements of the database."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from pathlib import Path

from bench_data import SEED, BenchDesk, consultation
from bench_figures import Figure, at_most, in_turn, median_ms

from village_desk import ids, pinyin
from village_desk.commands import records
from village_desk.kinds import KINDS
from village_desk.queries import lists, search
from village_desk.queries.records import Record
from village_desk.store import Store, connection
from village_desk.store.search import search_text

SAVES = 150
_ROW_TABLES = {"consultation": "id", "change": "record_id"}


def saving(desk: BenchDesk, peer: BenchDesk) -> list[Figure]:
    """Save consultations with the program, and write the very same rows without it into the other file."""
    draw = random.Random(SEED + 1)
    written: list[bytes] = []

    def ours() -> None:
        record_id = ids.new_id()
        values = consultation(draw, f"新来访{len(written)}[练习]", len(written))
        del values["number"], values["state"]
        records.save(desk.session, "consultation", record_id, values)
        written.append(record_id)

    with contextlib.closing(_raw(peer.session.store)) as raw:
        bare = _Bare(desk.session.store, raw)
        sizes = [_log_bytes(desk.session.store, ours)]
        for record_id in written:
            bare.make_ready(record_id)
        sizes.append(_log_bytes(peer.session.store, bare.write))

        def last_made_ready() -> None:
            bare.make_ready(written[-1])

        own, _between, other = in_turn([ours, last_made_ready, bare.write], SAVES)
    name = "save one consultation, of the bare transaction"
    peers = {"ours_ms": own, "bare_ms": other, "ours_log_kB": sizes[0], "bare_log_kB": sizes[1]}
    return [at_most(name, own / other, "×", 3, **peers)]


class _Bare:
    """Writes what the program wrote, as rows made ready before: nothing is computed while the clock runs."""

    def __init__(self, source: Store, raw: connection.Connection) -> None:
        self._source, self._raw = source, raw
        self._ready: list[tuple[dict[str, list[tuple[object, ...]]], bytes, str]] = []

    def make_ready(self, record_id: bytes) -> None:
        """Read the rows of a record that the program has written."""
        rows = {
            table: self._source.query(f'SELECT * FROM "{table}" WHERE "{column}" = ?', (record_id,))  # noqa: S608 - two names
            for table, column in _ROW_TABLES.items()
        }
        self._ready.append((rows, record_id, search_text(KINDS["consultation"], self._values(record_id))))

    def write(self) -> None:
        """Write the oldest record made ready, in one durable transaction."""
        self._statements(*self._ready.pop(0))

    def _values(self, record_id: bytes) -> dict[str, object]:
        row = self._source.row("consultation", record_id) or {}
        return {name: row[name] for name, spec in KINDS["consultation"].fields.items() if spec.search}

    def _statements(self, rows: dict[str, list[tuple[object, ...]]], record_id: bytes, words: str) -> None:
        run = self._raw.execute
        run("BEGIN IMMEDIATE")
        for table, found in rows.items():
            for row in found:
                run(f'INSERT INTO "{table}" VALUES ({", ".join("?" * len(row))})', row)  # noqa: S608 - two names
        place = run(
            'INSERT INTO "search_entry" ("record_id", "kind", "scope") VALUES (?, ?, ?) RETURNING "place"',
            (record_id, "consultation", self._source.unit_scope),
        ).fetchone()[0]
        run('INSERT INTO "search" ("rowid", "words") VALUES (?, ?)', (place, words))
        run("COMMIT")


def _raw(store: Store) -> connection.Connection:
    database = store.database
    return connection.open_file(Path(database.database), database._key)  # noqa: SLF001 - the bare driver, on purpose


def _log_bytes(store: Store, work: Callable[[], object]) -> float:
    """Return the kilobytes of write-ahead log that one run of `work` takes."""
    store.query("PRAGMA wal_checkpoint(TRUNCATE)")
    for _ in range(SAVES):
        work()
    return (store.folder / "desk.db-wal").stat().st_size / SAVES / 1000


def listing(big: BenchDesk, small: BenchDesk) -> list[Figure]:
    """First pages of every list, on the large desk and on the small one."""
    figures = []
    wanted: dict[str, dict[str, str]] = {
        "consultations": {"kind": "consultation"},
        "consultations in one state": {"kind": "consultation", "state": "waiting"},
        # A surname: the small desk too has a whole page of it, so that both show as much.
        "consultations filtered by a name": {"kind": "consultation", "text": "张"},
        "consultations filtered by a common word": {"kind": "consultation", "text": "土地承包"},
        "persons": {"kind": "person"},
    }
    for name, how in wanted.items():
        large, little = in_turn([_page(big, how), _page(small, how)])
        figures.append(at_most(f"first page: {name}", large, "ms", 50))
        peers = {"at_200000_ms": large, "at_2000_ms": little, "rows": float(len(_page(small, how)()))}
        figures.append(at_most(f"  the same at 200,000, of 2,000: {name}", large / little, "×", 1.3, **peers))
    counted = median_ms(lambda: lists.count(big.session, "consultation"), 10)
    figures.append(at_most("number of consultations under the list", counted, "ms", 50))
    return figures


def _page(desk: BenchDesk, how: dict[str, str]) -> Callable[[], list[Record]]:
    return lambda: lists.page(desk.session, how["kind"], text=how.get("text", ""), state=how.get("state", ""))


def searching(desk: BenchDesk) -> list[Figure]:
    """The search box, beside the bare query of the index that brings the same fifty records."""
    figures = []
    for what, typed in (
        ("a name", "王伟"),
        ("a common word", "土地承包"),
        ("initials", "zww"),
        ("digits", "1234"),
    ):
        ours, bare = in_turn([_search(desk, typed), _bare_search(desk.session.store, typed)])
        found = len(search.hits(desk.session, typed))
        peers = {"ours_ms": ours, "bare_ms": bare, "found": float(found)}
        figures.append(at_most(f"search for {what}, of the bare FTS5 query", ours / bare, "×", 2, **peers))
    return figures


def _search(desk: BenchDesk, typed: str) -> Callable[[], object]:
    return lambda: search.hits(desk.session, typed)


def _bare_search(store: Store, typed: str) -> Callable[[], object]:
    """The index is asked for the newest fifty, and the rows they stand for are read."""
    wanted = pinyin.query_terms(typed)

    def bare() -> None:
        places = store.query(
            'SELECT e."kind", e."record_id" FROM "search" s JOIN "search_entry" e ON e."place" = s."rowid" '
            'WHERE s."words" MATCH ? ORDER BY s."rowid" DESC LIMIT 50',
            (wanted,),
        )
        for kind, record_id in places:
            store.query(f'SELECT * FROM "{kind}" WHERE "id" = ?', (record_id,))  # noqa: S608 - declared names

    return bare
