"""Write the pages of docs that the code can tell better: `make docs`; `--check` fails on drift."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable

import requirements_page
from project import ROOT

sys.path.insert(0, str(ROOT))

from village_desk import cli, profile, workflow
from village_desk.kinds import KINDS, Kind

DOCS = ROOT / "docs"
NOTE = "<!-- Written by tools/make_docs.py from the code; `make docs` writes it anew. -->\n\n"


def kinds_page() -> str:
    """Every kind of record with its fields, as declared in `village_desk/kinds`."""
    parts = ["# Kinds of records\n"]
    for kind in KINDS.values():
        parts += [f"## {kind.title} (`{kind.name}`)\n", *_about(kind), *_fields(kind)]
    return "\n".join(parts)


def _about(kind: Kind) -> list[str]:
    facts = [f"class {kind.class_}", f"schema version {kind.sv}"]
    if kind.parent:
        facts.append(f"hangs on `{kind.fields[kind.parent].to}`")
    if kind.reviewed:
        facts.append("reviewed by the township")
    lines = [line.strip() for line in kind.doc.strip().splitlines()]
    return ["\n".join(lines), "", f"*{'; '.join(facts)}.*", ""]


def _fields(kind: Kind) -> list[str]:
    rows = ["| field | on paper | face | merge | needed for | search |", "|---|---|---|---|---|---|"]
    for name, spec in kind.fields.items():
        face = f"{spec.face}: {spec.codes or spec.to}" if spec.codes or spec.to else spec.face
        needed = ", ".join(sorted(spec.required))
        rows.append(f"| `{name}` | {spec.paper} | {face} | {spec.merge} | {needed} | {spec.search} |")
    return [*rows, ""]


def workflow_page() -> str:
    """Every move of the workflow table, and every deadline of the national profile."""
    national = profile.load()
    parts = ["# Workflow\n", "From `resources/moves.csv` and `resources/profile/national/profile.json`.\n"]
    for kind in dict.fromkeys(move.kind for move in workflow.load()):
        parts += [f"## {KINDS[kind].title}\n", "| from | move | to | by | rule |", "|---|---|---|---|---|"]
        for move in workflow.load():
            if move.kind == kind:
                cells = (", ".join(move.from_), move.name, move.to, ", ".join(move.roles), move.article)
                parts.append(f"| {' | '.join(cells)} |")
        parts.append("")
    parts += ["## Deadlines\n", "| deadline | kind | period | rule | by law |", "|---|---|---|---|---|"]
    for one in national.deadlines:
        by_law = "yes" if one.statutory else "no"
        parts.append(f"| {one.name} | {one.kind} | {one.count} {one.unit} | {one.article} | {by_law} |")
    return "\n".join([*parts, ""])


def commands_page() -> str:
    """What `--help` of the commands without a window says."""
    from county_server.cli import main as county
    from forms.cli import main as forms
    from sync.cli import main as sync

    parts = ["# Commands without a window\n"]
    calls: list[tuple[str, Callable[[], object]]] = [
        ("village-desk --help", lambda: cli.main(["--help"])),
        *(
            (f"village-desk {name} --help", lambda name=name: cli.main([name, "--help"]))
            for name in ("check", "verify", "backup", "restore", "export", "doctor")
        ),
        ("village-desk print --help", lambda: forms(["--help"])),
        ("village-desk sync --help", lambda: sync(["sync", "--help"])),
        ("village-desk bundle --help", lambda: sync(["bundle", "--help"])),
        ("village-desk carry --help", lambda: sync(["carry", "--help"])),
        ("village-desk rescue --help", lambda: sync(["rescue", "--help"])),
        ("county-server --help", lambda: county(["--help"])),
    ]
    for title, call in calls:
        parts += [f"## `{title}`\n", "```text", _printed(call), "```\n"]
    return "\n".join(parts)


def _printed(call: Callable[[], object]) -> str:
    os.environ["COLUMNS"] = "90"  # argparse breaks lines by the terminal it happens to run in
    os.environ["VILLAGE_DESK_LANGUAGE"] = "en"
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), contextlib.suppress(SystemExit):
        call()
    return shown.getvalue().rstrip()


PAGES: dict[str, Callable[[], str]] = {
    "kinds.md": kinds_page,
    "workflow.md": workflow_page,
    "commands.md": commands_page,
    "requirements.md": requirements_page.page,
}


def main() -> int:
    """0 when done, or when every page is in step with the code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a page is out of step")
    check = parser.parse_args().check
    stale = []
    for name, page in PAGES.items():
        path, text = DOCS / name, NOTE + page()
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(name)
        if not check:
            path.write_text(text, "utf-8")
    if check and stale:
        print(f"out of step with the code: {', '.join(stale)}; `make docs` writes them anew")
        return 1
    print(f"{len(PAGES)} pages in step" if not stale else f"written: {', '.join(stale)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
