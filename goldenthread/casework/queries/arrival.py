"""What the checks say of advice: before its author sends it, on the day it comes, and beside the plan.

They are the plan's own checks of sentences, those that advice can mend. They warn and never stop: advice is its author's.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.casework.answers import Numbered
from goldenthread.casework.models import Advice, Case
from goldenthread.casework.plan.checks.check import Check
from goldenthread.casework.plan.checks.evidence import e5_vague_advice
from goldenthread.casework.plan.checks.outcomes import o2_provision, o3_only_better
from goldenthread.casework.plan.checks.sheet import Limits
from goldenthread.casework.queries.other_children import Others

OF_PROVISION = tuple(one for one in e5_vague_advice.CHECKS if one.id not in e5_vague_advice.ADVISES)
OF_OUTCOMES = (o2_provision.CHECK, o3_only_better.CHECK)


@dataclass(frozen=True)
class Note:
    """Something that a check says of one paragraph; number 0 is the advice as a whole."""

    number: int
    check: str
    title: str
    says: str
    why: str
    mend: str


@dataclass(frozen=True)
class Read:
    """One paragraph as a page shows it, with what was said of it."""

    number: int
    words: str
    tags: list[str]
    notes: list[Note]

    @property
    def tag(self) -> str:
        """The one thing that it gives, or nothing."""
        return self.tags[0] if self.tags else ""


def read_with_notes(paragraphs: Numbered, case: Case, on: date) -> list[Read]:
    """The paragraphs with what the checks say of each."""
    found = [
        Read(number, words, tags, list(_notes(number, words, tags))) for number, words, tags in paragraphs
    ]
    others = Others(case, [one.words for one in found], on)
    for one in found:
        one.notes.extend(_about_others(one, others))
    return found


def _notes(number: int, words: str, tags: Iterable[str]) -> Iterable[Note]:
    checks: tuple[Check, ...] = ()
    if "provision" in tags:
        checks += OF_PROVISION
    if "outcome" in tags:
        checks += OF_OUTCOMES
    for check in checks:
        for span in check.spans(words) if check.spans else ():
            yield Note(number, check.id, check.title, check.said(span), check.why, check.mend)


def _about_others(one: Read, others: Others) -> Iterable[Note]:
    for span in others.traces(one.words):
        yield Note(one.number, "N1", "Another child", span.note, "It may be about the wrong child, and it tells of another.",
                   "Find out where it came from and take it out.")  # fmt: skip


def notes_on_the_whole(paragraphs: Numbered, dated_on: date | None, on: date) -> list[Note]:
    """What is said of advice as a whole: that nothing of a kind is marked, or that it is old."""
    tags = {tag for _, _, held in paragraphs for tag in held}
    found = []
    if paragraphs and "provision" not in tags:
        found.append(Note(0, "E5", "No provision is marked", "No paragraph is marked as provision.",
                          "The plan takes its support from advice, and each line names the paragraph.",
                          "Mark the paragraphs that say what support is needed, or add some."))  # fmt: skip
    if dated_on and (on - dated_on).days > Limits().advice_days:
        found.append(Note(0, "E3", "Advice that is old", f"This advice is {(on - dated_on).days} days old.",
                          "Children change.", "Say whether it still holds, or write it anew."))  # fmt: skip
    return found


def notes_of(advice: Advice, on: date) -> list[Note]:
    """Everything that the checks say of advice that is in."""
    read = read_with_notes(advice.paragraphs, advice.case, on)
    return notes_on_the_whole(advice.paragraphs, advice.dated_on, on) + [
        note for one in read for note in one.notes
    ]


def as_request(notes: Iterable[Note]) -> str:
    """The notes as words to an author.

    >>> as_request([Note(3, "P4", "", "“regularly” is no number.", "", "Say how often.")])
    'Paragraph 3: “regularly” is no number. Say how often.'
    """
    return "\n".join(
        f"{f'Paragraph {one.number}' if one.number else 'The whole'}: {one.says} {one.mend}" for one in notes
    )
