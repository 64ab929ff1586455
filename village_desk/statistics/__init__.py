"""Statistics as they come out of the work itself: declared tables, counted where the records are.

`mediation`, `adviser` and `services` declare them, `counting` counts one on any database with the tables,
`desk` does so for a session, with the records behind each number.
"""

from village_desk.statistics import adviser, mediation, services
from village_desk.statistics.counting import SUMS, UNDATED, Asked, Cell, Counted, Failed, Row
from village_desk.statistics.declared import Check, Column, Group, Table
from village_desk.statistics.desk import Behind, Place, counted, places, records_behind
from village_desk.statistics.periods import Period, Span, after, before, period_of

ADVISER_WORK = adviser.WORK
TABLES: dict[str, Table] = {**mediation.TABLES, **adviser.TABLES, **services.TABLES}

__all__ = [
    "ADVISER_WORK",
    "SUMS",
    "TABLES",
    "UNDATED",
    "Asked",
    "Behind",
    "Cell",
    "Check",
    "Column",
    "Counted",
    "Failed",
    "Group",
    "Period",
    "Place",
    "Row",
    "Span",
    "Table",
    "after",
    "before",
    "counted",
    "period_of",
    "places",
    "records_behind",
]
