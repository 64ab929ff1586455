-- What becomes of an application for legal aid (domain services F03 to F19).

CREATE TABLE "integrity_promise" (
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

ALTER TABLE "legal_aid" ADD COLUMN "education" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "access_needs" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "aid_form" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "stage" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "standing" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "group_case" INTEGER;
ALTER TABLE "legal_aid" ADD COLUMN "group_people" INTEGER;
ALTER TABLE "legal_aid" ADD COLUMN "detained_at" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "limitation_on" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "urgent" INTEGER;
ALTER TABLE "legal_aid" ADD COLUMN "urgent_reason" TEXT;
ALTER TABLE "legal_aid" ADD COLUMN "agency" TEXT;
