"""SEN2: a return read, checked in every way and written as tables, against Python’s own parser writing tables unchecked.

The floor is `xml.etree.ElementTree.iterparse` writing five flat tables (persons, requests, assessments, plans, active plans)
and nothing else. Ours writes nine tables and the findings of every check. Both run as programs of their own, one after the
other, and their whole time counts, start included; the best round, because other work on the machine only adds.
Run: make bench (SEN2_PERSONS=10000 for a quick one).
"""

from __future__ import annotations

import csv
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree  # the floor to measure against, on a file made here

MOST = int(os.environ.get("SEN2_PERSONS", "640000"))
FEW, FEW_SECONDS = 10_000, 2.0
BOTH, ALONE, MOST_MEGABYTES = 1.0, 1.5, 512
TABLES: dict[str, tuple[str, ...]] = {
    "Person": ("Surname", "Forename", "PersonBirthDate", "Sex", "Ethnicity", "PostCode", "UPN", "UniqueLearnerNumber",
               "UPNunknown"),
    "Requests": ("ReceivedDate", "RequestSource", "RYA", "RequestOutcomeDate", "RequestOutcome", "RequestMediation",
                 "RequestTribunal", "Exported"),
    "Assessment": ("AssessmentOutcome", "AssessmentOutcomeDate", "AssessmentMediation", "AssessmentTribunal",
                   "OtherMediation", "OtherTribunal", "Week20"),
    "NamedPlan": ("StartDate", "PlanRes", "PlanWBP", "PB", "OA", "DP", "CeaseDate", "CeaseReason"),
    "ActivePlans": ("TransferLA", "ReviewMeeting", "ReviewOutcome", "ReviewDraft", "PhaseTransferDueDate",
                    "PhaseTransferFinalDate", "LastReview", "URN", "SENSetting", "PlacementRank", "EntryDate", "SENtype"),
}  # fmt: skip


def floor(path: Path, folder: Path) -> None:
    """Five flat tables with nothing but the standard library, written plainly and in flat memory."""
    folder.mkdir()
    files = {tag: (folder / f"{tag}.csv").open("w", newline="") for tag in TABLES}
    writers = {tag: csv.writer(file) for tag, file in files.items()}
    for tag, columns in TABLES.items():
        writers[tag].writerow(("person", "request", *columns))
    number, request = 0, 0
    parents: list[Any] = []
    for event, element in ElementTree.iterparse(path, events=("start", "end")):  # noqa: S314
        if event == "start" and element.tag == "Persons":
            parents.append(element)
        elif event == "end" and element.tag == "Person":
            number += 1
            for one in element.iter():
                if one.tag in TABLES:
                    request += one.tag == "Requests"
                    said = {child.tag: child.text for part in _flat(one) for child in part}
                    writers[one.tag].writerow((number, request, *map(said.get, TABLES[one.tag])))
            parents[0].clear()
    for file in files.values():
        file.close()


def _flat(one: Any) -> tuple[Any, ...]:
    """An active plan’s row holds its first placement and need as well."""
    if one.tag != "ActivePlans":
        return (one,)
    return tuple(part for part in (one, one.find("PlacementDetail"), one.find("SENneed")) if part is not None)


class Spent(NamedTuple):
    """What a program took, with those that it started: seconds on the wall and of processors, and megabytes."""

    wall: float
    processor: float
    megabytes: float


def measured(*command: object) -> Spent:
    """Run a program to its end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen([str(one) for one in command], stdout=subprocess.DEVNULL)  # noqa: S603
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _megabytes(process.pid))
        time.sleep(0.05)
    wall = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode not in (0, 1):
        sys.exit(f"{command} ended with {process.returncode}")
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak)


def _megabytes(pid: int) -> float:
    """What a process and its children hold in memory, where the system says so."""
    total = 0.0
    try:
        for one in (pid, *_children(pid)):
            for line in Path(f"/proc/{one}/status").read_text().splitlines():
                if line.startswith("VmRSS:"):
                    total += int(line.split()[1]) / 1024
    except (OSError, ValueError):
        return total
    return total


def _children(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        found += [int(one) for one in (task / "children").read_text().split()]
    return found + [below for one in found for below in _children(one)]


def said(name: str, words: str, held: bool) -> bool:
    """Print one figure and whether its bound held."""
    print(f"{name:<34} {words}{'' if held else '   BROKEN'}", flush=True)
    return held


def round_of(count: int, folder: Path, rounds: int) -> bool:
    """The floor, ours in one process, and ours in all."""
    path = folder / f"{count}.xml"
    ours = [sys.executable, "-m", "goldenthread.cli", "sen2"]
    measured(*ours, "generate", "--persons", count, "--seed", 7, "--faults", 0.02, "--out", path, "--quiet")
    print(
        f"{count:,} invented persons, {path.stat().st_size / 1e6:,.0f} MB of XML, a planted mistake in 2 of 100"
    )
    times: dict[str, Spent] = {}
    for number in range(rounds):
        for name, command in (
            (
                "the floor",
                [sys.executable, "-m", "benchmarks.sen2", "floor", path, folder / f"floor-{number}"],
            ),
            ("in one process", [*ours, "read", path, "--out", folder / "one", "--processes", 1, "--quiet"]),
            ("in all processes", [*ours, "read", path, "--out", folder / "all", "--quiet"]),
        ):
            spent = measured(*command)
            best = times.get(name, spent)
            times[name] = Spent(
                min(best.wall, spent.wall),
                min(best.processor, spent.processor),
                max(best.megabytes, spent.megabytes),
            )
    held = judged(count, times)
    path.unlink()
    return held


def judged(count: int, times: dict[str, Spent]) -> bool:
    """Whether the bounds held. One process is judged by the processor’s time, because a busy machine leaves that alone."""
    base, alone, both = times["the floor"], times["in one process"], times["in all processes"]
    for name, one in times.items():
        said(name, f"{one.wall:.1f} s, {one.processor:.1f} s of processors, {one.megabytes:.0f} MB", True)
    if count <= FEW:
        held = said(
            "the whole program", f"{alone.processor:.2f} s of the processor", alone.processor < FEW_SECONDS
        )
    else:
        ratio = alone.processor / base.processor
        held = said(
            "in one process, to the floor", f"ratio {ratio:.2f} of the processor’s time", ratio <= ALONE
        )
        ratio = both.wall / base.wall
        held &= said("in all processes, to the floor", f"ratio {ratio:.2f} on the wall", ratio <= BOTH)
    most = max(alone.megabytes, both.megabytes)
    return said("memory", f"{most:.0f} MB", most < MOST_MEGABYTES) and held


def main() -> None:
    """Measure, and say what held."""
    if sys.argv[1:2] == ["floor"]:
        floor(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory(prefix="sen2-bench-") as name:
        held = round_of(FEW, Path(name), 3)
        if MOST > FEW:
            inner = Path(name) / "most"
            inner.mkdir()
            held &= round_of(MOST, inner, 1)
    if not held:
        sys.exit("a bound was broken")
    print("every bound held")


if __name__ == "__main__":
    main()
