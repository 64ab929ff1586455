"""From which day an agreement binds (人民调解法 第二十九、三十条)."""

from collections.abc import Iterable, Mapping
from datetime import date

Values = Mapping[str, object]

SIGNING_ROLES = ("party", "", None)
"""Roles of `party_role` whose own signature the agreement waits for; whoever acts for a party signs as it."""


def effective_on(kind: str, values: Values, parties: Iterable[Values]) -> date | None:
    """Return the day from which an agreement binds, or None while a signature or the seal is missing.

    A written one binds from the latest of: the signature of every party, of the mediator, and the seal of the
    committee. Where parties signed on different days, each party's day stands with the party, and one that
    has none has not signed yet; otherwise the day of the last signature stands for all. An oral one binds
    from the day the parties reach it.
    """
    if kind == "oral_agreement":
        reached = values.get("reached_on")
        return reached if isinstance(reached, date) else None
    own = [one.get("signed_on") for one in parties if one.get("role") in SIGNING_ROLES]
    each = own if any(isinstance(day, date) for day in own) else []
    days = [values.get("signed_on"), values.get("sealed_on"), *each]
    known = [day for day in days if isinstance(day, date)]
    return max(known) if len(known) == len(days) else None
