"""The structure of a PDF as a reader’s software sees it: language, title, tags in their order, and the words of pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True)
class Structure:
    """What assistive technology is told of a paper."""

    language: str
    title: str
    shows_title: bool
    is_marked: bool
    ua_part: str
    tags: list[str]
    alternatives: list[str]
    untagged_fonts: int
    text: str


def structure_of(data: bytes) -> Structure:
    """The structure of a PDF."""
    reader = PdfReader(BytesIO(data))
    root: Any = reader.trailer["/Root"]
    elements = list(_elements(root["/StructTreeRoot"])) if "/StructTreeRoot" in root else []
    xmp = root["/Metadata"].get_object().get_data().decode() if "/Metadata" in root else ""
    return Structure(
        language=str(root.get("/Lang", "")), title=str(reader.metadata.title if reader.metadata else ""),
        shows_title=bool(root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)),
        is_marked=bool(root.get("/MarkInfo", {}).get("/Marked", False)),
        ua_part=xmp.split("<pdfuaid:part>")[1][0] if "<pdfuaid:part>" in xmp else "",
        tags=[str(one["/S"]).lstrip("/") for one in elements],
        alternatives=[str(one["/Alt"]) for one in elements if "/Alt" in one],
        untagged_fonts=sum(_without_words(page) for page in reader.pages),
        text="\n".join(page.extract_text() for page in reader.pages),
    )  # fmt: skip


def _elements(node: Any) -> Iterator[Any]:
    """The structure elements in the order in which they are read."""
    node = node.get_object()
    if hasattr(node, "get") and "/S" in node:
        yield node
    kids = node.get("/K", []) if hasattr(node, "get") else []
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if hasattr(kid, "get") and ("/S" in kid or "/K" in kid):
            yield from _elements(kid)


def _without_words(page: Any) -> int:
    """Fonts of a page that cannot be read back as text."""
    fonts = page["/Resources"].get("/Font", {})
    return sum("/ToUnicode" not in fonts[name].get_object() for name in fonts)
