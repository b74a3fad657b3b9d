"""How many people there are, entered with who counted them; and what will be done to hear those whom we do not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.participation.choices import About
from goldenthread.participation.errors import Refused
from goldenthread.participation.models import Outreach, People


@transaction.atomic
def enter_people(
    *, about: str, who: str, groups: list[tuple[str, int]], as_at: date, source: str, today: date, by: Any
) -> People:
    """How many people there are of each group. An earlier count stays. Refuses one without a source, or of a day to come."""
    if as_at > today:
        raise Refused("Enter the day on which they were counted: it cannot be still to come.", "as_at")
    if not source.strip():
        raise Refused("Enter who counted them and where it can be read.", "source")
    if len(groups) < 2 or not sum(number for _, number in groups):
        raise Refused("Enter at least two groups, and somebody in one of them.", "groups")
    held = People.objects.create(
        about=About(about), who=who.strip(), groups=[list(one) for one in groups], as_at=as_at, source=source.strip(),
        entered_by=log.person(by),
    )  # fmt: skip
    log.record("participation.people.entered", subject=log.subject_of(held), by=by, detail={"about": about})
    return held


@transaction.atomic
def plan_outreach(
    *, about: str, group: str, will_do: str, who: str, due_on: date, on: date, by: Any
) -> Outreach:
    """Say, for everybody to read, what will be done to hear a group, who does it and by when."""
    if due_on < on:
        raise Refused("Enter a day that is not past.", "due_on")
    held = Outreach.objects.create(
        about=About(about), group=group.strip(), will_do=will_do.strip(), who=who.strip(), due_on=due_on
    )
    log.record("participation.outreach.planned", subject=log.subject_of(held), by=by, detail={"about": about})
    return held


@transaction.atomic
def finish_outreach(*, outreach: Outreach, came_of_it: str, done_on: date, today: date, by: Any) -> Outreach:
    """It was done, and this came of it. Refuses a second time: what was written then stays."""
    held = Outreach.objects.select_for_update().get(pk=outreach.pk)
    if held.done_on is not None:
        raise Refused("Somebody has written already what came of it.")
    if done_on > today:
        raise Refused("Enter the day on which it was done: it cannot be still to come.", "done_on")
    if not came_of_it.strip():
        raise Refused("Enter what came of it, even if that is: nobody came.", "came_of_it")
    held.done_on, held.came_of_it = done_on, came_of_it.strip()
    held.save(update_fields=["done_on", "came_of_it"])
    log.record("participation.outreach.finished", subject=log.subject_of(held), by=by)
    return held
