"""The pack of an advice service for its contract review: the same numbers as a page and as PDF."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from goldenthread.commissioning.advice import GROUPS, RULE
from goldenthread.commissioning.models import JointService
from goldenthread.commissioning.papers import Sheet, Value
from goldenthread.commissioning.queries.advice import Quarter
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Heading, Paper, Text

IN_PACK = 4
"""Quarters side by side: a year."""
NOT_SENT = "not sent"


def advice_sheets(quarters: Sequence[Quarter]) -> list[Sheet]:
    """A year's quarters side by side, the oldest first; no sums over quarters, which could give a hidden number away."""
    shown = list(reversed(quarters[:IN_PACK]))
    heads = [one.words for one in shown]
    contacts: list[Value] = [
        "Contacts",
        *(NOT_SENT if one.shown is None else one.shown.contacts for one in shown),
    ]
    sheets = [Sheet("Contacts", "Each contact once.", ["What is counted", *heads], [contacts])]
    for group in GROUPS:
        rows: list[list[Value]] = [
            [part, *(NOT_SENT if one.shown is None else one.shown.groups[group.key][n] for one in shown)]
            for n, part in enumerate(group.parts)
        ]
        sheets.append(Sheet(group.title, "", ["What is counted", *heads], rows))
    return sheets


def advice_paper(service: JointService, quarters: Sequence[Quarter], on: date) -> Paper:
    """The pack as a paper."""
    blocks: list[Block] = [Text(RULE)]
    if service.is_invented:
        blocks.append(Text("The numbers here are invented for this demonstration."))
    for sheet in advice_sheets(quarters):
        blocks += [Heading(sheet.title), sheet.grid]
    title = f"{service}: paper for the contract review"
    return Paper(title, f"As known on {in_words(on)}", title, blocks, 10)
