-- Rows of earlier ledgers, word for word, beside the cases that were made of them.

CREATE TABLE "ledger_row" (
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
    "import_id" TEXT,
    "row" INTEGER,
    "content" TEXT
);
CREATE INDEX "ledger_row_newest" ON "ledger_row" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "ledger_row_case" ON "ledger_row" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "ledger_row_import" ON "ledger_row" ("import_id");
