"""The library of laws in the desk file: beside the records, encrypted with them, and never sent."""

from collections.abc import Sequence

from village_desk import pinyin
from village_desk.law_text import Law, number_of
from village_desk.store import Store, UnitOfWork

Found = tuple[int, int, str, str, str, str, str]
"""Article, law, title, day of the text, place, number as printed, text."""
_COLUMNS = 'a."id", a."law", l."title", l."dated", a."place", a."label", a."text"'


def put(uow: UnitOfWork, law: Law, digest: bytes) -> bool:
    """Keep a law with the words it is found by; say whether it is new: one file is kept once."""
    if uow.store.query('SELECT 1 FROM "law" WHERE "digest" = ?', (digest,)):
        return False
    connection = uow.store.database.connection()
    law_id = connection.execute(
        'INSERT INTO "law" ("title", "dated", "digest", "characters", "imported_at") VALUES (?, ?, ?, ?, ?)'
        ' RETURNING "id"',
        (law.title, law.dated, digest, law.characters, uow.at),
    ).fetchone()[0]
    first = connection.execute('SELECT coalesce(max("id"), 0) + 1 FROM "law_article"').fetchone()[0]
    connection.executemany(
        'INSERT INTO "law_article" ("id", "law", "place", "label", "text") VALUES (?, ?, ?, ?, ?)',
        [(first + at, law_id, one.place, one.label, one.text) for at, one in enumerate(law.articles)],
    )
    connection.executemany(
        'INSERT INTO "law_search" ("rowid", "words") VALUES (?, ?)',
        [(first + at, _words(law.title, one.label, one.text)) for at, one in enumerate(law.articles)],
    )
    return True


def _words(title: str, label: str, text: str) -> str:
    number = number_of(label)
    return " ".join(
        filter(None, (pinyin.text_terms(f"{title} {label} {text}"), str(number) if number else ""))
    )


def remove(uow: UnitOfWork, law: int) -> None:
    """Take a law out of the library."""
    connection = uow.store.database.connection()
    connection.execute(
        'DELETE FROM "law_search" WHERE "rowid" IN (SELECT "id" FROM "law_article" WHERE "law" = ?)', (law,)
    )
    connection.execute('DELETE FROM "law_article" WHERE "law" = ?', (law,))
    connection.execute('DELETE FROM "law" WHERE "id" = ?', (law,))


def search(store: Store, typed: str, limit: int) -> list[Found]:
    """Return articles that hold all words of `typed`, in the order of the library."""
    wanted = pinyin.query_terms(typed)
    if not wanted:
        return []
    return store.query(
        f'SELECT {_COLUMNS} FROM (SELECT "rowid" AS hit FROM "law_search" WHERE "words" MATCH ? '  # noqa: S608 - our columns
        'ORDER BY "rowid" LIMIT ?) JOIN "law_article" a ON a."id" = hit JOIN "law" l ON l."id" = a."law" '
        'ORDER BY a."id"',
        (wanted, limit),
    )


def articles(store: Store, law: int) -> list[Found]:
    """Return all articles of a law in their order."""
    return store.query(
        f'SELECT {_COLUMNS} FROM "law_article" a JOIN "law" l ON l."id" = a."law" WHERE a."law" = ? '  # noqa: S608 - our columns
        'ORDER BY a."id"',
        (law,),
    )


def article(store: Store, article_id: int) -> Sequence[Found]:
    """Return one article, or nothing."""
    return store.query(
        f'SELECT {_COLUMNS} FROM "law_article" a JOIN "law" l ON l."id" = a."law" WHERE a."id" = ?',  # noqa: S608 - our columns
        (article_id,),
    )


def laws(store: Store) -> list[tuple[int, str, str, int]]:
    """Return the laws of the library by title: id, title, day of the text, characters."""
    return store.query(
        'SELECT "id", "title", "dated", "characters" FROM "law" ORDER BY "title", "dated" DESC'
    )
