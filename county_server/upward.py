"""What a county hands upward by PostgreSQL's logical replication, and the tables it arrives in.

A county publishes codes, days, numbers and links of the kinds that are counted, of records of class "normal".
No text of any record leaves it, nor who a person is: no more than the purpose needs (个人信息保护法 第六条).
The store above holds each table in partitions, one a county, by the beginning of the division code; a trigger
that replication passes by keeps everybody else from writing there.

Who may replicate could decode whole rows by another plugin than PostgreSQL's own, so the province is never
let near the county's database: the county fills a store of its own first, of one partition, and the province
reads that one. Both are made by the same statements.
"""

import argparse
from collections.abc import Callable, Iterable

from county_server import schema
from county_server.config import Config
from county_server.county import COUNTY_CODE_DIGITS
from county_server.errors import CountyTrouble
from village_desk.kinds import KINDS, Kind
from village_desk.tables import Model

Answer = tuple[bool, str, dict[str, object]]
Add = Callable[[str, Callable[[Config, argparse.Namespace], Answer], str], argparse.ArgumentParser]

_COUNTED = """
consultation visit_report referral referral_step hotline_order order_step mediation_case mediation_session
agreement oral_agreement instalment follow_up court_confirmation dispute_sweep found_dispute subsidy_claim
claimed_case legal_aid agency_decision aid_designation aid_termination aid_closing aid_callback
adviser_appointment village_survey adviser_plan plan_item adviser_visit served_item visit_confirmation
legal_opinion checkup checkup_risk adviser_report report_line adviser_assessment assessment_item
publicity_activity satisfaction major_matter register_person volunteer volunteer_service law_aware_person
training hot_matter inspection unit_profile
"""
COUNTED = tuple(_COUNTED.split())
"""Kinds that statistics of a province count; people, papers and what is confidential by kind stay at home."""

ENVELOPE = ("id", "scope", "ver", "archived", "class", "profile", "created_at", "changed_at")
WORDS = ("text", "note")
WITHHELD = ("born_on", "age", "nation")
"""Fields without words that would tell, with place and day, who somebody is."""

_TYPES = {"BLOB": "BYTEA", "INT": "INTEGER"}
_PLACES = {"unit": ("code", "name"), "tally": ("village", "kind", "class", "count")}
"""Tables beside those of the kinds, and what goes of them: names of villages, and how many records stand."""
_PLACE_TYPES = {"count": "BIGINT"}
_NORMAL = """ WHERE ("class" = 'normal')"""
_NAME = "upward"

_GUARD = """\
CREATE OR REPLACE FUNCTION of_its_county() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'these rows are written by their county alone' USING ERRCODE = '25006'; END $$"""
_TRIGGER = "CREATE OR REPLACE TRIGGER of_its_county BEFORE INSERT OR UPDATE OR DELETE"
_READER = """\
DO $$ BEGIN CREATE ROLE upward_reader NOLOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"""
_PUBLICATION = """\
DO $$ BEGIN CREATE PUBLICATION upward
    WITH (publish = 'insert, update, delete', publish_via_partition_root = true);
EXCEPTION WHEN duplicate_object THEN NULL; END $$"""


def fields(kind: Kind) -> list[str]:
    """Return the declared fields of a kind that leave the county."""
    return [
        name
        for name, spec in kind.fields.items()
        if spec.face not in WORDS and name not in WITHHELD and (spec.face != "link" or spec.to in COUNTED)
    ]


def county_statements() -> list[str]:
    """Return what makes a county's database publish, as superuser; said again after each update.

    Rows are known by village, id and class: so a record that becomes confidential, or moves, is taken out
    above where it stood.
    """
    known_by = [f'ALTER TABLE "{name}" REPLICA IDENTITY USING INDEX "{name}_scope"' for name in COUNTED]
    leaves = {name: _listed(columns) for name, columns in _PLACES.items()}
    leaves |= {name: _listed((*ENVELOPE, *fields(KINDS[name]))) for name in COUNTED}
    parts = [f'"{name}" {listed}{_NORMAL if "class" in listed else ""}' for name, listed in leaves.items()]
    readable = [f'GRANT SELECT {listed} ON "{name}" TO upward_reader' for name, listed in leaves.items()]
    published = f"ALTER PUBLICATION {_NAME} SET TABLE " + ",\n    ".join(parts)
    return [*known_by, _READER, *readable, _PUBLICATION, published]


def store_statements(codes: Iterable[str]) -> list[str]:
    """Return what makes a database a store for the counties `codes`; said again for new ones and updates.

    It publishes what it holds in turn, for the next store above.

    Raises:
        CountyTrouble: "county.code": one is not a county's six digits.
    """
    counties = [_checked(code) for code in codes]
    declared = schema.models("postgres")
    tables = {name: _place_columns(name) for name in _PLACES}
    tables |= {name: _columns(KINDS[name], declared[name]) for name in COUNTED}
    made = [_GUARD, _READER]
    for name, columns in tables.items():
        made += _table(name, columns, counties)
    parts = ", ".join(f'"{name}"' for name in tables)
    return [*made, _standing(), _PUBLICATION, f"ALTER PUBLICATION {_NAME} SET TABLE {parts}"]


def empty_statements(codes: Iterable[str]) -> list[str]:
    """Return what empties a store of these counties, before they are copied anew.

    Raises:
        CountyTrouble: "county.code".
    """
    counties = [_checked(code) for code in codes]
    return [f'TRUNCATE "{name}_{code}"' for code in counties for name in (*_PLACES, *COUNTED)]


def _checked(code: str) -> str:
    if len(code) != COUNTY_CODE_DIGITS or not (code.isascii() and code.isdigit()):
        raise CountyTrouble("county.code")
    return code


def _listed(columns: Iterable[str]) -> str:
    return "(" + ", ".join(f'"{column}"' for column in columns) + ")"


def _columns(kind: Kind, model: Model) -> dict[str, str]:
    """Return the columns of a kind above and their types, the place first."""
    wanted = ("scope", *(each for each in ENVELOPE if each != "scope"), *fields(kind))
    types = {each: model._meta.columns[each].field_type for each in wanted}  # noqa: SLF001 - peewee's own way
    return {each: _TYPES.get(type_, type_) for each, type_ in types.items()}


def _place_columns(name: str) -> dict[str, str]:
    return {each: _PLACE_TYPES.get(each, "TEXT") for each in _PLACES[name]}


def _table(name: str, columns: dict[str, str], counties: list[str]) -> list[str]:
    """Return what makes one table, in partitions by the beginning of its first column."""
    place, *rest = columns
    keys = (place, "id") if name in COUNTED else {"unit": (place,), "tally": (place, "kind", "class")}[name]
    typed = [f'"{place}" TEXT COLLATE "C"', *(f'"{each}" {columns[each]}' for each in rest if each in keys)]
    others = [f'ADD COLUMN IF NOT EXISTS "{each}" {columns[each]}' for each in rest if each not in keys]
    typed.append(f"PRIMARY KEY ({', '.join(keys)})")
    return [
        f'CREATE TABLE IF NOT EXISTS "{name}" ({", ".join(typed)}) PARTITION BY RANGE ("{place}")',
        f'ALTER TABLE "{name}" {", ".join(others)}',
        *(
            f'CREATE TABLE IF NOT EXISTS "{name}_{code}" PARTITION OF "{name}"'
            f" FOR VALUES FROM ('{code}') TO ('{int(code) + 1:06d}')"
            for code in counties
        ),
        f'{_TRIGGER} ON "{name}" FOR EACH ROW EXECUTE FUNCTION of_its_county()',
        f'GRANT SELECT ON "{name}" TO upward_reader',
    ]


def _standing() -> str:
    """Return the view that says of each county and kind how many records it tells of, how many are here."""
    held = " UNION ALL ".join(
        f"SELECT '{name}' AS kind, left(scope, 6) AS county, count(*) AS held FROM \"{name}\" GROUP BY 2"  # noqa: S608 - our names
        for name in COUNTED
    )
    kinds = ", ".join(f"'{name}'" for name in COUNTED)
    return (
        "CREATE OR REPLACE VIEW upward_standing AS SELECT county, kind, coalesce(told, 0) AS told,"  # noqa: S608 - our names
        f" coalesce(held, 0) AS held FROM ({held}) h FULL JOIN (SELECT left(village, 6) AS county, kind,"
        f" sum(count)::bigint AS told FROM tally WHERE kind IN ({kinds}) GROUP BY 1, 2"
        " HAVING sum(count) > 0) t USING (county, kind);\nGRANT SELECT ON upward_standing TO upward_reader"
    )


# ---------------------------------------------------------------- on the command line


def add(add_command: Add) -> None:
    """Add the command to those of `county_server.cli`."""
    parser = add_command(
        "upward", _upward, "print the SQL by which counts reach the province (docs/deploy.md)"
    )
    parser.add_argument("what", choices=("county", "store", "empty"))
    parser.add_argument("codes", nargs="*", help="of a store: the counties it holds, six digits each")


def _upward(_settings: Config, options: argparse.Namespace) -> Answer:
    if options.what == "county":
        statements = county_statements()
    else:
        made = store_statements if options.what == "store" else empty_statements
        statements = made(options.codes)
    script = ";\n".join(["BEGIN", *statements, "COMMIT"]) + ";"
    return True, script, {"statements": statements}
