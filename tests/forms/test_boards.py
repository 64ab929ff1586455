"""What hangs on a wall and photos on a sheet: A3, letters for two metres, pictures in the archive format."""

import io

import pikepdf
import pikepdf.pdfa
import pytest
from PIL import Image

import forms
from forms.papers import drawn
from tests.forms.examples import CONTENTS, SHEET, squeezed
from village_desk.errors import PrintTrouble

_MM = 72 / 25.4
_READ_FROM_TWO_METRES = 20.0
"""Points: a character 7 mm high is read at two metres without effort."""


@pytest.mark.parametrize(("form", "size"), [("notice_board_a4", (210, 297)), ("notice_board_a3", (297, 420))])
def test_a_board_has_the_size_it_is_named_for(form, size):
    with pikepdf.open(io.BytesIO(forms.render(forms.load(form), CONTENTS[form], SHEET))) as pdf:
        box = pdf.pages[0].mediabox
    assert [round(float(box[2]) / _MM), round(float(box[3]) / _MM)] == list(size)


@pytest.mark.requirement("R130", "R264")
def test_every_letter_of_the_large_board_is_read_from_two_metres():
    pages, _codes = drawn(forms.load("notice_board_a3"), CONTENTS["notice_board_a3"], SHEET)
    foot = 420 - 20
    sizes = {mark.size for mark in pages[0].marks if hasattr(mark, "text") and mark.y < foot}
    assert min(sizes) >= _READ_FROM_TWO_METRES


@pytest.mark.requirement("R131", "R132")
def test_the_board_says_what_the_directory_says(pdf_text):
    content = CONTENTS["notice_board_a3"]
    for form in ("notice_board_a3", "notice_board_a4"):
        text = squeezed(pdf_text(forms.render(forms.load(form), content, SHEET), "-raw"))
        for kind in ("adviser_appointment", "resource", "register_person"):
            for one in content[kind]:
                assert all(squeezed(str(one[name])) in text for name in ("phone",) if one.get(name))
                assert squeezed(str(one.get("name") or one.get("adviser"))) in text
        assert "12348" in text


def test_a_sheet_of_an_unknown_size_is_refused(write_template):
    with pytest.raises(PrintTrouble, match=r"template\.header"):
        forms.load("trial", write_template("title 20 试验表", sheet="a2"))


def test_photos_stand_on_their_sheet_in_the_archive_format():
    def photo(colour):
        out = io.BytesIO()
        Image.new("RGB", (400, 300), colour).save(out, "JPEG")
        return out.getvalue()

    template, content = forms.load("publicity_activity"), CONTENTS["publicity_activity"]
    both = {"first": photo((190, 205, 190)), "second": photo((90, 195, 180))}
    pdf = forms.render(template, {**content, "photo": both}, SHEET)
    assert pikepdf.pdfa.validate_written(io.BytesIO(pdf), "2b").passed
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages[0].get_images()) == 2
    assert forms.page_count(template, {**content, "photo": both}) == 1


@pytest.mark.requirement("R028", "R230")
def test_the_sheet_of_a_unit_says_where_it_is_who_works_there_with_what_and_who_is_reached_at_night(pdf_text):
    content = CONTENTS["unit_profile"]
    text = squeezed(pdf_text(forms.render(forms.load("unit_profile"), content, SHEET), "-raw"))
    told = ("name", "address", "platform_code", "staff", "equipment_more", "contacts", "after_hours")
    words = [str(content[name]) for name in told] + ["42平方米", "3人", "2026年11月21日", "电脑", "较好"]
    assert [one for one in words if squeezed(one) not in text] == []


@pytest.mark.requirement("R221")
@pytest.mark.parametrize(("form", "size"), [("wall_text_a4", (210, 297)), ("wall_text_a3", (297, 420))])
def test_a_rule_of_the_room_is_printed_to_hang_on_its_wall(form, size, pdf_text):
    pdf = forms.render(forms.load(form), CONTENTS[form], SHEET)
    text = squeezed(pdf_text(pdf, "-raw"))
    assert all(squeezed(str(CONTENTS[form][name])) in text for name in ("title", "room", "body"))
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.pages) == 1
        box = opened.pages[0].mediabox
    assert [round(float(box[2]) / _MM), round(float(box[3]) / _MM)] == list(size)
