"""The reviewer's list over a case and its dossier (卷宗评查), one declared table (domain mediation §6).

What the program can see it finds by itself and says where it is mended; what only a person can judge is
shown as to be looked at. Points and severities are proposals: no national sheet of points exists.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from village_desk.i18n import N_
from village_desk.queries.checklist import acceptance, agreement, papers
from village_desk.queries.checklist.case_file import CaseFile, Finding, gather
from village_desk.session import Session

__all__ = ["CHECKS", "CaseFile", "Check", "Checked", "Finding", "gather", "review"]


@dataclass(frozen=True, slots=True)
class Check:
    """One item of the list; B8 is the program's own, all others are those of domain mediation §6.

    Attributes:
        number: As in the list: A1 to F2.
        title: What is checked; English source text of the context "checks".
        source: The rule, or where the item comes from.
        severity: "fatal", "warning", or the points it costs.
        look: Finds the faults; None where the program sees nothing.
        person: What a person has to look at beside; "" for nothing.
    """

    number: str
    title: str
    source: str
    severity: Literal["fatal", "warning"] | int
    look: Callable[[CaseFile], list[Finding]] | None
    person: str = ""


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


@dataclass(frozen=True, slots=True)
class Checked:
    """One item of the list and what was found."""

    check: Check
    findings: tuple[Finding, ...]


def review(session: Session, case_id: bytes) -> list[Checked]:
    """Run the whole list over a case and its dossier.

    Raises:
        UserError: "record.gone".
    """
    file = gather(session, case_id)
    return [Checked(check, tuple(check.look(file)) if check.look else ()) for check in CHECKS]
