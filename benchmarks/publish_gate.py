"""The publish gate over invented documents with people planted in them and as many without, in five sets.

Identifiers found, names found (not one was told to the gate beforehand), and clean documents in which something was suspected.
The first two sets are by the hand that made the gate. The other three were each written by one who had seen neither the gate nor
the sets before, and measured once before anybody looked into them: BLIND says what was found then. The gate was mended after
each, so what is printed now is no clean test of any set: whoever wants one must write a sixth.

Run: python -m benchmarks.publish_gate
"""

from __future__ import annotations

import sys
import time
from collections import Counter

from benchmarks.planted.documents import HELD_OUT, TRAIN, Set, documents
from benchmarks.planted.fresh import FRESH
from benchmarks.planted.second import SECOND
from benchmarks.planted.third import THIRD
from goldenthread.evidence.publishing.gate import Finding, findings

COUNT = 250
LEAST_IDENTIFIERS, LEAST_NAMES, MOST_ALARMS = 0.99, 0.95, 0.10
NAME = "a person’s name"
SETS = (
    ("train", TRAIN, 1), ("held out", HELD_OUT, 1001), ("fresh", FRESH, 2001), ("second", SECOND, 3001),
    ("third", THIRD, 4001),
)  # fmt: skip
BLIND = {"fresh": (481, 165, 110), "second": (487, 236, 177), "third": (482, 243, 22)}
"""Identifiers of 500, names of 250, and false alarms in 250, as each set was measured first (27 November 2026)."""


def share(name: str, part: int, whole: int, *, least: float = 0.0, most: float = 1.0) -> bool:
    """Print a share with its two numbers, and whether its bound held."""
    held = least <= part / whole <= most
    print(f"  {name:<44} {part:>4} of {whole:<4} {part / whole:6.1%}{'' if held else '   BROKEN'}")
    return held


def measured(name: str, of: Set, seed: int) -> bool:
    """Print what the gate does with one set."""
    print(f"{name}: {COUNT} planted documents, {COUNT} clean ones")
    if first := BLIND.get(name):
        print(
            "  first measured, blind: {} of 500 identifiers, {} of 250 names, {} of 250 alarms".format(*first)
        )
    found, planted = Counter[bool](), Counter[bool]()
    began = time.process_time()
    for one in documents(of, COUNT, seed, with_people=True):
        told = findings(one.document)
        for kind, words in one.planted:
            is_name, is_found = kind == NAME, any(_tells(finding, kind, words) for finding in told)
            planted[is_name] += 1
            found[is_name] += is_found
    spent = time.process_time() - began
    suspected = sum(bool(findings(one.document)) for one in documents(of, COUNT, seed + 1, with_people=False))
    held = [
        share("identifiers found", found[False], planted[False], least=LEAST_IDENTIFIERS),
        share("names found", found[True], planted[True], least=LEAST_NAMES),
        share("clean documents with a false alarm", suspected, COUNT, most=MOST_ALARMS),
    ]
    print(f"  {1000 * spent / COUNT:.1f} ms of the processor for a document")
    return all(held)


def _tells(finding: Finding, kind: str, words: str) -> bool:
    return finding.what == kind and (
        words in finding.quote if kind == NAME else words in finding.quote or finding.quote in words
    )


def main() -> int:
    """Print every set; 1 where a bound of any is broken."""
    held = [measured(*one) for one in SETS]
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
