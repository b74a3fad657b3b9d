"""What a partnership board looks at, as known on a day, and what has moved since it last met."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.partners.choices import BodyKind
from goldenthread.partners.models import Meeting
from goldenthread.programme import rating_key
from goldenthread.programme.choices import Rung
from goldenthread.programme.models import Programme, RiskVersion
from goldenthread.programme.queries.actions import Tally, overdue_actions, tallies_by_area
from goldenthread.programme.queries.areas import AreaNow, PlanNow

USUAL_INTERVAL = timedelta(days=91)
HIGH_RISK = 15


@dataclass(frozen=True)
class Graded:
    """One grade of an axis and how many actions have it."""

    word: str
    shape: str
    count: int


@dataclass(frozen=True)
class BoardRow:
    """An area on the board: whether it is open, and its actions counted on each axis."""

    now: AreaNow
    tally: Tally
    axes: tuple[list[Graded], ...]


@dataclass(frozen=True)
class BoardFigure:
    """A live count, of how many, and what it was at the last board."""

    value: int
    what: str
    of: int | None
    before: int
    href_filter: str = ""

    @property
    def trend(self) -> str:
        """The movement since the last board in words."""
        moved = self.value - self.before
        return "no change" if not moved else f"{abs(moved)} {'more' if moved > 0 else 'fewer'}"

    @property
    def direction(self) -> str:
        """The name of the drawing that shows it: up, down or level."""
        return "level" if self.value == self.before else "up" if self.value > self.before else "down"


def board_rows(plan: PlanNow, tallies: dict[int, Tally], key: rating_key.Key) -> list[BoardRow]:
    """A plan's areas, the open ones first."""
    rows = []
    for now in sorted(plan.areas, key=lambda area: (not area.is_open, area.number)):
        tally = tallies.get(now.area.pk, Tally())
        rows.append(BoardRow(now, tally, tuple(grades_of(tally, key, axis) for axis in rating_key.AXES)))
    return rows


def grades_of(tally: Tally, key: rating_key.Key, axis: str) -> list[Graded]:
    """How many actions have each grade of an axis, in the key's order; those not rated come last."""
    counts = dict(tally.by_grade[axis])
    found = [
        Graded(grade["word"], grade["shape"], counts.pop(grade["code"]))
        for grade in key[axis]
        if counts.get(grade["code"])
    ]
    rest = sum(counts.values())
    return [*found, Graded("Not rated", "plain", rest)] if rest else found


def last_board_day(day: date) -> date:
    """The last day before this one on which a partnership board met; 13 weeks before when no meeting is recorded."""
    met = Meeting.objects.filter(body__kind=BodyKind.BOARD, held_on__endswith__lte=day)
    last: Any = met.order_by("-held_on__endswith").first()
    return last.held_on.last if last else day - USUAL_INTERVAL


def board_figures(
    programme: Programme,
    key: rating_key.Key,
    plans: list[PlanNow],
    before: list[PlanNow],
    day: date,
    since: date,
) -> list[BoardFigure]:
    """Five live counts with what they were at the last board."""
    now_tally, then_tally = whole(programme, key, day), whole(programme, key, since)
    proven = [grade["code"] for grade in key["impact"] if grade.get("needs_evidence")]
    return [
        BoardFigure(_open(plans), "areas are open", sum(len(plan.areas) for plan in plans), _open(before)),
        BoardFigure(now_tally.finished, "actions are finished", now_tally.total, then_tally.finished),
        BoardFigure(
            overdue_actions(programme, key, day).count(), "actions are late", now_tally.total,
            overdue_actions(programme, key, since).count(), "?overdue=yes",
        ),
        BoardFigure(_proven(now_tally, proven), "actions show a difference, with evidence", now_tally.total,
                    _proven(then_tally, proven)),
        BoardFigure(_high(programme, day), f"open risks score {HIGH_RISK} or more", None, _high(programme, since)),
    ]  # fmt: skip


def whole(programme: Programme, key: rating_key.Key, day: date) -> Tally:
    """All actions of a programme counted together."""
    total = Tally()
    for tally in tallies_by_area(programme, key, day).values():
        total.total += tally.total
        total.finished += tally.finished
        total.overdue += tally.overdue
        total.undated += tally.undated
        for axis in rating_key.AXES:
            for code, count in tally.by_grade[axis].items():
                total.by_grade[axis][code] = total.by_grade[axis].get(code, 0) + count
    return total


def _open(plans: list[PlanNow]) -> int:
    return sum(len(plan.open_areas) for plan in plans)


def _proven(tally: Tally, codes: list[str]) -> int:
    return sum(tally.by_grade["impact"].get(code, 0) for code in codes)


def risks_as_known(programme: Programme, day: date) -> list[RiskVersion]:
    """The register on a day: open ones first, the highest score first."""
    held = RiskVersion.objects.as_known_on(day).filter(record__programme=programme)
    return sorted(
        held.select_related("record__area"), key=lambda risk: (not risk.is_open, -risk.score, risk.record_id)
    )


def _high(programme: Programme, day: date) -> int:
    return sum(1 for risk in risks_as_known(programme, day) if risk.is_open and risk.score >= HIGH_RISK)


def with_the_board(programme: Programme, day: date) -> list[RiskVersion]:
    """Open risks and issues that have been escalated to the board: it is asked to decide on them."""
    return [risk for risk in risks_as_known(programme, day) if risk.is_open and risk.rung == Rung.BOARD]
