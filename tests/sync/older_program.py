"""A desk of an older release, in a process of its own: its kinds have the fields and versions of then.

`python -m tests.sync.older_program FOLDER ADDRESS RECORD…` syncs, changes the records, writes one of its own,
syncs again, and prints what it saw as JSON.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path

from sync import engine
from sync.enrolment import identity
from sync.exchange import HttpExchange
from tests.sync.world import desk_of_file, shown, write
from village_desk import changes, times
from village_desk.kinds import KINDS

SHAPES = Path(__file__).parents[1] / "village_desk" / "wire_shapes.json"


def go_back():
    """Let every kind be as its first version travelled."""
    for name, versions in json.loads(SHAPES.read_text("utf-8")).items():
        then = {line.partition(" ")[0] for line in versions["1"]}
        fields = {field: spec for field, spec in KINDS[name].fields.items() if field in then}
        KINDS[name] = replace(KINDS[name], fields=fields, sv=1)


def round_of(desk, address):
    line = HttpExchange(address, identity(desk.store))
    try:
        report = engine.run_round(desk.store, line, times.now)
    finally:
        line.close()
    return {"complete": report.complete, "mismatched": report.mismatched, "aside": report.quarantined}


def main(folder, address, *wanted):
    desk = desk_of_file(Path(folder), times.now)
    go_back()
    then = replace(desk.session.profile, kinds=KINDS)  # as read today: its deadlines name newer fields
    desk.session = replace(desk.session, profile=then)
    rounds = [round_of(desk, address)]
    seen = [shown(desk, bytes.fromhex(record)) for record in wanted]
    for record in wanted:
        write(desk, bytes.fromhex(record), cause="老版本改的")
    write(desk, name="老版本写的")
    rounds.append(round_of(desk, address))
    bodies = [
        changes.decode(bytes(raw)) for (raw,) in desk.store.query('SELECT "body" FROM "change" ORDER BY "n"')
    ]
    desk.close()
    sent = [[body.sv, sorted(body.f)] for body in bodies]
    print(json.dumps({"rounds": rounds, "seen": seen, "sent": sent}))


if __name__ == "__main__":
    main(*sys.argv[1:])
