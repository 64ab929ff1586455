"""The pages, in the order of the navigation. A new page is one entry here and one module beside this one.

A page is a widget made with a `Desk` and nothing else. What the window calls when it is there:

* `open_record(kind: str, record_id: bytes, field: str)`: show a record of one of the entry's `kinds`;
* `new_record()`: begin an empty one (F2 for consultations);
* `refresh()`: the page is being shown again;
* `help_text() -> str`: what F1 shows.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.pages import today
from ui.pages.settings import SettingsPage
from ui.pages.sync import SyncPage
from ui.pages.today import TodayPage
from village_desk.i18n import N_
from village_desk.queries import outbox
from village_desk.session import Session


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One entry of the navigation.

    Attributes:
        name: Stable name, used by `Desk.go`.
        title: English source text, of the context "pages".
        icon: Name of an icon of qtawesome.
        make: Makes the page; called when it is first shown.
        kinds: Kinds of record it opens.
        roles: Roles that see it; empty for all.
        count: What the number behind the title counts, asked on the worker; 0 shows none.
        key: Shortcut that shows the page, such as "F5".
    """

    name: str
    title: str
    icon: str
    make: Callable[[Desk], QWidget]
    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    count: Callable[[Session], int] | None = None
    key: str = ""


def _waiting(session: Session) -> int:
    held = outbox.status(session)
    return held.waiting + held.conflicts + held.set_aside


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", N_("pages", "Today"), "fa6s.calendar-day", TodayPage, count=today.count),
    PageEntry("sync", N_("pages", "Sent and received"), "fa6s.rotate", SyncPage, count=_waiting),
    PageEntry("settings", N_("pages", "Settings"), "fa6s.gear", SettingsPage),
)


def pages_for(role: str) -> list[PageEntry]:
    """Return the entries a person of this role sees."""
    return [entry for entry in PAGES if not entry.roles or role in entry.roles]
