"""The paper that a body is given, as at a day: one text for PDF and Word, from the same queries as the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.kit.clock import days_words
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Grid, Heading, Paper, Points, Text
from goldenthread.programme import rating_key
from goldenthread.programme.models import Programme, RiskVersion
from goldenthread.programme.queries.actions import Tally, overdue_actions, tallies_by_area
from goldenthread.programme.queries.areas import PlanNow, plans_as_known, programme_as_known
from goldenthread.programme.queries.changes import Change, changes_between
from goldenthread.programme.queries.story import last_review

MOST_ROWS = 40


def meeting_paper(programme: Programme, day: date, *, since: date, body: str = "") -> Paper:
    """A paper on the programme as known on `day`, with what changed after `since` (usually the last meeting)."""
    words = programme_as_known(programme, day)
    key = words.rating_key
    plans = plans_as_known(programme, day)
    tallies = tallies_by_area(programme, key, day)
    blocks: list[Block] = [Text(words.summary)] if words.summary else []
    for plan in plans:
        if plan.areas:
            blocks += _plan(plan, tallies, key)
    blocks += _overdue(programme, key, day)
    blocks += _changes(changes_between(programme, since, day), since)
    blocks += _risks(programme, day)
    blocks += _review(programme, day)
    subtitle = f"{f'For {body}. ' if body else ''}As it was known on {in_words(day)}."
    return Paper(words.title, subtitle, f"{programme.local_area}, as at {in_words(day)}", blocks)


def _plan(plan: PlanNow, tallies: dict[int, Tally], key: rating_key.Key) -> list[Block]:
    rows = []
    for now in plan.areas:
        tally = tallies.get(now.area.pk, Tally())
        standing = "Open" if now.is_open else f"Closed by {now.closed_by.body}, {now.closed_by.decided_on}"
        rows.append(
            [f"{now.number}. {now.title}", standing, f"{tally.finished} of {tally.total}", str(tally.overdue),
             _grades(tally, key, "confidence"), _grades(tally, key, "impact")]
        )  # fmt: skip
    columns = ["Area", "Standing", "Actions finished", "Overdue", "Confidence", "Impact"]
    certainty = [Text(f"About this record: {plan.plan.certainty}.")] if plan.plan.certainty else []
    return [Heading(plan.plan.title), *certainty, Grid(columns, rows)]


def _grades(tally: Tally, key: rating_key.Key, axis: str) -> str:
    counts = tally.by_grade[axis]
    said = [f"{grade['word']} {counts[grade['code']]}" for grade in key[axis] if counts.get(grade["code"])]
    return ", ".join(said) or "Not rated"


def _overdue(programme: Programme, key: rating_key.Key, day: date) -> list[Block]:
    late = list(overdue_actions(programme, key, day)[: MOST_ROWS + 1])
    if not late:
        return [Heading("Overdue actions"), Text("No action is overdue.")]
    rows = [
        [
            version.text,
            str(version.due),
            days_words(version.due, day),
            "; ".join(version.leads) or "No lead named",
        ]
        for version in late[:MOST_ROWS]
    ]
    more = [Text(f"Only the {MOST_ROWS} longest overdue are shown.")] if len(late) > MOST_ROWS else []
    return [Heading("Overdue actions"), Grid(["Action", "Due", "How late", "Lead"], rows), *more]


def _changes(changes: list[Change], since: date) -> list[Block]:
    heading = Heading(f"What changed since {in_words(since)}")
    if not changes:
        return [heading, Text("Nothing.")]
    rows = [
        [in_words(change.on), change.thing, change.field, _shown(change.before), _shown(change.after)]
        for change in changes[:MOST_ROWS]
    ]
    more = (
        [Text(f"{len(changes) - MOST_ROWS} more changes are in the workspace.")]
        if len(changes) > MOST_ROWS
        else []
    )
    return [heading, Grid(["Known from", "What", "Field", "Before", "Now"], rows), *more]


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return "" if value is None else str(value)


def _risks(programme: Programme, day: date) -> list[Block]:
    held = RiskVersion.objects.as_known_on(day).filter(record__programme=programme, is_open=True)
    risks = sorted(held.select_related("record"), key=lambda risk: -risk.score)[:10]
    if not risks:
        return []
    rows = [
        [risk.record.key, f"{risk.event}, because {risk.cause}; so {risk.effect}", f"{risk.score} of 25",
         risk.get_rung_display(), risk.owner]
        for risk in risks
    ]  # fmt: skip
    return [Heading("Highest risks and issues"), Grid(["No.", "What", "Score", "With", "Owner"], rows)]


def _review(programme: Programme, day: date) -> list[Block]:
    review = last_review(programme, day)
    if review is None:
        return []
    points = [
        f"{point.get_kind_display()}{f', area {point.area.number}' if point.area else ''}: {point.text}"
        for point in review.points.all()
    ]
    return [
        Heading(f"The last review: {review}"),
        Text(review.overall),
        *([Points(points)] if points else []),
    ]
