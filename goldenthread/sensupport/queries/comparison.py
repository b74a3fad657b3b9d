"""A school beside those that are most like it and all others of the area, from the newest list of each. Nobody else is named.

Where no facts of the school are known, those of its phase stand for those that are like it.

All or nothing: the others are shown only where every count that goes into the page, its complement, and what is left of the
area when schools like it are taken away, is five or more. Nothing is then hidden from which something could be worked out.
Whoever works in several schools sees several such pages: the schools that are like one are then shown only where no sum or
difference of all these pages leaves a small number, their own schools known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.models import FactsTable, RollList
from goldenthread.sensupport.queries.inclusion import added_up, latest_lists
from goldenthread.sensupport.queries.neighbours import Facts, facts_in, nearest, table_on

FEWEST_SCHOOLS = 5
"""Others that must have a list: of fewer, one could be guessed."""
OLDEST_DAYS = 120
"""A list that ended longer ago is not compared: about a term, and ours."""

MOST_SUMS = 6
"""Pages of one reader that are tried against each other, in 729 ways; who has more sees no schools that are alike."""


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
    """A school, others that are like it, and all others of the area. `facts` said which are like it; None: the phase did."""

    phase: str
    facts: FactsTable | None
    own_facts: Facts | None
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


def comparison(setting: Organisation, day: date, seen: Collection[int] = ()) -> Comparison | None:
    """The comparison of a school on a day; None while it has no list of its own. Two queries.

    `seen` are other schools whose pages the same reader can open.
    """
    lists = [one for one in latest_lists(day) if (day - one.until).days <= OLDEST_DAYS]
    own = [one for one in lists if one.setting_id == setting.pk]
    if not own:
        return None
    phase = phase_of(own[0].setting)
    others = [one for one in lists if one.setting_id != setting.pk]
    table = table_on(day)
    alike = alike_of(own[0], lists, table)
    rest = [one for one in others if one not in alike]
    found = _group(alike, rest)
    if found.shares and not _is_safe_beside(
        own[0], [one for one in lists if one.setting_id in seen], lists, table
    ):
        found = Group(found.schools, None)
    own_facts = facts_in(table, setting.pk)
    return Comparison(phase, table if own_facts else None, own_facts, _shares(own), found, _group(others, []))


def alike_of(own: RollList, lists: Sequence[RollList], table: FactsTable | None) -> list[RollList]:
    """The lists of schools that are like one: the nearest by their facts, or those of its phase where its facts are not known."""
    phase = phase_of(own.setting)
    same = [one for one in lists if one != own and phase and phase_of(one.setting) == phase]
    return nearest(own, same, table) if table and facts_in(table, own.setting_id) else same


def _is_safe_beside(
    own: RollList, mine: Sequence[RollList], lists: Sequence[RollList], table: FactsTable | None
) -> bool:
    """Whether the pages of several schools of one reader leave no small number when they are added and taken away.

    Each page tells the sum of its nearest; all tell the sum of everybody. The reader's own schools are known.
    """
    known = {own, *mine}
    sums = {frozenset(lists) - known, *(frozenset(alike_of(one, lists, table)) - known for one in known)} - {
        frozenset()
    }
    if len(sums) > MOST_SUMS:
        return False
    return all(_is_safe(part) for part in parts_of(list(sums)))


def parts_of(sums: Sequence[frozenset[RollList]]) -> Iterator[list[RollList]]:
    """Every set of schools whose sum comes out when some of these sums are added and others taken away."""
    for signs in product((-1, 0, 1), repeat=len(sums)):
        times = Counter[RollList]()
        for sign, group in zip(signs, sums, strict=True):
            for one in group:
                times[one] += sign
        if set(times.values()) - {0} == {1}:
            yield [one for one, number in times.items() if number]


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
