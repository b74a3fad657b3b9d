"""Short addresses: the public door that counts and leads on, and the pages of those who print them."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.communication.actions import addresses as actions
from goldenthread.communication.codes import is_a_person
from goldenthread.communication.errors import Refused
from goldenthread.communication.forms.messages import AddressForm
from goldenthread.communication.models import Message, ShortAddress
from goldenthread.communication.queries import visits
from goldenthread.communication.views.messages import HOME
from goldenthread.kit.dates import in_words
from goldenthread.kit.qr import qr
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.kit.table import Column, Table

PRINTED = [*HOME, {"text": "Printed addresses", "href": "/communication/addresses/"}]


@public
def go(http: HttpRequest, key: str) -> HttpResponse:
    """Count one visit of today and lead on to the page. The code is dropped on the way; nothing is set and nothing kept.

    A code that nobody printed leads to the Local Offer: a mistyped letter should not end at an error.
    """
    address = ShortAddress.objects.filter(code=key.upper()[:12]).first()
    agent, purpose = http.headers.get("User-Agent", ""), http.headers.get("Sec-Purpose", "")
    if address and http.method == "GET" and is_a_person(agent, purpose):
        actions.count_visit(address, timezone.localdate())
    answer = HttpResponseRedirect(address.leads_to if address else reverse("localoffer:front"))
    answer.headers["Cache-Control"] = "no-store"  # or the second visit by this code would not be counted
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


@needs(Permission.PLAN_MESSAGES)
def kept(http: HttpRequest) -> HttpResponse:
    """Every short address, and how many came by each."""
    day = timezone.localdate()
    first = day - visits.LATELY + timedelta(days=1)
    page = {
        "addresses": visits.addresses(day), "breadcrumbs": HOME,
        "table": Table(
            f"Visits by channel, {in_words(first)} to {in_words(day)}",
            [Column("Channel"), Column("Visits", is_number=True)], visits.by_channel(first, day),
        ),
    }  # fmt: skip
    return render(http, "communication/addresses.html", page)


@needs(Permission.PLAN_MESSAGES)
def add(http: HttpRequest) -> HttpResponse:
    """A new code for one place."""
    asked = http.GET.get("message", "")
    carried = Message.objects.filter(public_id=asked).first() if _is_key(asked) else None
    form = AddressForm(http.POST if http.method == "POST" else None, initial={"message": carried})
    if form.is_bound and form.is_valid():
        try:
            made = actions.make_address(on=timezone.localdate(), by=http.user, **form.cleaned_data)
            return redirect("communication:address", made.code)
        except Refused as refused:
            form.refuse(refused)
    page = {"form": form, "title": "A short address to print", "breadcrumbs": PRINTED}
    return render(http, "communication/form.html", page, status=422 if form.errors else 200)


def _is_key(text: str) -> bool:
    return len(text) == 36 and set(text) <= set("0123456789abcdef-")


@needs(Permission.PLAN_MESSAGES, address=ShortAddress)
def address(http: HttpRequest, address: ShortAddress) -> HttpResponse:
    """One code: to print, and its visits month by month."""
    whole = f"{settings.SITE_ADDRESS}{reverse('communication_go', args=[address.code])}"
    rows = [(f"{month:%B %Y}", times) for month, times in visits.by_month(address)]
    page = {
        "address": address, "whole": whole, "code": qr(whole), "breadcrumbs": PRINTED,
        "table": Table("Visits by month", [Column("Month"), Column("Visits", is_number=True)], rows,
                       empty="Nobody has come by it yet."),
    }  # fmt: skip
    return render(http, "communication/address.html", page)


@needs(Permission.PLAN_MESSAGES)
def as_csv(http: HttpRequest) -> HttpResponse:
    """Everything that is kept: one line for each code and day."""
    out = io.StringIO()
    csv.writer(out).writerows([safe_cell(cell) for cell in row] for row in visits.csv_rows())
    answer = HttpResponse(f"\ufeff{out.getvalue()}", content_type="text/csv; charset=utf-8")
    answer.headers["Content-Disposition"] = (
        f'attachment; filename="visits-{timezone.localdate().isoformat()}.csv"'
    )
    return answer
