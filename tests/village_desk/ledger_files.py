"""Spreadsheets as villages keep them, made in memory: a title on top, gaps, days in every writing."""

import io
import random
from datetime import date, timedelta

import openpyxl

HEAD = (
    *("序号", "受理时间", "案件来源", "当事人", "联系电话", "纠纷类型"),
    *("纠纷简要情况", "涉案金额（元）", "调解结果", "办结时间", "调解员", "备注"),
)
_SURNAMES, _NAMES = "赵钱孙李周吴郑王冯陈", ("喆", "龘", "𬭎", "桂兰", "秀英", "建国", "小明")
_TYPES = ("邻里", "婚姻家庭纠纷", "损害赔偿", "山林土地", "99")
_SOURCES = ("依申请调解", "主动", "村排查", "派出所移送")
_FLAWS = (
    (1, ("三月五日", "2025-02-30", "2031-01-01")),
    (3, ("", "[练习]赵建国和钱秀英")),
    (4, ("没有电话",)),
    (5, ("土地和邻里各一半",)),
    (7, ("大约三千", "-5")),
    (8, ("看情况",)),
    (9, ("2019-01-01",)),
)


def person(rng):
    return f"[练习]{rng.choice(_SURNAMES)}{rng.choice(_NAMES)}{rng.randrange(10_000)}"


def row(rng, number):
    day = date(2023, 1, 1) + timedelta(days=rng.randrange(900))
    iso, dotted = day.isoformat(), f"{day.year}.{day.month}.{day.day}"
    parties = (f"{person(rng)}与{person(rng)}", f"{person(rng)}、{person(rng)}", person(rng))
    return [
        number,
        rng.choice((day, iso, dotted, f"{day.year}年{day.month}月{day.day}日")),
        rng.choice(_SOURCES),
        rng.choice(parties),
        f"138{rng.randrange(10**8):08}",
        rng.choice(_TYPES),
        "浇水先后起争执。\n经劝解后和好。" * rng.randrange(1, 9),
        rng.choice((1200, 3000.5, "1.2万", "")),
        rng.choice(("成功", "调解成功", "失败", "达成协议")),
        day + timedelta(days=rng.randrange(40)),
        person(rng),
        "",
    ]


def ledger(rows, flawed=(), seed=1):
    """Return the rows of a ledger; of the rows in `flawed` (counted from 1) one cell is wrong."""
    rng = random.Random(seed)
    made = [row(rng, number) for number in range(1, rows + 1)]
    for place, number in enumerate(flawed):
        column, wrong = _FLAWS[place % len(_FLAWS)]
        made[number - 1][column] = wrong[place // len(_FLAWS) % len(wrong)]
    return made


def xlsx(rows, head=HEAD, title="平原村人民调解案件登记簿"):
    """Return the bytes of a spreadsheet: a merged title, an empty row, the headings, the rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([title])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(head))
    sheet.append([])
    sheet.append([f" {name[0]}\n{name[1:]}" for name in head])
    for one in rows:
        sheet.append(one)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()
