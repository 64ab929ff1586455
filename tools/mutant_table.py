"""The mistakes that `tools/mutants.py` plants: where, the right text, the wrong one, and what must notice.

M1 to M15 are the protocol model's. `by` names a history of tests/sync/laws/histories.json, or tests to fail.
"""

from __future__ import annotations

from dataclasses import dataclass

_PUSH = "tests/county_server/test_push.py::test_"
_TOGETHER = "tests/county_server/test_together.py::test_a_turn_ends_as_one_after_the_other[sqlite]"
_PULL = "tests/county_server/test_pull.py::test_"
_ENGINE = "tests/sync/test_engine.py::test_"
_ALTERED = "tests/sync/test_altered.py::test_"
_UPLOADS = "tests/county_server/test_uploads.py::test_"


@dataclass(frozen=True)
class Mutant:
    """One mistake: in `module` the text `right`, which stands there once, becomes `wrong`."""

    name: str
    module: str
    right: str
    wrong: str
    by: str = ""

    @property
    def killer(self) -> str:
        """What must notice it: a history by name, or tests."""
        return self.by or self.name


MUTANTS = (
    # ------------------------------------------------------------ merging
    Mutant(
        "M1 a second value replaces the first",
        "sync.merge",
        "                self.keep(name, value, current)\n\n    def keep",
        "                self.set(name, value, self.device)\n\n    def keep",
        "two values of one field at once",
    ),
    Mutant(
        "M9 what the county joined counts as the author's own",
        "sync.merge",
        "self.set(name, joined, JOINED)",
        "self.set(name, joined, self.device)",
        "tests/sync/test_merge.py::test_a_set_joined_by_the_county_survives_the_authors_next_offline_edit",
    ),
    Mutant(
        "an edit is never concurrent",
        "sync.merge",
        "return ver > self.body.b and device != self.device",
        "return ver > self.body.b + 1 and device != self.device",
        "two values of one field at once",
    ),
    Mutant(
        "a lone writer conflicts with themselves",
        "sync.merge",
        "return ver > self.body.b and device != self.device",
        "return ver > self.body.b",
        "tests/sync/test_merge.py::test_a_lone_writer_never_conflicts_however_many_edits_wait",
    ),
    Mutant(
        "of two joined lists the author's additions are lost",
        "sync.merge",
        "return sorted([*kept, *added], key=str)",
        "return sorted(kept, key=str)",
        "tests/sync/test_merge.py::test_sets_merge_element_by_element",
    ),
    Mutant(
        "changes of one paragraph are joined",
        "sync.merge",
        "if any(later[0] <= earlier[1] for earlier, later in pairwise(hunks)):",
        "if any(later[0] < earlier[0] for earlier, later in pairwise(hunks)):",
        "tests/sync/test_merge.py::test_changes_in_the_same_paragraph_conflict",
    ),
    Mutant(
        "archiving hides an edit its author had not seen",
        "sync.merge",
        "if self.body.b >= self.state.ver:\n            return False",
        "if self.body.b >= 0:\n            return False",
        "an edit and an archiving at once",
    ),
    Mutant(
        "an edit leaves an archived record out of sight",
        "sync.merge",
        "        if self.archived:\n            self.bring_back()",
        "",
        "an edit of what another archived",
    ),
    Mutant(
        "a conflict gets another id at every attempt",
        "sync.merge",
        'return crypto.digest(f"{device}/{number}/{name}".encode())[:16].hex()',
        "return crypto.new_salt().hex()",
        "tests/sync/test_merge.py::test_a_conflict_has_the_same_id_at_every_attempt",
    ),
    # ------------------------------------------------------------ the county takes
    Mutant(
        "M2 a repeated batch is applied again",
        "county_server.push",
        "new = [entry for entry in entries if entry.n > who.last]",
        "new = list(entries)",
        "an edit delivered twice",
    ),
    Mutant(
        "M6 rights are not asked",
        "county_server.judging",
        '            return "rights"\n    return ""',
        '            return ""\n    return ""',
        "the office writes what is a village's",
    ),
    Mutant(
        "M10 the chain is not verified",
        "county_server.push",
        'return Taken(who.last, "chain")',
        "pass",
        f"{_PUSH}a_gap_a_forged_signature_and_a_broken_chain_are_told_apart[sqlite]",
    ),
    Mutant(
        "the signature of a batch is not verified",
        "county_server.push",
        'return Taken(who.last, "signature")',
        "pass",
        f"{_PUSH}a_gap_a_forged_signature_and_a_broken_chain_are_told_apart[sqlite]",
    ),
    Mutant(
        "another change under a known number is believed",
        "county_server.push",
        'return Taken(who.last, "fork")',
        "pass",
        f"{_PUSH}another_change_under_a_known_number_is_a_fork_and_stores_nothing[sqlite]",
    ),
    Mutant(
        "verdicts of what is not sent again are not given",
        "county_server.push",
        "span = (entries[0].n, last)",
        "span = (entries[0].n, entries[-1].n)",
        "verdicts of a batch whose answer was lost come with a smaller one",
    ),
    Mutant(
        "batches of a record go together", "county_server.push", "alone or names & named", "alone", _TOGETHER
    ),
    Mutant(
        "a gap is passed over",
        "county_server.batch",
        "return 0 < first <= last + 1 and all(",
        "return 0 < first and all(",
        f"{_PUSH}a_gap_a_forged_signature_and_a_broken_chain_are_told_apart[sqlite]",
    ),
    Mutant(
        "of a unit of work only what may not be is set aside",
        "county_server.merging",
        "        else:\n            self.accepted += done\n            self.records |= trial",
        "        self.accepted += done\n        self.records |= trial",
        "the office writes what is a village's together with its own",
    ),
    Mutant(
        "a move brings an archived record back on the desks",
        "village_desk.store.applying",
        'if body is None or body.op != "move":',
        "if body is not None:",
        "a move of what another archives",
    ),
    Mutant(
        "a desk that lays records anew does not hear that the county was restored again",
        "sync.recovery",
        "            if restored(request, reply):\n                return None\n            head",
        "            head",
        "a county put back twice while a desk lays records anew",
    ),
    Mutant(
        "what was altered in the file goes out as if its author had written it",
        "village_desk.store.altered",
        "if not one.sound:\n                raw, salt",
        "if one.sound is None:\n                raw, salt",
        f"{_ALTERED}what_stands_before_and_behind_an_altered_change_arrives_and_it_is_named",
    ),
    Mutant(
        "a statement that a change was altered has effect",
        "county_server.judging",
        'return "altered", body',
        "pass",
        f"{_ALTERED}what_stands_before_and_behind_an_altered_change_arrives_and_it_is_named",
    ),
    Mutant(
        "M13 what is set aside is thrown away",
        "county_server.writing",
        "(_QUARANTINE, quarantined)",
        "(_QUARANTINE, quarantined[:0])",
        "a record made where one may not",
    ),
    Mutant(
        "a record's old state stays in the sums",
        "county_server.writing",
        "_add(deltas, held.before[0], -1, -held.before[1])",
        "_add(deltas, held.before[0], 0, 0)",
        "one edit",
    ),
    Mutant(
        "a decision closes nothing",
        "county_server.writing",
        '"UPDATE conflict SET open = 0 WHERE id = ? AND record_id = ?"',
        '"UPDATE conflict SET open = 1 WHERE id = ? AND record_id = ?"',
        "a decision",
    ),
    Mutant(
        "the device's number stays behind",
        "county_server.writing",
        "entries[-1].n, entries[-1].hash, viewer.device",
        "entries[0].n, entries[-1].hash, viewer.device",
        "two edits of one record",
    ),
    Mutant(
        "the head of the feed is not moved",
        "county_server.log",
        "[(grown.size, grown.packed)]",
        "[(grown.size - 1, grown.packed)]",
        "one edit",
    ),
    Mutant(
        "the log forgets its complete subtrees",
        "county_server.log",
        "if place[0] % STRIDE == 0]",
        "if place[0] % STRIDE == 1]",
        "tests/county_server/test_log.py::test_every_earlier_head_can_be_proved_from_what_is_stored",
    ),
    # ------------------------------------------------------------ the county tells
    Mutant(
        "M3 the cursor passes over rows that were not sent",
        "county_server.pull",
        "found.cursor, found.more = row.q, row.q < wanted[-1] or len(wanted) == MOST_ROWS",
        "found.cursor, found.more = wanted[-1], len(wanted) == MOST_ROWS",
        "pages of one row",
    ),
    Mutant(
        "M7 a changed grant is not told",
        "county_server.accounts",
        "UPDATE device SET epoch = epoch + 1 WHERE id IN",
        "UPDATE device SET epoch = epoch + 0 WHERE id IN",
        "tests/sync/test_areas.py::test_a_village_that_is_taken_leaves_nothing_in_the_file_or_beside_it",
    ),
    Mutant(
        "M5 those a record leaves are not told",
        "county_server.pull",
        "if not (asked.areas or asked.who.reads(held)) and ended[held.id].read_by(asked.who)",
        "if asked.areas and not asked.areas",
        "tests/sync/test_placing.py -k comes_whole_to_the_other",
    ),
    Mutant(
        "M12 of a record that comes the open conflicts do not",
        "county_server.standing",
        "open_.get(each.id, [])",
        "[]",
        "tests/sync/test_placing.py -k open_conflicts_travel",
    ),
    Mutant(
        "M14 what a restored county lost is not sent again",
        "village_desk.store.rewind",
        "'WHERE \"n\" > ? AND \"state\" <> \\'new\\'',",
        '\'WHERE "n" > ? AND "n" < 0\',',
        "tests/sync/test_recovery.py::test_what_was_lost_is_sent_again_and_stands_as_it_did",
    ),
    Mutant(
        "M15 old rows of what may no longer be read are told",
        "county_server.pull",
        "readable = {key for key, held in now.items() if asked.reads(held)}",
        "readable = set(now)",
        "tests/county_server/test_pull.py -k sqlite",
    ),
    Mutant(
        "what a record was told apart from what it is goes to nobody",
        "county_server.pull",
        "x=json.loads(row[7]) if row[7] and reads else {}",
        "x={}",
        "two values of one field at once",
    ),
    # ------------------------------------------------------------ the desk asks and takes in
    Mutant(
        "M4 what is acknowledged counts as seen",
        "village_desk.store.outbox",
        'UPDATE "change" SET "state" = \\\'acked\\\' WHERE',
        'UPDATE "change" SET "state" = \\\'merged\\\' WHERE',
        "an own edit between two pages",
    ),
    Mutant(
        "M8 a restored county goes unnoticed",
        "sync.recovery",
        "return bool(request.inc) and reply.inc != request.inc",
        "return False",
        "tests/sync/test_recovery.py::test_what_was_lost_is_sent_again_and_stands_as_it_did",
    ),
    Mutant(
        "M11 an answer of long ago is taken in",
        "sync.answers",
        "if reply.cursor < request.cursor or (reply.more and reply.cursor == request.cursor):",
        "if reply.more and reply.cursor == request.cursor:",
        f"{_ENGINE}answers_that_make_no_sense_are_refused_whole",
    ),
    Mutant(
        "a receipt of anybody is believed",
        "sync.answers",
        "if not (signed and ours and",
        "if not (ours and",
        f"{_ENGINE}a_receipt_that_is_not_the_countys_stops_the_round_before_anything_is_taken_in",
    ),
    Mutant(
        "rows beyond the proved log are taken in",
        "sync.witness",
        "if covered > (head.size if head else 0):",
        "if covered < 0:",
        "tests/sync/test_witness.py -k test_an_answer_that_proves_nothing_is_not_taken_in",
    ),
    Mutant(
        "a unit of work is split between two batches",
        "village_desk.store.outbox",
        "starts_group = not taken or change.g != taken[-1].g",
        "starts_group = True",
        f"{_ENGINE}a_unit_of_work_is_never_split",
    ),
    Mutant(
        "a row that comes does not stand on what came before",
        "village_desk.store.applying",
        "base = {} if changes.is_first(row.ver) else before",
        "base: dict[str, object] = {}",
        "one edit",
    ),
    Mutant(
        "what was acknowledged no longer lies over the record",
        "village_desk.store.laid",
        "(*wanted, *OPEN_STATES),",
        '(*wanted, "new", "new"),',
        "an own edit between two pages",
    ),
    Mutant(
        "a change that was set aside stays on the screen",
        "village_desk.store.applying",
        "        return\n    _lay_anew(uow, record)\n\n\ndef relay",
        "        return\n\n\ndef relay",
        "the office writes what is a village's",
    ),
    Mutant(
        "a record brought back stays out of sight at others",
        "village_desk.store.applying",
        'settled = body.op == "archive" and not row.restored',
        'settled = body.op == "archive"',
        "an edit and an archiving at once",
    ),
    Mutant(
        "the sums here forget what a record was",
        "village_desk.store.tally",
        '_add(sums, envelope, -1, -state_sum(record_id, envelope["ver"], data))',
        "pass",
        "one edit",
    ),
    Mutant(
        "a first edit forgets what the county's state was",
        "village_desk.store.unit_of_work",
        'if row["pending"] == 0:\n            table',
        'if row["pending"] < 0:\n            table',
        "an edit over what another changed meanwhile",
    ),
    Mutant(
        "an edit claims to have seen what it had not",
        "village_desk.store.unit_of_work",
        "b=ver or 0,",
        "b=(ver or 0) + 1,",
        "one edit",
    ),
    # ------------------------------------------------------------ attachments
    Mutant(
        "after a cut a piece is sent again without asking",
        "sync.blobs",
        'self.note(blob, Upload(id="", offset=upload.offset))',
        "pass",
        "an attachment whose piece arrived without an answer",
    ),
    Mutant(
        "a whole is not hashed before it is visible",
        "county_server.uploads",
        "if blobs.measure(part) != upload.digest:",
        "if not part.exists():",
        f"{_UPLOADS}a_whole_that_is_not_what_it_was_said_to_be_leaves_nothing_and_can_be_sent_again[sqlite]",
    ),
    Mutant(
        "pieces are taken at any offset",
        "county_server.uploads",
        'if offset != upload.offset:\n        raise Refused("offset", 409)',
        "pass",
        f"{_UPLOADS}a_wrong_offset_is_refused_and_changes_nothing[sqlite]",
    ),
    Mutant(
        "any device may have any attachment",
        "county_server.blobs",
        "if not any(who.reads(one) for one in held.values()):",
        "if not held:",
        f"{_UPLOADS}an_attachment_of_another_village_or_class_is_as_if_it_were_not[sqlite]",
    ),
)
