"""S15: no letter about a child leaves for somebody who is not of that family today, or with an address they may not learn."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from django.core import mail

from assurance.amount import times
from goldenthread.casework.actions.letters import change_letter, send_letter, write_letters
from goldenthread.casework.letters.texts import Paragraph
from goldenthread.casework.models import Letter
from goldenthread.casework.queries.letters import Reader
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Adult
from tests.casework import letterbox, world
from tests.readers import person

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(3600)]
SENDS, TODAY = times(200, full=10_000), date(2026, 6, 8)
KIND = "plain"


def _adult(name: str, child=None, **tie) -> Adult:
    adult = Adult.objects.create(name=name, user=person("family"), contact_by="email")
    if child is not None:
        given = {
            "tie": "parent",
            "starts_on": child.born_on,
            "may_follow": True,
            "has_parental_responsibility": True,
        } | tie
        child.relationships.create(adult=adult, **given)
    return adult


@pytest.fixture
def family():
    """A child with a mother who may be written to, and everybody who may not; what is wrong with each."""
    letterbox.enter_services()
    case = world.bring_to(world.make_case(worker=person("caseworker")), "assessment-agreed")
    child, sister = case.child, world.make_child("Sister")
    mother = _adult("Mother Example", child)
    letterbox.house(child, mother)
    wrong = {
        "a stranger": _adult("Stranger Example"),
        "of a sister alone": _adult("Stepfather Example", sister),
        "with the mother’s name": _adult("Mother Example", sister),
        "whose part has ended": _adult("Former Example", child, ends_on=TODAY - timedelta(days=1)),
        "whose part is to come": _adult("Later Example", child, starts_on=TODAY + timedelta(days=1)),
        "who may not follow": _adult(
            "Uncle Example", child, may_follow=False, has_parental_responsibility=False, tie="other"
        ),
    }
    return case, mother, wrong, sister


def _draft(case, record, field="adult") -> Letter:
    (draft,) = write_letters(
        case=case, kind=KIND, event=None, readers=[Reader(f"{field}-{record.pk}", record, "")], by=None
    )
    return change_letter(letter=draft, paragraphs=[Paragraph("", "We write to you.")] * 4, edition=1, by=None)


def test_the_mother_gets_hers(family):
    case, mother, _, _ = family
    send_letter(letter=_draft(case, mother), edition=2, on=TODAY, by=None)
    assert Letter.objects.get().state == "waiting"


def test_nobody_else_is_written_to(family, record_property):
    """Whoever made the draft, and whatever was true when it was written."""
    case, _, wrong, sister = family
    chance, sent, tried = random.Random(15), 0, 0
    people = [*((adult, "adult") for adult in wrong.values()), (sister, "child")]
    for _ in range(SENDS):
        record, field = chance.choice(people)
        draft = _draft(case, record, field)
        try:
            send_letter(letter=draft, edition=2, on=TODAY, by=None)
            sent += 1
        except Refused as refused:
            assert "may not follow" in refused.sentence
        tried += 1
    record_property(
        "counted",
        {"what": "letters to people who are not of this family today", "tried": tried, "failed": sent},
    )
    assert sent == 0
    assert not Letter.objects.exclude(state="draft").exists()
    assert not mail.outbox


def test_a_draft_of_yesterday_does_not_reach_who_left_today(family):
    case, mother, _, _ = family
    draft = _draft(case, mother)
    case.child.relationships.filter(adult=mother).update(ends_on=TODAY - timedelta(days=1))
    with pytest.raises(Refused, match="may not follow"):
        send_letter(letter=draft, edition=2, on=TODAY, by=None)


def test_a_withheld_address_leaves_in_no_letter(family, record_property):
    """The father may be written to and may not learn where the child lives: any line of it, in any case, stops the letter."""
    case, _, _, _ = family
    father = _adult("Father Example", case.child)
    letterbox.house(father, lines="9 Other Road\nElsewhere", postcode="ZZ9 9ZZ")
    sent, tried = 0, 0
    for part in (
        "1 Test Street",
        "1 TEST STREET",
        "ZZ99 1AA",
        "zz991aa",
        "They live at 1 test street, Testham.",
    ):
        for place in range(4):
            words = [f"We write to you. {part}" if n == place else "We write." for n in range(4)]
            draft = change_letter(
                letter=_draft(case, father),
                paragraphs=[Paragraph("", one) for one in words],
                edition=2,
                by=None,
            )
            try:
                send_letter(letter=draft, edition=3, on=TODAY, by=None)
                sent += 1
            except Refused as refused:
                assert "may not learn" in refused.sentence
            tried += 1
    record_property("counted", {"what": "letters with a withheld address", "tried": tried, "failed": sent})
    assert sent == 0
