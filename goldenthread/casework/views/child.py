"""The child's own record, mended where it is wrong: what returns and letters take from it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.forms.child import ChildForm
from goldenthread.casework.models import Case
from goldenthread.casework.views.frame import above, done, show
from goldenthread.kit.errors import Refused
from goldenthread.people.actions.children import correct_child


@needs(Permission.WORK_CASE, case=Case)
def child(http: HttpRequest, case: Case) -> HttpResponse:
    """Mend the child's record."""
    form = ChildForm(http.POST if http.method == "POST" else None, child=case.child)
    if form.is_bound and form.is_valid():
        try:
            correct_child(child=case.child, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The child’s record is saved.", case)
    page = {"case": case, "child": case.child, "form": form, "title": "Mend the child’s record", "button": "Save",
            "aside": "The audit keeps who changed which line, and when.", "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)
