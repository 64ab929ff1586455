"""What became of each requirement: `docs/requirements.md`, from marks in tests and what is written down.

A test names the rows it serves with `@pytest.mark.requirement("R012", ...)`; the marks are read out of the
files, no test runs. What no test can show stands in `docs/requirements/standing.csv`: the page that serves a
row, or why the program leaves it to others. A row that stands in neither is not served yet.
"""

from __future__ import annotations

import ast
import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from project import ROOT

MARK = "requirement"
STATES = {"test": "served, tested", "page": "served by a page", "out": "out of scope", "open": "not yet"}
HEAD = """\
The 290 rows of what five source texts ask of a village legal service room and of those above it; their own
words stand in [requirements/rows.csv](requirements/rows.csv). A row is *served, tested* when a test names it
(`@pytest.mark.requirement("R012")`); pages and reasons stand in
[requirements/standing.csv](requirements/standing.csv). Levels: V village, T township, C county, P province.
"""
PRIORITIES = {"M": "must", "S": "should", "C": "could"}


class Wrong(ValueError):
    """A mark or a line names what does not exist; the sentence says which."""


@dataclass(frozen=True)
class Row:
    """One row with what became of it; `tests` are `path::name`, `state` is a key of STATES."""

    id: str
    asks: str
    modules: str
    levels: str
    priority: str
    state: str
    tests: tuple[str, ...] = ()
    where: str = ""
    reason: str = ""

    @property
    def complaint(self) -> bool:
        """Whether the row states a shortcoming that the program should help with."""
        return self.asks.startswith("COMPLAINT")


def marks(root: Path) -> Iterator[tuple[str, str]]:
    """Every (requirement, test) that the tests below `root` name, in the order of the files."""
    for path in sorted((root / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef):
                for id_ in _named(node.decorator_list):
                    yield id_, f"{path.relative_to(root).as_posix()}::{node.name}"


def _named(decorators: list[ast.expr]) -> Iterator[str]:
    for one in decorators:
        if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute) and one.func.attr == MARK:
            for argument in one.args:
                if not isinstance(argument, ast.Constant):
                    raise Wrong(f"line {one.lineno}: a requirement is named by a literal")
                yield str(argument.value)


def page_names(root: Path) -> set[str]:
    """The names of the pages of the window, read out of `ui/pages/__init__.py`."""
    tree = ast.parse((root / "ui" / "pages" / "__init__.py").read_text("utf-8"))
    return {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "PageEntry"
        and isinstance(node.args[0], ast.Constant)
    }


def rows(root: Path = ROOT) -> list[Row]:
    """All rows with their state.

    Raises:
        Wrong: A test names a row that there is not; or a line of `standing.csv` an unknown row, state or
            page, or gives no reason, or says of a row that a test serves that it is out of scope.
    """
    folder = root / "docs" / "requirements"
    asked = {row["id"]: row for row in _table(folder / "rows.csv")}
    standing = {row["id"]: row for row in _table(folder / "standing.csv")}
    tests: dict[str, list[str]] = {}
    for id_, test in marks(root):
        tests.setdefault(id_, []).append(test)
    unknown = sorted((tests.keys() | standing.keys()) - asked.keys())
    if unknown:
        raise Wrong(f"no such requirement: {', '.join(unknown)}")
    pages = page_names(root)
    return [_row(row, tuple(tests.get(id_, ())), standing.get(id_), pages) for id_, row in asked.items()]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _row(asked: dict[str, str], tests: tuple[str, ...], said: dict[str, str] | None, pages: set[str]) -> Row:
    said = said or {"state": "open", "where": "", "reason": ""}
    if said["state"] not in STATES or (said["state"] == "out" and (tests or not said["reason"])):
        raise Wrong(
            f"{asked['id']}: {said['state']!r} does not fit: {said['reason'] or 'no reason is given'}"
        )
    if said["state"] == "page" and said["where"] not in pages:
        raise Wrong(f"{asked['id']}: there is no page {said['where']!r}")
    told = {name: asked[name] for name in ("id", "asks", "modules", "levels", "priority")}
    state = "test" if tests else said["state"]
    return Row(**told, state=state, tests=tests, where=said["where"], reason=said["reason"])


def page() -> str:
    """The whole page as Markdown."""
    all_rows = rows()
    complaints = [row for row in all_rows if row.complaint]
    return "\n".join(
        [
            "# Requirements\n",
            HEAD,
            *_summary(all_rows),
            "## The complaints\n",
            f"{len(complaints)} rows state a shortcoming of the rooms as they are; each asks for a test.\n",
            *_listed(complaints),
            "## All rows\n",
            *_listed(all_rows),
        ]
    )


def _summary(all_rows: list[Row]) -> list[str]:
    counted = Counter((row.priority, row.state) for row in all_rows)
    head = f"| priority | rows | {' | '.join(STATES.values())} |"
    lines = [head, "|---|" + "---|" * (len(STATES) + 1)]
    for letter, name in PRIORITIES.items():
        cells = [counted[letter, state] for state in STATES]
        lines.append(f"| {name} | {sum(cells)} | {' | '.join(map(str, cells))} |")
    return [*lines, ""]


def _listed(some: list[Row]) -> list[str]:
    head = ["| row | asks for | level | priority | state | where, or why not |", "|---|---|---|---|---|---|"]
    return [*head, *(_line(row) for row in some), ""]


def _line(row: Row) -> str:
    cells = (row.id, row.asks, row.levels, PRIORITIES[row.priority], STATES[row.state], _where(row))
    return f"| {' | '.join(cells)} |"


def _where(row: Row) -> str:
    told = [f"`{test.removeprefix('tests/')}`" for test in row.tests]
    if row.where:
        told.append(f"page `{row.where}`")
    return "<br>".join([*told, *([row.reason] if row.reason else [])])
