-- The desk file as first released. Frozen: later changes are later steps.

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
    "open" INTEGER NOT NULL DEFAULT 1
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
    "grant_id" TEXT NOT NULL DEFAULT '',
    "grant_body" BLOB,
    "grant_signature" BLOB
) WITHOUT ROWID;

CREATE TABLE "division" (
    "code" TEXT PRIMARY KEY NOT NULL,
    "name" TEXT NOT NULL,
    "closed_on" TEXT,
    "merged_into" TEXT
) WITHOUT ROWID;

CREATE TABLE "blob" (
    "digest" TEXT PRIMARY KEY NOT NULL,
    "size" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "stays" INTEGER NOT NULL DEFAULT 0,
    "here" INTEGER NOT NULL DEFAULT 0,
    "at_county" INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX "blob_to_send" ON "blob" ("digest") WHERE "here" = 1 AND "at_county" = 0 AND "stays" = 0;

CREATE TABLE "tally" (
    "scope" TEXT NOT NULL,
    "class" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "sum" BLOB NOT NULL,
    PRIMARY KEY ("scope", "class")
) WITHOUT ROWID;

CREATE TABLE "read_log" (
    "id" INTEGER PRIMARY KEY NOT NULL,
    "at" INTEGER NOT NULL,
    "user" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" BLOB NOT NULL
);

CREATE TABLE "search_entry" (
    "place" INTEGER PRIMARY KEY NOT NULL,
    "record_id" BLOB NOT NULL UNIQUE,
    "kind" TEXT NOT NULL,
    "scope" TEXT NOT NULL
);
CREATE VIRTUAL TABLE "search" USING fts5(
    "words", content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 0'
);

CREATE TABLE "person" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "education" TEXT,
    "remark" TEXT,
    "merged_into" BLOB
);
CREATE INDEX "person_newest" ON "person" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "person_id_number" ON "person" ("id_number") WHERE "id_number" IS NOT NULL;
CREATE INDEX "person_uscc" ON "person" ("uscc") WHERE "uscc" IS NOT NULL;
CREATE INDEX "person_merged_into" ON "person" ("merged_into") WHERE "merged_into" IS NOT NULL;

CREATE TABLE "consultation" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "name" TEXT,
    "sex" TEXT,
    "age" INTEGER,
    "nation" TEXT,
    "id_number" TEXT,
    "phone" TEXT,
    "address" TEXT,
    "companions" INTEGER,
    "groups" TEXT,
    "channel" TEXT,
    "phone_type" TEXT,
    "topic" TEXT,
    "matter" TEXT,
    "cause" TEXT,
    "content" TEXT,
    "answer" TEXT,
    "handling" TEXT,
    "told_legal_aid" TEXT,
    "outcome" TEXT,
    "satisfaction" TEXT,
    "received_by" TEXT,
    "answered_by" TEXT,
    "state" TEXT
);
CREATE INDEX "consultation_newest" ON "consultation" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "consultation_state" ON "consultation" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "consultation_person" ON "consultation" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "mediation_case" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "source" TEXT,
    "dispute_type" TEXT,
    "applied_on" TEXT,
    "accepted_on" TEXT,
    "facts" TEXT,
    "requests" TEXT,
    "at_stake" INTEGER,
    "difficulty" TEXT,
    "mediator" TEXT,
    "registrar" TEXT,
    "consultation" BLOB,
    "refusal_reason" TEXT,
    "result" TEXT,
    "end_reason" TEXT,
    "closed_on" TEXT,
    "state" TEXT
);
CREATE INDEX "mediation_case_newest" ON "mediation_case" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "mediation_case_state" ON "mediation_case" ("state", "archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "mediation_case_consultation" ON "mediation_case" ("consultation") WHERE "consultation" IS NOT NULL;

CREATE TABLE "case_party" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "order" INTEGER
);
CREATE INDEX "case_party_newest" ON "case_party" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "case_party_case" ON "case_party" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "case_party_person" ON "case_party" ("person") WHERE "person" IS NOT NULL;

CREATE TABLE "mediation_session" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "id" BLOB PRIMARY KEY NOT NULL,
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

CREATE TABLE "legal_aid" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "groups" TEXT,
    "agent_name" TEXT,
    "agent_type" TEXT,
    "agent_id_number" TEXT,
    "agent_phone" TEXT,
    "matter" TEXT,
    "cause" TEXT,
    "facts" TEXT,
    "claim" TEXT,
    "claim_amount" INTEGER,
    "case_source" TEXT,
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
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "id" BLOB PRIMARY KEY NOT NULL,
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

CREATE TABLE "attachment" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "taken_on" TEXT
);
CREATE INDEX "attachment_newest" ON "attachment" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "attachment_record" ON "attachment" ("record_id");
CREATE INDEX "attachment_page_of" ON "attachment" ("page_of") WHERE "page_of" IS NOT NULL;

CREATE TABLE "sheet" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "printed_at" INTEGER,
    "printed_by" TEXT
);
CREATE INDEX "sheet_newest" ON "sheet" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "sheet_record" ON "sheet" ("record_id");

CREATE TABLE "submission" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
    "submitted_by" TEXT
);
CREATE INDEX "submission_newest" ON "submission" ("archived", "created_at" DESC, "id" DESC, "class", "scope", "record_id", "round");
CREATE INDEX "submission_record" ON "submission" ("record_id", "round");

CREATE TABLE "review" (
    "id" BLOB PRIMARY KEY NOT NULL,
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
CREATE INDEX "review_returned" ON "review" ("archived", "created_at" DESC, "id" DESC, "class", "scope") WHERE "outcome" = 'returned';
CREATE INDEX "review_submission" ON "review" ("submission") WHERE "submission" IS NOT NULL;

