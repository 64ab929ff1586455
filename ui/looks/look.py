"""What a kind of record looks like: the cards of its form, the columns of its list, its line, its papers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from ui.widgets.record_form import Layout
from village_desk.kinds import Values

COPIED = (
    "name",
    "sex",
    "nation",
    "id_number",
    "phone",
    "address",
    "born_on",
    "groups",
    "workplace",
    "occupation",
)
"""What a copy of a person takes over, where the kind has such a field."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a kind is shown.

    Attributes:
        form: The cards of its form, in the order of the paper.
        columns: Fields of its list, from left to right.
        papers: Forms that print it; the one beside the form is the first, or the second once it is accepted.
        main: Moves that may be the main action, first possible one wins.
        parts: Kinds whose records hang on it and are shown as cards of lines.
        line: Fields of its line on the page of the record it hangs on.
        adds: Buttons that begin one there: English source text (context "parts") and first values.
        single: There is one of it at most.
        before: Its card stands before the form, as on the papers.
        rare: Its card is shown only when there is one; the buttons stand with those of other rare kinds.
        sums: Amounts its lines are added up by.
        carries: Fields a new record takes from the person's record.
        begins: Values a new record begins with.
        days: Fields that begin with today.
        writer: Fields that begin with the name of who is signed in.
        same: Fields that begin as a field of the record it hangs on.
        names: Field that begins with the names of the parties of its case, or "".
    """

    form: Layout
    columns: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    line: tuple[str, ...] = ()
    adds: tuple[tuple[str, Values], ...] = ()
    single: bool = False
    before: bool = False
    rare: bool = False
    sums: tuple[str, ...] = ()
    carries: tuple[str, ...] = ()
    begins: Values = field(default_factory=dict)
    days: tuple[str, ...] = ()
    writer: tuple[str, ...] = ()
    same: Mapping[str, str] = field(default_factory=dict)
    names: str = ""
