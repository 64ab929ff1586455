"""Short sentences about who comes in, referrals, and work orders of the hotline; see `sentence_table`."""

from village_desk.i18n import N_

INTAKE_SENTENCES: dict[str, str] = {
    "person.same": N_("sentences", "Both entries are of one person already."),
    "person.not_merged": N_("sentences", "This entry is not merged into another."),
    "referral.consent": N_(
        "sentences",
        "Ask whether the person agrees that the data is passed on, or name the duty by which no consent is"
        " needed.",
    ),
    "referral.too_long": N_("sentences", "With all extensions the last day is {day}."),
    "move_name.consultation.to_mediation": N_("sentences", "Turned into mediation"),
    "move_name.consultation.to_legal_aid": N_("sentences", "Turned into legal aid"),
    "move_name.consultation.follow_up": N_("sentences", "Asked again"),
    "move_name.referral.send": N_("sentences", "Pass on"),
    "move_name.referral.sign": N_("sentences", "Received"),
    "move_name.referral.return": N_("sentences", "Send back"),
    "move_name.referral.start": N_("sentences", "Work on it"),
    "move_name.referral.feed_back": N_("sentences", "Result is here"),
    "move_name.referral.extend": N_("sentences", "Extend"),
    "move_name.referral.urge": N_("sentences", "Urge"),
    "move_name.referral.follow_up": N_("sentences", "Asked again"),
    "move_name.referral.redo": N_("sentences", "Hand out again"),
    "move_name.referral.close": N_("sentences", "Finish"),
    "move_name.hotline_order.send": N_("sentences", "Pass on"),
    "move_name.hotline_order.sign": N_("sentences", "Received"),
    "move_name.hotline_order.return": N_("sentences", "Send back"),
    "move_name.hotline_order.start": N_("sentences", "Work on it"),
    "move_name.hotline_order.feed_back": N_("sentences", "Result is here"),
    "move_name.hotline_order.extend": N_("sentences", "Extend"),
    "move_name.hotline_order.urge": N_("sentences", "Urge"),
    "move_name.hotline_order.follow_up": N_("sentences", "Asked again"),
    "move_name.hotline_order.redo": N_("sentences", "Hand out again"),
    "move_name.hotline_order.close": N_("sentences", "Finish"),
    "hint.to_mediation": N_(
        "sentences", "The case goes on under “Mediation”; this visit stays linked to it."
    ),
    "hint.to_legal_aid": N_(
        "sentences", "The application goes on under “Legal aid”; this visit stays linked to it."
    ),
    "hint.referral_send": N_(
        "sentences",
        "Tell the person who gets the data and what for, and ask; else only a duty by law allows it.",
    ),
    "hint.hotline_order_send": N_("sentences", "Within one working day; what is urgent within the hour."),
    "hint.referral_sign": N_(
        "sentences", "The receiving office signs; for one outside this program, enter what its receipt says."
    ),
    "hint.referral_reason": N_("sentences", "Write the reason first; it is kept with this step."),
    "hint.referral_extend": N_(
        "sentences", "Write the reason and the new last day; the longest period is shown under “Periods”."
    ),
    "priority.no_limit": N_("sentences", "Legal aid does not depend on income for this claim."),
    "priority.no_check": N_("sentences", "The income is not checked for legal aid."),
    "priority.no_check_without_income": N_(
        "sentences",
        "The income is not checked for legal aid of who has no regular income.",
    ),
    "priority.wages": N_(
        "sentences",
        "For wages and work injuries the income is not checked for legal aid.",
    ),
    "priority.first": N_("sentences", "Goes first."),
    "priority.defence": N_("sentences", "In a criminal matter a defender is appointed without asking."),
    "priority.language": N_("sentences", "May want an interpreter; ask in which language."),
    "priority.station": N_("sentences", "The judicial office helps; pass the matter on to it."),
    "deadline.limit": N_("sentences", "A limitation period may run out (information only)"),
    "deadline.handling_transfer": N_("sentences", "Pass it on"),
    "deadline.handling_feedback": N_("sentences", "The result is due"),
    "deadline.handling_longest": N_("sentences", "Last day with all extensions"),
    "deadline.handling_redo": N_("sentences", "Not satisfied: hand it out again"),
    "deadline.handling_follow_up": N_("sentences", "Call back"),
}
