"""A statement of an area, people of the three partners, and evidence to cite."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from goldenthread.evidence.actions import statements, strategy
from goldenthread.evidence.models import Pack, StatementVersion
from goldenthread.evidence.publishing.packing import File, packed
from goldenthread.partners.models import Membership, Organisation
from goldenthread.programme.models import Area, Evidence, Plan, Priority, Programme, ReviewPoint
from tests.programme.factories import make_evidence, make_review
from tests.readers import person, stranger

ON, LOOK_AGAIN = date(2025, 4, 30), date(2025, 10, 31)
PARTNERS = {"council": "Testshire Council", "icb": "Testshire ICB", "parent-carer-forum": "Testshire Parents"}


def signatory(kind: str) -> Any:
    """A board member from one of the partners."""
    made = person("board-member", name=f"From {kind}")
    organisation, _ = Organisation.objects.get_or_create(name=PARTNERS[kind], kind=kind)
    Membership.objects.create(user=made, organisation=organisation, starts_on=date(2024, 1, 1))
    return made


def proof(area: Area, by: Any, second: Any, **more: Any) -> Evidence:
    """Confirmed evidence of a difference."""
    held = make_evidence(area, by=by, confirmed_by=second, known_on=date(2025, 3, 1), shows_impact=True)
    Evidence.objects.filter(pk=held.pk).update(confirmed_on=date(2025, 3, 2), **more)
    held.refresh_from_db()
    return held


def written(area: Area, by: Any, cited: list[Evidence], *, on: date = ON) -> StatementVersion:
    """A statement with a sentence in each part; the conclusion claims that something is different."""
    made = statements.begin(programme=area.plan.programme, area=area, on=on, by=by)
    for part in ("conclusion", "how", "next", "lasting"):
        if not made.claims.filter(part=part).exists():
            statements.add_claim(
                version=made, part=part, text=f"More plans are right, says {part}.", claims_impact=part == "conclusion",
                evidence=cited, by=by,
            )  # fmt: skip
    made.refresh_from_db()
    return made


def offered(area: Area, by: Any, cited: list[Evidence], *, on: date = ON) -> StatementVersion:
    """The same, before the partners, to be looked at again in half a year."""
    made, again = written(area, by, cited, on=on), on + (LOOK_AGAIN - ON)
    return statements.offer(version=made, based_on=made.edition, look_again_on=again, on=on, by=by)


def signed(
    area: Area, by: Any, cited: list[Evidence], people: list[Any], *, on: date = ON
) -> StatementVersion:
    """The same, signed by three people."""
    made = offered(area, by, cited, on=on)
    for one in people:
        made = statements.sign(version=made, agrees=True, on=on, by=one)
    return made


def records(programme: Programme, *, on: date) -> dict[str, Any]:
    """Of the second area: a signed statement, the next one that is being written, a sentence, evidence, and what was asked."""
    one, two = stranger("Writes One"), stranger("Confirms Two")
    area = Area.objects.filter(plan__programme=programme).order_by("plan_id", "number")[1:2].first()
    area = area or Area.objects.filter(plan__programme=programme).first()
    assert area is not None
    held = proof(
        area, one, two, says="31 of 40 plans (77.5%, 31 of 40) were right", whose="Parents of 40 children"
    )
    three = [signatory(kind) for kind in PARTNERS]
    stands = signed(area, one, [held], three, on=on)
    at_work = statements.begin(programme=programme, area=area, on=on, by=one)
    review = programme.reviews.first() or make_review(programme)
    ask = ReviewPoint.objects.create(
        review=review, area=area, kind="ask", text="Show what difference it makes"
    )
    return {
        "statement": at_work.key, "statement_signed": stands.key, "claim": at_work.claims.first().pk,  # type: ignore[union-attr]
        "evidence": held.pk, "ask": ask.pk, "asked_area": area.pk, **_strategy(programme, on=on),
        "pack": _pack(programme, on=on).key,
    }  # fmt: skip


def _pack(programme: Programme, *, on: date) -> Pack:
    """A review pack that was made, as far as pages and addresses care."""
    content, listed = packed([File("1-paper.pdf", "The paper", b"%PDF")], title="Review pack", as_at=on)
    return Pack.objects.create(
        programme=programme, kind="review", as_at=on, state="ready", content=content, sha256=hashlib.sha256(content).hexdigest(),
        manifest=[one._asdict() for one in listed],
    )  # fmt: skip


def _strategy(programme: Programme, *, on: date) -> dict[str, Any]:
    """Of a strategy: a review that was agreed, and an open one with nothing decided."""
    plan = programme.plans.filter(regime="strategy").first() or make_strategy(programme)
    agreed = strategy.begin_review(
        plan=plan, asked_words="Families by survey", asked_count=212, on=on, by=None
    )
    for one in plan.priorities.all():
        strategy.judge(review=agreed, priority=one, choice="keep", reason="It still matters.", on=on, by=None)
    strategy.agree(review=agreed, agreed_by="Partnership Board", on=on, by=None)
    at_work = strategy.begin_review(plan=plan, on=on, by=None)
    return {"strategy_plan": plan.pk, "strategy_review": at_work.pk, "strategy_agreed": agreed.pk}


def make_strategy(programme: Programme) -> Plan:
    """A strategy with two priorities."""
    plan = Plan.objects.create(
        programme=programme, key="strategy", regime="strategy", title="Strategy", known_on=date(2024, 3, 20)
    )
    for number, title in enumerate(("Include everybody", "Ready for work"), start=1):
        Priority.objects.create(plan=plan, number=number, title=title)
    return plan
