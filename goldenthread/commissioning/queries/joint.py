"""What is covered, bought, signed, due and missing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch

from goldenthread.commissioning.choices import Need, Side
from goldenthread.commissioning.duties import DUTIES, Duty
from goldenthread.commissioning.models import (
    Contract,
    ContractReview,
    DutyCover,
    JointService,
    NeedFigure,
    YearMoney,
)
from goldenthread.kit.clock import Clock
from goldenthread.kit.dates import in_words, months_from
from goldenthread.kit.history import FactQuerySet

WARNED = (12, 9, 6, 3)
"""Months before a contract ends at which its buyers look at it."""
A_YEAR = 365


@dataclass(frozen=True)
class Covered:
    """A line of section 26 and what answers it."""

    duty: Duty
    cover: DutyCover | None
    today: date

    @property
    def state(self) -> tuple[str, str]:
        """A state and its words: nothing answers it, its review is late, or it stands."""
        if self.cover is None:
            return "late", "Nothing answers this"
        if self.cover.next_review_on < self.today:
            return "late", "The review is late"
        return "done", "Covered"


def coverage(today: date) -> list[Covered]:
    """The ten lines, each with what answers it. One query."""
    covers = {one.key: one for one in DutyCover.objects.all()}
    return [Covered(duty, covers.get(duty.key), today) for duty in DUTIES]


@dataclass
class Registered:
    """A service of the register with its newest money, reviews and contracts."""

    service: JointService
    money: YearMoney | None
    signed: set[str] = field(default_factory=set)

    @property
    def is_signed_by_both(self) -> bool:
        """Whether both partners have signed the newest edition."""
        return self.signed == set(Side)

    @property
    def signing_words(self) -> str:
        """Who has signed and who has not."""
        if self.money is None:
            return "No money entered"
        waiting = [side.inside for side in Side if side not in self.signed]
        return "Signed by both" if not waiting else f"Waits for: {' and '.join(waiting)}"


def register() -> list[Registered]:
    """Every service with its newest money and who signed it. Three queries."""
    money = YearMoney.objects.order_by("-year", "-edition").prefetch_related("signatures")
    services = JointService.objects.select_related("provider").prefetch_related(
        Prefetch("money", money, to_attr="editions")
    )
    found = []
    for service in services:
        newest = service.editions[0] if service.editions else None
        signed = {one.side for one in newest.signatures.all()} if newest else set()
        found.append(Registered(service, newest, signed))
    return found


def notice_clock(contract: Contract, today: date) -> Clock:
    """By when the buyers must say what comes after a contract."""
    due = months_from(contract.ends_on, -contract.notice_months)
    extension = " It can be extended." if contract.extends_to else ""
    return Clock(
        what=f"Decide what comes after {contract.reference}", due=due, today=today, who="Both partners",
        why=f"It ends on {in_words(contract.ends_on)}, and asks for {contract.notice_months} months’ notice.{extension}",
        citation="The contract itself",
    )  # fmt: skip


@dataclass(frozen=True)
class Warned:
    """A contract and the warning in which it stands: 12, 9, 6 or 3 months before its end; 0 when it has ended."""

    contract: Contract
    months: int


def contract_calendar(today: date) -> list[Warned]:
    """Contracts that end within a year or have ended, the most urgent first. One query."""
    found = []
    for one in Contract.objects.select_related("service"):
        passed = [months for months in WARNED if today >= months_from(one.ends_on, -months)]
        if passed:
            found.append(Warned(one, 0 if today > one.ends_on else min(passed)))
    return sorted(found, key=lambda one: one.contract.ends_on)


def joint_reviews(services: Iterable[JointService], day: date) -> Counter[int]:
    """How many reviews of each service in the year up to a day had both partners in the room. One query."""
    reviews: FactQuerySet = ContractReview.objects.as_known_on(day).filter(
        service__in=[one.pk for one in services]
    )
    return Counter(
        one.service_id for one in reviews if one.is_joint and 0 <= (day - one.held_on).days < A_YEAR
    )


@dataclass(frozen=True)
class NeedLine:
    """A need: what its assessment says, who is bought for it together, how much is listed, and what families did not find."""

    need: Need
    figures: list[NeedFigure]
    bought: list[JointService]
    listed: int
    not_found: int

    @property
    def is_gap(self) -> bool:
        """Whether the assessment shows a need for which nothing is bought and nothing is listed."""
        return bool(self.figures) and not self.bought and not self.listed


def need_lines(*, day: date, listed: Mapping[str, int], not_found: Mapping[str, int]) -> list[NeedLine]:
    """Each need beside what answers it, gaps first. `listed` and `not_found` come from the Local Offer, by need. Two queries."""
    figures: dict[str, list[NeedFigure]] = defaultdict(list)
    for one in NeedFigure.objects.as_known_on(day):
        figures[one.need].append(one)
    bought: dict[str, list[JointService]] = defaultdict(list)
    for service in JointService.objects.all():
        bought[service.need].append(service)
    lines = [
        NeedLine(need, figures[need], bought[need], listed.get(need, 0), not_found.get(need, 0))
        for need in Need
    ]
    return sorted(lines, key=lambda one: (not one.is_gap, bool(one.bought), -one.not_found, one.need.label))
