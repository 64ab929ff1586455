-- The county's own tables. Moments are UTC milliseconds; ids are 16 bytes; 1 is yes, 0 is no.
CREATE TABLE meta (k TEXT NOT NULL PRIMARY KEY, v TEXT NOT NULL);
CREATE TABLE unit (code TEXT NOT NULL PRIMARY KEY, id BLOB NOT NULL, name TEXT NOT NULL);
CREATE TABLE user_account (
    id BLOB NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX user_account_name ON user_account (unit, name);
-- body is the signed message as desks get it; until is 0 while the grant has no end.
CREATE TABLE grant_ (
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES user_account (id),
    role TEXT NOT NULL,
    areas TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL,
    body BLOB NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX grant_user ON grant_ (user_id);
-- last, head: number and chain hash of the last change taken.
CREATE TABLE device (
    id BLOB NOT NULL PRIMARY KEY,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    suite INTEGER NOT NULL,
    public_key BLOB NOT NULL,
    last BIGINT NOT NULL,
    head BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE TABLE device_user (
    device BLOB NOT NULL REFERENCES device (id),
    user_id BLOB NOT NULL REFERENCES user_account (id),
    PRIMARY KEY (device, user_id)
);
CREATE TABLE enrolment (
    code TEXT NOT NULL PRIMARY KEY,
    proof_key BLOB NOT NULL,
    unit TEXT NOT NULL,
    users TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    device BLOB
);
-- The one order of everything accepted. hash is the device's chain at this change; set_ are fields whose
-- value after merging differs from the body; disputes are the conflicts it opened.
CREATE TABLE feed (
    seq BIGINT NOT NULL PRIMARY KEY,
    device BLOB NOT NULL REFERENCES device (id),
    n BIGINT NOT NULL,
    g BIGINT NOT NULL,
    record_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    ver INTEGER NOT NULL,
    village TEXT NOT NULL,
    township TEXT NOT NULL,
    body BLOB NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    outcome TEXT NOT NULL,
    set_ TEXT,
    disputes TEXT,
    user_id TEXT NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX feed_change ON feed (device, n);
CREATE INDEX feed_village ON feed (village, seq);
CREATE INDEX feed_township ON feed (township, seq);
CREATE INDEX feed_record ON feed (record_id, seq);
-- Changes that were stored and answered but have no effect until a person looks at them.
CREATE TABLE quarantine (
    device BLOB NOT NULL REFERENCES device (id),
    n BIGINT NOT NULL,
    g BIGINT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    body BLOB NOT NULL,
    salt BLOB NOT NULL,
    hash BLOB NOT NULL,
    reason TEXT NOT NULL,
    user_id TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (device, n)
);
-- peaks: complete subtrees of the log's tree up to head, largest first, 32 bytes each.
CREATE TABLE feed_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    head BIGINT NOT NULL,
    peaks BLOB
);
INSERT INTO feed_head (one, head) VALUES (1, 0);
-- Complete subtrees of the log on every fourth level; those between are made from them when asked for.
CREATE TABLE log_node (
    level INTEGER NOT NULL,
    place BIGINT NOT NULL,
    hash BLOB NOT NULL,
    PRIMARY KEY (level, place)
);
-- The head of the log each device showed last, as this county had signed it.
CREATE TABLE log_witness (
    device BLOB NOT NULL PRIMARY KEY REFERENCES device (id),
    inc TEXT NOT NULL,
    size BIGINT NOT NULL,
    head BLOB NOT NULL,
    seen_at BIGINT NOT NULL
);
-- A value that came second; both are kept until a resolve change names it.
CREATE TABLE conflict (
    id BLOB NOT NULL PRIMARY KEY,
    record_id BLOB NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    device BLOB NOT NULL,
    n BIGINT NOT NULL,
    open INTEGER NOT NULL,
    seq BIGINT NOT NULL
);
CREATE INDEX conflict_record ON conflict (record_id);
CREATE TABLE receipt (
    device BLOB NOT NULL REFERENCES device (id),
    first_n BIGINT NOT NULL,
    last_n BIGINT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (device, last_n)
);
CREATE TABLE blob (
    digest TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    device BLOB NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE TABLE number_block (
    register TEXT NOT NULL,
    unit TEXT NOT NULL,
    year INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    device BLOB NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (register, unit, year, first)
);
CREATE INDEX number_block_device ON number_block (device, register, year);
-- Count and sum of the states of all records by village, kind and class; sums are 64 bits, signed.
CREATE TABLE tally (
    village TEXT NOT NULL,
    kind TEXT NOT NULL,
    class TEXT NOT NULL,
    count BIGINT NOT NULL,
    sum BIGINT NOT NULL,
    PRIMARY KEY (village, kind, class)
);
