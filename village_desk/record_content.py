"""What the record of a mediation has to say, and what of it is said already (domain mediation §1.10).

A reminder and no examination: it looks for words, and whoever writes decides.
"""

from collections.abc import Mapping, Sequence

from village_desk.i18n import N_

ITEMS: Mapping[str, str] = {
    "rights": N_("record_content", "Rights and duties were told"),
    "principles": N_("record_content", "Principles, method and who mediates were told"),
    "statements": N_("record_content", "What each side said"),
    "facts": N_("record_content", "How the facts were verified"),
    "risk": N_("record_content", "Risks and legal consequences were pointed out"),
    "outcome": N_("record_content", "What was agreed; or why not, and which other ways are open"),
    "signatures": N_("record_content", "Who signs"),
}
"""In the order in which they are written."""

_WORDS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "rights": (("权利",), ("义务",)),
    "principles": (("原则", "自愿"), ("调解员", "主持")),
    "statements": (("申请人", "甲方"), ("被申请人", "乙方")),
    "facts": (("核实", "查明", "查看", "无异议", "没有异议", "属实", "证实"),),
    "risk": (("风险", "后果", "强制执行"),),
    "outcome": (("达成", "同意", "未能", "不成"),),
    "signatures": (("签名", "签字", "按指印", "捺印"),),
}
"""Of each group one word has to stand there."""
_FAILED = ("未能达成", "未达成", "调解不成", "达不成")
_OTHER_WAYS = ("仲裁", "诉讼", "起诉", "司法", "行政")


def said(text: str, *, told_rights: bool, parties: Sequence[str]) -> dict[str, bool]:
    """Return for each item whether the text says it; the box about rights counts, names count as sides."""
    found = {name: all(any(word in text for word in group) for group in _WORDS[name]) for name in ITEMS}
    found["rights"] = found["rights"] or told_rights
    named = [name for name in parties if name]
    found["statements"] = found["statements"] or (len(named) > 1 and all(name in text for name in named))
    if any(word in text for word in _FAILED):
        found["outcome"] = any(word in text for word in _OTHER_WAYS)
    return found
