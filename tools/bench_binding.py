"""The bound dossier of 50, 100 and 200 pages, half of them scans: time and peak memory, each on its own."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import BinaryIO, cast

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench_figures import Figure, at_most, memory_bytes
from PIL import Image

from village_desk import ids, profile
from village_desk.commands import attachments, records
from village_desk.keys import DataKey
from village_desk.sealed import SealedFile
from village_desk.session import Actor, Session
from village_desk.store import create_store, open_store

SIZES = (50, 100, 200)
DPI = 200
"""Of a scan, as office scanners give it."""
NOISE = 24
_FRAME = 3
"""Cover, contents and back cover."""
_TEXT = "双方就通道的宽度各自陈述了意见，人民调解员现场丈量后提出恢复原状的方案。" * 6


def binding() -> list[Figure]:
    """Measure each size; the time a page takes must not grow, the memory of 200 pages stays bounded."""
    found = {pages: _measured(pages) for pages in SIZES}
    small, large = found[SIZES[0]], found[SIZES[-1]]
    growth = (large["seconds"] / SIZES[-1]) / (small["seconds"] / SIZES[0])
    peers = {f"{pages}_pages_{name}": value for pages, one in found.items() for name, value in one.items()}
    return [
        at_most("200-page dossier, peak memory", large["peak_mib"], "MiB", 150, **peers),
        at_most("200-page dossier, time a page against 50 pages", growth, "×", 1.3),
    ]


def _measured(pages: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        for step in ("make", "bind"):
            done = subprocess.run(
                [sys.executable, __file__, step, folder, str(pages)],
                capture_output=True,
                text=True,
                check=True,
            )
        measured = json.loads(done.stdout)
    return {name: float(value) for name, value in measured.items()}


# ---------------------------------------------------------------- in the processes


_KEY = DataKey(bytes(range(32)), bytes(16))


def _session(folder: Path, *, new: bool) -> Session:
    store = (create_store if new else open_store)(folder, _KEY)
    if new:
        with store.unit_of_work(None, 1) as uow:
            uow.set_state("unit_code", "620702101201")
            uow.set_state("desk_id", ids.new_id())
    actor = Actor(bytes(16), "王桂兰[练习]", "village_clerk", b"", ("620702101201",))
    return Session(store, actor, profile.load())


def _make(folder: Path, pages: int) -> None:
    session = _session(folder, new=True)
    case, dossier, evidence = ids.new_id(), ids.new_id(), ids.new_id()
    scans = (pages - _FRAME) // 2
    drawn = pages - _FRAME - scans - 1
    entries: list[records.Entry] = [
        ("mediation_case", case, {"title": "练习"}),
        ("dossier", dossier, {"case": case, "title": "练习"}),
        ("evidence", evidence, {"case": case, "title": "照片"}),
    ]
    for _ in range(drawn):
        values = {"case": case, "record": _TEXT, "held_on": date(2026, 11, 21)}
        entries.append(("mediation_session", ids.new_id(), values))
    records.save_all(session, entries)
    chance = random.Random(pages)
    for _ in range(scans):
        about: dict[str, object] = {"title": "照片", "media_type": "image/jpeg"}
        attachments.attach(session, ("evidence", evidence), ids.new_id(), _scan(chance), about)
    session.store.close_connection()
    (folder / "case").write_bytes(case)


def _scan(chance: random.Random) -> bytes:
    """Return a page with the noise of a scanner, about 400 KB."""
    size = (round(210 / 25.4 * DPI), round(297 / 25.4 * DPI))
    image = Image.effect_noise(size, NOISE)
    out = io.BytesIO()
    page = Image.merge("RGB", (image, image, image))
    page.save(out, "JPEG", quality=chance.randint(30, 34))
    return out.getvalue()


def _bind(folder: Path, pages: int) -> None:
    from forms.dossier import bind_case

    session = _session(folder, new=False)
    out = SealedFile(folder)
    started = time.process_time()
    bound = bind_case(session, (folder / "case").read_bytes(), cast(BinaryIO, out))
    seconds = time.process_time() - started
    if bound.pages != pages:
        raise SystemExit(f"{bound.pages} pages instead of {pages}")
    peak = memory_bytes("VmHWM") / 2**20
    print(json.dumps({"seconds": seconds, "peak_mib": peak, "megabytes": out.size / 1e6}))


if __name__ == "__main__":
    (_make if sys.argv[1] == "make" else _bind)(Path(sys.argv[2]), int(sys.argv[3]))
