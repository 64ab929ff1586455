"""How everything looks: tables of named colours, three text sizes, and one style sheet made from both.

Only the Regular weight of the bundled font is shipped, so hierarchy comes from size, colour and space.
Every pair of text and ground has a contrast of 4.5:1 or more in every table (a test computes it).
"""

import re
from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from village_desk.paths import RESOURCES

FAMILY = "Noto Sans SC"
TEXT_SIZES = (16, 19, 23)
"""Body text in px: standard, large, largest; everything else grows with it."""

_UNITS = re.compile(r"(\d+)u\b")
_NAMES = re.compile(r"@([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Colours:
    """A table of named colours; the `_soft` ones are the grounds of the ones they are named after."""

    ink: str = "#1B2733"
    secondary: str = "#556575"
    line: str = "#DCE3EA"
    edge: str = "#7D8B9A"
    page: str = "#F5F7FA"
    card: str = "#FFFFFF"
    chip: str = "#DCE3EA"
    chip_ink: str = "#46535F"
    accent: str = "#1D5FA6"
    accent_soft: str = "#E8F0F9"
    accent_deep: str = "#174E8A"
    on_accent: str = "#FFFFFF"
    good: str = "#1A7146"
    good_soft: str = "#E7F4ED"
    attention: str = "#945800"
    attention_soft: str = "#FFF4E0"
    danger: str = "#B3261E"
    danger_soft: str = "#FBECEA"
    practice: str = "#E07B00"


HIGH_CONTRAST = Colours(
    ink="#000000", secondary="#1F1F1F", line="#5A5A5A", edge="#000000", page="#FFFFFF", card="#FFFFFF",
    chip="#E4E4E4", chip_ink="#000000", accent="#003C8F", accent_soft="#DCE9FF", accent_deep="#00296B",
    on_accent="#FFFFFF", good="#00502B", good_soft="#E2F5EA", attention="#6B3C00", attention_soft="#FFEFCF",
    danger="#8F0000", danger_soft="#FFE3E0", practice="#B85C00",
)  # fmt: skip
DARK = Colours(
    ink="#E6ECF2", secondary="#A9B6C3", line="#35424F", edge="#71808F", page="#151C23", card="#1E2730",
    chip="#35424F", chip_ink="#DDE5EC", accent="#7DB4F0", accent_soft="#22364B", accent_deep="#A5CCF7",
    on_accent="#0E1A26", good="#6FCB9A", good_soft="#1B3A2B", attention="#F0B357", attention_soft="#40310F",
    danger="#F59A93", danger_soft="#4A2320", practice="#E07B00",
)  # fmt: skip
TABLES = {"light": Colours(), "contrast": HIGH_CONTRAST, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Theme:
    """A table of colours by name, and the size of body text in px."""

    colours: str = "light"
    text_size: int = TEXT_SIZES[0]

    def colour(self, name: str) -> str:
        """Return a named colour as #RRGGBB."""
        return str(getattr(TABLES[self.colours], name))

    def px(self, units: int) -> int:
        """Return a measure drawn for body text of 16 px, grown to this text size."""
        return round(units * self.text_size / TEXT_SIZES[0])


_current = [Theme()]


def current() -> Theme:
    """Return what is shown now; widgets that paint themselves ask anew on `QEvent.StyleChange`."""
    return _current[0]


def load_font() -> None:
    """Load the bundled font of the window."""
    _add_font("NotoSansSC-Regular.ttf")


def load_more_fonts() -> None:
    """Load the bundled fonts for characters the first one lacks."""
    _add_font("NotoSerifSC-Regular.ttf")
    _add_font("NotoSerifSC-Black-8105.ttf")


def _add_font(name: str) -> None:
    QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))


def apply(app: QApplication, theme: Theme) -> None:
    """Show the whole program in this theme from now on."""
    _current[0] = theme
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, "Noto Serif SC", "Noto Serif SC Black"])
    font.setPixelSize(theme.text_size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def style_sheet(theme: Theme) -> str:
    """Return `resources/style.qss` with its names of colours (@ink) and grown measures (8u) filled in."""
    source = (RESOURCES / "style.qss").read_text("utf-8").replace("@resources", RESOURCES.as_posix())
    named = _NAMES.sub(lambda match: theme.colour(match[1]), source)
    return _UNITS.sub(lambda match: f"{theme.px(int(match[1]))}px", named)


def colour_names() -> list[str]:
    """Return the names every table defines."""
    return [field.name for field in fields(Colours)]


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.Base: "card",
        QPalette.ColorRole.AlternateBase: "page",
        QPalette.ColorRole.Button: "card",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "secondary",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "on_accent",
        QPalette.ColorRole.Link: "accent",
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(theme.colour(name)))
    return palette
