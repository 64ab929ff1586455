-- The county's own profiles, as they were signed; the highest version is the one desks go by.
CREATE TABLE published_profile (
    version BIGINT NOT NULL PRIMARY KEY,
    files TEXT NOT NULL,
    suite INTEGER NOT NULL,
    signature BYTEA NOT NULL,
    published_at BIGINT NOT NULL
);
