"""The monthly file of figures for the province: sums of the whole county, signed, and nothing about anybody.

It holds the totals of every table, the rows of those by kind of dispute and by topic, and both numbers of
each indicator. In the rows a number below three is left out, and where one alone is left out the next
smallest too, so that it cannot be worked out from the total: in a small county two cases of a kind are known
people (个人信息保护法 第五十一条: 去标识化).
"""

import json
from collections.abc import Sequence
from datetime import date

from county_server import figures, measuring, places
from county_server.county import County
from county_server.errors import CountyTrouble
from village_desk import crypto, times
from village_desk.statistics import TABLES, Asked, Counted, Period, Row, counting, laying, period_of
from village_desk.statistics.declared import Table

SCHEMA = 1
"""Rises when the file is read otherwise than before."""
WHAT = "village-desk province statistics"
LEAST = 3
"""Smaller numbers than this do not stand in a row."""
_MONTHS = ("month",)


def month_of(county: County, text: str) -> Period:
    """Return a month written as 2026-10.

    Raises:
        CountyTrouble: "county.month": it is none, or has not ended.
    """
    try:
        month = period_of("month", date.fromisoformat(f"{text}-01"))
    except ValueError:
        raise CountyTrouble("county.month") from None
    if month.last >= times.legal_day(county.clock()):
        raise CountyTrouble("county.month")
    return month


def file(county: County, month: Period) -> bytes:
    """Return the file of a month: JSON, its `content` signed by the county's key as `claim` spells it."""
    figures.refresh(county)
    content = _content(county, month)
    signature = crypto.sign(county.key, claim(content))
    made = {
        "content": content,
        "suite": crypto.DEFAULT_SUITE,
        "public_key": county.public_key.hex(),
        "signature": signature.hex(),
    }
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


def claim(content: object) -> bytes:
    """Return what the signature is of."""
    return crypto.canonical({"what": WHAT, "content": content})


def _content(county: County, month: Period) -> dict[str, object]:
    known = places.look(county)
    with county.database.reading():
        tables = [_table(county, table, month) for table in TABLES.values() if table.rows not in _MONTHS]
        measured = measuring.measured(county, known, Asked(TABLES["service_report"], month, county.code))
    return {
        "schema": SCHEMA,
        "county": county.code,
        "month": month.first.isoformat()[:7],
        "made_at": county.clock(),
        "left_out_below": LEAST,
        "tables": tables,
        "indicators": [
            {"code": one.code, "name": one.name, "formula": one.formula, "over": one.over, "under": one.under}
            for one in measured
        ],
    }


def _table(county: County, table: Table, month: Period) -> dict[str, object]:
    asked = Asked(table, month, county.code)
    placed = table.rows == "place"
    sums = figures.summed(county, asked, "township" if placed else "row")
    found = counting.tabled(county.profile, asked, sums, lambda keys: _rows(county, asked, keys))
    columns = [{"name": one.name, "label": one.label, "unit": one.unit} for one in found.columns]
    shown: dict[str, object] = {
        "name": table.name,
        "title": table.title,
        "columns": columns,
        "total": [found.totals[one.name] for one in found.columns],
    }
    return shown if placed else {**shown, "rows": _shown(found)}


def _rows(county: County, asked: Asked, keys: set[str]) -> list[Row]:
    if asked.table.rows == "place":
        return [Row("", tuple(sorted(keys)))]
    return laying.rows(county.profile, asked, keys)


def _shown(found: Counted) -> list[dict[str, object]]:
    columns = [
        _left_out([found.numbers[at, column.name] for at in range(len(found.rows))])
        for column in found.columns
    ]
    return [
        {"codes": list(row.keys), "label": row.label, "numbers": [column[at] for column in columns]}
        for at, row in enumerate(found.rows)
    ]


def _left_out(numbers: Sequence[int]) -> list[int | None]:
    """Return a column without what is too small to stand there."""
    small = {at for at, number in enumerate(numbers) if 0 < number < LEAST}
    others = sorted((number, at) for at, number in enumerate(numbers) if number >= LEAST)
    if len(small) == 1 and others:
        small.add(others[0][1])
    return [None if at in small else number for at, number in enumerate(numbers)]
