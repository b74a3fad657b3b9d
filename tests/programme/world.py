"""A small programme for tests: one inspection, one plan, and what a test adds."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.partners.models import Body
from goldenthread.programme.models import (
    Action,
    ActionVersion,
    Area,
    AreaVersion,
    Finding,
    Inspection,
    Plan,
    Programme,
    ProgrammeVersion,
)

PUBLISHED = date(2021, 11, 12)


def make_plan(
    *, slug: str = "testshire", is_public: bool = True, received_on: date | None = date(2021, 11, 5)
) -> Plan:
    """A programme with one inspection and a Written Statement of Action."""
    programme = Programme.objects.create(slug=slug, local_area="Testshire", authority="Testshire Council")
    ProgrammeVersion.objects.create(
        record=programme, title="SEND improvement in Testshire", known_from=PUBLISHED
    )
    inspection = Inspection.objects.create(
        programme=programme, key="2021", framework="Local area SEND", received_on=received_on,
        published_on=PartialDate.of(PUBLISHED),
    )  # fmt: skip
    return Plan.objects.create(
        programme=programme, key="wsoa", regime="wsoa", title="Written Statement of Action", inspection=inspection,
        known_on=PUBLISHED, is_public=is_public,
    )  # fmt: skip


def make_area(plan: Plan, *, title: str = "Plans need work") -> Area:
    """An area that answers a finding, open since the report."""
    number = plan.areas.count() + 1
    finding = Finding.objects.create(inspection=plan.inspection, number=number, words=f"weakness {number}")
    area = Area.objects.create(
        plan=plan,
        number=number,
        key=f"area-{number}",
        opened_on=PartialDate.of(PUBLISHED),
        known_on=PUBLISHED,
    )
    area.answers.add(finding)
    AreaVersion.objects.create(record=area, title=title, known_from=PUBLISHED)
    return area


def make_action(area: Area, *, known_from: date = date(2022, 1, 19), **state: Any) -> Action:
    """An action of an area with its first version."""
    number = f"{area.number}.{area.actions.count() + 1}"
    action = Action.objects.create(area=area, key=number, number=number, known_on=known_from)
    ActionVersion.objects.create(
        record=action, known_from=known_from, **{"text": f"Promise {number}", **state}
    )
    return action


def make_body(name: str) -> Body:
    """A body by its name."""
    return Body.objects.get_or_create(name=name)[0]
