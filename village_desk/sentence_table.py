"""Short sentences by code: problems of fields, reasons of rights, names of moves and deadlines, hints."""

from village_desk.aid_sentences import AID_SENTENCES
from village_desk.i18n import N_
from village_desk.intake_sentences import INTAKE_SENTENCES
from village_desk.visit_sentences import VISIT_SENTENCES

SENTENCES: dict[str, str] = {
    **AID_SENTENCES,
    **INTAKE_SENTENCES,
    **VISIT_SENTENCES,
    # Problems of a value
    "invalid": N_("sentences", "{count} fields need another look; they are marked."),
    "missing": N_("sentences", "This is still needed for this step."),
    "type": N_("sentences", "This is not a value of this field."),
    "unknown": N_("sentences", "This kind of record has no such field."),
    "immutable": N_("sentences", "This was fixed when the record was made and cannot change."),
    "text.long": N_("sentences", "This text has {length} characters; at most {high} fit."),
    "text.lines": N_("sentences", "This field takes one line only."),
    "text.character": N_("sentences", "This text holds a character that cannot be stored; type it again."),
    "number.low": N_("sentences", "At least {low}."),
    "number.high": N_("sentences", "At most {high}."),
    "day.range": N_("sentences", "The year must lie between 1900 and 2100."),
    "day.future": N_("sentences", "This day has not come yet."),
    "code.unknown": N_("sentences", "This choice is not in the county's list."),
    "code.retired": N_("sentences", "“{label}” is no longer in use; choose another."),
    "id_card.length": N_("sentences", "An ID card number has 18 digits; look at the card again."),
    "id_card.characters": N_("sentences", "An ID card number has digits only; the last may be X."),
    "id_card.date": N_("sentences", "The birth date inside this ID card number does not exist."),
    "id_card.check_digit": N_(
        "sentences", "One digit of this ID card number is wrong; compare it with the card."
    ),
    "id_card.old_number": N_(
        "sentences", "This is an old number of 15 digits; type the 18 digits of the new card."
    ),
    "uscc.length": N_("sentences", "A unified social credit code has 18 characters."),
    "uscc.characters": N_(
        "sentences",
        "A unified social credit code has digits and capital letters only, without I, O, S, V, Z.",
    ),
    "uscc.check_digit": N_("sentences", "One character of this code is wrong; compare it with the licence."),
    "uscc.old_number": N_(
        "sentences", "This is an old registration number; type the 18 characters of the credit code."
    ),
    "phone.characters": N_("sentences", "A phone number has digits, spaces and dashes only."),
    "phone.length": N_("sentences", "This phone number is too short or too long."),
    "password.short": N_(
        "sentences", "A password has at least {low} characters, or {count} different words."
    ),
    "password.common": N_(
        "sentences",
        "This password is among the first a thief would try; choose words that do not belong together.",
    ),
    "pin.digits": N_("sentences", "A PIN has {low} to {high} digits."),
    "pin.easy": N_(
        "sentences", "This PIN is too easy to guess; no runs such as 1234, no digit over and over."
    ),
    "time.format": N_("sentences", "A time reads like 09:30."),
    "needs.case_party": N_("sentences", "The case needs at least {count} parties."),
    "needs.agreement": N_("sentences", "Write down the agreement first, in writing or as an oral one."),
    "needs.ledger_row": N_("sentences", "Only a case that came from an earlier ledger can be kept so."),
    # The subsidy for cases
    "subsidy.confidential": N_("sentences", "it is confidential; ask the county how it is claimed"),
    "subsidy.claimed": N_("sentences", "another claim holds it already"),
    "subsidy.failed": N_("sentences", "it ended without agreement"),
    "subsidy.unperformed": N_("sentences", "no performance is written down yet"),
    "subsidy.unfiled": N_("sentences", "it is not filed yet"),
    "subsidy.papers": N_("sentences", "its dossier lacks: {paper}"),
    "subsidy.changed": N_("sentences", "changed since it was claimed"),
    "subsidy.twice": N_("sentences", "another claim holds it too"),
    # Cells of an earlier ledger
    "ledger.missing": N_("sentences", "This cell must not be empty."),
    "ledger.day": N_("sentences", "This is no day with a year, such as 2025-03-12."),
    "ledger.amount": N_("sentences", "This is no amount in yuan."),
    "ledger.word": N_("sentences", "“{text}” is not in the list."),
    "ledger.names": N_("sentences", "These may be two persons; write a comma between them."),
    "ledger.order": N_("sentences", "It would have been closed before it was accepted."),
    "dossier.lacks": N_("sentences", "The dossier must hold “{paper}”, which is not there yet."),
    "case.duty_open": N_(
        "sentences",
        "Something in this case must be reported at once. Report it, write the report down, then go on.",
    ),
    "case.party_refused": N_(
        "sentences", "A party does not agree to mediation: the case cannot be accepted, only refused."
    ),
    "case.one_side": N_("sentences", "The case needs a party on each side, applicant and respondent."),
    "case.minor_alone": N_(
        "sentences", "A party is under eighteen: add the guardian on the same side, who acts and signs."
    ),
    "case.no_power": N_(
        "sentences", "An agent takes part without a power of attorney; write one down or change the role."
    ),
    "case.no_record": N_("sentences", "Write down the mediation session first."),
    "case.not_told": N_(
        "sentences",
        "Tell the parties that arbitration, administrative and court ways are open to them, and note that.",
    ),
    "case.binds_already": N_(
        "sentences", "The agreement is signed and sealed and binds; it can only be performed."
    ),
    "case.not_in_effect": N_(
        "sentences",
        "The agreement does not bind yet: enter the days of all signatures and of the seal.",
    ),
    "case.not_performed": N_("sentences", "Something agreed on has no day of performance yet."),
    "case.result_differs": N_("sentences", "The result does not fit the way the case went."),
    "case.never_accepted": N_(
        "sentences", "This case was never accepted; register a new application instead."
    ),
    "case.not_checked": N_(
        "sentences", "The township has not approved this case yet. Send it there first; then archive it."
    ),
    "deadline.complaint_acceptance": N_("sentences", "Decide whether the complaint is accepted"),
    "deadline.complaint_decision": N_("sentences", "The complaint is to be decided"),
    "deadline.complaint_answer": N_("sentences", "The complainant is to be told the result"),
    "deadline.volunteer_leaving": N_("sentences", "The volunteer's leaving is to be dealt with"),
    "deadline.planned_inspection": N_("sentences", "An inspection is planned"),
    "deadline.rectification": N_("sentences", "What an inspection found is to be put right"),
    "complaint.own": N_(
        "sentences",
        "Nobody takes down a complaint about themselves. Ask a colleague, or give the villager the number "
        "of the station or 12348.",
    ),
    "period.no_pause": N_("sentences", "The law fixes this period; no day of it is left out."),
    "period.no_extension": N_("sentences", "The law fixes this period; nobody can extend it."),
    "period.order": N_("sentences", "The last day lies before the first."),
    # Divisions
    "division.code": N_("sentences", "A division code has 9 digits for a township, 12 for a village."),
    "division.known": N_("sentences", "This code exists already."),
    "division.unknown": N_("sentences", "There is no division of this code."),
    "division.closed": N_("sentences", "This division no longer exists."),
    "division.parent": N_("sentences", "The place it should lie in is missing or closed."),
    "division.name": N_("sentences", "A name is needed."),
    "division.target": N_("sentences", "It can be merged only into another open place of the same level."),
    "division.inhabited": N_("sentences", "This township still has open villages."),
    "division.columns": N_("sentences", "Line {line}: a column is missing."),
    "division.change": N_("sentences", "Line {line}: this kind of change is not known."),
    "division.day": N_("sentences", "Line {line}: this is not a day."),
    # Rights and review
    "rights.no_read": N_("sentences", "Your role does not read records of this kind."),
    "rights.no_write": N_("sentences", "Your role does not change records of this kind."),
    "rights.no_move": N_("sentences", "Your role does not take this step."),
    "rights.no_transfer": N_("sentences", "Your role does not put records into another area."),
    "rights.transfer": N_("sentences", "You may not put this record there."),
    "rights.no_print": N_("sentences", "Your role does not print records of this kind."),
    "rights.no_export": N_("sentences", "Your role does not export records of this kind."),
    "rights.read": N_("sentences", "This record is not open to you."),
    "rights.write": N_("sentences", "You may read this record, but not change it."),
    "rights.area": N_("sentences", "This record belongs to another place than yours."),
    "rights.own": N_("sentences", "Only the person who made this record may do this."),
    "rights.reader": N_("sentences", "This record is open to the persons named in it only."),
    "review.own": N_(
        "sentences", "You wrote or sent this yourself. Nobody reviews their own work; ask a colleague."
    ),
    "review.conflict": N_(
        "sentences",
        "Two versions of a field lie side by side here, and nobody has decided yet. It can be sent back, "
        "but not approved before that.",
    ),
    "review.archived": N_(
        "sentences", "The village has put this record away. It cannot be approved any more."
    ),
    "review.not_together": N_("sentences", "The county wants each record of this kind looked at alone."),
    "review.again": N_("sentences", "It was sent back before; look whether it was mended."),
    "review.newer": N_("sentences", "It was changed after it was sent; look at it alone."),
    "review.findings": N_("sentences", "Its check list has found something; look at it alone."),
    "review.nothing": N_("sentences", "Nothing has been submitted for review."),
    "review.unchanged": N_("sentences", "Nothing has changed since it was last submitted."),
    "review.remark_missing": N_("sentences", "Say with at least one remark what should be changed."),
    "review.unanswered": N_("sentences", "Change this, or say on top why it stays."),
    "review.head": N_("sentences", "Only the head of the office opens again what was approved."),
    "review.not_approved": N_("sentences", "This record is not approved, so it need not be opened again."),
    "review.done": N_("sentences", "This submission was reviewed already."),
    "release.reason_missing": N_("sentences", "Say why; whoever wrote it will read it."),
    "release.not_acceptable": N_(
        "sentences",
        "More than a permission was missing here; it can only be taken off the list, with a reason.",
    ),
    "review.older": N_(
        "sentences", "The record was changed after it was submitted; the review is of the older text."
    ),
    # Workflow
    "move.unknown": N_("sentences", "Records of this kind have no such step."),
    "move.state": N_("sentences", "This step is not possible in the present state of the record."),
    "move.role": N_("sentences", "This step is taken by another role than yours."),
    "move_name.consultation.ask": N_("sentences", "Pass to the adviser"),
    "move_name.consultation.answer": N_("sentences", "Record the answer"),
    "move_name.consultation.feed_back": N_("sentences", "Answer given to the visitor"),
    "move_name.consultation.refer": N_("sentences", "Refer"),
    "move_name.consultation.close": N_("sentences", "Finish"),
    "move_name.consultation.reopen": N_("sentences", "Open again"),
    "move_name.case_draft.deidentify": N_("sentences", "Hand in without names"),
    "move_name.case_draft.rewrite": N_("sentences", "Rewrite it"),
    "move_name.case_draft.pass": N_("sentences", "Pass (judicial office)"),
    "move_name.case_draft.send_back": N_("sentences", "Send back"),
    "move_name.case_draft.approve": N_("sentences", "Approve (county)"),
    "move_name.case_draft.publish": N_("sentences", "Publish to all rooms"),
    "move_name.case_draft.withdraw": N_("sentences", "Withdraw from all rooms"),
    "hint.deidentify": N_(
        "sentences", "Look through the text first: nobody may be recognised. Then the township sees it."
    ),
    "hint.pass_typical": N_("sentences", "Nobody reviews what they wrote themselves."),
    "hint.send_back_typical": N_("sentences", "Write what is to be changed into the remark."),
    "hint.publish_typical": N_("sentences", "Every room of the county can read it from then on."),
    "law.file": N_(
        "sentences", "“{file}” cannot be read: it is no Markdown, text or DOCX file, or is damaged."
    ),
    "law.empty": N_("sentences", "“{file}” holds no text that could be divided."),
    "typical.unchecked": N_(
        "sentences", "Nobody has looked through this text for names yet. Look through it and say so."
    ),
    "typical.left": N_("sentences", "This still says who or where: {words}. Replace it first."),
    "typical.own": N_(
        "sentences", "You wrote this typical case yourself; somebody else has to review it. It is safe."
    ),
    "typical.restricted": N_(
        "sentences", "This record is confidential. No typical case is made of it; nothing was copied."
    ),
    "glass.reason": N_(
        "sentences", "Say why you must look at this record now, in a few words. Nothing was opened."
    ),
    "move_name.mediation_case.accept": N_("sentences", "Accept the case"),
    "move_name.mediation_case.bring_in": N_("sentences", "Keep as a case of the ledger"),
    "move_name.mediation_case.refuse": N_("sentences", "Do not accept"),
    "move_name.mediation_case.withdraw": N_("sentences", "Application withdrawn"),
    "move_name.mediation_case.agree": N_("sentences", "Agreement reached"),
    "move_name.mediation_case.fail": N_("sentences", "No agreement"),
    "move_name.mediation_case.start_performing": N_("sentences", "Being performed"),
    "move_name.mediation_case.perform": N_("sentences", "Performed"),
    "move_name.mediation_case.close": N_("sentences", "Close the case"),
    "move_name.mediation_case.file": N_("sentences", "Filed"),
    "move_name.mediation_case.archive": N_("sentences", "Archive"),
    "move_name.mediation_case.reopen": N_("sentences", "Open again"),
    "move_name.complaint.accept": N_("sentences", "Accept the complaint"),
    "move_name.complaint.refuse": N_("sentences", "Do not accept it"),
    "move_name.complaint.handle": N_("sentences", "Begin to handle it"),
    "move_name.complaint.conclude": N_("sentences", "Decide it"),
    "move_name.complaint.tell": N_("sentences", "Complainant told"),
    "move_name.complaint.object": N_("sentences", "Complainant does not accept it"),
    "move_name.volunteer.register": N_("sentences", "Register the volunteer"),
    "move_name.volunteer.refuse": N_("sentences", "Do not register"),
    "move_name.volunteer.leave": N_("sentences", "Leaves"),
    "move_name.volunteer.cancel": N_("sentences", "Cancel the registration"),
    "move_name.volunteer.apply_again": N_("sentences", "Applies again"),
    "hint.ask": N_("sentences", "The question stands on the adviser's list until it is answered."),
    "hint.refer": N_("sentences", "Say under “Handling” where the visitor was sent."),
    "hint.close_consultation": N_(
        "sentences", "The visitor must have been told of the right to legal aid, where it applies."
    ),
    "hint.reopen": N_("sentences", "Everything written so far stays; the record can be changed again."),
    "hint.complaint_accept": N_("sentences", "Say who handles it; the complainant is told the result."),
    "hint.complaint_refuse": N_("sentences", "Say which rule it does not meet, and tell the complainant."),
    "hint.complaint_tell": N_(
        "sentences", "The complainant is told the result in time, in words they understand."
    ),
    "hint.complaint_object": N_("sentences", "It is handled once more; all that was written stays."),
    "hint.volunteer_register": N_(
        "sentences", "Enter the number of the national volunteer system when there is one."
    ),
    "hint.volunteer_leave": N_("sentences", "It is dealt with within 15 working days."),
    "hint.volunteer_cancel": N_(
        "sentences", "For making money out of it, or after three failures or complaints in a year."
    ),
    "hint.accept": N_(
        "sentences",
        "Both parties must agree to mediation; if one clearly refuses, the case cannot be accepted.",
    ),
    "hint.bring_in": N_("sentences", "It was worked on outside this program and stays as the ledger has it."),
    "hint.refuse": N_("sentences", "Tell the applicant the reason and where else to turn."),
    "hint.agree": N_(
        "sentences",
        "The agreement takes effect when all parties and the mediator have signed and the seal is on it.",
    ),
    "hint.fail": N_(
        "sentences", "Tell the parties that arbitration, administrative and court ways are open to them."
    ),
    "hint.archive": N_(
        "sentences", "The township has approved the dossier; it is kept for the term on its cover."
    ),
    "hint.sign": N_(
        "sentences", "The applicant signs the application; whoever cannot write puts a fingerprint."
    ),
    "hint.amend": N_("sentences", "The signed sheet stays on record; a new one must be signed."),
    # Deadlines
    "deadline.consultation_answer": N_("sentences", "Answer the question"),
    "deadline.mediation_acceptance": N_("sentences", "Accept or refuse the application"),
    "deadline.mediation_period": N_("sentences", "Finish the mediation"),
    "deadline.joint_confirmation": N_("sentences", "Last day to ask the court for confirmation together"),
    "deadline.follow_up": N_("sentences", "Ask whether the agreement was performed"),
    "deadline.performance": N_("sentences", "What was agreed is due"),
    "deadline.court_acceptance": N_("sentences", "The court must decide whether it accepts the application"),
    "deadline.court_decision": N_("sentences", "The court must decide on the confirmation"),
    "deadline.objection": N_("sentences", "Last day for a party to object to the ruling"),
    "deadline.enforcement": N_("sentences", "Last day to ask the court for enforcement"),
    "deadline.limitation": N_("sentences", "Limitation period, begun anew with the application"),
    "deadline.filing": N_("sentences", "File the dossier"),
    "duty": N_("sentences", "Report at once"),
    # What the commands without a window answer
    "check.sound": N_("sentences", "Everything was read and is sound: {records} records."),
    "check.damaged": N_(
        "sentences",
        "Something is damaged. Nothing was changed. Restore the latest backup, or ask the county. Found:",
    ),
    "check.search": N_(
        "sentences",
        "Everything was read and is sound: {records} records. Search was wrong about {count} of them; that"
        " has been put right just now.",
    ),
    "verify.sound": N_(
        "sentences",
        "The history is what was written: {changes} changes; {receipts} receipts of the county agree with it;"
        " its log had {log} rows when it was last proved.",
    ),
    "verify.altered": N_(
        "sentences",
        "Changes no. {altered} were altered in this file before the county had them. The county knows of it,"
        " and set them aside; they stand on the page of changes that need attention.",
    ),
    "verify.broken": N_(
        "sentences",
        "Change no. {broken_at} ({broken_record}) is not what was written: it was altered outside this"
        " program. Keep this file as it is and tell the township.",
    ),
    "verify.receipt": N_(
        "sentences",
        "The history does not agree with these receipts of the county: {receipts}. Keep this file as it is"
        " and tell the township.",
    ),
    "verify.log": N_(
        "sentences",
        "What is kept here of the county's log does not fit together ({faults}). Keep this file as it is and"
        " tell the township.",
    ),
    "backup.done": N_("sentences", "The backup {folder} was written, read back and is sound."),
    "restore.done": N_("sentences", "The backup was put back; what was here before lies in {folder}."),
    "export.done": N_(
        "sentences",
        "{count} records were written. The file is not encrypted; keep it where nobody else reads.",
    ),
}
