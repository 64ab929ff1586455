"""A template is checked when it is loaded; a mistake gives one sentence with file and line."""

import csv
import dataclasses
from pathlib import Path

import pytest

import forms
from forms.papers import national
from tests.forms.examples import BLANK_SHEET, squeezed
from village_desk import fields
from village_desk.errors import PrintTrouble

ROW = "title 18 试验表\n"
MISTAKES = [
    (ROW + "h9 | 姓名:22 | {nmae}:143", "template.field"),
    (ROW + "h9 | 姓名:22 | {name}:140", "template.sum"),
    (ROW + "h9 | 姓名:22 | {name|upper}:143", "template.filter"),
    (ROW + "h9 | 姓名:22 | {name|date}:143", "template.filter"),
    (ROW + "h9 | 姓名:22 | {name|boxes}:143", "template.filter"),
    (ROW + "h9 | 方式:22 | {channel|ticks 1=来访 99=心灵感应}:143", "template.code"),
    (ROW + "h9 | 方式:22 | {channel|ticks 来访}:143", "template.filter"),
    (ROW + "h9 | 咨询人姓名:12 | {name}:153", "template.label"),
    (ROW + "h300 | 姓名:22 | {name}:143", "template.outside"),
    (ROW + "h9 | 姓名 | {name}:143", "template.width"),
    (ROW + "h9 | 姓名:2a | {name}:143", "template.width"),
    (ROW + "line 姓名[{name}:400]", "template.outside"),
    (ROW + "line 姓名[{name}", "template.bracket"),
    (ROW + "line 姓名[{name}]", "template.width"),
    (ROW + "line {Name}", "template.placeholder"),
    (ROW + "line {unit.colour}", "template.field"),
    (ROW + "line {house.name}", "template.kind"),
    (ROW + "line {name|or nobody}", "template.field"),
    (ROW + "prose 6 内容：", "template.placeholder"),
    (ROW + "prose 60 内容：{content}", "template.outside"),
    (ROW + "seal 300 （印章） {met_on|date}", "template.outside"),
    (ROW + "table 3", "template.element"),
    (ROW + "photo 3", "template.element"),
    (ROW + "keep\nline 甲", "template.end"),
    (ROW + "end", "template.end"),
    (ROW + "if name=\nend", "template.condition"),
    (ROW + "repeat houses\nend", "template.kind"),
    (ROW + "repeat case_party where side=left\nend", "template.code"),
    (ROW + "head\nline 甲\nend", "template.element"),
    (ROW + "head 2\nh9 | 姓名:165\nend", "template.element"),
    (ROW + "line {list.colour}", "template.field"),
    (ROW + "line {row.name}", "template.field"),
    ("title 60 一二三四五六七八九十一二三四五六七八九十", "template.outside"),
]


@pytest.mark.parametrize(("body", "code"), MISTAKES)
def test_a_mistake_in_a_template_gives_one_sentence_with_file_and_line(write_template, body, code):
    with pytest.raises(PrintTrouble) as caught:
        forms.load("trial", write_template(body))
    assert caught.value.code == code
    sentence = forms.sentence(caught.value)
    assert sentence.startswith("trial.form:")
    assert "{" not in sentence.replace(str(caught.value.details.get("what")), "")
    assert int(sentence.split(":")[1]) >= 1


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ({"kind": "horse"}, "template.kind"),
        ({"day": "birthday"}, "template.field"),
        ({"margins": "25 20 20"}, "template.header"),
        ({"margins": "25 110 20 110"}, "template.outside"),
        ({"number": "9"}, "template.header"),
        ({"text": "-"}, "template.header"),
        ({"version": "one"}, "template.width"),
        ({"sheet": "tall"}, "template.header"),
    ],
)
def test_a_mistake_in_the_heading_is_found(write_template, heading, code):
    with pytest.raises(PrintTrouble) as caught:
        forms.load("trial", write_template(ROW, **heading))
    assert caught.value.code == code


def test_all_shipped_templates_are_right_and_their_numbers_are_the_official_ones(catalogue):
    assert forms.check_all() == []
    official = csv.DictReader((Path(__file__).parent / "numbers.csv").read_text("utf-8").splitlines())
    numbers = {row["id"]: row["no"] for row in official}
    assert {form: template.number for form, template in catalogue.items()}.items() <= numbers.items()


def test_an_unknown_form_is_refused():
    with pytest.raises(PrintTrouble, match=r"print\.form"):
        forms.load("no_such_form")


def test_two_templates_with_one_number_are_refused(write_template):
    folder = write_template(ROW)
    (folder / "other.form").write_text((folder / "trial.form").read_text("utf-8"), encoding="utf-8")
    with pytest.raises(PrintTrouble, match=r"template\.number"):
        forms.catalogue(folder)


def test_a_county_may_use_its_own_extra_fields(write_template, pdf_text):
    kind = national().kind("consultation")
    spec = dataclasses.replace(fields.choice("Way home", "outcome", "x"), name="x_way")
    wider = dataclasses.replace(kind, fields=kind.fields | {"x_way": spec})
    profile = dataclasses.replace(national(), kinds=dict(national().kinds) | {"consultation": wider})
    folder = write_template(ROW + "h9 | 去向:22 | {x_way}:143")
    template = forms.load("trial", folder, profile)
    assert "已转办" in squeezed(pdf_text(forms.render(template, {"x_way": "referred"}, BLANK_SHEET, profile)))
    assert forms.check_all(profile, folder) == []


def test_conditions_repeats_and_filters_do_what_the_page_says(write_template, pdf_text):
    body = """title 18 试验表
if outcome=yes,partly
  line 甲一
end
if not name
  line 甲二
end
if age
  line 甲三[{age|trail 岁}:*]
end
repeat case_party where side=applicant and role!=guardian skip 1 least 2
  line 乙[{name|or phone}:40][{born_on|age}:20]
end
line 丙[{case_party.name|each side=respondent}:*]
line 丁[{id_number|masked}:*]{handling|choose 1=（咨询） 2=（调解）}
sentence 戊{sheet.number}{unit.name}{unit.name|without 村}{met_on}{groups}
line \\[己\\]{told_legal_aid|ticks}
photo 30 40 照片 {name}"""
    parties = [
        {"side": "applicant", "name": "一"},
        {"side": "applicant", "phone": "二", "born_on": None},
        {"side": "applicant", "name": "三", "role": "guardian"},
        {"side": "respondent", "name": "四"},
        {"side": "respondent", "name": "五"},
    ]
    content = {
        "outcome": "partly", "name": "王", "age": 30, "case_party": parties, "id_number": "13812345678",
        "handling": ("2",), "unit": {"name": "平原村"}, "groups": ("G01", "G04"),
    }  # fmt: skip
    template = forms.load("trial", write_template(body))
    text = squeezed(pdf_text(forms.render(template, content, forms.Sheet(id=bytes(16), number="N7")), "-raw"))
    assert "甲一甲三30岁乙二乙丙四、五丁138****5678" in text
    assert "甲二" not in text
    assert "戊N7平原村平原残疾人、未成年人" in text
    assert "[己]已告知不适用" in text


def test_a_chosen_code_without_a_box_is_printed_all_the_same(write_template, pdf_text):
    template = forms.load("trial", write_template(ROW + "h9 | 方式:22 | {channel|ticks 1=来访}:143"))
    text = squeezed(pdf_text(forms.render(template, {"channel": "5"}, BLANK_SHEET)))
    assert "来访" in text
    assert "微信" in text
