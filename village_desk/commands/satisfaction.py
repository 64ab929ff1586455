"""Keeping what a villager thinks, without keeping who it was (群众满意度测评, domain: services F28)."""

import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time

from village_desk import times
from village_desk.commands import records
from village_desk.session import Changes, Session

KIND = "satisfaction"


def answer(session: Session, values: Mapping[str, object]) -> Changes:
    """Keep one sheet of answers.

    No name, no link and no minute: an id that counts time and the moment of the change would say which
    visitor it was, so the id is drawn by chance and the change bears the beginning of its day. The order of
    this desk's log stays, as it must.

    Raises:
        Invalid, NotAllowed: As `commands.records.save`.
    """
    day = times.legal_day(session.now())
    began = times.moment_of(datetime.combine(day, time(), times.CHINA))
    village = session.store.text_state("unit_village")
    sheet = {"rated_on": day, "village": village, **values}
    return records.save(replace(session, clock=lambda: began), KIND, uuid.uuid4().bytes, sheet)
