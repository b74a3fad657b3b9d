"""What the pages of writing show: each line with its links both ways and its findings, and the advice beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import Any

from goldenthread.casework.models import Advice, Case, Picture, PlanLock, PlanText
from goldenthread.casework.plan.checks.check import Finding
from goldenthread.casework.plan.plan_types import SectionKind, SectionSet, known_types
from goldenthread.casework.plan.writing import canonical
from goldenthread.casework.queries.plans import paragraphs_of, sections_of_plan

Content = dict[str, Any]
LINKS = ("needs", "outcomes", "aspirations")
SHORT = 70
"""Letters of a line where it stands for itself in a list."""
DETAILS = {
    "area": "Area", "measure": "How we can tell", "by_on": "By", "by_when": "By", "progress": "At the last review",
    "who": "Who gives it", "expertise": "Qualification", "how_often": "How often", "how_long": "How long", "group": "Group",
    "place": "Where", "reviewed_by": "Reviewed by", "reviewed_when": "Reviewed", "agreed_by": "Agreed by",
    "agreed_on": "Agreed on", "by": "Whose words", "about": "About", "gathered": "How gathered", "name": "Name", "kind": "Type",
    "urn": "URN", "starts_on": "From", "adulthood": "Prepares for",
}  # fmt: skip
"""What the fields of lines are called on pages and in papers."""


@dataclass(frozen=True)
class Link:
    """Another line or a paragraph, as it is named beside this one."""

    id: str
    text: str
    section: str = ""


@dataclass
class LineShown:
    """One line as a page shows it."""

    id: str
    section: str
    text: str
    details: list[tuple[str, str]]
    answers: list[Link]
    answered_by: list[Link] = field(default_factory=list)
    sources: list[Link] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    locks: list[PlanLock] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)

    @property
    def stops(self) -> bool:
        """Whether something about it keeps the plan from going out."""
        return any(one.stops for one in self.findings)


@dataclass(frozen=True)
class AdviceShown:
    """One piece of advice beside the plan: each paragraph with the lines that rest on it."""

    advice: Advice
    paragraphs: list[tuple[int, str, tuple[str, ...], list[str]]]

    @property
    def used(self) -> int:
        """How many of its paragraphs reached the plan."""
        return sum(bool(lines) for *_, lines in self.paragraphs)


def seen_of(line: Content) -> str:
    """By what a page tells that a line is still as it was shown.

    >>> seen_of({"id": "b1", "text": "One"}) == seen_of({"text": "One", "id": "b1"})
    True
    """
    return sha256(canonical(line)).hexdigest()


def line_in(text: PlanText, name: str) -> tuple[str, Content] | None:
    """The section of a line and its content."""
    for key, section in text.sections.items():
        for line in section.get("lines", ()):
            if line["id"] == name:
                return key, line
    return None


def short(content: Content, advice: dict[str, str] | None = None) -> str:
    """A line in a few words."""
    words = str(content.get("text") or content.get("name") or content.get("kind") or "")
    if not words and content.get("advice"):
        words = (advice or {}).get(content["advice"], "")
    return words if len(words) <= SHORT else f"{words[: SHORT - 1].rstrip()}…"


def lines_shown(
    text: PlanText, section: str, findings: Iterable[Finding], advice: list[AdviceShown]
) -> list[LineShown]:
    """The lines of a section, each with what it answers, what answers it, its sources and its findings."""
    names = {one.advice.key: one.advice.body for one in advice}
    held = {
        line["id"]: (key, line) for key, content in text.sections.items() for line in content.get("lines", ())
    }
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        about.setdefault(finding.line, []).append(finding)
    locks: dict[str, list[PlanLock]] = {}
    for lock in text.case.plan_locks.filter(ended_on=None).select_related("order"):
        locks.setdefault(lock.line, []).append(lock)
    pictures: dict[str, list[Picture]] = {}
    for picture in text.case.pictures.select_related("paper").defer("paper__in_row"):
        pictures.setdefault(picture.line, []).append(picture)
    return [
        LineShown(
            id=line["id"], section=section, text=line.get("text") or short(line, names), details=details_of(line),
            answers=[_link(held, name) for field in LINKS for name in line.get(field, ()) if name in held],
            answered_by=[Link(name, short(other), key) for name, (key, other) in held.items()
                         if any(line["id"] in other.get(field, ()) for field in LINKS)],
            sources=[Link(f"{one['advice']}:{one['paragraph']}", f"{names.get(one['advice'], '')}, {one['paragraph']}")
                     for one in line.get("sources", ())],
            findings=about.get(line["id"], []), locks=locks.get(line["id"], []), pictures=pictures.get(line["id"], []),
        )
        for line in text.sections.get(section, {}).get("lines", ())
    ]  # fmt: skip


def _link(held: dict[str, tuple[str, Content]], name: str) -> Link:
    key, line = held[name]
    return Link(name, short(line), key)


def details_of(line: Content) -> list[tuple[str, str]]:
    """The fields of a line besides its words, as pages name them."""
    shown = []
    for name, label in DETAILS.items():
        value = line.get(name)
        if value not in (None, "", []):
            shown.append((label, in_plain_words(value)))
    for name, reason in line.get("not_needed", {}).items():
        shown.append((DETAILS.get(name, name), f"not needed: {reason}"))
    return shown


def in_plain_words(value: Any) -> str:
    """A field's value as people read it.

    >>> in_plain_words("2027-07-21"), in_plain_words(["community", "health"]), in_plain_words("young-person")
    ('21 July 2027', 'community, health', 'young person')
    """
    if isinstance(value, list | tuple):
        return ", ".join(in_plain_words(one) for one in value)
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    words = str(value)
    if len(words) == 10 and words[4:5] == "-" and words[7:8] == "-":
        try:
            return f"{date.fromisoformat(words):%-d %B %Y}"
        except ValueError:
            return words
    return words.replace("-", " ") if words in PLAIN else words


PLAIN = frozenset({"young-person", "how-gathered", "independent-living", "partly-met", "not-met"})


def advice_beside(case: Case, text: PlanText) -> list[AdviceShown]:
    """All the advice that is in, with the lines that rest on each paragraph."""
    used: dict[tuple[str, int], list[str]] = {}
    for section in text.sections.values():
        for line in section.get("lines", ()):
            for source in line.get("sources", ()):
                used.setdefault((source["advice"], source["paragraph"]), []).append(line["id"])
    return [
        AdviceShown(
            one,
            [
                (paragraph.number, paragraph.text, paragraph.tags, used.get((one.key, paragraph.number), []))
                for paragraph in paragraphs
            ],
        )
        for one, paragraphs in paragraphs_of(case)
    ]


def advice_to_read(advice: list[AdviceShown], kind: SectionKind, key: str) -> AdviceShown | None:
    """The advice that a section is read beside: the one asked for, or the first that has something unused for it."""
    tag = {"needs": "need", "outcomes": "outcome", "provision": "provision"}.get(kind.holds, "")
    asked = (one for one in advice if one.advice.key == key)
    wanted = (one for one in advice for _, _, tags, lines in one.paragraphs if tag in tags and not lines)
    return next(asked, None) or next(wanted, None) or next(iter(advice), None)


@dataclass(frozen=True)
class SectionShown:
    """One section in the list of all: how many lines it has, and how much was found about them."""

    kind: SectionKind
    lines: int
    is_explained: bool
    stops: int
    warns: int


def sections_shown(text: PlanText, on: date, findings: Iterable[Finding]) -> list[SectionShown]:
    """The sections of the plan's type in order."""
    found = list(findings)
    return [
        SectionShown(
            kind,
            len(text.sections.get(kind.key, {}).get("lines", ())),
            bool(text.sections.get(kind.key, {}).get("empty_because")),
            sum(one.stops for one in found if one.section == kind.key),
            sum(one.severity == "warn" for one in found if one.section == kind.key),
        )
        for kind in kinds_of(text, on).sections
    ]


def kinds_of(text: PlanText, on: date) -> SectionSet:
    """The sections that the plan's type has on a day."""
    return sections_of_plan(text, on)


def types_on(day: date) -> list[tuple[str, str]]:
    """The types of plan that can be begun on a day, each with its cohort, as choices."""
    return [
        (f"{one.key}|{version.cohort}", f"{one.title}, {version.cohort}" if version.cohort else one.title)
        for one in known_types().values()
        for version in one.versions
        if version.covers(day, version.cohort)
    ]
