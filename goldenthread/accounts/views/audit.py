"""The audit, for those who look after it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.queries.events import events_before
from goldenthread.accounts.tables import events_table
from goldenthread.audit.log import record_read


@needs(Permission.VIEW_AUDIT)
def audit(http: HttpRequest) -> HttpResponse:
    """What was done and who looked, the latest first; this look is recorded too."""
    asked = http.GET.get("before", "")
    before = int(asked) if asked.isdecimal() and len(asked) < 19 else None
    words = http.GET.get("find", "").replace("\0", "").strip()[:200]
    page = events_before(before, words)
    record_read("audit.read", subject="audit", by=http.user, detail={"find": words, "before": before})
    return render(http, "accounts/audit.html", {"page": page, "table": events_table(page), "words": words})
