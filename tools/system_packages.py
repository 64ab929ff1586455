"""Make sure that the system libraries a target needs are there; run by the Makefile with the system's Python.

Looks first and does nothing when all is present. What is missing is installed with apt when run as root;
otherwise the one command to type is printed and the exit status is 2. Needs nothing but the standard library.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Shared library, program, or pattern of a path -> the Debian package that brings it.
# The Qt wheel brings Qt itself, but none of the X and OpenGL libraries below it.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
WINDOW = OFFSCREEN | {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
PAPER = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
COUNTY = {"/usr/lib/postgresql/*/bin/postgres": "postgresql"}
BROWSER = {"chromium": "chromium"}
REPLICATED = {"patroni": "patroni", "etcd": "etcd-server", "/usr/sbin/nginx": "nginx-light"}
FUSE = {"libfuse.so.2": "libfuse2", "fusermount": "fuse"}
BUILD = {"objdump": "binutils", "strip": "binutils", "dpkg-deb": "dpkg"}

NEEDS = {
    "run": WINDOW,
    "tour": OFFSCREEN | PAPER | BROWSER,
    "test": OFFSCREEN | PAPER | COUNTY | BROWSER,
    "prove": OFFSCREEN | PAPER | COUNTY | REPLICATED | FUSE,
    "dist": OFFSCREEN | BUILD,
}


def is_present(name: str) -> bool:
    """Whether the loader finds the library, the shell the program, or the disk the file of this pattern."""
    if name.startswith("/"):
        return any(Path("/").glob(name[1:]))
    if ".so" not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing(target: str) -> list[str]:
    """The Debian packages that `target` needs and that are not there, each once, sorted."""
    return sorted({package for name, package in NEEDS[target].items() if not is_present(name)})


def install(packages: list[str]) -> int:
    """Install with apt; 0 when all went well, 2 when apt did not manage."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if done.returncode:
            print(f"{done.stdout}{done.stderr}", file=sys.stderr)
            print(f"apt-get did not manage: {' '.join(command)}", file=sys.stderr)
            return 2
    return 0


def main() -> int:
    """0 when everything is present (now), 2 when a person has to install something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=sorted(NEEDS))
    packages = missing(parser.parse_args().target)
    if not packages or not sys.platform.startswith("linux"):
        return 0
    if shutil.which("apt-get") is None:
        print(f"Please install what these Debian packages bring: {' '.join(packages)}", file=sys.stderr)
        return 2
    if os.geteuid() != 0:
        print("Some system packages are missing. Please type:", file=sys.stderr)
        print(f"  sudo apt-get install --no-install-recommends {' '.join(packages)}", file=sys.stderr)
        return 2
    print(f"Installing system packages: {' '.join(packages)}")
    return install(packages)


if __name__ == "__main__":
    sys.exit(main())
