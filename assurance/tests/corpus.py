"""Files that nobody should take, made one by one so that the large ones never stand in memory together; and good ones."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from tests.clamd import EICAR
from tests.kit.received import documents

BOMB = 200 * 1024 * 1024
"""Bytes that a packed part holds."""
SELDOM = 4
"""Rounds after which those come again that take seconds and are the same each time."""
ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><a>&x;</a>'
LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">%s]><l>&i;</l>' % b"".join(
    b'<!ENTITY %c "%s">' % (name + 1, b"&%c;" % name * 10) for name in range(ord("a"), ord("i"))
)
SCRIPT = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'><script>alert(1)</script></svg>"


@dataclass(frozen=True)
class Hostile:
    """One file. `is_text`: plain words all the same, which a field for letters may keep and a list may read."""

    kind: str
    name: str
    content: bytes
    is_text: bool = False


@cache
def _word() -> bytes:
    return documents.word("Ash needs help with reading.")


@cache
def _book() -> bytes:
    from openpyxl import Workbook

    book, kept = Workbook(), io.BytesIO()
    book.active.append(["Action", "Lead", "Due"])
    book.active.append(["Do it", "Ann", "May 2025"])
    book.save(kept)
    return kept.getvalue()


def packed(parts: dict[str, bytes]) -> bytes:
    """A ZIP of these."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return kept.getvalue()


def _deep(content: bytes, levels: int) -> bytes:
    for _ in range(levels):
        content = packed({"inside.zip": content})
    return content


def _bomb(name: str, size: int, inside: bytes = b"") -> bytes:
    """An archive of which one part unpacks to `size` zeros."""
    kept = io.BytesIO(inside)
    how = "a" if inside else "w"
    with (
        zipfile.ZipFile(kept, how, zipfile.ZIP_DEFLATED) as archive,
        archive.open(name, "w", force_zip64=True) as part,
    ):
        for _ in range(size // (1 << 20)):
            part.write(bytes(1 << 20))
    return kept.getvalue()


@cache
def _bombs(place: int) -> bytes:
    made: tuple[Callable[[], bytes], ...] = (
        lambda: _bomb("word/zeros.xml", BOMB, _word()),
        lambda: _bomb("xl/zeros.xml", BOMB, _book()),
        lambda: _bomb("case.json", BOMB),
        lambda: _bomb("data.csv", BOMB),
    )
    return made[place % len(made)]()


@cache
def _many(place: int) -> bytes:
    """A hundred thousand entries."""
    kept = io.BytesIO((b"", _word(), _book())[place % 3])
    with zipfile.ZipFile(kept, "a" if place % 3 else "w") as archive:
        for number in range(100_000):
            archive.writestr(zipfile.ZipInfo(f"word/{number}"), b"")
    return kept.getvalue()


def _link() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        entry = zipfile.ZipInfo("word/document.xml")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, b"/etc/passwd")
    return kept.getvalue()


def png(wide: int, high: int, pixels: bytes) -> bytes:
    """A PNG that says it is so large, with these rows of pixels."""

    def part(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(pixels)) + part(b"IEND", b"")
    )


def _viruses(n: int) -> Iterator[Hostile]:
    yield Hostile("virus", f"bare{n}.txt", EICAR + b"\n" * n)
    yield Hostile("virus", f"packed{n}.zip", packed({f"a{n}.com": EICAR}))
    yield Hostile("virus", f"deep{n}.zip", _deep(EICAR, 5 + n % 3))
    yield Hostile("virus", f"letter{n}.docx", documents.with_part(_word(), "word/media/a.png", EICAR))
    yield Hostile("virus", f"letter{n}.pdf", documents.blank() + EICAR)
    yield Hostile("virus", f"list{n}.csv", b"Forename,Surname,DOB\n" + EICAR + b",b,c\n")


def _disguised(n: int) -> Iterator[Hostile]:
    script = b"<html><script>alert(%d)</script></html>" % n
    yield Hostile("page as PDF", f"report{n}.pdf", b"<!DOCTYPE html>" + script, is_text=True)
    yield Hostile("drawing with a script", f"me{n}.svg", SCRIPT, is_text=True)
    yield Hostile("drawing as a picture", f"me{n}.png", SCRIPT, is_text=True)
    yield Hostile("wrong beginning", f"a{n}.png", b"MZ\x90\0" + bytes(200))
    yield Hostile("wrong beginning", f"a{n}.pdf", b"\x7fELF" + bytes(200))
    yield Hostile("wrong beginning", f"a{n}.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    yield Hostile("wrong beginning", f"a{n}.csv", random.Random(n).randbytes(400) + b"\0")
    yield Hostile("two kinds at once", f"both{n}.pdf", b"%PDF-1.7\n" + script + packed({"a.js": b"alert(1)"}))
    yield Hostile("two kinds at once", f"both{n}.zip", b"MZ" + packed({"a.exe": b"MZ"}))
    yield Hostile("two kinds at once", f"both{n}.docx", packed({"a.txt": b"word/"}))
    yield Hostile("macros", f"plan{n}.docm", documents.with_part(_word(), "word/vbaProject.bin", b"macro"))
    yield Hostile("macros", f"plan{n}.docx", documents.with_part(_word(), "word/vbaProject.bin", b"macro"))
    yield Hostile("locked", f"locked{n}.pdf", documents.pdf_that("is locked"))
    yield Hostile("runs by itself", f"runs{n}.pdf", documents.pdf_that("runs"))


def _archives(n: int) -> Iterator[Hostile]:
    for place, name in enumerate(("bomb.docx", "bomb.xlsx", "bomb.zip", "data.zip")):
        yield Hostile("swollen", name, _bombs(place))
    if n % SELDOM == 0:
        for place, name in enumerate(("many.zip", "many.docx", "many.xlsx")):
            yield Hostile("100,000 entries", name, _many(place))
    climbs = f"../../../../tmp/climbed{n}"
    yield Hostile("climbs out", f"a{n}.zip", packed({climbs: b"x", f"/etc/climbed{n}": b"x"}))
    yield Hostile("climbs out", f"a{n}.docx", packed({"word/document.xml": b"<a/>", climbs: b"x"}))
    yield Hostile("symbolic link", f"link{n}.docx", _link())
    yield Hostile("symbolic link", f"link{n}.zip", _link())


def _markup(n: int) -> Iterator[Hostile]:
    for kind, words in (("reads other files", ENTITY), ("a thousand million words", LAUGHS)):
        yield Hostile(kind, f"a{n}.docx", documents.with_part(_word(), "word/document.xml", words))
        yield Hostile(kind, f"a{n}.xlsx", documents.with_part(_book(), "xl/workbook.xml", words))
        yield Hostile(kind, f"b{n}.xlsx", documents.with_part(_book(), "xl/worksheets/sheet1.xml", words))
        yield Hostile(kind, f"a{n}.svg", words, is_text=True)
        yield Hostile(kind, f"a{n}.xml", words, is_text=True)


def _odd(n: int) -> Iterator[Hostile]:
    yield Hostile("pixel flood", f"flood{n}.png", png(65_535, 65_535, bytes(192)))
    yield Hostile("zero bytes in a list", f"a{n}.csv", b"Forename,Surname,DOB\nA\0sh,T,01/05/2017\n")
    yield Hostile(
        "letters of two bytes", f"a{n}.csv", "﻿Forename,Surname\nA,\ud7ff".encode("utf-16-le"), is_text=True
    )
    if n % SELDOM == 0:
        wide = b"a," * 1_000_000 + b"\n" + b"1," * 1_000_000 + b"\n"
        yield Hostile("a million columns", f"a{n}.csv", wide, is_text=True)
    yield Hostile("an open quotation", f"a{n}.csv", b'Forename,Surname\n"' + b"x" * 300_000, is_text=True)
    yield Hostile("deep brackets", f"a{n}.json", b"[" * 200_000, is_text=True)
    yield Hostile("nothing", f"a{n}.pdf", b"")
    yield Hostile("broken", f"a{n}.docx", _word()[: -300 - n])


FAMILIES = (_viruses, _disguised, _archives, _markup, _odd)


def prepare() -> None:
    """Make the large ones, so that their making is not counted as the product's."""
    for place in range(4):
        _bombs(place)
        _many(place)


def hostile(count: int) -> Iterator[Hostile]:
    """This many, every kind among them."""
    made = round_ = 0
    while made < count:
        for family in FAMILIES:
            for one in family(round_):
                if made == count:
                    return
                made += 1
                yield one
        round_ += 1


NAMES = (
    "../../../../etc/passwd", "..\\..\\windows\\system32\\a", "/etc/shadow", "C:\\boot", "report\u202efdp", "a\u200bb\u2066c",
    "x" * 300, "é" * 150, "a\r\nSet-Cookie: b=c", 'a"; filename="b', "<img src=x onerror=alert(1)>", "CON", ".htaccess", "a%00b",
    "a&#46;&#46;&#47;b", "-rf", "$(sleep 3)", "  ", "\u0301\u0301",
)  # fmt: skip
"""What a harmless file may be called by somebody who means harm; the ending comes after."""
