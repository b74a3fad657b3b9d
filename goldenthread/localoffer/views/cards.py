"""Cards to print and hand on."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.localoffer.card import card as make_card
from goldenthread.localoffer.models import Service
from goldenthread.localoffer.queries.services import shown


@public(service=Service)
@for_everybody
def card(http: HttpRequest, service: Service) -> HttpResponse:
    """A service's key information on A6; with ?sheet=1, ten on a sheet to cut."""
    if not service.is_shown_on(timezone.localdate()):
        raise Http404("This service is not shown now.")
    one = shown(service)
    lines = [f"Ages {one.ages}"] if one.ages else []
    lines += [", ".join(place["lines"]) for place in one.places[:1] if place["lines"]]
    lines += [*one.times[:2], *one.costs[:1], *(phone["number"] for phone in one.telephones[:1])]
    lines += [one.record["email"]] if one.record.get("email") else []
    address = settings.SITE_ADDRESS + reverse("localoffer:service", args=[service.public_id])
    data = make_card(
        title=service.name, provider=service.provider.name, lines=lines, address=address,
        is_sheet=http.GET.get("sheet") == "1",
    )  # fmt: skip
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="card.pdf"'
    return response
