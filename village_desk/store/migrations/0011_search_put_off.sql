-- Records whose words are not in search yet. An id begins with the time it was made: the newest come last.
CREATE TABLE "search_waiting" ("record_id" BLOB PRIMARY KEY NOT NULL, "kind" TEXT NOT NULL) WITHOUT ROWID;
