"""The command `village-desk print`: a paper from a JSON file, or blank, without a window."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from forms.content import content_digest, content_json, read_content
from forms.mistakes import sentence
from forms.papers import catalogue, check_all, load, national, page_count, render
from forms.sheet import ID_BYTES, Sheet
from village_desk import times
from village_desk.errors import PrintTrouble
from village_desk.i18n import N_, translated

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Run `village-desk print` and return its exit status: 0 done, 1 could not, 2 wrong usage."""
    try:
        options = _parser().parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    try:
        return _run(options)
    except PrintTrouble as error:
        _tell(options, {"error": error.code, "sentence": sentence(error)}, sentence(error), error=True)
    except OSError as error:
        text = f"{error.filename}: {error.strerror}"
        _tell(options, {"error": "file", "sentence": text}, text, error=True)
    return COULD_NOT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="village-desk print", description="Make an official paper as PDF/A-2b."
    )
    parser.add_argument("form", nargs="?", help="form id, as --list shows it")
    parser.add_argument(
        "--content", type=Path, metavar="FILE", help="JSON file with the fields; without it: blank"
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write; default: FORM.pdf here")
    parser.add_argument("--number", default="", help="number of the record, printed in the margin")
    parser.add_argument("--practice", action="store_true", help="with the practice watermark [练习]")
    parser.add_argument("--folder", type=Path, help="folder of the county's own templates")
    parser.add_argument("--list", action="store_true", help="list the forms")
    parser.add_argument("--check", action="store_true", help="check every template of the folder")
    parser.add_argument("--json", action="store_true", help="answer in JSON")
    return parser


def _run(options: argparse.Namespace) -> int:
    if options.check:
        return _check(options)
    if options.list:
        return _list(options)
    if not options.form:
        _parser().print_usage(sys.stderr)
        return WRONG_USAGE
    return _print(options)


def _check(options: argparse.Namespace) -> int:
    mistakes = [sentence(error) for error in check_all(folder=options.folder)]
    text = "\n".join(mistakes) or translated("forms", N_("forms", "No mistakes found."))
    _tell(options, {"mistakes": mistakes}, text, error=bool(mistakes))
    return COULD_NOT if mistakes else DONE


def _list(options: argparse.Namespace) -> int:
    forms = catalogue(options.folder).values()
    rows = [
        {"no": form.number, "id": form.form_id, "title": form.title, "version": form.version}
        for form in forms
    ]
    _tell(options, {"forms": rows}, "\n".join(f"{row['no']}  {row['id']}  {row['title']}" for row in rows))
    return DONE


def _print(options: argparse.Namespace) -> int:
    template = load(options.form, options.folder)
    profile = national()
    if options.content:
        content = read_content(template, options.content.read_text("utf-8"), profile)
        # Without a desk file there is no record of the sheet; its content names it.
        sheet_id = content_digest(content_json(template, content, profile))[:ID_BYTES]
        printed_at = times.now()
    else:
        content, sheet_id, printed_at = {}, bytes(ID_BYTES), None
    sheet = Sheet(id=sheet_id, number=options.number, printed_at=printed_at, practice=options.practice)
    out = options.out or Path(f"{options.form}.pdf")
    out.write_bytes(render(template, content, sheet, profile))
    pages = page_count(template, content, profile)
    _tell(options, {"file": str(out), "pages": pages}, f"{out} ({pages})")
    return DONE


def _tell(options: argparse.Namespace, data: dict[str, object], text: str, *, error: bool = False) -> None:
    stream = sys.stderr if error and not options.json else sys.stdout
    print(json.dumps(data, ensure_ascii=False) if options.json else text, file=stream)
