-- The activity a lecture of a visit was written down as, so that it counts once (domain services F23, F27).

ALTER TABLE "served_item" ADD COLUMN "activity" BLOB;
CREATE INDEX "served_item_activity" ON "served_item" ("activity") WHERE "activity" IS NOT NULL;
