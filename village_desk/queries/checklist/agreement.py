"""Whether the agreement stands and was carried out: D1 to D6, E1 to E5 (domain mediation §6)."""

import re
from datetime import date

from village_desk.i18n import N_
from village_desk.queries.checklist.case_file import CaseFile, Finding, at, blank
from village_desk.queries.records import Record

NO_COURT = ("离婚", "解除婚姻", "亲子关系", "收养关系", "确认所有权", "确权")
"""What a court confirms in no agreement (民事诉讼法解释 第三百五十五条)."""
VAGUE = ("尽快", "适当", "酌情", "尽量", "有空", "合理期限")
"""Words by which nobody knows what is owed, or when."""
MISTAKES = {
    "旅行": "履行",
    "订金": "定金",
    "赔尝": "赔偿",
    "补尝": "补偿",
    "起述": "起诉",
    "调节协议": "调解协议",
    "帐户": "账户",
    "瞻养": "赡养",
    "抚养老人": "赡养老人",
    "赡养子女": "抚养子女",
    "抚养父母": "赡养父母",
}
"""What is often written, and what is meant (domain mediation §2: wording of agreements)."""
_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = {"拾": 10, "佰": 100, "仟": 1_000}
_SETTLED_IN, _CONFIRMED_IN = "mediation_period", "joint_confirmation"
"""Periods of the profile."""
_WRITTEN = ("facts", "terms", "performance", "due_on")


def agreement_complete(file: CaseFile) -> list[Finding]:
    """D1: facts and points in dispute, terms, way and time of performance (人民调解法 第二十九条)."""
    text = N_("checks", "The agreement lacks “{field}”.")
    return [found for one in file.agreements for found in blank(one, _WRITTEN, text)]


def agreement_signed(file: CaseFile) -> list[Finding]:
    """D2: every party, the mediator and the seal (人民调解法 第二十九条); an oral one needs none of them."""
    found = []
    for one in file.all("agreement"):
        found += blank(one, ("signed_on", "sealed_on"), N_("checks", "The agreement lacks “{field}”."))
        paper = file.paper_of(one)
        if paper is None or paper.lacks_signature:
            text = N_(
                "checks", "The signed and sealed agreement has not been filed, or not all of its pages."
            )
            found.append(at(one, "", text))
        elif not found and file.binds_from(one) is None:
            text = N_("checks", "Not every party has a day of signature.")
            found.append(at(one, "signed_on", text))
    return found


def copies_right(file: CaseFile) -> list[Finding]:
    """D3: one copy for each party and one for the committee; one more for a court or who sent the case."""
    least = len(file.principals) + 1
    referred = file.case.values.get("source") not in (None, "application", "ex_officio", "village_sweep")
    most = least + bool(file.all("court_confirmation")) + referred
    text = N_("checks", "{copies} copies, but {parties} parties and the committee need {least}.")
    return [
        at(one, "copies", text, copies=copies or 0, parties=least - 1, least=least)
        for one in file.all("agreement")
        if not (isinstance(copies := one.values.get("copies"), int) and least <= copies <= most)
    ]


def amounts_right(file: CaseFile) -> list[Finding]:
    """D4: amounts in figures and in words, sums that add up, days that exist and come after the signature."""
    return [found for one in file.agreements for check in _AMOUNTS for found in check(file, one)]


def _sum(file: CaseFile, agreement: Record) -> list[Finding]:
    parts = [due for one in file.all("instalment") if isinstance(due := one.values.get("due_amount"), int)]
    total = agreement.values.get("total")
    if not parts or not isinstance(total, int) or sum(parts) == total:
        return []
    text = N_("checks", "The agreement says {total} yuan, what is to be paid adds up to {sum} yuan.")
    return [at(agreement, "total", text, total=f"{total / 100:.2f}", sum=f"{sum(parts) / 100:.2f}")]


def _words(_file: CaseFile, agreement: Record) -> list[Finding]:
    terms = str(agreement.values.get("terms") or "")
    figures = {
        round(float(text.replace(",", "")) * 100)
        for text in re.findall(r"(\d[\d,]*(?:\.\d+)?)元(?![旦月])", terms)
    }
    words = {worth(text) for text in re.findall(rf"[{_DIGITS}拾佰仟万亿]+[元圆][{_DIGITS}角分整]*", terms)}
    missing = figures - words
    if not missing:
        return []
    text = N_("checks", "{amount} yuan does not stand in words too, or in other words.")
    return [at(agreement, "terms", text, amount=f"{min(missing) / 100:.2f}")]


def _days(_file: CaseFile, agreement: Record) -> list[Finding]:
    found = []
    signed, due = agreement.values.get("signed_on"), agreement.values.get("due_on")
    if isinstance(signed, date) and isinstance(due, date) and due < signed:
        text = N_("checks", "It is to be performed before it was signed.")
        found.append(at(agreement, "due_on", text))
    for name in ("terms", "performance"):
        said = str(agreement.values.get(name) or "")
        for year, month, day in re.findall(r"(\d{4})年(\d{1,2})月(\d{1,2})日", said):
            if not _exists(int(year), int(month), int(day)):
                text = N_("checks", "There is no {day}.")
                found.append(at(agreement, name, text, day=f"{year}年{month}月{day}日"))
    return found


_AMOUNTS = (_sum, _words, _days)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def worth(text: str) -> int:
    """Return what an amount in capital numerals is worth in fen: 壹仟贰佰元整 is 120,000."""
    yuan, _sign, rest = text.replace("圆", "元").partition("元")
    total = section = digit = 0
    for character in yuan:
        if character in _DIGITS:
            digit = _DIGITS.index(character)
        elif character in _UNITS:
            section, digit = section + (digit or 1) * _UNITS[character], 0
        elif character == "万":
            total, section, digit = total + (section + digit) * 10_000, 0, 0
        else:
            total, section, digit = (total + section + digit) * 100_000_000, 0, 0
    fen = (total + section + digit) * 100
    for number, unit in re.findall(rf"([{_DIGITS}])([角分])", rest):
        fen += _DIGITS.index(number) * (10 if unit == "角" else 1)
    return fen


def terms_performable(file: CaseFile) -> list[Finding]:
    """D5: who does what and when; nothing a court could not confirm (民事诉讼法解释 第三百五十五条)."""
    never = N_("checks", "“{word}”: no court confirms an agreement about this.")
    vague = N_("checks", "“{word}” says neither how much nor when.")
    return [
        at(one, name, never if word in NO_COURT else vague, word=word)
        for one in file.agreements
        for name in ("terms", "performance")
        for word in (*NO_COURT, *VAGUE)
        if word in str(one.values.get(name) or "")
    ]


def words_right(file: CaseFile) -> list[Finding]:
    """D6: words of the law, and no slips that turn them into others."""
    text = N_("checks", "“{wrong}” should probably be “{right}”.")
    return [
        at(one, name, text, wrong=wrong, right=right)
        for one in file.agreements
        for name in ("facts", "terms", "performance")
        for wrong, right in MISTAKES.items()
        if wrong in str(one.values.get(name) or "")
    ]


def in_time(file: CaseFile) -> list[Finding]:
    """E1: settled within the period, its pauses and agreed extensions counted."""
    settled = [day for one in file.agreements if isinstance(day := _agreed_on(one), date)]
    ended = min(settled) if settled else file.case.values.get("closed_on")
    ran = file.period(file.case, _SETTLED_IN)
    last = ran.last_day if ran else None
    if last is None or not isinstance(ended, date) or ended <= last:
        return []
    text = N_("checks", "Settled on {day}; the period ended on {last}, and no extension is written down.")
    return [at(file.case, "period_change", text, day=ended.isoformat(), last=last.isoformat())]


def _agreed_on(agreement: Record) -> object:
    return agreement.values.get("reached_on" if agreement.kind == "oral_agreement" else "signed_on")


def failure_told(file: CaseFile) -> list[Finding]:
    """E2: why no agreement was reached, and that the other ways were told (人民调解法 第二十六条)."""
    if file.outcome != "failed":
        return []
    found = blank(file.case, ("end_reason",), N_("checks", "It is not written down why it ended."))
    if file.case.values.get("told_remedies") is not True:
        text = N_(
            "checks", "Nothing says that the parties were told of arbitration, administrative and court ways."
        )
        found.append(at(file.case, "told_remedies", text))
    return found


def visited(file: CaseFile) -> list[Finding]:
    """E3: a visit after the day of performance; outcome and satisfaction (人民调解法 第三十一条)."""
    due = [day for one in file.agreements if isinstance(day := one.values.get("due_on"), date)]
    signed = [day for one in file.agreements if isinstance(day := _agreed_on(one), date)]
    due += [day for one in file.all("instalment") if isinstance(day := one.values.get("due_on"), date)]
    if not due or not signed or max(due) <= max(signed):
        return []
    visits = file.all("follow_up")
    target = file.agreements[0]
    if not visits:
        return [
            at(file.case, "follow_up", N_("checks", "Nobody has visited the parties after the agreement."))
        ]
    lacking = N_("checks", "The visit lacks “{field}”.")
    found = [
        one for visit in visits for one in blank(visit, ("performance", "satisfaction", "record"), lacking)
    ]
    made = [day for one in visits if isinstance(day := one.values.get("visited_on"), date)]
    if made and max(made) < min(due) and max(made) >= max(signed):
        text = N_("checks", "All visits were before the day of performance, {day}.")
        found.append(at(visits[-1], "visited_on", text, day=target.values.get("due_on") or min(due)))
    return found


def performance_proved(file: CaseFile) -> list[Finding]:
    """E4: a receipt or transfer for what was performed."""
    text = N_("checks", "There is no receipt or other proof for “{what}”.")
    return [
        at(one, "proof", text, what=one.name)
        for one in file.all("instalment")
        if one.values.get("done_on") and not one.values.get("proof") and not file.pictures(one)
    ]


def confirmation_complete(file: CaseFile) -> list[Finding]:
    """E5: the court's papers, within the period from effect (人民调解法 第三十三条)."""
    late = N_(
        "checks",
        "Applied on {day}; the time for it began with the agreement on {start} and ended on {last}.",
    )
    found = []
    ran = [period for one in file.agreements if (period := file.period(one, _CONFIRMED_IN)) is not None]
    last = max((period.last_day for period in ran if period.last_day is not None), default=None)
    for one in file.all("court_confirmation"):
        names = ("court", "applied_on", "terms", "enclosures")
        found += blank(one, names, N_("checks", "The application to the court lacks “{field}”."))
        applied = one.values.get("applied_on")
        if last is not None and isinstance(applied, date) and applied > last:
            start = max(period.start for period in ran)
            days = {"day": applied.isoformat(), "start": start.isoformat(), "last": last.isoformat()}
            found.append(at(one, "applied_on", late, **days))
    return found
