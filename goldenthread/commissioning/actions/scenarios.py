"""What if: begin a scenario, change a driver in it, sign its assumptions."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import (
    Effect,
    ForecastLine,
    Scenario,
    ScenarioChange,
    ScenarioSignature,
)
from goldenthread.commissioning.queries.money import worked_out
from goldenthread.commissioning.queries.scenarios import compared


@transaction.atomic
def add_scenario(*, year: int, name: str, why: str, by: Any, is_invented: bool = False) -> Scenario:
    """A scenario of a year that has a forecast."""
    if Scenario.objects.filter(year=year, name__iexact=name).exists():
        raise Refused("The year has a scenario of this name.", "name")
    if not ForecastLine.objects.filter(year=year).exists():
        raise Refused("This year has no forecast that could go otherwise. Enter one first.", "year")
    made = Scenario.objects.create(year=year, name=name, why=why, is_invented=is_invented, recorded_by=by)
    log.record("commissioning.scenario.added", subject=log.subject_of(made), by=by, detail={"year": year})
    return made


@transaction.atomic
def change_line(*, scenario: Scenario, fields: dict[str, Any], by: Any) -> ScenarioChange:
    """A driver that goes otherwise: once more, it replaces what the scenario said of it, and is signed anew."""
    held = Scenario.objects.select_for_update().get(pk=scenario.pk)
    line: ForecastLine = fields["line"]
    if line.year != held.year:
        raise Refused("This line is of another year.", "line")
    driven = worked_out(line).driven
    if driven is None:
        raise Refused("This line has no price for the whole year. Enter the band’s rate first.", "line")
    unit = driven.unit_pence if fields["unit_pence"] is None else fields["unit_pence"]
    difference = fields["children"] * unit - driven.likely * driven.unit_pence
    if difference == 0:
        raise Refused("This is what the forecast says. Change the number or the price.", "children")
    if (difference > 0) != (fields["effect"] == Effect.PRESSURE):
        says = "more" if difference > 0 else "less"
        raise Refused(f"This comes to {says} than the forecast. Choose what fits that.", "effect")
    rest = {name: fields[name] for name in ("children", "unit_pence", "effect", "assumption")}
    made, _ = ScenarioChange.objects.update_or_create(
        scenario=held, line=line, defaults={**rest, "recorded_by": by}
    )
    held.edition += 1
    held.save(update_fields=["edition"])
    detail = {"edition": held.edition}
    log.record("commissioning.scenario.changed", subject=log.subject_of(held), by=by, detail=detail)
    return made


@transaction.atomic
def sign_scenario(*, scenario: Scenario, edition: int, role: str, on: date, by: Any) -> ScenarioSignature:
    """Sign the assumptions of the newest edition. Nobody signs alone for what they wrote themselves."""
    held = Scenario.objects.select_for_update().get(pk=scenario.pk)
    if held.edition != edition:
        raise Refused("An assumption was changed meanwhile. Read it, and sign that.")
    changes = list(held.changes.all())
    if not changes:
        raise Refused("This scenario assumes nothing yet.")
    if any(one.recorded_by_id == by.pk for one in changes):
        raise Refused("You wrote one of these assumptions. Somebody else signs them.")
    if held.signatures.filter(edition=edition, signed_by=by).exists():
        raise Refused("You have signed this already.")
    total = compared(held).total
    signed = ScenarioSignature.objects.create(
        scenario=held, edition=edition, role=role, total_pence=total, signed_by=by, signed_on=on
    )
    log.record(
        "commissioning.scenario.signed", subject=log.subject_of(held), by=by, detail={"edition": edition}
    )
    return signed
