"""Writing the search text that was put off: beside other work, newest first, in short transactions.

A first sync brings a hundred thousand records; the words of one take longer to write than the record. So the
records come first and can be worked with, and their words follow. What is left stands in the desk file, so it
goes on after a kill or a restart; what a person saves meanwhile is in search at once, as always.
"""

from collections.abc import Callable

from village_desk import times
from village_desk.kinds import KINDS
from village_desk.store import Store, bulk, county_link, search
from village_desk.store.pacing import Pacing
from village_desk.store.search import LOOSE, Entry
from village_desk.tables import row_values

MOST_LOOSE = 64
"""Parts that may gather before they are joined: search opens each of them, and so does a step of joining."""
FIRST, LEAST, MOST = 50, 10, 300
"""Records of one transaction, at first, at least, at most."""
FIRST_PAGES, LEAST_PAGES, MOST_PAGES = 100, 20, 400
"""Pages of the index joined in one transaction."""


def unfinished(store: Store) -> bool:
    """Say whether there are words to write or parts to join."""
    return bool(store.text_state(LOOSE) or search.newest_waiting(store.database, 1))


class Indexing:
    """The writing of what was put off; one thread at a time."""

    def __init__(self, store: Store, clock: Callable[[], times.Moment] = times.now) -> None:
        self._store = store
        self._clock = clock
        self._records = Pacing(store, FIRST, LEAST, MOST)
        self._pages = Pacing(store, FIRST_PAGES, LEAST_PAGES, MOST_PAGES)
        self._whole = False

    def run(self, stop: Callable[[], bool] = lambda: False) -> None:
        """Go on until nothing is left to do now, or `stop` says so."""
        while not stop() and self.step():
            pass

    def step(self) -> bool:
        """Do what one short transaction holds; say whether more is to be done now.

        Raises:
            StoreTrouble: The desk file cannot be written; nothing of this step was.
        """
        store = self._store
        if not unfinished(store):
            return False
        with self._records.checkpointing():
            more = bool(search.newest_waiting(store.database, 1))
            if more and _loose(store) < MOST_LOOSE:
                return self._write()
            if not more and county_link.first_sync(store)[1]:
                return False  # joined to a whole now and again, all that is here would be written each time
            return self._join(whole=not more)

    def _write(self) -> bool:
        newest = search.newest_waiting(self._store.database, self._records.size)
        found = entries(self._store, newest)  # half of the work, and the file is not held for it
        with self._records.unit_of_work(self._clock(), len(newest)) as uow:
            # What was saved since is in search already, with other words.
            left = search.still_waiting(uow.store.database, [record_id for record_id, _kind in newest])
            search.index_new(
                uow.store.database, [each for each in found[::-1] if each[0] in left], older=True
            )
            for record_id in left - {each[0] for each in found}:
                search.forget(uow.store.database, record_id)
            uow.set_state(LOOSE, str(_loose(uow.store) + 1))
        return True

    def _join(self, *, whole: bool) -> bool:
        with self._pages.unit_of_work(self._clock(), self._pages.size) as uow:
            database = uow.store.database
            begins, self._whole = whole and not self._whole, whole
            if search.join_parts(database, self._pages.size, whole=begins):
                return True
            self._whole = False
            over = whole and not search.newest_waiting(database, 1)  # more may have come since it was asked
            if over:
                search.gather(database, loosely=False)
            uow.set_state(LOOSE, None if over else "0")
        return not over


def purge(store: Store, at: times.Moment) -> None:
    """Take out of the index the words that records leave there when they go, until its parts are joined.

    Raises:
        StoreTrouble: The desk file cannot be written; the next call goes on.
    """
    pages = Pacing(store, FIRST_PAGES, LEAST_PAGES, MOST_PAGES)
    more = whole = True
    with pages.checkpointing():
        while more:
            with pages.unit_of_work(at, pages.size) as uow:
                more = search.join_parts(uow.store.database, pages.size, whole=whole)
            whole = False


def _loose(store: Store) -> int:
    return int(store.text_state(LOOSE) or 0)


def entries(store: Store, records: list[tuple[bytes, str]]) -> list[Entry]:
    """Return what search shall know of records (id, kind) as they stand now, in their order.

    Those nobody shall find there are left out: archived ones, of a confidential class, gone, without a word.
    """
    by_kind: dict[str, list[bytes]] = {}
    for record_id, name in records:
        by_kind.setdefault(name, []).append(record_id)
    found: dict[bytes, Entry] = {}
    for name in by_kind.keys() & KINDS.keys():
        kind, marks = KINDS[name], ", ".join("?" * len(by_kind[name]))
        for row in store.rows(name, f'"id" IN ({marks})', tuple(by_kind[name])):
            words = bulk.words_of(kind, row, row_values(kind, row))
            if words:
                record_id = bytes(row["id"])
                found[record_id] = (record_id, name, row["scope"], words)
    return [found[record_id] for record_id, _name in records if record_id in found]


def amiss(store: Store) -> list[tuple[bytes, str]]:
    """Return id and kind of records that search finds, or leaves out, against what they are.

    Those whose words are still to be written are not among them.
    """
    found: list[tuple[bytes, str]] = []
    for name in KINDS:
        rows = store.query(
            f'SELECT e."record_id" FROM "search_entry" e LEFT JOIN "{name}" k ON k."id" = e."record_id" '  # noqa: S608 - a kind of ours
            f'WHERE e."kind" = ? AND (k."id" IS NULL OR k."archived" OR k."class" NOT IN ({_CLASSES}))',
            (name,),
        )
        found += [(bytes(record_id), name) for (record_id,) in rows]
        rows = store.query(
            f'SELECT "id" FROM "{name}" WHERE "archived" = 0 AND "class" IN ({_CLASSES}) AND "id" NOT IN '  # noqa: S608 - as above
            '(SELECT "record_id" FROM "search_entry" UNION ALL SELECT "record_id" FROM "search_waiting")'
        )
        unknown = [(bytes(record_id), name) for (record_id,) in rows]
        for first in range(0, len(unknown), MOST):
            found += [(entry[0], name) for entry in entries(store, unknown[first : first + MOST])]
    return found


_CLASSES = ", ".join(f"'{each}'" for each in search.SEARCHABLE_CLASSES)


def mend(store: Store, records: list[tuple[bytes, str]], at: times.Moment) -> None:
    """Have the search text of records (id, kind) written anew by the next `Indexing`.

    Raises:
        StoreTrouble: The desk file cannot be written; nothing was.
    """
    with store.unit_of_work(None, at) as uow:
        for record_id, _kind in records:
            search.forget(store.database, record_id)
        search.put_off(uow, records)
