"""Service lines: begin one, and change what families read of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion
from goldenthread.partners.models import Organisation

WORDS = ("name", "does", "doing", "start", "call_whom", "call_number", "offer", "offer_link", "is_public")


@transaction.atomic
def open_line(
    *,
    slug: str,
    provider: Organisation,
    series: str,
    words: dict[str, Any],
    on: date,
    by: Any,
    is_invented: bool = False,
) -> ServiceLine:
    """A service whose waits will be sent. How it is counted is said once and for good."""
    if ServiceLine.objects.filter(slug=slug).exists():
        raise Refused("There is a service with this address. Choose another.", "slug")
    if ServiceLine.objects.filter(name__iexact=words["name"]).exists():
        raise Refused("There is a service of this name.", "name")
    line = ServiceLine.objects.create(
        slug=slug, provider=provider, series=series, is_invented=is_invented, recorded_by=by,
        offer_checked_on=on if words.get("offer") else None, **words,
    )  # fmt: skip
    log.record("commissioning.line.opened", subject=log.subject_of(line), by=by, detail={"series": series})
    return line


@transaction.atomic
def change_line(*, line: ServiceLine, words: dict[str, Any], on: date, by: Any) -> ServiceLine:
    """Other words for families. The offer counts as checked today; one that is needed cannot be taken away."""
    line = ServiceLine.objects.select_for_update().get(pk=line.pk)
    if "offer" in words and not words["offer"] and waits_are_long(line):
        raise Refused(
            "Children have waited over 18 weeks for this. Say what they can have meanwhile.", "offer"
        )
    for name, value in words.items():
        setattr(line, name, value)
    if "offer" in words:
        line.offer_checked_on = on if words["offer"] else None
    line.save(update_fields=[*words, "offer_checked_on"])
    log.record(
        "commissioning.line.changed", subject=log.subject_of(line), by=by, detail={"fields": sorted(words)}
    )
    return line


def waits_are_long(line: ServiceLine) -> bool:
    """Whether in its newest month anybody has waited over 18 weeks."""
    newest = (
        WaitMonthVersion.objects.latest_known().filter(record__line=line).order_by("-record__month").first()
    )
    return newest is not None and newest.over_18_weeks > 0
