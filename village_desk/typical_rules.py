"""What must be true of a typical case before each of its steps (domain services §6.6)."""

from collections.abc import Mapping
from hashlib import sha256

from village_desk.errors import Problem

TEXTS = ("title", "facts", "handling", "result", "articles", "comment")
"""Fields of a draft that are published, and therefore looked through for names."""
ARTICLE = "个人信息保护法 第五十一条"
_CHECKED = ("deidentify", "pass", "approve", "publish")


def fingerprint(values: Mapping[str, object]) -> str:
    """Return what tells the texts of a draft from any others."""
    texts = "\x00".join(str(values.get(name) or "") for name in TEXTS)
    return sha256(texts.encode()).hexdigest()


def problems(values: Mapping[str, object], move: str) -> list[Problem]:
    """Return why a draft may not take the step `move`: a person has not looked through this very text."""
    if move not in _CHECKED or values.get("checked_text") == fingerprint(values):
        return []
    return [Problem("checked_by", "typical.unchecked", {"article": ARTICLE})]
