"""Sentences about legal aid: its steps, what they mean, what they need, and its periods."""

from village_desk.i18n import N_

AID_SENTENCES = {
    "needs.supplement_notice": N_("sentences", "Write down first what the agency's notice asks for."),
    "needs.agency_decision": N_("sentences", "The agency's decision has not been written down yet."),
    "needs.aid_designation": N_("sentences", "The agency's designation has not been written down yet."),
    "needs.lawyer_change": N_("sentences", "Write the request for another lawyer first."),
    "needs.aid_objection": N_("sentences", "Write the objection first."),
    "needs.aid_termination": N_("sentences", "The agency's termination has not been written down yet."),
    "needs.aid_closing": N_("sentences", "Write down first how the case ended."),
    "needs.aid_callback": N_("sentences", "Write down first what the person helped says."),
    "case.decision_differs": N_("sentences", "The agency's decision says otherwise."),
    "case.refusal_without_reasons": N_(
        "sentences", "A refusal says its reasons and the article: write both down from the decision."
    ),
    "case.received_before_sent": N_(
        "sentences", "The agency cannot have received the application before it was handed over."
    ),
    "move_name.legal_aid.sign": N_("sentences", "Signed by the applicant"),
    "move_name.legal_aid.amend": N_("sentences", "Change and sign again"),
    "move_name.legal_aid.hand_over": N_("sentences", "Handed over"),
    "move_name.legal_aid.receive": N_("sentences", "Received by the agency"),
    "move_name.legal_aid.grant": N_("sentences", "Agency decided: granted"),
    "move_name.legal_aid.refuse": N_("sentences", "Agency decided: refused"),
    "move_name.legal_aid.withdraw": N_("sentences", "Application withdrawn"),
    "move_name.legal_aid.scan": N_("sentences", "Signed sheets scanned"),
    "move_name.legal_aid.ask_supplement": N_("sentences", "Agency asks for more"),
    "move_name.legal_aid.supply": N_("sentences", "Supplied"),
    "move_name.legal_aid.designate": N_("sentences", "Lawyer designated"),
    "move_name.legal_aid.undertake": N_("sentences", "Contract signed, case under way"),
    "move_name.legal_aid.change_lawyer": N_("sentences", "Asked for another lawyer"),
    "move_name.legal_aid.keep_lawyer": N_("sentences", "Lawyer stays"),
    "move_name.legal_aid.object": N_("sentences", "Objected"),
    "move_name.legal_aid.maintain": N_("sentences", "Decision upheld"),
    "move_name.legal_aid.correct": N_("sentences", "Decision corrected: granted"),
    "move_name.legal_aid.terminate": N_("sentences", "Aid terminated"),
    "move_name.legal_aid.close": N_("sentences", "Case closed"),
    "move_name.legal_aid.end": N_("sentences", "Nothing more to do"),
    "move_name.legal_aid.call_back": N_("sentences", "Called back"),
    "hint.hand_over": N_("sentences", "The figures of the hardship statement are masked here from then on."),
    "hint.scan": N_("sentences", "Photograph or scan every signed sheet: nobody has to come again for it."),
    "hint.ask_supplement": N_(
        "sentences", "The agency names everything at once; the days until it is supplied are not counted."
    ),
    "hint.object": N_(
        "sentences", "The objection goes to the judicial bureau, which decides within five days."
    ),
    "hint.maintained": N_(
        "sentences", "Against this, reconsideration can be asked for, or the court can be turned to."
    ),
    "hint.receive": N_(
        "sentences", "The seven days of the agency begin on the day it receives the application."
    ),
    "hint.decision": N_("sentences", "The agency decides, never this room; record what its decision says."),
    "deadline.aid_decision": N_("sentences", "The agency must decide"),
    "deadline.aid_supplement": N_("sentences", "Last day to supply what the agency asks for"),
    "deadline.aid_designation": N_("sentences", "The agency must designate a lawyer"),
    "deadline.aid_contract": N_("sentences", "The firm must sign the contract with the applicant"),
    "deadline.aid_change": N_("sentences", "The agency must answer the request for another lawyer"),
    "deadline.aid_objection": N_("sentences", "The judicial bureau must decide on the objection"),
    "deadline.aid_closing": N_("sentences", "Closing papers are due at the agency"),
    "deadline.aid_callback": N_("sentences", "Ask the person helped how it went"),
    "deadline.aid_limitation": N_("sentences", "The claim's limitation or time limit ends"),
}
"""English source texts by code; `sentence_table` takes them in."""
