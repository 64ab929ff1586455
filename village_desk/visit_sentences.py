"""What is said about the village legal adviser: visits, opinions, check-ups, and for whom one works."""

from village_desk.i18n import N_

VISIT_SENTENCES = {
    "adviser.missing": N_("sentences", "Still missing in this period: {what}"),
    "adviser.confirm": N_("sentences", "The adviser's log waits for the village's confirmation"),
    "visit.same_text": N_("sentences", "{percent}% of the text stands in the log of {day} ({name}) already"),
    "visit.no_proof": N_("sentences", "no photo and no signed sheet is with it"),
    "visit.by_hand": N_("sentences", "a time was written by hand: {reason}"),
    "visit.no_names": N_("sentences", "{count} consultations name nobody"),
    "visit.exact": N_("sentences", "the time on site is exactly what is owed a month"),
    "serving.not_chosen": N_(
        "sentences", "Choose first for which village this is: at the left, or above the list."
    ),
    "visit.not_confirmed": N_(
        "sentences", "The village confirms the log first; then it goes to the township."
    ),
    "visit.order": N_("sentences", "The visit ends before it begins."),
    "visit.long": N_("sentences", "That is longer than a day's work; look at the two times."),
    "visit.day": N_("sentences", "The day is not that of checking in; say why it was written by hand."),
    "needs.visit_confirmation": N_("sentences", "The village has not said yet how the visit was."),
    "needs.served_item": N_("sentences", "Write down at least {count} matter of the visit."),
    "move_name.adviser_visit.check_in": N_("sentences", "Check in"),
    "move_name.adviser_visit.check_out": N_("sentences", "Check out"),
    "move_name.adviser_visit.log": N_("sentences", "The log is done"),
    "move_name.adviser_visit.confirm": N_("sentences", "Confirm and send to the township"),
    "move_name.adviser_visit.hand_back": N_("sentences", "Give it back to be mended"),
    "move_name.adviser_visit.cancel": N_("sentences", "Cancel the visit"),
    "move_name.legal_opinion.give": N_("sentences", "Give the opinion"),
    "move_name.legal_opinion.amend": N_("sentences", "Change the opinion"),
    "move_name.legal_opinion.adopt": N_("sentences", "Say what became of it"),
    "move_name.checkup.report": N_("sentences", "The report is done"),
    "move_name.checkup.mend_text": N_("sentences", "Change the report"),
    "move_name.checkup.close": N_("sentences", "The second look is done"),
    "hint.check_in": N_("sentences", "The time of arrival is written down by itself."),
    "hint.check_out": N_(
        "sentences", "The time of leaving is written down by itself; the hours come from it."
    ),
    "hint.log": N_("sentences", "The village is asked to confirm the log; until then it can be changed."),
    "hint.confirm": N_("sentences", "What stands there happened. It goes to the township for review."),
    "hint.hand_back": N_("sentences", "The adviser can change the log again."),
    "hint.give": N_("sentences", "Then print the opinion and sign it."),
    "hint.amend_opinion": N_("sentences", "A signed sheet stays on record; the new one must be signed."),
    "hint.adopt": N_("sentences", "The village says whether it took the advice."),
    "hint.report_checkup": N_("sentences", "Each risk should say who mends it and until when."),
    "hint.close_checkup": N_("sentences", "Look at every risk again before."),
    "deadline.adviser_term": N_("sentences", "The adviser's contract ends"),
    "deadline.planned_visit": N_("sentences", "The adviser is to come"),
    "deadline.open_visit": N_("sentences", "The log of the visit is to be finished"),
    "deadline.risk_mending": N_("sentences", "The risk is to be mended"),
}
