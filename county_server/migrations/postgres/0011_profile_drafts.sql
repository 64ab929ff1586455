-- What the county says about a version, who published it, the legal day it counts from; and the draft of the next.
ALTER TABLE published_profile ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE published_profile ADD COLUMN published_by TEXT NOT NULL DEFAULT '';
ALTER TABLE published_profile ADD COLUMN since TEXT NOT NULL DEFAULT '';
CREATE TABLE profile_draft (
    file TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
);
CREATE TABLE profile_draft_about (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    began_by TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    checked TEXT NOT NULL,
    tried TEXT NOT NULL
);
