"""Who may read a complaint: never the one it is about (domain: services §6.3, 法律援助法 第五十六条).

A room's people, advisers and mediators do not read the complaints of others at all. One about the station or
a county office is kept in a class that passes the township by: it goes from the desk that took it down to
the county. Which class it is in is decided once, when it is made, so `complaint.about` is fixed.
"""

from collections.abc import Mapping

from village_desk.errors import Problem
from village_desk.kinds.base import Confidentiality

KIND = "complaint"
_ABOVE_THE_ROOM = ("station", "county")
PAST_THE_STATION: Confidentiality = "hardship"
"""Read by who made it and by the county alone, with its papers and pictures; reading it is logged."""


def class_of(values: Mapping[str, object]) -> Confidentiality:
    """Return the class of a new complaint; one that names nobody is kept from the station."""
    return "normal" if values.get("about") and values["about"] not in _ABOVE_THE_ROOM else PAST_THE_STATION


def problems(values: Mapping[str, object], writer: str) -> list[Problem]:
    """Return what is wrong with who takes a complaint down: nobody does it with one about themselves."""
    about = "".join(str(values.get("about_name") or "").split())
    own = bool(about) and about == "".join(writer.split())
    return [Problem("about_name", "complaint.own")] if own else []
