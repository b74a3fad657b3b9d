"""The early list of adult services: read on screen, page by page, each look in the audit with the names that it showed.

There is no file of it, on purpose: a council once mailed such a list, of 34 children, to a parent
(https://www.lutontoday.co.uk/news/politics/council/details-of-34-children-with-special-needs-emailed-to-parent-in-central-bedfordshire-council-data-breach-4701073).
"""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.law.age import age_on
from goldenthread.transitions.actions.early import answer_notice, tell_adult_services, withdraw_notice
from goldenthread.transitions.forms.early import AnswerForm, NoticeForm
from goldenthread.transitions.models import AdultNotice
from goldenthread.transitions.views.frame import show

A_LOOK = 20
"""Young people on one page: a look shows few, and each further look is recorded."""
HOME = {"text": "Early list", "href": "/transitions/early/"}


@needs(Permission.READ_EARLY_LIST)
def early(http: HttpRequest) -> HttpResponse:
    """A page of the list: who waits for an answer first, the oldest first."""
    today = timezone.localdate()
    found = AdultNotice.objects.all().listed_for(http.user, today).select_related("case__child")
    ordered = found.order_by(F("answered_on").asc(nulls_first=True), "case__child__born_on", "pk")
    page = Paginator(ordered, A_LOOK).get_page(http.GET.get("page"))
    rows = [(one, age_on(one.case.child.born_on, today)) for one in page.object_list]
    log.record_read("transitions.early.looked", subject="transitions.adultnotice:many", by=http.user,
                    detail={"page": page.number, "notices": [one.pk for one, _ in rows]})  # fmt: skip
    return show(http, "early", {"rows": rows, "page": page, "total": page.paginator.count, "breadcrumbs": []})


@needs(Permission.READ_EARLY_LIST, notice=AdultNotice)
def early_one(http: HttpRequest, notice: AdultNotice) -> HttpResponse:
    """One young person of the list, and what adult services answer."""
    today = timezone.localdate()
    first = {"answer": notice.answer, "answer_words": notice.answer_words, "edition": notice.edition}
    form = AnswerForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            answer_notice(notice=notice, on=today, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http, "Your answer is kept. The young person, the family and the worker can read it."
            )
            return redirect("transitions:early")
    child = notice.case.child
    page = {"case": notice.case, "child": child, "told": notice, "form": form, "age": age_on(child.born_on, today),
            "breadcrumbs": [HOME]}  # fmt: skip
    return show(http, "early_one", page, status=422 if form.errors else 200)


@needs(Permission.TELL_ADULT_SERVICES, case=Case)
def notice(http: HttpRequest, case: Case) -> HttpResponse:
    """Tell adult services of one young person, or take it back."""
    today = timezone.localdate()
    running = AdultNotice.objects.filter(case=case, withdrawn_on=None).first()
    if http.method == "POST" and "withdraw" in http.POST:
        if running:
            withdraw_notice(notice=running, on=today, by=http.user)
        messages.success(http, f"Adult services no longer read of {case.child.first_name}.")
        return redirect("transitions:notice", case.public_id)
    form = NoticeForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            tell_adult_services(case=case, on=today, by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{case.child.first_name} stands on the early list of adult services.")
            return redirect("transitions:notice", case.public_id)
    back = {"text": "Goals for adult life", "href": f"/transitions/adulthood/{case.public_id}/"}
    page = {"case": case, "child": case.child, "told": running, "form": form, "breadcrumbs": [back]}
    return show(http, "notice", page, status=422 if form.errors else 200)
