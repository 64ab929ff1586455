"""Settings of the folder where a scanner or a phone puts signed papers."""

from PySide6.QtWidgets import QButtonGroup, QFileDialog

from ui import preferences, scan_folder
from ui.desk import Desk
from ui.widgets.buttons import Button
from ui.widgets.cards import Card, row
from ui.widgets.labels import label


class ScansCard(Card):
    """Which folder is watched for signed papers, and what becomes of a file once it is filed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Signed papers from scanner and phone"))
        self._desk = desk
        words = self.tr(
            "Choose the folder your scanner writes to, or the one your phone's photos come into. What is put "
            "there is filed by itself while you work. Each page is kept encrypted with its record; the plain "
            "file is then moved into the folder “{name}”, or deleted."
        )
        self.body.addWidget(label(words.format(name=scan_folder.FILED), "small", wrap=True))
        self.where = label(wrap=True)
        self.choose_button = Button(self.tr("Choose a folder"), self._choose, icon_name="fa6s.folder-open")
        self.stop_button = Button(self.tr("Watch no folder"), self._stop, look="quiet")
        line = row(spacing=12)
        line.addWidget(self.where, 1)
        line.addWidget(self.stop_button)
        line.addWidget(self.choose_button)
        self.body.addLayout(line)
        self.after = QButtonGroup(self)
        kept = preferences.load(desk.account.folder)
        texts = {
            "moved": self.tr("Move the filed file aside"),
            "deleted": self.tr("Delete it at once"),
        }
        choices = row(spacing=8)
        for value in preferences.SCAN_AFTER:
            button = Button(texts[value], look="choice")
            button.setCheckable(True)
            button.setChecked(value == kept.scan_after)
            button.clicked.connect(lambda _checked=False, chosen=value: self._change(scan_after=chosen))
            self.after.addButton(button)
            choices.addWidget(button)
        choices.addStretch(1)
        self.body.addLayout(choices)
        self._show(kept.scan_folder)

    def _show(self, folder: str) -> None:
        self.where.setText(folder or self.tr("No folder is watched."))
        self.stop_button.setVisible(bool(folder))

    def _choose(self) -> None:
        kept = preferences.load(self._desk.account.folder).scan_folder
        folder = QFileDialog.getExistingDirectory(self, self.tr("Where do scans and photos arrive?"), kept)
        if folder:
            self.watch(folder)

    def watch(self, folder: str) -> None:
        """Watch this folder from now on; "" for none."""
        self._change(scan_folder=folder)
        self._show(folder)
        self._desk.filing().watch()

    def _stop(self) -> None:
        self.watch("")

    def _change(self, **values: object) -> None:
        preferences.change(self._desk.account.folder, **values)
