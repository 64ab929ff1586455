"""`village-desk practice`: a room to practise in, thrown away afterwards; with --profile under a draft.

It is a desk file of its own in a temporary folder with invented people; it knows no county and asks none.
What a county is about to publish is tried there: its fields, lists, parameters and sheets.
"""

import argparse
import tempfile
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import forms
from ui import app
from village_desk import ids, profile, profile_zips, times
from village_desk.commands import profiles, records, setup
from village_desk.errors import StoreTrouble, VillageDeskError
from village_desk.i18n import N_, translated, use_language
from village_desk.keys import DataKey, Owner
from village_desk.sentences import sentence
from village_desk.session import Session
from village_desk.store import published

UNIT = "620702101201"
"""A village of the divisions every desk has; its desk in practice is nobody's."""
NAME, ROLE = "王桂兰[练习]", "village_clerk"
PASSWORD = "lian xi mi ma 2026"  # noqa: S105 - shown to everybody who practises
DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2
_VISITORS = (
    ("陈𬭎[练习]", "1", "邻居修墙占了两家共用的通道，农用车进不了院子，来问应当怎么办。"),
    ("马秀英[练习]", "2", "去年在工地干了三个月活，还欠两万元，只写了欠条。"),
    ("赵喆[练习]", "1", "三个子女对老人看病的费用分担意见不一，希望村里帮着说一说。"),
)


def main(arguments: Sequence[str]) -> int:
    """Open the window on a practice room and return its exit status."""
    use_language()
    parser = argparse.ArgumentParser(
        prog="village-desk practice", description="Open a room to practise in; it is thrown away afterwards."
    )
    parser.add_argument("--profile", type=Path, help="a draft of a county profile: ZIP or folder")
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else WRONG_USAGE
    with tempfile.TemporaryDirectory(prefix="village-desk-practice-") as name:
        try:
            opener = make(Path(name), texts_of(options.profile) if options.profile else {})
        except VillageDeskError as error:
            print(sentence(error.code, error.details))
            return COULD_NOT
        words = N_("practice", "[Practice] {name}    password: {password}")
        print(translated("practice", words).format(name=NAME, password=PASSWORD), flush=True)
        return app.main(Path(name), opener)


def texts_of(source: Path) -> dict[str, str]:
    """Return the files of a draft, ZIP or folder.

    Raises:
        StoreTrouble: "profile.zip", "profile.missing", "profile.encoding".
    """
    if source.is_dir():
        return profile.texts(source)
    try:
        return profile_zips.unpack(source.read_bytes())
    except OSError as error:
        raise StoreTrouble("profile.missing", file=source.name) from error


def make(folder: Path, texts: Mapping[str, str]) -> tuple[DataKey, bytes]:
    """Make a practice desk that goes by the profile in `texts`, with some people and their questions in it.

    Returns the key of its file, and its user.

    Raises:
        StoreTrouble: "profile.…": what is wrong with it, with file and line.
    """
    read = profile.over_national(texts) if texts else profile.load()
    wrong = forms.check_all(read)
    if wrong:
        raise StoreTrouble("profile.sheet", why=forms.sentence(wrong[0]))
    owner = Owner(ids.new_id(), NAME, ROLE)
    made = setup.create_desk(folder, UNIT, owner, PASSWORD)
    now = times.now()
    with made.store.unit_of_work(None, now) as uow:
        uow.set_state("practice", "1")
        if texts:
            published.keep(uow, read.version, texts)
            published.use(uow, read.version)
    session = Session(made.store, setup.actor_of(made.store, owner.user), profiles.current(made.store, now))
    _fill(session)
    made.store.close_connection()
    return made.key, owner.user


def _fill(session: Session) -> None:
    today = times.legal_day(session.now())
    for place, (name, sex, content) in enumerate(_VISITORS):
        values = {"name": name, "sex": sex, "content": content, "met_on": today - timedelta(days=place)}
        records.save(session, "consultation", ids.new_id(), {**values, "channel": "1", "received_by": NAME})
