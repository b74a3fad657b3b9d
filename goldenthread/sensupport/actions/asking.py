"""A school asks for an assessment: so many reviewed cycles first, or a reason why not."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.models import Asked, Pupil


def reviewed_cycles(pupil: Pupil) -> int:
    """How many cycles of a pupil have been reviewed."""
    return pupil.cycles.exclude(reviewed_on=None).count()


@transaction.atomic
def note_request(*, pupil: Pupil, reason: str, parents_know: bool, on: date, by: Any) -> Asked:
    """That a school asks. With fewer reviewed cycles than the area expects it takes the exceptional way: refused without a
    reason. With one it goes in, because the law knows no such condition."""
    held = Pupil.objects.select_for_update().get(pk=pupil.pk)
    reviewed, expected = reviewed_cycles(held), settings.SEN_CYCLES
    if reviewed < expected and not reason.strip():
        raise Refused(
            f"{reviewed} of the {expected} reviewed cycles that our area expects are here. Write why you ask now.",
            "reason",
        )
    asked = Asked.objects.create(pupil=held, asked_on=on, reviewed_cycles=reviewed, expected_cycles=expected,
                                 reason=reason.strip(), recorded_by=by)  # fmt: skip
    log.record("sensupport.assessment.asked", subject=log.subject_of(held), by=by,
               detail={"parents_know": parents_know, "early": asked.is_early})  # fmt: skip
    return asked
