"""A county that was put back to an earlier state says so, and loses nothing that still exists at a desk.

A restored database begins a new incarnation. It remembers the old one and how many rows of its log still
stand; a desk that comes with the old one is told, goes back to there and sends again what was lost (domain:
sync §2.6). Versions of records are numbered above a new block (`village_desk.changes.GENERATION`), and case
numbers leave out those that may have been given since the backup (`county_server.numbers`).
"""

from county_server import log, numbers, viewer
from county_server.county import County
from county_server.database import Database
from county_server.push import Taken
from sync.messages import SyncReply, SyncRequest
from village_desk import ids, times


def begin_anew(database: Database, made_at: times.Moment, now: times.Moment) -> str:
    """Give a database that was put back its new incarnation and return it; call inside a writing transaction.

    `made_at` is the moment of the backup: the longer ago, the more case numbers are left out.
    """
    meta = dict(database.rows("SELECT k, v FROM meta"))
    made, tree = ids.id_text(ids.new_id()), log.tree(database, lock=True)
    database.rows(
        "INSERT INTO incarnation (inc, size, root, ended_at) VALUES (?, ?, ?, ?)",
        meta["incarnation"],
        tree.size,
        tree.root,
        now,
    )
    database.rows("UPDATE meta SET v = ? WHERE k = 'incarnation'", made)
    database.rows("DELETE FROM meta WHERE k = 'generation'")
    generation = int(meta.get("generation", "0")) + 1
    database.rows("INSERT INTO meta (k, v) VALUES ('generation', ?)", str(generation))
    numbers.leave_out(database, made_at, now)
    return made


def kept(county: County, incarnation: str) -> int:
    """Return how many rows of the log of an earlier incarnation still stand; 0 of one that is not known.

    Call inside a transaction.
    """
    row = county.database.one("SELECT size FROM incarnation WHERE inc = ?", incarnation.replace("\0", ""))
    return int(row[0]) if row else 0


def announce(county: County, device: bytes, asked: SyncRequest, taken: Taken | None) -> SyncReply:
    """Answer a desk that knows another incarnation: how far both hold the same, and proof of it.

    What it sent is taken all the same, as a stick may be long on its way; rows wait until it has gone back.
    A withdrawn desk is told too: it hands over again what was lost.

    Raises:
        Refused: "device" (401).
    """
    with county.database.reading():
        who = viewer.find(county, device)
        shared = kept(county, asked.inc)
        news = log.news(county, asked, log.Present(county, ()), kept=shared)
    taken = taken or Taken(who.last)
    return SyncReply(
        inc=county.incarnation,
        epoch=who.epoch,
        last=taken.last,
        problem=taken.problem,
        verdicts=taken.verdicts,
        receipts=taken.receipts,
        cursor=asked.cursor,
        kept=shared,
        now=county.clock(),
        log=news.log,
        proof=news.proof,
    )
