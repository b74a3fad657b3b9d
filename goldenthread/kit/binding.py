"""Several documents bound into one PDF: an index, then each from a new page, numbered through.

Our own papers stay text, with tags and headings. Pages of PDFs that came from elsewhere are put in as they are, each with words
for those who do not see it; such a bundle is tagged, but cannot claim PDF/UA.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.kit.documents import BODY, LOOK, Block, block_data, compiled


@dataclass(frozen=True)
class Part:
    """One document of a bundle: blocks of our own, or a PDF with so many pages."""

    title: str
    blocks: Sequence[Block] = ()
    pdf: bytes = b""
    pages: int = 0


class CannotBind(Exception):
    """A part cannot be put in; its title says which."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


_BOUND = f"""\
#let paper = json("paper.json")
{LOOK}{BODY}
#heading(level: 1, outlined: false, paper.title)
#paper.subtitle
#line(length: 100%, stroke: 2pt + rgb("#b98a1d"))
#outline(title: [What is in it], depth: 1)
#for one in paper.parts {{
  pagebreak()
  heading(level: 1, one.title)
  body(one.blocks)
  for page in range(1, one.pages + 1) {{
    if page > 1 {{ pagebreak() }}
    image(one.file, page: page, width: 100%, height: 22cm, fit: "contain",
      alt: one.title + ", page " + str(page) + " of " + str(one.pages))
  }}
}}
"""


def bind(*, title: str, subtitle: str, footer: str, parts: Sequence[Part]) -> bytes:
    """The bundle. CannotBind names the part whose PDF is broken."""
    files: dict[str, bytes] = {}
    content: dict[str, Any] = {
        "title": title,
        "subtitle": subtitle,
        "footer": footer,
        "size": 11,
        "parts": [],
    }
    for number, part in enumerate(parts, 1):
        blocks = [block_data(files, f"{number}-{place}", one) for place, one in enumerate(part.blocks)]
        name = f"part-{number}.pdf" if part.pdf else ""
        if name:
            files[name] = part.pdf
        content["parts"].append(
            {"title": f"{number}. {part.title}", "blocks": blocks, "file": name, "pages": part.pages}
        )
    files |= {"main.typ": _BOUND.encode(), "paper.json": json.dumps(content).encode()}
    try:
        return compiled(files, is_ua=not any(part.pdf for part in parts))
    except Exception:
        for part in parts:
            _try(part)
        raise


def _try(part: Part) -> None:
    """Put one part's PDF into a bundle of its own, to find out whether it is the one that cannot be read."""
    if not part.pdf:
        return
    alone = {"title": "Trial", "subtitle": "", "footer": "", "size": 11,
             "parts": [{"title": "Trial", "blocks": [], "file": "part.pdf", "pages": part.pages}]}  # fmt: skip
    files = {"main.typ": _BOUND.encode(), "paper.json": json.dumps(alone).encode(), "part.pdf": part.pdf}
    try:
        compiled(files, is_ua=False)
    except Exception:
        raise CannotBind(part.title) from None
