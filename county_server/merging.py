"""Merging a batch: unit of work by unit of work, in the order of the device's log."""

import json
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from county_server import batch, judging, placing, records, succession
from county_server.batch import Entry
from county_server.county import County
from county_server.placing import Place
from county_server.records import Held, Key
from county_server.viewer import Viewer
from sync import merge
from sync.merge import Merged, Past, Rules, State
from sync.messages import Grant
from village_desk import changes
from village_desk.changes import Body
from village_desk.kinds import KINDS
from village_desk.upcasts import upcast


class Accepted(Struct, frozen=True):
    """A change that took effect, and the record after it; `left` are the places it ended."""

    entry: Entry
    body: Body
    merged: Merged
    held: Held
    left: tuple[Place, ...] = ()

    def past(self, device: str) -> Past:
        """Return it as history of its record."""
        disputed = [sibling.field for sibling in self.merged.siblings]
        taken = changes.accepted(self.body, self.merged.differs, disputed)
        return Past(self.merged.state.ver, device, self.body.f, taken)


@dataclass(frozen=True, slots=True)
class Found:
    """What the tables hold of the records that changes name, locked, and of those they belong to."""

    records: dict[Key, Held]
    above: dict[Key, Held]


class Merging:
    """One batch under way, inside its transaction; nothing is written before `county_server.writing`."""

    def __init__(
        self,
        county: County,
        viewer: Viewer,
        entries: Sequence[Entry],
        *,
        found: Found | None = None,
        vouched: tuple[Grant, ...] | None = None,
    ) -> None:
        """Merge `entries`; `found` is what `load` returned for them and perhaps others.

        `vouched`: somebody who may has accepted them although their author may not write this; these are all
        grants they ever had.
        """
        self._vouched = vouched
        self._county = county
        self._viewer = viewer
        self._device = viewer.device.hex()
        self._former = succession.lineage(county, viewer.device) if viewer.continues else {}
        self._permitted: dict[tuple[str, ...], tuple[list[Grant], str]] = {}
        self._ruled: dict[tuple[str, frozenset[str]], Rules] = {}
        self.accepted: list[Accepted] = []
        self.quarantined: list[tuple[Entry, str]] = []
        found = found or load(county, entries)
        own = {_key(body) for body in map(_body, entries) if body}
        self.records = {key: found.records[key] for key in own & found.records.keys()}
        self._above = ChainMap(found.above, found.records)
        for group in batch.groups(entries):
            self._group(group)

    def _group(self, group: Sequence[Entry]) -> None:
        """Apply a unit of work whole, or set it aside whole."""
        trial: dict[Key, Held] = {}
        done: list[Accepted] = []
        reasons = [entry.reason for entry in group]
        if self._viewer.revoked and self._vouched is None:
            reasons = ["revoked"] * len(group)
        elif not batch.whole(group):
            reasons = ["group"] * len(group)
        for place, entry in enumerate(group):
            if not any(reasons) and entry.body:
                reasons[place] = self._one(entry, entry.body, trial, done)
        if any(reasons):
            self.quarantined += [
                (entry, reason or "group") for entry, reason in zip(group, reasons, strict=True)
            ]
        else:
            self.accepted += done
            self.records |= trial

    def _one(self, entry: Entry, body: Body, trial: dict[Key, Held], done: list[Accepted]) -> str:
        key = (body.t, bytes.fromhex(body.r))
        held = trial.get(key) or self.records.get(key)
        scope = held.scope if held else self._birthplace(body, trial)
        grants, reason = self._permission(body, held, scope)
        if not reason and held is None:
            reason = self._unfit_for_owner(body, trial)
        if reason:
            return reason
        now = held or _newborn(key, body, scope)
        rules = self._rules(body.t, grants)
        merged = merge.merge(self._state(now), self._device, body, rules, lambda: self._history(key, done))
        if merged.outcome == "quarantined":
            return merged.reason
        state = merged.state
        kept = {name: had for name, had in now.state.fver.items() if state.fver[name][0] == had[0]}
        if kept:
            state = replace(state, fver={**state.fver, **kept})
        after = replace(now, state=state, changed_by=body.u, changed_at=body.at)
        if body.op == "move":
            after = placing.moved_to(after, str(body.f[changes.MOVES_TO]))
        trial[key] = after
        left = placing.left(now, after)
        if after.scope != now.scope:
            left += self._take_along(now, after.scope, trial)
        elif held is None and scope != body.s:
            left = (replace(placing.place_of(after), scope=body.s),)
        done.append(Accepted(entry, body, merged, after, left))
        return ""

    def _permission(self, body: Body, held: Held | None, scope: str) -> tuple[list[Grant], str]:
        """Return the grants a change is judged by, and why its author may not make it, or "".

        Of new records that are alike in all that is looked at it is asked once.
        """
        if self._vouched is not None:
            return [grant for grant in self._vouched if grant.user == body.u], ""
        if held is not None or body.op == "move":
            grants = judging.acting(self._viewer, body)
            return grants, judging.permission(grants, body, held, scope)
        alike = (body.u, body.grant, body.t, scope, str(body.f.get("class")))
        if alike not in self._permitted:
            grants = judging.acting(self._viewer, body)
            self._permitted[alike] = grants, judging.permission(grants, body, None, scope)
        return self._permitted[alike]

    def _rules(self, kind: str, grants: list[Grant]) -> Rules:
        """Return the rules of a kind for an author with these grants, made once a batch."""
        roles = frozenset(grant.role for grant in grants)
        if (kind, roles) not in self._ruled:
            self._ruled[kind, roles] = merge.rules_of(KINDS[kind], partial(judging.legal, kind, roles))
        return self._ruled[kind, roles]

    def _state(self, held: Held) -> State:
        """Return what merging works with: as held, with this device in place of one it continues."""
        state = held.state
        fver = self._own_versions((held.kind.name, held.id), state) if self._former else state.fver
        floor = self._county.generation * changes.GENERATION
        return State(state.ver, state.values, fver, state.archived, floor)

    def _own_versions(self, key: Key, state: State) -> Mapping[str, tuple[int, str]]:
        """Return who set each field, with this device in place of one it continues."""
        former = {device.hex() for device in self._former}
        if not any(device in former for _, device in state.fver.values()):
            return state.fver
        rows = self._county.database.rows(
            "SELECT ver, device, n FROM feed WHERE record_id = ? AND kind = ?", key[1], key[0]
        )
        own = {ver for ver, device, n in rows if n <= self._former.get(bytes(device), 0)}
        return {
            name: (ver, self._device if ver in own else device) for name, (ver, device) in state.fver.items()
        }

    def _birthplace(self, body: Body, trial: dict[Key, Held]) -> str:
        """Return where a new record lies: with the one it belongs to, which may have been moved meanwhile."""
        key = judging.owner(KINDS[body.t], body.f)
        above = ChainMap(trial, self.records, self._above).get(key) if key else None
        return above.scope if above else body.s

    def _take_along(self, held: Held, scope: str, trial: dict[Key, Held]) -> tuple[Place, ...]:
        """Put all that hangs on a record into `scope`; return the places they leave."""
        along = placing.linked(self._county.database, held, {**self.records, **trial})
        trial |= {(one.kind.name, one.id): placing.moved_to(one, scope) for one in along}
        return tuple(map(placing.place_of, along))

    def scope_of(self, entry: Entry) -> str:
        """Return the area whose reviewers look at a change set aside: where its record lies now."""
        body = entry.body
        if body is None or entry.reason in ("altered", "kind", "record", "scope"):
            return body.s if body else ""
        held = self.records.get((body.t, bytes.fromhex(body.r)))
        return held.scope if held else self._birthplace(body, {})

    def _unfit_for_owner(self, body: Body, trial: dict[Key, Held]) -> str:
        """Return why a new record may not be beside the one it belongs to, or "": "class", "review.own"."""
        made = ChainMap(trial, self.records, self._above)
        key = judging.owner(KINDS[body.t], body.f)
        if key and judging.betrays(body, made.get(key)):
            return "class"
        return "review.own" if judging.own_review(self._county, body, made) else ""

    def _history(self, key: Key, done: Sequence[Accepted]) -> list[Past]:
        """Return the accepted changes of a record by version: those in the feed, then those of this batch."""
        rows = self._county.database.rows(
            "SELECT ver, device, n, body, set_, disputes FROM feed"
            " WHERE record_id = ? AND kind = ? ORDER BY seq",
            key[1],
            key[0],
        )
        past = []
        for ver, device, n, raw, differs, disputes in rows:
            own = n <= self._former.get(bytes(device), 0)
            body = upcast(changes.decode(bytes(raw)), KINDS[key[0]].sv)
            disputed = [dispute[1] for dispute in json.loads(disputes or "[]")]
            taken = changes.accepted(body, json.loads(differs or "{}"), disputed)
            past.append(Past(ver, self._device if own else bytes(device).hex(), body.f, taken))
        recent = [one for one in (*self.accepted, *done) if (one.held.kind.name, one.held.id) == key]
        return past + [one.past(self._device) for one in recent]


def load(county: County, entries: Iterable[Entry], *, trusting: bool = False) -> Found:
    """Return what merging `entries` needs, locked in one order for all; call inside a transaction.

    `trusting` does not look whether records said to be new are there already: writing one that is fails, and
    the entries are then loaded again without trust.
    """
    bodies = [body for body in map(_body, entries) if body]
    known = (body for body in bodies if not trusting or body.b or body.p)
    held = _held(county, (_key(body) for body in known), lock=True)
    above = (judging.owner(KINDS[body.t], body.f) for body in bodies if _key(body) not in held)
    return Found(held, _held(county, (key for key in above if key and key not in held)))


def _body(entry: Entry) -> Body | None:
    return None if entry.reason else entry.body


def _key(body: Body) -> Key:
    return body.t, bytes.fromhex(body.r)


def _held(county: County, keys: Iterable[Key], *, lock: bool = False) -> dict[Key, Held]:
    wanted: dict[str, set[bytes]] = {}
    for kind, record_id in keys:
        wanted.setdefault(kind, set()).add(record_id)
    return {
        (kind, record_id): held
        for kind in sorted(wanted)
        for record_id, held in records.load(county.database, kind, wanted[kind], lock=lock).items()
    }


def _newborn(key: Key, body: Body, scope: str) -> Held:
    """Return a record the county has never had; a class the author did not name is the kind's."""
    kind = KINDS[key[0]]
    values: dict[str, object] = {} if kind.class_ == "normal" else {"class": kind.class_}
    state = State(values=values)
    return Held(kind, key[1], scope, state, body.u, body.at, body.u, body.at)
