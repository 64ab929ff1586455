"""A room to practise in, under the draft a county is about to publish."""

import pytest

from ui import opening, practice
from village_desk import profile, profile_zips
from village_desk.errors import StoreTrouble
from village_desk.queries import lists


@pytest.fixture
def draft():
    return profile.texts(profile.NATIONAL.parent / "example")


def test_a_practice_room_goes_by_the_draft_and_says_it_is_practice(tmp_path, draft):
    packed = tmp_path / "draft.zip"
    packed.write_bytes(profile_zips.pack(draft))
    key, user = practice.make(tmp_path / "desk", practice.texts_of(packed))
    session = opening.opened(tmp_path / "desk", key, user).session
    assert (session.profile.id, session.profile.version) == ("620702", 1)
    assert session.profile.kind("consultation").fields["x_village_group"].label == "村民小组"
    assert session.store.text_state("practice") == "1"
    assert session.store.text_state("county_address", "") == ""
    shown = lists.page(session, "consultation")
    assert len(shown) == 3
    assert all("练习" in str(one.values["name"]) for one in shown)
    session.store.close_connection()


def test_a_broken_draft_is_refused_in_a_sentence(tmp_path, draft, capsys):
    packed = tmp_path / "draft.zip"
    packed.write_bytes(profile_zips.pack({**draft, "forms/consultation.form": "form: consultation\n"}))
    assert practice.main(["--profile", str(packed)]) == 1
    assert "consultation.form" in capsys.readouterr().out
    packed.write_bytes(b"nothing")
    with pytest.raises(StoreTrouble, match="profile.zip"):
        practice.texts_of(packed)
