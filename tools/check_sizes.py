"""Hold files, functions and classes to the size budgets, and print them as a table.

Exceptions stand in tools/size_exceptions.toml, each with its reason; one that is no longer needed is an error
too, so that the list can only shrink.
"""

from __future__ import annotations

import ast
import statistics
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from project import PACKAGES, ROOT, python_files

FILE_LINES, FILE_MEDIAN = 400, 150
FUNCTION_LINES, FUNCTION_P90 = 60, 25
PUBLIC_METHODS = 15
BROAD_EXCEPTS = 2
TESTS_TO_SOURCE = 1.5
EXCEPTIONS = "tools/size_exceptions.toml"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Sizes:
    """What was measured; `breaches` maps `path::name` to a sentence."""

    files: list[int] = field(default_factory=list)
    functions: list[int] = field(default_factory=list)
    broad_excepts: list[str] = field(default_factory=list)
    breaches: dict[str, str] = field(default_factory=dict)


def _is_broad(handler: ast.ExceptHandler) -> bool:
    """Whether the handler swallows whatever comes; one that tidies up and raises it again is welcome."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    if handler.type is None:
        return True
    named = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(isinstance(name, ast.Name) and name.id in {"Exception", "BaseException"} for name in named)


def _public_methods(node: ast.ClassDef) -> int:
    return sum(isinstance(part, Function) and not part.name.startswith("_") for part in node.body)


def _measure_file(path: Path, name: str, sizes: Sizes) -> None:
    text = path.read_text("utf-8")
    lines = text.count("\n")
    if lines > 1:
        sizes.files.append(lines)
    if lines > FILE_LINES:
        sizes.breaches[name] = f"{lines} lines, at most {FILE_LINES}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Function):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            sizes.functions.append(length)
            if length > FUNCTION_LINES:
                sizes.breaches[f"{name}::{node.name}"] = f"{length} lines, at most {FUNCTION_LINES}"
        elif isinstance(node, ast.ClassDef) and _public_methods(node) > PUBLIC_METHODS:
            breach = f"{_public_methods(node)} public methods, at most {PUBLIC_METHODS}"
            sizes.breaches[f"{name}::{node.name}"] = breach
        elif isinstance(node, ast.ExceptHandler) and _is_broad(node):
            sizes.broad_excepts.append(f"{name}:{node.lineno}")


def measure(root: Path, folders: tuple[str, ...]) -> Sizes:
    """Measure every Python file below the given folders of `root`."""
    sizes = Sizes()
    for path in python_files(root, folders):
        _measure_file(path, path.relative_to(root).as_posix(), sizes)
    return sizes


def _p90(numbers: list[int]) -> int:
    return sorted(numbers)[int(len(numbers) * 0.9)] if numbers else 0


def _row(name: str, sizes: Sizes) -> str:
    file_median = statistics.median(sizes.files or [0])
    function_median = statistics.median(sizes.functions or [0])
    return (
        f"{name:14} {len(sizes.files):5} {sum(sizes.files):7}   "
        f"{file_median:5.0f} {_p90(sizes.files):4} {max(sizes.files, default=0):4}   "
        f"{function_median:5.0f} {_p90(sizes.functions):4} {max(sizes.functions, default=0):4}"
    )


def table(root: Path) -> str:
    """The sizes of every package, for people."""
    head = f"{'':14} {'files':>5} {'lines':>7}   {'file: median p90 max':15}  {'function: median p90 max'}"
    rows = [_row(name, measure(root, (name,))) for name in (*PACKAGES, "tools", "tests")]
    return "\n".join([head, *rows])


def _excused(root: Path) -> dict[str, str]:
    path = root / EXCEPTIONS
    return dict(tomllib.loads(path.read_text("utf-8"))) if path.exists() else {}


def _whole(source: Sizes, tests: Sizes) -> Iterator[str]:
    """What is wrong with the program as a whole rather than with one file."""
    if source.files and statistics.median(source.files) > FILE_MEDIAN:
        yield f"the median file has {statistics.median(source.files):.0f} lines, at most {FILE_MEDIAN}"
    if _p90(source.functions) > FUNCTION_P90:
        yield f"one function in ten is longer than {FUNCTION_P90} lines ({_p90(source.functions)})"
    if len(source.broad_excepts) > BROAD_EXCEPTS:
        yield f"more than {BROAD_EXCEPTS} broad excepts: {', '.join(source.broad_excepts)}"
    if sum(tests.files) > TESTS_TO_SOURCE * sum(source.files):
        ratio = sum(tests.files) / max(1, sum(source.files))
        yield f"tests are {ratio:.1f} times the source, at most {TESTS_TO_SOURCE}"


def problems(root: Path) -> list[str]:
    """Every breach of a budget that is not excused, and every excuse that is no longer needed."""
    source, tests = measure(root, (*PACKAGES, "tools")), measure(root, ("tests",))
    excused = _excused(root)
    found = [f"{name}: {breach}" for name, breach in source.breaches.items() if name not in excused]
    found += [
        f"{EXCEPTIONS}: {name} is within its budget again" for name in excused if name not in source.breaches
    ]
    found += [f"{EXCEPTIONS}: {name} has no reason" for name, reason in excused.items() if len(reason) < 20]
    return found + list(_whole(source, tests))


def main(root: Path = ROOT) -> int:
    """Print the table and the breaches; 1 when there are any."""
    print(table(root))
    found = problems(root)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
