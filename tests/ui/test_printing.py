import io

import pytest

from ui.printing import page_images, save_lines, save_pdf
from village_desk.errors import PrintTrouble


@pytest.fixture
def sheet(look, tmp_path):
    save_lines(["恢复密钥单", "一段话" * 60, "1. 4T7B   2. 𬭎"], str(tmp_path / "sheet.pdf"))
    return (tmp_path / "sheet.pdf").read_bytes()


def test_a_page_is_drawn_at_the_resolution_asked_for(sheet):
    (image,) = page_images(sheet, 100)
    assert (image.width(), image.height()) == (827, 1169) or abs(image.width() - 827) <= 1


def test_the_page_is_white_paper_with_ink_on_it(sheet):
    (image,) = page_images(sheet, 72)
    assert image.pixelColor(2, 2).name() == "#ffffff"
    darkest = min(image.pixelColor(x, y).lightness() for x in range(60, 300, 2) for y in range(60, 200, 2))
    assert darkest < 120


def test_what_is_no_pdf_is_told_with_a_code():
    with pytest.raises(PrintTrouble) as refused:
        list(page_images(b"nonsense", 72))
    assert refused.value.code == "print.unreadable"


def test_a_sheet_that_cannot_be_written_is_told_with_a_code(look, tmp_path, qtbot):
    with pytest.raises(PrintTrouble) as refused:
        save_lines(["heading"], str(tmp_path / "no such folder" / "sheet.pdf"))
    assert refused.value.code == "print.file"


class Torn(io.BytesIO):
    """A file of which the second read fails, as on a drive that is pulled out."""

    def read(self, size=-1):
        if self.tell():
            raise OSError
        return super().read(size)


def test_a_saved_paper_is_there_whole_or_what_was_there_before_still_is(tmp_path, sheet):
    path = tmp_path / "paper.pdf"
    save_pdf(path, sheet)
    assert path.read_bytes() == sheet
    with pytest.raises(PrintTrouble, match=r"^print.file$"):
        save_pdf(path, Torn(bytes(3 << 20)))
    with pytest.raises(PrintTrouble, match=r"^print.file$"):
        save_pdf(tmp_path / "no such folder" / "paper.pdf", sheet)
    assert path.read_bytes() == sheet
    assert [one.name for one in tmp_path.glob("paper*")] == ["paper.pdf"]
