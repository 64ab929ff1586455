"""Spreadsheets: what is written is what is read, and nothing typed becomes a formula."""

import io
import stat
import tempfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from village_desk import exports
from village_desk.errors import StoreTrouble

SHEET = exports.Sheet(
    title="人民调解案件登记簿（二〇二六年度，全部村、社区，含移送）",
    about=("填报单位：[练习]村",),
    heads=((("单位", 1), ("案件", 3)), (("", 1), ("件数", 1), ("金额", 1), ("日期", 1))),
    rows=(
        ('=HYPERLINK("http://x")', 3, Decimal("1.234567"), date(2026, 11, 21)),
        ("11010519491231002X", 0, Decimal("0.00"), None),
        ("+1", 12, Decimal("3.20"), date(2026, 1, 2)),
    ),
    widths=(20, 8, 12, 12),
    closing=("零报告",),
)  # fmt: skip


def test_a_sheet_is_read_back_as_it_was_written():
    page = openpyxl.load_workbook(io.BytesIO(exports.workbook(SHEET))).active
    assert page.cell(1, 1).value == SHEET.title
    assert [page.cell(3, column).value for column in (1, 2)] == ["单位", "案件"]
    assert [page.cell(4, column).value for column in (1, 2, 3, 4)] == [None, "件数", "金额", "日期"]
    first, second, third = ([cell.value for cell in line] for line in page.iter_rows(min_row=5, max_row=7))
    assert (first[1], Decimal(str(first[2])), first[3].date()) == (3, Decimal("1.234567"), date(2026, 11, 21))
    assert second[0] == "11010519491231002X"
    assert third[0] == "+1"
    assert page.cell(8, 1).value == "零报告"
    assert page.freeze_panes == "B5"


def test_what_looks_like_a_formula_stays_text():
    page = openpyxl.load_workbook(io.BytesIO(exports.workbook(SHEET))).active
    assert (page["A5"].value, page["A5"].data_type) == ('=HYPERLINK("http://x")', "s")


def test_nothing_of_it_lies_in_a_temporary_file(monkeypatch):
    def refuse(*_args):
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr(tempfile, "_mkstemp_inner", refuse)
    assert exports.workbook(SHEET)


def test_the_file_is_its_owners_and_appears_whole_or_not_at_all(tmp_path):
    path = tmp_path / "表.xlsx"
    exports.save(path, exports.workbook(SHEET))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(StoreTrouble):
        exports.save(tmp_path / "no such folder" / "表.xlsx", b"x")
