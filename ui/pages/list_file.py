"""A list as a spreadsheet. Imported when the first is saved: the library takes its time."""

from pathlib import Path

from ui.texts import kind_text
from ui.widgets.editors import title_of
from village_desk import exports
from village_desk.commands.exports import log_export
from village_desk.queries import record_table
from village_desk.session import Session


def write(session: Session, kind: str, text: str, state: str, path: Path) -> int:
    """Write the records of a list, as it is filtered, to `path`, log it, and return how many there are.

    Raises:
        StoreTrouble: The disk is full or read-only.
    """
    table = record_table.sheet(
        session, kind, kind_text(kind), lambda spec: spec.paper or title_of(spec), (text, state)
    )
    exports.save(path, exports.workbook(table))
    log_export(session, kind, len(table.rows))
    return len(table.rows)
