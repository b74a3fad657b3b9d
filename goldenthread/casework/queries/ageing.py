"""How long cases have stood at their stage, and what held up the plans that were late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import Event
from goldenthread.casework.process.kinds import CAUSES
from goldenthread.casework.process.stages import IN_FORCE, Stage
from goldenthread.casework.queries.snapshot import Stood
from goldenthread.casework.queries.timeliness import finished, limit_in_days

BANDS = ((14, "Up to 2 weeks"), (42, "2 to 6 weeks"), (84, "6 to 12 weeks"), (None, "Over 12 weeks"))
"""Days up to which a case belongs to a band, and its words. A case of exactly 14 days is in the first."""
NOT_SAID = "not-said"


@dataclass(frozen=True)
class Ageing:
    """The cases at one stage by how long they have stood there."""

    stage: Stage
    bands: tuple[int, ...]
    longest: int  # days

    @property
    def cases(self) -> int:
        """All of them."""
        return sum(self.bands)


def ageing(stood: Iterable[Stood], day: date) -> list[Ageing]:
    """Each stage that has cases, in the order of a case's course. A plan in force waits for nothing and is left out."""
    days: dict[Stage, list[int]] = {}
    for one in stood:
        if one.stage not in IN_FORCE:
            days.setdefault(one.stage, []).append((day - one.since).days)
    return [Ageing(stage, _bands(days[stage]), max(days[stage])) for stage in Stage if stage in days]


def _bands(days: list[int]) -> tuple[int, ...]:
    counts = Counter(
        next(place for place, (most, _) in enumerate(BANDS) if most is None or one <= most) for one in days
    )
    return tuple(counts[place] for place in range(len(BANDS)))


@dataclass(frozen=True)
class Cause:
    """What held up so many of the late plans."""

    key: str
    words: str
    plans: int


@dataclass(frozen=True)
class Lateness:
    """The plans of a period that were sent late without a lawful exception, by what held them up most."""

    late: int
    causes: list[Cause]


def lateness(day: date, *, since: date) -> Lateness:
    """Why plans were late, as recorded in their cases and known on a day: the latest reason of each; or that none is said."""
    limit = limit_in_days(day)
    late = {
        one.public_id
        for one in finished(day, since=since, until=day)
        if not one.is_excepted and not one.is_in_time(limit)
    }
    said = Event.objects.as_known_on(day).filter(
        kind="lateness-explained", is_struck=False, case__public_id__in=late
    )
    latest = dict(said.order_by("occurred_on", "pk").values_list("case__public_id", "facts__cause"))
    counts = Counter(latest.get(one) or NOT_SAID for one in late)
    words = {**dict(CAUSES), NOT_SAID: "No reason is recorded"}
    return Lateness(
        len(late), [Cause(key, words.get(key, key), plans) for key, plans in counts.most_common()]
    )
