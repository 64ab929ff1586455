-- What the township decided about changes the county had set aside.

CREATE TABLE "release" (
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
    "device" TEXT,
    "first" INTEGER,
    "chain" TEXT,
    "accepted" INTEGER,
    "reason" TEXT,
    "decided_by" TEXT
);
CREATE INDEX "release_newest" ON "release" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
CREATE INDEX "release_record" ON "release" ("record_id");
CREATE INDEX "release_device" ON "release" ("device", "first");
