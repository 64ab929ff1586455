-- Attachments on their way here. received is what is safely in the part file; a finished one is known by its file.
CREATE TABLE upload (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    device BLOB NOT NULL REFERENCES device (id),
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX upload_wanted ON upload (device, digest);
CREATE INDEX upload_touched ON upload (touched_at);
