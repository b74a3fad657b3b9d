"""Signing a return: two different people, and then it is frozen under its number and its hash."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.returns.actions.turns import one_at_a_time
from goldenthread.returns.models import DraftState, ReturnDraft


@transaction.atomic
def sign(*, draft: ReturnDraft, on: date, reason: str = "", by: Any) -> ReturnDraft:
    """The first signature, or the second, with which the return is frozen.

    Refuses the same person twice, a draft that is not the last of its year, and errors without a reason.
    """
    one_at_a_time()
    draft = ReturnDraft.objects.select_for_update().get(pk=draft.pk)
    if draft.state == DraftState.FROZEN:
        raise Refused("This return is frozen already. To send another, make a new draft.")
    if not draft.is_made:
        raise Refused("This draft is not made yet. Wait until it is there.")
    if ReturnDraft.objects.filter(year=draft.year, pk__gt=draft.pk).exclude(state=DraftState.FAILED).exists():
        raise Refused("There is a newer draft of this year. Sign that one.")
    if draft.state == DraftState.SIGNED:
        return _freeze(draft, on, by)
    if draft.errors and not reason.strip():
        raise Refused(
            f"The checks found {draft.errors:,} errors. Mend them, or say why the return goes in as it is.",
            "reason",
        )
    draft.state, draft.signed_by, draft.signed_on = DraftState.SIGNED, by, on
    draft.reason = reason.strip()
    draft.save(update_fields=["state", "signed_by", "signed_on", "reason"])
    log.record("returns.draft.signed", subject=log.subject_of(draft), by=by, detail={"sha256": draft.sha256})
    return draft


def _freeze(draft: ReturnDraft, on: date, by: Any) -> ReturnDraft:
    if draft.signed_by_id == getattr(by, "pk", None):
        raise Refused("You signed it as the first person. The second must be somebody else.")
    draft.state, draft.countersigned_by, draft.frozen_on = DraftState.FROZEN, by, on
    draft.save(update_fields=["state", "countersigned_by", "frozen_on"])
    detail = {"sha256": draft.sha256, "year": draft.year, "serial": draft.serial}
    log.record("returns.draft.frozen", subject=log.subject_of(draft), by=by, detail=detail)
    return draft
