"""Official papers: templates as data, filled, paginated and written as PDF/A-2b."""

from forms.content import content_digest, content_json, read_content, without
from forms.mistakes import SENTENCES, sentence
from forms.model import Template
from forms.papers import catalogue, check_all, fields_shown, load, missing_characters, page_count, render
from forms.practice import preview
from forms.sheet import QrText, Sheet, qr_text, read_qr_text

__all__ = [
    "SENTENCES",
    "QrText",
    "Sheet",
    "Template",
    "catalogue",
    "check_all",
    "content_digest",
    "content_json",
    "fields_shown",
    "load",
    "missing_characters",
    "page_count",
    "preview",
    "qr_text",
    "read_content",
    "read_qr_text",
    "render",
    "sentence",
    "without",
]
