-- Volunteers wanted; where an activity was, when a complaint was decided, what is free.

CREATE TABLE "volunteer_call" (
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
    "posted_on" TEXT,
    "served_on" TEXT,
    "times" TEXT,
    "place" TEXT,
    "wanted" INTEGER,
    "skills" TEXT,
    "contact" TEXT,
    "phone" TEXT,
    "until" TEXT,
    "signed_up" TEXT,
    "closed_on" TEXT,
    "remark" TEXT
);
CREATE INDEX "volunteer_call_newest" ON "volunteer_call" ("archived", "created_at" DESC, "id" DESC, "class", "scope");
ALTER TABLE "publicity_activity" ADD COLUMN "place_type" TEXT;
ALTER TABLE "complaint" ADD COLUMN "accepted_on" TEXT;
ALTER TABLE "complaint" ADD COLUMN "decided_on" TEXT;
ALTER TABLE "resource" ADD COLUMN "charge" TEXT;
