-- Of an attachment on its way up: the county's name of the upload, the bytes it has; lane 0 goes before 1 and 2.
ALTER TABLE "blob" ADD COLUMN "upload" TEXT NOT NULL DEFAULT '';
ALTER TABLE "blob" ADD COLUMN "sent" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "blob" ADD COLUMN "lane" INTEGER NOT NULL DEFAULT 2;
-- Of one on its way down: the pieces that are here; they become a file when they are the whole.
CREATE TABLE "blob_piece" (
    "digest" TEXT NOT NULL,
    "offset" INTEGER NOT NULL,
    "bytes" BLOB NOT NULL,
    PRIMARY KEY ("digest", "offset")
);
