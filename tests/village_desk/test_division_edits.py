"""Villages are founded, renamed, merged and closed; a wrong table changes nothing and says where."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk.division_edits import DivisionEdit, apply_edits, current, parse_edit_csv
from village_desk.divisions import Division
from village_desk.errors import Invalid

DAY = date(2026, 1, 1)
TOWN, OTHER = "620702104", "620702105"
FIRST, SECOND, THIRD = (TOWN + village for village in ("201", "202", "203"))
ROWS = [
    Division(TOWN, "乌江镇"),
    Division(FIRST, "东村"),
    Division(SECOND, "西村"),
    Division(OTHER, "甘浚镇"),
]


def codes_of(edits: list[DivisionEdit], rows: list[Division] = ROWS) -> list[tuple[object, str, str]]:
    with pytest.raises(Invalid) as caught:
        apply_edits(rows, edits)
    return [(problem.details["line"], problem.field, problem.code) for problem in caught.value.problems]


def test_a_village_is_founded_renamed_merged_and_closed() -> None:
    rows = apply_edits(
        ROWS,
        [
            DivisionEdit(THIRD, "new", DAY, "新村村民委员会"),
            DivisionEdit(FIRST, "renamed", DAY, "东风村"),
            DivisionEdit(SECOND, "merged", DAY, merged_into=THIRD),
            DivisionEdit(OTHER, "closed", DAY),
        ],
    )
    assert rows == [
        Division(TOWN, "乌江镇"),
        Division(FIRST, "东风村"),
        Division(SECOND, "西村", DAY, THIRD),
        Division(THIRD, "新村村民委员会"),
        Division(OTHER, "甘浚镇", DAY),
    ]


def test_records_of_merged_villages_are_followed_to_the_last_one() -> None:
    rows = apply_edits(
        [*ROWS, Division(THIRD, "新村")],
        [
            DivisionEdit(FIRST, "merged", DAY, merged_into=SECOND),
            DivisionEdit(SECOND, "merged", DAY, merged_into=THIRD),
        ],
    )
    known = {row.code: row for row in rows}
    assert current(known, FIRST) == current(known, THIRD) == THIRD
    assert current(known, "999999999999") == "999999999999"
    round_about = {FIRST: Division(FIRST, "东村", DAY, SECOND), SECOND: Division(SECOND, "西村", DAY, FIRST)}
    assert current(round_about, FIRST) == SECOND


@pytest.mark.parametrize(
    ("edit", "field", "code"),
    [
        (DivisionEdit("6207021042", "closed", DAY), "code", "division.code"),
        (DivisionEdit("620702", "closed", DAY), "code", "division.code"),
        (DivisionEdit(TOWN + "000", "closed", DAY), "code", "division.code"),
        (DivisionEdit(THIRD, "closed", DAY), "code", "division.unknown"),
        (DivisionEdit(FIRST, "new", DAY, "东村"), "code", "division.known"),
        (DivisionEdit("620702199201", "new", DAY, "无镇村"), "code", "division.parent"),
        (DivisionEdit("110101001", "new", DAY, "外县镇"), "code", "division.parent"),
        (DivisionEdit(THIRD, "new", DAY), "name", "division.name"),
        (DivisionEdit(FIRST, "renamed", DAY, "村" * 61), "name", "division.name"),
        (DivisionEdit(FIRST, "renamed", DAY, "东\n村"), "name", "division.name"),
        (DivisionEdit(FIRST, "merged", DAY), "merged_into", "division.target"),
        (DivisionEdit(FIRST, "merged", DAY, merged_into=FIRST), "merged_into", "division.target"),
        (DivisionEdit(FIRST, "merged", DAY, merged_into=THIRD), "merged_into", "division.target"),
        (DivisionEdit(FIRST, "merged", DAY, merged_into=OTHER), "merged_into", "division.target"),
        (DivisionEdit(TOWN, "closed", DAY), "code", "division.inhabited"),
    ],
)
def test_each_wrong_change_is_refused_with_its_own_code(edit: DivisionEdit, field: str, code: str) -> None:
    assert codes_of([edit]) == [(1, field, code)]


def test_a_closed_code_is_never_used_or_changed_again() -> None:
    closed = DivisionEdit(FIRST, "closed", DAY)
    again = [DivisionEdit(FIRST, "new", DAY, "又村"), DivisionEdit(FIRST, "renamed", DAY, "又村"), closed]
    assert codes_of([closed, *again]) == [
        (2, "code", "division.known"), (3, "code", "division.closed"), (4, "code", "division.closed"),
    ]  # fmt: skip


def test_all_problems_are_named_at_once_and_nothing_is_changed() -> None:
    rows = list(ROWS)
    edits = [
        DivisionEdit(FIRST, "closed", DAY),
        DivisionEdit(THIRD, "closed", DAY),
        DivisionEdit(SECOND, "new", DAY, "西"),
    ]
    assert [line for line, *_ in codes_of(edits, rows)] == [2, 3]
    assert rows == ROWS


def test_the_countys_table_is_read_in_chinese_or_english_in_any_order_of_columns() -> None:
    chinese = (
        "\ufeff变动,代码,名称,并入,日期\r\n新设,620702104203,新村村民委员会,,2026-01-01\r\n,,,,\r\n"
        "并入,620702104202,,620702104203,2026/01/01\r\n撤销,620702105000,,,2026-01-01\r\n"
    )
    english = (
        "code,change,day,name,merged_into\n620702104203,new,2026-01-01,新村村民委员会\n"
        "620702104202,merged,2026-01-01,,620702104203\n620702105,closed,2026-01-01\n"
    )
    assert parse_edit_csv(chinese) == parse_edit_csv(english) == [
        DivisionEdit(THIRD, "new", DAY, "新村村民委员会"),
        DivisionEdit(SECOND, "merged", DAY, merged_into=THIRD),
        DivisionEdit(OTHER, "closed", DAY),
    ]  # fmt: skip
    assert len(apply_edits(ROWS, parse_edit_csv(chinese))) == 5


def test_every_wrong_line_of_a_table_is_named() -> None:
    table = (
        "代码,变动,日期,名称,并入\n6.20702E+11,撤销,2026-01-01,,\n620702104201,改名,2026-01-01,甲村,\n"
        "620702104201,撤销,2026-02-30,,\n620702104201,更名,2026-01-01,,\n620702104201,并入,2026-01-01,,甲\n"
    )
    with pytest.raises(Invalid) as caught:
        parse_edit_csv(table)
    assert [(problem.details["line"], problem.code) for problem in caught.value.problems] == [
        (2, "division.code"), (3, "division.change"), (4, "division.day"), (5, "division.name"),
        (6, "division.target"),
    ]  # fmt: skip


@pytest.mark.parametrize("table", ["", "\n", "代码,名称\n620702104201,东村\n"])
def test_a_table_without_its_columns_is_refused(table: str) -> None:
    with pytest.raises(Invalid) as caught:
        parse_edit_csv(table)
    assert {problem.code for problem in caught.value.problems} == {"division.columns"}


VILLAGES = st.sampled_from([FIRST, SECOND, THIRD, TOWN, OTHER])
EDITS = st.builds(
    DivisionEdit,
    VILLAGES,
    st.sampled_from(["new", "renamed", "merged", "closed"]),
    st.just(DAY),
    st.just("村"),
    VILLAGES,
)


@given(st.lists(EDITS, max_size=8))
def test_no_row_is_ever_lost_and_mergers_end_in_a_place_that_exists(
    edits: list[DivisionEdit],
) -> None:
    rows = ROWS
    for edit in edits:
        try:
            rows = apply_edits(rows, [edit])
        except Invalid:
            continue
    known = {row.code: row for row in rows}
    assert {row.code for row in ROWS} <= set(known)
    for row in rows:
        last = known[current(known, row.code)]
        assert not last.merged_into
        assert row.closed_on or last == row
