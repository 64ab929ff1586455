"""What the county set aside in an area, told to the desks whose people decide about it.

It stands in no feed, so it travels as a list: the county sends the list, up to the bounds of
`county_server.releases`, whenever it is another than the desk named by its mark. The decision itself is a
change like any other (kind `release`).
"""

from msgspec import Raw, Struct, field


class Change(Struct, array_like=True, frozen=True):
    """One change of a unit of work: its number, why it was set aside, and its exact body."""

    n: int
    reason: str
    body: Raw


class Unit(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """One unit of work.

    Attributes:
        device: The desk that wrote it; `first` the number of its first change there, `chain` the hash of that
            desk's chain at its last (hexadecimal).
        scope: Where its record lies now, or was to lie.
        name: Of its author, "" where the county knows none.
        at: When the county received it, UTC ms.
        over: The same desk has changed one of its records since, and was taken: it can only be dismissed.
    """

    device: str
    first: int
    chain: str
    scope: str
    name: str = ""
    at: int
    changes: list[Change]
    over: bool = False


class SetAside(Struct, omit_defaults=True, kw_only=True, frozen=True):
    """The newest of it, newest first, and the mark of the list; "" of an empty one."""

    mark: str = ""
    units: list[Unit] = field(default_factory=list)
