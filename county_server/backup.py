"""Backups of a county, and putting one back.

A backup is one SQLite file, whatever the county's own database is, so that one way of reading proves and
restores it; attachments lie beside all backups of a folder, each once, because they never change. A backup
counts when it was read back whole and audited; then every device is told how far it is covered (`durable`).
It holds the county's signing key and is not encrypted: it belongs on a medium that is.
"""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Any

import msgspec
import peewee
from msgspec import Struct

from county_server import audit, blobs, recovery
from county_server.audit import Findings
from county_server.blobs import sync_folder
from county_server.config import Config
from county_server.county import County, open_county
from county_server.database import Database, marks
from county_server.errors import CountyTrouble
from village_desk import times
from village_desk.crashpoints import crashpoint

DATABASE_FILE, MANIFEST_FILE, BLOB_FOLDER = "county.db", "manifest.json", "attachments"
PART = ".part"
ROWS = 1_000
"""Rows copied with one statement."""


class Manifest(Struct, kw_only=True):
    """What a backup is.

    Attributes:
        made_at: When it was begun, UTC ms; everything committed before is in it.
        county: Division code of the county.
        changes: Rows of the feed.
        digest: SHA-256 of the database file, hexadecimal.
        problems: What `county_server.audit` found wrong in it, as "code: where"; the county has it too.
    """

    made_at: int
    county: str
    inc: str
    changes: int
    digest: str
    problems: list[str] = []


# ---------------------------------------------------------------- making one


def back_up(county: County, target: Path) -> tuple[Path, Manifest]:
    """Write a backup into the folder `target`, read it back and audit it; the server may go on serving.

    A county that does not verify is backed up too, but no device is told that it is covered.

    Raises:
        CountyTrouble: "county.file": it cannot be written; "county.backup_damaged": the medium gave back
            something else than was written. No half backup is left that looks whole.
    """
    made_at = county.clock()
    final = _free(target, datetime.fromtimestamp(made_at / 1000, tz=times.CHINA))
    part = final.with_name(final.name + PART)
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=0o700)
        copy = part / DATABASE_FILE
        crashpoint("county_backup.before_copy")
        os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
        _copy_out(county.database, copy)
        found = _audited(county, copy)
        _copy_blobs(county.blobs, target / BLOB_FOLDER)
        manifest = Manifest(
            made_at=made_at,
            county=county.code,
            inc=county.incarnation,
            changes=found.changes,
            digest=blobs.measure(copy),
            problems=[f"{code}: {where}" for code, where in found.problems],
        )
        _write(part / MANIFEST_FILE, msgspec.json.encode(manifest))
        _sync_file(copy)
        sync_folder(part)
        crashpoint("county_backup.before_rename")
        part.rename(final)
        crashpoint("county_backup.after_rename")
        sync_folder(target)
    except (OSError, sqlite3.Error) as error:
        raise CountyTrouble("county.file", file=str(target)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    if not manifest.problems:
        _mark_durable(county, final / DATABASE_FILE, made_at)
    return final, manifest


def _free(target: Path, moment: datetime) -> Path:
    """Return the folder of a backup made at `moment`; two of one second have different names."""
    first = target / moment.strftime("county-%Y%m%d-%H%M%S")
    later = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(path for path in chain([first], later) if not path.exists())


def _copy_out(database: Database, copy: Path) -> None:
    """Copy the database as of one moment into an empty SQLite file."""
    if not database.postgres:
        with (
            contextlib.closing(sqlite3.connect(database.peewee.database)) as source,
            contextlib.closing(sqlite3.connect(copy)) as target,
        ):
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE").fetchone()
        return
    made = Database(str(copy), 1)
    made.migrate()
    made.close()
    with contextlib.closing(sqlite3.connect(copy)) as target, database.reading():
        target.execute("PRAGMA journal_mode=DELETE").fetchone()
        for table, columns in _tables(target):
            target.execute(f'DELETE FROM "{table}"')  # noqa: S608 - names from our own schema
            insert = f'INSERT INTO "{table}" ({columns}) VALUES ({marks(columns.count(",") + 1)})'  # noqa: S608 - names from our own schema
            for rows in _streamed(database, f'SELECT {columns} FROM "{table}"'):  # noqa: S608 - names from our own schema
                target.executemany(insert, rows)
        target.commit()


def _tables(file: sqlite3.Connection) -> list[tuple[str, str]]:
    """Return the tables of a county with their columns, those that others refer to first."""
    names = file.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    return [
        (name, ", ".join(f'"{row[1]}"' for row in file.execute(f'PRAGMA table_info("{name}")').fetchall()))
        for (name,) in names
        if name != "migration" and not name.startswith("sqlite_")
    ]


def _streamed(database: Database, sql: str) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows of a PostgreSQL table in portions; all of it at once would not fit into memory."""
    with database.peewee.connection().cursor(name="backup") as cursor:
        cursor.execute(sql)
        while rows := cursor.fetchmany(ROWS):
            yield rows


def _audited(county: County, copy: Path) -> Findings:
    """Read a copy back as a county and prove it.

    Raises:
        CountyTrouble: "county.backup_damaged".
    """
    with contextlib.closing(sqlite3.connect(copy)) as file:
        if file.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise CountyTrouble("county.backup_damaged", folder=str(copy.parent))
    there = replace(county, database=Database(str(copy), 1))
    try:
        found = audit.verify(there)
    finally:
        there.close()
    with contextlib.closing(sqlite3.connect(copy)) as file:
        file.execute("PRAGMA journal_mode=DELETE").fetchone()  # one file, readable on a medium of its own
    return found


def _copy_blobs(source: Path, target: Path) -> None:
    """Copy the attachments that are not there yet, read back; what is damaged here is not carried over."""
    for path in sorted(source.glob(f"*/{'?' * blobs.DIGEST_DIGITS}")):
        copied = target / path.parent.name / path.name
        if copied.exists() and copied.stat().st_size == path.stat().st_size:
            continue
        copied.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        part = copied.with_name(copied.name + PART)
        shutil.copyfile(path, part)
        _sync_file(part)
        if blobs.measure(part) == path.name:
            part.replace(copied)
        else:
            part.unlink()


def _mark_durable(county: County, copy: Path, made_at: times.Moment) -> None:
    """Note for every device the last change that a verified backup holds; desks are told in a round."""
    with contextlib.closing(sqlite3.connect(copy)) as file:
        covered = file.execute("SELECT last, id FROM device").fetchall()
    with county.database.writing():
        county.database.many("UPDATE device SET durable = ? WHERE id = ?", covered)
        county.database.rows("DELETE FROM meta WHERE k = ?", blobs.BACKED_UP)
        county.database.rows("INSERT INTO meta (k, v) VALUES (?, ?)", blobs.BACKED_UP, str(made_at))


# ---------------------------------------------------------------- putting one back


def restore(config: Config, backup: Path, now: times.Moment | None = None) -> tuple[Manifest, Path | None]:
    """Put a backup in the place of the county in `config`; the server must be stopped.

    Returns:
        What was restored, and where the database that lay there is now: it is set aside, never deleted.

    Raises:
        CountyTrouble: "county.backup_damaged": it is incomplete or altered; "county.running": somebody has
            the database open; "county.exists": the PostgreSQL database is not empty; "county.file".
    """
    manifest = read_manifest(backup)
    moment = times.now() if now is None else now
    try:
        if "://" in config.database:
            _copy_in(config, backup / DATABASE_FILE, manifest, moment)
            aside = None
        else:
            aside = _replace_file(Path(config.database), backup / DATABASE_FILE, manifest, moment)
        _copy_blobs(backup.parent / BLOB_FOLDER, Path(config.blobs))
    except OSError as error:
        raise CountyTrouble("county.file", file=config.database) from error
    open_county(config).close()
    return manifest, aside


def read_manifest(backup: Path) -> Manifest:
    """Return what a backup is, once its bytes are those it was made with.

    Raises:
        CountyTrouble: "county.backup_damaged".
    """
    try:
        manifest = msgspec.json.decode((backup / MANIFEST_FILE).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        raise CountyTrouble("county.backup_damaged", folder=str(backup)) from None
    if blobs.measure(backup / DATABASE_FILE) != manifest.digest:
        raise CountyTrouble("county.backup_damaged", folder=str(backup))
    return manifest


def begin_anew(config: Config, made_at: times.Moment, now: times.Moment | None = None) -> str:
    """Give a database that was put back by its own tools (PITR, Litestream) its new incarnation.

    `made_at` is the moment up to which it was recovered. Returns the new incarnation.

    Raises:
        CountyTrouble: "county.missing", "county.newer".
    """
    here = open_county(config)
    try:
        with here.database.writing():
            return recovery.begin_anew(here.database, made_at, times.now() if now is None else now)
    finally:
        here.close()


def _replace_file(database: Path, copy: Path, manifest: Manifest, now: times.Moment) -> Path | None:
    """Prepare the file beside the database, set the old one aside with its log, and rename."""
    part = database.with_name(database.name + PART)
    for suffix in ("", "-wal", "-shm"):
        part.with_name(part.name + suffix).unlink(missing_ok=True)
    database.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL, 0o600))
    shutil.copyfile(copy, part)
    made = Database(str(part), 1)
    made.migrate()
    with made.writing():
        recovery.begin_anew(made, manifest.made_at, now)
    made.close()
    _sync_file(part)
    aside = _set_aside(database, now) if database.exists() else None
    part.rename(database)
    sync_folder(database.parent)
    return aside


def _set_aside(database: Path, now: times.Moment) -> Path:
    _refuse_open(database)
    stamp = datetime.fromtimestamp(now / 1000, tz=times.CHINA).strftime("%Y%m%d-%H%M%S")
    aside = database.with_name(f"{database.name}.before-{stamp}")
    for suffix in ("-wal", "-shm", ""):
        path = database.with_name(database.name + suffix)
        if path.exists():
            path.rename(aside.with_name(aside.name + suffix))
    return aside


def _refuse_open(database: Path) -> None:
    """Refuse while a server has the file open: it would go on writing into the one set aside."""
    try:
        with contextlib.closing(sqlite3.connect(database, timeout=1, isolation_level=None)) as file:
            file.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
            file.execute("BEGIN EXCLUSIVE")
            file.execute("ROLLBACK")
    except sqlite3.OperationalError:
        raise CountyTrouble("county.running") from None
    except sqlite3.DatabaseError:
        return  # it is damaged, which may be why a backup is put back


def _copy_in(config: Config, copy: Path, manifest: Manifest, now: times.Moment) -> None:
    """Fill an empty PostgreSQL database in one transaction."""
    database = Database(config.database, 1)
    try:
        database.migrate()
        with (
            contextlib.closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as file,
            database.writing(),
        ):
            if database.one("SELECT v FROM meta WHERE k = 'code'"):
                raise CountyTrouble("county.exists")
            for table, columns in _tables(file):
                database.rows(f'DELETE FROM "{table}"')  # noqa: S608 - names from our own schema
                insert = f'INSERT INTO "{table}" ({columns}) VALUES ({marks(columns.count(",") + 1)})'  # noqa: S608 - as above
                cursor = file.execute(f'SELECT {columns} FROM "{table}"')  # noqa: S608 - as above
                while rows := cursor.fetchmany(ROWS):
                    database.many(insert, rows)
            recovery.begin_anew(database, manifest.made_at, now)
    except peewee.PeeweeException as error:
        raise CountyTrouble("county.file", file="PostgreSQL") from error
    finally:
        database.close()


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _sync_file(path)


def _sync_file(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
