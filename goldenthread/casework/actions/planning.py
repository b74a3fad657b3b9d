"""Writing a plan line by line. Two people at once: who changes a line that another changed meanwhile is shown both."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case, PlanText
from goldenthread.casework.plan.errors import BadPlan
from goldenthread.casework.plan.language.cleaning import cleaned
from goldenthread.casework.plan.plan_types import SectionKind, section_set
from goldenthread.casework.plan.reading import line_of
from goldenthread.casework.queries.plans import text_of
from goldenthread.kit.errors import Conflict, Refused

Content = dict[str, Any]
LEFT_ALONE = frozenset({"id", "sources", "needs", "outcomes", "aspirations", "adulthood", "media"})
"""Fields of a line that hold no prose to be cleaned."""


@transaction.atomic
def begin_plan(*, case: Case, on: date, type: str = "ehc-plan", cohort: str = "", by: Any) -> PlanText:
    """An empty plan with the sections that its type has on a day. Refuses a second one, and a type that there is not."""
    if PlanText.objects.filter(case=case).exists():
        raise Refused("A plan has been begun in this case. Open that one.")
    try:
        kinds = section_set(type, on, cohort)
    except BadPlan as bad:
        raise Refused(bad.troubles[0].sentence, "type") from None
    sections: Content = {one.key: {} for one in kinds.sections}
    made = PlanText.objects.create(case=case, type=type, cohort=cohort, sections=sections, recorded_by=by)
    log.record("casework.plan.begun", subject=log.subject_of(case), by=by)
    return made


def lines_in(text: PlanText, section: str) -> list[Content]:
    """The lines of a section as they are kept."""
    lines: list[Content] = text.sections.get(section, {}).get("lines", [])
    return lines


def _kind(text: PlanText, section: str, on: date) -> SectionKind:
    found = section_set(text.type, on, text.cohort).section(section)
    if found is None:
        raise Refused(f"This plan has no section {section}.", "section")
    return found


def _checked(kind: SectionKind, content: Content) -> Content:
    """A line's content, cleaned of what pasting brings and read once, so that nothing unsound is kept."""
    tidy = {
        name: cleaned(value)
        if isinstance(value, str) and name not in LEFT_ALONE and not kind.own_words
        else value
        for name, value in content.items()
        if value not in ("", None, [], {})
    }
    try:
        line_of(kind.holds, tidy, f"section {kind.key}")
    except BadPlan as bad:
        raise Refused(str(bad.troubles[0])) from None
    return tidy


@transaction.atomic
def _changing(case: Case, change: Callable[[PlanText], Any], action: str, by: Any) -> Any:
    """One change of the text under its lock, with its event of the audit."""
    text = PlanText.objects.select_for_update().get(pk=text_of(case).pk)
    given = change(text)
    text.edition += 1
    text.save(update_fields=["sections", "next_line", "edition"])
    log.record(action, subject=log.subject_of(case), by=by)
    return given


def add_line(*, case: Case, section: str, content: Content, on: date, by: Any) -> str:
    """A new line at the end of a section; gives its id, which no other line of this plan ever has."""

    def change(text: PlanText) -> str:
        kind = _kind(text, section, on)
        name = f"{section.lower()}{text.next_line}"
        tidy = _checked(kind, {**content, "id": name})
        text.next_line += 1
        held = text.sections.setdefault(section, {})
        held["lines"] = [*held.get("lines", []), tidy]
        held.pop("empty_because", None)
        return name

    return str(_changing(case, change, "casework.plan.line_added", by))


def change_line(
    *, case: Case, section: str, line: str, content: Content, seen: Content, on: date, by: Any
) -> None:
    """Other content for a line. When it is no longer as it was `seen`, Conflict carries what it is now and nothing is saved.

    Refuses to change words that an order of the tribunal has fixed.
    """

    def change(text: PlanText) -> None:
        lines = lines_in(text, section)
        place = _place(lines, line)
        if lines[place] != seen:
            raise Conflict(lines[place])
        tidy = _checked(_kind(text, section, on), {**content, "id": line})
        _check_locks(case, line, str(tidy.get("text", "")))
        lines[place] = tidy

    _changing(case, change, "casework.plan.line_changed", by)


def remove_line(*, case: Case, section: str, line: str, by: Any) -> None:
    """Take a line out, and every link to it. Refuses one whose words an order has fixed."""

    def change(text: PlanText) -> None:
        lines = lines_in(text, section)
        place = _place(lines, line)
        _check_locks(case, line, "")
        del lines[place]
        for held in text.sections.values():
            for other in held.get("lines", []):
                for field in ("needs", "outcomes", "aspirations"):
                    if line in other.get(field, ()):
                        other[field] = [one for one in other[field] if one != line]
                        if not other[field]:
                            del other[field]

    _changing(case, change, "casework.plan.line_removed", by)


def move_line(*, case: Case, section: str, line: str, up: bool, by: Any) -> None:
    """A line one place up or down in its section."""

    def change(text: PlanText) -> None:
        lines = lines_in(text, section)
        place = _place(lines, line)
        to = place + (-1 if up else 1)
        if 0 <= to < len(lines):
            lines[place], lines[to] = lines[to], lines[place]

    _changing(case, change, "casework.plan.line_moved", by)


def say_why_empty(*, case: Case, section: str, reason: str, by: Any) -> None:
    """Why a section has no lines. Refuses a section that has some."""

    def change(text: PlanText) -> None:
        if lines_in(text, section):
            raise Refused("This section has lines, so it is not empty.", "reason")
        text.sections[section] = {"empty_because": cleaned(reason)} if reason.strip() else {}

    _changing(case, change, "casework.plan.section_explained", by)


def _place(lines: list[Content], line: str) -> int:
    for place, one in enumerate(lines):
        if one.get("id") == line:
            return place
    raise Refused("This line is gone: somebody has taken it out. Open the plan again.")


def _check_locks(case: Case, line: str, text: str) -> None:
    for lock in case.plan_locks.filter(line=line, ended_on=None).select_related("order"):
        if " ".join(lock.words.split()) not in " ".join(text.split()):
            raise Refused(
                f"The tribunal’s order{f' of {lock.order_day:%-d %B %Y}' if lock.order_day else ''} fixed these words: "
                f"“{lock.words}”. They must stay."
            )
