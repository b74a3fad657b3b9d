"""Services that both partners buy, and people of each partner."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.commissioning.actions.joint import add_service
from goldenthread.commissioning.actions.money import add_budget, add_line
from goldenthread.commissioning.actions.returns import add_measure
from goldenthread.commissioning.actions.scenarios import add_scenario, change_line
from goldenthread.commissioning.actions.shared import add_cost, raise_dispute
from goldenthread.commissioning.models import (
    Dispute,
    ForecastLine,
    JointService,
    PersonalBudget,
    Scenario,
    ServiceMeasure,
    SharedCost,
)
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Organisation
from tests.commissioning.waits import trust
from tests.readers import person

TODAY = date(2026, 11, 20)


def make_service(name: str = "Therapies in schools", **fields: Any) -> JointService:
    given = {
        "name": name,
        "provider": trust(),
        "need": "speech",
        "from_age": 3,
        "to_age": 19,
        "buys": "Therapy.",
        **fields,
    }
    return add_service(fields=given, by=None)


def buyer(kind: str) -> Any:
    """A joint commissioner of the council or the NHS."""
    user = person("joint-commissioner")
    names = {OrganisationKind.COUNCIL: "Example Council", OrganisationKind.ICB: "Example Board"}
    organisation, _ = Organisation.objects.get_or_create(
        name=names[OrganisationKind(kind)], defaults={"kind": kind}
    )
    user.memberships.create(organisation=organisation, starts_on=date(2020, 1, 1))
    return user


def contract_fields(**more: Any) -> dict[str, Any]:
    return {"reference": "JC-1", "starts_on": date(2024, 4, 1), "ends_on": date(2027, 3, 31), "notice_months": 6,
            "extends_to": None, "value_pence": 100, "specification": "", **more}  # fmt: skip


def review_fields(**more: Any) -> dict[str, Any]:
    return {"held_on": date(2026, 11, 2), "for_council": "Head of SEND", "for_health": "Commissioner", "for_families": "",
            "decided": "Go on.", **more}  # fmt: skip


def need_fields(**more: Any) -> dict[str, Any]:
    return {"need": "vision", "words": "Children", "number": 96, "base": None, "as_at": date(2026, 9, 1),
            "source": "JSNA, page 4", "source_link": "", **more}  # fmt: skip


def line_fields(**more: Any) -> dict[str, Any]:
    return {"year": 2026, "provision": "special", "what": "Places", "band": None, "unit_pence": 1_450_033, "low": 600,
            "likely": 610, "high": 640, "assumption": "One school opens.", "outcome": "Needs met", **more}  # fmt: skip


def make_line(**more: Any) -> ForecastLine:
    return add_line(fields=line_fields(**more), by=None)


def budget_fields(**more: Any) -> dict[str, Any]:
    return {"reference": "PB-0001", "first_paid_on": date(2026, 9, 1), "education_pence": 100, "health_pence": 0, "care_pence": 0,
            **more}  # fmt: skip


def make_budget(**more: Any) -> PersonalBudget:
    return add_budget(fields=budget_fields(**more), by=None)


def measure_fields(**more: Any) -> dict[str, Any]:
    return {"name": "Answered", "counts": "Answered, of all who asked", "target": "", "owner": "Manager", "every_months": 3,
            "begins_on": date(2026, 1, 1), **more}  # fmt: skip


def make_measure(service: JointService | None = None, **more: Any) -> ServiceMeasure:
    return add_measure(service=service or make_service("Measured"), fields=measure_fields(**more), by=None)


def return_fields(period_ends_on: date, **more: Any) -> dict[str, Any]:
    return {
        "period_ends_on": period_ends_on,
        "value": "",
        "numerator": 9,
        "denominator": 10,
        "words": "",
        **more,
    }


def terms(**more: Any) -> dict[str, Any]:
    return {"total_pence": 10_001, "education_share": 5_000, "health_share": 5_000, "care_share": 0,
            "agreed_on": date(2026, 10, 1), "why": "Joint funding panel", **more}  # fmt: skip


def make_cost(reference: str = "JF-0001", **more: Any) -> SharedCost:
    fields = {"reference": reference, "kind": "placement", "starts_on": date(2026, 9, 1)}
    return add_cost(fields=fields, terms=terms(**more), on=TODAY, by=None)


def dispute_fields(**more: Any) -> dict[str, Any]:
    return {
        "raised_on": date(2026, 11, 1),
        "raised_by": "health",
        "about": "Night care",
        "settle_by": date(2026, 12, 13),
        **more,
    }


def make_dispute(of: Any, **more: Any) -> Dispute:
    return raise_dispute(about=of, fields=dispute_fields(**more), on=TODAY, by=None)


def change_fields(line: ForecastLine, **more: Any) -> dict[str, Any]:
    return {
        "line": line,
        "children": line.likely - 10,
        "unit_pence": None,
        "effect": "avoided",
        "assumption": "Outreach",
        **more,
    }


def make_scenario(line: ForecastLine | None = None, by: Any = None, **more: Any) -> Scenario:
    """A scenario of one driver, ten children fewer."""
    line = line or make_line(what="Otherwise")
    scenario = add_scenario(year=line.year, name="Outreach grows", why="Teachers visit", by=by)
    change_line(scenario=scenario, fields=change_fields(line, **more), by=by)
    return scenario
