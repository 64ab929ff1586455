"""Taking laws into the library, and citing an article in an answer."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from village_desk import law_text
from village_desk.commands import records
from village_desk.errors import UserError
from village_desk.queries.laws import ArticleLine
from village_desk.queries.records import record
from village_desk.session import NOTHING, Changes, Session
from village_desk.store import laws as library


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of files: laws that are new, that were here already, and files that could not be read."""

    new: int = 0
    known: int = 0
    unread: tuple[str, ...] = ()


def take_in(
    session: Session,
    paths: Sequence[Path],
    tell: Callable[[int, int], None] = lambda _done, _all: None,
    stop: Callable[[], bool] = lambda: False,
) -> TakenIn:
    """Take the laws in files into the library, each in a short transaction of its own.

    A file that cannot be read is named and holds up no other; what is in stays in when it is stopped.

    Args:
        session: Who asks.
        paths: Files: Markdown, text or DOCX.
        tell: Hears after each file how many bytes of how many were read.
        stop: Asked before each file.

    Raises:
        StoreTrouble: The disk is full; what was taken in before stays.
    """
    sizes = [path.stat().st_size if path.is_file() else 0 for path in paths]
    new = known = done = 0
    unread = []
    for path, size in zip(paths, sizes, strict=True):
        if stop():
            break
        try:
            law = law_text.read(path)
        except UserError:
            unread.append(path.name)
        else:
            with session.store.unit_of_work(session.actor, session.now()) as uow:
                taken = library.put(uow, law, _digest(law))
            new, known = new + taken, known + (not taken)
        done += size
        tell(done, sum(sizes))
    return TakenIn(new, known, tuple(unread))


def _digest(law: law_text.Law) -> bytes:
    whole = "\n".join((law.title, law.dated, *(f"{one.label} {one.text}" for one in law.articles)))
    return hashlib.sha256(whole.encode()).digest()


def remove(session: Session, law: int) -> Changes:
    """Take a law out of the library; what was cited from it stays where it was cited."""
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        library.remove(uow, law)
    return NOTHING


def cite(session: Session, kind: str, record_id: bytes, field: str, article: ArticleLine) -> Changes:
    """Add an article to a text of a record, with its law, the day of the text and its number.

    Raises:
        As `records.save`.
    """
    held = str(record(session, kind, record_id).values.get(field) or "")
    text = "\n".join(filter(None, (held, article.cited)))
    return records.save(session, kind, record_id, {field: text})
