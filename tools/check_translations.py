"""The translation files are in step with the code, and the Chinese one is complete.

Runs Qt's own extractor on copies and compares bytes; with --write it updates the files instead. Source paths
and line numbers are left out of the files, so that moving code does not change them.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from project import PACKAGES, ROOT, python_files

FOLDER = "resources/i18n"
COMPLETE = "zh_CN"  # the default language: not one text may be missing
# += : a plain = would make the extractor forget its own marker.
OPTIONS = ("-silent", "-locations", "none", "-no-obsolete", "-tr-function-alias", "QT_TRANSLATE_NOOP+=N_")


def extract(root: Path, target: Path) -> None:
    """Bring one translation file up to date with the texts in the packages of `root`."""
    sources = [str(path) for path in python_files(root, PACKAGES)]
    program = Path(sys.executable).with_name("pyside6-lupdate")
    run = subprocess.run(
        [str(program), *OPTIONS, *sources, "-ts", str(target)], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise SystemExit(f"pyside6-lupdate failed:\n{run.stdout}{run.stderr}")


def _unfinished(path: Path) -> Iterator[str]:
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 (our own file)
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [translation, *translation.iter("numerusform")]
            finished = translation is not None and translation.get("type") != "unfinished"
            if not finished or not any((form.text or "").strip() for form in forms):
                where, source = context.findtext("name"), message.findtext("source")
                yield f"{path.name}: [{where}] {source!r} is not translated"


def _drifted(root: Path, path: Path) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        shutil.copy(path, copy)
        extract(root, copy)
        return copy.read_bytes() != path.read_bytes()


def problems(root: Path) -> list[str]:
    """Files out of step with the code, and texts the Chinese file lacks."""
    files = sorted((root / FOLDER).glob("*.ts"))
    found = [
        f"{path.name}: out of step with the code; run make texts" for path in files if _drifted(root, path)
    ]
    complete = [path for path in files if path.stem.endswith(COMPLETE)]
    if not complete:
        found.append(f"{FOLDER}: there is no {COMPLETE} translation")
    for path in complete:
        found += _unfinished(path)
    return found


def main(root: Path = ROOT) -> int:
    """Print what is wrong, 1 when there is anything; with --write bring the files up to date first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="update the files instead of comparing them")
    if parser.parse_args().write:
        for path in sorted((root / FOLDER).glob("*.ts")):
            extract(root, path)
    found = problems(root)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
