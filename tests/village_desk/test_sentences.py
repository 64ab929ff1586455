"""Every code that people may meet has a sentence, and every sentence can be filled."""

import ast
import re
import string
from collections.abc import Iterator

import pytest

from village_desk import i18n, idcards, profile, rights, workflow
from village_desk.paths import ROOT
from village_desk.sentence_table import SENTENCES
from village_desk.sentences import has_sentence, parts, sentence
from village_desk.trouble_table import TROUBLES

PACKAGES = ("village_desk", "sync", "forms", "ui", "county_server")
RAISED = re.compile(r"(Trouble|UserError|NotAllowed|Conflict)$")
FAMILIES = {"county", "template", "crypto"}
"""Their codes share one sentence here: the county's command line and the check of forms have their own."""


def codes_in_source() -> Iterator[tuple[str, str]]:
    """Yield every literal code of a Problem or an error, with its place."""
    for package in PACKAGES:
        for file in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    at = 1 if name == "Problem" else 0 if RAISED.search(name) else len(node.args)
                    if len(node.args) > at and isinstance(node.args[at], ast.Constant):
                        yield str(node.args[at].value), f"{file.relative_to(ROOT)}:{node.lineno}"


def test_every_code_raised_anywhere_has_a_sentence():
    found = dict(codes_in_source())
    assert {"missing", "profile.json", "move.state"} <= set(found), "the walk sees the code"
    own = SENTENCES.keys() | TROUBLES.keys()
    silent = [(code, place) for code, place in found.items() if code not in own]
    assert [one for one in silent if one[0].partition(".")[0] not in FAMILIES] == []
    assert all(has_sentence(code) for code in found)


def test_every_code_of_the_checks_of_numbers_has_a_sentence():
    source = ast.parse((ROOT / "village_desk" / "idcards.py").read_text("utf-8"))
    codes = {
        node.value
        for node in ast.walk(source)
        if isinstance(node, ast.Constant) and re.fullmatch(r"(id_card|uscc|phone)\.\w+", str(node.value))
    }
    assert idcards.check_id_card("1") in codes
    assert codes <= set(SENTENCES)


def test_reasons_moves_hints_needs_and_deadlines_have_sentences():
    codes = {f"rights.no_{verb}" for verb in rights.VERBS} | {
        f"deadline.{one.name}" for one in profile.load().deadlines
    }
    for move in workflow.load():
        codes |= {f"needs.{kinds[0]}" for kinds, _ in move.needs} | ({move.hint} if move.hint else set())
        codes |= {f"move_name.{move.kind}.{move.name}"} if move.from_ else set()
    assert codes <= set(SENTENCES)
    named = {code for code in SENTENCES if code.startswith(("move_name.", "hint.", "deadline.", "needs."))}
    assert named <= codes, "a sentence nobody can meet"


@pytest.mark.parametrize("code", sorted(TROUBLES))
def test_an_error_says_what_happened_and_what_to_do(code: str):
    said = parts(code, {"characters": "𬭎"})
    assert 2 <= len(said) <= 3
    assert all(part[0].isupper() or part[0] == "…" for part in said)
    assert all(part.endswith((".", "𬭎")) for part in said)


def test_blanks_are_filled_and_a_gap_never_crashes():
    assert sentence("number.high", {"high": 130}) == "At most 130."
    assert sentence("number.high") == "At most …."
    assert sentence("profile.json", {"file": "profile.json", "line": 3}).startswith("profile.json, line 3:")
    assert sentence("move.state", {"article": "人民调解法 第二十六条"}).endswith(
        "Rule: 人民调解法 第二十六条."
    )
    assert "tea.break" in sentence("tea.break")
    assert "template.sum" in sentence("template.sum", {"line": 4})
    blanks = {
        blank for text in SENTENCES.values() for _, blank, _, _ in string.Formatter().parse(text) if blank
    }
    of_values = {"count", "length", "high", "low", "label", "line", "text", "paper", "words", "day", "file"}
    of_commands = {"records", "changes", "receipts", "broken_at", "broken_record", "folder", "log", "faults"}
    of_commands |= {"altered"}
    of_visits = {"what", "percent", "name", "reason"}
    assert blanks <= of_values | of_commands | of_visits


def test_sentences_are_translated_where_they_are_shown_and_chinese_ones_stand_without_spaces():
    try:
        i18n.use(lambda _context, text: "满了。" if "full" in text else "都在。")
        assert sentence("store.full") == "满了。都在。都在。"
    finally:
        i18n.use(lambda _context, text: text)
