"""Freeze the desk, prove that the frozen program works, and wrap it for installing: `make dist`.

Leaves in dist/: village-desk/ (the frozen program), village-desk_<version>_<machine>.deb, installer.nsi.
PyInstaller freezes for the system it runs on, so on Linux no Windows program can be made or proved: the
installer's script is compiled with the Linux files in it when makensis is there, which proves the script and
nothing else.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from project import ROOT

from village_desk import VERSION

BUILD, DIST = ROOT / "build" / "pyinstaller", ROOT / "dist"
FROZEN = DIST / "village-desk"
MIB = 1024 * 1024

# What the frozen Qt still takes from the system: the X and OpenGL client libraries.
DEPENDS = (
    "libc6, libegl1, libgl1, libx11-6, libx11-xcb1, libdbus-1-3, libfontconfig1, libfreetype6, "
    "libglib2.0-0, libxkbcommon0, libxkbcommon-x11-0, libxcb-cursor0, libxcb-icccm4, libxcb-keysyms1, "
    "libxcb-shape0, libxcb-xkb1, libxcb-render-util0, libxcb-image0, libxcb-randr0, libxcb-sync1, "
    "libxcb-xfixes0, libxcb-glx0"
)

CONTROL = """\
Package: village-desk
Version: {version}
Architecture: {machine}
Maintainer: {maintainer}
Installed-Size: {kibibytes}
Depends: {depends}
Section: misc
Priority: optional
Description: desk of a village legal service room
 Keeps consultation logs, mediation cases and legal-aid applications in one
 encrypted file, prints the required papers and exchanges with the county.
"""

DESKTOP = """\
[Desktop Entry]
Type=Application
Name=Village Desk
Name[zh_CN]=村居法律服务台
Exec=/usr/bin/village-desk
Icon=village-desk
Categories=Office;
"""


def _run(*command: str, **environment: str) -> str:
    """Run a program and give back what it printed; its output and a stop when it fails."""
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{command[0]} failed with status {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout.strip()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def freeze() -> None:
    """Let PyInstaller make dist/village-desk from the packages and resources of this checkout."""
    shutil.rmtree(FROZEN, ignore_errors=True)
    _run(
        sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN",
        f"--workpath={BUILD}", f"--distpath={DIST}", "build_installer.spec",
        PYTHONPATH=str(ROOT),
    )  # fmt: skip
    print(f"frozen    {FROZEN.relative_to(ROOT)}, {_size(FROZEN) / MIB:.0f} MiB")


def smoke(program: Path) -> None:
    """Have the frozen program open a window, draw a page and open an encrypted file, far from this checkout.

    Starting alone proves little: a bundle without one of Pillow's libraries starts well and fails at
    the first page.
    """
    with tempfile.TemporaryDirectory() as elsewhere:
        done = subprocess.run(
            [str(program), "doctor", "--smoke"],
            cwd=elsewhere,
            env={"QT_QPA_PLATFORM": "offscreen", "HOME": elsewhere, "PATH": os.defpath, "LANG": "C.UTF-8"},
            capture_output=True, text=True, check=False, timeout=300,
        )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"the frozen program does not work:\n{done.stdout}{done.stderr}")
    print(f"works     {program.name} doctor --smoke, offscreen, without this checkout")


def _fill_package(tree: Path, machine: str) -> None:
    """Lay out what the package installs below `tree`."""
    maintainer = f"{_run('git', 'config', 'user.name')} <{_run('git', 'config', 'user.email')}>"
    for folder in ("DEBIAN", "usr/lib", "usr/bin", "usr/share/applications", "usr/share/doc/village-desk"):
        (tree / folder).mkdir(parents=True)
    shutil.copytree(FROZEN, tree / "usr/lib/village-desk", symlinks=True)
    (tree / "usr/bin/village-desk").symlink_to("../lib/village-desk/village-desk")
    (tree / "usr/share/applications/village-desk.desktop").write_text(DESKTOP, "utf-8")
    shutil.copy(ROOT / "docs/licences.md", tree / "usr/share/doc/village-desk/copyright")
    control = CONTROL.format(
        version=VERSION,
        machine=machine,
        maintainer=maintainer,
        depends=DEPENDS,
        kibibytes=_size(FROZEN) // 1024,
    )
    (tree / "DEBIAN/control").write_text(control, "utf-8")


def make_deb() -> Path | None:
    """Wrap the frozen program as a Debian package; None where dpkg-deb is not there."""
    if shutil.which("dpkg-deb") is None:
        print("no .deb   dpkg-deb is not on this machine")
        return None
    machine = _run("dpkg", "--print-architecture")
    package = DIST / f"village-desk_{VERSION}_{machine}.deb"
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "package"
        tree.mkdir(mode=0o755)
        _fill_package(tree, machine)
        _run("dpkg-deb", "--root-owner-group", "-Zzstd", "--build", str(tree), str(package))
        # The package is only worth something if the program still works once it is unpacked.
        unpacked = Path(folder) / "unpacked"
        _run("dpkg-deb", "--extract", str(package), str(unpacked))
        smoke(unpacked / "usr/lib/village-desk/village-desk")
    print(f"wrapped   {package.relative_to(ROOT)}, {package.stat().st_size / MIB:.0f} MiB")
    return package


def make_installer() -> None:
    """Copy the Windows installer's script to dist/ and compile it where makensis is there."""
    shutil.copy(ROOT / "tools/installer.nsi", DIST)
    if shutil.which("makensis") is None:
        print("written   dist/installer.nsi; makensis is not on this machine, so it was not compiled")
        return
    on_windows = sys.platform == "win32"
    output = DIST / f"village-desk-{VERSION}{'' if on_windows else '-script-check-only'}.exe"
    # Away from Windows the result is thrown away, so it need not be small.
    quick = [] if on_windows else ["-DQUICK"]
    defines = [f"-DVERSION={VERSION}", f"-DPAYLOAD={FROZEN}", f"-DOUTPUT={output}"]
    _run("makensis", "-V2", *defines, *quick, str(DIST / "installer.nsi"))
    if not on_windows:
        output.unlink()
    print(f"compiled  dist/installer.nsi{'' if on_windows else ' (the script only: see below)'}")


def main() -> int:
    """Make, prove and wrap; stops with a sentence and status 1 at the first thing that fails."""
    freeze()
    smoke(FROZEN / ("village-desk.exe" if sys.platform == "win32" else "village-desk"))
    if sys.platform.startswith("linux"):
        make_deb()
    make_installer()
    if sys.platform != "win32":
        print("No Windows program was made: make and prove one on Windows, with make dist and the same spec.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
