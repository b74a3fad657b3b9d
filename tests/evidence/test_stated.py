"""The self-evaluation and the progress of a strategy are made of what partners signed, the same in every form."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.evidence.actions import statements, strategy
from goldenthread.evidence.actions.answers import use_as_evidence
from goldenthread.evidence.actions.measures import freeze, tie
from goldenthread.evidence.actions.publications import prepare, publish
from goldenthread.evidence.criteria import criteria_in_force
from goldenthread.evidence.publishing.parts import Figure, Heading, Paragraph, Table
from goldenthread.evidence.queries.composing import compose
from goldenthread.evidence.queries.stated import UNSIGNED
from goldenthread.evidence.queries.statements import HIDDEN_TROUBLE, statement_held
from goldenthread.programme.actions.evidence import confirm_evidence, say_gone
from tests.casework import world
from tests.evidence import stating
from tests.evidence.readback import words_of

pytestmark = pytest.mark.django_db
UNTIL, ON = date(2026, 9, 30), date(2026, 10, 5)


@pytest.fixture
def reading(action, measure, lead, second):
    """Confirmed evidence that is a frozen reading: 6 of 12 plans in time."""
    measure.plan, measure.area = action.area.plan, action.area
    measure.save()
    tie(measure=measure, figure="casework.in-time", months=12, on=date(2026, 7, 1), by=lead)
    for number in range(12):
        case = world.bring_to(world.make_case(world.make_child(f"Ash {number}")), "draft-issued")
        on = date(2026, 7, 20) if number < 6 else date(2026, 9, 21)
        world.tell(case, "final-issued", on, placement="Oak School")
    frozen = freeze(measure=measure, until=UNTIL, on=date(2026, 10, 1), by=lead)
    made = use_as_evidence(frozen=frozen, area=action.area, on=date(2026, 10, 1), by=lead)
    return confirm_evidence(evidence=made, on=date(2026, 10, 2), by=second)


@pytest.fixture
def measure(plan):
    """One measure on the plan of the action."""
    from tests.evidence.freezing import make_measure

    return make_measure(plan)


@pytest.fixture
def partners(db):
    return [stating.signatory(kind) for kind in stating.PARTNERS]


def signed(where, lead, partners, cited, **about):
    made = statements.begin(programme=where.plan.programme, **about, on=ON, by=lead)
    for part in ("conclusion", "how", "next", "lasting"):
        statements.add_claim(version=made, part=part, text=f"Half of plans are in time, says {part}.",
                             claims_impact=part == "conclusion", evidence=cited, by=lead)  # fmt: skip
    made.refresh_from_db()
    made = statements.offer(
        version=made, based_on=made.edition, look_again_on=date(2027, 4, 1), on=ON, by=lead
    )
    for one in partners:
        made = statements.sign(version=made, agrees=True, on=ON, by=one)
    return made


def keyed(document):
    return {one.key: one for one in document.parts if not isinstance(one, Heading)}


def test_self_evaluation_has_a_signed_criterion_with_its_four_parts_signatures_and_reading_in_every_form(
    reading, lead, partners
):
    area = reading.area
    hidden = stating.proof(area, lead, partners[0], title="Notes of a visit", is_publishable=False)
    made = signed(area, lead, partners, [reading, hidden], criterion="needs")
    document = compose(area.plan.programme, "self-evaluation", on=ON)
    held = keyed(document)
    assert [one.text for one in document.parts if isinstance(one, Heading)] == [
        one.words for one in criteria_in_force(ON)
    ]
    assert held["criterion/voice/signed"].text == UNSIGNED
    (figure,) = [one for one in document.parts if isinstance(one, Figure)]
    assert (figure.value, figure.numerator, figure.denominator) == ("50.0%", 6, 12)
    assert reading.reading.frozen.rows_hash in figure.source
    said = ["Testshire Council, 5 October 2026", "Testshire ICB, 5 October 2026", "Testshire Parents, 5 October 2026",
            made.sha256, "50.0%", "What we conclude: Half of plans are in time, says conclusion. (Rests on 1, 2.)",
            "How we came to this: ", "What we do next: ", "Why it will last: ", reading.title,
            "held by the partners and not published"]  # fmt: skip
    for form, words in words_of(document).items():
        for one in said:
            assert one in words or one.replace(" ", "") in words.replace(" ", ""), (form, one)
        assert "Notes of a visit" not in words, form
        assert "6 of 12" in words or ("6" in words and "12" in words), form


def test_strategy_progress_has_each_verdict_with_its_reason_and_what_is_shown(reading, lead, partners):
    area = reading.area
    plan = stating.make_strategy(area.plan.programme)
    type(plan).objects.filter(pk=plan.pk).update(is_public=True)
    first, last = plan.priorities.order_by("number")
    first.areas.add(area)
    signed(area, lead, partners, [reading], priority=first)
    before = compose(plan.programme, "strategy-progress", on=ON)
    assert keyed(before)["strategy/review"].text == "No yearly review of this strategy is agreed yet."
    review = strategy.begin_review(
        plan=plan, asked_words="Families by survey", asked_count=212, on=ON, by=lead
    )
    strategy.judge(review=review, priority=first, choice="keep", reason="It works.", on=ON, by=lead)
    strategy.judge(review=review, priority=last, choice="change", reason="Too narrow.", new_words="Ready for adult life",
                   on=ON, by=lead)  # fmt: skip
    assert keyed(compose(plan.programme, "strategy-progress", on=ON)).keys() == keyed(before).keys(), (
        "not agreed, not said"
    )
    strategy.agree(review=review, agreed_by="Partnership Board", on=ON, by=lead)
    document = compose(plan.programme, "strategy-progress", on=ON)
    decided = keyed(document)["strategy/decided"]
    assert isinstance(decided, Table)
    assert [list(row) for row in decided.rows] == [
        ["1. Include everybody", "Keep it", "It works.", ""],
        ["2. Ready for work", "Change it", "Too narrow.", "Ready for adult life"],
    ]
    carried = keyed(document)["strategy/priority-1/carried"]
    assert isinstance(carried, Paragraph)
    assert carried.text.endswith("1 confirmed piece of evidence speaks of a difference.")
    assert keyed(document)["strategy/priority-2/signed"].text == UNSIGNED
    for form, words in words_of(document).items():
        for one in (
            "Keep it",
            "Too narrow.",
            "Ready for adult life",
            "212 people answered",
            "50.0%",
            "Testshire ICB",
        ):
            assert one in words, (form, one)


def test_self_evaluation_goes_through_the_gate_and_is_published_by_another(reading, lead, second, partners):
    signed(reading.area, lead, partners, [reading], criterion="needs")
    draft = prepare(programme=reading.area.plan.programme, form="self-evaluation", on=ON, by=lead)
    version = publish(draft=draft, based_on=1, on=ON, by=second)
    assert version.content["parts"][1]["key"] == "criterion/needs/signed"


def test_public_is_not_told_the_title_of_evidence_that_is_hidden_when_it_is_gone(
    action, lead, second, partners
):
    hidden = stating.proof(action.area, lead, second, title="Notes of a visit", is_publishable=False)
    made = signed(action.area, lead, partners, [hidden], area=action.area)
    say_gone(evidence=hidden, why="The folder is empty", on=ON, by=lead)
    held = statement_held(made, ON)
    assert any("Notes of a visit" in words for words in held.stale)
    assert held.stale_in_public == (HIDDEN_TROUBLE,)
