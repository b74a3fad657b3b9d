"""Letters: written for one reader, whole by the law, sealed for good, and never with another home's address."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.letters import (
    change_letter,
    discard_letter,
    keep_words,
    send_letter,
    write_letters,
)
from goldenthread.casework.letters.texts import Paragraph
from goldenthread.casework.models import Letter, LetterState, LetterWords
from goldenthread.casework.queries.letters import letters_owed, readers_of, words_of
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.people.models import Capacity
from tests.casework import letterbox, world
from tests.readers import person

pytestmark = pytest.mark.django_db
ON = date(2026, 4, 8)


@pytest.fixture
def case():
    """Refused to assess, by a worker, with one parent at home with the child."""
    case = world.make_case(worker=person("EHC caseworker", name="Nadia Worker"))
    world.tell(case, "considering", date(2026, 3, 9))
    world.tell(case, "assessment-refused", date(2026, 4, 7), reasons="The school can meet this need.")
    robin = world.parent_of(case.child)
    letterbox.house(case.child, robin)
    return case


@pytest.fixture
def letter(case):
    letterbox.enter_services()
    return letterbox.write(case, "refusal-to-assess", ON)[0]


def changed(letter, **items):
    """The letter with other words for some items."""
    words = [Paragraph(one.item, items.get(one.item.replace("-", "_"), one.words)) for one in letter.written]
    return change_letter(letter=letter, paragraphs=words, edition=letter.edition, by=None)


def test_write_letters_makes_a_draft_for_each_reader(case):
    sam = world.parent_of(case.child, name="Sam Example")
    made = letterbox.write(case, "refusal-to-assess", ON)
    assert {one.adult.name for one in made} == {"Robin Example", "Sam Example"}
    assert {one.state for one in made} == {LetterState.DRAFT}
    assert sam in {one.adult for one in made}


def test_write_letters_refuses_nobody(case):
    with pytest.raises(Refused, match="at least one person"):
        write_letters(case=case, kind="plain", event=None, readers=[], by=None)


def test_send_letter_seals_the_words_with_dates_worked_out_by_law(letter):
    sent = letterbox.send(letter, ON)
    text = "\n".join(sent.words)
    assert (sent.sealed_on, sent.state, sent.channel) == (ON, LetterState.TO_PRINT, "post")
    assert "The tribunal must have your appeal by 8 June 2026." in text
    assert "The school can meet this need." in text
    assert "Nadia Worker" in text
    assert "{" not in text


def test_send_letter_leaves_an_event_of_the_audit(letter):
    letterbox.send(letter, ON)
    last = AuditEvent.objects.order_by("-sequence").first()
    assert (last.action, last.detail) == ("casework.letter.sent", {"kind": "refusal-to-assess"})


@pytest.mark.parametrize(("item", "says"), [
    ("reasons", "the reasons for the decision"), ("appeal", "the right to appeal"), ("time_limit", "the time limit"),
    ("mediation", "how to get mediation"), ("disagreement", "how disagreements"), ("advice", "where to get information"),
])  # fmt: skip
def test_send_letter_refuses_a_letter_that_lacks_what_its_regulation_demands(letter, item, says):
    letter = changed(letter, **{item: ""})
    with pytest.raises(Refused, match=says):
        letterbox.send(letter, ON)
    letter.refresh_from_db()
    assert letter.is_draft


def test_send_letter_names_a_service_that_nobody_has_entered(case):
    letter = letterbox.write(case, "refusal-to-assess", ON)[0]
    with pytest.raises(Refused, match="A manager enters it under Letters"):
        letterbox.send(letter, ON)


def test_send_letter_refuses_without_a_worker(letter):
    letter.case.allocations.all().delete()
    with pytest.raises(Refused, match="Give the case to a worker first"):
        letterbox.send(letter, ON)


def test_send_letter_refuses_words_that_somebody_changed_meanwhile(letter):
    stale = letter.edition
    changed(letter, reasons="Other reasons, at length.")
    with pytest.raises(Refused, match="Somebody changed this letter"):
        send_letter(letter=letter, edition=stale, on=ON, by=None)


@pytest.mark.parametrize(
    "words", ["9 Hidden Lane", "They live at 9 hidden lane now", "near ZZ99 9ZZ", "ZZ999ZZ"]
)
def test_send_letter_refuses_any_part_of_an_address_that_its_reader_may_not_learn(letter, words):
    other = world.parent_of(letter.case.child, name="Sam Example")
    letterbox.house(letter.case.child, other, lines="9 Hidden Lane\nElsewhere", postcode="ZZ99 9ZZ")
    letter = changed(letter, reasons=f"The child is now here: {words}.")
    with pytest.raises(Refused, match="may not learn from us"):
        letterbox.send(letter, ON)


def test_send_letter_refuses_when_there_is_no_way_to_its_reader(case):
    letterbox.enter_services()
    case.child.relationships.get().adult.residences.all().delete()
    letter = letterbox.write(case, "refusal-to-assess", ON)[0]
    with pytest.raises(Refused, match="do not know where to write to Robin Example"):
        letterbox.send(letter, ON)


@pytest.mark.parametrize(("contact_by", "telephone", "channel"), [
    ("email", "", "email"), ("text", "07700900123", "text"), ("text", "", "email"), ("post", "", "post"),
])  # fmt: skip
def test_send_letter_goes_the_way_that_its_reader_chose(letter, contact_by, telephone, channel):
    robin = letter.adult
    robin.user, robin.contact_by, robin.telephone = person("family"), contact_by, telephone
    robin.save()
    assert letterbox.send(letter, ON).channel == channel


def test_a_suspended_reader_gets_their_letter_by_post(letter):
    user = person("family")
    type(user).objects.filter(pk=user.pk).update(is_active=False, suspended_on=ON)
    letter.adult.user, letter.adult.contact_by = user, "email"
    letter.adult.save()
    assert letterbox.send(letter, ON).channel == "post"


def test_a_sent_letter_is_neither_changed_nor_discarded_nor_sent_again(letter):
    sent = letterbox.send(letter, ON)
    for act in (lambda: changed(sent, reasons="Others"), lambda: discard_letter(letter=sent, by=None),
                lambda: letterbox.send(sent, ON)):  # fmt: skip
        with pytest.raises(Refused, match="was sent already"):
            act()


@pytest.mark.parametrize("statement", [
    "UPDATE casework_letter SET words = '[]' WHERE id = %s", "UPDATE casework_letter SET sealed_on = '2026-01-01' WHERE id = %s",
    "UPDATE casework_letter SET words = NULL, sealed_on = NULL, state = 'draft' WHERE id = %s",
    "DELETE FROM casework_letter WHERE id = %s",
])  # fmt: skip
def test_the_database_refuses_to_change_a_sent_letter(letter, statement):
    letterbox.send(letter, ON)
    with (
        pytest.raises(DatabaseError, match="never changed or removed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement, [letter.pk])


def test_change_letter_shows_the_second_writer_the_words_of_the_first(letter):
    first = changed(letter, reasons="The words of the first.")
    with pytest.raises(Conflict) as conflict:
        change_letter(letter=letter, paragraphs=list(letter.written), edition=letter.edition, by=None)
    assert conflict.value.theirs[0].pk == first.pk
    assert "The words of the first." in [one.words for one in conflict.value.theirs[0].written]


def test_change_letter_refuses_a_field_that_is_none(letter):
    with pytest.raises(Refused, match="is no live field"):
        changed(letter, reasons="Dear {surname}")


def test_discard_letter_takes_a_draft_away(letter):
    discard_letter(letter=letter, by=None)
    assert not Letter.objects.exists()


def test_keep_words_lets_new_letters_begin_with_the_councils_own(case):
    words = [Paragraph(one.item, one.words.replace("Dear", "Hello")) for one in words_of("refusal-to-assess")]
    keep_words(kind="refusal-to-assess", paragraphs=words, on=ON, by=None)
    assert letterbox.write(case, "refusal-to-assess", ON)[0].written[0].words == "Hello {reader}"


def test_keep_words_refuses_to_leave_out_what_the_law_asks_for():
    words = [one for one in words_of("final-plan") if one.item != "mediation"]
    with pytest.raises(Refused, match="how to get mediation"):
        keep_words(kind="final-plan", paragraphs=words, on=ON, by=None)
    assert not LetterWords.objects.exists()


def test_letters_owed_names_those_who_must_have_one_until_it_has_gone():
    worker = person("EHC caseworker", name="Nadia Worker")
    case = world.make_case(worker=worker)
    robin = world.parent_of(case.child)
    letterbox.house(case.child, robin)
    letterbox.enter_services()
    from goldenthread.casework.actions.recording import record_event

    record_event(
        case=case, kind="assessment-refused", occurred_on=ON, facts={"reasons": "R"}, on=ON, by=worker
    )
    owed = letters_owed(case, ON)
    assert [(one.kind, [str(reader.record) for reader in one.readers]) for one in owed] == [
        ("refusal-to-assess", ["Robin Example"])
    ]
    letterbox.send(letterbox.write(case, "refusal-to-assess", ON)[0], ON)
    assert letters_owed(case, ON) == []


def test_letters_owed_asks_nothing_for_a_decision_that_came_in_with_old_cases():
    case = world.bring_to(world.make_case(), "final-issued")
    world.parent_of(case.child)
    assert letters_owed(case, world.TODAY) == []


def test_readers_of_writes_to_the_young_person_and_not_to_their_parents():
    case = world.make_case(world.make_child(born_on=date(2008, 5, 4)))
    world.parent_of(case.child)
    must = [one for one in readers_of(case, ON) if one.must]
    assert [one.record for one in must] == [case.child]


def test_readers_of_writes_to_the_representative_of_one_who_lacks_capacity():
    case = world.make_case(world.make_child(born_on=date(2008, 5, 4)))
    world.parent_of(case.child)
    speaks = world.parent_of(case.child, name="Jo Representative")
    Capacity.objects.create(
        child=case.child, representative=speaks, basis="Court of Protection", starts_on=date(2026, 1, 1)
    )
    assert [str(one.record) for one in readers_of(case, ON) if one.must] == ["Jo Representative"]


def test_an_adult_who_may_not_follow_and_has_no_responsibility_is_no_reader():
    case = world.make_case()
    other = world.parent_of(case.child, may_follow=False, name="Not Told")
    case.child.relationships.filter(adult=other).update(has_parental_responsibility=False)
    assert "Not Told" not in {str(one.record) for one in readers_of(case, ON)}


def test_a_letter_of_the_worker_on_leave_carries_the_name_of_the_worker(letter):
    allocate(cases=[letter.case], worker=person("EHC caseworker", name="Omar Next"), on=ON, by=None)
    assert "Omar Next" in "\n".join(letterbox.send(letter, ON).words)
