"""A county publishes a profile of its own; its desks fetch it, go by it, and refuse one that is broken."""

import json
import shutil
from datetime import timedelta

import pytest

from county_server import bundles, cli, profile_checks, profiles
from county_server import county as counties
from county_server.config import Config
from county_server.errors import CountyTrouble
from sync import engine, publishing
from sync.enrolment import identity
from sync.exchange import HttpExchange
from sync.publishing import Published, claim
from sync.sticks import stick
from tests.sync.world import COUNTY, serving
from village_desk import changes, crypto, profile, times
from village_desk.commands import profiles as desk_profiles
from village_desk.commands import records
from village_desk.errors import StoreTrouble
from village_desk.ids import new_id
from village_desk.queries import outbox, search
from village_desk.queries import records as records_query
from village_desk.sentences import has_sentence
from village_desk.session import Session
from village_desk.store import published

KIND = "consultation"


@pytest.fixture
def folder(tmp_path):
    """Returns a function that writes a county's own profile, as people make it from the national one."""

    def write(version, **changed):
        place = tmp_path / f"profile{version}{len(changed)}"
        shutil.copytree(profile.NATIONAL, place, dirs_exist_ok=True)
        said = json.loads((place / "profile.json").read_text("utf-8"))
        said |= {"id": COUNTY, "version": version, "name": "甘州区[练习]", **changed}
        (place / "profile.json").write_text(json.dumps(said, ensure_ascii=False), "utf-8")
        return place

    return write


EXTRA = {KIND: {"x_village_group": {"face": "text", "label": "村民小组"}}}


def reopened(desk):
    """The desk as whoever opens it next finds it."""
    found = desk_profiles.current(desk.store, desk.session.clock())
    desk.session = Session(desk.store, desk.session.actor, found, desk.session.clock)
    return found


def written_under(desk, record_id):
    return desk.row(KIND, record_id)["profile"]


def test_a_desk_goes_by_what_its_county_published_from_the_next_opening_on(county, desk_at, folder):
    desk = desk_at()
    before = new_id()
    records.save(desk.session, KIND, before, {"name": "[练习]甲"})
    assert desk.sync().complete
    profiles.publish(county, profile.texts(folder(7, extra_fields=EXTRA)))
    assert desk.sync().complete
    assert "x_village_group" not in desk.session.profile.kind(KIND).fields
    assert desk.store.profile_version == 0
    assert reopened(desk).version == 7
    after = new_id()
    records.save(desk.session, KIND, after, {"name": "[练习]乙", "x_village_group": "三组"})
    assert desk.sync().complete
    assert (written_under(desk, before), written_under(desk, after)) == (0, 7)
    (raw,) = desk.store.query('SELECT "body" FROM "change" ORDER BY "n" DESC LIMIT 1')[0]
    assert changes.decode(bytes(raw)).f["profile"] == 7
    assert desk.sync().requests == 1


def test_a_desk_that_was_told_costs_no_more_than_an_idle_round(county, desk_at, folder):
    desk = desk_at()
    desk.sync()
    profiles.publish(county, profile.texts(folder(2)))
    desk.sync()
    sent = []

    def counted(request):
        answer = desk.line(request)
        sent.append(len(answer))
        return answer

    engine.run_round(desk.store, counted, desk.session.clock)
    assert sent == [0]


def test_it_goes_over_real_http_and_through_a_restart_of_the_county(county, desk_at, folder, tmp_path, clock):
    desk = desk_at()
    with serving(county) as address:
        profiles.publish(county, profile.texts(folder(3)))
        line = HttpExchange(address, identity(desk.store))
        engine.run_round(desk.store, line, clock)
        line.close()
    assert published.told(desk.store) == 3
    county.close()
    config = Config(database=str(tmp_path / "county.db"), blobs=str(tmp_path / "blobs"))
    again = counties.open_county(config, clock)
    assert (again.profile.id, again.profile.version) == (COUNTY, 3)
    again.close()


@pytest.mark.parametrize(
    ("version", "changed", "code"),
    [
        (1, {"id": "national"}, "county.profile_id"),
        (5, {"numbers": {KIND: "没有编号"}}, "profile.pattern"),
        (4, {}, "county.profile_version"),
    ],
)
def test_what_desks_could_not_use_is_not_published(county, folder, version, changed, code):
    profiles.publish(county, profile.texts(folder(4, parameters=json.loads(_national())["parameters"])))
    with pytest.raises((CountyTrouble, StoreTrouble)) as caught:
        profiles.publish(county, profile.texts(folder(version, **changed)))
    assert caught.value.code == code
    assert [one.version for one in profiles.listed(county)] == [4]


def _national():
    return (profile.NATIONAL / "profile.json").read_text("utf-8")


def told(county, version, files, key=None):
    signature = crypto.sign(key or county.key, claim(COUNTY, version, files))
    return Published(version=version, files=files, signature=signature)


def test_a_broken_or_forged_one_is_refused_with_a_sentence_and_the_old_one_stays(
    county, desk_at, folder, clock
):
    desk = desk_at()
    profiles.publish(county, profile.texts(folder(2)))
    desk.sync()
    assert reopened(desk).version == 2
    files = json.dumps(profile.texts(folder(3, numbers={KIND: "没有编号"})))
    whole = json.dumps(profile.texts(folder(5)))
    tries = [
        (told(county, 3, files), "profile.pattern"),
        (told(county, 4, "{"), "profile.json"),
        (told(county, 5, whole, crypto.new_signing_key()), "profile.unsigned"),
        (told(county, 6, whole), "profile.value"),
    ]
    for one, code in tries:
        with desk.store.unit_of_work(None, clock()) as uow:
            publishing.take(uow, one)
        assert outbox.status(desk.session).profile_refused == (one.version, code)
        assert reopened(desk).version == 2
    with desk.store.unit_of_work(None, clock()) as uow:
        publishing.take(uow, told(county, 9, json.dumps(profile.texts(folder(9)))))
    assert outbox.status(desk.session).profile_refused == (0, "")
    assert reopened(desk).version == 9


def test_one_this_program_cannot_use_is_asked_for_again_by_the_next(county, desk_at, folder, monkeypatch):
    desk = desk_at()

    def too_new(_texts):
        raise StoreTrouble("profile.value", file="profile.json", line=1)

    profiles.publish(county, profile.texts(folder(2)))
    with monkeypatch.context() as older:
        older.setattr(profile, "over_national", too_new)
        desk.sync()
        assert outbox.status(desk.session).profile_refused == (2, "profile.value")
        assert published.heard(desk.store) == 2
    assert desk.sync().requests == 1
    assert published.told(desk.store) == 0
    monkeypatch.setattr(published, "VERSION", "99.0")
    desk.sync()
    assert published.told(desk.store) == 2


def test_one_the_county_did_not_sign_keeps_none_of_its_own_away(county, desk_at, clock, folder):
    desk = desk_at()
    desk.sync()
    forged = told(county, 1_000, json.dumps(profile.texts(folder(1_000))), crypto.new_signing_key())
    with desk.store.unit_of_work(None, clock()) as uow:
        publishing.take(uow, forged)
    assert outbox.status(desk.session).profile_refused == (1_000, "profile.unsigned")
    profiles.publish(county, profile.texts(folder(2)))
    desk.sync()
    assert reopened(desk).version == 2


def test_an_older_one_sent_again_changes_nothing(county, desk_at, folder, clock):
    desk = desk_at()
    old = json.dumps(profile.texts(folder(2)))
    profiles.publish(county, profile.texts(folder(3)))
    desk.sync()
    with desk.store.unit_of_work(None, clock()) as uow:
        publishing.take(uow, told(county, 2, old))
    assert published.told(desk.store) == 3


def test_what_an_older_profile_does_not_say_is_the_national_one_s(folder):
    texts = profile.texts(folder(2))
    said = json.loads(texts["profile.json"])
    gone = min(said["parameters"])
    del said["parameters"][gone]
    del texts["lists/review_outcome.csv"]
    read = profile.over_national(texts | {"profile.json": json.dumps(said)})
    assert read.parameters[gone] == profile.load().parameters[gone]
    assert read.lists["review_outcome"] == profile.load().lists["review_outcome"]


def test_the_command_says_in_a_sentence_what_it_did(county, folder, tmp_path, capsys):
    config = tmp_path / "county.toml"
    config.write_text(f'database = "{tmp_path / "county.db"}"\nblobs = "{tmp_path / "blobs"}"\n', "utf-8")
    base = ["--config", str(config)]
    assert cli.main(["publish-profile", str(folder(2)), *base]) == 0
    assert cli.main(["publish-profile", str(folder(2)), *base]) == 1
    assert cli.main(["publish-profile", str(tmp_path / "nothing"), *base]) == 1
    assert cli.main(["publish-profile", "--json", *base]) == 0
    said = capsys.readouterr()
    assert "2" in said.out
    assert "version" in said.err or "版" in said.err


@pytest.mark.requirement("R085")
def test_it_comes_by_stick_as_well(county, desk_at, folder, tmp_path):
    desk = desk_at()
    assert desk.sync().complete
    records.save(desk.session, KIND, new_id(), {"name": "[练习]甲"})
    profiles.publish(county, profile.texts(folder(2)))
    media = tmp_path / "stick"
    media.mkdir()
    (written,) = stick.write(desk.store, media, desk.session.clock).bundles
    bundles.answer(county, bundles.take(county, written.path), media)
    stick.read(desk.store, media, desk.session.clock)
    assert reopened(desk).version == 2


def with_sheet(folder, text):
    (folder / "forms").mkdir()
    (folder / "forms" / "consultation.form").write_text(text, "utf-8")
    return folder


SHEET = """form: consultation
number: 024
title: 县里的登记表
version: 9
kind: consultation
day: met_on
margins: 25 20 20 25
text: 12 7
h9 | 姓名:26 | {name}:139
"""


def test_sheets_of_the_county_s_own_travel_with_its_profile_and_wait_for_who_can_look_at_them(
    county, desk_at, folder
):
    desk = desk_at()
    profiles.publish(county, profile.texts(with_sheet(folder(2), SHEET)))
    assert desk.sync().complete
    assert reopened(desk).version == 1  # nobody has looked at its sheets yet
    found = desk_profiles.current(desk.store, desk.session.clock(), lambda _profile: "")
    assert (found.version, found.forms["consultation"]) == (2, SHEET)
    assert reopened(desk).version == 2


def test_a_wrong_sheet_is_not_published_and_one_that_came_is_refused_with_its_line(county, desk_at, folder):
    desk = desk_at()
    wrong = SHEET + "h9 | 住址:26 | {hous}:139\n"
    with pytest.raises(StoreTrouble) as caught:
        profiles.publish(county, profile.texts(with_sheet(folder(2), wrong)))
    assert caught.value.code == "profile.sheet"
    assert "consultation.form:10" in caught.value.details["why"]
    profiles.publish(county, profile.texts(folder(3)))
    desk.sync()
    assert reopened(desk).version == 3
    files = json.dumps(profile.texts(with_sheet(folder(4), wrong)), ensure_ascii=False)
    with desk.store.unit_of_work(None, desk.session.clock()) as uow:
        publishing.take(uow, told(county, 4, files))
    found = desk_profiles.current(desk.store, desk.session.clock(), lambda _profile: "consultation.form:10")
    assert found.version == 3
    status = outbox.status(desk.session)
    assert status.profile_refused == (4, "profile.sheet")
    assert status.profile_why == {"why": "consultation.form:10"}


def test_a_field_the_county_gives_up_keeps_its_name_for_what_was_typed(county, desk_at, folder):
    desk = desk_at()
    profiles.publish(county, profile.texts(folder(2, extra_fields=EXTRA)))
    desk.sync()
    reopened(desk)
    record = new_id()
    records.save(desk.session, KIND, record, {"name": "[练习]甲", "x_village_group": "三组"})
    assert [one.id for one in search.find_all(desk.session, "三组")] == [record]
    profiles.publish(county, profile.texts(folder(3)))
    desk.sync()
    assert reopened(desk).version == 3
    assert published.gone_labels(desk.store) == {"consultation.x_village_group": "村民小组"}
    records.save(desk.session, KIND, record, {"content": "租金没给"})
    assert records_query.record(desk.session, KIND, record).values["x_village_group"] == "三组"
    assert [one.id for one in search.find_all(desk.session, "三组")] == [record]


def test_what_the_county_says_about_a_version_comes_with_it_and_closes_the_one_before(
    county, desk_at, folder
):
    desk = desk_at()
    today = times.legal_day(county.clock())
    profiles.publish(county, profile.texts(folder(2)))
    later = today + timedelta(days=3)
    profiles.publish(county, profile.texts(folder(3)), profiles.Word("加了村民小组", later))
    newest, before = profiles.listed(county)
    assert (newest.notes, newest.since, newest.closed) == ("加了村民小组", later.isoformat(), "")
    assert (before.version, before.since, before.closed) == (2, today.isoformat(), later.isoformat())
    desk.sync()
    assert reopened(desk).version == 1  # told of, and not begun
    assert county.profile.version == 2
    desk.session.clock.now += 3 * 86_400_000
    assert (reopened(desk).version, desk.session.profile.notes) == (3, "加了村民小组")
    desk.sync()
    assert county.profile.version == 3  # without a restart
    with pytest.raises(CountyTrouble, match="county.profile_day"):
        profiles.publish(county, profile.texts(folder(4)), profiles.Word(since=today - timedelta(days=9)))


def test_a_desk_older_than_the_profile_s_form_keeps_the_one_before_with_a_sentence(
    county, desk_at, folder, monkeypatch, expected_logs
):
    expected_logs.append("profile 3: profile.newer")
    desk = desk_at()
    profiles.publish(county, profile.texts(folder(2)))
    desk.sync()
    assert reopened(desk).version == 2
    monkeypatch.setattr(profiles, "FORMAT", 2)
    profiles.publish(county, profile.texts(folder(3)))
    assert desk.sync().complete
    assert reopened(desk).version == 2
    assert outbox.status(desk.session).profile_refused == (3, "profile.newer")
    assert has_sentence("profile.newer")


def test_everything_that_is_wrong_is_named_at_once_with_file_line_and_reason(
    county, folder, tmp_path, capsys
):
    place = folder(
        2,
        parameters={"urgent_days": 0, "idle_lock_minutes": [1]},
        extra_fields={KIND: {"group": {"face": "text", "label": "小组"}, "x_b": {"face": 7, "label": "乙"}}},
    )
    (place / "lists" / "topic.csv").write_text("code,label\n", "utf-8")
    config = tmp_path / "county.toml"
    config.write_text(f'database = "{tmp_path / "county.db"}"\nblobs = "{tmp_path / "blobs"}"\n', "utf-8")
    assert cli.main(["publish-profile", str(place), "--json", "--config", str(config)]) == 1
    said = json.loads(capsys.readouterr().out)["mistakes"]
    assert [text.partition("：")[0].replace(" ", "") for text in said] == [
        "topic.csv第1行",
        *["profile.json第1行"] * 2,
    ]
    (place / "lists" / "topic.csv").unlink()
    shutil.copy(profile.NATIONAL / "lists" / "topic.csv", place / "lists")
    found = profile.mistakes(profile.texts(place))
    assert [one.details["place"] for one in found] == [
        "parameters.idle_lock_minutes",
        f"extra_fields.{KIND}.x_b.face",
    ]


def test_a_code_records_hold_is_closed_and_never_taken_out(county, folder):
    place = folder(2)
    outcome = place / "lists" / "outcome.csv"
    lines = outcome.read_text("utf-8").splitlines(keepends=True)
    outcome.write_text("".join(line for line in lines if not line.startswith("partly")), "utf-8")
    states = place / "lists" / "consultation_state.csv"
    states.write_text(
        states.read_text("utf-8").replace("closed,已归档,,", "closed,已归档,,2026-01-01"), "utf-8"
    )
    found = profile_checks.troubles(county, profile.texts(place))
    told = [(one.code, one.details.get("entry")) for one in found if one.code != "profile.sheet"]
    assert told == [("profile.code_gone", "partly"), ("profile.code_needed", "closed")]
