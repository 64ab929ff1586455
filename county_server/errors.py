"""What can go wrong at the county, and the sentence each of it becomes on the command line.

Over the wire only the code travels; the desk has its own sentences for it.
"""

from village_desk.errors import Trouble


class CountyTrouble(Trouble):
    """The county server cannot do what it was asked; `code` begins with "county."."""


class Refused(Trouble):
    """A request is turned away.

    Attributes:
        status: The HTTP status it becomes, 400 to 503.
    """

    def __init__(self, code: str, status: int = 400, **details: object) -> None:
        super().__init__(code, **details)
        self.status = status
