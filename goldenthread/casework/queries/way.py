"""The way that a case is on, as a thread: what is behind, what is due now, and what has not come yet."""

from __future__ import annotations

from datetime import date, timedelta

from goldenthread.casework.process.course import Course
from goldenthread.casework.process.duties import Duty, last_day_of_representations
from goldenthread.casework.process.stages import BEFORE_PLAN, REVIEWING, Stage
from goldenthread.kit.clock import days_words
from goldenthread.kit.thread import Knot
from goldenthread.law.words import in_words


def way_of(course: Course, today: date) -> tuple[str, list[Knot]]:
    """The name of the way and its knots; nothing for a case that is on none."""
    if course.stage in BEFORE_PLAN:
        return "The way to a plan", _to_a_plan(course, today)
    if course.stage in REVIEWING or course.stage is Stage.AMEND_PROPOSED:
        return "The way through this review", _through_a_review(course, today)
    return "", []


def _to_a_plan(course: Course, today: date) -> list[Knot]:
    return [
        Knot("The request", "done", course.requested_on),
        _knot(course, Duty.DECIDE_TO_ASSESS, "The decision whether to assess", today),
        _advice(course, today),
        _knot(course, Duty.DECIDE_TO_ISSUE, "The decision whether to make a plan", today),
        Knot("The draft plan", "done", course.draft_on)
        if course.draft_on
        else Knot("The draft plan", "not_yet"),
        _views(course, today),
        _knot(course, Duty.FINALISE, "The final plan", today),
    ]


def _through_a_review(course: Course, today: date) -> list[Knot]:
    met = course.stage is not Stage.REVIEW_PREP
    held = next(
        (one.started_on for one in course.open.values() if one.duty is Duty.AMEND_AFTER_MEETING), None
    )
    if not met:
        return [
            _knot(course, Duty.REVIEW, "The review, with its decision", today),
            *(Knot(words, "not_yet") for words in ("The meeting", "The report", "The decision")),
        ]
    return [
        Knot("The meeting", "done", held),
        _knot(course, Duty.REVIEW_REPORT, "The report of the meeting", today),
        _knot(course, Duty.REVIEW_DECISION, "The decision: keep, change or end the plan", today),
        _knot(course, Duty.AMEND_AFTER_MEETING, "The changed plan, if it is changed", today),
    ]


def _knot(course: Course, duty: Duty, title: str, today: date) -> Knot:
    """A duty as a knot: still to be done, or done, in time or not."""
    running, done = course.open.get((duty, 0)), course.outcome(duty)
    if running is not None and running.due_on is not None:
        state = "late" if running.due_on < today else "due"
        return Knot(title, state, running.due_on, when_words=days_words(running.due_on, today))
    if done is None:
        return Knot(title, "not_yet")
    late = f"{done.days_late} day{'' if done.days_late == 1 else 's'} late" if done.days_late else ""
    return Knot(title, "done", done.done_on, when_words=late)


def _advice(course: Course, today: date) -> Knot:
    """All the advice together: how much has come, and when the last of it is due."""
    title = "Advice from professionals"
    came = sum(one.duty is Duty.ADVISE for one in course.done)
    waiting = [one for one in course.open.values() if one.duty is Duty.ADVISE]
    if not came and not waiting:
        return Knot(title, "not_yet")
    text = f"{came} of {came + len(waiting)} {'has' if came == 1 else 'have'} come."
    dated = [one.due_on for one in waiting if one.due_on]
    if not waiting:
        return Knot(
            title, "done", max(one.done_on for one in course.done if one.duty is Duty.ADVISE), text=text
        )
    if not dated:
        return Knot(title, "due", text=text)
    last = max(dated)
    state = "late" if min(dated) < today else "due"
    words = "Some of it is late" if state == "late" and last >= today else days_words(last, today)
    return Knot(title, state, last, when_words=words, text=text)


def _views(course: Course, today: date) -> Knot:
    """The family's 15 days."""
    title = "The family’s views on the draft"
    if course.draft_on is None:
        return Knot(title, "not_yet")
    last = last_day_of_representations(course.draft_on)
    if last < today:
        return Knot(title, "done", last, state_words="The 15 days are over")
    text = f"The plan can be final from {in_words(last + timedelta(days=1))}."
    return Knot(title, "due", last, when_words=days_words(last, today), text=text)
