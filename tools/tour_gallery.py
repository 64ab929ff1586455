"""A picture of every page in each text size, on the desks the tour has worked with."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import tour_gates
from PySide6.QtCore import Qt
from tour_cadre import Made
from tour_hand import Hand

from ui import preferences
from ui.pages import PAGES
from ui.theme import TEXT_SIZES

_CTRL = Qt.KeyboardModifier.ControlModifier
_OPENED = (
    "person", "consultation", "mediation_case", "case_party", "mediation_session", "agreement", "legal_aid",
    "hardship_statement", "household_member", "oral_agreement", "investigation", "evidence",
    "power_of_attorney", "instalment", "follow_up", "court_confirmation", "dossier", "dispute_sweep",
    "found_dispute", "register_person", "subsidy_claim", "supplement_notice", "service_receipt",
    "aid_closing",
    "referral", "hotline_order",
)  # fmt: skip
_PRINTED = ("consultation", "mediation_case", "legal_aid")


class Gallery:
    """Takes pictures into a folder, named by page and text size."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.size = TEXT_SIZES[0]
        self.names: list[str] = []

    def look(self, hand: Hand, name: str) -> None:
        """Take one picture of the window."""
        file = f"{name}-{self.size}.png"
        hand.program.window.grab().save(str(self.folder / file))
        self.names.append(file)

    def village(self, desk: Path, made: Made, sizes: tuple[int, ...] = TEXT_SIZES) -> None:
        """Every page a cadre has."""
        for self.size in sizes:
            preferences.change(desk, text_size=self.size)
            hand = Hand(desk)
            tour_gates.unlock(hand, partial(self.look, hand))
            self._pages(hand)
            for kind in _OPENED:
                if kind in made.ids:
                    self._record(hand, kind, made.ids[kind])
            hand.key(Qt.Key.Key_F2)
            hand.settle()
            self.look(hand, "new-visit")
            tour_gates.lock_and_open(hand, partial(self.look, hand))
            hand.close()

    def _pages(self, hand: Hand) -> None:
        for entry in hand.working.frame.nav.buttons:
            hand.go(entry)
            self.look(hand, f"page-{entry}")
        for page in PAGES:
            if page.under:
                hand.working.desk.go(page.name)
                hand.settle()
                self.look(hand, f"page-{page.name}")

    def _record(self, hand: Hand, kind: str, record_id: bytes) -> None:
        hand.working.desk.open_record(kind, record_id)
        hand.settle()
        self.look(hand, f"record-{kind}")
        if kind == "consultation":
            hand.key(Qt.Key.Key_F6)
            hand.settle()
            self.look(hand, "history")
            hand.key(Qt.Key.Key_F6)
            hand.settle()
        if kind in _PRINTED:
            hand.key(Qt.Key.Key_F8)
            hand.settle()
            hand.until(hand.records().preview.print_button.isEnabled, "the paper")
            self.look(hand, f"print-{kind}")
            hand.back()

    def township(self, desk: Path, sizes: tuple[int, ...] = TEXT_SIZES) -> None:
        """Today, the queue and the statistics of the township."""
        for self.size in sizes:
            preferences.change(desk, text_size=self.size)
            hand = Hand(desk)
            tour_gates.unlock(hand, lambda _name: None)
            hand.sync()
            for entry in ("today", "review", "statistics"):
                hand.go(entry)
                self.look(hand, f"township-{entry}")
            hand.close()

    def first_start(self, folder: Path, sizes: tuple[int, ...] = TEXT_SIZES) -> None:
        """The steps of a first start, on folders where no desk is made."""
        for self.size in sizes:
            place = folder / f"fresh-{self.size}"
            preferences.change(place, text_size=self.size)
            hand = Hand(place)
            names = ("wujiang", "wujiang")
            tour_gates.first_steps(hand, partial(self.look, hand), names, "王桂兰[练习]")
            hand.close()
