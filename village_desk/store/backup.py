"""Backups, and restoring one.

A backup is a folder: an encrypted copy of the desk file taken by SQLite's online backup while the desk
goes on working, the slots, the attachments, and a sealed manifest. It is written under a name ending in
`.part`, read back from the medium and checked as a whole, and only then gets the name that makes it count.
The folder's name is a date; nothing readable in it says whose data it is, but for the names on the slots.

Restoring checks the backup, copies it beside the desk's files and checks the copy; from then on a crash
is made good by `finish_restore` at the next start. What lay there before is set aside, never deleted.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from village_desk import times
from village_desk.crashpoints import crashpoint
from village_desk.durable import PART, file_troubles, pieces_of, sync_file, sync_folder, write_new
from village_desk.errors import StoreTrouble
from village_desk.keys import KEYS_FILE, DataKey
from village_desk.paths import PLACING, PREPARED
from village_desk.store import RESTORED_FILE
from village_desk.store import connection as desk_file
from village_desk.store.chain import chain_state
from village_desk.store.connection import FILE_VERSION
from village_desk.store.manifest import MANIFEST_FILE, Manifest, file_digest, manifest_bytes, read_manifest

DESK_FILE = "desk.db"
BLOB_FOLDER = "attachments"

_PREFIX = "village-desk-"
_COPIED = (KEYS_FILE, f"{KEYS_FILE}.copy")
_DESK_SET = (
    *(f"{DESK_FILE}{end}" for end in ("", "-wal", "-shm", "-journal")),
    *_COPIED,
    f"{KEYS_FILE}.tries",
    BLOB_FOLDER,
    RESTORED_FILE,
)
"""All that is one desk: what is set aside together, because a log beside another file would destroy it."""
_ASIDE = "set-aside-"

Progress = Callable[[int, int], None]
"""Is told how many files of how many are done."""


def _silent(_done: int, _all: int) -> None:
    pass


def back_up(
    folder: Path, key: DataKey, target: Path, at: times.Moment | None = None, progress: Progress = _silent
) -> Path:
    """Write a checked backup of the desk in `folder` into `target` and return its folder.

    The desk may be in use; what is committed while this runs is in the next backup.

    Args:
        folder: Of the desk.
        key: Of the desk.
        target: An existing folder, such as a USB stick.
        at: The moment to name the backup after; now.
        progress: Called after each file.

    Raises:
        StoreTrouble: "store.full", "store.missing" (also: pulled out), "store.readonly", "store.io",
            "store.damaged" (the desk file is not sound), "store.backup_damaged" (the medium gave back
            something else than was written). No half backup is left that looks whole.
    """
    made_at = times.now() if at is None else at
    if not target.is_dir():
        raise StoreTrouble("store.missing")
    final = _free_name(target, _PREFIX + _stamp(made_at))
    part = final.with_name(final.name + PART)
    with desk_file.store_troubles(), _removed_on_failure(part):
        _remove_leftovers(target)
        part.mkdir(mode=0o700)
        crashpoint("backup.before_copy")
        counts = _copy_database(folder / DESK_FILE, part / DESK_FILE, key)
        _copy_files(folder, part, progress)
        _write_manifest(part, key, made_at, counts)
        check_backup(part, key)
        crashpoint("backup.before_rename")
        part.rename(final)
        sync_folder(target)
        crashpoint("backup.after_rename")
    return final


def check_backup(backup: Path, key: DataKey) -> Manifest:
    """Read a backup through: every file, every page, the whole history. Nothing is written.

    Raises:
        StoreTrouble: "store.backup_incomplete", "store.backup_damaged", "store.newer".
    """
    with desk_file.store_troubles():
        manifest = read_manifest(backup, key)
        for name, told in manifest.files.items():
            if not (backup / name).is_file() or file_digest(backup / name) != told:
                raise StoreTrouble("store.backup_damaged")
        trouble = desk_file.classify(backup / DESK_FILE, key, FILE_VERSION, thorough=True, read_only=True)
        if trouble is not None:
            raise trouble if trouble.code == "store.newer" else StoreTrouble("store.backup_damaged")
        with contextlib.closing(desk_file.open_file(backup / DESK_FILE, key, read_only=True)) as copy:
            chain, counts = chain_state(copy), _counts(copy)
    told_chain = (manifest.n, manifest.head, manifest.broken_at)
    if (chain.n, chain.head.hex(), chain.broken_at) != told_chain or counts != manifest.counts:
        raise StoreTrouble("store.backup_damaged")
    return manifest


def backups(target: Path) -> list[Path]:
    """Return the backups in a folder, newest first; unfinished ones are not among them."""
    with file_troubles():
        named = [path for path in target.glob(f"{_PREFIX}*") if not path.name.endswith(PART)]
    return sorted((path for path in named if (path / MANIFEST_FILE).is_file()), reverse=True)


def restore(backup: Path, folder: Path, key: DataKey, at: times.Moment | None = None) -> Path:
    """Put a backup in the place of the desk in `folder` and return where the old files are set aside.

    The desk must be closed. `key` comes from the slots inside the backup (`keys.unlock`, `keys.recover`).

    Raises:
        StoreTrouble: as for `check_backup`, or the disk is full; the desk is as it was.
    """
    manifest = check_backup(backup, key)
    with desk_file.store_troubles():
        folder.mkdir(parents=True, exist_ok=True)
        finish_restore(folder)
        aside = _free_name(folder, _ASIDE + _stamp(times.now() if at is None else at))
        prepared = folder / aside.name.replace(_ASIDE, PREPARED, 1)
        part = prepared.with_name(prepared.name + PART)
        with _removed_on_failure(part):
            _copy_backup(backup, part, manifest)
            check_backup(part, key)
            (part / MANIFEST_FILE).replace(part / RESTORED_FILE)
            sync_folder(part)
            crashpoint("restore.before_swap")
            part.rename(prepared)
            sync_folder(folder)
        finish_restore(folder)
    return aside


def finish_restore(folder: Path) -> bool:
    """Finish a restore that a crash interrupted; called before the desk's files are looked at.

    First everything old is set aside, then everything new is put in place; the name of the folder says
    which of the two is going on, so that either can be taken up again.

    Returns:
        Whether there was one.
    """
    with file_troubles():
        for unfinished in folder.glob(f"{PREPARED}*{PART}"):
            shutil.rmtree(unfinished, ignore_errors=True)
        prepared = sorted(folder.glob(f"{PREPARED}*"))
        for source in prepared:
            _set_aside(folder, folder / source.name.replace(PREPARED, _ASIDE, 1))
            source.rename(folder / source.name.replace(PREPARED, PLACING, 1))
            sync_folder(folder)
        placing = sorted(folder.glob(f"{PLACING}*"))
        for source in placing:
            _put_in_place(folder, source)
    return bool(prepared or placing)


def _set_aside(folder: Path, aside: Path) -> None:
    aside.mkdir(mode=0o700, exist_ok=True)
    for name in _DESK_SET:
        if (folder / name).exists():
            (folder / name).rename(aside / name)
            crashpoint("restore.between_renames")
    sync_folder(aside)
    sync_folder(folder)


def _put_in_place(folder: Path, source: Path) -> None:
    for item in sorted(source.iterdir()):
        item.rename(folder / item.name)
        crashpoint("restore.between_renames")
    sync_folder(folder)
    source.rmdir()
    crashpoint("restore.after_swap")


# ---------------------------------------------------------------- copying


def _copy_database(source: Path, copy: Path, key: DataKey) -> dict[str, int]:
    """Copy the desk file as of one moment and return the rows of its tables."""
    os.close(os.open(copy, os.O_CREAT | os.O_EXCL, 0o600))
    with (
        contextlib.closing(desk_file.open_file(source, key)) as old,
        contextlib.closing(desk_file.new_file(copy, key)) as new,
    ):
        old.backup(new)
        # Without a log the copy opens on a medium that cannot be written, and is one file.
        new.execute("PRAGMA journal_mode=DELETE").fetchone()
        counts = _counts(new)
    sync_file(copy)
    return counts


def _counts(connection: desk_file.Connection) -> dict[str, int]:
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type='table' AND sql LIKE 'CREATE TABLE %'"
    )
    tables = sorted(row[0] for row in names.fetchall())
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - names from the schema itself
        for name in tables
    }


def _copy_files(folder: Path, part: Path, progress: Progress) -> None:
    """Copy slots and attachments; after the desk file, so that every file it names is among them."""
    blobs = folder / BLOB_FOLDER
    (part / BLOB_FOLDER).mkdir(mode=0o700)
    names = [name for name in _COPIED if (folder / name).exists()]
    if blobs.is_dir():
        names += [f"{BLOB_FOLDER}/{path.name}" for path in blobs.iterdir() if not path.name.endswith(PART)]
    for done, name in enumerate(names, 1):
        write_new(part / name, pieces_of(folder / name))
        progress(done, len(names))
    sync_folder(part / BLOB_FOLDER)


def _copy_backup(backup: Path, part: Path, manifest: Manifest) -> None:
    """Copy what the manifest of a backup names, and the manifest as the sign of a restored desk."""
    part.mkdir(mode=0o700)
    (part / BLOB_FOLDER).mkdir(mode=0o700)
    for name in (*manifest.files, MANIFEST_FILE):
        write_new(part / name, pieces_of(backup / name))
    sync_folder(part / BLOB_FOLDER)


def _write_manifest(part: Path, key: DataKey, made_at: times.Moment, counts: dict[str, int]) -> None:
    with contextlib.closing(desk_file.open_file(part / DESK_FILE, key, read_only=True)) as copy:
        chain = chain_state(copy)
    files = {
        path.relative_to(part).as_posix(): file_digest(path)
        for path in sorted(part.rglob("*"))
        if path.is_file()
    }
    manifest = Manifest(
        made_at=made_at,
        n=chain.n,
        head=chain.head.hex(),
        broken_at=chain.broken_at,
        counts=counts,
        files=files,
    )
    write_new(part / MANIFEST_FILE, [manifest_bytes(manifest, key)])
    sync_folder(part)


# ---------------------------------------------------------------- names


@contextlib.contextmanager
def _removed_on_failure(part: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _remove_leftovers(target: Path) -> None:
    """Remove what a crash left unfinished here; only names this module gives."""
    for path in target.glob(f"{_PREFIX}*{PART}"):
        shutil.rmtree(path, ignore_errors=True)


def _stamp(moment: times.Moment) -> str:
    return datetime.fromtimestamp(moment / 1000, tz=times.CHINA).strftime("%Y%m%d-%H%M%S")


def _free_name(folder: Path, name: str) -> Path:
    """Return a path in `folder` that nothing has."""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}"
    return path
