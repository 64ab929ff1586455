"""The signed papers of the tour come back: a scanner's PDF of several sheets, and a photo from a phone."""

from __future__ import annotations

from pathlib import Path

from tour_cadre import Made
from tour_hand import Hand, TourFailed

from tests.forms.scans import Way, drawn, pdf_of, photographed, signed
from ui.filing_lines import Source
from ui.pages.filing import FilingPage
from village_desk.queries import records
from village_desk.session import Session

SCANNED = ("mediation_intake", "mediation_record", "mediation_agreement")
TAKEN = "mediation_rights_notice"
LEANT = Way(turn=91.6, slant=0.02, light=0.7, blur=0.6, noise=0.05, quality=60, seed=7)


def signed_papers(hand: Hand, made: Made, folder: Path) -> dict[str, int]:
    """File what was printed and signed; return how many pages were filed, by the kind of their record."""
    papers = folder / "forms"
    sheets = [signed(drawn((papers / f"{form}.pdf").read_bytes())) for form in SCANNED]
    photo = photographed(signed(drawn((papers / f"{TAKEN}.pdf").read_bytes())), LEANT)
    hand.go("filing")
    page = hand.page()
    if not isinstance(page, FilingPage):
        raise TourFailed("The page for papers that come back is not shown.")
    filing = hand.working.desk.filing()
    filing.take(
        [Source("扫描.pdf", pdf_of([sheet.rotate(2) for sheet in sheets])), Source("照片.jpg", photo)]
    )
    hand.until(lambda: not filing.busy and len(filing.lines) == len(SCANNED) + 1, "the signed papers")
    hand.settle()
    lost = [
        f"{line.source.name} {line.number}: {line.state}" for line in filing.lines if line.state != "filed"
    ]
    if lost:
        raise TourFailed(f"Signed papers were not filed: {lost}")
    page.table.setCurrentCell(len(SCANNED), 0)
    hand.settle()
    counted: dict[str, int] = {}
    for line in filing.lines:
        if line.filed is not None:
            kind, record_id = line.filed.record
            _stands_there(hand, (kind, record_id), line.filed.attachment, made)
            counted[kind] = counted.get(kind, 0) + 1
    return counted


def _stands_there(hand: Hand, record: tuple[str, bytes], picture: bytes, made: Made) -> None:
    kind, record_id = record
    if made.ids.get(kind) != record_id:
        raise TourFailed(f"A signed paper went to another {kind} than the one it was printed of.")

    def held(session: Session) -> bool:
        return any(one.id == picture for one in records.about(session, "attachment", kind, record_id))

    answers: list[bool] = []
    hand.working.desk.ask(held, answers.append)
    hand.until(lambda: bool(answers), "the attachments of the record")
    if not answers[0]:
        raise TourFailed("The signed paper does not stand beside its record.")
