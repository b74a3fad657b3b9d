"""Pages and entries in large print: tagged PDF in letters of 18 points, for those who have no screen or cannot read one."""

from __future__ import annotations

import re
from datetime import date

from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Heading, Paper, Points, Text
from goldenthread.localoffer.guide_text import LINK
from goldenthread.localoffer.models import GuideRevision
from goldenthread.localoffer.queries.services import Shown

SIZE = 18
_STEP = re.compile(r"(\d{1,2})\.\s+")


def page_paper(revision: GuideRevision, *, site: str, on: date) -> Paper:
    """A page of the guide. A link’s address stands in brackets behind its words."""
    blocks: list[Block] = []
    points: list[str] = []
    for line in [*revision.body.replace("\r\n", "\n").split("\n"), ""]:
        said = LINK.sub(lambda match: _with_address(match[1], match[2], site), line.strip())
        if said.startswith("- "):
            points.append(said[2:])
            continue
        if points:
            blocks.append(Points(points))
            points = []
        if said.startswith("## "):
            blocks.append(Heading(said[3:]))
        elif said:
            blocks.append(Text(said))
    return Paper(revision.title, revision.summary, _foot(site, on), blocks, SIZE)


def _with_address(words: str, address: str, site: str) -> str:
    shown = address.removeprefix("tel:")
    whole = f"{site}{shown}" if shown.startswith("/") else shown
    return words if whole in words else f"{words} ({whole.removeprefix('https://')})"


def service_paper(shown: Shown, *, site: str, on: date) -> Paper:
    """An entry of the directory."""
    record = shown.record
    facts: list[tuple[str, list[str]]] = [
        ("Ages", [shown.ages] if shown.ages else []),
        ("Who can use it", [record.get("eligibility_description") or ""]),
        ("Cost", shown.costs),
        ("When", shown.times),
        (
            "Where",
            [", ".join(one for one in (place["name"], *place["lines"]) if one) for place in shown.places],
        ),
        ("Telephone", [phone["number"] for phone in shown.telephones]),
        ("E-mail", [record.get("email") or ""]),
        ("Website", [record.get("url") or ""]),
        *((question, [answer]) for question, answer in shown.answers),
    ]
    blocks: list[Block] = [
        Text(record.get("description") or "The provider has not described this service yet.")
    ]
    for title, lines in facts:
        if said := [line for line in lines if line]:
            blocks += [Heading(title), *(Text(line) for line in said)]
    return Paper(shown.service.name, shown.service.provider.name, _foot(site, on), blocks, SIZE)


def _foot(site: str, on: date) -> str:
    return f"{site.removeprefix('https://')}, {in_words(on)}"
