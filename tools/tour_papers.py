"""What a county, an archive and a reader would find in the papers the tour has left."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pypdfium2

import forms
from ui.printing import page_images

_DPI = 75
"""Of the pictures of papers: a page is read at a glance."""


def faults(folder: Path, labels: dict[str, tuple[str, ...]], typed: dict[str, list[str]]) -> Iterator[str]:
    """Check every paper, filled and blank, and say what is wrong with it."""
    for form in forms.catalogue():
        for name in (f"{form}.pdf", f"{form}.blank.pdf"):
            path = folder / name
            if not path.exists():
                yield f"{name} was not printed"
                continue
            yield from (f"{name}: {fault}" for fault in _file_faults(path))
            yield from (f"{name}: {fault}" for fault in _label_faults(path, labels[form]))
        yield from (f"{form}.pdf: {fault}" for fault in _value_faults(folder / f"{form}.pdf", typed[form]))


def pictures(folder: Path) -> int:
    """Put a picture of every page beside its paper; return how many."""
    made = 0
    for path in sorted(folder.glob("*.pdf")):
        for number, image in enumerate(page_images(path.read_bytes(), _DPI), start=1):
            image.save(str(path.with_suffix(f".{number}.png")))
            made += 1
    return made


def _file_faults(path: Path) -> Iterator[str]:
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False)
    if checked.returncode:
        yield "qpdf does not find it sound"
    report = pikepdf.pdfa.validate_written(path, "2b")
    if not report.passed:
        yield f"not PDF/A-2b: {report.findings}"
    with pikepdf.open(path) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        if not fonts or not all("/FontFile2" in font.FontDescriptor for font in fonts):
            yield "a font is not embedded"


def _label_faults(path: Path, labels: tuple[str, ...]) -> Iterator[str]:
    text, at = squeezed(_text(path, "-raw")), 0
    for label in labels:
        found = text.find(label, at)
        if found < 0:
            yield f"the label {label} is missing or out of order"
            return
        at = found + len(label)


def _value_faults(path: Path, typed: list[str]) -> Iterator[str]:
    text = squeezed(_text(path, "-raw"))
    for value in typed:
        if squeezed(value) not in text:
            yield f"what was typed cannot be read back: {value[:20]}"


def _text(path: Path, how: str) -> str:
    done = subprocess.run(["pdftotext", how, str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def dossier(path: Path) -> dict[str, object]:
    """Compare the contents of a bound dossier with the pages themselves, and say what does not agree."""
    faults = list(_file_faults(path))
    with pypdfium2.PdfDocument(path) as document:
        pages = [squeezed(page.get_textpage().get_text_range()) for page in document]
    with pikepdf.open(path) as pdf, pdf.open_outline() as outline:
        places: dict[object, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
        marks = [
            (item.title, places[item.destination[0].objgen])
            for item in outline.root
            if isinstance(item.destination, pikepdf.Array)
        ]
    front = 2
    for title, place in marks[front:-1]:
        number = place - front + 1
        if f"{title}{number}" not in pages[1]:
            faults.append(f"the contents do not name {title} on page {number}")
        if str(number) not in pages[place] and pages[place]:
            faults.append(f"page {number} does not carry its number")
    order = [title for title, _place in marks]
    if [place for _title, place in marks] != sorted(place for _title, place in marks):
        faults.append("the papers stand in another order than their bookmarks")
    return {"pages": len(pages), "order": order, "faults": faults}


def squeezed(text: str) -> str:
    """Return the text without any space or line end."""
    return "".join(text.split())
