"""What stands on the paper of a receipt and of the ledger; made on a worker, drawn by `ui.desk_paper`."""

from ui.desk_paper import DeskPaper, about_lines, foot_of
from ui.texts import kind_text
from village_desk.i18n import N_, translated
from village_desk.queries import receipts
from village_desk.queries.receipts import Covered, Fault, Receipt, Wanted
from village_desk.session import Session
from village_desk.times import local_text

MOST_LINES = 500
"""Receipts on one list, some thirty pages; what is older is named and printed by narrowing the days."""
_PROOF: dict[Fault, str] = {
    "": N_("receipts", "Checked just now: signed by the county, and nothing under it was altered since."),
    "signature": N_(
        "receipts", "This is not the county's signature. Do not rely on this receipt; call the county."
    ),
    "log": N_(
        "receipts",
        "What stands under this receipt is not what the county signed. Call the county; make a backup first.",
    ),
}
_CLOSED = N_("receipts", "a record that is not open to you")
_COVERED = N_("receipts", "{kind}  {name}  {count} changes")
_ASIDE = N_("receipts", "{count} set aside")
_MORE = N_("receipts", "and {count} records more")
_LEDGER = N_("receipts", "Receipts of the county")
_SINGLE = N_("receipts", "Receipt of the county no. {number}")
_HEAD = (
    N_("receipts", "Receipt no."),
    N_("receipts", "Received by the county"),
    N_("receipts", "Changes"),
    N_("receipts", "Records"),
    N_("receipts", "Checked"),
)
_ONE_HEAD = (
    N_("receipts", "Kind"),
    N_("receipts", "Record"),
    N_("receipts", "Changes"),
    N_("receipts", "Saved"),
)
_GOOD, _BAD = N_("receipts", "sound"), N_("receipts", "not sound")
_SPAN = N_("receipts", "no. {first} to {last}, {count} in all")
_ABOUT = N_("receipts", "Only about: {record}")
_TOTAL = N_("receipts", "{count} receipts, {changes} changes")
_OLDER = N_(
    "receipts", "{count} earlier receipts do not stand on this list; narrow the days to print them too."
)


def proof_text(fault: Fault) -> str:
    """Return in words what verifying a receipt has shown."""
    return translated("receipts", _PROOF[fault])


def covered_text(one: Covered) -> str:
    """Return one line for a record under a receipt."""
    if not one.name and not one.open:
        return _filled(_CLOSED)
    text = _filled(_COVERED, kind=kind_text(one.kind), name=one.name, count=one.changes)
    return f"{text}  {_filled(_ASIDE, count=one.aside)}" if one.aside else text


def more_text(count: int) -> str:
    """Return that so many records more stand under the receipt."""
    return _filled(_MORE, count=count)


def ledger(session: Session, wanted: Wanted, record: str) -> DeskPaper:
    """Return the list of receipts that are shown, each verified; `record` names the one it is narrowed to."""
    found = receipts.page(session, wanted, limit=MOST_LINES)
    about = (_filled(_ABOUT, record=record),) if record else ()
    changes, older = sum(one.changes for one in found), receipts.count(session, wanted) - len(found)
    return DeskPaper(
        title=_filled(_LEDGER),
        about=(*about_lines(session), *about, _filled(_TOTAL, count=len(found), changes=changes)),
        head=tuple(map(_filled, _HEAD)),
        widths=(16, 24, 28, 14, 18),
        rows=tuple(_line(one, receipts.fault(session, one)) for one in found),
        closing=(_filled(_OLDER, count=older),) if older > 0 else (),
        foot=foot_of(session),
    )


def single(session: Session, number: str) -> DeskPaper:
    """Return one receipt with the records it covers."""
    opened = receipts.opened(session, number)
    if opened is None:
        return DeskPaper(_filled(_SINGLE, number=number), about_lines(session))
    receipt = opened.receipt
    lines = [
        (
            kind_text(one.kind) if one.open or one.name else "",
            one.name if one.open or one.name else _filled(_CLOSED),
            _counted(one),
            local_text(one.at),
        )
        for one in opened.covered
    ]
    more = receipt.records - len(lines)
    received = f"{_filled(_HEAD[1])}：{local_text(receipt.received_at)}"
    return DeskPaper(
        title=_filled(_SINGLE, number=number),
        about=(*about_lines(session), received, _span(receipt)),
        head=tuple(map(_filled, _ONE_HEAD)),
        widths=(18, 38, 20, 24),
        rows=tuple(lines),
        closing=(*([more_text(more)] if more > 0 else []), proof_text(opened.fault)),
        foot=foot_of(session),
    )


def _counted(one: Covered) -> str:
    """Return how many changes, and that some of them were not taken: a receipt is no acceptance."""
    return f"{one.changes}（{_filled(_ASIDE, count=one.aside)}）" if one.aside else str(one.changes)


def _line(receipt: Receipt, fault: Fault) -> tuple[str, ...]:
    return (
        receipt.id,
        local_text(receipt.received_at),
        _span(receipt),
        str(receipt.records),
        _filled(_BAD if fault else _GOOD),
    )


def _span(receipt: Receipt) -> str:
    return _filled(_SPAN, first=receipt.first_n, last=receipt.last_n, count=receipt.changes)


def _filled(text: str, **blanks: object) -> str:
    return translated("receipts", text).format(**blanks)
