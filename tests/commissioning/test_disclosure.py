"""What of a month anybody may read, and a reader who tries to get the rest by differencing."""

from __future__ import annotations

from itertools import product
from random import Random

from goldenthread.commissioning.waits.disclosure import Month, PublicMonth, median_is_safe, publish
from goldenthread.commissioning.waits.series import SERIES

SERVICES, MONTHS = 60, 24
COMMUNITY = SERIES["community"]
AGE = 31
"""Days by which a wait can grow from one month's end to the next."""


def test_publish_hides_a_small_band_and_another_to_shield_it():
    assert publish(Month("community", (9, 30, 40, 50, 9, 8, 2))).waiting.count(None) == 2


def test_publish_hides_everything_of_a_small_list():
    shown = publish(Month("community", (0, 0, 1, 1, 1, 1, 0), median_days=60, seen=3, seen_median_days=50))
    assert shown == PublicMonth((None,) * 7, None, None, None, None, None)


def test_publish_shows_all_of_a_month_without_small_numbers():
    shown = publish(
        Month("community", (9, 30, 40, 50, 9, 8, 7), median_days=30, seen=12, seen_median_days=70)
    )
    assert shown == PublicMonth((9, 30, 40, 50, 9, 8, 7), 153, 30, 6, 12, 70)


def test_publish_rounds_where_the_national_figures_do():
    assert publish(Month("mental-health", (9, 33, 42, 51, 9, 8, 7))).waiting == (10, 35, 40, 50, 10, 10, 5)


def test_publish_hides_the_seen_and_their_median_together():
    shown = publish(Month("community", (9, 30, 40, 50, 9, 8, 7), seen=4, seen_median_days=70))
    assert (shown.seen, shown.seen_median_days) == (None, None)


def test_publish_hides_a_median_that_would_tell_a_hidden_band():
    counts = (10, 0, 9, 0, 0, 0, 0)
    assert not median_is_safe(counts, (None, None, 9, None, None, None, None), 0)


def test_publish_hides_all_bands_when_a_correction_would_move_what_is_hidden():
    before = publish(Month("community", (9, 30, 40, 50, 9, 8, 2)))
    after = publish(Month("community", (9, 30, 4, 50, 9, 8, 7)), [before])
    assert after.waiting == (None,) * 7
    assert after.total == 117
    assert after.is_corrected


def test_publish_keeps_the_bands_when_a_correction_hides_the_same():
    before = publish(Month("community", (9, 30, 40, 50, 9, 8, 2)))
    assert publish(Month("community", (9, 31, 40, 50, 9, 8, 2)), [before]).waiting[1] == 31


class Queue:
    """A list of children that is really lived through, so that its months hang together as those of a real list do."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 (so that a failure repeats)
        self.days = [self.chance.randint(0, 420) for _ in range(self.chance.randint(2, 70))]
        self.comes = self.chance.randint(1, 14)

    def next(self) -> Month:
        """A month later."""
        stay = [day + AGE for day in self.days if self.chance.random() > 0.13]
        seen = len(self.days) - len(stay)
        self.days = stay + [
            self.chance.randint(0, AGE - 1) for _ in range(self.chance.randint(0, self.comes))
        ]
        bands = [0] * len(COMMUNITY.bands)
        for day in self.days:
            bands[COMMUNITY.band_of(day)] += 1
        ordered = sorted(self.days)
        median = ordered[(len(ordered) - 1) // 2] if ordered else None
        return Month("community", tuple(bands), median, seen=seen, seen_median_days=60 if seen else None)


def possible(shown: PublicMonth, place: int) -> set[int]:
    """Every number that a hidden band can still have, for all that its own month tells. Tried one by one."""
    if shown.total is None:
        return set(range(5))
    left = shown.total - sum(number or 0 for number in shown.waiting)
    middle = None if shown.median_days is None else COMMUNITY.band_of(shown.median_days)
    others = [p for p, number in enumerate(shown.waiting) if number is None and p != place]
    if middle is None:
        return set(range(left + 1)) if others else {left}
    found = set()
    for wanted in range(left + 1):
        sides = [[p for p in others if (p > middle) - (p < middle) == side] for side in (-1, 0, 1)]
        spreads = (range(left - wanted + 1) if side else (0,) for side in sides)
        if any(
            sum(spread) == left - wanted and _median_lies(shown, place, wanted, spread, middle)
            for spread in product(*spreads)
        ):
            found.add(wanted)
    return found


def _median_lies(shown: PublicMonth, place: int, wanted: int, spread: tuple[int, ...], middle: int) -> bool:
    before = (
        sum(number or 0 for number in shown.waiting[:middle]) + spread[0] + (wanted if place < middle else 0)
    )
    upto = before + (shown.waiting[middle] or 0) + spread[1] + (wanted if place == middle else 0)
    half = ((shown.total or 0) + 1) // 2
    return before < half <= upto


def most_by_age(earlier: PublicMonth, shown: PublicMonth, place: int) -> int | None:
    """The most that a hidden band can have, since all who have waited so long waited nearly as long a month before."""
    if None in earlier.waiting and earlier.total is None:
        return 4
    first = COMMUNITY.bands[place].first
    if first < AGE:
        return None
    old = COMMUNITY.band_of(max(0, first - AGE))
    hidden = (earlier.total or 0) - sum(number or 0 for number in earlier.waiting)
    before = sum(number or 0 for number in earlier.waiting[old:]) + (
        hidden if None in earlier.waiting[old:] else 0
    )
    return before - sum(number or 0 for number in shown.waiting[place:])


def test_no_hidden_number_is_recovered_by_differencing_over_24_months(capsys):
    """By each month alone, with its median; by each with the one before; by each correction with what it corrects."""
    tried = recovered = 0
    for seed in range(SERVICES):
        queue, months = Queue(seed), []
        for _ in range(MONTHS):
            truth = queue.next()
            shown = publish(truth)
            months.append((truth, shown))
            for place in range(7):
                if shown.waiting[place] is not None or truth.waiting[place] >= 5:
                    continue
                can = possible(shown, place)
                assert truth.waiting[place] in can
                tried, recovered = (
                    tried + 1,
                    recovered + (len(can) == 1 or (shown.total is not None and max(can) < 5)),
                )
                if len(months) > 1 and (most := most_by_age(months[-2][1], shown, place)) is not None:
                    assert truth.waiting[place] <= most
                    tried, recovered = tried + 1, recovered + (len({one for one in can if one <= most}) == 1)
        for truth, shown in months:
            more, found = _corrected(truth, shown, queue.chance)
            tried, recovered = tried + more, recovered + found
    with capsys.disabled():
        print(
            f"\ndifferencing over {MONTHS} months of {SERVICES} services: {tried:,} tried, {recovered} recovered"
        )
    assert tried > 5_000
    assert recovered == 0


def _corrected(truth: Month, shown: PublicMonth, chance: Random) -> tuple[int, int]:
    """One band is corrected. A reader kept the old page, and takes all that did not visibly change to be as it was."""
    place, other = chance.randrange(7), chance.randrange(0, 9)
    counts = tuple(other if p == place else number for p, number in enumerate(truth.waiting))
    after = publish(Month("community", counts), [shown])
    tried = found = 0
    for p in range(7):
        if after.waiting[p] is None and counts[p] < 5:
            tried += 1
            found += _both_tell(shown, after, p) == counts[p]
    return tried, found


def _both_tell(before: PublicMonth, after: PublicMonth, place: int) -> int | None:
    """The number of a hidden band, if the old page and the new one, taken together, leave only one unknown."""
    known = [new if new is not None else old for old, new in zip(before.waiting, after.waiting, strict=True)]
    unknown = [p for p, number in enumerate(known) if number is None]
    if after.total is not None and unknown == [place]:
        return after.total - sum(number or 0 for number in known)
    if (
        before.total is not None
        and after.total is not None
        and after.waiting.count(None) == before.waiting.count(None) == 1
    ):
        return after.total - sum(number or 0 for number in after.waiting)
    return None


def test_the_attack_finds_a_month_that_hides_one_band_only():
    """The attack is worth something: it breaks a month whose small number is hidden without a shield."""
    careless = PublicMonth((9, 30, 40, 50, 9, 8, None), 148, None, 3, None, None)
    assert possible(careless, 6) == {2}
