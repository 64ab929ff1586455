"""`county-server publish-profile`: a county's own profile is checked, signed, kept, and told to the desks."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from county_server import county, profile_checks
from county_server.config import Config
from county_server.county import County
from county_server.errors import CountyTrouble
from county_server.sentences import sentence
from sync.messages import SyncRequest
from sync.publishing import Published, claim
from village_desk import crypto, profile, times
from village_desk.i18n import N_, translated
from village_desk.profile_file import FORMAT, NOTICE
from village_desk.profile_zips import LIMIT

Answer = tuple[bool, str, dict[str, object]]
Add = Callable[[str, Callable[[Config, argparse.Namespace], Answer], str], argparse.ArgumentParser]
NOTES_LIMIT = 1_000


@dataclass(frozen=True, slots=True)
class Word:
    """What is said about a version: `notes`, the legal day it counts `since` (None: at once), and by whom."""

    notes: str = ""
    since: date | None = None
    by: bytes = b""


def publish(here: County, texts: Mapping[str, str], word: Word | None = None) -> Published:
    """Check a profile given as texts as desks will, and publish it; desks fetch it with their next round.

    The version before is closed with the day on which this one begins.

    Raises:
        StoreTrouble: "profile.…": what is wrong first, with the file, and the line or place in it.
        CountyTrouble: "county.profile_id": it is not called by the county's six digits;
            "county.profile_version": its version is not higher than that published last;
            "county.profile_big"; "county.profile_day": it would begin on a day that has passed;
            "county.profile_notes": what is said about it is too long.
    """
    word = word or Word()
    today = times.legal_day(here.clock())
    since = word.since or today
    if since < today:
        raise CountyTrouble("county.profile_day")
    if len(word.notes) > NOTES_LIMIT:
        raise CountyTrouble("county.profile_notes", limit=NOTES_LIMIT)
    wrong = profile_checks.troubles(here, texts)
    if wrong:
        raise wrong[0]
    version = profile.over_national(texts).version
    notice = {"format": FORMAT, "notes": word.notes, "since": since.isoformat()}
    told = {**texts, NOTICE: json.dumps(notice, ensure_ascii=False)}
    files = json.dumps(told, ensure_ascii=False, sort_keys=True)
    if len(files.encode()) > LIMIT:
        raise CountyTrouble("county.profile_big")
    signature = crypto.sign(here.key, claim(here.code, version, files))
    with here.database.writing():
        last = county.last_profile(here.database)
        if version <= last:
            raise CountyTrouble("county.profile_version", last=last)
        here.database.rows(
            "INSERT INTO published_profile (version, files, suite, signature, published_at, notes,"
            " published_by, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            *(version, files, crypto.DEFAULT_SUITE, signature, here.clock()),
            *(word.notes, word.by.hex(), since.isoformat()),
        )
        county.go_by_last(here)
    return Published(version=version, files=files, signature=signature)


def news(here: County, asked: SyncRequest, last: int) -> Published | None:
    """Return version `last`, which was published last, unless the desk was told of it; in a transaction."""
    if not last or asked.profile >= last:
        return None
    rows = here.database.rows("SELECT files, suite, signature FROM published_profile WHERE version = ?", last)
    files, suite, signature = rows[0]
    return Published(version=last, files=files, suite=suite, signature=bytes(signature))


@dataclass(frozen=True, slots=True)
class Version:
    """One published version.

    Attributes:
        at: When it was published.
        notes: What was said about it.
        by: Name of who published it in a browser, "" for the command line.
        since: Legal day it counts from.
        closed: Legal day on which a later one began, "" for the one that still counts.
    """

    version: int
    at: times.Moment
    notes: str
    by: str
    since: str
    closed: str = ""


def listed(here: County) -> list[Version]:
    """Return the versions published, newest first."""
    with here.database.reading():
        names = {
            bytes(user).hex(): str(name)
            for user, name in here.database.rows("SELECT id, name FROM user_account")
        }
        rows = here.database.rows(
            "SELECT version, published_at, notes, published_by, since FROM published_profile"
            " ORDER BY version DESC"
        )
    found, closed = [], ""
    for version, moment, notes, by, since in rows:
        begins = since or times.legal_day(moment).isoformat()
        found.append(Version(version, moment, notes, names.get(by, ""), begins, closed))
        closed = begins
    return found


def texts_of(here: County, version: int) -> dict[str, str]:
    """Return the files of a published version, as a folder would hold them.

    Raises:
        CountyTrouble: "county.profile_missing": there is none of this number.
    """
    with here.database.reading():
        row = here.database.one("SELECT files FROM published_profile WHERE version = ?", version)
    if row is None:
        raise CountyTrouble("county.profile_missing")
    return {name: text for name, text in json.loads(row[0]).items() if name != NOTICE}


# ---------------------------------------------------------------- the command


def add(add_command: Add) -> None:
    """Add the command to those of `county_server.cli`."""
    parser = add_command(
        "publish-profile", _publish, "check a county profile, sign it, and let every desk fetch it"
    )
    parser.add_argument(
        "folder",
        type=Path,
        nargs="?",
        help="with profile.json, lists/, forms/; none: list what was published",
    )
    parser.add_argument("--notes", default="", help="what is new, in a few words; every desk shows it")
    parser.add_argument(
        "--from",
        dest="since",
        type=date.fromisoformat,
        help="first day it counts, which closes the version before; today when left out",
    )
    parser.add_argument("--check", action="store_true", help="say all that is wrong, and publish nothing")


def _publish(settings: Config, options: argparse.Namespace) -> Answer:
    here = county.open_county(settings)
    try:
        if options.folder is None:
            return _list(here)
        texts = profile.texts(options.folder)
        wrong = [sentence(one) for one in profile_checks.troubles(here, texts)]
        if wrong:
            return False, "\n".join(wrong), {"error": "profile", "mistakes": wrong}
        if options.check:
            said = N_("county", "No mistakes found. Nothing was published.")
            return True, translated("county", said), {"mistakes": []}
        made = publish(here, texts, Word(options.notes, options.since))
    finally:
        here.close()
    text = N_("county", "Version {version} is published; every desk goes by it after its next round.")
    return True, translated("county", text).format(version=made.version), {"version": made.version}


def _list(here: County) -> Answer:
    found = listed(here)
    lines = [
        f"{one.version}  {times.local_text(one.at)}  {one.since}–{one.closed}  {one.notes}".rstrip()
        for one in found
    ]
    told = [
        {"version": one.version, "at": one.at, "since": one.since, "closed": one.closed, "notes": one.notes}
        for one in found
    ]
    return True, "\n".join(lines), {"published": told}
