"""What the checks share: where the project lies and which files belong to it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("village_desk", "ui", "sync", "forms", "county_server")


def python_files(root: Path, folders: tuple[str, ...]) -> Iterator[Path]:
    """Every Python file below the given folders of `root`, sorted; folders that are not there are empty."""
    for folder in folders:
        yield from sorted((root / folder).rglob("*.py"))


def project_files(root: Path) -> list[Path]:
    """Every file that git keeps or would keep; without git, every file below `root`."""
    listing = subprocess.run(
        ["git", "-C", str(root), "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        capture_output=True,
        check=False,
    )
    if listing.returncode:
        return sorted(path for path in root.rglob("*") if path.is_file())
    paths = (root / name for name in listing.stdout.decode().split("\0") if name)
    return sorted(path for path in paths if path.is_file())
