"""Plans: every check on one large plan, and the wrong-child and duplicate guard over 1,000 and 10,000 plans.

Times are of the processor, not of the clock on the wall, and the best of several rounds counts, so that a busy machine
tells nearly the same. The large plan is checked cold, as one that this process never saw, and warm, as in an editor when
one line of it has changed. Run: make bench (PLANS=2000 for a quick one).
"""

from __future__ import annotations

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from goldenthread.casework.plan.checks.run import check_plan
from goldenthread.casework.plan.generator import ON, invented_plans
from goldenthread.casework.plan.guard.index import CaseloadIndex, load
from goldenthread.casework.plan.plan_types import section_set
from goldenthread.casework.plan.shapes import Plan

MOST = int(os.environ.get("PLANS", "10000"))
MOST_MS, MOST_GROWTH, ROUNDS, ASKED = 50, 1.6, 40, 200
GUARD = ("N1", "N5")
HOLDS = {kind.key: kind.holds for kind in section_set("ehc-plan", ON).sections}


def said(name: str, words: str, held: bool) -> bool:
    """Print one figure and whether its bound held."""
    print(f"{name:<34} {words}{'' if held else '   BROKEN'}", flush=True)
    return held


def seconds(work: Callable[[], object]) -> float:
    """The processor’s seconds for some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def large_plan() -> bool:
    """Every check on plans of 20 needs, 60 provisions and 12 pieces of advice."""
    plans = list(invented_plans(ROUNDS + 1, seed=11, needs=20, provision=60, advice=12))
    index = CaseloadIndex()
    for one in plans[1:]:
        index.add_plan(one, HOLDS)
    check_plan(plans[0], on=ON, caseload=index)  # the tables of phrases are made once in each process
    gc.collect()
    gc.freeze()  # forty plans wait in memory; a server that checks one does not hold them
    cold, warm = [], []
    for one in plans[1:]:
        cold.append(_ms_of(one, index))
        warm.append(_ms_of(_one_line_changed(one), index))
    held = said("a large plan, never seen before", _ms(cold), min(cold) < MOST_MS)
    return said("the same, one line changed", _ms(warm), min(warm) < MOST_MS) and held


def _ms_of(plan: Plan, index: CaseloadIndex) -> float:
    return seconds(lambda: check_plan(plan, on=ON, caseload=index)) * 1000


def _one_line_changed(plan: Plan) -> Plan:
    section = plan.sections["F"]
    first = replace(section.lines[0], text=f"{section.lines[0].text} It will start on 4 January 2027.")
    return replace(plan, sections={**plan.sections, "F": replace(section, lines=(first, *section.lines[1:]))})


def _ms(spent: list[float]) -> str:
    return f"{min(spent):.0f} ms (half of the rounds under {statistics.median(spent):.0f})"


def guard(count: int, plans: list[Plan]) -> tuple[float, float, float, CaseloadIndex]:
    """Seconds to build the index of so many plans, to keep and read it, and milliseconds to ask about one plan."""
    index = CaseloadIndex()
    built = seconds(lambda: [index.add_plan(one, HOLDS) for one in plans[:count]])
    kept: list[CaseloadIndex] = []
    again = seconds(lambda: kept.append(load(index.dump())))
    asked = plans[:: max(count // ASKED, 1)][:ASKED]
    spent = [
        seconds(lambda one=one: check_plan(one, on=ON, caseload=index, only=GUARD)) * 1000 for one in asked
    ]
    return built, again, statistics.median(spent), kept[0]


def caseloads() -> bool:
    """The guard over a tenth of the plans and over all of them: all against all is the cost of one times the number."""
    few = MOST // 10
    plans = list(invented_plans(MOST, seed=12))
    print(f"{len(plans):,} invented plans of 4 needs, 8 provisions and 6 pieces of advice")
    first, second = guard(few, plans), guard(MOST, plans)
    for count, (built, again, each, _) in ((few, first), (MOST, second)):
        words = f"built in {built:.1f} s, kept and read in {again:.1f} s, one plan asked in {each:.2f} ms"
        said(f"{count:,} plans", f"{words}, all in {each * count / 1000:.1f} s", True)
    built, asked = second[0] / first[0] / 10, second[2] / first[2]
    held = said("cost of a plan more, to build", f"ratio {built:.2f} (1 is linear)", built <= MOST_GROWTH)
    held &= said("cost of a plan more, to ask", f"ratio {asked:.2f} (1 is linear)", asked <= MOST_GROWTH)
    last = plans[-1]
    one = seconds(lambda: second[3].add_plan(last, HOLDS)) * 1000
    return said("one plan changed in the index", f"{one:.2f} ms", True) and held


def main() -> None:
    """Measure, and say what held."""
    held = large_plan()
    held &= caseloads()
    if not held:
        sys.exit("a bound was broken")
    print("every bound held")


if __name__ == "__main__":
    main()
