"""First start, unlock and lock, as a person sees them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tour_hand import Hand, TourFailed

from ui.gates.first_start import FirstStartPage
from ui.gates.lock import LockPage
from ui.gates.unlock import UnlockPage

PASSWORD = "cheng guan zhen 88"  # noqa: S105 - of a desk with invented people
PIN = "2580"
Look = Callable[[str], None]
_RECOVERY = 3


def _gate(hand: Hand, kind: type[QWidget]) -> QWidget:
    gate = hand.program.gate
    if not isinstance(gate, kind):
        raise TourFailed(f"{kind.__name__} should be shown, but it is {type(gate).__name__}.")
    return gate


def first_steps(
    hand: Hand, look: Look, names: tuple[str, str], person: str, county: tuple[str, str] | None = None
) -> FirstStartPage:
    """Answer the first three steps by keyboard: pinyin of township and village ("" for the office itself).

    `county` is the address and the code of the county's letter.
    """
    page = _gate(hand, FirstStartPage)
    if not isinstance(page, FirstStartPage):
        raise TypeError
    hand.write(page.county.counties.edit, "ganzhouqu")
    if county:
        page.county.has_code.setFocus()
        QTest.keyClick(page.county.has_code, Qt.Key.Key_Space)
        hand.write(page.county.address.edit, county[0])
        hand.write(page.county.code.edit, county[1])
    look("first-1-county")
    hand.press(page.next_button)
    township, village = names
    if not village:
        page.room.office.setFocus()
        QTest.keyClick(page.room.office, Qt.Key.Key_Space)
    hand.write(page.room.townships.edit, township)
    if village:
        hand.write(page.room.villages.edit, village)
    look("first-2-room")
    hand.press(page.next_button)
    hand.write(page.person.name.edit, person)
    hand.write(page.person.password.edit, PASSWORD)
    hand.write(page.person.again.edit, PASSWORD)
    hand.write(page.person.pin.edit, PIN)
    look("first-3-person")
    return page


def first_start(hand: Hand, look: Look, names: tuple[str, str], person: str, county: tuple[str, str]) -> None:
    """Set a fresh PC up, prove the recovery sheet, join the county, and be at work."""
    page = first_steps(hand, look, names, person, county)
    hand.press(page.next_button)
    hand.until(lambda: page.step() == _RECOVERY, "the recovery sheet")
    look("first-4-recovery")
    groups = page.recovery.key.text().split()
    for entry, place in zip((page.recovery.first, page.recovery.second), page.recovery.asked, strict=True):
        hand.write(entry.edit, groups[place].lower())
    hand.press(page.next_button)
    hand.until(lambda: hand.program.working is not None, "the first page")
    hand.until(lambda: hand.working.background.state != "apart", "the county")
    hand.until(lambda: hand.working.background.report is not None, "the first round")
    hand.settle()


def unlock(hand: Hand, look: Look) -> None:
    """Type the password."""
    page = _gate(hand, UnlockPage)
    if not isinstance(page, UnlockPage):
        raise TypeError
    look("unlock")
    hand.write(page.password.edit, PASSWORD)
    QTest.keyClick(page.password.edit, Qt.Key.Key_Return)
    hand.until(lambda: hand.program.working is not None, "the opened file")
    hand.settle()


def lock_and_open(hand: Hand, look: Look) -> None:
    """F12, a wrong PIN, the right one."""
    hand.press(hand.working.frame.lock_button)
    page = _gate(hand, LockPage)
    if not isinstance(page, LockPage):
        raise TypeError
    look("lock")
    for pin in ("1379", PIN):
        hand.write(page.secret.edit, pin)
        QTest.keyClick(page.secret.edit, Qt.Key.Key_Return)
        hand.settle()
    hand.until(lambda: hand.program.gate is None, "the unlocked window")
