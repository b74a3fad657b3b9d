"""Putting evidence forward: for what a review asked, and a frozen reading as evidence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.evidence.figures import FIGURES
from goldenthread.evidence.models import Answer, Frozen, ReadingAsEvidence
from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.errors import Refused
from goldenthread.programme.actions.evidence import add_evidence
from goldenthread.programme.choices import Confidence, EvidenceKind, EvidenceShows
from goldenthread.programme.models import Area, Evidence, ReviewPoint


@transaction.atomic
def answer(*, point: ReviewPoint, evidence: Iterable[Evidence], on: date, by: Any) -> list[Answer]:
    """What answers an ask from now on: exactly this evidence. Other evidence is taken back, and past days still show it."""
    chosen = {one.pk: one for one in evidence}
    if any(one.area.plan.programme_id != point.review.programme_id for one in chosen.values()):
        raise Refused("That evidence belongs to another programme. Choose some of this one.", "evidence")
    held = Answer.objects.select_for_update().filter(point=point, taken_back_on=None)
    known = set(held.values_list("evidence_id", flat=True))
    held.exclude(evidence__in=chosen).update(taken_back_on=on)
    made = [
        Answer.objects.create(point=point, evidence=one, answered_on=on, recorded_by=by)
        for pk, one in chosen.items()
        if pk not in known
    ]
    detail = {"evidence": sorted(chosen), "taken_back": sorted(known - set(chosen))}
    log.record("evidence.ask.answered", subject=log.subject_of(point), by=by, detail=detail)
    return made


@transaction.atomic
def use_as_evidence(
    *, frozen: Frozen, area: Area, shows: str = EvidenceShows.OUTCOME, on: date, by: Any
) -> Evidence:
    """A frozen reading as evidence of an area, waiting for a second person like any other. Once for each area."""
    if area.plan.programme_id != frozen.measure.plan.programme_id:
        raise Refused("The measure belongs to another programme than the area.", "area")
    Frozen.objects.select_for_update().get(pk=frozen.pk)
    if ReadingAsEvidence.objects.filter(frozen=frozen, evidence__area=area).exists():
        raise Refused("This reading is evidence of that area already.", "area")
    offered = FIGURES[frozen.figure][1] if frozen.figure in FIGURES else None
    made = add_evidence(
        area=area, title=f"{frozen.measure.name}, up to {in_words(frozen.until)}"[:300], kind=EvidenceKind.DATA,
        address=reverse("evidence:frozen", args=[frozen.pk]), dated_on=PartialDate.of(frozen.until), shows=shows,
        says=f"{frozen.counted.in_words}, {in_words(frozen.since)} to {in_words(frozen.until)}", owner="Counted by the system",
        confidence=Confidence.HIGH, is_publishable=bool(offered and offered.may_be_published(frozen.counted)), on=on, by=by,
    )  # fmt: skip
    ReadingAsEvidence.objects.create(evidence=made, frozen=frozen)
    log.record("evidence.reading.used", subject=log.subject_of(frozen), by=by)
    return made
