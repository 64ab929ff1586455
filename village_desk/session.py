"""Who acts on which store, under which profile, at what time: what every command and query gets."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from village_desk import rights, times
from village_desk.errors import NotAllowed
from village_desk.profile import Profile
from village_desk.rights import Hold, Target, Verb

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
        others: Further grants of the same person; rights are judged by each of them for itself.
    """

    user: bytes
    name: str
    role: str
    grant: bytes
    areas: tuple[str, ...]
    others: tuple[Hold, ...] = ()

    @property
    def holds(self) -> tuple[Hold, ...]:
        """All grants, the first one first."""
        return (Hold(self.role, self.areas, self.grant), *self.others)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of all grants, each once."""
        return tuple(dict.fromkeys(hold.role for hold in self.holds))

    def why_not(self, verb: Verb, target: Target) -> str:
        """Return "" when one of the grants allows `verb`, or why the first of them does not."""
        reasons = [rights.why_not(hold.role, hold.areas, verb, target) for hold in self.holds]
        return "" if "" in reasons else reasons[0]

    def may(self, verb: Verb, target: Target) -> bool:
        """Say whether one of the grants allows `verb`."""
        return not self.why_not(verb, target)

    def require(self, verb: Verb, target: Target) -> None:
        """Pass when one of the grants allows `verb`.

        Raises:
            NotAllowed: The code of `rights.why_not` by the first grant.
        """
        code = self.why_not(verb, target)
        if code:
            raise NotAllowed(code, role=self.role, kind=target.kind)

    def grant_for(self, kind: str, class_: str, scope: str) -> bytes:
        """Return the grant under which a record is written: the first that allows it, or the first of all."""
        place = Target(kind, class_, scope, own=True, reader=True)
        fitting = (hold.grant for hold in self.holds if rights.allowed(hold.role, hold.areas, "write", place))
        return next(fitting, self.grant)


@dataclass(frozen=True, slots=True)
class Session:
    """What a command or query works with; tests pass their own `clock`.

    With a `place` new records that hang on no other lie there, and not where is chosen for the day.
    """

    store: "Store"
    actor: Actor
    profile: Profile
    clock: Callable[[], times.Moment] = times.now
    place: str = ""

    def now(self) -> times.Moment:
        """Return the present moment, UTC ms."""
        return self.clock()
