"""The county's profile in a browser: from a draft to every desk, over real HTTP, on both databases."""

import io
import json
import re
import zipfile

import pypdfium2
import pytest

import forms
from county_server import profile_drafts, profiles
from county_server.web import journal
from sync import engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from tests.county_server.conftest import COUNTY
from tests.sync.world import new_desk as real_desk
from village_desk import ids, profile, profile_zips
from village_desk.commands import profiles as desk_profiles
from village_desk.commands import records
from village_desk.errors import StoreTrouble
from village_desk.session import Session

pytestmark = pytest.mark.county
PATH = "/web/profile"


def _acts(here):
    return [one.act for one in reversed(journal.newest(here)) if one.act.startswith("profile")]


@pytest.fixture
def editor(signed_in):
    """A browser that sends with each form what its page was made from."""
    one = signed_in()

    def change(path, **values):
        page = one.get(PATH + path).text
        seen = re.search(r'name="seen" value="([^"]+)"', page)
        return one.send(PATH + path, seen=seen.group(1) if seen else "", **values)

    one.change = change
    return one


@pytest.fixture
def village(here, address, tmp_path, clock):
    """Returns a function that makes a desk of a village with a file of its own, in touch over HTTP."""

    def make():
        desk = real_desk(here, tmp_path / "desk", clock, "[练习]乡亲")
        line = HttpExchange(address, identity(desk.store))

        def sync():
            engine.run_round(desk.store, line, desk.session.clock)
            found = desk_profiles.current(desk.store, desk.session.clock(), _fit)
            desk.session = Session(desk.store, desk.session.actor, found, desk.session.clock)
            return found

        desk.renewed = sync
        return desk

    return make


def _fit(one):
    return " ".join(map(forms.sentence, forms.check_all(one)))


def _edited(editor):
    """Go through the pages of a draft as an administrator does."""
    editor.send(f"{PATH}/begin")
    editor.change("/lists", name="spoken_language")
    editor.change("/lists/spoken_language", act="add", code="dialect", label="本地方言")
    editor.change("/lists/outcome", code="partly", label="部分解决", valid_to="2030-12-31")
    editor.change("/lists/outcome", act="add", code="later", label="以后再说")
    field = {"kind": "consultation", "face": "choice", "codes": "spoken_language"}
    editor.change("/fields", name="x_language", label="使用语言", required="consultation.answer", **field)
    boxes = {"p-dossier_both_sides": "1", "p-hardship_check_by_promise": "1"}
    values = {"p-urgent_days": "9", "p-aid_agency": "[练习]法律援助中心"}
    assert editor.change("/parameters", **boxes, **values).ok
    sheet = editor.get(f"{PATH}/sheets/consultation").text
    assert sheet.count("data:image/png;base64,") == 1
    own = (profile.NATIONAL.parent / "example" / "forms" / "consultation.form").read_text("utf-8")
    own = re.sub("h9   .*村民小组.*\n", "h9 | 使用语言:26 | {x_language}:139\n", own)
    assert "已保存" in editor.change("/sheets/consultation", text=own, act="save").text
    assert editor.change("/sheets/consultation", text=own, act="pdf").content.startswith(b"%PDF")
    assert "没有错误" in editor.send(f"{PATH}/check").text


def _published(editor):
    """Publish what was edited, after looking at what changes; nothing without a word about it."""
    page = editor.get(f"{PATH}/publish").text
    for told in ("使用语言", "部分解决", "以后再说", "9 天", "[练习]法律援助中心", "县里的"):
        assert told in page
    seen = re.search(r'name="seen" value="([^"]+)"', page).group(1)
    assert editor.send(f"{PATH}/publish", seen=seen, sure="1").status_code == 400
    return editor.send(f"{PATH}/publish", seen=seen, sure="1", notes="问一问用什么语言")


def test_a_draft_made_page_by_page_is_published_and_reaches_a_desk(here, editor, village):
    desk = village()
    _edited(editor)
    desk.renewed()
    assert desk.session.profile.id == "national"
    assert "问一问用什么语言" in _published(editor).text
    assert here.profile.parameter("urgent_days") == 9
    assert (_acts(here)[0], _acts(here)[-1]) == ("profile_begin", "profile_publish")

    found = desk.renewed()
    assert (found.version, found.notes) == (1, "问一问用什么语言")
    assert found.kind("consultation").fields["x_language"].label == "使用语言"
    assert [one.label for one in found.lists["outcome"]][-1] == "以后再说"
    content = {"name": "[练习]甲", "x_language": "dialect"}
    record = ids.new_id()
    records.save(desk.session, "consultation", record, content)
    assert desk.row("consultation", record)["profile"] == 1
    sheet = forms.load("consultation", profile=found)
    with pypdfium2.PdfDocument(forms.render(sheet, content, forms.Sheet(id=bytes(16)), found)) as paper:
        text = paper[0].get_textpage().get_text_range()
    assert "使用语言" in text
    assert "本地方言" in text


def test_a_broken_draft_is_kept_named_by_file_line_and_reason_and_not_published(here, editor):
    editor.send(f"{PATH}/begin")
    text = profile_drafts.opened(here).texts["profile.json"]
    editor.change("/file", text=text.replace("{", '{\n "parameters": {"urgent_days": 0, "nonsense": 1},', 1))
    editor.change("/sheets/consultation", text="form: consultation\nnumber: 24", act="save")
    page = editor.send(f"{PATH}/check").text
    assert "profile.json" in page
    assert "urgent_days" in page
    assert "nonsense" in page
    digest = profile_drafts.opened(here).digest
    assert editor.send(f"{PATH}/publish", seen=digest, sure="1", notes="x").status_code == 400
    editor.change("/file", text=text)
    assert "consultation.form:" in editor.send(f"{PATH}/check").text
    assert "consultation.form:" in editor.get(f"{PATH}/sheets/consultation").text
    assert profiles.listed(here) == []
    assert profile_drafts.find(here).checked == ""


def test_a_code_in_use_cannot_be_taken_out_and_nobody_overwrites_another(here, editor):
    editor.send(f"{PATH}/begin")
    assert editor.change("/lists/outcome", act="remove", code="partly").status_code == 400
    editor.change("/lists/outcome", act="add", code="late", label="晚些")
    assert editor.change("/lists/outcome", act="add", code="late", label="再来").status_code == 400
    old = profile_drafts.opened(here).digest
    assert editor.change("/lists/outcome", act="remove", code="late").ok
    before = profile_drafts.opened(here).texts
    refused = editor.send(f"{PATH}/lists/outcome", seen=old, act="add", code="other", label="其他")
    assert refused.status_code == 400
    for path, values in (
        ("/parameters", {"p-urgent_days": "0"}),
        ("/fields", {"kind": "consultation", "name": "X!", "label": "甲", "face": "text"}),
        ("/lists/outcome", {"act": "add", "code": "坏", "label": "坏"}),
        ("/lists", {"name": "outcome"}),
        ("/numbers", {"n-consultation": "没有"}),
    ):
        page = editor.get(f"{PATH}/file").text
        seen = re.search(r'name="seen" value="([^"]+)"', page).group(1)
        assert editor.send(PATH + path, seen=seen, **values).status_code == 400, path
    assert profile_drafts.opened(here).texts == before


def test_a_zip_becomes_a_draft_is_tried_and_comes_back_the_same(here, editor):
    folder = profile.texts(profile.NATIONAL.parent / "example")
    packed = profile_zips.pack({f"示例/{name}": text for name, text in folder.items()})
    reply = _upload(editor, packed)
    assert reply.ok
    draft = profile_drafts.opened(here)
    assert draft.texts.keys() == folder.keys()
    assert json.loads(draft.texts["profile.json"])["version"] == 1
    given = editor.send(f"{PATH}/trial")
    assert profile_zips.unpack(given.content) == dict(draft.texts)
    assert profile_drafts.opened(here).tried == draft.digest
    editor.send(f"{PATH}/discard")
    assert profile_drafts.find(here) is None
    assert _acts(here) == ["profile_upload", "profile_trial", "profile_discard"]


def _upload(editor, packed, key=None):
    editor.get(PATH)
    return editor.session.post(
        f"{editor.address}{PATH}/upload",
        data={"form_key": editor.form_key if key is None else key},
        files={"file": ("profile.zip", packed, "application/zip")},
        timeout=20,
    )


def test_a_zip_that_is_none_or_reaches_outside_is_refused(here, editor):
    outside = io.BytesIO()
    with zipfile.ZipFile(outside, "w") as made:
        made.writestr("profile.json", "{}")
        made.writestr("../../etc/passwd", "x")
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("profile.json", "{}")
        made.writestr("lists/topic.csv", " " * 3_000_000)
    for packed in (b"", b"PK\x03\x04", b"nonsense" * 50, outside.getvalue(), bomb.getvalue()):
        assert _upload(editor, packed).status_code == 400
    assert _upload(editor, profile_zips.pack({"profile.json": "{}"}), key="none").status_code == 403
    assert profile_drafts.find(here) is None
    with pytest.raises(StoreTrouble, match="profile.missing"):
        profile_zips.unpack(profile_zips.pack({"lists/a.csv": ""}))
    with pytest.raises(StoreTrouble, match="profile.big"):
        profile_zips.unpack(bomb.getvalue())


def test_only_an_administrator_writes_and_others_look(here, signed_in):
    other = signed_in("county_pls", "jigou", "[练习]李某")
    assert other.get(PATH).ok
    assert "开始起草" not in other.get(PATH).text
    for path in ("/begin", "/check", "/discard", "/trial", "/publish", "/fields", "/parameters"):
        assert other.send(PATH + path).status_code == 403, path
    for path in ("/lists", "/fields", "/parameters", "/file", "/sheets", "/publish"):
        assert other.get(PATH + path).status_code == 403, path
    assert profile_drafts.find(here) is None
    assert here.code == COUNTY
