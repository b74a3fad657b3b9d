"""S18: how many requirements of ASVS have a test, do not apply, or are open."""

from __future__ import annotations

from collections import Counter

from assurance.asvs import requirements

OPEN_AT_MOST = 83
"""Those that are open. The number may fall and not rise."""


def test_every_requirement_has_its_row(record_property):
    kinds = Counter(one.kind for one in requirements())
    more = max(0, kinds["open"] - OPEN_AT_MOST)
    for kind, words in (("test", "with a test"), ("n/a", "that do not apply"), ("open", "that are open")):
        failed = more if kind == "open" else 0
        record_property("counted", {"what": f"requirements {words}", "tried": kinds[kind], "failed": failed})
    assert sum(kinds.values()) == 253
    assert more == 0
