"""Places where a test may kill the program or fill its disk, to prove that nothing saved is ever lost.

A program started with `VD_CRASHPOINT=save.before_commit` ends itself there as `kill -9` would: no
handler runs, no buffer is written. `save.before_commit:3` does so at the third time. With
`VD_DISK_FULL=1` beside it nothing can be written from there on instead, as on a full disk. Without the
variable a crash point costs one comparison and does nothing. Desk and county share this module.
"""

import os
import signal
import sys

CRASHPOINTS = (
    "save.before_commit",
    "save.after_commit",
    "draft.before_commit",
    "draft.after_commit",
    "blob.before_rename",
    "blob.after_rename",
    "keys.before_rename",
    "keys.after_rename",
    "backup.before_copy",
    "backup.before_rename",
    "backup.after_rename",
    "restore.before_swap",
    "restore.between_renames",
    "restore.after_swap",
    "migrate.before_step",
    "migrate.after_step",
    "sync.before_send",
    "sync.after_reply",
    "sync.before_apply_commit",
    "sync.after_apply_commit",
    "sync.before_join_commit",
    "push.before_commit",
    "push.after_commit",
    "upload.after_write",
    "upload.before_rename",
    "upload.after_rename",
    "upload.after_record",
    "county_backup.before_copy",
    "county_backup.before_rename",
    "county_backup.after_rename",
    "recovery.before_commit",
    "recovery.after_commit",
    "renew.before_commit",
    "renew.after_commit",
)

_wanted, _, _hit = os.environ.get("VD_CRASHPOINT", "").partition(":")
_hits_left = [int(_hit or 1)]
_fills = bool(os.environ.get("VD_DISK_FULL"))


def crashpoint(name: str) -> None:
    """End the process or fill its disk here when the environment asks; `name` stands in `CRASHPOINTS`."""
    if not name or name != _wanted:
        return
    _hits_left[0] -= 1
    if _hits_left[0] == 0:
        if _fills:
            limit_files(0)
        else:
            _end_at_once()


def limit_files(size: int | None) -> None:
    """Let no file of this process grow beyond `size` bytes; None takes the limit away again.

    A resource limit needs no right to mount a small disk, and hits every later write of the process.
    """
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - Windows has none

        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard if size is None else size, hard))


def _end_at_once() -> None:
    """Die as by a power cut: without unwinding, flushing or closing anything."""
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)  # Windows has no SIGKILL; this too runs no handler
