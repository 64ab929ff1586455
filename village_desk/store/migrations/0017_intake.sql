-- Referrals and work orders, proofs of priority groups, what an intake asks (domain services §2, §3).

CREATE TABLE "priority_proof" (
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

CREATE TABLE "visit_report" (
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
CREATE INDEX "referral_person" ON "referral" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "referral_consultation" ON "referral" ("consultation") WHERE "consultation" IS NOT NULL;
CREATE INDEX "referral_case" ON "referral" ("case") WHERE "case" IS NOT NULL;

CREATE TABLE "referral_step" (
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
CREATE INDEX "hotline_order_person" ON "hotline_order" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "hotline_order_consultation" ON "hotline_order" ("consultation") WHERE "consultation" IS NOT NULL;

CREATE TABLE "order_step" (
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

ALTER TABLE "consultation" ADD COLUMN "visit" BLOB;
ALTER TABLE "consultation" ADD COLUMN "letter_route" TEXT;
ALTER TABLE "consultation" ADD COLUMN "happened_on" TEXT;
ALTER TABLE "consultation" ADD COLUMN "limit_rule" TEXT;
ALTER TABLE "consultation" ADD COLUMN "limit_on" TEXT;
ALTER TABLE "consultation" ADD COLUMN "urgent" INTEGER;
ALTER TABLE "consultation" ADD COLUMN "on_the_spot" INTEGER;
ALTER TABLE "consultation" ADD COLUMN "answered_on" TEXT;
ALTER TABLE "consultation" ADD COLUMN "result" TEXT;
ALTER TABLE "consultation" ADD COLUMN "fed_back_on" TEXT;
ALTER TABLE "consultation" ADD COLUMN "reply_way" TEXT;
ALTER TABLE "consultation" ADD COLUMN "followed_up_on" TEXT;
ALTER TABLE "consultation" ADD COLUMN "follow_up" TEXT;
ALTER TABLE "person" ADD COLUMN "household" BLOB;
ALTER TABLE "person" ADD COLUMN "household_relation" TEXT;
CREATE INDEX "consultation_visit" ON "consultation" ("visit") WHERE "visit" IS NOT NULL;
CREATE INDEX "person_household" ON "person" ("household") WHERE "household" IS NOT NULL;
