"""Every check of the project, the same on a laptop and in CI: `make test`.

Fast things first. A check that is content prints one line; one that is not prints what it has to say. All run
even when an early one fails, so that one round shows everything; the exit status is 1 when any failed.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from project import PACKAGES, ROOT

BIN = Path(sys.executable).parent
LIMIT_SECONDS = 45 * 60
"""How long the tests may take on the slowest machine; four times what they take on two cores."""


@dataclass(frozen=True)
class Check:
    """One program to run. `shows`: its output is worth reading even when it is content."""

    name: str
    command: tuple[str, ...]
    shows: bool = False


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(BIN / name), *arguments)


def _own(script: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, f"tools/{script}", *arguments)


CHECKS = (
    Check("format", _tool("ruff", "format", "--check", "--quiet", ".")),
    Check("ruff", _tool("ruff", "check", "--quiet", ".")),
    Check("tree", _own("check_tree.py")),
    Check("texts", _own("check_texts.py")),
    Check("sizes", _own("check_sizes.py"), shows=True),
    Check("spelling", _tool("codespell")),
    Check("dead code", _tool("vulture")),
    Check("imports", _tool("lint-imports", "--no-cache")),
    Check("dependencies", _tool("deptry", "--no-ansi", ".")),
    Check("lock", _own("check_lock.py")),
    Check("types", _tool("mypy")),
    Check("types of tools", _tool("mypy", "tools", "--exclude", "tools/deploy/")),
    Check("translations", _own("check_translations.py")),
    Check("tables", _own("make_schema.py", "--check")),
    Check("generated docs", _own("make_docs.py", "--check")),
)


def _environment() -> dict[str, str]:
    """The environment of every check: our packages importable, no window, nothing coloured in a log."""
    return os.environ | {
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "NO_COLOR": "1",
        "PYTHONWARNINGS": "default",
    }


def run(check: Check) -> bool:
    """Run one check and print its line; whether it was content."""
    started = time.monotonic()
    done = subprocess.run(
        check.command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False
    )
    content = done.returncode == 0
    seconds = time.monotonic() - started
    print(f"{'ok    ' if content else 'FAILED'} {check.name:16} {seconds:6.1f} s", flush=True)
    if check.shows or not content:
        print((done.stdout + done.stderr).rstrip(), flush=True)
    return content


def run_tests(arguments: list[str]) -> bool:
    """Run pytest with its output shown as it comes; its closing line is the last thing it prints.

    Servers that a broken test left behind end with it: they would hold our output open, and whoever reads it
    would wait for ever. So would a test that stands still; it is ended at the limit.
    """
    workers = str(min(4, os.cpu_count() or 2))
    command = [sys.executable, "-m", "pytest", "--hypothesis-profile=ci", "-n", workers, "--dist=loadfile"]
    tests = subprocess.Popen([*command, *arguments], cwd=ROOT, env=_environment(), process_group=0)
    try:
        return tests.wait(LIMIT_SECONDS) == 0
    except subprocess.TimeoutExpired:
        print(f"the tests were ended: not done within {LIMIT_SECONDS // 60} minutes", flush=True)
        return False
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(tests.pid, signal.SIGKILL)
        tests.wait()


def main() -> int:
    """0 when every check was content and every test passed, otherwise 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fast", action="store_true", help="leave out the tests")
    parser.add_argument("--coverage", action="store_true", help="also measure which lines and branches run")
    chosen = parser.parse_args()
    failed = [check.name for check in CHECKS if not run(check)]
    coverage = [f"--cov={package}" for package in PACKAGES] if chosen.coverage else []
    if not chosen.fast and not run_tests(coverage):
        failed.append("tests")
    if failed:
        print(f"FAILED: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
