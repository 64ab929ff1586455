"""What a county pays for a case, and on what conditions: data of the profile (以案定补, domain mediation §5).

No amount holds for the whole country; where the county has said none, the amount is left for it to write.
"""

from typing import Literal

import msgspec

Need = Literal["success", "performed", "filed", "papers"]
"""What a case must be: agreed, performed, filed, with every mandatory paper of its dossier."""


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Yuan for a case of a difficulty whose agreement has this form; "*" stands for any."""

    yuan: int
    difficulty: str = "*"
    form: Literal["written", "oral", "none", "*"] = "*"


class Subsidy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The county's rules.

    Attributes:
        needs: Conditions; a case that misses one is named with it and left out.
        rates: The first that fits counts.
        failed_percent: Share paid for a case that ended without agreement, where "success" is no condition.
        article: The notice they come from.
    """

    needs: tuple[Need, ...] = ("success", "performed", "filed")
    rates: tuple[Rate, ...] = ()
    failed_percent: int = 0
    article: str = ""

    def fen(self, difficulty: str, form: str, *, agreed: bool) -> int | None:
        """Return what a case brings, in fen; None where the county has said nothing."""
        for rate in self.rates:
            if rate.difficulty in ("*", difficulty) and rate.form in ("*", form):
                return rate.yuan * (100 if agreed else self.failed_percent)
        return None


def wrong_place(subsidy: Subsidy, difficulties: set[str]) -> str:
    """Return the place of the first mistake in the profile, or ""."""
    if not 0 <= subsidy.failed_percent <= 100:
        return "subsidy.failed_percent"
    for number, rate in enumerate(subsidy.rates):
        if rate.yuan < 0 or rate.difficulty not in {"*", *difficulties}:
            return f"subsidy.rates.{number}"
    return ""
