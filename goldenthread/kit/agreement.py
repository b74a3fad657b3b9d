"""How far two people who sorted the same things apart from each other agree."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Things sorted alike out of all that both sorted, and Cohen's kappa.

    Kappa (Cohen, Educational and Psychological Measurement 1960) is 1 where the two agree on everything, 0 where they agree
    as often as chance would make them, and below 0 where less often. It is None where chance alone makes them agree on
    everything, because both put all things under one and the same heading.
    """

    alike: int
    of: int
    kappa: float | None

    @property
    def percent(self) -> float:
        return 100 * self.alike / self.of


def agreement(one: Sequence[Hashable], other: Sequence[Hashable]) -> Agreement:
    """How far two people agree, from the heading that each gave to the same things in the same order.

    >>> agreement(["waits", "waits", "school", "school"], ["waits", "school", "school", "school"])
    Agreement(alike=3, of=4, kappa=0.5)

    ValueError where one sorted more things than the other, or neither sorted any: there is no agreement to speak of.
    """
    if len(one) != len(other):
        raise ValueError(
            f"One person sorted {len(one)} and the other {len(other)}. Compare only what both have sorted."
        )
    if not one:
        raise ValueError("Neither person has sorted anything yet, so there is no agreement to show.")
    size = len(one)
    alike = sum(a == b for a, b in zip(one, other, strict=True))
    theirs = Counter(other)
    by_chance = sum(number * theirs[heading] for heading, number in Counter(one).items())
    left = size * size - by_chance
    return Agreement(alike, size, (size * alike - by_chance) / left if left else None)
