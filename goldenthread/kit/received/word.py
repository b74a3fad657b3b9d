"""Word documents: whether one is safe to open, and its words.

A .docx is an archive of XML. It is looked through before any of it is read: how much it unpacks to, macros, documents inside
it, entities, and what it would fetch from elsewhere.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from goldenthread.kit.received.signatures import has_virus_signature, is_program
from goldenthread.kit.received.zips import BROKEN, is_climbing, is_locked, is_swollen

MOST_PARTS = 3_000
MOST_UNPACKED = 80 * 1024 * 1024
_ENTITIES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_WIDE_ENTITIES = re.compile("<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_MACROS = re.compile(r"vbaproject|vbadata|macrosheets|activex", re.IGNORECASE)
_FETCHED = re.compile(
    rb'Type="[^"]*/(?:attachedTemplate|oleObject|frame|subDocument|externalLink)"', re.IGNORECASE
)
_HIDDEN_PARTS = re.compile(
    r"^(?:docProps/(?:core|app|custom)|word/comments\w*|word/footnotes|word/(?:header|footer)\d*)\.xml$"
)


def word_trouble(content: bytes) -> str:
    """Why a Word document is not taken, as the end of a sentence; nothing when it can be."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _parts_trouble(archive) or _content_trouble(archive)
    except BROKEN:
        return "is damaged or locked with a password. Save it again without one"


def _parts_trouble(archive: zipfile.ZipFile) -> str:
    """What can be told from the list of its parts, before any is unpacked."""
    parts = archive.infolist()
    if is_swollen(parts, most_parts=MOST_PARTS, most_unpacked=MOST_UNPACKED):
        return "unpacks to far more than a document holds, so we have not opened it"
    if is_locked(parts):
        return "is locked with a password. Save it without one"
    if is_climbing(parts):
        return "would write outside of its own folder when it is unpacked, so we have not opened it. Save it again with Word"
    if any(_MACROS.search(one.filename) for one in parts):
        return "holds macros, which are small programs. Save it as a plain Word document (.docx) or as a PDF"
    return ""


def _content_trouble(archive: zipfile.ZipFile) -> str:
    for one in archive.infolist():
        words = archive.read(one)
        name = one.filename.lower()
        if has_virus_signature(words):
            return "holds a virus, so we have not kept it. Have the computer that it comes from checked"
        if name.endswith((".xml", ".rels")):
            if _has_entities(words):
                return "holds instructions to read other files, so we have not opened it. Save it again with Word or LibreOffice"
            if name.endswith(".rels") and _FETCHED.search(words) and b'TargetMode="External"' in words:
                return "fetches parts of itself from elsewhere. Save it as a PDF and send that"
            if name == "[content_types].xml" and b"macroEnabled" in words:
                return "holds macros, which are small programs. Save it as a plain Word document (.docx) or as a PDF"
        elif "embeddings/" in name and (
            is_program(words) or name.endswith((".bin", ".docm", ".xlsm", ".exe"))
        ):
            return "has another file inside it. Take that out and send the two apart"
    return ""


def _has_entities(words: bytes) -> bool:
    """In any of the encodings that an XML part may have."""
    if _ENTITIES.search(words):
        return True
    return words[:2] in (b"\xff\xfe", b"\xfe\xff") and bool(
        _WIDE_ENTITIES.search(words.decode("utf-16", "replace"))
    )


def word_paragraphs(content: bytes) -> list[tuple[str, bool]]:
    """The paragraphs of a Word document in order, those of tables too, each with whether it is a heading.

    Raises ValueError where it is no document that can be read.
    """
    try:
        document = Document(BytesIO(content))
        return [one for one in _paragraphs(document.element.body) if one[0]]
    except (KeyError, AttributeError, *BROKEN, etree.XMLSyntaxError) as trouble:
        raise ValueError("this is no Word document that can be read") from trouble


def _paragraphs(body: etree._Element) -> Iterator[tuple[str, bool]]:
    for block in body.iterchildren():
        if block.tag == qn("w:tbl"):
            for row in block.iter(qn("w:tr")):
                cells = (
                    " ".join(_text(one) for one in cell.iter(qn("w:p")))
                    for cell in row.iterchildren(qn("w:tc"))
                )
                yield ": ".join(one.strip() for one in cells if one.strip()), False
        else:
            for paragraph in block.iter(qn("w:p")):
                yield _text(paragraph).strip(), _is_heading(paragraph)


def _text(paragraph: etree._Element) -> str:
    """The words as they read with all changes accepted: what was struck out is left out."""
    found = []
    for one in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")):
        if not any(above.tag in (qn("w:del"), qn("w:moveFrom")) for above in one.iterancestors()):
            found.append((one.text or "") if one.tag == qn("w:t") else " ")
    return "".join(found)


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return style is not None and style.get(qn("w:val"), "").lower().startswith(("heading", "title"))


def word_hidden(content: bytes) -> str:
    """What a reader does not see at once: properties, comments, headers, notes, and words that were struck out."""
    found: list[str] = []
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if _HIDDEN_PARTS.match(name):
                found.append(" ".join(str(one) for one in _xml(archive.read(name)).itertext()))
            elif name == "word/document.xml":
                found += [one.text or "" for one in _xml(archive.read(name)).iter(qn("w:delText"))]
    return " ".join(" ".join(found).split())


def _xml(words: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(words, parser)
