"""What a new record begins with: today, who writes, and everything its case or its person already says."""

from collections.abc import Collection
from datetime import date

from ui.looks import LOOKS
from ui.sight import Sight
from village_desk import times
from village_desk.kinds import KINDS, Values, extra
from village_desk.queries.records import Record


def first_values(kind: str, given: Values, parent: Sight | None, writer: str, today: date) -> Values:
    """Return what a new record of `kind` begins with.

    Args:
        kind: Which kind.
        given: What the button that began it already says.
        parent: The record it is to hang on, if it hangs on one.
        writer: Name of who is signed in.
        today: The legal day.
    """
    look = LOOKS[kind]
    first: Values = {**look.begins, **given}
    first |= dict.fromkeys(look.days, today)
    first |= dict.fromkeys(look.writer, writer)
    declared = KINDS[kind]
    if not declared.parent or parent is None:
        return first
    first[declared.parent] = parent.id
    above = parent.values
    first |= {name: above[of] for name, of in look.same.items() if above.get(of) is not None}
    parties = [one.name for one in parent.children.get("case_party", []) if one.name]
    if look.names and parties:
        first[look.names] = "、".join(parties)
    if kind == "agreement":
        first["copies"] = len(parties) + 1  # one for each party and one for the committee
    if kind == "dossier":
        first["year"] = today.year
    if "order" in declared.fields:
        first["order"] = len(parent.children.get(kind, [])) + 1
    return first


def copied(person: Record, kind: str, today: date) -> Values:
    """Return the copy of a person that a record of `kind` begins with, and the link to the person."""
    values: Values = {
        name: value for name in LOOKS[kind].carries if (value := person.values.get(name)) is not None
    }
    values["person"] = person.id
    born = person.values.get("born_on")
    if isinstance(born, date) and "age" in KINDS[kind].fields:
        values["age"] = times.age_on(born, today)
    return values


def unseen(begins: Values, shown: Collection[str], *, saved: bool) -> Values:
    """Return what of `begins` no editor shows: of a saved record, only fields the county has given up."""
    return {name: value for name, value in begins.items() if name not in shown and (not saved or extra(name))}
