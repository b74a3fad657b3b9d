"""What was promised and what was given: said by the school, read by the family and the workers."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.actions.delivering import say_what_was_given
from goldenthread.casework.forms.delivering import DeliveryForm
from goldenthread.casework.models import Case
from goldenthread.casework.queries.delivery import delivered_in, sums, term_of, term_words
from goldenthread.casework.views.frame import above, show
from goldenthread.kit.errors import Refused


@needs(Permission.FOLLOW_CASE, case=Case)
def delivery(http: HttpRequest, case: Case) -> HttpResponse:
    """This term: the school says what was given; the family reads it."""
    today = timezone.localdate()
    term = term_of(today)
    lines, may_say = delivered_in(case, term), standing(http).may(Permission.REPORT_REVIEW, case)
    form = DeliveryForm(http.POST if http.method == "POST" and may_say else None, lines=lines)
    if form.is_bound and form.is_valid():
        try:
            with transaction.atomic():
                said = [
                    say_what_was_given(case=case, term=term, on=today, by=http.user, **one)
                    for one in form.said()
                ]
        except Refused as refused:
            form.refuse(refused)
        else:
            many = len(said)
            messages.success(http, f"{many} line{'' if many == 1 else 's'} said. The family can read it now.")
            return redirect(reverse("case:delivery", args=[case.public_id]))
    page = {"case": case, "child": case.child, "form": form, "lines": lines, "may_say": may_say, "term": term_words(term),
            "sums": sums(case), "breadcrumbs": [{"text": f"{case.child.first_name}’s case",
                                                 "href": reverse("case:follow", args=[case.public_id])}]}  # fmt: skip
    return show(http, "delivery", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case)
def delivered(http: HttpRequest, case: Case) -> HttpResponse:
    """The same for the case's workers."""
    term = term_of(timezone.localdate())
    page = {"case": case, "child": case.child, "lines": delivered_in(case, term), "term": term_words(term), "sums": sums(case),
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "delivered", page)
