"""The measures of a programme that count themselves, as a board reads them: now, when it last met, and against the target."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.evidence.queries.live import Live, live_measures
from goldenthread.programme.models import Measure, Programme


@dataclass(frozen=True)
class OnTheBoard:
    """A measure now and on an earlier day; `before` is None where it did not count itself yet."""

    now: Live
    before: Live | None

    @property
    def moved(self) -> str:
        """The movement since the earlier day in words; empty where there is nothing to compare."""
        then, offered = self.before, self.now.offered
        if then is None or offered is None or then.tie.pk != self.now.tie.pk:
            return ""
        old, new = _value(then), _value(self.now)
        if old is None or new is None:
            return ""
        by = round(new - old, 1)
        if not by:
            return "No change"
        return f"{_amount(abs(by), offered.unit)} {'more' if by > 0 else 'less'}"

    @property
    def is_better(self) -> bool | None:
        """Whether it moved the right way; None where nobody says which way that is, or where it did not move."""
        better = self.now.measure.better or (self.now.offered.better if self.now.offered else "")
        if not better or self.moved in ("", "No change"):
            return None
        return self.moved.endswith("more") == (better == "higher")

    @property
    def against_target(self) -> tuple[str, str]:
        """A state and words: reached, or how far off; empty where there is no target in the same unit."""
        wanted, value = target_of(self.now), _value(self.now)
        if wanted is None or value is None or self.now.offered is None:
            return "", ""
        better = self.now.measure.better or self.now.offered.better or "higher"
        short = round(wanted - value if better == "higher" else value - wanted, 1)
        if short <= 0:
            return "done", "Reached"
        return "late", f"{_amount(short, self.now.offered.unit)} short"


def _value(live: Live) -> float | None:
    return live.counted.value if live.counted else None


def _amount(by: float, unit: str) -> str:
    if unit == "%":
        return f"{by:.1f} points"
    return f"{by:,.0f}"


def target_of(live: Live) -> float | None:
    """The number of the plan's target, where it is in the unit that is counted."""
    target = live.measure.target or {}
    number = target.get("number")
    if live.offered is None or number is None or (target.get("unit") or "") != live.offered.unit:
        return None
    return float(number)


def board_measures(programme: Programme, day: date, since: date, today: date) -> list[OnTheBoard]:
    """Those that count themselves on a day, in the order of the plans and areas, beside an earlier day. Five queries at most."""
    held = list(
        Measure.objects.filter(plan__programme=programme, known_on__lte=day).select_related("plan", "area")
        .order_by("plan__known_on", "plan", "area__number", "name")
    )  # fmt: skip
    now, before = live_measures(held, day, today), live_measures(held, since, today)
    return [OnTheBoard(now[one.pk], before.get(one.pk)) for one in held if one.pk in now]
