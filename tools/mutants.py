"""Mistakes planted into the real code, one at a time: each must be noticed by what stands beside it.

Nothing is written to the tree. A process that has loaded only the libraries forks for each mutant; the child
imports our packages anew, the one module with its text replaced, and plays the history or runs the tests. A
text that no longer stands in its module exactly once is an error, so that `tools/mutant_table.py` cannot fall
behind the code. Before, each history and test runs with nothing planted: one that fails anyhow notices
nothing.

`python tools/mutants.py` tries all and prints a line each; `--find NAME` looks for a history that notices the
mutant NAME, by generating some, and keeps the shortest in tests/sync/laws/histories.json.
"""

from __future__ import annotations

import argparse
import ast
import atexit
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, TypeVar

from mutant_table import MUTANTS, Mutant
from project import ROOT

HISTORIES = ROOT / "tests" / "sync" / "laws" / "histories.json"
OURS = ("village_desk", "sync", "county_server", "ui", "forms", "tests")
SEEDS, EXAMPLES = 40, 50
"""How long `--find` looks: so many seeds, and histories of each."""
NOTICED, UNNOTICED, UNFIT = 1, 0, 3
T = TypeVar("T")


class Unfit(Exception):
    """Nothing can be said about a mutant: it was not planted, or what should notice it did not run."""


@dataclass(frozen=True)
class Tried:
    """What became of a mutant: whether it was noticed, by what words, and how long that took."""

    name: str
    noticed: bool
    said: str
    seconds: float


class _Replaced(importlib.machinery.SourceFileLoader):
    """Loads one module with a piece of its text replaced."""

    def __init__(self, fullname: str, path: str, mutant: Mutant) -> None:
        super().__init__(fullname, path)
        self._mutant = mutant

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.get_filename(fullname)).read_text("utf-8")
        return compile(replaced(source, self._mutant), self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self.used = False

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._mutant.module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(fullname, path, target)
        if spec is None or spec.origin is None:
            return None
        self.used = True
        loader = _Replaced(fullname, spec.origin, self._mutant)
        return importlib.util.spec_from_file_location(
            fullname, spec.origin, loader=loader, submodule_search_locations=spec.submodule_search_locations
        )


def replaced(source: str, mutant: Mutant) -> str:
    """Return the text with the mistake in it.

    Raises:
        Unfit: What is to be replaced does not stand there exactly once.
    """
    if source.count(mutant.right) != 1:
        raise Unfit(f"{mutant.name}: {source.count(mutant.right)} places in {mutant.module}")
    return source.replace(mutant.right, mutant.wrong)


def attempt(mutant: Mutant) -> Tried:
    """Plant a mutant in a child and let its killer run there."""
    started = time.monotonic()
    status, said = _apart(lambda: _planted(mutant))
    return Tried(mutant.name, status == NOTICED, said, round(time.monotonic() - started, 2))


def false_alarms(killers: Iterable[str]) -> list[str]:
    """Run each killer once with nothing planted; return what they complained of, which should be nothing."""

    def unharmed() -> tuple[int, str]:
        said = [found for killer in dict.fromkeys(killers) if (found := _found(killer))]
        return (NOTICED if said else UNNOTICED), "\n".join(said)

    status, said = _apart(unharmed)
    return [] if status == UNNOTICED else [said]


def _tried(work: Callable[[], T]) -> tuple[T | None, BaseException | None]:
    """Do some work; return what it returned, or what it raised."""
    try:
        return work(), None
    except BaseException as error:  # noqa: BLE001 - whatever a mistake breaks is how it is noticed
        return None, error


def _apart(work: Callable[[], tuple[int, str]]) -> tuple[int, str]:
    """Do some work in a child, which ends after; return what it returned, or that it failed and how."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        found, error = _tried(work)
        status, said = found or (
            UNFIT if isinstance(error, Unfit) else NOTICED,
            f"{type(error).__name__}: {error}".partition("\n")[0],
        )
        atexit._run_exitfuncs()  # noqa: SLF001 - a forked child leaves by os._exit, which runs none
        with os.fdopen(writing, "wb") as telling:
            telling.write(said.encode())
        os._exit(status)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        said = told.read().decode("utf-8", "replace")
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), said


def _planted(mutant: Mutant) -> tuple[int, str]:
    """Run the killer of a mutant in this process with the mutant in its place."""
    finder = _Finder(mutant)
    sys.meta_path.insert(0, finder)
    said = _found(mutant.killer)
    if not finder.used:
        return UNFIT, f"{mutant.module} was never loaded: {said}"
    return (NOTICED if said else UNNOTICED), said


def _found(killer: str) -> str:
    """Play a history, which raises when a law is broken, or run tests; return what they complained of.

    Raises:
        Unfit: They did not run, so that they can say nothing.
    """
    if killer not in histories():
        return _run_tests(killer)
    _machine().replay(histories()[killer])
    return ""


def _run_tests(killer: str) -> str:
    import pytest

    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    sys.argv = ["pytest"]
    usual = ["-q", "-x", "-p", "no:randomly", "-p", "no:cacheprovider"]
    loaded = ["-W", "ignore:Module already imported"]
    status = pytest.main([*usual, *loaded, *killer.split()])
    if status not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise Unfit(f"{killer}: pytest ended with {status!r}")
    return "" if status == pytest.ExitCode.OK else f"failed: {killer}"


def _machine() -> Any:  # noqa: ANN401 - the tests carry no types
    return importlib.import_module("tests.sync.laws.machine")


def histories() -> dict[str, list[tuple[str, dict[str, object]]]]:
    """Return the histories that are kept, by name."""
    kept: dict[str, list[tuple[str, dict[str, object]]]] = json.loads(HISTORIES.read_text("utf-8"))
    return kept


# ---------------------------------------------------------------- looking for a history


def find(mutant: Mutant) -> str:
    """Generate histories until one notices the mutant; keep its shortest form and return what it broke."""

    def looked() -> tuple[int, str]:
        sys.meta_path.insert(0, _Finder(mutant))
        return UNNOTICED, json.dumps(_generated(), ensure_ascii=False)

    status, told = _apart(looked)
    if status != UNNOTICED:
        return told
    said, steps = json.loads(told)
    if steps:
        kept = histories() | {mutant.name: steps}
        text = ",\n".join(f"{json.dumps(name)}: {_listed(each)}" for name, each in sorted(kept.items()))
        HISTORIES.write_text(f"{{\n{text}\n}}\n", "utf-8")
    return str(said)


def _listed(steps: Sequence[object]) -> str:
    lines = ",\n  ".join(json.dumps(step, ensure_ascii=False) for step in steps)
    return f"[\n  {lines}\n]"


def _generated() -> tuple[str, list[tuple[str, dict[str, object]]]]:
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis.stateful import run_state_machine_as_test

    machine = _machine()
    phases = (Phase.generate, Phase.shrink)
    how = settings(
        max_examples=EXAMPLES,
        stateful_step_count=30,
        database=None,
        phases=phases,
        report_multiple_bugs=False,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    for number in range(SEEDS):
        laws = seed(number)(machine.Laws)
        _, error = _tried(partial(run_state_machine_as_test, laws, settings=how))
        if error is not None:
            return f"{type(error).__name__}: {error}", _steps("\n".join(getattr(error, "__notes__", ())))
    return "nothing found", []


def _steps(printed: str) -> list[tuple[str, dict[str, object]]]:
    """Read the steps of a history as hypothesis prints them; invariants and the end are not steps."""
    steps = []
    for line in printed.splitlines():
        if not line.startswith("state.") or line.endswith("()"):
            continue
        call = ast.parse(line).body[0]
        if isinstance(call, ast.Expr) and isinstance(call.value, ast.Call):
            name = line.removeprefix("state.").partition("(")[0]
            steps.append((name, {str(one.arg): ast.literal_eval(one.value) for one in call.value.keywords}))
    return steps


# ---------------------------------------------------------------- running


def prepare() -> None:
    """Load the libraries, and forget our own packages again."""
    sys.path.insert(0, str(ROOT))
    importlib.import_module("pytest")
    _machine()
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]


def main() -> int:
    """0 when every mutant was noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these")
    parser.add_argument("--find", action="store_true", help="look for a history that notices them")
    parser.add_argument("--json", action="store_true", help="print what a program can read")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - {one.name for one in MUTANTS}:
        parser.error(f"no such mutant: {', '.join(sorted(unknown))}")
    wanted = [one for one in MUTANTS if not chosen.names or one.name in chosen.names]
    if chosen.find:
        wanted = [one for one in wanted if not one.by]
    os.chdir(ROOT)
    prepare()
    if chosen.find:
        for one in wanted:
            print(f"{one.name}: {find(one)}", flush=True)
        return 0
    alarms = false_alarms(one.killer for one in wanted)
    tried = []
    for one in wanted:
        tried.append(attempt(one))
        if not chosen.json:
            mark = "noticed" if tried[-1].noticed else "SURVIVED"
            print(f"{mark:9} {tried[-1].seconds:5.1f} s  {one.name}: {tried[-1].said[:100]}", flush=True)
    if chosen.json:
        print(json.dumps({"alarms": alarms, "tried": [asdict(one) for one in tried]}, ensure_ascii=False))
    else:
        print("\n".join(f"FALSE ALARM with nothing planted: {said}" for said in alarms))
    return 0 if not alarms and all(one.noticed for one in tried) else 1


if __name__ == "__main__":
    sys.exit(main())
