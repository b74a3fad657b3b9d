"""What the background worker does for the Local Offer."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.kit.uploads import telling
from goldenthread.localoffer.actions.importing import carry_out_import
from goldenthread.localoffer.models import ServiceImport


@app.task(name="localoffer.bring_in", pass_context=False)
def bring_in(*, upload: int, rehearse: bool) -> None:
    """Bring a list of services in, or rehearse it; one that is gone by then is no trouble."""
    held = ServiceImport.objects.select_related("recorded_by").filter(pk=upload).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_import(held, rehearse=rehearse, now=timezone.now(), progress=tell)
