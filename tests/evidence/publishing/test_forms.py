"""All forms of a document carry the same figures: each is read back and compared."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO

import docx
import pytest
from pypdf import PdfReader

from goldenthread.evidence.publishing import forms, parts
from tests.evidence.publishing.documents import DOCUMENT, FIGURE

SHA = parts.fingerprint(DOCUMENT.as_data())
FIGURES = {("Plans in 20 weeks", "68.4%", "842 of 1,231"), ("Appeals", "113", "A plain count")}
DUES = {("2.3", "May 2025"), ("2.4", "Not given")}


def test_json_gives_the_document_back_with_its_fingerprint():
    data = json.loads(forms.as_json(DOCUMENT))
    again = parts.from_data(data)
    assert again.as_data() == DOCUMENT.as_data()
    assert parts.fingerprint(again.as_data()) == SHA
    assert parts.fingerprint(replace(DOCUMENT, as_at="2025-05-01").as_data()) != SHA


def test_json_of_another_kind_is_refused_by_name():
    with pytest.raises(ValueError, match="'other/1', not 'goldenthread-document/1'"):
        parts.from_data({"format": "other/1"})


def test_word_carries_the_same_figures_and_dates():
    document = docx.Document(BytesIO(forms.as_docx(DOCUMENT, version="Version 1", sha256=SHA)))
    figures, lines, quarters = (
        [[cell.text for cell in row.cells] for row in table.rows] for table in document.tables
    )
    assert {tuple(row[:3]) for row in figures[1:]} == FIGURES
    assert {(row[0], row[3]) for row in lines[1:]} == DUES
    assert quarters[1:] == [["Spring 2025", "1,112"], ["Summer 2025", "97"]]


def test_pdf_carries_the_same_figures_and_is_tagged():
    reader = PdfReader(BytesIO(forms.as_pdf(DOCUMENT, version="Version 1", sha256=SHA)))
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    for name, value, base in FIGURES:
        assert f"{name} {value} {base}" in words
    assert "1,112" in words
    assert "May 2025" in words
    assert f"SHA-256 {SHA[:16]}" in words


def test_csv_carries_the_same_figures_and_runs_nothing():
    rows = list(csv.DictReader(StringIO(forms.as_csv(DOCUMENT))))
    figures = [row for row in rows if row["part"] == "figure"]
    numbers = [(row["value"], row["numerator"], row["denominator"]) for row in figures]
    assert numbers == [("68.4%", "842", "1231"), ("113", "", "")]
    assert {
        (row["number"] or row["key"], forms.in_date_words(row["due"]))
        for row in rows
        if row["part"] == "action"
    } == DUES
    assert [row["text"] for row in rows if row["key"] == "2.4"] == ["'=Train 40 SENCOs"]
    assert [row["value"] for row in rows if row["part"] == "cell"] == [
        "Spring 2025",
        "1,112",
        "Summer 2025",
        "97",
    ]


def test_a_moved_due_date_says_what_it_was_at_first():
    line = replace(DOCUMENT.parts[4], due="2025-07")
    assert "July 2025 (first May 2025)" in str(forms.blocks(replace(DOCUMENT, parts=[line])))


def test_invented_cases_are_said_to_be_invented_in_every_form():
    invented = replace(DOCUMENT, parts=[FIGURE], is_synthetic=True)
    assert forms.blocks(invented)[0].text == forms.SYNTHETIC
