"""`county-server publish-profile`: a county's own profile is checked, signed, kept, and told to the desks."""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

import forms
from county_server import county
from county_server.config import Config
from county_server.county import County
from county_server.errors import CountyTrouble
from sync.messages import SyncRequest
from sync.publishing import LIMIT, Published, claim
from village_desk import crypto, profile, times
from village_desk.errors import StoreTrouble
from village_desk.i18n import N_, translated

Answer = tuple[bool, str, dict[str, object]]
Add = Callable[[str, Callable[[Config, argparse.Namespace], Answer], str], argparse.ArgumentParser]


def publish(here: County, folder: Path) -> Published:
    """Check the profile in `folder` as desks will, and publish it; desks fetch it with their next round.

    Raises:
        StoreTrouble: "profile.…": what is wrong, with the file, and the line or place in it.
        CountyTrouble: "county.profile_id": it is not called by the county's six digits;
            "county.profile_version": its version is not higher than that published last;
            "county.profile_big".
    """
    texts = profile.texts(folder)
    read = profile.over_national(texts)
    wrong = forms.check_all(read)
    if wrong:
        raise StoreTrouble("profile.sheet", why=forms.sentence(wrong[0]))
    if read.id != here.code:
        raise CountyTrouble("county.profile_id", id=here.code)
    files = json.dumps(texts, ensure_ascii=False, sort_keys=True)
    if len(files.encode()) > LIMIT:
        raise CountyTrouble("county.profile_big")
    signature = crypto.sign(here.key, claim(here.code, read.version, files))
    with here.database.writing():
        last = _last(here)
        if read.version <= last:
            raise CountyTrouble("county.profile_version", last=last)
        here.database.rows(
            "INSERT INTO published_profile (version, files, suite, signature, published_at)"
            " VALUES (?, ?, ?, ?, ?)",
            *(read.version, files, crypto.DEFAULT_SUITE, signature, here.clock()),
        )
    return Published(version=read.version, files=files, signature=signature)


def news(here: County, asked: SyncRequest) -> Published | None:
    """Return the profile published last, unless the desk was told of it; call inside a transaction."""
    last = _last(here)
    if not last or asked.profile >= last:
        return None
    rows = here.database.rows("SELECT files, suite, signature FROM published_profile WHERE version = ?", last)
    files, suite, signature = rows[0]
    return Published(version=last, files=files, suite=suite, signature=bytes(signature))


def _last(here: County) -> int:
    row = here.database.one("SELECT max(version) FROM published_profile")
    return int(row[0] or 0) if row else 0


def listed(here: County) -> list[tuple[int, times.Moment]]:
    """Return the versions published and when, newest first."""
    with here.database.reading():
        rows = here.database.rows("SELECT version, published_at FROM published_profile ORDER BY version DESC")
    return [(version, moment) for version, moment in rows]


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


def _publish(settings: Config, options: argparse.Namespace) -> Answer:
    here = county.open_county(settings)
    try:
        if options.folder is None:
            found = listed(here)
            lines = [f"{version}  {times.local_text(moment)}" for version, moment in found]
            return True, "\n".join(lines), {"published": [list(one) for one in found]}
        made = publish(here, options.folder)
    finally:
        here.close()
    text = N_("county", "Version {version} is published; every desk goes by it after its next round.")
    return True, translated("county", text).format(version=made.version), {"version": made.version}
