"""What lies in a backup, sealed with the desk's key: a file more, less or other is seen."""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from village_desk import VERSION, crypto
from village_desk.durable import pieces_of
from village_desk.errors import StoreTrouble
from village_desk.keys import DataKey
from village_desk.times import Moment

MANIFEST_FILE = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds.

    Attributes:
        made_at: UTC ms.
        program: Version that made it.
        n: Number of the last change in it; `head` its hash in hexadecimal digits.
        broken_at: First change of the history that does not verify: a broken history is kept too.
        counts: Rows of each table.
        files: Size and SHA-256 of each file, by its name inside the backup.
    """

    made_at: Moment
    n: int
    head: str
    broken_at: int | None
    counts: dict[str, int]
    files: dict[str, tuple[int, str]]
    program: str = VERSION


def file_digest(path: Path) -> tuple[int, str]:
    """Return size and SHA-256 of a file."""
    hashed, size = hashlib.sha256(), 0
    for piece in pieces_of(path):
        hashed.update(piece)
        size += len(piece)
    return size, hashed.hexdigest()


def manifest_bytes(manifest: Manifest, key: DataKey) -> bytes:
    """Return the manifest as it is written, with its seal."""
    shape = {"format": FORMAT, **asdict(manifest)}
    return json.dumps({**shape, "seal": _seal(shape, key)}, ensure_ascii=False, indent=1).encode()


def read_manifest(folder: Path, key: DataKey) -> Manifest:
    """Read and prove the manifest of the backup in `folder`.

    Raises:
        StoreTrouble: "store.backup_incomplete": there is none; "store.backup_damaged": it was altered, or
            belongs to another desk; "store.newer".
    """
    path = folder / MANIFEST_FILE
    if not path.is_file():
        raise StoreTrouble("store.backup_incomplete")
    try:
        shape = crypto.read_json(path.read_bytes())
    except crypto.CryptoTrouble:
        raise StoreTrouble("store.backup_damaged") from None
    if not isinstance(shape, dict) or shape.pop("seal", None) != _seal(shape, key):
        raise StoreTrouble("store.backup_damaged")
    if shape.pop("format", None) != FORMAT:
        raise StoreTrouble("store.newer")
    files = {name: (size, digest) for name, (size, digest) in shape.pop("files").items()}
    return Manifest(**shape, files=files)


def _seal(shape: dict[str, object], key: DataKey) -> str:
    return crypto.keyed_digest(key.purpose("backup"), crypto.canonical(shape)).hex()
