"""A county's year of work made by the database: so many records in 300 villages, to be counted."""

from __future__ import annotations

from dataclasses import dataclass

from county_server import accounts
from county_server.county import County
from village_desk import divisions

VILLAGES = 300
_DAYS = "mod(i * 7919, 365)"
_DAY = f"to_char(date '2026-01-01' + {_DAYS}::int, 'YYYY-MM-DD')"
_MOMENT = f"1767200400000 + {_DAYS} * 86400000"
_ORDER = (
    *(
        "mediation_case",
        "adviser_visit",
        "submission",
        "consultation",
        "case_party",
        "agreement",
        "follow_up",
    ),
    *("served_item", "satisfaction", "publicity_activity", "legal_aid", "review"),
)


def _pick(of: str, *values: str) -> str:
    return f"(ARRAY[{', '.join(values)}])[(1 + mod({of}, {len(values)}))::int]"


def _id(kind: str, number: str) -> str:
    return f"decode(lpad(to_hex({_ORDER.index(kind) + 1} * 4294967296 + {number}), 32, '0'), 'hex')"


@dataclass(frozen=True)
class _Made:
    """Records of a kind: their share of all, the SQL of the columns, the number of what the ith lies with."""

    share: float
    columns: dict[str, str]
    of: str = "i"


def _on_case(share: float, columns: dict[str, str]) -> _Made:
    of = "1 + mod(i, {mediation_case})"
    return _Made(share, {"case": _id("mediation_case", f"({of})"), **columns}, of)


_MADE = {
    "mediation_case": _Made(
        0.08,
        {
            "accepted_on": _DAY,
            "source": _pick("i", "'ex_officio'", "'application'", "'court'", "'police'"),
            "dispute_type": _pick("i * 17", *(f"'{number:02}'" for number in range(1, 11))),
            "difficulty": _pick("i", "'simple'", "'complex'"),
            "at_stake": "mod(i * 131, 9000000)",
            "state": _pick("i", "'accepted'", "'agreed'", "'performed'", "'closed'"),
            "result": _pick("i", "NULL", "'success'", "'success'", "'failed'"),
            "number": "'（2026）练习' || i || '号'",
        },
    ),
    "adviser_visit": _Made(
        0.04,
        {
            "visited_on": _DAY,
            "mode": "'on_site'",
            "arrived_at": _MOMENT,
            "left_at": f"{_MOMENT} + 3600000 + mod(i * 60000, 7200000)",
        },
    ),
    "consultation": _Made(
        0.56,
        {
            "met_on": _DAY,
            "channel": "(1 + mod(i, 6))::text",
            "topic": _pick("i * 31", *(f"'T{n:02}'" for n in (1, 2, 5, 5, 5, 7, 8, 9, 10, 12, 13, 18, 19))),
            "groups": _pick("i", "NULL", "'[\"G02\"]'", "NULL"),
            "handling": _pick("i", "'[\"1\"]'", "'[\"3\"]'", "'[\"213\"]'"),
            "outcome": _pick("i", "'yes'", "'partly'", "'no'"),
            "answered_on": f"to_char(date '2026-01-01' + ({_DAYS} + mod(i, 9))::int, 'YYYY-MM-DD')",
            "urgent": "(mod(i, 50) = 0)::int",
            "content": "repeat('练习', 60)",
            "name": "'练习'",
        },
    ),
    "case_party": _on_case(0.12, {"role": "'party'"}),
    "agreement": _on_case(0.04, {}),
    "follow_up": _on_case(0.02, {"performance": "'done'"}),
    "submission": _Made(
        0.03,
        {
            "record_kind": "'adviser_visit'",
            "record_id": f"encode({_id('adviser_visit', 'i')}, 'hex')",
            "round": "1",
        },
    ),
    "review": _Made(
        0.03,
        {
            "submission": _id("submission", "i"),
            "outcome": _pick("i", "'approved'", "'approved'", "'returned'"),
        },
    ),
    "served_item": _Made(
        0.03,
        {
            "visit": _id("adviser_visit", "i"),
            "service": _pick("i", "'consultation'", "'guidance'"),
            "quantity": "1",
        },
    ),
    "satisfaction": _Made(0.03, {"rated_on": _DAY, "attitude": "(1 + mod(i, 4))::text", "solved": "'1'"}),
    "publicity_activity": _Made(0.01, {"held_on": _DAY, "way": "'[\"05\"]'", "people": "mod(i, 90)"}),
    "legal_aid": _Made(0.01, {"applied_on": _DAY, "received_by_agency_on": _DAY}),
}


def villages(county: str) -> list[str]:
    """Return the first 300 villages that stand in the codes of the county."""
    found = [one.code for town in divisions.children(county) for one in divisions.children(town.code)]
    return [code for code in found if not code.endswith("000")][:VILLAGES]


def filled(here: County, records: int) -> None:
    """Make a year of records, name the villages, and note where records are."""
    database, units = here.database, villages(here.code)
    counts = {kind: round(made.share * records) for kind, made in _MADE.items()}
    for code in units:
        held = divisions.division(code)
        accounts.add_unit(here, code, held.short_name if held else code)
    with database.writing():
        for kind, made in _MADE.items():
            place = _pick(f"({made.of.format(**counts)}) * 7", *(f"'{code}'" for code in units))
            names = ", ".join(f'"{name}"' for name in made.columns)
            values = ", ".join(made.columns.values()).replace(
                "{mediation_case}", str(counts["mediation_case"])
            )
            database.rows(
                f'INSERT INTO "{kind}" (id, scope, ver, archived, class, profile, created_at, "sum", {names})'  # noqa: S608 - ours
                f" SELECT {_id(kind, 'i')}, {place}, 1, 0, 'normal', 0, {_MOMENT}, 0, {values}"
                f" FROM generate_series(1::bigint, {counts[kind]}::bigint) AS s(i)"
            )
            database.rows(
                "INSERT INTO tally (village, kind, class, count, sum)"  # noqa: S608 - ours
                f" SELECT scope, '{kind}', 'normal', count(*), 0 FROM \"{kind}\" GROUP BY scope"
            )
    with database.connected():
        database.rows("ANALYZE")
