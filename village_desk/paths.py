"""Where resources, the desk file and backups lie: in a checkout, installed, or frozen."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"

PREPARED, PLACING = "restoring-", "placing-"
"""How the folders of a restore are called until it is finished, inside that of the desk (`store.backup`)."""


def restore_unfinished(folder: Path) -> bool:
    """Say whether a restore of the desk in `folder` was interrupted."""
    return any(folder.glob(f"{PREPARED}*")) or any(folder.glob(f"{PLACING}*"))


def data_folder() -> Path:
    """Return the folder of the desk file: `VILLAGE_DESK_HOME`, or the user's data folder."""
    given = os.environ.get("VILLAGE_DESK_HOME")
    if given:
        return Path(given)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "VillageDesk"
    return Path(os.environ.get("XDG_DATA_HOME", str(Path.home() / ".local" / "share"))) / "village-desk"
