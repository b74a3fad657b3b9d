"""Sets of entries as long whole numbers: bit n stands for entry n. Python's own arithmetic does thousands of entries at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

CHUNK = 1024


def made_of(numbers: Iterable[int], size: int) -> int:
    """The set that holds some entries.

    >>> made_of([0, 3], 8)
    9
    """
    taken = bytearray(size // 8 + 1)
    for number in numbers:
        taken[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(taken, "little")


def members(bits: int, start: int = 0, stop: int | None = None) -> list[int]:
    """The entries of a set in order; with `start` and `stop`, those between the places.

    >>> members(0b101101), members(0b101101, 1, 3)
    ([0, 2, 3, 5], [2, 3])
    """
    found: list[int] = []
    passed, wanted = 0, (stop if stop is not None else bits.bit_count())
    for at, chunk in _chunks(bits):
        count = chunk.bit_count()
        if passed + count <= start:
            passed += count
            continue
        for number in _bits(chunk):
            if passed >= wanted:
                return found
            if passed >= start:
                found.append(at + number)
            passed += 1
        if passed >= wanted:
            break
    return found


def _chunks(bits: int) -> Iterator[tuple[int, int]]:
    """The set in pieces, because to take one bit from a very long number costs its whole length."""
    written = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    step = CHUNK // 8
    for at in range(0, len(written), step):
        piece = int.from_bytes(written[at : at + step], "little")
        if piece:
            yield at * 8, piece


def _bits(chunk: int) -> Iterator[int]:
    while chunk:
        low = chunk & -chunk
        yield low.bit_length() - 1
        chunk ^= low


class Sums:
    """A whole number for each entry, kept as bit planes: plane k holds the entries whose number has bit k."""

    def __init__(self) -> None:
        self.planes: list[int] = []

    def add(self, bits: int, weight: int) -> None:
        """Add a weight to the number of every entry of a set."""
        place = 0
        while weight:
            if weight & 1:
                self._carry(bits, place)
            weight >>= 1
            place += 1

    def _carry(self, bits: int, place: int) -> None:
        while bits:
            while len(self.planes) <= place:
                self.planes.append(0)
            here = self.planes[place]
            self.planes[place], bits = here ^ bits, here & bits
            place += 1

    def best(self, among: int, start: int, stop: int) -> list[int]:
        """The entries of a set by their numbers, greatest first and equals in their own order, between two places."""
        found: list[int] = []
        self._walk(among, len(self.planes) - 1, start, stop, [0], found)
        return found

    def _walk(
        self, among: int, plane: int, start: int, stop: int, passed: list[int], found: list[int]
    ) -> None:
        """Those with the plane's bit first, then those without; whole branches before `start` are only counted."""
        if not among or passed[0] >= stop:
            return
        count = among.bit_count()
        if passed[0] + count <= start:
            passed[0] += count
            return
        if plane < 0:
            found += members(among, max(0, start - passed[0]), stop - passed[0])
            passed[0] += count
            return
        high = among & self.planes[plane]
        self._walk(high, plane - 1, start, stop, passed, found)
        self._walk(among ^ high, plane - 1, start, stop, passed, found)


class Postings:
    """For each key the entries that have it: as a list while it is written, as a set once it is asked for."""

    def __init__(self) -> None:
        self.lists: dict[str, array[int]] = {}
        self.sets: dict[str, tuple[int, int]] = {}

    def add(self, key: str, number: int) -> None:
        """Note that an entry has a key. Entries come in rising order."""
        held = self.lists.get(key)
        if held is None:
            held = self.lists[key] = array("I")
        if not held or held[-1] != number:
            held.append(number)

    def get(self, key: str) -> int:
        """The entries with a key; none for a key that nothing has."""
        held = self.lists.get(key)
        if held is None:
            return 0
        made = self.sets.get(key)
        if made is None or made[0] != len(held):
            made = (len(held), made_of(held, held[-1] + 1))
            self.sets[key] = made
        return made[1]

    def count(self, key: str) -> int:
        """How many entries have a key."""
        return len(self.lists.get(key, ()))

    def keys(self, begins: str) -> list[str]:
        """The keys that begin so."""
        return [key for key in self.lists if key.startswith(begins)]
