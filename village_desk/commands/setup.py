"""Making a desk on a fresh PC, and who acts at it."""

import json
from dataclasses import dataclass
from pathlib import Path

from village_desk import divisions, ids, keys, times
from village_desk.durable import file_troubles
from village_desk.errors import NotAllowed, StoreTrouble
from village_desk.keys import KEYS_FILE, DataKey, Owner
from village_desk.keys.passwords import Cost, check_password
from village_desk.keys.slots import has_slots
from village_desk.queries.serving import OFFICE, ROOM
from village_desk.rights import Hold
from village_desk.session import Actor
from village_desk.store import Store, UnitOfWork, county_link, create_store


@dataclass(frozen=True, slots=True, repr=False)
class NewDesk:
    """A desk that was just made: its open store, its key, and the recovery key to print (kept nowhere)."""

    store: Store
    key: DataKey
    recovery: str


def create_desk(folder: Path, unit: str, owner: Owner, password: str, cost: Cost | None = None) -> NewDesk:
    """Make a desk for the unit with division code `unit` and its first user.

    The slots file is written last: it says that a desk file must be there. A set-up that was cut off before
    leaves a file nobody has a key for, so it is set aside, not overwritten.

    Args:
        folder: Where the desk lies; made if need be.
        unit: 12 digits of a village, or 9 of a township.
        owner: The first user; their id is local until the county knows them (`link_user`).
        password: Theirs.
        cost: Of one guess at it; for tests.

    Raises:
        Invalid: The password is too weak.
        StoreTrouble: "store.keys_exist": a desk is here already; the disk is full or read-only.
    """
    slots = folder / KEYS_FILE
    if has_slots(slots):
        raise StoreTrouble("store.keys_exist")
    check_password(password, owner.name)
    with file_troubles():
        folder.mkdir(parents=True, exist_ok=True)
        _set_aside_unowned(folder)
    desk, key = ids.new_id(), keys.new_data_key()
    store = create_store(folder, key)
    try:
        with store.unit_of_work(None, times.now()) as uow:
            uow.set_state("desk_id", desk)
            _keep_unit(uow, unit)
            uow.execute(
                'INSERT INTO "account" ("user", "name", "role", "areas") VALUES (?, ?, ?, ?)',
                (owner.user.hex(), owner.name, owner.role, json.dumps([unit])),
            )
        recovery = keys.create(slots, desk, key, owner, password, cost or Cost())
    except BaseException:
        store.close_connection()  # the next try moves the file aside, which an open one resists on Windows
        raise
    return NewDesk(store, key, recovery)


def actor_of(store: Store, user: bytes, now: times.Moment | None = None) -> Actor:
    """Return who acts when the slot of `user` has opened the desk at `now` (UTC ms).

    Raises:
        NotAllowed: "account.ended": the county no longer knows this user here, or the grant has run out; what
            they typed is kept, and `village-desk sync` still sends it.
    """
    acting = store.state(f"acts_as.{user.hex()}") or user
    rows = store.query(
        'SELECT "name", "role", "areas", "grant_id" FROM "account" WHERE "user" = ?', (acting.hex(),)
    )
    if not rows:
        raise NotAllowed("account.ended")
    name, role, areas, grant = rows[0]
    if not grant:
        return Actor(acting, name, role, b"", tuple(json.loads(areas)))
    moment = county_link.county_time(store, times.now() if now is None else now)
    held = [one for one in county_link.grants(store, acting) if county_link.holds_at(one, moment)]
    if not held:
        raise NotAllowed("account.ended")
    first, *others = [Hold(one.role, one.areas, one.grant) for one in held]
    return Actor(acting, held[0].name, first.role, first.grant, first.areas, tuple(others))


def is_withdrawn(store: Store, user: bytes) -> bool:
    """Say whether the slot of `user` is that of a county account which has no grant of any time any more."""
    acting = store.state(f"acts_as.{user.hex()}") or user
    known = store.query('SELECT 1 FROM "account" WHERE "user" = ? AND "grant_id" <> \'\'', (acting.hex(),))
    return bool(known) and not county_link.grants(store, acting)


def link_user(store: Store, user: bytes, county_user: bytes) -> None:
    """Let the slot of the local `user` act as the county's account `county_user` from now on.

    Drafts go along; what was logged before keeps the local id, vouched for by the device.
    """
    was, is_now = user.hex(), county_user.hex()
    with store.unit_of_work(None, times.now()) as uow:
        uow.set_state(f"acts_as.{was}", county_user)
        if (
            was != is_now
        ):  # two drafts of one editor are both kept, the one that comes along under a longer key
            uow.execute(
                'UPDATE "draft" SET "key" = "key" || \':\' || ?1 WHERE "user" = ?1 '
                'AND "key" IN (SELECT "key" FROM "draft" WHERE "user" = ?2)',
                (was, is_now),
            )
            uow.execute('UPDATE "draft" SET "user" = ? WHERE "user" = ?', (is_now, was))


def link_by_name(store: Store, user: bytes, name: str) -> bool:
    """Link the slot of `user` to the county's account of the same name, or to the only account there is.

    Who typed the code in is the person it was made for, however the county spells the name. Where a code was
    made for several and none or more than one has this name, the person says who they are on the sync page.
    """
    accounts = county_accounts(store)
    named = [found for found, called, _role in accounts if called == name] or [one[0] for one in accounts]
    if len(named) != 1:
        return False
    if store.state(f"acts_as.{user.hex()}") != named[0]:
        link_user(store, user, named[0])
    return True


def county_accounts(store: Store) -> list[tuple[bytes, str, str]]:
    """Return (user, name, role) of the accounts the county gave this desk."""
    rows = store.query(
        'SELECT "user", "name", "role" FROM "account" WHERE "grant_id" <> \'\' ORDER BY "name"'
    )
    return [(bytes.fromhex(user), name, role) for user, name, role in rows]


def _keep_unit(uow: UnitOfWork, unit: str) -> None:
    """Keep the names of the unit, and the divisions of its county; a desk keeps no others."""
    names = {size: divisions.division(unit[:size]) for size in (6, 9, 12) if size <= len(unit)}
    short = {size: found.short_name if found else "" for size, found in names.items()}
    place = short.get(9, "") + short.get(12, "")
    for key, value in (
        ("unit_code", unit),
        ("unit_name", place + (ROOM if len(unit) == 12 else OFFICE)),
        ("unit_short_name", place),
        ("unit_village", short.get(12, "")),
        ("unit_township", short.get(9, "")),
        ("unit_county", short.get(6, "")),
    ):
        uow.set_state(key, value)
    for division in divisions.county(unit[:6]):
        uow.execute(
            'INSERT OR IGNORE INTO "division" ("code", "name") VALUES (?, ?)', (division.code, division.name)
        )


def _set_aside_unowned(folder: Path) -> None:
    """Move a desk file without slots out of the way, with its log; nothing is deleted or written over."""
    stamp = f"{times.local_text(times.now()).replace(':', '').replace(' ', '-')}-{ids.new_id().hex()[-8:]}"
    for path in sorted(folder.glob("desk.db*")):
        path.rename(path.with_name(f"unfinished-{stamp}-{path.name}"))
