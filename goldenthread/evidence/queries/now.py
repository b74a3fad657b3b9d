"""The programme as known on a day, for every part of a document."""

from __future__ import annotations

from datetime import date

from goldenthread.evidence.publishing.parts import PlanLine
from goldenthread.evidence.queries.measured import measured
from goldenthread.programme import rating_key
from goldenthread.programme.models import ActionVersion, Programme
from goldenthread.programme.queries.actions import actions_as_known, tallies_by_area
from goldenthread.programme.queries.areas import plans_as_known, programme_as_known


class Now:
    """The programme as known on a day, read once for all parts."""

    def __init__(self, programme: Programme, day: date) -> None:
        self.programme, self.day = programme, day
        self.words = programme_as_known(programme, day)
        self.key = self.words.rating_key
        self.plans = [plan for plan in plans_as_known(programme, day, public=True) if plan.areas]
        self.tallies = tallies_by_area(programme, self.key, day)
        self.measured = measured(programme, day)
        self.versions: dict[int, list[PlanLine]] = {}
        first = _first_dues(programme, day)
        for version in actions_as_known(day, area__plan__programme=programme, area__plan__is_public=True):
            action = version.record
            self.versions.setdefault(action.area_id, []).append(
                PlanLine(
                    f"{action.area.plan.key}/{action.area.key}/{action.key}", f"{action.area.number}", action.number or "",
                    version.text, version.due.isoformat() if version.due else "", first.get(action.pk, ""),
                    rating_key.word(self.key, "delivery", version.delivery), "; ".join(version.leads),
                )
            )  # fmt: skip


def _first_dues(programme: Programme, day: date) -> dict[int, str]:
    """The first due date that was known of each action, by the day on which it was known."""
    rows = ActionVersion.objects.filter(record__area__plan__programme=programme, known_from__lte=day)
    found: dict[int, str] = {}
    for record, due in rows.order_by("known_from", "pk").values_list("record_id", "due"):
        if due is not None:
            found.setdefault(record, due.isoformat())
    return found
