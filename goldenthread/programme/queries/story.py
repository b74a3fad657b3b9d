"""A programme told as a thread: what answers what, in the order in which it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.kit.clock import Clock, days_words
from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.thread import Knot
from goldenthread.programme import rating_key
from goldenthread.programme.choices import EffectKind, Regime, RouteStepKind
from goldenthread.programme.models import (
    Action,
    ActionVersion,
    Area,
    Plan,
    Programme,
    Review,
    ReviewPoint,
    RouteStep,
)
from goldenthread.programme.queries.actions import days_late, tallies_by_area
from goldenthread.programme.queries.areas import AreaNow, PlanNow, areas_as_known, programme_as_known
from goldenthread.programme.queries.deadlines import deadlines_of
from goldenthread.programme.queries.openness import effects_known_on
from goldenthread.programme.queries.sources import sources_of


@dataclass(frozen=True)
class AreaReport:
    """An area as the public reads it: how many promises, how many done, and the last thing a reviewer said."""

    now: AreaNow
    promised: int
    done: int
    overdue: int
    last_point: ReviewPoint | None

    @property
    def thread(self) -> list[Knot]:
        """Found, planned, closed: the short thread of the progress page."""
        return short_thread(self.now)


def area_reports(plans: list[PlanNow], day: date) -> dict[int, AreaReport]:
    """For each area's id, its report. The same number of queries however many areas and actions."""
    areas = [area for plan in plans for area in plan.areas]
    if not areas:
        return {}
    programme = areas[0].area.plan.programme
    tallies = tallies_by_area(programme, programme_as_known(programme, day).rating_key, day)
    points = (
        ReviewPoint.objects.filter(area__in=[area.area for area in areas], review__known_on__lte=day)
        .select_related("review")
        .order_by("area_id", "-review__held_on", "pk")
        .distinct("area_id")
    )
    said = {point.area_id: point for point in points}
    reports = {}
    for now in areas:
        tally = tallies.get(now.area.pk)
        counts = (tally.total, tally.finished, tally.overdue) if tally else (0, 0, 0)
        reports[now.area.pk] = AreaReport(now, *counts, said.get(now.area.pk))
    return reports


def short_thread(now: AreaNow) -> list[Knot]:
    """An area in a few knots: found, opened, closed by whom, opened again."""
    knots = []
    for spell in now.openness.spells:
        again = spell.opened_by is not None
        title = f"Opened again by {spell.opened_by.body}" if again else "Inspectors named it"
        knots.append(Knot(title, "done", spell.opened_on))
        if spell.closed_by is not None:
            by = f"Closed by {spell.closed_by.body}"
            knots.append(
                Knot(by, "closed", spell.closed_on, state_words="Closed", source=sources_of(spell.closed_by))
            )
    if now.is_open:
        knots.append(Knot("Still open", "due", state_words="Open"))
    return knots


def area_thread(now: AreaNow, day: date) -> list[Knot]:
    """An area's whole thread: the finding, its plan, what each review said, and the decisions."""
    area, dated = now.area, []
    for finding in area.answers.all():
        knot = Knot(
            "What inspectors found",
            "done",
            area.opened_on,
            text=f"“{finding.words}”",
            source=sources_of(finding),
        )
        dated.append((area.opened_on, 0, knot))
    for step in area.plan.route.as_known_on(day).select_related("body"):
        dated.append((step.happened_on, 1, route_knot(step)))
    points = ReviewPoint.objects.filter(area=area, review__known_on__lte=day).select_related("review")
    by_review: dict[Review, list[ReviewPoint]] = {}
    for point in points.order_by("review__held_on", "review_id", "pk"):
        by_review.setdefault(point.review, []).append(point)
    for review, said in by_review.items():
        children = tuple(Knot(point.text, "done", state_words=point.get_kind_display()) for point in said)
        knot = Knot(str(review.label or review.get_kind_display()), "done", review.held_on, children=children,
                    source=sources_of(review))  # fmt: skip
        dated.append((review.held_on, 2, knot))
    dated += [
        (effect.decision.decided_on, 3, _effect_knot(effect)) for effect in effects_known_on(day, area=area)
    ]
    for check in area.sustained_checks.as_known_on(day):
        title = f"Is it still so? {check.get_answer_display()}"
        dated.append((check.checked_on, 4, Knot(title, "done", check.checked_on, text=check.words)))
    knots = [knot for _, _, knot in sorted(dated, key=lambda row: (row[0], row[1]))]
    return knots if not now.is_open else [*knots, Knot("Still open", "due", state_words="Open")]


def route_knot(step: RouteStep) -> Knot:
    """A station on the way to approval."""
    text = " ".join(part for part in (step.words, step.amendments) if part)
    return Knot(step.get_step_display(), "done", step.happened_on, text=text, source=sources_of(step))


def _effect_knot(effect: Any) -> Knot:
    closes = effect.effect == EffectKind.CLOSES
    title = f"{'Closed' if closes else 'Opened again'} by {effect.decision.body}"
    state = "closed" if closes else "due"
    words = "Closed" if closes else "Opened again"
    decision = effect.decision
    return Knot(
        title, state, decision.decided_on, text=decision.words, state_words=words, source=sources_of(decision)
    )


def programme_thread(programme: Programme, day: date) -> list[Knot]:
    """Everything known of a programme on a day, in order, its deadlines included."""
    dated: list[tuple[PartialDate, Knot]] = []
    for event in programme.timeline.as_known_on(day):
        dated.append(
            (event.happened_on, Knot(event.what, "done", event.happened_on, source=sources_of(event)))
        )
    for plan in programme.plans.open_to_public().filter(known_on__lte=day).select_related("inspection"):
        for step in plan.route.as_known_on(day).select_related("body"):
            dated.append((step.happened_on, route_knot(step)))
        dated += _deadline_knots(plan, day)
    for review in programme.reviews.as_known_on(day).prefetch_related("decisions"):
        knot = Knot(str(review.label or review.get_kind_display()), "done", review.held_on, text=review.overall,
                    source=sources_of(review))  # fmt: skip
        dated.append((review.held_on, knot))
    for decision in (
        programme.decisions.as_known_on(day).select_related("body").prefetch_related("effects__area")
    ):
        dated.append((decision.decided_on, _decision_knot(decision)))
    return [knot for _, knot in sorted(dated, key=lambda row: row[0])]


def _decision_knot(decision: Any) -> Knot:
    names = [f"area {effect.area.number}" for effect in decision.effects.all() if effect.area]
    closes = any(effect.effect == EffectKind.CLOSES for effect in decision.effects.all())
    title = (
        f"{decision.body}: {'closed' if closes else 'decision on'} {', '.join(names)}"
        if names
        else str(decision.body)
    )
    state = "closed" if closes else "done"
    return Knot(title, state, decision.decided_on, text=decision.words, source=sources_of(decision),
                state_words="Closed" if closes else "Decided")  # fmt: skip


def _deadline_knots(plan: Plan, day: date) -> list[tuple[PartialDate, Knot]]:
    knots = []
    for one in deadlines_of(plan):
        if one.deadline is None:
            continue
        due = PartialDate.of(one.deadline.due_on)
        words = (
            "Deadline" if one.deadline.due_on <= day else f"Deadline {days_words(one.deadline.due_on, day)}"
        )
        knot = Knot(f"{plan.get_regime_display()} due", "done" if one.deadline.due_on <= day else "due", due,
                    text=one.deadline.explanation, state_words=words)  # fmt: skip
        knots.append((due, knot))
    return knots


def clocks_of(plan: Plan, today: date) -> list[Clock | str]:
    """The plan's legal clocks as the kit shows them; a sentence where one cannot run or cannot be judged."""
    steps = {step.step: step for step in plan.route.as_known_on(today).order_by("-happened_on")}
    sent, published = steps.get(RouteStepKind.SUBMITTED), steps.get(RouteStepKind.PUBLISHED)
    shown: list[Clock | str] = []
    for one in deadlines_of(plan):
        if one.deadline is None:
            shown.append(one.trouble)
        elif sent is None and published is not None:
            shown.append(
                f"It was due by {in_words(one.deadline.due_on)}: {one.deadline.explanation}. The day on which it was "
                f"sent is not known; it was published on {published.happened_on}. ({one.deadline.citation.text})"
            )
        else:
            shown.append(_clock(plan, one.deadline, today, sent.happened_on.last if sent else None))
    return shown


def _clock(plan: Plan, deadline: Any, today: date, done_on: date | None) -> Clock:
    doubt = " This length is unconfirmed: use the one that you were given." if deadline.unconfirmed else ""
    return Clock(
        what=f"The area must send its {plan.get_regime_display()}",
        due=deadline.due_on, today=today, who="The council and the health partner together",
        why=f"{deadline.explanation}.{doubt}", citation=deadline.citation.text, citation_href=deadline.citation.url,
        done_on=done_on,
    )  # fmt: skip


@dataclass(frozen=True)
class PublicAction:
    """An action as the public reads it. Ratings and notes stay inside; whether it is late is computed."""

    version: ActionVersion
    state: str
    word: str
    days_late: int
    sources: Any


def public_action(version: ActionVersion, key: rating_key.Key, day: date) -> PublicAction:
    """An action's public words on a day."""
    late = days_late(version, key, day)
    finished = version.delivery in rating_key.finished_codes(key)
    state = "late" if late else "done" if finished else "due" if version.delivery else "not_yet"
    word = (
        days_words(version.due, day)
        if late and version.due
        else rating_key.word(key, "delivery", version.delivery)
    )
    return PublicAction(version, state, word, late, sources_of(version.record))


def last_review(programme: Programme, day: date) -> Review | None:
    """The latest review that the area knew of."""
    review: Review | None = programme.reviews.as_known_on(day).prefetch_related("points__area").last()
    return review


def next_review(programme: Programme, day: date) -> PartialDate | None:
    """When the next review is expected, if the last one said so and it has not passed."""
    last = last_review(programme, day)
    return last.next_on if last and last.next_on and last.next_on.last >= day else None


@dataclass(frozen=True)
class StrategyNow:
    """A strategy with its priorities, each with the areas and actions that carry it."""

    plan: Plan
    priorities: list[tuple[Any, list[AreaNow], list[Action]]]
    route: list[Knot]


def strategies(programme: Programme, day: date) -> list[StrategyNow]:
    """The programme's strategies known on a day."""
    found = []
    plans = programme.plans.open_to_public().filter(known_on__lte=day, regime=Regime.STRATEGY)
    for plan in plans.prefetch_related("priorities__areas", "priorities__actions"):
        areas = areas_as_known(Area.objects.filter(priorities__plan=plan).distinct(), day)
        by_id = {area.area.pk: area for area in areas}
        rows = [
            (one, [by_id[area.pk] for area in one.areas.all() if area.pk in by_id], list(one.actions.all()))
            for one in plan.priorities.all()
        ]
        route = [route_knot(step) for step in plan.route.as_known_on(day).select_related("body")]
        found.append(StrategyNow(plan, rows, route))
    return found
