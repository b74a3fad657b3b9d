"""How a member of a family wishes to hear from us."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.people.models import Adult, Child


@transaction.atomic
def choose_contact(*, person: Adult | Child, contact_by: str, telephone: str, by: Any) -> None:
    """By text, by post or by e-mail, and the number for texts."""
    person.contact_by, person.telephone = contact_by, telephone
    person.save(update_fields=["contact_by", "telephone"])
    log.record("people.contact.chosen", subject=log.subject_of(person), by=by, detail={"by": contact_by})
