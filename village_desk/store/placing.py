"""Rows of the feed that put records elsewhere: for one desk they leave, for another they come whole."""

from collections.abc import Sequence

from msgspec.structs import replace

from village_desk.changes import FeedRow
from village_desk.ids import id_text
from village_desk.store import applying, handover
from village_desk.store.states import apply_states
from village_desk.store.unit_of_work import UnitOfWork


def apply_feed(
    uow: UnitOfWork, rows: Sequence[FeedRow], *, again: bool = False, walking: bool = False
) -> None:
    """Apply rows of the feed in their order, as `applying.apply_rows` does, and those that move records."""
    plain: list[FeedRow] = []
    for row in rows:
        if not (row.left or row.states):
            plain.append(row)
            continue
        if row.body or row.device == id_text(uow.store.device_id):
            plain.append(replace(row, left=(), states=()))
        applying.apply_rows(uow, plain, again=again, walking=walking)
        plain = []
        for kind, record_id in row.left:
            handover.leave(uow, kind, record_id)
        apply_states(uow, row.states, moved=True)
        for state in row.states:
            uow.touch(state.kind, state.record_id)
    applying.apply_rows(uow, plain, again=again, walking=walking)
