-- Of each desk: the version of its program and the last row of the feed it holds, as it said itself.
ALTER TABLE device_contact ADD COLUMN app TEXT NOT NULL DEFAULT '';
ALTER TABLE device_contact ADD COLUMN holds BIGINT NOT NULL DEFAULT 0;
