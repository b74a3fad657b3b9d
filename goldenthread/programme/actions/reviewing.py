"""Reviews from outside, the decisions that close or reopen, and asking again whether it has lasted."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.choices import BodyKind
from goldenthread.programme.choices import EffectKind
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import (
    Action,
    Area,
    Decision,
    Effect,
    Programme,
    Review,
    ReviewPoint,
    SustainedCheck,
)
from goldenthread.programme.queries.openness import openness_of_action, openness_of_areas

FROM_INSIDE = (
    BodyKind.BOARD,
    BodyKind.SCRUTINY,
    BodyKind.CABINET,
    BodyKind.COUNCIL,
    BodyKind.HEALTH,
    BodyKind.COMMISSIONING,
)
"""Bodies of the local area itself: they govern, but they cannot close what inspectors opened."""


@dataclass
class Point:
    """One thing that a review said."""

    kind: str
    text: str
    area: Area | None = None


@dataclass
class Letter:
    """The letter or page in which a decision stands."""

    title: str
    address: str


@dataclass
class Subjects:
    """What a decision closes or reopens."""

    areas: list[Area] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)


@transaction.atomic
def record_review(
    *,
    programme: Programme,
    kind: str,
    label: str,
    held_on: PartialDate,
    overall: str,
    attendees: list[str],
    points: list[Point],
    next_on: PartialDate | None = None,
    sources: list[str] | None = None,
    on: date,
    by: Any,
) -> Review:
    """A review, with what it said of each area and what it asked for."""
    if held_on.first > on:
        raise Refused("The review is in the future. Record it when it has been held.", "held_on")
    number = programme.reviews.count() + 1
    review = Review.objects.create(
        programme=programme, key=f"{held_on.isoformat()}-{number}", kind=kind, label=label, held_on=held_on,
        overall=overall, attendees=attendees, next_on=next_on, sources=sources or [], known_on=on, recorded_by=by,
    )  # fmt: skip
    ReviewPoint.objects.bulk_create(
        ReviewPoint(review=review, area=point.area, kind=point.kind, text=point.text) for point in points
    )
    log.record("programme.review.recorded", subject=log.subject_of(review), by=by)
    return review


@transaction.atomic
def record_decision(
    *,
    programme: Programme,
    body: Any,
    decided_on: PartialDate | None,
    words: str,
    letter: Letter,
    effect: str = "",
    subjects: Subjects | None = None,
    review: Review | None = None,
    on: date,
    by: Any,
) -> Decision:
    """An outside body's decision. To close or reopen it needs the body, the day, and the letter that says so."""
    subjects = subjects or Subjects()
    _refuse_unsigned(body, decided_on, letter if subjects.areas or subjects.actions else None, on)
    assert decided_on is not None
    _refuse_pointless(effect, subjects, on)
    number = programme.decisions.count() + 1
    decision = Decision.objects.create(
        programme=programme, key=f"{decided_on.isoformat()}-{number}", body=body, decided_on=decided_on, words=words,
        letter_title=letter.title, letter_address=letter.address, review=review, known_on=on, recorded_by=by,
    )  # fmt: skip
    Effect.objects.bulk_create(
        [Effect(decision=decision, effect=effect, area=area) for area in subjects.areas]
        + [Effect(decision=decision, effect=effect, action=action) for action in subjects.actions]
    )
    detail = {"effect": effect, "areas": [area.pk for area in subjects.areas]}
    log.record("programme.decision.recorded", subject=log.subject_of(decision), by=by, detail=detail)
    return decision


def _refuse_unsigned(body: Any, decided_on: PartialDate | None, letter: Letter | None, on: date) -> None:
    """`letter` is None for a decision that closes and reopens nothing."""
    if body is None:
        raise Refused("Choose the body that decided. An area closes only by a decision from outside.", "body")
    if letter is not None and body.kind in FROM_INSIDE:
        raise Refused(
            f"{body} is part of the local area. An area closes or reopens only by a decision from outside: "
            "of the inspectorates, the department or NHS England.",
            "body",
        )
    if decided_on is None:
        raise Refused("Give the day or month of the decision.", "decided_on")
    if decided_on.first > on:
        raise Refused("The decision is in the future. Record it when it has been made.", "decided_on")
    if letter is not None and not (letter.title.strip() and letter.address.strip()):
        raise Refused("Name the letter that says so and where it can be read.", "letter_title")


def _refuse_pointless(effect: str, subjects: Subjects, on: date) -> None:
    """Refuse to close what is closed and to reopen what is open: the record would say nothing new."""
    if not (subjects.areas or subjects.actions):
        return
    if effect not in EffectKind.values:
        raise Refused("Say whether the decision closes or reopens.", "effect")
    wants_open = effect == EffectKind.CLOSES
    Area.objects.select_for_update().filter(pk__in=[area.pk for area in subjects.areas]).order_by(
        "pk"
    ).count()
    standing: list[tuple[Any, Any]] = []
    openness = openness_of_areas(subjects.areas, on)
    standing += [(area, openness[area.pk]) for area in subjects.areas]
    standing += [(action, openness_of_action(action, on)) for action in subjects.actions]
    for subject, state in standing:
        if state.is_open != wants_open:
            word = "open" if state.is_open else "closed"
            raise Refused(f"{subject} is already {word}, so this decision would change nothing.", "areas")


@transaction.atomic
def record_sustained_check(
    *,
    area: Area,
    checked_on: PartialDate,
    answer: str,
    words: str,
    next_on: PartialDate | None,
    on: date,
    by: Any,
) -> SustainedCheck:
    """After an area closed: is it still so? Only a closed area can be asked."""
    if openness_of_areas([area], on)[area.pk].is_open:
        raise Refused("This area is open. Ask whether it has lasted after it has closed.")
    check = SustainedCheck.objects.create(
        area=area,
        checked_on=checked_on,
        answer=answer,
        words=words,
        next_on=next_on,
        known_on=on,
        recorded_by=by,
    )
    log.record("programme.area.checked", subject=log.subject_of(area), by=by)
    return check
