"""Settings: how it looks, the user's password and PIN, backup, and what this program is."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QButtonGroup, QFileDialog, QPlainTextEdit, QWidget

from ui import preferences, theme
from ui.account import Account
from ui.desk import Desk
from ui.pages.settings_people import HelpCard, PeopleCard, RecoveryCard, SecretsCard
from ui.pages.settings_scans import ScansCard
from ui.texts import moment_text, sentence_of
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, ScrollColumn, row
from ui.widgets.labels import label
from village_desk import VERSION, paths
from village_desk.errors import VillageDeskError

_LICENCE = paths.ROOT / "LICENSE"


class SettingsPage(ScrollColumn):
    """Every setting takes effect at once; nothing here has to be saved."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.body.addWidget(label(self.tr("Settings"), "title"))
        self.looks = LooksCard(desk)
        self.secrets = SecretsCard(desk)
        self.backup = BackupCard(desk)
        self.people = PeopleCard(desk)
        self.recovery = RecoveryCard(desk)
        self.scans = ScansCard(desk)
        self.help = HelpCard(desk)
        cards = (self.looks, self.secrets, self.scans, self.people, self.recovery, self.help, self.backup)
        for card in (*cards, AboutCard()):
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.refresh()

    def refresh(self) -> None:
        """Ask anew when the last backup was, and who works here."""
        self.backup.refresh()
        self.people.refresh()
        self.help.refresh()

    def help_text(self) -> str:
        """Return what F1 shows."""
        return self.tr(
            "Choose the text size and the colours, change your password and your PIN, and make a backup on "
            "a USB stick. A backup is encrypted like the file itself and opens with the same password."
        )


class LooksCard(Card):
    """Text size, colours, and when the screen locks by itself."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("How it looks"))
        self._folder = desk.account.folder
        kept = preferences.load(self._folder)
        names = (self.tr("Standard"), self.tr("Large"), self.tr("Largest"))
        sizes = list(zip(theme.TEXT_SIZES, names, strict=True))
        self.sizes = self._choices(self.tr("Text size"), sizes, kept.text_size, "text_size")
        colours = [
            ("light", self.tr("Light")),
            ("contrast", self.tr("High contrast")),
            ("dark", self.tr("Dark")),
        ]
        self.colours = self._choices(self.tr("Colours"), colours, kept.colours, "colours")
        minutes = self.tr("{minutes} min")
        idle = [(one, minutes.format(minutes=one)) for one in preferences.IDLE_CHOICES]
        self.idle = self._choices(self.tr("Lock by itself after"), idle, kept.idle_minutes, "idle_minutes")

    def _choices(
        self, title: str, choices: Sequence[tuple[object, str]], now: object, name: str
    ) -> QButtonGroup:
        group = QButtonGroup(self)
        line = row(spacing=8)
        for value, text in choices:
            button = Button(text, look="choice")
            button.setCheckable(True)
            button.setChecked(value == now)
            button.clicked.connect(lambda _checked=False, chosen=value: self._change(name, chosen))
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.body.addWidget(label(title, "small"))
        self.body.addLayout(line)
        return group

    def _change(self, name: str, value: object) -> None:
        kept = preferences.change(self._folder, **{name: value})
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.apply(application, kept.theme())


class BackupCard(Card):
    """A backup now, and when the last one was."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Backup"))
        self._desk = desk
        words = self.tr(
            "A backup is an encrypted copy of everything, best on a USB stick that is kept elsewhere. It "
            "is read back and checked before it counts."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self.last = label(wrap=True)
        self.button = Button(self.tr("Back up now"), self._choose, icon_name="fa6s.floppy-disk")
        line = row(spacing=12)
        line.addWidget(self.last, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Ask when the last one was."""
        self._desk.ask(lambda session: (Account.last_backup(session), session.now()), self._show_last)

    def _show_last(self, answer: tuple[int | None, int]) -> None:
        last, now = answer
        if last is None:
            self.last.setText(self.tr("There is no backup yet."))
        else:
            self.last.setText(self.tr("Last backup: {when}").format(when=moment_text(last, now)))

    def _choose(self) -> None:
        kept = preferences.load(self._desk.account.folder)
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where to?"), kept.backup_folder)
        if folder:
            preferences.change(self._desk.account.folder, backup_folder=folder)
            self.back_up(Path(folder))

    def back_up(self, target: Path) -> None:
        """Make a backup in the folder `target`."""
        self.button.setEnabled(False)
        self.last.setText(self.tr("Copying and checking …"))
        account = self._desk.account
        self._desk.ask_slowly(lambda session: account.back_up(session, target), self._made, self._failed)

    def _made(self, _folder: Path) -> None:
        self.button.setEnabled(True)
        self._desk.tell(self.tr("The backup is complete and was read back without a fault."), "good")
        self.refresh()

    def _failed(self, error: VillageDeskError) -> None:
        self.button.setEnabled(True)
        self._desk.tell(sentence_of(error), "attention")
        self.refresh()


class AboutCard(Card):
    """Versions and licences."""

    def __init__(self) -> None:
        super().__init__(self.tr("About"))
        self.body.addWidget(
            label(self.tr("Village Desk {version}, Apache License 2.0").format(version=VERSION))
        )
        words = self.tr(
            "Fonts: Noto Sans SC and Noto Serif SC (SIL Open Font License), Fandol (GPL with font "
            "exception). Division codes: National Bureau of Statistics, 2023."
        )
        self.body.addWidget(label(words, "small", wrap=True))
        self._licence: QWidget | None = None
        self.button = Button(self.tr("Show the licence"), self._show)
        self.body.addLayout(row(None, self.button))
        self.button.setVisible(_LICENCE.exists())  # not before it has a parent: it would be a window

    def _show(self) -> None:
        if self._licence is None:
            text = QPlainTextEdit(_LICENCE.read_text("utf-8"))
            text.setReadOnly(True)
            text.setMinimumHeight(theme.current().px(240))
            self._licence = text
            self.body.addWidget(text)
            self.button.hide()
