"""Papers as data, written out as tagged PDF (PDF/UA-1, by Typst) and as DOCX."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from django.conf import settings
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

log = logging.getLogger(__name__)
INK = RGBColor(0x17, 0x22, 0x3B)
NO_LETTERS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF])
"""What no typeface can show and no reader would miss: control characters, and those that Unicode gives to nobody."""

BODY = """\
#let part = block
#let body(blocks, level: 2) = for one in blocks {
  if one.kind == "heading" and one.text.trim() != "" { heading(level: level, one.text) }
  if one.kind == "text" { par(one.text) }
  if one.kind == "lines" { par(one.lines.map(line => [#line]).join(linebreak())) }
  if one.kind == "points" { list(..one.points.map(point => [#point])) }
  if one.kind == "picture" { part(image(one.name, alt: one.alt, height: one.height * 1cm, fit: "contain")) }
  if one.kind == "table" {
    figure(kind: table, caption: none, placement: none, table(
      columns: one.columns.len(), align: left, stroke: 0.5pt + rgb("#8a93a5"), inset: 6pt,
      table.header(..one.columns.map(column => strong(column))),
      ..one.rows.flatten().map(cell => [#cell])))
  }
}
"""
"""How blocks are set, for every document that Typst makes of them."""
LOOK = """\
#set text(size: paper.size * 1pt, lang: "en", region: "GB", fill: rgb("#17223b"),
  font: ("Atkinson Hyperlegible", "DejaVu Sans", "Libertinus Serif"))
#set par(leading: 0.7em)
#show heading: set block(above: 1.4em, below: 0.7em)
#show heading.where(level: 1): set text(size: 1.3em)
#show heading.where(level: 2): set text(size: 1.1em)
#set document(title: paper.title)
#set page(paper: "a4", margin: 2cm, numbering: "1 of 1", footer: context [
  #set text(size: 0.82em)
  #paper.footer #h(1fr) #counter(page).display("1 of 1", both: true)])
"""
"""Page, letters and foot of every document; `paper` holds its title, foot and size."""
_PAPER = f"""\
#let paper = json("paper.json")
{LOOK}{BODY}
#heading(level: 1, paper.title)
#paper.subtitle
#line(length: 100%, stroke: 2pt + rgb("#b98a1d"))
#body(paper.blocks)
""".encode()


@dataclass(frozen=True)
class Heading:
    """A heading of the second level."""

    text: str
    kind: str = "heading"


@dataclass(frozen=True)
class Text:
    """A paragraph."""

    text: str
    kind: str = "text"


@dataclass(frozen=True)
class Lines:
    """Short lines one under another, such as an address."""

    lines: Sequence[str]
    kind: str = "lines"


@dataclass(frozen=True)
class Points:
    """A bulleted list."""

    points: Sequence[str]
    kind: str = "points"


@dataclass(frozen=True)
class Grid:
    """A table: its headings, and rows of as many texts."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    kind: str = "table"

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row has {len(row)} cells and the table {len(self.columns)} columns")

    @property
    def labelled_rows(self) -> list[list[tuple[str, str]]]:
        """The rows, each cell with the heading of its column, as a page needs them on a phone."""
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]


@dataclass(frozen=True)
class Picture:
    """A picture with the words for those who do not see it. PNG, JPEG or SVG; a Word document leaves SVG out."""

    data: bytes
    alt: str
    height: float = 6
    kind: str = "picture"

    @property
    def ending(self) -> str:
        """What its file is called, by what it holds."""
        return (
            "png"
            if self.data.startswith(b"\x89PNG")
            else "jpg"
            if self.data.startswith(b"\xff\xd8")
            else "svg"
        )


Block = Heading | Text | Lines | Points | Grid | Picture


@dataclass(frozen=True)
class Paper:
    """A paper: what it is called, what stands under the title and at the foot, and its blocks in order."""

    title: str
    subtitle: str
    footer: str
    blocks: Sequence[Block] = field(default=())
    size: int = 11
    """Of the letters, in points; large print begins at 16."""


def as_pdf(paper: Paper) -> bytes:
    """The paper as PDF/UA-1. The same paper gives the same words; nothing is fetched."""
    files: dict[str, bytes] = {"main.typ": _PAPER}
    content = {
        **asdict(replace(paper, blocks=())),
        "blocks": [block_data(files, f"{place}", one) for place, one in enumerate(paper.blocks)],
    }
    files["paper.json"] = json.dumps(content).encode()
    return compiled(files)


def fonts_folder() -> Path:
    """Where the set-up puts the typefaces of print: Latin letters, Gurmukhi and Arabic ones. The system's own come after."""
    return Path(settings.PROJECT) / "build" / "print-fonts"


def compiled(files: dict[str, bytes], *, is_ua: bool = True, may_have_boxes: bool = True) -> bytes:
    """What Typst makes of `main.typ` and the files beside it: PDF/UA-1, or, where that cannot be, tagged PDF.

    It cannot be where a letter is in none of the typefaces here. The paper is made all the same, with a box in its place:
    somebody's words in another script must not keep a family from their papers. What is printed by the hundred says that
    it may have no boxes; typst.TypstError is raised then.
    """
    files = {name: _legible(data) if name.endswith(".json") else data for name, data in files.items()}
    try:
        return _compiled(files, is_ua=is_ua)
    except typst.TypstError as trouble:
        if not is_ua or not may_have_boxes or "PDF/UA" not in str(trouble):
            raise
    log.warning("a paper has letters that no typeface here has: it is tagged, and no PDF/UA")
    return _compiled(files, is_ua=False)


def _words(text: str) -> str:
    return text.translate(NO_LETTERS)


def _legible(data: bytes) -> bytes:
    def cleaned(value: Any) -> Any:
        if isinstance(value, str):
            return _words(value)
        if isinstance(value, list):
            return [cleaned(one) for one in value]
        return {name: cleaned(one) for name, one in value.items()} if isinstance(value, dict) else value

    return json.dumps(cleaned(json.loads(data))).encode()


def _compiled(files: dict[str, bytes], *, is_ua: bool) -> bytes:
    more: dict[str, Any] = {
        "pdf_standards": ["ua-1"] if is_ua else [],
        "font_paths": [str(fonts_folder())] if fonts_folder().exists() else [],
    }
    if all(name.endswith((".typ", ".json", ".svg")) for name in files):
        made: Any = typst.compile(files, format="pdf", **more)
        return bytes(made)
    with TemporaryDirectory() as folder:  # Typst takes files from memory only where they are text
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        main = str(Path(folder) / "main.typ")
        made = typst.compile(main, root=folder, format="pdf", **more)
        return bytes(made)


def block_data(files: dict[str, bytes], place: str, block: Block) -> dict[str, Any]:
    """A block for Typst; a picture’s bytes become a file beside it, with `place` in its name."""
    if not isinstance(block, Picture):
        return asdict(block)
    name = f"picture-{place}.{block.ending}"
    files[name] = block.data
    return {"kind": "picture", "name": name, "alt": block.alt, "height": block.height}


def is_picture(data: bytes) -> bool:
    """Whether the bytes are a picture that can be put into a paper: it is tried."""
    picture = Picture(data, "A trial")
    try:
        as_pdf(Paper("Trial", "", "", [picture]))
    except Exception:
        return False
    return True


def as_docx(paper: Paper) -> bytes:
    """The paper as a Word document with real headings and a heading row that repeats on each page."""
    document = Document()
    document.core_properties.title, document.core_properties.author = _words(paper.title), ""
    document.styles["Normal"].font.size = Pt(paper.size)
    _speak_english(document)
    document.add_heading(_words(paper.title), level=1)
    document.add_paragraph(_words(paper.subtitle))
    for block in paper.blocks:
        _add(document, block)
    document.sections[0].footer.paragraphs[0].text = _words(paper.footer)
    for style in ("Heading 1", "Heading 2"):
        document.styles[style].font.color.rgb = INK
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _speak_english(document: Any) -> None:
    """Say in which language it is, so that a screen reader speaks it rightly."""
    lang = OxmlElement("w:lang")
    lang.set(qn("w:val"), "en-GB")
    document.styles["Normal"].element.get_or_add_rPr().append(lang)


def _add(document: Any, block: Block) -> None:
    if isinstance(block, Heading):
        document.add_heading(_words(block.text), level=2)
    elif isinstance(block, Text):
        document.add_paragraph(_words(block.text))
    elif isinstance(block, Lines):
        document.add_paragraph(_words("\n".join(block.lines)))
    elif isinstance(block, Picture):
        _add_picture(document, block)
    elif isinstance(block, Points):
        for point in block.points:
            document.add_paragraph(_words(point), style="List Bullet")
    else:
        _add_table(document, block)


def _add_picture(document: Any, picture: Picture) -> None:
    if picture.ending == "svg":
        return
    shape = document.add_picture(BytesIO(picture.data), height=Cm(picture.height))
    shape._inline.docPr.set("descr", _words(picture.alt))


def _add_table(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.columns), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, grid.columns, strict=True):
        cell.paragraphs[0].add_run(_words(text)).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    for row in grid.rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = _words(str(text))
