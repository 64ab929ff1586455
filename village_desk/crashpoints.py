"""Places where a test may kill the program, to prove that nothing saved is ever lost.

A program started with `VD_CRASHPOINT=save.before_commit` ends itself there as `kill -9` would: no
handler runs, no buffer is written. `save.before_commit:3` does so at the third time. Without the
variable a crash point costs one comparison and does nothing.
"""

import os
import signal

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
)

_wanted, _, _hit = os.environ.get("VD_CRASHPOINT", "").partition(":")
_hits_left = [int(_hit or 1)]


def crashpoint(name: str) -> None:
    """End the process here when the environment asks for it; `name` stands in `CRASHPOINTS`."""
    if not name or name != _wanted:
        return
    _hits_left[0] -= 1
    if _hits_left[0] == 0:
        _end_at_once()


def _end_at_once() -> None:
    """Die as by a power cut: without unwinding, flushing or closing anything."""
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)  # Windows has no SIGKILL; this too runs no handler
