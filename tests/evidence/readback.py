"""What each form of a document says, read back from its bytes as plain words."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

import docx
from pypdf import PdfReader

from goldenthread.evidence.publishing import forms
from goldenthread.evidence.publishing.parts import Document, as_bytes, fingerprint


def words_of(document: Document) -> dict[str, str]:
    """By form, everything that it says, one space between any two words."""
    sha256 = fingerprint(document.as_data())
    pages = PdfReader(BytesIO(forms.as_pdf(document, version="1", sha256=sha256))).pages
    word = docx.Document(BytesIO(forms.as_docx(document, version="1", sha256=sha256)))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    rows = csv.reader(StringIO(forms.as_csv(document)))
    said = {
        "pdf": " ".join(page.extract_text() for page in pages),
        "docx": " ".join([*(one.text for one in word.paragraphs), *cells]),
        "csv": " ".join(cell for row in rows for cell in row),
        "json": as_bytes(document.as_data()).decode(),
        "web": " ".join(str(block) for block in forms.blocks(document)),
    }
    return {form: " ".join(words.split()) for form, words in said.items()}
