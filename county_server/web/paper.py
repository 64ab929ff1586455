"""Statistics on paper."""

from collections.abc import Sequence

from forms.tables import Ruled, tables_pdf
from village_desk.statistics import Counted, Group
from village_desk.statistics.wording import (
    TOTAL,
    about_text,
    bands,
    closing,
    first_head,
    heading,
    number_text,
)

_FIRST, _NUMBER, _MONEY = 27, 12, 19


def of_table(found: Counted, place: str, about: Sequence[str]) -> bytes:
    """Return a table as PDF: groups of columns under each other, A4 landscape."""
    return tables_pdf(
        found.asked.table.title,
        (about_text(found, place), *about),
        [_band(found, groups) for groups in bands(found.groups)],
        closing(found),
    )


def _band(found: Counted, groups: Sequence[Group]) -> Ruled:
    columns = [column for group in groups for column in group.columns]
    rows = [
        (row.label, *(number_text(column, found.numbers[at, column.name]) for column in columns))
        for at, row in enumerate(found.rows)
    ]
    total = (TOTAL, *(number_text(column, found.totals[column.name]) for column in columns))
    return Ruled(
        heads=(
            (("", 1), *((group.label, len(group.columns)) for group in groups)),
            ((first_head(found), 1), *((heading(column), 1) for column in columns)),
        ),
        widths=(_FIRST, *(_MONEY if one.unit == "万元" else _NUMBER for one in columns)),
        rows=(*rows, total),
    )
