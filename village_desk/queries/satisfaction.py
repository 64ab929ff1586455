"""What the answers of villagers come to: counts and rates, no single sheet (domain: services §5.4, §6.3)."""

from dataclasses import dataclass

from village_desk import rights
from village_desk.session import Session
from village_desk.statistics.services import ITEMS, SCORES

KIND = "satisfaction"
RATINGS = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over the sheets of one place.

    Attributes:
        sheets: How many there are.
        ratings: By item, how often each rating was given, in the order of `RATINGS`.
        knew: Of how many that answered, how many knew of the room or 12348 before.
        first: Of how many that answered, how many would come to the room first.
    """

    sheets: int
    ratings: dict[str, tuple[int, ...]]
    knew: tuple[int, int]
    first: tuple[int, int]

    @property
    def answers(self) -> int:
        """All ratings given."""
        return sum(map(sum, self.ratings.values()))

    @property
    def satisfied(self) -> float | None:
        """满意率 (K03): 非常满意 and 满意 of all ratings, in per cent."""
        good = sum(sum(found[:2]) for found in self.ratings.values())
        return 100 * good / self.answers if self.answers else None

    @property
    def score(self) -> float | None:
        """群众满意度 (K04): the mean on the scale of 100, 80, 60, 30, 0."""
        points = sum(
            SCORES[code] * count
            for found in self.ratings.values()
            for code, count in zip(RATINGS, found, strict=True)
        )
        return points / self.answers if self.answers else None


def summary(session: Session) -> Summary:
    """Count the sheets of the actor's places.

    Whoever may read or give answers may know the counts, and of one person's answers nothing: a single sheet
    is not shown. Of fewer roles the counts are empty.
    """
    where, bound = _places(session)
    within = f'"archived" = 0 AND ({where})'

    def counted(field: str) -> dict[str, int]:
        sql = f'SELECT "{field}", count(*) FROM "{KIND}" WHERE {within} GROUP BY "{field}"'  # noqa: S608 - our own names
        return {
            str(value): int(count) for value, count in session.store.query(sql, bound) if value is not None
        }

    sheets = session.store.query(f'SELECT count(*) FROM "{KIND}" WHERE {within}', bound)  # noqa: S608 - same
    ratings = {}
    for item in ITEMS:
        found = counted(item)
        ratings[item] = tuple(found.get(code, 0) for code in RATINGS)
    knew, first = counted("knew"), counted("first")
    return Summary(
        int(sheets[0][0]),
        ratings,
        (knew.get("1", 0), sum(knew.values())),
        (first.get("room", 0), sum(first.values())),
    )


def _places(session: Session) -> tuple[str, tuple[object, ...]]:
    parts: list[str] = []
    bound: list[object] = []
    for hold in session.actor.holds:
        reach = rights.reach(hold.role, "read", KIND) or rights.reach(hold.role, "write", KIND)
        for area in hold.areas if reach else ():
            begin, _whole = rights.covered(reach, area)
            if begin:
                parts.append('("scope" >= ? AND "scope" < ?)')
                bound += [begin, begin + ":"]
    return " OR ".join(parts) or "0", tuple(bound)
