"""Things that no file of the project may hold.

Registry hosts (a county builds behind its own mirror), paths of somebody's machine, unfinished marks, and a
switch that rewrites golden files left on. The patterns are put together from pieces so that this file passes.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from project import ROOT, project_files

_REGISTRIES = (r"\bpypi\b", "npmjs", "npm-?mirror", "pythonhosted", r"deb\.debian", r"crates\.io")
_MACHINE_FOLDERS = ("tmp", "work", "home", "root", "Users")

RULES = {
    "names a package registry": re.compile("|".join(_REGISTRIES), re.IGNORECASE),
    "names a path of one machine": re.compile(
        r"(?<![\w.~})>/\"'])/(?:" + "|".join(_MACHINE_FOLDERS) + r")/\w|[\"']/(?:tmp|work)(?:/|[\"'])"
    ),
    "is unfinished": re.compile(
        "TO" + "DO|FIX" + "ME|XX" + "X:|raise NotImplemented" + "Error|coming " + "soon"
    ),
    "rewrites its golden files": re.compile("REWRITE_GOLDEN" + r"\s*=\s*(?:True|1)"),
}
ITSELF = ("tools/check_tree.py", "tests/tools/test_check_tree.py")
# Data and texts of other people, kept as they came.
AS_THEY_CAME = re.compile(r"^(LICENSE|requirements\.lock|resources/(fonts|divisions|licences)/.*)$")


def problems(root: Path) -> list[str]:
    """Every line of every text file of the project that breaks a rule, as `path:line: what it does`."""
    found = []
    for path in project_files(root):
        name = path.relative_to(root).as_posix()
        if name in ITSELF or AS_THEY_CAME.match(name):
            continue
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, a font, a database
        for number, line in enumerate(text.splitlines(), 1):
            found += [f"{name}:{number}: {what}" for what, rule in RULES.items() if rule.search(line)]
    if (root / "requirements.lock").exists() and "://" in (root / "requirements.lock").read_text("utf-8"):
        found.append("requirements.lock: names an address")
    return found


def main(root: Path = ROOT) -> int:
    """Print what is wrong; 1 when there is anything."""
    found = problems(root)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
