"""The watched folder: where a scanner or a phone puts pictures of signed papers, and what becomes of them.

Plain pictures of people's papers lie there. Once filed, each is kept encrypted with its record; what is left
in the folder is then moved aside, to be deleted with one click, or deleted at once (docs/decisions/0020).
"""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

SUFFIXES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp", ".pdf")
FILED = "已收回"
"""Folder beside the pictures into which those that are filed are moved, where people find it."""

Seen = dict[Path, tuple[int, int]]
"""Size and time of change of the files of a folder at one look."""


def look(folder: Path) -> Seen:
    """Return the pictures and PDFs in a folder; none when it is not to be had (a drive that is not in)."""
    seen: Seen = {}
    with suppress(OSError):
        for path in folder.iterdir():
            if path.suffix.lower() in SUFFIXES and not path.name.startswith((".", "~")) and path.is_file():
                state = path.stat()
                seen[path] = (state.st_size, state.st_mtime_ns)
    return seen


def settled(before: Mapping[Path, tuple[int, int]], now: Seen) -> list[Path]:
    """Return the files that are whole: unchanged since the look before, so nobody writes them any more."""
    return sorted(path for path, state in now.items() if state[0] and before.get(path) == state)


def put_away(path: Path, after: str) -> Path | None:
    """Move a file that is filed into the folder beside, or delete it; return where it is now, or None.

    A file that is held open by another program stays where it is.
    """
    with suppress(OSError):
        if after == "deleted":
            path.unlink()
            return None
        beside = path.parent / FILED
        beside.mkdir(exist_ok=True)
        place, number = beside / path.name, 1
        while place.exists():
            number += 1
            place = beside / f"{path.stem}-{number}{path.suffix}"
        return path.rename(place)
    return path


def put_away_files(folder: Path) -> list[Path]:
    """Return the files that were filed and moved aside: plain pictures that are no longer needed."""
    return sorted(look(folder / FILED))


def delete_put_away(folder: Path) -> int:
    """Delete the files that were filed and moved aside; return how many are still there."""
    for path in put_away_files(folder):
        with suppress(OSError):
            path.unlink()
    return len(put_away_files(folder))
