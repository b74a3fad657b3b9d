"""A plan laid out for its checks: sections with what is asked of them, lines by kind and by id, and what is known around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from goldenthread.casework.plan.lines import Line, Need, Outcome, Provision, View
from goldenthread.casework.plan.papers import Advice, Paragraph
from goldenthread.casework.plan.plan_types import SectionKind, SectionSet
from goldenthread.casework.plan.shapes import IN_FORCE, Plan, Section
from goldenthread.law.age import age_on

if TYPE_CHECKING:
    from goldenthread.casework.plan.guard.index import CaseloadIndex

Kind = TypeVar("Kind", bound=Line)
TEXT_FIELDS = (
    "text",
    "who",
    "expertise",
    "how_often",
    "how_long",
    "group",
    "place",
    "reviewed_by",
    "reviewed_when",
    "measure",
    "by_when",
)


@dataclass(frozen=True)
class Limits:
    """What an area decides for itself."""

    advice_days: int = 365
    """Advice older than this is pointed out."""
    words: int = 9_000
    """About 25 pages; published plans run from 8 to 40."""
    reading_age: float = 12.0
    copies: int = 3
    """A paragraph that stands in as many other plans is pointed out."""
    boilerplate: frozenset[str] = frozenset()
    """Paragraphs that an area means to repeat."""


@dataclass
class Sheet:
    """What the checks look at. Nothing in it changes while they run."""

    plan: Plan
    kinds: SectionSet
    on: date
    caseload: CaseloadIndex | None = None
    limits: Limits = field(default_factory=Limits)

    def section(self, key: str) -> Section:
        """A section; an absent one has no lines."""
        return self.plan.sections.get(key, Section())

    def holding(self, *holds: str) -> Iterator[tuple[SectionKind, Section]]:
        """The sections of this type that hold something, those that are missing left out."""
        for kind in self.kinds.sections:
            if kind.holds in holds and kind.key in self.plan.sections:
                yield kind, self.plan.sections[kind.key]

    def _lines(self, holds: str, shape: type[Kind]) -> tuple[tuple[SectionKind, Kind], ...]:
        return tuple(
            (kind, line)
            for kind, section in self.holding(holds)
            for line in section.lines
            if isinstance(line, shape)
        )

    @cached_property
    def needs(self) -> tuple[tuple[SectionKind, Need], ...]:
        """Every need with its section."""
        return self._lines("needs", Need)

    @cached_property
    def outcomes(self) -> tuple[tuple[SectionKind, Outcome], ...]:
        """Every outcome with its section."""
        return self._lines("outcomes", Outcome)

    @cached_property
    def provision(self) -> tuple[tuple[SectionKind, Provision], ...]:
        """Every provision with its section."""
        return self._lines("provision", Provision)

    @cached_property
    def views(self) -> tuple[tuple[SectionKind, View], ...]:
        """Every line of views with its section."""
        return self._lines("views", View)

    @cached_property
    def lines(self) -> tuple[tuple[SectionKind, Line], ...]:
        """Every line with its section, in the order of the sections."""
        return tuple((kind, line) for kind in self.kinds.sections for line in self.section(kind.key).lines)

    @cached_property
    def written(self) -> tuple[tuple[SectionKind, Line], ...]:
        """The lines that somebody wrote for the plan: all but words that stand as they were said."""
        return tuple((kind, line) for kind, line in self.lines if not is_own_words(kind, line))

    @cached_property
    def fields(self) -> tuple[tuple[SectionKind, Line, str, str], ...]:
        """Every field of every line that holds words, but for the list of papers and the placement."""
        return tuple(
            (kind, line, name, words)
            for kind, line in self.lines
            if kind.holds not in {"papers", "placement"}
            for name, words in texts(line)
        )

    @cached_property
    def written_fields(self) -> tuple[tuple[SectionKind, Line, str, str], ...]:
        """The same of the lines that somebody wrote for the plan."""
        return tuple(one for one in self.fields if one[1].id in self.written_set)

    @cached_property
    def written_set(self) -> frozenset[str]:
        """The ids of those lines."""
        return frozenset(line.id for _, line in self.written)

    @cached_property
    def paragraphs(self) -> dict[tuple[str, int], tuple[Advice, Paragraph]]:
        """The paragraphs of all advice by the advice’s id and their number."""
        return {
            (advice.id, paragraph.number): (advice, paragraph)
            for advice in self.plan.advice
            for paragraph in advice.paragraphs
        }

    def cited(self, line: Line) -> list[Paragraph]:
        """The paragraphs that a line rests on."""
        return [self.paragraphs[source.advice, source.paragraph][1] for source in line.sources]

    @property
    def in_force(self) -> bool:
        """Whether this version is a final or amended plan, and no proposal."""
        return self.plan.stage in IN_FORCE

    @cached_property
    def age(self) -> int:
        """The child’s age in years on the day of the check."""
        return age_on(self.plan.child.born_on, self.on)

    @cached_property
    def year_group(self) -> int:
        """The school year: as recorded, or else the one of the child’s age."""
        if self.plan.child.year_group is not None:
            return self.plan.child.year_group
        born = self.plan.child.born_on
        school_year = self.on.year - (self.on.month < 9)
        return school_year - (born.year + (born.month >= 9)) - 4


def is_own_words(kind: SectionKind, line: Line) -> bool:
    """Whether a line stands as somebody said it."""
    return kind.own_words and (not isinstance(line, View) or line.own_words)


def texts(line: Line) -> Iterator[tuple[str, str]]:
    """The fields of a line that hold words, with their words."""
    for name in TEXT_FIELDS:
        words = getattr(line, name, "")
        if words:
            yield name, words
