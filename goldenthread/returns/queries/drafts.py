"""What a draft shows: its cases and their reasons, its findings by check, and where each is mended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from goldenthread.returns.models import ReturnDraft, ReturnedCase, ReturnFinding
from goldenthread.sen2.checks.register import CHECKS
from goldenthread.sen2.years import collection_year


def reasons(draft: ReturnDraft) -> list[tuple[str, int]]:
    """Why cases are not in the return, the most frequent first."""
    found = (
        draft.returned.filter(person=0)
        .values("reason")
        .annotate(count=Count("pk"))
        .order_by("-count", "reason")
    )
    return [(one["reason"], one["count"]) for one in found]


def by_check(draft: ReturnDraft) -> list[dict[str, Any]]:
    """The checks that found something: errors first, then the most frequent."""
    found = draft.findings.values("code", "severity", "item").annotate(count=Count("pk"))
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    for one in found.order_by("severity", "-count", "code", "item"):
        is_of_values = one["code"].startswith("VAL-")
        key = (one["code"], one["item"] if is_of_values else "")
        title = f"{CHECKS[one['code']].title}: {one['item']}" if is_of_values else CHECKS[one["code"]].title
        held = merged.setdefault(key, {**one, "title": title, "count": 0, "of": key[1]})
        held["count"] += one["count"]
    return sorted(merged.values(), key=lambda one: (one["severity"], -one["count"], one["code"], one["of"]))


def findings_of(draft: ReturnDraft, code: str = "", item: str = "") -> QuerySet[ReturnFinding]:
    """The findings of a draft, or of one of its checks, each with its case."""
    found = draft.findings.select_related("returned__case")
    if code:
        found = found.filter(code=code)
    return found.filter(item=item) if item else found


_RECORDS = {"SENneed": "need-recorded", "PlacementDetail": "placement-recorded"}
_MISSING = {"ACT-NEED-MISSING": "need-recorded", "ACT-PLACEMENT-MISSING": "placement-recorded",
            "ACT-REVIEW-OVERDUE": "review-met"}  # fmt: skip


@dataclass(frozen=True)
class Mending:
    """Where something is mended, and what one does there."""

    words: str
    href: str


def mending(finding: ReturnFinding) -> Mending | None:
    """The page on which a finding is mended: the child's record, the event that said it, or the case."""
    held = finding.returned
    if held is None:
        return None
    if finding.table == "Person":
        return Mending("Mend the child’s record", reverse("casework:child", args=[held.case.public_id]))
    return _of_item(held, finding.table, finding.item, _MISSING.get(finding.code, ""))


def _of_item(held: ReturnedCase, table: str, item: str, kind: str = "") -> Mending:
    case = held.case.public_id
    kind = kind or _RECORDS.get(table, "")
    if kind:
        words = {"need-recorded": "Record the type of need", "placement-recorded": "Record the place"}
        return Mending(words.get(kind, "Record the review"), reverse("casework:record", args=[case, kind]))
    event = held.sources.get(f"{table}/{item}") or next(
        (number for name, number in held.sources.items() if name.startswith(f"{table}/")), None
    )
    if event is None:
        return Mending("Open the case", reverse("casework:case", args=[case]))
    return Mending("Correct the event", reverse("casework:correct", args=[case, event]))


def items_of(held: ReturnedCase, year: int) -> list[dict[str, Any]]:
    """The records of a case as they stand in the return: each item with its heading, its value and where it comes from."""
    headings = {
        table: {item.tag: item.heading for item in items}
        for table, items in collection_year(year).items.items()
    }
    case = held.case.public_id
    shown = []
    for table, number, values in held.content:
        rows = []
        for tag, value in values.items():
            event = held.sources.get(f"{table}/{tag}")
            href = reverse("casework:correct", args=[case, event]) if event else ""
            if table == "Person":
                href = reverse("casework:child", args=[case])
            rows.append({"heading": headings[table].get(tag, tag), "tag": tag, "value": value, "href": href})
        shown.append({"table": table, "number": number, "rows": rows})
    return shown
