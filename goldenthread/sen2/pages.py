"""docs/sen2-checks.md and docs/sen2-items.md, written from the code and kept true by a test.

Write them again with: python -m goldenthread.sen2.pages
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from goldenthread.sen2.checks.check import Check
from goldenthread.sen2.checks.register import CHECKS, GROUPS
from goldenthread.sen2.codes import OPEN_SETS, SETS
from goldenthread.sen2.item import Item, Kind
from goldenthread.sen2.notes import WORDS
from goldenthread.sen2.tables import TABLES
from goldenthread.sen2.years import CENSUS_DAYS, collection_year

DOCS = Path(__file__).resolve().parents[2] / "docs"
_CHECKS_HEAD = """\
# The checks of a SEN2 return

Written from the code by `python -m goldenthread.sen2.pages`; a test fails when it is out of date.

Each check is one file in `goldenthread/sen2/checks/`. They follow from the wording of the items and from what the records mean
together. **DfE’s own numbered rules could not be had when these were written**, so no check carries a number of DfE’s. When you
have the official list, put it in a CSV file with the columns `check` and `dfe_rule` and give it with `--dfe-rules`: it fills the
column `dfe_rule` and changes nothing else. A return in which nothing is found here may still be asked about by COLLECT.

**error**: the return is not right. **query**: it may be right, and COLLECT or DfE may ask. Days are compared with the census day
and the calendar year before it; no answer depends on the day on which the check is run.
"""
_ITEMS_HEAD = """\
# The items of a SEN2 return

Written from the code by `python -m goldenthread.sen2.pages`; a test fails when it is out of date.

Items, codes and places were taken from open code that reads real returns and from wording repeated from DfE’s guides; DfE’s own
specification could not be had. **Not confirmed by any source**: the place of DMO, DCO and DSCO in the header; the case of the
letters of ReviewDraft, PhaseTransferDueDate, PhaseTransferFinalDate, PlanWBP and WBP (tags are read in any case); the setting
codes of 2023; the codes of work-based learning and of direct payments (any value is accepted); SourceLevel L; anything new in
2027, which is read as 2026. Sources contradict one another on ReviewMeeting and LastReview: here ReviewMeeting is the day of
the meeting and LastReview the day of the decision.
"""


def checks_page() -> str:
    """The page of checks."""
    parts = [_CHECKS_HEAD, f"There are {len(CHECKS)}.\n"]
    for title, checks in GROUPS.items():
        parts += [
            f"## {title}\n",
            "| Check | | It holds that | It says | What to do | From |\n|---|---|---|---|---|---|",
        ]
        parts += [_check(one) for one in checks]
        parts.append("")
    parts += [
        "## Notes of reading\n",
        "What is not read is always listed: records in are records out and records listed.\n",
    ]
    parts += ["| Code | | It says | What to do |\n|---|---|---|---|"]
    parts += [f"| {code} | {severity} | {says} | {todo} |" for code, (severity, says, todo) in WORDS.items()]
    return "\n".join(parts) + "\n"


def _check(one: Check) -> str:
    since = f" (from {one.since})" if one.since > min(CENSUS_DAYS) else ""
    says = one.says.format("…", "…")
    return f"| {one.code} | {one.severity} | {one.title}{since} | {says} | {one.todo} | {one.basis} |"


def items_page() -> str:
    """The page of items and codes."""
    parts = [
        _ITEMS_HEAD,
        "## Census days\n",
        *(f"- {year}: {day.isoformat()}" for year, day in CENSUS_DAYS.items()),
        "",
    ]
    for table in TABLES.values():
        path = "/".join(table.path)
        parts += [
            f"## {table.title} (`{path}`)\n",
            f"COLLECT’s file `{table.blade}`, our own `{table.file}.csv`.\n",
        ]
        parts += [
            "| Item | Heading in DfE’s workbook | Written as | Years |\n|---|---|---|---|",
            *_items(table.tag),
            "",
        ]
    parts.append("## Codes\n")
    for name, codes in SETS.items():
        parts.append(f"### {name}\n")
        if name == "ethnicity":
            parts.append(" ".join(one.code for one in codes))
        for one in codes if name != "ethnicity" else ():
            parts.append(
                f"- {one.code}: {one.means}{f' (from {one.since})' if one.since > min(CENSUS_DAYS) else ''}"
            )
        parts += [f"\n{year}: {why}." for (held, year), why in OPEN_SETS.items() if held == name]
        parts.append("")
    return "\n".join(parts).rstrip() + "\n"


def _items(table: str) -> Iterator[str]:
    found: dict[str, list[int]] = {}
    last: dict[str, Item] = {}
    for year in CENSUS_DAYS:
        for item in collection_year(year).items[table]:
            found.setdefault(item.tag, []).append(year)
            last[item.tag] = item
    for tag, years in found.items():
        item = last[tag]
        written = f"code ({item.codes})" if item.kind is Kind.CODE else str(item.kind)
        when = (
            "all"
            if len(years) == len(CENSUS_DAYS)
            else f"{years[0]}"
            if len(years) == 1
            else f"{years[0]} to {years[-1]}"
        )
        needed = ", on every record" if item.required else ""
        number = f" ({item.number})" if item.number else ""
        yield f"| {tag}{number} | {item.heading} | {written}{needed} | {when} |"


PAGES = {"sen2-checks.md": checks_page, "sen2-items.md": items_page}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
