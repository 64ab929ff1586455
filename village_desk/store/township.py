"""What the county set aside in this township, as it was told last; people decide about it at this desk."""

from village_desk.store import Store, UnitOfWork

MARK, UNITS = "sync.aside", "sync.aside_units"
"""State of the desk file: the county's mark of the list, and the list as JSON (`sync.set_aside.Unit`)."""


def keep(uow: UnitOfWork, mark: str, units: bytes) -> None:
    """Keep a list in place of the one before."""
    uow.set_state(MARK, mark)
    uow.set_state(UNITS, units)


def forget(uow: UnitOfWork) -> None:
    """Forget the list: rights have changed, and the county tells anew what may be seen."""
    keep(uow, "", b"[]")


def units(store: Store) -> bytes:
    """Return the list as JSON."""
    return store.state(UNITS) or b"[]"
