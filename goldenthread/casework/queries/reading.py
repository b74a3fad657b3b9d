"""A plan as people read it: its sections with their lines, what each answers, and what two versions differ in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import PlanComment, PlanVersion
from goldenthread.casework.plan.difference import FieldChange, LineChange, difference
from goldenthread.casework.plan.lines import Line, Paper, Placement
from goldenthread.casework.plan.papers import Advice
from goldenthread.casework.plan.plan_types import SectionKind, section_set
from goldenthread.casework.plan.shapes import Plan
from goldenthread.casework.plan.writing import as_data
from goldenthread.casework.queries.editor import DETAILS, details_of, in_plain_words

LABELS = {
    "needs": "Needs", "outcomes": "Outcomes", "aspirations": "Words of section A", "sources": "Advice it rests on",
    "empty_because": "Why it is empty", "text": "Words", "media": "Pictures and sound",
}  # fmt: skip


@dataclass(frozen=True)
class LineRead:
    """One line as it is read: its words, the rest of its fields, what it answers, and on whose advice it rests."""

    line: Line
    text: str
    details: list[tuple[str, str]]
    answers: list[tuple[str, str]]
    sources: list[str]
    media: tuple[str, ...]
    comments: list[PlanComment]


@dataclass(frozen=True)
class SectionRead:
    """One section."""

    kind: SectionKind
    lines: list[LineRead]
    empty_because: str


def sections_read(plan: Plan, comments: list[PlanComment] | None = None) -> list[SectionRead]:
    """A plan in the order of its sections; `comments` are those that this reader may read."""
    kinds = section_set(plan.type, plan.dated_on or date.min, plan.cohort).sections
    texts = {line.id: line.text for section in plan.sections.values() for line in section.lines}
    bodies = {one.id: one for one in plan.advice}
    said: dict[str, list[PlanComment]] = {}
    for one in comments or []:
        said.setdefault(one.line, []).append(one)
    found = []
    for kind in kinds:
        section = plan.sections.get(kind.key)
        lines = [_line(line, texts, bodies, said) for line in section.lines] if section else []
        found.append(SectionRead(kind, lines, section.empty_because if section else ""))
    return found


def _line(
    line: Line, texts: dict[str, str], bodies: dict[str, Advice], said: dict[str, list[PlanComment]]
) -> LineRead:
    content = as_data(line)
    names = [name for field in ("needs", "outcomes", "aspirations") for name in content.get(field, ())]
    sources = [f"{_body(bodies.get(one.advice))}, paragraph {one.paragraph}" for one in line.sources]
    return LineRead(
        line, _text(line, bodies), details_of(_without_name(line, content)), [(name, texts.get(name, "")) for name in names],
        sources, content.get("media", ()), said.get(line.id, []),
    )  # fmt: skip


def _without_name(line: Line, content: dict[str, object]) -> dict[str, object]:
    left_out = {"name", "kind"} if isinstance(line, Placement) and not line.text else set()
    return {name: value for name, value in content.items() if name not in left_out}


def _text(line: Line, bodies: dict[str, Advice]) -> str:
    if line.text:
        return line.text
    if isinstance(line, Placement):
        return ", ".join(one for one in (line.name, line.kind) if one)
    if isinstance(line, Paper):
        return _paper(bodies.get(line.advice))
    return ""


def _body(advice: Advice | None) -> str:
    return str(getattr(advice, "body", "") or getattr(advice, "author", "")) or "advice"


def _paper(advice: Advice | None) -> str:
    dated = getattr(advice, "dated_on", None)
    parts = [_body(advice), str(getattr(advice, "author", "")), str(getattr(advice, "role", "")),
             f"dated {dated:%-d %B %Y}" if dated else ""]  # fmt: skip
    return ", ".join(one for one in parts if one)


@dataclass(frozen=True)
class Changed:
    """One line that differs, with each field in words."""

    change: LineChange
    fields: list[tuple[str, FieldChange, str, str]]

    @property
    def words(self) -> str:
        """What happened to it."""
        return {"added": "New", "removed": "Taken out", "changed": "Changed", "moved": "Moved"}[
            self.change.change
        ]


def changes_between(before: Plan, after: Plan) -> list[tuple[str, list[Changed]]]:
    """What differs between two versions, section by section."""
    found: dict[str, list[Changed]] = {}
    for one in difference(before, after):
        fields = [
            (LABELS.get(change.field) or DETAILS.get(change.field, change.field.replace("_", " ").capitalize()),
             change, _plain(change.before), _plain(change.after))
            for change in one.fields
        ]  # fmt: skip
        found.setdefault(one.section, []).append(Changed(one, fields))
    return list(found.items())


def _plain(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return ", ".join(f"{one.get('advice', '')} {one.get('paragraph', '')}".strip() for one in value)
    return in_plain_words(value) if value not in (None, "", [], {}, ()) else "nothing"


def versions_with(
    line: str, versions: list[PlanVersion], plans: dict[int, Plan]
) -> list[tuple[PlanVersion, str]]:
    """In which versions a line came, changed or went, the earliest first."""
    found, before = [], None
    for version in sorted(versions, key=lambda one: one.number):
        held = next(
            (
                one
                for section in plans[version.pk].sections.values()
                for one in section.lines
                if one.id == line
            ),
            None,
        )
        if held != before:
            found.append((version, "came" if before is None else "went" if held is None else "changed"))
        before = held
    return found
