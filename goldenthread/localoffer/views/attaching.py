"""Other forms of pages and entries, as those who keep them see them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.localoffer.actions.attaching import attach, detach
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.attaching import AttachForm
from goldenthread.localoffer.models import GuidePage, Service
from goldenthread.localoffer.queries.forms import other_forms
from goldenthread.localoffer.views.entering import SERVICES
from goldenthread.localoffer.views.writing import GUIDE


@needs(Permission.APPROVE_OFFER, page=GuidePage)
def of_page(http: HttpRequest, page: GuidePage) -> HttpResponse:
    """The other forms of a page."""
    crumbs = [*GUIDE, {"text": str(page), "href": reverse("offer_staff:page", args=[page.slug])}]
    return _forms_of(http, page, crumbs)


@needs(Permission.APPROVE_OFFER, service=Service)
def of_service(http: HttpRequest, service: Service) -> HttpResponse:
    """The other forms of an entry."""
    crumbs = [
        *SERVICES,
        {"text": service.name, "href": reverse("offer_staff:service", args=[service.public_id])},
    ]
    return _forms_of(http, service, crumbs)


def _forms_of(http: HttpRequest, to: GuidePage | Service, crumbs: list[dict[str, str]]) -> HttpResponse:
    if http.method == "POST" and (gone := http.POST.get("remove", "")):
        return _removed(http, to, gone)
    form = AttachForm(http.POST or None, http.FILES or None) if http.method == "POST" else AttachForm()
    if form.is_bound and form.is_valid():
        try:
            attach(to=to, **form.cleaned_data, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Added. Families see it on the page.")
            return redirect(http.path)
    page = {"to": to, "form": form, "forms": other_forms(to), "breadcrumbs": crumbs}
    return render(http, "localoffer/keep_forms.html", page, status=422 if form.errors else 200)


def _removed(http: HttpRequest, to: GuidePage | Service, key: str) -> HttpResponse:
    held = get_object_or_404(other_forms(to), pk=int(key) if key.isdecimal() else 0)
    detach(attachment=held, by=http.user)
    messages.success(http, "Removed.")
    return redirect(http.path)
