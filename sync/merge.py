"""How two edits of one record meet: a three-way merge by field, pure, used by the county server.

A change says which version of the record its author had seen (`b`). A field is *touched concurrently*
when the county changed it after that version and another device did so. Then the field's merge rule
decides (domain: sync §2.4):

| rule | concurrently touched |
|------|----------------------|
| guard | the value stays, the later one becomes an open conflict beside it |
| set | element by element: what the author added is added, what they removed is removed |
| append | what the author added is added, nothing is removed |
| text | changes in different paragraphs are joined and flagged for a person; else as guard |
| state | as guard; and at all times only legal transitions, or the change is quarantined |
| immutable | once filled, another value quarantines the change |

A field nobody declared is a guard. An edit brings an archived record back, and beats a concurrent
archiving with a conflict as a note.
A move puts the record into another area and touches no field; of two that do not know of each other the first
counts, because the second may name a place its author would no longer choose.
Nothing is dropped: a value is current, or was replaced by someone who had seen it, or is a conflict.

A value that the county made by joining two belongs to no device (`JOINED`): nobody has seen it before
the next pull, so the author's own later offline edits meet it like anybody's.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

import msgspec
from msgspec import Struct

from village_desk import crypto
from village_desk.changes import ARCHIVED, DECIDES, MOVES_TO, Body
from village_desk.fields import Merge
from village_desk.kinds import Kind

Outcome = Literal["ok", "conflict", "quarantined"]
Why = Literal["value", "joined", "archived"]

JOINED = ""
"""Stands for the device in `State.fver` where the county itself made the value."""
_BESIDE = frozenset((DECIDES, ARCHIVED, MOVES_TO))
MOST_PARAGRAPHS = 2_000
"""Longer texts are not joined but shown side by side: comparing them takes quadratic time."""


class State(Struct, frozen=True):
    """A record as the county holds it.

    Attributes:
        ver: Its version; 0 when the county has not seen it.
        values: Fields as sent, with `class`, `readers`, `profile` of the envelope; empty ones may be absent.
        fver: For each field the version that last set it, and the device, 32 hexadecimal digits.
        archived: Whether it is archived.
        floor: The county's newest version number block: what it numbers from now on lies above it
            (`village_desk.changes.GENERATION`).
    """

    ver: int = 0
    values: Mapping[str, object] = msgspec.field(default_factory=dict)
    fver: Mapping[str, tuple[int, str]] = msgspec.field(default_factory=dict)
    archived: bool = False
    floor: int = 0

    @property
    def next(self) -> int:
        """The version after this one; a record's first is `floor` + 1, and no other is."""
        return max(self.ver, self.floor + 1) + 1 if self.ver else self.floor + 1


class Past(Struct, frozen=True):
    """One accepted change of the record: what its device sent, and what the county set on it."""

    ver: int
    device: str
    sent: Mapping[str, object]
    accepted: Mapping[str, object]


class Sibling(Struct, frozen=True):
    """A value that could not stand: kept open beside the current one until a person decides.

    Attributes:
        id: 32 hexadecimal digits, the same at every attempt.
        field: The disputed field, or `ARCHIVED`.
        value: The value as sent by `device` in its change `n` (0 where the number is not at hand).
        why: "value": two values; "joined": the county joined two texts, to be read by a person;
            "archived": the record was archived while another edited it, and was brought back.
    """

    id: str
    field: str
    value: object
    device: str
    n: int
    why: Why


class Merged(Struct, frozen=True):
    """What became of a change.

    Attributes:
        outcome: "ok", "conflict" (accepted, with siblings) or "quarantined" (no effect but to be kept).
        state: The record afterwards.
        differs: Fields of the change that did not become what it says, with the value that stands now;
            `ARCHIVED` among them when an edit brought the record back or beat an archiving.
        siblings: Conflicts it opens.
        decides: Ids of the conflicts it closes.
        reason: Why it was quarantined: "op", "record.unknown", "field.immutable", "state.illegal",
            "moved" (another device has moved it meanwhile); else "".
    """

    outcome: Outcome
    state: State
    differs: Mapping[str, object] = msgspec.field(default_factory=dict)
    siblings: tuple[Sibling, ...] = ()
    decides: tuple[str, ...] = ()
    reason: str = ""


class Rules(Struct, frozen=True):
    """The rules of a kind.

    Attributes:
        merge: The rule by field; a field that is not named is a guard.
        legal: Says whether a state field may go from one value to another: (field, old, new).
    """

    merge: Mapping[str, Merge]
    legal: Callable[[str, object, object], bool] = lambda _field, _old, _new: True


def rules_of(kind: Kind, legal: Callable[[str, object, object], bool]) -> Rules:
    """Return the rules of `kind` with the legal transitions of its states."""
    return Rules(kind.merging, legal)


def merge(
    state: State, device: str, body: Body, rules: Rules, history: Callable[[], Sequence[Past]]
) -> Merged:
    """Apply the change `body` of `device` to `state`.

    `history` is asked only when a set or a text was touched concurrently, or a record archived that has
    changed since: it returns the accepted changes of the record in the order of their versions.
    """
    if state.ver == 0 and (body.b or body.p):  # what made the record is set aside, or has not come yet
        return Merged("quarantined", state, reason="record.unknown")
    if state.ver == 0 and body.op in ("move", "archive"):
        return Merged("quarantined", state, reason="op")
    edit = _Edit(state, device, body, rules, history)
    reason = edit.refusal()
    if reason:
        return Merged("quarantined", state, reason=reason)
    if body.op == "archive":
        edit.archive()
    elif body.op == "move":
        edit.fver[MOVES_TO] = (state.ver + 1, device)  # where it lies is no value of it
    else:
        edit.put()
    return edit.result()


@dataclass(slots=True)
class _Edit:
    """One merge under way."""

    state: State
    device: str
    body: Body
    rules: Rules
    history: Callable[[], Sequence[Past]]
    sent: dict[str, object] = field(init=False)
    values: dict[str, object] = field(init=False)
    fver: dict[str, tuple[int, str]] = field(init=False)
    archived: bool = field(init=False)
    differs: dict[str, object] = field(default_factory=dict)
    siblings: list[Sibling] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sent = dict(self.body.f)
        if not _BESIDE.isdisjoint(self.sent):
            self.sent = {name: value for name, value in self.sent.items() if name not in _BESIDE}
        self.values = dict(self.state.values)
        self.fver = dict(self.state.fver)
        self.archived = self.state.archived

    def touched(self, name: str) -> bool:
        """Say whether another device set the field after the version this author had seen."""
        ver, device = self.state.fver.get(name, (0, self.device))
        return ver > self.body.b and device != self.device

    def refusal(self) -> str:
        """Return why the whole change is to be quarantined, or ""."""
        if self.body.op == "move":
            return "moved" if self.touched(MOVES_TO) else ""
        for name, value in self.sent.items():
            rule = self.rules.merge.get(name)
            if rule not in ("immutable", "state"):
                continue
            current = self.state.values.get(name)
            if value == current:
                continue
            if rule == "immutable" and current is not None:
                return "field.immutable"
            if rule == "state" and not self.may_become(name, current, value):
                return "state.illegal"
        return ""

    def may_become(self, name: str, current: object, value: object) -> bool:
        # A concurrent transition becomes a conflict, and deciding one may lead anywhere its siblings do.
        return self.body.op == "resolve" or self.touched(name) or self.rules.legal(name, current, value)

    def put(self) -> None:
        if not self.state.fver:  # nobody has set anything: there is nothing to meet
            self.values.update(self.sent)
            self.fver = dict.fromkeys(self.sent, (self.state.next, self.device))
            return
        for name, value in self.sent.items():
            self.put_field(name, value)
        if self.archived:
            self.bring_back()

    def bring_back(self) -> None:
        """Let the edit of an archived record beat the archiving, and note it if its author could not know."""
        ver, archiver = self.fver.get(ARCHIVED, (0, self.device))
        if self.touched(ARCHIVED):
            found = _sibling_id(
                archiver, ver, ARCHIVED
            )  # by its version, so that each archiving is noted once
            self.siblings.append(Sibling(found, ARCHIVED, True, archiver, 0, "archived"))
        self.archived = False
        self.fver[ARCHIVED] = (self.state.next, self.device)
        self.differs[ARCHIVED] = False

    def put_field(self, name: str, value: object) -> None:
        current = self.values.get(name)
        if value == current or not self.touched(name):
            self.set(name, value, self.device)
            return
        match self.rules.merge.get(name, "guard"):
            case "set":
                self.join(name, value, _join_sets(self.seen(name), current, value))
            case "append":
                self.join(name, value, _join_lists(self.seen(name), current, value))
            case "text":
                self.join_text(name, value, current)
            case _:
                self.keep(name, value, current)

    def keep(self, name: str, value: object, current: object) -> None:
        """Let the current value stand and the sent one lie open beside it."""
        self.differs[name] = current
        self.dispute(name, value, "value")

    def join_text(self, name: str, value: object, current: object) -> None:
        joined = join_paragraphs(str(self.seen(name) or ""), str(current or ""), str(value or ""))
        if joined is None:
            self.keep(name, value, current)
            return
        self.join(name, value, joined)
        if joined != value:
            self.dispute(name, value, "joined")

    def join(self, name: str, value: object, joined: object) -> None:
        if joined == value:
            self.set(name, value, self.device)
            return
        self.differs[name] = joined
        self.set(name, joined, JOINED)

    def set(self, name: str, value: object, device: str) -> None:
        self.values[name] = value
        self.fver[name] = (self.state.next, device)

    def dispute(self, name: str, value: object, why: Why) -> None:
        found = _sibling_id(self.device, self.body.n, name)
        self.siblings.append(Sibling(found, name, value, self.device, self.body.n, why))

    def seen(self, name: str) -> object:
        """Return the value the author had before them: the seen version, then their own changes since."""
        value: object = None
        for past in self.history():
            shown = (
                past.accepted if past.ver <= self.body.b else past.sent if past.device == self.device else {}
            )
            value = shown.get(name, value)
        return value

    def archive(self) -> None:
        if self.archived:
            return
        if self.edited_unseen():
            self.dispute(ARCHIVED, value=True, why="archived")
            self.differs[ARCHIVED] = False
            return
        self.archived = True
        self.fver[ARCHIVED] = (self.state.next, self.device)

    def edited_unseen(self) -> bool:
        """Say whether another device edited the record after the seen version, be it only into a conflict."""
        if self.body.b >= self.state.ver:
            return False
        return any(
            past.ver > self.body.b and past.device != self.device and past.sent for past in self.history()
        )

    def result(self) -> Merged:
        state = State(self.state.next, self.values, self.fver, self.archived, self.state.floor)
        named = self.body.f.get(DECIDES)
        return Merged(
            outcome="conflict" if self.siblings else "ok",
            state=state,
            differs=self.differs,
            siblings=tuple(self.siblings),
            decides=tuple(str(each) for each in named) if isinstance(named, list) else (),
        )


def _sibling_id(device: str, number: int, name: str) -> str:
    """Return the id of a conflict: the same for the same change and field, so a retry makes no second."""
    return crypto.digest(f"{device}/{number}/{name}".encode())[:16].hex()


def _elements(value: object) -> list[object]:
    if isinstance(value, list | tuple):
        return list(value)
    return [*str(value).split("\n")] if value else []


def _join_sets(seen: object, current: object, new: object) -> object:
    before, now, wanted = _elements(seen), _elements(current), _elements(new)
    added = [each for each in wanted if each not in before and each not in now]
    kept = [each for each in now if each in wanted or each not in before]
    return sorted([*kept, *added], key=str)


def _join_lists(seen: object, current: object, new: object) -> object:
    before, now = _elements(seen), _elements(current)
    joined = now + [each for each in _elements(new) if each not in before and each not in now]
    return joined if isinstance(new, list | tuple) else "\n".join(map(str, joined))


def join_paragraphs(seen: str, current: str, new: str) -> str | None:
    """Join two texts that were both made from `seen` (diff3); None when both changed the same place.

    Changes that only touch each other count as the same place: in a signed statement the order of two
    new sentences is not for a machine to choose.
    """
    before, ours, theirs = (text.split("\n") for text in (seen, current, new))
    if max(len(before), len(ours), len(theirs)) > MOST_PARAGRAPHS:
        return None
    hunks = sorted({*_hunks(before, ours), *_hunks(before, theirs)})
    if any(later[0] <= earlier[1] for earlier, later in pairwise(hunks)):
        return None
    joined: list[str] = []
    done = 0
    for start, end, lines in hunks:
        joined += [*before[done:start], *lines]
        done = end
    return "\n".join([*joined, *before[done:]])


def _hunks(before: list[str], after: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [(low, high, tuple(after[first:last])) for tag, low, high, first, last in codes if tag != "equal"]
