-- Lists of records whose retention is over: proposed by one person, approved by another; refused is one not approved.
CREATE TABLE destruction (
    id BLOB NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL DEFAULT '',
    decided_at BIGINT NOT NULL DEFAULT 0,
    approved INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE destruction_item (
    list BLOB NOT NULL REFERENCES destruction (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    scope TEXT NOT NULL,
    number TEXT NOT NULL,
    closed_year INTEGER NOT NULL,
    kept_until TEXT NOT NULL,
    PRIMARY KEY (list, place)
);
CREATE INDEX destruction_item_record ON destruction_item (record_id);
