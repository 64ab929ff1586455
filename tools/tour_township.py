"""What the township's judicial office does: receives, looks at all of it, sends a consultation back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tour_cadre import REMARK, Made
from tour_hand import Hand, TourFailed

from ui.pages.review import ReviewPage
from village_desk.queries import records

_CTRL = Qt.KeyboardModifier.ControlModifier
_SEEN = (
    "person", "consultation", "mediation_case", "case_party", "mediation_session", "agreement", "legal_aid",
    "attachment", "sheet", "hardship_statement",
)  # fmt: skip
_HARDSHIP = "\"class\" = 'hardship'"


def sees_everything(hand: Hand, made: Made, expected: dict[str, int]) -> dict[str, int]:
    """Open the records of the village in the window; return how many of each kind there are here.

    There may be more papers than the village sent: the adviser's desk sends its own when its time comes.
    """
    counts = counted(hand)
    wrong = {kind: (counts[kind], number) for kind, number in expected.items() if counts[kind] < number}
    if wrong:
        raise TourFailed(f"The township does not hold what the village sent (kind: here, there): {wrong}")
    if held(hand, _HARDSHIP)["sheet"]:
        raise TourFailed("The township holds a printed statement of hardship, which it may not read.")
    for kind in ("consultation", "mediation_case"):
        hand.working.desk.open_record(kind, made.ids[kind])
        hand.settle()
        hand.record()
    words = " ".join(part.text() for part in hand.record().parts["case_party"].findChildren(QLabel))
    lines = [button.accessibleName() for button in hand.record().parts["case_party"].line_buttons]
    if not any("𬭎" in line for line in [*lines, words]):
        raise TourFailed("The party with the rare character is not shown at the township.")
    return counts


def counted(hand: Hand) -> dict[str, int]:
    """Return how many records of each kind there are at this desk, but for printed statements of hardship.

    The township reads such a statement masked, and its paper not at all (domain: services §6.3).
    """
    counts, sheets = held(hand, "1"), held(hand, _HARDSHIP)["sheet"]
    return counts | {"sheet": counts["sheet"] - sheets}


def held(hand: Hand, condition: str) -> dict[str, int]:
    """Return how many records of each kind fulfil a condition."""
    store = hand.working.desk.session.store
    return {
        kind: int(store.query(f'SELECT count(*) FROM "{kind}" WHERE {condition}')[0][0])  # noqa: S608 - declared names
        for kind in _SEEN
    }


def has_the_photo(hand: Hand, made: Made) -> bool:
    """Say whether the attachment is named here; its bytes come when they are asked for."""
    session = hand.working.desk.session
    rows = session.store.query(
        'SELECT count(*) FROM "attachment" WHERE "record_id" = ?', (made.ids["consultation"].hex(),)
    )
    return bool(rows[0][0]) and bool(records.record(session, "consultation", made.ids["consultation"]))


def sends_back(hand: Hand) -> None:
    """In the queue: to the field of the answer, Ctrl+R, a remark, and back it goes."""
    hand.go("review")
    page = hand.page()
    if not isinstance(page, ReviewPage):
        raise TourFailed("The queue is not shown.")
    hand.until(lambda: bool(page.lines), "the frozen copy")
    line = next((one for one in page.lines if one.field.place.endswith("answer")), None)
    if line is None:
        raise TourFailed("The frozen copy has no field for the answer.")
    line.setFocus()
    hand.key(Qt.Key.Key_R, _CTRL)
    hand.write(line.remark, REMARK)


def answers(hand: Hand) -> None:
    """Press what sends it back; the queue is empty then."""
    page = hand.page()
    if not isinstance(page, ReviewPage):
        raise TourFailed("The queue is not shown.")
    hand.press(page.return_button)
    hand.settle()
    hand.until(lambda: page.list.count() == 0, "the empty queue")
