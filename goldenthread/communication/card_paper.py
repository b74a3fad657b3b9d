"""A card to print: 85 × 54 mm with its words in front and the square, the number and the address behind; or ten on a sheet."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from io import BytesIO
from math import ceil

import segno

from goldenthread.communication.errors import Refused
from goldenthread.communication.languages import LETTERS, Language
from goldenthread.kit.documents import compiled, fonts_folder

_TYPST = b"""\
#let card = json("card.json")
#let size = if card.sheet {
  (width: 210mm, height: 297mm, margin: (x: 20mm, y: 13.5mm))
} else { (width: 85mm, height: 54mm, margin: 0mm) }
#set document(title: card.heading)
#set page(..size)
#set text(size: 8.5pt, lang: "en", region: "GB", fill: rgb("#17223b"), font: ("Atkinson Hyperlegible", "DejaVu Sans"))
#set par(leading: 0.45em, spacing: 0.62em)
#show heading: set text(size: 1em)
#show heading: set block(above: 0em, below: 0.7em)
#let way = if card.direction == "rtl" { rtl } else { ltr }
#let front(first) = block(width: 85mm, height: 54mm, inset: 4mm, clip: true, {
  set text(lang: card.language, dir: way, font: card.faces, size: card.letters * 1pt)
  set align(if card.direction == "rtl" { right } else { left })
  let name = text(size: 1.3em, weight: "bold", card.title)
  if first { heading(level: 1, name) } else { block(below: 0.7em, name) }
  line(length: 100%, stroke: 1.2pt + rgb("#b98a1d"))
  for words in card.lines { par(words) }
})
#let back() = block(width: 85mm, height: 54mm, inset: 4mm, clip: true, align(horizon, grid(
  columns: (30mm, 1fr), gutter: 3mm, align: horizon,
  image("code.svg", width: 30mm, alt: "QR code that leads to " + card.address),
  {
    par(strong(card.heading))
    par(text(size: 12pt, weight: "bold", card.phone))
    par(card.shown)
    par(text(size: 6.5pt, card.mark))
  })))
#let marks = {
  for x in (0mm, 85mm, 170mm) { for y in (-5mm, 271mm) {
    place(top + left, dx: x, dy: y, line(length: 4mm, angle: 90deg, stroke: 0.3pt))
  } }
  for y in range(6) { for x in (-6mm, 172mm) { place(top + left, dx: x, dy: y * 54mm, line(length: 4mm, stroke: 0.3pt)) } }
}
#let sheet(side) = { place(top + left, pdf.artifact(marks)); grid(columns: 2 * (85mm,), rows: 5 * (54mm,), ..side) }
#if card.sheet {
  sheet(range(10).map(n => front(n == 0)))
  pagebreak()
  sheet(range(10).map(n => back()))
} else { front(true); pagebreak(); back() }
"""


@dataclass(frozen=True)
class CardWords:
    """What stands on a card. `heading` is its English title, which stands on the back of every language."""

    language: str
    title: str
    lines: list[str]
    heading: str
    phone: str
    address: str
    mark: str


def _size(words: CardWords) -> float:
    """The largest letters, in points, with which the words fit: how many stand in a row, and how many rows there are then."""
    for points, in_a_row, rows in ((10.5, 38, 6), (9.0, 44, 8)):
        if sum(ceil(len(line) / in_a_row) for line in [*words.lines, words.title]) <= rows + 1:
            return points
    return 7.6


def card_pdf(words: CardWords, *, is_sheet: bool = False) -> bytes:
    """The card as PDF/UA-1 in two pages, front and back; with `is_sheet`, ten of it on A4 with marks to cut by.

    Refused where the letters of its language are not installed: boxes in place of words must not be printed.
    """
    language = Language(words.language)
    letters = LETTERS[language]
    if letters.file and not (fonts_folder() / letters.file).exists():
        raise Refused(
            "The letters of this language are not installed. Ask whoever runs the system for “make setup”."
        )
    code = BytesIO()
    segno.make(words.address, error="m", micro=False).save(
        code, kind="svg", border=2, dark="#17223b", light="#ffffff"
    )
    shown = words.address.split("://", 1)[-1]
    content = asdict(words) | {
        "sheet": is_sheet, "faces": letters.faces, "direction": language.direction, "shown": shown,
        "letters": _size(words),
    }  # fmt: skip
    files = {"main.typ": _TYPST, "card.json": json.dumps(content).encode(), "code.svg": code.getvalue()}
    return compiled(files, may_have_boxes=False)
