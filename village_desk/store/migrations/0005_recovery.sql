-- Changes of others that a county lost when it was restored, until they are there again.
CREATE TABLE "lost_change" (
    "inc" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "device" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "ver" INTEGER,
    "outcome" TEXT NOT NULL,
    "received_at" INTEGER,
    "user_name" TEXT,
    PRIMARY KEY ("inc", "seq")
) WITHOUT ROWID;
CREATE INDEX "lost_change_record" ON "lost_change" ("record_id", "seq");
-- The log of this desk under a device it was before: kept whole, with salts and hashes.
CREATE TABLE "former_change" (
    "device" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "g" INTEGER NOT NULL,
    "record_id" BLOB NOT NULL,
    "kind" TEXT NOT NULL,
    "body" BLOB,
    "salt" BLOB NOT NULL,
    "hash" BLOB NOT NULL,
    "state" TEXT NOT NULL,
    "seq" INTEGER,
    "ver" INTEGER,
    "reason" TEXT,
    "at" INTEGER NOT NULL,
    PRIMARY KEY ("device", "n")
);
CREATE INDEX "former_change_record" ON "former_change" ("record_id", "n");
-- Receipts of a device this desk was before, or of a county that has lost since what it received.
CREATE TABLE "former_receipt" (
    "device" TEXT NOT NULL,
    "inc" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "first_n" INTEGER NOT NULL,
    "last_n" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "received_at" INTEGER NOT NULL,
    "body" BLOB NOT NULL,
    "signature" BLOB NOT NULL,
    PRIMARY KEY ("device", "inc", "id")
) WITHOUT ROWID;
