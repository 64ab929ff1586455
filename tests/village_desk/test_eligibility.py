"""What the law says to somebody who asks for legal aid, against situations written by hand."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import eligibility, profile
from village_desk.eligibility import SITUATION, Standard, findings

TODAY = date(2026, 3, 2)
with (Path(__file__).parent / "eligibility.csv").open(encoding="utf-8", newline="") as opened:
    BY_HAND = list(csv.DictReader(opened))

ARTICLES = """20 二十 24 二十四 25 二十五 29 二十九 31 三十一 32 三十二 33 三十三 34 三十四 38 三十八
39 三十九 40 四十 41 四十一 42 四十二 43 四十三 44 四十四
45 四十五 1 一 2 二 3 三 4 四 5 五 6 六 7 七 8 八 9 九"""
NUMBERS = dict(zip(ARTICLES.split()[::2], ARTICLES.split()[1::2], strict=True))
OTHER = {
    "P": "办理法律援助案件程序规定",
    "J61": "军人地位和权益保障法 第六十一条",
    "T70": "退役军人保障法 第七十条",
    "31+32": "法律援助法 第三十一条、第三十二条",
}


def article(short):
    number, _open, item = short.rstrip(")").partition("(")
    if short in OTHER:
        return OTHER[short]
    return f"法律援助法 第{NUMBERS[number]}条" + (f"第{NUMBERS[item]}项" if item else "")


def answers(row):
    facts = row["facts"].split()
    values = {name: True for name in facts if name in SITUATION.fields}
    if "out_of_court" in facts:
        values["in_court"] = False
    values |= {"matter": row["matter"] or None, "groups": tuple(row["groups"].split())}
    if row["people"]:
        values["household_size"] = int(row["people"])
    if row["income"]:
        values["total_income"] = int(Decimal(row["income"]) * 100)
    if row["days"]:
        values["limitation_on"] = TODAY + timedelta(days=int(row["days"]))
    per_head = int(row["standard"]) * 100 if row["standard"] else None
    return values, Standard(per_head, by_promise="shared" not in facts)


@pytest.mark.requirement("R241", "R118", "R104", "R244")
@pytest.mark.parametrize("row", BY_HAND, ids=[row["situation"] for row in BY_HAND])
def test_each_situation_hears_what_the_law_says_with_its_articles(row):
    values, standard = answers(row)
    found = [(one.code, one.article) for one in findings(values, TODAY, standard)]
    expected = [tuple(pair.split("=")) for pair in row["expected"].split()]
    expected += [("no_fee", "20"), ("decides", "43")]
    assert found == [(code, article(short)) for code, short in expected]


def test_the_table_is_long_enough_and_meets_every_sentence():
    assert len(BY_HAND) >= 60
    met = {pair.split("=")[0] for row in BY_HAND for pair in row["expected"].split()}
    assert met | set(eligibility.ALWAYS) == set(eligibility.SENTENCES)


def test_every_code_in_the_table_is_in_the_lists_of_the_profile():
    lists = profile.load().lists
    assert {row["matter"] for row in BY_HAND} - {""} <= {one.code for one in lists["aid_matter"]}
    assert {one.code for one in lists["aid_matter"]} <= {row["matter"] for row in BY_HAND}
    known = {one.code for one in lists["priority_group"]}
    assert {group for row in BY_HAND for group in row["groups"].split()} <= known


@given(
    st.fixed_dictionaries(
        {},
        optional={name: st.booleans() for name, spec in SITUATION.fields.items() if spec.face == "yes_no"}
        | {
            "matter": st.sampled_from([None, "A24", "A29", "A31-5", "A31-7", "A32-4", "A33"]),
            "groups": st.lists(
                st.sampled_from(["G01", "G02", "G03", "G04", "G10", "G13", "G16"]), unique=True
            ),
            "household_size": st.integers(1, 99),
            "total_income": st.integers(0, 10**9),
            "limitation_on": st.dates(date(2020, 1, 1), date(2030, 1, 1)),
        },
    ),
    st.builds(Standard, st.none() | st.integers(0, 10**7), st.booleans()),
)
def test_whatever_is_answered_the_agency_decides_and_no_paper_is_asked_that_the_law_does_not_ask(
    values, standard
):
    found = findings(values, TODAY, standard)
    codes = [one.code for one in found]
    assert codes[-2:] == ["no_fee", "decides"]
    assert all(one.article for one in found)
    assert ("no_papers" in codes) != ("state" in codes)
    if "no_papers" in codes or "waived" in codes:
        assert not {"promise", "shared", "above"} & set(codes)
