"""The 22 indicators of a place and period on paper, each with formula, its two numbers and its source."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from ui.desk import Desk
from ui.desk_paper import DeskPaper, about_lines, foot_of
from ui.widgets.buttons import Button
from ui.widgets.desk_paper_view import DeskPaperView
from village_desk.session import Session
from village_desk.statistics import Asked
from village_desk.statistics.indicators import Measured, measured
from village_desk.statistics.services import ENOUGH

_TITLE = "公共法律服务指标"
_HEAD = ("代码", "指标", "数值", "分子", "分母", "公式", "来源")
_WIDTHS = (7, 18, 13, 9, 9, 52, 26)
_FEW = f"（不足{ENOUGH}份，样本不足）"
_NOTE = "分子、分母由本机记录自动得出；公式来源标为“建议公式”的，以县里规定为准。"


class IndicatorsPage(DeskPaperView):
    """Shows them as a paper; saved as a spreadsheet too."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._asked: Asked | None = None
        self._place = ""
        self.found: list[Measured] = []
        self.file_button = Button(self.tr("Save as XLSX"), self._choose_sheet, icon_name="fa6s.file-excel")
        self.verbs.insertWidget(0, self.file_button)

    def open(self, asked: Asked, place: str) -> None:
        """Measure and show them for the place and period of `asked`."""
        self._asked, self._place = asked, place
        self.forget()
        self.words.setText(self.tr("Counting …"))

        def work(session: Session) -> tuple[list[Measured], DeskPaper]:
            found = measured(session, asked)
            return found, _paper(session, asked, place, found)

        self._desk.ask_slowly(work, lambda answer: self._show(asked, *answer))

    def _show(self, asked: Asked, found: list[Measured], paper: DeskPaper) -> None:
        if asked is self._asked:
            self.found = found
            self.words.setText(self.tr("As it will be printed, A4."))
            self.show_paper(paper)

    def _choose_sheet(self) -> None:
        if self._asked is None:
            return
        proposed = f"{_TITLE} {self._place} {self._asked.period.name}.xlsx"
        name, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as XLSX"), proposed, "XLSX (*.xlsx)")
        if name:
            self.save_sheet(Path(name))

    def save_sheet(self, path: Path) -> None:
        """Write them as a spreadsheet to `path`; it holds numbers only."""
        asked, place, found = self._asked, self._place, self.found
        if asked is None:
            return

        def write(session: Session) -> None:
            from village_desk import exports  # noqa: PLC0415 - the library takes its time

            sheet = exports.Sheet(
                _TITLE,
                (f"{place}　{asked.period.name}", *about_lines(session)),
                (tuple((one, 1) for one in _HEAD),),
                tuple(_line(one) for one in found),
                _WIDTHS,
                (_NOTE,),
            )
            exports.save(path, exports.workbook(sheet))

        self._desk.ask_slowly(
            write, lambda _none: self._desk.tell(self.tr("The table has been saved."), "good")
        )


def _paper(session: Session, asked: Asked, place: str, found: Sequence[Measured]) -> DeskPaper:
    return DeskPaper(
        title=_TITLE,
        about=(f"{place}　{asked.period.name}", *about_lines(session)),
        head=_HEAD,
        widths=_WIDTHS,
        rows=tuple(_line(one) for one in found),
        closing=(_NOTE,),
        foot=foot_of(session),
        wide=True,
    )


def _line(one: Measured) -> tuple[str, ...]:
    over = "" if one.over is None else str(one.over)
    under = "" if one.over is None else str(one.under)
    return (one.code, one.name, value_text(one), over, under, one.formula, one.source)


def value_text(one: Measured) -> str:
    """Return an indicator's value with its unit, or why there is none."""
    if one.value is None:
        return one.lacks or "无数据"
    return f"{one.value:.1f}{one.unit}" + (_FEW if one.few else "")
