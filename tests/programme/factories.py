"""Programme records for tests, beyond the small world: milestones, notes, evidence, risks, reviews, decisions."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.partners.models import Body
from goldenthread.programme.actions.reviewing import Letter, Subjects, record_decision
from goldenthread.programme.models import (
    Action,
    ActionVersion,
    Area,
    Decision,
    Evidence,
    Milestone,
    Programme,
    Review,
    Risk,
    RiskVersion,
)

DAY = date(2023, 3, 15)


def make_reviewer(name: str = "DfE and NHS England") -> Body:
    """A body from outside, which may close areas."""
    return Body.objects.get_or_create(name=name, defaults={"kind": "department"})[0]


def revise_action(action: Action, *, on: date, reason: str = "", **state: Any) -> ActionVersion:
    """The action's next version, from a day."""
    now = action.versions.get(known_until=None)
    action.versions.filter(pk=now.pk).update(known_until=on)
    changed = now.state() | state
    return ActionVersion.objects.create(record=action, known_from=on, reason=reason, **changed)


def make_milestone(
    action: Action, *, title: str = "Draft agreed", due: PartialDate | None = None
) -> Milestone:
    """A milestone of an action that has not been reached."""
    return Milestone.objects.create(action=action, title=title, due=due, known_on=action.known_on)


def make_evidence(
    area: Area,
    *,
    action: Action | None = None,
    by: Any = None,
    confirmed_by: Any = None,
    known_on: date = DAY,
    shows_impact: bool = False,
    title: str = "Audit of 40 plans",
) -> Evidence:
    """Evidence, confirmed or waiting."""
    return Evidence.objects.create(
        area=area, action=action, title=title, kind="audit", address="https://example.org/audit",
        dated_on=PartialDate(2023, 2), known_on=known_on, recorded_by=by, shows="outcome" if shows_impact else "output",
        confirmed_by=confirmed_by, confirmed_on=known_on if confirmed_by else None,
    )  # fmt: skip


def make_risk(programme: Programme, *, known_from: date = DAY, **state: Any) -> Risk:
    """A risk with its first version."""
    risk = Risk.objects.create(
        programme=programme, key=f"R{programme.risks.count() + 1}", known_on=known_from
    )
    usual = {"cause": "two psychologists left", "event": "advice comes late", "effect": "children wait",
             "likelihood": 4, "severity": 3, "owner": "Head of psychology"}  # fmt: skip
    RiskVersion.objects.create(record=risk, known_from=known_from, **usual | state)
    return risk


def make_review(programme: Programme, *, held_on: date = DAY, **fields: Any) -> Review:
    """A review that the area knew of on the day it was held."""
    number = programme.reviews.count() + 1
    usual = {"label": f"Review {number}", "overall": "Good progress.", "known_on": held_on}
    return Review.objects.create(
        programme=programme, key=f"review-{number}", held_on=PartialDate.of(held_on), **usual | fields
    )


def decide(area: Area, *, effect: str = "closes", on: date = DAY, by: Any = None) -> Decision:
    """A decision from outside that closes or reopens an area."""
    return record_decision(
        programme=area.plan.programme, body=make_reviewer(), decided_on=PartialDate.of(on), words="Enough progress.",
        letter=Letter("Letter to the council", "https://example.org/letter"), effect=effect,
        subjects=Subjects(areas=[area]), on=on, by=by,
    )  # fmt: skip
