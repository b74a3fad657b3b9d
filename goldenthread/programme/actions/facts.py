"""Adding the facts of a plan (steps to approval, milestones, readings, what waits for what) and taking one back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions.evidence import is_bare_share
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import (
    Action,
    Area,
    Dependency,
    Measure,
    Milestone,
    Plan,
    Priority,
    Reading,
    RouteStep,
)
from goldenthread.programme.reading.values import read_value


@transaction.atomic
def add_route_step(
    *,
    plan: Plan,
    step: str,
    happened_on: PartialDate,
    body: Any,
    words: str,
    amendments: str,
    on: date,
    by: Any,
) -> RouteStep:
    """A step on a plan's way to approval. What really happened is taken, in whatever order it came."""
    _not_to_come(happened_on, on, "happened_on")
    made = RouteStep.objects.create(
        plan=plan, step=step, happened_on=happened_on, body=body, words=words, amendments=amendments, known_on=on,
        recorded_by=by,
    )  # fmt: skip
    log.record("programme.route.added", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def add_milestone(*, action: Action, title: str, due: PartialDate | None, on: date, by: Any) -> Milestone:
    """A milestone of an action."""
    if action.milestones.as_known_on(on).filter(title=title).exists():
        raise Refused(
            "This action has a milestone of these words already. Take that one back first.", "title"
        )
    made = Milestone.objects.create(action=action, title=title, due=due, known_on=on, recorded_by=by)
    log.record("programme.milestone.added", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def add_dependency(*, action: Action, needs: Action, on: date, by: Any) -> Dependency:
    """One action waits for another. Refuses a circle, and names it."""
    if action.area.plan.programme_id != needs.area.plan.programme_id:
        raise Refused("Choose an action of the same programme.", "needs")
    circle = _way(needs, action, on)
    if circle:
        named = " → ".join(one.number or "without a number" for one in [action, *circle])
        raise Refused(
            f"These would wait for each other in a circle: {named}. Choose another action.", "needs"
        )
    if action.waits_for.as_known_on(on).filter(needs=needs).exists():
        raise Refused("It waits for this action already.", "needs")
    made = Dependency.objects.create(action=action, needs=needs, known_on=on, recorded_by=by)
    log.record("programme.dependency.added", subject=log.subject_of(made), by=by)
    return made


def _way(start: Action, end: Action, on: date) -> list[Action]:
    """The actions on a way from one to another along what they wait for; empty when there is none."""
    came_from: dict[Action, Action | None] = {start: None}
    waiting = [start]
    while waiting:
        one = waiting.pop(0)
        if one == end:
            way: list[Action] = []
            step: Action | None = one
            while step is not None:
                way.insert(0, step)
                step = came_from[step]
            return way
        for link in one.waits_for.as_known_on(on).select_related("needs"):
            if link.needs not in came_from:
                came_from[link.needs] = one
                waiting.append(link.needs)
    return []


def value_of(text: str) -> dict[str, Any] | None:
    """A figure as written, with what can be read from it: the same reading as an import's."""
    value = read_value(text)
    if value is None:
        return None
    return {"as_written": value.as_written, "number": None if value.number is None else str(value.number),
            "op": value.op, "unit": value.unit, "note": value.note, "base": value.base}  # fmt: skip


@transaction.atomic
def add_measure(
    *, plan: Plan, name: str, definition: str, better: str, area: Area | None, baseline: str, target: str, on: date,
    by: Any,
) -> Measure:  # fmt: skip
    """A figure that a plan watches."""
    key = slugify(name)[:200]
    if not key or plan.measures.filter(key=key).exists():
        raise Refused("This plan has a measure of this name already. Give it a name of its own.", "name")
    made = Measure.objects.create(
        plan=plan, key=key, name=name, definition=definition, better=better, area=area, known_on=on,
        baseline=value_of(baseline), target=value_of(target),
    )  # fmt: skip
    log.record("programme.measure.added", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def add_reading(
    *, measure: Measure, period: PartialDate, actual: str, milestone: str, count: int | None = None, base: int | None,
    source: str, on: date, by: Any,
) -> Reading:  # fmt: skip
    """What a measure was, and was to be, at a time. `base` is how many people or plans the figure is out of, `count` how many.

    Refuses a percentage without both numbers, and one that they do not make.
    """
    if period.first > on:
        raise Refused("This time has not come yet. A reading is of what was.", "period")
    if not actual.strip() and not milestone.strip():
        raise Refused("Enter the figure, or the milestone that it was to reach.", "actual")
    if measure.readings.as_known_on(on).filter(period=period).exists():
        raise Refused(
            f"There is a reading of {period} already. Take that one back first, and say why.", "period"
        )
    was = value_of(_with_its_numbers(measure, actual.strip(), count, base))
    if was is not None and base is not None:
        was["base"] = base
    made = Reading.objects.create(
        measure=measure, period=period, actual=was, milestone=value_of(milestone), known_on=on,
        sources=[source] if source else [], recorded_by=by,
    )  # fmt: skip
    log.record("programme.reading.added", subject=log.subject_of(made), by=by)
    return made


def _with_its_numbers(measure: Measure, actual: str, count: int | None, base: int | None) -> str:
    """A figure as written, a percentage with how many of how many."""
    value = read_value(actual)
    if value is None or value.unit != "%" or value.number is None or not is_bare_share(actual):
        return actual
    if count is None or base is None:
        raise Refused(
            f"“{actual}” of “{measure.name}” is a percentage without its two numbers. Give how many, and out of how many. "
            "Nothing is recorded yet, and what you typed is still here.",
            "count" if count is None else "base",
        )
    made = Decimal(100 * count) / base
    if value.op == "=" and abs(made - value.number) >= 1:
        raise Refused(
            f"{count:,} of {base:,} is {made:.1f}%, and not {actual}. Look which of the three is wrong.",
            "actual",
        )
    return f"{actual} ({count:,} of {base:,})"


@transaction.atomic
def take_back(*, fact: Any, why: str, on: date, by: Any) -> Any:
    """A fact that counts no more from today. It stays in the record with the reason, and past days show it."""
    fact = type(fact).objects.select_for_update(of=("self",)).get(pk=fact.pk)
    if fact.taken_back_on is not None:
        raise Refused("Somebody has taken this back already.")
    if not why.strip():
        raise Refused("Say why it is taken back.", "why")
    fact.taken_back_on, fact.taken_back_why = on, why.strip()
    fact.save(update_fields=["taken_back_on", "taken_back_why"])
    log.record(f"{fact._meta.label_lower}.taken_back", subject=log.subject_of(fact), by=by)
    return fact


@transaction.atomic
def keep_priority(
    *, plan: Plan, priority: Priority | None, title: str, areas: list[Area], actions: list[Action], by: Any
) -> Priority:
    """A priority of a strategy, new or changed, with the areas and actions that carry it."""
    if priority is None:
        Plan.objects.select_for_update().get(pk=plan.pk)
        last = plan.priorities.order_by("-number").values_list("number", flat=True).first() or 0
        priority = Priority(plan=plan, number=last + 1)
    priority.title = title
    priority.save()
    priority.areas.set(areas)
    priority.actions.set(actions)
    log.record("programme.priority.kept", subject=log.subject_of(priority), by=by,
               detail={"areas": len(areas), "actions": len(actions)})  # fmt: skip
    return priority


def _not_to_come(day: PartialDate, on: date, field: str) -> None:
    if day.first > on:
        raise Refused("This day has not come yet. Record it when it has.", field)
