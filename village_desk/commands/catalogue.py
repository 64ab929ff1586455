"""The catalogue of services begins with those of the profile's list: the core five and what is added (“5+X”).

The items of 公共法律服务事项清单 (司发通〔2019〕97号) go in as data, by the county's own list.
"""

from village_desk.commands import records
from village_desk.ids import new_id
from village_desk.queries.visible import readable
from village_desk.session import Changes, Session

ENTRY = "service_entry"
_OTHER = "other"


def begin(session: Session) -> Changes:
    """Make an entry for every service of the list that has none yet; the office fills in the rest.

    Raises:
        NotAllowed: The catalogue is the county's, not the actor's.
    """
    here, parameters = readable(session, ENTRY)
    rows = session.store.rows(ENTRY, f'"archived" = 0 AND {here}', tuple(parameters))
    held = {row["service"] for row in rows}
    missing = [one for one in session.profile.lists["service_item"] if one.code not in {*held, _OTHER}]
    return records.save_all(
        session, [(ENTRY, new_id(), {"service": one.code, "name": one.label}) for one in missing]
    )
