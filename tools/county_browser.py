"""A real Chromium before the county's pages, with the fonts of the program: for tests and the tour."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from village_desk import paths

QUIET = (
    "--no-sandbox",  # a build machine works as root, where Chromium starts in no other way
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@contextlib.contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """Run Chromium with a home in `folder`; it asks nobody but the pages it is shown."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        raise RuntimeError("Chromium is not installed: apt-get install chromium")
    (folder / "fonts").symlink_to(paths.RESOURCES / "fonts")
    home = str(folder)
    surroundings: dict[str, str | float | bool] = {
        **os.environ,
        "HOME": home,
        "XDG_DATA_HOME": home,
        "LANG": "zh_CN.UTF-8",
    }
    with sync_playwright() as playing:
        browser = playing.chromium.launch(executable_path=program, args=list(QUIET), env=surroundings)
        try:
            yield browser
        finally:
            browser.close()
