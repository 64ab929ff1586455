"""Which drives are sticks: what can be pulled out, can be written, and is not the PC's own disk."""

import os
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_MOUNTS = ("/media/", "/run/media/", "/mnt/", "/Volumes/")
_REMOVABLE = 2
"""What Windows calls a drive that can be taken out (`DRIVE_REMOVABLE`)."""


def removable() -> list[Path]:
    """Return the sticks that are in; looked up when asked, since one may come at any moment."""
    return [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady() and not volume.isReadOnly() and _can_go(volume.rootPath())
    ]


def _can_go(root: str) -> bool:
    if os.name == "nt":
        import ctypes  # noqa: PLC0415 - Windows only

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(root)  # type: ignore[attr-defined,unused-ignore]  # Windows only
        return kind == _REMOVABLE
    return root.startswith(_MOUNTS)
