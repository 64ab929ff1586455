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
INSERT INTO "held_grant" ("id", "user", "name", "role", "areas", "body", "signature")
SELECT "grant_id", "user", "name", "role", "areas", "grant_body", "grant_signature" FROM "account"
WHERE "grant_id" <> '' AND "grant_body" IS NOT NULL AND "grant_signature" IS NOT NULL;
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
