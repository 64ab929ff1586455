"""The parts of the county's work in a browser, in the order of the bar, and who may see each."""

from dataclasses import dataclass

ADMINISTRATOR, SUPERVISOR = "administrator", "supervisor"
DECIDING = ("hotline_agent", "county_pls", "county_legal_aid")
"""Who works on records of villages."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part: `roles` may see it, all if none is named; if not on the bar, one's own name leads there."""

    path: str
    name: str
    roles: frozenset[str] = frozenset()
    on_bar: bool = True


PARTS = (
    Part("/web", "overview"),
    Part("/web/aid", "aid", frozenset({"county_legal_aid"})),
    Part("/web/referrals", "referrals", frozenset(DECIDING)),
    Part("/web/desks", "desks", frozenset({ADMINISTRATOR})),
    Part("/web/people", "people", frozenset({ADMINISTRATOR})),
    Part("/web/units", "units", frozenset({ADMINISTRATOR})),
    Part("/web/activity", "activity", frozenset({ADMINISTRATOR, SUPERVISOR, "county_pls"})),
    Part("/web/statistics", "statistics", frozenset({"county_pls", "county_legal_aid", SUPERVISOR})),
    Part("/web/townships", "townships", frozenset({"county_pls"})),
    Part("/web/conflicts", "conflicts", frozenset({ADMINISTRATOR, *DECIDING})),
    Part("/web/aside", "aside", frozenset({ADMINISTRATOR, SUPERVISOR, *DECIDING})),
    Part("/web/accesses", "accesses", frozenset({ADMINISTRATOR, SUPERVISOR})),
    Part("/web/destruction", "destruction", frozenset({ADMINISTRATOR, SUPERVISOR, "county_pls"})),
    Part("/web/profile", "profile", frozenset({ADMINISTRATOR, "county_pls"})),
    Part("/web/health", "health", frozenset({ADMINISTRATOR})),
    Part("/web/journal", "journal", frozenset({ADMINISTRATOR, SUPERVISOR})),
    Part("/web/account", "account", on_bar=False),
)


def roles(path: str) -> frozenset[str]:
    """Return who may see the part at `path`."""
    return next(part.roles for part in PARTS if part.path == path)
