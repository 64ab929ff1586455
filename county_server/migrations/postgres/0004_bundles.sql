-- The public key bundles for a device are sealed to (age, X25519).
ALTER TABLE device ADD COLUMN bundle_key TEXT NOT NULL DEFAULT '';
-- Sizes of the log whose heads went out on sticks: a later answer proves that it continues each of them.
CREATE TABLE bundle_head (
    device BYTEA NOT NULL REFERENCES device (id),
    size BIGINT NOT NULL,
    PRIMARY KEY (device, size)
);
-- Bundles that carriers bring over a line, by the digest of the file; answers is what it became.
CREATE TABLE bundle_file (
    digest TEXT NOT NULL PRIMARY KEY,
    device BYTEA NOT NULL REFERENCES device (id),
    size BIGINT NOT NULL,
    touched_at BIGINT NOT NULL,
    answers TEXT NOT NULL
);
CREATE INDEX bundle_file_device ON bundle_file (device);
CREATE INDEX bundle_file_touched ON bundle_file (touched_at);
