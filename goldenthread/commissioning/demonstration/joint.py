"""Invented services that both partners buy, with money, signatures, contracts, reviews and figures of need, all marked so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.commissioning.actions import joint, returns
from goldenthread.commissioning.demonstration.waits import provider
from goldenthread.commissioning.duties import DUTIES
from goldenthread.commissioning.models import DutyCover, JointService
from goldenthread.commissioning.queries.returns import periods_until
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Membership, Organisation

SERVICES = (
    ("SEND advice and support", "learning", 0, 25, "Impartial advice for families and young people.", 9_150_000, 4_025_050, 40),
    ("Therapies in schools", "speech", 3, 19, "Therapists who come to schools.", 61_240_000, 78_015_500, 200),
    ("Short breaks", "physical", 0, 18, "Breaks for families, with and without nursing.", 120_500_000, 33_300_025, 330),
    ("Pathway to an autism assessment", "autism", 2, 18, "Assessment, and help around it.", 18_000_000, 96_400_000, 700),
)  # fmt: skip
"""Name, need, ages, what is bought, the council's and the NHS's pence, and in how many days its contract ends."""
FIGURES = (
    ("autism", "Pupils whose main need is autism", 1_412, 9_800),
    ("speech", "Pupils whose main need is speech and language", 2_305, 9_800),
    ("semh", "Young people known to mental health services", 1_120, None),
    ("vision", "Children with a vision impairment", 96, None),
    ("sensory", "Families who said at reviews that sensory needs are not met", 61, 240),
)  # fmt: skip
COVERED = 8
"""Lines of section 26 that have an answer; the last two show what an empty one looks like."""


@transaction.atomic
def load_joint(*, on: date) -> int:
    """Everything; a second time adds nothing. Gives how many services came."""
    if JointService.objects.filter(is_invented=True).exists() or DutyCover.objects.exists():
        return 0
    buyer = _buyer()
    for place, duty in enumerate(DUTIES[:COVERED]):
        joint.cover_duty(key=duty.key, by=buyer, fields={
            "owner": "Head of joint commissioning", "document": "Joint commissioning strategy (invented)", "document_link": "",
            "reviewed_on": on - timedelta(days=300 + place), "next_review_on": on + timedelta(days=60 - place * 10),
        })  # fmt: skip
    for place, row in enumerate(SERVICES):
        _service(place, row, on, buyer)
    for need, words, number, base in FIGURES:
        joint.record_need(on=on, by=buyer, is_invented=True, fields={
            "need": need, "words": words, "number": number, "base": base, "as_at": on - timedelta(days=120),
            "source": "Needs assessment, part 2", "source_link": "",
        })  # fmt: skip
    return len(SERVICES)


def _buyer() -> Any:
    """The demonstration's joint commissioner buys for the NHS; the council's signature comes from nobody yet."""
    buyer = User.objects.filter(is_demonstration=True, holdings__role="joint-commissioner").first()
    if buyer:
        board, _ = Organisation.objects.get_or_create(
            name="Fairgate Integrated Care Board (invented)",
            defaults={"kind": OrganisationKind.ICB, "certainty": "invented"},
        )
        Membership.objects.get_or_create(
            user=buyer, organisation=board, defaults={"starts_on": date(2021, 9, 1)}
        )
    return buyer


def _service(place: int, row: tuple[Any, ...], on: date, buyer: Any) -> None:
    name, need, low, high, buys, council, health, ends_in = row
    fields = {"name": name, "provider": provider("health"), "need": need, "from_age": low, "to_age": high, "buys": buys,
              "offer_link": ""}  # fmt: skip
    service = joint.add_service(fields=fields, by=buyer, is_invented=True)
    year = on.year if on.month >= 4 else on.year - 1
    money = joint.set_money(service=service, year=year, council_pence=council, health_pence=health, by=buyer)
    if buyer and place % 2 == 0:
        joint.sign_money(money=money, side="health", on=on, by=buyer)
    ends = on + timedelta(days=ends_in)
    joint.add_contract(service=service, by=buyer, fields={
        "reference": f"JC-{place + 1:02}", "starts_on": ends - timedelta(days=3 * 365), "ends_on": ends, "notice_months": 6,
        "extends_to": ends + timedelta(days=365), "value_pence": 3 * (council + health), "specification": "version 2",
    })  # fmt: skip
    _measure(service, place, on, buyer)
    for ago, health_role in ((30, "Commissioning manager"), (120, ""), (210, "Commissioning manager")):
        joint.record_review(service=service, on=on, by=buyer, fields={
            "held_on": on - timedelta(days=ago), "for_council": "Head of joint commissioning", "for_health": health_role,
            "for_families": "Parent carer forum", "decided": "Go on; look again at the waits in three months.",
        })  # fmt: skip


def _measure(service: JointService, place: int, on: date, buyer: Any) -> None:
    """A quarterly measure of a year. The first service has missed its last two returns."""
    measure = returns.add_measure(service=service, by=buyer, fields={
        "name": "Families answered in time", "counts": "Families answered within two weeks, of all who asked",
        "target": "90 of 100", "owner": "Service manager", "is_share": True, "every_months": 3,
        "begins_on": date(on.year - 1, on.month, 1),
    })  # fmt: skip
    ends = periods_until(measure, on)
    for number, end in enumerate(ends[:-2] if place == 0 else ends):
        returns.record_return(measure=measure, on=min(on, end + timedelta(days=20)), by=buyer, fields={
            "period_ends_on": end, "value": "", "numerator": 70 + number * 5 + place, "denominator": 90 + number, "words": "",
        })  # fmt: skip
