"""Sentences about an earlier ledger that cannot be read, and about claims."""

from village_desk.i18n import N_

_NOTHING = N_("sentences", "Nothing was taken in.")

LEDGER_TROUBLES: dict[str, tuple[str, ...]] = {
    "ledger.big": (
        N_("sentences", "This ledger has more than {rows} rows, or is larger than 20 MB."),
        _NOTHING,
        N_("sentences", "Divide it into a file for each year and take them in one after the other."),
    ),
    "ledger.old": (
        N_("sentences", "This file is of an old Excel, or locked with a password."),
        _NOTHING,
        N_("sentences", "Open it in Excel or WPS, save it as XLSX without a password, and choose that file."),
    ),
    "ledger.file": (
        N_("sentences", "This file is no XLSX spreadsheet, or it is damaged."),
        _NOTHING,
        N_("sentences", "Open it in Excel or WPS, save it as XLSX, and choose that file."),
    ),
    "ledger.empty": (
        N_("sentences", "There is no table with headings and rows in this file."),
        _NOTHING,
        N_("sentences", "The first line of the table says what stands in each column."),
    ),
    "ledger.unreadable": (
        N_("sentences", "The file cannot be opened; perhaps the stick was pulled out."),
        _NOTHING,
        N_("sentences", "Choose it again."),
    ),
    "subsidy.period": (
        N_("sentences", "The claim does not say yet whose cases it holds, from when until when."),
        N_("sentences", "What you typed is kept."),
        N_("sentences", "Write the mediator and the period, then take in the cases."),
    ),
    "ledger.columns": (
        N_(
            "sentences",
            "It is not clear yet which column names the parties, and which the day of acceptance.",
        ),
        _NOTHING,
        N_("sentences", "Choose their meaning above."),
    ),
}
