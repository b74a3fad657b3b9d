"""What one person should do next, the most serious first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import Standing
from goldenthread.kit.clock import days_words
from goldenthread.kit.dates import in_words
from goldenthread.programme import rating_key
from goldenthread.programme.models import Evidence, Plan, Programme, RouteStep, UpdateRequest
from goldenthread.programme.queries.actions import closed_on, days_late, led_by, overdue_actions
from goldenthread.programme.queries.areas import programme_as_known
from goldenthread.programme.queries.deadlines import deadlines_of
from goldenthread.programme.queries.story import next_review

SOON = timedelta(days=30)
REVIEW_AHEAD = timedelta(days=60)
SHOWN_TEXT = 160

LAW, LATE_UPDATE, LATE_ACTION, LATE_OTHERS, UPDATE, EVIDENCE, ACTION, REVIEW = range(8)


@dataclass(frozen=True)
class Job:
    """One line of somebody's work: what to do, why it stands where it stands, and the record it is done to."""

    seriousness: int
    due: date
    kind: str
    do: str
    reason: str
    state: str
    state_words: str
    programme: Programme
    record: Any


def programmes_of(standing: Standing) -> list[Programme]:
    """The programmes that somebody may see."""
    return list(Programme.objects.within(standing.reach(Permission.VIEW_PROGRAMME)).order_by("pk"))


def jobs_of(standing: Standing, programmes: list[Programme], day: date) -> list[Job]:
    """Everything that waits for a person on a day. The number of queries follows the programmes, not the jobs."""
    keys = {programme.pk: programme_as_known(programme, day).rating_key for programme in programmes}
    jobs = [
        *_asked(standing.user, keys, day),
        *_led(standing.user, keys, day),
        *_evidence(standing, keys, day),
    ]
    for programme in programmes:
        jobs += _deadlines(standing, programme, day)
        jobs += _late_in_programme(standing, programme, keys[programme.pk], day)
        jobs += _reviews(programme, day)
    return sorted(jobs, key=lambda job: (job.seriousness, job.due))


def _short(text: str) -> str:
    return text if len(text) <= SHOWN_TEXT else f"{text[:SHOWN_TEXT].rsplit(' ', 1)[0]} …"


def _asked(user: Any, keys: dict[int, Any], day: date) -> list[Job]:
    waiting = UpdateRequest.objects.filter(
        asked_of=user, answered_on=None, action__area__plan__programme__in=keys
    ).select_related("action__area__plan__programme", "recorded_by")
    return [_asked_job(request, day) for request in waiting]


def _asked_job(request: UpdateRequest, day: date) -> Job:
    late = request.due_on < day
    who = request.recorded_by or "The programme"
    question = f": “{request.question}”" if request.question else ""
    return Job(
        LATE_UPDATE if late else UPDATE, request.due_on, "action",
        f"Give the update on {request.action.name_in_sentence} by {in_words(request.due_on)}",
        f"{who} asked for it on {in_words(request.asked_on)}{question}",
        "late" if late else "due", days_words(request.due_on, day).capitalize(),
        request.action.area.plan.programme, request.action,
    )  # fmt: skip


def _led(user: Any, keys: dict[int, Any], day: date) -> list[Job]:
    held = led_by(user, day).filter(record__area__plan__programme__in=keys, due__isnull=False)
    return [job for version in held.exclude(closed_on(day)) if (job := _led_job(version, keys, day))]


def _led_job(version: Any, keys: dict[int, Any], day: date) -> Job | None:
    programme = version.record.area.plan.programme
    key, name = keys[programme.pk], version.record.name_in_sentence
    late = days_late(version, key, day)
    if late:
        do = f"Bring {name} up to date: {days_words(version.due, day)}"
        return Job(LATE_ACTION, version.due.last, "action", do, _short(version.text), "late",
                   f"Due {version.due}", programme, version.record)  # fmt: skip
    if version.delivery in rating_key.finished_codes(key) or version.due.last > day + SOON:
        return None
    return Job(ACTION, version.due.last, "action", f"Finish {name} by {version.due}", _short(version.text), "due",
               days_words(version.due, day).capitalize(), programme, version.record)  # fmt: skip


def _evidence(standing: Standing, keys: dict[int, Any], day: date) -> list[Job]:
    waiting = (
        Evidence.objects.as_known_on(day)
        .filter(confirmed_on=None, area__plan__programme__in=keys)
        .exclude(recorded_by=standing.user)
        .select_related("area__plan__programme", "action", "recorded_by")
    )
    reach = standing.reach(Permission.CONFIRM_EVIDENCE)
    return [
        Job(
            EVIDENCE, one.known_on, "evidence", f"Confirm the evidence “{_short(one.title)}”",
            f"{one.recorded_by or 'An import'} added it on {in_words(one.known_on)}. A second person must confirm it.",
            "due", "Waiting", one.area.plan.programme, one,
        )
        for one in waiting
        if reach.covers(one.area.plan.programme.slug)
    ]  # fmt: skip


def _deadlines(standing: Standing, programme: Programme, day: date) -> list[Job]:
    """Legal clocks that run: of plans that have not been submitted or published."""
    if not standing.reach(Permission.EDIT_PLAN).covers(programme.slug):
        return []
    sent = RouteStep.objects.as_known_on(day).filter(step__in=["submitted", "published"]).values("plan")
    plans = Plan.objects.filter(programme=programme, known_on__lte=day).exclude(pk__in=sent)
    return [
        Job(
            LAW, one.deadline.due_on, "plan", f"Send the {plan.get_regime_display()} by {in_words(one.deadline.due_on)}",
            one.deadline.explanation, "late" if one.deadline.due_on < day else "due",
            days_words(one.deadline.due_on, day).capitalize(), programme, plan,
        )
        for plan in plans.select_related("inspection")
        for one in deadlines_of(plan)
        if one.deadline
    ]  # fmt: skip


def _late_in_programme(standing: Standing, programme: Programme, key: Any, day: date) -> list[Job]:
    """For those who may ask for updates: how many of other people's actions are late."""
    if not standing.reach(Permission.ASK_FOR_UPDATES).covers(programme.slug):
        return []
    late = overdue_actions(programme, key, day).exclude(record__led_by=standing.user)
    count = late.count()
    if not count:
        return []
    what = "1 late action" if count == 1 else f"{count} late actions"
    return [
        Job(LATE_OTHERS, day, "overdue", f"Ask for updates on {what} of {programme}",
            "The leads are other people, or nobody yet.", "late", "Late", programme, programme)
    ]  # fmt: skip


def _reviews(programme: Programme, day: date) -> list[Job]:
    expected = next_review(programme, day)
    if expected is None or expected.first > day + REVIEW_AHEAD:
        return []
    return [
        Job(REVIEW, expected.last, "review", f"Prepare for the next review of {programme}",
            f"The last review said {expected}.", "due", days_words(expected, day).capitalize(), programme, programme)
    ]  # fmt: skip
