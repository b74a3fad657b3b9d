"""A key-information card of A6, or ten of them on a sheet: tagged PDF (PDF/UA-1) with a QR code that leads to the page."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import segno
import typst

_TYPST = b"""\
#let card = json("card.json")
#let size = if card.sheet { (width: 210mm, height: 297mm, margin: 10mm) } else { (width: 105mm, height: 148mm, margin: 8mm) }
#set document(title: card.title)
#set page(..size)
#let scale = if card.sheet { 0.62 } else { 1 }
#set text(size: 11pt * scale, lang: "en", region: "GB", fill: rgb("#17223b"),
  font: ("Atkinson Hyperlegible", "DejaVu Sans", "Libertinus Serif"))
#set par(leading: 0.6em)
#let one() = {
  heading(level: 1, text(size: 15pt * scale, card.title))
  text(size: 9pt * scale, card.provider)
  line(length: 100%, stroke: 2pt + rgb("#b98a1d"))
  for words in card.lines { par(words) }
  grid(columns: (1fr, 30mm * scale), gutter: 3mm, align: bottom,
    text(size: 9pt * scale)[Scan, or go to #linebreak() #card.address],
    image("code.svg", width: 30mm * scale, alt: "QR code that leads to " + card.address))
}
#if card.sheet {
  grid(columns: (1fr, 1fr), rows: (1fr,) * 5, gutter: 3mm,
    ..range(10).map(n => block(width: 100%, height: 100%, inset: 4mm, stroke: 0.4pt + rgb("#8a93a5"), clip: true, one())))
} else { one() }
"""


def card(*, title: str, provider: str, lines: list[str], address: str, is_sheet: bool = False) -> bytes:
    """The card as PDF; with `is_sheet`, ten on a sheet of A4."""
    code = BytesIO()
    segno.make(address, error="m", micro=False).save(
        code, kind="svg", border=2, dark="#17223b", light="#ffffff"
    )
    content = {"title": title[:90], "provider": provider[:90], "lines": [line[:160] for line in lines[:6]],
               "address": address, "sheet": is_sheet}  # fmt: skip
    files: dict[str, Any] = {
        "main.typ": _TYPST,
        "card.json": json.dumps(content).encode(),
        "code.svg": code.getvalue(),
    }
    made: Any = typst.compile(files, format="pdf", pdf_standards=["ua-1"])  # type: ignore[call-overload]
    return bytes(made)
