-- The desk file as first released. From the release on this is frozen: later changes are later steps.

CREATE TABLE "desk_state" ("k" TEXT PRIMARY KEY NOT NULL, "v" BLOB) WITHOUT ROWID;

CREATE TABLE "change" (
    "n" INTEGER PRIMARY KEY NOT NULL,
    "g" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "salt" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "seq" INTEGER,
    "ver" INTEGER,
    "reason" TEXT,
    "at" INTEGER NOT NULL
);
CREATE INDEX "change_record" ON "change" ("record_id", "n");
CREATE INDEX "change_new" ON "change" ("n") WHERE "state" = 'new';
CREATE INDEX "change_acked" ON "change" ("n") WHERE "state" = 'acked';
CREATE INDEX "change_quarantined" ON "change" ("n") WHERE "state" = 'quarantined';

CREATE TABLE "remote_change" (
    "seq" INTEGER PRIMARY KEY NOT NULL,
    "device" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "ver" INTEGER,
    "outcome" TEXT NOT NULL,
    "received_at" INTEGER,
    "user_name" TEXT
);
CREATE INDEX "remote_change_record" ON "remote_change" ("record_id", "seq");

-- "why" a value lies beside the current one: "value", "joined" (the county joined two texts), "archived".
CREATE TABLE "conflict" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT,
    "device" TEXT,
    "n" INTEGER,
    "seq" INTEGER,
    "user_name" TEXT,
    "received_at" INTEGER,
    "open" INTEGER NOT NULL DEFAULT 1,
    "why" TEXT NOT NULL DEFAULT 'value'
);
CREATE INDEX "conflict_record" ON "conflict" ("record_id");
CREATE INDEX "conflict_open" ON "conflict" ("seq") WHERE "open" = 1;

CREATE TABLE "receipt" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "first_n" INTEGER NOT NULL,
    "last_n" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "body" BLOB NOT NULL,
    "signature" BLOB NOT NULL
);
CREATE INDEX "receipt_last_n" ON "receipt" ("last_n");

CREATE TABLE "sync_round" (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "at" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "pushed" INTEGER NOT NULL DEFAULT 0,
    "pulled" INTEGER NOT NULL DEFAULT 0,
    "milliseconds" INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE "draft" (
    "user" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" BLOB NOT NULL,
    "data" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    PRIMARY KEY ("user", "key")
) WITHOUT ROWID;

CREATE TABLE "number_block" (
    "register" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "next" INTEGER NOT NULL,
    PRIMARY KEY ("register", "unit", "year", "first")
) WITHOUT ROWID;

CREATE TABLE "account" (
    "user" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areas" TEXT NOT NULL,
    "grant_id" TEXT NOT NULL DEFAULT ''
) WITHOUT ROWID;

-- A user may hold several grants; each is kept as the county signed it.
CREATE TABLE "held_grant" (
    "id" TEXT PRIMARY KEY NOT NULL,
    "user" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "areas" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "signature" BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE "division" (
    "code" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "closed_on" TEXT,
    "merged_into" TEXT
) WITHOUT ROWID;

-- Of an attachment on its way up: the county's name of the upload, the bytes it has; lane 0 goes before 1 and 2.
CREATE TABLE "blob" (
    "digest" TEXT PRIMARY KEY NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "stays" INTEGER NOT NULL DEFAULT 0,
    "here" INTEGER NOT NULL DEFAULT 0,
    "at_county" INTEGER NOT NULL DEFAULT 0,
    "upload" TEXT NOT NULL DEFAULT '',
    "sent" INTEGER NOT NULL DEFAULT 0,
    "lane" INTEGER NOT NULL DEFAULT 2
) WITHOUT ROWID;
CREATE INDEX "blob_to_send" ON "blob" ("digest") WHERE "here" = 1 AND "at_county" = 0 AND "stays" = 0;

-- Of one on its way down: the pieces that are here; they become a file when they are the whole.
CREATE TABLE "blob_piece" (
    "digest" TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    PRIMARY KEY ("digest", "offset")
);

CREATE TABLE "tally" (
    "scope" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "sum" BLOB NOT NULL,
    PRIMARY KEY ("scope", "class")
) WITHOUT ROWID;

CREATE TABLE "search_entry" (
    "place" INTEGER PRIMARY KEY NOT NULL,
    "record_id" BLOB NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL
);
CREATE VIRTUAL TABLE "search" USING fts5(
    "words", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);

-- Records whose words are not in search yet. An id begins with the time it was made: the newest come last.
CREATE TABLE "search_waiting" ("record_id" BLOB PRIMARY KEY NOT NULL, "kind" TEXT NOT NULL) WITHOUT ROWID;

-- What a person did about an own change the county set aside; the change itself stays as it is in the log.
CREATE TABLE "mending" (
    "n" INTEGER PRIMARY KEY NOT NULL,
    "how" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "user" TEXT NOT NULL DEFAULT ''
);

-- Records that left this desk while something of them is still here: the last copy, until the county has every
-- own change; then only the row, until the bodies of those changes are in a backup of the county.
CREATE TABLE "handover" (
    "record_id" BLOB PRIMARY KEY NOT NULL,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "data" TEXT,
    "at" INTEGER NOT NULL
) WITHOUT ROWID;
-- Attachments of records that left, whose files are still to be removed.
CREATE TABLE "leaving_blob" ("digest" TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;

-- Changes of others that a county lost when it was restored, until they are there again.
CREATE TABLE "lost_change" (
    "inc" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "ver" INTEGER,
    "outcome" TEXT NOT NULL,
    "received_at" INTEGER,
    "user_name" TEXT,
    PRIMARY KEY ("inc", "seq")
) WITHOUT ROWID;
CREATE INDEX "lost_change_record" ON "lost_change" ("record_id", "seq");
-- The log of this desk under a device it was before: kept whole, with salts and hashes.
CREATE TABLE "former_change" (
    "device" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "g" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "salt" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "seq" INTEGER,
    "ver" INTEGER,
    "reason" TEXT,
    "at" INTEGER NOT NULL,
    PRIMARY KEY ("device", "n")
);
CREATE INDEX "former_change_record" ON "former_change" ("record_id", "n");
-- Receipts of a device this desk was before, or of a county that has lost since what it received.
CREATE TABLE "former_receipt" (
    "device" TEXT NOT NULL,
    "inc" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "first_n" INTEGER NOT NULL,
    "last_n" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "body" BLOB NOT NULL,
    "signature" BLOB NOT NULL,
    PRIMARY KEY ("device", "inc", "id")
) WITHOUT ROWID;

-- What a village sent by stick and the county has not shown yet: laid over the records here until it has (未到县).
CREATE TABLE "carried_change" (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "device" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB NOT NULL
);
CREATE UNIQUE INDEX "carried_change_number" ON "carried_change" ("device", "n");
CREATE INDEX "carried_change_record" ON "carried_change" ("record_id");
-- Files held for others: bundles of villages on their way to the county, answers on their way back.
CREATE TABLE "held_bundle" (
    "bundle" TEXT PRIMARY KEY NOT NULL,
    "kind" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "changes" INTEGER NOT NULL,
    "attachments" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    "cursor" INTEGER NOT NULL,
    "part" INTEGER NOT NULL,
    "at" INTEGER NOT NULL
) WITHOUT ROWID;
-- Up to which change the county has what a village's desk sent, and from which row of the feed on it shows.
CREATE TABLE "carried_upto" (
    "device" TEXT PRIMARY KEY NOT NULL,
    "last" INTEGER NOT NULL,
    "cursor" INTEGER NOT NULL
) WITHOUT ROWID;

-- The library of laws, which is not sent.
CREATE TABLE "law" (
    "id" INTEGER PRIMARY KEY,
    "title" TEXT NOT NULL,
    "dated" TEXT NOT NULL DEFAULT '',
    "digest" BLOB NOT NULL UNIQUE,
    "characters" INTEGER NOT NULL,
    "imported_at" INTEGER NOT NULL
);
CREATE TABLE "law_article" (
    "id" INTEGER PRIMARY KEY,
    "law" INTEGER NOT NULL,
    "place" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "text" TEXT NOT NULL
);
CREATE INDEX "law_article_law" ON "law_article" ("law", "id");
CREATE VIRTUAL TABLE "law_search" USING fts5(
    "words", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);

-- Tables of the kinds, written by tools/make_schema.py from village_desk/kinds.

CREATE TABLE "person" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "party_type" TEXT,
    "name" TEXT,
    "alias" TEXT,
    "id_type" TEXT,
    "id_number" TEXT,
    "uscc" TEXT,
    "representative" TEXT,
    "representative_post" TEXT,
    "sex" TEXT,
    "born_on" TEXT,
    "nation" TEXT,
    "occupation" TEXT,
    "workplace" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "registered_address" TEXT,
    "postcode" TEXT,
    "village_group" TEXT,
    "groups" TEXT,
    "household" BLOB,
    "household_relation" TEXT,
    "education" TEXT,
    "remark" TEXT,
    "merged_into" BLOB
);
CREATE INDEX "person_newest" ON "person" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "person_household" ON "person" ("household") WHERE "household" IS NOT NULL;
CREATE INDEX "person_merged_into" ON "person" ("merged_into") WHERE "merged_into" IS NOT NULL;
CREATE INDEX "person_id_number" ON "person" ("id_number") WHERE "id_number" IS NOT NULL;
CREATE INDEX "person_uscc" ON "person" ("uscc") WHERE "uscc" IS NOT NULL;

CREATE TABLE "priority_proof" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "person" BLOB,
    "group" TEXT,
    "proof" TEXT,
    "number" TEXT,
    "issued_by" TEXT,
    "seen_on" TEXT,
    "seen_by" TEXT,
    "until" TEXT
);
CREATE INDEX "priority_proof_newest" ON "priority_proof" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "priority_proof_person" ON "priority_proof" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "consultation" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "met_on" TEXT,
    "person" BLOB,
    "visit" BLOB,
    "name" TEXT,
    "sex" TEXT,
    "age" INTEGER,
    "nation" TEXT,
    "id_number" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "companions" INTEGER,
    "agent_name" TEXT,
    "groups" TEXT,
    "channel" TEXT,
    "phone_type" TEXT,
    "letter_route" TEXT,
    "topic" TEXT,
    "matter" TEXT,
    "cause" TEXT,
    "content" TEXT,
    "happened_on" TEXT,
    "limit_rule" TEXT,
    "limit_on" TEXT,
    "urgent" INTEGER,
    "on_the_spot" INTEGER,
    "answer" TEXT,
    "answered_on" TEXT,
    "handling" TEXT,
    "told_legal_aid" TEXT,
    "result" TEXT,
    "fed_back_on" TEXT,
    "reply_way" TEXT,
    "outcome" TEXT,
    "satisfaction" TEXT,
    "followed_up_on" TEXT,
    "follow_up" TEXT,
    "received_by" TEXT,
    "answered_by" TEXT,
    "state" TEXT
);
CREATE INDEX "consultation_newest" ON "consultation" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "consultation_state" ON "consultation" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "consultation_person" ON "consultation" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "consultation_visit" ON "consultation" ("visit") WHERE "visit" IS NOT NULL;

CREATE TABLE "visit_report" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "consultation" BLOB,
    "duty" TEXT,
    "found_on" TEXT,
    "told" TEXT,
    "reported_on" TEXT,
    "reported_time" TEXT,
    "reported_to" TEXT,
    "received_by" TEXT,
    "receipt" TEXT,
    "reporter" TEXT,
    "unfounded" TEXT
);
CREATE INDEX "visit_report_newest" ON "visit_report" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "visit_report_consultation" ON "visit_report" ("consultation") WHERE "consultation" IS NOT NULL;

CREATE TABLE "referral" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "source" TEXT,
    "received_on" TEXT,
    "person" BLOB,
    "consultation" BLOB,
    "case" BLOB,
    "name" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "groups" TEXT,
    "topic" TEXT,
    "target" TEXT,
    "receiver" TEXT,
    "receiver_contact" TEXT,
    "summary" TEXT,
    "materials" INTEGER,
    "pages" INTEGER,
    "urgency" TEXT,
    "due_on" TEXT,
    "consented" INTEGER,
    "without_consent" TEXT,
    "qualifies" INTEGER,
    "referred_by" TEXT,
    "sent_on" TEXT,
    "signed_on" TEXT,
    "signed_by" TEXT,
    "accepted" TEXT,
    "refusal" TEXT,
    "result" TEXT,
    "handler" TEXT,
    "fed_back_on" TEXT,
    "reason" TEXT,
    "extended_to" TEXT,
    "followed_up_on" TEXT,
    "followed_up_by" TEXT,
    "outcome" TEXT,
    "satisfaction" TEXT,
    "redone" INTEGER,
    "state" TEXT
);
CREATE INDEX "referral_newest" ON "referral" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "referral_state" ON "referral" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "referral_person" ON "referral" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "referral_consultation" ON "referral" ("consultation") WHERE "consultation" IS NOT NULL;
CREATE INDEX "referral_case" ON "referral" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "referral_step" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "referral" BLOB,
    "step" TEXT,
    "done_on" TEXT,
    "done_time" TEXT,
    "by" TEXT,
    "unit" TEXT,
    "reason" TEXT,
    "new_day" TEXT
);
CREATE INDEX "referral_step_newest" ON "referral_step" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "referral_step_referral" ON "referral_step" ("referral") WHERE "referral" IS NOT NULL;

CREATE TABLE "hotline_order" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "source" TEXT,
    "original_number" TEXT,
    "called_on" TEXT,
    "called_time" TEXT,
    "person" BLOB,
    "consultation" BLOB,
    "name" TEXT,
    "sex" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "groups" TEXT,
    "category" TEXT,
    "matter" TEXT,
    "topic" TEXT,
    "urgency" TEXT,
    "content" TEXT,
    "answer" TEXT,
    "taken_by" TEXT,
    "receiver" TEXT,
    "sent_on" TEXT,
    "due_on" TEXT,
    "signed_on" TEXT,
    "signed_by" TEXT,
    "handler" TEXT,
    "result" TEXT,
    "replied_on" TEXT,
    "reply_way" TEXT,
    "fed_back_on" TEXT,
    "reason" TEXT,
    "extended_to" TEXT,
    "followed_up_on" TEXT,
    "followed_up_by" TEXT,
    "reached" INTEGER,
    "outcome" TEXT,
    "satisfaction" TEXT,
    "dissatisfied" TEXT,
    "redone" INTEGER,
    "state" TEXT
);
CREATE INDEX "hotline_order_newest" ON "hotline_order" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "hotline_order_state" ON "hotline_order" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "hotline_order_person" ON "hotline_order" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "hotline_order_consultation" ON "hotline_order" ("consultation") WHERE "consultation" IS NOT NULL;

CREATE TABLE "order_step" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "hotline_order" BLOB,
    "step" TEXT,
    "done_on" TEXT,
    "done_time" TEXT,
    "by" TEXT,
    "unit" TEXT,
    "reason" TEXT,
    "new_day" TEXT
);
CREATE INDEX "order_step_newest" ON "order_step" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "order_step_hotline_order" ON "order_step" ("hotline_order") WHERE "hotline_order" IS NOT NULL;

CREATE TABLE "mediation_case" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "official_number" TEXT,
    "title" TEXT,
    "committee" TEXT,
    "committee_type" TEXT,
    "source" TEXT,
    "dispute_type" TEXT,
    "applied_on" TEXT,
    "consented" INTEGER,
    "accepted_on" TEXT,
    "facts" TEXT,
    "requests" TEXT,
    "at_stake" INTEGER,
    "difficulty" TEXT,
    "mediator" TEXT,
    "registrar" TEXT,
    "consultation" BLOB,
    "refusal_ground" TEXT,
    "refusal_reason" TEXT,
    "result" TEXT,
    "end_reason" TEXT,
    "told_remedies" INTEGER,
    "closed_on" TEXT,
    "averted" TEXT,
    "averted_people" INTEGER,
    "state" TEXT
);
CREATE INDEX "mediation_case_newest" ON "mediation_case" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "mediation_case_state" ON "mediation_case" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "mediation_case_consultation" ON "mediation_case" ("consultation") WHERE "consultation" IS NOT NULL;

CREATE TABLE "case_party" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "side" TEXT,
    "role" TEXT,
    "party_type" TEXT,
    "person" BLOB,
    "name" TEXT,
    "sex" TEXT,
    "nation" TEXT,
    "born_on" TEXT,
    "age_told" INTEGER,
    "occupation" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "id_number" TEXT,
    "uscc" TEXT,
    "representative" TEXT,
    "groups" TEXT,
    "order" INTEGER,
    "signed_on" TEXT
);
CREATE INDEX "case_party_newest" ON "case_party" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "case_party_case" ON "case_party" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "case_party_person" ON "case_party" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "mediation_session" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "held_on" TEXT,
    "from_time" TEXT,
    "to_time" TEXT,
    "place" TEXT,
    "matter" TEXT,
    "present" TEXT,
    "invited" TEXT,
    "told_rights" INTEGER,
    "record" TEXT,
    "result" TEXT,
    "mediator" TEXT,
    "recorder" TEXT
);
CREATE INDEX "mediation_session_newest" ON "mediation_session" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "mediation_session_case" ON "mediation_session" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "agreement" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "number" TEXT,
    "facts" TEXT,
    "terms" TEXT,
    "performance" TEXT,
    "due_on" TEXT,
    "total" INTEGER,
    "copies" INTEGER,
    "mediator" TEXT,
    "recorder" TEXT,
    "signed_on" TEXT,
    "sealed_on" TEXT,
    "dated_on" TEXT
);
CREATE INDEX "agreement_newest" ON "agreement" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "agreement_case" ON "agreement" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "oral_agreement" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "facts" TEXT,
    "terms" TEXT,
    "performance" TEXT,
    "due_on" TEXT,
    "total" INTEGER,
    "reached_on" TEXT,
    "mediator" TEXT
);
CREATE INDEX "oral_agreement_newest" ON "oral_agreement" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "oral_agreement_case" ON "oral_agreement" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "investigation" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "held_on" TEXT,
    "from_time" TEXT,
    "to_time" TEXT,
    "place" TEXT,
    "present" TEXT,
    "interviewed" TEXT,
    "record" TEXT,
    "investigator" TEXT,
    "recorder" TEXT
);
CREATE INDEX "investigation_newest" ON "investigation" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "investigation_case" ON "investigation" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "evidence" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "title" TEXT,
    "source" TEXT,
    "pages" INTEGER,
    "provided_by" TEXT,
    "provided_on" TEXT,
    "order" INTEGER
);
CREATE INDEX "evidence_newest" ON "evidence" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "evidence_case" ON "evidence" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "power_of_attorney" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "principal" TEXT,
    "principal_id" TEXT,
    "principal_address" TEXT,
    "principal_phone" TEXT,
    "agent" TEXT,
    "agent_id" TEXT,
    "agent_address" TEXT,
    "agent_phone" TEXT,
    "relation" TEXT,
    "matter" TEXT,
    "powers" TEXT,
    "other_powers" TEXT,
    "begins_on" TEXT,
    "ends_on" TEXT,
    "dated_on" TEXT
);
CREATE INDEX "power_of_attorney_newest" ON "power_of_attorney" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "power_of_attorney_case" ON "power_of_attorney" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "instalment" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "what" TEXT,
    "by_whom" TEXT,
    "due_on" TEXT,
    "due_amount" INTEGER,
    "done_on" TEXT,
    "done_amount" INTEGER,
    "proof" TEXT,
    "urged_on" TEXT
);
CREATE INDEX "instalment_newest" ON "instalment" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "instalment_case" ON "instalment" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "follow_up" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "visited" TEXT,
    "agreement_number" TEXT,
    "matter" TEXT,
    "visited_on" TEXT,
    "way" TEXT,
    "performance" TEXT,
    "satisfaction" TEXT,
    "record" TEXT,
    "visitor" TEXT
);
CREATE INDEX "follow_up_newest" ON "follow_up" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "follow_up_case" ON "follow_up" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "court_confirmation" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "court" TEXT,
    "agreed_on" TEXT,
    "terms" TEXT,
    "reasons" TEXT,
    "copies" INTEGER,
    "enclosures" TEXT,
    "applied_on" TEXT,
    "filed_on" TEXT,
    "outcome" TEXT,
    "ruling_number" TEXT,
    "decided_on" TEXT,
    "received_on" TEXT,
    "told_rules" INTEGER
);
CREATE INDEX "court_confirmation_newest" ON "court_confirmation" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "court_confirmation_case" ON "court_confirmation" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "period_change" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "period" TEXT,
    "change" TEXT,
    "from_on" TEXT,
    "until_on" TEXT,
    "reason" TEXT,
    "agreed_by" TEXT,
    "decided_by" TEXT
);
CREATE INDEX "period_change_newest" ON "period_change" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "period_change_case" ON "period_change" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "duty_report" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "duty" TEXT,
    "found_on" TEXT,
    "told" TEXT,
    "reported_on" TEXT,
    "reported_time" TEXT,
    "reported_to" TEXT,
    "received_by" TEXT,
    "receipt" TEXT,
    "reporter" TEXT,
    "unfounded" TEXT
);
CREATE INDEX "duty_report_newest" ON "duty_report" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "duty_report_case" ON "duty_report" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "dossier" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "title" TEXT,
    "year" INTEGER,
    "number" TEXT,
    "mediators" TEXT,
    "begun_on" TEXT,
    "ended_on" TEXT,
    "filed_by" TEXT,
    "filed_on" TEXT,
    "retention" TEXT,
    "remark" TEXT,
    "situation" TEXT,
    "checked_by" TEXT,
    "checked_on" TEXT,
    "pages" INTEGER
);
CREATE INDEX "dossier_newest" ON "dossier" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "dossier_case" ON "dossier" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "dossier_paper" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "dossier" BLOB,
    "order" INTEGER,
    "title" TEXT,
    "page_range" TEXT,
    "remark" TEXT
);
CREATE INDEX "dossier_paper_newest" ON "dossier_paper" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "dossier_paper_dossier" ON "dossier_paper" ("dossier") WHERE "dossier" IS NOT NULL;

CREATE TABLE "ledger_row" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "import_id" TEXT,
    "row" INTEGER,
    "content" TEXT
);
CREATE INDEX "ledger_row_newest" ON "ledger_row" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "ledger_row_case" ON "ledger_row" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "ledger_row_import" ON "ledger_row" ("import_id");

CREATE TABLE "dispute_sweep" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "swept_on" TEXT,
    "area" TEXT,
    "sweepers" TEXT,
    "households" INTEGER,
    "none_found" INTEGER,
    "prevented" INTEGER,
    "summary" TEXT
);
CREATE INDEX "dispute_sweep_newest" ON "dispute_sweep" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "found_dispute" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "sweep" BLOB,
    "found_on" TEXT,
    "place" TEXT,
    "dispute_type" TEXT,
    "parties" TEXT,
    "phone" TEXT,
    "facts" TEXT,
    "handled" TEXT,
    "case" BLOB
);
CREATE INDEX "found_dispute_newest" ON "found_dispute" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "found_dispute_sweep" ON "found_dispute" ("sweep") WHERE "sweep" IS NOT NULL;
CREATE INDEX "found_dispute_case" ON "found_dispute" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "register_person" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "register" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "nation" TEXT,
    "born_on" TEXT,
    "politics" TEXT,
    "education" TEXT,
    "employment" TEXT,
    "post" TEXT,
    "unit" TEXT,
    "chosen" TEXT,
    "since" TEXT,
    "until" TEXT,
    "phone" TEXT,
    "certificate" TEXT,
    "training" TEXT,
    "left_on" TEXT,
    "remark" TEXT
);
CREATE INDEX "register_person_newest" ON "register_person" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "subsidy_claim" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "committee" TEXT,
    "mediator" TEXT,
    "since" TEXT,
    "until" TEXT,
    "cases" INTEGER,
    "total" INTEGER,
    "filled_by" TEXT,
    "filled_on" TEXT,
    "remark" TEXT
);
CREATE INDEX "subsidy_claim_newest" ON "subsidy_claim" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "claimed_case" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "claim" BLOB,
    "case" BLOB,
    "order" INTEGER,
    "number" TEXT,
    "parties" TEXT,
    "dispute_type" TEXT,
    "form" TEXT,
    "difficulty" TEXT,
    "performed" TEXT,
    "dossier_check" TEXT,
    "amount" INTEGER,
    "case_digest" TEXT
);
CREATE INDEX "claimed_case_newest" ON "claimed_case" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "claimed_case_claim" ON "claimed_case" ("claim") WHERE "claim" IS NOT NULL;
CREATE INDEX "claimed_case_case" ON "claimed_case" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "legal_aid" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "applied_on" TEXT,
    "person" BLOB,
    "name" TEXT,
    "sex" TEXT,
    "born_on" TEXT,
    "nation" TEXT,
    "id_number" TEXT,
    "registered_address" TEXT,
    "address" TEXT,
    "postcode" TEXT,
    "phone" TEXT,
    "workplace" TEXT,
    "education" TEXT,
    "groups" TEXT,
    "access_needs" TEXT,
    "agent_name" TEXT,
    "agent_type" TEXT,
    "agent_id_number" TEXT,
    "agent_phone" TEXT,
    "matter" TEXT,
    "cause" TEXT,
    "facts" TEXT,
    "aid_form" TEXT,
    "stage" TEXT,
    "standing" TEXT,
    "group_case" INTEGER,
    "group_people" INTEGER,
    "detained_at" TEXT,
    "limitation_on" TEXT,
    "urgent" INTEGER,
    "urgent_reason" TEXT,
    "claim" TEXT,
    "claim_amount" INTEGER,
    "case_source" TEXT,
    "agency" TEXT,
    "consultation" BLOB,
    "materials" TEXT,
    "handed_over_on" TEXT,
    "received_by_agency_on" TEXT,
    "state" TEXT
);
CREATE INDEX "legal_aid_newest" ON "legal_aid" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "legal_aid_state" ON "legal_aid" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "legal_aid_person" ON "legal_aid" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "legal_aid_consultation" ON "legal_aid" ("consultation") WHERE "consultation" IS NOT NULL;

CREATE TABLE "hardship_statement" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "legal_aid" BLOB,
    "name" TEXT,
    "sex" TEXT,
    "id_number" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "household_size" INTEGER,
    "total_income" INTEGER,
    "has_house" INTEGER,
    "houses" INTEGER,
    "house_area" INTEGER,
    "has_car" INTEGER,
    "savings" INTEGER,
    "spending" TEXT,
    "exemption" TEXT,
    "exemption_proof" TEXT,
    "written_by" TEXT,
    "read_out" INTEGER,
    "stated_on" TEXT
);
CREATE INDEX "hardship_statement_newest" ON "hardship_statement" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "hardship_statement_legal_aid" ON "hardship_statement" ("legal_aid") WHERE "legal_aid" IS NOT NULL;

CREATE TABLE "household_member" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "statement" BLOB,
    "name" TEXT,
    "relation" TEXT,
    "age" INTEGER,
    "occupation" TEXT,
    "workplace" TEXT,
    "wages" INTEGER,
    "business" INTEGER,
    "other_income" INTEGER,
    "order" INTEGER
);
CREATE INDEX "household_member_newest" ON "household_member" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "household_member_statement" ON "household_member" ("statement") WHERE "statement" IS NOT NULL;

CREATE TABLE "integrity_promise" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "told_by" TEXT,
    "told_on" TEXT,
    "may_check" INTEGER,
    "members" TEXT,
    "written_by" TEXT,
    "signed_on" TEXT
);
CREATE INDEX "integrity_promise_newest" ON "integrity_promise" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "integrity_promise_application" ON "integrity_promise" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "received_material" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "order" INTEGER,
    "material" TEXT,
    "title" TEXT,
    "copies" INTEGER,
    "pages" INTEGER,
    "original" INTEGER,
    "needed_as" TEXT,
    "received_on" TEXT,
    "received_by" TEXT,
    "returned_on" TEXT
);
CREATE INDEX "received_material_newest" ON "received_material" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "received_material_application" ON "received_material" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "aid_power_of_attorney" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "agent_sex" TEXT,
    "agent_address" TEXT,
    "relation" TEXT,
    "powers" TEXT,
    "other_powers" TEXT,
    "begins_on" TEXT,
    "ends_on" TEXT,
    "signed_on" TEXT
);
CREATE INDEX "aid_power_of_attorney_newest" ON "aid_power_of_attorney" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "aid_power_of_attorney_application" ON "aid_power_of_attorney" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "supplement_notice" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "number" TEXT,
    "agency" TEXT,
    "items" TEXT,
    "noticed_on" TEXT,
    "received_on" TEXT,
    "days" INTEGER,
    "contact" TEXT,
    "phone" TEXT,
    "supplied_on" TEXT,
    "supplied" TEXT
);
CREATE INDEX "supplement_notice_newest" ON "supplement_notice" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "supplement_notice_application" ON "supplement_notice" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "agency_decision" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "decision" TEXT,
    "number" TEXT,
    "agency" TEXT,
    "decided_on" TEXT,
    "aid_form" TEXT,
    "article" TEXT,
    "reason" TEXT,
    "first_help" INTEGER,
    "contact" TEXT,
    "phone" TEXT
);
CREATE INDEX "agency_decision_newest" ON "agency_decision" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "agency_decision_application" ON "agency_decision" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "aid_designation" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "number" TEXT,
    "designated_on" TEXT,
    "firm" TEXT,
    "lawyer" TEXT,
    "phone" TEXT,
    "signed_on" TEXT
);
CREATE INDEX "aid_designation_newest" ON "aid_designation" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "aid_designation_application" ON "aid_designation" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "lawyer_change" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "applied_on" TEXT,
    "firm" TEXT,
    "lawyer" TEXT,
    "reasons" TEXT,
    "evidence_pages" INTEGER,
    "outcome" TEXT,
    "decided_on" TEXT
);
CREATE INDEX "lawyer_change_newest" ON "lawyer_change" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "lawyer_change_application" ON "lawyer_change" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "aid_objection" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "department" TEXT,
    "about" TEXT,
    "agency" TEXT,
    "decision_number" TEXT,
    "decided_on" TEXT,
    "grounds" TEXT,
    "enclosures" TEXT,
    "objected_on" TEXT,
    "received_on" TEXT,
    "outcome" TEXT,
    "outcome_number" TEXT,
    "answered_on" TEXT
);
CREATE INDEX "aid_objection_newest" ON "aid_objection" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "aid_objection_application" ON "aid_objection" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "aid_termination" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "number" TEXT,
    "agency" TEXT,
    "ground" TEXT,
    "reason" TEXT,
    "decided_on" TEXT
);
CREATE INDEX "aid_termination_newest" ON "aid_termination" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "aid_termination_application" ON "aid_termination" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "service_receipt" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "document" TEXT,
    "number" TEXT,
    "receiver" TEXT,
    "place" TEXT,
    "way" TEXT,
    "served_on" TEXT,
    "taken_by" TEXT,
    "relation" TEXT,
    "refused" TEXT,
    "server" TEXT,
    "remark" TEXT
);
CREATE INDEX "service_receipt_newest" ON "service_receipt" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "service_receipt_application" ON "service_receipt" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "aid_closing" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "ended_on" TEXT,
    "way" TEXT,
    "result" TEXT,
    "gained" INTEGER,
    "evaluation" TEXT,
    "reported_on" TEXT,
    "file_number" TEXT,
    "filed_by" TEXT,
    "filed_on" TEXT
);
CREATE INDEX "aid_closing_newest" ON "aid_closing" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "aid_closing_application" ON "aid_closing" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "archived_paper" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "closing" BLOB,
    "order" INTEGER,
    "title" TEXT,
    "by" TEXT,
    "dated_on" TEXT,
    "page_range" TEXT,
    "remark" TEXT
);
CREATE INDEX "archived_paper_newest" ON "archived_paper" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "archived_paper_closing" ON "archived_paper" ("closing") WHERE "closing" IS NOT NULL;

CREATE TABLE "aid_callback" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "application" BLOB,
    "asked_on" TEXT,
    "way" TEXT,
    "answered_by" TEXT,
    "met_lawyer" INTEGER,
    "informed" INTEGER,
    "charged" INTEGER,
    "satisfaction" TEXT,
    "suggestion" TEXT,
    "visitor" TEXT
);
CREATE INDEX "aid_callback_newest" ON "aid_callback" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "aid_callback_application" ON "aid_callback" ("application") WHERE "application" IS NOT NULL;

CREATE TABLE "adviser_appointment" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "adviser" TEXT,
    "adviser_type" TEXT,
    "firm" TEXT,
    "licence" TEXT,
    "phone" TEXT,
    "village" TEXT,
    "represented_by" TEXT,
    "since" TEXT,
    "until" TEXT,
    "duties" TEXT,
    "hours" INTEGER,
    "visits" INTEGER,
    "lectures" INTEGER,
    "fee" INTEGER,
    "paid_by" TEXT,
    "terms" TEXT,
    "signed_on" TEXT,
    "ended_on" TEXT,
    "end_reason" TEXT
);
CREATE INDEX "adviser_appointment_newest" ON "adviser_appointment" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "village_survey" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "surveyed_on" TEXT,
    "adviser" TEXT,
    "village" TEXT,
    "secretary" TEXT,
    "director" TEXT,
    "phone" TEXT,
    "groups" INTEGER,
    "households" INTEGER,
    "people" INTEGER,
    "party_members" INTEGER,
    "away" INTEGER,
    "elderly" INTEGER,
    "left_behind" INTEGER,
    "disabled" INTEGER,
    "low_income" INTEGER,
    "supervised" INTEGER,
    "land" TEXT,
    "income" INTEGER,
    "industries" TEXT,
    "rules" TEXT,
    "mediators" INTEGER,
    "law_aware" INTEGER,
    "contracts" TEXT,
    "disputes" TEXT,
    "needs" TEXT,
    "filled_by" TEXT
);
CREATE INDEX "village_survey_newest" ON "village_survey" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "adviser_plan" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER,
    "adviser" TEXT,
    "firm" TEXT,
    "village" TEXT,
    "fixed_day" TEXT,
    "visits" INTEGER,
    "hours" INTEGER,
    "lectures" INTEGER,
    "goals" TEXT,
    "measures" TEXT,
    "made_on" TEXT
);
CREATE INDEX "adviser_plan_newest" ON "adviser_plan" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "plan_item" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "plan" BLOB,
    "planned_on" TEXT,
    "service" TEXT,
    "matter" TEXT,
    "people" TEXT,
    "way" TEXT
);
CREATE INDEX "plan_item_newest" ON "plan_item" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "plan_item_plan" ON "plan_item" ("plan") WHERE "plan" IS NOT NULL;

CREATE TABLE "adviser_visit" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT,
    "planned_on" TEXT,
    "topic" TEXT,
    "adviser" TEXT,
    "firm" TEXT,
    "village" TEXT,
    "visited_on" TEXT,
    "arrived_at" INTEGER,
    "left_at" INTEGER,
    "late_reason" TEXT,
    "mode" TEXT,
    "place" TEXT,
    "services" TEXT,
    "findings" TEXT,
    "plan_item" BLOB
);
CREATE INDEX "adviser_visit_newest" ON "adviser_visit" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "adviser_visit_state" ON "adviser_visit" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "adviser_visit_plan_item" ON "adviser_visit" ("plan_item") WHERE "plan_item" IS NOT NULL;

CREATE TABLE "served_item" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "visit" BLOB,
    "order" INTEGER,
    "service" TEXT,
    "client" TEXT,
    "phone" TEXT,
    "matter" TEXT,
    "result" TEXT,
    "quantity" INTEGER,
    "people" INTEGER,
    "consultation" BLOB,
    "opinion" BLOB,
    "activity" BLOB
);
CREATE INDEX "served_item_newest" ON "served_item" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "served_item_visit" ON "served_item" ("visit") WHERE "visit" IS NOT NULL;
CREATE INDEX "served_item_consultation" ON "served_item" ("consultation") WHERE "consultation" IS NOT NULL;
CREATE INDEX "served_item_opinion" ON "served_item" ("opinion") WHERE "opinion" IS NOT NULL;
CREATE INDEX "served_item_activity" ON "served_item" ("activity") WHERE "activity" IS NOT NULL;

CREATE TABLE "visit_confirmation" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "visit" BLOB,
    "confirmed_on" TEXT,
    "confirmed_by" TEXT,
    "rating" TEXT,
    "words" TEXT
);
CREATE INDEX "visit_confirmation_newest" ON "visit_confirmation" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "visit_confirmation_visit" ON "visit_confirmation" ("visit") WHERE "visit" IS NOT NULL;

CREATE TABLE "legal_opinion" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "state" TEXT,
    "asked_by" TEXT,
    "asked_on" TEXT,
    "subject" TEXT,
    "matter" TEXT,
    "materials" TEXT,
    "parties" TEXT,
    "powers" TEXT,
    "procedure" TEXT,
    "content" TEXT,
    "risks" TEXT,
    "conclusion" TEXT,
    "advice" TEXT,
    "reviewer" TEXT,
    "licence" TEXT,
    "given_on" TEXT,
    "adopted" TEXT,
    "adopted_on" TEXT,
    "adopted_words" TEXT
);
CREATE INDEX "legal_opinion_newest" ON "legal_opinion" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "legal_opinion_state" ON "legal_opinion" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "checkup" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT,
    "checked_unit" TEXT,
    "code" TEXT,
    "responsible" TEXT,
    "checked_on" TEXT,
    "examiners" TEXT,
    "areas" TEXT,
    "conclusion" TEXT,
    "reviewed_on" TEXT,
    "review_result" TEXT
);
CREATE INDEX "checkup_newest" ON "checkup" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "checkup_state" ON "checkup" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "checkup_risk" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "checkup" BLOB,
    "order" INTEGER,
    "area" TEXT,
    "problem" TEXT,
    "basis" TEXT,
    "level" TEXT,
    "advice" TEXT,
    "responsible" TEXT,
    "due_on" TEXT,
    "done_on" TEXT,
    "result" TEXT,
    "result_words" TEXT
);
CREATE INDEX "checkup_risk_newest" ON "checkup_risk" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "checkup_risk_checkup" ON "checkup_risk" ("checkup") WHERE "checkup" IS NOT NULL;

CREATE TABLE "adviser_report" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "period" TEXT,
    "since" TEXT,
    "until" TEXT,
    "reporting_unit" TEXT,
    "filled_by" TEXT,
    "checked_by" TEXT,
    "filled_on" TEXT,
    "remark" TEXT
);
CREATE INDEX "adviser_report_newest" ON "adviser_report" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "report_line" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "report" BLOB,
    "order" INTEGER,
    "township" TEXT,
    "village" TEXT,
    "adviser" TEXT,
    "firm" TEXT,
    "visits" INTEGER,
    "minutes" INTEGER,
    "remote" INTEGER,
    "consultations" INTEGER,
    "lectures" INTEGER,
    "audience" INTEGER,
    "mediations" INTEGER,
    "contracts" INTEGER,
    "opinions" INTEGER,
    "documents" INTEGER,
    "guidance" INTEGER,
    "rules" INTEGER,
    "satisfaction" TEXT,
    "standard" TEXT
);
CREATE INDEX "report_line_newest" ON "report_line" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "report_line_report" ON "report_line" ("report") WHERE "report" IS NOT NULL;

CREATE TABLE "adviser_assessment" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER,
    "village" TEXT,
    "adviser" TEXT,
    "firm" TEXT,
    "score" INTEGER,
    "grade" TEXT,
    "self_words" TEXT,
    "village_words" TEXT,
    "township_words" TEXT,
    "assessed_on" TEXT,
    "assessed_by" TEXT
);
CREATE INDEX "adviser_assessment_newest" ON "adviser_assessment" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "assessment_item" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "assessment" BLOB,
    "order" INTEGER,
    "item" TEXT,
    "target" TEXT,
    "points" INTEGER,
    "standard" TEXT,
    "score" INTEGER,
    "remark" TEXT
);
CREATE INDEX "assessment_item_newest" ON "assessment_item" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "assessment_item_assessment" ON "assessment_item" ("assessment") WHERE "assessment" IS NOT NULL;

CREATE TABLE "case_draft" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "case" BLOB,
    "consultation" BLOB,
    "legal_aid" BLOB,
    "title" TEXT,
    "sort" TEXT,
    "topic" TEXT,
    "facts" TEXT,
    "handling" TEXT,
    "result" TEXT,
    "articles" TEXT,
    "comment" TEXT,
    "remark" TEXT,
    "checked_by" TEXT,
    "checked_on" TEXT,
    "checked_text" TEXT,
    "passed_by" TEXT,
    "approved_by" TEXT,
    "state" TEXT
);
CREATE INDEX "case_draft_newest" ON "case_draft" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "case_draft_state" ON "case_draft" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "case_draft_case" ON "case_draft" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "case_draft_consultation" ON "case_draft" ("consultation") WHERE "consultation" IS NOT NULL;
CREATE INDEX "case_draft_legal_aid" ON "case_draft" ("legal_aid") WHERE "legal_aid" IS NOT NULL;

CREATE TABLE "typical_case" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT,
    "sort" TEXT,
    "topic" TEXT,
    "facts" TEXT,
    "handling" TEXT,
    "result" TEXT,
    "articles" TEXT,
    "comment" TEXT,
    "published_on" TEXT,
    "draft" TEXT
);
CREATE INDEX "typical_case_newest" ON "typical_case" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "publicity_activity" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "organiser" TEXT,
    "held_on" TEXT,
    "place" TEXT,
    "place_type" TEXT,
    "co_organiser" TEXT,
    "topic" TEXT,
    "way" TEXT,
    "audience" TEXT,
    "people" INTEGER,
    "leaflets" INTEGER,
    "speaker" TEXT,
    "summary" TEXT,
    "recorded_by" TEXT,
    "checked_by" TEXT
);
CREATE INDEX "publicity_activity_newest" ON "publicity_activity" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "satisfaction" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "rated_on" TEXT,
    "village" TEXT,
    "service" TEXT,
    "given" TEXT,
    "attitude" TEXT,
    "skill" TEXT,
    "speed" TEXT,
    "room" TEXT,
    "honesty" TEXT,
    "solved" TEXT,
    "knew" INTEGER,
    "first" TEXT,
    "advice" TEXT
);
CREATE INDEX "satisfaction_newest" ON "satisfaction" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "needs_survey" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "asked_on" TEXT,
    "village" TEXT,
    "sex" TEXT,
    "age_band" TEXT,
    "groups" TEXT,
    "problems" TEXT,
    "first" TEXT,
    "knows_room" INTEGER,
    "knows_hotline" INTEGER,
    "knows_aid" INTEGER,
    "ways" TEXT,
    "times" TEXT,
    "lectures" TEXT,
    "advice" TEXT,
    "asked_by" TEXT
);
CREATE INDEX "needs_survey_newest" ON "needs_survey" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "complaint" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "complained_on" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "born_on" TEXT,
    "nation" TEXT,
    "id_number" TEXT,
    "domicile" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "about" TEXT,
    "about_name" TEXT,
    "about_unit" TEXT,
    "complaint_type" TEXT,
    "way" TEXT,
    "matter" TEXT,
    "facts" TEXT,
    "registered_by" TEXT,
    "accepted_on" TEXT,
    "refused_rule" TEXT,
    "handler" TEXT,
    "decision" TEXT,
    "decided_on" TEXT,
    "opinion" TEXT,
    "told_on" TEXT,
    "told_how" TEXT,
    "dissent" TEXT,
    "result" TEXT,
    "state" TEXT
);
CREATE INDEX "complaint_newest" ON "complaint" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "complaint_state" ON "complaint" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "major_matter" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "reported_on" TEXT,
    "reporter" TEXT,
    "happened_on" TEXT,
    "place" TEXT,
    "category" TEXT,
    "people" INTEGER,
    "facts" TEXT,
    "taken" TEXT,
    "advice" TEXT,
    "received_by" TEXT,
    "received_on" TEXT,
    "instruction" TEXT,
    "result" TEXT
);
CREATE INDEX "major_matter_newest" ON "major_matter" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "volunteer" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "number" TEXT,
    "applied_on" TEXT,
    "name" TEXT,
    "sex" TEXT,
    "born_on" TEXT,
    "nation" TEXT,
    "id_number" TEXT,
    "politics" TEXT,
    "education" TEXT,
    "occupation" TEXT,
    "address" TEXT,
    "phone" TEXT,
    "email" TEXT,
    "qualification" TEXT,
    "skills" TEXT,
    "available" TEXT,
    "area" TEXT,
    "source" TEXT,
    "promised" INTEGER,
    "opinion" TEXT,
    "registered_on" TEXT,
    "leave_asked_on" TEXT,
    "left_on" TEXT,
    "leaving" TEXT,
    "remark" TEXT,
    "state" TEXT
);
CREATE INDEX "volunteer_newest" ON "volunteer" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "volunteer_state" ON "volunteer" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "volunteer_service" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "volunteer" BLOB,
    "served_on" TEXT,
    "project" TEXT,
    "from_time" TEXT,
    "to_time" TEXT,
    "minutes" INTEGER,
    "content" TEXT,
    "served" TEXT,
    "recorded_by" TEXT,
    "rating" TEXT
);
CREATE INDEX "volunteer_service_newest" ON "volunteer_service" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "volunteer_service_volunteer" ON "volunteer_service" ("volunteer") WHERE "volunteer" IS NOT NULL;

CREATE TABLE "volunteer_call" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT,
    "posted_on" TEXT,
    "served_on" TEXT,
    "times" TEXT,
    "place" TEXT,
    "wanted" INTEGER,
    "skills" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "until" TEXT,
    "signed_up" TEXT,
    "closed_on" TEXT,
    "remark" TEXT
);
CREATE INDEX "volunteer_call_newest" ON "volunteer_call" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "law_aware_person" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT,
    "sex" TEXT,
    "born_on" TEXT,
    "nation" TEXT,
    "education" TEXT,
    "politics" TEXT,
    "village" TEXT,
    "source" TEXT,
    "phone" TEXT,
    "score" INTEGER,
    "certificate" TEXT,
    "badge" TEXT,
    "issued_on" TEXT,
    "until" TEXT,
    "assessment" TEXT,
    "left_on" TEXT,
    "leaving" TEXT,
    "remark" TEXT
);
CREATE INDEX "law_aware_person_newest" ON "law_aware_person" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "training" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "person" BLOB,
    "trained_on" TEXT,
    "hours" INTEGER,
    "content" TEXT
);
CREATE INDEX "training_newest" ON "training" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "training_person" ON "training" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "resource" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "category" TEXT,
    "name" TEXT,
    "unit" TEXT,
    "post" TEXT,
    "licence" TEXT,
    "specialities" TEXT,
    "services" TEXT,
    "phone" TEXT,
    "charge" TEXT,
    "address" TEXT,
    "hours" TEXT,
    "villages" TEXT,
    "since" TEXT,
    "until" TEXT,
    "on_board" INTEGER,
    "order" INTEGER,
    "remark" TEXT
);
CREATE INDEX "resource_newest" ON "resource" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "notice_board" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "room" TEXT,
    "address" TEXT,
    "hours" TEXT,
    "adviser_hours" TEXT,
    "phone" TEXT,
    "services" TEXT,
    "supervision_phone" TEXT,
    "posted_on" TEXT,
    "remark" TEXT
);
CREATE INDEX "notice_board_newest" ON "notice_board" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "service_entry" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "service" TEXT,
    "name" TEXT,
    "audience" TEXT,
    "covers" TEXT,
    "materials" TEXT,
    "time_limit" TEXT,
    "provider" TEXT,
    "phone" TEXT,
    "charge" TEXT,
    "standard" TEXT,
    "basis" TEXT,
    "since" TEXT
);
CREATE INDEX "service_entry_newest" ON "service_entry" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "hot_matter" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT,
    "topic" TEXT,
    "asked" TEXT,
    "answer" TEXT,
    "articles" TEXT,
    "times_asked" INTEGER,
    "from_day" TEXT,
    "to_day" TEXT,
    "published_on" TEXT
);
CREATE INDEX "hot_matter_newest" ON "hot_matter" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "inspection" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "inspected_unit" TEXT,
    "planned_on" TEXT,
    "matters" TEXT,
    "inspector" TEXT,
    "inspected_on" TEXT,
    "progress" TEXT,
    "findings" TEXT,
    "rectify_by" TEXT,
    "answerable" TEXT,
    "rectified_on" TEXT,
    "rectification" TEXT
);
CREATE INDEX "inspection_newest" ON "inspection" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "responsibility" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "year" INTEGER,
    "unit" TEXT,
    "duty" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "budget" INTEGER,
    "assessment" TEXT,
    "reward" TEXT
);
CREATE INDEX "responsibility_newest" ON "responsibility" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "unit_profile" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "name" TEXT,
    "plates" TEXT,
    "opened_on" TEXT,
    "condition" TEXT,
    "platform_code" TEXT,
    "address" TEXT,
    "area" INTEGER,
    "phone" TEXT,
    "hours" TEXT,
    "core_services" TEXT,
    "local_services" TEXT,
    "staff_count" INTEGER,
    "staff" TEXT,
    "equipment" TEXT,
    "equipment_more" TEXT,
    "contacts" TEXT,
    "after_hours" TEXT,
    "remark" TEXT
);
CREATE INDEX "unit_profile_newest" ON "unit_profile" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "wall_text" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT,
    "room" TEXT,
    "body" TEXT,
    "in_force_on" TEXT,
    "posted_on" TEXT
);
CREATE INDEX "wall_text_newest" ON "wall_text" ("archived", "created_at" DESC, "id" DESC, "class", "scope");

CREATE TABLE "attachment" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "record_kind" TEXT,
    "record_id" TEXT,
    "title" TEXT,
    "media_type" TEXT,
    "digest" TEXT,
    "size" INTEGER,
    "wire_digest" TEXT,
    "page_of" BLOB,
    "sheet_page" INTEGER,
    "taken_on" TEXT
);
CREATE INDEX "attachment_newest" ON "attachment" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "attachment_record" ON "attachment" ("record_id");
CREATE INDEX "attachment_page_of" ON "attachment" ("page_of") WHERE "page_of" IS NOT NULL;

CREATE TABLE "sheet" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "record_kind" TEXT,
    "record_id" TEXT,
    "form" TEXT,
    "form_no" TEXT,
    "form_version" INTEGER,
    "profile_version" INTEGER,
    "version" INTEGER,
    "content" TEXT,
    "content_digest" TEXT,
    "pages" INTEGER,
    "shown" TEXT,
    "printed_at" INTEGER,
    "printed_by" TEXT
);
CREATE INDEX "sheet_newest" ON "sheet" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "sheet_record" ON "sheet" ("record_id");

CREATE TABLE "supplement" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "record_kind" TEXT,
    "record_id" TEXT,
    "sheet" BLOB,
    "submission" BLOB,
    "changed" TEXT,
    "reason" TEXT,
    "made_by" TEXT
);
CREATE INDEX "supplement_newest" ON "supplement" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "supplement_record" ON "supplement" ("record_id");
CREATE INDEX "supplement_sheet" ON "supplement" ("sheet") WHERE "sheet" IS NOT NULL;
CREATE INDEX "supplement_submission" ON "supplement" ("submission") WHERE "submission" IS NOT NULL;

CREATE TABLE "submission" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "record_kind" TEXT,
    "record_id" TEXT,
    "round" INTEGER,
    "content" TEXT,
    "content_digest" TEXT,
    "answers" TEXT,
    "submitted_by" TEXT
);
CREATE INDEX "submission_newest" ON "submission" ("archived", "created_at" DESC, "id" DESC, "class", "scope", "record_id", "round");
CREATE INDEX "submission_record" ON "submission" ("record_id", "round");

CREATE TABLE "review" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "submission" BLOB,
    "record_kind" TEXT,
    "record_id" TEXT,
    "outcome" TEXT,
    "remarks" TEXT,
    "reviewed_by" TEXT
);
CREATE INDEX "review_newest" ON "review" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "review_record" ON "review" ("record_id");
CREATE INDEX "review_submission" ON "review" ("submission") WHERE "submission" IS NOT NULL;
CREATE INDEX "review_returned" ON "review" ("archived", "created_at" DESC, "id" DESC, "class", "scope") WHERE "outcome" = 'returned';

CREATE TABLE "release" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "record_kind" TEXT,
    "record_id" TEXT,
    "device" TEXT,
    "first" INTEGER,
    "chain" TEXT,
    "accepted" INTEGER,
    "reason" TEXT,
    "decided_by" TEXT
);
CREATE INDEX "release_newest" ON "release" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "release_record" ON "release" ("record_id");
CREATE INDEX "release_device" ON "release" ("device", "first");

CREATE TABLE "access" (
    "id" BLOB NOT NULL PRIMARY KEY,
    "scope" TEXT NOT NULL,
    "ver" INTEGER NOT NULL DEFAULT 0,
    "fver" TEXT,
    "archived" INTEGER NOT NULL DEFAULT 0,
    "class" TEXT NOT NULL DEFAULT 'normal',
    "readers" TEXT,
    "profile" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT,
    "created_at" INTEGER,
    "changed_by" TEXT,
    "changed_at" INTEGER,
    "extra" TEXT,
    "base" TEXT,
    "pending" INTEGER NOT NULL DEFAULT 0,
    "conflicts" INTEGER NOT NULL DEFAULT 0,
    "act" TEXT,
    "of_kind" TEXT,
    "of_id" TEXT,
    "of_class" TEXT,
    "records" INTEGER,
    "reason" TEXT,
    "by" TEXT
);
CREATE INDEX "access_newest" ON "access" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "access_of" ON "access" ("of_id", "created_by");
