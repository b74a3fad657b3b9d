"""A school asks for an assessment with what its register holds: the one place that knows both the register and casework."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions.opening import open_case
from goldenthread.casework.models import Case
from goldenthread.casework.queries.places import our_authority
from goldenthread.kit.errors import Refused
from goldenthread.kit.forms import KitForm
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.sensupport.actions.asking import note_request, reviewed_cycles
from goldenthread.sensupport.models import Pupil
from goldenthread.sensupport.queries.summary import summary
from goldenthread.sensupport.views.register import under


class AskForm(KitForm):
    """What the register does not hold: whether the parents know, and why now."""

    parents_know = forms.BooleanField(label="We have told the parents or the young person that we ask")
    reason = forms.CharField(
        required=False, max_length=3000, label="Why do you ask now?", widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Write why you ask now"},
    )  # fmt: skip

    def __init__(self, *args: Any, reviewed: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_early = reviewed < settings.SEN_CYCLES
        if self.is_early:
            self.fields["reason"].required = True
            self.fields["reason"].help_text = (
                f"{reviewed} of the {settings.SEN_CYCLES} reviewed cycles that our area expects are here. The law lets you ask "
                "all the same: say what makes it right."
            )


@needs(Permission.KEEP_SEN_REGISTER, pupil=Pupil)
def ask_for_pupil(http: HttpRequest, pupil: Pupil) -> HttpResponse:
    """What would be sent, word for word, and sending it."""
    day = timezone.localdate()
    reviewed = reviewed_cycles(pupil)
    form = AskForm(http.POST if http.method == "POST" else None, reviewed=reviewed)
    if form.is_bound and form.is_valid():
        try:
            case = send_request(
                pupil=pupil,
                reason=form.cleaned_data["reason"],
                parents_know=form.cleaned_data["parents_know"],
                on=day,
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http, f"The council has your request: {case.reference}. It has six weeks to decide."
            )
            return redirect("case:followed")
    page = {
        "pupil": pupil,
        "form": form,
        "words": summary(pupil, day),
        "reviewed": reviewed,
        "breadcrumbs": under(pupil),
    }
    return render(http, "sensupport/ask.html", page, status=422 if form.errors else 200)


@reading_for(Purpose.ENTRY)
@transaction.atomic
def send_request(*, pupil: Pupil, reason: str, parents_know: bool, on: date, by: Any) -> Case:
    """A case with the school's request, and all that its register says. Refuses a child who has an open case, and an
    early request without a reason."""
    note_request(pupil=pupil, reason=reason, parents_know=parents_know, on=on, by=by)
    words = summary(pupil, on, reason.strip())
    words += f"\n\nThe parents or the young person were {'' if parents_know else 'not '}told of this request."
    return open_case(child=pupil.child, authority=our_authority(), team=None, kind="request-received", occurred_on=on,
                     facts={"by": "school", "words": words}, on=on, by=by)  # fmt: skip
