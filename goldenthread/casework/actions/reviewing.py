"""An annual review: planned with notice, the child's views first, progress against each outcome, a recommendation, a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.models import Case, Event, Recommendation, Review
from goldenthread.casework.process.stages import REVIEWING, Stage
from goldenthread.casework.queries.reviews import outcomes_to_review, review_of, wants_adulthood
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.law import review as law
from goldenthread.law.words import in_words, listed

PROGRESS = (("met", "Reached"), ("partly-met", "Partly reached"), ("not-met", "Not reached"))
WRITTEN = ("views", "family_views", "adulthood", "recommendation", "reasons", "differences")


@transaction.atomic
def plan_review(*, case: Case, meeting_on: date, invited: list[str], on: date, by: Any) -> Review:
    """A day for the meeting, and who is invited today. Refuses a day that leaves them less than two weeks (reg 20(3)).

    The review is opened in the case if none is open.
    """
    last = law.invite_by(meeting_on).due_on
    if on > last:
        raise Refused(
            f"Those invited must have two weeks’ notice: for a meeting on {in_words(meeting_on)} they had to be invited by "
            f"{in_words(last)}. Choose a later day.",
            "meeting_on",
        )
    if not invited:
        raise Refused("Say who is invited.", "invited")
    review = review_of(case) or _opened(case, meeting_on, on, by)
    review = Review.objects.select_for_update().get(pk=review.pk)
    known = {who for who, _ in review.invited}
    review.meeting_on = meeting_on
    review.invited = [*review.invited, *([who, on.isoformat()] for who in invited if who not in known)]
    review.save(update_fields=["meeting_on", "invited"])
    log.record("casework.review.planned", subject=log.subject_of(case), by=by)
    return review


def _opened(case: Case, meeting_on: date, on: date, by: Any) -> Review:
    event = (
        case.events.in_force()
        .filter(kind="review-opened", is_struck=False, review=None)
        .order_by("-occurred_on")
        .first()
    )
    if event is None or Stage(case.standing.stage) not in REVIEWING:
        facts = {"meeting_on": meeting_on.isoformat()}
        event = record_event(case=case, kind="review-opened", occurred_on=on, facts=facts, on=on, by=by)
    return Review.objects.create(case=case, opened=event, recorded_by=by)


@transaction.atomic
def write_review(
    *, review: Review, edition: int, progress: dict[str, tuple[str, str]], by: Any, **words: str
) -> Review:
    """What is gathered so far; nothing need be whole yet. When somebody else saved since `edition`, Conflict carries theirs."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.sent_on:
        raise Refused("The report has gone out. What comes after it belongs to the decision.")
    if review.edition != edition:
        raise Conflict([review])
    for name in WRITTEN:
        setattr(review, name, words.get(name, getattr(review, name)).strip())
    review.progress = {line: list(one) for line, one in progress.items() if one[0] or one[1]}
    review.edition = edition + 1
    review.save(update_fields=[*WRITTEN, "progress", "edition"])
    log.record("casework.review.written", subject=log.subject_of(review.case), by=by)
    return review


@transaction.atomic
def send_report(*, review: Review, on: date, by: Any) -> Review:
    """The report goes to everybody who was invited, and its clock stops. Refuses one that lacks a part, naming it."""
    review = Review.objects.select_for_update().get(pk=review.pk)
    if review.sent_on:
        raise Refused("The report has gone out already.")
    if lacking := lacking_in(review, on):
        raise Refused(f"The report does not say {listed(lacking)}. Write it in, then send the report.")
    record_event(case=review.case, kind="review-reported", occurred_on=on, facts={}, on=on, by=by)
    review.sent_on = on
    review.save(update_fields=["sent_on"])
    log.record("casework.review.reported", subject=log.subject_of(review.case), by=by)
    return review


def lacking_in(review: Review, on: date) -> list[str]:
    """The parts that a report still lacks, in words."""
    lacking = []
    name = review.case.child.first_name
    if not review.views:
        lacking.append(f"what {name} thinks")
    left = [
        one
        for one in outcomes_to_review(review.case)
        if review.progress.get(one.id, [""])[0] not in dict(PROGRESS)
    ]
    if left:
        lacking.append(f"how far {len(left)} outcome{'' if len(left) == 1 else 's'} came")
    if wants_adulthood(review.case, on) and not review.adulthood:
        lacking.append("what was said of preparing for adulthood (regulation 20(6))")
    if review.recommendation not in Recommendation.values:
        lacking.append("what is recommended")
    if not review.reasons:
        lacking.append("the reasons")
    return lacking


@dataclass(frozen=True)
class Noted:
    """How many clocks were started, and the cases whose own events forbid it, each with the sentence that says why."""

    started: int
    refused: list[tuple[Case, str]]


@transaction.atomic
def expect_transfers(*, cases: list[Case], year: int, to: str, on: date, by: Any) -> Noted:
    """Note for many cases that a change of phase comes, so that its clock runs. Those whose clock runs are left alone."""
    started, refused = 0, []
    told = Event.objects.in_force().filter(
        kind="phase-transfer-expected", is_struck=False, facts__year=str(year)
    )
    held = set(told.filter(case__in=cases).values_list("case", flat=True))
    for case in (one for one in cases if one.pk not in held):
        facts = {"year": str(year), "to": to}
        try:
            with transaction.atomic():
                record_event(
                    case=case, kind="phase-transfer-expected", occurred_on=on, facts=facts, on=on, by=by
                )
        except Refused as why:
            refused.append((case, why.sentence))
        else:
            started += 1
    log.record(
        "casework.transfers.expected",
        subject="casework.case:many",
        by=by,
        detail={"year": year, "cases": started},
    )
    return Noted(started, refused)
