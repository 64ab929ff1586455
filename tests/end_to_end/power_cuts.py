"""Power cuts: a disk that forgets what was not synced, beneath a desk and a county (`make prove` only).

After each the file opens, history and records are sound, nothing acknowledged is gone, nothing is twice.
`VD_POWER_CUTS` says how many of each; needs the right to mount by FUSE.
"""

import os
import random
import shutil
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.end_to_end.crashing import ROOT, PracticeCounty, Told, World, faults
from tests.end_to_end.test_county_kill import Lab
from tests.end_to_end.test_kill import sent_in_the_end
from tests.sync.world import perhaps

CUTS = int(os.environ.get("VD_POWER_CUTS", "2"))
SEED = int(os.environ.get("VD_SEED", "1"))
pytestmark = [pytest.mark.end_to_end, pytest.mark.slow]


class Plate:
    """A folder, and the forgetful disk over it."""

    def __init__(self, folder, seed):
        self.folder, self.mount = folder, folder.with_name(folder.name + "-mounted")
        self.mount.mkdir(exist_ok=True)
        command = [sys.executable, str(ROOT / "tools/forgetful.py"), str(folder), str(self.mount), str(seed)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE)
        ends = time.monotonic() + 30
        while not self.mount.is_mount():
            assert time.monotonic() < ends, "the disk was not mounted"
            time.sleep(0.02)

    def cut(self):
        """Take its power away; what is left stands in the folder."""
        self.process.stdin.write(b"\n")
        self.process.stdin.close()
        self.process.wait(30)
        subprocess.run(["fusermount", "-u", "-z", str(self.mount)], check=True)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    made = World.made(tmp_path_factory.mktemp("power"))
    yield made
    made.county.stop()


@pytest.mark.parametrize("number", range(CUTS))
def test_a_desk_whose_power_is_cut_keeps_all_it_said_was_saved(world, number):
    desk = world.copy()
    draw = random.Random(SEED * 1000 + number)
    plate = Plate(desk.folder, draw.randrange(2**30))
    told = cut_while_working(replace(desk, folder=plate.mount), plate, draw.uniform(0.8, 3.0))
    assert faults(desk, told) == []
    assert sent_in_the_end(desk, told) == []
    desk.remove()
    plate.mount.rmdir()


def cut_while_working(desk, plate, after):
    child = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("driver.py")), "everything", str(desk.folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    child.stdin.write("\n".join(part.hex() for part in (desk.key.cipher, desk.key.salt, desk.user)))
    child.stdin.close()
    child.stdin = None
    time.sleep(after)  # how long is drawn: the cut may fall anywhere
    plate.cut()
    child.kill()
    return Told.of(child.communicate(timeout=30)[0])


@pytest.fixture(scope="module")
def lab(tmp_path_factory):
    made = Lab(tmp_path_factory.mktemp("county-power"))
    yield made
    made.county.stop()
    for desk in made.desks:
        desk.store.close_connection()


@pytest.mark.parametrize("number", range(CUTS))
def test_a_county_whose_power_is_cut_keeps_all_it_acknowledged(lab, number):
    draw = random.Random(SEED * 2000 + number)
    plate = Plate(lab.county.folder, draw.randrange(2**30))
    stands, lab.county = lab.county, PracticeCounty(plate.mount)
    lab.county.start()
    cutting = threading.Timer(draw.uniform(0.2, 2.0), plate.cut)
    cutting.start()
    while cutting.is_alive():
        lab.write()
        with perhaps("sync.offline", "sync.busy", "sync.server"):
            lab.round(lab.desks[0])
    cutting.join()
    lab.county.stop()
    lab.county = stands
    lab.county.start()
    lab.all_is_well()
    lab.county.stop()
    shutil.rmtree(plate.mount, ignore_errors=True)
