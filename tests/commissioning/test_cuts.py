"""Who waits longest: what anybody may read of a split, and a reader who has bands, totals and splits over 24 months."""

from __future__ import annotations

from random import Random

import pytest

from goldenthread.commissioning.waits import cuts
from goldenthread.commissioning.waits.cuts import KINDS, LEAST_SPLIT, NOT_KNOWN, Part, by_kind, in_order
from goldenthread.commissioning.waits.disclosure import Month, PublicMonth, publish
from goldenthread.commissioning.waits.series import SERIES
from goldenthread.kit.small_numbers import SuppressedTable

COMMUNITY = SERIES["community"]
BANDS = (20, 20, 20, 20, 20, 30, 20)
"""150 wait, 50 of them over 18 weeks."""
MONTHS, SERVICES, STEP = 24, 12, 31
PLACES = ("Ashfield", "Brookside", "Canal Bank", NOT_KNOWN)
GROUPS = {code: kind.groups or PLACES for code, kind in KINDS.items()}
ODDS = {"age": (30, 55, 25, 4, 2), "locality": (50, 30, 12, 3), "language": (80, 14, 5)}


def language(*pairs: tuple[int, int]) -> tuple[Part, ...]:
    return tuple(Part("language", name, *pair) for name, pair in zip(GROUPS["language"], pairs, strict=True))


def shown_of(parts: tuple[Part, ...], bands: tuple[int, ...] = BANDS, earlier: tuple[PublicMonth, ...] = ()):
    return publish(Month("community", bands, parts=parts), earlier).cuts


def test_publish_shows_a_split_without_small_numbers():
    found = shown_of(language((100, 30), (40, 15), (10, 5)))
    assert found == {"language": [("English", 100, 30), ("Another language", 40, 15), (NOT_KNOWN, 10, 5)]}


def test_publish_hides_a_small_group_and_another_to_shield_it():
    rows = shown_of(language((100, 30), (42, 18), (8, 2)))["language"]
    assert rows[2][2] is None
    assert [long for _, _, long in rows].count(None) == 2


def test_publish_shows_no_split_of_a_month_that_hides_a_band():
    assert shown_of(language((100, 30), (40, 15), (10, 5)), (20, 20, 20, 20, 20, 48, 2)) == {}


def test_publish_shows_no_split_of_a_short_list():
    short = (7, 7, 7, 7, 7, 7, 7)
    assert sum(short) == LEAST_SPLIT - 1
    assert shown_of(language((25, 6), (15, 5), (9, 3)), short) == {}


def test_publish_shows_no_split_once_a_correction_hides_another_group():
    before = publish(Month("community", BANDS, parts=language((100, 30), (42, 18), (8, 2))))
    assert shown_of(language((100, 30), (40, 15), (10, 5)), BANDS, (before,)) == {}


def test_publish_rounds_a_split_as_its_bands():
    month = Month("mental-health", BANDS, parts=language((99, 31), (41, 14), (10, 5)))
    assert publish(month).cuts["language"][0] == ("English", 100, 30)


class People:
    """A list that is lived through month by month by people who keep their locality and language."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)  # noqa: S311 (so that a failure repeats)
        self.stays = self.chance.uniform(0.84, 0.93)
        self.comes = self.chance.randint(25, 60)
        self.people = [self._new(self.chance.randint(0, 450)) for _ in range(self.chance.randint(150, 380))]

    def _new(self, days: int) -> tuple[int, dict[str, str]]:
        return days, {code: self.chance.choices(GROUPS[code], ODDS[code])[0] for code in GROUPS}

    def next(self) -> Month:
        """A month later."""
        stay = [(days + STEP, who) for days, who in self.people if self.chance.random() < self.stays]
        self.people = stay + [self._new(self.chance.randrange(STEP)) for _ in range(self.comes)]
        bands = [0] * len(COMMUNITY.bands)
        for days, _ in self.people:
            bands[COMMUNITY.band_of(days)] += 1
        parts = [Part(code, group, len(held := [days for days, who in self.people if who[code] == group]),
                      sum(days >= 127 for days in held)) for code in GROUPS for group in GROUPS[code]]  # fmt: skip
        return Month("community", tuple(bands), parts=in_order(parts))


Hidden = tuple[int | None, int | None]
"""How many of a group wait and how many of those over 18 weeks, as far as a reader knows them."""


def can_be(rows: list[Hidden], place: int, short: int, long: int, which: str) -> set[int]:
    """Every number that one hidden cell can have beside all that is known; tried one by one.

    `short` and `long` are all who wait up to and over 18 weeks, known from the bands.
    """
    waiting, over = rows[place]
    most = short + long if waiting is None else waiting
    found = set()
    for number in range(most + 1):
        if which == "long":
            trial: Hidden = (waiting, number)
        elif which == "waiting":
            trial = (number, over)
        else:
            found |= {number} if _short_fits(rows, place, short, long, number) else set()
            continue
        if _fits([trial if at == place else row for at, row in enumerate(rows)], short, long):
            found.add(number)
    return found


def _short_fits(rows: list[Hidden], place: int, short: int, long: int, number: int) -> bool:
    """Whether so many of a group can have waited up to 18 weeks."""
    waiting, over = rows[place]
    overs = range(long + 1) if over is None else (over,)
    return any(
        waiting in (None, number + o)
        and _fits([(number + o, o) if at == place else row for at, row in enumerate(rows)], short, long)
        for o in overs
    )


def _fits(rows: list[Hidden], short: int, long: int) -> bool:
    """Whether the unknown can be filled in so that both lengths of wait add up."""
    both, any_short, any_long = 0, False, False
    for waiting, over in rows:
        if waiting is not None and over is not None:
            short, long = short - (waiting - over), long - over
            if over > waiting:
                return False
        elif waiting is not None:
            both += waiting
        elif over is not None:
            long, any_short = long - over, True
        else:
            any_short = any_long = True
    return any(
        (short - some == 0 or (any_short and short > some))
        and (long - both + some == 0 or (any_long and long > both - some))
        for some in range(both + 1)
    )


def attack(months: list[tuple[Month, PublicMonth]]) -> tuple[int, int]:
    """How many small numbers of the splits were tried, and how many were had: by a month alone, and with the one before."""
    tried = had = 0
    for at, (truth, shown) in enumerate(months):
        for code, parts in by_kind(truth.parts).items():
            if code not in shown.cuts:
                continue
            rows: list[Hidden] = [(waiting, over) for _, waiting, over in shown.cuts[code]]
            long = truth.over_18_weeks
            for place, part in enumerate(parts):
                cells = {"waiting": part.waiting, "long": part.long, "short": part.waiting - part.long}
                for which, number in cells.items():
                    if number < 5:
                        can = (
                            can_be(rows, place, truth.total - long, long, which)
                            if not _told(rows[place], which)
                            else {number}
                        )
                        assert number in can
                        tried, had = tried + 1, had + (max(can) < 5)
                        most = (
                            _most(months[at - 1][1] if at else None, code, place) if which == "long" else None
                        )
                        if most is not None and code != "age":
                            assert number <= most
                            tried, had = tried + 1, had + (max(one for one in can if one <= most) < 5)
    return tried, had


def _told(row: Hidden, which: str) -> bool:
    return {"waiting": row[0] is not None, "long": row[1] is not None, "short": None not in row}[which]


def _most(before: PublicMonth | None, code: str, place: int) -> int | None:
    """Who has waited over 18 weeks now stood in the same group a month ago."""
    return before.cuts[code][place][1] if before and code in before.cuts else None


def corrections(months: list[tuple[Month, PublicMonth]], chance: Random) -> tuple[int, int]:
    """One person of each month is put into another group. A reader kept the old page and takes the rest to be as it was."""
    tried = had = 0
    for truth, shown in months:
        split = by_kind(truth.parts)["language"]
        if not shown.cuts or not split[0].waiting - split[0].long:
            continue
        to = chance.choice((1, 2))
        moved = [
            part._replace(waiting=part.waiting - (place == 0) + (place == to))
            for place, part in enumerate(split)
        ]
        after = Month(
            "community",
            truth.waiting,
            parts=in_order([*(p for p in truth.parts if p.kind != "language"), *moved]),
        )
        again = publish(after, [shown]).cuts.get("language")
        for place, part in enumerate(moved):
            old: list[Hidden] = [(waiting, over) for _, waiting, over in shown.cuts["language"]]
            new: list[Hidden] = (
                [(waiting, over) for _, waiting, over in again] if again else [(None, None)] * len(old)
            )
            rows = [
                tuple(n if n is not None else o for n, o in zip(a, b, strict=True))
                for a, b in zip(new, old, strict=True)
            ]
            hidden = new[place][1] is None and old[place][1] is None
            long = after.over_18_weeks
            if part.long < 5 and hidden and (can := can_be(rows, place, after.total - long, long, "long")):
                tried, had = tried + 1, had + (max(can) < 5)
    return tried, had


def lists() -> list[list[tuple[Month, PublicMonth]]]:
    """24 months of every service, true and as published."""
    found = []
    for seed in range(SERVICES):
        people = People(seed)
        truths = [people.next() for _ in range(MONTHS)]
        found.append([(truth, publish(truth)) for truth in truths])
    return found


def test_no_small_number_of_a_split_is_recovered_over_24_months(capsys, record_property):
    """With the bands, the totals and every split of each month, the month before, and what each correction replaced."""
    tried = had = 0
    services = lists()
    for seed, months in enumerate(services):
        for more, found in (attack(months), corrections(months, Random(seed))):  # noqa: S311
            tried, had = tried + more, had + found
    shown = sum(bool(one.cuts) for months in services for _, one in months)
    with capsys.disabled():
        print(
            f"\nsplits of {shown} published months of {SERVICES} services: {tried:,} tried, {had} recovered"
        )
    record_property("counted", {"what": "small numbers in splits of waits", "tried": tried, "failed": had})
    assert tried > 1_000
    assert had == 0


def _only_small_hidden(tables):
    """Suppression without anything to shield what it hides."""

    def hide(number):
        return number if number >= 5 else None

    return {cut: SuppressedTable(
        tuple(tuple(map(hide, row)) for row in table), tuple(map(sum, table)),
        tuple(hide(sum(column)) for column in zip(*table, strict=True)), sum(map(sum, table)),
    ) for cut, table in tables.items()}  # fmt: skip


def _nothing_hidden(tables):
    return {cut: SuppressedTable(
        tuple(map(tuple, table)), tuple(map(sum, table)), tuple(map(sum, zip(*table, strict=True))), sum(map(sum, table)),
    ) for cut, table in tables.items()}  # fmt: skip


@pytest.mark.parametrize("careless", [_only_small_hidden, _nothing_hidden])
def test_the_attack_breaks_splits_that_are_published_carelessly(careless, monkeypatch, capsys):
    monkeypatch.setattr(cuts, "_suppressed", careless)
    people = People(3)
    truths = [people.next() for _ in range(MONTHS)]
    tried, had = attack([(truth, publish(truth)) for truth in truths])
    with capsys.disabled():
        print(f"\n{careless.__name__}: {tried:,} tried, {had:,} recovered")
    assert had > 50
