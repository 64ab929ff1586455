-- The county's own tables. Moments are UTC milliseconds; ids are 16 bytes; 1 is yes, 0 is no.
CREATE TABLE meta (k TEXT NOT NULL PRIMARY KEY, v TEXT NOT NULL);
CREATE TABLE unit (code TEXT NOT NULL PRIMARY KEY, id BYTEA NOT NULL, name TEXT NOT NULL);
CREATE TABLE user_account (
    id BYTEA NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX user_account_name ON user_account (unit, name);
-- body is the signed message as desks get it; until is 0 while the grant has no end.
CREATE TABLE grant_ (
    id BYTEA NOT NULL PRIMARY KEY,
    user_id BYTEA NOT NULL REFERENCES user_account (id),
    role TEXT NOT NULL,
    areas TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT NOT NULL,
    body BYTEA NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX grant_user ON grant_ (user_id);
-- last, head: number and chain hash of the last change taken.
-- bundle_key: the public key bundles for it are sealed to (age, X25519). durable: highest change of it that a
-- verified backup holds. continues, continues_n: copied or restored, it goes on as another device: the one it was,
-- and the changes of it they share.
CREATE TABLE device (
    id BYTEA NOT NULL PRIMARY KEY,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    suite INTEGER NOT NULL,
    public_key BYTEA NOT NULL,
    last BIGINT NOT NULL,
    head BYTEA NOT NULL,
    epoch INTEGER NOT NULL,
    enrolled_at BIGINT NOT NULL,
    revoked_at BIGINT,
    bundle_key TEXT NOT NULL DEFAULT '',
    durable BIGINT NOT NULL DEFAULT 0,
    continues BYTEA,
    continues_n BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE device_user (
    device BYTEA NOT NULL REFERENCES device (id),
    user_id BYTEA NOT NULL REFERENCES user_account (id),
    PRIMARY KEY (device, user_id)
);
CREATE TABLE enrolment (
    code TEXT NOT NULL PRIMARY KEY,
    proof_key BYTEA NOT NULL,
    unit TEXT NOT NULL,
    users TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    device BYTEA
);
-- The one order of everything accepted. hash is the device's chain at this change; set_ are fields whose
-- value after merging differs from the body; disputes are the conflicts it opened.
CREATE TABLE feed (
    seq BIGINT NOT NULL PRIMARY KEY,
    device BYTEA NOT NULL REFERENCES device (id),
    n BIGINT NOT NULL,
    g BIGINT NOT NULL,
    record_id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    ver INTEGER NOT NULL,
    village TEXT NOT NULL,
    township TEXT NOT NULL,
    body BYTEA NOT NULL,
    salt BYTEA NOT NULL,
    hash BYTEA NOT NULL,
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
    device BYTEA NOT NULL REFERENCES device (id),
    n BIGINT NOT NULL,
    g BIGINT NOT NULL,
    kind TEXT NOT NULL,
    record_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    body BYTEA NOT NULL,
    salt BYTEA NOT NULL,
    hash BYTEA NOT NULL,
    reason TEXT NOT NULL,
    user_id TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    PRIMARY KEY (device, n)
);
-- peaks: complete subtrees of the log's tree up to head, largest first, 32 bytes each.
CREATE TABLE feed_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    head BIGINT NOT NULL,
    peaks BYTEA
);
INSERT INTO feed_head (one, head) VALUES (1, 0);
-- Complete subtrees of the log on every fourth level; those between are made from them when asked for.
CREATE TABLE log_node (
    level INTEGER NOT NULL,
    place BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    PRIMARY KEY (level, place)
);
-- The head of the log each device showed last, as this county had signed it.
CREATE TABLE log_witness (
    device BYTEA NOT NULL PRIMARY KEY REFERENCES device (id),
    inc TEXT NOT NULL,
    size BIGINT NOT NULL,
    head BYTEA NOT NULL,
    seen_at BIGINT NOT NULL
);
-- A value that came second; both are kept until a resolve change names it.
CREATE TABLE conflict (
    id BYTEA NOT NULL PRIMARY KEY,
    record_id BYTEA NOT NULL,
    kind TEXT NOT NULL,
    field TEXT NOT NULL,
    value TEXT,
    device BYTEA NOT NULL,
    n BIGINT NOT NULL,
    open INTEGER NOT NULL,
    seq BIGINT NOT NULL
);
CREATE INDEX conflict_record ON conflict (record_id);
CREATE TABLE receipt (
    device BYTEA NOT NULL REFERENCES device (id),
    first_n BIGINT NOT NULL,
    last_n BIGINT NOT NULL,
    body BYTEA NOT NULL,
    PRIMARY KEY (device, last_n)
);
CREATE TABLE blob (
    digest TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    device BYTEA NOT NULL,
    received_at BIGINT NOT NULL
);
CREATE TABLE number_block (
    register TEXT NOT NULL,
    unit TEXT NOT NULL,
    year INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    device BYTEA NOT NULL,
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
-- Attachments on their way here. received is what is safely in the part file; a finished one is known by its file.
CREATE TABLE upload (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    device BYTEA NOT NULL REFERENCES device (id),
    size BIGINT NOT NULL,
    received BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX upload_wanted ON upload (device, digest);
CREATE INDEX upload_touched ON upload (touched_at);
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
-- Where records stood before a row of the feed that changed who may read them: moved, or of another class or readers.
-- Those who could read them there are told that they left; those who can read them now get them whole.
CREATE TABLE moved (
    seq BIGINT NOT NULL REFERENCES feed (seq),
    kind TEXT NOT NULL,
    record_id BYTEA NOT NULL,
    village TEXT NOT NULL,
    township TEXT NOT NULL,
    class TEXT NOT NULL,
    readers TEXT,
    created_by TEXT NOT NULL,
    PRIMARY KEY (seq, kind, record_id)
);
CREATE INDEX moved_village ON moved (village, seq);
CREATE INDEX moved_township ON moved (township, seq);
-- Incarnations this database was before it was restored: its log of size rows is the beginning of today's.
CREATE TABLE incarnation (
    inc TEXT NOT NULL PRIMARY KEY,
    size BIGINT NOT NULL,
    root BYTEA NOT NULL,
    ended_at BIGINT NOT NULL
);
-- Changes set aside that may be let through later: by the reason, and by the record they wait for.
CREATE INDEX quarantine_reason ON quarantine (reason, record_id);
-- Changes of a former device that were logged again by the one that continues it.
CREATE TABLE origin (
    device BYTEA NOT NULL,
    n BIGINT NOT NULL,
    hash BYTEA NOT NULL,
    logged_by BYTEA NOT NULL,
    logged_n BIGINT NOT NULL,
    PRIMARY KEY (device, n, hash)
);
-- What was set aside is listed by area, for the township that decides about it.
CREATE INDEX quarantine_scope ON quarantine (scope);
-- The county's own profiles, as they were signed; the highest version is the one desks go by. notes: what the
-- county says about it; since: the legal day it counts from.
CREATE TABLE published_profile (
    version BIGINT NOT NULL PRIMARY KEY,
    files TEXT NOT NULL,
    suite INTEGER NOT NULL,
    signature BYTEA NOT NULL,
    published_at BIGINT NOT NULL,
    notes TEXT NOT NULL DEFAULT '',
    published_by TEXT NOT NULL DEFAULT '',
    since TEXT NOT NULL DEFAULT ''
);
-- Who signs in with a browser. start is the digest of a code for the first visit; factor the key of the
-- second factor (RFC 6238), step the last of its time steps that was used.
CREATE TABLE sign_in (
    user_id BYTEA NOT NULL PRIMARY KEY REFERENCES user_account (id),
    login TEXT NOT NULL,
    start BYTEA,
    start_until BIGINT NOT NULL,
    password TEXT NOT NULL,
    factor TEXT NOT NULL,
    step BIGINT NOT NULL,
    failed INTEGER NOT NULL,
    failed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX sign_in_login ON sign_in (login);
-- id is the digest of what the browser holds.
CREATE TABLE web_session (
    id BYTEA NOT NULL PRIMARY KEY,
    user_id BYTEA NOT NULL REFERENCES sign_in (user_id),
    form_key TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX web_session_user ON web_session (user_id);
-- What was done in a browser, each entry hashed over the one before.
CREATE TABLE web_log (
    n BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    user_id TEXT NOT NULL,
    act TEXT NOT NULL,
    about TEXT NOT NULL,
    hash BYTEA NOT NULL
);
-- When each desk last asked for anything; app, holds: the version of its program and the last row of the feed it
-- holds, as it said itself.
CREATE TABLE device_contact (
    device BYTEA NOT NULL PRIMARY KEY REFERENCES device (id),
    at BIGINT NOT NULL,
    app TEXT NOT NULL DEFAULT '',
    holds BIGINT NOT NULL DEFAULT 0
);
-- The draft of the next.
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

-- Numbers of statistics by unit and month, as the declared tables count them (county_server/figures.py).
CREATE TABLE figure (
    tab TEXT NOT NULL,
    month TEXT NOT NULL,
    unit TEXT NOT NULL,
    row_key TEXT NOT NULL,
    name TEXT NOT NULL,
    of_kind TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (tab, month, unit, row_key, name)
);
CREATE INDEX figure_unit ON figure (unit, tab, of_kind);
-- They hold the changes up to seq of the feed; version counts the times they were written. Whoever counts
-- anew says so in begun_at first.
CREATE TABLE figure_head (
    one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    seq BIGINT NOT NULL,
    version BIGINT NOT NULL,
    definition TEXT NOT NULL,
    counted_at BIGINT NOT NULL,
    begun_at BIGINT NOT NULL
);
INSERT INTO figure_head (one, seq, version, definition, counted_at, begun_at) VALUES (1, 0, 0, '', 0, 0);
-- Lists of records whose retention is over: proposed by one person, approved by another; refused is one not approved.
CREATE TABLE destruction (
    id BYTEA NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    proposed_by TEXT NOT NULL,
    proposed_at BIGINT NOT NULL,
    decided_by TEXT NOT NULL DEFAULT '',
    decided_at BIGINT NOT NULL DEFAULT 0,
    approved INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE destruction_item (
    list BYTEA NOT NULL REFERENCES destruction (id),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    record_id BYTEA NOT NULL,
    scope TEXT NOT NULL,
    number TEXT NOT NULL,
    closed_year INTEGER NOT NULL,
    kept_until TEXT NOT NULL,
    PRIMARY KEY (list, place)
);
CREATE INDEX destruction_item_record ON destruction_item (record_id);
