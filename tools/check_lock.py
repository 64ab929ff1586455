"""The lock holds every dependency of pyproject.toml in a version that satisfies it.

Whether the lock is the newest is nobody's business here: `make lock` renews it when a person wants that.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from project import ROOT

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", re.MULTILINE)


def problems(root: Path) -> list[str]:
    """Every dependency that the lock lacks or holds in a wrong version, and every pin without hash."""
    declared = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    lock = (root / "requirements.lock").read_text("utf-8")
    pinned = {canonicalize_name(name): version for name, version in _PINNED.findall(lock)}
    wanted = [*declared["project"]["dependencies"], *declared.get("dependency-groups", {}).get("dev", [])]
    found = []
    for requirement in map(Requirement, wanted):
        version = pinned.get(canonicalize_name(requirement.name))
        if version is None:
            found.append(f"requirements.lock: {requirement.name} is missing; run make lock")
        elif not requirement.specifier.contains(version, prereleases=True):
            found.append(f"requirements.lock: {requirement.name} {version} is not {requirement.specifier}")
    blocks = re.split(r"\n(?=\S)", lock.strip())
    found += [
        f"requirements.lock: {block.split()[0]} has no hash" for block in blocks if "--hash=" not in block
    ]
    return found


def main(root: Path = ROOT) -> int:
    """Print what is wrong; 1 when there is anything."""
    found = problems(root)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
