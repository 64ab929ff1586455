"""What people call the roles of the rights table."""

from village_desk.i18n import N_, translated

ROLES = {
    "village_clerk": N_("roles", "Village clerk"),
    "adviser": N_("roles", "Village legal adviser"),
    "mediator": N_("roles", "People's mediator"),
    "volunteer": N_("roles", "Volunteer"),
    "station_staff": N_("roles", "Judicial office staff"),
    "station_head": N_("roles", "Head of the judicial office"),
    "hotline_agent": N_("roles", "Hotline agent"),
    "county_legal_aid": N_("roles", "County legal-aid centre"),
    "county_pls": N_("roles", "County legal services"),
    "supervisor": N_("roles", "Supervisor"),
    "administrator": N_("roles", "Administrator"),
}
"""Roles of the rights table, as people call them."""


def role_text(role: str) -> str:
    """Return what people call a role; an unknown one stands as it is."""
    return translated("roles", ROLES[role]) if role in ROLES else role
