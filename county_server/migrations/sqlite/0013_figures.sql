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
