"""Supported internships: begun, ended, what the job coach gave, and whether paid work came and lasts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.law.age import age_on
from goldenthread.transitions.actions.destinations import record_destination
from goldenthread.transitions.choices import Evidence, InWork, Where
from goldenthread.transitions.internships import LONGEST, OLDEST, SHORTEST, WEEKS, YOUNGEST, look_on
from goldenthread.transitions.models import CoachHours, Employer, Internship, WorkCheck


@transaction.atomic
def begin_internship(
    *, case: Case, employer: Employer, work: str, coach: str, starts_on: date, planned_end_on: date, on: date, by: Any
) -> Internship:  # fmt: skip
    """An internship that begins. Refuses one without a plan in force, under 16 or over 24, shorter than 6 months or longer than a
    year, and a second beside one that runs. From its first day the young person's destination is this internship."""
    case = Case.objects.select_for_update(of=("self",)).select_related("child", "standing").get(pk=case.pk)
    if case.standing.plan_made_on is None or case.standing.ended_on:
        raise Refused("A supported internship is for young people with an EHC plan in force.")
    if not YOUNGEST <= age_on(case.child.born_on, starts_on) <= OLDEST:
        raise Refused(f"It is for young people aged {YOUNGEST} to {OLDEST} on its first day.", "starts_on")
    if not SHORTEST <= planned_end_on - starts_on <= LONGEST:
        raise Refused(
            "A supported internship lasts between 6 months and a year. Check both dates.", "planned_end_on"
        )
    if Internship.objects.filter(case=case, ended_on=None).exists():
        raise Refused("An internship runs already. Say first how that one ended.")
    made = Internship.objects.create(
        case=case, employer=employer, work=work.strip(), coach=coach.strip(), starts_on=starts_on, planned_end_on=planned_end_on,
        recorded_by=by,
    )  # fmt: skip
    if starts_on <= on:
        _is_at(made, Where.INTERNSHIP, str(employer), starts_on, on, by)
    log.record("transitions.internship.begun", subject=log.subject_of(made), by=by)
    return made


def _is_at(internship: Internship, where: Where, place: str, known_on: date, on: date, by: Any) -> None:
    """The same word for the list of destinations."""
    record_destination(case=internship.case, where=where, place=place, known_on=known_on, evidence=Evidence.EMPLOYER,
                       told="From the supported internship", on=on, by=by)  # fmt: skip


def _held(internship: Internship, edition: int) -> Internship:
    held = (
        Internship.objects.select_for_update(of=("self",))
        .select_related("case__child", "employer")
        .get(pk=internship.pk)
    )
    if held.edition != edition:
        raise Refused("Somebody changed this internship while you wrote. What stands above is up to date.")
    held.edition += 1
    return held


@transaction.atomic
def end_internship(
    *,
    internship: Internship,
    ended_on: date,
    is_completed: bool,
    ending: str,
    edition: int,
    on: date,
    by: Any,
) -> Internship:
    """The internship is over: completed, or left before its end, with the reason."""
    held = _held(internship, edition)
    if held.ended_on:
        raise Refused(f"This internship ended on {held.ended_on:%-d %B %Y} already.")
    if not held.starts_on <= ended_on <= on:
        raise Refused("The last day is between the first day and today. Check the date.", "ended_on")
    if not is_completed and not ending.strip():
        raise Refused("Say why it ended early: it helps the next young person there.", "ending")
    held.ended_on, held.is_completed, held.ending = ended_on, is_completed, ending.strip()
    held.save(update_fields=["ended_on", "is_completed", "ending", "edition"])
    log.record(
        "transitions.internship.ended",
        subject=log.subject_of(held),
        by=by,
        detail={"completed": is_completed},
    )
    return held


@transaction.atomic
def begin_paid_work(
    *, internship: Internship, paid_from: date, paid_by: str, edition: int, on: date, by: Any
) -> Internship:
    """Paid work came of it, with this employer or another. The looks after 13, 26 and 52 weeks count from this day."""
    held = _held(internship, edition)
    if held.paid_from:
        raise Refused(f"Paid work began on {held.paid_from:%-d %B %Y} already.")
    if not held.starts_on <= paid_from <= on:
        raise Refused(
            "Paid work began between the internship’s first day and today. Check the date.", "paid_from"
        )
    if not paid_by.strip():
        raise Refused("Say who pays for the work.", "paid_by")
    held.paid_from, held.paid_by = paid_from, paid_by.strip()
    held.save(update_fields=["paid_from", "paid_by", "edition"])
    _is_at(held, Where.WORK, held.paid_by, paid_from, on, by)
    log.record("transitions.internship.paid", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def check_work(
    *, internship: Internship, weeks: int, in_work: str, evidence: str, edition: int, on: date, by: Any
) -> WorkCheck:
    """Whether the paid work lasted so many weeks. Refuses a look before its day, and one that was taken."""
    held = _held(internship, edition)
    if held.paid_from is None or weeks not in WEEKS or look_on(held.paid_from, weeks) > on:
        raise Refused("The day of this look has not come yet.", "weeks")
    if held.checks.filter(weeks=weeks).exists():
        raise Refused(f"The look after {weeks} weeks was taken already.", "weeks")
    if (in_work == InWork.NOT_KNOWN) != (evidence == Evidence.TRIED):
        raise Refused(
            "“We asked and could not find out” goes with “Could not find out”, and with nothing else.",
            "evidence",
        )
    held.save(update_fields=["edition"])
    made = WorkCheck.objects.create(
        internship=held, weeks=weeks, checked_on=on, in_work=in_work, evidence=evidence, recorded_by=by
    )
    if in_work == InWork.YES:
        _is_at(held, Where.WORK, held.paid_by, look_on(held.paid_from, weeks), on, by)
    log.record("transitions.internship.checked", subject=log.subject_of(held), by=by, detail={"weeks": weeks})
    return made


@transaction.atomic
def add_hours(
    *, internship: Internship, worked_on: date, minutes: int, what: str, on: date, by: Any
) -> CoachHours:
    """Time that the job coach gave on a day, in the internship or in the paid work after it. Two entries of a day stand beside
    each other; more than a day in a day is refused."""
    held = Internship.objects.select_for_update().get(pk=internship.pk)
    if not held.starts_on <= worked_on <= on:
        raise Refused("The day is between the internship’s first day and today. Check the date.", "worked_on")
    if not 1 <= minutes <= 24 * 60:
        raise Refused("Give the time in minutes, from 1 to 1,440.", "minutes")
    made = CoachHours.objects.create(
        internship=held, worked_on=worked_on, minutes=minutes, what=what.strip(), recorded_by=by
    )
    log.record("transitions.coach.worked", subject=log.subject_of(held), by=by, detail={"minutes": minutes})
    return made
