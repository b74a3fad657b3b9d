"""Signing our own return, and its files."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.returns.actions.signing import sign as sign_draft
from goldenthread.returns.files import KINDS, file_of
from goldenthread.returns.forms.draft import SignForm
from goldenthread.returns.models import DraftState, ReturnDraft
from goldenthread.returns.views.drafts import draft_page


@needs(Permission.SIGN_RETURNS, draft=ReturnDraft)
@require_POST
def sign(http: HttpRequest, draft: ReturnDraft) -> HttpResponse:
    """The first signature, or the second, which freezes the return."""
    form = SignForm(http.POST)
    if form.is_valid():
        try:
            signed = sign_draft(
                draft=draft, on=timezone.localdate(), reason=form.cleaned_data["reason"], by=reader(http)
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            is_frozen = signed.state == DraftState.FROZEN
            said = (
                "The return is frozen. It can be sent."
                if is_frozen
                else "Signed. Now somebody else must sign it."
            )
            messages.success(http, said)
            return redirect("returns:draft", draft.key)
    draft.refresh_from_db()
    return render(http, "returns/draft.html", draft_page(http, draft, form), status=422)


@needs(Permission.BUILD_RETURNS, draft=ReturnDraft)
def download(http: HttpRequest, draft: ReturnDraft, kind: str) -> HttpResponse:
    """The return as a file: XML for COLLECT, CSV files in a ZIP, or a workbook."""
    if kind not in KINDS or not draft.is_made:
        raise Http404("There is no such file of this return.")
    log.record_read(
        "returns.draft.downloaded", subject=log.subject_of(draft), by=http.user, detail={"kind": kind}
    )
    answer = HttpResponse(file_of(draft, kind), content_type=KINDS[kind][1])
    number = "" if draft.state == DraftState.FROZEN else "-draft"
    name = f"sen2-{draft.year}-{draft.serial}{number}.{KINDS[kind][0]}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
