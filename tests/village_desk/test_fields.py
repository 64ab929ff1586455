"""Every value survives being stored and sent, and a wrong one is named by a code."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from village_desk import fields
from village_desk.fields import Spec
from village_desk.kinds import ENVELOPE, KINDS, children_of
from village_desk.kinds.base import kind_of

USED = {
    "text": st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\n\r"), max_size=60),
    "note": st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00\r"), max_size=200),
    "day": st.dates(date(1900, 1, 1), date(2100, 12, 31)),
    "moment": st.integers(0, 2**53),
    "whole": st.integers(0, 9_999),
    "amount": st.integers(0, 9_999_999_999_999),
    "choice": st.sampled_from(["1", "G01", "10.1"]),
    "choices": st.lists(st.sampled_from("abcde"), unique=True).map(lambda codes: tuple(sorted(codes))),
    "yes_no": st.booleans(),
    "link": st.binary(min_size=16, max_size=16),
}


@given(st.data())
def test_a_value_survives_the_table_and_the_wire(data):
    face = data.draw(st.sampled_from(sorted(USED)))
    value = data.draw(USED[face])
    spec = Spec(name="x", face=face, label="", high=200)
    assert fields.from_stored(spec, fields.to_stored(spec, value)) == value
    assert fields.from_json(spec, fields.to_json(spec, value)) == value


@pytest.mark.parametrize("face", sorted(USED))
def test_an_empty_field_stays_empty_everywhere(face):
    spec = Spec(name="x", face=face, label="")
    assert fields.to_stored(spec, None) is None
    assert fields.from_stored(spec, None) is None
    assert fields.to_json(spec, None) is None
    assert fields.from_json(spec, None) is None
    assert fields.check_value(spec, None) == []


@pytest.mark.parametrize(
    ("face", "sent"),
    [
        ("text", 5),
        ("day", "2026-02-30"),
        ("day", 5),
        ("whole", "5"),
        ("whole", True),
        ("amount", 1.5),
        ("choices", "abc"),
        ("choices", [1]),
        ("yes_no", 1),
        ("link", "abc"),
        ("link", "00"),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused_without_repeating_it(face, sent):
    with pytest.raises(ValueError, match=r"^secret_free$"):
        fields.from_json(Spec(name="secret_free", face=face, label=""), sent)


@pytest.mark.parametrize(
    ("face", "value", "code"),
    [
        ("text", "一" * 11, "text.long"),
        ("text", "a\nb", "text.lines"),
        ("text", "a\x00b", "text.character"),
        ("text", "\ud800", "text.character"),
        ("text", 5, "type"),
        ("whole", -1, "number.low"),
        ("whole", 11, "number.high"),
        ("whole", True, "type"),
        ("day", date(1899, 12, 31), "day.range"),
        ("day", "2026-01-01", "type"),
    ],
)
def test_a_wrong_value_is_named_by_a_code(face, value, code):
    spec = Spec(name="x", face=face, label="", low=0, high=10)
    assert [problem.code for problem in fields.check_value(spec, value)] == [code]


@given(
    st.sampled_from(sorted(USED)),
    st.sampled_from(["", "phone"]),
    st.none()
    | st.text(max_size=9)
    | st.sampled_from(["\x00", "\ud800", "1\n2", "13900000000", "1390000", "2026-02-30", "x" * 201])
    | st.integers()
    | st.booleans()
    | st.lists(st.text(max_size=2), max_size=2)
    | st.dictionaries(st.text(max_size=1), st.none(), max_size=1),
)
def test_what_is_sent_is_right_when_read_it_has_the_shape_and_nothing_is_wrong_with_it(face, check, sent):
    spec = Spec(name="x", face=face, label="", high=200, check=check if face == "text" else "")
    try:
        right = fields.check_value(spec, fields.from_json(spec, sent)) == []
    except ValueError:
        right = False
    assert fields.is_right(spec, sent) == right


@pytest.mark.parametrize("name", ["𬭎", "㛃", "䶮", "喆", "龘", "阿卜杜热合曼·买买提明江", "👩‍👩‍👧"])
def test_rare_characters_long_names_and_emoji_are_kept_as_they_are(name):
    assert KINDS["person"].check({"name": name}) == []


def test_no_field_takes_a_name_of_the_envelope_and_every_link_leads_somewhere():
    for kind in KINDS.values():
        assert not set(kind.fields) & set(ENVELOPE)
        for spec in kind.fields.values():
            assert spec.face != "link" or spec.to in KINDS
            assert spec.label


def test_a_kind_that_takes_a_name_of_the_envelope_is_refused():
    wrong = type("Wrong", (), {"scope": fields.text("Scope")})
    with pytest.raises(TypeError, match="envelope"):
        kind_of(wrong, "wrong", "Wrong")


def test_children_are_found_by_the_link_they_declare():
    assert [kind.name for kind in children_of("dispute_sweep")] == ["found_dispute"]
    assert [kind.name for kind in children_of("mediation_case")][:3] == [
        "case_party",
        "mediation_session",
        "agreement",
    ]
    assert [kind.name for kind in children_of("legal_aid")][:2] == [
        "hardship_statement",
        "integrity_promise",
    ]
