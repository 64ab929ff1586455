"""A paper of many records on the long side of the sheet, whose heading stands on every page."""

import io
from datetime import date

import pikepdf
import pikepdf.pdfa
import pypdfium2
import pytest
import zxingcpp

import forms
from tests.forms.examples import BLANK_SHEET, SHEET, squeezed

pytestmark = pytest.mark.sheet
CASES = [
    {
        "number": f"（2026）人调字第{number:04d}号",
        "accepted_on": date(2026, 7, 1),
        "mediator": "[练习]李某",
        "case_party": [
            {"side": "applicant", "name": f"[练习]甲{number}"},
            {"side": "respondent", "name": f"[练习]乙{number}"},
        ],
    }
    for number in range(1, 61)
]
CONTENT = {"unit": {"name": "平原村"}, "list": {"period": "2026年"}, "mediation_case": CASES}


@pytest.fixture(scope="module")
def register():
    return forms.render(forms.load("mediation_register"), CONTENT, SHEET)


def pages_of(pdf, pdf_text):
    return [squeezed(page) for page in pdf_text(pdf, "-layout").split("\f") if page.strip()]


def test_every_page_lies_on_its_long_side_and_is_an_archive_file(register):
    with pikepdf.open(io.BytesIO(register)) as pdf:
        boxes = [[float(side) for side in page.mediabox] for page in pdf.pages]
    assert len(boxes) == 5
    assert all(box[2] > box[3] > 0 for box in boxes)
    assert pikepdf.pdfa.validate_written(io.BytesIO(register), "2b").passed


def test_the_heading_stands_on_every_page_and_every_case_once_in_order(register, pdf_text):
    pages = pages_of(register, pdf_text)
    assert all("序号案件编号受理日期当事人" in page for page in pages)
    whole = "".join(pages)
    places = [whole.index(f"（2026）人调字第{number:04d}号") for number in range(1, 61)]
    assert places == sorted(places)
    assert whole.count("人调字第") == 60


def test_each_line_names_the_parties_of_its_own_case(register, pdf_text):
    raw = squeezed(pdf_text(register, "-raw"))
    for number in (1, 17, 60):
        line = raw[raw.index(f"人调字第{number:04d}号") :][:120]
        assert f"申请人：[练习]甲{number}被申请人：[练习]乙{number}" in line


def test_nothing_lies_at_the_edge_of_a_page(register):
    document = pypdfium2.PdfDocument(register)
    for page in document:
        image = page.render(scale=1).to_pil().convert("L")
        width, height = image.size
        edge = 12
        for strip in ((0, 0, edge, height), (0, height - edge, width, height)):
            assert image.crop(strip).getextrema()[0] > 200


def test_the_code_is_read_on_every_page(register):
    document = pypdfium2.PdfDocument(register)
    for number, page in enumerate(document, start=1):
        (code,) = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
        assert forms.read_qr_text(code.text) == forms.QrText(SHEET.id, "022", number, len(document))


def test_a_blank_register_has_empty_lines_to_write_on():
    template = forms.load("mediation_register")
    blank = forms.render(template, {}, BLANK_SHEET)
    assert forms.page_count(template, {}) == 1
    assert len(pypdfium2.PdfDocument(blank)) == 1
