"""Own ready phrases of a desk: local, in the encrypted file, never synced."""

from collections.abc import Sequence

from village_desk.queries import phrases
from village_desk.session import NOTHING, Changes, Session


def keep(session: Session, kind: str, field: str, dispute_type: str, texts: Sequence[str]) -> Changes:
    """Keep the phrases for a field in a dispute of a kind; with none of its own, the county's hold again."""
    kept = [text for text in (one.strip() for one in texts) if text]
    same = not kept or kept == phrases.given(session, kind, field, dispute_type)
    with session.store.unit_of_work(session.actor, session.now()) as uow:
        uow.set_state(phrases.key(kind, field, dispute_type), None if same else "\n".join(kept))
    return NOTHING
