"""No text for people is put together before it is translated, and its source is English.

An f-string or a sum inside `tr`, `translate` or `N_` is extracted as written and never matches at run time,
so the user sees English; no linter notices. Put the parts in afterwards:
`self.tr("{n} not sent").format(n=n)`.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from project import PACKAGES, ROOT, python_files

CALLS = {"tr", "translate", "translated", "N_", "QT_TRANSLATE_NOOP"}
LITERAL_ONLY = {"N_", "QT_TRANSLATE_NOOP"}
_CHINESE = re.compile(r"[\u3400-\u9fff]")


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _is_put_together(node: ast.expr) -> bool:
    """Whether the expression makes a text out of parts: f-string, `.format`, + or % with a text in it."""
    if isinstance(node, ast.Call):
        return _called(node) == "format"
    if not isinstance(node, ast.BinOp):
        return isinstance(node, ast.JoinedStr)
    return any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(node))


def _problems_of(call: ast.Call) -> Iterator[str]:
    name, literals = _called(call), [arg for arg in call.args if isinstance(arg, ast.Constant)]
    if any(_is_put_together(arg) for arg in call.args):
        yield f"a text put together inside {name}(...)"
    elif name in LITERAL_ONLY and len(literals) < len(call.args):
        yield f"{name}(...) takes literal texts only"
    elif name == "tr" and call.args and not isinstance(call.args[0], ast.Constant):
        yield "tr(...) takes a literal text; one marked with N_ elsewhere goes through translate(...)"
    if any(isinstance(arg.value, str) and _CHINESE.search(arg.value) for arg in literals):
        yield f"a Chinese source text in {name}(...); sources are English, Chinese stands in the translation"


def problems(root: Path) -> list[str]:
    """Every wrong call in the packages of `root`, as `path:line: what is wrong`."""
    found = []
    for path in python_files(root, PACKAGES):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node) in CALLS:
                found += [f"{path.relative_to(root)}:{node.lineno}: {text}" for text in _problems_of(node)]
    return found


def main(root: Path = ROOT) -> int:
    """Print what is wrong; 1 when there is anything."""
    found = problems(root)
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
