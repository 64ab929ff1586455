"""What the law says to somebody who asks for legal aid: information with its articles, never a decision.

Plain functions over answers. The agency alone decides (法律援助法 第四十三条), so nothing here says "yes" or
"no"; each finding names the article a cadre can read out (domain services §3.1, §3.2, §3.10).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from village_desk.fields import amount, choice, choices, day, whole, yes_no
from village_desk.i18n import N_
from village_desk.kinds.base import Kind, kind_of

Values = Mapping[str, object]

URGENT_DAYS = 7
"""Fewer days than these to a limit, and aid may begin before the decision (法律援助法 第四十四条第一项)."""
NEAR_DAYS = 30
"""So many days before a limit it is spoken of."""


class Situation:
    """What somebody who asks for legal aid is asked; nothing of it is kept (申请条件提示)."""

    matter = choice(N_("kinds", "What it is about"), "aid_matter", "申请事项")
    groups = choices(N_("kinds", "The applicant is"), "priority_group", "人群类别")
    no_income = yes_no(N_("kinds", "No steady livelihood"), "无固定生活来源")
    judicial_relief = yes_no(N_("kinds", "Receives judicial relief"), "司法救助对象")
    work_injury = yes_no(N_("kinds", "It is an injury at work"), "工伤事故")
    proof = yes_no(N_("kinds", "Has a paper that proves it"), "有证明材料")
    has_agent = yes_no(N_("kinds", "Has a lawyer or agent already"), "已委托代理人")
    household_size = whole(N_("kinds", "People in the household"), "家庭人口", low=1, high=99, unit="人")
    total_income = amount(N_("kinds", "Income of all together a month"), "总收入")
    against_family = yes_no(N_("kinds", "Against somebody of the same household"), "对方系共同生活的家庭成员")
    no_capacity = yes_no(N_("kinds", "Cannot decide for himself or herself"), "无或者限制民事行为能力")
    guardian_harms = yes_no(N_("kinds", "The guardian is who does harm"), "法定代理人侵犯其权益")
    detained = yes_no(N_("kinds", "Is detained"), "被羁押")
    in_court = yes_no(N_("kinds", "It goes to a court or another office"), "诉讼事项")
    limitation_on = day(N_("kinds", "Last day of a limit, if one is known"), "法定时效或者期限届满日")
    preservation = yes_no(N_("kinds", "Property or evidence must be secured at once"), "需要立即申请保全")


SITUATION: Kind = kind_of(Situation, "situation", N_("kinds", "Who can apply for legal aid?"))


@dataclass(frozen=True, slots=True)
class Standard:
    """What the county's profile says about hardship.

    Attributes:
        per_head: Standard of a month's income a head, in fen; None while the county has not said it.
        by_promise: The agency takes a promise of integrity in place of shared data.
    """

    per_head: int | None = None
    by_promise: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing the law says about a situation.

    Attributes:
        code: Which; its sentence stands in `SENTENCES`.
        article: The rule behind it, as cited.
        blanks: What its sentence is filled with.
    """

    code: str
    article: str
    blanks: tuple[tuple[str, str], ...] = ()


SENTENCES: Mapping[str, str] = {
    "unknown_matter": N_(
        "eligibility", "Choose what it is about: the law lists the matters it gives aid for."
    ),
    "matter_31": N_(
        "eligibility", "A matter for which legal aid can be asked in hardship, without an agent."
    ),
    "matter_32": N_("eligibility", "A matter for which no hardship is asked."),
    "matter_24": N_(
        "eligibility",
        "A suspect or accused without a defender, for hardship or another reason, or close kin can apply.",
    ),
    "matter_29": N_(
        "eligibility", "A victim, private prosecutor or plaintiff in a criminal case can apply in hardship."
    ),
    "matter_33": N_(
        "eligibility", "Who is heard again after a final judgment, or close kin, can apply in hardship."
    ),
    "has_agent": N_(
        "eligibility", "The law thinks of people without a lawyer or agent: tell the agency about this one."
    ),
    "no_papers": N_("eligibility", "Neither the statement of hardship nor the promise is needed."),
    "could_be_32": N_(
        "eligibility", "Perhaps it is a matter for which no hardship is asked: look at it again."
    ),
    "state": N_("eligibility", "The applicant states the hardship truthfully on the form for it."),
    "waived": N_(
        "eligibility", "With a paper that proves it the hardship is not checked: no promise is needed."
    ),
    "bring_proof": N_(
        "eligibility", "The paper that proves it is still missing: bring it, or a promise is needed."
    ),
    "promise": N_("eligibility", "A promise of integrity goes with the statement."),
    "shared": N_("eligibility", "The agency checks the statement against shared data."),
    "standard_unknown": N_(
        "eligibility", "The county has not said its standard of hardship here: ask the agency."
    ),
    "income_unknown": N_(
        "eligibility", "Income and people of the household are needed to compare them with the standard."
    ),
    "within": N_(
        "eligibility", "{own} yuan a head a month: not above the county's standard of {standard} yuan."
    ),
    "above": N_("eligibility", "{own} yuan a head a month: above the county's standard of {standard} yuan."),
    "own_income": N_(
        "eligibility",
        "As the other side lives in the household, only the applicant's own means are looked at.",
    ),
    "soldier": N_("eligibility", "Families of soldiers come first; ask the agency about the local rule."),
    "veteran": N_("eligibility", "Veterans come first; ask the agency about the local rule."),
    "guardian": N_("eligibility", "The guardian applies and signs for the applicant."),
    "other_guardian": N_(
        "eligibility", "As the guardian does the harm, another guardian or close kin applies."
    ),
    "kin": N_("eligibility", "Guardian or close kin can apply for somebody who is detained."),
    "within_a_day": N_(
        "eligibility", "An application made in custody must reach the agency within 24 hours."
    ),
    "notified": N_(
        "eligibility",
        "The police, procuracy or court must have a defender designated: nobody needs to apply.",
    ),
    "where_court": N_("eligibility", "Apply where the court or office that handles the case is."),
    "where_dispute": N_("eligibility", "Apply where the dispute is handled, or where it arose."),
    "where": N_(
        "eligibility",
        "Apply where the court or office is; outside court, where the dispute is handled or arose.",
    ),
    "limit_over": N_(
        "eligibility", "The limit seems to be over: ask the adviser today, it may have been interrupted."
    ),
    "urgent": N_(
        "eligibility", "{days} days to the limit: aid may begin before the decision. Call the agency today."
    ),
    "near": N_("eligibility", "{days} days to the limit. For information only: interruptions change it."),
    "secure": N_("eligibility", "To secure property or evidence at once, aid may begin before the decision."),
    "accessible": N_(
        "eligibility", "Old and disabled people are entitled to accessible service: note what is needed."
    ),
    "no_fee": N_("eligibility", "Legal aid costs nothing: nobody may take money or goods."),
    "decides": N_(
        "eligibility", "The agency examines and decides, within seven days from its receipt; never this room."
    ),
}
"""English source texts (context "eligibility") by code of a finding."""

ALWAYS = ("no_fee", "decides")
"""Findings that are told whatever the situation."""

_CUSTODY, _NO_HARDSHIP = 24, 32
"""Articles about suspects without a defender, and about matters for which no hardship is asked."""
_POOR_WITHOUT_MEANS = frozenset({"G01", "G03", "G04", "G16"})
_RELIEVED = frozenset({"G09", "G10", "G11", "G12", "G20"})
_MIGRANT = "G02"
_MINOR, _MUTE = "G04", "G16"
_NO_LIMIT_GROUPS = {"G15": 1, "G14": 2, "G13": 4}
_OLD_OR_DISABLED = frozenset({"G01", "G03", "G16"})
_PROCEDURE = "办理法律援助案件程序规定"


def findings(values: Values, today: date, standard: Standard) -> list[Finding]:
    """Return what the law says about a situation, in the order it is asked; the last is who decides.

    Args:
        values: By the names of `Situation`; an application says the same under the same names.
        today: The legal day.
        standard: What the county's profile says.
    """
    found = [*_matter(values), *_hardship(values, standard), *_who(values), *_where(values)]
    found += [*_haste(values, today), *_care(values)]
    return [*found, Finding("no_fee", _law(20)), Finding("decides", _law(43))]


def _matter(values: Values) -> Iterator[Finding]:
    article, item = _matter_article(values)
    if not article:
        yield Finding("unknown_matter", f"{_law(31)}、{_law(32).removeprefix('法律援助法 ')}")
    else:
        yield Finding(f"matter_{article}", _law(article, item))
        if values.get("has_agent"):
            yield Finding("has_agent", _law(31 if article == _NO_HARDSHIP else article))
    if article != _NO_HARDSHIP:
        for group, number in _NO_LIMIT_GROUPS.items():
            if group in _groups(values):
                yield Finding("could_be_32", _law(32, number))
    if article == _CUSTODY and (_groups(values) & {_MINOR, _MUTE} or values.get("no_capacity")):
        yield Finding("notified", _law(25))


def _hardship(values: Values, standard: Standard) -> Iterator[Finding]:
    article, item = _matter_article(values)
    if article == _NO_HARDSHIP:
        yield Finding("no_papers", _law(32, item))
        return
    yield Finding("state", _law(41))
    waived = _waived(values)
    if waived:
        yield from (Finding("waived", _law(42, number)) for number in waived)
        if not values.get("proof"):
            yield Finding("bring_proof", _law(42))
        return
    yield Finding("promise" if standard.by_promise else "shared", _law(41))
    yield from _means(values, standard)


def _waived(values: Values) -> list[int]:
    """Return the items of article 42 that a situation seems to fall under."""
    groups, matter = _groups(values), values.get("matter")
    found = []
    if values.get("no_income") and groups & _POOR_WITHOUT_MEANS:
        found.append(1)
    if groups & _RELIEVED or values.get("judicial_relief"):
        found.append(2)
    if _MIGRANT in groups and (matter == "A31-5" or (matter == "A31-7" and values.get("work_injury"))):
        found.append(3)
    return found


def _means(values: Values, standard: Standard) -> Iterator[Finding]:
    if values.get("against_family"):
        yield Finding("own_income", _PROCEDURE)
    if standard.per_head is None:
        yield Finding("standard_unknown", _law(34))
        return
    people, income = values.get("household_size"), values.get("total_income")
    if values.get("against_family"):
        people = 1
    if not isinstance(people, int) or not isinstance(income, int) or people < 1:
        yield Finding("income_unknown", _law(34))
        return
    above = income > standard.per_head * people  # compared whole: a rounded quotient could say otherwise
    own = (("own", _yuan(income // people)), ("standard", _yuan(standard.per_head)))
    yield Finding("above" if above else "within", _law(34), own)


def _who(values: Values) -> Iterator[Finding]:
    if values.get("no_capacity") or _MINOR in _groups(values):
        yield Finding("other_guardian" if values.get("guardian_harms") else "guardian", _law(40))
    if values.get("detained"):
        yield Finding("kin", _law(40))
        yield Finding("within_a_day", _law(39))


def _where(values: Values) -> Iterator[Finding]:
    asked = {True: "where_court", False: "where_dispute"}
    in_court = values.get("in_court")
    yield Finding(asked[in_court] if isinstance(in_court, bool) else "where", _law(38))


def _haste(values: Values, today: date) -> Iterator[Finding]:
    last = values.get("limitation_on")
    if isinstance(last, date) and (last - today).days <= NEAR_DAYS:
        left = (last - today).days
        code = "limit_over" if left < 0 else "urgent" if left < URGENT_DAYS else "near"
        yield Finding(code, _law(44, 1), (("days", str(left)),) if left >= 0 else ())
    if values.get("preservation"):
        yield Finding("secure", _law(44, 2))


def _care(values: Values) -> Iterator[Finding]:
    groups = _groups(values)
    if "G07" in groups:
        yield Finding("soldier", "军人地位和权益保障法 第六十一条")
    if "G08" in groups:
        yield Finding("veteran", "退役军人保障法 第七十条")
    if groups & _OLD_OR_DISABLED:
        yield Finding("accessible", _law(45))


def _matter_article(values: Values) -> tuple[int, int]:
    """Return article and item of a code such as "A31-5"; 0 of what is not chosen."""
    code = str(values.get("matter") or "")
    article, _dash, item = code.removeprefix("A").partition("-")
    return (int(article), int(item or 0)) if article.isdecimal() else (0, 0)


def _groups(values: Values) -> frozenset[str]:
    held = values.get("groups")
    return frozenset(str(one) for one in held) if isinstance(held, (tuple, list)) else frozenset()


_DIGITS = "零一二三四五六七八九"


def _law(article: int, item: int = 0) -> str:
    tens, ones = divmod(article, 10)
    number = f"{_DIGITS[tens]}十{_DIGITS[ones] if ones else ''}"
    return f"法律援助法 第{number}条" + (f"第{_DIGITS[item]}项" if item else "")


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"
