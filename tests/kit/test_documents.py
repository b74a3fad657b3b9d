"""Papers are made whatever people wrote in them."""

from __future__ import annotations

import io
import json
import logging

import pytest
import typst
from docx import Document
from pypdf import PdfReader

from goldenthread.kit import documents
from goldenthread.kit.documents import Heading, Paper, Points, Text, as_docx, as_pdf


def paper(words: str) -> Paper:
    return Paper(
        "A letter", "For a family", "The foot", [Text(words), Heading("What we said"), Points([words])]
    )


def is_ua(data: bytes) -> bool:
    return b"pdfuaid" in data


@pytest.mark.parametrize("words", ["Plain words", "ਪੰਜਾਬੀ", "اردو", "Język polski", "Smile 😀"])
def test_words_in_the_scripts_that_we_print_are_pdf_ua(words):
    if not documents.fonts_folder().exists():
        pytest.skip("the typefaces of print are made by the set-up")
    assert is_ua(as_pdf(paper(words)))


def test_a_letter_that_no_typeface_has_does_not_keep_anybody_from_their_paper(caplog):
    with caplog.at_level(logging.WARNING):
        data = as_pdf(paper("Before \u4e2d\u6587 after"))
    assert not is_ua(data)
    assert "after" in PdfReader(io.BytesIO(data)).pages[0].extract_text()
    assert "no typeface" in caplog.text
    assert "\u4e2d" not in caplog.text


@pytest.mark.parametrize("character", ["\0", "\a", "\x1b", "\x7f", "\ufeff", "\ufffe"])
def test_characters_that_nobody_sees_are_left_out(character):
    data = as_pdf(paper(f"Before{character} after"))
    assert is_ua(data)
    assert "Before after" in PdfReader(io.BytesIO(data)).pages[0].extract_text()
    written = Document(io.BytesIO(as_docx(paper(f"Before{character} after"))))
    assert "Before after" in [one.text for one in written.paragraphs]


def test_a_heading_without_words_is_no_heading():
    assert is_ua(as_pdf(Paper("A letter", "", "", [Heading(" "), Text("Words")])))


def test_what_may_have_no_boxes_is_not_made_with_them():
    files = {
        "main.typ": b'#set document(title: "A")\n#json("a.json")',
        "a.json": json.dumps("\u4e2d").encode(),
    }
    with pytest.raises(typst.TypstError):
        documents.compiled(files, may_have_boxes=False)
