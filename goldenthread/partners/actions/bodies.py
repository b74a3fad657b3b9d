"""Bodies that change their name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit.log import record, subject_of
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.errors import PartnersError
from goldenthread.partners.models import Body, BodyName


@transaction.atomic
def rename(*, body: Body, name: str, on: date, by: Any) -> Body:
    """Give a body a new name from a day on, and keep the old one with its last day."""
    body = Body.objects.select_for_update().get(pk=body.pk)
    name = name.strip()
    if not name or name == body.name:
        raise PartnersError(f"{body} has this name already. Enter another.")
    if Body.objects.filter(name=name).exists():
        raise PartnersError(f"Another body is called {name}. Enter another name.")
    before = PartialDate.of(on - timedelta(days=1))
    BodyName.objects.update_or_create(body=body, name=body.name, defaults={"until_on": before})
    body.name = name
    body.save(update_fields=["name"])
    record("partners.body.renamed", subject=subject_of(body), by=by, detail={"on": on})
    return body
