"""The pack for when the system is down: whoever may fetch it does so beforehand."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.keeping.actions.continuity import take_pack
from goldenthread.keeping.models import ContinuityPack


@needs(Permission.TAKE_CONTINUITY)
def continuity(http: HttpRequest) -> HttpResponse:
    """The newest packs, and how to open one."""
    page = {"packs": ContinuityPack.objects.defer("content"), "has_key": bool(settings.CONTINUITY_KEY)}
    return render(http, "keeping/continuity.html", page)


@needs(Permission.TAKE_CONTINUITY, pack=ContinuityPack)
def take(http: HttpRequest, pack: ContinuityPack) -> HttpResponse:
    """One pack, as a file."""
    answer = HttpResponse(take_pack(pack=pack, by=reader(http)), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = f'attachment; filename="continuity-{pack.made_at:%Y-%m-%d}.html"'
    return answer
