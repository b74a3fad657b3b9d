"""Who an organisation was on a day: before a hand-over its predecessor, after it its successor."""

from __future__ import annotations

from datetime import date

from goldenthread.partners.models import Organisation, Succession


def organisation_on(organisation: Organisation, day: date) -> Organisation:
    """The organisation of this line that acted on a day. What happened before a hand-over stays with the one before it."""
    hand_overs = list(Succession.objects.select_related("predecessor", "successor").order_by("on", "pk"))
    found, moved = organisation, True
    seen = {found.pk}
    while moved:
        moved = False
        for one in hand_overs:
            if day < one.on and one.successor_id == found.pk:
                found, moved = one.predecessor, True
            elif day >= one.on and one.predecessor_id == found.pk:
                found, moved = one.successor, True
            if moved:
                break
        if found.pk in seen:
            break
        seen.add(found.pk)
    return found
