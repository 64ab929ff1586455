"""Tools that make papers and read them back."""

import subprocess
from pathlib import Path

import pytest

import forms


@pytest.fixture(scope="session")
def catalogue():
    return forms.catalogue()


@pytest.fixture(scope="session")
def pdf_text(tmp_path_factory):
    """Return a function giving the text of a PDF as a reader program finds it."""
    file = tmp_path_factory.mktemp("papers") / "paper.pdf"

    def read(pdf: bytes, *options: str) -> str:
        file.write_bytes(pdf)
        command = ["pdftotext", *options, str(file), "-"]
        return subprocess.run(command, check=True, capture_output=True).stdout.decode()

    return read


@pytest.fixture
def write_template(tmp_path):
    """Return a function that writes the template `trial` into a folder of its own, and names the folder."""

    def write(body: str, **heading: str) -> Path:
        lines = {
            "form": "trial",
            "number": "900",
            "title": "试验表",
            "version": "1",
            "kind": "consultation",
            "day": "met_on",
            "margins": "25 20 20 25",
            "text": "12 7",
        } | heading
        text = "".join(f"{name}: {value}\n" for name, value in lines.items() if value != "-")
        (tmp_path / "trial.form").write_text(f"{text}{body}\n", encoding="utf-8")
        return tmp_path

    return write
