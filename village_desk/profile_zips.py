"""A profile as one ZIP file: brought by a browser, or taken to a practice desk; never unpacked to a disk."""

import io
import re
import zipfile
import zlib
from collections.abc import Mapping

from village_desk.errors import StoreTrouble
from village_desk.profile_file import NAME

LIMIT = 1_000_000
"""Most bytes of a profile's texts."""
FILES = 500
"""Most files in a ZIP that is brought."""
_OURS = re.compile(r"profile\.json|lists/\w+\.csv|forms/\w+\.form", re.ASCII)
_STAMP = (2026, 1, 1, 0, 0, 0)


def unpack(packed: bytes) -> dict[str, str]:
    """Return the files of a profile in a ZIP, at its top or in its only folder; others are left.

    Raises:
        StoreTrouble: "profile.zip": it is none, or names places outside of itself; "profile.big",
            "profile.missing", "profile.encoding".
    """
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as opened:
            entries = [one for one in opened.infolist() if not one.is_dir()]
            if len(entries) > FILES or any(_outside(one.filename) for one in entries):
                raise StoreTrouble("profile.zip")
            return _read(opened, entries)
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, ValueError, OSError):
        raise StoreTrouble("profile.zip") from None


def _read(opened: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> dict[str, str]:
    names = [one.filename for one in entries]
    tops = [name.rpartition(NAME)[0] for name in names if name == NAME or name.endswith(f"/{NAME}")]
    if not tops:
        raise StoreTrouble("profile.missing", file=NAME)
    top, texts, size = min(tops, key=len), {}, 0
    for one in entries:
        name = one.filename.removeprefix(top)
        if not one.filename.startswith(top) or not _OURS.fullmatch(name):
            continue
        with opened.open(one) as file:
            raw = file.read(LIMIT - size + 1)  # a small ZIP may hold a large file
        size += len(raw)
        if size > LIMIT:
            raise StoreTrouble("profile.big")
        try:
            texts[name] = raw.decode("utf-8").replace("\r\n", "\n").replace("\0", "")
        except UnicodeDecodeError:
            raise StoreTrouble("profile.encoding", file=name) from None
    return texts


def _outside(name: str) -> bool:
    return name.startswith(("/", "\\")) or ":" in name or "\\" in name or ".." in name.split("/")


def pack(texts: Mapping[str, str]) -> bytes:
    """Return the files of a profile as a ZIP; the same texts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, text in sorted(texts.items()):
            opened.writestr(zipfile.ZipInfo(name, _STAMP), text, zipfile.ZIP_DEFLATED)
    return made.getvalue()
