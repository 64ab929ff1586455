"""What the township said when it sent a record back, and under each remark the village's answer."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from ui import frozen
from ui.widgets.cards import clear, row
from ui.widgets.inputs import Area
from ui.widgets.labels import chip, set_tone
from ui.widgets.panels import Link, Panel
from village_desk.i18n import N_, translated
from village_desk.queries.answers import Answer, Question

_MENDED, _OPEN = N_("answers", "mended"), N_("answers", "not changed yet")
_ANSWERED = N_("answers", "answered")
_WHY = N_("answers", "If nothing is changed here, say why")
_MORE = N_("answers", "Mended; a word about it, if you like")
_MOST = 400
"""Longest answer to one remark, characters."""


class AnswersPanel(Panel):
    """Remarks with their answers; hidden while nothing was sent back.

    Signals:
        led: The place of a remark was pressed.
        typed: The id of the submission that was sent back, and the words typed so far, by place.
    """

    led = Signal(str)
    typed = Signal(object, object)

    def __init__(self) -> None:
        super().__init__("attention")
        self.areas: dict[str, Area] = {}
        self.marks: dict[str, QLabel] = {}
        self._answers: dict[str, Answer] = {}
        self._asked: tuple[bytes, tuple[tuple[str, str], ...]] = (b"", ())

    def ask(self, kind: str, submission: bytes, questions: Sequence[Question]) -> None:
        """Show the remarks on a submission; what is being typed stays while they are the same."""
        said: dict[str, list[str]] = {}
        for one in questions:
            said.setdefault(one.remark.field, []).append(one.remark.text)
        texts = {place: " ".join(words) for place, words in said.items()}
        self._answers = answers = {one.answer.field: one.answer for one in questions}
        asked = (submission, tuple(texts.items()))
        if asked != self._asked or not self.areas:
            self._asked = asked
            self._lay_out(kind, texts, answers)
        for place, answer in answers.items():
            self._mark(place, answer)

    def say_nothing(self) -> None:
        """Show no remarks."""
        self._asked, self.areas, self.marks = (b"", ()), {}, {}
        self.say("")

    def words(self) -> dict[str, str]:
        """Return what is typed, by place."""
        return {place: area.toPlainText().strip() for place, area in self.areas.items()}

    def _lay_out(self, kind: str, texts: dict[str, str], answers: dict[str, Answer]) -> None:
        self.say(self.tr("The township sent this back. Mend each, or say why not; then send it again:"))
        clear(self._links)
        self.areas, self.marks = {}, {}
        for place, text in texts.items():
            where = frozen.title(kind, place)
            words = f"{where}：{text}" if where else text
            link, mark, area = Link(words, partial(self.led.emit, place)), chip(""), Area(1, 4)
            area.setAccessibleName(words)
            area.setPlainText(answers[place].words)
            area.textChanged.connect(self._edited)
            line = row(link, mark)
            line.setStretch(0, 1)
            self._links.addLayout(line)
            self._links.addWidget(area)
            self.buttons.append(link)
            self.areas[place], self.marks[place] = area, mark

    def _mark(self, place: str, answer: Answer) -> None:
        typed = bool(self.areas[place].toPlainText().strip())
        mark = self.marks[place]
        text = _MENDED if answer.mended else _ANSWERED if typed else _OPEN
        mark.setText(translated("answers", text))
        set_tone(mark, "good" if answer.mended or typed else "attention")
        self.areas[place].setPlaceholderText(translated("answers", _MORE if answer.mended else _WHY))

    def _edited(self) -> None:
        for place, area in self.areas.items():
            if len(area.toPlainText()) > _MOST:
                area.setPlainText(area.toPlainText()[:_MOST])
                self._at_end(place)
            self._mark(place, self._answers[place])
        self.typed.emit(self._asked[0], self.words())

    def _at_end(self, place: str) -> None:
        cursor = self.areas[place].textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.areas[place].setTextCursor(cursor)
