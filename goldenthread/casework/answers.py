"""A professional's answer while it is written, and the numbered paragraphs that it becomes. Pure: no database, no clock.

A draft is plain data, kept as it was typed. `read` takes it from a form, whatever state that is in; `paragraphs` writes it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from goldenthread.casework.plan.language.cleaning import cleaned

Draft = dict[str, Any]
Numbered = list[list[Any]]
"""[number, words, tags] each, as they are kept."""

PARTS = (
    ("what", "What is given", "For example: a programme to build spoken sentences"),
    ("who", "Who gives it", "For example: a teaching assistant"),
    ("expertise", "With what training or qualification", "For example: trained by a speech and language therapist"),
    ("how_often", "How often", "For example: three times a week in term time"),
    ("how_long", "How long each time, and for how many weeks or terms", "For example: 20 minutes, until July 2027"),
    ("group", "Alone, or in a group of how many", "For example: alone; or in a group of three"),
    ("meets", "Which need it meets", "In a few words"),
)  # fmt: skip
"""What regulation and Code ask of provision: name, label, example."""
LISTS = {"needs": "need", "outcomes": "outcome"}
MOST = 40
MOST_PARAGRAPHS = 600
LONGEST = 20_000
TAGS = (("", "Something else"), ("need", "A need"), ("outcome", "An outcome"), ("provision", "Provision"))


def read(given: Mapping[str, str], before: Draft) -> Draft:
    """The draft as a form sends it; what the form does not hold stays as it was `before`."""
    draft: Draft = dict(before)
    for name in (
        "author",
        "role",
        "words",
        "window",
        *(f"dated_on_{part}" for part in ("day", "month", "year")),
    ):
        if name in given:
            draft[name] = given[name].strip()[:LONGEST]
    for name in LISTS:
        if f"{name}-0" in given:
            draft[name] = [one for one in _each(given, name) if one]
    if "provision-0-what" in given:
        draft["provision"] = [one for one in _provision(given) if any(one.values())]
    if "upload" in draft:
        draft["upload"] = {**draft["upload"], "paragraphs": _upload(given, draft["upload"]["paragraphs"])}
    return draft


def _each(given: Mapping[str, str], name: str) -> Iterable[str]:
    for place in range(MOST):
        if f"{name}-{place}" not in given:
            return
        yield given[f"{name}-{place}"].strip()[:LONGEST]


def _provision(given: Mapping[str, str]) -> Iterable[dict[str, str]]:
    for place in range(MOST):
        if f"provision-{place}-what" not in given:
            return
        yield {
            name: words
            for name, _, _ in PARTS
            if (words := given.get(f"provision-{place}-{name}", "").strip()[:LONGEST])
        }


def _upload(given: Mapping[str, str], held: Numbered) -> Numbered:
    """The paragraphs of the document: what each gives, and the words of pages that somebody types."""
    found: Numbered = []
    for number, words, tags in held:
        tag = given.get(f"tag-{number}")
        typed = given.get(f"page-{number}")
        found.append([
            number, words if typed is None else typed.strip()[:LONGEST],
            tags if tag is None else [tag] if tag in dict(TAGS) and tag else [],
        ])  # fmt: skip
    return found


def paragraphs(draft: Draft) -> Numbered:
    """The draft as numbered paragraphs: those of the document first, then what was written in the form."""
    found = [
        [words, tags] for _, words, tags in draft.get("upload", {}).get("paragraphs", []) if words.strip()
    ]
    for name, tag in LISTS.items():
        found += [[words, [tag]] for words in draft.get(name, [])]
    found += [[sentence(one), ["provision"]] for one in draft.get("provision", [])]
    found += [[words, []] for block in draft.get("words", "").split("\n\n") if (words := block.strip())]
    kept = [[tidy, tags] for words, tags in found if (tidy := cleaned(words))]
    return [[number, words, tags] for number, (words, tags) in enumerate(kept[:MOST_PARAGRAPHS], 1)]


def sentence(one: Mapping[str, str]) -> str:
    """Provision as it is read and checked.

    >>> sentence({"what": "Reading practice", "who": "a teacher", "how_often": "Daily", "how_long": "10 minutes"})
    'Reading practice. Given by: a teacher. How often: Daily. How long: 10 minutes.'
    """
    said = {"who": "Given by", "expertise": "Qualification", "how_often": "How often", "how_long": "How long",
            "group": "Group", "meets": "Need that it meets"}  # fmt: skip
    parts = [one.get("what", ""), *(f"{label}: {one[name]}" for name, label in said.items() if one.get(name))]
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


_HEADINGS = (
    (
        "provision",
        re.compile(r"\b(?:provision|recommend|support|strateg|intervention|help needed)", re.IGNORECASE),
    ),
    ("outcome", re.compile(r"\b(?:outcome|target|goal|aim)s?\b", re.IGNORECASE)),
    ("need", re.compile(r"\b(?:needs?|difficult|strengths and needs)\b", re.IGNORECASE)),
)


def numbered(found: Iterable[tuple[str, bool]]) -> Numbered:
    """The paragraphs of a document, numbered, each with what the heading above it says it gives: a guess, for its author."""
    held: Numbered = []
    under: list[str] = []
    for words, is_heading in found:
        tidy = cleaned(words)
        if not tidy:
            continue
        if is_heading or _looks_like_heading(words):
            under = next(([tag] for tag, pattern in _HEADINGS if pattern.search(words)), [])
            held.append([len(held) + 1, tidy, []])
        else:
            held.append([len(held) + 1, tidy, under])
        if len(held) == MOST_PARAGRAPHS:
            break
    return held


def _looks_like_heading(words: str) -> bool:
    """A short line that is no sentence, such as “Recommended provision”."""
    return len(words.split()) <= 8 and not re.search(r"[.!?;,]$", words.strip()) and words[:1].isupper()


def with_their_numbers(found: Numbered, earlier: Iterable[Numbered]) -> Numbered:
    """Paragraphs that came before keep their numbers, and others get new ones: a line of a plan never comes to cite other words.

    >>> with_their_numbers([[1, "New", []], [2, "Kept", []]], [[[1, "Gone", []], [2, "Kept", []]]])
    [[3, 'New', []], [2, 'Kept', []]]
    """
    known: dict[str, int] = {}
    top = 0
    for submission in earlier:
        known.update({words: number for number, words, _ in submission})
        top = max([top, *(number for number, _, _ in submission)])
    kept: Numbered = []
    for _, words, tags in found:
        number = known.pop(words, 0)
        if not number:
            top += 1
            number = top
        kept.append([number, words, tags])
    return kept


def taken_out(now: Numbered, earlier: Iterable[Numbered]) -> Numbered:
    """The paragraphs of earlier submissions that are there no more, under their own numbers and giving nothing."""
    held = {number for number, _, _ in now}
    gone = {number: words for submission in earlier for number, words, _ in submission if number not in held}
    return [[number, words, []] for number, words in sorted(gone.items())]


def changes(before: Numbered, now: Numbered) -> list[tuple[str, str]]:
    """What a later submission changed: ("taken out" or "new", words) for each paragraph that is not in both, in order."""
    old, new = [one[1] for one in before], [one[1] for one in now]
    gone = [("taken out", words) for words in old if words not in new]
    return gone + [("new", words) for words in new if words not in old]
