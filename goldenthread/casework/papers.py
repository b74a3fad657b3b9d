"""A letter as a paper: the same words as PDF and as DOCX."""

from __future__ import annotations

from datetime import date

from goldenthread.casework.models import Letter
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Lines, Paper, Text


def letter_paper(letter: Letter, words: list[str], on: date, address: list[str] | None = None) -> Paper:
    """The letter of a day, with `address` at its head when it is to be posted. A blank line begins a new paragraph."""
    blocks: list[Block] = [Lines(tuple(address))] if address else []
    for one in words:
        parts = [part.strip() for part in one.split("\n\n") if part.strip()]
        blocks += [Lines(tuple(part.splitlines())) if "\n" in part else Text(part) for part in parts]
    return Paper(
        title=letter.get_kind_display(),
        subtitle=f"{letter.case.authority}, {in_words(on)}. Our reference: {letter.case.reference}",
        footer=f"{letter.case.reference}, {in_words(on)}", blocks=blocks,
    )  # fmt: skip
