"""Costs that education, health and social care share: add one, agree other terms, raise and settle a dispute."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import Dispute, JointService, SharedCost, SharedTerms
from goldenthread.commissioning.money.split import WHOLE, share_words

SHARES = ("education_share", "health_share", "care_share")


@transaction.atomic
def add_cost(
    *, fields: dict[str, Any], terms: dict[str, Any], on: date, by: Any, is_invented: bool = False
) -> SharedCost:
    """A shared cost with its first terms."""
    if SharedCost.objects.filter(reference__iexact=fields["reference"]).exists():
        raise Refused("There is a shared cost with this reference.", "reference")
    _check(terms, on)
    cost = SharedCost.objects.create(**fields, is_invented=is_invented, recorded_by=by)
    SharedTerms.objects.create(cost=cost, **terms, recorded_by=by)
    log.record("commissioning.shared.added", subject=log.subject_of(cost), by=by)
    return cost


@transaction.atomic
def set_terms(
    *, cost: SharedCost, terms: dict[str, Any], on: date, based_on: int | None = None, by: Any
) -> SharedTerms:
    """Other terms for a shared cost: a further edition. Raises Conflict when another came meanwhile.

    `based_on` is the edition that the writer was reading; None does not ask.
    """
    SharedCost.objects.select_for_update().get(pk=cost.pk)
    _check(terms, on)
    newest = cost.terms.order_by("-edition").first()
    edition = newest.edition if newest else 0
    if based_on is not None and based_on != edition:
        raise Conflict(newest)
    made = SharedTerms.objects.create(cost=cost, edition=edition + 1, **terms, recorded_by=by)
    log.record("commissioning.shared.terms", subject=log.subject_of(cost), by=by, detail={"edition": made.edition})  # fmt: skip
    return made


def _check(terms: dict[str, Any], on: date) -> None:
    whole = sum(terms[name] for name in SHARES)
    if whole != WHOLE:
        raise Refused(f"The three shares make {share_words(whole)}. Together they make 100%.", SHARES[0])
    if sum(terms[name] > 0 for name in SHARES) < 2:
        raise Refused("At least two of the three pay, or nothing is shared.", SHARES[0])
    if terms["agreed_on"] and terms["agreed_on"] > on:
        raise Refused("This day has not come yet. Leave it empty until both have agreed.", "agreed_on")


@transaction.atomic
def raise_dispute(*, about: JointService | SharedCost, fields: dict[str, Any], on: date, by: Any) -> Dispute:
    """That the partners do not agree about a joint service or a shared cost."""
    if fields["raised_on"] > on:
        raise Refused("This day has not come yet.", "raised_on")
    if fields["settle_by"] < fields["raised_on"]:
        raise Refused("This is before the dispute was raised.", "settle_by")
    what = {"service": about} if isinstance(about, JointService) else {"cost": about}
    made = Dispute.objects.create(**what, **fields, recorded_by=by)
    log.record("commissioning.dispute.raised", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def settle_dispute(*, dispute: Dispute, settled_on: date, outcome: str, on: date, by: Any) -> Dispute:
    """How a dispute ended. What was settled stays so: a new disagreement is a new dispute."""
    held = Dispute.objects.select_for_update(of=("self",)).get(pk=dispute.pk)
    if held.settled_on:
        raise Refused("This is settled already.")
    if not held.raised_on <= settled_on <= on:
        raise Refused("Choose a day between the day it was raised and today.", "settled_on")
    held.settled_on, held.outcome = settled_on, outcome
    held.save(update_fields=["settled_on", "outcome"])
    log.record("commissioning.dispute.settled", subject=log.subject_of(held), by=by)
    return held
