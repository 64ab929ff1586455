"""Sentences of errors with bundles on a stick, in the three parts of `trouble_table`."""

from village_desk.i18n import N_

_ALL_HERE = N_("sentences", "Everything is saved on this PC; nothing was taken in.")
_STAYS = N_("sentences", "Nothing was changed, and the file stays on the stick.")
_WRITE_AGAIN = N_("sentences", "Write the stick again at the PC it comes from.")

BUNDLE_TROUBLES: dict[str, tuple[str, ...]] = {
    "bundle.none": (
        N_("sentences", "This file is not a bundle of this program."),
        _STAYS,
        N_("sentences", "Choose a file whose name ends in .vdb."),
    ),
    "bundle.newer": (
        N_("sentences", "A newer program wrote this bundle."),
        _STAYS,
        N_("sentences", "Install the newest program, then read the stick again."),
    ),
    "bundle.cut": (
        N_("sentences", "This bundle is not whole: the stick was pulled out while it was written or copied."),
        _STAYS,
        _WRITE_AGAIN,
    ),
    "bundle.damaged": (
        N_("sentences", "This bundle is damaged: what is in it is not what was written."),
        _STAYS,
        _WRITE_AGAIN,
    ),
    "bundle.forged": (
        N_("sentences", "This bundle does not bear the signature of whom it says it is from."),
        _STAYS,
        N_("sentences", "Do not use it, and tell the county office."),
    ),
    "bundle.county": (
        N_("sentences", "This bundle belongs to another county."),
        _STAYS,
        N_("sentences", "Bring it to the county it belongs to."),
    ),
    "bundle.other": (
        N_("sentences", "This bundle is for another PC than this one."),
        _STAYS,
        N_("sentences", "Bring the stick to the room it is for."),
    ),
    "bundle.own": (
        N_("sentences", "This PC wrote this bundle itself."),
        _STAYS,
        N_("sentences", "Bring the stick to the township or the county; the answer comes back on it."),
    ),
    "bundle.answer": (
        N_("sentences", "This is an answer of the county; it is for the desk it was written for."),
        _STAYS,
        N_("sentences", "Bring the stick back to that PC."),
    ),
    "bundle.stranger": (
        N_("sentences", "Nobody here knows the PC this bundle comes from."),
        _STAYS,
        N_("sentences", "Sync or read the newest answer of the county first; else ask the county office."),
    ),
    "bundle.old": (
        N_("sentences", "This bundle was taken in already, or says nothing new."),
        N_("sentences", "Nothing is missing, and nothing was taken in twice."),
        N_("sentences", "It can be deleted from the stick."),
    ),
    "bundle.gap": (
        N_("sentences", "A part before this one has not been read yet."),
        _STAYS,
        N_("sentences", "Read the stick with the earlier part first."),
    ),
    "bundle.overtaken": (
        N_("sentences", "This PC has heard from the county by another way since this answer was asked for."),
        _ALL_HERE,
        N_("sentences", "Sync over the network, or carry a stick once more."),
    ),
    "bundle.restored": (
        N_("sentences", "The county was set back to a backup and lacks some of what it had received."),
        N_("sentences", "Nothing is lost: all of it is still on this PC and waits again."),
        N_("sentences", "Take out by stick once more; what the county lacks is written again."),
    ),
    "bundle.full": (
        N_("sentences", "There is not enough room on the stick."),
        N_("sentences", "Everything is saved on this PC."),
        N_("sentences", "Delete what is not needed from the stick, or take a larger one."),
    ),
    "bundle.gone": (
        N_("sentences", "The stick was pulled out, or cannot be read or written."),
        N_("sentences", "Everything is saved on this PC; half-written files count for nothing."),
        N_("sentences", "Put the stick in again, or take another, and start again."),
    ),
    "bundle.empty": (
        N_("sentences", "There is no bundle for this PC in this folder."),
        _STAYS,
        N_("sentences", "Choose the stick, or the folder the bundle was put into."),
    ),
    "bundle.keys": (
        N_("sentences", "The keys for sticks are not on this PC yet."),
        N_("sentences", "Everything is saved on this PC."),
        N_("sentences", "Sync once over a network; after that sticks do for ever."),
    ),
}
