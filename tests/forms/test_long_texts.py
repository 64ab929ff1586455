"""Long texts go on, on the same sheet or the next; nothing is cut, shrunk or lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import forms
from forms.model import Repeat
from tests.forms.examples import BLANK_SHEET, CONTENTS, squeezed
from village_desk.kinds import KINDS

pytestmark = pytest.mark.sheet

LONG_FIELDS = [
    ("consultation", "content"),
    ("consultation", "answer"),
    ("legal_aid_application", "facts"),
    ("hardship_statement", "spending"),
    ("mediation_application", "facts"),
    ("mediation_intake", "facts"),
    ("mediation_record", "record"),
    ("mediation_agreement", "facts"),
    ("mediation_agreement", "terms"),
    ("mediation_agreement", "performance"),
    ("mediation_investigation", "record"),
    ("mediation_oral_agreement", "terms"),
    ("mediation_follow_up", "record"),
    ("mediation_dossier_note", "situation"),
    ("mediation_closing_report", "facts"),
    ("court_confirmation_persons", "terms"),
    ("dispute_sweep", "summary"),
]


def narrative(length: int) -> str:
    """Return sentences that are all different, so that a lost or doubled line is noticed."""
    sentences = (
        f"第{number}句：双方于{number % 12 + 1}月就渠道用水一事协商，未果。" for number in range(length)
    )
    text = ""
    for number, sentence in enumerate(sentences):
        if len(text) >= length:
            break
        text += sentence + ("\n" if number % 40 == 39 else "")
    return text[:length].strip()


def without_furniture(raw: str, template: forms.Template) -> str:
    """Return the squeezed text without what every page prints around the form."""
    text = squeezed(raw)
    title, signers = re.escape(template.title), f"本页{re.escape(template.signers)}："
    for pattern in (
        rf"（接续页）({signers})?{title}{template.number}-",
        rf"{title}（续页）",
        rf"{title}{template.number}-",
        rf"{template.version}第\d+页共\d+页VD1\.[A-Z2-7]{{26}}\.\d{{3}}\.\d+-\d+\.[A-Z2-7]{{4}}",
    ):
        text = re.sub(pattern, "", text)
    return text


def stands_whole(value: str, text: str) -> bool:
    """Say whether `value` stands in `text`, in one piece or continued from a cell on the next sheet."""
    value = squeezed(value)
    if value in text:
        return True
    for mark in re.finditer("（接续页）", text):
        before = text[: mark.start()]
        begin = max(
            range(len(value) + 1), key=lambda length: length if before.endswith(value[:length]) else -1
        )
        if f"（接上页）：{value[begin:]}" in text:
            return True
    return f"（接上页）：{value}" in text


@pytest.mark.parametrize(("form", "field"), LONG_FIELDS)
def test_a_narrative_of_10000_characters_continues_without_loss(form, field, pdf_text):
    template = forms.load(form)
    text = narrative(10_000)
    pdf = forms.render(template, CONTENTS[form] | {field: text}, BLANK_SHEET)
    pages = pdf_text(pdf, "-raw").split("\f")[:-1]
    assert len(pages) > 5
    assert all("（续页）" in page for page in pages[1:])
    assert all(f"第{n}页共{len(pages)}页" in squeezed(page) for n, page in enumerate(pages, start=1))
    assert stands_whole(text, without_furniture("".join(pages), template))
    signed = [f"本页{template.signers}：" in squeezed(page) for page in pages]
    assert signed == [bool(template.signers)] * (len(pages) - 1) + [False]


def fields_on_paper(form: str) -> list[tuple[str, str, str]]:
    """Return (form, linked kind or "", field) of every free text on `form`, without numbered items."""
    template = forms.load(form)
    found = {
        (form, "" if kind == template.kind else kind, name)
        for kind, name in forms.fields_shown(template)
        if KINDS[kind].fields[name].face in {"text", "note"} and name != "requests"
    }
    return sorted(found)


PLACES = [place for form in forms.catalogue() for place in fields_on_paper(form)]
CHARACTERS = st.one_of(
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5),
    st.sampled_from("，。；：？！、（）《》“”〔〕·…—abcXYZ0123456789%.,/@ 𬭎㛃䶮喆龘"),
)


@given(st.sampled_from(PLACES), st.text(CHARACTERS, min_size=1, max_size=400))
def test_no_text_in_any_field_loses_a_character(pdf_text, place, text):
    form, kind, field = place
    template = forms.load(form)
    record = {
        field: text,
        "side": "respondent" if form == "mediation_intake" else "applicant",
        "party_type": "legal" if field == "representative" else None,
        "step": "urge" if kind == "order_step" else None,
    }
    content = {kind: [record]} if kind else {field: text}
    if any(isinstance(each, Repeat) and each.kind == template.kind for each in template.elements):
        content = {template.kind: [content]}  # a paper of many records
    raw = pdf_text(forms.render(template, content, BLANK_SHEET), "-raw")
    assert stands_whole(text, without_furniture(raw, template))


@given(st.lists(st.text(CHARACTERS, min_size=1, max_size=80).filter(str.strip), min_size=1, max_size=8))
def test_no_numbered_request_loses_a_character(pdf_text, requests):
    template = forms.load("mediation_application")
    raw = pdf_text(forms.render(template, {"requests": "\n".join(requests)}, BLANK_SHEET), "-raw")
    text = without_furniture(raw, template)
    assert all(squeezed(request) in text for request in requests)


def test_a_growing_row_grows_and_then_continues(write_template, pdf_text):
    template = forms.load("trial", write_template("title 18 试验表\nh9+30 | 住址:26 | {address}:139"))
    text = narrative(150)
    raw = pdf_text(forms.render(template, {"address": text}, BLANK_SHEET), "-raw")
    assert "（接续页）" not in squeezed(raw)
    long = narrative(3_000)
    raw = pdf_text(forms.render(template, {"address": long}, BLANK_SHEET), "-raw")
    assert "住址（接上页）：" in squeezed(raw)
    assert stands_whole(long, without_furniture(raw, template))


def test_a_cell_too_narrow_for_the_note_moves_its_text_to_the_continuation(write_template, pdf_text):
    template = forms.load("trial", write_template("title 18 试验表\nh9 | 住址:150 | {address}:15"))
    raw = pdf_text(forms.render(template, {"address": "乌江镇平原村三社十七号"}, BLANK_SHEET), "-raw")
    assert "住址（接上页）：乌江镇平原村三社十七号" in squeezed(raw)


@pytest.mark.parametrize("length", range(60, 900, 120))
def test_signatures_never_stand_alone_on_a_page(length, pdf_text):
    template = forms.load("mediation_record")
    content = CONTENTS["mediation_record"] | {"record": narrative(length)}
    last = pdf_text(forms.render(template, content, BLANK_SHEET), "-raw").split("\f")[-2]
    assert "记录人（签名）" in squeezed(last)
    before = squeezed(last).partition("调解结果")[0]
    assert "调解记录" in before or len(before) > len("人民调解记录（续页）")
