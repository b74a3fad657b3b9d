"""What makes a sentence red, what makes a statement out of date, and what stands before an area's closing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.evidence.actions.answers import answer, use_as_evidence
from goldenthread.evidence.actions.measures import freeze, tie
from goldenthread.evidence.actions.statements import add_claim, begin
from goldenthread.evidence.queries.closing import closing_of
from goldenthread.evidence.queries.statements import statement_held, statements_held
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.errors import Refused
from goldenthread.programme.actions.evidence import add_evidence, confirm_evidence, say_gone
from goldenthread.programme.models import Evidence, Plan, ReviewPoint, SustainedCheck
from tests.casework import world
from tests.evidence.freezing import make_measure
from tests.evidence.stating import LOOK_AGAIN, ON, offered, proof, signatory, signed, written
from tests.programme.factories import decide, make_evidence, make_review
from tests.programme.world import make_area

IN_TIME = "casework.in-time"


@pytest.fixture
def area(plan: Plan) -> Any:
    return make_area(plan)


@pytest.fixture
def three(db) -> list[Any]:
    return [signatory(kind) for kind in ("council", "icb", "parent-carer-forum")]


@pytest.mark.parametrize(
    ("shows", "confirmed", "is_red"),
    [("activity", True, True), ("output", True, True), ("experience", True, False), ("outcome", True, False),
     ("outcome", False, True)],
)  # fmt: skip
def test_claim_of_impact_is_red_without_confirmed_evidence_of_it(
    area, lead, second, shows, confirmed, is_red
):
    held = proof(area, lead, second, shows=shows)
    if not confirmed:
        Evidence.objects.update(confirmed_by=None, confirmed_on=None)
    found = statement_held(written(area, lead, [held]), ON)
    assert bool(found.reds) is is_red
    assert not is_red or "no confirmed evidence of experience or outcome" in found.reds[0].red


def test_sentence_that_claims_no_impact_is_not_red(area, lead):
    made = begin(programme=area.plan.programme, area=area, on=ON, by=lead)
    add_claim(version=made, part="next", text="We go on.", claims_impact=False, evidence=[], by=lead)
    assert not statement_held(made, ON).reds


def test_it_goes_out_of_date_by_its_day(area, lead, second, three):
    made = signed(area, lead, [proof(area, lead, second)], three)
    assert statement_held(made, LOOK_AGAIN - timedelta(days=1)).words == "Stands"
    late = statement_held(made, LOOK_AGAIN)
    assert (late.words, late.stale) == ("Out of date", ("It was to be looked at again by 31 October 2025.",))


def test_it_goes_out_of_date_when_its_evidence_is_replaced_or_gone(area, lead, second, three):
    older, other = proof(area, lead, second), proof(area, lead, second, title="Families’ survey")
    made = signed(area, lead, [older, other], three)
    on = date(2025, 6, 1)
    add_evidence(area=area, title="Audit of 60 plans", kind="audit", address="b", dated_on=PartialDate(2025, 5),
                 shows="outcome", supersedes=older, on=on, by=lead)  # fmt: skip
    say_gone(evidence=other, why="The page is not there", on=on, by=lead)
    assert statement_held(made, on - timedelta(days=1)).stale == ()
    assert set(statement_held(made, on).stale) == {
        "Newer evidence takes the place of “Audit of 40 plans”: “Audit of 60 plans”.",
        "“Families’ survey” cannot be opened any more (1 June 2025: The page is not there).",
    }


def test_it_goes_out_of_date_when_the_figure_that_it_rests_on_gets_worse(plan, area, lead, second):
    world.bring_to(world.make_case(world.make_child("Ash")), "final-issued")
    waiting = world.bring_to(world.make_case(world.make_child("Bo")), "draft-issued")
    measure = make_measure(plan, area=area)
    tie(measure=measure, figure=IN_TIME, months=12, on=date(2026, 8, 1), by=lead)
    frozen = freeze(measure=measure, until=date(2026, 8, 31), on=date(2026, 9, 1), by=lead)
    held = use_as_evidence(frozen=frozen, area=area, on=date(2026, 9, 1), by=lead)
    assert (held.shows, held.says) == ("outcome", "100.0% (1 of 1), 1 September 2025 to 31 August 2026")
    confirm_evidence(evidence=held, on=date(2026, 9, 2), by=second)
    made = begin(programme=plan.programme, area=area, on=date(2026, 9, 2), by=lead)
    for part in ("conclusion", "how", "next", "lasting"):
        add_claim(version=made, part=part, text="In time.", claims_impact=False, evidence=[held], by=lead)
    type(made).objects.filter(pk=made.pk).update(
        offered_on=date(2026, 9, 3), look_again_on=date(2027, 1, 1), sha256="0" * 64
    )
    made.refresh_from_db()
    assert statement_held(made, date(2026, 9, 3)).stale == ()
    world.tell(waiting, "final-issued", date(2026, 9, 21), placement="Oak School")
    assert statement_held(made, date(2026, 9, 30)).stale == (
        "“Plans in 20 weeks” has got worse: it was 100.0% on 31 August 2026, and is 50.0% now.",
    )
    with pytest.raises(Refused, match="evidence of that area already"):
        use_as_evidence(frozen=frozen, area=area, on=date(2026, 9, 4), by=lead)


def test_many_statements_cost_as_many_queries_as_one(plan, lead, second):
    made = [offered(one, lead, [proof(one, lead, second)]) for one in (make_area(plan) for _ in range(3))]
    with CaptureQueriesContext(
        connection,
    ) as one:
        statements_held(made[:1], ON)
    with CaptureQueriesContext(connection) as many:
        statements_held(made, ON)
    assert len(many) == len(one)


def test_an_open_area_says_what_reviewers_asked_and_what_is_missing(plan, area, lead, second, three):
    review = make_review(plan.programme)
    asks = [ReviewPoint.objects.create(review=review, area=one, kind="ask", text=text)
            for one, text in ((area, "Evidence of impact"), (None, "Position statements"))]  # fmt: skip
    ReviewPoint.objects.create(review=review, area=area, kind="strength", text="Good leaders")
    found = closing_of(area, ON)
    assert [one.point.text for one in found.asks] == ["Evidence of impact", "Position statements"]
    assert "2 of 2 things that reviews asked for have no confirmed evidence." in found.missing
    assert any("No position statement" in words for words in found.missing)
    held = proof(area, lead, second)
    for point in asks:
        answer(point=point, evidence=[held], on=ON, by=lead)
    signed(area, lead, [held], three)
    assert closing_of(area, ON).missing == ("It has no actions.",)
    assert [one.is_answered for one in closing_of(area, ON).asks] == [True, True]
    Evidence.objects.filter(pk=held.pk).update(confirmed_on=date(2025, 5, 1))
    assert [one.is_answered for one in closing_of(area, ON).asks] == [False, False], "it was confirmed later"
    later = ON + timedelta(days=1)
    answer(point=asks[0], evidence=[make_evidence(area)], on=later, by=lead)
    assert closing_of(area, later).asks[0].is_answered is False


def test_evidence_that_answers_no_more_still_does_on_the_days_before(area, lead, second):
    point = ReviewPoint.objects.create(
        review=make_review(area.plan.programme), area=area, kind="ask", text="Show it"
    )
    first, other = proof(area, lead, second), make_evidence(area, title="Other")
    later, last = ON + timedelta(days=10), ON + timedelta(days=20)
    answer(point=point, evidence=[first], on=ON, by=lead)
    answer(point=point, evidence=[other], on=later, by=lead)
    answer(point=point, evidence=[first, other], on=last, by=lead)
    answer(point=point, evidence=[other, first], on=last, by=lead)

    def shown(day):
        (ask,) = closing_of(area, day).asks
        return {one.pk for one in ask.evidence}, ask.is_answered

    assert shown(later - timedelta(days=1)) == ({first.pk}, True)
    assert shown(last - timedelta(days=1)) == ({other.pk}, False)
    assert shown(last) == ({first.pk, other.pk}, True)
    assert point.answers.count() == 3


def test_a_closed_area_is_asked_again_at_six_and_twelve_months(plan, area, lead):
    decide(area, on=date(2024, 4, 20))
    first, second = closing_of(area, date(2024, 11, 1)).sustained
    assert (first.due_on, first.is_late, second.due_on, second.is_late) == (
        date(2024, 10, 20),
        True,
        date(2025, 4, 20),
        False,
    )
    SustainedCheck.objects.create(area=area, checked_on=PartialDate(2024, 11), answer="yes", words="Survey",
                                  known_on=date(2024, 11, 10))  # fmt: skip
    first, second = closing_of(area, date(2025, 5, 1)).sustained
    assert (first.check.words, first.is_late, second.check, second.is_late) == ("Survey", False, None, True)
