"""What a kind sends is recorded with its schema version: no changed field travels under an old number."""

import json
from pathlib import Path

from village_desk.kinds import KINDS

RECORDED = Path(__file__).parent / "wire_shapes.json"


def shape(kind):
    return [f"{name} {spec.face}" for name, spec in sorted(kind.fields.items())]


def test_fields_that_travel_change_only_with_the_schema_version_of_their_kind():
    """After raising `sv` and giving `upcasts` its step, record the new shape in wire_shapes.json."""
    recorded = json.loads(RECORDED.read_text("utf-8"))
    assert recorded.keys() == KINDS.keys()
    for name, kind in KINDS.items():
        newest = max(recorded[name], key=int)
        assert (name, kind.sv) == (name, int(newest))
        assert (name, shape(kind)) == (name, recorded[name][newest])
