-- Typical cases and their drafts (domain services §6.6); the library of laws, which is not sent.

CREATE TABLE "case_draft" (
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
CREATE INDEX "case_draft_case" ON "case_draft" ("case") WHERE "case" IS NOT NULL;
CREATE INDEX "case_draft_consultation" ON "case_draft" ("consultation") WHERE "consultation" IS NOT NULL;
CREATE INDEX "case_draft_legal_aid" ON "case_draft" ("legal_aid") WHERE "legal_aid" IS NOT NULL;

CREATE TABLE "typical_case" (
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
