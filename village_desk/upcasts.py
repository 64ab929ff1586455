"""Reading a change of an older schema version as one of today's.

A body is never rewritten: it is hashed and signed. What it says is read through the steps here, by desks
(own pending changes after an update of the program) and by the county (a bundle may arrive a year late).
A step goes from one schema version (`sv`) of a kind to the next and changes only the fields; every step
ever shipped stays for ever (`docs/versions.md`).
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from village_desk.changes import Body

Fields = dict[str, object]
Step = Callable[[Fields], Fields]
"""Takes the fields of a change as sent under the older version; returns them as sent under the next."""


def _unchanged(fields: Fields) -> Fields:
    """What the next version adds, an older one left empty."""
    return fields


STEPS: Mapping[tuple[str, int], Step] = {
    ("attachment", 1): _unchanged,  # 2 adds `sheet_page`
    ("sheet", 1): _unchanged,  # 2 adds `shown`
    ("mediation_case", 1): _unchanged,  # 2 adds `committee_type`, `averted`, `averted_people`
    ("mediation_case", 2): _unchanged,  # 3 adds `consented`, `refusal_ground`, `told_remedies`
    ("case_party", 1): _unchanged,  # 2 adds `signed_on`
    ("consultation", 1): _unchanged,  # 2 adds what an intake asks: limits, feedback, following up
    ("consultation", 2): _unchanged,  # 3 adds `agent_name`
    ("person", 1): _unchanged,  # 2 adds `household`, `household_relation`
    ("legal_aid", 1): _unchanged,  # 2 adds agency, education, form, stage and what makes it urgent
    ("served_item", 1): _unchanged,  # 2 adds `activity`
    ("publicity_activity", 1): _unchanged,  # 2 adds `place_type`
    ("complaint", 1): _unchanged,  # 2 adds `accepted_on`, `decided_on`
    ("resource", 1): _unchanged,  # 2 adds `charge`
    ("court_confirmation", 1): _unchanged,  # 2 adds `filed_on`, `received_on`
}
"""By kind and the version a step starts from."""


def upcast(body: Body, sv: int, steps: Mapping[tuple[str, int], Step] = STEPS) -> Body:
    """Return `body` as it would read under schema version `sv` of its kind.

    Raises:
        KeyError: There is no step from one of the versions between; the change waits in quarantine.
        ValueError: It is of a newer version than `sv`.
    """
    if body.sv > sv:
        raise ValueError("the change is of a newer schema version")
    if body.sv == sv:
        return body
    fields = dict(body.f)
    for version in range(body.sv, sv):
        fields = steps[body.t, version](fields)
    return replace(body, sv=sv, f=fields)
