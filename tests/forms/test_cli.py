"""`village-desk print` and the JSON of papers."""

import json

import pytest

import forms
from forms.cli import main
from forms.papers import national
from tests.forms.examples import CONTENTS
from village_desk.errors import PrintTrouble


def test_a_paper_is_made_from_a_file_and_blank_without_one(tmp_path, capsys, pdf_text):
    given, out = tmp_path / "content.json", tmp_path / "paper.pdf"
    given.write_text(json.dumps({"name": "陈𬭎[练习]", "met_on": "2026-11-21"}), encoding="utf-8")
    assert main(["consultation", "--content", str(given), "--out", str(out), "--number", "7", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(out), "pages": 1}
    assert "陈𬭎" in pdf_text(out.read_bytes())
    assert main(["consultation", "--out", str(out), "--practice"]) == 0
    assert "练习用，无效" in pdf_text(out.read_bytes())


def test_every_form_is_listed_and_checked(capsys):
    assert main(["--list"]) == 0
    assert "024  consultation  法律咨询登记表" in capsys.readouterr().out
    assert main(["--check", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"mistakes": []}


def test_what_cannot_be_done_is_one_sentence_and_status_1(tmp_path, capsys, write_template):
    assert main(["no_such_form"]) == 1
    assert main(["consultation", "--content", str(tmp_path / "missing.json")]) == 1
    assert main(["--check", "--folder", str(write_template("line {horse}"))]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "Traceback" not in told.err
    assert "trial.form:9:" in told.err


def test_wrong_usage_is_status_2(capsys):
    assert main([]) == 2
    assert main(["--no-such-option"]) == 2
    assert main(["--help"]) == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "line 1"),
        ("[]", "line 1"),
        ('{"met_on": "gestern"}', "consultation.met_on"),
        ('{"case_party": ["x"]}', "case_party"),
        ('{"case_party": {"born_on": 5}}', "case_party.born_on"),
    ],
)
def test_content_that_cannot_be_read_is_named_without_its_value(text, place):
    with pytest.raises(PrintTrouble) as caught:
        forms.read_content(forms.load("consultation"), text, national())
    assert caught.value.code == "print.content"
    assert caught.value.details["what"] == place


@pytest.mark.parametrize("form", CONTENTS)
def test_canonical_content_reads_back_and_does_not_depend_on_order_or_empty_values(form):
    template = forms.load(form)
    content = CONTENTS[form] | {"unit": {"name": "平原村"}}
    text = forms.content_json(template, content, national())
    again = forms.read_content(template, text, national())
    assert forms.content_json(template, again, national()) == text
    shuffled = dict(reversed(content.items())) | {"cause": content.get("cause")}
    assert forms.content_json(template, shuffled, national()) == text
    assert len(forms.content_digest(text)) == 32
