"""Taking in records as they stand at the county, without the history that made them.

A first sync reads states in place of the whole feed. Each leaves one row without a body in the history: where
the record stands in the county's order, and that what came before is not here.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from village_desk.changes import StateRow
from village_desk.kinds import KINDS
from village_desk.store import bulk, tally
from village_desk.store.applying import WAS_ARCHIVED, held_versions
from village_desk.store.bulk import Fresh
from village_desk.store.laid import archived_after, open_bodies, with_open_changes, write
from village_desk.store.unit_of_work import UnitOfWork


def apply_states(
    uow: UnitOfWork, states: Sequence[StateRow], *, moved: bool = False, words_later: bool = False
) -> None:
    """Bring the records to these states; one that is here in that version or a later one stays as it is.

    Own changes not yet seen back stay on top. A record that was `moved` lies elsewhere in the same version.
    With `words_later` new records are found by search only when `village_desk.store.indexing` was there.
    """
    known = [state for state in states if state.kind in KINDS]
    here: dict[bytes, int] = {}
    for kind in {state.kind for state in known}:
        here |= held_versions(uow, kind, [state.record_id for state in known if state.kind == kind])
    behind = [state for state in known if moved or state.last.ver > here.get(state.record_id, 0)]
    _remember(uow, [*behind, *(state for state in states if state.kind not in KINDS)])
    _keep_conflicts(uow, behind)
    laid_over = with_open_changes(uow, [state.record_id for state in behind]) | here.keys()
    for state in behind:
        if state.record_id in laid_over:
            _lay(uow, state)
    fresh = [_fresh(state) for state in behind if state.record_id not in laid_over]
    bulk.insert(uow, fresh, words_later=words_later)


def _remember(uow: UnitOfWork, states: Sequence[StateRow]) -> None:
    """Say where the records stand in the county's order; a row that is here with its body keeps it."""
    own = uow.store.device_id.hex()
    uow.store.database.connection().executemany(
        'INSERT INTO "remote_change" ("seq", "device", "n", "record_id", "kind", "ver", "outcome", '  # noqa: S608 - constant
        '"received_at", "user_name") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT ("seq") DO UPDATE '
        f'SET "outcome" = excluded."outcome" WHERE excluded."outcome" = \'{WAS_ARCHIVED}\'',
        [
            (
                state.last.seq,
                state.last.device,
                state.last.n,
                state.record_id,
                state.kind,
                state.last.ver,
                WAS_ARCHIVED if state.archived else "ok",
                state.last.received_at,
                state.last.user_name,
            )
            for state in states
            if state.last.device != own
        ],
    )


_ANY_CONFLICT = 'SELECT 1 FROM "conflict" WHERE "open" = 1 LIMIT 1'


def _keep_conflicts(uow: UnitOfWork, states: Sequence[StateRow]) -> None:
    """Let exactly those conflicts of the records be open that are open at the county."""
    if not (any(state.open for state in states) or uow.execute(_ANY_CONFLICT).fetchone()):
        return
    uow.store.database.connection().executemany(
        'UPDATE "conflict" SET "open" = 0 WHERE "record_id" = ? AND "open" = 1',
        [(state.record_id,) for state in states],
    )
    uow.store.database.connection().executemany(
        'INSERT INTO "conflict" ("id", "record_id", "kind", "field", "value", "device", "n", "seq", '
        '"user_name", "received_at", "why") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) '
        'ON CONFLICT ("id") DO UPDATE SET "open" = 1',
        [
            (
                each.id,
                state.record_id,
                state.kind,
                each.field,
                json.dumps(each.value, ensure_ascii=False),
                each.device,
                each.n,
                each.seq,
                each.user_name,
                each.received_at,
                each.why,
            )
            for state in states
            for each in state.open
        ],
    )


def _envelope(state: StateRow) -> dict[str, Any]:
    return {
        "scope": state.scope,
        "ver": state.last.ver,
        "fver": _versions(tuple(state.versions.items())),
        "archived": int(state.archived),
        "class_": state.class_,
        "readers": state.readers,
        "profile": state.profile,
        "created_by": state.created_by,
        "created_at": state.created_at,
        "changed_by": state.changed_by,
        "changed_at": state.changed_at,
    }


@lru_cache(maxsize=1_000)
def _versions(versions: tuple[tuple[str, int], ...]) -> str:
    """Write the versions of fields; of an archive most records have the same fields, set by one change."""
    return json.dumps(dict(versions), separators=(",", ":"), sort_keys=True)


def _fresh(state: StateRow) -> Fresh:
    kind = KINDS[state.kind]
    return Fresh(kind, state.record_id, _envelope(state), state.data, len(state.open), state.weight)


def _lay(uow: UnitOfWork, state: StateRow) -> None:
    """Lay the state under what is here of the record, and own open changes over it."""
    kind, own = KINDS[state.kind], open_bodies(uow, state.record_id)
    held = uow.row(kind.name, state.record_id)
    envelope = _envelope(state) | {"archived": int(archived_after(state.archived, own))}
    if own:
        envelope |= {"changed_by": own[-1].u, "changed_at": own[-1].at}
    tally.replace(uow, state.record_id, (held, tally.county_state(kind, held)), (envelope, state.data))
    write(uow, kind, held, {"id": state.record_id, **envelope}, (state.data, own))
