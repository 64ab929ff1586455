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
