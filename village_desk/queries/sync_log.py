"""What support may know of a desk's sync: codes, counts, times, versions. Nothing of it is about a person.

Every value here is a number, a code of this program, a version, or a division code; no text that anybody
typed is read at all, so that none can get in.
"""

import json
import platform
import re

from village_desk import VERSION, times
from village_desk.kinds import KINDS
from village_desk.queries import outbox
from village_desk.session import Session
from village_desk.store import Store, connection, tally

ROUNDS = 300
"""Latest rounds that are told one by one."""
_CODE = re.compile(r"[a-z][a-z0-9_.]{0,60}")
_NUMBERS = ("sync.cursor", "sync.tallied", "sync.epoch", "sync.batch", "sync.ratio", "clock_offset")
_GROUPS = {
    "changes": 'SELECT "state", "kind", count(*) FROM "change" GROUP BY 1, 2',
    "set_aside": 'SELECT "reason", count(*) FROM "change" WHERE "state" = \'quarantined\' GROUP BY 1',
    "mended": 'SELECT "how", count(*) FROM "mending" GROUP BY 1',
    "conflicts": 'SELECT "kind", "field", "why", "open", count(*) FROM "conflict" GROUP BY 1, 2, 3, 4',
    "others": 'SELECT "outcome", "kind", count(*) FROM "remote_change" GROUP BY 1, 2',
    "held_files": 'SELECT "kind", count(*) FROM "held_bundle" GROUP BY 1',
    "carried": 'SELECT "kind", count(*) FROM "carried_change" GROUP BY 1',
    "attachments": 'SELECT "here", "at_county", "stays", count(*) FROM "blob" GROUP BY 1, 2, 3',
}


def text(session: Session) -> str:
    """Return the log as JSON, readable as it is."""
    return json.dumps(log(session), ensure_ascii=True, indent=1, sort_keys=True)


def log(session: Session) -> dict[str, object]:
    """Return what support asks for first; times are UTC ms."""
    store = session.store
    status = outbox.status(session)
    return {
        "made_at": session.now(),
        "made_at_text": times.local_text(session.now()),
        "version": VERSION,
        "file_version": connection.FILE_VERSION,
        "schemas": {name: kind.sv for name, kind in KINDS.items()},
        "profile": store.profile_version,
        "system": {
            "name": platform.system(),
            "release": platform.release(),
            "machine": platform.machine(),
            "python": platform.python_version(),
        },
        "unit": _digits(store.unit_code),
        "device": store.device_id.hex(),
        "state": {
            name: value for name in _NUMBERS if re.fullmatch(r"-?\d+", value := store.text_state(name))
        },
        "incarnation": _hexadecimal(store.text_state("sync.inc")),
        "mismatched": [_digits(each) for each in store.text_state("sync.mismatched").split("\n") if each],
        "log_contradiction": store.state("log.evidence") is not None,
        "enrolled": status.enrolled,
        "waiting": {"changes": status.waiting, "attachments": status.blobs_waiting},
        "last_success": status.last_success,
        "head": store.head().n,
        "receipts": _receipts(store),
        "sums": {
            f"{_digits(scope)} {_code(class_)}": count
            for (scope, class_), (count, _) in tally.held(store).items()
        },
        "file_bytes": sum(found.stat().st_size for found in store.folder.glob("desk.db*") if found.is_file()),
        "rounds": [
            {"at": at, "outcome": _code(outcome), "pushed": pushed, "pulled": pulled, "ms": took}
            for at, outcome, pushed, pulled, took in outbox.rounds(session, ROUNDS)
        ],
        **{name: _counted(store, sql) for name, sql in _GROUPS.items()},
    }


def _counted(store: Store, sql: str) -> dict[str, int]:
    """Return counts by their codes; what is no code is counted as "?" and not told."""
    found: dict[str, int] = {}
    for *names, count in store.query(sql):
        words = " ".join(_code(str(name)) for name in names)
        found[words] = found.get(words, 0) + count
    return found


def _receipts(store: Store) -> dict[str, int]:
    count, last, at = store.query('SELECT count(*), max("last_n"), max("received_at") FROM "receipt"')[0]
    return {"count": count, "last": last or 0, "received_at": at or 0}


def _code(word: str) -> str:
    return word if _CODE.fullmatch(word) or re.fullmatch(r"\d{0,3}", word) else "?"


def _digits(word: str) -> str:
    return word if re.fullmatch(r"\d{6,12}", word) else "?"


def _hexadecimal(word: str) -> str:
    return word if re.fullmatch(r"[0-9a-f]{0,40}", word) else "?"
