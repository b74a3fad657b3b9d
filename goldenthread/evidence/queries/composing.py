"""Documents made from live parts: the plan, its progress and its standing as they were known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from django.conf import settings

from goldenthread.evidence.models import DocumentForm
from goldenthread.evidence.publishing.parts import Document, Figure, Heading, Paragraph, Part, Table
from goldenthread.evidence.queries.now import Now
from goldenthread.evidence.queries.stated import self_evaluation, strategy_progress
from goldenthread.kit.clock import days_words
from goldenthread.kit.dates import in_words
from goldenthread.programme.models import Area, Programme
from goldenthread.programme.queries.actions import Tally, overdue_actions
from goldenthread.programme.queries.areas import AreaNow, PlanNow

Parts = Iterator[Part]


def compose(
    programme: Programme, form: str, *, area: Area | None = None, summary: str = "", on: date
) -> Document:
    """The document of a form as at a day. Only public plans are in it; ValueError for one about no area where it needs one."""
    if (form == DocumentForm.HIGHLIGHT) != (area is not None):
        raise ValueError("A highlight report is about one area, and no other document is.")
    parts: list[Part] = [Paragraph("summary", summary.strip())] if summary.strip() else []
    now = Now(programme, on)
    parts += list(_COMPOSERS[form](now, area))
    title = f"{DocumentForm(form).label}: {now.words.title}"
    if area is not None:
        title = f"Highlight report: area {area.number}, {now.words.title}"
    is_synthetic = settings.DEMONSTRATION and any(
        isinstance(one, Figure) and one.counts_people for one in parts
    )
    return Document(form, title, programme.local_area, on.isoformat(), parts, is_synthetic)


def _standing(now: AreaNow) -> str:
    if now.is_open:
        return "This area is open."
    closed = now.closed_by
    return (
        f"This area was closed by {closed.body} on {closed.decided_on}." if closed else "This area is closed."
    )


def _area_heading(plan: PlanNow, now: AreaNow) -> Part:
    return Heading(f"{plan.plan.title}, {now.number}. {now.title}")


def _statement(now: Now, area: Area | None) -> Parts:
    for plan in now.plans:
        for one in plan.areas:
            yield _area_heading(plan, one)
            yield Paragraph(f"{plan.plan.key}/{one.area.key}/plain", one.version.plain or _standing(one))
            yield from now.versions.get(one.area.pk, [])
            yield from (held.figure for held in now.measured if held.area == one.area.pk)
        yield from (held.figure for held in now.measured if (held.plan, held.area) == (plan.plan.pk, None))


def _figures(now: Now, plan: PlanNow) -> Parts:
    tallies = [now.tallies.get(one.area.pk, Tally()) for one in plan.areas]
    total, finished, overdue = (
        sum(getattr(t, name) for t in tallies) for name in ("total", "finished", "overdue")
    )
    if total:
        day = now.day.isoformat()
        yield Figure(f"{plan.plan.key}/finished", f"Actions finished: {plan.plan.title}", f"{100 * finished / total:.1f}%",
                     finished, total, "Actions that were not withdrawn, whose delivery grade ends the work", day,
                     counts_people=False)  # fmt: skip
        yield Figure(f"{plan.plan.key}/overdue", f"Actions overdue: {plan.plan.title}", f"{100 * overdue / total:.1f}%",
                     overdue, total, "Unfinished actions whose due date is past, those closed by a decision left out", day,
                     counts_people=False)  # fmt: skip


def _progress(now: Now, area: Area | None) -> Parts:
    for plan in now.plans:
        yield Heading(plan.plan.title)
        yield from _figures(now, plan)
        yield from (held.figure for held in now.measured if held.plan == plan.plan.pk)
        rows = []
        for one in plan.areas:
            tally = now.tallies.get(one.area.pk, Tally())
            rows.append(
                [
                    f"{one.number}. {one.title}",
                    _standing(one),
                    f"{tally.finished} of {tally.total}",
                    f"{tally.overdue}",
                ]
            )
        yield Table(
            f"{plan.plan.key}/areas",
            "Where each area stands",
            ["Area", "Standing", "Actions finished", "Overdue"],
            rows,
        )
        for one in plan.areas:
            if one.is_open and now.versions.get(one.area.pk):
                yield _area_heading(plan, one)
                yield from now.versions[one.area.pk]


def _highlight(now: Now, area: Area | None) -> Parts:
    for plan in now.plans:
        for one in plan.areas:
            if area is not None and one.area.pk == area.pk:
                yield Paragraph("plain", one.version.plain or one.title)
                yield Paragraph("standing", _standing(one))
                yield from (held.figure for held in now.measured if held.area == one.area.pk)
                yield from now.versions.get(one.area.pk, [])


def _scrutiny(now: Now, area: Area | None) -> Parts:
    yield from _progress(now, area)
    public = {line.key for lines in now.versions.values() for line in lines}
    late = [
        [version.text, str(version.due), days_words(version.due, now.day)]
        for version in overdue_actions(now.programme, now.key, now.day)
        if f"{version.record.area.plan.key}/{version.record.area.key}/{version.record.key}" in public
    ]
    yield Heading("Overdue actions")
    if late:
        yield Table("overdue", f"Actions overdue on {in_words(now.day)}", ["Action", "Due", "How late"], late)
    else:
        yield Paragraph("overdue", "No action is overdue.")


def _review_pack(now: Now, area: Area | None) -> Parts:
    yield from _scrutiny(now, area)
    yield Heading("The statement in full")
    yield from (part for part in _statement(now, area) if isinstance(part, Heading | Paragraph))


def _young_people(now: Now, area: Area | None) -> Parts:
    yield Paragraph("what", "This page says what is being done to make help better for children and young people with "
                    "special educational needs and disabilities (SEND).")  # fmt: skip
    for plan in now.plans:
        for one in plan.areas:
            yield Heading(one.title)
            if one.version.plain:
                yield Paragraph(f"{plan.plan.key}/{one.area.key}/plain", one.version.plain)
            tally = now.tallies.get(one.area.pk, Tally())
            state = (
                "We are still working on this."
                if one.is_open
                else "The people who check our work say this is done."
            )
            done = f" {tally.finished} of {tally.total} jobs are done." if tally.total else ""
            yield Paragraph(f"{plan.plan.key}/{one.area.key}/state", f"{state}{done}")


_COMPOSERS: dict[str, Callable[[Now, Area | None], Parts]] = {
    DocumentForm.STATEMENT: _statement, DocumentForm.PROGRESS: _progress, DocumentForm.HIGHLIGHT: _highlight,
    DocumentForm.SCRUTINY: _scrutiny, DocumentForm.REVIEW_PACK: _review_pack, DocumentForm.YOUNG_PEOPLE: _young_people,
    DocumentForm.SELF_EVALUATION: self_evaluation, DocumentForm.STRATEGY_PROGRESS: strategy_progress,
}  # fmt: skip
