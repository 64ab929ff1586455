"""The national list as shipped: complete, quick, found by code, name and pinyin."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import divisions
from village_desk.divisions import Division

GANZHOU, WUJIANG, JINGYI = "620702", "620702104", "620702104203"
DIGITS = st.text("0123456789", max_size=13)


def test_the_whole_country_is_there() -> None:
    provinces = divisions.provinces()
    prefectures = [below for province in provinces for below in divisions.children(province.code)]
    counties = [below for prefecture in prefectures for below in divisions.children(prefecture.code)]
    lower = [row for county in counties for row in divisions.county(county.code)]
    assert (len(provinces), len(prefectures), len(counties)) == (31, 342, 2978)
    assert sum(row.level == "township" for row in lower) == 41_352
    assert sum(row.level == "village" for row in lower) == 620_573
    assert len({row.code for row in lower}) == len(lower)


def test_one_county_of_a_province_not_read_before_is_there_at_once() -> None:
    divisions.county("110101")
    started = time.perf_counter()
    rows = divisions.county("371728")
    assert time.perf_counter() - started < 0.2
    assert rows == sorted(rows)
    assert all(row.code.startswith("371728") for row in rows)


@pytest.mark.requirement("R026")
def test_children_are_one_level_down() -> None:
    assert Division(WUJIANG, "乌江镇") in divisions.children(GANZHOU)
    assert {row.level for row in divisions.children(GANZHOU)} == {"township"}
    assert {row.parent for row in divisions.children(WUJIANG + "000")} == {WUJIANG}
    assert divisions.children(JINGYI) == divisions.children("999999") == divisions.children("x") == []


def test_a_city_without_counties_has_its_townships_all_the_same() -> None:
    assert [row.code for row in divisions.children("4419")] == ["441900"]
    assert "东城街道" in [row.name for row in divisions.children("441900")]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (JINGYI, "甘肃省张掖市甘州区乌江镇敬依村"),
        ("620702104000", "甘肃省张掖市甘州区乌江镇"),
        ("110101001001", "北京市东城区东华门街道多福巷社区"),
        ("441900003001", "广东省东莞市东城街道岗贝社区"),
        ("620702104999", "甘肃省张掖市甘州区乌江镇"),
        ("62070", ""),
    ],
)
def test_a_place_is_named_as_an_address_begins(code: str, name: str) -> None:
    assert divisions.full_name(code) == name


def test_the_desks_own_rows_come_before_the_list() -> None:
    local = {
        row.code: row for row in (Division(WUJIANG, "新乌江镇"), Division("620702104250", "新村村民委员会"))
    }
    assert divisions.full_name("620702104250", local) == "甘肃省张掖市甘州区新乌江镇新村"


@pytest.mark.parametrize(
    ("committee", "place"),
    [
        ("乌江村村民委员会", "乌江村"), ("李庄村委会", "李庄村"),
        ("六铺炕南小街居委会", "六铺炕南小街居委会"),
        ("官庄大队村民委员会", "官庄大队"),
        ("前进嘎查委会", "前进嘎查"), ("城东社区委员会", "城东社区"),
        ("街心社区居民委员会", "街心社区"), ("团结居民委员会", "团结居委会"), ("一连生活区", "一连生活区"),
        ("第一街委员会", "第一街委员会"), ("居委会", "居委会"),
    ],
)  # fmt: skip
def test_a_village_is_called_by_its_place_not_its_committee(committee: str, place: str) -> None:
    assert Division("620702104999", committee).short_name == place
    assert Division("620702104", committee).short_name == committee


@pytest.mark.parametrize(
    ("typed", "within", "first"),
    [
        ("敬依", "", JINGYI), ("敬依村", "62", JINGYI), ("jingyi", GANZHOU, JINGYI),
        ("jyc", WUJIANG, JINGYI),
        ("JYC", WUJIANG, JINGYI), (JINGYI, "", JINGYI), ("6207021040", "", "620702104001"),
        ("gzq", "62", GANZHOU),
        ("ganzhou", "", "3607"), ("ganzhouqu", "", GANZHOU), ("甘州", "", GANZHOU),
        ("62", "", "62"), ("wj", GANZHOU, WUJIANG),
        ("620702104000", "", WUJIANG), (" 乌江 ", GANZHOU, WUJIANG),
    ],
)  # fmt: skip
def test_divisions_are_found_by_code_name_and_pinyin(typed: str, within: str, first: str) -> None:
    found = divisions.find(typed, within)
    assert found[0].code == first
    assert all(divisions.is_within(row.code, within) for row in found if within)


@given(
    typed=st.text(max_size=8) | st.sampled_from([".*", "村", "[", "\\", "$", "1", ","]),
    limit=st.integers(0, 5),
)
def test_whatever_is_typed_has_an_answer_of_the_asked_length(typed: str, limit: int) -> None:
    assert len(divisions.find(typed, "62", limit)) <= limit
    assert divisions.find(" ", GANZHOU) == []


def test_a_county_is_chosen_without_looking_into_its_villages() -> None:
    assert [row.code for row in divisions.find("甘州", counties_only=True)] == [GANZHOU]
    assert divisions.find("敬依", counties_only=True) == []


def test_a_word_found_everywhere_does_not_search_for_ever() -> None:
    started = time.perf_counter()
    assert len(divisions.find("村", limit=50)) == 50
    assert time.perf_counter() - started < 2


def test_what_is_closed_is_not_offered() -> None:
    rows = [Division(JINGYI, "敬依村"), Division("620702104204", "敬依二村", date(2026, 1, 1), JINGYI)]
    assert divisions.find_in("敬依", rows) == rows[:1]
    assert divisions.find_in("jy", rows) == rows[:1]


@given(code=DIGITS, prefix=DIGITS)
def test_within_means_by_prefix_and_what_is_no_code_contains_nothing(code: str, prefix: str) -> None:
    inner, outer = divisions.normal_code(code), divisions.normal_code(prefix)
    assert divisions.is_within(code, prefix) == bool(inner and outer and inner.startswith(outer))
    assert divisions.is_within(code, code) == bool(inner)
    assert not divisions.is_within(code, "")


@given(size=st.sampled_from([2, 4, 6, 9, 12]), digits=st.text("0123456789", min_size=12, max_size=12))
def test_a_code_filled_up_with_zeros_is_the_same_area(size: int, digits: str) -> None:
    code = "6" + digits[1:size]
    area = divisions.normal_code(code.ljust(12, "0"))
    assert code.startswith(area)
    assert area.ljust(12, "0") == code.ljust(12, "0")
    assert divisions.normal_code(area) == area
    assert divisions.is_within(JINGYI, "620702000000")


def test_codes_of_other_scripts_and_lengths_are_no_codes() -> None:
    for text in ("", "6", "62070", "6207021042030", "062070", "000000000000", "６２", "62 07", "٦٢", "ab"):
        assert divisions.normal_code(text) == ""
