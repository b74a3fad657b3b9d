"""G6: the same words for several needs, outcomes or provisions."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.lines import Line
from goldenthread.casework.plan.plan_types import SectionKind

FEWEST_WORDS = 4


def find(sheet: Sheet) -> Iterator[Found]:
    """Each line whose words stand in an earlier line of the same kind."""
    seen: dict[tuple[str, str], list[tuple[SectionKind, Line]]] = defaultdict(list)
    for kind, line in (*sheet.needs, *sheet.outcomes, *sheet.provision):
        words = re.findall(r"\w+", line.text.lower())
        if len(words) >= FEWEST_WORDS:
            seen[kind.holds, " ".join(words)].append((kind, line))
    for same in seen.values():
        first = same[0][1]
        for kind, line in same[1:]:
            yield on_line(kind.key, line, f"It says word for word what line “{first.id}” says.")


CHECK = Check(
    id="G6",
    title="The same words several times",
    severity=Severity.WARN,
    says="Two lines say the same.",
    why="The same paragraph under every outcome shows that nobody thought about this one.",
    mend="Write it once and link it to everything that it serves.",
    sources=(SCHOOLS_WEEK,),
    find=find,
)
