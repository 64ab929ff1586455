"""Every exception this program raises on purpose.

* VillageDeskError
  x UserError        the user can act on it; shown as it stands, not logged as a crash
    - Invalid        a draft breaks the rules of its kind; carries Problems
    - Conflict       another version of the record stands in the way
    - NotAllowed     rights or the workflow give this to someone else
  x Trouble          the world failed; shown with advice
    - StoreTrouble   disk full, file locked, damaged, of a newer program
    - SyncTrouble    no network, county busy, nonsense from the server
    - PrintTrouble   a template is wrong, a character has no glyph

Anything else that escapes is a bug and goes to the crash dialog.

An error carries a stable `code` ("store.full") and typed `details`; the sentence is made from the code
in the user's language (`village_desk.sentences`), so neither the exception text nor a log line can hold
personal data.
"""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass


class VillageDeskError(Exception):
    """Base of all of them; `code` is stable, `details` fill the blanks of its sentence."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class UserError(VillageDeskError):
    """The user can act on it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with one field: its name, a stable code, and what fills the sentence's blanks."""

    field: str
    code: str
    details: dict[str, object] = dataclasses.field(default_factory=dict, repr=False, compare=False)


class Invalid(UserError):
    """A draft breaks the rules of its kind; all `problems` at once, so that all fields can be marked."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("invalid", count=len(problems))
        self.problems = tuple(problems)


class Conflict(UserError):
    """Another version of the record stands in the way."""


class NotAllowed(UserError):
    """Rights or the workflow give this to someone else; `code` says which rule."""


class Trouble(VillageDeskError):
    """The world failed; nothing typed is lost."""


class StoreTrouble(Trouble):
    """The desk file cannot be read or written as it should."""


class SyncTrouble(Trouble):
    """The county cannot be reached or does not make sense."""


class PrintTrouble(Trouble):
    """A paper cannot be made."""
