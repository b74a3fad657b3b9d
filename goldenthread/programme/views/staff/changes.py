"""What changed between two days, field by field, on the page and as CSV."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.models import RoleHolding
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.kit.as_at import asked_day
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.changes import Change, changes_between
from goldenthread.programme.views.staff.frame import crumbs, show

USUAL = timedelta(days=91)
A_PAGE = 50
MOST = 500
MOST_IN_CSV = 20_000
HEADINGS = ["Known from", "Kind", "What", "Field", "Before", "Now", "Who", "Role", "Why"]


@dataclass(frozen=True)
class Days:
    """The two days compared, as typed and as read, with what was wrong with what was typed."""

    earlier: date
    later: date
    typed: dict[str, str]
    troubles: dict[str, str]


def _days(http: HttpRequest) -> Days:
    today = timezone.localdate()
    typed = {name: http.GET.get(name, "").strip() for name in ("from", "to")}
    read: dict[str, date | None] = {}
    troubles = {}
    for name, text in typed.items():
        try:
            read[name] = asked_day(text, today) or (today if text else None)
        except ValueError as trouble:
            troubles[name] = str(trouble)
    later = read.get("to") or today
    earlier = read.get("from") or later - USUAL
    if earlier > later and not troubles:
        troubles["from"] = "The first day is after the second. Exchange them"
    return Days(earlier, later, typed, troubles)


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def changes(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Every field that was other on the later day than on the earlier: old, new, who, why."""
    days = _days(http)
    found = [] if days.troubles else changes_between(programme, days.earlier, days.later, most=MOST)
    page_ = Paginator(found, A_PAGE).get_page(http.GET.get("page"))
    page = {
        "programme": programme, "days": days, "page": page_, "total": len(found), "roles": _roles(page_),
        "error_list": [{"text": text, "href": f"#{name}"} for name, text in days.troubles.items()],
        "breadcrumbs": crumbs(programme),
    }  # fmt: skip
    return show(http, "changes", page, status=400 if days.troubles else 200)


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def as_csv(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The same as CSV, with nothing that a spreadsheet would run. Taking it is recorded."""
    days = _days(http)
    if days.troubles:
        return HttpResponseBadRequest(
            ". ".join(days.troubles.values()), content_type="text/plain; charset=utf-8"
        )
    found = changes_between(programme, days.earlier, days.later, most=MOST_IN_CSV)
    detail = {"from": days.earlier.isoformat(), "to": days.later.isoformat(), "rows": len(found)}
    log.record_read("programme.changes.taken", subject=log.subject_of(programme), by=http.user, detail=detail)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    name = f"changes-{programme.slug}-{days.earlier.isoformat()}-to-{days.later.isoformat()}.csv"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    writer, roles = csv.writer(response), _roles(found)
    writer.writerow(HEADINGS)
    for change in found:
        writer.writerow([safe_cell(cell) for cell in _row(change, roles)])
    return response


def _row(change: Change, roles: dict[int, str]) -> list[Any]:
    who = str(change.by) if change.by else "An import"
    role = roles.get(change.by.pk, "") if change.by else ""
    return [change.on.isoformat(), change.kind, change.thing, change.field, in_words(change.before),
            in_words(change.after), who, role, change.reason]  # fmt: skip


def in_words(value: Any) -> str:
    """A field's value as one cell: a list by its items, yes and no, nothing for None."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "; ".join(str(one) for one in value)
    return "" if value is None else str(value)


def _roles(changes: Any) -> dict[int, str]:
    """For each author's id, the roles that they hold today. One query."""
    people = {change.by.pk for change in changes if change.by}
    held: dict[int, list[str]] = {}
    for holding in RoleHolding.objects.held_on(timezone.localdate()).filter(user__in=people):
        held.setdefault(holding.user_id, []).append(holding.title)
    return {pk: ", ".join(sorted(set(titles))) for pk, titles in held.items()}
