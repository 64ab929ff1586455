"""Every kind of record, declared once; tables, editors, exports, checks and docs are derived from here."""

from village_desk.i18n import N_
from village_desk.kinds import (
    adviser,
    casework,
    consultation,
    dossier,
    ledger,
    legal_aid,
    legal_clock,
    mediation,
    papers,
    person,
    prevention,
    referral,
    registers,
    subsidy,
    typical,
)
from village_desk.kinds.base import ENVELOPE, Kind, Values, extra, kind_of

__all__ = ["ENVELOPE", "KINDS", "Kind", "Values", "children_of", "extra"]

_ALL = (
    kind_of(person.Person, "person", N_("kinds", "Person"), name_of=("name",), sv=2),
    kind_of(
        person.PriorityProof,
        "priority_proof",
        N_("kinds", "Proof of a priority group"),
        parent="person",
        name_of=("proof",),
    ),
    kind_of(
        consultation.Consultation,
        "consultation",
        N_("kinds", "Consultation"),
        sv=2,
        name_of=("name",),
        reviewed=True,
    ),
    kind_of(
        consultation.VisitReport,
        "visit_report",
        N_("kinds", "Duty to report (visit)"),
        parent="consultation",
        name_of=("told",),
    ),
    kind_of(referral.Referral, "referral", N_("kinds", "Referral"), name_of=("name",)),
    kind_of(
        referral.ReferralStep,
        "referral_step",
        N_("kinds", "Step of a referral"),
        parent="referral",
        name_of=("by",),
    ),
    kind_of(
        referral.HotlineOrder, "hotline_order", N_("kinds", "Work order of the hotline"), name_of=("name",)
    ),
    kind_of(
        referral.OrderStep,
        "order_step",
        N_("kinds", "Step of a work order"),
        parent="hotline_order",
        name_of=("by",),
    ),
    kind_of(
        mediation.MediationCase,
        "mediation_case",
        N_("kinds", "Mediation case"),
        sv=3,
        name_of=("title", "number"),
        reviewed=True,
    ),
    kind_of(mediation.CaseParty, "case_party", N_("kinds", "Party"), parent="case", sv=2, name_of=("name",)),
    kind_of(mediation.MediationSession, "mediation_session", N_("kinds", "Mediation session"), parent="case"),
    kind_of(mediation.Agreement, "agreement", N_("kinds", "Agreement"), parent="case", name_of=("number",)),
    kind_of(
        casework.OralAgreement,
        "oral_agreement",
        N_("kinds", "Oral agreement"),
        parent="case",
        name_of=("terms",),
    ),
    kind_of(
        casework.Investigation,
        "investigation",
        N_("kinds", "Investigation note"),
        parent="case",
        name_of=("interviewed",),
    ),
    kind_of(casework.Evidence, "evidence", N_("kinds", "Evidence"), parent="case", name_of=("title",)),
    kind_of(
        casework.PowerOfAttorney,
        "power_of_attorney",
        N_("kinds", "Power of attorney"),
        parent="case",
        name_of=("agent",),
    ),
    kind_of(
        casework.Instalment,
        "instalment",
        N_("kinds", "What is to be performed"),
        parent="case",
        name_of=("what",),
    ),
    kind_of(casework.FollowUp, "follow_up", N_("kinds", "Follow-up visit"), parent="case"),
    kind_of(
        casework.CourtConfirmation,
        "court_confirmation",
        N_("kinds", "Court confirmation"),
        parent="case",
        sv=2,
    ),
    kind_of(
        legal_clock.PeriodChange,
        "period_change",
        N_("kinds", "Change of a period"),
        parent="case",
        name_of=("reason",),
    ),
    kind_of(
        legal_clock.DutyReport,
        "duty_report",
        N_("kinds", "Duty to report"),
        parent="case",
        name_of=("told",),
    ),
    kind_of(dossier.Dossier, "dossier", N_("kinds", "Dossier"), parent="case", name_of=("number", "title")),
    kind_of(
        dossier.DossierPaper,
        "dossier_paper",
        N_("kinds", "Paper of the dossier"),
        parent="dossier",
        name_of=("title",),
    ),
    kind_of(ledger.LedgerRow, "ledger_row", N_("kinds", "Row of an earlier ledger"), parent="case"),
    kind_of(
        prevention.DisputeSweep,
        "dispute_sweep",
        N_("kinds", "Dispute sweep"),
        name_of=("area",),
        reviewed=True,
    ),
    kind_of(
        prevention.FoundDispute,
        "found_dispute",
        N_("kinds", "Dispute found"),
        parent="sweep",
        name_of=("parties",),
    ),
    kind_of(
        registers.RegisterPerson,
        "register_person",
        N_("kinds", "Person on a register"),
        name_of=("name",),
    ),
    kind_of(
        subsidy.SubsidyClaim,
        "subsidy_claim",
        N_("kinds", "Claim for the subsidy"),
        name_of=("mediator",),
        reviewed=True,
    ),
    kind_of(
        subsidy.ClaimedCase,
        "claimed_case",
        N_("kinds", "Case of a claim"),
        parent="claim",
        name_of=("parties", "number"),
    ),
    kind_of(
        legal_aid.LegalAid,
        "legal_aid",
        N_("kinds", "Legal-aid application"),
        name_of=("name",),
        reviewed=True,
    ),
    kind_of(
        legal_aid.HardshipStatement,
        "hardship_statement",
        N_("kinds", "Statement of hardship"),
        parent="legal_aid",
        class_="hardship",
        name_of=("name",),
    ),
    kind_of(
        legal_aid.HouseholdMember,
        "household_member",
        N_("kinds", "Household member"),
        parent="statement",
        class_="hardship",
        name_of=("name",),
    ),
    kind_of(
        adviser.AdviserAppointment,
        "adviser_appointment",
        N_("kinds", "Adviser's contract"),
        name_of=("adviser", "firm"),
    ),
    kind_of(adviser.VillageSurvey, "village_survey", N_("kinds", "Village survey"), name_of=("village",)),
    kind_of(adviser.AdviserPlan, "adviser_plan", N_("kinds", "Yearly plan"), name_of=("adviser", "village")),
    kind_of(
        adviser.PlanItem, "plan_item", N_("kinds", "Line of the plan"), parent="plan", name_of=("matter",)
    ),
    kind_of(
        adviser.AdviserVisit,
        "adviser_visit",
        N_("kinds", "Adviser's visit"),
        name_of=("topic", "village"),
        reviewed=True,
    ),
    kind_of(
        adviser.ServedItem,
        "served_item",
        N_("kinds", "Matter of a visit"),
        parent="visit",
        name_of=("client", "matter"),
    ),
    kind_of(
        adviser.LegalOpinion, "legal_opinion", N_("kinds", "Legal opinion"), name_of=("subject", "number")
    ),
    kind_of(adviser.Checkup, "checkup", N_("kinds", "Legal check-up"), name_of=("checked_unit",)),
    kind_of(
        adviser.CheckupRisk,
        "checkup_risk",
        N_("kinds", "Risk found"),
        parent="checkup",
        name_of=("problem",),
    ),
    kind_of(
        adviser.AdviserReport,
        "adviser_report",
        N_("kinds", "Report of the advisers' work"),
        name_of=("reporting_unit",),
        reviewed=True,
    ),
    kind_of(
        adviser.ReportLine,
        "report_line",
        N_("kinds", "Village of a report"),
        parent="report",
        name_of=("village",),
    ),
    kind_of(
        adviser.AdviserAssessment,
        "adviser_assessment",
        N_("kinds", "Adviser's assessment"),
        name_of=("adviser", "village"),
    ),
    kind_of(
        adviser.AssessmentItem,
        "assessment_item",
        N_("kinds", "Line of an assessment"),
        parent="assessment",
        name_of=("item",),
    ),
    kind_of(typical.CaseDraft, "case_draft", N_("kinds", "Typical case in preparation"), name_of=("title",)),
    kind_of(typical.TypicalCase, "typical_case", N_("kinds", "Typical case"), name_of=("title",)),
    kind_of(papers.Attachment, "attachment", N_("kinds", "Attachment"), name_of=("title",), sv=2),
    kind_of(papers.Sheet, "sheet", N_("kinds", "Printed sheet"), name_of=("form",), sv=2),
    kind_of(papers.Supplement, "supplement", N_("kinds", "Supplement")),
    kind_of(papers.Submission, "submission", N_("kinds", "Submission")),
    kind_of(papers.Review, "review", N_("kinds", "Review")),
    kind_of(papers.Release, "release", N_("kinds", "Decision about a change set aside")),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _ALL}


def children_of(name: str) -> list[Kind]:
    """Return the kinds whose records hang on a record of the kind `name`."""
    return [kind for kind in KINDS.values() if kind.parent and kind.fields[kind.parent].to == name]
