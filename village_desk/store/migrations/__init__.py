"""Frozen steps from one shape of the desk file to the next.

A step is never edited once released, imports nothing of ours, and says who asked for it. Steps never
touch the body of a change (`docs/versions.md`).
"""

from pathlib import Path

from sqlite_utils import Database, Migrations

from village_desk.crashpoints import crashpoint
from village_desk.store.connection import FILE_VERSION

steps = Migrations("village_desk")


@steps()
def m0001_first_release(db: Database) -> None:
    """All kinds of the first release, the change log, and what sync and search need."""
    _run_file(db, "0001_first_release.sql")


@steps()
def m0002_attachments_in_pieces(db: Database) -> None:
    """How far an attachment is on its way up or down; the county receives it by tus (domain: sync §2.10)."""
    _run_file(db, "0002_attachments_in_pieces.sql")


@steps()
def m0003_decisions_of_people(db: Database) -> None:
    """What people did about changes set aside, and why a value is in conflict (domain: sync §2.4)."""
    _run_file(db, "0003_decisions_of_people.sql")


@steps()
def m0004_grants_and_leaving(db: Database) -> None:
    """Several grants of a user, and records on their way out when areas are taken (domain: sync §2.7)."""
    _run_file(db, "0004_grants_and_leaving.sql")


@steps()
def m0005_recovery(db: Database) -> None:
    """What a desk keeps of a county that was restored, and of itself before it was (domain: sync §2.6)."""
    _run_file(db, "0005_recovery.sql")


@steps()
def m0006_carried(db: Database) -> None:
    """What villages sent by stick and the county has not shown yet (domain: sync §2.11)."""
    _run_file(db, "0006_carried.sql")


@steps()
def m0007_mediation_whole(db: Database) -> None:
    """The records a mediation case is made of, its dossier, and the sweeps (domain mediation §1)."""
    _run_file(db, "0007_mediation_whole.sql")


@steps()
def m0008_signed_sheets(db: Database) -> None:
    """Pages of signed sheets, and changes of a text that had been signed (docs/decisions/0019)."""
    _run_file(db, "0008_signed_sheets.sql")


@steps()
def m0009_counted(db: Database) -> None:
    """Kind of committee, and what a mediation averted: the statistics count them (domain mediation §4.8)."""
    _run_file(db, "0009_counted.sql")


@steps()
def m0010_earlier_ledgers(db: Database) -> None:
    """What cases were taken in from, and by which import; villages kept ledgers before this program."""
    _run_file(db, "0010_earlier_ledgers.sql")


@steps()
def m0011_search_put_off(db: Database) -> None:
    """Records of a first sync whose search text is written after them."""
    _run_file(db, "0011_search_put_off.sql")


@steps()
def m0012_legal_clock(db: Database) -> None:
    """Changes of periods, duties to report, what the steps of a case ask for (domain mediation §3, §7)."""
    _run_file(db, "0012_legal_clock.sql")


@steps()
def m0013_subsidies(db: Database) -> None:
    """Claims for the subsidy, and the cases they hold (domain mediation §5)."""
    _run_file(db, "0013_subsidies.sql")


@steps()
def m0014_releases(db: Database) -> None:
    """What the township decided about changes the county had set aside (docs/decisions/0024)."""
    _run_file(db, "0014_releases.sql")


@steps()
def m0015_registers(db: Database) -> None:
    """Registers of the people the room works with (domain mediation §1.20)."""
    _run_file(db, "0015_registers.sql")


@steps()
def m0016_advisers(db: Database) -> None:
    """The village legal advisers' records (domain services F22 to F26, §5.3)."""
    _run_file(db, "0016_advisers.sql")


@steps()
def m0017_intake(db: Database) -> None:
    """Referrals and work orders, proofs of priority groups, what an intake asks (domain services §2, §3)."""
    _run_file(db, "0017_intake.sql")


@steps()
def m0018_typical_cases(db: Database) -> None:
    """Typical cases and their drafts (domain services §6.6); the library of laws, which is not sent."""
    _run_file(db, "0018_typical_cases.sql")


@steps()
def m0019_legal_aid(db: Database) -> None:
    """What becomes of an application for legal aid (domain services F03 to F19)."""
    _run_file(db, "0019_legal_aid.sql")


@steps()
def m0020_public_work(db: Database) -> None:
    """The room's public work and its registers (domain: services F27 to F34)."""
    _run_file(db, "0020_public_work.sql")


@steps()
def m0021_lectures(db: Database) -> None:
    """The activity a lecture of a visit was written down as (domain services F23, F27)."""
    _run_file(db, "0021_lectures.sql")


@steps()
def m0022_agent_of_a_visit(db: Database) -> None:
    """Who comes in for somebody else, as for the old (domain services R196)."""
    _run_file(db, "0022_agent_of_a_visit.sql")


@steps()
def m0023_volunteer_calls(db: Database) -> None:
    """Volunteers wanted; where an activity was, when a complaint was decided, what is free."""
    _run_file(db, "0023_volunteer_calls.sql")


@steps()
def m0024_oversight(db: Database) -> None:
    """Adds the catalogue of services, hot matters, inspections and responsibilities."""
    _run_file(db, "0024_oversight.sql")


@steps()
def m0025_units_and_wall_texts(db: Database) -> None:
    """The profile of a unit, and the rules on its wall."""
    _run_file(db, "0025_units_and_wall_texts.sql")


def migrate(db: Database) -> None:
    """Bring the file to today's shape; each step is one transaction with the record that it ran."""
    crashpoint("migrate.before_step")
    steps.apply(db)
    db.execute(f"PRAGMA user_version = {FILE_VERSION}")
    crashpoint("migrate.after_step")


def _run_file(db: Database, name: str) -> None:
    """Run the statements of a file one by one; `executescript` would end the transaction of the step."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    for statement in "\n".join(lines).split(";\n"):
        if statement.strip():
            db.execute(statement)
