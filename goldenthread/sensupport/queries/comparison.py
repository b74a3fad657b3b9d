"""A school beside the area's other schools and those of its own phase, from the newest list of each. Nobody else is named.

All or nothing: the others are shown only where every count that goes into the page, its complement, and what is left of the
area when schools like it are taken away, is five or more. Nothing is then hidden from which something could be worked out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.models import RollList
from goldenthread.sensupport.queries.inclusion import added_up, latest_lists

FEWEST_SCHOOLS = 5
"""Others that must have a list: of fewer, one could be guessed."""
OLDEST_DAYS = 120
"""A list that ended longer ago is not compared: about a term, and ours."""


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    part: int
    whole: int

    @property
    def per_cent(self) -> int | None:
        """Rounded to whole per cent; None of nothing."""
        return round(100 * self.part / self.whole) if self.whole else None


@dataclass(frozen=True)
class Group:
    """Some schools together, with the share of each measure; none where they are too few or a count is too small."""

    schools: int
    shares: tuple[Share, ...] | None


@dataclass(frozen=True)
class Comparison:
    """A school, others of its phase, and all others of the area."""

    phase: str
    own: tuple[Share, ...]
    alike: Group
    area: Group


MEASURES = (
    "On SEN support (K)",
    "With a plan (E)",
    "On the inclusion list",
    "Of those with K or E: attendance under 90%",
    "Of those with K or E: suspended",
    "Of those with K or E: a part-time timetable",
)


def comparison(setting: Organisation, day: date) -> Comparison | None:
    """The comparison of a school on a day; None while it has no list of its own. One query."""
    lists = [one for one in latest_lists(day) if (day - one.until).days <= OLDEST_DAYS]
    own = [one for one in lists if one.setting_id == setting.pk]
    if not own:
        return None
    phase = phase_of(own[0].setting)
    others = [one for one in lists if one.setting_id != setting.pk]
    alike = [one for one in others if phase and phase_of(one.setting) == phase]
    rest = [one for one in others if one not in alike]
    return Comparison(phase, _shares(own), _group(alike, rest), _group(others, []))


def phase_of(setting: Organisation) -> str:
    """The phase of a school in words; empty where it is not known."""
    held = getattr(setting, "setting", None)
    return held.phase_in_words if held else ""


def _group(lists: Sequence[RollList], rest: Sequence[RollList]) -> Group:
    is_enough = len(lists) >= FEWEST_SCHOOLS and _is_safe(lists) and (not rest or _is_safe(rest))
    return Group(len(lists), _shares(lists) if is_enough else None)


def _is_safe(lists: Sequence[RollList]) -> bool:
    """Whether every share's part and its complement, and every code's count, is large enough."""
    counts = added_up(lists)
    codes = [one["listed"] for one in counts.values()]
    cells = [number for one in _shares(lists) for number in (one.part, one.whole - one.part)]
    return min(codes + cells) >= SMALLEST_SHOWN


def _shares(lists: Sequence[RollList]) -> tuple[Share, ...]:
    counts = added_up(lists)
    everybody, needs = Counter[str](), counts[Code.SUPPORT] + counts[Code.PLAN]
    for one in counts.values():
        everybody.update(one)
    of_all, of_needs = everybody["listed"], needs["listed"]
    return (
        Share(counts[Code.SUPPORT]["listed"], of_all), Share(counts[Code.PLAN]["listed"], of_all),
        Share(everybody["on_the_list"], of_all),
        *(Share(needs[name], of_needs) for name in ("often_away", "suspended", "part_time")),
    )  # fmt: skip
