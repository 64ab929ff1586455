-- durable: highest change of a device that a verified backup holds.
ALTER TABLE device ADD COLUMN durable BIGINT NOT NULL DEFAULT 0;
-- Incarnations this database was before it was restored: its log of size rows is the beginning of today's.
CREATE TABLE incarnation (
    inc TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    ended_at BIGINT NOT NULL
);
-- Changes set aside that may be let through later: by the reason, and by the record they wait for.
CREATE INDEX quarantine_reason ON quarantine (reason, record_id);
