-- Who signs in with a browser. start is the digest of a code for the first visit; factor the key of the
-- second factor (RFC 6238), step the last of its time steps that was used.
CREATE TABLE sign_in (
    user_id BLOB NOT NULL PRIMARY KEY REFERENCES user_account (id),
    login TEXT NOT NULL,
    start BLOB,
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
    id BLOB NOT NULL PRIMARY KEY,
    user_id BLOB NOT NULL REFERENCES sign_in (user_id),
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
    hash BLOB NOT NULL
);
-- When each desk last asked for anything.
CREATE TABLE device_contact (
    device BLOB NOT NULL PRIMARY KEY REFERENCES device (id),
    at BIGINT NOT NULL
);
