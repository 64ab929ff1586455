"""Records of every kind and class at a county, each with words of its own, and who may see them where."""

import re

from county_server import schema
from tests.county_server.conftest import VILLAGE
from village_desk import ids, rights
from village_desk.kinds import KINDS

APPLICATION, ORDER, REFERRAL = (bytes([place]) * 16 for place in (1, 2, 3))
"""Ids of the records whose pages are asked for."""
_STATES = {"legal_aid": "handed_over", "hotline_order": "registered", "referral": "registered"}
_KNOWN = {"legal_aid": APPLICATION, "hotline_order": ORDER, "referral": REFERRAL}
_TELLS = {"record_kind", "record_id", "state", "readers", "of_kind", "of_id", "of_class", "act"}
"""Fields that hold names of ours, and no words of people."""
_WORD = re.compile(r"CANARY-(\w+)-(\w+)-(\w+)-E")


def word(kind, class_, field):
    """What stands in one field."""
    return f"CANARY-{kind}-{class_}-{field}-E"


def plant(here, kinds=tuple(KINDS)):
    """Write a record of every kind and class into the tables of a county."""
    with here.database.writing():
        for kind in kinds:
            for class_ in rights.CLASSES:
                _plant(here, KINDS[kind], class_)


def _plant(here, kind, class_):
    record = _KNOWN.get(kind.name, ids.new_id()) if class_ == "normal" else ids.new_id()
    values = {"id": record, "scope": VILLAGE, "class": class_, "profile": 1, "created_at": here.clock()}
    values |= {"ver": 1, "archived": 0, "sum": 0, "changed_at": here.clock()}
    for name, spec in kind.fields.items():
        if spec.face in ("text", "note") and name not in _TELLS and not spec.check:
            values[name] = word(kind.name, class_, name)
        if spec.face == "link" and spec.to in _KNOWN:
            values[name] = _KNOWN[spec.to]
    if kind.name in _STATES:
        values["state"] = _STATES[kind.name]
    names = schema.columns(kind)
    here.database.insert(kind.name, names, [tuple(values.get(name) for name in names)])


def seen(text):
    """The words in a page, as (kind, class, field)."""
    return set(_WORD.findall(text))


def readable(role, kind, class_, field):
    """Say whether the table lets a role of the county read the words of a field; nobody is a named reader."""
    if class_ == "restricted" or rights.reach(role, "read", kind, class_) not in ("county", "public"):
        return False
    masked = rights.masked(role, kind, class_, sent=True)
    return not (masked and field in rights.masked_fields(KINDS[kind]))
