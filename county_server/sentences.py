"""What the county's command line says to the people who run it."""

from village_desk import sentences
from village_desk.errors import VillageDeskError
from village_desk.i18n import N_, translated

CONTEXT = "county"
_SHARED = ("bundle.", "profile.", "rescue.", "sync.")
"""Of bundles, profiles and lost passwords both sides say the same."""

RESTORED = N_(
    "county",
    "The county is as it was at {since}. Desks notice it and send again what was lost. Accounts, grants,"
    " revocations and codes made since then are gone: make them again before you start the server.",
)
"""Said after a restore."""

SENTENCES = {
    "county.area": N_(
        "county", "{area} is not an area of this county: give 6, 9 or 12 digits that begin with its code."
    ),
    "county.aside_missing": N_("county", "Nothing of this number is set aside there. List it with: aside."),
    "county.backup_damaged": N_(
        "county", "The backup {folder} is incomplete or was altered. Take another one; nothing was changed."
    ),
    "county.code": N_("county", "A county's division code has six digits, for example 620702."),
    "county.config": N_(
        "county", "The configuration {file} cannot be used (key: {key}). Correct it and start again."
    ),
    "county.config_number": N_(
        "county", "In {file}, {key} takes a whole number from {low} to {high}. Correct it and start again."
    ),
    "county.config_pair": N_(
        "county",
        "tls_key is of no use without tls_certificate: set both, or neither. Correct it and start again.",
    ),
    "county.config_word": N_("county", "In {file}, {key} takes one of: {words}. Correct it and start again."),
    "county.day": N_("county", "A day is written like 2026-11-22. Nothing was changed."),
    "county.device_missing": N_("county", "There is no such device. List them with: device."),
    "county.exists": N_("county", "This database already holds a county. Nothing was changed."),
    "county.file": N_("county", "The file {file} cannot be written, or already exists. Choose another."),
    "county.grant_missing": N_("county", "There is no such grant. List them with: user list."),
    "county.destruction_altered": N_(
        "county", "This list is not what was proposed: it was altered. Nothing was decided; report it."
    ),
    "county.destruction_missing": N_("county", "There is no such list, or it is decided already."),
    "county.destruction_own": N_(
        "county", "Nobody approves a list they proposed. A second person decides; nothing was changed."
    ),
    "county.login": N_("county", "Another person signs in by this name, or it is empty. Choose another."),
    "county.missing": N_("county", "There is no county in this database. Make one with: init."),
    "county.month": N_(
        "county", "The province gets a month that has ended, written like 2026-10. Nothing was written."
    ),
    "county.name": N_("county", "Please give a name. Nothing was changed."),
    "county.newer": N_(
        "county", "A newer program made this database. Update this program; nothing was changed."
    ),
    "county.not_taken": N_(
        "county",
        "Somebody changed this record or your grants at the same moment. Nothing was changed; open the record"
        " again.",
    ),
    "county.nothing_due": N_("county", "No record's retention is over. There is nothing to propose."),
    "county.other": N_(
        "county",
        "The tables of this database were made by other steps than this program's. Use the program it was"
        " made with, or make a new county; nothing was changed.",
    ),
    "county.own_grant": N_("county", "Nobody gives a grant to themselves. Ask another administrator."),
    "county.plain": N_(
        "county",
        "Listening beyond this machine needs TLS: set tls_certificate and tls_key, or behind_proxy = 1"
        " when a gateway in front of the server does TLS.",
    ),
    "county.port": N_(
        "county", "The address {host}:{port} cannot be listened on. Is the server already running?"
    ),
    "county.profile": N_("county", "The county profile lacks the parameter {name}."),
    "county.profile_big": N_(
        "county", "This profile is larger than a desk takes (1 MB). Nothing was published."
    ),
    "county.code_in_use": N_(
        "county",
        "The code {entry} is in the present version, so records may hold it: give it a last day instead.",
    ),
    "county.draft_exists": N_("county", "There is a draft already. Go on with it, or throw it away first."),
    "county.draft_missing": N_("county", "There is no draft any more: it was published or thrown away."),
    "county.draft_moved": N_(
        "county",
        "Somebody changed the draft after this page was made. Nothing of yours was saved; open the page"
        " again.",
    ),
    "county.field_name": N_(
        "county",
        "A field is called by x_ and small Latin letters, digits and underscores. Nothing was changed.",
    ),
    "county.list_missing": N_("county", "There is no list of this name."),
    "county.list_name": N_(
        "county",
        "A list is called by small Latin letters, digits and underscores, and by no name that is taken."
        " Nothing was changed.",
    ),
    "county.sheet_missing": N_("county", "There is no sheet of this name."),
    "county.sure": N_(
        "county", "Please write what is new, and tick that you have looked at it. Nothing was published."
    ),
    "county.value": N_("county", "{what}: this value cannot be. It is to be: {wanted}. Nothing was changed."),
    "county.profile_day": N_("county", "The day it begins has passed. Nothing was published."),
    "county.profile_missing": N_("county", "No version of this number was published."),
    "county.profile_notes": N_(
        "county", "The notes are longer than {limit} characters. Nothing was published."
    ),
    "county.profile_id": N_(
        "county", 'A county\'s own profile is called by its code: set "id" to {id}. Nothing was published.'
    ),
    "county.profile_version": N_(
        "county",
        'Version {last} is published already: raise "version" in profile.json. Nothing was published.',
    ),
    "county.role": N_("county", "There is no role {role}."),
    "county.restore_usage": N_(
        "county", "Name either a backup, or with --recovered-to the moment the database was put back to."
    ),
    "county.running": N_("county", "The county server is still running. Stop it first; nothing was changed."),
    "county.tls": N_(
        "county", "The certificate or its key cannot be read. Check tls_certificate and tls_key."
    ),
    "county.user_exists": N_("county", "This unit already has a user of this name."),
    "county.user_missing": N_("county", "There is no such user. List them with: user list."),
    "busy": N_(
        "county", "The database cannot be reached, or its disk is full. Nothing was changed; try again."
    ),
}


def sentence(error: VillageDeskError) -> str:
    """Return one plain sentence for `error`; an unknown code stands for itself."""
    if error.code.startswith(_SHARED):
        if error.code.startswith("profile."):  # the county is who is told there
            return sentences.parts(error.code, error.details)[0]
        return sentences.sentence(error.code, error.details)
    text = translated(CONTEXT, SENTENCES.get(error.code, "{error}"))
    return text.format_map({"error": error.code, "key": "", **error.details})
