"""What bundles read from the desk file: changes by number, their confidentiality, attachments not here."""

from village_desk.store import Store, StoredChange

_ATTACHMENT = "attachment"


def changes_between(store: Store, first: int, last: int) -> list[StoredChange]:
    """Return the own changes `first` to `last` whatever became of them; erased ones are left out."""
    rows = store.query(
        'SELECT "n", "g", "kind", "record_id", "body", "salt", "hash" FROM "change" '
        'WHERE "n" BETWEEN ? AND ? AND "body" IS NOT NULL ORDER BY "n"',
        (first, last),
    )
    return [StoredChange(*row[:3], *(bytes(part) for part in row[3:])) for row in rows]


def acknowledged(store: Store) -> int:
    """Return the highest number of the own log that the county has acknowledged, with all before it."""
    found = store.query('SELECT min("n") FROM "change" WHERE "state" = \'new\'')
    return int(found[0][0]) - 1 if found and found[0][0] is not None else store.head().n


def place_of(store: Store, kind: str, record_id: bytes) -> tuple[str, str] | None:
    """Return scope and class of a record as it is now; None when there is none."""
    row = store.row(kind, record_id)
    return (row["scope"], row["class_"]) if row else None


def places_of_attachment(store: Store, digest: str) -> list[tuple[str, str]]:
    """Return scope and class of every record of an attachment whose bytes are `digest`."""
    rows = store.rows(_ATTACHMENT, '"wire_digest" = ?', (digest,))
    return [(row["scope"], row["class_"]) for row in rows]


def attachments_missing(store: Store, most: int) -> list[str]:
    """Return attachments that records here name and whose bytes are not here, newest records first."""
    rows = store.query(
        'SELECT DISTINCT a."wire_digest" FROM "attachment" a '
        'LEFT JOIN "blob" b ON b."digest" = a."wire_digest" '
        'WHERE a."archived" = 0 AND a."ver" > 0 AND a."wire_digest" IS NOT NULL '
        'AND coalesce(b."here", 0) = 0 '
        'ORDER BY a."id" DESC LIMIT ?',
        (most,),
    )
    return [str(digest) for (digest,) in rows]
