"""The register of visitors and callers as a paper of the desk (来访(来电)登记簿, form 025)."""

from pathlib import Path

from ui.pages.register import Filling, RegisterPaper
from village_desk.i18n import N_, translated
from village_desk.queries import visitors
from village_desk.session import Session
from village_desk.statistics import Period, Place

FORM = "visitor_register"
_NONE = N_("register", "Nobody came in this period")
_LEFT_OUT = N_("register", "{count} confidential visits are not listed here")
_COUNT = N_("register", "{count} visits, {pages} pages")


def _fill(session: Session, place: Place, period: Period) -> Filling:
    held = visitors.visitors(session, place.code, period, "print")
    left_out = translated("register", _LEFT_OUT).format(count=held.left_out) if held.left_out else ""
    note = left_out or ("" if held.visits else translated("register", _NONE))
    content = visitors.content(session, held, place.name, period, note)
    return Filling(content, len(held.visits), held.left_out)


def _write(session: Session, place: Place, period: Period, path: Path) -> int:
    from ui.pages import visitors_file  # noqa: PLC0415 - the library takes its time, and is rarely needed

    return visitors_file.write(session, place, period, path)


VISITORS = RegisterPaper(FORM, _fill, _write, _COUNT, _LEFT_OUT)
"""Form 025."""
