"""One transaction and what it touched: the only way anything is written to the desk file.

A unit of work begins immediately (a deferred transaction that reads and then writes fails at once beside
another connection), writes records, their changes and their search text together, and commits on a clean
exit. On an exception nothing of it remains.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from village_desk import changes, crypto, fields, ids
from village_desk.changes import Body, Op
from village_desk.errors import Problem, UserError
from village_desk.kinds import KINDS, Kind, Values
from village_desk.store import search
from village_desk.tables import extra_text, row_values, stored_values

if TYPE_CHECKING:
    from village_desk.session import Actor, Changes
    from village_desk.store import Store

OPEN_STATES = ("new", "acked")
"""States of a change that no pull has shown yet: it is laid over what the county says."""


@dataclass(frozen=True, slots=True)
class Birth:
    """Where a new record belongs (12-digit division code), its class and readers; empty for the usual."""

    scope: str = ""
    class_: str = ""
    readers: tuple[str, ...] = ()


class UnitOfWork:
    """What a command writes with. Made by `Store.unit_of_work`, used inside its `with`."""

    def __init__(self, store: "Store", actor: "Actor | None", at: int) -> None:
        self._store = store
        self._database = store.database
        self._actor = actor
        self.at = at
        self._group = 0
        self._touched: set[tuple[str, bytes]] = set()

    @property
    def touched(self) -> "Changes":
        """The records written so far."""
        return frozenset(self._touched)

    def begin_group(self) -> None:
        """Let what follows travel apart from what was written so far; the transaction stays one."""
        self._group = 0

    # ---------------------------------------------------------------- records

    def row(self, kind: str, record_id: bytes) -> dict[str, Any] | None:
        """Return the row of a record as it is inside this transaction."""
        return self._store.row(kind, record_id)

    def put(
        self,
        kind: str,
        record_id: bytes,
        values: Mapping[str, object],
        *,
        born: "Birth | None" = None,
        op: Op = "put",
        anew: bool = False,
    ) -> bool:
        """Write the fields of `values` that differ, as one change; a record not yet there is made.

        Say whether anything differed. An archived record is brought back by an edit.

        Args:
            kind: Name of the kind.
            record_id: 16 bytes.
            values: Used values; fields that are not named stay as they are.
            born: Where and how confidential a new record is; by default with this desk's unit, as its kind.
            op: "attach" for attachments, "put" for all else.
            anew: Write a change even if nothing differs, as of a record whose making the county set aside.

        Raises:
            UserError: "record.immutable": a field that is fixed once written would change.
        """
        declared = KINDS[kind]
        row = self.row(kind, record_id)
        before = row_values(declared, row) if row else {}
        differing = {name: _normal(value) for name, value in values.items() if _differs(before, name, value)}
        if row and not differing and not anew:
            return False
        _refuse_fixed(declared, before, differing)
        born = _born_as(row) if row else _born_new(born, declared, self._store.unit_scope)
        view = {name: value for name, value in {**before, **differing}.items() if value is not None}
        # Of a record whose making the county set aside it knows nothing: the next edit sends all of it.
        whole = row is None or (row["ver"] == 0 and row["pending"] == 0)
        sent = declared.to_json({**differing, **view} if whole else differing) | (
            _marks(born, self._store.profile_version) if whole else {}
        )
        self._log((kind, record_id, born.scope), row["ver"] if row else None, op, sent)
        if row:
            self._update(declared, row, view)
        else:
            self._insert(declared, record_id, born, view)
        self._index(declared, record_id, born.scope, born.class_, view)
        return True

    def archive(self, kind: str, record_id: bytes) -> None:
        """Take a record out of sight; nothing is deleted, and a later edit by anybody brings it back."""
        row = self.row(kind, record_id)
        if row is None or row["archived"]:
            return
        self._log((kind, record_id, row["scope"]), row["ver"], "archive", {})
        self._keep_base(KINDS[kind], row)
        table = self._store.tables[kind]
        table.update(archived=1, pending=table.pending + 1, **self._stamp()).where(
            table.id == record_id
        ).execute(self._database)
        search.forget(self._database, record_id)

    def hand_over(self, kind: str, record_id: bytes, sent: dict[str, object]) -> None:
        """Log what was typed and never saved, as it is, for a county to set aside; no record changes."""
        row = self.row(kind, record_id)
        scope = row["scope"] if row else self._store.unit_scope
        self._log((kind, record_id, scope), row["ver"] if row else None, "put", sent)

    def move(self, kind: str, record_id: bytes, scope: str) -> None:
        """Ask that a record lie in `scope`; its row says so when the county has: its sums go by that."""
        row = self.row(kind, record_id)
        if row is None:
            return
        self._log((kind, record_id, row["scope"]), row["ver"], "move", {changes.MOVES_TO: scope})
        self._keep_base(KINDS[kind], row)
        table = self._store.tables[kind]
        table.update(pending=table.pending + 1).where(table.id == record_id).execute(self._database)

    def resolve(self, conflict_id: str, value: object) -> None:
        """Decide an open conflict: `value`, as used, becomes current; the siblings stay in the history.

        Of a conflict about archiving, `value` says whether the record is to be archived.
        """
        conflict = self._database.execute_sql(
            'SELECT "record_id", "kind", "field" FROM "conflict" WHERE "id" = ? AND "open" = 1',
            (conflict_id,),
        ).fetchone()
        if conflict is None:
            raise UserError("conflict.gone")
        record_id, kind, field = bytes(conflict[0]), KINDS[conflict[1]], conflict[2]
        row = self.row(kind.name, record_id)
        if row is None:
            raise UserError("record.gone")
        siblings = [
            found[0]
            for found in self._database.execute_sql(
                'SELECT "id" FROM "conflict" WHERE "record_id" = ? AND "field" = ? AND "open" = 1',
                (record_id, field),
            ).fetchall()
        ]
        sent: dict[str, object] = {changes.DECIDES: sorted(siblings)}
        if field != changes.ARCHIVED:
            sent |= kind.to_json({field: value})
        # Columns of the envelope (class, readers) change when the county says so: its sums go by them.
        chosen = {} if field in (changes.ARCHIVED, *changes.TRAVELLING) else {field: value}
        self._log((kind.name, record_id, row["scope"]), row["ver"], "resolve", sent)
        view = row_values(kind, row) | chosen
        self._update(kind, {**row, "conflicts": max(0, row["conflicts"] - len(siblings))}, view)
        self._database.execute_sql(
            'UPDATE "conflict" SET "open" = 0 WHERE "record_id" = ? AND "field" = ?', (record_id, field)
        )
        self._index(kind, record_id, row["scope"], row["class_"], view)
        if field == changes.ARCHIVED and value:
            self.archive(kind.name, record_id)

    def _insert(self, kind: Kind, record_id: bytes, born: "Birth", view: Values) -> None:
        stamp = self._stamp()
        envelope = {
            "id": record_id,
            "scope": born.scope,
            "class_": born.class_,
            "readers": json.dumps(born.readers) if born.readers else None,
            "profile": self._store.profile_version,
            "created_by": stamp["changed_by"],
            "created_at": self.at,
            "pending": 1,
            "extra": extra_text(kind, view),
            **stamp,
        }
        columns = {**envelope, **stored_values(kind, view)}
        self.execute(insert_into(kind.name, tuple(columns)), tuple(columns.values()))

    def _update(self, kind: Kind, row: Mapping[str, Any], view: Values) -> None:
        self._keep_base(kind, row)
        columns = {
            **stored_values(kind, view),
            **self._stamp(),
            "extra": extra_text(kind, view),
            "archived": 0,
            "conflicts": row["conflicts"],
            "pending": row["pending"] + 1,
        }
        self.execute(update_of(kind.name, tuple(columns)), (*columns.values(), row["id"]))

    def _keep_base(self, kind: Kind, row: Mapping[str, Any]) -> None:
        """Before the first own edit of a settled record: remember what the county's state was."""
        if row["pending"] == 0:
            table = self._store.tables[kind.name]
            base = crypto.canonical(kind.to_json(row_values(kind, row))).decode()
            table.update(base=base).where(table.id == row["id"]).execute(self._database)

    def _index(self, kind: Kind, record_id: bytes, scope: str, class_: str, view: Values) -> None:
        words = search.search_text(kind, view) if class_ in search.SEARCHABLE_CLASSES else ""
        if words:
            search.index(self._database, kind, record_id, scope, words)
        else:
            search.forget(self._database, record_id)

    def _stamp(self) -> dict[str, object]:
        user = self._actor.user.hex() if self._actor else ""
        return {"changed_by": user, "changed_at": self.at}

    # ---------------------------------------------------------------- the log

    def _log(self, record: tuple[str, bytes, str], ver: int | None, op: Op, sent: dict[str, object]) -> None:
        """Append one change of a record (kind, id, scope) at version `ver` to the chain; None makes it."""
        kind, record_id, scope = record
        head = self._store.head()
        n = head.n + 1
        self._group = self._group or n
        body = Body(
            n=n,
            g=self._group,
            r=ids.id_text(record_id),
            t=kind,
            s=scope,
            op=op,
            b=ver or 0,
            p=0 if ver is None else self._own_open_change(record_id),
            u=self._actor.user.hex() if self._actor else "",
            grant=self._actor.grant_for(kind, KINDS[kind].class_, scope).hex() if self._actor else "",
            sv=KINDS[kind].sv,
            at=self.at,
            clock=self._store.clock_offset(),
            f=sent,
        )
        raw, salt = changes.encode(body), crypto.new_salt()
        if len(raw) > changes.BODY_LIMIT:
            raise UserError("record.too_big")
        self._database.execute_sql(
            'INSERT INTO "change" ("n", "g", "record_id", "kind", "body", "salt", "hash", "at") '
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (n, self._group, record_id, kind, raw, salt, crypto.chain_step(head.hash, salt, raw), self.at),
        )
        self._touched.add((kind, record_id))

    def _own_open_change(self, record_id: bytes) -> int:
        row = self._database.execute_sql(
            'SELECT max("n") FROM "change" WHERE "record_id" = ? AND "state" IN (?, ?)',
            (record_id, *OPEN_STATES),
        ).fetchone()
        return int(row[0] or 0)

    # ---------------------------------------------------------------- what is not a record

    def touch(self, kind: str, record_id: bytes) -> None:
        """Tell the pages that a record looks different now, although no change was written here."""
        self._touched.add((kind, record_id))

    def execute(self, sql: str, parameters: tuple[object, ...] = ()) -> Any:  # noqa: ANN401 - a driver's cursor
        """Run one statement on a table that holds no records (drafts, numbers, receipts)."""
        return self._database.execute_sql(sql, parameters)

    def set_state(self, key: str, value: bytes | str | None) -> None:
        """Remember one thing about this desk."""
        held = value.encode() if isinstance(value, str) else value
        self.execute('INSERT OR REPLACE INTO "desk_state" ("k", "v") VALUES (?, ?)', (key, held))

    @property
    def store(self) -> "Store":
        """The store this unit of work writes to, for reading inside the transaction."""
        return self._store


@cache
def insert_into(kind: str, attributes: tuple[str, ...]) -> str:
    """Return the statement for these columns, made once: peewee takes longer to spell it than to run it."""
    listed = ", ".join(map(_column, attributes))
    return f'INSERT INTO "{kind}" ({listed}) VALUES ({", ".join("?" * len(attributes))})'  # noqa: S608 - declared


@cache
def update_of(kind: str, attributes: tuple[str, ...]) -> str:
    """Return the statement that sets these columns of the record whose id is the last blank."""
    settings = ", ".join(f"{_column(each)} = ?" for each in attributes)
    return f'UPDATE "{kind}" SET {settings} WHERE "id" = ?'  # noqa: S608 - declared names


def _column(attribute: str) -> str:
    return f'"{attribute.removesuffix("_")}"'  # class_ is the column class


def _born_new(born: "Birth | None", kind: Kind, unit_scope: str) -> "Birth":
    born = born or Birth()
    return Birth(born.scope or unit_scope, born.class_ or kind.class_, born.readers)


def _born_as(row: Mapping[str, Any]) -> "Birth":
    return Birth(row["scope"], row["class_"], tuple(json.loads(row["readers"])) if row["readers"] else ())


def _marks(born: "Birth", profile: int) -> dict[str, object]:
    """Return what the first change of a record says of its envelope, where that is not the usual."""
    marks: dict[str, object] = {} if born.class_ == "normal" else {"class": born.class_}
    marks |= {"readers": list(born.readers)} if born.readers else {}
    return marks | ({"profile": profile} if profile else {})


def _normal(value: object) -> object:
    """An emptied field is None, so that clearing it is one thing and not three; line ends are LF."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n") or None
    if isinstance(value, (tuple, list, frozenset, set)):
        return tuple(sorted(value)) or None
    return value


def _differs(before: Values, name: str, value: object) -> bool:
    return _normal(value) != _normal(before.get(name))


def _refuse_fixed(kind: Kind, before: Values, differing: Values) -> None:
    for name in differing:
        spec = kind.fields.get(name)
        if spec and spec.merge == "immutable" and not fields.is_empty(before.get(name)):
            raise UserError("record.immutable", field=Problem(name, "immutable").field)
