"""How a value reads, on the screen, in a browser, in histories and frozen copies."""

from datetime import date

from village_desk import idcards, times
from village_desk.fields import Spec, is_empty
from village_desk.i18n import N_, translated
from village_desk.ids import id_text
from village_desk.profile import Profile
from village_desk.typed import amount_text


def shown(profile: Profile, spec: Spec, value: object, *, masked: bool = True) -> str:
    """Return a value as people read it; codes by their labels, numbers of persons masked; "" when empty."""
    if is_empty(value):
        return ""
    if spec.face == "choice":
        return profile.label(spec.codes, str(value))
    if isinstance(value, tuple):
        return "、".join(profile.label(spec.codes, str(code)) for code in value)
    if spec.masked and masked:
        return (idcards.mask_id if spec.check == "id_card" else idcards.mask_phone)(str(value))
    return _plain(spec, value)


def _plain(spec: Spec, value: object) -> str:
    if isinstance(value, bool):
        return translated("editors", N_("editors", "Yes") if value else N_("editors", "No"))
    if isinstance(value, bytes):
        return id_text(value)[-6:]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and spec.face == "amount":
        return amount_text(value)
    if isinstance(value, int) and spec.face == "moment":
        return times.local_text(value)
    return f"{value} {spec.unit}".strip() if spec.unit else str(value)
