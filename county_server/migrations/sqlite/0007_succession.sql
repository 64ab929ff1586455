-- A desk that was copied or restored goes on as another device: the one it was, and the changes of it they share.
ALTER TABLE device ADD COLUMN continues BLOB;
ALTER TABLE device ADD COLUMN continues_n BIGINT NOT NULL DEFAULT 0;
-- Changes of a former device that were logged again by the one that continues it.
CREATE TABLE origin (
    device BLOB NOT NULL,
    n BIGINT NOT NULL,
    hash BLOB NOT NULL,
    logged_by BLOB NOT NULL,
    logged_n BIGINT NOT NULL,
    PRIMARY KEY (device, n, hash)
);
