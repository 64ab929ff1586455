"""Where this desk finds its county: the address, and how its certificate is recognised."""

from pathlib import Path

from sync.enrolment import identity
from sync.exchange import HttpExchange, Tls
from sync.packing import make_readers
from village_desk import times
from village_desk.store import Store

ADDRESS = "county_address"
PINS = "county_pins"
CA_FILE = "county_ca"
"""State of the desk file: the address; pins, separated by spaces; path of a file of certificates."""


def connect(store: Store) -> HttpExchange:
    """Return a signed connection to the county of this desk.

    Raises:
        SyncTrouble: "sync.not_enrolled", "sync.address", "sync.tls".
    """
    make_readers()  # each connection has a thread of its own
    signer = identity(store)
    return HttpExchange(store.text_state(ADDRESS), signer, tls_of(store))


def tls_of(store: Store) -> Tls:
    """Return how the county is recognised."""
    ca_file = store.text_state(CA_FILE)
    return Tls(Path(ca_file) if ca_file else None, frozenset(store.text_state(PINS).split()))


def remember(store: Store, address: str, tls: Tls, at: times.Moment) -> None:
    """Keep where the county is."""
    with store.unit_of_work(None, at) as uow:
        uow.set_state(ADDRESS, address)
        uow.set_state(PINS, " ".join(sorted(tls.pins)))
        uow.set_state(CA_FILE, str(tls.ca_file.resolve()) if tls.ca_file else "")
