"""One page of paper, beside a bare reportlab canvas that draws the same marks, and beside other programs."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import bench_peers
from bench_figures import Figure, at_least, in_turn
from reportlab.pdfgen.canvas import Canvas

import forms
from forms import drawing
from forms.fonts import FACES
from forms.model import PAGE_HEIGHT, PAGE_WIDTH
from village_desk.paths import RESOURCES

CONTENT: dict[str, object] = {
    "unit": {"name": "乌江村法律服务室[练习]", "village": "乌江村", "township": "乌江镇", "county": "甘州区"},
    "number": "咨〔2026〕0001",
    "met_on": date(2026, 11, 21),
    "name": "吴䶮[练习]",
    "sex": "1",
    "age": 58,
    "phone": "13800000000",
    "address": "乌江镇乌江村三社17号",
    "channel": "1",
    "content": "来访人称与邻居多年前口头约定了地界，现在对方修墙占用了通道，双方多次争吵没有结果。" * 2,
    "answer": "建议先协商，协商不成可以申请人民调解，也可以向人民法院起诉，并保存好证据。" * 2,
    "received_by": "王桂兰[练习]",
}
Call = tuple[str, tuple[Any, ...], dict[str, Any]]
"""A method of the canvas and what it was given; a path stands as the calls that made it."""
_PATH = ("moveTo", "lineTo", "curveTo", "rect", "close")
_DRAWN = (
    "setFont", "drawString", "setLineWidth", "setLineCap", "line", "rect", "setFillGray", "drawPath",
    "saveState", "restoreState", "translate", "rotate", "showPage",
)  # fmt: skip


class _Path:
    """Takes down how a path is made."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name not in _PATH:
            raise AttributeError(name)
        return lambda *given, **named: self.calls.append((name, given, named))


def _taken_down(render: Callable[[], bytes]) -> list[Call]:
    """Return the calls on the canvas that `render` makes."""
    calls: list[Call] = []

    class Recorder(Canvas):  # type: ignore[misc]  # reportlab has no types
        def beginPath(self) -> _Path:  # noqa: N802 - reportlab's name
            return _Path()

    def taking(name: str) -> Callable[..., Any]:
        inner = getattr(Canvas, name)

        def method(self: Canvas, *given: Any, **named: Any) -> Any:  # noqa: ANN401 - passed on as it is
            calls.append((name, given, named))
            return inner(self, *(_real(self, each) for each in given), **named)

        return method

    for name in _DRAWN:
        setattr(Recorder, name, taking(name))
    kept = vars(drawing)["Canvas"]
    vars(drawing)["Canvas"] = Recorder
    try:
        render()
    finally:
        vars(drawing)["Canvas"] = kept
    return _outermost(calls)


def _outermost(calls: list[Call]) -> list[Call]:
    """The canvas calls itself for some methods (line, rect): those calls are not ours."""
    return [
        call for call in calls if call[0] != "drawPath" or any(isinstance(each, _Path) for each in call[1])
    ]


def _real(canvas: Canvas, value: object) -> object:
    if not isinstance(value, _Path):
        return value
    path = Canvas.beginPath(canvas)
    for name, given, named in value.calls:
        getattr(path, name)(*given, **named)
    return path


def _bare(calls: list[Call]) -> bytes:
    out = io.BytesIO()
    size = (PAGE_WIDTH * drawing.POINT, PAGE_HEIGHT * drawing.POINT)
    font = FACES["body"][0]
    canvas = Canvas(out, pagesize=size, initialFontName=font, invariant=1, pageCompression=1)
    for name, given, named in calls:
        getattr(canvas, name)(*(_real(canvas, each) for each in given), **named)
    canvas.save()
    return out.getvalue()


def _rows() -> list[bench_peers.Row]:
    """Return the cells of the sheet with the same values, for programs that cannot read it."""
    lines = (RESOURCES / "forms" / "consultation.form").read_text("utf-8").splitlines()
    return [
        [(_PLACE.sub(_filled, text).lstrip("^"), int(width)) for text, width in _CELL.findall(line)]
        for line in map(str.strip, lines)
        if _ROW.match(line)
    ]


_ROW = re.compile(r"h\d+\+?\s+\|")
_CELL = re.compile(r"\| ((?:[^{}|]|\{[^}]*\})*):(\d+)")
_PLACE = re.compile(r"\{(\w*)((?:\|[^}]*)?)\}")


def _filled(found: re.Match[str]) -> str:
    if found[2].startswith("|ticks"):
        return " ".join(f"□{each.partition('=')[2]}" for each in found[2].split()[1:])
    return str(CONTENT.get(found[1], ""))


def _beside_others(ours: float) -> list[Figure]:
    """The same sheet by other programs; one that is not installed is named and not compared."""
    figures = []
    for name, measure, goal in (
        ("WeasyPrint", bench_peers.weasyprint_ms, 5),
        ("LibreOffice", bench_peers.libreoffice_ms, 20),
    ):
        theirs = measure("法律咨询登记表", _rows())
        if theirs is None:
            print(f"missing: {name}; the one-page form is not compared with it")
            continue
        times = theirs["theirs_ms"] / ours
        figures.append(
            at_least(f"one-page form, times as fast as {name}", times, "×", goal, ours_ms=ours, **theirs)
        )
    return figures


def paper() -> list[Figure]:
    """A filled consultation form of one page."""
    template = forms.load("consultation")
    sheet = forms.Sheet(id=bytes(range(16)), number="咨〔2026〕0001", printed_by="王桂兰[练习]")

    def render() -> bytes:
        return forms.render(template, CONTENT, sheet)

    calls = _taken_down(render)
    ours, bare = in_turn([render, lambda: _bare(calls)], 40)
    pages = forms.page_count(template, CONTENT)
    peers = {"ours_ms": ours, "bare_ms": bare, "pages": float(pages), "marks": float(len(calls))}
    share = at_least("one-page form, speed of the bare canvas", 100 * bare / ours, "%", 60, **peers)
    return [share, *_beside_others(ours)]
