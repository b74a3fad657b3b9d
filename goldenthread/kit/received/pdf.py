"""PDFs: whether one is safe to keep, and its words. A page that is only a picture has none, and that is said."""

from __future__ import annotations

import logging
import re
import time
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of each oddity; the words may be a child’s
MOST_PAGES = 300
MOST_OBJECTS = 60_000
SECONDS = 20
"""For all pages together: a file that takes longer is made to."""
_DOES = {"/JavaScript": "holds a program (JavaScript)", "/Launch": "starts other programs",
         "/EmbeddedFile": "has other files inside it",
         "/EmbeddedFiles": "has other files inside it", "/XFA": "is a form that runs by itself"}  # fmt: skip
_BROKEN = (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError,
           AssertionError, NotImplementedError, OSError, MemoryError)  # fmt: skip
MEND = "Print it to a new PDF and send that"


def pdf_trouble(content: bytes) -> str:
    """Why a PDF is not taken, as the end of a sentence; nothing when it can be."""
    try:
        reader = PdfReader(BytesIO(content), strict=False)
        if reader.is_encrypted:
            return "is locked with a password or against copying. Save it without one"
        if len(reader.pages) > MOST_PAGES:
            return f"has {len(reader.pages)} pages. Send at most {MOST_PAGES} at a time"
        return next((f"{what}. {MEND}" for what in _what_it_does(reader)), "")
    except _BROKEN:
        return f"is damaged. {MEND}"


def _what_it_does(reader: PdfReader) -> Iterator[str]:
    """What in a PDF does more than show: every object is looked at, however it is packed."""
    began = time.monotonic()
    numbers = {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)
    if len(numbers) > MOST_OBJECTS:
        yield "holds far more parts than a document needs"
    for number in sorted(numbers):
        if time.monotonic() - began > SECONDS:
            yield "takes too long to look through"
        try:
            yield from _done_by(reader.get_object(number))
        except _BROKEN:
            continue
    yield from _done_by(reader.trailer)


def _done_by(value: Any, depth: int = 0) -> Iterator[str]:
    if depth > 12:
        return
    if isinstance(value, DictionaryObject):
        names = {str(one) for one in value} | {
            str(value.raw_get(one)) for one in ("/S", "/Type", "/Subtype") if one in value
        }
        if "/JS" in value:
            yield _DOES["/JavaScript"]
        yield from (what for name, what in _DOES.items() if name in names)
        for name in value:
            yield from _done_by(value.raw_get(name), depth + 1)
    elif isinstance(value, ArrayObject):
        for place in range(len(value)):
            yield from _done_by(list.__getitem__(value, place), depth + 1)


def pdf_pages(content: bytes) -> list[list[str]]:
    """The paragraphs of each page; an empty list for a page that is only a picture.

    Raises ValueError where it cannot be read, or not in good time.
    """
    began, found = time.monotonic(), []
    try:
        for page in PdfReader(BytesIO(content), strict=False).pages:
            if time.monotonic() - began > SECONDS:
                raise ValueError("this PDF takes too long to read")
            found.append(list(joined(page.extract_text().splitlines())))
    except _BROKEN as trouble:
        raise ValueError("this PDF cannot be read") from trouble
    return without_edges(found)


def pdf_hidden(content: bytes) -> str:
    """Its properties: title, author, subject, keywords."""
    try:
        held: Any = PdfReader(BytesIO(content), strict=False).metadata or {}
        return " ".join(str(value) for value in held.values())
    except _BROKEN:
        return ""


_STARTS = re.compile(r"^\s*(?:[•●○▪■➢►✓]|[-–—]\s|\(?\d{1,2}(?:\.\d{1,2}){0,2}[.)]?\s+\S|\(?[a-z][.)]\s)")
_ENDS = re.compile(r"[.!?:;][”’\"')]?$")


def joined(lines: Iterable[str]) -> Iterator[str]:
    """Lines put together into paragraphs: a new one after an empty line, at a mark or number, or after a short last line."""
    lines = [" ".join(one.split()) for one in lines]
    width = max(map(len, lines), default=0)
    held: list[str] = []
    for line in lines:
        ends = bool(held) and len(held[-1]) < width * 0.75 and bool(_ENDS.search(held[-1]))
        alone = (
            bool(held)
            and len(held) == 1
            and len(held[0]) < width * 0.5
            and line[:1].isupper()
            and not _ENDS.search(held[0])
        )
        if held and (not line or ends or alone or _STARTS.match(line)):
            yield " ".join(held)
            held = []
        if line:
            held.append(line)
    if held:
        yield " ".join(held)


def without_edges(pages: list[list[str]]) -> list[list[str]]:
    """Pages without the line that stands first or last on most of them: running heads and page numbers."""

    def plain(text: str) -> str:
        return re.sub(r"\d+", "#", text)

    edges = [plain(one) for page in pages for one in {*page[:1], *page[-1:]}]
    running = {one for one in edges if len(pages) > 2 and len(one) < 90 and edges.count(one) > len(pages) / 2}
    numbers = re.compile(r"^(?:page )?#(?: of #)?$", re.IGNORECASE)
    return [
        [one for place, one in enumerate(page)
         if not (place in (0, len(page) - 1) and (plain(one) in running or numbers.match(plain(one))))]
        for page in pages
    ]  # fmt: skip
