"""What a draft shows: its cases and their reasons, its findings by check, and where each is mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from goldenthread.casework.models import Event
from goldenthread.casework.process.kinds import KINDS
from goldenthread.returns.models import ReturnDraft, ReturnedCase, ReturnFinding
from goldenthread.sen2.checks.register import CHECKS
from goldenthread.sen2.item import Item, Kind
from goldenthread.sen2.tables import TABLES
from goldenthread.sen2.years import CollectionYear, collection_year


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
    """The records of a case as they stand in the return: each item with its heading, its value and the event behind it."""
    of = collection_year(year)
    told = {one.pk: one for one in Event.objects.filter(pk__in=set(held.sources.values()))}
    shown = []
    for table, number, values in held.content:
        rows = [
            {"heading": item.heading, "value": _in_words(of, item, values[item.tag]), **_behind(held, table, item.tag, told)}
            for item in of.items[table] if item.tag in values
        ]  # fmt: skip
        shown.append({"title": TABLES[table].sheet, "number": number, "rows": rows})
    return shown


def _in_words(year: CollectionYear, item: Item, value: str) -> Any:
    """A value as people read it: a day as a day, a code with what it means."""
    if item.kind is Kind.DATE:
        return date.fromisoformat(value)
    if item.kind is Kind.FLAG:
        return {"1": "Yes", "0": "No"}.get(value, value)
    means = year.codes(item.codes).get(value, "") if item.kind is Kind.CODE and item.codes != "rank" else ""
    return f"{value}: {means}" if means else value


def _behind(held: ReturnedCase, table: str, tag: str, told: dict[int, Event]) -> dict[str, Any]:
    """The event that says an item, or the child's record, with the address where it is read and mended."""
    case = held.case.public_id
    if table == "Person":
        return {"from": "the child’s record", "href": reverse("casework:child", args=[case])}
    event = told.get(held.sources.get(f"{table}/{tag}", 0))
    if event is None:
        return {}
    return {
        "from": KINDS[event.kind].title, "on": event.occurred_on,
        "href": reverse("casework:correct", args=[case, event.pk]),
    }  # fmt: skip
