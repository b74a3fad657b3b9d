"""The head of an XML return: its encoding, its header, and where its persons begin."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from lxml import etree

from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.notes import Notes, refusal, shown
from goldenthread.sen2.reading.xml_blocks import START
from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import TABLES
from goldenthread.sen2.years import every_tag

LONGEST = 4 << 20
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_SPACES = re.compile(rb"""\sxmlns:[\w.-]+\s*=\s*(?:"[^"<&]*"|'[^'<&]*')""")
_PERSONS = re.compile(rb"<(?:[\w.-]+:)?Persons(?:\s[^>]*)?/?>", re.IGNORECASE)
_ROOTS = {"message"}


@dataclass(frozen=True)
class Head:
    """What stands before the first person. `opening` begins a block so that its encoding and prefixes are known."""

    header: Record
    persons_at: int
    opening: bytes
    closing: bytes
    line: int
    encoding: str
    notes: Notes = field(default_factory=Notes)


def byte_order(start: bytes) -> str:
    """The encoding that the first bytes give away, if it is one that cannot be cut at `<`; nothing otherwise."""
    if start.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if start.startswith(b"<\x00"):
        return "utf-16-le"
    return "utf-16-be" if start.startswith(b"\x00<") else ""


def read_head(start: bytes) -> Head:
    """The head, from the first megabytes of the file. Raises `BadReturn` for what is no return, or declares entities."""
    found = START.search(start)
    empty = None if found else _PERSONS.search(start)
    end = found.start() if found else empty.end() if empty else len(start)
    before = start[:end]
    if re.search(
        rb"<!(?:DOCTYPE|ENTITY)", re.sub(rb"<!--.*?-->", b"", before, flags=re.DOTALL), re.IGNORECASE
    ):
        raise BadReturn(refusal("READ-DTD", "it is not read at all"))
    declared = _DECLARED.match(before.removeprefix(codecs.BOM_UTF8))
    encoding = _usable(declared.group(1).decode("ascii")) if declared else "utf-8"
    notes = Notes()
    header = _header(before, notes, told=encoding)
    spelled = start[found.start() + 1 :].split(b">", 1)[0].split()[0] if found else b"Person"
    opening = b"".join(_SPACES.findall(before))
    prolog = b"" if encoding == "utf-8" else b'<?xml version="1.0" encoding="%s"?>' % encoding.encode("ascii")
    return Head(
        header,
        end,
        prolog + b"<r%s>" % opening,
        b"</%s>" % spelled,
        before.count(b"\n") + 1,
        encoding,
        notes,
    )


def _usable(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        raise BadReturn(refusal("READ-ENCODING", f"{shown(encoding)} is not an encoding")) from None
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"  # declared so, but written in single bytes: the declaration is left over from a conversion
    if "<".encode(name) != b"<":
        raise BadReturn(
            refusal("READ-ENCODING", f"{shown(encoding)} cannot be read here; save the file as UTF-8")
        )
    return "utf-8" if name == "ascii" else name


def _header(before: bytes, notes: Notes, told: str) -> Record:
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    text = before.decode(told, "replace").removeprefix("\ufeff")
    text = re.sub(
        r"^\s*<\?xml.*?\?>", lambda declared: "\n" * declared.group().count("\n"), text, flags=re.DOTALL
    )
    try:
        root = etree.fromstring(text.encode(), parser) if text.strip() else None
    except etree.XMLSyntaxError:
        root = None
    if root is None or not isinstance(root.tag, str) or _local(root.tag) not in _ROOTS:
        began = f"it begins with {shown(text)}" if text.strip() else "it is empty"
        raise BadReturn(refusal("READ-NOT-SEN2", began, line=1))
    header = Record("Header", dict.fromkeys(every_tag()["Header"].values(), ""), line=1)
    for part in root:
        if _local(part.tag) == "header":
            header.line = _line(part) or 1
            _items(part, header, notes)
    if header["Collection"] and header["Collection"].upper() != "SEN2":
        raise BadReturn(
            refusal("READ-NOT-SEN2", f"its Collection is {shown(header['Collection'])}", header.line)
        )
    return header


_HOLDERS = {
    "header",
    "collectiondetails",
    "source",
    "content",
    "contentdescription",
    "cblevel",
    "sen2",
    "officers",
}


def _items(part: etree._Element, header: Record, notes: Notes) -> None:
    """The header’s items, at whatever depth: where DMO, DCO and DSCO stand is in no source that could be had."""
    known = every_tag()[TABLES["Header"].tag]
    for one in part:
        name = _local(one.tag)
        if name in known:
            if header[known[name]]:
                notes.add("READ-TWICE", str(known[name]), table="Header", item=known[name], line=_line(one))
            else:
                header[known[name]] = (one.text or "").strip()
        elif len(one) or name in _HOLDERS:
            _items(one, header, notes)
        else:
            words = f"{_local(one.tag)} in the header, with {shown(one.text or '')}"
            notes.add("READ-UNKNOWN", words, table="Header", line=_line(one))


def _local(tag: object) -> str:
    return str(tag).rpartition("}")[2].lower()


def _line(element: object) -> int:
    return getattr(element, "sourceline", None) or 0
