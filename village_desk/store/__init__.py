"""The desk file: opened, migrated, read, and written by units of work.

One `Store` serves any number of threads; each gets a connection of its own on first use and closes it
with `close_connection` when it ends.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from village_desk import times
from village_desk.crashpoints import crashpoint
from village_desk.crypto import CHAIN_START
from village_desk.errors import StoreTrouble
from village_desk.keys import DataKey
from village_desk.store import connection
from village_desk.store.attachments import Attachments
from village_desk.store.unit_of_work import OPEN_STATES, Birth, UnitOfWork
from village_desk.tables import DESK_ENVELOPE, Model, tables_for

if TYPE_CHECKING:
    from village_desk.session import Actor

__all__ = ["DESK_FILE", "OPEN_STATES", "Birth", "Head", "Store", "StoredChange", "UnitOfWork"]

DESK_FILE = "desk.db"
BLOB_FOLDER = "attachments"
RESTORED_FILE = "restored.json"
"""The manifest of the backup a desk was restored from; the next opening takes it in."""


@dataclass(frozen=True, slots=True)
class Head:
    """The end of this device's chain: number and hash of the last change."""

    n: int
    hash: bytes


@dataclass(frozen=True, slots=True, repr=False)
class StoredChange:
    """One change as it lies in the log, in the exact bytes that are sent."""

    n: int
    g: int
    kind: str
    record_id: bytes
    body: bytes
    salt: bytes
    hash: bytes


class Store:
    """The desk file of one PC. Made by `open_store` or `create_store`."""

    def __init__(self, folder: Path, key: DataKey) -> None:
        self.folder = folder
        self.database = connection.DeskDatabase(folder / DESK_FILE, key)
        self.tables = tables()
        self._selects = _selects()
        self.attachments = Attachments(folder / BLOB_FOLDER, key.purpose("blob"))
        self._turn = threading.RLock()

    # ---------------------------------------------------------------- writing

    @contextmanager
    def unit_of_work(self, actor: "Actor | None", at: int) -> Iterator[UnitOfWork]:
        """Open one immediate transaction; it commits on a clean exit and leaves nothing on an exception.

        Args:
            actor: Who acts; None when the program itself does (sync, set-up).
            at: The moment, UTC ms.

        Raises:
            StoreTrouble: The disk is full, the file is locked or damaged; nothing was written.
        """
        with self._in_turn(), connection.store_troubles():
            with self.database.atomic("immediate"):
                uow = UnitOfWork(self, actor, at)
                yield uow
                crashpoint("save.before_commit")
            crashpoint("save.after_commit")

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Let the threads of this program write one after the other.

        SQLite lets those who wait only try again now and then: beside a first sync, which writes all the
        time, a save would find the file free once in many tries.
        """
        if not self._turn.acquire(timeout=connection.WAIT_SECONDS):
            raise StoreTrouble("store.locked")
        try:
            yield
        finally:
            self._turn.release()

    # ---------------------------------------------------------------- reading

    def row(self, kind: str, record_id: bytes) -> dict[str, Any] | None:
        """Return the columns of one record, or None."""
        return next(self.rows(kind, '"id" = ?', (record_id,)), None)

    def rows(
        self, kind: str, where: str = "", parameters: tuple[object, ...] = ()
    ) -> Iterator[dict[str, Any]]:
        """Return the rows of a kind one by one, those for which the SQL condition `where` holds."""
        names, select = self._selects[kind]
        with connection.store_troubles():
            for row in self.database.execute_sql(f"{select} WHERE {where}" if where else select, parameters):
                yield dict(zip(names, row, strict=True))

    def query(self, sql: str, parameters: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Run a reading statement and return its rows."""
        with connection.store_troubles():
            return list(self.database.execute_sql(sql, parameters).fetchall())

    def state(self, key: str) -> bytes | None:
        """Return one thing remembered about this desk (see `UnitOfWork.set_state`)."""
        found = self.query('SELECT "v" FROM "desk_state" WHERE "k" = ?', (key,))
        if not found or found[0][0] is None:
            return None
        held = found[0][0]
        return held.encode() if isinstance(held, str) else bytes(held)

    def text_state(self, key: str, default: str = "") -> str:
        """Return the same as text."""
        held = self.state(key)
        return default if held is None else held.decode()

    @property
    def unit_code(self) -> str:
        """The division code of this desk's unit: 12 digits of a village, 9 of a township."""
        return self.text_state("unit_code")

    @property
    def unit_scope(self) -> str:
        """The same as the 12 digits a record of this unit carries; a township's end in zeros."""
        return self.unit_code.ljust(12, "0")

    @property
    def device_id(self) -> bytes:
        """The id given at enrolment, or empty bytes before it."""
        return self.state("device_id") or b""

    @property
    def profile_version(self) -> int:
        """Version of the county profile in force."""
        return int(self.text_state("profile_version", "0"))

    def clock_offset(self) -> int | None:
        """Return how far this PC's clock was from the county's at the last contact, ms; None when unknown."""
        held = self.text_state("clock_offset")
        return int(held) if held else None

    def head(self) -> Head:
        """Return the end of the chain; of an empty log, number 0."""
        found = self.query('SELECT "n", "hash" FROM "change" ORDER BY "n" DESC LIMIT 1')
        return Head(found[0][0], bytes(found[0][1])) if found else Head(0, CHAIN_START)

    def close_connection(self) -> None:
        """Close the connection of the calling thread, if it has one."""
        if not self.database.is_closed():
            self.database.close()


@cache
def tables() -> dict[str, Model]:
    """Return the model of every kind, bound to no file, so that one making serves every desk of a process.

    Who runs a statement of one names the database: `.execute(store.database)`.
    """
    return tables_for(None, DESK_ENVELOPE)


@cache
def _selects() -> dict[str, tuple[tuple[str, ...], str]]:
    """Peewee spells a SELECT of forty columns out anew each time, which takes longer than running it."""
    return {name: _select(name, table) for name, table in tables().items()}


def get_ready() -> None:
    """Make what every desk file needs and none decides, before one is opened: some ten milliseconds."""
    _selects()


def _select(kind: str, table: Model) -> tuple[tuple[str, ...], str]:
    """Return the names of a table's columns and the statement that reads them all."""
    columns = table._meta.sorted_fields  # noqa: SLF001 - peewee's own place for it
    listed = ", ".join(f'"{column.column_name}"' for column in columns)
    return tuple(column.name for column in columns), f'SELECT {listed} FROM "{kind}"'  # noqa: S608 - declared names


def open_store(folder: Path, key: DataKey) -> Store:
    """Open the desk in `folder` with a proved key and bring its file to today's shape.

    Raises:
        StoreTrouble: missing, empty, foreign, newer, damaged, read-only or locked; nothing is changed then.
    """
    trouble = connection.classify(folder / DESK_FILE, key, connection.FILE_VERSION)
    if trouble is not None:
        raise trouble
    store = Store(folder, key)
    if store.query("PRAGMA user_version")[0][0] < connection.FILE_VERSION:
        _migrate(store)
    if (folder / RESTORED_FILE).exists():
        _note_restored(store)
    return store


def _note_restored(store: Store) -> None:
    """Take in that the file came from a backup; the sign goes when the file itself says so."""
    from village_desk.store import relog  # noqa: PLC0415 - it builds on this module, and is needed once

    with store.unit_of_work(None, times.now()) as uow:
        relog.came_from_backup(uow)
    with connection.store_troubles():
        (store.folder / RESTORED_FILE).unlink()


def _migrate(store: Store) -> None:
    # Imported only here: a file of today's shape, which is nearly every one, opens without them.
    from sqlite_utils import Database  # noqa: PLC0415 - see above

    from village_desk.store import migrations  # noqa: PLC0415 - see above

    with connection.store_troubles():
        migrations.migrate(Database(store.database.connection()))


def create_store(folder: Path, key: DataKey) -> Store:
    """Make an empty desk file in `folder`.

    Raises:
        StoreTrouble: "store.exists": a desk lies there already, or the disk is full or read-only.
    """
    if (folder / DESK_FILE).exists():
        raise StoreTrouble("store.exists")
    connection.create_database(folder / DESK_FILE, key)
    return open_store(folder, key)
