"""The pages, in the order of the navigation. A new page is one entry here and one module beside this one.

A page is a widget made with a `Desk` and nothing else. What the window calls when it is there:

* `open_record(kind: str, record_id: bytes, field: str)`: show a record of one of the entry's `kinds`;
* `new_record()`: begin an empty one (F2 for consultations);
* `refresh()`: the page is being shown again;
* `help_text() -> str`: what F1 shows.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from village_desk import rights
from village_desk.i18n import N_
from village_desk.kinds import children_of
from village_desk.queries import outbox, releases
from village_desk.queries.conflicts import open_conflicts
from village_desk.queries.review_queue import waiting
from village_desk.queries.today import tasks
from village_desk.session import Session


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One entry of the navigation.

    Attributes:
        name: Stable name, used by `Desk.go`.
        title: English source text, of the context "pages".
        icon: Name of an icon, such as "fa6s.lock" (`ui.icons`).
        make: Makes the page; called when it is first shown.
        kinds: Kinds of record it opens.
        roles: Roles that see it; empty for all.
        count: What the number behind the title counts, asked on the worker; 0 shows none.
        key: Shortcut that shows the page, such as "F5".
        under: Page it belongs to: it is reached from there and has no place of its own in the navigation.
    """

    name: str
    title: str
    icon: str
    make: Callable[[Desk], QWidget]
    kinds: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    count: Callable[[Session], int] | None = None
    key: str = ""
    under: str = ""


def _page(module: str, name: str) -> Callable[[Desk], QWidget]:
    """Import the page when it is first shown: the window need not wait for pages nobody opens."""

    def make(desk: Desk) -> QWidget:
        page: Callable[[Desk], QWidget] = getattr(import_module(f"ui.pages.{module}"), name)
        return page(desk)

    return make


def _whole(*kinds: str) -> tuple[str, ...]:
    """Return kinds with all that hangs on them, so that whatever is found opens where it belongs."""
    below = [child.name for kind in kinds for child in children_of(kind)]
    return (*kinds, *_whole(*below)) if below else kinds


def _tasks(session: Session) -> int:
    return len(tasks(session))


def _to_review(session: Session) -> int:
    return len(waiting(session))


def _waiting(session: Session) -> int:
    held = outbox.status(session)
    return held.waiting + held.set_aside + releases.count(session)


def _in_conflict(session: Session) -> int:
    return len(open_conflicts(session))


PAGES: tuple[PageEntry, ...] = (
    PageEntry(
        "intake",
        N_("pages", "Somebody comes in"),
        "fa6s.door-open",
        _page("intake", "IntakePage"),
        roles=("village_clerk", "adviser", "station_staff", "station_head"),
        key="F2",
    ),
    PageEntry("today", N_("pages", "Today"), "fa6s.calendar-day", _page("today", "TodayPage"), count=_tasks),
    PageEntry(
        "review",
        N_("pages", "Review"),
        "fa6s.clipboard-check",
        _page("review", "ReviewPage"),
        ("submission",),
        ("station_staff", "station_head"),
        _to_review,
    ),
    PageEntry(
        "consultations",
        N_("pages", "Consultations"),
        "fa6s.comments",
        _page("consultations", "ConsultationsPage"),
        _whole("consultation"),
    ),
    PageEntry(
        "mediation",
        N_("pages", "Mediation"),
        "fa6s.handshake",
        _page("mediation", "MediationPage"),
        _whole("mediation_case"),
    ),
    PageEntry(
        "ledger",
        N_("pages", "Earlier ledger"),
        "fa6s.file-import",
        _page("ledger", "LedgerPage"),
        under="mediation",
    ),
    PageEntry(
        "subsidy",
        N_("pages", "Subsidy for cases"),
        "fa6s.hand-holding-dollar",
        _page("subsidy", "SubsidyPage"),
        _whole("subsidy_claim"),
        under="mediation",
    ),
    PageEntry(
        "registers",
        N_("pages", "Mediators"),
        "fa6s.id-badge",
        _page("registers", "RegistersPage"),
        ("register_person",),
        under="mediation",
    ),
    PageEntry(
        "sweeps",
        N_("pages", "Dispute sweeps"),
        "fa6s.magnifying-glass-location",
        _page("sweeps", "SweepsPage"),
        _whole("dispute_sweep"),
    ),
    PageEntry(
        "legal_aid",
        N_("pages", "Legal aid"),
        "fa6s.scale-balanced",
        _page("legal_aid", "LegalAidPage"),
        _whole("legal_aid"),
    ),
    PageEntry(
        "adviser",
        N_("pages", "Adviser"),
        "fa6s.user-tie",
        _page("adviser", "VisitsPage"),
        _whole("adviser_visit"),
    ),
    PageEntry(
        "adviser_plans",
        N_("pages", "Yearly plan"),
        "fa6s.calendar-check",
        _page("adviser_papers", "PlansPage"),
        _whole("adviser_plan"),
        under="adviser",
    ),
    PageEntry(
        "legal_opinions",
        N_("pages", "Legal opinions"),
        "fa6s.gavel",
        _page("adviser_papers", "OpinionsPage"),
        ("legal_opinion",),
        under="adviser",
    ),
    PageEntry(
        "checkups",
        N_("pages", "Check-ups"),
        "fa6s.stethoscope",
        _page("adviser_papers", "CheckupsPage"),
        _whole("checkup"),
        under="adviser",
    ),
    PageEntry(
        "adviser_reports",
        N_("pages", "Monthly report"),
        "fa6s.chart-column",
        _page("adviser_papers", "ReportsPage"),
        _whole("adviser_report"),
        under="adviser",
    ),
    PageEntry(
        "adviser_contracts",
        N_("pages", "Adviser's contract"),
        "fa6s.file-contract",
        _page("adviser_papers", "ContractsPage"),
        ("adviser_appointment",),
        under="adviser",
    ),
    PageEntry(
        "village_surveys",
        N_("pages", "Village survey"),
        "fa6s.house-flag",
        _page("adviser_papers", "SurveysPage"),
        ("village_survey",),
        under="adviser",
    ),
    PageEntry(
        "adviser_assessments",
        N_("pages", "Assessment"),
        "fa6s.star-half-stroke",
        _page("adviser_papers", "AssessmentsPage"),
        _whole("adviser_assessment"),
        under="adviser",
    ),
    PageEntry(
        "referrals",
        N_("pages", "Referrals"),
        "fa6s.share-from-square",
        _page("referrals", "ReferralsPage"),
        _whole("referral"),
    ),
    PageEntry(
        "hotline",
        N_("pages", "Hotline orders"),
        "fa6s.headset",
        _page("referrals", "HotlinePage"),
        _whole("hotline_order"),
        under="referrals",
    ),
    PageEntry(
        "persons",
        N_("pages", "Persons"),
        "fa6s.users",
        _page("persons", "PersonsPage"),
        _whole("person"),
    ),
    PageEntry(
        "chain", N_("pages", "The whole story"), "fa6s.timeline", _page("chain", "ChainPage"), under="persons"
    ),
    PageEntry(
        "laws",
        N_("pages", "Laws and cases"),
        "fa6s.book-open",
        _page("laws", "LawsPage"),
        roles=("village_clerk", "adviser", "mediator", "station_staff", "station_head", "county_legal_aid"),
    ),
    PageEntry(
        "typical",
        N_("pages", "Typical cases"),
        "fa6s.book-open",
        _page("typical", "TypicalCasesPage"),
        ("typical_case",),
        under="laws",
    ),
    PageEntry(
        "typical_drafts",
        N_("pages", "Typical cases in preparation"),
        "fa6s.pen",
        _page("typical", "TypicalDraftsPage"),
        ("case_draft",),
        under="laws",
    ),
    PageEntry(
        "public_work",
        N_("pages", "Registers"),
        "fa6s.book",
        _page("public_work", "PublicWorkPage"),
        _whole(
            "publicity_activity",
            "satisfaction",
            "needs_survey",
            "complaint",
            "major_matter",
            "volunteer",
            "volunteer_call",
            "law_aware_person",
            "resource",
            "notice_board",
            "unit_profile",
            "wall_text",
            "service_entry",
            "hot_matter",
            "inspection",
            "responsibility",
        ),
    ),
    PageEntry(
        "statistics",
        N_("pages", "Statistics"),
        "fa6s.table",
        _page("statistics", "StatisticsPage"),
        roles=("village_clerk", "mediator", "adviser", "station_staff", "station_head", "county_pls"),
    ),
    PageEntry(
        "filing",
        N_("pages", "Back from paper"),
        "fa6s.file-signature",
        _page("filing", "FilingPage"),
        roles=("village_clerk", "mediator", "adviser", "station_staff", "station_head", "county_legal_aid"),
    ),
    PageEntry(
        "conflicts",
        N_("pages", "Conflicts"),
        "fa6s.code-compare",
        _page("conflicts", "ConflictsPage"),
        count=_in_conflict,
    ),
    PageEntry(
        "sync", N_("pages", "Sent and received"), "fa6s.rotate", _page("sync", "SyncPage"), count=_waiting
    ),
    PageEntry(
        "receipts", N_("pages", "Receipts"), "fa6s.receipt", _page("receipts", "ReceiptsPage"), under="sync"
    ),
    PageEntry(
        "quarantine",
        N_("pages", "Needs attention"),
        "fa6s.triangle-exclamation",
        _page("quarantine", "QuarantinePage"),
        under="sync",
    ),
    PageEntry(
        "accesses",
        N_("pages", "Who read and took out"),
        "fa6s.eye",
        _page("accesses", "AccessesPage"),
        ("access",),
        under="sync",
    ),
    PageEntry("settings", N_("pages", "Settings"), "fa6s.gear", _page("settings", "SettingsPage")),
)


def pages_for(*roles: str) -> list[PageEntry]:
    """Return the entries a person of these roles sees: none of records the rights table keeps from them."""
    return [
        entry
        for entry in PAGES
        if (not entry.roles or any(role in entry.roles for role in roles))
        and (
            not entry.kinds or any(rights.reach(role, "read", kind) for kind in entry.kinds for role in roles)
        )
    ]
