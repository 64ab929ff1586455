-- Claims for the subsidy, and the cases they hold (domain mediation §5).

CREATE TABLE "subsidy_claim" (
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
