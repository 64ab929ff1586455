"""What this PC remembers about its screen, known before anybody unlocks; nothing about anybody's work."""

from dataclasses import asdict, dataclass, replace
from pathlib import Path

from PySide6.QtCore import QSettings

from ui.theme import TABLES, TEXT_SIZES, Theme

FILE = "screen.ini"
SCAN_AFTER = ("moved", "deleted")
IDLE_CHOICES = (5, 10, 20, 30)
"""Minutes without keyboard and mouse until the screen locks."""


@dataclass(frozen=True, slots=True)
class Preferences:
    """How the screen looks and when it locks.

    Attributes:
        text_size: Body text in px, one of `theme.TEXT_SIZES`.
        colours: Name of a table of colours.
        idle_minutes: Until the screen locks, one of `IDLE_CHOICES`.
        backup_folder: Where the last backup went, or "".
        scan_folder: Where signed papers come from scanner or phone, or "".
        scan_after: What becomes of a file there once it is filed: "moved" into a folder beside, or "deleted".
    """

    text_size: int = TEXT_SIZES[0]
    colours: str = "light"
    idle_minutes: int = 10
    backup_folder: str = ""
    scan_folder: str = ""
    scan_after: str = SCAN_AFTER[0]

    def theme(self) -> Theme:
        """Return the theme."""
        return Theme(self.colours, self.text_size)


def load(folder: Path) -> Preferences:
    """Read the preferences in `folder`; what is missing or nonsense is as on the first day."""
    kept = QSettings(str(folder / FILE), QSettings.Format.IniFormat)
    first = Preferences()
    colours, scan_after = str(kept.value("colours", "")), str(kept.value("scan_after", ""))
    return Preferences(
        text_size=_number(kept.value("text_size"), TEXT_SIZES, first.text_size),
        colours=colours if colours in TABLES else first.colours,
        idle_minutes=_number(kept.value("idle_minutes"), IDLE_CHOICES, first.idle_minutes),
        backup_folder=str(kept.value("backup_folder", "")),
        scan_folder=str(kept.value("scan_folder", "")),
        scan_after=scan_after if scan_after in SCAN_AFTER else first.scan_after,
    )


def save(folder: Path, preferences: Preferences) -> None:
    """Write the preferences; a disk that takes nothing is left for the store to complain about."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = QSettings(str(folder / FILE), QSettings.Format.IniFormat)
    for name, value in asdict(preferences).items():
        kept.setValue(name, value)
    kept.sync()


def change(folder: Path, **values: object) -> Preferences:
    """Change some preferences and return them all."""
    preferences = replace(load(folder), **values)  # type: ignore[arg-type]  # names are those of the class
    save(folder, preferences)
    return preferences


def _number(kept: object, allowed: tuple[int, ...], first: int) -> int:
    text = str(kept)
    return int(text) if text.isdigit() and int(text) in allowed else first
