"""Writing to the risk register."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.programme.actions.revising import first_version, revise
from goldenthread.programme.choices import Rung
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import Area, Programme, Risk, RiskVersion


@transaction.atomic
def add_risk(*, programme: Programme, area: Area | None, on: date, by: Any, **state: Any) -> Risk:
    """A new risk or issue, numbered after the last."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    risk = Risk.objects.create(
        programme=programme, key=f"R{programme.risks.count() + 1}", area=area, known_on=on
    )
    first_version(risk, on=on, by=by, **state)
    return risk


def update_risk(
    *, risk: Risk, changes: dict[str, Any], based_on: int | None, on: date, reason: str = "", by: Any
) -> RiskVersion:
    """A changed risk."""
    version: RiskVersion = revise(risk, changes=changes, based_on=based_on, on=on, reason=reason, by=by)
    return version


@transaction.atomic
def escalate_risk(*, risk: Risk, reason: str, on: date, by: Any) -> RiskVersion:
    """The risk one rung higher. It needs a reason; from the top there is nowhere to go."""
    rungs = list(Rung)
    now = risk.versions.get(known_until=None)
    at = rungs.index(Rung(now.rung))
    if at == len(rungs) - 1:
        raise Refused("This is already with DfE and NHS England. There is no higher rung.")
    if not reason.strip():
        raise Refused("Say why it goes higher.", "reason")
    return update_risk(
        risk=risk, changes={"rung": rungs[at + 1]}, based_on=now.pk, on=on, reason=reason, by=by
    )
