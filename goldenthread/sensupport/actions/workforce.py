"""The record of SENCOs, champions and training."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.models import Attendance, Champion, SencoPost, Training
from goldenthread.sensupport.strategies import book


@transaction.atomic
def name_senco(
    *, setting: Organisation, name: str, starts_on: date, email: str = "", has_award: bool = False, by: Any
) -> SencoPost:
    """The SENCO of a school from a day; whoever had the post before had it until the day before."""
    running = SencoPost.objects.select_for_update().filter(setting=setting, ends_on=None).first()
    if running:
        if running.starts_on >= starts_on:
            raise Refused("The SENCO before took the post on this day or later. Check the day.", "starts_on")
        running.ends_on = starts_on - timedelta(days=1)
        running.save(update_fields=["ends_on"])
    post = SencoPost.objects.create(setting=setting, name=name.strip(), email=email, starts_on=starts_on, has_award=has_award,
                                    recorded_by=by)  # fmt: skip
    log.record("sensupport.senco.named", subject=log.subject_of(post), by=by)
    return post


@transaction.atomic
def note_qualification(
    *,
    post: SencoPost,
    has_award: bool,
    enrolled_on: date | None,
    qualified_on: date | None,
    on: date,
    by: Any,
) -> SencoPost:
    """How far the qualification is. Refuses a day that is to come, and an end before the beginning."""
    held = SencoPost.objects.select_for_update().get(pk=post.pk)
    if qualified_on and (qualified_on > on or (enrolled_on and qualified_on < enrolled_on)):
        raise Refused(
            "The qualification cannot be to come, or before the course began. Check the days.", "qualified_on"
        )
    held.has_award, held.enrolled_on, held.qualified_on = has_award, enrolled_on, qualified_on
    held.save(update_fields=["has_award", "enrolled_on", "qualified_on"])
    log.record("sensupport.senco.qualification", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def name_champion(*, setting: Organisation, name: str, area: str, starts_on: date, by: Any) -> Champion:
    """A champion for an area of need in a school."""
    champion = Champion.objects.create(
        setting=setting, name=name.strip(), area=area, starts_on=starts_on, recorded_by=by
    )
    log.record("sensupport.champion.named", subject=log.subject_of(champion), by=by)
    return champion


@transaction.atomic
def add_training(
    *,
    title: str,
    held_on: date,
    is_network: bool,
    is_co_delivered: bool,
    why: str,
    strategies: list[str],
    by: Any,
) -> Training:
    """A training or a meeting of the network."""
    known = book().by_code()
    training = Training.objects.create(
        title=title.strip(), held_on=held_on, is_network=is_network, is_co_delivered=is_co_delivered, why=why.strip(),
        strategies=[code for code in strategies if code in known], recorded_by=by,
    )  # fmt: skip
    log.record("sensupport.training.added", subject=log.subject_of(training), by=by)
    return training


@transaction.atomic
def note_attendance(
    *, training: Training, setting: Organisation, name: str, before: int | None, after: int | None, later: int | None = None,
    practice: str = "", by: Any,
) -> Attendance:  # fmt: skip
    """Somebody's attendance; entered again, what is new is added and what was there stays where nothing new is given."""
    held, is_new = Attendance.objects.select_for_update().get_or_create(
        training=training, setting=setting, name=name.strip(), defaults={"recorded_by": by}
    )
    for field, value in (("before", before), ("after", after), ("later", later)):
        if value is not None:
            setattr(held, field, value)
    held.practice = practice.strip() or held.practice
    held.save()
    log.record("sensupport.attendance.noted", subject=log.subject_of(training), by=by, detail={"new": is_new})
    return held
