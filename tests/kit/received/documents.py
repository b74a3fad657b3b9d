"""Documents made for tests: sound ones, and ones that nobody should open."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from goldenthread.kit.documents import Paper, Text, as_pdf


def word(*paragraphs: str, headings: tuple[str, ...] = (), table: tuple[str, ...] = ()) -> bytes:
    document = Document()
    for words in paragraphs:
        document.add_heading(words, 1) if words in headings else document.add_paragraph(words)
    if table:
        held = document.add_table(1, len(table))
        for place, words in enumerate(table):
            held.rows[0].cells[place].text = words
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def with_part(content: bytes, name: str, words: bytes, *, compress: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document with one part more, or another in place of one."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w", compress) as new:
        for one in old.infolist():
            if one.filename != name:
                new.writestr(one, old.read(one))
        new.writestr(name, words)
    return kept.getvalue()


def pdf(*paragraphs: str) -> bytes:
    """A PDF with real text, as the product itself writes papers."""
    return as_pdf(
        Paper(title="Report", subtitle="", footer="Report", blocks=[Text(words) for words in paragraphs])
    )


def pdf_that(does: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(blank()))
    if does == "runs":
        action = {
            NameObject("/S"): NameObject("/JavaScript"),
            NameObject("/JS"): TextStringObject("app.alert('hello')"),
        }
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(action)
    if does == "carries":
        writer.add_attachment("a.exe", b"MZ...")
    if does == "is locked":
        writer.encrypt("secret")
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()


def blank(pages: int = 1) -> bytes:
    """Pages without any words, as a scanner makes them."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    kept = io.BytesIO()
    writer.write(kept)
    return kept.getvalue()
