"""Statements: written by some, signed by three others, superseded and never overwritten."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.evidence.actions.statements import (
    add_claim,
    begin,
    change_claim,
    give_up,
    offer,
    remove_claim,
    sign,
)
from goldenthread.evidence.models import Claim, Signature, StatementVersion
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.people.models import Adult
from goldenthread.programme.models import Plan
from tests.evidence.stating import LOOK_AGAIN, ON, offered, proof, signatory, signed, written
from tests.programme.factories import make_evidence
from tests.programme.world import make_area, make_plan

LATER = date(2025, 9, 1)


@pytest.fixture
def area(plan: Plan) -> Any:
    return make_area(plan)


@pytest.fixture
def cited(area, lead, second) -> list[Any]:
    return [proof(area, lead, second)]


@pytest.fixture
def three(db) -> list[Any]:
    return [signatory(kind) for kind in ("council", "icb", "parent-carer-forum")]


def test_it_stands_with_the_third_signature_and_each_is_of_the_same_words(area, lead, cited, three):
    made = offered(area, lead, cited)
    for one in three:
        assert made.stands_from is None
        made = sign(version=made, agrees=True, on=ON, by=one)
    assert made.stands_from == ON
    assert set(made.signatures.values_list("sha256", flat=True)) == {made.sha256}
    said = list(
        Event.objects.filter(action__startswith="evidence.statement").values_list("action", flat=True)
    )
    assert said.count("evidence.statement.signed") == 3
    assert said[-1] == "evidence.statement.stands"


def test_the_next_one_goes_on_from_the_sentences_and_supersedes_when_it_is_signed(area, lead, cited, three):
    first = signed(area, lead, cited, three)
    second = begin(programme=area.plan.programme, area=area, on=LATER, by=lead)
    assert [one.text for one in second.claims.all()] == [one.text for one in first.claims.all()]
    assert all(list(one.evidence.all()) == cited for one in second.claims.all())
    second = offer(version=second, based_on=second.edition, look_again_on=date(2026, 3, 1), on=LATER, by=lead)
    first.refresh_from_db()
    assert first.superseded_on is None
    for one in three:
        second = sign(version=second, agrees=True, on=LATER, by=one)
    first.refresh_from_db()
    assert (first.superseded_on, second.stands_from) == (LATER, LATER)
    assert list(StatementVersion.objects.standing_on(date(2025, 8, 31))) == [first]
    assert list(StatementVersion.objects.standing_on(LATER)) == [second]


def test_nobody_signs_what_they_wrote_or_for_others_or_twice(area, lead, cited, three):
    made = offered(area, lead, cited)
    council, *_ = three
    for stranger in (lead, made.prepared_by):
        with pytest.raises(Refused, match="You wrote some of this"):
            sign(version=made, agrees=True, on=ON, by=stranger)
    with pytest.raises(Refused, match="you do not belong to that one"):
        sign(version=made, agrees=True, partner="icb", on=ON, by=council)
    sign(version=made, agrees=True, on=ON, by=council)
    with pytest.raises(Refused, match="has answered already"):
        sign(version=made, agrees=True, on=ON, by=signatory("council"))
    with pytest.raises(Refused, match="you do not belong"):
        sign(version=made, agrees=True, on=date(2023, 12, 31), by=three[1])


def test_the_database_itself_lets_nobody_sign_for_two_partners(area, lead, cited, three):
    made = offered(area, lead, cited)
    sign(version=made, agrees=True, on=ON, by=three[0])
    given = Signature.objects.get()
    with pytest.raises(IntegrityError, match="person_signs_for_one_partner"), transaction.atomic():
        Signature.objects.create(version=made, partner="icb", organisation=given.organisation, agrees=True, sha256="0",
                                 signed_by=three[0], signed_on=ON)  # fmt: skip


def test_a_partner_that_does_not_agree_says_why_and_the_statement_does_not_stand(area, lead, cited, three):
    made = offered(area, lead, cited)
    with pytest.raises(Refused, match="Say what your partner"):
        sign(version=made, agrees=False, words=" ", on=ON, by=three[2])
    sign(version=made, agrees=False, words="Families still wait", on=ON, by=three[2])
    for one in three[:2]:
        made = sign(version=made, agrees=True, on=ON, by=one)
    assert made.stands_from is None
    give_up(version=made, on=LATER, by=lead)
    assert begin(programme=area.plan.programme, area=area, on=LATER, by=lead).claims.count() == 4


def test_what_was_offered_cannot_be_changed_and_what_was_changed_cannot_be_signed(area, lead, cited, three):
    made = offered(area, lead, cited)
    claim = made.claims.first()
    with pytest.raises(Refused, match="cannot be changed any more"):
        change_claim(claim=claim, based_on=1, text="Better.", claims_impact=False, evidence=cited, by=lead)
    Claim.objects.filter(pk=claim.pk).update(text="Better.")
    with pytest.raises(Refused, match="not as it was offered"):
        sign(version=made, agrees=True, on=ON, by=three[0])
    assert not made.signatures.exists()


def test_two_people_at_one_sentence_the_second_sees_both_and_nothing_is_saved(area, lead, second, cited):
    claim = written(area, lead, cited).claims.get(part="conclusion")
    change_claim(claim=claim, based_on=1, text="Theirs.", claims_impact=True, evidence=cited, by=second)
    with pytest.raises(Conflict) as conflict:
        change_claim(claim=claim, based_on=1, text="Mine.", claims_impact=True, evidence=[], by=lead)
    assert conflict.value.theirs.text == "Theirs."
    claim.refresh_from_db()
    assert (claim.text, list(claim.evidence.all())) == ("Theirs.", cited)
    with pytest.raises(Conflict):
        remove_claim(claim=claim, based_on=1, by=lead)
    remove_claim(claim=claim, based_on=2, by=lead)
    with pytest.raises(Refused, match="taken this sentence out"):
        remove_claim(claim=claim, based_on=2, by=lead)


def test_it_is_offered_whole_and_as_it_was_seen(area, lead, cited):
    made = begin(programme=area.plan.programme, area=area, on=ON, by=lead)
    add_claim(version=made, part="conclusion", text="Right.", claims_impact=True, evidence=[], by=lead)
    with pytest.raises(Conflict):
        offer(version=made, based_on=1, look_again_on=LOOK_AGAIN, on=ON, by=lead)
    with pytest.raises(Refused, match="no sentence yet under “How we came to this”"):
        offer(version=made, based_on=2, look_again_on=LOOK_AGAIN, on=ON, by=lead)
    for part in ("how", "next", "lasting"):
        add_claim(version=made, part=part, text="So.", claims_impact=False, evidence=[], by=lead)
    with pytest.raises(Refused, match="cites no evidence"):
        offer(version=made, based_on=5, look_again_on=LOOK_AGAIN, on=ON, by=lead)
    with pytest.raises(Refused, match="a day to come"):
        offer(version=made, based_on=5, look_again_on=ON, on=ON, by=lead)
    made.refresh_from_db()
    assert (made.offered_on, made.sha256) == (None, "")


@pytest.mark.parametrize("words", ["Write to WV1 1RE.", "UPN A123456789012 is right.", "Ask Zoltan Quirke."])
def test_what_could_show_who_somebody_is_stops_it(area, lead, cited, words):
    Adult.objects.create(name="Zoltan Quirke")
    made = written(area, lead, cited)
    add_claim(version=made, part="next", text=words, claims_impact=False, evidence=[], by=lead)
    made.refresh_from_db()
    with pytest.raises(Refused, match="Anybody may read a signed statement"):
        offer(version=made, based_on=made.edition, look_again_on=LOOK_AGAIN, on=ON, by=lead)


def test_share_of_nothing_and_evidence_of_another_programme_are_refused(area, lead, cited):
    made = begin(programme=area.plan.programme, area=area, on=ON, by=lead)
    with pytest.raises(Refused, match="must say what it is of"):
        add_claim(version=made, part="how", text="85% agreed.", claims_impact=False, evidence=cited, by=lead)
    other = make_evidence(make_area(make_plan(slug="elsewhere")))
    with pytest.raises(Refused, match="another programme"):
        add_claim(version=made, part="how", text="So.", claims_impact=False, evidence=[other], by=lead)
    assert not made.claims.exists()


def test_one_is_at_work_at_a_time_and_a_criterion_must_be_in_force(area, lead, plan):
    begin(programme=plan.programme, area=area, on=ON, by=lead)
    with pytest.raises(Refused, match="being written already"):
        begin(programme=plan.programme, area=area, on=ON, by=lead)
    with pytest.raises(Refused, match="do not ask for this"):
        begin(programme=plan.programme, criterion="needs", on=date(2025, 6, 5), by=lead)
    assert begin(programme=plan.programme, criterion="needs", on=date(2025, 6, 6), by=lead).number == 1
