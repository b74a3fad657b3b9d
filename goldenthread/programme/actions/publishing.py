"""Publishing a plan: one frozen text for the public, committees and reviewers, and what differs from the last."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.audit import log
from goldenthread.kit.columns import Encoder
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import ActionVersion, AreaVersion, Plan, Publication
from goldenthread.programme.queries.actions import actions_as_known
from goldenthread.programme.queries.areas import areas_as_known

PUBLISHED_FIELDS = (
    "number",
    "text",
    "leads",
    "accountable",
    "agency",
    "start",
    "due",
    "success_criteria",
    "delivery",
)


def content_of(plan: Plan, day: date) -> dict[str, Any]:
    """What a publication of the plan holds: its areas and actions as known on a day, plain JSON."""
    areas: dict[str, Any] = {}
    for area in areas_as_known(plan.areas.all(), day):
        areas[area.area.key] = {
            "number": area.number, "title": area.title, "plain": area.version.plain, "is_open": area.is_open,
            "actions": {},
        }  # fmt: skip
    for version in actions_as_known(day, area__plan=plan):
        fields = {name: getattr(version, name, "") for name in PUBLISHED_FIELDS if name != "number"}
        areas[version.record.area.key]["actions"][version.record.key] = {
            "number": version.record.number,
            **fields,
        }
    plain: dict[str, Any] = json.loads(json.dumps({"title": plan.title, "areas": areas}, cls=Encoder))
    return plain


@transaction.atomic
def publish(*, plan: Plan, note: str = "", on: date, by: Any) -> Publication:
    """The plan's next version, frozen, with the SHA-256 of its text. Refuses whoever wrote any of what is new in it."""
    Plan.objects.select_for_update().get(pk=plan.pk)
    if by is not None and by.pk in _writers(plan):
        raise Refused(
            "You changed this plan since it was last published, so somebody else must read and publish it."
        )
    content = content_of(plan, on)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    last = plan.publications.aggregate(last=Max("number"))["last"] or 0
    publication = Publication.objects.create(
        plan=plan, number=last + 1, published_on=on, note=note, content=content, published_by=by,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )  # fmt: skip
    log.record("programme.plan.published", subject=log.subject_of(publication), by=by)
    return publication


def _writers(plan: Plan) -> set[int]:
    """Who changed the words of the plan since its last version."""
    last = plan.publications.last()
    since = {"recorded_at__gt": last.recorded_at} if last else {}
    held: list[Any] = [
        ActionVersion.objects.filter(record__area__plan=plan, **since),
        AreaVersion.objects.filter(record__plan=plan, **since),
    ]
    return {one for versions in held for one in versions.values_list("recorded_by", flat=True) if one}
