"""Connections, transactions and migrations, on SQLite and PostgreSQL by the same code.

The server keeps no state of its own between requests: any number of processes may stand before one
PostgreSQL. On SQLite one process writes, and a lock hands the writers their turn in order, which is
fairer than SQLite's own waiting.
"""

import hashlib
import logging
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

import peewee
from peewee import Psycopg3Adapter, __exception_wrapper__  # type: ignore[attr-defined]  # how peewee itself runs a cursor
from playhouse.pool import MaxConnectionsExceeded, PooledPostgresqlDatabase, PooledSqliteDatabase

from county_server import hosts
from county_server.errors import CountyTrouble, Refused

_log = logging.getLogger(__name__)

MIGRATIONS = Path(__file__).parent / "migrations"
BUSY_SECONDS = 30
_PRAGMAS = {
    "busy_timeout": BUSY_SECONDS * 1000,
    "journal_mode": "wal",
    "synchronous": "full",
    "foreign_keys": 1,
    "cache_size": -16_384,
    "wal_autocheckpoint": 4_000,
}
"""FULL: an acknowledged change survives a power cut (domain: sync §3.3); a cache of 16 MiB belongs to each
connection, of which there may be 20. The log is written back every 16 MiB, not every 4, as a desk waits for
it."""

RESTED_SECONDS = 1.0

_LINE = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 15_000,
}
"""A database machine that vanishes without a word is given up in seconds, and the next one is asked."""

Statement = tuple[str, Sequence[Sequence[object]]]
"""SQL with `?` as blanks, to be run once for each of these rows; it returns nothing."""


class _Adapter(Psycopg3Adapter):
    """Connects to the machine that answered last before it asks the others."""

    def __init__(self) -> None:
        super().__init__()
        self._last: hosts.Place | None = None

    def connect(self, db: peewee.Database, **settings: str | int | None) -> hosts.Line:
        """Connect as peewee asks."""
        made, self._last = hosts.connect(db.database, self._last, **settings)
        return made


class _Postgres(PooledPostgresqlDatabase):
    """Asks a connection whether it still lives only after a rest.

    Asked each time, as peewee does, that is a question to the server for which all other threads wait. One
    that died within the second fails its request, which the desk sends again, and is dropped. Where one is
    dead the others that rested are too: a machine that hangs lets each be waited for.
    """

    psycopg3_adapter = _Adapter

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as peewee declares it
        self._rested: WeakKeyDictionary[Any, float] = WeakKeyDictionary()
        super().__init__(*args, **kwargs)

    def _is_closed(self, conn: Any) -> bool:  # noqa: ANN401 - as peewee declares it
        rested = time.monotonic() - self._rested.get(conn, 0.0)
        dead = bool(conn.closed) or (rested > RESTED_SECONDS and bool(super()._is_closed(conn)))
        if dead:
            self.close_idle()
        return dead

    def _can_reuse(self, conn: Any) -> bool:  # noqa: ANN401 - as peewee declares it
        self._rested[conn] = time.monotonic()
        return bool(super()._can_reuse(conn))


class Database:
    """One county's database: reading, writing, many rows at once."""

    def __init__(self, url: str, connections: int = 20) -> None:
        self.postgres = url.startswith(("postgresql://", "postgres://"))
        common = {"max_connections": connections, "timeout": BUSY_SECONDS}
        if self.postgres:
            line = {
                name: value for name, value in _LINE.items() if name not in url
            }  # the address goes before
            self.peewee = _Postgres(url, prefer_psycopg3=True, **common, **line)
        else:
            self.peewee = PooledSqliteDatabase(url, pragmas=_PRAGMAS, check_same_thread=False, **common)
        self._turn = threading.Lock()

    @property
    def dialect(self) -> str:
        """The folder of the migrations: "sqlite" or "postgres"."""
        return "postgres" if self.postgres else "sqlite"

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read one consistent state: everything inside sees the same commits.

        Inside another transaction of this thread it is a part of that.

        Raises:
            Refused: "busy" (503): no connection came free in time, or the database is away.
        """
        if self.peewee.in_transaction():
            yield
            return
        with self.connected(), self._transaction("REPEATABLE READ" if self.postgres else "DEFERRED"):
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Write in one transaction, all or nothing, durable when it ends.

        Inside another that writes it is a part of that.

        Raises:
            Refused: "busy" (503): the database is away or its disk is full; nothing was written.
        """
        if self.peewee.in_transaction():
            yield
            return
        with self.connected():
            if self.postgres:
                with self._transaction("READ COMMITTED"):
                    yield
            else:
                with self._turn, self._transaction("IMMEDIATE"):
                    yield

    @contextmanager
    def connected(self) -> Iterator[None]:
        """Have a connection, without a transaction: enough for one statement that reads.

        Raises:
            Refused: "busy" (503).
        """
        try:
            with self.peewee.connection_context():
                yield
        except (peewee.OperationalError, peewee.InterfaceError, MaxConnectionsExceeded) as error:
            _log.error("database: %s", type(error).__name__)
            raise Refused("busy", 503) from error

    @contextmanager
    def _transaction(self, kind: str) -> Iterator[None]:
        with self.peewee.atomic(kind):
            yield

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Run one statement with `?` as blanks and return its rows."""
        cursor = self.peewee.execute_sql(self._own(sql), values)
        # Asked for its description, a cursor describes every column; whether there are rows is enough.
        returns = cursor.rownumber is not None if self.postgres else cursor.description
        return cursor.fetchall() if returns else []

    def one(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row, or None."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def many(self, sql: str, rows: Sequence[Sequence[object]]) -> None:
        """Run one statement for each of `rows`; on PostgreSQL in one pipeline, without waiting for each."""
        if rows:
            with __exception_wrapper__:
                self.peewee.cursor().executemany(self._own(sql), rows)

    def insert(self, table: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
        """Insert rows; on PostgreSQL by COPY, which costs both sides half of what statements do.

        Raises:
            peewee.IntegrityError: One of them is there already.
        """
        if not rows:
            return
        names = ", ".join(f'"{name}"' for name in columns)
        if not self.postgres:
            self.many(f'INSERT INTO "{table}" ({names}) VALUES ({marks(len(columns))})', rows)  # noqa: S608 - our names
            return
        with __exception_wrapper__, self.peewee.cursor().copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)

    def write(self, statements: Iterable[Statement]) -> None:
        """Run statements that return nothing; on PostgreSQL without waiting for one after the other."""
        if not self.postgres:
            for sql, rows in statements:
                self.many(sql, rows)
            return
        with __exception_wrapper__, self.peewee.connection().pipeline():
            cursor = self.peewee.cursor()
            for sql, rows in statements:
                for row in rows:
                    cursor.execute(self._own(sql), row)

    def locked(self, sql: str) -> str:
        """Return a SELECT that holds the rows until the transaction ends; SQLite's writer is alone anyway."""
        return f"{sql} FOR UPDATE" if self.postgres else sql

    def _own(self, sql: str) -> str:
        return sql.replace("?", "%s") if self.postgres else sql

    def close(self) -> None:
        """Close all connections; the object cannot be used after."""
        self.peewee.close_all()

    def migrate(self) -> int:
        """Bring the tables up to date and return the number of the last migration.

        Raises:
            CountyTrouble: "county.newer": a newer program made this database; "county.other": its tables were
                made by other steps than this program's.
        """
        with self.writing():
            self.rows("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)")
            made = dict(self.rows("SELECT number, name FROM migration ORDER BY number"))
            scripts = {path.name: path.read_text("utf-8") for path in migration_files(self.dialect)}
            steps = {number: _step(*each) for number, each in enumerate(scripts.items(), 1)}
            if any(made.get(number, step) != step for number, step in steps.items()):
                raise CountyTrouble("county.other")
            if max(made, default=0) > len(steps):
                raise CountyTrouble("county.newer", number=max(made), known=len(steps))
            for number, script in enumerate(scripts.values(), 1):
                if number not in made:
                    for statement in _statements(script):
                        self.rows(statement)
                    self.rows("INSERT INTO migration (number, name) VALUES (?, ?)", number, steps[number])
        return len(steps)


def migration_files(dialect: str) -> list[Path]:
    """Return the numbered SQL files of a dialect, in order and without a gap."""
    return sorted((MIGRATIONS / dialect).glob("[0-9][0-9][0-9][0-9]_*.sql"))


def _step(name: str, script: str) -> str:
    """Return what is kept of a step that was taken: a file that was changed since is another step."""
    return f"{name} {hashlib.sha256(script.encode()).hexdigest()[:16]}"


def _statements(script: str) -> Iterable[str]:
    lines = (line for line in script.splitlines() if not line.startswith("--"))
    return (statement for statement in "\n".join(lines).split(";\n") if statement.strip())


def marks(count: int) -> str:
    """Return `count` blanks for a VALUES or IN list."""
    return ", ".join("?" * count)
