"""The staff home: what waits for the reader, the most serious first."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import signed_in
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.programme.queries.my_work import jobs_of, programmes_of
from goldenthread.programme.views.staff.frame import show


@signed_in
def my_work(http: HttpRequest) -> HttpResponse:
    """Everything that waits for the reader. It is open to anybody with an account: it shows only their own."""
    holds = standing(http)
    programmes, today = programmes_of(holds), timezone.localdate()
    page = {
        "programmes": programmes,
        "jobs": jobs_of(holds, programmes, today),
        "today": today,
        "manages_users": holds.may(Permission.MANAGE_USERS),
        "views_audit": holds.may(Permission.VIEW_AUDIT),
        "has_a_role": bool(holds.roles),
    }
    return show(http, "my_work", page)
