"""Opening the desk file: SQLCipher under peewee, and telling apart why a file does not open.

The key is proved by the slots before a file is opened (`keys.unlock`), so nothing here ever means "wrong
password". SQLCipher itself gives one message for a wrong key and a damaged first page, opens a file of
no bytes as a new database, and cannot open a write-ahead log on a read-only medium; hence `classify`.
"""

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import peewee
import sqlcipher3
from sqlcipher3 import dbapi2

from village_desk.durable import PART, file_trouble, file_troubles, part_of, sync_file, sync_folder
from village_desk.errors import StoreTrouble
from village_desk.keys import DataKey

# sqlite-utils takes its driver, and with it the exceptions it handles, from a module of this name; without
# it `insert(alter=True)` fails, because SQLCipher's OperationalError is not that of sqlite3.
if "sqlite_utils" in sys.modules and sys.modules.get("pysqlite3") is not sqlcipher3:
    raise ImportError("village_desk.store.connection is imported before sqlite_utils")
sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

APPLICATION_ID = 0x56444B31
"""VDK1, in the header of every desk file."""
FILE_VERSION = 1
"""`user_version` of the file: raised with each migration. A file of today's shape opens without looking for
steps, and an older program refuses a newer file."""
WAIT_SECONDS = 5.0
"""How long a connection waits for another's write; ours take milliseconds."""

Connection = Any
"""A connection of the driver, which carries no types."""

_PLAIN_HEADER = b"SQLite format 3\0"
_SALT_BYTES = 16
_PAGE = 4096
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # NORMAL lost acknowledged commits in 66 of 80 power cuts, FULL in none of 100
    "foreign_keys=ON",
    "secure_delete=ON",
    "cache_size=-8192",  # KiB a connection: what SQLite's own 2,000 do not hold is deciphered again and again
)
_CODES = {
    5: "store.locked",  # SQLITE_BUSY
    6: "store.locked",  # SQLITE_LOCKED
    7: "store.memory",  # SQLITE_NOMEM
    8: "store.readonly",  # SQLITE_READONLY
    10: "store.io",  # SQLITE_IOERR
    11: "store.damaged",  # SQLITE_CORRUPT
    13: "store.full",  # SQLITE_FULL
    14: "store.io",  # SQLITE_CANTOPEN
    15: "store.locked",  # SQLITE_PROTOCOL: the lock race of a write-ahead log was lost too often
    26: "store.damaged",  # SQLITE_NOTADB
}
_SAID = {
    "database or disk is full": "store.full",
    "attempt to write a readonly database": "store.readonly",
    "disk I/O error": "store.io",
}
"""Codes of what the driver says without a number, while it copies a database."""
_CANNOT_OPEN = 14
_NOT_A_DATABASE = 26


class DeskDatabase(peewee.SqliteDatabase):
    """The desk file under peewee; each thread gets a connection of its own, on first use.

    It is opened, never created: `create_database` does that once. Transactions that write begin with
    `atomic("immediate")`; a deferred one that reads first and then writes fails beside another writer.
    """

    def __init__(self, path: Path, key: DataKey, *, read_only: bool = False) -> None:
        """Name the file; nothing is opened yet.

        Args:
            path: The desk file.
            key: From `keys.unlock`.
            read_only: To read a file on a medium that cannot be written. What only stands in its
                write-ahead log is not seen then.
        """
        super().__init__(str(path), timeout=WAIT_SECONDS)
        self._path = path
        self._key = key
        self._read_only = read_only

    def _connect(self) -> Connection:
        """Open a connection for this thread; called by peewee.

        Raises:
            StoreTrouble: as `classify` says.
        """
        trouble = _from_outside(self._path, self._key)
        if trouble is not None:
            raise trouble
        try:
            connection = open_file(self._path, self._key, read_only=self._read_only)
        except dbapi2.Error as error:
            raise _explained(error, self._path, self._key) from error
        self._add_conn_hooks(connection)  # type: ignore[attr-defined]  # the stubs leave it out
        return connection


def create_database(path: Path, key: DataKey) -> None:
    """Make an empty desk file, readable by its owner only; it appears whole or not at all.

    Raises:
        StoreTrouble: "store.exists": something has that name already; or the disk is full or read-only.
    """
    if path.exists():
        raise StoreTrouble("store.exists")
    part = part_of(path)
    with store_troubles():
        os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
        try:
            with contextlib.closing(new_file(part, key)) as connection:
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
                connection.execute("PRAGMA journal_mode=WAL")
            sync_file(part)
            part.rename(path)
        except BaseException:
            remove_database(part)
            raise
        sync_folder(path.parent)


def remove_database(path: Path) -> None:
    """Remove a half-made file with its log; anything but a half-made one is refused."""
    if not path.name.endswith(PART):
        raise ValueError("only a file that never counted is removed")
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def open_file(path: Path, key: DataKey, *, read_only: bool = False, wait: float = WAIT_SECONDS) -> Connection:
    """Open a bare connection; whoever asks closes it, in the same thread.

    Raises:
        sqlcipher3.dbapi2.Error: for `trouble_of`.
    """
    connection = _keyed(path, key, "mode=ro&immutable=1" if read_only else "mode=rw", wait)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # the first read proves the key
        for pragma in _PRAGMAS if not read_only else ("query_only=ON",):
            connection.execute(f"PRAGMA {pragma}").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def new_file(path: Path, key: DataKey) -> Connection:
    """Open a bare connection to a file of no bytes, to fill it; whoever asks has just made that file.

    Raises:
        sqlcipher3.dbapi2.Error: for `trouble_of`.
    """
    return _keyed(path, key, "mode=rw", WAIT_SECONDS)


def _keyed(path: Path, key: DataKey, mode: str, wait: float) -> Connection:
    address = f"{path.absolute().as_uri()}?{mode}"
    connection = dbapi2.connect(
        address, timeout=wait, isolation_level=None, check_same_thread=False, uri=True
    )
    connection.execute("PRAGMA cipher_log_level=NONE")  # else every bad page is a line on the user's terminal
    connection.execute(f"PRAGMA key=\"x'{key.pragma}'\"")
    return connection


# ---------------------------------------------------------------- what is wrong with a file


def classify(
    path: Path,
    key: DataKey,
    newest: int,
    *,
    thorough: bool = False,
    wait: float = WAIT_SECONDS,
    read_only: bool = False,
) -> StoreTrouble | None:
    """Say why a file cannot be used as the desk file, or nothing when it can. The file is not changed.

    Args:
        path: Where the desk file should be.
        key: Proved by the slots.
        newest: The highest `user_version` this program understands.
        thorough: Also read every page (a second for each 100 MB or so).
        wait: Seconds another program may hold the file.
        read_only: Judge a copy that nobody writes, such as a backup, without touching its medium.

    Returns:
        A trouble with the code "store.missing", "store.empty" (no bytes: emptied by a failing disk or a
        copying program), "store.foreign" (not a desk file, or of another desk), "store.newer",
        "store.damaged", "store.readonly" (it can still be read), "store.locked", "store.io".
    """
    trouble = _from_outside(path, key)
    if trouble is not None:
        return trouble
    try:
        with contextlib.closing(open_file(path, key, wait=wait, read_only=read_only)) as connection:
            trouble = _from_inside(connection, newest, thorough=thorough)
            if trouble is None and not read_only:
                connection.execute("BEGIN IMMEDIATE")  # fails while another program writes
                connection.execute("ROLLBACK")
            return trouble
    except dbapi2.Error as error:
        return _explained(error, path, key)
    except StoreTrouble as found:
        return found


def faults(connection: Connection) -> list[str]:
    """Read every page of an open file and return what is wrong with it, in words for a log: none when sound.

    The log is written back first: a page torn by a power cut is harmless as long as the log covers it.

    Raises:
        StoreTrouble: "store.locked": somebody is reading, so the log cannot be written back.
    """
    if connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
        raise StoreTrouble("store.locked")
    found = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    if not found:
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
    return [] if found == ["ok"] else found


def _from_outside(path: Path, key: DataKey) -> StoreTrouble | None:
    """Judge by size and first bytes; the driver takes a file under one block for a new database."""
    try:
        size = path.stat().st_size
        if size == 0:
            return StoreTrouble("store.empty")
        with path.open("rb") as file:
            head = file.read(_SALT_BYTES)
    except OSError as error:
        return file_trouble(error)
    if head == _PLAIN_HEADER:
        return StoreTrouble("store.foreign")
    if size < _PAGE:
        return StoreTrouble("store.damaged" if head == key.salt else "store.foreign")
    return None


def _from_inside(connection: Connection, newest: int, *, thorough: bool) -> StoreTrouble | None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION_ID:
        return StoreTrouble("store.foreign")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > newest:
        return StoreTrouble("store.newer", version=version, newest=newest)
    if thorough:
        found = faults(connection)
        if found:
            return StoreTrouble("store.damaged", faults=len(found))
    return None


def _explained(error: Exception, path: Path, key: DataKey) -> StoreTrouble:
    """Name what the driver said of this file, by looking at the file again."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == _NOT_A_DATABASE and not _ours(path, key):
        return StoreTrouble("store.foreign")
    if code == _CANNOT_OPEN and not _writable(path):
        return StoreTrouble("store.readonly")
    return trouble_of(error) or StoreTrouble("store.io")


def _ours(path: Path, key: DataKey) -> bool:
    """Say whether a file whose first page is unreadable was ours: its salt stands there, or a zeroed page."""
    with file_troubles(), path.open("rb") as file:
        head = file.read(_SALT_BYTES)
    return head == key.salt or not any(head)


def _writable(path: Path) -> bool:
    return os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)


# ---------------------------------------------------------------- what the driver says


def trouble_of(error: BaseException) -> StoreTrouble | None:
    """Name what the driver, peewee or the file system said; None for what is a mistake of the program."""
    if isinstance(error, OSError):
        return file_trouble(error)
    # A full disk rolls back by itself; peewee's own rollback then fails and hides why behind its context.
    met: BaseException | None = error
    while isinstance(met, dbapi2.Error | peewee.PeeweeException):
        driver_error = getattr(met, "orig", met)
        code = _CODES.get(getattr(driver_error, "sqlite_errorcode", 0) & 0xFF, _SAID.get(str(driver_error)))
        if code:
            return StoreTrouble(code)
        met = met.__context__
    return None


@contextlib.contextmanager
def store_troubles() -> Iterator[None]:
    """Turn what goes wrong inside with disk or file into a `StoreTrouble`; mistakes of the program pass."""
    try:
        yield
    except (dbapi2.Error, peewee.PeeweeException, OSError) as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        raise trouble from error
