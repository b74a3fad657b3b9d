"""Advice as its writers type it, and as blocks for a page.

"## " begins a heading, "- " a point, "1. " a step; [words](address) is a link.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

LINK = re.compile(r"\[([^\[\]]{1,200})\]\(((?:https://|/)[^\s()<>\"']{0,400}|tel:[0-9+ ]{3,20})\)")
_STEP = re.compile(r"\d{1,2}\.\s+")
_SENTENCE = re.compile(r"[.!?](?:\s|$)")
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,6}s?\b")
KNOWN_BY_ALL = {"NHS", "UK", "GP", "PDF", "QR", "TV", "AM", "PM"}


@dataclass
class Block:
    """A heading, a paragraph, or a list of points or steps."""

    kind: str
    lines: list[SafeString] = field(default_factory=list)

    @property
    def text(self) -> SafeString:
        """The block's only line."""
        return self.lines[0]


def blocks_of(body: str) -> list[Block]:
    """A body's blocks, safe to show."""
    blocks: list[Block] = []
    for line in body.replace("\r\n", "\n").split("\n"):
        said = line.strip()
        if not said:
            blocks.append(Block("gap"))
        elif said.startswith("## "):
            blocks.append(Block("heading", [inline(said[3:])]))
        elif said.startswith("- "):
            _extend(blocks, "points", said[2:])
        elif match := _STEP.match(said):
            _extend(blocks, "steps", said[match.end() :])
        elif blocks and blocks[-1].kind == "text":
            blocks[-1].lines[0] = mark_safe(f"{blocks[-1].lines[0]} {inline(said)}")  # noqa: S308 (both are escaped)
        else:
            blocks.append(Block("text", [inline(said)]))
    return [block for block in blocks if block.kind != "gap"]


def _extend(blocks: list[Block], kind: str, words: str) -> None:
    if not blocks or blocks[-1].kind != kind:
        blocks.append(Block(kind))
    blocks[-1].lines.append(inline(words))


def inline(words: str) -> SafeString:
    """A line with its links; everything else in it is text."""
    escaped = escape(words)
    return mark_safe(LINK.sub(lambda m: f'<a href="{m[2]}">{m[1]}</a>', escaped))  # noqa: S308 (escaped before)


def links_in(body: str) -> list[str]:
    """The addresses to which a body’s links lead, telephone numbers left out."""
    return [match[2] for match in LINK.finditer(body) if not match[2].startswith("tel:")]


def plain_words(body: str) -> str:
    """A body without its marks, for searching and for reading age."""
    return LINK.sub(r"\1", re.sub(r"(?m)^\s*(?:## |- |\d{1,2}\.\s+)", "", body))


def reading_age(body: str) -> int:
    """The age at which most can read it, by the Flesch-Kincaid grade: a guide for writers and no more."""
    words = re.findall(r"[A-Za-z]+", plain_words(body))
    if not words:
        return 5
    lines = [line for line in plain_words(body).split("\n") if line.strip()]
    sentences = sum(max(1, len(_SENTENCE.findall(line))) for line in lines)
    syllables = sum(_syllables(word) for word in words)
    grade = 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59
    return max(5, min(22, round(grade + 5)))


def hard_words(body: str) -> list[str]:
    """The words of three syllables or more, each once, the longest first: where to begin to make a text easier.

    >>> hard_words("Ask about an assessment. The assessment is free.")
    ['assessment']
    """
    found = dict.fromkeys(word.lower() for word in re.findall(r"[A-Za-z]+", plain_words(body)))
    return sorted(
        (word for word in found if _syllables(word) >= 3), key=lambda word: (-_syllables(word), word)
    )


def _syllables(word: str) -> int:
    said = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]{1,2}", said)))


@dataclass(frozen=True)
class Acronym:
    """An acronym that is not spelled out where it first stands: the line of the text, counted from 1, and its words."""

    letters: str
    line: int
    words: str

    @property
    def where(self) -> str:
        """Its place, as a writer finds it."""
        return f"line {self.line}" if self.line else "the sentence above the text"


def unexplained(body: str, summary: str = "") -> list[Acronym]:
    """Acronyms that are not spelled out at their first use, neither "(SALT)" after the words nor "SALT (the words)".

    The page's sentence, line 0, is read before the text. A title is too short to spell anything out, so it is not looked at.
    """
    seen: set[str] = set()
    found = []
    for number, line in enumerate([summary, *body.replace("\r\n", "\n").split("\n")]):
        said = plain_words(line)
        for match in _ACRONYM.finditer(said):
            letters = match[0].rstrip("s")
            if letters in KNOWN_BY_ALL or letters in seen:
                continue
            seen.add(letters)
            if not _is_spelled_out(said, match):
                found.append(Acronym(letters, number, said.strip()[:80]))
    return found


_OPENS = re.compile(r"(?:\s\w+)?\s\([A-Za-z]|\s(?:means|stands for)\b")


def _is_spelled_out(said: str, match: re.Match[str]) -> bool:
    before, after = said[: match.start()], said[match.end() :]
    return (
        before.endswith(("(", "(the "))
        or (", " in before and after.startswith(")"))
        or bool(_OPENS.match(after))
    )
