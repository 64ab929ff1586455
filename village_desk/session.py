"""Who acts on which store, under which profile, at what time: what every command and query gets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from village_desk import times
from village_desk.profile import Profile

if TYPE_CHECKING:
    from village_desk.store import Store

Changes = frozenset[tuple[str, bytes]]
"""The records a command touched: (kind, id)."""

NOTHING: Changes = frozenset()


@dataclass(frozen=True, slots=True)
class Actor:
    """The person at the desk.

    Attributes:
        user: Id of the county account; a local id until the desk is enrolled.
        name: As shown, and as written on papers.
        role: A role of the rights table.
        grant: Id of the county-signed grant, or empty bytes before enrolment.
        areas: Prefixes of division codes the grant covers.
    """

    user: bytes
    name: str
    role: str
    grant: bytes
    areas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """What a command or query works with; tests pass their own `clock`."""

    store: "Store"
    actor: Actor
    profile: Profile
    clock: Callable[[], times.Moment] = times.now

    def now(self) -> times.Moment:
        """Return the present moment, UTC ms."""
        return self.clock()
