-- Where records stood before a row of the feed that changed who may read them: moved, or of another class or readers.
-- Those who could read them there are told that they left; those who can read them now get them whole.
CREATE TABLE moved (
    seq BIGINT NOT NULL REFERENCES feed (seq),
    kind TEXT NOT NULL,
    record_id BLOB NOT NULL,
    village TEXT NOT NULL,
    township TEXT NOT NULL,
    class TEXT NOT NULL,
    readers TEXT,
    created_by TEXT NOT NULL,
    PRIMARY KEY (seq, kind, record_id)
);
CREATE INDEX moved_village ON moved (village, seq);
CREATE INDEX moved_township ON moved (township, seq);
