"""The reviewer's lists, declared tables: a dossier (卷宗评查, domain mediation §6), legal aid, visits.

What the program can see it finds by itself and says where it is mended; what only a person can judge is
shown as to be looked at. Points and severities are proposals: no national sheet of points exists.
"""

from village_desk.i18n import N_
from village_desk.queries import visits
from village_desk.queries.checklist import acceptance, agreement, aid, on_visits, papers
from village_desk.queries.checklist.case_file import CaseFile, Finding, gather
from village_desk.queries.checklist.check import Check, Checked
from village_desk.queries.records import find
from village_desk.session import Session

__all__ = ["CHECKS", "CaseFile", "Check", "Checked", "Finding", "faults", "gather", "of_record", "review"]


_LOG = "村（居）法律顾问工作日志"

CHECKS: tuple[Check, ...] = (
    Check(
        "A1",
        N_("checks", "Application or intake form"),
        "人民调解法 第十七条",
        "fatal",
        acceptance.request_there,
    ),
    Check(
        "A2",
        N_("checks", "The dispute may be mediated"),
        "人民调解工作若干规定 第二十二条",
        "fatal",
        acceptance.scope_legal,
        N_("checks", "Has no court or police taken the matter on, and may it be mediated at all?"),
    ),
    Check("A3", N_("checks", "All parties agreed"), "人民调解法 第十七条", "fatal", acceptance.all_agreed),
    Check(
        "A4",
        N_("checks", "Rights and duties told"),
        "人民调解工作若干规定 第三十条",
        10,
        acceptance.told_rights,
    ),
    Check(
        "A5",
        N_("checks", "The mediator"),
        "人民调解法 第十三、十四、十九条",
        5,
        acceptance.mediator_apart,
        N_("checks", "Is the mediator one of the committee, and not partial?"),
    ),
    Check("B1", N_("checks", "Cover complete"), "司发通〔2010〕239号", 1, papers.cover_complete),
    Check(
        "B2", N_("checks", "Contents agree with the papers"), "司发通〔2010〕239号", 5, papers.contents_right
    ),
    Check(
        "B3",
        N_("checks", "Identity, powers of attorney, guardians"),
        "民法典 第十九至二十三、一百六十五条",
        5,
        acceptance.people_proved,
    ),
    Check("B4", N_("checks", "People written alike on all papers"), "卷宗评查", 3, papers.people_agree),
    Check("B5", N_("checks", "One case number"), "卷宗评查", 3, papers.numbers_agree),
    Check("B6", N_("checks", "Days in order"), "卷宗评查", 5, papers.days_in_order),
    Check(
        "B7",
        N_("checks", "Nothing left blank"),
        "卷宗评查",
        2,
        papers.nothing_blank,
        N_("checks", "Are unused blanks on the signed sheets struck through?"),
    ),
    Check("B8", N_("checks", "Records agree with what was signed"), "卷宗评查", 5, papers.signed_stands),
    Check("C1", N_("checks", "Investigation notes"), "人民调解法 第二十七条", 5, papers.notes_complete),
    Check(
        "C2",
        N_("checks", "Evidence"),
        "人民调解法 第二十七条",
        5,
        papers.evidence_there,
        N_("checks", "Is each copy signed and dated by who gave it?"),
    ),
    Check(
        "C3", N_("checks", "Records of the sessions"), "人民调解法 第二十七条", 10, papers.sessions_complete
    ),
    Check("C4", N_("checks", "Recorder and invited persons"), "卷宗评查", 2, papers.recorder_apart),
    Check("D1", N_("checks", "Agreement complete"), "人民调解法 第二十九条", 3, agreement.agreement_complete),
    Check(
        "D2",
        N_("checks", "Agreement signed and sealed"),
        "人民调解法 第二十九条",
        "fatal",
        agreement.agreement_signed,
    ),
    Check("D3", N_("checks", "Number of copies"), "人民调解法 第二十九条", 2, agreement.copies_right),
    Check("D4", N_("checks", "Amounts and days"), "卷宗评查", 5, agreement.amounts_right),
    Check(
        "D5",
        N_("checks", "Terms that can be performed"),
        "民事诉讼法解释 第三百五十五、三百五十八条",
        "warning",
        agreement.terms_performable,
        N_("checks", "Does every term say who does what, when and how, and is it lawful?"),
    ),
    Check("D6", N_("checks", "Words of the law"), "卷宗评查", 1, agreement.words_right),
    Check("E1", N_("checks", "Settled in time"), "人民调解工作若干规定 第三十三条", 5, agreement.in_time),
    Check("E2", N_("checks", "Failure told"), "人民调解法 第二十六条", 5, agreement.failure_told),
    Check("E3", N_("checks", "Follow-up visits"), "人民调解法 第三十一条", 5, agreement.visited),
    Check(
        "E4", N_("checks", "Proof of performance"), "人民调解法 第三十一条", 3, agreement.performance_proved
    ),
    Check(
        "E5",
        N_("checks", "Papers for the court"),
        "人民调解法 第三十三条；民事诉讼法 第二百零五条",
        5,
        agreement.confirmation_complete,
    ),
    Check(
        "F1",
        N_("checks", "Binding"),
        "司发通〔2010〕239号",
        5,
        None,
        N_("checks", "Is it bound in this order, numbered, signed by who filed it, and every seal legible?"),
    ),
    Check(
        "F2", N_("checks", "What must be reported"), "人民调解法 第二十五条", "fatal", acceptance.duties_met
    ),
)
"""In the order of the list."""

AID_CHECKS: tuple[Check, ...] = (
    Check("L1", N_("checks", "Originals"), "法律援助法 第四十一条", "fatal", aid.originals_there),
    Check("L2", N_("checks", "Receipt of the originals"), "材料接收凭证", 3, aid.received_said),
    Check("L3", N_("checks", "Signed and scanned"), "法律援助文书格式", 5, aid.scans_there),
    Check("L4", N_("checks", "Limitation"), "法律援助法 第四十四条", "fatal", aid.limitation_kept),
    Check(
        "L5",
        N_("checks", "Facts and reasons"),
        "法律援助法 第三十一条",
        3,
        aid.matter_told,
        N_(
            "checks", "Is the matter one for which legal aid is given, and is every paper signed and legible?"
        ),
    ),
)
"""Proposals as the points of a dossier are: the agency decides by its own list."""

VISIT_CHECKS: tuple[Check, ...] = (
    Check("V1", N_("checks", "Times"), _LOG, 5, on_visits.times_right),
    Check("V2", N_("checks", "One place at a time"), _LOG, "fatal", on_visits.nowhere_else),
    Check("V3", N_("checks", "Confirmed by the village"), _LOG, "fatal", on_visits.confirmed),
    Check("V4", N_("checks", "Matters"), "一事一记", 3, on_visits.matters_told),
    Check(
        "V5",
        N_("checks", "Text and proof"),
        _LOG,
        5,
        None,
        N_("checks", "Do the photos show the adviser at work there, on that day?"),
    ),
)
"""What a monthly report counts must have happened; no national sheet of points exists."""


def review(session: Session, case_id: bytes) -> list[Checked]:
    """Run the whole list over a case and its dossier.

    Raises:
        UserError: "record.gone".
    """
    return _looked(CHECKS, gather(session, case_id))


def of_record(session: Session, kind: str, record_id: bytes) -> list[Checked]:
    """Run the list of a kind of record over one of them; most kinds have none."""
    held = find(session, kind, record_id)
    if held is None:
        return []
    if kind == "mediation_case":
        return review(session, record_id)
    if kind == "legal_aid":
        return _looked(AID_CHECKS, aid.gather(session, held))
    if kind == "adviser_visit":
        return _looked(VISIT_CHECKS, on_visits.gather(session, held))
    return []


def faults(session: Session, kind: str, record_id: bytes) -> bool:
    """Say whether the list of a record finds anything in it, or the log of a visit something to look at."""
    if kind == "adviser_visit" and visits.flags(session, record_id):
        return True
    return any(one.findings for one in of_record(session, kind, record_id))


def _looked(checks: tuple[Check, ...], file: object) -> list[Checked]:
    return [Checked(check, tuple(check.look(file)) if check.look else ()) for check in checks]
