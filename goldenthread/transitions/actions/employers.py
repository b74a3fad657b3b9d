"""Keeping the register of employers."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.transitions.models import Employer

WORDS = ("name", "offer", "adjustments", "contact", "consent")


@transaction.atomic
def keep_employer(
    *, employer: Employer | None, edition: int, consented_on: date | None, on: date, by: Any, **words: str
) -> Employer:
    """An employer, new or changed. Whom to ask there is kept only with consent: its day and how it was given. Without a day the
    contact must be empty, and taking the day away takes the contact away with it."""
    words = {name: " ".join(words[name].split()) if name == "name" else words[name].strip() for name in WORDS}
    _check(words, consented_on, on)
    if employer is not None:
        employer = Employer.objects.select_for_update().get(pk=employer.pk)
        if employer.edition != edition:
            raise Refused(
                "Somebody changed this employer while you wrote. Open it again, and add yours to theirs."
            )
    same = Employer.objects.filter(name__iexact=words["name"]).exclude(pk=employer.pk if employer else None)
    if same.exists():
        raise Refused(f"{words['name']} is in the register already.", "name")
    kept = employer or Employer(recorded_by=by, edition=0)
    for name, value in words.items():
        setattr(kept, name, value)
    kept.consented_on, kept.edition = consented_on, kept.edition + 1
    kept.save()
    log.record(
        "transitions.employer.kept",
        subject=log.subject_of(kept),
        by=by,
        detail={"consent": bool(consented_on)},
    )
    return kept


def _check(words: dict[str, str], consented_on: date | None, on: date) -> None:
    if not words["name"] or not words["offer"]:
        raise Refused("Give the employer’s name and what it offers.", "offer" if words["name"] else "name")
    if words["contact"] and not consented_on:
        raise Refused(
            "Whom to ask there is kept only with that person’s consent. Give the day, or take the name out.",
            "consented_on",
        )
    if consented_on and not words["contact"]:
        raise Refused(
            "You give a consent and nobody whom it is about. Say whom to ask, or take the day out.", "contact"
        )
    if consented_on and not words["consent"]:
        raise Refused("Say how the consent was given, such as “by e-mail”.", "consent")
    if words["consent"] and not consented_on:
        raise Refused("Give the day on which the consent was given.", "consented_on")
    if consented_on and consented_on > on:
        raise Refused("The consent is after today. Check the date.", "consented_on")
