"""By stick in place of a network: take out, read in, and the slip that goes with the stick."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from ui import sticks
from ui.desk import ByStick
from ui.texts import sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.labels import label, set_tone
from village_desk.errors import VillageDeskError
from village_desk.sentences import sentence
from village_desk.store import Store
from village_desk.times import local_text, now

if TYPE_CHECKING:
    from sync.sticks.stick import Brought, Looked, Read
    from sync.sticks.writing import Written

_SHOWN = 8


class StickCard(Card):
    """Three clicks: take out (or read in), the stick, the slip.

    `by_stick` writes or reads a stick between two rounds. It stands on the sync page, and before a desk that
    is closed: what closes a desk may come to an end by stick alone.

    Signals:
        came: A stick was read: the `Changes` it brought.
        stop_asked: End what is under way after its present step.
    """

    came = Signal(object)
    stop_asked = Signal()

    def __init__(self, by_stick: ByStick, pick: Callable[[], Path | None] | None = None) -> None:
        super().__init__(self.tr("Without a network: by USB stick"))
        self._by_stick = by_stick
        self._pick = pick or self._asked
        self._slip: list[str] = []
        self._folder = Path()
        self._pressed: Button | None = None
        words = self.tr(
            "What the county does not have yet goes onto a stick, locked so that only the township and the "
            "county can read it. The stick brings back the receipts. A lost stick costs nothing: take out "
            "again."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self.out_button = Button(
            self.tr("Take out by stick"), self._take_out, icon_name="fa6s.arrow-up-from-bracket"
        )
        self.in_button = Button(self.tr("Read a stick in"), self._read_in, icon_name="fa6s.download")
        self.print_button = Button(
            self.tr("Print hand-over slip"), self._print, key="F8", icon_name="fa6s.print"
        )
        self.save_button = Button(self.tr("Save slip as PDF"), self._save, icon_name="fa6s.file-pdf")
        self.bring_button = Button(
            self.tr("Bring those of others to the county"), self._bring, icon_name="fa6s.tower-cell"
        )
        self.stop_button = Button(self.tr("Stop"), self.stop_asked.emit, icon_name="fa6s.stop")
        buttons = (self.out_button, self.in_button, None, self.print_button, self.save_button)
        self.body.addLayout(row(*buttons))
        self.said = label(wrap=True)
        self.said.setVisible(False)
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.bring_button, self.stop_button, None))
        self.bring_button.hide()
        self.stop_button.hide()
        self.answers = label(wrap=True)
        self.body.addWidget(self.answers)
        self.show_answers(0)
        self._show_slip([])

    def show_answers(self, villages: int) -> None:
        """Say for how many villages an answer of the county waits here for their stick."""
        words = self.tr(
            "The county's receipts for {count} villages are here: put in their stick and press “Take out by "
            "stick”."
        )
        self.answers.setText(words.format(count=villages))
        self.answers.setVisible(villages > 0)

    # ---------------------------------------------------------------- doing

    def _asked(self) -> Path | None:
        """Return the one stick that is in; else ask for a folder."""
        found = sticks.removable()
        if len(found) == 1:
            return found[0]
        start = str(found[0]) if found else ""
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Choose the stick or a folder on it"), start)
        return Path(chosen) if chosen else None

    def _take_out(self) -> None:
        folder = self._pick()
        if folder is None:
            return

        def work(store: Store, _stop: Callable[[], bool]) -> "tuple[Written, str]":
            from sync.sticks import stick  # noqa: PLC0415 - what opens bundles is not waited for at start

            return stick.write(store, folder), f"{store.text_state('unit_name')}　{store.unit_code}"

        self._begin(self.tr("Writing the stick; leave it in …"))
        self._by_stick(work, self._taken_out, self._refused)

    def _read_in(self) -> None:
        folder = self._pick()
        if folder is None:
            return

        def work(store: Store, _stop: Callable[[], bool]) -> "Read":
            from sync.sticks import stick  # noqa: PLC0415 - as above

            return stick.read(store, folder)

        self._folder = folder

        self._begin(self.tr("Reading the stick; leave it in …"))
        self._by_stick(work, self._came_in, self._refused)

    def _bring(self) -> None:
        folder = self._folder

        def work(store: Store, stop: Callable[[], bool]) -> "Brought":
            from sync import connect  # noqa: PLC0415 - as above
            from sync.sticks import stick  # noqa: PLC0415 - as above

            exchange = connect.connect(store)
            try:
                return stick.bring(store, folder, exchange, stop)
            finally:
                exchange.close()

        self._begin(self.tr("Bringing the files of others to the county; leave the stick in …"))
        self.stop_button.show()
        self._by_stick(work, self._brought, self._not_brought)

    def _begin(self, words: str) -> None:
        buttons = (self.out_button, self.in_button)
        self._pressed = next((one for one in buttons if one.hasFocus()), None)
        self._show_slip([])
        self._say([words], "secondary")
        self._enable(on=False)
        self.bring_button.hide()

    def _enable(self, *, on: bool) -> None:
        self.out_button.setEnabled(on)
        self.in_button.setEnabled(on)
        self.stop_button.hide()
        if on and self._pressed is not None:
            self._pressed.setFocus()  # a button that is shut hands the keyboard on, perhaps to another card

    def _say(self, lines: list[str], tone: str) -> None:
        self.said.setText("\n".join(lines))
        self.said.setVisible(bool(lines))
        set_tone(self.said, tone)

    def _refused(self, error: Exception) -> None:
        self._enable(on=True)
        if not isinstance(error, VillageDeskError):
            raise error
        self._say([sentence_of(error)], "attention")

    def _not_brought(self, error: Exception) -> None:
        self._refused(error)
        self.bring_button.show()  # it goes on where it ended

    # ---------------------------------------------------------------- what became of it

    def _taken_out(self, answer: "tuple[Written, str]") -> None:
        done, place = answer
        self._enable(on=True)
        count = self.tr("{changes} changes and {attachments} attachments are on the stick, in {files} files.")
        lines = [count.format(changes=done.changes, attachments=done.attachments, files=len(done.bundles))]
        lines += self._held_words([each.header.kind for each in done.held])
        if done.complete and done.held:
            lines.append(
                self.tr("You can pull the stick out now. Bring it to the county, or back to the villages.")
            )
        elif done.complete:
            lines.append(self.tr("You can pull the stick out now. Bring it to the township or the county."))
        else:
            lines.append(
                self.tr("Not all has room: put in another stick and press “Take out by stick” again.")
            )
        self._say(lines, "good" if done.complete else "attention")
        self._show_slip(self._slip_of(done, place))

    def _held_words(self, kinds: list[str]) -> list[str]:
        said = [
            ("push", self.tr("With them go {count} files of villages for the county.")),
            ("answer", self.tr("With them go {count} answers of the county for villages.")),
        ]
        return [text.format(count=kinds.count(kind)) for kind, text in said if kind in kinds]

    def _came_in(self, done: "Read") -> None:
        self._enable(on=True)
        lines = self._news(done) or [self.tr("There was nothing new on the stick.")]
        lines += [self._about(each) for each in done.files[:_SHOWN]]
        if done.left:
            lines.append(
                self.tr("{count} files are for others and stay on the stick.").format(count=done.left)
            )
        self.bring_button.setVisible(done.others > 0)
        self._say(lines, "attention" if done.troubles else "good")
        self.came.emit(done.came.changed)

    def _brought(self, done: "Brought") -> None:
        self._enable(on=True)
        words = self.tr(
            "The county has {files} files of others now; {answers} answers lie on the stick. Give it back."
        )
        lines = [words.format(files=done.files, answers=done.answers)] if done.files else []
        self._say([*lines, *map(self._about, done.troubles)], "attention" if done.troubles else "good")

    def _news(self, done: "Read") -> list[str]:
        came = done.came
        said = [
            (came.answered, self.tr("The county has received {count} of your changes; the receipt is here.")),
            (came.pulled, self.tr("{count} changes of others came in.")),
            (
                came.carried,
                self.tr("{count} changes of villages can be reviewed now; not with the county yet."),
            ),
            (came.attachments, self.tr("{count} attachments have arrived.")),
            (came.passed, self.tr("{count} answers for villages are here; they go onto the next stick.")),
        ]
        return [text.format(count=count) for count, text in said if count]

    def _about(self, one: "Looked") -> str:
        if one.trouble:
            return f"{one.name}　{sentence(one.trouble)}"
        return self.tr("{name}　check code {code}").format(name=one.name, code=one.code)

    # ---------------------------------------------------------------- the slip

    def _slip_of(self, done: "Written", place: str) -> list[str]:
        """Return the lines of the slip: counts and codes, nothing about people."""
        parts = [
            self.tr("{number}. {name}　{count} changes　{size} kB　check code {code}").format(
                number=number,
                name=each.path.name,
                count=each.header.count,
                size=each.size // 1024 + 1,
                code=each.code,
            )
            for number, each in enumerate((*done.bundles, *done.held), 1)
        ]
        counts = self.tr("{changes} changes, {attachments} attachments, {files} files.")
        return [
            self.tr("Hand-over slip of a USB stick"),
            self.tr("From: {place}").format(place=place),
            self.tr("Written: {when}").format(when=local_text(now())),
            counts.format(changes=done.changes, attachments=done.attachments, files=len(parts)),
            "\n".join(parts),
            self.tr(
                "Whoever reads the stick sees the same check codes. Different codes: not the same files. "
                "What is on the stick is locked and signed; whoever finds it cannot read it."
            ),
            self.tr("Handed over by ____________　Received by ____________　Date ____________"),
        ]

    def slip(self) -> list[str]:
        """Return the lines of the slip that can be printed; none before a stick was written."""
        return self._slip

    def _show_slip(self, lines: list[str]) -> None:
        self._slip = lines
        self.print_button.setVisible(bool(lines))
        self.save_button.setVisible(bool(lines))

    def _print(self) -> None:
        from ui.printing import print_lines  # noqa: PLC0415 - printing is not waited for at start

        print_lines(self._slip, self)

    def _save(self) -> None:
        from ui.printing import save_lines  # noqa: PLC0415 - as above

        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), "", "PDF (*.pdf)")
        if path:
            save_lines(self._slip, path)
