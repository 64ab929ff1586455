"""Everything a county's database holds, to compare before and after."""

TOLD = ("quarantine", "receipt", "device", "log_witness")
"""Tables that say what a device sent and was answered; no record, row of the feed or sum stands there."""


def tables(database):
    """Return the names of all tables."""
    if database.postgres:
        sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    else:
        sql = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return sorted(name for (name,) in database.rows(sql))


HEARD = "device_contact"
"""When each desk was heard of: written each minute, whatever is asked."""


def dump(county, without=()):
    """Return every row of every table but those of `without`, and when desks were heard of."""
    with county.database.reading():
        return {
            name: sorted(repr([_plain(value) for value in row]) for row in _rows(county, name))
            for name in tables(county.database)
            if name not in without and name != HEARD
        }


def _plain(value):
    return bytes(value) if isinstance(value, memoryview) else value


def _rows(county, table):
    return county.database.rows(f'SELECT * FROM "{table}"')
