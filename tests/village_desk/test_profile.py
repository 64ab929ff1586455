"""The profile: complete lists, clear refusals, extra fields, numbers, deadlines."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from village_desk import deadlines, profile
from village_desk.errors import StoreTrouble
from village_desk.kinds import KINDS
from village_desk.sentences import sentence

DAY = date(2026, 11, 21)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A county's own copy of the national profile, to be changed."""
    return Path(shutil.copytree(profile.NATIONAL, tmp_path / "county"))


def changed(folder: Path, **values: object) -> Path:
    file = folder / "profile.json"
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")) | values), "utf-8")
    return folder


def test_every_list_a_kind_names_is_there_with_ascii_codes_and_labels():
    lists = profile.load().lists
    named = {spec.codes for kind in KINDS.values() for spec in kind.fields.values() if spec.codes}
    assert named <= set(lists)
    for codes in lists.values():
        assert all(one.code.isascii() and one.label for one in codes)
        assert len({one.code for one in codes}) == len(codes)
    assert set(lists) - named == {"assessment_item", "cause_civil", "phrase"}, "a list nobody uses"


@pytest.mark.requirement("R011")
def test_official_lists_are_complete():
    lists = profile.load().lists
    assert [one.code for one in lists["nation"]][:56] == [f"{number:02}" for number in range(1, 57)]
    assert {one.code: one.label for one in lists["sex"]} == {"1": "男", "2": "女", "0": "未知", "9": "未说明"}
    assert len(lists["dispute_type"]) == 18
    assert len(lists["cause_civil"]) == 61
    assert [one.code for one in lists["aid_matter"]][:9] == [f"A31-{number}" for number in range(1, 10)]


def test_topics_in_village_words_lead_to_a_cause_of_the_list():
    read = profile.load()
    causes = {one.code for one in read.lists["cause_civil"]}
    assert {one.maps_to for one in read.lists["topic"] if one.maps_to} <= causes
    assert read.maps_to("consultation_channel", "5") == "4", "WeChat counts as network"
    assert read.maps_to("outcome", "yes") == "yes"


def test_states_of_the_moves_have_labels():
    from village_desk import workflow

    read = profile.load()
    states = {
        "consultation": "consultation_state",
        "adviser_visit": "visit_state",
        "legal_opinion": "opinion_state",
        "checkup": "checkup_state",
        "mediation_case": "mediation_state",
        "legal_aid": "aid_state",
        "referral": "referral_state",
        "hotline_order": "referral_state",
        "case_draft": "typical_case_state",
        "complaint": "complaint_state",
        "volunteer": "volunteer_state",
    }
    for move in workflow.load():
        known = {one.code for one in read.lists[states[move.kind]]}
        assert {move.to, *move.from_} <= known


def test_an_unknown_code_is_shown_as_it_is_and_a_retired_one_keeps_its_label(folder: Path):
    file = folder / "lists" / "outcome.csv"
    file.write_text(
        file.read_text("utf-8").replace("partly,部分,,", "partly,部分,2020-01-01,2026-06-30"), "utf-8"
    )
    read = profile.load(folder)
    assert read.label("outcome", "partly") == "部分"
    assert read.label("outcome", "tomorrow") == "tomorrow"
    assert "partly" not in [one.code for one in read.codes("outcome", DAY)]
    assert "partly" in [one.code for one in read.codes("outcome", date(2026, 6, 30))]
    kind = read.kind("consultation")
    found = read.check_codes(kind, {"outcome": "partly", "groups": ("1", "77")}, DAY)
    assert {(one.field, one.code) for one in found} == {
        ("outcome", "code.retired"),
        ("groups", "code.unknown"),
    }
    assert read.check_codes(kind, {"outcome": "partly"}, DAY, stored={"outcome": "partly"}) == []


def test_a_county_adds_a_field_and_the_kind_checks_and_sends_it(folder: Path):
    extra = {"consultation": {"x_languages": {"face": "choices", "label": "语言", "codes": "nation"}}}
    kind = profile.load(changed(folder, extra_fields=extra)).kind("consultation")
    assert kind.check({"x_languages": ("13",)}) == []
    assert [one.code for one in kind.check({"x_languages": "13"})] == ["type"]
    assert kind.to_json({"x_languages": ("55", "13")}) == {"x_languages": ["13", "55"]}
    assert "x_languages" not in KINDS["consultation"].fields


def test_numbers_follow_the_countys_pattern(folder: Path):
    read = profile.load(changed(folder, numbers={"consultation": "{unit}〔{year}〕{seq}"}))
    assert read.number("consultation", "桃园村", 2026, 7) == "桃园村〔2026〕0007"


VISIT = {
    "name": "visit",
    "kind": "agreement",
    "from": ["due_on"],
    "count": 7,
    "unit": "day",
    "article": "适时回访",
    "statutory": False,
}


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"version": "one"}, "profile.type", "version"),
        (
            {"extra_fields": {"consultation": {"tea": {"face": "text", "label": "茶"}}}},
            "profile.extra_name",
            "tea",
        ),
        ({"extra_fields": {"nonsense": {}}}, "profile.no_kind", "nonsense"),
        ({"colour": "red"}, "profile.unknown", "colour"),
        ({"subsidy": {"rates": [{}]}}, "profile.absent", "yuan"),
        (
            {"extra_fields": {"person": {"x_a": {"face": "choice", "label": "甲"}}}},
            "profile.extra_codes",
            "x_a",
        ),
        (
            {"extra_fields": {"person": {"x_a": {"face": "choice", "label": "甲", "codes": "gone"}}}},
            "profile.list_missing",
            "gone.csv",
        ),
        ({"numbers": {"consultation": "{seq}"}}, "profile.pattern", "numbers.consultation"),
        ({"deadlines": [VISIT | {"settled_by": ["consultation"]}]}, "profile.deadline", "deadlines.visit"),
        ({"deadlines": [VISIT | {"settled_by": ["nonsense"]}]}, "profile.deadline", "deadlines.visit"),
        ({"deadlines": [VISIT | {"from": ["no_day"]}]}, "profile.deadline", "deadlines.visit"),
    ],
)
def test_a_mistake_in_the_profile_is_refused_naming_the_place(
    folder: Path, change: dict, code: str, place: str
):
    with pytest.raises(StoreTrouble) as caught:
        profile.load(changed(folder, **change))
    assert caught.value.code == code
    assert place in str(caught.value.details)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("yes,又是,,,,", "profile.code_twice"),
        ("是,是,,,,", "profile.code"),
        ("later,以后,2026/1/1,,,", "profile.date"),
        ("later,,,,,", "profile.columns"),
        ("later,以后", "profile.columns"),
    ],
)
def test_a_mistake_in_a_list_is_refused_naming_file_and_line(folder: Path, line: str, code: str):
    file = folder / "lists" / "outcome.csv"
    file.write_text(file.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(StoreTrouble) as caught:
        profile.load(folder)
    assert caught.value.code == code
    assert (caught.value.details["file"], caught.value.details["line"]) == ("outcome.csv", 6)


def test_a_profile_that_is_no_json_or_not_there_is_told_apart(folder: Path):
    (folder / "profile.json").write_text('{\n"id": ,}', "utf-8")
    with pytest.raises(StoreTrouble) as caught:
        profile.load(folder)
    assert (caught.value.code, caught.value.details["line"]) == ("profile.json", 2)
    with pytest.raises(StoreTrouble, match=r"profile\.missing"):
        profile.load(folder / "elsewhere")
    with pytest.raises(StoreTrouble, match=r"profile\.parameter"):
        profile.load().parameter("tea_break")


def test_a_period_does_not_count_its_first_day_and_never_ends_on_a_holiday():
    by_name = {one.name: one for one in profile.load().deadlines}
    assert deadlines.last_day(by_name["joint_confirmation"], date(2026, 1, 5)) == date(2026, 2, 4)
    assert deadlines.last_day(by_name["aid_decision"], date(2026, 9, 24)) == date(2026, 10, 8), "National Day"
    assert deadlines.last_day(by_name["mediation_period"], date(2026, 3, 31)) == date(2026, 4, 30)
    assert deadlines.last_day(by_name["mediation_acceptance"], date(2026, 11, 20)) == date(2026, 11, 25)
    assert deadlines.last_day(by_name["aid_decision"], date(2090, 1, 1)) == date(2090, 1, 9), (
        "a Sunday follows"
    )


def test_a_period_runs_only_in_its_states_and_once_all_its_days_are_known():
    read = profile.load()
    values: dict[str, object] = {"received_by_agency_on": date(2026, 11, 16), "state": "received"}
    [(deadline, start)] = deadlines.running(read, "legal_aid", values)
    assert deadline.article == "法律援助法 第四十三条"
    assert deadlines.last_day(deadline, start) == date(2026, 11, 23)
    assert deadlines.running(read, "legal_aid", values | {"state": "granted"}) == []
    assert deadlines.running(read, "agreement", {"signed_on": DAY}) == [], "not sealed yet: no effect"


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ('"count": 30,', '"count": "thirty",', "profile.type"),
        ('"name": "mediation_period",', '"name": "mediation_period", "colour": 1,', "profile.unknown"),
        ('"kind": "legal_aid",', '"kind": "legal_ade",', "profile.deadline"),
        ('"failed_percent": 0', '"failed_percent": 200', "profile.value"),
    ],
)
def test_a_mistake_in_the_profile_is_told_with_its_line_and_why(folder, right, wrong, code):
    file = folder / "profile.json"
    text = file.read_text("utf-8")
    at = text.index(right)
    file.write_text(text[:at] + wrong + text[at + len(right) :], "utf-8")
    line = text.count("\n", 0, at) + 1
    with pytest.raises(StoreTrouble) as caught:
        profile.load(folder)
    assert caught.value.code == code
    assert abs(caught.value.details["line"] - line) <= 1
    said = sentence(code, caught.value.details)
    assert said.startswith("profile.json")
    assert str(caught.value.details["line"]) in said


def test_a_county_s_folder_says_only_what_is_its_own(folder):
    example = profile.over_national(profile.texts(profile.NATIONAL.parent / "example"))
    assert set(example.kind("consultation").fields) - set(KINDS["consultation"].fields) == {
        "x_village_group",
        "x_interpreter",
    }
    assert list(example.forms) == ["consultation"]
    assert example.subsidy.fen("simple", "oral", agreed=True) == 3_000
    assert profile.load().subsidy.rates == ()
    said = profile.renewal(profile.load(), example)
    assert [label for _kind, label in said.added] == ["村民小组", "使用语言"]
    assert said.sheets == ("consultation",)
    assert profile.renewal(example, profile.load()).gone == said.added
