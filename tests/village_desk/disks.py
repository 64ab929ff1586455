"""Disks that are small, or cannot be written: mounted where that is allowed, imitated elsewhere."""

import contextlib
import resource
import shutil
import subprocess


def _mounted(*arguments):
    if shutil.which("mount") is None:
        return False
    done = subprocess.run(["mount", *map(str, arguments)], capture_output=True, check=False)
    return done.returncode == 0


@contextlib.contextmanager
def small_disk(folder, megabytes=3):
    """Make `folder` a disk that is soon full, and give a function that makes room on it."""
    folder.mkdir(exist_ok=True)
    if _mounted("-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder):
        try:
            yield lambda: subprocess.run(["mount", "-o", "remount,size=50m", str(folder)], check=True)
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    # No right to mount: no file may grow beyond the limit.
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (megabytes << 20, hard))
    try:
        yield lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextlib.contextmanager
def read_only(folder):
    """Let nothing be written in `folder`."""
    if _mounted("--bind", folder, folder):
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True)
            yield
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    paths = [*folder.rglob("*"), folder]
    for path in paths:
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        yield
    finally:
        for path in reversed(paths):
            path.chmod(0o700 if path.is_dir() else 0o600)
