-- What a person did about an own change the county set aside; the change itself stays as it is in the log.
CREATE TABLE "mending" (
    "n" INTEGER PRIMARY KEY NOT NULL,
    "how" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "user" TEXT NOT NULL DEFAULT ''
);
-- Why a value lies beside the current one: "value", "joined" (the county joined two texts), "archived".
ALTER TABLE "conflict" ADD COLUMN "why" TEXT NOT NULL DEFAULT 'value';
