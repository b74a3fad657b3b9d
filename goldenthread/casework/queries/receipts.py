"""Who holds which version of a plan: told by the versions that they have opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import Case, PlanReceipt, PlanVersion
from goldenthread.casework.queries.talking import parties_of


@dataclass(frozen=True)
class Holder:
    """One person and the latest version that they have opened."""

    name: str
    version: int | None
    opened_on: date | None
    current: int

    @property
    def is_current(self) -> bool:
        """Whether it is the latest that there is."""
        return self.version == self.current


def holders(case: Case, on: date) -> list[Holder]:
    """Everybody of the family, and whoever else has opened a version; those who hold an old one first."""
    current = case.versions.order_by("-number").values_list("number", flat=True).first() or 0
    opened: dict[int, PlanReceipt] = {}
    receipts = PlanReceipt.objects.filter(version__case=case).select_related("user", "version")
    for one in receipts.order_by("version__number"):
        opened[one.user_id] = one
    found = [
        _holder(str(person), opened.pop(person.user_id, None) if person.user_id else None, current)
        for _, person in parties_of(case, on)
        if not hasattr(person, "born_on") or person.user_id
    ]
    found += [_holder(str(one.user), one, current) for one in opened.values()]
    return sorted(found, key=lambda one: (one.is_current, one.name))


def _holder(name: str, receipt: PlanReceipt | None, current: int) -> Holder:
    number = receipt.version.number if receipt else None
    return Holder(name, number, receipt.opened_on if receipt else None, current)


def latest_opened(version: PlanVersion, user: Any) -> int | None:
    """The latest version of the same plan that somebody had opened before; None for none."""
    held = PlanReceipt.objects.filter(version__case=version.case_id, user=user).order_by("-version__number")
    return held.values_list("version__number", flat=True).first()
