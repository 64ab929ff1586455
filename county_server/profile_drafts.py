"""The draft of the county's next profile: the files of a folder, in the database until it is published."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from county_server import county, profiles
from county_server.county import County
from county_server.errors import CountyTrouble
from village_desk import crypto, times
from village_desk.errors import StoreTrouble
from village_desk.profile_file import NAME, json_of
from village_desk.profile_zips import LIMIT


@dataclass(frozen=True, slots=True)
class Draft:
    """One draft; a county has at most one.

    Attributes:
        texts: Its files by name.
        began_by: Name of who began it.
        checked: Digest of the texts that were checked without a mistake, "" for none.
        tried: Digest of the texts that were last handed out to be tried.
    """

    texts: Mapping[str, str] = field(repr=False)
    began_by: str
    began_at: times.Moment
    checked: str
    tried: str

    @property
    def digest(self) -> str:
        """What the texts are known by."""
        return digest(self.texts)


def digest(texts: Mapping[str, str]) -> str:
    """Return what the texts of a draft are known by: a form names what it was made from."""
    return crypto.digest(json.dumps(dict(texts), sort_keys=True).encode()).hex()[:32]


def find(here: County) -> Draft | None:
    """Return the draft, if there is one."""
    with here.database.reading():
        about = here.database.one("SELECT began_by, began_at, checked, tried FROM profile_draft_about")
        if about is None:
            return None
        texts = dict(here.database.rows("SELECT file, text FROM profile_draft ORDER BY file"))
        name = here.database.one("SELECT name FROM user_account WHERE id = ?", bytes.fromhex(about[0]))
    return Draft(texts, str(name[0]) if name else "", about[1], about[2], about[3])


def opened(here: County) -> Draft:
    """Return the draft.

    Raises:
        CountyTrouble: "county.draft_missing".
    """
    draft = find(here)
    if draft is None:
        raise CountyTrouble("county.draft_missing")
    return draft


def begin(here: County, user: bytes, texts: Mapping[str, str]) -> None:
    """Begin a draft from these texts, under the next free number; call inside a transaction that writes.

    Raises:
        CountyTrouble: "county.draft_exists".
    """
    if find(here) is not None:
        raise CountyTrouble("county.draft_exists")
    sql = "INSERT INTO profile_draft_about (one, began_by, began_at, checked, tried) VALUES (1, ?, ?, '', '')"
    here.database.rows(sql, user.hex(), here.clock())
    _keep(here, _numbered(here, texts))


def present(here: County) -> dict[str, str]:
    """Return the files of the version published last; without one, a profile that says nothing of its own."""
    with here.database.reading():
        last = county.last_profile(here.database)
    return profiles.texts_of(here, last) if last else {NAME: written({})}


def _numbered(here: County, texts: Mapping[str, str]) -> dict[str, str]:
    """Let a profile bear the county's code and the next number, unless its file cannot be read."""
    try:
        said = json_of(NAME, texts.get(NAME, "{}"))
    except StoreTrouble:  # to be mended by hand; the check says where
        return dict(texts)
    last, given = county.last_profile(here.database), said.get("version")
    version = given if isinstance(given, int) and given > last else last + 1
    own = {"id": here.code, "version": version, "name": said.get("name") or here.name}
    return {**texts, NAME: written({**said, **own})}


def written(said: Mapping[str, object]) -> str:
    """Return `profile.json` as people read it."""
    first = {key: said[key] for key in ("id", "version", "name") if key in said}
    return json.dumps({**first, **said}, ensure_ascii=False, indent=2) + "\n"


def change(here: County, seen: str, texts: Mapping[str, str]) -> None:
    """Put other texts in place of those `seen`; call inside a transaction that writes.

    Raises:
        CountyTrouble: "county.draft_moved": somebody else changed the draft since; "county.profile_big".
    """
    lock = here.database.locked("SELECT 1 FROM profile_draft_about WHERE one = 1")
    here.database.one(lock)
    if opened(here).digest != seen:
        raise CountyTrouble("county.draft_moved")
    here.database.rows("DELETE FROM profile_draft")
    _keep(here, texts)


def _keep(here: County, texts: Mapping[str, str]) -> None:
    if sum(len(text.encode()) for text in texts.values()) > LIMIT:
        raise CountyTrouble("county.profile_big")
    here.database.many("INSERT INTO profile_draft (file, text) VALUES (?, ?)", sorted(texts.items()))


def note_checked(here: County, draft: Draft) -> None:
    """Note that these texts were checked and are sound; call inside a transaction that writes."""
    here.database.rows("UPDATE profile_draft_about SET checked = ?", draft.digest)


def note_tried(here: County, draft: Draft) -> None:
    """Note that these texts were handed out to be tried; call inside a transaction that writes."""
    here.database.rows("UPDATE profile_draft_about SET tried = ?", draft.digest)


def discard(here: County) -> None:
    """Take the draft away; call inside a transaction that writes."""
    here.database.rows("DELETE FROM profile_draft")
    here.database.rows("DELETE FROM profile_draft_about")
