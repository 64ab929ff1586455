-- The legal clock of a case, duties to report, and what the steps of a case ask for (domain mediation §3, §7).

CREATE TABLE "period_change" (
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

ALTER TABLE "mediation_case" ADD COLUMN "consented" INTEGER;
ALTER TABLE "mediation_case" ADD COLUMN "refusal_ground" TEXT;
ALTER TABLE "mediation_case" ADD COLUMN "told_remedies" INTEGER;
ALTER TABLE "case_party" ADD COLUMN "signed_on" TEXT;
ALTER TABLE "court_confirmation" ADD COLUMN "filed_on" TEXT;
ALTER TABLE "court_confirmation" ADD COLUMN "received_on" TEXT;
