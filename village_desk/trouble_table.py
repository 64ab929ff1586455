"""Sentences of errors by code, in three parts: what happened, whether the data is safe, what to do.

A family ("template") stands for every code that begins with it and has no line of its own.
"""

from village_desk.aside_sentences import ASIDE_SENTENCES
from village_desk.bundle_troubles import BUNDLE_TROUBLES
from village_desk.i18n import N_
from village_desk.ledger_troubles import LEDGER_TROUBLES
from village_desk.profile_troubles import PROFILE_TROUBLES
from village_desk.scan_troubles import SCAN_TROUBLES
from village_desk.sync_troubles import CALL, NOT_SENT, NOTHING_LOST, RETRY, SYNC_TROUBLES, UPDATE

_TYPED = N_("sentences", "What you typed is kept.")
_UNTOUCHED = N_("sentences", "The file was not changed.")
_RESTORE = N_("sentences", "Restore the last backup; the present file is set aside, not erased.")
_REINSTALL = N_("sentences", "Install the program again; your records are not touched by it.")
_TELL_COUNTY = N_("sentences", "Tell the county office; it made this file.")
_LOOK_AGAIN = N_("sentences", "Go back to the list and look again.")

_ELSEWHERE = (
    SYNC_TROUBLES | ASIDE_SENTENCES | BUNDLE_TROUBLES | SCAN_TROUBLES | LEDGER_TROUBLES | PROFILE_TROUBLES
)
TROUBLES: dict[str, tuple[str, ...]] = _ELSEWHERE | {
    # The desk file
    "store.missing": (
        N_("sentences", "The desk file or its folder is not there."),
        NOTHING_LOST,
        N_("sentences", "Connect the drive it lies on, or restore a backup."),
    ),
    "store.empty": (N_("sentences", "The desk file is empty: it has no bytes at all."), _UNTOUCHED, _RESTORE),
    "store.foreign": (
        N_("sentences", "This file is not a desk file."),
        _UNTOUCHED,
        N_("sentences", "Choose the right file, or restore a backup."),
    ),
    "store.newer": (N_("sentences", "This file was written by a newer program."), _UNTOUCHED, UPDATE),
    "store.damaged": (N_("sentences", "The desk file is damaged."), _UNTOUCHED, _RESTORE),
    "store.readonly": (
        N_("sentences", "The desk file cannot be written: file or drive is read-only."),
        _TYPED,
        N_("sentences", "Make the folder writable, or move the file to another drive."),
    ),
    "store.locked": (
        N_("sentences", "Another program uses the desk file."),
        _TYPED,
        N_("sentences", "Close the other window of this program, or wait for the virus scanner."),
    ),
    "store.full": (
        N_("sentences", "The drive is full."),
        _TYPED,
        N_("sentences", "Make room on the drive, then save again."),
    ),
    "store.memory": (
        N_("sentences", "This PC has too little free memory just now."),
        NOTHING_LOST,
        N_("sentences", "Close other programs and try again."),
    ),
    "store.io": (
        N_("sentences", "The drive did not read or write as it should."),
        _TYPED,
        N_("sentences", "Make a backup to another drive now; this one may be failing."),
    ),
    "store.exists": (
        N_("sentences", "There is a desk file in this place already."),
        _UNTOUCHED,
        N_("sentences", "Open it, or choose another place."),
    ),
    "store.blob_damaged": (
        N_("sentences", "This attachment is damaged."),
        N_("sentences", "The record itself is whole."),
        N_("sentences", "Attach the picture again, or restore it from a backup."),
    ),
    "store.blob_missing": (
        N_("sentences", "This attachment is not on this PC."),
        N_("sentences", "The record itself is whole."),
        N_("sentences", "Fetch it from the county, or restore it from a backup."),
    ),
    "store.blob_changed": (
        N_("sentences", "The file changed while it was read."),
        NOTHING_LOST,
        N_("sentences", "Attach it again."),
    ),
    "store.keys_missing": (
        N_("sentences", "The key file beside the desk file is missing."),
        _UNTOUCHED,
        N_("sentences", "Put the key file back from a backup; without it nobody can open the desk file."),
    ),
    "store.keys_damaged": (
        N_("sentences", "The key file beside the desk file is damaged."),
        _UNTOUCHED,
        N_("sentences", "Put the key file back from a backup."),
    ),
    "store.keys_newer": (
        N_("sentences", "The key file was written by a newer program."),
        _UNTOUCHED,
        UPDATE,
    ),
    "store.keys_exist": (
        N_("sentences", "There is a key file in this place already."),
        _UNTOUCHED,
        N_("sentences", "Choose another place; a key file is never overwritten."),
    ),
    "store.backup_damaged": (
        N_("sentences", "This backup is damaged and does not count."),
        N_("sentences", "The desk file itself is not touched."),
        N_("sentences", "Make or choose another backup, on another drive."),
    ),
    "store.backup_incomplete": (
        N_("sentences", "This backup is not complete; files are missing."),
        N_("sentences", "The desk file itself is not touched."),
        N_("sentences", "Choose a complete backup; its folder was copied only in part."),
    ),
    "store": (N_("sentences", "The desk file could not be used ({code})."), _TYPED, CALL),
    "backup.inside": (
        N_("sentences", "This folder lies inside the desk's own folder, on the same drive."),
        NOTHING_LOST,
        N_("sentences", "Choose a USB stick or another drive."),
    ),
    "backup": (
        N_("sentences", "The backup could not be made or checked ({code})."),
        N_("sentences", "The desk file itself is not touched."),
        N_("sentences", "Choose another drive and try again."),
    ),
    "restore": (
        N_("sentences", "The backup could not be restored ({code})."),
        N_("sentences", "The present file is still there."),
        N_("sentences", "Choose another backup."),
    ),
    # Passwords and keys
    "keys.password_wrong": (
        N_("sentences", "This is not the password."),
        _UNTOUCHED,
        N_("sentences", "Try again in {wait} seconds, or use the recovery key."),
    ),
    "keys.wait": (
        N_("sentences", "Too many wrong tries."),
        NOTHING_LOST,
        N_("sentences", "Wait {wait} seconds."),
    ),
    "keys.pin_wrong": (
        N_("sentences", "This is not the PIN."),
        NOTHING_LOST,
        N_("sentences", "{left} tries are left; after that the password is needed."),
    ),
    "keys.weak": (
        N_("sentences", "This password is too easy to guess."),
        N_("sentences", "Use at least ten characters, or four words."),
    ),
    "keys.recovery_typo": (
        N_("sentences", "The recovery key is mistyped; it has {characters} characters."),
        _UNTOUCHED,
        N_("sentences", "Compare it with the printed sheet, group by group."),
    ),
    "keys.recovery_wrong": (
        N_("sentences", "This recovery key belongs to another file."),
        _UNTOUCHED,
        N_("sentences", "Take the newest sheet printed for this PC."),
    ),
    "keys.recovery": (
        N_("sentences", "The recovery key does not open this file."),
        _UNTOUCHED,
        N_("sentences", "Take the newest sheet printed for this PC."),
    ),
    "keys.user_unknown": (
        N_("sentences", "There is no such person on this PC."),
        _UNTOUCHED,
        N_("sentences", "Choose a person from the list."),
    ),
    "keys.user_exists": (
        N_("sentences", "This person has a password here already."),
        _UNTOUCHED,
        N_("sentences", "Choose the person from the list."),
    ),
    "keys.last_user": (
        N_("sentences", "This is the only person who can open the file."),
        _UNTOUCHED,
        N_("sentences", "Add another person first."),
    ),
    "rescue.none": (
        N_("sentences", "Neither the county nor the township can open this desk: it was never connected."),
        _UNTOUCHED,
        N_("sentences", "Use the recovery sheet."),
    ),
    "rescue.foreign": (
        N_(
            "sentences",
            "This file is not the question or answer it should be, or belongs to another desk.",
        ),
        _UNTOUCHED,
        N_("sentences", "Save a new file that asks for help at the PC that is shut, and bring its answer."),
    ),
    "rescue.head": (
        N_("sentences", "Only the head of the township's judicial office may open another PC."),
        _UNTOUCHED,
        N_("sentences", "Let the head sign in at this PC, or bring the question to the county."),
    ),
    "gate.revoked": (
        N_(
            "sentences",
            "The county has withdrawn this PC. What is saved here is being handed over to it, drafts, too.",
        ),
        N_(
            "sentences",
            "When it has all and backed it up, this PC's key is destroyed and nothing opens here any more.",
        ),
        N_("sentences", "Connect this PC with the county, or bring it a stick."),
    ),
    "gate.handed_over": (
        N_("sentences", "The county has received everything from this PC, and its key was destroyed."),
        N_("sentences", "Nothing is lost; it is kept at the county."),
        N_("sentences", "Set this PC up anew with a new code of the county."),
    ),
    "gate.lapsed": (
        N_("sentences", "This PC has not been in touch with the county for too long and is closed."),
        NOTHING_LOST,
        N_("sentences", "Connect it, or bring the county a stick; it opens again by itself."),
    ),
    "gate.lapsing": (
        N_("sentences", "In {days} days this PC closes, because the county has not heard from it."),
        NOTHING_LOST,
        N_("sentences", "Connect it, or bring the county a stick."),
    ),
    "account.ended": (
        N_("sentences", "This account has no permission for this room any more."),
        _UNTOUCHED,
        N_("sentences", "Ask the county to renew it, then sync."),
    ),
    "account": (
        N_("sentences", "This account cannot be used ({code})."),
        _UNTOUCHED,
        CALL,
    ),
    "keys.which_user": (
        N_("sentences", "{count} people have a password here, and none or several of them were meant."),
        _UNTOUCHED,
        N_("sentences", "Say which one by name."),
    ),
    "keys": (N_("sentences", "The file could not be opened ({code})."), _UNTOUCHED, CALL),
    "crypto": (
        N_("sentences", "Something that should be encrypted or signed is not as it should be ({code})."),
        _UNTOUCHED,
        CALL,
    ),
    # Records
    "record.gone": (N_("sentences", "This record is not here."), NOTHING_LOST, _LOOK_AGAIN),
    "record.there": (
        N_("sentences", "The record lies there already."),
        NOTHING_LOST,
        N_("sentences", "Choose another place."),
    ),
    "record.archived": (
        N_("sentences", "This record was put away."),
        NOTHING_LOST,
        N_("sentences", "Take it out of the archive to change it."),
    ),
    "record.immutable": (
        N_("sentences", "This was fixed when the record was made and cannot change."),
        _TYPED,
    ),
    "record.read_only": (
        N_("sentences", "This field is filled in by the program and cannot be typed over."),
        _TYPED,
    ),
    "record.too_big": (
        N_("sentences", "This record is too large to be sent."),
        _TYPED,
        N_("sentences", "Move long texts into an attachment."),
    ),
    "record.unknown": (N_("sentences", "The county does not know this record yet."), NOT_SENT, RETRY),
    "record": (
        N_("sentences", "This record could not be saved or shown ({code})."),
        _TYPED,
        CALL,
    ),
    "conflict.gone": (N_("sentences", "This was decided already."), NOTHING_LOST, _LOOK_AGAIN),
    "conflict": (
        N_("sentences", "Somebody else changed the same field."),
        N_("sentences", "Both texts are kept."),
        N_("sentences", "Choose one on the page of conflicts."),
    ),
    "numbers.none": (
        N_("sentences", "No case numbers are left on this PC."),
        NOTHING_LOST,
        N_(
            "sentences",
            "The paper shows a provisional number; the official one is added after the next sync.",
        ),
    ),
    "attachment.empty": (
        N_("sentences", "This file is empty."),
        N_("sentences", "Choose another file, or take the picture again."),
    ),
    "attachment.unreadable": (
        N_("sentences", "This file cannot be read."),
        NOTHING_LOST,
        N_("sentences", "See whether the stick or card is still in, then choose the file again."),
    ),
    "attachment.too_big": (
        N_("sentences", "This file is larger than {megabytes} MB."),
        N_("sentences", "Take the picture with less resolution, or scan again."),
    ),
    "attachment": (
        N_("sentences", "This file cannot be attached ({code})."),
        NOTHING_LOST,
        N_("sentences", "Choose a picture or PDF that opens."),
    ),
    # Paper
    "print.no_glyph": (
        N_("sentences", "These characters are in no font and cannot be printed: {characters}"),
        NOTHING_LOST,
        N_("sentences", "Write them by hand on the printed sheet, or choose another form of the character."),
    ),
    "print.form": (N_("sentences", "There is no such form."), NOTHING_LOST, _REINSTALL),
    "print.content": (N_("sentences", "The content of this paper cannot be read."), NOTHING_LOST, CALL),
    "print.printer": (
        N_("sentences", "The printer does not answer."),
        NOTHING_LOST,
        N_("sentences", "Check the printer, or save the paper as a PDF."),
    ),
    "print.file": (
        N_("sentences", "The paper cannot be written to this place."),
        NOTHING_LOST,
        N_("sentences", "Choose another folder."),
    ),
    "file.unwritable": (
        N_("sentences", "The file cannot be written to this place."),
        NOTHING_LOST,
        N_("sentences", "Choose another folder."),
    ),
    "print.unreadable": (
        N_("sentences", "The paper cannot be shown."),
        NOTHING_LOST,
        CALL,
    ),
    "print": (N_("sentences", "The paper could not be made ({code})."), NOTHING_LOST, CALL),
    "template": (
        N_("sentences", "The form has a mistake in line {line} ({code})."),
        NOTHING_LOST,
        _TELL_COUNTY,
    ),
    # Profile and tables
    "rights.missing": (N_("sentences", "The table of rights is missing."), NOTHING_LOST, _REINSTALL),
    "rights.table": (
        N_("sentences", "The table of rights has a mistake in line {line}."),
        NOTHING_LOST,
        _REINSTALL,
    ),
    "moves.missing": (N_("sentences", "The table of workflow steps is missing."), NOTHING_LOST, _REINSTALL),
    "moves.table": (
        N_("sentences", "The table of workflow steps has a mistake in line {line}."),
        NOTHING_LOST,
        _REINSTALL,
    ),
}
