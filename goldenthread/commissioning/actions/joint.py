"""What the partners buy together: cover a duty, add a service, set money and sign it, add a contract, a review, a need."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.commissioning.choices import SIDE_OF, Side
from goldenthread.commissioning.duties import BY_KEY
from goldenthread.commissioning.errors import Conflict, Refused
from goldenthread.commissioning.models import (
    Contract,
    ContractReview,
    DutyCover,
    JointService,
    MoneySignature,
    NeedFigure,
    YearMoney,
)
from goldenthread.commissioning.models.line import organisations_of
from goldenthread.partners.models import Organisation


@transaction.atomic
def cover_duty(*, key: str, fields: dict[str, Any], by: Any) -> DutyCover:
    """What answers a line of section 26."""
    if key not in BY_KEY:
        raise Refused("Section 26 has no such line.")
    if fields["next_review_on"] <= fields["reviewed_on"]:
        raise Refused("The next review comes after the last one.", "next_review_on")
    cover, _ = DutyCover.objects.update_or_create(key=key, defaults={**fields, "recorded_by": by})
    log.record("commissioning.duty.covered", subject=log.subject_of(cover), by=by, detail={"key": key})
    return cover


@transaction.atomic
def add_service(*, fields: dict[str, Any], by: Any, is_invented: bool = False) -> JointService:
    """A service of the register."""
    if JointService.objects.filter(name__iexact=fields["name"]).exists():
        raise Refused("The register has a service of this name.", "name")
    if fields["to_age"] < fields["from_age"]:
        raise Refused("The upper age is below the lower one.", "to_age")
    service = JointService.objects.create(**fields, is_invented=is_invented, recorded_by=by)
    log.record("commissioning.service.added", subject=log.subject_of(service), by=by)
    return service


@transaction.atomic
def set_money(
    *,
    service: JointService,
    year: int,
    council_pence: int,
    health_pence: int,
    based_on: int | None = None,
    by: Any,
) -> YearMoney:
    """Both partners' money for a year: a further edition, which both sign anew. Raises Conflict when another came meanwhile.

    `based_on` is the edition that the writer was reading, 0 for none; None does not ask.
    """
    JointService.objects.select_for_update().get(pk=service.pk)
    newest = service.money.filter(year=year).order_by("-edition").first()
    edition = newest.edition if newest else 0
    if based_on is not None and based_on != edition:
        raise Conflict(newest)
    if newest and (newest.council_pence, newest.health_pence) == (council_pence, health_pence):
        return newest
    money = YearMoney.objects.create(
        service=service,
        year=year,
        edition=edition + 1,
        council_pence=council_pence,
        health_pence=health_pence,
        recorded_by=by,
    )
    log.record("commissioning.money.set", subject=log.subject_of(money), by=by,
               detail={"year": year, "council_pence": council_pence, "health_pence": health_pence})  # fmt: skip
    return money


def sides_of(user: Any, on: date) -> set[Side]:
    """For which partners somebody can sign: those of whose organisations they are."""
    kinds = Organisation.objects.filter(pk__in=organisations_of(user.pk, on)).values_list("kind", flat=True)
    return {SIDE_OF[kind] for kind in kinds if kind in SIDE_OF}  # type: ignore[index]


@transaction.atomic
def sign_money(*, money: YearMoney, side: str, on: date, by: Any) -> MoneySignature:
    """Sign a year's money for one partner. The other signs through a person of its own."""
    JointService.objects.select_for_update().get(pk=money.service_id)
    if side not in sides_of(by, on):
        raise Refused(f"You do not sign for {Side(side).inside}: somebody of its own does.")
    newest = YearMoney.objects.filter(service=money.service_id, year=money.year).order_by("-edition").first()
    if newest != money:
        raise Refused("The money was changed meanwhile. Read the new amounts, and sign those.")
    signatures = list(money.signatures.all())
    if any(one.side == side for one in signatures):
        raise Refused("This is signed already.")
    if any(one.signed_by_id == by.pk for one in signatures):
        raise Refused("You have signed for the other partner. Two people sign.")
    signed = MoneySignature.objects.create(money=money, side=side, signed_by=by, signed_on=on)
    log.record("commissioning.money.signed", subject=log.subject_of(money), by=by, detail={"side": side})
    return signed


@transaction.atomic
def add_contract(*, service: JointService, fields: dict[str, Any], by: Any) -> Contract:
    """A contract for a service."""
    if fields["ends_on"] <= fields["starts_on"]:
        raise Refused("The contract ends before it begins.", "ends_on")
    if fields.get("extends_to") and fields["extends_to"] <= fields["ends_on"]:
        raise Refused("An extension goes on beyond the end.", "extends_to")
    if service.contracts.filter(reference__iexact=fields["reference"]).exists():
        raise Refused("There is a contract with this reference.", "reference")
    contract = Contract.objects.create(service=service, **fields, recorded_by=by)
    log.record("commissioning.contract.added", subject=log.subject_of(contract), by=by)
    return contract


@transaction.atomic
def record_review(*, service: JointService, fields: dict[str, Any], on: date, by: Any) -> ContractReview:
    """A meeting that looked at a service, whoever came."""
    if fields["held_on"] > on:
        raise Refused("This day has not come yet. Record the review when it was held.", "held_on")
    review = ContractReview.objects.create(service=service, **fields, known_on=on, recorded_by=by)
    log.record(
        "commissioning.review.recorded",
        subject=log.subject_of(review),
        by=by,
        detail={"is_joint": review.is_joint},
    )
    return review


@transaction.atomic
def record_need(*, fields: dict[str, Any], on: date, by: Any, is_invented: bool = False) -> NeedFigure:
    """A figure of the needs assessment, with its source."""
    if fields.get("base") is not None and fields["number"] > fields["base"]:
        raise Refused("This is more than it is out of.", "number")
    if fields["as_at"] > on:
        raise Refused("This day has not come yet.", "as_at")
    figure = NeedFigure.objects.create(**fields, known_on=on, is_invented=is_invented, recorded_by=by)
    log.record(
        "commissioning.need.recorded", subject=log.subject_of(figure), by=by, detail={"need": figure.need}
    )
    return figure
