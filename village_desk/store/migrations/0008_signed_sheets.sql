-- Which page of a printed sheet a picture shows, what stands on a sheet, and why a signed text was changed.

ALTER TABLE "attachment" ADD COLUMN "sheet_page" INTEGER;

ALTER TABLE "sheet" ADD COLUMN "shown" TEXT;

CREATE TABLE "supplement" (
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
    "sheet" BLOB,
    "changed" TEXT,
    "reason" TEXT,
    "made_by" TEXT
);
CREATE INDEX "supplement_newest" ON "supplement" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "supplement_record" ON "supplement" ("record_id");
CREATE INDEX "supplement_sheet" ON "supplement" ("sheet") WHERE "sheet" IS NOT NULL;
