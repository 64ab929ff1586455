"""System packages are looked for first, and a frozen program that does not work is not wrapped."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parents[2] / "tools"


@pytest.fixture
def tools(monkeypatch):
    monkeypatch.syspath_prepend(str(TOOLS))


def script(path, text):
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def test_what_is_there_is_not_asked_for_again(tools):
    import system_packages

    assert system_packages.is_present("sh")
    assert system_packages.is_present("libc.so.6")
    assert system_packages.is_present("/bin/s*")
    assert not system_packages.is_present("no-such-program")
    assert not system_packages.is_present("libno-such-library.so.1")
    assert not system_packages.is_present("/usr/lib/no-such-folder/*")


def test_a_missing_package_is_installed_by_root_and_named_to_others(tools, monkeypatch, tmp_path, capsys):
    import system_packages

    script(tmp_path / "apt-get", f'echo "$@" >> {tmp_path}/asked')
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setitem(system_packages.NEEDS, "dist", {"no-such-program": "no-such-package"})
    monkeypatch.setattr(sys, "argv", ["system_packages.py", "dist"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert system_packages.main() == 2
    assert "sudo apt-get install --no-install-recommends no-such-package" in capsys.readouterr().err
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert system_packages.main() == 0
    assert (tmp_path / "asked").read_text().splitlines()[-1].endswith(" no-such-package")


def test_a_frozen_program_that_fails_stops_the_build(tools, tmp_path):
    import dist

    with pytest.raises(SystemExit, match="libtiff is missing"):
        dist.smoke(script(tmp_path / "village-desk", "echo libtiff is missing; exit 1"))
    dist.smoke(script(tmp_path / "village-desk", '[ "$1 $2" = "doctor --smoke" ]'))


def test_the_smoke_run_sees_nothing_of_the_checkout(tools, tmp_path):
    import dist

    program = script(tmp_path / "village-desk", f'[ -z "$PYTHONPATH" ] && [ "$PWD" != "{Path.cwd()}" ]')
    dist.smoke(program)


@pytest.mark.parametrize("target", ["help", "test", "run", "tour", "bench", "prove", "dist", "lock", "docs"])
def test_every_make_target_can_be_planned(target):
    plan = subprocess.run(
        ["make", "--dry-run", target, "VENV=no-such-venv"],
        cwd=TOOLS.parent, capture_output=True, text=True, check=False,
        env={k: v for k, v in os.environ.items() if k not in {"MAKEFLAGS", "MAKELEVEL", "DISPLAY"}},
    )  # fmt: skip
    assert plan.returncode == 0, plan.stderr
    if target == "run":
        assert "There is no display" in plan.stdout


def test_ci_runs_make_test_and_nothing_else():
    lines = (TOOLS.parent / ".ci/run").read_text().splitlines()
    assert lines == ["#!/bin/sh", "exec make test"]
    assert os.access(TOOLS.parent / ".ci/run", os.X_OK)


def test_every_script_the_makefile_starts_is_there():
    scripts = set(re.findall(r"tools/\w+\.py", (TOOLS.parent / "Makefile").read_text()))
    assert not [script for script in sorted(scripts) if not (TOOLS.parent / script).exists()]
