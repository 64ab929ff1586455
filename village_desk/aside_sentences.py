"""Why the county set a change aside, in the three parts of `trouble_table`; codes of `county_server.judging`.

The first part is what happened, the second says that the text is safe, the third what to do.
"""

from village_desk.i18n import N_

_SAFE = N_("sentences", "What you wrote is safe on this PC and with the county.")
_TOWNSHIP = N_("sentences", "Print it or save it as a file and give it to the township judicial office.")
_RENEWED = N_("sentences", "When the newest program is installed there or here, press “Send again”.")

ASIDE_SENTENCES: dict[str, tuple[str, ...]] = {
    "aside.body": (N_("sentences", "The county could not read this change."), _SAFE, _TOWNSHIP),
    "aside.altered": (
        N_("sentences", "It was altered in the file of this PC after it was saved, not by this program."),
        N_(
            "sentences",
            "What the record showed is kept, and so is what was found in its place; everything else went on.",
        ),
        N_(
            "sentences",
            "Check each line; if it is right, press “Send again”. And tell the township that somebody has"
            " been at this file.",
        ),
    ),
    "aside.kind": (
        N_("sentences", "The county's program does not know records of this kind yet."),
        _SAFE,
        _RENEWED,
    ),
    "aside.record": (
        N_("sentences", "The county could not tell which record this change is about."),
        _SAFE,
        _TOWNSHIP,
    ),
    "aside.scope": (
        N_("sentences", "The county could not tell which village this change belongs to."),
        _SAFE,
        _TOWNSHIP,
    ),
    "aside.schema": (
        N_("sentences", "The program of this PC and that of the county are too far apart in age."),
        _SAFE,
        _RENEWED,
    ),
    "aside.value": (
        N_("sentences", "One value is not as the county expects it in this field."),
        _SAFE,
        N_("sentences", "Open the record and enter that value again."),
    ),
    "aside.grant": (
        N_("sentences", "The county has no valid permission of this person for this place."),
        _SAFE,
        N_("sentences", "Ask the township to have it given; then press “Send again”."),
    ),
    "aside.rights": (
        N_("sentences", "The county does not let this person change this record."),
        _SAFE,
        N_("sentences", "If it is your work, ask the township for the permission; then press “Send again”."),
    ),
    "aside.class": (
        N_("sentences", "It belongs to a confidential record and was not marked as confidential itself."),
        _SAFE,
        _TOWNSHIP,
    ),
    "aside.review.own": (
        N_("sentences", "Nobody reviews what they have handed in themselves."),
        _SAFE,
        N_("sentences", "Let a colleague of the judicial office review it."),
    ),
    "aside.revoked": (
        N_("sentences", "The county had withdrawn this PC when the change arrived."),
        _SAFE,
        N_("sentences", "Ask the township; once this PC is admitted again, press “Send again”."),
    ),
    "aside.group": (
        N_("sentences", "It was saved together with something the county could not take."),
        _SAFE,
        _TOWNSHIP,
    ),
    "aside.op": (
        N_("sentences", "The county does not take this kind of change from a village PC."),
        _SAFE,
        _TOWNSHIP,
    ),
    "aside.record.unknown": (
        N_("sentences", "The county does not have the record this change belongs to."),
        _SAFE,
        _TOWNSHIP,
    ),
    "aside.field.immutable": (
        N_("sentences", "The county has another value in a field that is fixed once it is filled."),
        _SAFE,
        N_("sentences", "Let the county's value stand; if it is wrong, tell the township."),
    ),
    "aside.state.illegal": (
        N_("sentences", "At the county this record stood at another step by then."),
        _SAFE,
        N_("sentences", "Open the record, and take the step again if it is still needed."),
    ),
    "aside.moved": (
        N_("sentences", "Another PC had moved this record to another place by then."),
        _SAFE,
        N_("sentences", "Look where the record is now; if it is wrong, tell the township."),
    ),
    "aside.move": (
        N_("sentences", "A move to another place is not sent again by itself."),
        N_("sentences", "Nothing is lost."),
        N_("sentences", "Open the record and move it again, if it is still needed."),
    ),
    "aside.gone": (
        N_("sentences", "This has been dealt with already."),
        N_("sentences", "Nothing is lost."),
        N_("sentences", "Look at the list again."),
    ),
    "aside": (N_("sentences", "The county could not take this change ({code})."), _SAFE, _TOWNSHIP),
}
