"""Places blocks on pages, and draws what every page has: margins' text, QR code, watermark."""

from dataclasses import dataclass

from forms.marks import Block, Frame, Mark, Rule, Writing, moved
from forms.model import PAGE_HEIGHT, PAGE_WIDTH, Template
from forms.ribbon import THIN, text_ribbon
from forms.sheet import Sheet, qr_text
from village_desk.times import local_text

QR_SIDE = 28.0
QR_TOP = 8.0
QR_RIGHT = 9.0
BELOW_QR = QR_TOP + QR_SIDE + 2.5
"""Nothing but the centred title stands beside the code."""

THICK = 1.0
SMALL = 8.0
FOOT_LINE = 11.5
FOOT_STEP = 3.8
CONTINUATION_SIZE = 14.0
CONTINUES = "（接续页）"
SIGNED_SIZE, SIGNED_ABOVE, SIGNED_WIDTH = 10.5, 5.0, 62.0
"""The place to sign a page: points, millimetres above the foot, millimetres to write on."""
PRACTICE = "练习用，无效"


@dataclass(slots=True)
class Page:
    """The marks of one page in sheet coordinates, and the size of the sheet in millimetres."""

    marks: list[Mark]
    width: float = PAGE_WIDTH
    height: float = PAGE_HEIGHT


def paginate(blocks: list[Block], template: Template) -> list[list[tuple[float, Block]]]:
    """Place `blocks` on pages: pairs of the top in millimetres and the block."""
    pages: list[list[tuple[float, Block]]] = [[]]
    y = template.margins.top
    head: list[Block] = []
    for unit in _units(blocks):
        height = sum(block.height for block in unit)
        whole = height <= template.bottom - BELOW_QR
        for block in unit:
            need = height if whole and block is unit[0] else block.height
            top = y if block.heading else max(y, BELOW_QR)
            if block.new_page or (pages[-1] and top + need > template.bottom + 0.01):
                pages.append([])
                top = BELOW_QR
                for again in head if block.grid and not block.head else ():
                    pages[-1].append((top, again))
                    top += again.height
            head = _head_after(head, block)
            pages[-1].append((top, block))
            y = top + block.height
    return pages


def _head_after(head: list[Block], block: Block) -> list[Block]:
    """Return the rows that stand above a grid on its next page, once `block` is placed."""
    if block.head:
        return [*head, block] if head and head[-1].with_next else [block]
    return head if block.grid else []


def _units(blocks: list[Block]) -> list[list[Block]]:
    """Group blocks that stay together."""
    units: list[list[Block]] = []
    joined = False
    for block in blocks:
        if joined and not block.new_page:
            units[-1].append(block)
        else:
            units.append([block])
        joined = block.with_next
    return units


def page_marks(placed: list[list[tuple[float, Block]]], template: Template, sheet: Sheet) -> list[Page]:
    """Return the marks of every page; the QR code is drawn by whoever draws the page."""
    pages = []
    for number, blocks in enumerate(placed, start=1):
        marks: list[Mark] = []
        if number > 1:
            marks += _continuation_head(template)
        left = template.margins.left
        for top, block in blocks:
            marks += [moved(mark, left, top) for mark in block.marks]
        marks += _grid_lines(blocks, template)
        if number < len(placed):
            marks += _right(CONTINUES, template, template.bottom + 4.5, 10.5)
            marks += _signed(template) if template.signers else []
        marks += _foot(template, sheet, number, len(placed))
        pages.append(Page(marks, template.page_width, template.page_height))
    return pages


def _grid_lines(blocks: list[tuple[float, Block]], template: Template) -> list[Mark]:
    """Rule between grid rows and frame each run of them."""
    marks: list[Mark] = []
    left, width = template.margins.left, template.width
    run: list[tuple[float, Block]] = []
    for top, block in [*blocks, (0.0, Block(0, []))]:
        if block.grid:
            if run:
                marks.append(Rule(left, top, left + width, top, THIN))
            run.append((top, block))
        elif run:
            bottom = run[-1][0] + run[-1][1].height
            marks.append(Frame(left, run[0][0], width, bottom - run[0][0], THICK))
            run = []
    return marks


def _continuation_head(template: Template) -> list[Mark]:
    ribbon = text_ribbon(f"{template.title}（续页）", CONTINUATION_SIZE, "title")
    x = (template.page_width - sum(ribbon.widths)) / 2
    return ribbon.marks((0, len(ribbon.text)), x, template.margins.top + 5)


def _right(text: str, template: Template, y: float, size: float) -> list[Mark]:
    ribbon = text_ribbon(text, size)
    x = template.page_width - template.margins.right - sum(ribbon.widths)
    return [Writing(x, y, text, "body", size)]


def _signed(template: Template) -> list[Mark]:
    """Return the place to sign a page that another follows (domain mediation §1.2: each page of a record)."""
    ribbon = text_ribbon(f"本页{template.signers}：", SIGNED_SIZE)
    y, left = template.page_height - FOOT_LINE - SIGNED_ABOVE, template.margins.left
    end = left + sum(ribbon.widths)
    return [
        *ribbon.marks((0, len(ribbon.text)), left, y),
        Rule(end, y + 1, end + SIGNED_WIDTH, y + 1, THIN),
    ]


def _foot(template: Template, sheet: Sheet, page: int, pages: int) -> list[Mark]:
    y = template.page_height - FOOT_LINE
    left = template.margins.left
    counted = text_ribbon(f"第 {page} 页　共 {pages} 页", SMALL)
    form = f"{template.title} {template.number}-{template.version}"
    printed = " ".join(
        part for part in (sheet.number and f"{sheet.number} 第{sheet.version}稿", _when(sheet)) if part
    )
    marks: list[Mark] = [
        Writing(left, y, form, "body", SMALL, 0.35),
        *counted.marks((0, len(counted.text)), (template.page_width - sum(counted.widths)) / 2, y),
        *_right(qr_text(sheet.id, template.number, page, pages), template, y + FOOT_STEP, 6.5),
    ]
    if printed:
        marks.append(Writing(left, y + FOOT_STEP, printed, "body", 6.5, 0.35))
    if sheet.practice:
        marks += _right(PRACTICE, template, y, SMALL)
    return marks


def _when(sheet: Sheet) -> str:
    moment = f"{local_text(sheet.printed_at)} 打印" if sheet.printed_at is not None else ""
    return " ".join(part for part in (moment, sheet.printed_by) if part)
