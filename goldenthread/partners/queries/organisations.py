"""Who an organisation was on a day: a clinical commissioning group until 30 June 2022, an integrated care board since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from goldenthread.partners.errors import PartnersError
from goldenthread.partners.models import Organisation, Succession


def organisation_on(organisation: Organisation, day: date) -> Organisation | None:
    """Who did this organisation's work on a day; None if nobody did, before its line began or after it ended.

    Raises PartnersError when several did: a merger asked about before its day, a split asked about since.
    """
    found = organisations_on(organisation, day)
    if len(found) > 1:
        names = ", ".join(sorted(one.name for one in found))
        raise PartnersError(
            f"On {day:%d %B %Y} several organisations stood for {organisation}: {names}. Name one of them."
        )
    return found[0] if found else None


def organisations_on(organisation: Organisation, day: date) -> list[Organisation]:
    """All who did this organisation's work on a day, back and forth along its line.

    An organisation with no first day is taken to begin when it first took over from another.
    """
    line = Succession.objects.select_related("predecessor", "successor").order_by("on", "pk")
    later, earlier = defaultdict(list), defaultdict(list)
    for step in line:
        later[step.predecessor_id].append(step)
        earlier[step.successor_id].append(step)
    if _begins_after(organisation, earlier[organisation.pk], day):
        return _backwards(organisation, earlier, day, {organisation.pk})
    return _forwards(organisation, later, day, {organisation.pk})


def _begins_after(organisation: Organisation, took_over: list[Succession], day: date) -> bool:
    if organisation.began_on is not None:
        return bool(organisation.began_on.first > day)
    return bool(took_over) and took_over[0].on > day


def _forwards(
    organisation: Organisation, later: dict[int, list[Succession]], day: date, seen: set[int]
) -> list[Organisation]:
    handed_over = [
        step.successor for step in later[organisation.pk] if step.on <= day and step.successor_id not in seen
    ]
    if handed_over:
        seen |= {one.pk for one in handed_over}
        return _each_once(found for one in handed_over for found in _forwards(one, later, day, seen))
    has_ended = organisation.ended_on is not None and organisation.ended_on.last < day
    return [] if has_ended else [organisation]


def _backwards(
    organisation: Organisation, earlier: dict[int, list[Succession]], day: date, seen: set[int]
) -> list[Organisation]:
    before = [
        step.predecessor
        for step in earlier[organisation.pk]
        if step.on > day and step.predecessor_id not in seen
    ]
    seen |= {one.pk for one in before}
    found: list[Organisation] = []
    for one in before:
        found += _backwards(one, earlier, day, seen) if _begins_after(one, earlier[one.pk], day) else [one]
    return _each_once(found)


def _each_once(organisations: Iterable[Organisation]) -> list[Organisation]:
    return list({one.pk: one for one in organisations}.values())
