"""A worker's home and the lists of cases."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.models import Case
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.queries.work import QUEUES, cases_of, queue, shown, work_of
from goldenthread.casework.views.frame import crumbs, show
from goldenthread.kit.clock import days_words
from goldenthread.kit.table import Cell, Column, Table

A_PAGE = 50


@needs(Permission.VIEW_CASE)
def home(http: HttpRequest) -> HttpResponse:
    """What is due next on my cases, in order of legal consequence."""
    today = timezone.localdate()
    return show(http, "home", {"work": work_of(http.user, today), "today": today, "breadcrumbs": []})


@needs(Permission.VIEW_CASE)
def cases(http: HttpRequest) -> HttpResponse:
    """The cases that I may see: mine, or all of my team's; one queue at a time, those due first at the top."""
    today, asked = timezone.localdate(), http.GET
    whose = "team" if asked.get("whose") == "team" and standing(http).may(Permission.MANAGE_CASES) else "mine"
    held: QuerySet[Case] = (
        cases_of(http.user, today) if whose == "mine" else Case.objects.known_to(standing(http))
    )
    key = asked.get("queue", "")
    words = asked.get("words", "").strip()[:100]
    found = queue(held, key, late_on=today if asked.get("late") else None, words=words)
    page = Paginator(found.values_list("pk", flat=True), A_PAGE).get_page(asked.get("page"))
    context: dict[str, Any] = {
        "page": page, "table": _table(shown(list(page)), today), "queues": _tabs(http, key), "queue": key, "whose": whose,
        "words": words, "is_late": bool(asked.get("late")), "breadcrumbs": crumbs(),
        "may_see_team": standing(http).may(Permission.MANAGE_CASES),
    }  # fmt: skip
    return show(http, "cases", context)


def _tabs(http: HttpRequest, current: str) -> list[dict[str, Any]]:
    here = reverse("casework:cases")
    whose = "&whose=team" if http.GET.get("whose") == "team" else ""
    tabs = [("", "All"), *((key, title) for key, (title, _) in QUEUES.items())]
    return [
        {"text": title, "href": f"{here}?queue={key}{whose}", "current": key == current}
        for key, title in tabs
    ]


def _table(found: list[Case], today: Any) -> Table:
    """Child, stage, what is due next and how late it is."""
    columns = [
        Column("Child"),
        Column("Case"),
        Column("Stage"),
        Column("Next"),
        Column("Due"),
        Column("How long"),
    ]
    return Table("Cases, those due first at the top", columns, [_row(case, today) for case in found],
                 is_caption_hidden=True, empty="No case answers to this.")  # fmt: skip


def _row(case: Case, today: Any) -> list[Any]:
    now = case.standing
    due = now.next_due_on
    duty = Duty(now.next_duty).words if now.next_duty else "Nothing is due"
    state = "late" if due and due < today else "due" if due else "plain"
    return [
        Cell(str(case.child), href=reverse("casework:case", args=[case.public_id])), case.reference,
        now.get_stage_display(), duty, due, Cell(days_words(due, today) if due else "No day", state=state),
    ]  # fmt: skip
