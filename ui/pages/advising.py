"""What the pages of the village legal adviser have in common: what a new record begins with."""

from ui.pages.records import RecordsPage
from village_desk.kinds import KINDS, Values
from village_desk.queries import standards


class AdvisingPage(RecordsPage):
    """A page of records for one village: they begin with its name, its adviser and the firm."""

    def begin(self, kind: str, values: Values) -> None:
        """Begin a record; one that hangs on no other begins with what the contract says."""
        if KINDS[kind].parent:
            super().begin(kind, values)
            return
        self._desk.ask(
            lambda session: standards.first_values(session, kind),
            lambda known: super(AdvisingPage, self).begin(kind, {**known, **values}),
        )
