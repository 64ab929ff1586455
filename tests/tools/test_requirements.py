"""The page of requirements: marks are read from the files, and what does not fit is named."""

import csv

import pytest

from tests.tools.test_checks import TOOLS, load

page = load("requirements_page")
ROWS = """id,text,phrase,asks,modules,levels,priority
R001,000,一,Serve,01,V,M
R002,000,二,COMPLAINT. Mend,02,V,M
R003,000,三,Cure,03,C,C
"""
PAGES = 'PAGES = (PageEntry("today", N_("pages", "Today")),)\n'


@pytest.fixture
def tree(tmp_path):
    """A small project: three rows, one page, and a test that names what it is told to."""

    def write(marked='"R001"', standing=""):
        for name, text in {
            "docs/requirements/rows.csv": ROWS,
            "docs/requirements/standing.csv": "id,state,where,reason\n" + standing,
            "ui/pages/__init__.py": PAGES,
            "tests/test_a.py": f"@pytest.mark.requirement({marked})\ndef test_it():\n    pass\n",
        }.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return write


def test_a_row_is_tested_on_a_page_out_of_scope_or_not_yet(tree):
    found = page.rows(tree(standing="R002,page,today,\nR003,out,,The county's\n"))
    assert [row.state for row in found] == ["test", "page", "out"]
    assert found[0].tests == ("tests/test_a.py::test_it",)
    assert [row.complaint for row in found] == [False, True, False]
    assert [row.state for row in page.rows(tree())] == ["test", "open", "open"]


@pytest.mark.parametrize(
    ("marked", "standing", "named"),
    [
        ('"R009"', "", "R009"),
        ('"R001"', "R009,out,,The county's\n", "R009"),
        ('"R001"', "R001,out,,The county's\n", "R001"),
        ('"R001"', "R002,out,,\n", "no reason"),
        ('"R001"', "R002,page,nowhere,\n", "nowhere"),
        ('"R001"', "R002,done,,\n", "done"),
        ("ROWS", "", "literal"),
    ],
)
def test_what_does_not_fit_is_named(tree, marked, standing, named):
    with pytest.raises(page.Wrong, match=named):
        page.rows(tree(marked, standing))


def test_every_row_of_the_domain_is_there_once():
    with (TOOLS.parent / "docs" / "requirements" / "rows.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [f"R{number:03}" for number in range(1, 291)]
    assert sum(row["asks"].startswith("COMPLAINT") for row in rows) == 27
    assert all(row["phrase"] and row["priority"] in "MSC" for row in rows)
