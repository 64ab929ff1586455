"""Sentences about signed papers, what comes back from them and is bound, in the parts of `trouble_table`."""

from village_desk.i18n import N_
from village_desk.sync_troubles import NOTHING_LOST

_TYPED = N_("sentences", "What you typed is kept.")
_NOT_FILED = N_("sentences", "Nothing of it was filed.")
_AGAIN = N_("sentences", "Take the picture again, flat and in good light, or scan the sheet again.")

SCAN_TROUBLES: dict[str, tuple[str, ...]] = {
    "record.locked": (
        N_("sentences", "The township has approved this record."),
        NOTHING_LOST,
        N_(
            "sentences",
            "Correct it with a reason, which is kept as a supplement; or ask the head of the office to open "
            "it again.",
        ),
    ),
    "record.signed": (
        N_("sentences", "This text has been signed, and the signed sheet is on file."),
        _TYPED,
        N_("sentences", "Give a reason: the change is then kept as a supplement beside the signed text."),
    ),
    "record.signed_stays": (
        N_("sentences", "A signed sheet on file shows this."),
        N_("sentences", "So it stays in sight; nothing was changed."),
        N_("sentences", "If the picture of the sheet was filed by mistake, take the picture away first."),
    ),
    "print.qr": (
        N_("sentences", "This is not the code of a sheet of this program, or it was misread."),
        N_("sentences", "Hold the sheet flat and try again."),
    ),
    "scan.unreadable": (
        N_("sentences", "This file is neither a picture nor a PDF, or it is damaged."),
        _NOT_FILED,
        _AGAIN,
    ),
    "scan.fault": (
        N_("sentences", "A fault of the program stopped this page."),
        _NOT_FILED,
        N_("sentences", "Choose its record yourself; the file stays where it is."),
    ),
    "scan.encrypted": (
        N_("sentences", "This PDF is protected by a password."),
        _NOT_FILED,
        N_("sentences", "Save it without a password, or scan the sheet again."),
    ),
    "scan.enormous": (
        N_("sentences", "This picture is far larger than a sheet needs: {megapixels} million pixels."),
        _NOT_FILED,
        N_("sentences", "Take it in the normal size of the camera, or scan at 300 dpi."),
    ),
    "scan.no_code": (
        N_("sentences", "No code could be read on this page."),
        _NOT_FILED,
        N_("sentences", "Choose the record it belongs to, or take the picture again in good light."),
    ),
    "scan.two_codes": (
        N_("sentences", "This picture shows two different sheets."),
        _NOT_FILED,
        N_("sentences", "Take a picture of each sheet by itself."),
    ),
    "scan.unknown": (
        N_("sentences", "This sheet is not known here: another office printed it, or it was printed blank."),
        _NOT_FILED,
        N_("sentences", "Choose its record if it belongs here; otherwise give it to the office it is from."),
    ),
    "scan.misfit": (
        N_("sentences", "The code on this page and the sheet it names do not fit together."),
        _NOT_FILED,
        N_("sentences", "Compare the paper with the record, and choose the record yourself."),
    ),
    "print.archive": (
        N_("sentences", "What was bound is no file an archive would take."),
        NOTHING_LOST,
        N_("sentences", "Look at the photos and PDFs added last; scan what is damaged again."),
    ),
    "confirmation.late": (
        N_(
            "sentences",
            "The time in which the parties could ask the court together ended on {day}, so no application is "
            "printed any more.",
        ),
        _TYPED,
        N_(
            "sentences",
            "If they did apply in time, write the day into “Applied on”. Otherwise whoever is owed something "
            "can sue for it.",
        ),
    ),
    "dossier.none": (
        N_("sentences", "This case has no dossier yet."),
        NOTHING_LOST,
        N_("sentences", "Make the dossier first; its cover is filled in there."),
    ),
}
